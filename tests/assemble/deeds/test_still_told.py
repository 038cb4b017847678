"""Denied deeds in which people died."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("rest", "types"),
    [
        ("a camp where the envoy says 12 people were killed", [("denial", "actual"), ("air_strike", "actual")]),
        (
            "a camp and said 12 people were killed",
            [("denial", "actual"), ("air_strike", "denied"), ("air_strike", "actual")],
        ),
    ],
)
def test_a_denied_raid_in_which_people_died_is_one_raid(rest: str, types: list[tuple[str, str]]) -> None:
    scene = Scene(f"The ministry denied that its jets had bombed {rest}.")
    jets, toll = scene.actor("its jets", kind="military"), scene.toll("12 people", "killed", 12, 12, "people")
    raid = scene.event("bombed", "air_strike", "denied", agent=jets, toll=toll)
    scene.event("denied", "denial", agent=scene.actor("ministry", kind="government"), content=raid)
    scene.event("killed", "air_strike", agent=jets, toll=toll)
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [(e.type, e.realis) for e in events] == types
    doers = [c.stance for e in events[:2] for c in e.of("perpetrator")]
    assert doers and set(doers) == {"denied"}
