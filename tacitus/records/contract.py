"""Documents and incidents ↔ JSON lines: the contract (section 3 of the design).

One thing to know: ``text[start:end] == claim["text"]`` always holds, since the words are cut out of
the report's text here and nowhere else. Absence is null or an empty list, never a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from importlib.resources import files
from typing import Any

from tacitus.records.event import Claim, Document, Event, Issue, Quote, Said, Settled
from tacitus.records.incident import Dissent, Incident, Ruling
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.records.value import (
    ACTOR_FIELDS,
    TOLL_FIELDS,
    ActorValue,
    ContentValue,
    PlaceValue,
    TimeValue,
    TollValue,
    Value,
    WeaponValue,
)

Json = dict[str, Any]
#: The value that a field's claims hold; every other field holds a place, a weapon or a content.
_VALUES: Mapping[str, type[Value]] = {
    **dict.fromkeys(ACTOR_FIELDS, ActorValue), **dict.fromkeys(TOLL_FIELDS, TollValue), "place": PlaceValue,
    "time": TimeValue, "deadline": TimeValue, "weapon": WeaponValue, "content": ContentValue,
}  # fmt: skip


def line(document: Document) -> str:
    """One line of the contract, without its line end."""
    return json.dumps(record(document), ensure_ascii=False)


def record(document: Document) -> Json:
    """The contract's object for one report."""
    report, text = document.report, document.report.text
    return {
        "report": {
            "id": report.id,
            "url": report.url,
            "outlet": report.outlet,
            "title": report.title,
            "published": report.published.isoformat() if report.published else None,
            "published_basis": report.published_basis,
            "language": report.language,
            "text": text,
        },
        "events": [_event(event, text) for event in document.events],
        "quotes": [_quote(quote, text) for quote in document.quotes],
        "issues": [asdict(issue) for issue in document.issues],
    }


def schema() -> Json:
    """The JSON schema (2020-12) of one line of the contract."""
    found: Json = json.loads((files("tacitus") / "data" / "contract.schema.json").read_text("utf-8"))
    return found


def _words(span: Span, text: str) -> Json:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _event(event: Event, text: str) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "realis": event.realis,
        "confidence": event.confidence,
        "trigger": _words(event.trigger, text),
        "mentions": [_words(span, text) for span in event.mentions],
        "claims": [_claim(claim, text) for claim in event.claims],
        "settled": {entry.field: _settled(entry) for entry in event.settled},
    }


def _claim(claim: Claim, text: str) -> Json:
    return {
        "field": claim.field,
        "id": claim.id,
        "value": _value(claim.value),
        **_words(claim.span, text),
        "said_by": _said(claim.said_by, text),
        "stance": claim.stance,
        "confidence": claim.confidence,
    }


def _value(value: Value) -> Json:
    if isinstance(value, ContentValue):
        return {"event": value.event} if value.event else {"text": value.text}
    return asdict(value)


def _settled(entry: Settled) -> Json | list[Json]:
    """One value, or a list where several stand side by side; the parts of a toll stay with its claims."""
    if len(entry.values) == 1:
        only = entry.values[0]
        return {"low": only.low, "high": only.high} if isinstance(only, TollValue) else _value(only)
    return [_value(value) for value in entry.values]


def _said(said: Said | None, text: str) -> Json | None:
    if said is None:
        return None
    return {**_words(said.span, text), "actor": asdict(said.actor) if said.actor else None}


def _quote(quote: Quote, text: str) -> Json:
    return {
        **_words(quote.span, text),
        "speaker": _said(quote.speaker, text),
        "cue": _words(quote.cue, text) if quote.cue else None,
        "direct": quote.direct,
    }


def read_record(found: Json) -> Document:
    """The document of a contract's object: the other way of :func:`record`. KeyError or TypeError if it is none."""
    report = found["report"]
    told = {**report, "published": date.fromisoformat(report["published"]) if report["published"] else None}
    return Document(
        Report(**told),
        events=tuple(read_event(event) for event in found["events"]),
        quotes=tuple(_read_quote(quote) for quote in found["quotes"]),
        issues=tuple(Issue(**issue) for issue in found["issues"]),
    )


def read_event(found: Json) -> Event:
    """The event of a contract's object."""
    return Event(
        found["id"], found["type"], found["realis"], found["confidence"], _read_span(found["trigger"]),
        tuple(map(_read_span, found["mentions"])), tuple(map(_read_claim, found["claims"])),
        read_settled(found["settled"]),
    )  # fmt: skip


def read_value(field: str, found: Json) -> Value:
    """The value that a claim on this field holds."""
    return _VALUES[field](**found)


def read_settled(found: Json) -> tuple[Settled, ...]:
    """The settled fields of an event or incident."""
    return tuple(
        Settled(field, tuple(read_value(field, each) for each in (values if isinstance(values, list) else [values])))
        for field, values in found.items()
    )


def _read_span(found: Json) -> Span:
    return Span(found["start"], found["end"])


def _read_claim(found: Json) -> Claim:
    value = read_value(found["field"], found["value"])
    return Claim(
        found["id"], found["field"], value, _read_span(found), _read_said(found["said_by"]), found["stance"],
        found["confidence"],
    )  # fmt: skip


def _read_said(found: Json | None) -> Said | None:
    return Said(_read_span(found), ActorValue(**found["actor"]) if found["actor"] else None) if found else None


def _read_quote(found: Json) -> Quote:
    cue = _read_span(found["cue"]) if found["cue"] else None
    return Quote(_read_span(found), _read_said(found["speaker"]), cue, found["direct"])


def incident_record(incident: Incident, events: Iterable[tuple[str, Json]]) -> Json:
    """The contract's object for one incident; ``events`` are its events' own objects, each with its report's id."""
    return {
        "id": incident.id,
        "type": incident.type,
        "realis": incident.realis,
        "grade": incident.grade,
        "sources": incident.sources,
        "settled": {entry.field: _settled(entry) for entry in incident.settled},
        "best": {entry.field: _settled(entry) for entry in incident.best},
        "contested": list(incident.contested),
        "dissent": [_dissent(each) for each in incident.dissent],
        "reasons": list(incident.reasons),
        "events": list(incident.events),
        "loose": list(incident.loose),
        "reports": list(incident.reports),
        "claims": [
            {"report": report, "event": event["id"], **claim} for report, event in events for claim in event["claims"]
        ],
    }


def read_incident(found: Json) -> Incident:
    """The incident of a contract's object."""
    return Incident(
        found["id"], found["type"], found["realis"], found["grade"], read_settled(found["settled"]),
        tuple(found["contested"]), tuple(found["events"]), tuple(found["reports"]),
        tuple(_read_dissent(each) for each in found["dissent"]), tuple(found["reasons"]), found["sources"],
        read_settled(found["best"]), tuple(found.get("loose", ())),
    )  # fmt: skip


def _dissent(dissent: Dissent) -> Json:
    value = _value(dissent.value) if dissent.value else None
    return {**asdict(dissent), "value": value, "reports": list(dissent.reports)}


def _read_dissent(found: Json) -> Dissent:
    value = read_value(found["field"], found["value"]) if found["value"] else None
    return Dissent(**{**found, "value": value, "reports": tuple(found["reports"])})


def ruling_record(ruling: Ruling) -> Json:
    """A person's ruling as an object; its value in the contract's form."""
    value = _value(ruling.value) if ruling.value is not None else None
    return {**asdict(ruling), "events": list(ruling.events), "value": value}
