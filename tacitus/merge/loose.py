"""Clusters and ties → the accounts that could as well be of another incident, and what they alone hold together.

In: clusters of events and how likely pairs of them are one. Out: ids of events, and the clusters that stay. One thing
to know: in dense news an account without a day of its own hangs together with whatever happened there in those weeks;
where another incident is about as near, and nothing particular ties it to its own, it stays in its own, but settles
nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from tacitus.merge.accounts.spelling import spots
from tacitus.merge.accounts.wording import VAGUE
from tacitus.merge.cluster import JOIN, UNLIKE, Pair
from tacitus.records.incident import Account
from tacitus.records.value import PlaceValue, TollValue

#: Log odds by which an event's likeliest tie to its own incident must be above that to any other: as two reports alone
#: tell, and, of what has no day, as third ones second it. Of 253 accounts of 29 incidents that two analysts read, these
#: find 19 of the 35 that were foreign, and 17 of the other 218.
MARGIN, UNDATED = 0.5, 2.5
#: Dead from which on it is no chance that two accounts count as many.
A_FEW = 5


def loose(
    groups: Sequence[Sequence[str]],
    odds: Mapping[Pair, float],
    seconded: Mapping[Pair, float],
    dated: Set[str],
    marks: Mapping[str, Set[object]] | None = None,
) -> frozenset[str]:
    """The events whose likeliest tie to another group is hardly weaker than that to their own.

    None is who shares one of its ``marks`` with its own group and not with that other event. Where all events of a
    group are so, none is: they have nothing but each other. ``dated`` are the events that tell their day; if only loose
    ones of a group do, these are not loose, for they say which happening it is.
    """
    home = {event: number for number, group in enumerate(groups) for event in group}
    shown: Mapping[str, Set[object]] = defaultdict(frozenset, marks or {})
    undated = {event: other for event, other in _torn(home, seconded, UNDATED).items() if event not in dated}
    torn = {
        event
        for event, other in (undated | _torn(home, odds, MARGIN)).items()
        if _in_common(shown, event, groups[home[event]]) <= shown[other]
    }
    found: set[str] = set()
    for group in groups:
        firm = [event for event in group if event not in torn]
        if dated.isdisjoint(firm):
            firm += [event for event in group if event in torn & dated]
        found.update(event for event in group if firm and event not in firm)
    return frozenset(found)


def without_bridges(groups: Sequence[Sequence[str]], torn: Set[str], odds: Mapping[Pair, float]) -> list[list[str]]:
    """The groups, in several where half of one or more are ``torn`` and nothing but these ties the others together.

    Each that is torn goes with those to which it is tied most. A group of which most are firm is left as it is.
    """
    found: list[list[str]] = []
    for group in groups:
        firm = [event for event in group if event not in torn]
        parts = _tied_together(firm, odds) if 1 < len(firm) and 2 * len(firm) <= len(group) else [firm]
        if len(parts) < 2:
            found.append(list(group))
            continue
        whole = [list(part) for part in parts]
        for event in (event for event in group if event in torn):
            best = max(range(len(parts)), key=lambda at: (max(_odds(event, o, odds) for o in parts[at]), -at))
            whole[best].append(event)
        found += map(sorted, whole)
    return sorted(found)


def _tied_together(events: Sequence[str], odds: Mapping[Pair, float]) -> list[list[str]]:
    """Those of some events that hang together by ties of two, however many between."""
    left, found = sorted(events), []
    while left:
        part = [left.pop(0)]
        for event in part:  # grows as it goes
            near = [other for other in left if _odds(event, other, odds) >= JOIN]
            part += near
            left = [other for other in left if other not in near]
        found.append(sorted(part))
    return found


def _odds(one: str, other: str, odds: Mapping[Pair, float]) -> float:
    return odds.get((min(one, other), max(one, other)), UNLIKE)


def _torn(home: Mapping[str, int], odds: Mapping[Pair, float], margin: float) -> dict[str, str]:
    """The events whose likeliest tie to their own group (``home``) is not by ``margin`` above that to another.

    Each with the event that the other tie is to.
    """
    own: dict[str, float] = {}
    others: dict[str, tuple[float, str]] = {}
    for pair, worth in odds.items():
        if worth < JOIN or any(event not in home for event in pair):
            continue
        for event, other in (pair, pair[::-1]):
            if home[event] == home[other]:
                own[event] = max(own.get(event, worth), worth)
            else:
                others[event] = max(others.get(event, (worth, other)), (worth, other))
    return {event: other for event, (worth, other) in others.items() if own.get(event, worth) - worth < margin}


def _in_common(marks: Mapping[str, Set[object]], event: str, group: Sequence[str]) -> Set[object]:
    """The marks that an event shares with another of its group."""
    return {mark for other in group if other != event for mark in marks[event] & marks[other]}


def marks_of(account: Account) -> frozenset[object]:
    """What tells one happening from the next: a count of its dead, if it is more than a few, and its small places."""
    event = account.event
    dead = [c.value for c in event.of("killed") if VAGUE + c.id not in account.wording]
    counts = {(v.low, v.high) for v in dead if isinstance(v, TollValue) and v.low >= A_FEW}
    places = (v for entry in event.settled for v in entry.values if isinstance(v, PlaceValue))
    return frozenset({*counts, *spots(places)})
