"""The claims of one event → what the report as a whole says on each field.

One thing to know: this settles inside one report only. Rival reports are settled by merge.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from tacitus.assemble.counts.tolls import total
from tacitus.records.event import Claim, Settled
from tacitus.records.placenames import name_key
from tacitus.records.span import Span
from tacitus.records.value import ACTOR_FIELDS, TOLL_FIELDS, ActorValue, PlaceValue, TimeValue, TollValue, Value

#: Degrees between the middles of a district and of a smaller one inside it.
_NEXT_DOOR = 0.8
#: "Outside Aleppo … in the village of Haritan": what it happened beside gives way to where it happened, but "Haritan is
#: near Aleppo" only tells where Haritan is.
_BESIDE = re.compile(
    r"\b(?<!\bis )(?<!\bare )(?<!\blies )(?i:outside|near|(?<!and )(?<!or )around|close to|not far from|outskirts of|"
    r"(?:north|south)?-?(?:east|west|north|south)(?:ern)? of)\s+"
    r"(?:(?:the|of|city|town|village|capital|port|provincial|second|largest|besieged|ancient|nearby|[a-z]+ern|"
    r"(?:north|south)?-?(?:east|west|north|south)|"
    r"[a-z]+-(?:held|controlled)|[A-Z][\w’'-]*)\s+){0,6}$"
)
_WIDE = re.compile(
    r"\d|\b(?:roads?|highways?|routes?|regions?|zones?|forests?|districts?|provinces?|governorates?|countryside|"
    r"borders?|rivers?|hills|mountains?|desert|capital|city|bastion|stronghold|heartland)\b",
    re.I,
)
#: What tells a town from the province that bears its name.
_CITY = re.compile(r"\b(?:city|town|capital|municipality|downtown)\b", re.I)
#: What joins two of several places in which one thing happened.
_AND = re.compile(r"(?:,|,? and|,? as well as)(?: (?:in|at|near))?(?: the)?(?: (?:city|town|village)s?(?: of)?)? ")
#: "Between Harl and Senn": it happened on the way, and not in both.
_BETWEEN = re.compile(
    r"\b(?:between|from|linking|connecting)(?: the)?(?: (?:city|town|village|cities|towns|villages)(?: of)?)? $"
)
_OF = re.compile(r"of\s+")
_TOWNS = frozenset({"settlement", "city", "town", "village", "suburb"})
_BEFORE = 60  # characters before a place that may say that it happened beside it
_FINE = {"exact": 5, "settlement": 4, "district": 3, "province": 2, "country": 1, None: 0}


def settle(claims: Sequence[Claim], text: str, realis: str = "denied") -> tuple[Settled, ...]:
    """One entry for each field that is claimed, in the order of the claims.

    Of an event that was, nobody did it of whom it is only denied; of one that is ``denied`` as a whole all claims are.
    """
    fields: dict[str, list[Claim]] = {}
    for claim in claims:
        fields.setdefault(claim.field, []).append(claim)
    if realis != "denied" and all(c.stance == "denied" for c in fields.get("perpetrator", ())):
        fields.pop("perpetrator", None)
    counted = any(field in TOLL_FIELDS for field in fields)
    found = [Settled(field, _values(field, told, text, counted=counted)) for field, told in fields.items()]
    return tuple(entry for entry in found if entry.values)


def _values(field: str, claims: Sequence[Claim], text: str, *, counted: bool) -> tuple[Value, ...]:
    if field in TOLL_FIELDS:
        bounds = total(claims, text)
        return (TollValue(bounds.low, bounds.high),) if bounds else ()
    if field in ACTOR_FIELDS:
        return tuple(_parties(claims))
    if field == "place":
        return (_one_of(claims) or (_all_of(claims, text) if counted else None) or _place(claims, text),)
    if field in ("time", "deadline"):
        return (_narrowest([c.value for c in claims if isinstance(c.value, TimeValue)]),)
    return tuple(dict.fromkeys(c.value for c in claims))


def _parties(claims: Sequence[Claim]) -> list[Value]:
    """Each party once; "soldiers" beside the army they are of are no party of their own."""
    best: dict[str, ActorValue] = {}
    # Who denies that he did it, or only may have, is not said to have done it; of an event that is denied as a whole
    # all claims are denied.
    asserted = [claim for claim in claims if claim.stance not in ("denied", "possible")]
    denied = [] if any(claim.stance == "possible" for claim in claims) else claims
    for claim in sorted(asserted or denied, key=lambda c: -c.confidence):
        if isinstance(claim.value, ActorValue):
            best.setdefault(claim.value.actor or claim.value.name.lower(), claim.value)
    named = {value.kind for value in best.values() if value.actor}
    return [v for v in best.values() if v.actor or not (v.kind in named and v.name.islower())]


def _one_of(claims: Sequence[Claim]) -> PlaceValue | None:
    """Two towns of which it is only told that it was one or the other: both names, in what holds both, and no point."""
    if all(c.stance == "possible" for c in claims):
        return _joined([c.value for c in claims if isinstance(c.value, PlaceValue)], "or")
    return None


def _all_of(claims: Sequence[Claim], text: str) -> PlaceValue | None:
    """Several towns told side by side as those in which so many died: their names, in what holds all, and no point.

    None where one of them is told by itself too, or another place with it.
    """
    claims = [c for c in claims if c.stance != "possible"]
    places = [(c.span, c.value) for c in sorted(claims, key=lambda c: c.span) if isinstance(c.value, PlaceValue)]
    listed: dict[Span, PlaceValue] = {}
    for (one, a), (two, b) in pairwise(places):
        if _AND.fullmatch(text, one.end, two.start) and a.precision == b.precision != "country" and not _agree(a, b):
            between = _BETWEEN.search(text, max(0, one.start - _BEFORE // 2), one.start)
            listed |= {} if between else {one: a, two: b}
    others = [place for span, place in places if span not in listed]
    if any(_FINE.get(place.precision, 0) >= _FINE.get(p.precision, 0) for place in others for p in listed.values()):
        return None
    return _joined([*listed.values()], "and")


def _joined(places: Sequence[PlaceValue], word: str) -> PlaceValue | None:
    """Several places as one without a point, in the province or country that holds them all."""
    names = list(dict.fromkeys(place.name for place in places))
    if len(names) < 2:
        return None
    country = _common([place.country for place in places])
    admin1 = _common([place.admin1 for place in places]) if country else None
    name = f"{', '.join(names[:-1])} {word} {names[-1]}"
    return PlaceValue(name, None, country, admin1, precision="province" if admin1 else "country" if country else None)


def _common(names: Sequence[str | None]) -> str | None:
    return names[0] if len(set(names)) == 1 else None


def _place(claims: Sequence[Claim], text: str) -> PlaceValue:
    """Where it happened; of a town that it only happened near, with that precision."""
    claims = _without_namesakes([c for c in claims if c.stance != "possible"] or claims, text)
    if whole := _of_both(claims, text):
        return whole
    beside = [c for c in claims if _BESIDE.search(text[max(0, c.span.start - _BEFORE) : _name_of(c.span, text)])]
    within = [c for c in claims if c not in beside]
    near = _where(beside) if beside else None
    if near is None or near.precision != "settlement" or near.kind not in _TOWNS:
        return _village_of(claims, _where(claims))
    inside = [c.value for c in within if isinstance(c.value, PlaceValue)]
    towns = [c.value for c in beside if isinstance(c.value, PlaceValue)]
    if any(p.lat is not None and _is_spot(p) and not any(_may_hold(p, town) for town in towns) for p in inside):
        return _where(within)
    area = finest([p for p in inside if p.lat is not None and p.precision == "district" and _lies_by(p, near)])
    if area and area.admin1 == near.admin1:  # only its district is known: the town is nearer
        return replace(near, name=area.name, kind=area.kind, precision="district")
    if area:
        return area
    villages = (c for c in claims if isinstance(c.value, PlaceValue) and _is_village(c.value, near))
    village = max(villages, key=lambda c: c.confidence, default=None)
    if village is not None and isinstance(village.value, PlaceValue):
        return replace(near, name=village.value.name, kind=village.value.kind, precision="district")
    best = _where(claims)
    return replace(best, kind="settlement", precision="district") if best == near else best


def _lies_by(area: PlaceValue, town: PlaceValue) -> bool:
    """Whether an area that has a name and a point of its own is no container of the town that it lies by."""
    return _inside(area) and area.country == town.country and not _may_hold(area, town) and area.name != town.name


def _name_of(place: Span, text: str) -> int:
    """Where the name begins in words for a place: behind the "of" in "of Harl"."""
    of = _OF.match(text, place.start, place.end)
    return of.end() if of else place.start


def _is_spot(place: PlaceValue) -> bool:
    """Whether the gazetteer knows where it is, and not only what holds it."""
    return place.precision in ("exact", "settlement") or (
        place.precision == "district" and place.kind in ("city", "town")  # known by the district of its name
    )


def _village_of(claims: Sequence[Claim], best: PlaceValue) -> PlaceValue:
    """The village that is told surest of all, by the town that is told beside it: "in Harl … in Zarq village"."""
    surest = max(claims, key=lambda c: (c.confidence, c.value == best)).value
    if best.precision != "settlement" or best.kind not in _TOWNS or not isinstance(surest, PlaceValue):
        return best
    if surest.kind not in ("village", "hamlet") or not _is_village(surest, best):
        return best
    return replace(best, name=surest.name, kind=surest.kind, precision="district")


def _without_namesakes(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims without a bare name taken for the town where the same event is told in the province of that name."""
    towns = [c for c in claims if isinstance(c.value, PlaceValue) and c.value.precision == "settlement"]
    sure = {c.value.gazetteer_id for c in towns if isinstance(c.value, PlaceValue) and _is_told_as_town(c.span, text)}
    return [c for c in claims if c not in towns or not any(_is_province(p, c, sure, text) for p in claims)]


