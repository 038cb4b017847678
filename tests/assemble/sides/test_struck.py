"""What stands behind a verb that strikes."""

import pytest

from tacitus.assemble.grouping.tellings import tellings
from tacitus.assemble.items import Items
from tacitus.assemble.sides.struck import with_the_struck_behind
from tacitus.records.span import Span
from tests.assemble.build import Scene


def told(scene: Scene) -> dict[str, list[str]]:
    markup = scene.markup([Span(0, len(scene.text))])
    found = with_the_struck_behind(
        scene.text, markup.mentions, tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    )
    deed = next(t for t in found if t.trigger.type == "air_strike")
    return {role: [s.of(scene.text) for s in deed.spans(role)] for role in ("agent", "target")}


def test_who_denies_bombing_hospitals_denies_that_and_no_raid_on_rebels() -> None:
    scene = Scene("The junta and its allies deny bombing hospitals in their campaign against rebel groups.")
    junta, allies, rebels = scene.actor("junta"), scene.actor("its allies"), scene.actor("rebel groups")
    raid = scene.event("bombing", "air_strike", "denied", agent=allies, target=rebels)
    scene.event("deny", "denial", agent=[junta, allies], content=raid)
    assert told(scene) == {"agent": ["its allies", "junta"], "target": ["hospitals"]}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Jets bombed a school and rebel groups.", ["rebel groups", "school"]),
        ("Jets bombed a school bus and rebel groups.", ["rebel groups"]),
        ("Jets bombed positions in the campaign against rebel groups.", ["rebel groups"]),
    ],
)
def test_only_a_site_right_behind_the_verb_is_added(text: str, target: list[str]) -> None:
    scene = Scene(text)
    scene.event("bombed", "air_strike", target=scene.actor("rebel groups"))
    assert told(scene)["target"] == target
