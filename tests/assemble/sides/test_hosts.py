"""Whom a deed is done to where only a place tells it: lands, and towns where something is laid on them."""

import pytest

from tacitus.assemble.grouping.tellings import tellings
from tacitus.assemble.items import Items
from tacitus.assemble.sides.hosts import with_hosts
from tacitus.records.markup import Trigger
from tacitus.records.span import Span
from tests.assemble.build import Scene


def targets(scene: Scene, trigger: Trigger) -> list[str]:
    markup = scene.markup([Span(0, len(scene.text))])
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    found = list(with_hosts(scene.text, markup, found, scene.resolved))
    return [span.of(scene.text) for span in next(t for t in found if t.trigger == trigger).spans("target")]


@pytest.mark.parametrize(
    ("text", "word", "kind", "precision"),
    [
        ("Troops were withdrawn from Kidal.", "withdrawn", "withdrawal", "province"),
        ("The king visited Kidal.", "visited", "visit", "settlement"),
        ("The front declared a truce in Kidal.", "truce", "ceasefire", "settlement"),
        ("The governor imposed a curfew on Kidal.", "imposed", "ban", "settlement"),
    ],
)
def test_a_place_can_be_whom_it_is_done_to(text: str, word: str, kind: str, precision: str) -> None:
    scene = Scene(text)
    trigger = scene.event(word, kind, place=scene.place("Kidal", precision))
    assert targets(scene, trigger) == ["Kidal"]


@pytest.mark.parametrize(
    ("text", "word", "kind", "precision"),
    [
        ("Troops were withdrawn from Kidal.", "withdrawn", "withdrawal", "settlement"),
        ("The governor forbade marches in Kidal.", "forbade", "ban", "settlement"),
        ("Herders blocked the road to Kidal.", "blocked", "blockade", "settlement"),
        ("Chad sent soldiers to Kidal.", "sent", "deployment", "district"),
        ("Gunmen shot a baker in Kidal.", "shot", "armed_attack", "province"),
    ],
)
def test_where_it_happens_is_not_whom_it_is_done_to(text: str, word: str, kind: str, precision: str) -> None:
    scene = Scene(text)
    trigger = scene.event(word, kind, place=scene.place("Kidal", precision))
    assert targets(scene, trigger) == []


@pytest.mark.parametrize(("where", "found"), [("Upper Marsh", ["Upper Marsh"]), ("border", [])])
def test_a_land_without_a_place_in_the_table_has_a_name(where: str, found: list[str]) -> None:
    scene = Scene(f"Chad sent soldiers to the {where}.")
    place = scene.place(where)
    del scene.places[place.span]
    assert targets(scene, scene.event("sent", "deployment", place=place)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad gave seed to farmers hit by drought in Kidal.", ["Kidal"]),
        ("Chad gave seed to farmers after talks in Kidal.", []),
        ("Chad gave seed. Rain fell in Kidal.", []),
    ],
)
def test_where_aid_goes_is_whom_it_is_given(text: str, found: list[str]) -> None:
    scene = Scene(text)
    scene.place("Kidal")
    trigger = scene.event("gave", "aid", agent=scene.actor("Chad", kind="state"))
    assert targets(scene, trigger) == found
