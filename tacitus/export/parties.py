"""Parties in the words and codes of other schemes: an :class:`ActorValue` comes in, codes go out.

One thing to know: a code comes from the actors' table if the party has an id there, else from its kind and country,
and is empty where neither tells. Actors that a user has added are known by kind and country only.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from tacitus.errors import DataError
from tacitus.export.nations import nation
from tacitus.records.value import ActorValue

_SECTOR = {
    "government": "GOV", "military": "MIL", "police": "COP", "intelligence": "SPY", "rebel": "REB", "militia": "UAF",
    "gunmen": "UAF", "criminal": "CRM", "party": "PTY", "igo": "IGO", "ngo": "NGO", "media": "MED", "company": "BUS",
    "community": "CVL", "civilians": "CVL", "protesters": "CVL",
}  # fmt: skip
_ICEWS = {
    "government": "Government", "military": "Military", "police": "Police", "intelligence": "Government",
    "rebel": "Rebel", "militia": "Unidentified Forces", "gunmen": "Unidentified Forces",
    "criminal": "Criminals / Gangs", "party": "Parties", "igo": "International Government Organization", "ngo": "NGOs",
    "media": "Media", "company": "Business", "community": "General Population / Civilian / Social",
    "civilians": "General Population / Civilian / Social",
    "protesters": "Protestors / Popular Opposition / Mobs",
}  # fmt: skip


def codes(actor: str | None) -> Mapping[str, str]:
    """The codes that the actors' table has for an id, by scheme: cameo, plover, gw, cow, ucdp, iso."""
    told = _table().get(actor or "", ("", ""))[1]
    return dict(pair.split("=", 1) for pair in told.split(";") if "=" in pair)


def government(country: str | None) -> tuple[str | None, str | None]:
    """The name of a country's government and its number at UCDP."""
    if not country:
        return None, None
    name, _ = _table().get(f"gov:{country}", (f"Government of {nation(country).name}", ""))
    return name, codes(f"gov:{country}").get("ucdp")


def number(country: str | None, scheme: str) -> int | None:
    """The country's number in Gleditsch & Ward (``gw``) or the Correlates of War (``cow``)."""
    found = codes(f"state:{country}").get(scheme)
    return int(found) if found else None


def sector(party: ActorValue) -> str | None:
    """The PLOVER sector."""
    return codes(party.actor).get("plover") or _SECTOR.get(party.kind or "")


def icews_sector(party: ActorValue) -> str | None:
    """The sector in ICEWS's words."""
    return _ICEWS.get(party.kind or "")


def cameo(party: ActorValue) -> str | None:
    """The CAMEO code: of the table, or country and type."""
    return codes(party.actor).get("cameo") or "".join((party.country or "", _SECTOR.get(party.kind or "", ""))) or None


def cameo_type(party: ActorValue) -> str | None:
    """The type in a CAMEO code, which stands after its country."""
    found = codes(party.actor).get("cameo")
    if not found or found[:3] != party.country:
        return _SECTOR.get(party.kind or "")
    return found[3:6] or None


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    """Name and codes by id."""
    source = files("tacitus") / "data" / "actors.tsv.gz"
    try:
        lines = gzip.decompress(source.read_bytes()).decode("utf-8").splitlines()
        head = lines[0].split("\t")
        name, told = head.index("name"), head.index("codes")
        cells = (line.split("\t") for line in lines[1:])
        return MappingProxyType({row[0]: (row[name], row[told]) for row in cells})
    except (OSError, ValueError, IndexError) as error:
        raise DataError(f"The actors {source} cannot be read ({error}); install Tacitus again.") from error
