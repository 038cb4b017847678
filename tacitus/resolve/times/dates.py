"""Expressions of time in a report → intervals of the calendar.

In: a text, the spans of its expressions of time, and when it was published. Out: a :class:`TimeValue` for each span
that lies on the calendar; durations get none. One thing to know: what cannot be placed, because the report has no
publication date or the words are not known, stays :data:`RELATIVE` and never becomes a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tacitus.records.span import Span
from tacitus.records.value import TimeValue
from tacitus.resolve.actors.table import ActorTable
from tacitus.resolve.times import intervals as on
from tacitus.resolve.times.date_context import Context, Unanchored
from tacitus.resolve.times.datewords import interval
from tacitus.resolve.times.intervals import Interval
from tacitus.resolve.times.leaning import leant
from tacitus.resolve.times.named_dates import day_first
from tacitus.resolve.times.tense import BEHIND_SINCE, sentence, tense
from tacitus.resolve.times.timewords import ARMY_ZONE, COUNT, DAY, MONTH, UNIT, ZONE
from tacitus.resolve.times.timex import find_times, is_duration
from tacitus.resolve.times.undated import earliest, not_before

__all__ = ["RELATIVE", "find_times", "is_duration", "is_relative", "resolve_times"]

RELATIVE = TimeValue(None, None, "relative")

# Words beside a span that a model left out though they say when: "last [24 hours]", "[two days] ago".
_LEFT_OUT = re.compile(r"\b(?:last|past|previous|next|coming|this|within|within the next)\s+$", re.I)
_PART_OF_THIS = re.compile(r"\bearlier\s+(?=this\b)", re.I)
_RIGHT_OUT = re.compile(
    r"\s+(?:ago|earlier|later|from now|(?:morning|afternoon|evening|night)(?=\W|$))|['’]?\s+time\b", re.I
)
#: What goes with a time of day that a span leaves out: "[1945] hours", "[14:30]+02:00".
_HOURS_OUT = re.compile(rf"(?<=\d[:.h]\d\d) ?(?:(?:hrs?|hours)\b)?(?: ?{ZONE})?|(?<=\b\d{{4}}){ARMY_ZONE}", re.I)
_ATTACKS = re.compile(r",? (?:terror(?:ist)? )?attacks?\b", re.I)
_SEPTEMBER = re.compile(r"(?:the )?(?:september 11(?:th)?|sept\. 11|11 september)(?:,? 2001)?", re.I)
_IN = re.compile(
    r"\b(?:will|shall|due|scheduled|expected|planned|(?:is|are) (?:set )?to)\b[^.;\n]*\bin\s(?:the )?[^.;\n]{0,2}$",
    re.I,
)
_SINCE = re.compile(r"since\b", re.I)
_AFTER = re.compile(r"\s+(?:after|of|since|or)\b", re.I)
#: "The raid came a day after", and not what it came after.
_CAME = re.compile(
    r"\b(?:c[ao]mes?|coming|happen(?:s|ed)|occur(?:s|red)|t(?:ook|akes?) place) (?:just |only |barely |less than )?$",
    re.I,
)
_WHAT = re.compile(r".?(?:after|before)\s+(?!in\b|at\b|on\b|near\b|and\b|but\b|by\b)\w", re.I)
_DAY_OF_MONTH = re.compile(rf"(?:the )?{DAY}(?: of)? {MONTH}|{MONTH} {DAY}", re.I)
_UP_TO_NOW = re.compile(
    r"\b(?:in|over|during|within) (?:the|these) last (?:week|fortnight|month|year|decade)\b(?! (?:of|in)\b)", re.I
)
_ABOVE = 4000  # characters above an entry in which the line of its day may stand
_DAY_LINE = 40  # characters
#: A day counted from another: "on Thursday, after an ambush the day before", is not the one of the hours told next.
_COUNTED = re.compile(r"\b(?:before|after|earlier|later|previous|preceding|following|prior|previously)\b", re.I)
#: What counts on from the end of what was told.
_ON = re.compile(
    r"\b(?:later|after|afterwards?)$|\b(?:following|next) (?:day|night|morning|afternoon|evening|week)$", re.I
)
#: A day on which something was said or counted, which is not that of "at 4 a.m." in the next sentence.
_REPORTED = re.compile(
    r"\b(?:said|says|told (?:\w+ ){1,3}|announced|reported|added|stated|confirmed|"
    r"(?:rose|risen|climbed|grew|increased) to [\w,]+(?: dead)?)(?: late| early)?(?: on)? $",
    re.I,
)
_AS_OF = re.compile(r"\bas (?:of|at) (?:the )?$", re.I)
_FRAGMENT = re.compile(rf"{COUNT}|{UNIT}", re.I)
_NAMED_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?=s?\b)", re.I)
#: What counts from a day, or speaks of many.
_UNLIKE = re.compile(rf"{_COUNTED.pattern}|\b(?:ago|since|until|by|every|each|last|next)\b", re.I)
_REACH = 4  # how many expressions to either side may give a time of day its day


def resolve_times(
    text: str,
    spans: Sequence[Span],
    *,
    published: date | None,
    table: ActorTable | None = None,
    since: Sequence[Span] = (),
    terms: Sequence[Span] = (),
    leaning: Mapping[Span, str] | None = None,
) -> dict[Span, TimeValue]:
    """The value of each span; durations are left out.

    Without a publication date, what counts from it stays relative, and gets the earliest day that the report's own
    dates leave open; ``table`` adds those of "since Joe Biden took office". ``since``: the spans that stand behind that
    word and say when what is told began, not when it was. ``terms``: those that say how much time is left.
    ``leaning``: which way times lie by what is told of them (:func:`tacitus.resolve.times.leaning.leanings`).
    """
    read: list[tuple[Span, Interval | None]] = []
    told: Interval | None = None
    days: tuple[date, date] | None = None  # "10 to 16 May 2013", of which year "12 May" is
    order = day_first(text)
    for span in sorted(set(spans)):
        words = _widened(text, _day_since(text, span) if span in since else span)
        clause = leant(text, span, tense(text, span), leaning or {})
        if span in terms:
            words, clause = f"within {words.removeprefix('within ').replace('-', ' ').replace(' more ', ' ')}", "future"
        elif is_duration(words):
            if clause != "future" or not _in_time(text, span):
                continue
            words = f"{words.removeprefix('in ')}' time"  # "they will vote in three weeks"
        context = Context(published, _counted_from(words, told), clause, order, _beside(text, span, read, published))
        found = _interval(f"since {words}" if span in since else words, context)
        if found is None and span not in since and span not in terms:
            found = _day_within(words, context)
        if found is None and _FRAGMENT.fullmatch(words):
            continue  # of how long: "a [2]-1/2 year conflict", "lasted [two] hours"
        if _CAME.search(text, max(0, span.start - 40), span.start) and _WHAT.match(text, span.end - 6):
            found = None  # from what it came after or before, and that is not the day told of
        if found is None and days and _DAY_OF_MONTH.fullmatch(words):
            within = _interval(words, Context(days[1], days[0], None, order))
            found = within if within and within.first and days[0] <= within.first <= days[1] else None
        elif found and found.first and found.last and found.first < found.last:
            days = found.first, found.last
        if found and found.is_day and clause == "past" and _ON.search(words) and not _is_told(found, published):
            found = None  # "the following day", counted from the day on which somebody spoke
        read.append((span, found))
        if found and found.precision == "day" and _AS_OF.search(text, max(0, span.start - 12), span.start):
            read[-1] = (span, replace(found, first=None, since=""))  # so far, and not on that day
        elif found is None and _NAMED_DAY.search(words):
            told = None  # what follows hangs on a day that is not known
        elif _is_told(found, published) and not _stands_behind_since(text, span):
            told = found
    values: dict[Span, TimeValue] = {}
    day: Interval | None = None
    around_day = Span(0, 0)  # its sentence
    for index, (span, found) in enumerate(read):
        if found and found.since and not (found.first or found.last):
            near = read[max(0, index - _REACH) : index + _REACH + 1]
            if _opens_line(text, span) and (its_day := _day_above(text, span, published)):
                found = _joined(found, its_day)
            else:
                found = _joined(found, _day_of(text, span, near, published) or day)
        elif (
            _is_told(found, published)
            and not (day and _COUNTED.search(span.of(text)) and around_day.holds(span))
            and not _stands_behind_since(text, span)
            and not (day and _REPORTED.search(text, max(0, span.start - 60), span.start))
        ):
            day, around_day = found, sentence(text, span.start)
        values[span] = found.value() if found else RELATIVE
    if published is None and RELATIVE in values.values() and (fixed := not_before(text, table)):
        for span, value in values.items():
            if value == RELATIVE and (first := earliest(_widened(text, span), fixed, tense(text, span))):
                values[span] = replace(RELATIVE, earliest=first.isoformat())
    return values


def _counted_from(words: str, told: Interval | None) -> date | None:
    """The day last told of; "between 5 and 9 May … the following day": of several the last."""
    if told is None:
        return None
    return told.last if _ON.search(words) and told.precision == "day" else told.first


def _stands_behind_since(text: str, span: Span) -> bool:
    """Whether a day tells since when something goes on: nothing else is counted from it, and it is of no hour."""
    return BEHIND_SINCE.search(text, max(0, span.start - 12), span.start) is not None


def _day_since(text: str, span: Span) -> Span:
    """The day in a whole clause that tells since when: "since protests broke out on Monday"."""
    return find_times(text, span)[-1] if _SINCE.match(text, span.start) and find_times(text, span) else span


def _beside(
    text: str, span: Span, read: Sequence[tuple[Span, Interval | None]], published: date | None
) -> Interval | None:
    """What was told last in the sentence of a time, or in the one before it: a day, a month or a year that is past."""
    here = sentence(text, span.start).start
    first = sentence(text, max(0, here - 2)).start
    for other, found in reversed(read):
        if other.start < first:
            break
        if found and found.first and found.last and (published is None or found.first <= published):
            return found
    return None


def _in_time(text: str, span: Span) -> bool:
    """Whether "in three weeks" says when: what will be, not how long it took."""
    begin = sentence(text, span.start).start
    opens = len(span.of(text)) > 3 and span.of(text)[:3].lower() == "in "
    return bool(_IN.search(text[begin : span.start + 3 * opens])) and not _AFTER.match(text, span.end)


def is_relative(value: TimeValue) -> bool:
    """Whether a time could not be placed on the calendar; an issue, where a publication date would have helped."""
    return value.precision == "relative"


def _is_told(found: Interval | None, published: date | None) -> bool:
    """Whether what follows may hang on this day: "the same evening" is never that of a deadline to come."""
    return bool(found and found.is_day and found.first and (published is None or found.first <= published))


def _widened(text: str, span: Span) -> str:
    before = _LEFT_OUT.search(text, max(0, span.start - 20), span.start) or _PART_OF_THIS.search(
        text, max(0, span.start - 10), span.end
    )
    rest = _ATTACKS if _SEPTEMBER.fullmatch(span.of(text)) else _RIGHT_OUT
    after = rest.match(text, span.end) or _HOURS_OUT.match(text, span.end)
    words = text[before.start() if before else span.start : after.end() if after else span.end]
    if text[max(0, span.start - 4) : span.start].lower() == "the " and text[span.end : span.end + 1] in {",", ".", ";"}:
        words = f"the {words}"  # "five days later, on the [Thursday],"
    if (m := _UP_TO_NOW.search(text, max(0, span.start - 15), span.end + 4)) and m.end() == span.end:
        return re.sub(r"(?i)\blast\b", "past", words, count=1)  # "in the last week": the seven days up to now
    return words


def _interval(words: str, context: Context) -> Interval | None:
    try:
        return interval(words, context)
    except Unanchored:
        return None


def _day_within(words: str, context: Context) -> Interval | None:
    """The day of words that are not known as a whole but name one: "Monday the first day of the feast"."""
    named = _NAMED_DAY.findall(words)
    return _interval(named[0], context) if len(named) == 1 and not _UNLIKE.search(words) else None


def _opens_line(text: str, span: Span) -> bool:
    """ "13:05 — …": an entry of the day's running report."""
    before = text[max(0, span.start - 8) : span.start].rpartition("\n")
    opens = bool(before[1]) or span.start < 8
    return opens and text[span.start].isdigit() and not any(c.isalnum() for c in before[2])


