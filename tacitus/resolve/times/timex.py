"""Text → the expressions of time in it: dates, times of day, periods and durations.

In: a text. Out: spans, in the manner of TIMEX3 ("last week", "15 February", "9:25 a.m.", "for [three hours]").
One thing to know: durations are tagged too, and :func:`is_duration` tells them from what lies on the calendar.
"""

from __future__ import annotations

import re

from tacitus.records.letters import small
from tacitus.records.span import Span
from tacitus.resolve.times.timewords import (
    ARMY_CLOCK,
    CLOCK,
    COUNT,
    DAY,
    FEAST,
    MONTH,
    MOVABLE,
    ORDINAL,
    PART,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
    ZONE,
)

_TO = r" ?(?:-|–|to|and|&|or) ?"
_YEAR_AFTER = rf"(?:,? ?(?:of )?{YEAR}(?!\d)|,? (?:of )?(?:last|this|next) year)"
_EDGE = (
    r"(?:the )?(?:very )?(?:beginning|start|end|middle|close|turn|eve|rest|first half|second half|course|"
    r"latter half|(?:first|second|third|fourth|last|final) week) of (?:the )?"
)
_EARLY = r"(?:(?:very )?(?:early|late|mid|earlier|later)(?:[ -]on|[ -]in)?[ -](?:the )?)"
_WHICH = (
    r"(?:last|next|this|that|past|previous|coming|following|preceding|current|same|upcoming|entire|whole|present|final|"
    r"earlier this|later this|early this|late this|late last|early last|early next|late next|mid-last)"
)
_ABOUT = r"(?:(?:about|around|some|nearly|almost|over|more than|less than|at least|up to|just) )?"
_THE_UNIT = (
    r"(?:(?:the|that|this very|same) (?:same |very )?(?:day|night|week|month|year|evening|morning|afternoon|"
    r"weekend|period))"
)
_AGO = r"(?:ago|earlier|later|previously|prior|from now|hence|(?:afterwards|before|after)(?=[.,;]|$))\b(?! than)"
_N_UNITS = (
    rf"{COUNT}(?:[ -](?:and a half|straight|consecutive|full|long|more|whole|business|working|trading))?[ -]{UNIT}"
)

