"""What was only tried: "repelled attempts by rebels to overrun the town" – it was not overrun.

In: the words before a trigger in its sentence, in small letters. Out: "denied" where the attempt came to nothing,
"planned" where that is not told, or nothing. One thing to know: this holds of what somebody takes; who tries to storm a
post attacks it all the same, and a plot that is found out is a plan.
"""

from __future__ import annotations

import re

#: Types of which an attempt is none.
ONLY_TAKEN = frozenset({"territory_seized", "territory_transfer", "blockade"})
_TRY = r"(?:attempts?|bids?|efforts?|tries)"
_BY = r"(?: by (?:(?!(?:to|and|who|that|which)\b)[\w’'-]+ ){1,8}?| )to (?:[a-z]+ly )?$"
#: "Attempts by loyalists to overrun"; of "attempts to overrun" the plain marks of a plan tell.
_BY_SOMEBODY = re.compile(rf"\b{_TRY} by (?:(?!(?:to|and|who|that|which)\b)[\w’'-]+ ){{1,8}}?to (?:[a-z]+ly )?$", re.I)
#: "Focusing its efforts on capturing the hill".
_EFFORTS_ON = re.compile(r"\b(?:efforts?|attempts?|bids?) (?:on|at) (?:[a-z]+ly )?$")
_STOPPED = (
    r"(?:foil|repel|repell|repuls|repulse|thwart|defeat|frustrat|beat(?:en)? back|beat(?:en)? off|f[eo]u?ght off|"
    r"fend(?:ed)? off|driven? back|drove back|held off|block|prevent)(?:s|e[ds]?|ing)?"
)
#: "Foiled an attempt to", "a failed bid to", "failed in their attempts to".
_IN_VAIN = re.compile(
    rf"(?:\b{_STOPPED} (?:(?!(?:and|who|that|which)\b)[\w’'-]+ ){{0,4}}?|"
    rf"\b(?:failed|fails|unsuccessful|abortive|aborted|botched|foiled|thwarted) (?:[\w-]+ ){{0,3}}?){_TRY}{_BY}",
)
_WORDS = ("attempt", "bid", "effort", "tries")


def only_tried(before: str) -> str | None:
    """The realis of a deed that the words before it tell as tried."""
    if not any(map(before.__contains__, _WORDS)):
        return None
    if _IN_VAIN.search(before):
        return "denied"
    return "planned" if _BY_SOMEBODY.search(before) or _EFFORTS_ON.search(before) else None
