"""Where an event is told to have happened → whether two groups of events are too far apart to be one.

In: accounts. Out: a :class:`Site`. One thing to know: a town that bears its province's name may mean all of it, and a
village that no gazetteer knows lies wherever its report was thought to be set; neither is far from what is in there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tacitus.merge.accounts.spelling import own_name
from tacitus.records.incident import Account
from tacitus.records.value import PlaceValue

#: Kilometres from which on two places are not one to any two reports.
FAR = 60.0
_FINE = frozenset({"exact", "settlement", "district"})


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """How far two points (degrees) are apart, well enough for neighbours."""
    rise, run = math.radians(other_lat - lat), math.radians(other_lon - lon)
    return 6371 * math.hypot(rise, run * math.cos(math.radians((lat + other_lat) / 2)))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with a point: its province, and whether it may mean all of that (a province, or a town of its name)."""

    lat: float
    lon: float
    province: str | None
    wide: bool

    def is_far_from(self, other: Spot) -> bool:
        """Whether it is not the other place, nor near it, nor the province that holds it."""
        if (self.wide or other.wide) and (not self.province or self.province == other.province):
            return False
        return kilometres(self.lat, self.lon, other.lat, other.lon) > FAR


@dataclass(frozen=True, slots=True)
class Site:
    """Where the events of one group happened: places, and the bones of their names."""

    spots: frozenset[Spot] = frozenset()
    names: frozenset[str] = frozenset()

    def with_(self, other: Site) -> Site:
        """The places of both."""
        return Site(self.spots | other.spots, self.names | other.names)

    def is_far_from(self, other: Site) -> bool:
        """Whether each has a place, and none of one is near any of the other or bears its name."""
        if not self.spots or not other.spots or self.names & other.names:
            return False
        return all(one.is_far_from(two) for one in self.spots for two in other.spots)


NOWHERE = Site()


def site(account: Account) -> Site:
    """Where an event is told to have happened, as far as that is finer than a country."""
    settled = [v for entry in account.event.settled if entry.field == "place" for v in entry.values]
    places = [v for v in settled if isinstance(v, PlaceValue) and v.precision in (*_FINE, "province")]
    return Site(
        frozenset(
            Spot(p.lat, p.lon, p.admin1, not own_name(p))
            for p in places
            # A village that no gazetteer knows may have been put into another's province.
            if p.lat is not None and p.lon is not None and (p.precision in _FINE or not own_name(p))
        ),
        frozenset(bone for p in places for bone in own_name(p)),
    )
