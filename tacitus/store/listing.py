"""A query → a page of reports, events or incidents.

In: a query. Out: :class:`Page`, its rows as JSON objects. One thing to know: keys are found first, from indexes
alone, and the rows that hold everything are read for the one page only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, tuple_, union

from tacitus.errors import SettingError
from tacitus.store import filters
from tacitus.store.conditions import Way
from tacitus.store.query import Json, Mark, Page, Query, cursor, marked
from tacitus.store.tables import EVENTS, INCIDENTS, REPORTS

#: So many rows are looked up one by one, before all rows that answer are.
LOOKED_UP = 250
_HEADER = ("id", "version", "url", "outlet", "title", "published", "published_basis", "language", "added", "source")


@dataclass(frozen=True, slots=True)
class _List:
    """One of the lists: its table, its key, what it can be ordered by, its conditions and how its rows are shown."""

    noun: str
    key: ColumnElement[Any]
    sorts: dict[str, ColumnElement[Any]]
    ways: Callable[[Connection, Query], list[Way]]
    show: Callable[[Connection, Sequence[Any]], dict[Any, Json]]


def page(connection: Connection, which: str, query: Query, *, count: bool = False) -> Page:
    """A page of ``reports``, ``events`` or ``incidents``; ``count``: the total as well, which takes longer."""
    wanted = LISTS[which]
    name = query.sort.removeprefix("-")
    if name not in wanted.sorts:
        raise SettingError(f"{wanted.noun} cannot be ordered by {name}; there are {', '.join(wanted.sorts)}")
    column = wanted.sorts[name]
    last = marked(query, (column.type.python_type, wanted.key.type.python_type))
    ways = wanted.ways(connection, query)
    total = _count(connection, wanted, ways) if count else None
    quick = [_looked_up(connection, wanted, column, way, query, last) for way in ways]
    found = connection.execute(_keys(wanted, column, quick, query, last)).all()
    shown = wanted.show(connection, [row.tie for row in found[: query.limit]])
    more = cursor(query.sort, *found[query.limit - 1]) if len(found) > query.limit else None
    return Page([shown[row.tie] for row in found[: query.limit]], total, more)


def _keys(wanted: _List, column: ColumnElement[Any], ways: list[Way], query: Query, last: Mark | None) -> Any:
    """The keys of the page in order, and one more; the ways are walked one by one, each in order."""
    most = query.limit + 1
    found = [
        _in_order(way.rows(column, wanted.key), way.columns(column, wanted.key), query, last).limit(most)
        for way in ways
    ]
    if len(found) == 1:
        return found[0]
    merged = union(*(select(one.c.sort, one.c.tie) for one in (each.subquery() for each in found))).subquery()
    return _in_order(select(merged.c.sort, merged.c.tie), (merged.c.sort, merged.c.tie), query, last).limit(most)


def _in_order(rows: Any, by: Sequence[ColumnElement[Any]], query: Query, last: Mark | None) -> Any:
    """The rows that come after the last one."""
    down = query.sort.startswith("-")
    if last is not None:
        row, mark = tuple_(*by), tuple_(*last)
        rows = rows.where(row < mark if down else row > mark)
    return rows.order_by(*(each.desc() if down else each for each in by))


def _looked_up(
    connection: Connection, wanted: _List, column: ColumnElement[Any], way: Way, query: Query, last: Mark | None
) -> Way:
    """The way to the page's rows by their keys, where looking up the first rows one by one finds them all."""
    if not way.each or query.limit >= LOOKED_UP:
        return way
    first = replace(way, conditions=way.cheap)
    rows = _in_order(first.rows(column, wanted.key), first.columns(column, wanted.key), query, last)
    tried = rows.limit(LOOKED_UP).subquery()
    answers = and_(*way.each).label("answers")
    found = connection.execute(
        select(tried.c.tie, answers).select_from(tried.join(wanted.key.table, wanted.key == tried.c.tie))
    ).all()
    keys = [row.tie for row in found if row.answers]
    if len(keys) <= query.limit and len(found) == LOOKED_UP:
        return way
    return Way([wanted.key.in_(keys)])


def _count(connection: Connection, wanted: _List, ways: list[Way]) -> int:
    keys = [select(way.rows(wanted.key, wanted.key).subquery().c.tie) for way in ways]
    found = union(*keys).subquery() if len(keys) > 1 else keys[0].subquery()
    return int(connection.execute(select(func.count()).select_from(found)).scalar_one())


def _show_reports(connection: Connection, keys: Sequence[int]) -> dict[int, Json]:
    events = (
        select(func.count()).select_from(EVENTS).where(EVENTS.c.report_key == REPORTS.c.key).scalar_subquery()
    ).label("events")
    wanted = select(REPORTS.c.key, *(REPORTS.c[name] for name in _HEADER), events)
    found = connection.execute(wanted.where(REPORTS.c.key.in_(keys)))
    return {row.key: {name: value for name, value in row._mapping.items() if name != "key"} for row in found}


def _show_events(connection: Connection, keys: Sequence[int]) -> dict[int, Json]:
    report = (REPORTS.c.id.label("report"), REPORTS.c.outlet, REPORTS.c.published)
    wanted = select(EVENTS.c.key, EVENTS.c.body, *report, EVENTS.c.incident_id).join(REPORTS)
    return {
        row.key: {
            **json.loads(row.body),
            "report": row.report,
            "outlet": row.outlet,
            "published": row.published,
            "incident": row.incident_id,
        }
        for row in connection.execute(wanted.where(EVENTS.c.key.in_(keys)))
    }


def _show_incidents(connection: Connection, ids: Sequence[str]) -> dict[str, Json]:
    wanted = select(INCIDENTS.c.id, INCIDENTS.c.body, INCIDENTS.c.changed).where(INCIDENTS.c.id.in_(ids))
    return {row.id: {**json.loads(row.body), "changed": row.changed} for row in connection.execute(wanted)}


LISTS = {
    "reports": _List(
        "Reports", REPORTS.c.key, {"time": REPORTS.c.day, "added": REPORTS.c.key}, filters.reports, _show_reports
    ),
    "events": _List(
        "Events",
        EVENTS.c.key,
        {"time": EVENTS.c.day, "killed": EVENTS.c.deaths, "added": EVENTS.c.key},
        filters.events,
        _show_events,
    ),
    "incidents": _List(
        "Incidents",
        INCIDENTS.c.id,
        {
            "time": INCIDENTS.c.day,
            "killed": INCIDENTS.c.deaths,
            "reports": INCIDENTS.c.reports,
            "added": INCIDENTS.c.changed,
        },
        filters.incidents,
        _show_incidents,
    ),
}
