"""What a report names near a mention: the district that holds a name nobody knows, and the namesake that is meant.

In: the text, the spans that name units or towns, and what they mean. Out: the unit named nearest, or whether a place
lies among those named in the same breath. One thing to know: a capital speaks for its government too, so that it holds
nothing unless the text says "in" it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from operator import eq

from tacitus.records.placenames import name_key, spoken
from tacitus.records.span import Span
from tacitus.resolve.places.gazetteer import Gazetteer, Place, kilometres
from tacitus.resolve.places.holding import HOLDING, REACH
from tacitus.resolve.places.words import DIRECTION

#: How far away the district of an unknown village may be named; characters.
TAKEN_UP = 600
#: What is named behind a village counts as this much farther off than what is named before it.
_AFTERWARDS = 1.5
#: What "and" joins behind it is beside it: "in the Mathare slum and three in Kisumu".
_AND, _BESIDE_IT = re.compile(r"\b(?:and|or|while|but)\b"), 5.0
_ONLY_AND = re.compile(r"\s*,?\s+(?:and|or|AND|OR)\s+(?:the\s+)?")
_STOP, _SENTENCE = re.compile(r"[.;!?]\s+|\n+"), 100
#: What is named in the same breath lies in one province, or no farther off than this (kilometres).
_BESIDE, _FAR = 60.0, REACH["province"] / 2
#: How far from what is named beside it, and from its town, a place is looked for that is spelled otherwise.
_NEAR = {"settlement": _BESIDE, "feature": _BESIDE, "district": REACH["district"], "province": REACH["province"]}
_IN_TOWN, _OVER_BORDER = 15.0, 30.0
#: How alike two names with more consonants than these must be as they are heard, where a town is named beside them.
_HEARD, _FEW, _SHORT = 0.8, 3, 5
_SOFT = re.compile("(?<=.)[aiu]")
_IN = re.compile(
    rf"\b(?:in|inside|around|across|near|outside|through|rocked|hit|shook) (?:the (?:city|capital) of )?"
    rf"(?:(?:downtown|{DIRECTION}) )?$"
)
#: "In the capital, police fired at a crowd by the gate."
_IN_CAPITAL = re.compile(r"\b[Ii]n the capital\b(?! of)")


@dataclass(slots=True)
class Near:
    """The units and towns that a report names, and where."""

    text: str
    units: Sequence[tuple[Span, Place]]
    gazetteer: Gazetteer
    #: The unknown names that were put in the unit named nearest.
    guessed: set[Span] = field(default_factory=set)
    #: The names that were found near by under another spelling, and how far from what is named beside them.
    heard: dict[Span, float] = field(default_factory=dict)
    #: Behind which characters a sentence ends, counted once for the text.
    stops: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        """Find where the sentences end."""
        self.stops = [m.start() + 1 for m in _STOP.finditer(self.text)]

    def unit(self, span: Span, focus: Place | None, *, wild: bool, city: bool) -> Place | None:
        """The district that is named nearest, or else the province, in its own sentence and before it first.

        ``city``: it may be in a city, and so in a capital ("the Zzorvel district"), where no village is.
        """
        begin = max(0, span.start - TAKEN_UP, self.text.rfind(". ", 0, span.start))
        if focus and _IN_CAPITAL.search(self.text, begin, span.start):
            capital = self.gazetteer.capital_in(focus.country)
            return self._unit(capital) if capital else None
        near = [
            (self._away(span, other), place)
            for other, place in self.units
            if not span.holds(other)
            and (city or not self.gazetteer.is_capital(place))
            and not (focus and focus.kind == "country" and self._apart(span, other))
            and not (wild and other.start > span.start and self._parted(span, other))
            and not ((wild or focus is None) and self._only_speaks(other, place))
            and (place.country == focus.country if focus else not self._parted(span, other))
        ]
        units = [(far, unit) for far, place in near if far < TAKEN_UP and (unit := self._unit(place))]
        listed = {
            place.row: self.gazetteer.place(place.province)
            for other, place in self.units
            if place.kind == "district" and place.province is not None and self._listed(span, other)
        }
        units = [(far, listed.get(unit.row, unit)) for far, unit in units]
        for kind in ("district", "province"):
            if found := [(far, unit) for far, unit in units if unit.kind == kind and unit.lat is not None]:
                self.guessed.add(span)
                return min(found, key=lambda pair: pair[0])[1]
        return None

    def town(self, span: Span, land: str | None) -> Place | None:
        """The town named nearest, before a quarter first: what is said to be a part of a town is in one of these."""
        near = [
            (self._away(span, other), place)
            for other, place in self.units
            if place.kind == "settlement"
            and not span.overlaps(other)
            and (place.country == land if land else not self._parted(span, other))
        ]
        return min(
            ((far, place) for far, place in near if far < TAKEN_UP), key=lambda pair: pair[0], default=(0, None)
        )[1]

    def lies_in(self, country: str | None) -> bool:
        """Whether the report names a place, and not only people, of that country."""
        return any(place.country == country for _, place in self.units)

    def is_strange(self, place: Place, *, hamlet: bool) -> bool:
        """Whether a place lies far from all that the report names, and a larger one in another country too."""
        others = [p for s, p in self.units if p.row != place.row and not self._only_speaks(s, p)]
        far = bool(others) and not any(_together(place, other, _FAR) for other in others)
        return far and (hamlet or all(other.country != place.country for other in others))

    def beside(self, places: Iterable[Place], span: Span, taken: Place | None) -> Iterator[Place]:
        """Those of the places that lie with one named in the same breath: in its province, or next to it.

        ``taken`` is what the name has been taken for.
        """
        around = self.around(span, {taken.row} if taken else set())
        for place in places if around else ():
            if any(_together(place, other, _BESIDE) for other in around if other.row != place.row):
                yield place

    def sounding(self, name: str, span: Span, held: Sequence[Place], taken: Place | None, part: bool) -> Place | None:
        """The town or village that sounds as a name nobody filed, in what it is ``held`` by or beside what is named.

        ``part``: it is a quarter, and so in the town. ``taken`` is what the name has been taken for.
        """
        heard: list[tuple[float, float, float, Place]] = []
        around = held or self.around(span, {taken.row} if taken else set())
        if not held and any(other.kind != "province" for other in around):
            around = [other for other in around if other.kind != "province"]  # "bound for the coast of Latakia"
        for other in around:
            if other.lat is None or other.lon is None or (part and other.kind != "settlement"):
                continue
            town = other.kind == "settlement"
            reach = _IN_TOWN if part or (held and town) else _NEAR[other.kind]
            for place in self.gazetteer.near(name, other.lat, other.lon, reach):
                if place.kind != "settlement" or place.row == other.row or place.country != other.country:
                    continue
                away = kilometres(place, other)
                beyond = place.province not in (other.province, other.row)
                if beyond and (other.kind == "province" or away > _OVER_BORDER):
                    continue
                like = heard_alike(name, place.name)
                if like >= (_HEARD if town else 1.0):
                    heard.append((-like, away if town else reach, away, place))
        if not heard:
            return None
        _, self.heard[span], _, best = min(heard, key=lambda each: each[:3])
        return best

    def around(self, span: Span, but: Set[int] = frozenset()) -> list[Place]:
        """The places of its own sentence and the one before, or else the last that were named."""
        others = [(s, p) for s, p in self.units if not s.overlaps(span) and p.row not in but]
        others = [(s, p) for s, p in others if abs(s.start - span.start) < TAKEN_UP and not self._only_speaks(s, p)]
        stops = [(self._stops(span, s), s, p) for s, p in others]
        near = [p for n, s, p in stops if n == 0 or (n == 1 and s.start < span.start)]
        if near:
            return near
        before = [(n, p) for n, s, p in stops if s.start < span.start]
        return [p for n, p in before if n == min(n for n, _ in before)]

    def _only_speaks(self, span: Span, place: Place) -> bool:
        """Whether a capital may stand for the government in it."""
        return self.gazetteer.is_capital(place) and not _IN.search(self.text, max(0, span.start - 40), span.start)

    def _parted(self, span: Span, other: Span) -> bool:
        """Whether a sentence ends between the two."""
        return self._stops(span, other) > 0

    def _apart(self, span: Span, other: Span) -> bool:
        """Whether the two stand in different paragraphs."""
        return "\n" in self.text[min(span.end, other.end) : max(span.start, other.start)]

    def _listed(self, span: Span, other: Span) -> bool:
        """Whether only "and" stands between the two: then one is beside the other, and not in it."""
        return _ONLY_AND.fullmatch(self.text, min(span.end, other.end), max(span.start, other.start)) is not None

    def _stops(self, span: Span, other: Span) -> int:
        first, last = min(span.end, other.end), max(span.start, other.start)
        return max(0, bisect_left(self.stops, last) - bisect_right(self.stops, first))

    def _away(self, span: Span, other: Span) -> float:
        """How far another mention is from this one: characters, with those that a sentence's end is worth."""
        far = max(0, max(span.start, other.start) - min(span.end, other.end))
        if far >= TAKEN_UP:
            return far  # too far, however many sentences end there
        far += _SENTENCE * self._stops(span, other)
        if other.start < span.start:
            return far
        between = self.text[span.end : other.start]
        return far * (_BESIDE_IT if _AND.search(between) else _AFTERWARDS)

    def _unit(self, place: Place) -> Place | None:
        """The district or province that a place is or lies in."""
        if place.kind in ("district", "province"):
            return place
        row = place.district if place.district is not None else place.province
        return self.gazetteer.place(row) if row is not None else None


def heard_alike(name: str, other: str) -> float:
    """How alike two spellings are as they are heard: 1, or less where one vowel stands for another; 0 if unlike."""
    key = name_key(name)
    one, two = spoken(key), spoken(name_key(other))
    bones = len(_SOFT.sub("", one))
    if one == two:
        return float(bones >= _FEW or len(one) >= _SHORT)
    return sum(map(eq, one, two)) / len(one) if len(one) == len(two) and bones > _FEW else 0.0


def _together(place: Place, other: Place, reach: float) -> bool:
    """Whether a place lies in the unit that another is, in its province, or near it."""
    if other.kind in HOLDING and other.row in (place.province, place.district):
        return True
    if place.province is not None and place.province == other.province:
        return True
    return place.row == other.province or kilometres(place, other) < reach
