"""Whose weapon a disrupted one was."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
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


def targets(scene: Scene) -> list[tuple[str, str]]:
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    return [(c.span.of(scene.text), c.stance) for c in events[0].of("target")]
