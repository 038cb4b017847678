"""Incidents as vector tiles, for a map that is not the desk's.

In: a tile's address (zoom, column, row of the usual web map) and filters. Out: a tile with the layer ``incidents``. One
thing to know: where a tile holds more incidents than can be told apart, those that are near each other are one point
with a ``count``; in a tile that is near enough each stands for itself.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from tacitus.serve.answers import answer
from tacitus.serve.asking import Filters
from tacitus.serve.desk import desk_of
from tacitus.serve.lists import POINTS
from tacitus.serve.mvt import EXTENT, Point, tile
from tacitus.serve.problems import Refusal
from tacitus.serve.security import may
from tacitus.store.summaries import POINT

MEDIA = "application/vnd.mapbox-vector-tile"
#: Zooms that there are; at the last one a tile is some two kilometres wide.
DEEPEST = 14
#: Incidents that stand for themselves in one tile, and where there are more, the squares of it along a side.
SINGLE, SQUARES = 2000, 64
#: How far a tile reaches over its edges, in steps, so that no dot is cut.
_OVER = 128
#: The web map ends here.
_NORTH = 85.05112878
_TILE = {"description": "The tile", "content": {MEDIA: {"schema": {"type": "string", "format": "binary"}}}}
Zoom = Annotated[int, Path(ge=0, le=DEEPEST)]
Number = Annotated[int, Path(ge=0, lt=1 << DEEPEST)]
Row = tuple[Any, ...]

router = APIRouter(dependencies=[Depends(may("read"))], tags=["lists"])


@router.get("/tiles/{z}/{x}/{y}.mvt", responses={200: _TILE})
def incidents(request: Request, z: Zoom, x: Number, y: Number, asked: Annotated[Filters, Query()]) -> Response:
    """The incidents in a tile of the web map, by its zoom, column and row."""
    if x >= 1 << z or y >= 1 << z:
        raise Refusal(404, f"At zoom {z} columns and rows go from 0 to {(1 << z) - 1}.")
    desk = desk_of(request)

    def make() -> bytes:
        query = asked.query(desk.gazetteer)
        # With a box of the reader's own, that one is asked for; a whole world needs none.
        box = query.box or (around(z, x, y) if z else None)
        found = placed(desk.ledger.points(replace(query, box=box), most=POINTS), z, x, y)
        return tile("incidents", points(found))

    return answer(request, make, MEDIA)


def around(z: int, x: int, y: int) -> tuple[float, float, float, float]:
    """The box of a tile and a little more: west, south, east, north."""
    over, many = _OVER / EXTENT, 1 << z
    west, east = ((x + step) / many * 360 - 180 for step in (-over, 1 + over))
    north, south = (
        math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * (y + step) / many)))) for step in (-over, 1 + over)
    )
    return max(west, -180.0), max(south, -90.0), min(east, 180.0), min(north, 90.0)


def placed(rows: Iterable[Row], z: int, x: int, y: int) -> list[tuple[int, int, Row]]:
    """The rows that lie in the tile, with their places in its grid."""
    found = []
    for row in rows:
        lon, lat = row[1], max(-_NORTH, min(_NORTH, row[2]))
        east = ((lon + 180) / 360 * (1 << z) - x) * EXTENT
        south = ((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * (1 << z) - y) * EXTENT
        if -_OVER <= east <= EXTENT + _OVER and -_OVER <= south <= EXTENT + _OVER:
            found.append((round(east), round(south), row))
    return found


def points(found: Sequence[tuple[int, int, Row]]) -> Iterator[Point]:
    """Each incident, or if they are too many those of each square."""
    if len(found) <= SINGLE:
        for east, south, (id_, _, _, *rest) in found:
            yield Point(east, south, {"id": id_, **dict(zip(POINT[3:], rest, strict=True)), "count": 1})
        return
    squares: dict[tuple[int, int], list[tuple[int, int, Row]]] = defaultdict(list)
    for each in found:
        squares[each[0] * SQUARES // EXTENT, each[1] * SQUARES // EXTENT].append(each)
    for inside in squares.values():
        families = Counter(row[4] for _, _, row in inside)
        killed = sum(row[5] or 0 for _, _, row in inside)
        east, south = (sum(place) // len(inside) for place in ([e for e, _, _ in inside], [s for _, s, _ in inside]))
        told: dict[str, str | int] = {
            "count": len(inside), "family": families.most_common(1)[0][0], "killed_low": killed,
        }  # fmt: skip
        if len(inside) == 1:
            told["id"] = inside[0][2][0]
        yield Point(east, south, told)
