"""A place, a kind word and other places → how well they go together.

In go places of the gazetteer; out come weights. The one thing to know: nothing here knows of a report's other words, so
that each weight can be told from its arguments alone.
"""

from __future__ import annotations

import math

from tacitus.resolve.places.gazetteer import Place, kilometres


def fit(kind: str, kinds: tuple[str, ...]) -> float:
    """How well a kind of place fits the kinds that a word admits: 1 for the first, less for others, below 0 if none."""
    if kinds == ("feature",):  # "Mount Sheridan" may be a suburb, and "Maran forest" is filed as Maran
        return 0.25 if kind == "feature" else 0.0
    return 1.0 - 0.25 * kinds.index(kind) if kind in kinds else -0.75


def support(place: Place, others: list[tuple[Place, float]]) -> float:
    """How well a place lies among others, 0 to 1: in one province, or near on the map."""
    total = 0.0
    for other, weight in others:
        if place.row == other.province or (place.province and place.province in (other.row, other.province)):
            total += weight
        elif place.lat is not None and other.lat is not None and abs(place.lat - other.lat) < 5.0:
            total += weight * math.exp(-kilometres(place, other) / 100.0)
    return total / (total + 1.0)
