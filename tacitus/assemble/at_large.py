"""Tellings of what went on for days: "raids have intensified since June", "in recent weeks jets have struck markets".

In: the tellings of a report and what their words stand for. Out: pairs of triggers that are two happenings. One thing
to know: days at large have nothing against a deed that tells neither a day nor a count of its own, and who counts as
many dead as another telling tells of the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tacitus.assemble.shared import came_to, shared_toll
from tacitus.assemble.tellings import Telling
from tacitus.records.fates import MANY
from tacitus.records.markup import Markup
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

_UNIT = r"(?:days|weeks|months|years)"
#: 24 hours are a day; what is told of "the weekend", or since last evening, may be one deed.
_LARGE = (
    rf"(?:(?:over|in|during|within|for) the (?:past|last|previous) (?:(?:[\w-]+ ){{0,2}}{_UNIT}|week|month|year|"
    rf"(?:48|72|forty-eight|seventy-two) hours)|in recent {_UNIT}|so far this (?:week|month|year)|"
    r"on a (?:daily|regular|near-daily) basis|(?:each|every) (?:day|week|month)|"
    r"since(?! (?:early|late|last|yesterday|(?:\w+day )?(?:dawn|morning|noon|afternoon|evening|night|midnight))\b))\b"
)
_OPENS = re.compile(rf"\W*(?:{_LARGE})", re.I)
_BEHIND = re.compile(rf"\b{_LARGE}", re.I)
#: "Raids have intensified", "has carried out 450 raids since", "regularly bomb": of no one deed.
_GOES_ON = re.compile(
    r"(?: [\w'’-]+){0,6}? ha(?:s|ve) (?:\w+ly |also )?(?:intensified|escalated|increased|continued|"
    r"(?:killed|claimed|left|cost) (?:the lives of )?(?:dozens|scores|hundreds|thousands|tens)\b)",
    re.I,
)
_OFTEN = re.compile(r"\b(?:regularly|repeatedly|frequently|often|routinely|usually) (?:[\w-]+ ){0,2}$", re.I)
#: What parts a deed from days that are not its own: another clause, a day, a rank ("the worst since").
_APART = re.compile(
    r"[.;:\n]|\b(?:who|which|whose|where|when|while|as|after|before|but|whereas|that|because|although|bringing|until|"
    r"amid|first|second|third|latest|worst|\w{3,}iest|largest|biggest|highest|(?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"days?|today|yesterday|overnight)\b",
    re.I,
)
#: "May be the deadliest raid".
_RANKED = re.compile(
    r"\b(?:first|second|third|latest|worst|\w{3,}iest|largest|biggest|highest|most) (?:[\w'’-]+ ){0,3}$", re.I
)
#: "76 women were among those killed".
_OF_THEM = re.compile(r"\b(?:among|of|including) (?:those|them|whom|the (?:dead|victims|fatalities))\b", re.I)
_HAS = re.compile(r"\b(?:ha(?:s|ve|d)|is|are)\b", re.I)
_FAR = 140  # characters
#: What may well begin on a day and go on.
_LASTS = frozenset({"armed_clash", "territory_seized", "blockade"})


def at_large(text: str, markup: Markup, found: Sequence[Telling], resolved: Resolved) -> Iterator[frozenset[Span]]:
    """The pairs of triggers of which one tells of days at large and the other of a deed of its own day or count."""
    large = [t for t in found if _of_days(text, markup.sentences[t.sentence], t.trigger.span)]
    large = [t for t in large if not _OF_THEM.search(markup.sentences[t.sentence].of(text))]
    if not large:
        return
    yield from (
        frozenset((days.trigger.span, one.trigger.span))
        for days in large
        for one in found
        if one not in large
        and one.sentence != days.sentence
        and _apart(days, one, resolved)
        and not _goes_on(text, markup.sentences, days, one)
    )


def _goes_on(text: str, sentences: Sequence[Span], days: Telling, one: Telling) -> bool:
    """Whether the two may be of the same days: under a headline, or "Raids have intensified. The raids killed"."""
    if one.sentence == 0 and days.sentence == 1:
        return True
    start = sentences[one.sentence].start
    return one.sentence == days.sentence + 1 and text.startswith(("The ", "These "), start)


def _apart(days: Telling, one: Telling, resolved: Resolved) -> bool:
    """Whether one telling has a day of its own, or counts other people than one of days at large."""
    counts, others = _counts(days, resolved), _counts(one, resolved)
    if min(max(counts.values(), default=0), max(others.values(), default=0)) >= MANY:
        return False  # both of a war
    counted = not counts or any(count != others[fate] for fate, count in counts.items() if fate in others)
    counted = bool(others) and counted
    dated = _has_a_day(one, resolved) and one.trigger.type not in _LASTS
    return (counted or dated) and not shared_toll(days, one, resolved)


def _counts(telling: Telling, resolved: Resolved) -> dict[str, int]:
    """How many people a telling counts, by what became of them."""
    found = (resolved.tolls[s] for s in telling.spans("toll") if s in resolved.tolls)
    return {came_to(c, resolved) or "killed": c.value.low for c in found}


def _has_a_day(telling: Telling, resolved: Resolved) -> bool:
    """Whether a telling has a day of its own."""
    times = (resolved.times[s] for s in telling.spans("time") if s in resolved.times)
    return any(t.earliest and t.latest and t.precision in ("day", "hour", "minute") for t in times)


def _of_days(text: str, sentence: Span, deed: Span) -> bool:
    """Whether the words around a deed tell of days at large."""
    opens = _OPENS.match(text, sentence.start, sentence.end)
    if opens and opens.end() <= deed.start and _HAS.search(text, opens.end(), min(sentence.end, deed.end + 30)):
        return True
    if _GOES_ON.match(text, deed.end, sentence.end) or _OFTEN.search(
        text, max(sentence.start, deed.start - 40), deed.start
    ):
        return True
    if _RANKED.search(text, max(sentence.start, deed.start - 40), deed.start):
        return False
    behind = _BEHIND.search(text, deed.end, min(sentence.end, deed.end + _FAR))
    return behind is not None and not _APART.search(text, deed.end, behind.start())
