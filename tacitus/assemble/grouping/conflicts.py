"""What two tellings say that cannot be true of one happening: other towns, days, sides, people hurt.

In: two tellings of a report and what their words stand for. Out: yes or no. One thing to know: what one of them
does not say contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from tacitus.assemble.grouping.shared import came_to, shared_toll, shared_town
from tacitus.assemble.grouping.spoken import to_others
from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.setting.homes import is_origin
from tacitus.records.acled import STATE
from tacitus.records.resolved import Counted, Resolved
from tacitus.records.sides import same_people
from tacitus.records.value import ActorValue, PlaceValue, TimeValue

#: Those who fight a state, and types that one side does.
REBELS = frozenset({"rebel", "militia"})
_ONE_SIDED = frozenset({"air_strike", "shelling"})
NEAR = 0.1  # degrees, about 11 km: a quarter and its city


def conflict(text: str, first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the two say things that cannot both be true of one happening; where people are from is no town of it."""
    mine, theirs = scenes(text, first, resolved), scenes(text, second, resolved)
    if mine and theirs and not any(one_place(a, b) for a in mine for b in theirs):
        return True
    if _other_doers(first, second, resolved) or to_others(first, second, resolved):
        return True
    if not first.roles.get("time") or not second.roles.get("time"):
        return False
    times = [[resolved.times[s] for s in t.spans("time") if s in resolved.times] for t in (first, second)]
    return all(times) and not any(_meet(a, b) for a in times[0] for b in times[1])


def _other_doers(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether two nations' or two sides' forces act, and neither a town nor a count says that it is one thing."""
    if not first.roles.get("agent") or not second.roles.get("agent"):
        return False
    one, other = ([v for s in t.spans("agent") if (v := resolved.actors.get(s))] for t in (first, second))
    mine, theirs = ({v.country for v in values if v.kind in STATE} for values in (one, other))
    nations = mine and theirs and not mine & theirs and None not in mine | theirs
    if not nations and not _other_sides(one, other, first.trigger.type):
        return False
    return not (shared_town(first, second, resolved) or shared_toll(first, second, resolved))


def _other_sides(one: Sequence[ActorValue], other: Sequence[ActorValue], kind: str) -> bool:
    """Whether a state's forces fire in one and those who fight it in the other."""
    sides = [
        {"state" if v.kind in STATE else "rebels" if v.kind in REBELS else None for v in vs} for vs in (one, other)
    ]
    return kind in _ONE_SIDED and sides in ([{"state"}, {"rebels"}], [{"rebels"}, {"state"}])


def others_hurt(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the two tell, in different sentences, of different people: "two children", "a police officer"."""
    if first.sentence == second.sentence or not first.roles.get("toll") or not second.roles.get("toll"):
        return False
    counts = first.spans("toll"), second.spans("toll")
    shared = set(counts[0]) & set(counts[1])
    mine, theirs = ([resolved.tolls[s] for s in spans if s in resolved.tolls and s not in shared] for spans in counts)
    if any(c.value.low == 0 for c in (*mine, *theirs)):
        return False
    fates = {c: came_to(c, resolved) for c in (*mine, *theirs)}
    pairs = [(a, b, {fates[a], fates[b]}) for a in mine for b in theirs]
    alike = [(a, b) for a, b, told in pairs if len(told) == 1 or None in told]
    return bool(alike) and not any(_may_be_same(a, b) for a, b in alike)


def _may_be_same(one: Counted, other: Counted) -> bool:
    mine, theirs = one.value, other.value
    name_of_one = one.named != other.named and (one if other.named else other).value.low > 1
    return (mine.low, mine.high) == (theirs.low, theirs.high) or name_of_one or same_people(mine.who, theirs.who)


def towns(telling: Telling, resolved: Resolved) -> list[PlaceValue]:
    """The settlements and exact places that a telling names for itself."""
    if not telling.roles.get("place"):
        return []
    places = (resolved.places[s] for s in telling.spans("place") if s in resolved.places)
    return [p for p in places if p.precision in ("settlement", "exact")]


def scenes(text: str, telling: Telling, resolved: Resolved) -> list[PlaceValue]:
    """The towns that a telling names, unless it names one as that from which people came."""
    told = towns(telling, resolved)
    return [] if told and any(is_origin(text, span) for span in telling.spans("place")) else told


def one_place(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether two places have one name, or lie so near that one may be a part of the other."""
    if one.name == other.name or None in (one.lat, one.lon, other.lat, other.lon):
        return one.name == other.name
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None  # noqa: S101
    return abs(one.lat - other.lat) < NEAR and abs(one.lon - other.lon) < NEAR


def _meet(first: TimeValue, second: TimeValue) -> bool:
    """Whether two intervals share a day; open ends meet everything."""
    begins = max((first.earliest or "")[:10], (second.earliest or "")[:10])
    return begins <= min((first.latest or "9")[:10], (second.latest or "9")[:10])
