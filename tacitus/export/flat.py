"""Our own tables, one row an incident, an event or a claim: CSV, Parquet, GeoPackage and GeoJSON share them.

In: rows. Out: columns. One thing to know: a toll has three columns. ``killed`` is one figure to count with, ``…_low``
and ``…_high`` say what it may be; an open end ("at least 30") leaves ``…_high`` empty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tacitus.export import settled
from tacitus.export.columns import Column, day, on
from tacitus.export.nations import nation
from tacitus.export.rows_of import EventRow, IncidentRow
from tacitus.export.settled import Fields
from tacitus.records import ontology
from tacitus.records.event import Claim, Event
from tacitus.records.incident import Incident
from tacitus.records.report import Report
from tacitus.records.value import TOLL_FIELDS, ActorValue, TollValue

_TAGS = {"killed": "#affected+killed", "injured": "#affected+injured", "abducted": "#affected+abducted",
         "arrested": "#affected+arrested", "displaced": "#affected+displaced", "missing": "#affected+missing",
         "surrendered": "#affected+surrendered"}  # fmt: skip

WHEN: tuple[Column[Fields], ...] = (
    Column("earliest", "first day of the settled time", lambda f: day(settled.interval(f).first), date,
           "#date+occurred+start"),
    Column("latest", "last day of the settled time; empty where open", lambda f: day(settled.interval(f).last), date,
           "#date+occurred+end"),
    Column("time_precision", "minute · hour · day · week · month · season · year · decade · relative",
           lambda f: settled.interval(f).precision, tag="#date+occurred+precision"),
)  # fmt: skip
WHERE: tuple[Column[Fields], ...] = (
    Column("place", "name of the settled place, the finest that has a point", lambda f: settled.place(f).name,
           tag="#loc+name"),
    Column("place_precision", "exact · settlement · district · province · country: what the coordinates stand for",
           lambda f: settled.place(f).precision, tag="#loc+precision"),
    Column("admin2", "its district", lambda f: settled.place(f).admin2, tag="#adm2+name"),
    Column("admin1", "its province", lambda f: settled.place(f).admin1, tag="#adm1+name"),
    Column("country", "its country, by name", lambda f: nation(settled.place(f).country).name, tag="#country+name"),
    Column("country_code", "its country, ISO 3166 alpha-3", lambda f: settled.place(f).country,
           tag="#country+code+v_iso3"),
    Column("latitude", "WGS 84; empty for a whole country, which has no point", lambda f: _point(f)[0], float,
           "#geo+lat"),
    Column("longitude", "the same", lambda f: _point(f)[1], float, "#geo+lon"),
    Column("gazetteer_id", "the gazetteer's id, such as geonames:1138958",
           lambda f: settled.place(f).gazetteer_id, tag="#loc+code+gazetteer"),
)  # fmt: skip
WHO: tuple[Column[Fields], ...] = tuple(
    Column(f"{name}s", f"settled {name}s, “; ” between them", settled.named(name), tag=f"#group+{name}+name")
    for name in ("perpetrator", "target", "participant", "speaker", "addressee")
)
HOW: tuple[Column[Fields], ...] = (
    Column("weapons", "weapons and means", settled.named("weapon"), tag="#event+weapon"),
    Column(
        "content",
        "what a verbal act says, in the report's words, or the id of the event it speaks of",
        settled.contents,
    ),
)


def _point(fields: Fields) -> tuple[float | None, float | None]:
    return settled.point(settled.place(fields)) or (None, None)


def _tolls(best: Callable[[Any, str], TollValue | None], told: str) -> Iterator[Column[Any]]:
    """Three columns a toll; ``best`` finds the value whose figure is counted with."""

    def figure(name: str) -> Callable[[Any], int | None]:
        return lambda thing: settled.figure(best(thing, name))

    def bound(name: str, which: str) -> Callable[[Any], int | None]:
        return lambda thing: getattr(settled.toll(thing.settled, name), which, None)

    for name in TOLL_FIELDS:
        tag = _TAGS[name]
        yield Column(name, f"{told}; of “some 40” the middle, else the lowest said", figure(name), int, tag)
        yield Column(f"{name}_low", "the lowest of all that is settled", bound(name, "low"), int, f"{tag}+min")
        yield Column(
            f"{name}_high", "the highest; empty where open (“at least”)", bound(name, "high"), int, f"{tag}+max"
        )


def _kind(thing: Incident | Event) -> ontology.EventType:
    return ontology.load()[thing.type]


_WHAT: tuple[Column[Any], ...] = (
    Column("type", "the leaf type (`tacitus types` lists them)", lambda t: t.type, tag="#event+type"),
    Column("family", "its family", lambda t: _kind(t).family, tag="#event+family"),
    Column("label", "its name in words", lambda t: _kind(t).label, tag="#event+name"),
    Column("realis", "actual · planned · conditional · threatened · feared · denied · historical",
           lambda t: t.realis, tag="#event+realis"),
)  # fmt: skip


def _settled_columns(best: Callable[[Any, str], TollValue | None], told: str) -> tuple[Column[Any], ...]:
    return (
        *on((*WHEN, *WHERE, *WHO), lambda t: t.settled),
        *_tolls(best, told),
        *on(HOW, lambda t: t.settled),
    )


_MOST = "the figure that most sources give, the latest of those"
INCIDENTS: tuple[Column[IncidentRow], ...] = (
    Column("id", "the incident's id", lambda r: r.incident.id, tag="#event+id"),
    *on(_WHAT, lambda r: r.incident),
    Column("grade", "corroborated · single-source · contested", lambda r: r.incident.grade, tag="#status+grade"),
    Column("sources", "how many independent sources", lambda r: r.incident.sources, int, "#meta+sources+num"),
    Column("contested", "fields on which the sources differ", lambda r: "; ".join(r.incident.contested),
           tag="#status+contested"),
    *on(_settled_columns(settled.best, _MOST), lambda r: r.incident),
    Column("outlets", "who published its reports", lambda r: "; ".join(_outlets(r)), tag="#meta+source+list"),
    Column("urls", "where they stand", lambda r: " ".join(h.url for h in r.reports if h.url), tag="#meta+url+list"),
    Column("reports", "their ids", lambda r: "; ".join(r.incident.reports)),
    Column("events", "ids of the reports' events that tell it", lambda r: "; ".join(r.incident.events)),
    Column("notes", "a sentence put together from the settled fields", lambda r: settled.sentence(r.incident),
           tag="#description"),
)  # fmt: skip

_REPORT: tuple[Column[EventRow], ...] = (
    Column("report_id", "the report's id", lambda r: r.report.id),
    Column("published", "the day it was published", lambda r: day(r.report.published), date),
    Column("outlet", "who published it", lambda r: r.report.outlet),
)

EVENTS: tuple[Column[EventRow], ...] = (
    Column("id", "the event's id", lambda r: r.event.id),
    *_REPORT,
    Column("url", "where the report stands", lambda r: r.report.url),
    Column("title", "its title", lambda r: r.report.title),
    *on(_WHAT, lambda r: r.event),
    Column("confidence", "how sure the reader is of the event, 0 to 1", lambda r: r.event.confidence, float),
    Column("trigger", "the words that name the event", lambda r: r.words(r.event.trigger)),
    Column("start", "where they begin in the report's text, in code points", lambda r: r.event.trigger.start, int),
    Column("end", "where they end", lambda r: r.event.trigger.end, int),
    Column("mentions", "how often the report names the event", lambda r: len(r.event.mentions), int),
    *on(_settled_columns(lambda t, name: settled.toll(t.settled, name), "the report's figure"), lambda r: r.event),
)


REPORTS: tuple[Column[Report], ...] = (
    Column("id", "the report's id", lambda r: r.id),
    Column("published", "the day it was published", lambda r: day(r.published), date),
    Column("outlet", "who published it", lambda r: r.outlet),
    Column("title", "its title", lambda r: r.title),
    Column("url", "where it stands", lambda r: r.url),
    Column("language", "its language", lambda r: r.language),
    Column("text", "the text that all offsets count in", lambda r: r.text),
)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of an event; None for an event without any."""

    row: EventRow
    claim: Claim | None


