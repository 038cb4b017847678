"""What a person asks of a ledger, whether typed as a command or sent to the server.

In: a ledger and a query. Out: rows for exports, commitments, codes of countries. One thing to know: rows stream from
the ledger page by page, so that an export of a million incidents needs no more memory than one of ten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from tacitus.errors import SettingError
from tacitus.export.rows_of import EventRow, Header, IncidentRow, ReportRow
from tacitus.export.ruled import KINDS
from tacitus.merge.commitments import BINDING, Commitment, commitments
from tacitus.records import contract
from tacitus.records.incident import Ruling
from tacitus.records.report import Report
from tacitus.records.value import ContentValue
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.store.ledger import Ledger
from tacitus.store.promised import Promised
from tacitus.store.query import Query
from tacitus.store.query import toll as toll_of

Json = dict[str, Any]
#: Rows fetched at a time.
PAGE = 500
#: What binds somebody is told as done, as ``merge/commitments.py`` has it: a promise that is only planned binds nobody.
BOUND = ("actual", "historical")


def country_of(words: str, gazetteer: Gazetteer) -> str:
    """The code of a country, of which the name or the code is given. Raises :class:`SettingError` if it is none."""
    if found := gazetteer.country_asked(words):
        return found
    raise SettingError(f"{words!r} is no country; give its name or its ISO code (AFG or AF)")


def query_of(
    gazetteer: Gazetteer, *, place: str | None = None, country: str | None = None, toll: str | None = None,
    **others: Any,
) -> Query:  # fmt: skip
    """The query, of which a place, a country and a toll are given in words.

    Raises :class:`SettingError` for what nothing could match.
    """
    since, until = others.get("since"), others.get("until")
    if since and until and since > until:
        raise SettingError(f"since ({since}) lies after until ({until}); give the earlier day as since")
    for name, words in (("place", place), *((name, others.get(name)) for name in ("actor", "source", "report"))):
        if words is not None and not words.strip():
            raise SettingError(f"{name} is empty; give a name, or leave it out")
    return Query(
        place=place, place_country=gazetteer.country_called(place) if place is not None else None,
        country=country_of(country, gazetteer) if country is not None else None,
        toll=toll_of(toll) if toll is not None else None, **others,
    )  # fmt: skip


def rows_of(
    ledger: Ledger, rows: str, query: Query
) -> Iterator[IncidentRow] | Iterator[EventRow] | Iterator[ReportRow]:
    """All rows that a query asks for, ``incidents``, ``events`` or ``reports``, for :mod:`tacitus.export.formats`.

    Of the reports only those that a person has ruled on.
    """
    whole = replace(query, limit=PAGE)
    if rows == "reports":
        return _ruled(ledger, whole)
    return _incidents(ledger, whole) if rows == "incidents" else _events(ledger, whole)


def _incidents(ledger: Ledger, query: Query) -> Iterator[IncidentRow]:
    for row in _pages(ledger, "incidents", query):
        if (story := ledger.incident(row["id"])) is not None:
            texts = _texts(ledger, [report["id"] for report, _ in story.accounts])
            yield IncidentRow(story.incident, tuple(_event(report, event, texts) for report, event in story.accounts))


def _events(ledger: Ledger, query: Query) -> Iterator[EventRow]:
    lot: list[Json] = []
    for row in _pages(ledger, "events", query):
        lot.append(row)
        if len(lot) == PAGE:
            yield from _event_rows(ledger, lot)
            lot = []
    yield from _event_rows(ledger, lot)


def reports_of(ledger: Ledger, query: Query) -> Iterator[Report]:
    """All reports that a query asks for."""
    for lot in _lots(_pages(ledger, "reports", replace(query, limit=PAGE))):
        found = {each["report"]["id"]: contract.read_record(each).report for each in ledger.documents(lot)}
        yield from (found[id_] for id_ in lot)


def _lots(rows: Iterator[Json]) -> Iterator[list[str]]:
    while lot := [row["id"] for row in islice(rows, PAGE)]:
        yield lot


def _ruled(ledger: Ledger, query: Query) -> Iterator[ReportRow]:
    """The reports with rulings on their own events, in the order asked for."""
    of_event: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in ledger.rulings():
        if ruling.kind in KINDS:
            of_event[ruling.events[0]].append(ruling)
    wanted = ledger.reports_of_events(of_event)
    for row in _pages(ledger, "reports", query) if wanted else ():
        if row["id"] in wanted:
            [found] = ledger.documents([row["id"]])
            document = contract.read_record(found)
            mine = [ruling for event in document.events for ruling in of_event.get(event.id, ())]
            yield ReportRow(document, tuple(mine))


def _event_rows(ledger: Ledger, lot: list[Json]) -> Iterator[EventRow]:
    found = {each["report"]["id"]: each["report"] for each in ledger.documents({row["report"] for row in lot})}
    texts = {id_: report["text"] for id_, report in found.items()}
    yield from (_event(found[row["report"]], row, texts) for row in lot)


def _pages(ledger: Ledger, what: str, query: Query) -> Iterator[Json]:
    after: str | None = query.after
    while True:
        page = getattr(ledger, what)(replace(query, after=after))
        yield from page.rows
        if (after := page.next) is None:
            return


def _texts(ledger: Ledger, reports: list[str]) -> dict[str, str]:
    return {each["report"]["id"]: each["report"]["text"] for each in ledger.documents(reports)}


def _event(report: Json, event: Json, texts: dict[str, str]) -> EventRow:
    published = date.fromisoformat(report["published"]) if report["published"] else None
    header = Header(report["id"], report["url"], report["outlet"], report["title"], published)
    return EventRow(contract.read_event(event), header, texts.get(report["id"]))


def followed(ledger: Ledger, *, actor: str | None = None, by: date | None = None) -> list[Commitment]:
    """Who promised or threatened what by when, and what came of it; ``by``: with a deadline up to this day."""
    found: list[Commitment] = []
    after: str | None = None
    while True:
        some, after = followed_page(ledger, actor=actor, by=by, limit=1000, after=after)
        found += some
        if after is None:
            return found


def followed_page(
    ledger: Ledger, *, actor: str | None = None, by: date | None = None, limit: int = 50, after: str | None = None
) -> tuple[list[Commitment], str | None]:
    """So many of them, the nearest deadline first, and the cursor of the next page."""
    ids, more = ledger.commitments(Promised(BINDING, BOUND, actor, by, limit, after))
    binding = [contract.read_incident(row) for row in ledger.incident_records(ids).values()]
    spoken_of = {
        value.event for each in binding for value in each.of("content")
        if isinstance(value, ContentValue) and value.event
    }  # fmt: skip
    where = ledger.incidents_of(spoken_of)
    acts = {i: contract.read_incident(found) for i, found in ledger.incident_records(set(where.values())).items()}
    return list(commitments(binding, lambda event: acts.get(where.get(event, "")))), more


def commitment_record(each: Commitment) -> Json:
    """A commitment as an object: who, to whom, what, by when, and what has been reported of the acts spoken of."""
    incident = each.incident
    return {
        "incident": incident.id,
        "type": incident.type,
        "by": list(each.by),
        "to": list(each.to),
        "what": list(each.what),
        "deadline": each.deadline,
        "state": each.state,
        "acts": [{"incident": act.id, "type": act.type, "realis": act.realis} for act in each.acts],
        "reports": list(incident.reports),
    }
