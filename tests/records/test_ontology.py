"""The ontology file is complete and consistent."""

from tacitus.records.ontology import load
from tacitus.records.plover import QUAD

ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip


def test_every_type_is_complete() -> None:
    ontology = load()
    assert len(ontology) == 64
    assert load() is ontology
    for event_type in ontology:
        assert ontology[event_type.id] is event_type
        assert event_type.label and event_type.definition.endswith(".")
        assert len(event_type.examples) == 2
        assert event_type.plover is None or event_type.plover in QUAD
        assert event_type.ucdp in (None, "state-based", "non-state", "one-sided")
        assert not (event_type.symmetric and event_type.verbal)


def test_acled_names_are_acleds() -> None:
    for event_type in load():
        if event_type.acled_event is None:
            assert event_type.acled_sub is None
        else:
            assert event_type.acled_sub in ACLED[event_type.acled_event]


def test_symmetric_types_are_those_where_all_sides_take_part() -> None:
    symmetric = {event_type.id for event_type in load() if event_type.symmetric}
    assert symmetric == {"armed_clash", "meeting", "agreement", "cooperation", "ceasefire"}
