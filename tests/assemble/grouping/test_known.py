"""What a report tells again of what it has told: the same victim."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("who", "again", "kind", "events"),
    [
        ("pilot", "the pilot", "execution", 1),
        ("pilot", "the pilot", "armed_clash", 2),
        ("pilot", "a judge", "execution", 2),
        ("villager", "the villager", "execution", 2),
    ],
)
def test_whoever_is_told_from_others_is_killed_once(who: str, again: str, kind: str, events: int) -> None:
    scene = Scene(f"Rebels shot a captured {who} on the ridge. Rain fell. Roads shut. The front executed {again}.")
    for word, type_, victim in (("shot", "armed_attack", f"a captured {who}"), ("executed", kind, again)):
        scene.event(word, type_, victim=scene.actor(victim), toll=scene.toll(victim, "killed", 1, 1))
    found, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert len(found) == events


def test_two_may_be_others() -> None:
    scene = Scene("Rebels shot two pilots, one of them a captain. Rain fell. Roads shut. The front executed the pilot.")
    toll = scene.toll("two pilots", "killed", 2, 2)
    scene.event("shot", "armed_attack", victim=[scene.actor("two pilots"), scene.actor("a captain")], toll=toll)
    scene.event("executed", "execution", victim=scene.actor("the pilot"), toll=scene.toll("the pilot", "killed", 1, 1))
    found, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert len(found) == 2
