"""ACLED's sub-event asks whom it hit and who took it."""

import pytest

from tacitus.records.acled import sub_event
from tacitus.records.ontology import load
from tacitus.records.value import ActorValue, WeaponValue


def party(name: str, kind: str | None) -> ActorValue:
    return ActorValue(None, name, kind, None)


@pytest.mark.parametrize(
    ("kind", "agent", "target", "expected"),
    [
        ("armed_attack", "rebel", party("a patrol", "military"), "Armed clash"),
        ("armed_attack", "rebel", party("an army outpost", None), "Armed clash"),
        ("armed_attack", "rebel", party("herders", "civilians"), "Attack"),
        ("armed_attack", "rebel", party("a hut", None), "Attack"),
        ("territory_seized", "military", party("a town", None), "Government regains territory"),
        ("territory_seized", "rebel", party("a town", None), "Non-state actor overtakes territory"),
        ("seizure", "police", party("forty rifles", None), "Disrupted weapons use"),
        ("seizure", "police", party("a ship", None), "Other"),
        ("deployment", "military", party("a ridge", None), "Change to group/activity"),
        ("meeting", "state", party("Mali", "state"), None),
    ],
)
def test_sub_event(kind: str, agent: str, target: ActorValue, expected: str | None) -> None:
    assert sub_event(load()[kind], [party("x", agent)], [target])[1] == expected


def test_soldiers_and_villagers_hit_together_are_an_attack_on_civilians() -> None:
    both = [party("soldiers", "military"), party("villagers", "civilians")]
    assert sub_event(load()["armed_attack"], [], both) == ("Violence against civilians", "Attack")


def test_a_grenade_is_told_by_the_weapon() -> None:
    assert sub_event(load()["bombing"], [], [], [WeaponValue("grenade", "grenade")])[1] == "Grenade"


def test_people_counted_at_a_post_are_not_civilians() -> None:
    hit = [party("a police post", None), party("five people", "civilians")]
    assert sub_event(load()["armed_attack"], [], hit)[1] == "Armed clash"


def test_seized_arms_may_be_read_as_weapons() -> None:
    assert sub_event(load()["seizure"], [], [], [WeaponValue("two rifles", "firearm")])[1] == "Disrupted weapons use"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("defected", "Change to group/activity"), ("desertions", "Change to group/activity"), ("gave up", "Agreement")],
)
def test_who_changes_sides_changes_a_group(words: str, expected: str) -> None:
    assert sub_event(load()["surrender"], [], [], [], [words])[1] == expected


def test_attackers_among_the_dead_are_not_whom_it_hit() -> None:
    hit = [party("four of the assailants", "gunmen"), party("an exchange", None)]
    assert sub_event(load()["armed_attack"], [], hit)[1] == "Attack"


@pytest.mark.parametrize(("kind", "expected"), [("withdrawal", "Change to group/activity"), ("release", "Agreement")])
def test_forces_that_move_change_and_prisoners_are_freed_by_agreement(kind: str, expected: str) -> None:
    assert sub_event(load()[kind], [], [])[1] == expected
