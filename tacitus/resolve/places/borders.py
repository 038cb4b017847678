"""A border of which only the land beyond is named: "near the Turkish border" is told of what lies on this side.

In: a mention and the places that the report names. Out: the country on whose side it is. One thing to know: the land
of the places named in the same breath says most; where the report tells of none but the land beyond, that is taken.
"""

from __future__ import annotations

from collections.abc import Collection

from tacitus.records.span import Span
from tacitus.resolve.places.gazetteer import Place, kilometres
from tacitus.resolve.places.holding import REACH
from tacitus.resolve.places.near import Near
from tacitus.resolve.places.phrase import Phrase

_BORDERS = frozenset(("border", "frontier"))


def says_where(phrase: Phrase) -> bool:
    """Whether a mention names a place or what holds it; "a village near the border of X" may lie on either side."""
    near_border = phrase.head is None and [named.kind_word in _BORDERS for named in phrase.holders][:1] == [True]
    return not near_border and bool(phrase.head or phrase.holders)


def is_beyond(phrase: Phrase, place: Place) -> bool:
    """Whether a place is a country that is only told as what lies beyond a border."""
    return phrase.head is not None and phrase.head.kind_word in _BORDERS and place.kind == "country"


def this_side(near: Near, span: Span, beyond: Place, focus: Place | None, told: Collection[str]) -> str | None:
    """The country on this side: that of the places in the same breath, or else that which the report is about.

    ``told`` are the countries that the report speaks of.
    """
    beside = (place for place in near.around(span) if kilometres(place, beyond) < REACH["country"])
    lands = {place.country for place in beside if place.country in told} - {beyond.country}
    if len(lands) == 1:
        return lands.pop()
    if focus is None or lands or focus.country == beyond.country or kilometres(focus, beyond) > REACH["country"]:
        return None
    return focus.country
