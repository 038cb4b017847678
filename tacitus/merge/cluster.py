"""Matches → clusters: which events are one happening, whatever order they came in.

In: the events' ids, and how likely pairs of them are one. Out: sets of ids. One thing to know:
the likeliest groups are joined first (average linkage), of equals those with the least ids; so the result depends on
nothing but the pairs, and a new event changes only what it hangs together with by pairs that are likely.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from tacitus.merge.accounts.sites import NOWHERE, Site

#: Mean log odds from which on two groups of events are one; a pair below it ties nothing together. On the story sets
#: B³ is the same from -0.5 to 0.3; in dense news a wrong merging costs more than a missed one.
JOIN = -0.3
#: What a pair counts that was never compared, or stands in one report.
UNLIKE = -2.0

Pair = tuple[str, str]
#: The first and the last day (as ordinals) on which an event can have been.
Days = tuple[int, int]
ALWAYS = (0, 1 << 30)
#: Mean log odds from which on two groups are one wherever they are set: a gazetteer errs too.
SURE = 3.0
#: Days by which what two tell of one happening can be apart; of the 463 pairs told one day apart, 8 are one.
SLACK = 0
#: Log odds of what a person has ruled: more than all that a machine may say of all pairs of two groups.
RULED = 1e6


def clusters(
    events: Sequence[str],
    odds: Mapping[Pair, float],
    days: Mapping[str, Days] | None = None,
    sites: Mapping[str, Site] | None = None,
    courses: Mapping[str, bool] | None = None,
) -> list[list[str]]:
    """The clusters; ``odds`` are keyed by sorted pairs, ``days`` are the first and the last on which an event can be.

    Only groups between which something is known can be one, so the work grows with the pairs that are known. What is of
    one group has a day in common, give or take :data:`SLACK`: else an event without a day would tie all that are near;
    and ``sites``, where they happened, that are far apart are of one group only where the rest is beyond doubt.
    ``courses``: whether an event went on for weeks or was of a day, where that is known; of one group are not both.
    """
    when = {event: (days or {}).get(event, ALWAYS) for event in events}
    where = {event: (sites or {}).get(event, NOWHERE) for event in events}
    lasted = {event: {(courses or {}).get(event)} - {None} for event in events}
    groups = {event: [event] for event in events}  # by the least id of each
    known: dict[str, dict[str, tuple[float, int]]] = {event: {} for event in events}  # sum and number of the odds
    for (one, other), worth in odds.items():
        if one in groups and other in groups:
            known[one][other] = known[other][one] = (worth, 1)
    pairs = ((one, other) for one in known for other in known[one])
    waiting = [entry for one, other in pairs if (entry := _entry(one, other, groups, known, when, where, lasted))]
    heapify(waiting)
    while waiting:
        _, one, other, size = heappop(waiting)
        if one not in groups or other not in groups or size != len(groups[one]) + len(groups[other]):
            continue  # one of them has grown since
        groups[one] += groups.pop(other)
        when[one] = _both(when[one], when[other])
        where[one] = where[one].with_(where[other])
        lasted[one] |= lasted[other]
        for near, (worth, number) in known.pop(other).items():
            del known[near][other]
            if near != one:
                before = known[one].get(near, (0.0, 0))
                known[one][near] = known[near][one] = (before[0] + worth, before[1] + number)
        for near in known[one]:
            first, second = sorted((one, near))
            if entry := _entry(first, second, groups, known, when, where, lasted):
                heappush(waiting, entry)
    return sorted(sorted(group) for group in groups.values())


def _both(one: Days, other: Days) -> Days:
    """The days that two have in common, or all of both where a person has said that they are one."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last + SLACK else (min(one[0], other[0]), max(one[1], other[1]))


def _entry(
    one: str,
    other: str,
    groups: Mapping[str, Sequence[str]],
    known: Mapping[str, Mapping[str, tuple[float, int]]],
    when: Mapping[str, Days],
    where: Mapping[str, Site],
    lasted: Mapping[str, set[bool | None]],
) -> tuple[float, str, str, int] | None:
    """Two groups in the queue, the likeliest first and ties by id; None if they are not one."""
    if one > other:
        return None
    worth, number = known[one][other]
    pairs = len(groups[one]) * len(groups[other])
    mean = (worth + UNLIKE * (pairs - number)) / pairs
    if worth < RULED / 2:  # no person has said that they are one
        if max(when[one][0], when[other][0]) - min(when[one][1], when[other][1]) > SLACK:
            return None
        if len(lasted[one] | lasted[other]) > 1:
            return None
        if mean < SURE and where[one].is_far_from(where[other]):
            return None
    return (-mean, one, other, len(groups[one]) + len(groups[other])) if mean >= JOIN else None
