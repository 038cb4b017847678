"""What the exports are made of: an incident with its events, an event with the header of its report.

In: records. Out: rows that every writer takes. One thing to know: a report's text comes along only to cut out the
words that a value was read from; without it (None) such columns are empty, and nothing else changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tacitus.records.event import Document, Event
from tacitus.records.incident import Incident, Ruling
from tacitus.records.report import Report
from tacitus.records.span import Span


@dataclass(frozen=True, slots=True)
class Header:
    """What an export tells of a report."""

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: date | None = None

    @classmethod
    def of(cls, report: Report) -> Header:
        """The header of a report."""
        return cls(report.id, report.url, report.outlet, report.title, report.published)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One report's event."""

    event: Event
    report: Header
    text: str | None = None

    def words(self, span: Span) -> str | None:
        """The words at the span."""
        return None if self.text is None else span.of(self.text)


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident with the events that tell it."""

    incident: Incident
    events: tuple[EventRow, ...] = ()

    @property
    def reports(self) -> tuple[Header, ...]:
        """Its reports, each once, the earliest first; those without a date come last."""
        once = {row.report.id: row.report for row in self.events}
        return tuple(sorted(once.values(), key=lambda r: (r.published is None, r.published or date.min, r.id)))


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report as it was read, and what persons have ruled of its events."""

    document: Document
    rulings: tuple[Ruling, ...]


def event_rows(document: Document) -> Iterator[EventRow]:
    """The events of a document that was just read."""
    header = Header.of(document.report)
    yield from (EventRow(event, header, document.report.text) for event in document.events)
