"""The words of one expression of time → an interval of the calendar.

In: the words and a :class:`Context`. Out: an :class:`Interval`, or None. One thing to know: ``RULES`` is tried in order
and the first that reads the whole expression wins; wholes of parts ("the end of last year") are read by that list too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from tacitus.resolve.times import intervals as on
from tacitus.resolve.times import named_dates as named
from tacitus.resolve.times import relative_dates as relative
from tacitus.resolve.times.date_context import Context, Match, Rule, full_year
from tacitus.resolve.times.intervals import Interval
from tacitus.resolve.times.timewords import (
    CLOCK,
    COUNT,
    DAY,
    FEAST,
    HOURS,
    MONTH,
    ORDINAL,
    PART,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
    ZONE,
    count_of,
    ordinal_of,
    zone_of,
)

_LONGEST = 120  # no expression of time is longer; what is, is no expression
_BEFORE = re.compile(
    r"(?:(?:(?:shortly|just|soon) (?:before|after)(?= (?:\d|half|quarter|noon|mid|dawn|sunrise|sunset|dusk))|"
    r"on|in|at|during|of|over|for|around|about|just|shortly|exactly|as of|some|both|the month of|the year(?= \d)) )+"
)
#: "Dawn on" of "dawn on Sunday": what a span took along.
_CUT_OFF = re.compile(r"(?<=\w)(?: (?:on|in|into|of|at|and|to|from))+$")
#: "Yesterday (18) at noon": the day of the month beside the day.
_NUMBERED = re.compile(r"(?<=day) \(\d{1,2}(?:st|nd|rd|th)?\)")
_ARTICLE = re.compile(
    r"(?:the|a(?! (?:morning|evening|night)$)) "
    r"(?=last |past |next |same |previous |following |coming |early |late |mid|first |second |third |"
    r"fourth |final |entire |whole |current |present |upcoming |that |spring|summer|autumn|winter|fall|beginning|"
    r"start|end|middle|evening|night|morning|\d|weekend|year \d)"
)


def interval(words: str, context: Context) -> Interval | None:
    """Read one expression; None if no rule knows it. Raises :class:`Unanchored` if it lacks a day to count from."""
    for match, rule in _matching(words):
        try:
            found = rule(match, context)
        except (ValueError, OverflowError):  # 31 June, the year 0, nine thousand years ago
            continue
        if found:
            return found
    return None


@lru_cache(maxsize=4096)
def _matching(words: str) -> tuple[tuple[Match, Rule], ...]:
    """The rules that read the whole expression, in order; remembered, since reports share their weekdays and months."""
    words = _plain(words)
    return tuple((match, rule) for pattern, rule in RULES if (match := pattern.fullmatch(words)))


def _plain(words: str) -> str:
    if len(words) > _LONGEST:
        return ""
    words = re.sub(r"[’`]", "'", " ".join(words.lower().split())).strip(' ,;:"()').rstrip("'")
    words = words if re.match(r"'\d\d", words) else words.lstrip("'")
    words = re.sub(r"'s$|(?<!\.m)\.$", "", words).replace("yesternight", "last night")
    words = _NUMBERED.sub("", words)
    words = _CUT_OFF.sub("", words)
    for prefix in (_BEFORE, _ARTICLE):
        words = words[match.end() :] if (match := prefix.match(words)) else words
    return words


_PARTS = {"start": "beginning", "turn": "beginning", "close": "end", "middle": "mid", "rest": "late",
          "latter half": "second half"}  # fmt: skip


def _part(m: Match, context: Context) -> Interval | None:
    """Early June, late on Friday, the end of last year, the start of the month."""
    word = _PARTS.get(m[1], m[1])
    whole = interval(f"the {m[2]}" if m[2] in ("day", "week", "month", "year") else m[2], context)
    if not whole:
        return None
    if whole.is_day:
        return whole.at(*HOURS[word], "hour") if word in HOURS else whole
    return on.part(whole, word)


def _week_of(m: Match, context: Context) -> Interval | None:
    """The last week of March."""
    whole = interval(m[2], context)
    if not whole or not whole.first or not whole.last or whole.precision != "month":
        return None
    if m[1] in ("last", "final"):
        return Interval(whole.last - timedelta(6), whole.last, "week")
    first = whole.first + timedelta(7 * (ordinal_of(m[1]) - 1))
    return Interval(first, min(whole.last, first + timedelta(6)), "week")


def _earlier(m: Match, context: Context) -> Interval | None:
    """Earlier this month: up to publication. Later this year: from then on."""
    whole = interval(m[2], context)
    if not whole or whole.is_day or not whole.first or not whole.last:
        return whole
    if m[1] == "earlier" and m[2] == "this week" and whole.first == context.base:
        return replace(whole, first=context.base - timedelta(6), last=context.base)  # on a Monday: the days just past
    if m[1] in ("earlier", "so far"):
        return replace(whole, last=max(whole.first, min(whole.last, context.base)))
    return replace(whole, first=min(whole.last, max(whole.first, context.base)))


def _parted(m: Match, context: Context) -> Interval | None:
    """Friday evening, the night of 3 May, before dawn today."""
    whole = interval(m["day"], context)
    return whole.at(*HOURS[m["part"]], "hour") if whole and whole.is_day and whole.precision == "day" else None


_LINK_BEFORE = re.compile(r"(?:,? ?(?:on|at|of|by|around|about|in the|the) )+")
_LINK_AFTER = re.compile(r"[, ]+(?:at|around|about|by|,|shortly after|just after|on)$")


def _clock(m: Match, context: Context) -> Interval | None:
    """A time of day with the day in the words; with open ends if they hold none, for the resolver to join."""
    words = f"{m['before']} {m['after']}".strip(" ,")
    words = words[match.end() :] if (match := _LINK_BEFORE.match(f"{words} ")) else words
    words = _LINK_AFTER.sub("", words)
    day = interval(words, context) if words else Interval(None, None, "day")
    hour = hour_of(m["clock"], half="p" if day and day.since in ("12:00", "18:00") else "")
    if not hour or not day or (words and not day.is_day):
        return None
    if m["clock"] == "midnight" and context.ahead and day.first:  # the end of the day, not its beginning
        day = replace(day, first=day.first + timedelta(1))
    zone = zone_of(m["zone"] or m["clock"])
    precision = "minute" if re.search(r"[:.h]\d\d|\d{4}|half|quarter", m["clock"]) else "hour"
    return replace(day, last=day.first, since=hour, until=hour, precision=precision, zone=zone)


def hour_of(words: str, half: str = "") -> str | None:
    """The time on a clock of 24 hours: "9:25 p.m." is "21:25". ``half`` is "p" where the words around it say so."""
    named_hour = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}.get(words)
    digits = re.match(r"(\d{1,2})(?:[:.h]?(\d{2}))?", words)
    said_in_words = re.fullmatch(r"(?:(half|(?:a )?quarter) (past|to) )?(\w+)(?: o'clock)?", words)
    if named_hour:
        return named_hour
    if digits:
        hour, minute = int(digits[1]), int(digits[2] or 0)
    elif said_in_words and (counted := count_of(said_in_words[3])):
        minute = {"": 0, "h": 30}.get((said_in_words[1] or "")[:1], 15)
        late = said_in_words[2] == "to"
        hour, minute = int(counted) - late, 60 - minute if late else minute
    else:
        return None
    if said := re.search(r"([ap])\.? ?m\b", words):
        half = said[1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour % 24:02d}:{minute:02d}"


def _clocks(m: Match, context: Context) -> Interval | None:
    """Between 8 and 9 p.m. on Monday, 8-10 a.m."""
    end = interval(m["end"], context)
    if not end or not end.until or end.since != end.until:
        return None
    halves = ("",) if m["half"] or not re.search(r"[ap]\.? ?m\b", m["end"]) else ("a", "p")
    begin = max((h for half in halves if (h := hour_of(m["begin"], half)) and h < end.until), default=None)
    return replace(end, since=begin) if begin else None


def _night(m: Match, context: Context) -> Interval | None:
    """The night of 3-4 June, overnight from Monday to Tuesday, the night from Friday to Saturday."""
    days = interval(f"{m[1]} to {m[2]}", context) if m.lastindex == 2 else interval(m[1], context)
    if not days or days.precision != "day" or not days.first or days.last != days.first + timedelta(1):
        return None
    return replace(days, last=days.first).at(*HOURS["night"], "hour")


def _overnight(m: Match, context: Context) -> Interval | None:
    """Overnight on Sunday: the night that led into it, or that followed."""
    day = interval(m[1], context)
    if not day or day.precision != "day" or not day.first or day.first != day.last:
        return None
    night = HOURS["night"]
    return Interval(day.first - timedelta(1), day.first + timedelta(1), "day", *night)


def _open(m: Match, context: Context) -> Interval | None:
    """Since 2015, by May 1, until Friday, before June, after noon."""
    word = m[1]
    ahead = word in ("by", "until", "till", "no later than") and context.tense != "past"
    whole = interval(m[2], replace(context, tense="future") if ahead else context)
    if word == "after" and whole and whole.since == whole.until == "00:00" and not whole.last:
        return replace(whole, until="05:59", precision="hour")  # after midnight: before dawn
    if not whole or not (whole.first or whole.last):
        return whole
    match word:
        case "since":
            return replace(whole, last=context.published, until="")
        case "from" | "starting" | "beginning":
            return replace(whole, last=None, until="")
        case "before" | "after" if whole.since and whole.is_day and context.tense == "past":
            before = word == "before"  # before noon on Monday: on that day
            hours = ("00:00", whole.since) if before else (whole.until, "23:59")
            return replace(whole, since=hours[0], until=hours[1], last=whole.first)
        case "after":
            return replace(whole, first=whole.last, last=None, until="")
        case "before" | "prior to" | "ahead of" if whole.since:
            return replace(whole, first=None, last=whole.first, since="", until=whole.since)
        case "before" | "prior to" | "ahead of":
            return replace(whole, first=None, last=whole.first and whole.first - timedelta(1), until="")
    return replace(whole, first=None, since="")


def _range(m: Match, context: Context) -> Interval | None:
    """From Monday to Wednesday, November 2020 to January 2021, 2009 and 2012."""
    left, right = interval(m[1], context), interval(m[2], context)
    if not left or not right or not left.first or not right.first:
        return None
    if left.first > right.first and not re.search(YEAR, m[1]):  # the left one goes with the right one
        left = interval(m[1], replace(context, published=right.first, tense="past")) or left
    return on.hull(left, right)


def _bare_part(m: Match, _: Context) -> Interval:
    return Interval(None, None, "hour", *HOURS[m["part"]])


def _year(m: Match, _: Context) -> Interval:
    return on.year(full_year(m[1]))


def _rule(pattern: str, rule: Rule) -> tuple[re.Pattern[str], Rule]:
    return re.compile(pattern), rule


_WHICH = (
    r"last|past|previous|next|coming|this coming|this|following|preceding|upcoming|current|same|that|the|present|"
    r"entire|whole"
)
_TO = r" ?(?:-|–|to|and|&|or|until) ?"
_Y = rf"(?:[,-]? ?(?:of )?(?P<y>{YEAR}|'\d\d|(?:last|this|next) year))?"
_W = rf"(?:(?:(?P<wd>{WEEKDAY})|yesterday|today),? )?(?:the )?"
_OF_YEAR = rf"(?: (?:of|in) (?:the )?({YEAR}|(?:last|this|next) year))?"
_AGO = r"ago|earlier|later|before|previously|prior|from now|hence|afterwards?|after"
_ABOUT = r"(?:(?:about|around|some|nearly|almost|over|more than|less than|just) )?"
_IN_MONTH = rf"(?:the month of )?(?P<w>last|this|next)?(?P<m> ?{MONTH}){_Y}"
_HAPPENED = (
    r"(?:attacks?|blasts?|bombings?|explosions?|shootings?|raids?|clash(?:es)?|assault|ambush|killings?|abductions?|"
    r"kidnapping|arrests?|massacre|incident|strikes?|airstrikes?|coup|murder|assassination)"
)
_NOUN = r"(?: (?:elections?|polls|vote|summit|talks|attacks?|offensive|war))?"

#: How expressions are read, in order.
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    _rule(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
          r"(?:[t ](?P<t>\d\d:\d\d)(?::\d\d(?:\.\d+)?)? ?(?P<zone>z|[+-]\d\d:?\d\d)?)?", named.iso),
    _rule(r"((?:19|20)\d\d)(\d\d)(\d\d)", named.iso),
    _rule(r"((?:19|20)\d\d)-(0\d|1[0-2])", named.iso_month),
    _rule(rf"(\d\d)(\d\d)(\d\d)z ?({MONTH}) ?(\d\d(?:\d\d)?)", named.group),
    _rule(rf"{_W}(?P<a>\d{{1,2}})(?P<by>[-/.])(?P<b>\d{{1,2}})[-/.](?P<y>\d{{4}}|\d\d)", named.numeric),
    _rule(rf"{_W}(?:between )?(?P<d>{DAY}){_TO}(?P<d2>{DAY})(?: of)?[ -]?(?P<m2>{MONTH}){_Y}", named.same_month),
    _rule(rf"(?P<d>{DAY}){_TO}(?P<d2>{DAY}) (?P<m2>{MONTH}) (?P<y>\d\d)", named.same_month),
    _rule(rf"{_W}(?P<d>{DAY}) ?(?:of )?(?P<m>{MONTH}){_TO}(?P<d2>{DAY}) ?(?:of )?(?P<m2>{MONTH}){_Y}", named.day_month),
    _rule(rf"{_W}(?P<d>{DAY})(?: of)?[ -]{{0,2}}(?P<m>{MONTH}){_Y}", named.day_month),
    _rule(rf"(?P<d>{DAY}) (?P<m>{MONTH}) (?P<y>\d\d)", named.day_month),
    _rule(rf"{_W}(?P<m>{MONTH}) ?(?P<d>{DAY}){_TO}(?:(?P<m2>{MONTH}) ?)?(?P<d2>{DAY}){_Y}", named.day_month),
    _rule(rf"{_W}(?P<m>{MONTH})[ -]?(?:the )?(?P<d>{DAY}){_Y}", named.day_month),
    _rule(r"9/11|(?:september 11(?:th)?|11 september|sept\. 11)(?:,? 2001)?,? (?:terror(?:ist)? )?attacks?",
          named.september),
    _rule(rf"(?:the )?(?P<n>{ORDINAL}|last|final) (?P<d>{WEEKDAY}) (?:of|in) {_IN_MONTH}", named.nth_weekday),
    _rule(rf"(?:the )?(?P<n>first|last|final) (?:\w+ )?(?P<days>days?) (?:of|in) {_IN_MONTH}", named.end_day),
    _rule(rf"(?:(?P<w>{_WHICH}) )?(?P<m>{MONTH}){_Y}{_NOUN}", named.month),
    _rule(rf"(?:(?P<w>{_WHICH}) )?(?P<s>{SEASON})"
          rf"(?: (?:of )?(?P<y>{YEAR}(?:-\d\d)?|(?:last|this|next) year))?", named.season),
    _rule(rf"({YEAR})[-–/]({YEAR}|\d\d)", named.years_long),
    _rule(rf"({YEAR})(?: years?)?", _year),
    _rule(r"'([4-9]\d)", _year),
    _rule(r"(?:the )?(?:(early|mid|late)[ -])?'?((?:1[89]|20)\d0|[2-9]0)s", named.decade),
    _rule(rf"({ORDINAL}|last|final|next|previous|this)[ -](?:fiscal )?quarter{_OF_YEAR}", named.quarter),
    _rule(rf"({FEAST})(?: ({YEAR}))?", named.feast),
    _rule(rf"(?:the )?({ORDINAL})(?: (?:day )?of (this|last|next|the) month)?", named.of_month),
    _rule(rf"(?P<wd>{WEEKDAY}),? (?:the )?(?P<n>{ORDINAL})", named.weekday_of_month),
    _rule(r"(?:(?:earlier|later|late|early|again) )?(?:the )?(today|tonight|tomorrow|yesterday|overnight|last night|"
          rf"day before yesterday|day after tomorrow)(?: ({PART}))?", relative.deictic),
    _rule(rf"(?:(?:the )?(?P<w>{_WHICH}) "
          rf")?(?P<d>{WEEKDAY})(?P<w2> (?:last|next))?(?:,? (?:of )?(?:the )?(?P<of>last|this|next|previous) week)?",
          relative.weekday),
    _rule(rf"(earlier|later|so far)(?: in| on)? ((?:this|last|next|the|that) .+|today|{WEEKDAY})", _earlier),
    _rule(r"(?:the )?(day|night|weekend|week|fortnight|month|year) before last", relative.before_last),
    _rule(rf"({_WHICH}) (?:very )?(day|night|evening|morning|afternoon|week|weekend|fortnight|month|quarter|year|"
          rf"decade|"
          r"centur(?:y|ie))s?", relative.period),
    _rule(r"()(weekend)", relative.period),
    _rule(rf"(?:the )?(last|past|previous|next|coming|following|preceding) ({COUNT}) (?:\w+ "
          rf")?({UNIT})", relative.last_n),
    _rule(rf"within (?:the next )?({COUNT}) ({UNIT})", relative.in_n),
    _rule(rf"(?:in )?({COUNT}) ({UNIT})(?:'s?)? time", relative.in_time),
    _rule(rf"({COUNT}) ({UNIT}) ago (?:on )?(.+)", relative.ago_on),
    _rule(rf"{_ABOUT}({COUNT}) ({UNIT}) (before|after) (?:the|his|her|their|that) (?:\w+ )?{_HAPPENED}",
          relative.after_event),
    _rule(rf"{_ABOUT}({COUNT}) ({UNIT}) ({_AGO})", relative.ago),
    _rule(r"the (day|night|week|month|year|evening|morning) (before|after|previous|prior|"
          r"earlier)", relative.unit_before),
    _rule(r"(?:the )?(first|second|third|fourth|fifth|last|final) week (?:of|in) (.+)", _week_of),
    _rule(r"(?:the )?(?:very )?(beginning|start|turn|end|close|middle|rest|first half|second half|latter half) of "
          r"(?:the )?(.+)", _part),
    _rule(r"(?:the )?night (?:of |between |from )?(.+)", _night),
    _rule(r"overnight (?:on |from |between )?(.+)", _night),
    _rule(r"overnight (?:on |into )?(.+)", _overnight),
    _rule(rf"(?:between |from )?(?P<begin>\d{{1,2}}(?:[:.]\d\d)?(?P<half> ?[ap]\.? ?m\b\.?)?)(?: ?hours)?"
          rf"(?: and | to |-|–| - | – )(?P<end>{CLOCK}.*)", _clocks),
    _rule(r"(?:very )?(early|mid|late)(?: (?:on|in))?[ -](?:the )?(.+)", _part),
    _rule(rf"(?P<before>.*?)\b(?P<clock>{CLOCK})(?: ?(?P<zone>{ZONE}))?(?P<after>.*)", _clock),
    _rule(r"(?P<before>)(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)(?P<zone>)(?P<after>| .+)", _clock),
    _rule(rf"(?:the )?(?P<day>.+?),? (?:in the |at )?(?P<part>{PART})", _parted),
    _rule(rf"(?:before |pre-?)?(?:the |in the )?(?P<part>{PART})(?: hours)?,? (?:(?:of|on) )?(?:the "
          rf")?(?P<day>.+)", _parted),
    _rule(rf"(?:before |pre-?)?(?:the )?(?P<part>{PART})(?: hours)?", _bare_part),
    _rule(r"from (.+?) (?:to|until|till) (?:the )?(.+)", _range),
    _rule(r"(since|from|by|until|till|before|prior to|ahead of|after|no later than|starting|beginning) (?:the "
          r")?(.+)", _open),
    _rule(r"(?:between |from )?(.+?)(?: - | – | to | and |–|(?<=\d)-(?=\d))(?:the )?(.+)", _range),
)  # fmt: skip
