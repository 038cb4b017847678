"""The gazetteer: a name → the places that bear it, the more populous first.

In goes a spelling, out come :class:`Place` candidates with their containing places; choosing among them is the work of
`places`. The one thing to know: the tables are mapped, not loaded (`placetable`). Beside the package's own there may be
those that a user has added (`places_added`): their rows are counted on from the package's, and where an added place
has a name of ours next to ours, it stands in its stead.

    countries.txt the ISO codes and the row of the capital, for the first rows, which are the countries
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np

from tacitus.errors import DataError
from tacitus.records.placenames import name_key, skeleton, without_article
from tacitus.resolve.names import without_apostrophe
from tacitus.resolve.places.added import AddedTable, added_tables
from tacitus.resolve.places.table import KINDS, NO_PARENT, NO_POINT, POPULATION_STEPS, SOURCES, Table

#: Namesakes looked at for one name. Rows are sorted by weight, so what is cut are hamlets.
MOST_NAMESAKES = 150
#: "El Geneina Fort" is not what "El Geneina" means first.
_SITES = frozenset("fort airport airfield camp station barracks port harbour junction".split())
#: Places compared for a spelling that nobody filed, and the likeness asked of them.
MOST_FUZZY = 24
#: Those looked at for such a spelling near a point.
MOST_ALIKE = 4000
LEAST_LIKENESS = 0.78
#: The likeness of what is written with a letter doubled, or without the "h" at its end: "Raqa" of Raqqah.
_ONE_SOUND = 0.8
_LARGE = 4.0  # people (power of ten): hamlets have too many namesakes
#: The vowels of one sound in English spellings of foreign names ("Zuweid", "Zuwayd", "Zowaid"), and letters doubled.
_VOWELS = re.compile(r"(?P<e>[ae][iy]e?|ie)|(?P<u>oo|ou|o)|(?P<i>ee|y)|(?P<once>(.)\5)")
_SOUNDED = 6  # letters of a name that is told by its sounds
_SPELT = 0.69  # the likeness of one that is: it is a guess, and something else must speak for it
_UNHEARD = re.compile(r"(?<=(.))\1|(?<=[aeiou])h$")
#: How a country bears the name of its people.
DEMONYM = 0.85
#: An added place is one of ours if it lies this near (kilometres).
_SAME = 20.0

#: The country above a place, and the rows of its province and district.
_Holders = tuple[str | None, int | None, int | None]


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

    def __init__(self, folder: Path, added: Sequence[AddedTable] = ()) -> None:
        """Map the tables of a folder written by ``python -m training.gazetteer``, and those that were added."""
        try:
            self._base = Table(folder)
            countries = [line.split() for line in (folder / "countries.txt").read_text("ascii").splitlines()]
        except (OSError, EOFError, ValueError) as error:
            raise DataError(f"The gazetteer in {folder} cannot be read ({error}); reinstall Tacitus.") from error
        self._codes = tuple(iso3 for iso3, *_ in countries)  # the first rows are the countries
        self.iso3 = {iso2: iso3 for iso3, iso2, *_ in countries}
        self._capital_of = {iso3: int(capital[0]) for iso3, _, *capital in countries if capital}
        self._capitals = frozenset(self._capital_of.values())
        self._row_of_code = {code: row for row, code in enumerate(self._codes)}
        self._added: list[tuple[int, AddedTable]] = []
        start = len(self._base)
        for table in added:
            self._added.append((start, table))
            start += len(table)
        self._size = start
        # Reports name the same places over and over, and containers are asked for with every candidate.
        self.lookup: Callable[[str], tuple[Place, ...]] = lru_cache(4096)(self._lookup)
        self.alike: Callable[[str], tuple[Place, ...]] = lru_cache(4096)(self._alike)
        self.country_named: Callable[[str], str | None] = lru_cache(4096)(self._country_named)
        self.place: Callable[[int], Place] = lru_cache(16384)(self._place)
        self._holders_of: Callable[[str, str, str], _Holders] = lru_cache(16384)(self._holders)

    @classmethod
    def open(cls, folder: Path | None = None) -> Gazetteer:
        """The gazetteer that ships with the package with what the user has added, or the bare one in a folder."""
        if folder is not None:
            return cls(folder)
        return cls(Path(__file__).parents[2] / "data" / "gazetteer", added_tables())

    def __len__(self) -> int:
        """How many places there are."""
        return self._size

    def country_row(self, code: str) -> int | None:
        """The row of a country by its ISO alpha-3 code."""
        return self._row_of_code.get(code)

    def _country_named(self, name: str) -> str | None:
        """The country that a name or a demonym means ("Syrian" → SYR), unless a province elsewhere is called so too."""
        found = self.lookup(name)
        if not found:
            return None
        first = found[0] if found[0].kind == "country" else found[-1]
        if first.kind != "country" or any(p.kind == "province" and p.country != first.country for p in found):
            return None
        return first.country

    def country_called(self, name: str) -> str | None:
        """The country that somebody who names a place may mean: one of that very name, whatever else is called so."""
        own = (place.country for place in self.lookup(name) if place.kind == "country" and place.likeness == 1.0)
        return next(own, None) or self.country_named(name)

    def country_asked(self, words: str) -> str | None:
        """The country of which somebody gives the name or the ISO code, of two or three letters in any case."""
        code = words.strip().upper()
        code = self.iso3.get(code, code)
        return code if code in self._row_of_code else self.country_called(words)

    def lies_in_no_mans_land(self, place: Place) -> bool:
        """Whether nobody lives in a place's land: of "Palmyra" the atoll is not meant before the towns."""
        row = self.country_row(place.country or "")
        return row is not None and not self.place(row).magnitude

    def is_capital(self, place: Place) -> bool:
        """Whether the place is the capital of its country."""
        return place.row in self._capitals

    def capital_of(self, name: str) -> Place | None:
        """The capital of the country that a name or a demonym means ("Somali" → Mogadishu)."""
        places = self.lookup(name) or self.lookup(without_apostrophe(name) or "")
        country = next((p.country for p in places if p.kind == "country" and p.likeness >= DEMONYM), None)
        return self.capital_in(country)

    def capital_in(self, code: str | None) -> Place | None:
        """The capital of the country of that ISO alpha-3 code."""
        row = self._capital_of.get(code or "")
        return self.place(row) if row is not None else None

    def is_added(self, place: Place) -> bool:
        """Whether the user has added the place."""
        return place.row >= len(self._base)

    def known_units(self) -> dict[int, int]:
        """The rows of the provinces and districts by their GeoNames numbers."""
        rows = self._base.rows
        units = (rows["kind"] == KINDS.index("province")) | (rows["kind"] == KINDS.index("district"))
        found = (units & (rows["source"] == SOURCES.index("geonames"))).nonzero()[0].tolist()
        return {int(rows["id"][row]): row for row in found}

    def _lookup(self, name: str) -> tuple[Place, ...]:
        """The places that bear this name in any spelling that a source files, the more populous first."""
        key = name_key(name)
        if not key:
            return ()
        keys = dict.fromkeys((key, without_article(key), key.replace(" ", "")))
        people = [_with_likeness(self.place(row), DEMONYM) for row in self._base.bearers(f"~{key}", 2)]
        found = [self._as_named(row, key) for row in _each(self._base.bearers, keys)]
        if self._added:
            found = self._with_added(found, keys, key)
        return (*found, *people)

    def _with_added(self, found: list[Place], keys: Iterable[str], key: str) -> list[Place]:
        """The places with those that were added: behind the countries, before all others of ours, instead of some."""
        added = [self._as_named(start + row, key) for start, table in self._added for row in _each(table.bearers, keys)]
        near: dict[tuple[str, int], list[Place]] = {}
        for place in added:
            near.setdefault((place.kind, _band(place)), []).append(place)
        ours = [place for place in found if not any(_is_one(place, other) for other in _beside(place, near))]
        countries = [place for place in ours if place.kind == "country"]
        return [*countries, *added, *(place for place in ours if place.kind != "country")]

    def _alike(self, name: str) -> tuple[Place, ...]:
        """Places whose main name has the same consonants in another spelling, the likest first."""
        key = without_article(name_key(name))
        bones = skeleton(key)
        likeness = SequenceMatcher(None, "", key, autojunk=False)
        sounds = sound(key)
        alike = []
        rows = list(self._base.alike(bones, MOST_FUZZY)) if bones else []
        for start, table in self._added if bones else ():
            rows += [start + row for row in table.alike(bones, MOST_FUZZY)]
        for row in rows:
            place = self.place(row)
            main = without_article(name_key(place.name))
            if place.magnitude >= _LARGE and _plain(main) == _plain(key):
                alike.append(_with_likeness(place, _ONE_SOUND))
                continue
            known = place.magnitude >= _LARGE or place.kind in ("district", "province")
            if known and len(sounds) >= _SOUNDED and sound(main) == sounds:
                alike.append(_with_likeness(place, _SPELT))
                continue
            likeness.set_seq1(main)
            # The two quick ratios are upper bounds, and spare most of the work.
            if min(likeness.real_quick_ratio(), likeness.quick_ratio()) < LEAST_LIKENESS:
                continue
            if (ratio := likeness.ratio()) >= LEAST_LIKENESS:
                alike.append(_with_likeness(place, ratio - 0.3))
        return tuple(sorted(alike, key=lambda place: -place.likeness))

    def near(self, name: str, lat: float, lon: float, reach: float) -> Iterator[Place]:
        """The places whose main name has the same consonants, within so many kilometres of a point."""
        bones = skeleton(without_article(name_key(name)))
        tables = [(0, self._base), *self._added] if bones else []
        for start, table in tables:
            rows = np.array(table.alike(bones, MOST_ALIKE), np.int64)
            lats, lons = table.rows["lat"][rows] / 1e5 - lat, table.rows["lon"][rows] / 1e5 - lon
            away = np.hypot(lats, lons * math.cos(math.radians(lat))) * 111.2
            yield from (self.place(start + int(row)) for row in rows[away < reach])

    def _as_named(self, row: int, key: str) -> Place:
        place = self.place(row)
        main = name_key(place.name)
        if main == key:
            return place
        alike = without_article(main) == without_article(key) or main.startswith(f"{key} ")
        alike = alike and main.removeprefix(f"{key} ") not in _SITES
        return _with_likeness(place, 0.97 if alike else 0.8)

    def _place(self, row: int) -> Place:
        """The place at a row."""
        table, own = self._table(row)
        lat, lon, parent, at, _, kind, _, population = table.record(own)
        if isinstance(table, AddedTable):
            country, province, district = self._holders_of(*table.holder(parent))
        else:
            country, province, district = self._chain(row, parent)
        return Place(
            row=row,
            kind=KINDS[kind],
            name=table.name(at),
            lat=None if lat == NO_POINT else lat / 1e5,
            lon=None if lat == NO_POINT else lon / 1e5,
            magnitude=population / POPULATION_STEPS,
            country=country,
            province=province,
            district=district,
            likeness=1.0,
        )

    def _table(self, row: int) -> tuple[Table, int]:
        """The table that a row is in, and its number there."""
        for start, table in self._added:
            if start <= row < start + len(table):
                return table, row - start
        return self._base, row

    def _chain(self, row: int, parent: int) -> _Holders:
        """The country, province and district above a row of ours."""
        top, province, district = row, None, None
        while parent != NO_PARENT:
            top, holder = parent, self._base.record(parent)
            if KINDS[holder[5]] == "district":
                district = parent
            elif KINDS[holder[5]] == "province":
                province = parent
            parent = holder[2]
        return self._codes[top] if top < len(self._codes) else None, province, district

    def _holders(self, country: str, province: str, district: str) -> _Holders:
        """The same for an added place, whose table has names, as rows of ours change from version to version."""
        found = next((p.row for p in self._units(province, "province") if p.country == country), None)
        districts = (p for p in self._units(district, "district") if p.country == country)
        inside = next((p.row for p in districts if p.province == found), None)
        return country or None, found, inside

    def _units(self, name: str, kind: str) -> list[Place]:
        """Our own provinces or districts of that name."""
        key = name_key(name)
        found = [self.place(row) for row in self._base.bearers(key, MOST_NAMESAKES)] if key else []
        return [place for place in found if place.kind == kind]

    def id_of(self, place: Place) -> str:
        """A name for the place that outlives a rebuild: its source's number, or a hash of what it is and where."""
        table, own = self._table(place.row)
        record = table.record(own)
        if record[4]:
            return f"{SOURCES[record[6]]}:{record[4]}"
        chain = [
            place.name,
            *(self.place(row).name for row in (place.province,) if row is not None),
            place.country or "",
        ]
        source = SOURCES[record[6]] if isinstance(table, AddedTable) else "tacitus"
        return f"{source}:" + blake2b("/".join([place.kind, *chain]).encode(), digest_size=5).hexdigest()


