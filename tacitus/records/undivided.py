"""Counts of the dead and the hurt together: "killed or wounded 30", "nine men were killed and injured".

In: a text and the words of a count. Out: whether nobody tells how many of these people died. One thing to know: such
a count is neither of the killed nor of the injured; "killed or wounded nine and three" gives each its number.
"""

from __future__ import annotations

import re

from tacitus.records.fates import none_of
from tacitus.records.span import Span

_DEAD, _HURT = r"(?:killed|dead|died|martyred|slain)", r"(?:wounded|injured|hurt|maimed)"
_GONE = r"(?:captured|missing|disappeared|abducted|kidnapped|arrested|detained|displaced|driven out|expelled)"
_BOTH = (
    rf"(?:{_DEAD}\s+or\s+(?:(?:are|were|had|have)\s+)?{_GONE}|"
    rf"{_DEAD}\s*(?:or|and/or|and|/)\s*(?:[a-z]+ly\s+)?{_HURT}|"
    rf"{_HURT}\s*(?:or|and/or|/)\s*{_DEAD})"
)
_NUMBER = (
    r"(?:\d|an?\b|another\b|the\b|some\b|others?\b|about\b|at least\b|more than\b|several\b|many\b|dozens\b|scores\b|"
    r"hundreds\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\w{3,6}teen\b|\w{3,5}ty\b|"
    r"was\b|were\b|his\b|her\b|their\b|[a-z]*m[ae]n\b|[a-z]+s\b)"
)
#: Behind a count: "were killed or wounded"; who injured somebody has an object.
_BEHIND = re.compile(
    rf"(?:,? (?:including|among them|mostly|mainly)\s[^.;:\d]{{1,60}}?,?)?"
    rf"(?:\s+(?:were|was|have|has|had|been|being|be|got|may|might|could|either|reportedly|also|feared|people|both))"
    rf"{{0,5}}\s+{_BOTH}\b(?!\s+{_NUMBER})",
    re.I,
)
_WAS = re.compile(r"\b(?:were|was|been|be|got|being)\b|^\s+(?:killed|dead)\s*(?:or|and/or|/)", re.I)
#: Before a count: "killed or wounded 30 men", "killing or injuring".
_BEFORE = re.compile(
    r"\b(?:kill(?:ed|ing|s)?\s+(?:or|and/or|and)\s+(?:wound|injur)(?:ed|ing|es|s)?|"
    r"dead (?:and|or) (?:wounded|injured)\s+at)\s+$",
    re.I,
)
#: "40 dead and wounded": the count may end with the first of the two.
_DEAD_AND = re.compile(rf"(?:dead|lled) (?:and|or) (?:wounded|injured)\b(?!\s+{_NUMBER})", re.I)
#: "Twenty-six between killed and wounded", as those say who think in another tongue.
_BETWEEN = re.compile(r"\s+(?:[\w-]+\s+){0,2}?between\s+(?:killed|dead|martyrs?) and (?:wounded|injured)\b", re.I)


def undivided(text: str, count: Span) -> bool:
    """Whether a count is of the dead and the hurt together, and no more is told of how many died."""
    around = text[max(0, count.start - 40) : count.end + 120].lower()
    if not any(hurt in around for hurt in ("wound", "injur", "hurt", "maim", " or ")):
        return False
    if _DEAD_AND.match(text, count.end - 4):
        return True
    if _BEFORE.search(text, max(0, count.start - 40), count.start) or _BETWEEN.match(text, count.end):
        return True
    behind = _BEHIND.match(text, count.end)
    return behind is not None and _WAS.search(behind[0]) is not None


def no_toll(text: str, count: Span) -> bool:
    """Whether it is told of a count that none of these people died, or of the dead and the hurt together."""
    return undivided(text, count) or none_of(text, count)
