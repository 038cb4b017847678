"""Counts over two spans of time are of two events: "466 in July alone. … 294 in the first six months of 2016".

In: a text and two sentences of it. Out: whether each counts up over a span of its own, and the two differ. One thing to
know: a day or a night is no such span; "on Monday" behind "this week" may be of the same week.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: (?:19|20)\d\d)?\b"
)
_FEW = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several)"
_SPAN = re.compile(
    r"\b(?:(?:in|for|over|during|within|throughout) (?:the month of |all of |the whole of )?(?P<what>"
    rf"{_MONTH}|(?:19|20)\d\d\b|(?:this|last|the (?:previous|past|whole|same)) (?:month|year|week)\b|"
    rf"the (?:first|last|past|previous|following) (?:{_FEW} )?(?:weeks|months|years|half|quarter)"
    r"(?: of (?:19|20)\d\d)?)|(?P<alone>(?:this|last) (?:month|year|week)) alone\b)",
    re.I,
)


def of_two_spans(one: str, other: str) -> bool:
    """Whether two sentences each count up over a span of time, and not the same."""
    first, second = _spans(one), _spans(other)
    return bool(first and second) and first.isdisjoint(second)


@lru_cache(maxsize=256)
def _spans(sentence: str) -> frozenset[str]:
    return frozenset((m["what"] or m["alone"]).lower() for m in _SPAN.finditer(sentence))
