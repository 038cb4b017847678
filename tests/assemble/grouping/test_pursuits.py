"""Who is shot in a chase is not hit in his own raid."""

import pytest

from tacitus.assemble.grouping.pursuits import pursued
from tacitus.assemble.grouping.tellings import tellings
from tacitus.assemble.items import Items
from tacitus.records.span import Span
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("second", "apart"),
    [
        ("Two raiders were shot when guards pursued them.", True),
        ("Two raiders were shot when guards fired back.", False),
        ("Two herders were shot when guards pursued them.", False),
    ],
)
def test_raiders_shot_in_a_chase_are_hit_in_another_deed(second: str, apart: bool) -> None:
    first = "Raiders attacked the mill."
    scene = Scene(f"{first} {second}")
    raid = scene.event("attacked", "armed_attack", agent=scene.actor("Raiders"))
    victim = scene.actor("raiders" if "raiders" in second else "herders")
    shot = scene.event("shot", "armed_attack", agent=scene.actor("guards", kind="police"), victim=victim)
    markup = scene.markup([Span(0, len(first)), Span(len(first) + 1, len(scene.text))])
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    pairs = [*pursued(scene.text, markup, found, scene.resolved)]
    assert pairs == ([frozenset((raid.span, shot.span))] if apart else [])
