"""Incidents → GeoJSON: a collection of features, one an incident.

In: incident rows. Out: lines. One thing to know: a point stands for a place of the precision that ``place_precision``
names, so a province's is drawn as an area and not as a dot; a country, and a place that nobody found, has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tacitus.export import settled
from tacitus.export.flat import INCIDENTS
from tacitus.export.rows_of import IncidentRow

#: The point says where.
COLUMNS = tuple(column for column in INCIDENTS if column.name not in ("latitude", "longitude"))


def feature(row: IncidentRow) -> dict[str, Any]:
    """One incident."""
    spot = settled.point(settled.place(row.incident.settled))
    return {
        "type": "Feature",
        "id": row.incident.id,
        "geometry": {"type": "Point", "coordinates": [spot[1], spot[0]]} if spot else None,
        "properties": {column.name: column.value(row) for column in COLUMNS},
    }


def lines(rows: Iterable[IncidentRow]) -> Iterator[str]:
    """The collection, a feature a line."""
    yield '{"type": "FeatureCollection", "features": ['
    between = "\n"
    for row in rows:
        yield between + json.dumps(feature(row), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"
