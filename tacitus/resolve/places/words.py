"""The words that go with names of places: what kind of place they say it is, and where it lies.

Nothing goes in or out; these are tables and the patterns made of them. The one thing to know: a kind word admits
several kinds of the gazetteer, best first, as countries use one word for different sizes (a commune is a town or a
district).
"""

from __future__ import annotations

import re

#: What a kind word says of the thing named: the gazetteer kinds it admits, best first.
KIND_WORDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        "province provinces governorate governorates state states region regions oblast wilayat wilaya velayat "
        "prefecture krai emirate voivodeship department".split(),
        ("province", "region", "district"),
    ),
    **dict.fromkeys(
        "district districts county counties tehsil tahsil taluk taluka tehsils talukas mandal mandals block blocks "
        "subdistrict sub-district raion rayon subdivision sub-division lga territory upazila upazilla thana regency "
        "woreda canton cercle circle arrondissement division".split(),
        ("district", "province"),
    ),
    **dict.fromkeys("commune municipality parish locality barangay kebele".split(), ("district", "settlement")),
    **dict.fromkeys(("township", "townships"), ("settlement", "district")),  # in Myanmar it is a district
    **dict.fromkeys(("police station", "panchayat", "gram", "sub-county"), ("settlement", "district")),
    **dict.fromkeys(("administrative unit", "agency"), ("district", "province", "settlement")),
    **dict.fromkeys(
        "city cities town towns village villages hamlet hamlets suburb suburbs neighbourhood neighbourhoods "
        "neighborhood neighborhoods "
        "settlement kibbutz".split(),
        ("settlement",),
    ),
    **dict.fromkeys(
        "river mountain mountains mount lake hill hills hillock hillocks ridge forest forests jungle jungles valley "
        "island islands stream canal creek park reserve sanctuary plantation farm mine mines quarry outpost "
        "desert plain plains strait gulf sea bay peninsula airport airfield airbase base camp prison jail castle dam "
        "bridge crossing checkpoint checkpost port hospital university school mosque church bazaar market square "
        "street road highway junction oilfield refinery plant barracks palace headquarters station area areas zone "
        "axis front heights plateau pass border frontier countryside outskirts quarter ward cantonment embassy "
        "compound".split(),
        ("feature",),
    ),
}
#: Features that cover land, so that the place they are named after tells no more than the district.
WIDE = frozenset(
    "agency river mountain mountains hill hills hillock hillocks ridge forest forests jungle jungles valley desert "
    "plain plains sea gulf bay border frontier area areas zone axis front countryside road highway plateau heights "
    "pass reserve".split()
)
#: What leads to the place it is named after, and runs through others.
LINES = frozenset("road highway axis border frontier".split())
#: What no city is called.
VILLAGES = frozenset("village villages hamlet hamlets panchayat gram".split())
#: What a town has several of, so that a town named before these words holds the one named behind.
QUARTERS = frozenset("suburb suburbs neighbourhood neighbourhoods neighborhood neighborhoods".split())
#: What lies in a town wherever it is told, and has no land of its own.
PARTS = QUARTERS | frozenset("quarter quarters ward slum shantytown".split())
DIRECTION = r"(?:(?:north|south)[- ]?(?:east|west)?|east|west|central|mid)(?:ern)?"
#: Those before an "of"; an agency of a country is none of its districts.
KIND_ALTERNATIVES = "|".join(sorted(KIND_WORDS.keys() - {"agency"}, key=lambda word: (-len(word), word)))
#: "under Etapalli Police Station limits", "Uppal Police limits": the land that a police station looks after.
POLICE = re.compile(
    r"\s+(?:(?:Police\s+Station|P\.?S\.?)(?:\s+(?:area|limits|jurisdiction))?|Police\s+(?:limits|jurisdiction)|limits)$",
    re.IGNORECASE,
)
#: What some reports put behind "mandal" for readers abroad; and what Nigeria calls its districts.
UNIT = re.compile(
    r"[\s(]+(?:administrative\s+(?:unit|division|area)|local\s+government(?:\s+area)?)\)?$", re.IGNORECASE
)
#: These are also verbs or other nouns, so that behind a name they are kind words only with a capital.
_AMBIGUOUS = frozenset("agency circle block blocks state states division mine mines front pass park port".split())

_NEXT_DOOR = re.compile(r"\bneighbou?ring $", re.IGNORECASE)


def is_next_door(text: str, at: int) -> bool:
    """Whether the country named there is only told as a neighbour: the report is set in another one."""
    near = text[max(0, at - 16) : at]
    return near[-5:].lower() == "ring " and bool(_NEXT_DOOR.search(near))


def is_kind_behind(word: str) -> bool:
    """Whether a word that follows a name says what kind of land or settlement it is ("Kunduz province")."""
    low = word.lower()
    if low == "department" or (low in _AMBIGUOUS and word.islower()):
        return False
    kinds = KIND_WORDS.get(low, ())
    return bool(kinds) and (kinds != ("feature",) or low in WIDE)
