"""A query → a page of claims: what each report says of one field of one event, and who said it.

In: a query, and of which field. Out: :class:`Page`. One thing to know: the query asks for events as it does elsewhere,
and all claims of an event that is wanted are listed; they come by the event's day, as the events do.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select, tuple_, union

from tacitus.errors import SettingError
from tacitus.store import filters
from tacitus.store.conditions import Way, apart_from_indexes
from tacitus.store.query import Json, Mark, Page, Query, cursor, marked
from tacitus.store.tables import CLAIMS, EVENTS, REPORTS

#: The claims that are listed; conditions may speak of others of the same event.
_LISTED = CLAIMS.alias("listed")


def page(connection: Connection, query: Query, field: str | None = None) -> Page:
    """A page of claims of the events that the query asks for."""
    if query.sort.removeprefix("-") != "time":
        raise SettingError(f"Claims cannot be ordered by {query.sort.removeprefix('-')}; there is time, and -time")
    last = marked(query, (str, int, int))
    found = [_in_order(_of(way, field), query, last) for way in filters.events(connection, query)]
    if len(found) > 1:
        each = (select(one.c.day, one.c.event_key, one.c.ordinal) for one in (way.subquery() for way in found))
        merged = union(*each).subquery()
        found = [_in_order(select(merged.c.day, merged.c.event_key, merged.c.ordinal), query, last, merged.c)]
    keys = connection.execute(found[0]).all()
    shown = _shown(connection, [(row.event_key, row.ordinal) for row in keys[: query.limit]])
    more = cursor(query.sort, *keys[query.limit - 1]) if len(keys) > query.limit else None
    return Page(shown, None, more)


def _of(way: Way, field: str | None) -> Any:
    """The claims of the events that are wanted this way."""
    day, key = way.columns(EVENTS.c.day, EVENTS.c.key)
    tables = CLAIMS.join(EVENTS, EVENTS.c.key == CLAIMS.c.event_key) if way.claims else EVENTS
    columns = (day.label("day"), key.label("event_key"), _LISTED.c.ordinal.label("ordinal"))
    found = select(*columns).select_from(tables.join(_LISTED, _LISTED.c.event_key == key)).where(*way.conditions)
    if way.claims:
        found = found.distinct()
    # Apart, or the planner would begin with all claims on the field instead of with the events in their order.
    return found if field is None else found.where(apart_from_indexes(_LISTED.c.field) == field)


def _in_order(rows: Any, query: Query, last: Mark | None, columns: Any = None) -> Any:
    by = [columns[name] for name in ("day", "event_key", "ordinal")] if columns else list(rows.selected_columns)
    down = query.sort.startswith("-")
    if last is not None:
        rows = rows.where(tuple_(*by) < tuple_(*last) if down else tuple_(*by) > tuple_(*last))
    return rows.order_by(*(each.desc() if down else each for each in by)).limit(query.limit + 1)


def _shown(connection: Connection, keys: Sequence[tuple[int, int]]) -> list[Json]:
    report = (REPORTS.c.id.label("report"), REPORTS.c.outlet, REPORTS.c.published)
    wanted = select(EVENTS.c.key, EVENTS.c.body, EVENTS.c.incident_id, *report).join(REPORTS)
    rows = {row.key: row for row in connection.execute(wanted.where(EVENTS.c.key.in_({key for key, _ in keys})))}
    events = {key: json.loads(row.body) for key, row in rows.items()}
    return [
        {
            **events[key]["claims"][ordinal], "event": events[key]["id"], "type": events[key]["type"],
            "realis": events[key]["realis"], "report": rows[key].report, "outlet": rows[key].outlet,
            "published": rows[key].published, "incident": rows[key].incident_id,
        }
        for key, ordinal in keys
    ]  # fmt: skip
