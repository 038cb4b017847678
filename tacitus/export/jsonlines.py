"""Incidents → JSON lines: the contract's object for an incident, with the claims of all its events.

In: incident rows. Out: lines. One thing to know: this is the only format in which nothing is lost, dissent included.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tacitus.export.columns import Column
from tacitus.export.rows_of import EventRow, IncidentRow
from tacitus.records import contract
from tacitus.records.event import Document
from tacitus.records.report import Report

COLUMNS: tuple[Column[IncidentRow], ...] = tuple(
    Column(name, told, lambda _: None)
    for name, told in (
        ("id, type, realis, grade, sources", "as in the table of incidents"),
        ("settled", "each field's settled value, or a list where several stand side by side"),
        ("best", "of each toll the figure that most sources give, the latest of those"),
        ("contested", "the fields on which the sources differ"),
        ("dissent", "who says what else: `field`, `value`, `by`, `reports`, `stance`, and whether it is `superseded`"),
        ("reasons", "in words why its events are taken for one"),
        ("events, reports", "their ids"),
        ("loose", "those of its events that could as well be of another incident, and settle nothing"),
        ("claims", "all claims of all its events, as in `tacitus read --format jsonl`, each with `report` and `event`; "
         "their `text` is null where the report's text is not at hand"),
    )
)  # fmt: skip


def lines(rows: Iterable[IncidentRow]) -> Iterator[str]:
    """A line an incident."""
    for row in rows:
        events = ((each.report.id, _event(each)) for each in row.events)
        yield line(contract.incident_record(row.incident, events))


def line(record: dict[str, Any]) -> str:
    """An object as a line; half a character, which no file can hold, is the sign for one that is unknown."""
    written = json.dumps(record, ensure_ascii=False) + "\n"
    return written.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _event(row: EventRow) -> dict[str, Any]:
    """The event's object; words that are not at hand are null and not empty."""
    document = Document(Report(row.report.id, row.text or ""), events=(row.event,))
    event: dict[str, Any] = contract.record(document)["events"][0]
    if row.text is None:
        for claim in event["claims"]:
            claim["text"] = None
            if claim["said_by"]:
                claim["said_by"]["text"] = None
    return event
