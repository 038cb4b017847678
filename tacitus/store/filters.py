"""A query's filters → the ways in which a row can be wanted.

In: a query and a connection. Out: :class:`tacitus.store.conditions.Way`. One thing to know: each filter is said in
one place for events and incidents, which share their columns; of reports it asks whether one of their events fits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    exists,
    literal_column,
    or_,
    select,
    union_all,
)

from tacitus.store import conditions, search
from tacitus.store.conditions import (
    Asked,
    Claimed,
    Condition,
    Fixed,
    Own,
    Way,
    apart_from_indexes,
    are_few,
    few_of,
    first_of,
)
from tacitus.store.query import Query
from tacitus.store.rows import stripes
from tacitus.store.tables import CLAIMS, EVENTS, INCIDENT_ACTORS, INCIDENT_SOURCES, INCIDENTS, REPORTS, fold

#: Up to so many squares are listed one by one: the index of squares then has all that a map shows.
_SQUARES = 500
#: Words that this share of the reports holds are looked for in one report after the other.
_COMMON = 0.25


def events(connection: Connection, query: Query) -> list[Way]:
    """The ways in which an event can be wanted."""
    return _of_events(connection, query).ways(connection)


def incidents(connection: Connection, query: Query) -> list[Way]:
    """The ways in which an incident can be wanted."""
    asked = Asked(INCIDENTS, query)
    _what_and_where(connection, asked)
    if query.min_confidence is not None:
        sure = EVENTS.c.confidence >= query.min_confidence
        asked.others.append(exists().where(EVENTS.c.incident_id == INCIDENTS.c.id, sure))
    if query.actor is not None:
        columns = (INCIDENT_ACTORS.c.actor, INCIDENT_ACTORS.c.name_key)
        acting = union_all(*(select(INCIDENT_ACTORS.c.incident_id).where(c == fold(query.actor)) for c in columns))
        acts = or_(*(apart_from_indexes(c) == fold(query.actor) for c in columns))
        asked.among(
            connection, INCIDENTS.c.id, acting, exists().where(INCIDENT_ACTORS.c.incident_id == INCIDENTS.c.id, acts)
        )
    if query.source is not None:
        told = select(INCIDENT_SOURCES.c.incident_id).where(INCIDENT_SOURCES.c.source == fold(query.source))
        asked.among(
            connection,
            INCIDENTS.c.id,
            told,
            exists().where(
                INCIDENT_SOURCES.c.source == fold(query.source), INCIDENT_SOURCES.c.incident_id == INCIDENTS.c.id
            ),
        )
    if query.report is not None:
        mine = select(EVENTS.c.incident_id).join(REPORTS).where(REPORTS.c.id == query.report)
        asked.among(connection, INCIDENTS.c.id, mine.where(EVENTS.c.incident_id.is_not(None)))
    if query.text is not None:
        _incident_text(connection, asked, query.text)
    return asked.ways(connection)


def reports(connection: Connection, query: Query) -> list[Way]:
    """The ways in which a report can be wanted; what is asked of events, one of its events must answer."""
    asked = Asked(REPORTS, query)
    if query.report is not None:
        asked.own.append(_equal(REPORTS.c.id, query.report))
    if query.text is not None:
        _text(connection, asked, REPORTS.c.key, query.text)
    if query.of_events:
        _with_event(connection, asked)
    if query.source is not None:
        outlet = _equal(REPORTS.c.outlet_key, fold(query.source))
        said = select(CLAIMS.c.event_key).where(CLAIMS.c.said_by == fold(query.source))
        of_events = select(EVENTS.c.report_key)
        few = few_of(connection, said)
        if few is not None:
            keys = list(connection.scalars(of_events.where(EVENTS.c.key.in_(few))))
            asked.choices.append([outlet, Fixed(REPORTS.c.key.in_(keys), listed=True)])
        else:
            claimed = Claimed(CLAIMS.c.said_by, fold(query.source), by_day=True)
            speaks = exists().where(EVENTS.c.report_key == REPORTS.c.key, claimed.apart)
            asked.choices.append([outlet, Fixed(speaks)])
    return asked.ways(connection)


def _of_events(connection: Connection, query: Query) -> Asked:
    asked = Asked(EVENTS, query)
    by_day = query.sort.endswith("time")
    _what_and_where(connection, asked)
    if query.min_confidence is not None:
        asked.others.append(EVENTS.c.confidence >= query.min_confidence)
    if query.actor is not None:
        named = (CLAIMS.c.actor, CLAIMS.c.actor_name)
        asked.choices.append([_claimed(connection, column, query.actor, by_day) for column in named])
    if query.source is not None:
        outlet = _equal(EVENTS.c.outlet_key, fold(query.source))
        asked.choices.append([outlet, _claimed(connection, CLAIMS.c.said_by, query.source, by_day)])
    if query.report is not None:
        asked.among(connection, EVENTS.c.report_key, select(REPORTS.c.key).where(REPORTS.c.id == query.report))
    if query.text is not None:
        _text(connection, asked, EVENTS.c.report_key, query.text)
    return asked


def _what_and_where(connection: Connection, asked: Asked) -> None:
    """What is asked of events and incidents alike."""
    table, query = asked.table, asked.query
    if query.country is not None:
        asked.own.append(_equal(table.c.country, query.country.upper()))
    if query.type is not None:
        asked.own.append(_equal(table.c.family if query.is_family else table.c.type, query.type))
    if query.grade is not None:
        asked.own.append(_equal(table.c.grade, query.grade))
    if query.realis is not None:
        asked.others.append(table.c.realis == query.realis)
    if query.toll is not None:
        name, least = query.toll
        at_least = Own(table.c[f"{name}_low"], lambda column: column >= least, only_by_day=True)
        asked.own.append(at_least)
    if query.contested:
        asked.own.append(Own(table.c.contested, _contested(table), only_by_day=True))
    if query.place is not None:
        _place(asked, query.place)
    if query.box is not None:
        _box(connection, asked, query.box)


def _equal(column: ColumnElement[Any], value: object) -> Own:
    return Own(column, lambda each: each == value)


def _contested(table: Table) -> Callable[[ColumnElement[Any]], Condition]:
    # Written as the partial indexes are, or they would not be used; and otherwise, so that they are not.
    return lambda column: literal_column(f"{table.name}.contested") if column is table.c.contested else column


def _place(asked: Asked, place: str) -> None:
    table, name = asked.table, fold(place)
    codes = {asked.query.place_country, place.upper() if len(place) == 3 else None} - {None}
    named = [_equal(table.c.place_key, name), _equal(table.c.admin1_key, name)]
    asked.choices.append([*named, *(_equal(table.c.country, code) for code in sorted(filter(None, codes)))])


def _box(connection: Connection, asked: Asked, box: tuple[float, float, float, float]) -> None:
    west, south, east, north = box
    table, lon = asked.table, asked.table.c.lon
    beside = or_(lon >= west, lon <= east) if west > east else and_(lon >= west, lon <= east)
    found = stripes(box)
    squares = [each for first, last in found for each in range(first, last + 1)]
    touched, cell = select(asked.key).where(*asked.rows), table.c.cell
    if len(squares) <= _SQUARES:
        if are_few(connection, touched.where(cell.in_(squares))):
            asked.others.append(cell.in_(squares))
            asked.listed = True
    elif (few := few_of(connection, union_all(*(touched.where(cell.between(*each)) for each in found)))) is not None:
        asked.others.append(asked.key.in_(few))
        asked.listed = True
    asked.others += [table.c.lat >= south, table.c.lat <= north, beside]


def _text(connection: Connection, asked: Asked, key: ColumnElement[Any], words: str) -> None:
    matching = search.matching(words, connection.dialect.name)
    found = first_of(connection, matching)
    if len(found) <= conditions.FEW:
        asked.others.append(key.in_(found))
        asked.listed = True
        return
    asked.all_or_each(apart_from_indexes(key).in_(matching), _holds(connection, key, words, found))


def _incident_text(connection: Connection, asked: Asked, words: str) -> None:
    matching = search.matching(words, connection.dialect.name)
    found = first_of(connection, matching)
    if len(found) <= conditions.FEW:
        held = select(EVENTS.c.incident_id).distinct().where(EVENTS.c.report_key.in_(found))
        asked.others.append(INCIDENTS.c.id.in_([each for each in connection.scalars(held) if each is not None]))
        asked.listed = True
        return
    mine, report = EVENTS.c.incident_id == INCIDENTS.c.id, EVENTS.c.report_key
    holds = _holds(connection, report, words, found)
    each = None if holds is None else exists().where(mine, holds)
    asked.all_or_each(exists().where(mine, apart_from_indexes(report).in_(matching)), each)


def _holds(connection: Connection, key: ColumnElement[Any], words: str, found: list[int]) -> Condition | None:
    """That one report holds the words, where the first found tell that many do: to look into one takes 50 µs."""
    return search.holds(key, words, connection.dialect.name) if len(found) >= _COMMON * max(found) else None


def _with_event(connection: Connection, asked: Asked) -> None:
    """Ask that a report has an event which answers what is asked of events."""
    of_event = replace(asked.query, since=None, until=None, source=None, text=None, report=None, sort="time")
    events_asked = _of_events(connection, of_event)
    few: list[int] = []
    for way in events_asked.ways(connection):
        # In order, or the planner would read whole rows instead of an index.
        in_order = way.rows(EVENTS.c.day, EVENTS.c.key).order_by("sort").limit(conditions.FEW + 1 - len(few))
        few += connection.execute(in_order).scalars("tie")
    if len(few) <= conditions.FEW:
        theirs = select(EVENTS.c.report_key).where(EVENTS.c.key.in_(few))
        asked.others.append(REPORTS.c.key.in_(list(connection.scalars(theirs))))
        asked.listed = True
        return
    own = [*events_asked.rows, *events_asked.others, *(each.apart for each in events_asked.own)]
    any_of = [or_(*(each.apart for each in choice)) for choice in events_asked.choices]
    asked.others.append(exists().where(EVENTS.c.report_key == REPORTS.c.key, *own, *any_of))


def _claimed(connection: Connection, column: ColumnElement[Any], value: str, by_day: bool) -> Claimed | Fixed:
    few = few_of(connection, select(CLAIMS.c.event_key).where(column == fold(value)))
    return Claimed(column, fold(value), by_day) if few is None else Fixed(EVENTS.c.key.in_(few), listed=True)
