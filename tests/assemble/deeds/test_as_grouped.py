"""What a deed is, once all that tells it stands together."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event
from tacitus.records.ontology import load
from tests.assemble.build import Scene


def read(scene: Scene) -> list[Event]:
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    return list(events)


@pytest.mark.parametrize(("sides", "kind"), [(2, "armed_clash"), (1, "armed_attack")])
def test_a_clash_of_two_that_killed_villagers_stays_one(sides: int, kind: str) -> None:
    scene = Scene("Clashes between the Front and the Guard shook Lom. Two cooks were killed and nine injured there.")
    both = [scene.actor("Front"), scene.actor("Guard", kind="militia")][:sides]
    cooks = scene.actor("cooks", kind="civilians")
    clash = scene.event("Clashes", "armed_clash", agent=both)
    killed = scene.event("killed", "armed_attack", victim=cooks, toll=scene.toll("Two cooks", "killed", 2, 2))
    hurt = scene.event("injured", "armed_attack", toll=scene.toll("nine", "injured", 9, 9))
    scene.same(clash, killed)
    scene.same(killed, hurt)
    assert [e.type for e in read(scene)] == [kind]


def test_who_died_in_a_shelling_died_in_no_air_strike() -> None:
    scene = Scene("Jets had not flown. The nine cooks killed in Lom were victims of shelling by the Front.")
    toll = scene.toll("nine cooks", "killed", 9, 9)
    killed = scene.event("killed", "air_strike", toll=toll, victim=scene.actor("cooks", kind="civilians"))
    shelling = scene.event("shelling", "shelling", agent=scene.actor("Front"))
    scene.same(killed, shelling)
    assert [e.type for e in read(scene)] == ["shelling"]
