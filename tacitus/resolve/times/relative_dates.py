"""Dates that count from another day → intervals: yesterday, Monday, last week, two days ago, within 48 hours.

In: the match of a rule in :mod:`tacitus.resolve.times.datewords` and a :class:`Context`. Out: an :class:`Interval`.
One thing to know: "ago" and "last" count from publication; "earlier", "later" and "the same" from the day last told of,
and years and months from one that is told beside them.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tacitus.resolve.times import intervals as on
from tacitus.resolve.times.date_context import Context, Match
from tacitus.resolve.times.intervals import Interval
from tacitus.resolve.times.timewords import HOURS, WEEKDAY, count_of, weekday_of

_DAYS = {"day": 1, "night": 1, "evening": 1, "morning": 1, "afternoon": 1, "week": 7, "fortnight": 14, "weekend": 7}
_HOURS = {"hour": 1, "hr": 1, "minute": 1 / 60, "min": 1 / 60, "second": 1 / 3600}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}

_PRECISION = {"month": "month", "quarter": "month", "year": "year", "decade": "year", "week": "week",
              "fortnight": "week"}  # fmt: skip
_STEPS = {
    "last": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "upcoming": 1,
    "yesterday": -1, "tomorrow": 1, "overnight": -1, "last night": -1, "day before yesterday": -2,
    "day after tomorrow": 2,
}  # fmt: skip
_TOLD = ("that", "same", "the", "following", "preceding", "previous")


def deictic(m: Match, context: Context) -> Interval:
    """Today, yesterday evening, overnight."""
    word = m[1]
    found = on.day(context.base + timedelta(_STEPS.get(word, 0)))
    hours = "night" if word in ("tonight", "overnight", "last night") else m[2]
    return found.at(*HOURS[hours], "hour") if hours else found


def weekday(m: Match, context: Context) -> Interval:
    """Monday, by the tense of the clause; last Friday; Tuesday of last week."""
    which, week = (m["w"] or m["w2"] or "").strip(), m["of"]
    wanted, base = weekday_of(m["d"]), context.base
    if week:
        base = context.anchor if week == "previous" else base
        monday = base - timedelta(base.weekday()) + timedelta({"this": 0, "next": 7}.get(week, -7))
        return on.day(monday + timedelta(wanted))
    if which == "the" and context.told and base - context.told > timedelta(7):  # of an old tale, not of this week
        return on.day(context.told + timedelta((wanted - context.told.weekday()) % 7))
    back, forth = (base.weekday() - wanted) % 7, (wanted - base.weekday()) % 7
    if which in ("last", "past", "previous"):
        return on.day(base - timedelta(back or 7))
    if which in ("next", "coming", "this coming", "following", "upcoming"):
        return on.day(base + timedelta(forth or 7))
    return on.day(base + timedelta(forth) if context.ahead else base - timedelta(back))


def period(m: Match, context: Context) -> Interval | None:
    """Last week, this year, the coming month, that day."""
    which, unit = m[1], m[2].rstrip("s")
    if m[0].endswith("s") and which in ("coming", "upcoming", "following", "preceding"):
        return None  # "the coming days": nobody says how many; "last months attack" lost an apostrophe
    told = which in _TOLD or (which == "next" and unit in ("day", *HOURS))
    if which in ("that", "same"):
        base = context.event
    else:
        base = (context.near(unit) or context.anchor) if told else context.base
    step = _STEPS.get(which, 0)
    if which == "past":
        return _rolling(1, unit, base, -1)
    if unit == "weekend":
        return _weekend(context.base, step, context)
    if unit in HOURS:
        return on.day(base + timedelta(step)).at(*HOURS[unit], "hour")
    return current(unit, base, step)


def current(unit: str, base: date, step: int) -> Interval | None:
    """This period, or the one some steps on."""
    match unit:
        case "day":
            return on.day(base + timedelta(step))
        case "week":
            return on.week(base + timedelta(7 * step))
        case "fortnight":
            return _rolling(1, unit, base, step or -1)
        case "month":
            return on.month(base.year, base.month + step)
        case "quarter":
            return on.months(base.year, 3 * ((base.month - 1) // 3 + step) + 1, 3, "month")
        case "year":
            return on.year(base.year + step)
        case "decade":
            first = (base.year // 10 + step) * 10
            return on.years(first, first + 9, "decade")
        case "century" | "centurie":
            first = (base.year // 100 + step) * 100
            return on.years(first, first + 99, "decade")
    return None


def _weekend(base: date, step: int, context: Context) -> Interval:
    """The weekend: during the week the one before, or the one to come if the clause looks ahead."""
    if step <= 0 and base.weekday() < 5:
        step = 0 if step == 0 and context.ahead else -1
    saturday = base + timedelta(5 - base.weekday() + 7 * step)
    return Interval(saturday, saturday + timedelta(1), "day")


def _rolling(count: float, unit: str, base: date, way: int) -> Interval:
    """The past three days, the next two weeks."""
    other = _shifted(base, count * way, unit)
    return Interval(min(base, other), max(base, other), _PRECISION.get(unit, "day"))


def _shifted(base: date, count: float, unit: str) -> date:
    if unit in _DAYS:
        return base + timedelta(round(count * _DAYS[unit]))
    if unit in _MONTHS:
        first = on.month(base.year, base.month + round(count * _MONTHS[unit])).first or base
        return first.replace(day=min(base.day, (on.month(first.year, first.month).last or first).day))
    hours = count * _HOURS[unit]
    return base + timedelta(int(hours / 24) if abs(hours) >= 24 else -(hours <= -12))


def ago(m: Match, context: Context) -> Interval | None:
    """Two days ago, a week earlier, three months later."""
    count, unit, word = count_of(m[1]), m[2].rstrip("s"), m[3]
    if count is None:
        return None
    way = 1 if word in ("later", "after", "from now", "hence", "afterwards", "afterward") else -1
    if word in ("before", "after"):  # of another happening, which is not the report's own day
        return _around(_shifted(context.event, count * way, unit), unit)
    if word in ("ago", "from now", "hence"):
        base = context.base
    elif beside := context.near(unit):
        base = beside
    else:  # "a day later" than the report's own day had not come when it was told
        base = context.event if way > 0 and context.tense == "past" else context.anchor
    return _around(_shifted(base, count * way, unit), unit)


def _around(then: date, unit: str) -> Interval:
    """As sharp as the unit it was counted in."""
    match unit:
        case "week" | "fortnight":
            return Interval(then - timedelta(3), then + timedelta(3), "week")
        case "month" | "quarter":
            return on.month(then.year, then.month)
        case "year":
            return on.year(then.year)
        case "decade" | "century" | "centurie":
            return on.years(then.year - 2, then.year + 2, "decade")
    return on.day(then)


def unit_before(m: Match, context: Context) -> Interval | None:
    """The day before, the week after."""
    step = 1 if m[2] == "after" else -1
    unit = m[1]
    if unit in HOURS:
        return on.day(context.anchor + timedelta(step)).at(*HOURS[unit], "hour")
    return current(unit, context.near(unit) or context.anchor, step)


def last_n(m: Match, context: Context) -> Interval | None:
    """The past three days, the next two weeks."""
    count = count_of(m[2])
    if count is None:
        return None
    way = 1 if m[1] in ("next", "coming", "following") else -1
    return _rolling(count, m[3].rstrip("s"), context.base, way)


def in_n(m: Match, context: Context) -> Interval | None:
    """Within 48 hours: a deadline, counted from publication."""
    count = count_of(m[1])
    return _rolling(count, m[2].rstrip("s"), context.base, 1) if count is not None else None


def before_last(m: Match, context: Context) -> Interval | None:
    """The week before last."""
    if m[1] in ("night", "weekend"):
        days = 2 if m[1] == "night" else context.base.weekday() + 9
        first = context.base - timedelta(days)
        return (
            on.day(first).at(*HOURS["night"], "hour")
            if m[1] == "night"
            else Interval(first, first + timedelta(1), "day")
        )
    return current(m[1], context.base, -2)


def in_time(m: Match, context: Context) -> Interval | None:
    """Ten days' time."""
    count, unit = count_of(m[1]), m[2].rstrip("s")
    return _around(_shifted(context.base, count, unit), unit) if count is not None else None


def ago_on(m: Match, context: Context) -> Interval | None:
    """A year ago today, two years ago this month, a week ago on Monday."""
    count, unit, on_what = count_of(m[1]), m[2].rstrip("s"), m[3]
    if count is None or unit not in ("week", "fortnight", "month", "year", "decade"):
        return None
    then = _shifted(context.base, -count, unit)
    if on_what in ("today", "yesterday", "tomorrow"):
        return on.day(_shifted(context.base + timedelta(_STEPS.get(on_what, 0)), -count, unit))
    if on_what in ("this week", "this month"):
        return current(on_what[5:], then, 0)
    if unit == "week" and (found := re.fullmatch(WEEKDAY, on_what)):
        last = context.base - timedelta((context.base.weekday() - weekday_of(found[0])) % 7)
        return on.day(last - timedelta(7 * round(count)))
    return None


def after_event(m: Match, context: Context) -> Interval | None:
    """Twelve days after the attack: from the day last told of, and from no other."""
    count, unit = count_of(m[1]), m[2].rstrip("s")
    if count is None:
        return None
    return _around(_shifted(context.event, count if m[3] == "after" else -count, unit), unit)
