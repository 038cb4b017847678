"""Which countries a report is about: by what it names, and by where its places lie.

In: the text and the gazetteer, or the places found. Out: a share for each country, or the one. One thing to know: a
country that is only "neighbouring" says nothing where no other is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tacitus.records.value import PlaceValue
from tacitus.resolve.gazetteer import Gazetteer
from tacitus.resolve.placeparties import CAPITALISED
from tacitus.resolve.placewords import is_next_door

#: A country is a report's own if more than this part of its places lie there.
_MAIN = 0.67


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