def claim_rows(rows: Iterable[EventRow]) -> Iterator[ClaimRow]:
    """A row for each claim; an event without claims has one row with an empty field."""
    for row in rows:
        yield from (ClaimRow(row, claim) for claim in row.event.claims or (None,))


def _of_claim(of: Callable[[EventRow, Claim], Any]) -> Callable[[ClaimRow], Any]:
    return lambda c: of(c.row, c.claim) if c.claim else None


CLAIMS: tuple[Column[ClaimRow], ...] = (
    *on(_REPORT, lambda c: c.row),
    Column("event_id", "the event's id", lambda c: c.row.event.id),
    *on((_WHAT[0], _WHAT[3]), lambda c: c.row.event),
    Column("event_confidence", "how sure the reader is of the event", lambda c: c.row.event.confidence, float),
    Column("trigger", "the words that name the event", lambda c: c.row.words(c.row.event.trigger)),
    Column("field", "what is claimed: perpetrator, place, killed …; empty for an event without claims",
           _of_claim(lambda _, c: c.field)),
    Column("value", "the value, as in the JSON lines", _of_claim(lambda _, c: _json(c))),
    Column("text", "the words it was read from", _of_claim(lambda r, c: r.words(c.span))),
    Column("start", "where they begin in the report's text, in code points", _of_claim(lambda _, c: c.span.start), int),
    Column("end", "where they end", _of_claim(lambda _, c: c.span.end), int),
    Column("said_by", "whom the report names as the source; empty: nobody, it says so itself",
           _of_claim(lambda r, c: said_by(r, c))),
    Column("stance", "asserted · alleged · possible · denied", _of_claim(lambda _, c: c.stance)),
    Column("confidence", "how sure the reader is of the claim", _of_claim(lambda _, c: c.confidence), float),
)  # fmt: skip


def _json(claim: Claim) -> str:
    value = {name: getattr(claim.value, name) for name in claim.value.__slots__}
    return json.dumps(value, ensure_ascii=False)


def said_by(row: EventRow, claim: Claim) -> str | None:
    """Whom the report names as the source of a claim."""
    if claim.said_by is None:
        return None
    party: ActorValue | None = claim.said_by.actor
    return party.name if party else row.words(claim.said_by.span)


def _outlets(row: IncidentRow) -> list[str]:
    return list(dict.fromkeys(header.outlet for header in row.reports if header.outlet))


def outlets(row: IncidentRow) -> str:
    """Who published the reports of an incident."""
    return "; ".join(_outlets(row))
