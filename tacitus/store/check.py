"""Whether a ledger is whole: everything that must hold is tried on everything that is stored.

In: a connection. Out: sentences, one for each kind of trouble and row; none if all is well. One thing to know:
reports are gone through a few hundred at a time, so a ledger of any size can be checked.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, and_, exists, func, or_, select

from tacitus.errors import SettingError
from tacitus.store import promised, ruling
from tacitus.store.adding import many
from tacitus.store.merging import pending
from tacitus.store.rows import text_hash
from tacitus.store.tables import CLAIMS, COMMITMENTS, EVENTS, INCIDENT_EVENTS, INCIDENTS, METADATA, REPORTS, live

_LOT = 300


def problems(connection: Connection) -> Iterator[str]:
    """What does not hold in the tables; full text is checked by :func:`tacitus.store.search.in_step`."""
    if connection.dialect.name == "sqlite":
        yield from _file(connection)
    yield from _versions(connection)
    for reports in _lots(connection):
        events = _events(connection, [report.key for report in reports])
        for report in reports:
            yield from _report(report, events[report.key])
    yield from _incidents(connection)
    yield from _commitments(connection)
    yield from _rulings(connection)


def _file(connection: Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield f"The file is damaged: {said}."
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} belongs to a row of {parent} that is not there."


def _versions(connection: Connection) -> Iterator[str]:
    counted = func.count().filter(live(REPORTS))
    doubled = select(REPORTS.c.series).group_by(REPORTS.c.series).having(counted > 1)
    for series in connection.scalars(doubled):
        yield f"Report {series} has more than one newest version."
    joined = select(EVENTS.c.id, REPORTS.c.id.label("report")).join(REPORTS)
    for event in connection.execute(joined.where(EVENTS.c.current != REPORTS.c.current)):
        yield f"Event {event.id} and its report {event.report} are not of one version."


def _lots(connection: Connection) -> Iterator[Sequence[Any]]:
    last = 0
    wanted = select(REPORTS.c.key, REPORTS.c.id, REPORTS.c.text, REPORTS.c.text_hash).order_by(REPORTS.c.key)
    while lot := connection.execute(wanted.where(REPORTS.c.key > last).limit(_LOT)).all():
        yield lot
        last = lot[-1].key


def _events(connection: Connection, reports: Sequence[int]) -> dict[int, list[Any]]:
    claims = select(func.count()).select_from(CLAIMS).where(CLAIMS.c.event_key == EVENTS.c.key).scalar_subquery()
    wanted = select(EVENTS.c.report_key, EVENTS.c.id, EVENTS.c.type, EVENTS.c.body, claims.label("claims"))
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(wanted.where(EVENTS.c.report_key.in_(reports))):
        found[row.report_key].append(row)
    return found


def _report(report: Any, events: Sequence[Any]) -> Iterator[str]:
    if text_hash(report.text) != report.text_hash:
        yield f"The text of report {report.id} is not the one that was read."
    for event in events:
        try:
            body = json.loads(event.body)
            spans = [body["trigger"], *body["mentions"], *body["claims"]]
            wrong = [span for span in spans if report.text[span["start"] : span["end"]] != span["text"]]
            same = (body["id"], body["type"], len(body["claims"])) == (event.id, event.type, event.claims)
        except (ValueError, KeyError, TypeError):
            yield f"Event {event.id} of report {report.id} cannot be read."
            continue
        for span in wrong:
            yield f"Event {event.id}: the words {span['text']!r} do not stand where it says in report {report.id}."
        if not same:
            yield f"Event {event.id} of report {report.id} and its claims do not agree with its columns."


def _incidents(connection: Connection) -> Iterator[str]:
    same = and_(INCIDENT_EVENTS.c.event == EVENTS.c.id, INCIDENT_EVENTS.c.incident_id == EVENTS.c.incident_id)
    alone = select(EVENTS.c.id).where(live(EVENTS), EVENTS.c.incident_id.is_not(None), ~exists().where(same))
    for event in connection.scalars(alone):
        yield f"Event {event} names an incident that does not hold it."
    other = or_(EVENTS.c.incident_id.is_(None), EVENTS.c.incident_id != INCIDENT_EVENTS.c.incident_id)
    held = select(EVENTS.c.id).join(INCIDENT_EVENTS, INCIDENT_EVENTS.c.event == EVENTS.c.id)
    for event in connection.scalars(held.where(live(EVENTS), other)):
        yield f"Event {event} is held by an incident that it does not name."
    if connection.execute(select(INCIDENTS.c.id).limit(1)).first() is None:
        return  # nothing has been merged yet
    undone = pending(connection)
    if undone.events or undone.incidents:
        yield (
            f"{len(undone.events)} events are in no incident and {len(undone.incidents)} incidents are out of date; "
            "run `tacitus merge`."
        )


def _commitments(connection: Connection) -> Iterator[str]:
    kept = {row.incident_id: row.due for row in connection.execute(select(COMMITMENTS))}
    for lot in many(kept):
        for incident, due in promised.reckoned(connection, lot):
            if kept[incident] != due:
                yield f"What incident {incident} speaks of is due by {due}, and not by {kept[incident]} as is kept."


def _rulings(connection: Connection) -> Iterator[str]:
    for each in ruling.rulings(connection):
        try:
            ruling.checked(each.kind, each.events)
        except SettingError:  # older versions took such a one, most often of an event with itself
            events = " and ".join(each.events) or "no event"
            yield f"Ruling {each.id} cannot be: {each.kind} on {events}; run `tacitus undo {each.id}`."


def dump(connection: Connection) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every row of every table, in order: two ledgers that give the same hold the same."""
    for table in METADATA.sorted_tables:
        for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
            yield table.name, tuple(row)
