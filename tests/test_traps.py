"""The traps that older coders fall into, read by the real reader on invented sentences."""

from datetime import date

import pytest

from tacitus import Reader
from tacitus.records.event import Document, Event
from tacitus.records.value import ActorValue, ContentValue, PlaceValue, TollValue

VIOLENT = {"armed_clash", "armed_attack", "bombing", "suicide_bombing", "shelling", "air_strike", "assassination"}


def read(reader: Reader, text: str) -> Document:
    return reader.read(text, published=date(2021, 2, 17))


def events(document: Document, *types: str) -> list[Event]:
    return [e for e in document.events if e.type in types]


def names(event: Event, *fields: str) -> set[str]:
    return {c.value.name for c in event.of(*fields) if isinstance(c.value, ActorValue)}


def low(event: Event, field: str) -> list[int]:
    return [v.low for s in event.settled if s.field == field for v in s.values if isinstance(v, TollValue)]


@pytest.mark.parametrize(
    "text",
    [
        "The army vowed on Tuesday to launch an operation against the rebels in Kivu.",
        "The rebels threatened to attack the airport in Goma if talks fail.",
        "Residents of Jowhar fear a new attack on the town.",
        "The Houthis denied shelling the market in Taiz.",
    ],
)
def test_what_has_not_happened_is_never_actual(reader: Reader, text: str) -> None:
    assert not [e for e in read(reader, text).events if e.type in VIOLENT and e.realis == "actual"]


def test_an_agreement_is_between_the_two_and_the_city_is_only_the_place(reader: Reader) -> None:
    document = read(reader, "Iran and Saudi Arabia agreed to restore relations after talks in Beijing.")
    (agreement,) = events(document, "agreement")
    assert names(agreement, "participant") == {"Iran", "Saudi Arabia"}
    assert not any(
        "CHN" in (c.value.country or "") for e in document.events for c in e.claims if isinstance(c.value, ActorValue)
    )
    places = [c.value for e in document.events for c in e.of("place")]
    assert any(isinstance(p, PlaceValue) and p.name == "Beijing" for p in places)


def test_a_ship_is_seized(reader: Reader) -> None:
    (seizure,) = events(read(reader, "The navy seized a cargo ship off the coast of Oman."), "seizure")
    assert seizure.realis == "actual" and "cargo ship" in names(seizure, "target")


def test_a_claim_of_responsibility_and_its_bombing(reader: Reader) -> None:
    text = "Al-Shabaab claimed responsibility for a suicide bombing that killed 30 soldiers in Mogadishu."
    document = read(reader, text)
    (claim,) = events(document, "responsibility_claim")
    (blast,) = events(document, "bombing", "suicide_bombing")
    assert ContentValue(event=blast.id) in [c.value for c in claim.of("content")]
    assert low(blast, "killed") == [30] and names(claim, "speaker") == {"al-Shabaab"}


def test_accused_each_other_goes_both_ways(reader: Reader) -> None:
    document = read(reader, "Armenia and Azerbaijan accused each other of shelling villages near the border.")
    (accusation,) = events(document, "accusation")
    assert names(accusation, "speaker") == names(accusation, "addressee") == {"Armenia", "Azerbaijan"}


def test_a_planned_withdrawal_has_its_deadline(reader: Reader) -> None:
    (withdrawal,) = events(
        read(reader, "Chad will withdraw its troops from Mali by the end of the year."), "withdrawal"
    )
    assert withdrawal.realis == "planned"
    (deadline,) = withdrawal.of("deadline")
    assert deadline.value.latest == "2021-12-31"  # type: ignore[union-attr]


def test_no_one_was_hurt(reader: Reader) -> None:
    document = read(reader, "A bomb went off outside the court in Quetta but no one was hurt.")
    (blast,) = events(document, "bombing")
    assert low(blast, "injured") == [0]


def test_an_own_bomb_is_an_accident_and_the_next_incident_its_own(reader: Reader) -> None:
    text = (
        "At least 12 insurgents died when a bomb they were making went off by accident in Sangin, an army corps said. "
        "Four foreigners were among the dead.\n\n"
        "In a separate incident, a roadside bomb planted by the Taliban killed two girls in Khanabad, officials said."
    )
    document = read(reader, text)
    (accident,) = events(document, "accidental_explosion")
    (bombing,) = events(document, "bombing")
    assert low(accident, "killed") == [12] and low(bombing, "killed") == [2]
    assert not accident.of("perpetrator") and "Taliban" in names(bombing, "perpetrator")


def test_without_a_publication_date_no_date_is_invented(reader: Reader) -> None:
    document = reader.read("A mine killed a farmer near Kunduz on Monday.")
    times = [c.value for e in document.events for c in e.of("time")]
    assert times and all(t.earliest is None and t.latest is None for t in times)  # type: ignore[union-attr]
    assert any("relative" in issue.message for issue in document.issues)
    assert document.report.published is None


def test_quotes_have_their_speakers(reader: Reader) -> None:
    text = '"We will not leave this valley before the last prisoner is free," governor Amin Zaheer told reporters.'
    quotes = [q for q in read(reader, text).quotes if q.direct]
    assert [q.speaker and "Zaheer" in q.speaker.span.of(text) for q in quotes] == [True]


def test_the_s_of_a_possessive_begins_no_name(reader: Reader) -> None:
    text = "Dr. Salma al-Absi of the city's main hospital told reporters that rockets had wounded 31 people."
    document = read(reader, text)
    found = [c.said_by.span.of(text) for e in document.events for c in e.claims if c.said_by]
    assert found and not any(words.startswith("s ") for words in found)
