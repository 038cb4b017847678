"""What a name may mean: the places filed under it, or guesses at its spelling, and how well each fits by itself.

In: a name as a mention writes it. Out: places and a score for each. One thing to know: scores are in powers of ten of
population, and nothing of the report counts here but which countries it is about and who fights where.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tacitus.resolve.places.fit import fit
from tacitus.resolve.places.gazetteer import Gazetteer, Place
from tacitus.resolve.places.grounds import Grounds
from tacitus.resolve.places.holding import HOLDING
from tacitus.resolve.places.phrase import Named
from tacitus.resolve.places.words import VILLAGES

#: The weights, set by hand in coarse steps (see :mod:`tacitus.resolve.places.sense`).
_KIND_FITS, _OWN_NAME = 5.0, 6.0
#: Where the report's armed groups are known to fight.
_GROUND = 4.0
#: A place that the user has added is worth this much more than ours, in the countries of the report.
_ADDED = 2.0
#: What is called a village is no city, and what is called a township no hamlet.
_NO_VILLAGE = 3.0
_CAPITAL, _SEAT, _LATER_READING = 1.0, 3.0, 1.5
#: A place in a country that the report does not speak of must have this many people (power of ten).
WELL_KNOWN = 4.7
#: What has fewer people (power of ten) is a village.
TOWN = 4.0
#: Towns that are no capitals and in which the world meets: "talks in Geneva" are not in Illinois, whoever takes part.
_MEETING_PLACES = frozenset(
    {("Geneva", "CHE"), ("The Hague", "NLD"), ("Davos", "CHE"), ("Munich", "DEU"), ("Istanbul", "TUR"),
     ("Strasbourg", "FRA"), ("Montreux", "CHE"), ("Lausanne", "CHE"), ("Sharm el-Sheikh", "EGY"), ("Sochi", "RUS")}
)  # fmt: skip
_MET_IN = 2.0
OWN = 0.95  # likeness from which a name is a place's own
#: What a kind of place starts with, beside its population: a bare "Georgia" or "Homs" is seldom a district.
PRIOR = {"country": 4.0, "region": 1.0, "province": 1.0, "district": -1.5, "settlement": 0.0, "feature": -0.5}
#: Places without a population count as this many people (power of ten).
_UNCOUNTED = {"district": 4.0, "region": 5.5, "settlement": 1.5, "feature": 2.0, "province": 5.0, "country": 4.0}
#: A town stands for the province of its name if it holds this part of the people; else a bare name means the province.
_SEAT_SHARE = 0.07


@dataclass(frozen=True, slots=True)
class Choice:
    """Chooses among the places of a gazetteer for one report: its countries, its actors' and where they fight."""

    gazetteer: Gazetteer
    shares: Mapping[str, float]
    hints: Mapping[str, float]
    grounds: Grounds

    def of(self, named: Named, *, holding: bool) -> tuple[tuple[Place, ...], list[float]]:
        """The places that a name may mean, and how well each fits; ``holding``: it is said to hold another."""
        costed = self._candidates(named, holding)
        candidates = tuple(place for place, _ in costed)
        fought = self.grounds.weights(candidates) if len(candidates) > 1 else [0.0] * len(candidates)
        scores = [
            self._prior(place, named, candidates, ground) - cost
            for (place, cost), ground in zip(costed, fought, strict=True)
        ]
        return candidates, scores

    def _candidates(self, named: Named, holding: bool) -> tuple[tuple[Place, float], ...]:
        """The places of every reading, and what a later reading costs; a guess at the spelling if nothing is filed."""
        found: dict[int, tuple[Place, float]] = {}
        for rank, reading in enumerate(named.readings):
            places = self.gazetteer.lookup(reading)
            if len(reading) == 2 and reading.isupper():  # "NH-75" is a highway, "the SP" an officer
                places = tuple(place for place in places if place.kind != "province")
                if holding:  # "Redding, CA"
                    places += self.gazetteer.lookup(f"US {reading}") + self.gazetteer.lookup(f"CA {reading}")
            for place in places:
                found.setdefault(place.row, (place, rank * _LATER_READING))
            if named.kinds == ("feature",) and any(p.likeness == 1 and p.magnitude >= TOWN for p in places):
                break  # Port Sudan is a town, and no port of Sudan's
        if named.kinds[:1] == ("province",) and found:
            found = self._without_strays(named.readings[-1], found)
        if not found and named.readings and len(named.readings[-1]) > 2:
            plain = named.without_direction
            # "Syrias": some texts have lost their apostrophes.
            owner = self.gazetteer.lookup(plain[:-1]) if plain.endswith("s") else ()
            guesses = self.gazetteer.lookup(plain) or owner or self.gazetteer.alike(named.readings[-1])
            found = {place.row: (place, 0.0) for place in guesses}
        elif found and self.hints and not any(place.country in self.shares for place, _ in found.values()):
            guesses = self.gazetteer.alike(named.readings[-1])
            found |= {place.row: (place, 0.0) for place in guesses if place.country in self.shares}
        elif (
            found
            and named.kinds
            and named.kinds[0] in HOLDING
            and not any(p.kind in named.kinds and self.at_hand(p) for p, _ in found.values())
        ):
            # "Lankaram District", of which only the town is filed so: the district may be spelled otherwise.
            alike = (p for p in self.gazetteer.alike(named.readings[-1]) if p.kind in named.kinds and self.at_hand(p))
            found |= {place.row: (place, 0.0) for place in alike if place.row not in found}
        elif found and named.kinds == ("settlement",) and not any(p.kind == "settlement" for p, _ in found.values()):
            # "Hassakeh city", where only the province is filed so: the town that bears the province's own name.
            units = [p for p, _ in found.values() if p.kind in ("province", "district") and self.at_hand(p)]
            towns = ((p, unit) for unit in units for p in self.gazetteer.lookup(unit.name) if p.kind == "settlement")
            found |= {p.row: (p, 0.0) for p, unit in towns if unit.row in (p.province, p.district)}
        return tuple(found.values())

    def _without_strays(self, name: str, found: dict[int, tuple[Place, float]]) -> dict[int, tuple[Place, float]]:
        """With the province of that sound for a district in no province: some source files it so under its spelling."""
        strays = [p for p, _ in found.values() if p.kind == "district" and p.province is None]
        for stray in strays:
            units = (p for p in self.gazetteer.alike(name) if (p.kind, p.country) == ("province", stray.country))
            if unit := next(units, None):
                del found[stray.row]
                found.setdefault(unit.row, (replace(unit, likeness=stray.likeness), 0.0))
        return found

    def _prior(self, place: Place, named: Named, candidates: tuple[Place, ...], ground: float) -> float:
        """How well a place fits before its surroundings are looked at; ``ground`` is what past events say for it."""
        people = place.magnitude or (0.0 if self.gazetteer.lies_in_no_mans_land(place) else _UNCOUNTED[place.kind])
        score = people + PRIOR[place.kind] + _OWN_NAME * (place.likeness - 1)
        if self.gazetteer.is_capital(place):
            score += _CAPITAL
        if place.kind == "settlement" and (place.name, place.country) in _MEETING_PLACES:
            score += _MET_IN
        if self.gazetteer.is_added(place) and self.at_hand(place):
            score += _ADDED
        if place.kind not in ("country", "region"):
            score += _GROUND * ground
        if named.kinds:
            score += _KIND_FITS * fit(place.kind, named.kinds)
            if named.kind_word in VILLAGES and place.magnitude > WELL_KNOWN:
                score -= _NO_VILLAGE
            if named.kind_word == "township" and place.kind == "settlement" and not place.magnitude:
                score -= _NO_VILLAGE
            if place.kind == named.kinds[0] == "province" and _is_city_beside_its_land(place, candidates):
                score -= _SEAT
        elif place.kind == "province":
            towns = [other for other in candidates if other.country == place.country and other.kind == "settlement"]
            seat = any(t.province == place.row and t.magnitude > people + math.log10(_SEAT_SHARE) for t in towns)
            bigger = any(t.kind == "settlement" and t.magnitude > people for t in candidates)
            borrowed = place.likeness < OWN and towns  # "Stepanakert", under which the unit around it is filed too
            if seat or bigger or borrowed or any(self.gazetteer.is_capital(town) for town in towns):
                score -= _SEAT
        return score

    def at_hand(self, place: Place) -> bool:
        """Whether a place lies in a country of the report, if it has any."""
        return not self.shares or place.country in self.shares


def _is_city_beside_its_land(unit: Place, candidates: tuple[Place, ...]) -> bool:
    """Whether a province is only the town of its name, and the land around it another one: "the Moscow region"."""
    others = (p for p in candidates if p.kind == "province" and p.country == unit.country and p.row != unit.row)
    return _holds_town(unit, candidates) and any(not _holds_town(other, candidates) for other in others)


def _holds_town(unit: Place, candidates: tuple[Place, ...]) -> bool:
    return any(p.kind == "settlement" and p.province == unit.row for p in candidates)
