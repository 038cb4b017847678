"""Two reports → what the other events of a type, and the days on which the reports came out, say of two events.

In: the facts of two reports' events and the odds of their pairs. Out: the pairs with their odds. One thing to know: a
report that lists several raids holds several, and so any two of such lists are less likely one; where each report tells
of one only, they are likelier one. And no report tells what happens after it came out.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from tacitus.merge.accounts.facts import Facts
from tacitus.merge.pairs.compare import Match

#: What it counts that each of two reports tells of one event of the type, and how much less each further one makes it
#: (by the logarithm). The train part's stories say 0.20, those of the marked articles 0.32.
SINGLE, FURTHER = 0.24, 0.2
#: What it counts that one happened after the other was told.
LATER = -2.0
_DONE = frozenset({"actual", "historical"})


def crowd(one: Sequence[Facts], other: Sequence[Facts], matches: Iterable[Match]) -> list[Match]:
    """The matches of two reports, each with what all events of the two say of it."""
    mine, theirs = (Counter(each.type for each in events) for events in (one, other))
    found = []
    for i, j, odds in matches:
        kind = one[i].type
        if kind == other[j].type:
            odds += SINGLE - FURTHER * math.log(mine[kind] * theirs[kind])
        if _happened_after(one[i], other[j]) or _happened_after(other[j], one[i]):
            odds += LATER
        found.append((i, j, odds))
    return found


def _happened_after(one: Facts, other: Facts) -> bool:
    """Whether one is told to have happened on a day after the other was told as done.

    A day after its own report's is no such day: it was read wrong.
    """
    if not one.dated or one.first is None or one.published is None or other.published is None:
        return False
    return other.published < one.first <= one.published and {one.realis, other.realis} <= _DONE
