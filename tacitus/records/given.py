"""A count in its sentence → whether it is told as a figure that somebody gives ("the ministry admits nine").

In: a text and the words of a count. Out: yes or no. One thing to know: such a count is one of all the dead beside
others', though no verb of its own tells what became of these people.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

#: Characters before a count that tell it.
BEFORE = 70
_AT_LEAST = (
    r"(?: (?:only|just|at|least|most|about|around|some|nearly|more|over|less|fewer|than|not|up|to|the|as|many))*"
)
#: These two are for small letters: to ignore case takes twice as long.
_GIVEN = re.compile(
    r"\b(?:(?:admit|acknowledge|concede|recogni[sz]e|own)(?:s|d|ed|ing)?(?: up)?(?: to)?|"
    r"(?:puts?|put|placed?|places|set|sets) (?:it|(?:the|its|their) [a-z ]{3,40}) at|"
    r"(?:speaks?|speaking) of|(?:can |could )?(?:vouch(?:es|ed)? for)|"
    r"(?:counts?|counted|tall(?:ies|ied)|lists?|listed|gives?|gave)|"
    r"(?:tolls?|figures?|counts?|numbers?|tally|total) (?:being|is|was|stands? at|stood at|of)|"
    r"(?:rose|risen|rises|raised|raises|revised|lowered) (?:(?:that|it|(?:its|the|their) (?:toll|figure|count)) )?"
    rf"to){_AT_LEAST}\s$"
)
#: "The coalition says five": behind such a word only a bare number is a figure.
_SAYS = re.compile(rf"\b(?:says?|said){_AT_LEAST}\s$")
_BARE = re.compile(r"(?:at least |more than |only |some |about )?[\w-]+(?: dead| killed)?", re.I)


def is_given(text: str, count: Span) -> bool:
    """Whether a count is told as somebody's figure."""
    before = text[max(0, count.start - BEFORE) : count.start].lower()
    if _GIVEN.search(before):
        return True
    return bool(_SAYS.search(before) and _BARE.fullmatch(text, count.start, count.end))