#: What an expression can be made of, the more telling first. The look ahead spares all of them at the end of a word.
#: It is for small letters: to ignore case takes twice as long.
_ATOM = re.compile(
    r"\b(?=[\w'’]| ['’])(?:"
    + "|".join((
        r"(?:1[5-9]|20)\d\d(?P<a>[-/.])\d{1,2}(?P=a)\d{1,2}(?!\d)"
        r"(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z| ?[+]\d\d:?\d\d(?!\d)|-\d\d:?\d\d(?!\d))?)?",
        r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)",
        rf"\d{{6}}z ?{MONTH} ?\d\d(?:\d\d)?(?!\d)|9/11\b(?!/)",
        r"\d{1,2}(?P<b>[-/.])\d{1,2}(?P=b)(?:(?:19|20)\d\d|\d\d)(?![\d/.-]*\d)",
        rf"{DAY}(?: ?(?:of )?{MONTH})?{_TO}{DAY}(?: of)?[ -]?{MONTH}{_YEAR_AFTER}?",
        rf"(?:{DAY}{_TO})?{DAY} {MONTH} \d\d(?=\s*(?:[-–—/.,;)]|$))",
        rf"(?:the )?(?:{ORDINAL}|last|final) (?:{WEEKDAY}|days?) (?:of|in) {MONTH}(?![a-z]){_YEAR_AFTER}?",
        rf"(?:the )?{DAY}(?: of)?[ -]{{0,2}}{MONTH}(?![a-z]){_YEAR_AFTER}?",
        rf"{MONTH} ?{DAY}{_TO}(?:{MONTH} ?)?{DAY}(?![\d:]){_YEAR_AFTER}?",
        rf"{MONTH}[ -]?{DAY}(?!\d|:\d|%){_YEAR_AFTER}?(?!,\d)",
        rf"(?:the month of )?{MONTH}(?:,? (?:of )?{YEAR}(?!\d)|,? (?:of )?(?:last|this|next) year\b| ['’]\d\d\b)",
        rf"(?:{_EARLY})?(?:the )?(?:day (?:before yesterday|after tomorrow)|today|tonight|tomorrow|yesterday|"
        rf"overnight)(?: {PART})?\b",
        rf"{_ABOUT}{COUNT} {UNIT} {_AGO}",
        rf"{COUNT} (?:(?:day|week|month|year)['’]s|(?:days|weeks|months|years)['’]?) time\b",
        r"(?:the )?(?:night|weekend|week|fortnight|month|year) before last\b",
        r"(?:minutes|hours|days|weeks|months|years) (?:later|earlier|ago)\b(?! than)",
        rf"the {UNIT} (?:before|after|previous|prior|earlier)\b",
        rf"(?:the )?(?:last|past|previous|next|coming|following|preceding|first) {COUNT} "
        rf"(?:\w{{3,12}} )?{UNIT}(?![a-z])",
        rf"(?:the )?{_WHICH} (?:{UNIT}|{SEASON}|{MONTH}|{WEEKDAY}|{PART})(?![a-z])(?: {PART}\b)?"
        r"(?: (?:last|this) year)?",
        rf"{_THE_UNIT}(?: (?:before|after|earlier|previous|a year (?:ago|earlier)|last year))?\b",
        rf"within {COUNT} {UNIT}(?![a-z])|within {UNIT}s(?![a-z])",
        rf"(?:the )?(?:(?:{ORDINAL}|last|final|next|previous)[ -](?:fiscal )?quarter)\b(?: of)?",
        rf"{WEEKDAY}(?![a-z])(?:,? (?:{PART}))?",
        rf"(?:(?:about|around|shortly after|just after|just before) )?{CLOCK}(?: ?{ZONE})?",
        rf"(?:in )?the {PART}(?: hours)?\b|(?:before |pre-?)?dawn\b|dusk|daybreak|nightfall|sunset|sunrise",
        r"(?:(?<=\bin )|(?<=\bby )|(?<=\bsince )|(?<=\bat ))(?:morning|afternoon|evening|night)\b",
        r"(?:the )?(?:(?:early|mid|late)[ -])?(?:(?:1[5-9]|20)\d0|['’]?[2-9]0)s\b",
        rf"(?:the )?(?:winter|spring|summer|autumn)(?: holidays)?\b(?:(?: of)? (?:{YEAR}|last year|this year)\b)?|"
        rf"fall (?:of )?{YEAR}",
        MOVABLE + r"\b",
        FEAST + r"\b",
        rf"an? {ORDINAL} (?:consecutive |straight |successive )?(?:day|night|week|month|year)"
        r"(?: running| in a row)?(?![a-z])",
        rf"{_ABOUT}(?:{_N_UNITS})(?:[ -](?:long|old))?(?![a-z])|(?:decade|year|month|week|day|hour)s?-long\b",
        rf"(?:the year )?{YEAR}(?!\d)(?:[-–/](?:{YEAR}|\d\d)(?!\d))?|(?:(?<=since)|(?<=in)) ?['’][4-9]\d\b",
        rf"(?:the )?{ORDINAL}(?= of (?:this|last|next|the) month\b)",
        r"(?:(?<=\bon )|(?<=\bby )|(?<=since )|(?<=until ))the \d{1,2}(?:st|nd|rd|th)\b",
        MONTH,
        r"(?:recently|recent (?:days|weeks|months|years|history)|decades|the (?:past|future))\b",
    ))
    + r")"
)  # fmt: skip
_MODIFIER = re.compile(rf"(?:\b(?:{_EDGE}|{_EARLY}))+$|['’]$", re.I)
_LINK = re.compile(r"(?:,? |, ?| on |,? (?:at|around|about|by) | of |'s | in | in the )", re.I)
# Numbers that only look like a time of day, and units that are not of time here.
_FIGURE = re.compile(r"\d{1,2}\.\d\d$|(?:a|an|one) second$|a quarter$", re.I)
_AT = re.compile(r"\b(?:at|around|about|by|from|until|since|on|between) $", re.I)
_NO_FIGURE = re.compile(
    r"\s*(?:%|per ?cent|points?|million|billion|kg|km|tons?|tonnes|met(?:re|er)s|crore|lakh|dollars|of\b)", re.I
)
# Words that are months, weekdays or seasons only with a capital; "may" and "march" want more than that.
_LOWER = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|march|august)\b"
)
_VERB = re.compile(r"(?:May|March|Mar|Sun|Sat|Wed|Dec|MARCH|MAY)\.?$")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|by|until|till|last|next|this|early|late|mid|from|to|during|between|through|and|for|before|after|"
    r"the)[ -]$", re.I
)  # fmt: skip
_YEARLIKE = re.compile(rf"{YEAR}$")
_BEFORE_NUMBER = re.compile(
    r"(?:[$€£#₹]|\b(?:no|resolution|usd|inr|rs|law|act|flight|room|page|airbus|boeing)\.?) ?$|[\d.,/-]$", re.I
)
_AFTER_NUMBER = re.compile(
    r"[.,:]\d|%|[-/]\d|\s(?:people|persons?|men|women|children|soldiers|troops|fighters|civilians|families|prisoners|"
    r"policemen|militants|rebels|refugees|workers|employees|students|members|protesters|others|dead|wounded|injured|"
    r"arrests|homes|houses|vehicles|barrels|shares|jobs|points|km|kilomet|miles|met(?:er|re)s|kg|tons?|tonnes|dollars|"
    r"euros|rupees)\b", re.I
)  # fmt: skip
_DURATION = re.compile(
    rf"(?:for |over |during |in |lasting |after )?(?:the )?{_ABOUT}(?:{_N_UNITS}|an? (?:full |whole |entire )?{UNIT}|"
    rf"(?:several |many |some |long )?(?:decades|years|months|weeks|days|hours|minutes|nights|centuries)|"
    rf"an? {ORDINAL} (?:consecutive |straight )?(?:day|night|week|month|year)|half an hour|{COUNT} and a half {UNIT}|"
    rf"(?:decade|year|month|week|day|hour)s?-long)"
    rf"(?:[ -](?:long|old))?(?: running)?", re.I
)  # fmt: skip

