"""Which deed a claim of responsibility or a blame speaks of, where two are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tacitus.assemble.said.contents import with_contents
from tacitus.records.event import Claim, Event
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue, PlaceValue, TimeValue, Value

TEXT = "A bomb went off in Lom. Gunmen seized an envoy in Dara. The Front claimed responsibility for the blasts."


def event(text: str, words: str, kind: str, *told: tuple[str, Value, str]) -> Event:
    def span(piece: str) -> Span:
        return Span(text.index(piece), text.index(piece) + len(piece))

    claims = [Claim(f"{words}{n}", f, v, span(w), None, "asserted", 0.8) for n, (f, v, w) in enumerate(told)]
    return Event(words, kind, "actual", 0.9, span(words), (span(words),), tuple(claims))


def of(*deeds: str) -> list[tuple[str, Value, str]]:
    return [("content", ContentValue(event=deed), deed) for deed in deeds]


def spoken_of(text: str, *events: Event) -> list[str | None]:
    act = with_contents(text, events)[-1]
    return [c.value.event for c in act.of("content") if isinstance(c.value, ContentValue)]


@pytest.mark.parametrize(("named", "found"), [("blasts", ["blasts"]), ("attack", ["seized", "attack"])])
def test_who_claims_blasts_claims_no_kidnapping(named: str, found: list[str]) -> None:
    text = TEXT.replace("blasts", named)
    deeds = event(text, "seized", "abduction"), event(text, named, "bombing")
    assert spoken_of(text, *deeds, event(text, "claimed", "responsibility_claim", *of("seized", named))) == found


@pytest.mark.parametrize(("town", "found"), [("Lom", ["attack"]), ("Dara", ["seized", "attack"])])
def test_who_claims_the_attack_in_a_town_claims_none_elsewhere(town: str, found: list[str]) -> None:
    text = f"Gunmen seized an envoy in Dara. The Front claimed the {town} attack."
    places = {n: PlaceValue(n, "town", "TCD", n, None, 1.0, 2.0, "settlement", n) for n in ("Lom", "Dara")}
    deeds = (
        event(text, "seized", "abduction", ("place", places["Dara"], "Dara")),
        event(text, "attack", "armed_attack", ("place", places[town], town)),
    )
    assert spoken_of(text, *deeds, event(text, "claimed", "responsibility_claim", *of("seized", "attack"))) == found


def test_who_is_blamed_for_mondays_attack_is_not_for_wednesdays() -> None:
    text = "On Wednesday a judge was shot. Officials blamed the Front for Monday's attack."
    days = {n: TimeValue(day, day, "day") for n, day in (("Wednesday", "2003-05-14"), ("Monday", "2003-05-12"))}
    deeds = (
        event(text, "shot", "armed_attack", ("time", days["Wednesday"], "Wednesday")),
        event(text, "attack", "armed_attack", ("time", days["Monday"], "Monday")),
    )
    assert spoken_of(text, *deeds, event(text, "blamed", "accusation", *of("shot", "attack"))) == ["attack"]


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("claimed responsibility in a call", ["seized"]),
        ("claimed responsibility for it", ["seized"]),
        ("claimed responsibility for the raid on a mill", []),
        ("claimed the mill", []),
    ],
)
def test_a_claim_without_more_words_is_of_the_last_deed(claim: str, found: list[str]) -> None:
    text = f"A bomb went off in Lom. Gunmen seized an envoy in Dara. The Front {claim}."
    words = "claimed responsibility" if "responsibility" in claim else "claimed"
    deeds = event(text, "bomb", "bombing"), event(text, "seized", "abduction")
    assert spoken_of(text, *deeds, event(text, words, "responsibility_claim")) == found


@pytest.mark.parametrize(("kind", "found"), [("gunmen", ["seized"]), ("police", [])])
def test_what_a_states_forces_did_nobody_else_claims(kind: str, found: list[str]) -> None:
    text = "Men seized an envoy in Dara. The Front claimed responsibility."
    deed = event(text, "seized", "arrest", ("perpetrator", ActorValue(None, "Men", kind, None), "Men"))
    deed = replace(deed, type="abduction")
    assert spoken_of(text, deed, event(text, "claimed responsibility", "responsibility_claim")) == found


def test_what_one_is_accused_of_may_be_two_deeds() -> None:
    text = "The envoy accused the police of assaulting and kidnapping clerks."
    deeds = event(text, "assaulting", "assault"), event(text, "kidnapping", "abduction")
    assert spoken_of(text, *deeds, event(text, "accused", "accusation", *of("assaulting", "kidnapping"))) == [
        "assaulting", "kidnapping",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "charge"),
    [
        ("accused the Front of a massacre.", ["a massacre"]),
        ("accused the Front of a massacre on Monday.", ["a massacre"]),
        ("accused the Front of treason and left.", ["treason"]),
        ("accused the Front.", []),
    ],
)
def test_what_somebody_is_accused_of_is_told_by_the_words_behind_him(clause: str, charge: list[str]) -> None:
    text, front = f"The envoy {clause}", ActorValue("org:front", "Front", "rebel", "TCD")
    (act,) = with_contents(text, [event(text, "accused", "accusation", ("addressee", front, "Front"))])
    assert [c.value.text for c in act.of("content") if isinstance(c.value, ContentValue)] == charge
    assert [c.span.of(text) for c in act.of("content")] == charge
