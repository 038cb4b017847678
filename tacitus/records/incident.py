"""Incidents: the events of many reports that tell one happening, each field settled, dissent kept.

One thing to know: an incident is computed and can be rebuilt from events and rulings at any time; only a
:class:`Ruling` is a person's word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tacitus.records.event import Event, Settled
from tacitus.records.value import Value

GRADES = ("corroborated", "single-source", "contested")
#: What a person can rule. ``same``/``apart`` speak of two events, ``correct`` of a field of an incident's
#: event, ``reject``/``confirm`` of one event.
RULINGS = ("same", "apart", "correct", "reject", "confirm")


@dataclass(frozen=True, slots=True)
class Account:
    """One report's event, with what merging needs to know of its report.

    ``source`` is the same for reports that are copies or rewrites of one wire story. ``wording`` are the
    words that tell it and where its report is set, as ``merge.wording`` writes them.
    """

    event: Event
    report: str
    published: date | None
    outlet: str | None
    source: str
    wording: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dissent:
    """A value that stands beside another one in a field.

    ``by`` is who says it (the source a report names, else its outlet), ``reports`` where; ``superseded``: the
    same source gave a later figure, so this one is out of the range.
    """

    field: str
    value: Value | None
    by: str
    reports: tuple[str, ...]
    stance: str = "asserted"
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening in the world. ``events`` and ``reports`` are ids, sorted; ``sources`` counts the independent ones.
    A settled toll is the range over sources, ``best`` the figure that most of them give, the latest of those.
    ``loose`` are those of its events that could as well be of another incident, and so settle nothing.

    ``reasons`` say in words why its events are taken for one. Its claims are those of its events.
    """

    id: str
    type: str
    realis: str
    grade: str
    settled: tuple[Settled, ...]
    contested: tuple[str, ...]
    events: tuple[str, ...]
    reports: tuple[str, ...]
    dissent: tuple[Dissent, ...] = ()
    reasons: tuple[str, ...] = ()
    sources: int = 1
    best: tuple[Settled, ...] = ()
    loose: tuple[str, ...] = ()

    def of(self, field: str) -> tuple[Value, ...]:
        """The settled values of a field; empty where nothing is settled."""
        return next((entry.values for entry in self.settled if entry.field == field), ())


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's decision. It outranks the machine, survives re-reading, and can be undone.

    ``events`` are one (correct, reject, confirm) or two (same, apart) event ids; ``field`` and ``value`` (in the
    contract's form, None: nothing is known) belong to ``correct``. ``at`` is a UTC time in ISO 8601.
    """

    id: str
    kind: str
    events: tuple[str, ...]
    by: str
    at: str
    reason: str
    field: str | None = None
    value: Value | None = None
    undone: str | None = None  # when, in ISO 8601