def _plain(key: str) -> str:
    """A name without what transliterations write or leave out: a letter doubled, and an "h" at the end."""
    return _UNHEARD.sub("", key)


@lru_cache(maxsize=8192)
def sound(key: str) -> str:
    """A name as it sounds, for those who spell it: "zuweid", "zuwayd", "zowaid" → "zuwed"."""
    return _VOWELS.sub(lambda each: each[5] if each["once"] else each.lastgroup or "", key)


def _each(bearers: Callable[[str, int], Sequence[int]], keys: Iterable[str]) -> Iterator[int]:
    """The rows that answer to one key after the other, each once."""
    seen: set[int] = set()
    for key in keys:
        if len(seen) < MOST_NAMESAKES:
            new = [row for row in bearers(key, MOST_NAMESAKES) if row not in seen]
            seen.update(new)
            yield from new


def _is_one(ours: Place, added: Place) -> bool:
    """Whether an added place that has a name of ours is the same."""
    return ours.kind == added.kind and kilometres(ours, added) < _SAME


def _band(place: Place) -> int:
    """The band of latitude that a place lies in, wider than :data:`_SAME`."""
    return math.floor((place.lat or 0.0) * 5)


def _beside(place: Place, near: dict[tuple[str, int], list[Place]]) -> Iterator[Place]:
    """The places of its kind in the same band and the two beside it: hundreds may have a name."""
    band = _band(place)
    for each in (band - 1, band, band + 1):
        yield from near.get((place.kind, each), ())


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
