"""Verbs that only carry a noun."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("text", "verb", "noun", "told"),
    [
        ("The Front may launch a barrage of rockets at Lom.", "threatened", "feared", ["threatened"]),
        ("The Front has launched a new wave of barrages at Lom.", "historical", "actual", ["historical"]),
        ("The Front denied it did launch the barrage at Lom.", "denied", "actual", ["denied", "actual"]),
        ("The Front may launch boats after a barrage at Lom.", "threatened", "actual", ["threatened", "actual"]),
    ],
)
def test_a_light_verb_and_its_noun_are_one_deed(text: str, verb: str, noun: str, told: list[str]) -> None:
    scene = Scene(text)
    front = scene.actor("The Front")
    scene.event("launch", "shelling", verb, agent=front)
    scene.event("barrage", "shelling", noun, agent=front)
    if "launched" in text:
        scene.triggers, scene.links = [], []
        scene.event("launched", "shelling", verb, agent=front)
        scene.event("barrages", "shelling", noun, agent=front)
    events, _ = assemble(scene.report, scene.markup(sentences(text)), scene.resolved, load())
    assert [e.realis for e in events] == told
