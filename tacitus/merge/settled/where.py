"""Where an incident happened: of the places that its accounts tell, the finest that most sources agree on.

In: a :class:`Case`. Out: its place, settled, and those that stand beside it. One thing to know: a province agrees with
its towns, and so does a town that bears its province's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from tacitus.merge.accounts.sites import kilometres
from tacitus.merge.accounts.spelling import bones, is_namesake, one_name, own_name
from tacitus.merge.accounts.wording import BESIDE
from tacitus.merge.settled.case import Case, firm_values, settled_by, tellers_of, values
from tacitus.records.incident import Account, Dissent
from tacitus.records.placenames import name_key, skeleton, without_article
from tacitus.records.value import PlaceValue, Value

_FINE = {"exact": 5, "settlement": 4, "district": 3, "province": 2, "country": 1}
#: A village that the gazetteer does not know is finer than what holds it, and than what lies near a town.
_VILLAGE = 3.5
#: One in so many sources at least names the place that is settled.
FEW = 4
#: Kinds of places that are parts of a town.
_QUARTERS = frozenset({"district", "neighbourhood", "neighborhood", "quarter", "suburb"})
#: Kinds of places that lie by a town.
_VILLAGES = frozenset({"village", "villages", "hamlet"})
#: Kilometres from the middle of a town within which its quarters lie.
_CITY = 10.0
#: What joins the names of two.
_AND = " and "


def where(case: Case) -> None:
    """The finest place that most sources agree on, or else the finest that holds what they say."""
    told = values(case, "place", PlaceValue)
    if not told:
        return
    # What is bound weakly may be a neighbouring deed's: it tells where what agrees with it is, and no place beside.
    firm = firm_values(case, "place", PlaceValue)
    told = [(p, source) for p, source in told if any(_holds(p, q) or _holds(q, p) for q, _ in firm)]
    provinces = {place.gazetteer_id for place, _ in told if is_namesake(place)}
    key = {place: _place_key(place, provinces) for place, _ in told}
    named = {p: len({source for q, source in told if key[p] == key[q] or _goes_by_one_name(p, q)}) for p in key}
    support: dict[PlaceValue, set[str]] = {place: set() for place, _ in told}
    for place in support:
        support[place] = {source for other, source in told if _holds(place, other) or _holds(other, place)}
    sources = set().union(*support.values())
    agreed = [p for p in support if 2 * len(support[p]) > len(sources)] or [*support]
    # What one account alone names is its own street, and what few of many name is not where all of it happened.
    least = min(max(2, len(sources) // FEW), max(named[p] for p in agreed))
    known = [p for p in agreed if named[p] >= least]
    spelt = Counter(place.name for place, _ in told)

    def rank(place: PlaceValue) -> tuple[bool, float, bool, int, int, int, int, str]:
        within = any(_is_quarter_of(place, other) for other in known)
        near = _FINE.get(place.precision or "", 0)
        told_by = len(support[place]), near, spelt[place.name], -len(place.name)  # of equals the plainest name
        return place.lat is not None, _fineness(place), within, *told_by, place.name

    best = max(known, key=rank)
    if is_namesake(best):  # it may mean the province: the village in there that they name is where it was
        best = max((p for p in known if own_name(p) and _holds(best, p)), key=rank, default=best)
    # Of one name that was put in several places, the one that agrees with what the others tell.
    alike = [p for p in known if p == best or _is_misplaced(p, best)]
    best = max(alike, key=lambda p: (p.lat is not None, len(support[p]), rank(p)))
    case.settle("place", [_part(best, case) or _near_town(best, known)])
    for place in support:
        if not (_holds(place, best) or _holds(best, place)) and place.lat is not None:
            reports = tuple(sorted({a.report for a in case.accounts if place in settled_by(a, "place")}))
            case.dissent.append(Dissent("place", place, tellers_of(case, reports), reports))


def _place_key(place: PlaceValue, provinces: Set[str | None]) -> str:
    """What a place goes by: a town and what lies near it are two, and so are a village and its province.

    ``provinces`` are the towns that may mean their province: a quarter of such a one goes by its own name.
    """
    if _is_village(place) or not place.gazetteer_id or (place.gazetteer_id in provinces and own_name(place)):
        return place.name.lower()
    return f"{place.gazetteer_id}{' nearby' if _is_vicinity(place) else ''}"


def _fineness(place: PlaceValue) -> float:
    return _VILLAGE if _is_village(place) else _FINE.get(place.precision or "", 0)


def _is_misplaced(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether one name was put in two provinces, or in none: one thing hardly was in two villages of one name."""
    return one.admin1 != other.admin1 and one_name(one, other)


