"""Documents → CSV: one row a claim, so that no source, word or dissent is lost in a flat file."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TextIO

from tacitus.records.event import Document

COLUMNS = (
    "report_id", "published", "outlet", "event_id", "type", "realis", "event_confidence", "trigger", "field", "value",
    "text", "start", "end", "said_by", "stance", "confidence",
)  # fmt: skip


def write(documents: Iterable[Document], file: TextIO) -> None:
    """Write a header and a row for each claim; an event without claims has one row with an empty field."""
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(COLUMNS)
    for document in documents:
        report, text = document.report, document.report.text
        for event in document.events:
            head = (
                report.id, report.published or "", report.outlet or "", event.id, event.type, event.realis,
                event.confidence, _plain(event.trigger.of(text)),
            )  # fmt: skip
            if not event.claims:
                rows.writerow((*head, *[""] * 8))
            for claim in event.claims:
                said = claim.said_by
                source = "" if said is None else said.actor.name if said.actor else said.span.of(text)
                rows.writerow(
                    (
                        *head, claim.field, json.dumps(asdict(claim.value), ensure_ascii=False),
                        _plain(claim.span.of(text)), claim.span.start, claim.span.end, _plain(source), claim.stance,
                        claim.confidence,
                    )
                )  # fmt: skip


def _plain(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return "'" + words if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words
