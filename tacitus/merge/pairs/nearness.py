"""Where two events happened → what speaks for and against their being one.

In: the facts of both. Out: features with their values, as :mod:`tacitus.merge.pairs.compare` weighs them. One thing to
know: only the two places that are nearest to each other are compared, and a name in common outweighs the gazetteer.
"""

from __future__ import annotations

from tacitus.merge.accounts.facts import Facts
from tacitus.merge.accounts.sites import FAR, kilometres
from tacitus.merge.accounts.spelling import heard, is_namesake, one_name
from tacitus.records.value import PlaceValue

#: Kilometres within which two places may be one to two reports.
NEAR = 15.0


def places(one: Facts, other: Facts) -> list[tuple[str, float]]:
    """The features of two events' places."""
    around: list[tuple[str, float]] = [("reports of the same places", min(len(one.around & other.around), 3) / 3)]
    told = sum(any(name in b.own for name in a.place_names) for a, b in ((one, other), (other, one)))
    around.append(("a place of one in the words of the other", float(told)))
    if not one.places or not other.places:
        return [*around, ("no place", 1.0)]
    if not one.spelt.isdisjoint(other.spelt) and any(one_name(a, b) for a in one.places for b in other.places):
        return [*around, ("the same place", 1.0)]  # wherever the gazetteer puts its spellings
    a, b, apart_by = min(
        ((a, b, _distance(a, b)) for a in one.places for b in other.places), key=lambda found: found[2]
    )
    # Two bare names of a town that is called after its province may mean all of that.
    loose = is_namesake(a) and is_namesake(b) and _holds(a, b)
    fine = _is_fine(a) and _is_fine(b) and not loose
    same = bool(a.gazetteer_id and a.gazetteer_id == b.gazetteer_id) or (
        a.name.lower() == b.name.lower() and a.country == b.country
    )
    # Two quarters or villages of which one at least has no coordinates.
    named = not same and not fine and not one.place_names & other.place_names and is_small(a) and is_small(b)
    near = fine and not same and apart_by <= NEAR
    held = not same and not fine and not named and _holds(a, b)
    # Two quarters of one town, or villages of one province, with the coordinates of what holds them.
    apart = (same or near or held) and _is_named_apart(one, other)
    return [
        *around,
        ("the same place", same and fine and not apart),
        ("the same province or country", same and not fine and not apart),
        ("places of other names", apart),
        ("places near each other", near),
        ("places not far apart", fine and not same and NEAR < apart_by <= FAR),
        ("places far apart", fine and not same and apart_by > FAR),
        ("places in two countries", bool(a.country and b.country and a.country != b.country)),
        ("one place holds the other", held and not apart),
        ("places by other names", named),
        ("places in different parts", not same and not fine and not named and not _holds(a, b)),
    ]


def _is_fine(place: PlaceValue) -> bool:
    return place.precision in ("exact", "settlement", "district") and place.lat is not None


def is_small(place: PlaceValue) -> bool:
    """Whether it is a town, a quarter or a site, as far as its name tells where the gazetteer does not."""
    return place.precision in ("exact", "settlement", "district") or (place.lat is None and place.name != place.country)


def _is_named_apart(one: Facts, other: Facts) -> bool:
    """Whether both name a small place, and neither that of the other."""
    if not one.spots or not other.spots or not one.spots.isdisjoint(other.spots):
        return False
    return one.spots.isdisjoint(heard(other.own)) and other.spots.isdisjoint(heard(one.own))


def _distance(one: PlaceValue, other: PlaceValue) -> float:
    """Kilometres between two places; a place without a point is as far as can be."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0 if one.name.lower() == other.name.lower() else 20_000.0
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def _holds(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether neither names a container that the other contradicts."""
    return not any(
        a and b and a != b
        for a, b in ((one.country, other.country), (one.admin1, other.admin1), (one.admin2, other.admin2))
    )
