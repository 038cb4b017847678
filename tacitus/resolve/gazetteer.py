"""The gazetteer: a name → the places that bear it, the more populous first.

In goes a spelling, out come :class:`Place` candidates with their containing places; choosing among them is the work of
`places`. The one thing to know: nothing is loaded. Three files are mapped into memory (rows of places, their names, and
sorted keys that hold a 40-bit hash and a row number), so opening costs milliseconds and processes share the pages.

    places.npy    one row a place: point, parent, name, id, kind, source, population
    index.npy     (hash of name_key << 24 | row), sorted; every spelling of every place
    skeleton.npy  (hash of skeleton << 24 | row), sorted; main names only, for spellings that nobody filed
    names.txt     main names, one a line, where the rows point into
    countries.txt the ISO code and the row of the capital, for the first rows, which are the countries
"""

from __future__ import annotations

import math
import mmap
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tacitus.errors import DataError
from tacitus.resolve.placenames import key_hash, name_key, skeleton, without_article

KINDS = ("country", "region", "province", "district", "settlement", "feature")
SOURCES = ("tacitus", "geonames", "gns", "ocha", "geoboundaries", "afghan_villages")
NO_PARENT = 0xFFFFFFFF
NO_POINT = -(2**31)
#: Populations are kept as one byte, 25 steps to a power of ten.
POPULATION_STEPS = 25
ROW = np.dtype(
    [("lat", "<i4"), ("lon", "<i4"), ("parent", "<u4"), ("name", "<u4"), ("id", "<i4"),
     ("kind", "u1"), ("source", "u1"), ("population", "u1")]
)  # fmt: skip

