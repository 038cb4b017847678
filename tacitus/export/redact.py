"""Rows → the same rows without the names of private persons, for publication.

In: an incident or event with its records. Out: the same; nothing in the ledger changes. One thing to know: it is done
on the records, so that every format honours it, and it leaves out too much rather than too little. Who holds an office
or stands in the actors' table is public; every other person is "person", or with a rank the body that it is of. Words
and titles of reports, where names stand too, go as well, and where somebody was left out the place is
rounded to its district.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from tacitus.export.rows_of import EventRow, Header, IncidentRow
from tacitus.records.event import Claim, Event, Said, Settled
from tacitus.records.incident import Dissent, Incident
from tacitus.records.personal import like_a_person
from tacitus.records.value import ActorValue, ContentValue, PlaceValue, TollValue, Value

#: Kinds by which one of many may be named; of who was hurt an unknown kind may be a person too.
_PEOPLE = frozenset({"civilians", "protesters"})
_VICTIMS = frozenset({*_PEOPLE, "other", None})
#: Kinds of body that a person with a rank or a post is counted with.
_RANKS = frozenset({"police", "military", "intelligence", "rebel", "militia", "party", "government"})
#: A tenth of a degree is about 11 km, a small district.
_TENTH = 1


def incident(row: IncidentRow) -> IncidentRow:
    """An incident and its events without names of private persons."""
    hidden = _Hidden.of(row.events, row.incident)
    events = tuple(hidden.event(each) for each in row.events)
    return IncidentRow(hidden.incident(row.incident, _known(events)), events)


def event(row: EventRow) -> EventRow:
    """An event without names of private persons."""
    return _Hidden.of((row,)).event(row)


def private(field: str, value: Value) -> bool:
    """Whether the value names a private person: a person, or somebody with a name, whom no table knows."""
    if not isinstance(value, ActorValue) or value.actor is not None:
        return False
    anybody = _VICTIMS if field in ("target", "addressee") else _PEOPLE
    ranked = value.kind in _RANKS and like_a_person(value.name.split())
    return value.kind == "person" or ranked or (value.kind in anybody and _like_a_name(value.name))


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Who is left out of one row: their names, and the words of these in small letters."""

    names: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, rows: Iterable[EventRow], whole: Incident | None = None) -> _Hidden:
        names = {name for row in rows for name in _names(row.event)}
        if whole:
            names |= {v.name for field, v in _values(whole.settled) if isinstance(v, ActorValue) and private(field, v)}
            told = [(each.field, each.value) for each in whole.dissent if each.value]
            names |= {v.name for field, v in told if isinstance(v, ActorValue) and private(field, v)}
        words = {word.lower() for name in names for word in re.findall(r"\w+", name) if len(word) > 2}
        return cls(frozenset(names), frozenset(words))

    def event(self, row: EventRow) -> EventRow:
        old = row.event
        claims = tuple(claim for each in old.claims if (claim := self._claim(each)))
        return EventRow(replace(old, claims=claims, settled=self._settled(old.settled)), self._header(row.report))

    def incident(self, old: Incident, known: frozenset[str]) -> Incident:
        return replace(
            old,
            settled=self._settled(old.settled),
            best=self._settled(old.best),
            dissent=tuple(each for old_one in old.dissent if (each := self._dissent(old_one, known))),
            reasons=tuple(reason for reason in old.reasons if not self._names_somebody(reason)),
        )

    def _header(self, header: Header) -> Header:
        url = header.url
        if url and self._names_somebody(url):
            parts = urlsplit(url)
            url = f"{parts.scheme}://{parts.netloc}/"
        return replace(header, title=None, url=url)

    def _names_somebody(self, words: str) -> bool:
        return any(word.lower() in self.words for word in re.findall(r"[^\W_]+", words))

    def _claim(self, claim: Claim) -> Claim | None:
        value = self._value(claim.field, claim.value)
        return replace(claim, value=value, said_by=_said(claim.said_by)) if value else None

    def _settled(self, fields: Iterable[Settled]) -> tuple[Settled, ...]:
        found = []
        for entry in fields:
            values = (value for each in entry.values if (value := self._value(entry.field, each)))
            if kept := tuple(dict.fromkeys(values)):
                found.append(Settled(entry.field, kept))
        return tuple(found)

    def _dissent(self, dissent: Dissent, known: frozenset[str]) -> Dissent | None:
        value = self._value(dissent.field, dissent.value) if dissent.value else None
        if dissent.value and not value:
            return None
        voices = ("person" if v in self.names else v for v in dissent.by.split("; ") if v in known | self.names)
        return replace(dissent, value=value, by="; ".join(voices))

    def _value(self, field: str, value: Value) -> Value | None:
        """The value without a name; None if it is nothing else."""
        if private(field, value) and isinstance(value, ActorValue):
            return replace(value, name=value.kind) if value.kind else None
        if isinstance(value, TollValue):
            return replace(value, who=None) if value.who and _like_a_name(value.who) else value
        if isinstance(value, ContentValue):
            return ContentValue(event=value.event) if value.event else None
        return self._place(value) if isinstance(value, PlaceValue) and self.names else value

    def _place(self, place: PlaceValue) -> PlaceValue | None:
        """The district; None for a house or a shop, which has no place of its own."""
        if place.lat is None or place.lon is None:
            return place if place.precision in ("district", "province", "country") else None
        if place.precision not in ("exact", "settlement"):
            return place
        name = place.admin2 or place.admin1 or place.country or ""
        point = round(place.lat, _TENTH), round(place.lon, _TENTH)
        return PlaceValue(name, None, place.country, place.admin1, place.admin2, *point, "district")


def _like_a_name(words: str) -> bool:
    """Whether the words may hold a name: anything but small letters, as scripts without small letters have."""
    return any(letter.isalpha() and not letter.islower() for letter in words)


def _said(said: Said | None) -> Said | None:
    """Who said it; of a private person only that a person did."""
    if said is None or said.actor is None or not private("speaker", said.actor):
        return said
    return Said(said.span, replace(said.actor, name="person"))


def _names(told: Event) -> Iterator[str]:
    """The names of private persons in an event."""
    values = [(claim.field, claim.value) for claim in told.claims]
    values += [("speaker", claim.said_by.actor) for claim in told.claims if claim.said_by and claim.said_by.actor]
    values += _values(told.settled)
    yield from (value.name for field, value in values if isinstance(value, ActorValue) and private(field, value))


def _values(fields: Iterable[Settled]) -> list[tuple[str, Value]]:
    return [(entry.field, value) for entry in fields for value in entry.values]


def _known(rows: Iterable[EventRow]) -> frozenset[str]:
    """Outlets, and sources that are no private persons: who may be named as a voice."""
    found = {row.report.outlet for row in rows if row.report.outlet}
    for row in rows:
        found |= {claim.said_by.actor.name for claim in row.event.claims if claim.said_by and claim.said_by.actor}
    return frozenset(found)
