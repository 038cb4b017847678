"""What it says for a place that its mention names another as holding it: "Maran in Gaya district".

In: a place and a :class:`Holder`. Out: a weight in powers of ten of population. One thing to know: where no table of
containment tells, nearness does, and borders are no circles, so that near a holder's reach it says neither yes nor no.
"""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.resolve.places.gazetteer import DEMONYM, Gazetteer, Place, kilometres
from tacitus.resolve.places.phrase import Named
from tacitus.resolve.places.times import Times

#: Kinds that can hold another place.
HOLDING = frozenset(("country", "region", "province", "district"))
#: How far a place may lie from the middle of what holds it, where no table of containment says (kilometres).
REACH = {"country": 3000.0, "region": 800.0, "province": 300.0, "district": 80.0, "settlement": 40.0, "feature": 60.0}
#: Borders are no circles: up to this part beyond its reach, a holder says neither yes nor no.
_MARGIN, _TOWN_MARGIN = 0.5, 3.0  # "in Aleppo" may mean the province
#: The same for a named subdivision, which has few namesakes in its province.
_PART_MARGIN = 1.5
#: The weights, set by hand in coarse steps (see :mod:`tacitus.resolve.places.sense`).
HELD, NOT_HELD = 7.0, -6.0
#: What a district says for a place next to it that is filed under another province: villages take theirs from the
#: nearest town, so that near a border it may be wrong.
_OVER_BORDER = 0.5
#: A comma alone ("Aleppo, Syria", but also "Syria, Iraq and Jordan") says half as much as "in" or a kind word.
_COMMA = 0.5


@dataclass(frozen=True, slots=True)
class Holder:
    """A place that is said to hold another; ``kind`` is what the words call it, or else what the gazetteer does."""

    place: Place
    kind: str
    certain: bool

    @classmethod
    def of(cls, place: Place, named: Named) -> Holder:
        """The holder that a name stands for."""
        kind = named.kinds[0] if named.kinds and named.kinds[0] in HOLDING else place.kind
        if place.likeness == DEMONYM:  # "in Turkish" holds nothing
            return cls(place, kind, named.in_front)
        return cls(place, kind, named.certain and kind != "feature")


def held_by(place: Place, holder: Holder, gazetteer: Gazetteer, times: Times) -> float:
    """What it says for a place that its mention names this one as holding it."""
    around, certain = holder.place, holder.certain
    weight = HELD if certain else HELD * _COMMA
    denied = NOT_HELD if certain else 0.0
    if around.row in (place.province, place.district):
        return weight
    if around.kind == "country" and around.country == place.country:
        return weight
    if times.once_held(around, place.province, gazetteer.country_row(place.country or "")):
        return weight
    if around.kind == "country" or (place.country != around.country and around.country and place.country):
        return denied
    nearness = 1 - kilometres(place, around) / REACH[holder.kind]
    over_border = not in_one_province(place, around, gazetteer, times)
    margin = _TOWN_MARGIN if holder.kind == "settlement" else _MARGIN
    if place.kind == holder.kind == "district" and not over_border:
        margin = _PART_MARGIN
    if nearness <= -margin:
        return denied
    if around.kind == "province" and place.kind in HOLDING and place.province is not None:
        return 0.0  # the next province's, unless borders have changed since
    weight *= 0.4 + 0.6 * nearness if nearness > 0 else 0.0
    return weight * _OVER_BORDER if around.kind == "district" and over_border else weight


def in_one_province(place: Place, other: Place, gazetteer: Gazetteer, times: Times) -> bool:
    """Whether two places may lie in one province, or lay in one before it was divided."""
    if place.province is None or other.province is None or place.province == other.province:
        return True
    one, two = gazetteer.place(place.province), gazetteer.place(other.province)
    return times.once_held(one, two.row, None) or times.once_held(two, one.row, None)
