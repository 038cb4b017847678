"""Two reports → which of their events are likely one, and whether the reports are copies.

In: the accounts of two reports and their sketches. Out: ties between events. One thing to know: what two reports have
in common depends on these two alone, so ties once made hold until one of the reports is read anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tacitus.merge.accounts import copies
from tacitus.merge.accounts.facts import Facts, facts
from tacitus.merge.cluster import JOIN, UNLIKE
from tacitus.merge.pairs.blocks import blocks, sought
from tacitus.merge.pairs.compare import alike, comparable, reasons, related, told_as_background
from tacitus.merge.pairs.crowd import crowd
from tacitus.merge.pairs.fewer import fewer
from tacitus.merge.pairs.spoken import spoken
from tacitus.records.incident import Account

#: The log odds that two counts of the dead of a country's war are of one war.
WARS = 3.0
COPIES = "their reports are copies of one story"
SPOKEN = "one party speaks of one deed"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two events (ids in order) of two reports, the log odds that they are one, and why, in words."""

    one: str
    other: str
    odds: float
    reasons: tuple[str, ...]


def by_report(accounts: Iterable[Account]) -> dict[str, list[Facts]]:
    """The facts of accounts, by report and in the order of their ids."""
    found: dict[str, list[Facts]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: a.event.id):
        found[account.report].append(facts(account))
    return found


def candidates(reports: Mapping[str, Sequence[Facts]]) -> list[tuple[str, str]]:
    """The pairs of reports that share a block, sorted."""
    inside: dict[str, set[str]] = defaultdict(set)
    for report, events in reports.items():
        for event in events:
            for block in blocks(event):
                inside[block].add(report)
    found: set[tuple[str, str]] = set()
    for block, members in inside.items():
        for other in sought(block):
            for one in members:
                found.update((min(one, two), max(one, two)) for two in inside.get(other, ()) if one != two)
    return sorted(found)


def ties(one: Sequence[Facts], other: Sequence[Facts], *, copied: bool = False) -> Iterator[Tie]:
    """The ties between the events of two reports that are worth keeping."""
    matches = [
        (i, j, alike(a, b))
        for i, a in enumerate(one)
        for j, b in enumerate(other)
        if not (a.war or b.war or a.groups.isdisjoint(b.groups))
        and comparable(a, b)
        and (copied or not told_as_background(a, b))
    ]
    wars = [(i, j, WARS) for i, a in enumerate(one) for j, b in enumerate(other) if a.war and comparable(a, b)]
    beside = crowd(one, other, related(matches, copies=copied))
    said = spoken(one, other, {(i, j): odds for i, j, odds in beside})
    for i, j, odds in [*beside, *wars]:
        worth = odds + said.get((i, j), 0.0) + (fewer(one[i], other[j]) if odds > UNLIKE else 0.0)
        if worth > UNLIKE:
            first, second = sorted((one[i].event.id, other[j].event.id))
            why = reasons(one[i], other[j]) if worth >= JOIN else ()  # of others nobody asks
            if why:
                why = (*[SPOKEN] * (worth > odds), *why, *[COPIES] * copied)
            yield Tie(first, second, round(worth, 3), why)


def copied(one: bytes | None, other: bytes | None) -> bool:
    """Whether two reports, told by their sketches, are copies or rewrites of one story."""
    return one is not None and other is not None and copies.alike(one, other) >= copies.COPY
