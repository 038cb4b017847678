"""Matches → clusters: which events are one happening, whatever order they came in.

In: the events' ids, and how likely pairs of them are one. Out: sets of ids. One thing to know:
the likeliest groups are joined first (average linkage), of equals those with the least ids; so the result depends on
nothing but the pairs, and a new event changes only what it hangs together with by pairs that are likely.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

#: Mean log odds from which on two groups of events are one; a pair below it ties nothing together. On the story sets
#: B³ is the same from -0.5 to 0.3; in dense news a wrong merging costs more than a missed one.
JOIN = -0.3
#: What a pair counts that was never compared, or stands in one report.
UNLIKE = -3.0

Pair = tuple[str, str]


def clusters(events: Sequence[str], odds: Mapping[Pair, float]) -> list[list[str]]:
    """The clusters; ``odds`` are keyed by sorted pairs.

    Only groups between which something is known can be one, so the work grows with the pairs that are known.
    """
    groups = {event: [event] for event in events}  # by the least id of each
    known: dict[str, dict[str, tuple[float, int]]] = {event: {} for event in events}  # sum and number of the odds
    for (one, other), worth in odds.items():
        if one in groups and other in groups:
            known[one][other] = known[other][one] = (worth, 1)
    waiting = [entry for one in known for other in known[one] if (entry := _entry(one, other, groups, known))]
    heapify(waiting)
    while waiting:
        _, one, other, size = heappop(waiting)
        if one not in groups or other not in groups or size != len(groups[one]) + len(groups[other]):
            continue  # one of them has grown since
        groups[one] += groups.pop(other)
        for near, (worth, number) in known.pop(other).items():
            del known[near][other]
            if near != one:
                before = known[one].get(near, (0.0, 0))
                known[one][near] = known[near][one] = (before[0] + worth, before[1] + number)
        for near in known[one]:
            first, second = sorted((one, near))
            if entry := _entry(first, second, groups, known):
                heappush(waiting, entry)
    return sorted(sorted(group) for group in groups.values())


def _entry(
    one: str, other: str, groups: Mapping[str, Sequence[str]], known: Mapping[str, Mapping[str, tuple[float, int]]]
) -> tuple[float, str, str, int] | None:
    """Two groups in the queue, the likeliest first and ties by id; None if they are not one."""
    if one > other:
        return None
    worth, number = known[one][other]
    pairs = len(groups[one]) * len(groups[other])
    mean = (worth + UNLIKE * (pairs - number)) / pairs
    return (-mean, one, other, len(groups[one]) + len(groups[other])) if mean >= JOIN else None
