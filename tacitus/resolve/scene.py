"""Where those are at home of whom a report says nothing ("soldiers", "the court"): in the country where it is set.

In: the parties of a report, which of them are open, the country that it names most, and its places. Out: the parties.
One thing to know: where things happen tells more than what is named, for a capital is often named as a power that only
comments; what is named most stands in where the places are of several countries, and its own is among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue
from tacitus.resolve.actor_table import ActorTable
from tacitus.resolve.actors import at_home

#: A report is set in a country that more than this share of its places lie in, its dateline counted twice.
_SET = 0.6


def at_scene(
    values: Mapping[Span, ActorValue],
    bare: Mapping[Span, str],
    named: str | None,
    places: Mapping[Span, PlaceValue],
    *,
    dateline: Span | None,
    table: ActorTable,
) -> dict[Span, ActorValue]:
    """The parties, those of ``bare`` with the country where the report is set, or else with the one it ``named``."""
    lands = [(span.start, place.country) for span, place in sorted(places.items()) if place.country]
    dated = [country for start, country in lands if dateline and dateline.start <= start < dateline.end]
    if named is not None and len(lands) == len(dated):
        return at_home(values, bare, named, table)  # from Geneva they tell of other countries
    counts = Counter([*(country for _, country in lands), *dated])
    (most, count), *_ = [*counts.most_common(1), (None, 0)]
    if count > _SET * counts.total():
        return at_home(values, bare, most, table)
    if named is None or named not in counts:
        return dict(values)
    return at_home(values, bare, named, table)
