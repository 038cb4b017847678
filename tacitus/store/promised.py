"""What is promised, threatened or demanded: kept beside the incidents, in the order in which it is due.

In: incidents as they are replaced, or who asks. Out: rows, or a page of ids. One thing to know: an act that is spoken
of is an incident of its own and may have a deadline too, so whenever an incident changes, whatever speaks of its events
is reckoned anew. Which types bind anybody is not known here; who asks says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, delete, insert, select, tuple_, union_all, update

from tacitus.records.incident import Incident
from tacitus.records.value import ContentValue, TimeValue
from tacitus.store.adding import many
from tacitus.store.query import cursor, marked_in
from tacitus.store.tables import COMMITMENTS, INCIDENT_ACTORS, INCIDENT_EVENTS, NEVER, SPOKEN, fold

_SORT = "due"


@dataclass(frozen=True, slots=True)
class Promised:
    """Which incidents are wanted: of these types, told so, of this actor, due up to this day."""

    types: Sequence[str]
    realis: Sequence[str]
    actor: str | None = None
    by: date | None = None
    limit: int = 50
    after: str | None = None


def page(connection: Connection, asked: Promised) -> tuple[list[str], str | None]:
    """Ids of the incidents, what is due first first, then what has no day; and the cursor of the next page."""
    due, id_ = COMMITMENTS.c.due, COMMITMENTS.c.incident_id
    wanted = select(due, id_).where(COMMITMENTS.c.type.in_(asked.types), COMMITMENTS.c.realis.in_(asked.realis))
    if asked.actor is not None:
        columns = (INCIDENT_ACTORS.c.actor, INCIDENT_ACTORS.c.name_key)
        acting = (select(INCIDENT_ACTORS.c.incident_id).where(c == fold(asked.actor)) for c in columns)
        wanted = wanted.where(id_.in_(union_all(*acting)))
    if asked.by is not None:
        wanted = wanted.where(due <= asked.by.isoformat(), due < NEVER)
    last = marked_in(asked.after, _SORT, (str, str))
    if last is not None:
        wanted = wanted.where(tuple_(due, id_) > tuple_(*last))
    found = connection.execute(wanted.order_by(due, id_).limit(asked.limit + 1)).all()
    more = cursor(_SORT, *found[asked.limit - 1]) if len(found) > asked.limit else None
    return [row.incident_id for row in found[: asked.limit]], more


def take_out(connection: Connection, incidents: Sequence[str]) -> None:
    """Forget what these incidents speak of."""
    for table in (SPOKEN, COMMITMENTS):
        connection.execute(delete(table).where(table.c.incident_id.in_(incidents)))


def put_in(connection: Connection, incidents: Sequence[Incident], touched: Iterable[str]) -> None:
    """Keep what these incidents speak of. ``touched``: events that are in another incident now, or in a changed one."""
    rows = [row for each in incidents if (row := _row(each))]
    if rows:
        connection.execute(insert(COMMITMENTS), rows)
    if acts := [{"incident_id": each.id, "event": event} for each in incidents for event in _spoken(each)]:
        connection.execute(insert(SPOKEN), acts)
    speaking = {row["incident_id"] for row in rows}
    for lot in many(touched):
        speaking |= set(connection.scalars(select(SPOKEN.c.incident_id).where(SPOKEN.c.event.in_(lot))))
    for lot in many(sorted(filter(None, speaking))):
        due = [{"speaks": each, "day": day} for each, day in reckoned(connection, lot)]
        by_id = update(COMMITMENTS).where(COMMITMENTS.c.incident_id == bindparam("speaks"))
        connection.execute(by_id.values(due=bindparam("day")), due)


def reckoned(connection: Connection, incidents: Sequence[str]) -> Iterator[tuple[str, str]]:
    """When each is due: the last day of its own deadlines and of those of the acts that it speaks of."""
    own = select(COMMITMENTS.c.incident_id, COMMITMENTS.c.own)
    acts = (
        select(SPOKEN.c.incident_id, COMMITMENTS.c.own)
        .join(INCIDENT_EVENTS, INCIDENT_EVENTS.c.event == SPOKEN.c.event)
        .join(COMMITMENTS, COMMITMENTS.c.incident_id == INCIDENT_EVENTS.c.incident_id)
        .where(SPOKEN.c.incident_id.in_(incidents), COMMITMENTS.c.own.is_not(None))
    )
    days: dict[str, str | None] = {
        row.incident_id: row.own for row in connection.execute(own.where(COMMITMENTS.c.incident_id.in_(incidents)))
    }
    for incident, day in connection.execute(acts):
        days[incident] = max(filter(None, (days[incident], day)))
    yield from ((incident, day or NEVER) for incident, day in days.items())


def _row(incident: Incident) -> dict[str, str | None] | None:
    deadlines = [value for value in incident.of("deadline") if isinstance(value, TimeValue)]
    if not deadlines and not incident.of("content"):
        return None
    own = max((each.latest[:10] for each in deadlines if each.latest), default=None)
    told = {"incident_id": incident.id, "type": incident.type, "realis": incident.realis}
    return {**told, "own": own, "due": own or NEVER}


def _spoken(incident: Incident) -> dict[str, None]:
    """The events of which an incident speaks, each once."""
    return dict.fromkeys(v.event for v in incident.of("content") if isinstance(v, ContentValue) and v.event)
