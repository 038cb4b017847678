"""Place mentions of one report → geocodes, each chosen with the whole report in view.

In go the report's text, the spans that name places and the countries of its actors; out comes a PlaceValue for every
span. The one thing to know: what the gazetteer lacks gets the point of the place that is said to hold it, with that
place's precision; what is near, or so many kilometres off, gets a coarser precision. No point is made up.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.places.borders import is_beyond, says_where, this_side
from tacitus.resolve.places.choice import TOWN
from tacitus.resolve.places.gazetteer import Gazetteer, Place, kilometres
from tacitus.resolve.places.grounds import Grounds
from tacitus.resolve.places.heads import with_heads
from tacitus.resolve.places.holding import HOLDING
from tacitus.resolve.places.lands import country_shares, dated_from, set_in
from tacitus.resolve.places.near import Near
from tacitus.resolve.places.parties import LARGE
from tacitus.resolve.places.phrase import Named, Phrase, districts_of_offices, parse
from tacitus.resolve.places.sense import GUESSED, HAMLET, Senses
from tacitus.resolve.places.spans import own_units, parted, whole, with_homes
from tacitus.resolve.places.taken import PRECISION, capitals, taken_up
from tacitus.resolve.places.words import KIND_WORDS, LINES, PARTS, VILLAGES

#: From the finest to the coarsest.
PRECISIONS = ("exact", "settlement", "district", "province", "country")
#: How much a dateline says of where a report's places lie, beside a place that it names once.
_DATELINE = 0.5
#: No road or border is named after villages that lie farther apart (kilometres).
_LONG = 300.0
#: So near the middle of the province that is said to hold it, a village's own table may be wrong about its province.
_BY_BORDER = 100.0
_RIVER = re.compile(r"\b(?:across|along|crossed|crossing|over|banks? of) the $")
_OWNER = re.compile(r"\b([A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s (?:(?:the|[a-z-]+) )?$")
#: The kind of what runs between two places.
_LINE = "road"


def resolve_places(
    text: str,
    spans: Sequence[Span],
    *,
    countries: Mapping[str, float],
    gazetteer: Gazetteer,
    names: Sequence[Span] = (),
    dateline: Span | None = None,
    published: date | None = None,
    actors: Iterable[str | None] = (),
) -> dict[Span, PlaceValue]:
    """The geocodes of the spans that name a place or take one up; ``countries`` are weights of ISO alpha-3 codes.

    ``names`` and the dateline tell where the report is set, and have a value only if the gazetteer knows them.
    ``actors`` are the ids of its parties; provinces are those of the day it was ``published``.
    """
    units = own_units(text, spans, gazetteer)
    mentions = {span: parted(parse(text, whole(text, span, gazetteer), units), gazetteer) for span in spans}
    others = {
        span: parted(parse(text, whole(text, span, gazetteer)), gazetteer) for span in names if span not in mentions
    }
    mentions = with_heads(text, with_homes(mentions), gazetteer)
    shares = country_shares(text, countries, gazetteer)
    if not shares and dateline is not None:
        shares = dated_from(parse(text, dateline), gazetteer)
    senses = Senses(gazetteer, shares, countries, Grounds(actors), set_in(text, gazetteer))
    for phrase in (*mentions.values(), *others.values()):
        senses.take(phrase)
    if dateline is not None and dateline not in mentions:
        others[dateline] = parse(text, dateline)
        senses.take(others[dateline], _DATELINE)
    offices = {
        span: phrase
        for span, phrase in districts_of_offices(text).items()
        if not any(span.overlaps(other) for other in (*mentions, *others)) and senses.names_district(phrase)
    }
    for phrase in offices.values():
        senses.take(phrase)
    senses.weigh_surroundings()
    meant = (senses.meant(phrase.head) for phrase in mentions.values())
    lands = Counter(p.country for p in meant if p and p.country and p.kind in ("country", "province"))
    geocoder = _Geocoder(text, senses, {**mentions, **others, **offices}, published, lands)
    found = {span: geocoder.value(phrase, span) for span, phrase in mentions.items() if says_where(phrase)}
    found |= {span: value for span, phrase in others.items() if (value := geocoder.known(phrase))}
    found |= geocoder.agreed(mentions, found)
    found |= _named_again(mentions, found)
    found |= {span: geocoder.as_value(place) for span, place in capitals(text, mentions, found, gazetteer)}
    for span, phrase in mentions.items():
        if span not in found and (value := taken_up(text, phrase, span, found)):
            found[span] = value
    return found


def _named_again(phrases: Mapping[Span, Phrase], found: Mapping[Span, PlaceValue]) -> dict[Span, PlaceValue]:
    """The values of bare names that another mention has with its holder: a report does not change what a name means."""
    held: dict[str, PlaceValue] = {}
    for span, phrase in sorted(phrases.items()):
        if span in found and found[span].gazetteer_id and phrase.head and phrase.head.readings and phrase.holders:
            if phrase.holders[0].certain:
                held.setdefault(phrase.head.readings[-1], found[span])
    return {
        span: held[phrase.head.readings[-1]]
        for span, phrase in phrases.items()
        if phrase.head and phrase.head.readings and not phrase.holders and not phrase.other and phrase.relation == "at"
        and phrase.head.readings[-1] in held and span in found
        and found[span].country != held[phrase.head.readings[-1]].country
    }  # fmt: skip


def finest(places: Sequence[PlaceValue]) -> PlaceValue:
    """The most precise of several places linked to one event; the first of equals."""
    order = {precision: rank for rank, precision in enumerate(PRECISIONS)}
    return min(places, key=lambda place: order.get(place.precision or "", len(order)))


#: What is said to hold a place, from the nearest to the widest, and whether the words leave no doubt.
_Holders = Sequence[tuple[Place, bool]]


class _Geocoder:
    """Turns phrases into values once all names of the report are weighed."""

    def __init__(
        self,
        text: str,
        senses: Senses,
        phrases: Mapping[Span, Phrase],
        published: date | None,
        lands: Mapping[str, int],
    ) -> None:
        self.text = text
        #: How often the report speaks of places in each country; who acts there may be of another.
        self.lands = lands
        self.senses = senses
        self.gazetteer = senses.gazetteer
        self.published = published
        units = [
            (span, place)
            for span, phrase in phrases.items()
            for named in (phrase.head, *phrase.holders)
            if (place := self.senses.meant(named))
            and named
            and named.kind_word not in LINES
            and place.kind not in ("country", "region")
            and place.likeness >= GUESSED
        ]
        self.near = Near(text, units, self.gazetteer)

    def agreed(self, phrases: Mapping[Span, Phrase], found: Mapping[Span, PlaceValue]) -> dict[Span, PlaceValue]:
        """The values of unknown names, each as where most of its mentions put it: a name means one place."""
        names: dict[tuple[str, ...], list[Span]] = defaultdict(list)
        for span in sorted({*self.near.guessed, *self.near.heard}):
            if (head := phrases[span].head) is not None:
                names[head.readings[-1:]].append(span)
        agreed: dict[Span, PlaceValue] = {}
        for spans in names.values():
            units = Counter(found[span].gazetteer_id for span in spans)
            best = next(found[span] for span in spans if found[span].gazetteer_id == units.most_common(1)[0][0])
            if heard := [(self.near.heard[span], span) for span in spans if span in self.near.heard]:
                best = found[min(heard)[1]]
            # "Rafah district": what the same name without its kind word means in another country is not meant.
            head = phrases[spans[0]].head
            also = (s for s, p in phrases.items() if head and p.head and p.head.readings[-1:] == head.readings[-1:])
            spans += [s for s in also if s not in spans and s in found and found[s].country != best.country]
            agreed |= {span: replace(best, name=found[span].name, kind=found[span].kind) for span in spans}
        return agreed

    def known(self, phrase: Phrase) -> PlaceValue | None:
        """The geocode of a name that need not be a place's; None unless the gazetteer has it."""
        place = self.senses.meant(phrase.head)
        if (
            place is None
            or phrase.head is None
            or phrase.other
            or place.likeness < GUESSED
            or self.senses.contradicted(place, phrase)
        ):
            return None
        return self._found(phrase, phrase.head, place, [])

    def value(self, phrase: Phrase, span: Span) -> PlaceValue:
        """The geocode of one mention."""
        place = self.senses.meant(phrase.head)
        holders = [(found, named.certain) for named in phrase.holders if (found := self._holder(named, phrase))]
        if place and phrase.head and self.senses.contradicted(place, phrase):
            place = None
        if phrase.head and phrase.relation != "between":
            place = self._named_here(phrase, phrase.head, place, span)
        other = self.senses.meant(phrase.other)
        if place and other and min(place.magnitude, other.magnitude) < LARGE and kilometres(place, other) > _LONG:
            place = other = None  # a namesake of one end
        bare = place and place.kind == "settlement" and phrase.head and phrase.head.kind_word is None
        if bare and _RIVER.search(self.text, max(0, span.start - 20), span.start):
            place = None  # "across the Dnipro": no town has an article
        if place and phrase.head and phrase.head.kinds == ("feature",) and place.kind != "feature":
            place = None if self._abroad(place) else place  # a road or gate that borrows a foreign town's name
        if place and other:
            return self._between(phrase, place, other, holders)
        if phrase.relation == "between" and (end := place or other):  # of the other end nobody knows
            value = self._as_value(end, holders)
            return replace(value, name=phrase.text, kind=_LINE, precision=_coarser(value.precision))
        if place and is_beyond(phrase, place):
            side = this_side(self.near, span, place, self.senses.focus(), self.senses.shares)
            if (land := self.gazetteer.country_row(side or "")) is not None:
                return replace(self.as_value(self.gazetteer.place(land)), name=phrase.text, kind="border")
        if place and phrase.head:
            return self._found(phrase, phrase.head, place, holders)
        return self._within(phrase, holders, span)

    def _named_here(self, phrase: Phrase, head: Named, place: Place | None, span: Span) -> Place | None:
        """The place that a name means, unless it is little known and a namesake lies with what is named beside it."""
        if place and (self.senses.is_well_known(place) or self.senses.vouched(place, phrase)):
            return place
        if place and any(self.near.beside([place], span, None)):
            return place
        namesakes = [each for each in self.senses.namesakes(head) if place is None or each.row != place.row]
        for other in self.near.beside(namesakes, span, self.senses.meant(head)):
            if not self.senses.contradicted(other, phrase):
                return other
        if (place is None or place.magnitude < TOWN) and (heard := self._heard(phrase, head, span)):
            filed = [each for each in self.gazetteer.lookup(head.readings[-1]) if each.likeness >= 1]
            there = next((each for each in filed if each.province == heard.province), None)
            if there is None:
                return heard
            del self.near.heard[span]  # one of that very name lies there too
            return there
        guessed = place is not None and place.likeness < GUESSED
        return None if place and guessed and self.near.is_strange(place, hamlet=place.magnitude < HAMLET) else place

    def _heard(self, phrase: Phrase, head: Named, span: Span) -> Place | None:
        """The place near by that only sounds as the name does."""
        if not head.readings or (head.kinds and "settlement" not in head.kinds and head.kind_word not in PARTS):
            return None
        held = [found for named in phrase.holders if named.certain and (found := self._holder(named, phrase))]
        held = [place for place in held if place.kind not in ("country", "region")][:1]
        taken, part = self.senses.meant(head), self._is_part(phrase, span)
        return self.near.sounding(head.readings[-1], span, held, taken, part)

    def _found(self, phrase: Phrase, head: Named, place: Place, holders: _Holders) -> PlaceValue:
        """A place of the gazetteer, as the words around its name have it."""
        value = self._as_value(place, holders)
        kinds = head.kinds
        if kinds and kinds != ("feature",) and place.kind not in kinds:
            # "Gaya district", and only the town is known: its point, with the precision of what was said.
            said = PRECISION[kinds[0]]
            coarser = max(said, value.precision or said, key=PRECISIONS.index)
            value = replace(
                value, precision=value.precision and coarser, kind=kinds[0] if coarser == said else place.kind
            )
        if kinds == ("feature",) and place.kind not in ("feature", "region"):
            # "Maran forest": the point of Maran. A market or a bridge in a town is no finer than the town.
            value = replace(value, name=phrase.text)
            coarse = phrase.wide and value.precision in ("exact", "settlement")
            value = replace(value, precision="district") if coarse else value
        elif head.kind_word and place.kind not in ("country", "region"):
            value = replace(value, kind=head.kind_word)
        if phrase.relation in ("offset", "near"):
            return replace(value, name=phrase.text, precision=_coarser(value.precision))
        return replace(value, name=phrase.text) if phrase.relation == "part" and value.kind == "country" else value

    def _within(self, phrase: Phrase, holders: _Holders, span: Span) -> PlaceValue:
        """What is not in the gazetteer: the finest place that is said to hold it, under the name in the text."""
        line = phrase.relation == "between"
        name = phrase.head.readings[0] if phrase.head and phrase.head.readings and not line else phrase.text
        kind = _LINE if line else phrase.head.kind_word if phrase.head else None
        for named in sorted(phrase.holders, key=lambda named: not named.certain):
            holder = self._holder(named, phrase)
            said = named.kinds[0] if named.kinds else ""
            if holder and (named.certain or said in HOLDING or holder.kind in HOLDING or phrase.head is None):
                value = self._as_value(holder, holders)
                if said in HOLDING and value.precision == "settlement":
                    value = replace(value, precision=PRECISION[said])
                if phrase.head is None:
                    own = KIND_WORDS.get((phrase.text.lower().split() or [""])[-1], ())
                    if own and own[0] in HOLDING and value.precision == "settlement":  # "the province" of "of Idlib"
                        value = replace(value, precision=PRECISION[own[0]])
                    near = phrase.relation in ("near", "offset")
                    return replace(value, precision=_coarser(value.precision)) if near else value
                return replace(value, name=name, kind=kind)
        inside = self.senses.in_the_name(name)
        if inside and (self._abroad(inside) or self.senses.apart(inside, phrase.head)):
            inside = None  # "the Nasr gate" of a report from Syria is not in Nasr City, Cairo
        wild = phrase.head is not None and phrase.head.kinds == ("feature",)
        focus = self.senses.focus()
        if wild and focus and focus.kind == "country":
            focus = None  # a valley that nobody knows may lie in another country than the report's
        if focus and focus.kind == "country" and 2 * self.lands.get(focus.country or "", 0) < sum(self.lands.values()):
            focus = None  # the country of those who act: American strikes on a village in Syria
        if focus and focus.kind == "country" and not self._set_in(focus.country):
            focus = None  # and "an Uzbek trader was seized in" a town that nobody knows
        city = phrase.head is not None and phrase.head.kind_word is not None and phrase.head.kind_word not in VILLAGES
        town = self.near.town(span, focus.country if focus else None) if self._is_part(phrase, span) else None
        where = inside or town or self.near.unit(span, self.senses.focus(), wild=wild, city=city) or focus
        where = self._of_owner(span, where)
        if where is None:
            return PlaceValue(name, kind)
        return replace(self._as_value(where, []), name=name, kind=kind)

    def _of_owner(self, span: Span, where: Place | None) -> Place | None:
        """The land right before a place ("northern Iraq's Qandil mountains"), if it was put in another."""
        owner = _OWNER.search(self.text, max(0, span.start - 40), span.start)
        land = self.gazetteer.country_row(self.gazetteer.country_called(owner[1]) or "") if owner else None
        if land is None or (where and where.country == self.gazetteer.place(land).country):
            return where
        return self.gazetteer.place(land)

    def _is_part(self, phrase: Phrase, span: Span) -> bool:
        """Whether the words are those of a town's quarter."""
        if phrase.head and phrase.head.kind_word:
            return phrase.head.kind_word in PARTS
        words = f"{phrase.text}{self.text[span.end : span.end + 20].partition(',')[0]}".split()
        named = len(phrase.text.split())
        return any(word.strip(".;:") in PARTS for word in words[named - 1 : named + 1])

    def _abroad(self, place: Place) -> bool:
        """Whether the report is known to speak of countries, and never of this place's."""
        focus = self.senses.focus()
        told = {*self.lands, *((focus.country,) if focus else ())}
        return bool(told) and place.country is not None and place.country not in told

    def _set_in(self, country: str | None) -> bool:
        """Whether the report names a place of that country, or it as one, and not only its people."""
        return country in self.senses.set_in or self.near.lies_in(country)

    def _holder(self, named: Named, phrase: Phrase) -> Place | None:
        """The place that holds the mention, unless what is said to hold it in turn says otherwise."""
        place = self.senses.meant(named)
        if place is None:
            return None
        wider = phrase.holders[phrase.holders.index(named) + 1 :]
        return None if self.senses.contradicted(place, Phrase(phrase.text, named, wider)) else place

    def _between(self, phrase: Phrase, one: Place, other: Place, holders: _Holders) -> PlaceValue:
        """A road or border: half way between its ends, no finer than a district."""
        value = self._as_value(one, [])
        shared = {
            "country": one.country if one.country == other.country else None,
            "admin1": value.admin1 if one.province == other.province else None,
            "admin2": value.admin2 if one.district == other.district else None,
        }
        for holder, certain in holders:  # "the X-Y road in Gaya District"
            if certain and holder.kind == "district" and shared["admin2"] is None:
                shared |= {"admin1": self._province_then(holder.province), "admin2": holder.name}
        lat, lon = one.lat, one.lon
        if one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None:
            lat, lon = round((one.lat + other.lat) / 2, 5), round((one.lon + other.lon) / 2, 5)
        precision = max(PRECISION[one.kind], PRECISION[other.kind], "district", key=PRECISIONS.index)
        if kilometres(one, other) > 100:
            precision = max(precision, "province", key=PRECISIONS.index)
        return PlaceValue(phrase.text, _LINE, **shared, lat=lat, lon=lon, precision=precision)

    def as_value(self, place: Place) -> PlaceValue:
        """The geocode of a place that is known already."""
        return self._as_value(place, [])

    def _as_value(self, place: Place, holders: _Holders) -> PlaceValue:
        province = place.row if place.kind == "province" else place.province
        district = place.row if place.kind == "district" else place.district
        small, below = place.kind in ("settlement", "feature"), place.kind not in ("country", "province", "region")
        for holder, certain in holders:  # the report may know the district where the gazetteer does not
            unknown = district is None if small else certain and place.kind == "district" and district == place.row
            if holder.kind == "district" and holder.row != place.row and unknown:
                district, province = holder.row, holder.province if certain and holder.province else province
            by_border = certain and small and kilometres(place, holder) < _BY_BORDER
            if holder.kind == "province" and (province is None or by_border) and below:
                province = holder.row
        lat, lon, precision = place.lat, place.lon, PRECISION[place.kind]
        if lat is None and province is not None:  # a district that no source locates
            lat, lon, precision = self.gazetteer.place(province).lat, self.gazetteer.place(province).lon, "province"
        if place.kind == "region" and place.country is None:
            precision = "country"
        state = self.gazetteer.country_row(place.country or "")
        return PlaceValue(
            name=place.name,
            kind=place.kind,
            country=self.senses.times.country(state, self.published) or place.country,
            admin1=self._province_then(province),
            admin2=self.gazetteer.place(district).name if district is not None else None,
            lat=lat,
            lon=lon,
            precision=precision if lat is not None else None,
            gazetteer_id=self.gazetteer.id_of(place),
        )

    def _province_then(self, row: int | None) -> str | None:
        """The name of the province on the day of the report."""
        if row is None:
            return None
        return self.senses.times.province(row, self.published) or self.gazetteer.place(row).name


def _coarser(precision: str | None) -> str | None:
    """One step up from a settlement or finer; a province stays a province, as "near" does not leave it."""
    return {"exact": "district", "settlement": "district", "district": "province"}.get(precision or "", precision)
