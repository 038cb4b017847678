"""Words that a person points at → the values that they can stand for, the likeliest first.

In: the words of a report, or a name that somebody types. Out: values of the contract. One thing to know: the words are
resolved as the reader's own mentions are, in the report in which they stand, with its date and its other claims around
them; what else bears the name comes behind.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from tacitus.records.event import Document
from tacitus.records.markup import Markup, Mention
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.records.value import ACTOR_FIELDS, TOLL_FIELDS, ActorValue, ContentValue, PlaceValue, Value
from tacitus.resolve.actors.lookup import look_up
from tacitus.resolve.actors.table import Actor, ActorTable
from tacitus.resolve.names import name_key
from tacitus.resolve.places.gazetteer import Gazetteer, Place
from tacitus.resolve.resolve import Tables, resolve

_KINDS = {**dict.fromkeys(ACTOR_FIELDS, "actor"), **dict.fromkeys(TOLL_FIELDS, "toll"), "place": "place",
          "time": "time", "deadline": "time", "weapon": "weapon", "content": "content"}  # fmt: skip
#: What the coordinates of a place of each kind stand for.
_PRECISION = {"country": "country", "region": "province", "feature": "exact"}


@dataclass(slots=True)
class Lookup:
    """The tables that words are looked up in; those of the actors are opened when they are first wanted."""

    gazetteer: Gazetteer
    _actors: ActorTable | None = field(default=None)

    @property
    def actors(self) -> ActorTable:
        """The actors."""
        if self._actors is None:
            self._actors = ActorTable.open()
        return self._actors

    def meant(self, name: str, document: Document, span: Span, limit: int) -> list[Value]:
        """What the words at the span can stand for as the value of that field."""
        report, kind = document.report, _KINDS[name]
        words = span.of(report.text)
        found: list[Value] = []
        if kind == "content":
            return [ContentValue(words)]
        resolved, _ = resolve(report, _around(document, span, kind), Tables(self.actors, self.gazetteer))
        if kind == "toll":
            return [resolved.tolls[span].value] if span in resolved.tolls else []
        by_kind: dict[str, Mapping[Span, Value]] = {
            "actor": resolved.actors, "place": resolved.places, "time": resolved.times, "weapon": resolved.weapons,
        }  # fmt: skip
        by_span = by_kind[kind]
        if span in by_span:
            found.append(by_span[span])
        if kind == "place":
            found += self.places(words, limit=limit)
        if kind == "actor":
            found += self.actors_called(words, report.published, limit=limit)
        return list(dict.fromkeys(found))[:limit]

    def places(self, name: str, country: str | None = None, *, limit: int) -> list[PlaceValue]:
        """The places that bear the name, the more populous first, and then those whose names are much alike."""
        bearers = [*self.gazetteer.lookup(name), *self.gazetteer.alike(name)]
        wanted = (each for each in bearers if country is None or each.country == country)
        rows = {place.row: place for place in wanted}
        return [self._value(place) for place in rows.values()][:limit]

    def actors_called(self, name: str, on: date | None = None, *, limit: int) -> list[ActorValue]:
        """The actors that bear the name on the day, what it describes, and whose names begin with it."""
        found = [_actor(each) for each in look_up(name, on, self.actors)]
        for id_ in _beginning(_keys(self.actors), name_key(name)):
            if len(found) >= 2 * limit:
                break
            actor = self.actors[id_]
            if on is None or actor.there(on):
                found.append(_actor(actor))
        return list(dict.fromkeys(found))[:limit]

    def _value(self, place: Place) -> PlaceValue:
        def called(row: int | None) -> str | None:
            return None if row is None else self.gazetteer.place(row).name

        province = place.row if place.kind == "province" else place.province
        district = place.row if place.kind == "district" else place.district
        precision = _PRECISION.get(place.kind, place.kind)
        return PlaceValue(
            place.name, place.kind, place.country, called(province), called(district), place.lat, place.lon,
            precision if place.lat is not None else None, self.gazetteer.id_of(place),
        )  # fmt: skip


def of_words(words: str) -> tuple[Document, Span]:
    """A report that is these words and nothing else."""
    return Document(Report("words", words)), Span(0, len(words))


def _around(document: Document, span: Span, kind: str) -> Markup:
    """The words as a mention, among the report's claims on actors and places, which tell where it is set."""
    others = dict[Span, str]()
    for event in document.events:
        for claim in event.claims:
            other = _KINDS[claim.field]
            if other in ("actor", "place", "time") and not claim.span.overlaps(span):
                others[claim.span] = other
    mentions = [Mention(each, of, None, 1.0) for each, of in {**others, span: kind}.items()]
    return Markup((Span(0, len(document.report.text)),), tuple(sorted(mentions, key=lambda m: m.span)), (), (), ())


def _actor(found: Actor | ActorValue) -> ActorValue:
    return found if isinstance(found, ActorValue) else ActorValue(found.id, found.name, found.kind, found.country)


@cache
def _keys(table: ActorTable) -> list[tuple[str, str]]:
    """The names of all actors, in order, each with its actor."""
    return sorted((name_key(name), actor.id) for actor in table for name in (actor.name, *actor.also))


def _beginning(keys: list[tuple[str, str]], key: str) -> Iterator[str]:
    """The actors of whose names one begins so, each once."""

    def ids() -> Iterable[str]:
        at = bisect_left(keys, (key, ""))
        while key and at < len(keys) and keys[at][0].startswith(key):
            yield keys[at][1]
            at += 1

    yield from dict.fromkeys(ids())
