"""Place mentions of one report → geocodes, each chosen with the whole report in view.

In go the report's text, the spans that name places and the countries of its actors; out comes a PlaceValue for every
span. The one thing to know: what the gazetteer lacks gets the point of the place that is said to hold it, with that
place's precision; what is near, or so many kilometres off, gets a coarser precision. No point is made up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.gazetteer import Gazetteer, Place, kilometres
from tacitus.resolve.placephrase import Named, Phrase, parse
from tacitus.resolve.placesense import HOLDING, Senses

#: From the finest to the coarsest.
PRECISIONS = ("exact", "settlement", "district", "province", "country")
_PRECISION = {
    "country": "country", "region": "province", "province": "province", "district": "district",
    "settlement": "settlement", "feature": "exact",
}  # fmt: skip
_CAPITALISED = re.compile(r"\b(?:U\.S\.(?:A\.)?|U\.K\.|(?:[A-Z][\w-]+)(?: (?:of )?[A-Z][\w-]+){0,2})")


def resolve_places(
    text: str, spans: Sequence[Span], *, countries: Mapping[str, float], gazetteer: Gazetteer
) -> dict[Span, PlaceValue]:
    """The geocode of every span; ``countries`` are weights of ISO alpha-3 codes, from the actors and the dateline."""
    phrases = {span: parse(text, span) for span in spans}
    senses = Senses(gazetteer, _country_shares(text, countries, gazetteer), countries)
    for phrase in phrases.values():
        senses.take(phrase)
    senses.weigh_surroundings()
    geocoder = _Geocoder(senses)
    return {span: geocoder.value(phrase) for span, phrase in phrases.items()}


def finest(places: Sequence[PlaceValue]) -> PlaceValue:
    """The most precise of several places linked to one event; the first of equals."""
    order = {precision: rank for rank, precision in enumerate(PRECISIONS)}
    return min(places, key=lambda place: order.get(place.precision or "", len(order)))


class _Geocoder:
    """Turns phrases into values once all names of the report are weighed."""

    def __init__(self, senses: Senses) -> None:
        self.senses = senses
        self.gazetteer = senses.gazetteer

    def value(self, phrase: Phrase) -> PlaceValue:
        """The geocode of one mention."""
        place = self.senses.meant(phrase.head)
        holders = [found for named in phrase.holders if (found := self.senses.meant(named))]
        if place and phrase.head and self.senses.contradicted(place, phrase):
            place = None
        other = self.senses.meant(phrase.other)
        if place and other:
            return self._between(phrase, place, other)
        if place and phrase.head:
            return self._found(phrase, phrase.head, place, holders)
        return self._within(phrase, holders)

    def _found(self, phrase: Phrase, head: Named, place: Place, holders: list[Place]) -> PlaceValue:
        """A place of the gazetteer, as the words around its name have it."""
        value = self._as_value(place, holders)
        kinds = head.kinds
        if kinds and kinds != ("feature",) and place.kind not in kinds:
            # "Gaya district", and only the town is known: its point, with the precision of what was said.
            value = replace(value, precision=_PRECISION[kinds[0]], kind=kinds[0])
        if kinds == ("feature",) and place.kind not in ("feature", "region"):
            # "Maran forest": the point of Maran. A market or a bridge in a town is no finer than the town.
            value = replace(value, name=phrase.text)
            coarse = phrase.wide and value.precision in ("exact", "settlement")
            value = replace(value, precision="district") if coarse else value
        elif head.kind_word:
            value = replace(value, kind=head.kind_word)
        if phrase.relation in ("offset", "near"):
            return replace(value, name=phrase.text, precision=_coarser(value.precision))
        return replace(value, name=phrase.text) if phrase.relation == "part" and value.kind == "country" else value

    def _within(self, phrase: Phrase, holders: list[Place]) -> PlaceValue:
        """What is not in the gazetteer: the finest place that is said to hold it, under the name in the text."""
        name = phrase.text if phrase.head is None else phrase.head.readings[0]
        kind = phrase.head.kind_word if phrase.head else None
        for named in sorted(phrase.holders, key=lambda named: not named.certain):
            holder = self.senses.meant(named)
            said = named.kinds[0] if named.kinds else ""
            if holder and (named.certain or said in HOLDING or holder.kind in HOLDING or phrase.head is None):
                value = self._as_value(holder, holders)
                if said in HOLDING and value.precision == "settlement":
                    value = replace(value, precision=_PRECISION[said])
                if phrase.head is None:
                    near = phrase.relation in ("near", "offset")
                    return replace(value, precision=_coarser(value.precision)) if near else value
                return replace(value, name=name, kind=kind)
        inside = self.senses.in_the_name(name)
        where = inside or self.senses.focus()
        if where is None:
            return PlaceValue(name, kind)
        return replace(self._as_value(where, []), name=name, kind=kind)

    def _between(self, phrase: Phrase, one: Place, other: Place) -> PlaceValue:
        """A road or border: half way between its ends, no finer than a district."""
        value = self._as_value(one, [])
        shared = {
            "country": one.country if one.country == other.country else None,
            "admin1": value.admin1 if one.province == other.province else None,
            "admin2": value.admin2 if one.district == other.district else None,
        }
        lat, lon = one.lat, one.lon
        if one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None:
            lat, lon = round((one.lat + other.lat) / 2, 5), round((one.lon + other.lon) / 2, 5)
        precision = max(_PRECISION[one.kind], _PRECISION[other.kind], "district", key=PRECISIONS.index)
        if kilometres(one, other) > 100:
            precision = max(precision, "province", key=PRECISIONS.index)
        return PlaceValue(phrase.text, "road", **shared, lat=lat, lon=lon, precision=precision)

    def _as_value(self, place: Place, holders: Iterable[Place]) -> PlaceValue:
        province = place.row if place.kind == "province" else place.province
        district = place.row if place.kind == "district" else place.district
        for holder in holders:  # the report may know the district where the gazetteer does not
            if holder.kind == "district" and district is None and place.kind in ("settlement", "feature"):
                district = holder.row
            if holder.kind == "province" and province is None and place.kind not in ("country", "province", "region"):
                province = holder.row
        lat, lon, precision = place.lat, place.lon, _PRECISION[place.kind]
        if lat is None and province is not None:  # a district that no source locates
            lat, lon, precision = self.gazetteer.place(province).lat, self.gazetteer.place(province).lon, "province"
        if place.kind == "region" and place.country is None:
            precision = "country"
        return PlaceValue(
            name=place.name,
            kind=place.kind,
            country=place.country,
            admin1=self.gazetteer.place(province).name if province is not None else None,
            admin2=self.gazetteer.place(district).name if district is not None else None,
            lat=lat,
            lon=lon,
            precision=precision if lat is not None else None,
            gazetteer_id=self.gazetteer.id_of(place),
        )


def _coarser(precision: str | None) -> str | None:
    """One step up from a settlement or finer; a province stays a province, as "near" does not leave it."""
    return {"exact": "district", "settlement": "district", "district": "province"}.get(precision or "", precision)


def _country_shares(text: str, hints: Mapping[str, float], gazetteer: Gazetteer) -> dict[str, float]:
    """How much of the report is about each country, 0 to 1: countries and nationalities it names, and its actors'."""
    weights: Counter[str] = Counter()
    for found in _CAPITALISED.findall(text):
        if code := gazetteer.country_named(found):
            weights[code] += 1
        elif " " in found and (code := gazetteer.country_named(found.split()[0])):
            weights[code] += 1
    named = {code: 0.3 + 0.7 * count / max(weights.values()) for code, count in weights.items()}
    most = max(hints.values(), default=0.0)
    actors = {code: weight / most for code, weight in hints.items() if most > 0}
    return {code: max(named.get(code, 0.0), actors.get(code, 0.0)) for code in {**named, **actors}}
