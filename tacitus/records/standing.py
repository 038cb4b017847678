"""The words of a telling → whether they tell a state that lasts, and no deed.

In: a text and the words of one telling. Out: whether these say how things stand ("is held by rebels") or who somebody
is ("an alliance fighting the army"). One thing to know: news of the day is told with a finite verb of its own, so only
a participle that hangs on a noun tells who somebody is; "is fighting" may be news.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

_HELD = re.compile(r"(?:controlled|held|dominated|occupied|ruled)\b", re.I)
_IS = re.compile(r"\b(?:is|are|remains?) (?:[a-z]+ly )?$")
#: Whom they fight stands right behind it: "the latest fighting against the X" has a preposition there.
_FIGHTING = re.compile(r"(?:fighting|battling|combating)(?: the| an?)? [A-Z]")
#: Whoever fights, by a noun; and no word of the grammar, after which it would be a verb or a noun itself.
_WHO = re.compile(
    r"(?<![\w’'-])(?!(?:is|are|was|were|be|been|being|am|it|they|he|she|we|and|or|but|not|also|still|now|then|the|an?|of|"
    r"in|on|by|with|to|from|for|at|as|after|before|while|when|despite|amid|since|keep|kept|stop(?:ped)?|began|start(?:ed)?|"
    r"continue[ds]?|resumed?|[a-z]+ly) )[A-Za-z][\w’'-]* $",
    re.I,
)
#: "Witnesses saw soldiers fighting the X": what somebody saw or told happened then.
_SEEN = re.compile(
    r"\b(?:s[ae]w|see[ns]?|seeing|watch\w*|hear[ds]?|film\w*|video|footage|show\w*|photo\w*|spot\w*|notic\w*|"
    r"report(?:s|ed|ing)?)\b",
    re.I,
)
_BACK = 40  # characters before the words that are looked at


def stands(text: str, told: Span) -> bool:
    """Whether the words tell how things stand or who somebody is."""
    before = text[max(0, told.start - _BACK) : told.start]
    if _HELD.match(text, told.start):
        return _IS.search(before.lower()) is not None
    return bool(_FIGHTING.match(text, told.start) and _WHO.search(before) and not _SEEN.search(before))
