"""A count and a larger one told before it → whether it cannot be a part of that, whatever their order seems to tell.

In: two claims of one field and the text. Out: yes or no. One thing to know: "the clinic counts nine" behind another's
total is a rival count of all, and "we lost seventeen" behind the enemy's dead are others.
"""

from __future__ import annotations

import re

from tacitus.records.event import Claim
from tacitus.records.fates import of_them
from tacitus.records.given import is_given
from tacitus.records.sides import anybody, fighters, young
from tacitus.records.value import TollValue

#: "The ministry admits five dead soldiers": its count of all.
_ADMITS = re.compile(
    r"\b(?:admit|acknowledge|concede|recogni[sz]e)(?:s|d|ed|ted)? (?:only |just |to )?(?:the (?:loss|death) of )?$",
    re.I,
)
_OURS_BEFORE = re.compile(
    r"\b(?:we (?:have |had |also )?lost|"
    r"(?:our|own|its own|their own) (?:[a-z]+ )?(?:losses|casualties|dead|fallen|martyrs)"
    r"(?: (?:is|are|were|was|number|numbered|came to|amount to))?:?|(?:on|from) our side(?:,? (?:we )?lost)?)\s*$",
    re.I,
)
_OURS = re.compile(r"\bof (?:ours|our (?:own|men|fighters|soldiers|brothers|comrades|heroes|martyrs))\b|^our\b", re.I)
_OF_OURS = re.compile(r"\s+of (?:ours|our (?:own|men))\b", re.I)
_THEIRS = re.compile(r"\b(?:enem(?:y|ies)|adversar(?:y|ies)|opponents?|occupiers?)\b", re.I)
#: "Dawn has lost 46 men and the Front has lost nine": two verbs, two losers.
_LOST = re.compile(
    r"\b(?:lost|losing|loses?)\s+(?:(?:at least|more than|over|about|around|some|nearly|another)\s+)?$", re.I
)
_STOP = re.compile(r"[.!?]\s|\n")
_MEN = re.compile(r"(?:men|\bmartyrs?|\bheroes|\bcomrades|\bbrothers|\bours)$", re.I)


def is_no_part(claim: Claim, whole: Claim, one: str | None, other: str | None, text: str) -> bool:
    """Whether a count is no part of one told before it; ``one`` and ``other`` are who gives the two."""
    assert isinstance(claim.value, TollValue)  # noqa: S101 - callers pass toll claims only
    if of_them(claim.span.of(text)):
        return False
    before = text[max(0, claim.span.start - 60) : claim.span.start]
    who = claim.value.who
    if one is not None and one != other:
        named = other is not None
        if (anybody(who) and is_given(text, claim.span)) or (named and _ADMITS.search(before)):
            return True
    return is_of_the_other_side(claim, whole, text)


def is_of_the_other_side(claim: Claim, before: Claim, text: str) -> bool:
    """Whether a count is of one side's losses and the one before of its enemy's, by its own or another's word."""
    mine, theirs = claim.value, before.value
    assert isinstance(mine, TollValue) and isinstance(theirs, TollValue)  # noqa: S101 - callers pass toll claims only
    both_lost = _lost(claim, text) and _lost(before, text) and not _STOP.search(text, before.span.end, claim.span.start)
    if not both_lost and (not _ours(claim, text) or _ours(before, text)):
        return False
    if young(mine.who) or not (anybody(mine.who) or fighters(mine.who or "") or _MEN.search(mine.who or "")):
        return False
    told = text[max(0, before.span.start - 60) : before.span.end]
    return fighters(theirs.who or "") or _THEIRS.search(told) is not None


def _ours(claim: Claim, text: str) -> bool:
    """Whether a count is told as of the side that tells it: "we lost four", "two of ours"."""
    start, end = claim.span.start, claim.span.end
    told = _OURS_BEFORE.search(text, max(0, start - 60), start) or _OURS.search(claim.span.of(text))
    return bool(told or _OF_OURS.match(text, end))


def _lost(claim: Claim, text: str) -> bool:
    """Whether a count is told as what somebody lost."""
    return _LOST.search(text, max(0, claim.span.start - 30), claim.span.start) is not None
