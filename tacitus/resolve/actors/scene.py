"""Where those are at home of whom a report says nothing ("soldiers", "the court"): in the country where it is set.

In: the parties of a report, which of them are open, the country that it names most, and its places. Out: the parties.
One thing to know: where things happen tells more than what is named, for a capital is often named as a power that only
comments; what is named most stands in where the places are of several countries, and its own is among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue
from tacitus.resolve.actors.mentions import at_home
from tacitus.resolve.actors.table import ActorTable

#: A report is set in a country that this share of its places lie in, its dateline counted twice.
_SET = 0.6
#: How much a place says where somebody was killed or attacked, beside one that is only named.
_DEED = 3


def at_scene(
    values: Mapping[Span, ActorValue],
    bare: Mapping[Span, str],
    named: str | None,
    places: Mapping[Span, PlaceValue],
    *,
    dateline: Span | None,
    deeds: Collection[Span] = (),
    table: ActorTable,
) -> dict[Span, ActorValue]:
    """The parties, those of ``bare`` with the country where the report is set, or else with the one it ``named``.

    ``deeds`` are the places of violence.
    """
    told = [span for span, place in places.items() if place.country and place.lat is not None]  # others are guessed
    dated = [span for span in told if dateline and span.overlaps(dateline)]
    if named is not None and len(told) == len(dated):
        return at_home(values, bare, named, table)  # from Geneva they tell of other countries
    counts: Counter[str | None] = Counter()
    for span in told:
        counts[places[span].country] += _DEED if span in deeds else 1
    counts.update(places[span].country for span in dated)
    (most, count), *_ = [*counts.most_common(1), (None, 0)]
    if count and count >= _SET * counts.total():
        only_named = not any(
            places[s].country == most and (s in deeds or places[s].precision != "country") for s in told
        )
        if only_named and (home := _home_of_bands(values)) and home != most:
            return at_home(values, bare, home, table)  # "… escorted 400 people to Cameroon"
        return at_home(values, bare, most, table)
    if named is None or named not in counts:
        return dict(values)
    return at_home(values, bare, named, table)


def _home_of_bands(values: Mapping[Span, ActorValue]) -> str | None:
    """The country that all known armed groups of a report are of, if they are of one."""
    homes = {v.country for v in values.values() if v.actor and v.kind in ("rebel", "militia")}
    return homes.pop() if len(homes) == 1 else None
