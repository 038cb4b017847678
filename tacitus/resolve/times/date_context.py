"""What an expression of time is read against: publication, what was told before, the tense of its clause.

In: dates. Out: :class:`Context`. One thing to know: without a publication date :attr:`Context.base` raises
:class:`Unanchored`, so that no rule can count from a day that nobody gave.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tacitus.resolve.times.intervals import Interval

#: What a month or year may be counted from.
_AS_SHARP = {
    "month": ("minute", "hour", "day", "week", "month"),
    "year": ("minute", "hour", "day", "week", "month", "season", "year"),
}
_A_YEAR = timedelta(366)
_SLACK = timedelta(2)  # a date two days ahead of its past tense is a wrong publication date, not last year


class Unanchored(LookupError):
    """The expression counts from a publication date that is not known."""


@dataclass(frozen=True, slots=True)
class Context:
    """Publication date, the day last told of, the tense of the clause, and how the report writes its dates.

    ``day_first`` is None where nothing in the report tells 4/7 from 7/4. ``beside`` is the day, month or year told
    last in this sentence or the one before it.
    """

    published: date | None
    told: date | None = None
    tense: str | None = None
    day_first: bool | None = None
    beside: Interval | None = None

    def near(self, unit: str) -> date | None:
        """The date told beside it from which a month or a year counts ("the following month"), if it is as sharp."""
        sharp = self.beside is not None and self.beside.precision in _AS_SHARP.get(unit, ())
        return self.beside.first if sharp and self.beside else None

    @property
    def base(self) -> date:
        """The day to count from."""
        if self.published is None:
            raise Unanchored
        return self.published

    @property
    def anchor(self) -> date:
        """The day last told of ("the following day"), else the day of publication."""
        return self.told or self.base

    @property
    def event(self) -> date:
        """The day last told of: what happened "two days before the attack" counts from nothing else."""
        if self.told is None:
            raise Unanchored
        return self.told

    @property
    def long_before(self) -> date | None:
        """A day of another year that was told beside: what follows it in a tale goes on from there."""
        told = self.beside.first if self.beside and self.beside.is_day and not self.ahead else None
        return told if told and self.base - told > _A_YEAR else None

    @property
    def ahead(self) -> bool:
        """Whether the clause looks forward."""
        return self.tense == "future"

    @property
    def years(self) -> range:
        """The years a date without a year can be in."""
        return range(self.base.year - 1, self.base.year + 2)

    def nearest(self, days: Sequence[date]) -> date:
        """The nearest past day, or future one if the clause looks ahead; the nearest of all where it was awaited."""
        if not days:
            raise ValueError("no such day")
        if self.tense == "near":
            return min(days, key=lambda d: abs(d - self.base))
        if self.ahead:
            return min((d for d in days if d >= self.base), default=max(days))
        return max((d for d in days if d <= self.base + _SLACK), default=min(days))

    def year(self, words: str) -> int:
        """2015, '15, last year."""
        step = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(words.split()[0])
        return self.base.year + step if step is not None else full_year(words)


def full_year(digits: str) -> int:
    """A year of two digits is of the last century from 51 on."""
    number = int(digits.strip("'"))
    return number if number > 99 else number + (1900 if number > 50 else 2000)


Match = re.Match[str]
Rule = Callable[[Match, Context], Interval | None]
