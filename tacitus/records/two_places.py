"""Counts told of two places in one breath: "nine died in Lom and another five outside Dir".

In: a text and two counts of people in it. Out: whether the second goes on with the first at another place, without
a verb of its own. One thing to know: it then tells of others with the same fate, and never of a part of the first.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

_FATE = (
    r"(?:\s+(?:was|were|been|are|have|had|died|dead|killed|shot|wounded|injured|hurt|missing|arrested|detained|abducted|"
    r"kidnapped|displaced)){0,4}"
)
_IN = r"\s+(?:in and )?(?:in|at|near|around|outside|inside)\s+"
#: A name; a month or a weekday is none, nor is a ward of a hospital.
_NAMED = (
    r"(?:(?:the|an?)\s+)?(?:[a-z][a-z-]*\s+){0,3}?"
    r"(?!(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\b|[A-Z][a-z]+(?:uary|tember|ober|ember|day)\b)"
    r"(?:al-|ar-|as-|el-|ad-)?[A-Z][\w'’-]*"
    r"(?:,?\s+(?:of|the|(?:al-|el-)?[A-Z])[\w'’-]*){0,5}"
    r"(?:\s+(?:province|district|area|town|city|village|region|governorate|county|state|camp|suburb|countryside))?"
)
_AT_A_PLACE = rf"{_IN}{_NAMED}(?:{_IN}{_NAMED}){{0,2}}"
_SAME_BREATH = re.compile(rf"{_FATE}{_AT_A_PLACE},?\s+and\s+")
_THERE = re.compile(
    rf"(?:\s+(?:others?|more|people|persons))?{_AT_A_PLACE}"
    r"(?=\s*(?:[.,;:)\n–—]|$)|\s+(?:on|and|as|when|after|while|during|by|over|this|last|late|early|earlier|yesterday|today|"
    r"overnight|alone|both|all|also|where|which|according|the|[A-Z]))"
)


def of_two_places(text: str, one: Span, other: Span) -> bool:
    """Whether the second count goes on with the first at another place, without a verb of its own."""
    return bool(_SAME_BREATH.fullmatch(text, one.end, other.start) and _THERE.match(text, other.end))