def _of_both(claims: Sequence[Claim], text: str) -> PlaceValue | None:
    """What holds two towns that are told side by side ("in Harl and Senn"), where neither alone is where it happened.

    That is the district or province that is told with them, or the town of its name.
    """
    places = [(c.span, c.value) for c in sorted(claims, key=lambda c: c.span) if isinstance(c.value, PlaceValue)]
    towns = [(span, place) for span, place in places if place.precision == "settlement"]
    listed = ((a, b) for (one, a), (two, b) in pairwise(towns) if _AND.fullmatch(text, one.end, two.start))
    both = next((pair for pair in listed if not _agree(*pair)), None)
    wide = [p for _, p in places if both and p not in both and all(_may_hold(p, town) for town in both)]
    return max(wide, key=lambda p: _FINE.get(p.precision, 0), default=None)


def _may_hold(place: PlaceValue, town: PlaceValue) -> bool:
    """Whether a place is the district or province of a town, or the town that bears its name."""
    if place.precision == "district":
        return place.name == place.admin2 == town.admin2
    named = place.admin1 and name_key(place.name) == name_key(place.admin1)
    return bool(named) and (place.admin1, place.country) == (town.admin1, town.country)


def _is_told_as_town(name: Span, text: str) -> bool:
    before, after = text[max(0, name.start - _BEFORE // 2) : name.start], text[name.start : name.end + 8]
    return bool(_CITY.search(before) or _CITY.search(after)) or before.endswith(("of ", "near ", "outside "))


def _is_province(claim: Claim, town: Claim, sure: Set[str | None], text: str) -> bool:
    """Whether a place is the province ("Harl province") that a town of its name ("Harl"), not told as one, lies in."""
    place, near = claim.value, town.value
    if not isinstance(place, PlaceValue) or not isinstance(near, PlaceValue) or place.precision != "province":
        return False
    if near.gazetteer_id in sure:
        return False
    name, told = town.span.of(text), claim.span.of(text)
    named = place.name == place.admin1 and name in told and name != told
    return named and place.admin1 == near.admin1 and place.country == near.country


def _is_village(place: PlaceValue, near: PlaceValue) -> bool:
    """Whether it has a name of its own that the gazetteer lacks, and may lie near a town; roads and units do not."""
    if not place.name[:1].isupper() or not _inside(place) or _WIDE.search(place.name):
        return False
    if place.precision not in (None, "province") and (place.precision, place.kind) != ("district", "village"):
        return False  # the gazetteer knows where it is
    if place.kind not in (None, "village", "town", "hamlet", "settlement", "area"):
        return False
    return place.admin1 in (None, near.admin1) and place.country in (None, near.country)


def _where(claims: Sequence[Claim]) -> PlaceValue:
    """The finest place that agrees with the surest: its container, itself, or what lies in it."""
    found = [(c.value, c.confidence) for c in claims if isinstance(c.value, PlaceValue)]
    located = [(place, sure) for place, sure in found if place.lat is not None] or found
    surest, _ = max(located, key=lambda pair: pair[1])
    agreeing = [(place, sure) for place, sure in located if _agree(place, surest)]
    return max(agreeing, key=lambda pair: (_FINE.get(pair[0].precision, 0), _inside(pair[0]), pair[1]))[0]


def finest(places: Sequence[PlaceValue]) -> PlaceValue | None:
    """The finest of places that may all hold one another ("Bela, Dadu District"); None where they differ."""
    if not places or not all(_agree(a, b) for a in places for b in places):
        return None
    return max(places, key=lambda place: (_FINE.get(place.precision, 0), _inside(place)))


def _inside(place: PlaceValue) -> bool:
    """Whether a place is more than the unit that locates it: a village known by its district, not the district."""
    return place.name not in (place.country, place.admin1, place.admin2)


def _agree(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether one place may hold the other, or be it: no container that both name differs."""
    coarser = min(one, other, key=lambda place: _FINE.get(place.precision, 0))
    if any(a and b and a != b for a, b in ((one.country, other.country), (one.admin1, other.admin1))):
        return False
    if one.admin2 and other.admin2 and one.admin2 != other.admin2:  # a district may hold a smaller one, close by
        return coarser.precision == "district" and _close(one, other)
    if coarser.precision == "settlement":  # two towns are one only if they are the same
        return one.gazetteer_id == other.gazetteer_id or "exact" in (one.precision, other.precision)
    return True


def _close(one: PlaceValue, other: PlaceValue) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(one.lat - other.lat) < _NEXT_DOOR and abs(one.lon - other.lon) < _NEXT_DOOR


_NARROW_FIRST = ("minute", "hour", "day", "week", "month", "season", "year", "decade", "relative")


def _narrowest(times: Sequence[TimeValue]) -> TimeValue:
    """The narrowest of the intervals; one with a day wins over a bare time of day.

    Of times that no date of publication places, the one that says least: the day before which it cannot have been.
    """
    rank = {precision: n for n, precision in enumerate(_NARROW_FIRST)}
    least = min(rank.get(t.precision, len(rank)) for t in times)
    found = [t for t in times if rank.get(t.precision, len(rank)) == least]
    bounded = [t.earliest for t in found if t.earliest]
    if found[0].precision == "relative" and bounded:
        return next(t for t in found if t.earliest == min(bounded))
    return found[0]
