"""Documents → JSON lines, one a report: the contract (section 3 of the design).

One thing to know: ``text[start:end] == claim["text"]`` always holds, since the words are cut out of
the report's text here and nowhere else. Absence is null or an empty list, never a sentence.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from tacitus.records.event import Claim, Document, Event, Quote, Said, Settled
from tacitus.records.span import Span
from tacitus.records.value import ContentValue, TollValue, Value

Json = dict[str, Any]


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
