"""Clusters and ties → the accounts that could as well be of another incident.

In: clusters of events and how likely pairs of them are one. Out: ids of events. One thing to know: in dense news an
account without a day of its own hangs together with whatever happened there in those weeks; where another incident is
about as near, it stays in its own, but settles nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from tacitus.merge.cluster import JOIN, Pair

#: Log odds by which an event's likeliest tie to its own incident must be above that to any other: as two reports alone
#: tell, and, of what has no day, as third ones second it. Of 253 accounts of 29 incidents that two analysts read, these
#: find 19 of the 35 that were foreign, and 17 of the other 218.
MARGIN, UNDATED = 0.5, 2.5


def loose(
    groups: Sequence[Sequence[str]], odds: Mapping[Pair, float], seconded: Mapping[Pair, float], dated: Set[str]
) -> frozenset[str]:
    """The events whose likeliest tie to another group is hardly weaker than that to their own.

    Where all events of a group are so, none is: they have nothing but each other. ``dated`` are the events that tell
    their day; if only loose ones of a group do, these are not loose, for they say which happening it is.
    """
    home = {event: number for number, group in enumerate(groups) for event in group}
    torn = _torn(home, odds, MARGIN) | (_torn(home, seconded, UNDATED) - dated)
    found: set[str] = set()
    for group in groups:
        firm = [event for event in group if event not in torn]
        if dated.isdisjoint(firm):
            firm += [event for event in group if event in torn & dated]
        found.update(event for event in group if firm and event not in firm)
    return frozenset(found)


def _torn(home: Mapping[str, int], odds: Mapping[Pair, float], margin: float) -> set[str]:
    """The events whose likeliest tie to their own group (``home``) is not by ``margin`` above that to another."""
    own: dict[str, float] = {}
    others: dict[str, float] = {}
    for pair, worth in odds.items():
        if worth < JOIN or any(event not in home for event in pair):
            continue
        best = own if home[pair[0]] == home[pair[1]] else others
        for event in pair:
            best[event] = max(best.get(event, worth), worth)
    return {event for event, worth in others.items() if own.get(event, worth) - worth < margin}
