"""Which countries a report is about: by what it names, and by where its places lie.

In: the text and the gazetteer, or the places found. Out: a share for each country, or the one. One thing to know: a
country that is only "neighbouring" says nothing where no other is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from tacitus.records.value import PlaceValue
from tacitus.resolve.places.gazetteer import DEMONYM, Gazetteer
from tacitus.resolve.places.parties import CAPITALISED
from tacitus.resolve.places.phrase import Phrase
from tacitus.resolve.places.words import DIRECTION, is_next_door

#: A country is a report's own if more than this part of its places lie there.
_MAIN = 0.67
#: A report that names no country is half of that of its dateline's town, which is no capital and no city of this many
#: people (power of ten): from those, papers and agencies tell of other countries too.
_DATED, _CITY = 0.5, 5.7

#: "In Syria shells fell", "across northern Mali": where it happened, and not only who did it.
_WITHIN = re.compile(
    rf"\b(?:in|inside|across|throughout|within|into) (?:the )?(?:(?:far )?{DIRECTION} )?"
    r"(?P<name>(?-i:[A-Z][\w-]+(?: (?:of )?[A-Z][\w-]+){0,2}))",
    re.IGNORECASE,
)


def main_country(values: Iterable[PlaceValue]) -> str | None:
    """The country that a report's places lie in; None where two compete."""
    counts = Counter(value.country for value in values if value.country)
    if not counts:
        return None
    country, count = counts.most_common(1)[0]
    return country if count > _MAIN * counts.total() else None


def country_shares(text: str, hints: Mapping[str, float], gazetteer: Gazetteer) -> dict[str, float]:
    """How much of the report is about each country, 0 to 1: countries and nationalities it names, and its actors'."""
    weights: Counter[str] = Counter()
    next_to_it: Counter[str] = Counter()
    for match in CAPITALISED.finditer(text):
        found = match[0]
        code = gazetteer.country_named(found) or (" " in found and gazetteer.country_named(found.split()[0])) or None
        if code:
            weights[code] += 1
            next_to_it[code] += is_next_door(text, match.start())
    if weights == next_to_it:
        weights.clear()  # "from neighbouring Iraq": the report is set in another country, which it does not name
    named = {code: 0.3 + 0.7 * count / max(weights.values()) for code, count in weights.items()}
    most = max(hints.values(), default=0.0)
    actors = {code: weight / most for code, weight in hints.items() if most > 0}
    return {code: max(named.get(code, 0.0), actors.get(code, 0.0)) for code in {**named, **actors}}


def set_in(text: str, gazetteer: Gazetteer) -> set[str]:
    """The countries that a text names as those where something is."""
    return {
        place.country
        for match in _WITHIN.finditer(text)
        for place in gazetteer.lookup(match["name"])[:1]
        if place.kind == "country" and place.country and place.likeness > DEMONYM
    }


def dated_from(dateline: Phrase, gazetteer: Gazetteer) -> dict[str, float]:
    """The country of the town that a report is dated from, where only one has a town of that name."""
    readings = dateline.head.readings if dateline.head else ()
    towns = [place for place in gazetteer.lookup(readings[0]) if place.likeness > DEMONYM] if readings else []
    if any(town.magnitude >= _CITY or gazetteer.is_capital(town) for town in towns):
        return {}
    lands = {town.country for town in towns if town.country}
    return {land: _DATED for land in lands} if len(lands) == 1 else {}
