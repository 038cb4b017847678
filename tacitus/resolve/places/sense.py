"""The names of one report → the places they mean: each name's evidence weighed by what the others mean.

In come the phrases of all place mentions and the countries of the report; :class:`Senses` answers which place a name
means, whether the words contradict it, and where an unknown name most likely lies. The one thing to know: scores are in
powers of ten of population, so a weight of 2 outdoes a namesake a hundred times as populous.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from operator import add

from tacitus.resolve.places.choice import OWN, PRIOR, TOWN, WELL_KNOWN, Choice
from tacitus.resolve.places.fit import support
from tacitus.resolve.places.gazetteer import Gazetteer, Place, kilometres
from tacitus.resolve.places.grounds import Grounds
from tacitus.resolve.places.holding import HELD, HOLDING, NOT_HELD, REACH, Holder, held_by, in_one_province
from tacitus.resolve.places.phrase import Named, Phrase
from tacitus.resolve.places.times import times_of
from tacitus.resolve.places.words import DIRECTION, KIND_WORDS, QUARTERS, VILLAGES

_DIRECTION = re.compile(DIRECTION, re.IGNORECASE)
#: The weights of the evidence, in powers of ten of population. Set by hand,
#: in coarse steps, over classes of errors on TR-News and invented reports; never fitted.
_COUNTRY, _NEAR = 2.5, 3.0
#: Places of one report that are compared with each other.
_MOST_ANCHORS = 40
#: An unknown name is put in the province that holds this part of the report's places, else in the report's country if
#: the next one weighs no more than this part of it.
_FOCUS, _RUNNER_UP = 0.5, 0.7
#: A place whose name is only guessed must have this many people (power of ten) where the report speaks of no country.
_FAMOUS = 5.3
#: What has fewer people (power of ten) is a hamlet, also where nobody says so.
HAMLET = 1.0
#: A name that is no liker than this is a guess at its spelling.
GUESSED = 0.7
#: A guess that is taken before a bearer of the name itself, where it lies with what is named beside it.
_MUCH_ALIKE = 0.6


@dataclass(slots=True)
class Sense:
    """One name of the report (all its mentions), the places it may mean and how well each fits."""

    candidates: tuple[Place, ...]
    #: What the words and the population say, and what the rest of the report adds.
    scores: list[float]
    gains: list[float]
    mentions: float = 0.0
    #: Rows of the holding places that have been counted.
    heard: set[int] = field(default_factory=set)
    _best: Place | None = None  #: The place that fits best, until something more is known.

    def weigh(self, scores: list[float], gains: list[float]) -> None:
        """Take new scores and gains, of which something is known now."""
        self.scores, self.gains, self._best = scores, gains, None

    def best(self) -> Place | None:
        """The place that fits best so far."""
        if self._best is None and self.candidates:
            totals = [*map(add, self.scores, self.gains)]
            self._best = self.candidates[totals.index(max(totals))]
        return self._best


Key = tuple[tuple[str, ...], str | None]


def key_of(named: Named) -> Key:
    """What makes two mentions one name: the readings and the kind word."""
    return named.readings, named.kind_word


class Senses:
    """The names of one report while they are being weighed."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        shares: Mapping[str, float],
        hints: Mapping[str, float],
        grounds: Grounds | None = None,
        set_in: Set[str] = frozenset(),
    ) -> None:
        """Begin with what the countries of the report (``shares``) and of its actors (``hints``) tell.

        ``set_in`` are those that it names as where something happened.
        """
        self.gazetteer = gazetteer
        self.shares = shares
        self.hints = hints
        self.set_in = set_in
        self.choice = Choice(gazetteer, shares, hints, grounds or Grounds())
        self.times = times_of(gazetteer)
        self.senses: dict[Key, Sense] = {}
        self._forget()

    def _forget(self) -> None:
        """Nothing is known any more that follows from what the names mean."""
        self._spoken_of: set[str | None] | None = None
        self._anchored: list[tuple[Key, Place, float]] | None = None
        self._focused: tuple[Place | None] | None = None

    def take(self, phrase: Phrase, weight: float = 1.0) -> None:
        """Weigh the names of one mention; a further mention of a name adds what its own words say."""
        self._forget()
        held: list[Holder] = []
        for named in reversed(phrase.holders):  # the widest first: it tells which Gaya district holds Maran
            if best := self._weigh(named, held, holding=True).best():
                held.insert(0, Holder.of(best, named))
        for end in (phrase.head, phrase.other):
            if end:
                self._weigh(end, held, holding=False).mentions += weight

    def _weigh(self, named: Named, held: list[Holder], *, holding: bool) -> Sense:
        key = key_of(named)
        sense = self.senses.get(key)
        if sense is None:
            candidates, scores = self.choice.of(named, holding=holding)
            gains = [_COUNTRY * self.shares.get(place.country or "", 0.0) for place in candidates]
            sense = self.senses[key] = Sense(candidates, scores, gains)
        for holder in held:
            if holder.place.row in sense.heard:  # said twice is not twice as sure
                continue
            sense.heard.add(holder.place.row)
            scores = [
                score + held_by(place, holder, self.gazetteer, self.times) if place.row != holder.place.row else score
                for place, score in zip(sense.candidates, sense.scores, strict=True)
            ]
            sense.weigh(scores, sense.gains)
        return sense

    def weigh_surroundings(self) -> None:
        """Each name's candidates gain by what the other names seem to mean; twice, as first guesses mend each other."""
        meant: list[Place | None] = []
        for _ in range(2):
            before, meant = meant, [sense.best() for sense in self.senses.values()]
            if meant == before:
                break  # and what they mean has not changed
            self._forget()
            anchors = self._anchors()
            shares = self._shares_with(anchors)
            for key, sense in self.senses.items():
                if len(sense.candidates) < 2:
                    continue
                others = [
                    (place, weight)
                    for other, place, weight in anchors
                    if other[0] != key[0] or (other != key and self.senses[other].heard)
                ]
                leader = max(sense.scores)
                unit = self._unit_so_called(key)
                gains = [
                    (HELD if unit is not None and unit in (place.row, place.district, place.province) else 0.0)
                    + _COUNTRY * shares.get(place.country or "", 0.0)
                    + _NEAR * support(place, others)
                    if unit is not None or score > leader - _COUNTRY - _NEAR  # the others cannot catch up
                    else 0.0
                    for place, score in zip(sense.candidates, sense.scores, strict=True)
                ]
                sense.weigh(sense.scores, gains)
        self._forget()

    def _unit_so_called(self, key: Key) -> int | None:
        """The row of the unit that the report calls by this name with its kind word: "Palma" after "Palma district"."""
        if key[1] is not None:
            return None
        units = (sense.best() for other, sense in self.senses.items() if other[1] and other[0] == key[0])
        return next(
            (unit.row for unit in units if unit and unit.kind == "district" and self.choice.at_hand(unit)), None
        )

    def _anchors(self) -> list[tuple[Key, Place, float]]:
        """What the names mean so far, each with its weight: more mentions say more, but not in proportion."""
        if self._anchored is not None:
            return self._anchored
        best = [
            (key, sense.best(), 1 + math.log2(sense.mentions) if sense.mentions > 1 else sense.mentions)
            for key, sense in self.senses.items()
            if sense.mentions
        ]
        found = [(key, place, weight) for key, place, weight in best if place and place.kind != "country"]
        self._anchored = [
            (key, place, weight)
            for key, place, weight in found
            if self.senses[key].heard or not (place.likeness < GUESSED or self._foreign(place))
        ][:_MOST_ANCHORS]
        return self._anchored

    def _shares_with(self, anchors: list[tuple[Key, Place, float]]) -> dict[str, float]:
        """The countries of the report, those of its provinces and towns included."""
        weights: dict[str, float] = defaultdict(float)
        for _, place, weight in anchors:
            weights[place.country or ""] += weight
        most = max(weights.values(), default=1.0)
        return {code: max(self.shares.get(code, 0.0), weights[code] / most) for code in {*self.shares, *weights}}

    def names_district(self, phrase: Phrase) -> bool:
        """Whether what may be the name of a district is one, by its main name and in a country of the report."""
        readings = phrase.head.readings if phrase.head else ()
        found = (place for reading in readings for place in self.gazetteer.lookup(reading))
        return any(p.kind in ("district", "province") and p.likeness > 0.95 and self.choice.at_hand(p) for p in found)

    def meant(self, named: Named | None) -> Place | None:
        """The place that a name means, as far as the report tells."""
        sense = self.senses.get(key_of(named)) if named else None
        return sense.best() if sense else None

    def namesakes(self, named: Named) -> Iterator[Place]:
        """The towns and villages that a name may mean, the likeliest first, and then those spelled much alike."""
        sense = self.senses.get(key_of(named))
        if sense is None or not named.readings or (named.kinds and "settlement" not in named.kinds):
            return
        ranked = sorted(zip(sense.candidates, map(add, sense.scores, sense.gains), strict=True), key=lambda x: -x[1])
        yield from (place for place, _ in ranked if place.kind == "settlement")
        alike = (p for p in self.gazetteer.alike(named.readings[-1]) if p.likeness >= _MUCH_ALIKE)
        yield from (place for place in alike if place.kind == "settlement")

    def vouched(self, place: Place, phrase: Phrase) -> bool:
        """Whether the mention itself names what holds the place."""
        held = ((found, named) for named in phrase.holders if (found := self.meant(named)) and found.row != place.row)
        return any(held_by(place, Holder.of(found, named), self.gazetteer, self.times) > 0 for found, named in held)

    def is_well_known(self, place: Place) -> bool:
        """Whether a place is no village that has namesakes: a unit, or a town known outside its province."""
        return place.likeness >= GUESSED and (place.kind != "settlement" or place.magnitude >= WELL_KNOWN)

    def contradicted(self, place: Place, phrase: Phrase) -> bool:
        """Whether the mention or the report says that it lies elsewhere: then the gazetteer lacks the place meant."""
        vouched = False
        for named in phrase.holders:
            holder = self.meant(named)
            if holder is None or holder.row == place.row:
                continue
            says = held_by(place, Holder.of(holder, named), self.gazetteer, self.times)
            guess = (
                named.certain
                and place.likeness < GUESSED
                and not in_one_province(place, holder, self.gazetteer, self.times)
            )
            if says == NOT_HELD or (guess and says <= 0):
                return True
            vouched = vouched or (says > 0 and named.certain)
        return not vouched and self._astray(place, phrase)

    def _astray(self, place: Place, phrase: Phrase) -> bool:
        """Whether a place is too little known to be meant where the report is about another part of the world."""
        # A guessed spelling, or a hospital's or a park's first name, needs something that speaks for it.
        feature = phrase.head is not None and phrase.head.kinds == ("feature",) and not phrase.wide
        guessed = place.likeness < GUESSED or (feature and place.kind not in ("feature", "region"))
        quarter = phrase.head and phrase.head.kind_word in QUARTERS
        if quarter and (self._elsewhere(place) or self._by_no_town(place, phrase)):
            return True  # a quarter lies in a town of the report, whatever city abroad has its name
        if self._foreign(place):
            return place.magnitude < TOWN or guessed or not self._over_the_border(place)
        if guessed and place.country not in self._countries():
            return bool(self.shares) or place.magnitude < _FAMOUS
        village = phrase.head is not None and phrase.head.kind_word in VILLAGES
        small = village or place.magnitude < HAMLET
        if (self._widely_known(place) and not small) or not (guessed or place.kind == "settlement"):
            return False
        return ((small or guessed or place.magnitude < TOWN) and self.apart(place)) or (
            (small or guessed) and self._alone(place)
        )

    def _foreign(self, place: Place) -> bool:
        """Whether a place lies in a country that the report does not speak of, and is little known outside it."""
        spoken_of = self.shares and place.country is not None and place.country not in self._countries()
        return bool(spoken_of) and not self._widely_known(place)

    def _elsewhere(self, place: Place) -> bool:
        """Whether nothing else in the report speaks of the country that a place lies in, though it speaks of others."""
        others = {other.country for _, other, _ in self._anchors() if other.row != place.row and other.country}
        return bool(self.shares or others) and place.country not in {*self.shares, *others}

    def _by_no_town(self, place: Place, phrase: Phrase) -> bool:
        """Whether what is called a quarter itself, or is little known, is far from every town that the report names."""
        if self._widely_known(place) and not phrase.text.split()[-1].lower().startswith("neighbo"):
            return False  # the suburbs of Damascus, a Houston suburb
        towns = [other for _, other, _ in self._anchors() if other.kind == "settlement" and other.row != place.row]
        return bool(towns) and all(kilometres(place, town) > REACH["settlement"] for town in towns)

    def _over_the_border(self, place: Place) -> bool:
        """Whether a place lies beside another that the report names, though in a country that it does not."""
        near = REACH["province"] / 2
        return any(kilometres(place, other) < near for _, other, _ in self._anchors() if other.row != place.row)

    def _widely_known(self, place: Place) -> bool:
        """Whether a place may be named with no word of its country; a district is known to its own country only.

        By another spelling than its own ("Orum" of Orem) it must be a larger one.
        """
        if place.kind == "region" and place.likeness < GUESSED:
            return False  # "Shaara" is no Sahara
        if place.kind in ("country", "region") or self.gazetteer.is_capital(place):
            return True
        least = WELL_KNOWN if place.likeness >= OWN else _FAMOUS
        return place.kind != "district" and place.magnitude >= least and place.likeness >= GUESSED

    def _countries(self) -> set[str | None]:
        """The countries that the report speaks of, be it by a province or a large town."""
        if self._spoken_of is None:
            best = [sense.best() for sense in self.senses.values() if sense.mentions]
            known = {place.country for place in best if place and self._widely_known(place)}
            units = {place.country for key, sense in self.senses.items() if (place := _unit(key, sense))}
            self._spoken_of = {*self.shares, *known, *(() if self.shares else units)}
            placed = any(place and place.kind != "country" and place.country in self.shares for place in best)
            if not placed and not self.set_in:
                self._spoken_of |= self._only_lands()
        return self._spoken_of

    def _only_lands(self) -> set[str | None]:
        """The countries that alone have a place of some name of the report."""
        lands: set[str | None] = set()
        for sense in self.senses.values():
            own = {place.country for place in sense.candidates if place.likeness >= OWN}
            if sense.mentions and len(own) == 1 and sense.candidates[0].kind not in ("country", "region"):
                lands |= own
        return lands

    def _alone(self, place: Place) -> bool:
        """Whether the report names a district or province, and this place is far from all that it names."""
        others = [other for _, other, _ in self._anchors() if other.row != place.row]
        near = REACH["province"] / 2
        return any(other.kind in HOLDING for other in others) and all(
            kilometres(place, other) > near and place.province != other.row for other in others
        )

    def apart(self, place: Place, named: Named | None = None) -> bool:
        """Whether the report's other places lie together, and this one far from all of them.

        ``named`` is the name that may mean it: what that is taken for does not vouch for it, nor does the place itself.
        """
        meant = self.meant(named)
        but = {place.row, *((meant.row,) if meant else ())}
        focus = self._in_focus(but)
        if focus is None or focus.kind == "country":
            return False
        if place.province in (focus.row, focus.province) or place.row in (focus.row, focus.province):
            return False
        others = [other for _, other, _ in self._anchors() if other.row not in but]
        if all(self.gazetteer.is_capital(other) for other in others):
            return False  # from the capital, reports tell of the whole country
        return all(kilometres(place, other) > REACH["province"] / 2 for other in others)

    def in_the_name(self, name: str) -> Place | None:
        """The place an unknown name borrows from: "Vancouver Art Gallery", "Greater Toronto Area"."""
        words = [word for word in re.split(r"[\s-]+", name)[:8] if word.lower() not in KIND_WORDS]
        for size in range(len(words) - 1, 0, -1):
            for at in range(len(words) - size + 1):
                if not words[at][:1].isupper() or len(words[at]) < 4 or _DIRECTION.fullmatch(words[at]):
                    continue
                found = self.gazetteer.lookup(" ".join(words[at : at + size]))
                if known := [place for place in found if self._well_known(place)]:
                    return max(known, key=lambda place: place.magnitude + PRIOR[place.kind])
        return None

    def _well_known(self, place: Place) -> bool:
        """Whether half a name is enough: by its main name, and the larger the less the report says of the country."""
        least = 4.5 if self.shares.get(place.country or "") else 5.7
        return place.magnitude > least and place.likeness > 0.95

    def focus(self) -> Place | None:
        """The district or province that most of the report's places are in, or its one country; None for several.

        A capital is named wherever its government speaks.
        """
        if self._focused is None:
            rows = {place.row for _, place, _ in self._anchors() if self.gazetteer.is_capital(place)}
            self._focused = (self._in_focus(rows),)
        return self._focused[0]

    def _in_focus(self, but: Set[int] = frozenset()) -> Place | None:
        weights = self.hints or self.shares
        ranked = sorted(weights, key=lambda code: (-weights[code], code))
        several = len(ranked) > 1 and weights[ranked[1]] > _RUNNER_UP * weights[ranked[0]]
        row = self.gazetteer.country_row(ranked[0]) if ranked and not several else None
        country = self.gazetteer.place(row) if row is not None else None
        anchors = [anchor for anchor in self._anchors() if anchor[1].row not in but]
        for kind in ("district", "province"):
            rows: dict[int, float] = defaultdict(float)
            for _, place, weight in anchors:
                holder = place.row if place.kind == kind else place.district if kind == "district" else place.province
                if holder is not None:
                    rows[holder] += weight
            if rows and max(rows.values()) > _FOCUS * sum(weight for *_, weight in anchors):
                within = self.gazetteer.place(max(rows, key=lambda row: rows[row]))
                return country if country and within.country != country.country else within
        return country


def _unit(key: Key, sense: Sense) -> Place | None:
    """The district or province that a name with its kind word means, if one country alone has one: "Gaya District"."""
    said = KIND_WORDS.get(key[1] or "", ("",))[0]
    units = [place for place in sense.candidates if place.kind == said and place.likeness > 0.95]
    return units[0] if said in ("district", "province") and len({place.country for place in units}) == 1 else None
