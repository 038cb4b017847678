"""What a strike with a toxic agent is."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("means", "types"),
    [
        ("sarin", ["chemical_attack"]),
        ("toxic shells", ["chemical_attack"]),
        ("gas canisters", ["air_strike"]),
        ("white phosphorus", ["air_strike"]),
    ],
)
def test_a_strike_with_a_toxic_agent_is_a_chemical_attack(means: str, types: list[str]) -> None:
    scene = Scene(f"Jets bombed Jowhar with {means}.")
    scene.event("bombed", "air_strike", place=scene.place("Jowhar"), weapon=scene.weapon(means, "chemical"))
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [e.type for e in events] == types


def test_words_for_another_deed_are_no_means_of_this_one() -> None:
    scene = Scene("Jets bombed the base from which the gas attack on Jowhar had come.")
    scene.event("bombed", "air_strike", weapon=scene.weapon("gas attack", "chemical"))
    scene.event("attack", "chemical_attack", place=scene.place("Jowhar"))
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [e.type for e in events] == ["air_strike", "chemical_attack"]


@pytest.mark.parametrize(
    ("doer", "kind"), [("Air force", "air_strike"), ("Army helicopters'", "air_strike"), ("Army", "shelling")]
)
def test_the_rockets_of_those_who_fly_are_an_air_strike(doer: str, kind: str) -> None:
    scene = Scene(f"{doer} rockets killed nine cooks in Jowhar.")
    toll = scene.toll("nine cooks", "killed", 9, 9)
    scene.event(
        "killed",
        "shelling",
        agent=scene.actor(doer, kind="military"),
        weapon=scene.weapon("rockets", "rocket"),
        toll=toll,
    )
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [e.type for e in events] == [kind]
