"""Incidents → their rows, and which events are in which.

In: the incidents that merging made and the ids of those that are gone. Out: nothing, or ids. One thing to know:
incidents are computed and can be replaced at any time, so nothing but them is ever deleted from a ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
    union,
    update,
)

from tacitus.records.incident import Incident
from tacitus.store import promised, rows
from tacitus.store.adding import many
from tacitus.store.reading import rejected
from tacitus.store.tables import (
    CLAIMS,
    EVENTS,
    INCIDENT_ACTORS,
    INCIDENT_EVENTS,
    INCIDENT_SOURCES,
    INCIDENTS,
    live,
)


@dataclass(frozen=True, slots=True)
class Pending:
    """What merging has still to do: ``events`` that are in no incident, ``incidents`` with an event no more current.

    Both are empty after a merge. A run that was killed between adding and merging leaves them, and the next one
    can start from them.
    """

    events: tuple[str, ...]
    incidents: tuple[str, ...]


def replace_incidents(connection: Connection, gone: Iterable[str], new: Sequence[Incident]) -> None:
    """Take out the incidents of those ids and put in the new ones; an id may be in both."""
    old = {*gone, *(incident.id for incident in new)}
    touched = {*events_of(connection, old), *(event for incident in new for event in incident.events)}
    _take_out(connection, old)
    if not new:
        promised.put_in(connection, (), touched)
        return
    # To the microsecond: a person's ruling names the state it was made on, and another may have ruled just now.
    changed = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    connection.execute(insert(INCIDENTS), [rows.incident_row(incident, changed) for incident in new])
    events = [{"incident_id": incident.id, "event": event} for incident in new for event in incident.events]
    if events:
        connection.execute(insert(INCIDENT_EVENTS), events)
    if actors := [row for incident in new for row in rows.actor_rows(incident)]:
        connection.execute(insert(INCIDENT_ACTORS), actors)
    mirror = update(EVENTS).where(EVENTS.c.id == bindparam("event"), live(EVENTS))
    marked = [
        {"event": event, "incident_id": each.id, "grade": each.grade, "contested": bool(each.contested)}
        for each in new
        for event in each.events
    ]
    if marked:
        connection.execute(mirror, marked)
    for lot in many(incident.id for incident in new):
        connection.execute(insert(INCIDENT_SOURCES).from_select(["source", "incident_id"], _sources(lot)))
    promised.put_in(connection, new, touched)


def incidents_of(connection: Connection, event_ids: Iterable[str]) -> dict[str, str]:
    """The incident of each event that is in one; also of events no more current, until they are merged anew."""
    wanted = select(INCIDENT_EVENTS.c.event, INCIDENT_EVENTS.c.incident_id)
    found: dict[str, str] = {}
    for lot in many(event_ids):
        found |= {
            row.event: row.incident_id for row in connection.execute(wanted.where(INCIDENT_EVENTS.c.event.in_(lot)))
        }
    return found


def events_of(connection: Connection, incidents: Iterable[str]) -> list[str]:
    """The events in the incidents, those no more current too."""
    inside = select(INCIDENT_EVENTS.c.event)
    return [
        e for lot in many(incidents) for e in connection.scalars(inside.where(INCIDENT_EVENTS.c.incident_id.in_(lot)))
    ]


def pending(connection: Connection) -> Pending:
    """What a merge has still to do."""
    out = rejected(connection)
    unmerged = select(EVENTS.c.id).where(live(EVENTS), EVENTS.c.incident_id.is_(None)).order_by(EVENTS.c.key)
    events = tuple(each for each in connection.scalars(unmerged) if each not in out)
    replaced: ColumnElement[bool] = literal_column("NOT events.current")  # written as the partial index is
    outdated = select(EVENTS.c.incident_id).distinct().where(replaced, EVENTS.c.incident_id.is_not(None))
    stale = set(connection.scalars(outdated))
    held = select(INCIDENT_EVENTS.c.incident_id).distinct()
    for lot in many(out):
        stale |= set(connection.scalars(held.where(INCIDENT_EVENTS.c.event.in_(lot))))
    return Pending(events, tuple(sorted(stale)))


def _take_out(connection: Connection, gone: Iterable[str]) -> None:
    nothing: Mapping[str, object] = {"incident_id": None, "grade": None, "contested": False}
    for lot in many(gone):
        connection.execute(update(EVENTS).where(EVENTS.c.incident_id.in_(lot)).values(nothing))
        for table in (INCIDENT_EVENTS, INCIDENT_ACTORS, INCIDENT_SOURCES):
            connection.execute(delete(table).where(table.c.incident_id.in_(lot)))
        promised.take_out(connection, lot)
        connection.execute(delete(INCIDENTS).where(INCIDENTS.c.id.in_(lot)))


def _sources(incidents: Sequence[str]) -> CompoundSelect[tuple[str | None, str]]:
    """The outlets of an incident's reports and who speaks in them, each once."""
    mine = INCIDENT_EVENTS.join(EVENTS, EVENTS.c.id == INCIDENT_EVENTS.c.event)
    these = (INCIDENT_EVENTS.c.incident_id.in_(incidents), live(EVENTS))
    outlets = select(EVENTS.c.outlet_key, INCIDENT_EVENTS.c.incident_id).select_from(mine)
    speakers = select(CLAIMS.c.said_by, INCIDENT_EVENTS.c.incident_id).select_from(
        mine.join(CLAIMS, CLAIMS.c.event_key == EVENTS.c.key)
    )
    return union(
        outlets.where(*these, EVENTS.c.outlet_key.is_not(None)),
        speakers.where(*these, CLAIMS.c.said_by.is_not(None)),
    )
