"""Ties between events ↔ their rows.

In: which events are likely one, as merging found it. Out: the same, by event. One thing to know: a tie holds as long as
both its events are current; those of replaced versions stay and are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from tacitus.store.adding import many
from tacitus.store.rows import dumps
from tacitus.store.tables import (
    COMMITMENTS,
    EVENTS,
    INCIDENT_ACTORS,
    INCIDENT_EVENTS,
    INCIDENT_SOURCES,
    INCIDENTS,
    REPORTS,
    SPOKEN,
    TIES,
)


@dataclass(frozen=True, slots=True)
class StoredTie:
    """Two events (ids in order), the log odds that they are one, and why, in words."""

    one: str
    other: str
    odds: float
    reasons: tuple[str, ...]


def ties_of(connection: Connection, events: Iterable[str]) -> list[StoredTie]:
    """The ties that have any of the events at an end, each once."""
    found: dict[tuple[str, str], StoredTie] = {}
    for lot in many(events):
        for end in (TIES.c.one, TIES.c.other):
            for row in connection.execute(select(TIES).where(end.in_(lot))):
                found[row.one, row.other] = StoredTie(row.one, row.other, row.odds, tuple(json.loads(row.reasons)))
    return [found[pair] for pair in sorted(found)]


def replace_ties(connection: Connection, events: Iterable[str], ties: Sequence[StoredTie]) -> None:
    """Put these ties in the place of all that have any of the events at an end."""
    for lot in many(events):
        connection.execute(delete(TIES).where(TIES.c.one.in_(lot)))
        connection.execute(delete(TIES).where(TIES.c.other.in_(lot)))
    rows = [{"one": t.one, "other": t.other, "odds": t.odds, "reasons": dumps(list(t.reasons))} for t in ties]
    if rows:
        connection.execute(insert(TIES), rows)


def forget(connection: Connection) -> None:
    """Take out all that merging has made: ties, incidents, wire stories. Nothing that a report or a person said."""
    for table in (TIES, INCIDENT_EVENTS, INCIDENT_ACTORS, INCIDENT_SOURCES, SPOKEN, COMMITMENTS, INCIDENTS):
        connection.execute(delete(table))
    connection.execute(update(EVENTS).values(incident_id=None, grade=None, contested=False))
    connection.execute(update(REPORTS).values(wire=REPORTS.c.id))
