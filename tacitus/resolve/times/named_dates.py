"""Dates with a name of their own → intervals: a day of a month, a month, a season, a quarter, a decade, a feast.

In: the match of a rule in :mod:`tacitus.resolve.times.datewords` and a :class:`Context`. Out: an :class:`Interval`.
One thing to know: a year that is not said is filled in from the publication date, the nearest past one by default.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tacitus.resolve.times import intervals as on
from tacitus.resolve.times.date_context import Context, Match, full_year
from tacitus.resolve.times.intervals import Interval
from tacitus.resolve.times.timewords import EASTER, FEASTS, month_of, ordinal_of, weekday_of

_NEAR = timedelta(14)  # a date that near to publication is what the report tells of

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})\2(?:19|20)\d\d(?![\d/-])")


def day_first(text: str) -> bool | None:
    """Whether the dates in figures put the day first; None where none of them tells, or they differ."""
    if not any(year in text for year in ("/19", "/20", "-19", "-20")):
        return None
    orders = {int(m[1]) > 12 for m in _NUMERIC.finditer(text) if (int(m[1]) > 12) != (int(m[3]) > 12)}
    return orders.pop() if len(orders) == 1 else None


def iso(m: Match, _: Context) -> Interval:
    """2021-02-15, 20210215, with or without an hour."""
    found = on.day(date(int(m[1]), int(m[2]), int(m[3])))
    hour = m.groupdict().get("t")
    zone = re.sub(r"(\d\d)(\d\d)$", r"\1:\2", m.groupdict().get("zone") or "").upper()
    return found.at(hour, hour, "minute", zone) if hour else found


def group(m: Match, _: Context) -> Interval:
    """The date-time group of an army: 021430Z JUN 14."""
    found = on.day(date(full_year(m[5]), month_of(m[4]), int(m[1])))
    return found.at(f"{m[2]}:{m[3]}", f"{m[2]}:{m[3]}", "minute", "Z")


def iso_month(m: Match, _: Context) -> Interval:
    """2014-05; "2011-12" may be two years, and is read as such."""
    if int(m[2]) > int(m[1]) % 100:
        raise ValueError("two years")
    return on.month(int(m[1]), int(m[2]))


def numeric(m: Match, context: Context) -> Interval | None:
    """Day and month in figures, in the order of the report's other dates or with dots the day first.

    Where both orders fit, the day near to publication; else all that lies between the two.
    """
    a, b, year = int(m["a"]), int(m["b"]), full_year(m["y"])
    possible = {date(year, x, y) for x, y in ((b, a), (a, b)) if x <= 12 and y <= 31}
    if len(possible) > 1 and (context.day_first is not None or m["by"] == "."):
        possible = {date(year, a, b) if context.day_first is False else date(year, b, a)}
    if len(possible) > 1 and context.published is None:
        return Interval(min(possible), max(possible), "month")
    if len(possible) > 1:
        if not context.ahead:
            possible = {d for d in possible if d <= context.base + _NEAR} or possible
        near = min(possible, key=lambda d: abs(d - context.base))
        if len(possible) > 1 and abs(near - context.base) > _NEAR:
            return Interval(min(possible), max(possible), "month")
        possible = {near}
    return on.day(possible.pop())


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
    if (before := context.long_before) and not weekday:  # "on 13 April 1996 …, missing since 14 April"
        return next(
            d
            for y in (0, 1)
            if _valid(before.year + y, month, day) and (d := date(before.year + y, month, day)) >= before
        )
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
    if m["y"] and "-" in m["y"]:  # the winter of 2011-12
        return on.season(int(m["y"][:4]), name)
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
    """Christmas Day, Good Friday; Nowruz is the 20th or the 21st of March."""
    if m[1] in EASTER:
        years = [int(m[2])] if m[2] else context.years
        found = [_easter(y, EASTER[m[1]]) for y in years]
        day = found[0].first if m[2] else context.nearest([f.first for f in found if f.first])
        return next(f for f in found if f.first == day)
    first = _dated(*FEASTS[m[1]], m[2], context)
    return Interval(first, first + timedelta(1), "day") if m[1].startswith(("no", "newroz")) else on.day(first)


def _easter(year: int, step: int) -> Interval:
    """A feast by both calendars: the day where they agree, else all between the western and the eastern one."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    western = date(year, month, day + 1)
    d = (19 * a + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    eastern = date(year, month, day + 1) + timedelta(b - b // 4 - 2)  # from the Julian calendar
    first, last = sorted((western + timedelta(step), eastern + timedelta(step)))
    return Interval(first, last, "day" if first == last else "month")


def nth_weekday(m: Match, context: Context) -> Interval:
    """The first Friday in May."""
    first = _month_named(m, context)
    step = (weekday_of(m["d"]) - first.weekday()) % 7
    if m["n"] in ("last", "final"):
        days = (on.month(first.year, first.month).last or first).day
        return on.day(first + timedelta(step + 7 * ((days - 1 - step) // 7)))
    found = first + timedelta(step + 7 * (ordinal_of(m["n"]) - 1))
    if found.month != first.month:
        raise ValueError("no such day")
    return on.day(found)


def end_day(m: Match, context: Context) -> Interval:
    """The last day of May; its last days are its last week."""
    first = _month_named(m, context)
    last = on.month(first.year, first.month).last or first
    if m["days"] == "days":
        return Interval(*((first, first + timedelta(6)) if m["n"] == "first" else (last - timedelta(6), last)), "week")
    return on.day(first if m["n"] == "first" else last)


def _month_named(m: Match, context: Context) -> date:
    if not m["m"]:
        raise ValueError("no month")
    return month(m, context).first or date.min


def of_month(m: Match, context: Context) -> Interval:
    """The 15th (of this month); the nearest to the day last told of, for who tells of 9 July means that month."""
    number, base = ordinal_of(m[1]), context.base
    steps = {"this": (0,), "last": (-1,), "next": (1,)}.get(m[2] or "")
    if steps or context.told is None or context.ahead:
        days = _days_of_months(base, number, steps or (-2, -1, 0, 1))
        past = [d for d in days if d <= base]  # a month that is not said is no slip of the pen
        return on.day(context.nearest(days if context.ahead or steps else past))
    told = context.told
    days = [d for d in _days_of_months(told, number, (-1, 0, 1)) if d <= base]
    return on.day(min(days, key=lambda d: abs(d - told)))


def _days_of_months(around: date, number: int, steps: Sequence[int]) -> list[date]:
    """The days of that number in the months so many steps from a day."""
    firsts = [on.month(around.year, around.month + step).first or around for step in steps]
    return [d.replace(day=number) for d in firsts if _valid(d.year, d.month, number)]


def weekday_of_month(m: Match, context: Context) -> Interval:
    """Thursday the 14th: the nearest month in which that day is one."""
    days = [
        d
        for d in _days_of_months(context.base, ordinal_of(m["n"]), range(-12, 7))
        if d.weekday() == weekday_of(m["wd"])
    ]
    return on.day(min(days, key=lambda d: abs(d - context.base)))


def september(_: Match, __: Context) -> Interval:
    """The attacks of 9/11."""
    return on.day(date(2001, 9, 11))


def same_month(m: Match, context: Context) -> Interval:
    """3-5 June."""
    first = _dated(month_of(m["m2"]), ordinal_of(m["d"]), m["y"], context)
    return Interval(first, first.replace(day=ordinal_of(m["d2"])), "day")
