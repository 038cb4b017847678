"""Conditions on the rows of one table, and how the database is made to find the rows.

In: conditions. Out: :class:`Way`, what must hold of a row; a row is wanted if one way is open to it. One thing to
know: the planner cannot tell a common value from a rare one, so it is told. What another table answers (who took
part, what the report says) is asked for its first few thousand keys: if that is all, the rows are found by these
keys; if there are more, the rows are walked through in their order and each is looked up. Otherwise the rarest
condition leads: it is left to an index, and the others are kept apart from theirs. To find all keys of a common
value takes longer than the rest together, so the first rows are looked up one by one (:attr:`Way.each`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, Table, exists, func, select

from tacitus.store.query import Query
from tacitus.store.tables import CLAIMS, EVENTS, INCIDENTS, REPORTS, live

#: Up to so many keys are listed. Listing them all takes 30 ms of a million events, and so does walking to the
#: fiftieth row where one in two hundred is wanted.
FEW = 5000
#: Up to so many rows are counted to find the rarest condition (about 3 ms).
_COUNTED = 50_000
#: Up to so many rows that end on a day or later are put in order, instead of walking past all that ended before.
_PUT_IN_ORDER = 200_000
#: Orders for which the index of every condition has what it takes.
_INDEXED = ("time", "killed")

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Way:
    """What must hold of a row. ``claims``: events are found by their claims, which ``conditions`` then speak of too.

    ``by_end``: rows are found by the day they end, and ordered after that. ``cheap`` and ``each``: the same conditions
    for a row that is looked at alone, those that cost little and the others; both empty where nothing costs much.
    """

    conditions: list[Condition]
    claims: bool = False
    by_end: bool = False
    cheap: list[Condition] = field(default_factory=list)
    each: list[Condition] = field(default_factory=list)

    def columns(self, column: ColumnElement[Any], key: ColumnElement[Any]) -> tuple[ColumnElement[Any], ...]:
        """What rows are ordered by this way, given the column and the key of their table."""
        if self.by_end:
            return (apart_from_indexes(column), key)
        return (CLAIMS.c.day, CLAIMS.c.event_key) if self.claims else (column, key)

    def rows(self, column: ColumnElement[Any], key: ColumnElement[Any]) -> Select[tuple[Any, Any]]:
        """The rows, as what they are ordered by (``sort``) and their key (``tie``), in no order yet."""
        sort, tie = self.columns(column, key)
        found = select(sort.label("sort"), tie.label("tie")).where(*self.conditions)
        if self.claims:  # an event may claim the same thing twice
            found = found.select_from(CLAIMS.join(EVENTS, EVENTS.c.key == CLAIMS.c.event_key)).distinct()
        return found


@dataclass(frozen=True, slots=True)
class Own:
    """A condition on a column of the row itself, as an index can answer it and so that none will.

    ``only_by_day``: that index holds just such rows by day, and is of no use in another order.
    """

    column: ColumnElement[Any]
    test: Callable[[ColumnElement[Any]], Condition]
    only_by_day: bool = False

    @property
    def plain(self) -> Condition:
        """For an index."""
        return self.test(self.column)

    @property
    def apart(self) -> Condition:
        """For rows that were found otherwise."""
        return self.test(apart_from_indexes(self.column))


@dataclass(frozen=True, slots=True)
class Claimed:
    """That one of an event's claims has this in a column; ``plain`` is a condition on claims, ``apart`` on events."""

    column: ColumnElement[Any]
    value: str | None
    by_day: bool

    @property
    def plain(self) -> Condition:
        """For an index of the claims."""
        return self.column == self.value

    @property
    def apart(self) -> Condition:
        """For events that were found otherwise: with the day at hand by it, else among all claims of the event."""
        if self.by_day:
            return exists().where(self.plain, CLAIMS.c.day == EVENTS.c.day, CLAIMS.c.event_key == EVENTS.c.key)
        return exists().where(CLAIMS.c.event_key == EVENTS.c.key, apart_from_indexes(self.column) == self.value)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A condition that is the same however rows are found; ``listed``: it lists their keys."""

    plain: Condition
    listed: bool = False

    @property
    def apart(self) -> Condition:
        """The same."""
        return self.plain


Choice = Sequence[Own | Claimed | Fixed]


@dataclass(slots=True)
class Asked:
    """What is asked of one table: conditions of its own, choices of which one must hold, others; and when.

    ``listed``: one of the others lists keys. ``costly``: conditions as they are said of all rows at once and of one.
    """

    table: Table
    query: Query
    own: list[Own] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    others: list[Condition] = field(default_factory=list)
    costly: list[tuple[Condition, Condition]] = field(default_factory=list)
    listed: bool = False

    @property
    def key(self) -> ColumnElement[Any]:
        """What its rows are known by."""
        return self.table.c.id if self.table is INCIDENTS else self.table.c.key

    @property
    def rows(self) -> list[Condition]:
        """Which rows count at all."""
        return [] if self.table is INCIDENTS else [live(self.table)]

    def among(
        self, connection: Connection, column: ColumnElement[Any], keys: Any, each: Condition | None = None
    ) -> None:
        """Ask that the column holds one of the keys that the select gives; ``each``: the same of one row, if quick."""
        few = few_of(connection, keys)
        if few is not None:
            self.others.append(column.in_(few))
            self.listed = True
        else:
            self.all_or_each(apart_from_indexes(column).in_(keys), each)

    def all_or_each(self, condition: Condition, each: Condition | None) -> None:
        """Ask what it takes long to find all rows of."""
        if each is None:
            self.others.append(condition)
        else:
            self.costly.append((condition, each))

    def when(self, table: Table) -> list[Condition]:
        """The time asked for, in the columns of that table."""
        since, until = self.query.since, self.query.until
        upto = table.c.day if table is REPORTS else table.c.upto
        # Of two lower bounds of one column SQLite takes the first.
        found = [table.c.day > ""] if until or (since and table is not REPORTS) else []
        if since:
            found.append(upto >= since.isoformat())
        if until:
            found.append(table.c.day <= until.isoformat())
        return found

    def ways(self, connection: Connection) -> list[Way]:
        """Every way in which a row can be wanted."""
        return [self._way(connection, chosen) for chosen in product(*self.choices)]

    def _way(self, connection: Connection, chosen: Choice) -> Way:
        asked = [*self.own, *chosen]
        lead: Own | Claimed | None = None
        if not self.listed and not any(isinstance(each, Fixed) and each.listed for each in asked):
            lead = self._rarest(connection, asked)
        claims, by_end = isinstance(lead, Claimed), lead is not None and lead not in asked
        when = self.when(self.table)
        if by_end and lead is not None:
            day = apart_from_indexes(self.table.c.day)
            when = [lead.plain, day > "", *([day <= self.query.until.isoformat()] if self.query.until else [])]
        elif claims:
            when += self.when(CLAIMS)
        cheap = [*self.rows, *self.others, *when, *(each.plain if each is lead else each.apart for each in asked)]
        if not self.costly:
            return Way(cheap, claims, by_end)
        at_once, each_alone = zip(*self.costly, strict=True)
        return Way([*cheap, *at_once], claims, by_end, cheap, list(each_alone))

    def _rarest(self, connection: Connection, asked: Choice) -> Own | Claimed | None:
        """The condition that the fewest rows fulfil and whose index gives them in order, or has few to be ordered."""
        name = self.query.sort.removeprefix("-")
        able: list[Own | Claimed] = [each for each in asked if isinstance(each, Own) and not each.only_by_day]
        if name == "time":
            able = [each for each in asked if not isinstance(each, Fixed)]
        ended = self._ended()
        if ended is None and len(able) < 2 and (not able or name in _INDEXED):
            return able[0] if able else None
        counted = {}
        for each in able:
            # In order, or the planner might count in the rows themselves.
            rows = select(self.key).where(*self.rows, each.plain).order_by(self.table.c.day)
            if isinstance(each, Claimed):
                rows = select(CLAIMS.c.event_key).where(each.plain).order_by(CLAIMS.c.day)
            counted[id(each)] = (_up_to(connection, rows, _COUNTED), isinstance(each, Own))
        if ended is not None:
            most = _COUNTED if able else _PUT_IN_ORDER
            number = _up_to(connection, select(self.key).where(*self.rows, ended.plain).order_by(ended.column), most)
            if number < most:
                able.append(ended)
                counted[id(ended)] = (number, True)
        if not able:
            return None
        rarest = min(able, key=lambda each: counted[id(each)])
        return rarest if name in _INDEXED or counted[id(rarest)][0] < _COUNTED else None

    def _ended(self) -> Own | None:
        """That a row ends on the first day asked for or later, where a walk would begin with all that ended before."""
        since = self.query.since
        if since is None or self.query.sort != "time" or self.table is REPORTS:
            return None
        return Own(self.table.c.upto, lambda column: column >= since.isoformat())


def few_of(connection: Connection, keys: Any) -> list[Any] | None:
    """The keys that the select gives; None if they are many."""
    found = first_of(connection, keys)
    return found if len(found) <= FEW else None


def first_of(connection: Connection, keys: Any) -> list[Any]:
    """The first keys that the select gives: all if they are few, and one more than that if they are many."""
    return list(connection.scalars(keys.limit(FEW + 1)).all())  # at once: one by one takes twice as long


def are_few(connection: Connection, keys: Any) -> bool:
    """Whether the select gives few keys."""
    return _up_to(connection, keys, FEW + 1) <= FEW


def _up_to(connection: Connection, keys: Any, most: int) -> int:
    """How many keys the select gives, counted no further than that."""
    return int(connection.execute(select(func.count()).select_from(keys.limit(most).subquery())).scalar_one())


def apart_from_indexes(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The same value, not to be looked up by an index: the rows are walked through in their order instead."""
    if column.type.python_type is bool:
        return column.is_(True)
    return column + (0 if isinstance(column.type, Integer) else "")
