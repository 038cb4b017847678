"""One table of places on disk: what the package ships, or what a user has added.

In goes a folder of arrays; out come the numbers of the rows that answer to a key. The one thing to know: nothing is
loaded but mapped into memory, so that opening costs milliseconds and processes share the pages.

    places.npy    one row a place: point, parent, name, id, kind, source, population
    index.npy     (hash of name_key << 24 | row), sorted; every spelling of every place
    skeleton.npy  (hash of skeleton << 24 | row), sorted; main names only, for spellings that nobody filed
    names.txt     main names, one a line, where the rows point into
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tacitus.records.placenames import key_hash

KINDS = ("country", "region", "province", "district", "settlement", "feature")
SOURCES = ("tacitus", "geonames", "gns", "ocha", "geoboundaries", "afghan_villages", "added")
NO_PARENT = 0xFFFFFFFF
NO_POINT = -(2**31)
#: Populations are kept as one byte, 25 steps to a power of ten.
POPULATION_STEPS = 25
ROW = np.dtype(
    [("lat", "<i4"), ("lon", "<i4"), ("parent", "<u4"), ("name", "<u4"), ("id", "<i4"),
     ("kind", "u1"), ("source", "u1"), ("population", "u1")]
)  # fmt: skip
#: A row number has 24 bits in the index.
MOST_ROWS = 1 << 24

Record = tuple[int, int, int, int, int, int, int, int]


class Table:
    """The places of one folder."""

    def __init__(self, folder: Path) -> None:
        """Map the files; OSError, EOFError or ValueError if they are not there, damaged or of another version."""
        self.rows = np.asarray(np.load(folder / "places.npy", mmap_mode="r"))
        # Views, in which a few numbers are found sooner than in arrays.
        self._index = np.asarray(np.load(folder / "index.npy", mmap_mode="r")).data
        self._skeleton = np.asarray(np.load(folder / "skeleton.npy", mmap_mode="r")).data
        with (folder / "names.txt").open("rb") as names:
            self._names = mmap.mmap(names.fileno(), 0, access=mmap.ACCESS_READ)
        if self.rows.dtype != ROW:
            raise ValueError("it is of another version")

    def __len__(self) -> int:
        """How many places there are."""
        return len(self.rows)

    def record(self, row: int) -> Record:
        """The fields of a row, as :data:`ROW` has them."""
        return self.rows[row].item()  # type: ignore[no-any-return]

    def name(self, at: int) -> str:
        """The main name that a row points to."""
        return self._names[at : self._names.find(b"\n", at)].decode()

    def bearers(self, key: str, most: int) -> Sequence[int]:
        """The rows filed under a key, the more populous first."""
        return _rows(self._index, key, most)

    def alike(self, bones: str, most: int) -> Sequence[int]:
        """The rows whose main name has this skeleton."""
        return _rows(self._skeleton, bones, most)


def _rows(table: memoryview[int], key: str, most: int) -> list[int]:
    low = key_hash(key) << 24
    start = bisect_left(table, low)
    stop = bisect_left(table, low + MOST_ROWS, start, min(start + most, len(table)))
    return [each & (MOST_ROWS - 1) for each in table[start:stop]]
