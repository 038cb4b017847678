"""The codes of a row: its kind, id and country come in; PLOVER's sector and CAMEO's actor code go out.

One thing to know: both follow by rule from what a party is, as CAMEO's agents do, so no dictionary is copied. A code
that a row has already is kept, and persons have the sector of whom they serve only in an event.
"""

from __future__ import annotations

from training.actors.row import Row

#: PLOVER's sector by kind of party.
SECTORS = {
    "government": "GOV", "military": "MIL", "police": "COP", "intelligence": "SPY", "rebel": "REB", "militia": "UAF",
    "criminal": "CRM", "party": "PTY", "ngo": "NGO", "media": "MED", "company": "BUS", "community": "CVL",
    "igo": "IGO", "civilians": "CVL",
}  # fmt: skip
#: What CAMEO names in another way.
CAMEO = {"community": "CVL", "company": "BUS"}
#: Bodies of a state that have a sector of their own.
BODIES = {"parliament": "LEG", "justice": "JUD"}


def coded(row: Row) -> str:
    """The codes of a row, as the table holds them."""
    codes = dict(pair.split("=", 1) for pair in row.codes.split(";") if pair)
    sector = BODIES.get(row.id.rpartition(".")[2], SECTORS.get(row.kind, ""))
    if not sector:
        return row.codes
    if "cameo" not in codes and row.kind != "igo":
        owner = row.country or {"ngo": "NGO", "company": "MNC"}.get(row.kind, "IMG" if row.kind == "rebel" else "")
        role = CAMEO.get(row.kind, sector)
        codes["cameo"] = owner if owner in ("NGO", "MNC", "IMG") else owner + role
    codes["plover"] = sector
    return ";".join(f"{system}={code}" for system, code in codes.items())
