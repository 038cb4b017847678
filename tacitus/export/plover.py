"""Events → JSON lines in the manner of PLOVER: one line an event, with all its sources and targets.

In: event rows. Out: lines. One thing to know: there is no "text": a report's sentences are its outlet's. ``eventText``
are the few words that name the event, and ``start`` and ``end`` lead back to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from typing import Any

from tacitus.export import settled
from tacitus.export.columns import Column, day
from tacitus.export.dyads import plover
from tacitus.export.jsonlines import line
from tacitus.export.parties import codes, sector
from tacitus.export.rows_of import EventRow
from tacitus.records import ontology
from tacitus.records.plover import quad, root_of
from tacitus.records.value import ActorValue

_VERSION = version("tacitus")


def _kind(row: EventRow) -> ontology.EventType:
    return ontology.load()[row.event.type]


def _root(row: EventRow) -> str | None:
    return root_of(row.event, row.text or "")


def _actors(parties: Sequence[ActorValue]) -> list[dict[str, Any]]:
    told = (
        {"actorText": p.name, "code": p.country, "sector": sector(p), "actor": p.actor,
         "cameo": codes(p.actor).get("cameo")} for p in parties
    )  # fmt: skip
    return [{key: value for key, value in party.items() if value} for party in told]


def _side(row: EventRow, second: bool) -> list[dict[str, Any]]:
    """Who stands together in a compound act (a meeting) is all source, as PLOVER has it."""
    sources, targets, others = settled.sides(row.event.settled, symmetric=_kind(row).symmetric)
    if _kind(row).symmetric and _kind(row).family != "violence":
        return [] if second else _actors([*sources, *targets, *others])
    return _actors(targets if second else [*sources, *others])


def _location(row: EventRow) -> dict[str, Any] | None:
    place = settled.place(row.event.settled)
    spot = settled.point(place) or (None, None)
    told = {"name": place.name, "country": place.country, "admin1": place.admin1, "admin2": place.admin2,
            "lat": spot[0], "lon": spot[1], "precision": place.precision, "id": place.gazetteer_id}  # fmt: skip
    return {key: value for key, value in told.items() if value not in (None, "")} or None


COLUMNS: tuple[Column[EventRow], ...] = (
    Column("id", "our id of the event", lambda r: r.event.id),
    Column("date", "the day, ISO 8601; absent where it is not known to the day",
           lambda r: day(settled.interval(r.event.settled).day)),
    Column("source", "who acts: `actorText`, country `code`, `sector`, our `actor` id, `cameo` code",
           lambda r: _side(r, False)),
    Column("target", "whom it is done or said to, the same; absent for those who meet or agree, who are all source",
           lambda r: _side(r, True)),
    Column("event", "PLOVER's type; what is planned or denied has another than what is done",
           lambda r: plover(r)[0]),
    Column("mode", "PLOVER's mode, of what is done", lambda r: plover(r)[1]),
    Column("quad", "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict",
           lambda r: quad(root) if (root := _root(r)) else None),
    Column("eventText", "the words that name the event", lambda r: r.words(r.event.trigger)),
    Column("start", "where they begin in the report's text, in code points", lambda r: r.event.trigger.start),
    Column("end", "where they end", lambda r: r.event.trigger.end),
    Column("location", "the settled place, with its `precision`", _location),
    Column("type", "our leaf type", lambda r: r.event.type),
    Column("realis", "actual · planned · conditional · threatened · denied · historical", lambda r: r.event.realis),
    Column("confidence", "how sure the reader is of the event, 0 to 1", lambda r: r.event.confidence),
    Column("report", "the report's id", lambda r: r.report.id),
    Column("url", "where it stands", lambda r: r.report.url),
    Column("publication", "its outlet", lambda r: r.report.outlet),
    Column("published", "the day it was published", lambda r: day(r.report.published)),
    Column("coder", "Tacitus", lambda _: "Tacitus"),
    Column("version", "of Tacitus", lambda _: _VERSION),
)  # fmt: skip


def lines(rows: Iterable[EventRow]) -> Iterator[str]:
    """A line an event; what is not known is absent."""
    for row in rows:
        told = {column.name: column.value(row) for column in COLUMNS}
        yield line({k: v for k, v in told.items() if v not in (None, [])})
