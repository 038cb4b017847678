"""The places of a list, one after the other → the files of a table, the more populous first.

In go units as `placefiles` reads them, of any number; out come the files that `placetable` maps. The one thing to know:
what stands in memory is one unit and a number of four bytes a place; rows and keys go to files as they come, and are
put in order there, so that the whole of GeoNames takes time but no memory to speak of.
"""

from __future__ import annotations

import math
import re
import struct
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from tacitus.errors import SettingError
from tacitus.records.placenames import key_hash, name_key, skeleton, without_article
from tacitus.resolve.places.table import KINDS, MOST_ROWS, NO_PARENT, POPULATION_STEPS, ROW, SOURCES

#: A row as :data:`ROW` has it.
_PACKED = struct.Struct("<iiIIiBBB")
#: Letters that no key has: Greek and all scripts behind it, but for Latin with more diacritics.
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2c00-\ufaff]")
#: Rows or keys that are put in order at a time, or kept before they are written.
_CHUNK = 1 << 18
_ROW_BITS = np.uint64(MOST_ROWS - 1)


@dataclass(slots=True)
class Unit:
    """A place on its way into the table; the holder is country (ISO alpha-3), province and district by name."""

    kind: str
    name: str
    names: list[str]
    lat: float
    lon: float
    holder: tuple[str, str, str]
    source: str
    population: int = 0
    id: int = 0


def build(folder: Path, units: Iterable[Unit], most: int) -> int:
    """Write the files of a table into a folder and say how many places it has; SettingError where they are too many."""
    holders: dict[tuple[str, str, str], int] = {}
    raw = folder / "rows.raw", folder / "index.raw", folder / "skeleton.raw"
    with raw[0].open("wb") as rows, raw[1].open("wb") as index, raw[2].open("wb") as bones:
        with (folder / "names.txt").open("wb") as names:
            count = _stream(units, most, holders, (rows, index, bones, names))
    if count:
        rank = _ordered(raw[0], folder / "places.npy", count)
        for file, target in ((raw[1], "index.npy"), (raw[2], "skeleton.npy")):
            _sorted(file, folder / target, rank)
    (folder / "holders.txt").write_text("".join("\t".join(each) + "\n" for each in holders), "utf-8")
    for file in raw:
        file.unlink()
    return count


def _stream(
    units: Iterable[Unit],
    most: int,
    holders: dict[tuple[str, str, str], int],
    files: tuple[BinaryIO, BinaryIO, BinaryIO, BinaryIO],
) -> int:
    """Write rows, keys, skeletons and names as they come; the keys have the number of the row in that order."""
    rows, index_file, bones_file, names = files
    index, bones = array("Q"), array("Q")
    at = count = 0
    for count, unit in enumerate(units, start=1):
        if count > most:
            raise SettingError(f"There are more than {most:,} places in the list; add a part of it.")
        parent = holders.setdefault(unit.holder, len(holders)) if unit.holder[0] else NO_PARENT
        people = min(255, round(POPULATION_STEPS * math.log10(unit.population + 1))) if unit.population else 0
        point = round(unit.lat * 1e5), round(unit.lon * 1e5)
        kind, source = KINDS.index(unit.kind), SOURCES.index(unit.source)
        rows.write(_PACKED.pack(*point, parent, at, unit.id, kind, source, people))
        key = name_key(unit.name)
        for each in _keys(unit, key):
            index.append(key_hash(each) << 24 | (count - 1))
        if bone := skeleton(key):
            bones.append(key_hash(bone) << 24 | (count - 1))
        if len(index) >= _CHUNK:
            _flush(index, index_file)
            _flush(bones, bones_file)
        line = " ".join(unit.name.split()).encode() + b"\n"
        names.write(line)
        at += len(line)
    _flush(index, index_file)
    _flush(bones, bones_file)
    return count


def _keys(unit: Unit, main: str) -> set[str]:
    """The keys a place is filed under; without its article only where that is Arabic, not in El Salvador."""
    keys: set[str] = set()
    arabic = unit.lon > -20
    for name in dict.fromkeys((unit.name, *unit.names)):
        if _OTHER_SCRIPT.search(name):
            continue
        key = main if name == unit.name else name_key(name)
        if len(key) < 2 or not key.isascii():
            continue
        keys.add(key)
        if arabic and " " in key:
            keys.add(without_article(key))
        if "-" in name:
            keys.add(key.replace(" ", ""))
    return keys


def _flush(numbers: array[int], file: BinaryIO) -> None:
    numbers.tofile(file)
    del numbers[:]


def _ordered(raw: Path, target: Path, count: int) -> npt.NDArray[np.uint32]:
    """Write the rows with the more populous first, and say which place in the order each has got."""
    rows = np.memmap(raw, dtype=ROW, mode="r", shape=(count,))
    order = np.argsort(255 - rows["population"], kind="stable").astype(np.uint32)
    rank = np.empty(count, dtype=np.uint32)
    rank[order] = np.arange(count, dtype=np.uint32)
    table = np.lib.format.open_memmap(target, mode="w+", dtype=ROW, shape=(count,))
    for some in _chunks(count):
        table[some] = rows[order[some]]
    table.flush()
    return rank


def _sorted(raw: Path, target: Path, rank: npt.NDArray[np.uint32]) -> None:
    """Write the keys in their order, with the new numbers of the rows; the file itself is what is sorted."""
    count = raw.stat().st_size // 8
    table = np.lib.format.open_memmap(target, mode="w+", dtype=np.uint64, shape=(count,))
    if count:
        keys = np.memmap(raw, dtype=np.uint64, mode="r", shape=(count,))
        for some in _chunks(count):
            table[some] = (keys[some] & ~_ROW_BITS) | rank[keys[some] & _ROW_BITS]
        table.sort()
    table.flush()


def _chunks(count: int) -> Iterator[slice]:
    return (slice(start, start + _CHUNK) for start in range(0, count, _CHUNK))