_ARMY_CLOCK = re.compile(ARMY_CLOCK, re.I)


def is_duration(words: str) -> bool:
    """Whether the words say how long and not when: "three hours", "15-year", "decades"."""
    plain = " ".join(words[:80].split())
    return _DURATION.fullmatch(plain) is not None and not _ARMY_CLOCK.fullmatch(plain)


def find_times(text: str, within: Span | None = None) -> list[Span]:
    """All expressions of time in the text, or within a span of it, from left to right; durations too."""
    low, high = within or (0, len(text))
    atoms = [span for match in _ATOM.finditer(small(text), low, high) if (span := _accepted(text, *match.span()))]
    joined: list[Span] = []
    for span in atoms:
        if joined and (span.start < joined[-1].end or _belong(text, joined[-1], span)):
            joined[-1] = Span(min(joined[-1].start, span.start), span.end)
        else:
            joined.append(span)
    return joined


def _accepted(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    before = text[max(0, start - 40) : start]
    if not any(c.isdigit() for c in words) and _LOWER.search(words):
        return None
    if _VERB.match(words) and not _BEFORE_MONTH.search(before):
        return None
    if _FIGURE.match(words) and (_NO_FIGURE.match(text, end) or not (_AT.search(before) or not before.strip())):
        return None
    modifier = _MODIFIER.search(before)
    if _YEARLIKE.match(words) and not modifier and (_BEFORE_NUMBER.search(before) or _AFTER_NUMBER.match(text, end)):
        return None
    if words[0].isdigit() and re.search(r"[\w$€£]$|\d[.,:/-]$", before):
        return None
    return Span(start - len(modifier[0]) if modifier else start, end)


def _belong(text: str, left: Span, right: Span) -> bool:
    """Whether two neighbours make one expression: "Friday, 12 May", "9 a.m. on Monday", "the end of last year"."""
    link = text[left.end : right.start]
    a, b = left.of(text), right.of(text)
    if not link or not _LINK.fullmatch(link) or is_duration(a) or is_duration(b):
        return False
    if _AT.search(link) and " on " not in link:
        return _kind(b) == "clock"
    if "," in link:
        return _kind(a) in ("weekday", "clock") and _kind(b) != _kind(a)
    return _kind(a) != _kind(b)


_KINDS = {
    "clock": re.compile(rf"(?:\w+ )*{CLOCK}(?: ?{ZONE})?|(?:the |in the )?{PART}", re.I),
    "weekday": re.compile(rf"(?:\w+ )?{WEEKDAY}(?:,? {PART})?|today|yesterday|tomorrow", re.I),
    "year": re.compile(rf"(?:.*\b)?{YEAR}|.*\b(?:last|this|next|that|same) year", re.I),
}


def _kind(words: str) -> str:
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(words)), "date")
