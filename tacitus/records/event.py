"""What comes out of one report: events made of claims, quotes, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.records.markup import Markup
from tacitus.records.report import Report
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, Value


@dataclass(frozen=True, slots=True)
class Said:
    """Who is named as the source of something: the words, and the actor they resolve to."""

    span: Span
    actor: ActorValue | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One report's word on one field of one event.

    ``field`` names what is claimed (perpetrator, place, killed …), ``span`` the words it was read from,
    ``said_by`` the source the report names (None: the report itself), ``stance`` asserted · alleged · possible ·
    denied; possible is who did it or another ("either X or Y"), and where it happened or elsewhere.
    """

    id: str
    field: str
    value: Value
    span: Span
    said_by: Said | None
    stance: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Settled:
    """What a report as a whole says on one field: one value, or several where several stand side by side."""

    field: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One report's account of one happening; all its mentions in the report are one event."""

    id: str
    type: str
    realis: str
    confidence: float
    trigger: Span
    mentions: tuple[Span, ...]
    claims: tuple[Claim, ...]
    settled: tuple[Settled, ...] = ()

    def of(self, *fields: str) -> list[Claim]:
        """The claims on the given fields, in the order of the report."""
        return [claim for claim in self.claims if claim.field in fields]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a report gives as somebody's: ``direct`` when they stand in quotation marks."""

    span: Span
    speaker: Said | None
    cue: Span | None
    direct: bool


@dataclass(frozen=True, slots=True)
class Issue:
    """What could not be read or resolved; nothing is lost in silence."""

    stage: str
    message: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A report on its way through the house: each stage adds what it found and returns a new one."""

    report: Report
    markup: Markup | None = None
    resolved: Resolved | None = None
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    issues: tuple[Issue, ...] = ()
