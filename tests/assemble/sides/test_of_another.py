"""Whose deed it is, where one sentence tells two."""

import pytest

from tacitus.assemble.grouping.tellings import Telling, tellings
from tacitus.assemble.items import Items
from tacitus.assemble.sides.of_another import of_their_own
from tacitus.records.ontology import load
from tacitus.records.span import Span
from tests.assemble.build import Scene


def read(scene: Scene) -> dict[str, Telling]:
    markup = scene.markup([Span(0, len(scene.text))])
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    return {t.trigger.span.of(scene.text): t for t in of_their_own(scene.text, markup.sentences, found, load().types)}


def words(scene: Scene, telling: Telling, role: str) -> list[str]:
    return sorted(span.of(scene.text) for span in telling.spans(role))


@pytest.mark.parametrize(
    ("text", "type_", "kept"),
    [
        ("The army shot down nine drones launched from Lom.", "weapons_disrupted", False),
        ("The army shot down nine drones and launched jets.", "weapons_disrupted", True),
        ("The army shot down drones launched by rebels.", "weapons_disrupted", True),
        ("The army used nine drones launched from Lom.", "air_strike", True),
    ],
)
def test_who_shot_a_drone_down_did_not_launch_it(text: str, type_: str, kept: bool) -> None:
    scene = Scene(text)
    army, drones = scene.actor("army", kind="military"), scene.weapon("drones", "drone")
    scene.event("shot down" if "shot" in text else "used", type_, agent=army, target=drones)
    scene.event("launched", "air_strike", agent=army, weapon=drones)
    assert words(scene, read(scene)["launched"], "agent") == (["army"] if kept else [])


@pytest.mark.parametrize(
    ("text", "type_", "kept"),
    [
        ("A constable was shot in Lom during a march by Bello's supporters.", "demonstration", False),
        ("A constable was shot in Lom during a raid by Bello's supporters.", "armed_attack", True),
        ("A constable was shot in Lom by Bello's supporters.", "", True),
    ],
)
def test_who_marched_did_not_shoot(text: str, type_: str, kept: bool) -> None:
    scene = Scene(text)
    crowd = scene.actor("Bello's supporters", kind="protesters")
    scene.event("shot", "armed_attack", agent=crowd)
    if type_:
        scene.event("march" if "march" in text else "raid", type_, agent=crowd)
    assert words(scene, read(scene)["shot"], "agent") == (["Bello's supporters"] if kept else [])


@pytest.mark.parametrize("joint", [", saying that the", " and said the", " by which the"])
def test_what_a_denier_tells_instead_is_another_deed(joint: str) -> None:
    scene = Scene(f"He denied that jets had hit the ford{joint} nine cooks killed there died in rebel shelling.")
    jets, cooks, he = scene.actor("jets", kind="military"), scene.actor("cooks", kind="civilians"), scene.actor("He")
    nine = scene.toll("nine cooks", "killed", 9, 9)
    scene.event("denied", "denial", agent=he)
    scene.event("hit", "air_strike", "denied", agent=jets, toll=nine, victim=cooks)
    scene.event("killed", "air_strike", agent=jets, toll=nine, victim=cooks)
    found, apart = read(scene), "which" not in joint
    assert words(scene, found["hit"], "toll") == ([] if apart else ["nine cooks"])
    assert words(scene, found["killed"], "agent") == ([] if apart else ["jets"])
    assert words(scene, found["killed"], "toll") == ["nine cooks"]
