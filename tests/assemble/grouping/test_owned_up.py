"""Attacks that somebody claims: the one that the report tells of."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tests.assemble.build import Scene

LEAD = "A bomb killed nine in Lom. Many fled. Nobody slept. Rain fell. Roads shut. "


@pytest.mark.parametrize(
    ("claim", "events"),
    [
        ("The Front claimed the attack in a statement about the town of Dara.", 1),
        ("The Front claimed responsibility for the attack.", 1),
        ("The Front claimed the attack in Dara.", 2),
        ("The Front claimed the attack on a mill.", 2),
        ("The Front feared an attack.", 2),
    ],
)
def test_who_claims_the_attack_owns_up_to_the_one_told_of(claim: str, events: int) -> None:
    scene = Scene(LEAD + claim)
    scene.event("killed", "bombing", toll=scene.toll("nine", "killed", 9, 9), place=scene.place("Lom"))
    told = {"place": scene.place("Dara")} if "Dara" in claim else {}
    scene.event("attack", "armed_attack", agent=scene.actor("Front"), **told)
    found, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert len(found) == events
    if events == 1:
        assert [c.value.name for c in found[0].of("perpetrator")] == ["Front"]
        assert [c.span.of(scene.text) for c in found[0].of("place")] == ["Lom"]