#: Namesakes looked at for one name. Rows are sorted by weight, so what is cut are hamlets.
MOST_NAMESAKES = 150
#: Places compared for a spelling that nobody filed, and the likeness asked of them.
MOST_FUZZY = 24
LEAST_LIKENESS = 0.78
#: How a country bears the name of its people.
DEMONYM = 0.85


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. ``country`` is ISO 3166 alpha-3; ``province`` and ``district`` are rows.

    ``likeness`` says how well it bears the name asked for: 1 its main name, less another spelling, least a guess.
    """

    row: int
    kind: str
    name: str
    lat: float | None
    lon: float | None
    magnitude: float
    country: str | None
    province: int | None
    district: int | None
    likeness: float


class Gazetteer:
    """Names to places. Open one and keep it: it is read-only, and many threads may ask it."""

    def __init__(self, folder: Path) -> None:
        """Map the tables of a folder written by ``python -m training.gazetteer``."""
        try:
            self._rows = np.asarray(np.load(folder / "places.npy", mmap_mode="r"))
            self._index = np.asarray(np.load(folder / "index.npy", mmap_mode="r"))
            self._skeleton = np.asarray(np.load(folder / "skeleton.npy", mmap_mode="r"))
            with (folder / "names.txt").open("rb") as names:
                self._names = mmap.mmap(names.fileno(), 0, access=mmap.ACCESS_READ)
            countries = (folder / "countries.txt").read_text(encoding="ascii").splitlines()
        except (OSError, ValueError) as error:
            raise DataError(f"The gazetteer in {folder} cannot be read ({error}); reinstall Tacitus.") from error
        if self._rows.dtype != ROW:
            raise DataError(f"The gazetteer in {folder} is of another version; reinstall Tacitus.")
        self._codes = tuple(line[:3] for line in countries)  # the first rows are the countries
        self._capitals = frozenset(int(line[4:]) for line in countries if line[4:])
        self._row_of_code = {code: row for row, code in enumerate(self._codes)}
        # Reports name the same places over and over, and containers are asked for with every candidate.
        self.lookup: Callable[[str], tuple[Place, ...]] = lru_cache(4096)(self._lookup)
        self.alike: Callable[[str], tuple[Place, ...]] = lru_cache(4096)(self._alike)
        self.place: Callable[[int], Place] = lru_cache(16384)(self._place)

    @classmethod
    def open(cls, folder: Path | None = None) -> Gazetteer:
        """The gazetteer that ships with the package, or the one in a folder."""
        return cls(folder or Path(__file__).parent.parent / "data" / "gazetteer")

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._rows)

    def country_row(self, code: str) -> int | None:
        """The row of a country by its ISO alpha-3 code."""
        return self._row_of_code.get(code)

    def country_named(self, name: str) -> str | None:
        """The country that a name or a demonym means ("Syrian" → SYR), unless a province elsewhere is called so too."""
        found = self.lookup(name)
        if not found:
            return None
        first = found[0] if found[0].kind == "country" else found[-1]
        if first.kind != "country" or any(p.kind == "province" and p.country != first.country for p in found):
            return None
        return first.country

    def is_capital(self, place: Place) -> bool:
        """Whether the place is the capital of its country."""
        return place.row in self._capitals

    def _lookup(self, name: str) -> tuple[Place, ...]:
        """The places that bear this name in any spelling that a source files, the more populous first."""
        key = name_key(name)
        if not key:
            return ()
        rows = self._bearers(self._index, key, MOST_NAMESAKES)
        for other in (without_article(key), key.replace(" ", "")):
            if other != key and len(rows) < MOST_NAMESAKES:
                rows += [row for row in self._bearers(self._index, other, MOST_NAMESAKES) if row not in rows]
        people = [_with_likeness(self.place(row), DEMONYM) for row in self._bearers(self._index, f"~{key}", 2)]
        return (*(self._as_named(row, key) for row in rows), *people)

    def _alike(self, name: str) -> tuple[Place, ...]:
        """Places whose main name has the same consonants in another spelling, the likest first."""
        key = without_article(name_key(name))
        bones = skeleton(key)
        likeness = SequenceMatcher(None, "", key, autojunk=False)
        alike = []
        for row in self._bearers(self._skeleton, bones, MOST_FUZZY) if bones else ():
            place = self.place(row)
            likeness.set_seq1(without_article(name_key(place.name)))
            # The two quick ratios are upper bounds, and spare most of the work.
            if min(likeness.real_quick_ratio(), likeness.quick_ratio()) < LEAST_LIKENESS:
                continue
            if (ratio := likeness.ratio()) >= LEAST_LIKENESS:
                alike.append(_with_likeness(place, ratio - 0.3))
        return tuple(sorted(alike, key=lambda place: -place.likeness))

    def _as_named(self, row: int, key: str) -> Place:
        place = self.place(row)
        main = name_key(place.name)
        if main == key:
            return place
        alike = without_article(main) == without_article(key) or main.startswith(f"{key} ")
        return _with_likeness(place, 0.97 if alike else 0.8)

    def _place(self, row: int) -> Place:
        """The place at a row."""
        lat, lon, parent, at, _, kind, _, population = self._rows[row].item()
        province = district = None
        top = row
        while parent != NO_PARENT:
            top, holder = parent, self._rows[parent].item()
            if KINDS[holder[5]] == "district":
                district = parent
            elif KINDS[holder[5]] == "province":
                province = parent
            parent = holder[2]
        return Place(
            row=row,
            kind=KINDS[kind],
            name=self._names[at : self._names.find(b"\n", at)].decode(),
            lat=None if lat == NO_POINT else lat / 1e5,
            lon=None if lat == NO_POINT else lon / 1e5,
            magnitude=population / POPULATION_STEPS,
            country=self._codes[top] if top < len(self._codes) else None,
            province=province,
            district=district,
            likeness=1.0,
        )

    def id_of(self, place: Place) -> str:
        """A name for the place that outlives a rebuild: its source's number, or a hash of what it is and where."""
        record = self._rows[place.row].item()
        if record[4]:
            return f"{SOURCES[record[6]]}:{record[4]}"
        chain = [
            place.name,
            *(self.place(row).name for row in (place.province,) if row is not None),
            place.country or "",
        ]
        return "tacitus:" + blake2b("/".join([place.kind, *chain]).encode(), digest_size=5).hexdigest()

    @staticmethod
    def _bearers(table: npt.NDArray[np.uint64], key: str, most: int) -> list[int]:
        low = key_hash(key) << 24
        start, stop = table.searchsorted(np.array([low, low + (1 << 24)], dtype=np.uint64))
        return (table[start : min(stop, start + most)] & np.uint64(0xFFFFFF)).tolist()  # type: ignore[no-any-return]


def _with_likeness(place: Place, likeness: float) -> Place:
    return Place(
        place.row, place.kind, place.name, place.lat, place.lon, place.magnitude, place.country, place.province,
        place.district, likeness,
    )  # fmt: skip


def kilometres(a: Place, b: Place) -> float:
    """The distance between two places; infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))