def _day_above(text: str, span: Span, published: date | None) -> Interval | None:
    """The day that alone fills a line above a running report's entry ("Tuesday, 5 August"), or that of publication."""
    for line in reversed(text[max(0, span.start - _ABOVE) : span.start].split("\n")[:-1]):
        if len(line) <= _DAY_LINE and [s.of(line) for s in find_times(line)] == [line.strip(" \t:")]:
            found = _interval(line.strip(" \t:"), Context(published))
            if found and found.is_day:
                return found
    return on.day(published) if published else None


def _joined(clock: Interval, day: Interval | None) -> Interval | None:
    """A time of day on its day; without one it cannot be placed."""
    if day is None:
        return None
    return replace(day, last=day.first).at(clock.since, clock.until, clock.precision, clock.zone)


def _day_of(
    text: str, span: Span, near: Sequence[tuple[Span, Interval | None]], published: date | None
) -> Interval | None:
    """The day that the sentence of a time of day names, the nearest if there are several."""
    around = sentence(text, span.start)
    days = [(s, i) for s, i in near if i and i.is_day and around.holds(s)] or list(_days(text, around, published))
    return min(days, key=lambda pair: abs(pair[0].start - span.start))[1] if days else None


def _days(text: str, around: Span, published: date | None) -> Iterator[tuple[Span, Interval]]:
    """The days a sentence names, whether or not anyone marked them."""
    for found in find_times(around.of(text)):
        span = Span(found.start + around.start, found.end + around.start)
        read = _interval(span.of(text), Context(published, None, tense(text, span)))
        if read and read.is_day:
            yield span, read
