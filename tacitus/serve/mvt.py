"""Points with properties → a Mapbox Vector Tile (version 2.1), the bytes that MapLibre, QGIS and GDAL draw.

In: points in a tile's own grid and what is told of each. Out: bytes. One thing to know: only points are needed here,
and of these a tile is three kinds of message in Protocol Buffers, written below; GDAL reads them back in the tests.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

#: Steps of the grid along a tile's side; y counts from the north.
EXTENT = 4096
_VERSION = 2
_POINT = 1
_MOVE_ONCE = 9  # MoveTo, one time


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the grid with its properties; None leaves a property out."""

    x: int
    y: int
    told: Mapping[str, str | int | float | None]


def tile(name: str, points: Iterable[Point]) -> bytes:
    """A tile with one layer; without points there is nothing in it at all."""
    keys: dict[str, int] = {}
    values: dict[tuple[type, str | int | float], int] = {}
    features = [_feature(point, keys, values) for point in points]
    if not features:
        return b""
    layer = b"".join((
        _bytes(1, name.encode()),
        *(_bytes(2, feature) for feature in features),
        *(_bytes(3, key.encode()) for key in keys),
        *(_bytes(4, _value(value)) for _, value in values),
        _number(5, EXTENT),
        _number(15, _VERSION),
    ))  # fmt: skip
    return _bytes(3, layer)


def _feature(point: Point, keys: dict[str, int], values: dict[tuple[type, str | int | float], int]) -> bytes:
    tags: list[int] = []
    for key, value in point.told.items():
        if value is not None:  # 1 and 1.0 are one key of a dict, and two values
            tags += (keys.setdefault(key, len(keys)), values.setdefault((type(value), value), len(values)))
    where = (_MOVE_ONCE, _zigzag(point.x), _zigzag(point.y))
    return _bytes(2, _packed(tags)) + _number(3, _POINT) + _bytes(4, _packed(where))


def _value(value: str | int | float) -> bytes:
    if isinstance(value, str):
        return _bytes(1, value.encode())
    if isinstance(value, float):
        return _varint(3 << 3 | 1) + struct.pack("<d", value)
    return _number(6, _zigzag(value))


def _zigzag(number: int) -> int:
    """Small numbers of either sign as small ones without."""
    return number << 1 if number >= 0 else (-number << 1) - 1


def _number(field: int, number: int) -> bytes:
    return _varint(field << 3) + _varint(number)


def _bytes(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _packed(numbers: Iterable[int]) -> bytes:
    return b"".join(map(_varint, numbers))


def _varint(number: int) -> bytes:
    return bytes(_sevens(number))


def _sevens(number: int) -> Iterator[int]:
    """Seven bits at a time, the lowest first; the eighth says that there are more."""
    while number > 127:
        yield number & 127 | 128
        number >>= 7
    yield number
