"""Matches → clusters: which events are one happening, whatever order they came in.

In: the events' ids with their reports, and how likely pairs of them are one. Out: sets of ids. One thing to know:
clusters are made within connected components of the likely pairs, by average linkage, and ties fall by id; so the
result depends on nothing but the pairs, and a new event changes only the component that it falls into.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

#: Log odds from which on a pair ties two events together at all, …
TIE = -0.8
#: … mean log odds from which on two groups are one, …
JOIN = -0.3
#: … and what a pair counts that was never compared, or stands in one report.
UNLIKE, OF_ONE_REPORT = -3.0, -3.0

Pair = tuple[str, str]


def components(events: Iterable[str], odds: Mapping[Pair, float]) -> list[list[str]]:
    """The events that hang together by ties, each component sorted, in the order of their first ids."""
    parent = {event: event for event in events}

    def root(event: str) -> str:
        while parent[event] != event:
            parent[event] = parent[parent[event]]
            event = parent[event]
        return event

    for (one, other), worth in odds.items():
        if worth >= TIE:
            low, high = sorted((root(one), root(other)))
            parent[high] = low
    found: dict[str, list[str]] = defaultdict(list)
    for event in sorted(parent):
        found[root(event)].append(event)
    return sorted(found.values())


def clusters(events: Sequence[str], odds: Mapping[Pair, float], report: Mapping[str, str]) -> list[list[str]]:
    """The clusters of one component. ``odds`` are keyed by sorted pairs; ``report`` tells each event's report."""
    groups: dict[int, list[str]] = {n: [event] for n, event in enumerate(sorted(events))}
    total: dict[tuple[int, int], float] = {}
    for a, b in combinations(groups, 2):
        one, other = groups[a][0], groups[b][0]
        unlike = OF_ONE_REPORT if report[one] == report[other] else UNLIKE
        total[a, b] = odds.get((one, other), unlike)
    while total:
        (a, b), mean = max(
            ((pair, worth / (len(groups[pair[0]]) * len(groups[pair[1]]))) for pair, worth in total.items()),
            key=lambda found: (found[1], -found[0][0], -found[0][1]),  # numbers follow the ids
        )
        if mean < JOIN:
            break
        groups[a] = sorted(groups[a] + groups.pop(b))
        del total[a, b]
        for c in groups:
            if c != a:
                total[min(a, c), max(a, c)] += total.pop((min(b, c), max(b, c)))
    return sorted(groups.values())
