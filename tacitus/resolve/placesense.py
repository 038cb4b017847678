"""The names of one report → the places they mean: candidates, evidence, and the best of them.

In come the phrases of all place mentions and the countries of the report; :class:`Senses` answers which place a name
means, whether the words contradict it, and where an unknown name most likely lies. The one thing to know: scores are in
powers of ten of population, so a weight of 2 outdoes a namesake a hundred times as populous.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from tacitus.resolve.gazetteer import DEMONYM, Gazetteer, Place, kilometres
from tacitus.resolve.placephrase import KIND_WORDS, Named, Phrase

#: Kinds that can hold another place.
HOLDING = frozenset(("country", "region", "province", "district"))
#: How far a place may lie from the middle of what holds it, where no table of containment says (kilometres).
_REACH = {"country": 3000.0, "region": 800.0, "province": 300.0, "district": 80.0, "settlement": 40.0, "feature": 60.0}
#: The weights of the evidence, in powers of ten of population. Set by hand,
#: in coarse steps, over classes of errors on TR-News and invented reports; never fitted.
_HELD, _NOT_HELD, _KIND_FITS, _COUNTRY, _NEAR, _OWN_NAME = 7.0, -6.0, 5.0, 2.5, 3.0, 6.0
_CAPITAL, _SEAT, _LATER_READING = 1.0, 3.0, 1.5
#: A comma alone ("Aleppo, Syria", but also "Syria, Iraq and Jordan") says half as much as "in" or a kind word.
_COMMA = 0.5
#: Places of one report that are compared with each other.
_MOST_ANCHORS = 40
#: An unknown name is put in the province that holds this part of the report's places, else in the report's country if
#: the next one weighs no more than this part of it.
_FOCUS, _RUNNER_UP = 0.5, 0.7
#: What a kind of place starts with, beside its population: a bare "Georgia" or "Homs" is seldom a district.
_PRIOR = {"country": 4.0, "region": 1.0, "province": 1.0, "district": -1.5, "settlement": 0.0, "feature": -0.5}
#: Places without a population count as this many people (power of ten).
_UNCOUNTED = {"district": 4.0, "region": 5.5, "settlement": 1.5, "feature": 2.0, "province": 5.0, "country": 4.0}
#: A town stands for the province of its name if it holds this part of the people; else a bare name means the province.
_SEAT_SHARE = 0.07


@dataclass(slots=True)
class Sense:
    """One name of the report (all its mentions), the places it may mean and how well each fits."""

    candidates: tuple[Place, ...]
    #: What the words and the population say, and what the rest of the report adds.
    scores: list[float]
    gains: list[float]
    mentions: int = 0
    #: Rows of the holding places that have been counted.
    heard: set[int] = field(default_factory=set)

    def best(self) -> Place | None:
        """The place that fits best so far."""
        totals = [score + gain for score, gain in zip(self.scores, self.gains, strict=True)]
        return self.candidates[totals.index(max(totals))] if totals else None


Key = tuple[tuple[str, ...], str | None]


def key_of(named: Named) -> Key:
    """What makes two mentions one name: the readings and the kind word."""
    return named.readings, named.kind_word


class Senses:
    """The names of one report while they are being weighed."""

    def __init__(self, gazetteer: Gazetteer, shares: Mapping[str, float], hints: Mapping[str, float]) -> None:
        """Begin with what the countries of the report (``shares``) and of its actors (``hints``) tell."""
        self.gazetteer = gazetteer
        self.shares = shares
        self.hints = hints
        self.senses: dict[Key, Sense] = {}

    def take(self, phrase: Phrase) -> None:
        """Weigh the names of one mention; a further mention of a name adds what its own words say."""
        held: list[tuple[Place, bool]] = []
        for named in reversed(phrase.holders):  # the widest first: it tells which Gaya district holds Maran
            if best := self._weigh(named, held, holding=True).best():
                held.insert(0, (best, named.certain))
        for end in (phrase.head, phrase.other):
            if end:
                self._weigh(end, held, holding=False)

    def _weigh(self, named: Named, held: list[tuple[Place, bool]], *, holding: bool) -> Sense:
        key = key_of(named)
        sense = self.senses.get(key)
        if sense is None:
            costed = self._candidates(named, holding)
            candidates = tuple(place for place, _ in costed)
            scores = [self._prior(place, named, candidates) - cost for place, cost in costed]
            gains = [_COUNTRY * self.shares.get(place.country or "", 0.0) for place in candidates]
            sense = self.senses[key] = Sense(candidates, scores, gains)
        sense.mentions += 0 if holding else 1
        for holder, certain in held:
            if holder.row in sense.heard:  # said twice is not twice as sure
                continue
            sense.heard.add(holder.row)
            for at, place in enumerate(sense.candidates):
                if place.row != holder.row:
                    sense.scores[at] += self._held(place, holder, certain)
        return sense

    def _candidates(self, named: Named, holding: bool) -> tuple[tuple[Place, float], ...]:
        """The places of every reading, and what a later reading costs; a guess at the spelling if nothing is filed."""
        found: dict[int, tuple[Place, float]] = {}
        for rank, reading in enumerate(named.readings):
            places = self.gazetteer.lookup(reading)
            if holding and len(reading) == 2 and reading.isupper():  # "Redding, CA"
                places += self.gazetteer.lookup(f"US {reading}") + self.gazetteer.lookup(f"CA {reading}")
            for place in places:
                found.setdefault(place.row, (place, rank * _LATER_READING))
        if not found and named.readings:
            plain = named.without_direction
            guesses = self.gazetteer.lookup(plain) or self.gazetteer.alike(named.readings[-1])
            found = {place.row: (place, 0.0) for place in guesses}
        return tuple(found.values())

    def _prior(self, place: Place, named: Named, candidates: tuple[Place, ...]) -> float:
        """How well a place fits before its surroundings are looked at."""
        people = place.magnitude or _UNCOUNTED[place.kind]
        score = people + _PRIOR[place.kind] + _OWN_NAME * (place.likeness - 1)
        if self.gazetteer.is_capital(place):
            score += _CAPITAL
        if named.kinds:
            score += _KIND_FITS * _fit(place.kind, named.kinds)
        elif place.kind == "province":
            towns = [other for other in candidates if other.country == place.country and other.kind == "settlement"]
            seat = any(t.province == place.row and t.magnitude > people + math.log10(_SEAT_SHARE) for t in towns)
            bigger = any(t.kind == "settlement" and t.magnitude > people for t in candidates)
            if seat or bigger or any(self.gazetteer.is_capital(town) for town in towns):
                score -= _SEAT
        return score

    def _held(self, place: Place, holder: Place, certain: bool) -> float:
        """What it says for a place that its mention names this one as holding it."""
        weight = _HELD if certain else _HELD * _COMMA
        certain = certain and holder.kind in HOLDING and holder.likeness != DEMONYM  # "in Turkish" holds nothing
        if holder.row in (place.province, place.district) or (
            holder.kind == "country" and holder.country == place.country
        ):
            return weight
        if holder.kind == "country" or (place.country != holder.country and holder.country and place.country):
            return _NOT_HELD if certain else 0.0
        if holder.kind == "province" and place.kind in HOLDING and place.province not in (None, holder.row):
            return _NOT_HELD if certain else 0.0
        nearness = 1 - kilometres(place, holder) / _REACH[holder.kind]
        if nearness <= 0:
            return _NOT_HELD if certain else 0.0
        return weight * (0.4 + 0.6 * nearness)

    def weigh_surroundings(self) -> None:
        """Each name's candidates gain by what the other names seem to mean; twice, as first guesses mend each other."""
        for _ in range(2):
            anchors = self._anchors()
            shares = self._shares_with(anchors)
            for key, sense in self.senses.items():
                if len(sense.candidates) < 2:
                    continue
                others = [(place, weight) for other, place, weight in anchors if other[0] != key[0]]
                leader = max(sense.scores)
                sense.gains = [
                    _COUNTRY * shares.get(place.country or "", 0.0) + _NEAR * _support(place, others)
                    if score > leader - _COUNTRY - _NEAR  # the others cannot catch up
                    else 0.0
                    for place, score in zip(sense.candidates, sense.scores, strict=True)
                ]

    def _anchors(self) -> list[tuple[Key, Place, float]]:
        """What the names mean so far, each with its weight: more mentions say more, but not in proportion."""
        best = [
            (key, sense.best(), 1 + math.log2(sense.mentions)) for key, sense in self.senses.items() if sense.mentions
        ]
        return [(key, place, weight) for key, place, weight in best if place and place.kind != "country"][
            :_MOST_ANCHORS
        ]

    def _shares_with(self, anchors: list[tuple[Key, Place, float]]) -> dict[str, float]:
        """The countries of the report, those of its provinces and towns included."""
        weights: dict[str, float] = defaultdict(float)
        for _, place, weight in anchors:
            weights[place.country or ""] += weight
        most = max(weights.values(), default=1.0)
        return {code: max(self.shares.get(code, 0.0), weights[code] / most) for code in {*self.shares, *weights}}

    def meant(self, named: Named | None) -> Place | None:
        """The place that a name means, as far as the report tells."""
        sense = self.senses.get(key_of(named)) if named else None
        return sense.best() if sense else None

    def contradicted(self, place: Place, phrase: Phrase) -> bool:
        """Whether the mention says that it lies elsewhere: then the gazetteer lacks the place meant."""
        for named in phrase.holders:
            holder = self.meant(named)
            if named.certain and holder and holder.row != place.row and self._held(place, holder, True) == _NOT_HELD:
                return True
        # A guessed spelling, or a hospital's or a park's first name, needs something that speaks for it.
        feature = phrase.head is not None and phrase.head.kinds == ("feature",)
        borrowed = feature and place.kind not in ("feature", "region")
        supported = self.shares.get(place.country or "") or place.magnitude > 5.3
        return (place.likeness < 0.7 or borrowed) and not supported

    def in_the_name(self, name: str) -> Place | None:
        """The place an unknown name borrows from: "Vancouver Art Gallery", "Greater Toronto Area"."""
        words = [word for word in re.split(r"[\s-]+", name)[:8] if word.lower() not in KIND_WORDS]
        for size in range(len(words) - 1, 0, -1):
            for at in range(len(words) - size + 1):
                if not words[at][:1].isupper() or len(words[at]) < 4:
                    continue
                found = self.gazetteer.lookup(" ".join(words[at : at + size]))
                if known := [place for place in found if self._well_known(place)]:
                    return max(known, key=lambda place: place.magnitude + _PRIOR[place.kind])
        return None

    def _well_known(self, place: Place) -> bool:
        """Whether half a name is enough: by its main name, and the larger the less the report says of the country."""
        least = 4.5 if self.shares.get(place.country or "") else 5.7
        return place.magnitude > least and place.likeness > 0.95

    def focus(self) -> Place | None:
        """The province that most places of the report lie in, or its one country; None when it is about several."""
        anchors = self._anchors()
        provinces: dict[int, float] = defaultdict(float)
        for _, place, weight in anchors:
            row = place.row if place.kind == "province" else place.province
            if row is not None:
                provinces[row] += weight
        if provinces and max(provinces.values()) > _FOCUS * sum(weight for *_, weight in anchors):
            return self.gazetteer.place(max(provinces, key=lambda row: provinces[row]))
        weights = self.hints or self.shares
        ranked = sorted(weights, key=lambda code: (-weights[code], code))
        if not ranked or (len(ranked) > 1 and weights[ranked[1]] > _RUNNER_UP * weights[ranked[0]]):
            return None
        row = self.gazetteer.country_row(ranked[0])
        return self.gazetteer.place(row) if row is not None else None


def _fit(kind: str, kinds: tuple[str, ...]) -> float:
    """How well a kind of place fits the kinds that a word admits: 1 for the first, less for others, below 0 if none."""
    if kinds == ("feature",):  # "Mount Sheridan" may be a suburb, and "Maran forest" is filed as Maran
        return 0.25 if kind == "feature" else 0.0
    return 1.0 - 0.25 * kinds.index(kind) if kind in kinds else -0.75


def _support(place: Place, others: list[tuple[Place, float]]) -> float:
    """How well a place lies among others, 0 to 1: in one province, or near on the map."""
    total = 0.0
    for other, weight in others:
        if place.row == other.province or (place.province and place.province in (other.row, other.province)):
            total += weight
        elif place.lat is not None and other.lat is not None and abs(place.lat - other.lat) < 5.0:
            total += weight * math.exp(-kilometres(place, other) / 100.0)
    return total / (total + 1.0)
