"""Events → a table with the 40 columns of POLECAT, in its order.

In: dyads. Out: columns. One thing to know: POLECAT codes whole stories with PLOVER; columns on the story as a whole
stay empty, for a row here is one event's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

from tacitus.export import settled
from tacitus.export.columns import Column, day, empty
from tacitus.export.dyads import Dyad, plover
from tacitus.export.parties import number, sector
from tacitus.records.plover import quad
from tacitus.records.value import ActorValue

_QUAD = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_VERSION = f"Tacitus {version('tacitus')}"
_STORY = "of the story as a whole; a row here is one event's"


def _party(word: str, of: Callable[[Dyad], ActorValue | None]) -> Iterator[Column[Dyad]]:
    """The eight columns on a party."""

    def part(find: Callable[[ActorValue], Any]) -> Callable[[Dyad], Any]:
        return lambda d: find(party) if (party := of(d)) else None

    def raw(dyad: Dyad) -> str | None:
        claim = dyad.claim(of(dyad))
        return dyad.row.words(claim.span) if claim else None

    yield Column(f"{word} Name", "the party's name", part(lambda p: p.name))
    yield Column(f"{word} Country", "its country, ISO 3166 alpha-3", part(lambda p: p.country))
    yield Column(f"{word} COW", "the country's Correlates of War number", part(lambda p: number(p.country, "cow")), int)
    yield Column(f"Primary {word} Sector", "PLOVER's sector, of the actors' table or by kind", part(sector))
    yield Column(f"{word} Sectors", "the same: no party here has two", part(sector))
    yield empty(f"{word} Title", "a title is not kept apart from the name")
    yield Column(f"{word} Name Raw", "the words it was read from, those nearest to the trigger", raw)
    yield empty(f"Wikipedia {word} ID", "actors are linked to the actors' table and not to Wikipedia")


def _geonames(dyad: Dyad) -> str | None:
    scheme, _, number = (dyad.place.gazetteer_id or "").partition(":")
    return number if scheme == "geonames" else None


def _raw_place(dyad: Dyad) -> str | None:
    found = next((c for c in dyad.row.event.of("place") if c.value == dyad.place), None)
    return dyad.row.words(found.span) if found else None


COLUMNS: tuple[Column[Dyad], ...] = (
    Column("Event ID", "our id of the event; of its second pair with -2", lambda d: d.id),
    Column("Event Date", "the day, ISO 8601; empty where it is not known to the day", lambda d: day(d.day)),
    Column("Event Type", "PLOVER's type; what is planned or denied has another than what is done",
           lambda d: plover(d.row)[0]),
    Column("Event Mode", "PLOVER's mode, of what is done", lambda d: plover(d.row)[1]),
    empty("Intensity", "POLECAT's scores are its own", float),
    Column("Quad Code", "by the type", lambda d: _QUAD[quad(d.root)] if d.root else None),
    empty("Contexts", "contexts are not read"),
    *_party("Actor", lambda d: d.source),
    *_party("Recipient", lambda d: d.target),
    Column("Placename", "the settled place", lambda d: d.place.name),
    Column("City", "the same, if it is a settlement or in one", lambda d: settled.town(d.place)),
    Column("District", "its district", lambda d: d.place.admin2),
    Column("Province", "its province", lambda d: d.place.admin1),
    Column("Country", "its country, ISO 3166 alpha-3", lambda d: d.place.country),
    Column("Latitude", "of the place; empty for a whole country", lambda d: d.spot[0], float),
    Column("Longitude", "the same", lambda d: d.spot[1], float),
    Column("GeoNames ID", "the number, where the place is GeoNames'", _geonames),
    Column("Raw Placename", "the words it was read from", _raw_place),
    empty("Feature Type", "the gazetteer's kinds are not GeoNames' feature codes"),
    Column("Source", "the report's outlet", lambda d: d.row.report.outlet),
    Column("Publication Date", "the day it was published", lambda d: day(d.row.report.published)),
    empty("Story People", _STORY),
    empty("Story Organizations", _STORY),
    empty("Story Locations", _STORY),
    empty("Language", "only English is read so far, and a report's header does not say it"),
    Column("Version", "of Tacitus", lambda _: _VERSION),
)  # fmt: skip
