"""Filters → conditions on one table.

In: a query and a connection. Out: :class:`Way`, what must hold of a row; a row is wanted if one way is open to it.
One thing to know: the planner cannot tell a common value from a rare one, so it is told. What another table answers
(who took part, what the report says) is asked for its first few thousand keys: if that is all, the rows are found by
these keys; if there are more, the rows are walked through in their order and each is looked up. Otherwise the
rarest condition leads: it is left to an index, and the others are kept apart from theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    and_,
    exists,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from tacitus.store import search
from tacitus.store.query import Query
from tacitus.store.rows import stripes
from tacitus.store.tables import CLAIMS, EVENTS, INCIDENT_ACTORS, INCIDENT_SOURCES, INCIDENTS, REPORTS, fold, live

#: Up to so many keys are listed. Listing them all takes 30 ms of a million events, and so does walking to the
#: fiftieth row where one in two hundred is wanted.
FEW = 5000
#: Up to so many rows are counted to find the rarest condition (about 3 ms).
_COUNTED = 50_000

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Way:
    """What must hold of a row. ``claims``: events are found by their claims, which ``conditions`` then speak of too."""

    conditions: list[Condition]
    claims: bool = False

    def columns(self, column: ColumnElement[Any], key: ColumnElement[Any]) -> tuple[ColumnElement[Any], ...]:
        """What rows are ordered by this way, given the column and the key of their table."""
        return (CLAIMS.c.day, CLAIMS.c.event_key) if self.claims else (column, key)

    def rows(self, column: ColumnElement[Any], key: ColumnElement[Any]) -> Select[tuple[Any, Any]]:
        """The rows, as what they are ordered by (``sort``) and their key (``tie``), in no order yet."""
        sort, tie = self.columns(column, key)
        found = select(sort.label("sort"), tie.label("tie")).where(*self.conditions)
        if self.claims:  # an event may claim the same thing twice
            found = found.select_from(CLAIMS.join(EVENTS, EVENTS.c.key == CLAIMS.c.event_key)).distinct()
        return found


@dataclass(frozen=True, slots=True)
class _Own:
    """A condition on a column of the row itself, as an index can answer it and so that none will."""

    column: ColumnElement[Any]
    test: Callable[[ColumnElement[Any]], Condition]

    @property
    def plain(self) -> Condition:
        """For an index."""
        return self.test(self.column)

    @property
    def apart(self) -> Condition:
        """For rows that were found otherwise."""
        return self.test(_apart(self.column))


@dataclass(frozen=True, slots=True)
class _Claimed:
    """That one of an event's claims has this in a column; ``plain`` is a condition on claims, ``apart`` on events."""

    column: ColumnElement[Any]
    value: str | None

    @property
    def plain(self) -> Condition:
        """For an index of the claims."""
        return self.column == self.value

    @property
    def apart(self) -> Condition:
        """For events that were found otherwise."""
        same = and_(CLAIMS.c.day == EVENTS.c.day, CLAIMS.c.event_key == EVENTS.c.key)
        return exists().where(self.plain, same)


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A condition that is the same however rows are found; ``listed``: it lists their keys."""

    plain: Condition
    listed: bool = False

    @property
    def apart(self) -> Condition:
        """The same."""
        return self.plain


_Choice = Sequence[_Own | _Claimed | _Fixed]


@dataclass(slots=True)
class _Asked:
    """What is asked of one table: conditions of its own, choices of which one must hold, others; and when.

    ``listed``: one of the others lists keys.
    """

    table: Table
    query: Query
    own: list[_Own] = field(default_factory=list)
    choices: list[_Choice] = field(default_factory=list)
    others: list[Condition] = field(default_factory=list)
    listed: bool = False

    @property
    def key(self) -> ColumnElement[Any]:
        """What its rows are known by."""
        return self.table.c.id if self.table is INCIDENTS else self.table.c.key

    @property
    def rows(self) -> list[Condition]:
        """Which rows count at all."""
        return [] if self.table is INCIDENTS else [live(self.table)]

    def among(self, connection: Connection, column: ColumnElement[Any], keys: Any) -> None:
        """Ask that the column holds one of the keys that the select gives."""
        few = _few(connection, keys)
        self.others.append(_apart(column).in_(keys) if few is None else column.in_(few))
        self.listed = self.listed or few is not None

    def when(self, table: Table) -> list[Condition]:
        """The time asked for, in the columns of that table."""
        since, until = self.query.since, self.query.until
        upto = table.c.day if table is REPORTS else table.c.upto
        found = [table.c.day > ""] if since or until else []
        if since:
            found.append(upto >= since.isoformat())
        if until:
            found.append(table.c.day <= until.isoformat())
        return found

    def ways(self, connection: Connection) -> list[Way]:
        """Every way in which a row can be wanted."""
        return [self._way(connection, chosen) for chosen in product(*self.choices)]

    def _way(self, connection: Connection, chosen: _Choice) -> Way:
        asked = [*self.own, *chosen]
        others = [*self.rows, *self.others, *self.when(self.table)]
        lead = None
        if not self.listed and not any(isinstance(each, _Fixed) and each.listed for each in asked):
            lead = self._rarest(connection, asked)
        if isinstance(lead, _Claimed):
            others += self.when(CLAIMS)
        conditions = [each.plain if each is lead else each.apart for each in asked]
        return Way([*others, *conditions], claims=isinstance(lead, _Claimed))

    def _rarest(self, connection: Connection, asked: _Choice) -> _Own | _Claimed | None:
        """The condition that the fewest rows fulfil; the claims are in no order but that of time."""
        by_time = self.query.sort.endswith("time")
        able = [each for each in asked if isinstance(each, _Own) or (isinstance(each, _Claimed) and by_time)]
        if len(able) < 2:
            return able[0] if able else None
        counted = {}
        for each in able:
            of = select(self.key).where(*self.rows, each.plain)
            if isinstance(each, _Claimed):
                of = select(CLAIMS.c.event_key).where(each.plain)
            some = select(func.count()).select_from(of.limit(_COUNTED).subquery())
            counted[id(each)] = (connection.execute(some).scalar_one(), isinstance(each, _Own))
        return min(able, key=lambda each: counted[id(each)])


def events(connection: Connection, query: Query) -> list[Way]:
    """The ways in which an event can be wanted."""
    return _of_events(connection, query).ways(connection)


def incidents(connection: Connection, query: Query) -> list[Way]:
    """The ways in which an incident can be wanted."""
    asked = _Asked(INCIDENTS, query)
    _what_and_where(connection, asked)
    if query.actor is not None:
        columns = (INCIDENT_ACTORS.c.actor, INCIDENT_ACTORS.c.name_key)
        acting = union_all(*(select(INCIDENT_ACTORS.c.incident_id).where(c == fold(query.actor)) for c in columns))
        asked.among(connection, INCIDENTS.c.id, acting)
    if query.source is not None:
        told = select(INCIDENT_SOURCES.c.incident_id).where(INCIDENT_SOURCES.c.source == fold(query.source))
        asked.among(connection, INCIDENTS.c.id, told)
    if query.report is not None:
        mine = select(EVENTS.c.incident_id).join(REPORTS).where(REPORTS.c.id == query.report)
        asked.among(connection, INCIDENTS.c.id, mine.where(EVENTS.c.incident_id.is_not(None)))
    if query.text is not None:
        _incident_text(connection, asked, query.text)
    return asked.ways(connection)


def reports(connection: Connection, query: Query) -> list[Way]:
    """The ways in which a report can be wanted; what is asked of events, one of its events must answer."""
    asked = _Asked(REPORTS, query)
    if query.report is not None:
        asked.own.append(_equal(REPORTS.c.id, query.report))
    if query.text is not None:
        asked.among(connection, REPORTS.c.key, search.matching(query.text, connection.dialect.name))
    if query.of_events:
        _with_event(connection, asked)
    if query.source is not None:
        outlet = _equal(REPORTS.c.outlet_key, fold(query.source))
        said = select(CLAIMS.c.event_key).where(CLAIMS.c.said_by == fold(query.source))
        of_events = select(EVENTS.c.report_key)
        few = _few(connection, said)
        if few is not None:
            keys = list(connection.scalars(of_events.where(EVENTS.c.key.in_(few))))
            asked.choices.append([outlet, _Fixed(REPORTS.c.key.in_(keys), listed=True)])
        else:
            speaks = exists().where(EVENTS.c.report_key == REPORTS.c.key, _apart(EVENTS.c.key).in_(said))
            asked.choices.append([outlet, _Fixed(speaks)])
    return asked.ways(connection)


def _of_events(connection: Connection, query: Query) -> _Asked:
    asked = _Asked(EVENTS, query)
    _what_and_where(connection, asked)
    if query.actor is not None:
        columns = (CLAIMS.c.actor, CLAIMS.c.actor_name)
        few = _few(connection, union_all(*(_claiming(column, query.actor) for column in columns)))
        if few is None:
            asked.choices.append([_Claimed(column, fold(query.actor)) for column in columns])
        else:
            asked.others.append(EVENTS.c.key.in_(few))
            asked.listed = True
    if query.source is not None:
        few = _few(connection, _claiming(CLAIMS.c.said_by, query.source))
        said = (
            _Claimed(CLAIMS.c.said_by, fold(query.source))
            if few is None
            else _Fixed(EVENTS.c.key.in_(few), listed=True)
        )
        asked.choices.append([_equal(EVENTS.c.outlet_key, fold(query.source)), said])
    if query.report is not None:
        asked.among(connection, EVENTS.c.report_key, select(REPORTS.c.key).where(REPORTS.c.id == query.report))
    if query.text is not None:
        asked.among(connection, EVENTS.c.report_key, search.matching(query.text, connection.dialect.name))
    return asked


def _what_and_where(connection: Connection, asked: _Asked) -> None:
    """What is asked of events and incidents alike."""
    table, query = asked.table, asked.query
    if query.country is not None:
        asked.own.append(_equal(table.c.country, query.country.upper()))
    if query.type is not None:
        asked.own.append(_equal(table.c.family if query.is_family else table.c.type, query.type))
    if query.grade is not None:
        asked.own.append(_equal(table.c.grade, query.grade))
    if query.toll is not None:
        name, least = query.toll
        asked.own.append(_Own(table.c[f"{name}_low"], lambda column: column >= least))
    if query.contested:
        asked.own.append(_Own(table.c.contested, _contested(table)))
    if query.place is not None:
        _place(asked, query.place)
    if query.box is not None:
        _box(connection, asked, query.box)


def _equal(column: ColumnElement[Any], value: object) -> _Own:
    return _Own(column, lambda each: each == value)


def _contested(table: Table) -> Callable[[ColumnElement[Any]], Condition]:
    # Written as the partial indexes are, or they would not be used; and otherwise, so that they are not.
    return lambda column: literal_column(f"{table.name}.contested") if column is table.c.contested else column


def _place(asked: _Asked, place: str) -> None:
    table, name = asked.table, fold(place)
    codes = {asked.query.place_country, place.upper() if len(place) == 3 else None} - {None}
    named = [_equal(table.c.place_key, name), _equal(table.c.admin1_key, name)]
    asked.choices.append([*named, *(_equal(table.c.country, code) for code in sorted(filter(None, codes)))])


def _box(connection: Connection, asked: _Asked, box: tuple[float, float, float, float]) -> None:
    west, south, east, north = box
    table, lon = asked.table, asked.table.c.lon
    beside = or_(lon >= west, lon <= east) if west > east else and_(lon >= west, lon <= east)
    touched = select(asked.key).where(*asked.rows)
    few = _few(connection, union_all(*(touched.where(table.c.cell.between(*each)) for each in stripes(box))))
    if few is not None:
        asked.others.append(asked.key.in_(few))
        asked.listed = True
    asked.others += [table.c.lat >= south, table.c.lat <= north, beside]


def _incident_text(connection: Connection, asked: _Asked, words: str) -> None:
    matching = search.matching(words, connection.dialect.name)
    few = _few(connection, matching)
    if few is None:
        matched = exists().where(EVENTS.c.incident_id == INCIDENTS.c.id, _apart(EVENTS.c.report_key).in_(matching))
        asked.others.append(matched)
        return
    held = select(EVENTS.c.incident_id).distinct().where(EVENTS.c.report_key.in_(few))
    asked.others.append(INCIDENTS.c.id.in_([each for each in connection.scalars(held) if each is not None]))
    asked.listed = True


def _with_event(connection: Connection, asked: _Asked) -> None:
    """Ask that a report has an event which answers what is asked of events."""
    of_event = replace(asked.query, since=None, until=None, source=None, text=None, report=None, sort="time")
    events_asked = _of_events(connection, of_event)
    few: list[int] = []
    for way in events_asked.ways(connection):
        # In order, or the planner would read whole rows instead of an index.
        in_order = way.rows(EVENTS.c.day, EVENTS.c.key).order_by("sort").limit(FEW + 1 - len(few))
        few += connection.execute(in_order).scalars("tie")
    if len(few) <= FEW:
        theirs = select(EVENTS.c.report_key).where(EVENTS.c.key.in_(few))
        asked.others.append(REPORTS.c.key.in_(list(connection.scalars(theirs))))
        asked.listed = True
        return
    own = [*events_asked.rows, *events_asked.others, *(each.apart for each in events_asked.own)]
    any_of = [or_(*(each.apart for each in choice)) for choice in events_asked.choices]
    asked.others.append(exists().where(EVENTS.c.report_key == REPORTS.c.key, *own, *any_of))


def _claiming(column: ColumnElement[Any], value: str) -> Any:
    return select(CLAIMS.c.event_key).where(column == fold(value))


def _few(connection: Connection, keys: Any) -> list[Any] | None:
    """The keys that the select gives; None if they are many."""
    found = list(connection.scalars(keys.limit(FEW + 1)))
    return found if len(found) <= FEW else None


def _apart(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The same value, not to be looked up by an index: the rows are walked through in their order instead."""
    if column.type.python_type is bool:
        return column.is_(True)
    return column + (0 if isinstance(column.type, Integer) else "")
