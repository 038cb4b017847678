"""Names of places → what their spellings share.

In: the places that an event tells, and the words that tell it. Out: bones (consonants) of names. One thing to know: a
quarter or village that the gazetteer lacks has the coordinates of its town or province, so only its name tells it from
the next one; and one name is written in many ways ("Qunduz", "Konduz").
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from tacitus.records.placenames import name_key, skeleton, without_article
from tacitus.records.value import PlaceValue

#: How alike two names of one skeleton are written that are one.
LIKE = 0.65
#: Words that say what sort of place it is, or on which side of it, and name none.
_SORTS = frozenset(
    "area areas village villages town towns city cities district districts province provinces governorate county "
    "neighbourhood neighborhood neighbourhoods neighborhoods quarter countryside rural region camp street road suburb "
    "suburbs outskirts part parts north south east west northern southern eastern western central old new upper lower "
    "near outside further airport base checkpoint market hospital school mosque church house houses residential "
    "and for the".split()
)
_WIDE = frozenset({"country", "province", "governorate", "state"})


@lru_cache(maxsize=50_000)
def bones(name: str) -> frozenset[str]:
    """The skeletons of the words that name a place; of a short one the word itself."""
    words = without_article(name_key(name)).split()
    return frozenset(skeleton(word) or word for word in words if len(word) > 2 and word not in _SORTS)


@lru_cache(maxsize=1_000)
def heard(stems: frozenset[str]) -> frozenset[str]:
    """The bones of all words of some sentences."""
    return frozenset(bone for stem in stems for bone in bones(stem))


def own_name(place: PlaceValue) -> frozenset[str]:
    """The bones of a place's own name; nothing where it is a province or a country, or called after its province."""
    if place.kind in _WIDE or (place.precision == "country" and place.kind is None):
        return frozenset()
    found = bones(place.name)
    return frozenset() if found & (bones(place.admin1 or "") | bones(place.admin2 or "")) else found


def spots(places: Iterable[PlaceValue]) -> frozenset[str]:
    """The bones of the names of all that are finer than a province."""
    return frozenset(bone for place in places for bone in own_name(place))


def one_name(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether two places of one country bear one name, though spelt in two ways."""
    if one.country and other.country and one.country != other.country:
        return False
    if not (found := own_name(one)) or found != own_name(other):
        return False
    return _alike(one.name, other.name)


def is_namesake(place: PlaceValue) -> bool:
    """Whether it is a town that bears its province's name and is not called a town: it may mean the province."""
    named = place.kind == place.precision == "settlement" and not own_name(place)
    return named and _alike(place.name, place.admin1 or "")


def _alike(one: str, other: str) -> bool:
    first, second = sorted(without_article(name_key(name)) for name in (one, other))  # the ratio minds the order
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= LIKE
