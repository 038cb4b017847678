"""Dates with a name of their own → intervals: a day of a month, a month, a season, a quarter, a decade, a feast.

In: the match of a rule in :mod:`tacitus.resolve.datewords` and a :class:`Context`. Out: an :class:`Interval`.
One thing to know: a year that is not said is filled in from the publication date, the nearest past one by default.
"""

from __future__ import annotations

from datetime import date

from tacitus.resolve import intervals as on
from tacitus.resolve.date_context import Context, Match, Unanchored, full_year
from tacitus.resolve.intervals import Interval
from tacitus.resolve.timewords import FEASTS, month_of, ordinal_of, weekday_of


def iso(m: Match, _: Context) -> Interval:
    """2021-02-15, with or without an hour."""
    found = on.day(date(int(m[1]), int(m[2]), int(m[3])))
    return found.at(m[4], m[4], "minute", "Z" if m[5] else "") if m[4] else found


def numeric(m: Match, context: Context) -> Interval | None:
    """Day and month in either order; where both are possible, the one nearer to publication."""
    a, b, year = int(m["a"]), int(m["b"]), full_year(m["y"])
    possible = {date(year, x, y) for x, y in ((b, a), (a, b)) if x <= 12 and y <= 31}
    if len(possible) > 1 and context.published is None:
        raise Unanchored
    return on.day(possible.pop() if len(possible) == 1 else min(possible, key=lambda d: abs(d - context.base)))


def day_month(m: Match, context: Context) -> Interval:
    """15 February (2021), May 11-12, 26 June - 2 July."""
    g = m.groupdict()
    first_month = month_of(g["m"])
    last_month = month_of(g.get("m2") or g["m"])
    first = _dated(first_month, ordinal_of(g["d"]), g.get("y"), context, g.get("wd"))
    if not g.get("d2"):
        return on.day(first)
    last = date(first.year + (last_month < first_month), last_month, ordinal_of(g["d2"]))
    return Interval(first, last, "day")


def _dated(month: int, day: int, year: str | None, context: Context, weekday: str | None = None) -> date:
    """The day in the year said, else in the nearest year, in which it falls on the weekday said if there is one."""
    if year:
        return date(context.year(year), month, day)
    days = [date(y, month, day) for y in context.years if _valid(y, month, day)]
    return context.nearest([d for d in days if weekday and d.weekday() == weekday_of(weekday)] or days)


def _valid(year: int, month: int, day: int) -> bool:
    return day <= (on.month(year, month).last or date.max).day


def month(m: Match, context: Context) -> Interval:
    """May, last May, May 2015, June last year."""
    number, which, year = month_of(m["m"]), m["w"], m["y"]
    if year:
        return on.month(context.year(year), number)
    base = context.base
    if which in ("last", "past", "next", "coming"):
        step = 1 if which in ("next", "coming") else -1
        passed = number < base.month if step < 0 else number > base.month
        return on.month(base.year if passed else base.year + step, number)
    if number == base.month:
        return on.month(base.year, number)
    return on.month(context.nearest([date(y, number, 1) for y in context.years]).year, number)


def season(m: Match, context: Context) -> Interval:
    """The spring, last winter, the summer of 2015."""
    name = m["s"]
    if m["y"]:
        return on.season(context.year(m["y"]), name)
    seasons = [on.season(y, name) for y in context.years]
    base = context.base
    if m["w"] == "this":
        return on.season(base.year, name)
    if m["w"] in ("last", "past"):
        return max((s for s in seasons if s.last and s.last < base), key=lambda s: s.first or base)
    if m["w"] in ("next", "coming") or context.ahead:
        return min((s for s in seasons if s.last and s.last >= base), key=lambda s: s.first or base)
    return max((s for s in seasons if s.first and s.first <= base), key=lambda s: s.first or base)


def decade(m: Match, context: Context) -> Interval:
    """The 1990s, the early '80s."""
    first = int(m[2]) if len(m[2]) == 4 else 1900 + int(m[2])
    begin, end = {"early": (0, 3), "mid": (4, 6), "late": (6, 9)}.get(m[1] or "", (0, 9))
    return on.years(first + begin, first + end, "decade")


def quarter(m: Match, context: Context) -> Interval:
    """The third quarter (of last year)."""
    which, year = m[1], m[2]
    now = (context.base.month - 1) // 3 if not (year and year.isdigit()) else 0
    if which in ("last", "previous", "next", "this") and not year:
        number = now + {"next": 1, "this": 0}.get(which, -1)
        return on.months(context.base.year + number // 4, 3 * (number % 4) + 1, 3, "month")
    index = 3 if which in ("last", "final") else ordinal_of(which) - 1
    if year:
        return on.months(context.year(year), 3 * index + 1, 3, "month")
    back = 0 if context.ahead or index <= now else 1
    return on.months(context.base.year - back, 3 * index + 1, 3, "month")


def years_long(m: Match, _: Context) -> Interval:
    """2015-16."""
    first = int(m[1])
    last = int(m[2]) if len(m[2]) == 4 else first // 100 * 100 + int(m[2])
    return on.years(first, last, "year")


def feast(m: Match, context: Context) -> Interval:
    """Christmas Day."""
    return on.day(_dated(*FEASTS[m[1]], m[2], context))


def of_month(m: Match, context: Context) -> Interval:
    """The 15th (of this month)."""
    number, base = ordinal_of(m[1]), context.base
    months = {"this": (0,), "last": (-1,), "next": (1,)}.get(m[2] or "", (-2, -1, 0, 1))
    firsts = [on.month(base.year, base.month + step).first or base for step in months]
    return on.day(context.nearest([d.replace(day=number) for d in firsts if _valid(d.year, d.month, number)]))


def same_month(m: Match, context: Context) -> Interval:
    """3-5 June."""
    first = _dated(month_of(m["m2"]), ordinal_of(m["d"]), m["y"], context)
    return Interval(first, first.replace(day=ordinal_of(m["d2"])), "day")
