"""Intervals of the calendar: a day, a week, a month, a season, a part of any of them.

In: dates and numbers. Out: :class:`Interval`, which turns itself into a :class:`TimeValue`.
One thing to know: both ends are inclusive, None is open, and weeks run from Monday to Sunday.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tacitus.records.value import TimeValue


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``first`` to ``last``; ``since`` and ``until`` are hours of those days ("09:25"), if the words give any."""

    first: date | None
    last: date | None
    precision: str
    since: str = ""
    until: str = ""
    zone: str = ""

    def value(self) -> TimeValue:
        """In ISO 8601."""
        earliest, latest = _iso(self.first, self.since, self.zone), _iso(self.last, self.until, self.zone)
        return TimeValue(earliest, latest, self.precision)

    def at(self, since: str, until: str, precision: str, zone: str = "") -> Interval:
        """The hours of a day; those of a night end on the next day."""
        last = self.first
        if last and since > until:
            last += timedelta(1)
        return replace(self, last=last, since=since, until=until, precision=precision, zone=zone)

    @property
    def is_day(self) -> bool:
        """Whether it is one day, or a part of one."""
        return self.precision in ("day", "hour", "minute") and self.first is not None and self.last is not None


def _iso(day: date | None, hour: str, zone: str) -> str | None:
    if day is None:
        return None
    return f"{day.isoformat()}T{hour}{zone}" if hour else day.isoformat()


def day(on: date) -> Interval:
    """One day."""
    return Interval(on, on, "day")


def week(on: date) -> Interval:
    """The week a day is in."""
    monday = on - timedelta(on.weekday())
    return Interval(monday, monday + timedelta(6), "week")


def month(year_: int, number: int) -> Interval:
    """A month; numbers beyond 12 or below 1 run into the next or the last year."""
    year_, number = year_ + (number - 1) // 12, (number - 1) % 12 + 1
    return Interval(date(year_, number, 1), date(year_, number, calendar.monthrange(year_, number)[1]), "month")


def months(year_: int, number: int, how_many: int, precision: str) -> Interval:
    """Some months in a row: a season, a quarter, a part of a year."""
    return Interval(month(year_, number).first, month(year_, number + how_many - 1).last, precision)


def year(number: int) -> Interval:
    """A year."""
    return Interval(date(number, 1, 1), date(number, 12, 31), "year")


def years(first: int, last: int, precision: str) -> Interval:
    """Some years in a row."""
    return Interval(date(first, 1, 1), date(last, 12, 31), precision)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def season(year_: int, name: str) -> Interval:
    """A season of the northern half; winter begins in the year named."""
    return months(year_, _SEASONS[name], 3, "season")


_MONTH_PARTS = {
    "first half": (1, 15),
    "second half": (16, 31),
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "beginning": (1, 5),
    "end": (31, 31),
}
_HALVES = {"first half": (1, 6), "second half": (7, 6)}
_YEAR_PARTS = _HALVES | {"early": (1, 3), "mid": (4, 6), "late": (10, 3), "beginning": (1, 1), "end": (12, 1)}


def part(of: Interval, which: str) -> Interval:
    """The early, middle or late part of a month or year, or its beginning or end; of other periods, their third."""
    if of.first is None or of.last is None:
        return of
    if of.precision == "year" and of.first.year == of.last.year:
        start, how_many = _YEAR_PARTS[which]
        return months(of.first.year, start, how_many, "year")
    length = of.last.day if of.precision == "month" else (of.last - of.first).days + 1
    begin, end = (min(d, length) - 1 for d in _MONTH_PARTS[which])
    if of.precision != "month":
        third, half = length // 3, length // 2
        begin, end = {
            "first half": (0, half - 1),
            "second half": (half, length - 1),
            "mid": (third, 2 * third),
            "late": (2 * third, length - 1),
            "end": (2 * third, length - 1),
        }.get(which, (0, third))
    return replace(of, first=of.first + timedelta(begin), last=of.first + timedelta(end))


def hull(left: Interval, right: Interval) -> Interval:
    """From the one to the other."""
    coarser = left if _ORDER.index(left.precision) >= _ORDER.index(right.precision) else right
    return Interval(left.first, right.last, coarser.precision, left.since, right.until, left.zone)


_ORDER = ("minute", "hour", "day", "week", "month", "season", "year", "decade", "relative")
