"""Reports, events and incidents → the rows that hold them.

In: the nouns. Out: one mapping of column to value for each row. One thing to know: the contract's own object is
kept whole in ``body``; the columns beside it are there to be searched by.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from math import floor
from typing import Any

from tacitus.records import contract, ontology
from tacitus.records.event import Claim, Document, Event, Settled
from tacitus.records.incident import Incident
from tacitus.records.report import Report
from tacitus.records.value import ACTOR_FIELDS, ActorValue, PlaceValue, TimeValue, TollValue, Value
from tacitus.store.tables import LONGEST, TOLLS, fold

Row = dict[str, Any]


def dumps(value: object) -> str:
    """JSON as the ledger keeps it: no blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def text_hash(text: str) -> str:
    """What a text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()


def series(report: Report) -> str:
    """What all versions of a report have in common."""
    name = report.url or report.id
    return name if len(name) <= LONGEST else text_hash(name)


def packed(raw: bytes | None, text: str) -> bytes | None:
    """The source as it came, compressed; None when it is the text."""
    return None if raw is None or raw == text.encode() else zlib.compress(raw)


def report_row(report: Report) -> Row:
    """What a report says of itself."""
    day = report.published.isoformat() if report.published else None
    return {
        "id": report.id, "series": series(report), "text_hash": text_hash(report.text), "url": report.url,
        "outlet": report.outlet, "outlet_key": fold(report.outlet), "title": report.title, "published": day,
        "day": day or "", "published_basis": report.published_basis, "language": report.language,
        "wire": report.id, "text": report.text,
    }  # fmt: skip


def event_rows(document: Document) -> Iterator[Row]:
    """The events of a report, in order, without their keys."""
    for ordinal, (event, body) in enumerate(zip(document.events, contract.record(document)["events"], strict=True)):
        yield {
            "id": event.id, "ordinal": ordinal, "type": event.type, "family": family(event.type),
            "realis": event.realis, "confidence": event.confidence, **where_and_when(event.settled),
            "outlet_key": fold(document.report.outlet), "contested": False, "body": dumps(body),
        }  # fmt: skip


def claim_rows(event: Event, row: Row, text: str) -> Iterator[Row]:
    """The claims of an event, in order, with the key and time of its own row."""
    for ordinal, claim in enumerate(event.claims):
        actor = claim.value if isinstance(claim.value, ActorValue) else None
        yield {
            "event_key": row["key"], "ordinal": ordinal, "day": row["day"], "upto": row["upto"],
            "field": claim.field, "actor": fold(actor.actor) if actor else None,
            "actor_name": fold(actor.name) if actor else None, "actor_country": actor.country if actor else None,
            "said_by": _said(claim, text), "stance": claim.stance, "value": dumps(asdict(claim.value)),
            "start": claim.span.start, "end": claim.span.end, "confidence": claim.confidence,
        }  # fmt: skip


def quote_rows(document: Document, report_key: int) -> Iterator[Row]:
    """The quotes of a report, in order."""
    for ordinal, quote in enumerate(contract.record(replace(document, events=(), issues=()))["quotes"]):
        yield {"report_key": report_key, "ordinal": ordinal, "body": dumps(quote)}


def issue_rows(document: Document, report_key: int) -> Iterator[Row]:
    """What was not understood in a report, in order."""
    for ordinal, issue in enumerate(document.issues):
        yield {"report_key": report_key, "ordinal": ordinal, **asdict(issue)}


def incident_row(incident: Incident, changed: str) -> Row:
    """What an incident has come to."""
    body = contract.incident_record(incident, ())
    del body["claims"]
    return {
        "id": incident.id, "type": incident.type, "family": family(incident.type), "realis": incident.realis,
        "grade": incident.grade, "contested": bool(incident.contested), **where_and_when(incident.settled),
        "reports": len(incident.reports), "sources": incident.sources, "changed": changed, "body": dumps(body),
    }  # fmt: skip


def actor_rows(incident: Incident) -> Iterator[Row]:
    """The parties of an incident as settled, and those that only some sources name."""
    found = [(field, value) for field in ACTOR_FIELDS for value in incident.of(field)]
    found += [(each.field, each.value) for each in incident.dissent if each.value is not None]
    parties = dict.fromkeys((field, value) for field, value in found if isinstance(value, ActorValue))
    for ordinal, (field, value) in enumerate(parties):
        yield {
            "incident_id": incident.id, "ordinal": ordinal, "actor": fold(value.actor), "name": value.name,
            "name_key": fold(value.name) or "", "country": value.country, "role": field,
        }  # fmt: skip


def family(type_id: str) -> str:
    """The family of a type; a type that is no more in the ontology is its own."""
    types = ontology.load()
    return types[type_id].family if type_id in types else type_id


def cell(lat: float, lon: float) -> int:
    """The square of one degree that holds a point."""
    return (floor(min(lat, 89.999)) + 90) * 360 + (floor(lon) + 180) % 360


def stripes(box: tuple[float, float, float, float]) -> list[tuple[int, int]]:
    """The squares that a box (west, south, east, north) touches, as first and last of each row of squares.

    A box that crosses the date line touches two stripes of a row; one all around the world is a single stripe.
    """
    west, south, east, north = box
    first, last = (floor(min(each, 179.999)) + 180 for each in (west, east))
    parts = [(first, last)] if west <= east else [(first, 359), (0, last)]
    rows = range(floor(min(south, 89.999)) + 90, floor(min(north, 89.999)) + 91)
    if parts == [(0, 359)]:
        return [(rows[0] * 360, rows[-1] * 360 + 359)]
    return [(row * 360 + start, row * 360 + end) for row in rows for start, end in parts]


def where_and_when(settled: Sequence[Settled]) -> Row:
    """The columns that events and incidents share."""
    values = {entry.field: entry.values for entry in settled}
    row: Row = {**_when(values.get("time", ())), **_where(values.get("place", ()))}
    for toll in TOLLS:
        bounds = [each for each in values.get(toll, ()) if isinstance(each, TollValue)]
        row[f"{toll}_low"] = min((each.low for each in bounds), default=None)
        highs = [each.high for each in bounds]
        row[f"{toll}_high"] = max(high for high in highs if high is not None) if highs and None not in highs else None
    row["deaths"] = row["killed_low"] or 0
    return row


def _when(values: Sequence[Value]) -> Row:
    """The days from the first to the last; an open beginning counts as its end, an open end as for ever."""
    times = [each for each in values if isinstance(each, TimeValue)]
    earliest = min((t.earliest[:10] for t in times if t.earliest), default=None)
    latest = max((t.latest[:10] for t in times if t.latest), default=None)
    if latest is not None and any(t.earliest and not t.latest for t in times):
        latest = None
    upto = latest or ("9999-12-31" if earliest else "")
    return {"earliest": earliest, "latest": latest, "day": earliest or latest or "", "upto": upto}


def _where(values: Sequence[Value]) -> Row:
    """The first place that is settled."""
    place = next((each for each in values if isinstance(each, PlaceValue)), PlaceValue(""))
    known = place.lat is not None and place.lon is not None
    return {
        "lat": place.lat, "lon": place.lon, "cell": cell(place.lat or 0.0, place.lon or 0.0) if known else None,
        "precision": place.precision, "place": place.name or None, "place_key": fold(place.name),
        "country": place.country, "admin1": place.admin1, "admin1_key": fold(place.admin1),
    }  # fmt: skip


def _said(claim: Claim, text: str) -> str | None:
    """Who said it, by the name that is known, else by the report's words."""
    if claim.said_by is None:
        return None
    return fold(claim.said_by.actor.name if claim.said_by.actor else claim.said_by.span.of(text))
