"""A count and a larger one told before it → whether it cannot be a part of that, whatever their order seems to tell.

In: two claims of one field and the text. Out: yes or no. One thing to know: "the clinic counts nine" behind another's
total is a rival count of all.
"""

from __future__ import annotations

import re

from tacitus.records.event import Claim
from tacitus.records.fates import of_them
from tacitus.records.given import is_given
from tacitus.records.sides import anybody
from tacitus.records.value import TollValue

#: "The ministry admits five dead soldiers": its count of all.
_ADMITS = re.compile(
    r"\b(?:admit|acknowledge|concede|recogni[sz]e)(?:s|d|ed|ted)? (?:only |just |to )?(?:the (?:loss|death) of )?$",
    re.I,
)


def is_no_part(claim: Claim, one: str | None, other: str | None, text: str) -> bool:
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
    return False
