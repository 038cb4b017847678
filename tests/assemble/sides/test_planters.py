"""Whose weapon a disrupted one was."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event
from tacitus.records.ontology import load
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("text", "found", "stance"),
    [
        ("A mine planted by the Maoists was defused near Gaya.", "defused", "asserted"),
        ("A mine which had allegedly been laid by the Maoists was defused.", "defused", "alleged"),
        ("Sappers found a mine suspected to have been buried by Maoists.", "found", "alleged"),
        ("Sappers defused a mine that the Maoists had hidden in a culvert.", "defused", "asserted"),
        ("Maoists had placed the mine under a bridge, where it was defused.", "defused", "asserted"),
        ("Sappers found a mine belonging to the Maoists.", "found", "asserted"),
        ("Sappers defused a mine near Gaya. The device was reportedly planted by Maoists.", "defused", "alleged"),
        ("Sappers defused a mine near Gaya. It had been laid by the Maoists to kill them.", "defused", "asserted"),
    ],
)
def test_whoever_planted_what_was_defused_is_its_target(text: str, found: str, stance: str) -> None:
    scene = Scene(text)
    scene.actor("Maoists")
    scene.event(found, "weapons_disrupted", target=scene.weapon("mine", "mine"))
    assert sorted(targets(scene)) == [("Maoists", stance), ("mine", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "A mine was defused near Gaya, police said, and Maoists burned a bus.",
        "Maoists fled when a mine was defused.",
        "Sappers defused a mine near Gaya. A bus was burned by Maoists.",
    ],
)
def test_who_is_told_of_beside_it_is_not(text: str) -> None:
    scene = Scene(text)
    scene.actor("Maoists")
    scene.event("defused", "weapons_disrupted", target=scene.weapon("mine", "mine"))
    assert targets(scene) == [("mine", "asserted")]


@pytest.mark.parametrize(
    ("text", "found", "planted", "stance"),
    [
        ("A mine planted by the Maoists was defused near Gaya.", "defused", "planted", "asserted"),
        ("Sappers found a mine suspected to have been buried by Maoists near Gaya.", "found", "buried", "alleged"),
        ("Sappers defused a mine that the Maoists had laid near Gaya.", "defused", "laid", "asserted"),
        ("Sappers defused a mine near Gaya. It had been placed by the Maoists.", "defused", "placed", "asserted"),
        ("A mine left by Maoists near Gaya was made safe.", "made safe", "left", "asserted"),
    ],
)
def test_who_planted_an_explosive_did_a_deed_of_his_own(text: str, found: str, planted: str, stance: str) -> None:
    scene = Scene(text)
    scene.actor("Maoists")
    scene.event(found, "weapons_disrupted", target=scene.weapon("mine", "mine"), place=scene.place("Gaya"))
    (deed,) = (e for e in told(scene) if e.type == "bombing")
    assert deed.trigger.of(text) == planted
    assert [(c.span.of(text), c.stance) for c in deed.of("perpetrator")] == [("Maoists", stance)]
    assert [c.span.of(text) for c in deed.of("weapon", "place")] == ["mine", "Gaya"]


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Sappers found a mine hidden by Maoists.", "mine"),
        ("Sappers found explosives left behind by Maoists.", "explosives"),
        ("Sappers shot down a drone launched by Maoists, found later.", "drone"),
        ("Sappers found rifles placed by Maoists in a cave.", "rifles"),
    ],
)
def test_what_is_hidden_or_launched_was_not_planted(text: str, weapon: str) -> None:
    scene = Scene(text)
    scene.actor("Maoists")
    scene.event("found", "weapons_disrupted", target=scene.weapon(weapon, "mine"))
    assert [e.type for e in told(scene)] == ["weapons_disrupted"]


def told(scene: Scene) -> tuple[Event, ...]:
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    return events


def targets(scene: Scene) -> list[tuple[str, str]]:
    (find,) = (e for e in told(scene) if e.type == "weapons_disrupted")
    return [(c.span.of(scene.text), c.stance) for c in find.of("target")]
