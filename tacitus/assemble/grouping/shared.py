"""What two tellings of a report share: a count of people, a town.

In: two tellings and what their words stand for. Out: yes or no. One thing to know: that two or three are as many says
nothing where they are other people ("two women", "two guards"), but for "the two".
"""

from __future__ import annotations

from itertools import product

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.fates import fate
from tacitus.records.resolved import Counted, Resolved
from tacitus.records.sides import same_people
from tacitus.records.span import Span

_SMALL = frozenset({"settlement", "exact", "district"})
_FEW = 5  # from here on to be as many is no chance


def shared_toll(first: Telling, second: Telling, resolved: Resolved, text: str = "") -> bool:
    """Whether the two count as many people of one fate; a few only where they may be the same people."""
    if not first.roles.get("toll") or not second.roles.get("toll"):
        return False
    mine, theirs = first.spans("toll"), second.spans("toll")
    if not set(mine).isdisjoint(theirs):
        return True
    counts, others = ([resolved.tolls[s] for s in spans if s in resolved.tolls] for spans in (mine, theirs))
    return any(
        one.value.low == other.value.low > 1
        and (one.value.low >= _FEW or same_people(one.value.who, other.value.who) or _known(text, other.span))
        and len({came_to(one, resolved), came_to(other, resolved)} - {None}) < 2
        for one, other in product(counts, others)
    )


def plainly_one_toll(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the two count as many of the same people, and so many or so alike in all fates that it is no chance."""
    fates = set[tuple[str | None, int]]()
    counts, others = ([resolved.tolls[s] for s in t.spans("toll") if s in resolved.tolls] for t in (first, second))
    for one, other in product(counts, others):
        alike = one.value.low == other.value.low > 1 and same_people(one.value.who, other.value.who)
        if alike and len({came_to(one, resolved), came_to(other, resolved)} - {None}) < 2:
            fates.add((came_to(one, resolved) or came_to(other, resolved), one.value.low))
    return len(fates) > 1 or any(count >= _FEW for _, count in fates)


def _known(text: str, count: Span) -> bool:
    """Whether a count goes back to one told before: "the three"."""
    return text[max(0, count.start - 5) : count.start].lower() == " the "


def came_to(count: Counted, resolved: Resolved) -> str | None:
    """What became of the counted people, where the grammar or their own words tell."""
    return resolved.fates.get(count) or fate(count.value.who or "")


def shared_town(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the two name one town, site or district."""
    if not first.roles.get("place") or not second.roles.get("place"):
        return False
    mine, theirs = (
        {v.name for s in t.spans("place") if (v := resolved.places.get(s)) and v.precision in _SMALL}
        for t in (first, second)
    )
    return not mine.isdisjoint(theirs)