def _goes_by_one_name(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether one name was put in two provinces, or is told as a town and as the district that it is the seat of."""
    if _is_misplaced(one, other):
        return True
    if {one.precision, other.precision} != {"settlement", "district"} or _is_vicinity(one) or _is_vicinity(other):
        return False
    return (one.country, one.admin1) == (other.country, other.admin1) and bones(one.name) == bones(other.name)


def _is_vicinity(place: PlaceValue) -> bool:
    """Whether it is said to be near a town, and not in it."""
    return place.kind == "settlement" and place.precision == "district"


def _is_village(place: PlaceValue) -> bool:
    """Whether it has a name of its own, and is known only by the district or province that it lies in."""
    if place.precision not in ("district", "province") or _is_vicinity(place) or not place.name[:1].isupper():
        return False
    return place.name not in (place.country, place.admin1, place.admin2) and place.kind not in ("district", "province")


def _part(town: PlaceValue, case: Case) -> PlaceValue | None:
    """The quarter of a settled town, or the village by it, that most sources name, however they spell it.

    Where that lies each source tells as it knows: in the town, or no nearer than its district or province.
    """
    told = [
        (c.value, a.source)
        for a in case.accounts
        for beside in (_beside(town, a),)
        for c in a.event.of("place")
        if isinstance(c.value, PlaceValue) and c.id not in beside
    ]
    found: dict[str, tuple[list[PlaceValue], set[str]]] = {}
    for place, source in told:
        in_town = place.gazetteer_id == town.gazetteer_id
        if in_town or (place.precision in ("district", "province") and place.admin1 == town.admin1):
            for name in _own_parts(place):
                places, sources = found.setdefault(name, ([], set()))
                places.append(place)
                sources.add(source)
    everybody = {source for _, source in told}
    most = next((places for places, sources in found.values() if 2 * len(sources) > len(everybody)), [])
    quarters = [p for p in most if p.gazetteer_id == town.gazetteer_id and p.precision == "settlement"]
    if quarters:
        return Counter(quarters).most_common(1)[0][0]
    villages = Counter(p.name for p in most if p.kind in _VILLAGES and _AND not in p.name)
    if not villages or town.precision != "settlement":
        return None
    return replace(town, name=villages.most_common(1)[0][0], kind="village", precision="district")


def _beside(town: PlaceValue, account: Account) -> set[str]:
    """The places (by their claims) that an account tells side by side with a town, and not as parts of it."""
    here = {c.id for c in account.event.of("place") if _is_in(c.value, town)}
    pairs = (word[1:].split(BESIDE) for word in account.wording if word.startswith(BESIDE))
    return {other for pair in pairs for other in pair if here.intersection(pair)} - here


def _is_in(place: Value | None, town: PlaceValue) -> bool:
    return isinstance(place, PlaceValue) and place.gazetteer_id == town.gazetteer_id


def _own_parts(place: PlaceValue) -> set[str]:
    """The consonants of the own names of quarters and villages, without their town's; none where it is neither."""
    if place.kind not in (*_QUARTERS, *_VILLAGES) and not (place.kind is None and _is_village(place)):
        return set()
    towns = name_key(f"{place.admin1 or ''} {place.admin2 or ''}").split()
    names = (without_article(name_key(name)).split() for name in place.name.split(_AND))
    own = ([word for word in words if word.removesuffix("s") not in towns] for words in names)
    return {bones for words in own if (bones := skeleton("".join(word for word in words if word not in _QUARTERS)))}


def _is_quarter_of(quarter: PlaceValue, town: PlaceValue) -> bool:
    """Whether one that is called a quarter has a point of its own within another that is called none."""
    if quarter.kind not in _QUARTERS or town.kind in _QUARTERS or quarter.gazetteer_id == town.gazetteer_id:
        return False
    if town.precision != "settlement" or (quarter.country, quarter.admin1) != (town.country, town.admin1):
        return False
    if quarter.lat is None or quarter.lon is None or town.lat is None or town.lon is None:
        return False
    return kilometres(quarter.lat, quarter.lon, town.lat, town.lon) <= _CITY


def _near_town(place: PlaceValue, known: Sequence[PlaceValue]) -> PlaceValue:
    """A village, with the point of the town that others say it happened near, if one is all they say."""
    near = {p.gazetteer_id: p for p in known if _is_vicinity(p) and p.admin1 == place.admin1}
    if place.precision != "province" or not _is_village(place) or len(near) != 1:
        return place
    (town,) = near.values()
    return replace(place, lat=town.lat, lon=town.lon, precision="district", gazetteer_id=town.gazetteer_id)


def agree(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether two places are one, or one may lie in the other; two villages of a province do not."""
    mine, its = own_name(one), own_name(other)
    return (_holds(one, other) or _holds(other, one)) and bool(not mine or not its or mine & its)


def _holds(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether ``other`` is ``one`` or may lie in it."""
    if one.gazetteer_id and one.gazetteer_id == other.gazetteer_id:
        return True
    if one.lat is None or other.lat is None:
        return one.country in (None, other.country)
    if _goes_by_one_name(one, other) or _is_quarter_of(other, one):
        return True
    if is_namesake(one) and (one.country, one.admin1) == (other.country, other.admin1):
        return bool(own_name(other))  # as its province would
    if _FINE.get(one.precision or "", 0) >= _FINE.get(other.precision or "", 0):
        return one.name == other.name and one.country == other.country
    levels: tuple[Callable[[PlaceValue], str | None], ...] = (
        lambda p: p.country,
        lambda p: p.admin1,
        lambda p: p.admin2,
    )
    return all(level(one) in (None, level(other)) for level in levels[: _FINE.get(one.precision or "", 0)])
