"""Counts over two spans of time."""

import pytest

from tacitus.assemble.counts.spans_of_time import of_two_spans
from tests.assemble.build import Scene
from tests.assemble.counts.test_casualties import read


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("In July alone 466 were hurt.", "It counted 294 hurt in the first six months of 2016.", True),
        ("In July alone 466 were hurt.", "Nine of them died in July.", False),
        ("In July alone 466 were hurt.", "On Monday nine of them died.", False),
        ("This year alone nine died.", "Last year alone four died.", True),
    ],
)
def test_two_spans_of_time_differ(one: str, other: str, two: bool) -> None:
    assert of_two_spans(one, other) == two


@pytest.mark.parametrize(
    ("when", "hurt"), [("in the first half of 2016", ["466 cooks"]), ("on Monday", ["466 cooks", "294 cooks"])]
)
def test_who_was_hurt_in_another_span_of_time_is_of_another_event(when: str, hurt: list[str]) -> None:
    scene = Scene(f"In July alone 466 cooks were wounded. The clinics counted 294 cooks wounded {when}.")
    tolls = [
        scene.toll("466 cooks", "injured", 466, 466, "cooks"),
        scene.toll("294 cooks", "injured", 294, 294, "cooks"),
    ]
    scene.event("wounded", "air_strike", toll=tolls)
    assert [c.span.of(scene.text) for e in read(scene) for c in e.of("injured")] == hurt
