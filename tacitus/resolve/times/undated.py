"""A report without a publication date → the day before which it cannot have been published, and what says so.

In: a text, and the actors' table for "since Joe Biden took office". Out: a :class:`Fixed` day with the span it was read
from, or None. One thing to know: it is a lower bound and nothing more; what is told as past and bears a year counts,
deadlines, plans and elections do not, and no day is ever made out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tacitus.records.span import Span
from tacitus.resolve.actors.table import ActorTable, Term
from tacitus.resolve.times.date_context import Context, Unanchored
from tacitus.resolve.times.datewords import interval
from tacitus.resolve.times.tense import sentence, tense
from tacitus.resolve.times.timex import find_times, is_duration

_PLACED = re.compile(r"(?:\b(?:on|in|since|during|of|late|early|from)|\b(?:since|in|on|during) the)\s+$", re.I)
_A_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
#: "a 2020 peace agreement": it was signed before anybody wrote of it.
_DONE = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:agreement|accord|deal|treaty|pact|ceasefire|truce|war|coup|revolution|uprising|invasion|"
    r"attacks?|bombings?|massacre|offensive|earthquake|resolution|protests?|clashes|unrest|riots)\b",
    re.I,
)
_TO_COME = re.compile(
    r"\b(?:until|till|by|deadline|due|plan(?:s|ned)?|schedul\w*|elections?|expir\w*|will|would|shall|may|could|should|"
    r"target|forecast|expected|ahead of|before)\b"
)
_YEAR = re.compile(r"\d{4}")
_OFFICE = re.compile(
    r"\b(?:since|after)\s+((?:[\w.'’-]+\s+){1,6}?)(?:took (?:office|power)|assumed (?:office|power)|came to power|"
    r"was (?:sworn in|inaugurated))\b"
)
_WEEK = range(7)  # "Monday" lies nearest to publication on one of any seven days


@dataclass(frozen=True, slots=True)
class Fixed:
    """The report is of this day or of a later one, as the words of the span tell."""

    day: date
    span: Span


def not_before(text: str, table: ActorTable | None = None) -> Fixed | None:
    """The latest day that the report must have seen; None where nothing in it bears a year."""
    facts = [*_dated(text), *(_terms(text, table) if table else ())]
    return max(facts, key=lambda fact: fact.day, default=None)


def earliest(words: str, fixed: Fixed, clause: str | None) -> date | None:
    """The first day that relative words can mean in a report of that day or later; None where they mean no day.

    A report of a later day moves them forward, and never back; a clause that does not speak of the future is read as
    past, which lies furthest back.
    """
    clause = "future" if clause == "future" else "past"
    found = []
    for step in _WEEK:
        try:
            read = interval(words, Context(fixed.day + timedelta(step), None, clause))
        except (Unanchored, OverflowError):
            return None
        if read is None or read.first is None:
            return None
        found.append(read.first)
    return min(found)


def _dated(text: str) -> Iterator[Fixed]:
    """Days, months and years that are told of as past."""
    with_year = dict.fromkeys(sentence(text, year.start()) for year in _YEAR.finditer(text))
    for span in (span for each in with_year for span in find_times(text, each)):
        words = span.of(text)
        if is_duration(words) or not _YEAR.search(words) or tense(text, span) != "past":
            continue
        attributive = _A_YEAR.match(words) and _DONE.match(text, span.end)
        around = sentence(text, span.start)
        if not attributive and (
            not _PLACED.search(text[max(0, span.start - 12) : span.start]) or _TO_COME.search(around.of(text))
        ):
            continue
        try:
            read = interval(words, Context(None))
        except Unanchored:
            continue
        if read and read.first:
            yield Fixed(read.first, span)


def _terms(text: str, table: ActorTable) -> Iterator[Fixed]:
    """When those took office of whom the report says that they did."""
    for match in _OFFICE.finditer(text):
        words = match[1].split()
        role = next((w.lower() for w in words if w.lower() in ("president", "chancellor")), None)
        role = "prime-minister" if "prime minister" in match[1].lower() else role
        for length in (3, 2, 1):
            held = [t for actor in table.find(" ".join(words[-length:])) for t in actor.held if _starts(t, role)]
            if held:
                day = min(term.start for term in held)
                yield Fixed(date.fromisoformat(f"{day}-01-01"[:10]), Span(match.start(), match.end()))
                break


def _starts(term: Term, role: str | None) -> bool:
    return bool(term.start) and (role is None or term.office.rpartition(".")[2] == role)
