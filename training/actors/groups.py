"""Armed groups and other organisations: UCDP's actors, groups.csv and organisations.csv in, rows out.

One thing to know: UCDP's row gives id, succession and formal names; groups.csv gives the name and aliases that
newspapers use, and the country where UCDP names only the battlefield.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from tacitus.resolve.names import name_key
from training.actors.row import HAND, TRAIN, Row, several, table

UCDP = "UCDP Actor Dataset 22.1, CC BY 4.0"
ENRICHED = f"{UCDP}; everyday names by hand"
#: Whose branch a group is that UCDP counts as the whole.
BRANCH_OF = {
    "group:iswap": "ucdp:234", "group:isgs": "ucdp:234", "group:iskp": "ucdp:234", "group:iscap": "ucdp:234",
    "group:aqis": "ucdp:769", "group:haqqani": "ucdp:303", "group:trf": "ucdp:1070", "group:ulfa-i": "ucdp:326",
}  # fmt: skip
#: UCDP's Org: formally organised rebels, supporters of parties, communities, governments.
KINDS = {"1": "rebel", "2": "party", "3": "community", "4": "government"}
#: Plain English words that UCDP's translations of names consist of.
PLAIN = set(
    "family return base sentinel god movement zetas resistance justice organization dawn unity clan youth union "
    "jaish".split()
)
#: Names that mean something else in almost every report.
COMMON = set(
    (
        "tibet, royalists, opposition coalition, presidential guard, outlaws, popular front, national front, "
        "parliamentary forces, free officers movement, civilians, the base, god, neutralists, national guard, maidan, "
        "elements, cobras, eyie, movement, estados unidos, republic of croatia, republic of slovenia, republic of "
        "armenia, republic of georgia, republic of azerbaijan, republic of bosnia-herzegovina, united front, islamic "
        "party, base, fact, jamaat, army, opposition, resistance, muslims, christians, republic of south sudan, dir, "
        "military"
    ).split(", ")
)


def ucdp(gw_to_iso: dict[int, str]) -> tuple[list[Row], dict[str, str]]:
    """UCDP's non-state actors as rows, and its governments as pairs of name and id."""
    rows, governments = [], {}
    with (TRAIN / "ucdp" / "ucdp-actor-221.csv").open(encoding="utf-8-sig", newline="") as lines:
        for record in csv.DictReader(lines):
            name, number = _clean(record["NameData"]), record["ActorId"]
            if record["Org"] == "4":
                governments[name.removeprefix("Government of ")] = number
                continue
            # Only the first location is the group's home; the rest are where it fought.
            home = re.match(r"\d+", record["GWNOLoc"])
            columns = (
                "NameOrig",
                "NameOrigFull",
                "NameOrigFullEng",
                "NewName",
                "NewNameFullMotherTongue",
                "NewNameFullEng",
            )
            also = [each for column in columns for each in _names(record[column])]
            kind = KINDS[record["Org"]]
            if re.search(r"\b(cartel|gang|mara|comando)\b", name, re.IGNORECASE):
                kind = "criminal"
            if name_key(name) in COMMON:
                name = f"{name} ({record['Location'].partition(',')[0]})"
            row = Row(f"ucdp:{number}", name, kind, UCDP, list(dict.fromkeys(also)), codes=f"ucdp={number}")
            row.country = gw_to_iso.get(int(home[0]), "") if home else ""
            previous = re.fullmatch(r"\d+", record["ActorIdPrev"].strip())
            row.parent = f"ucdp:{previous[0]}" if previous else ""
            rows.append(row)
    for row in rows:
        if row.parent not in {each.id for each in rows}:
            row.parent = ""
    return rows, governments


def named(rows: dict[str, Row]) -> Iterator[Row]:
    """The groups and organisations written down by hand; those of UCDP are taken out of ``rows`` and enriched."""
    for record in table("groups.csv"):
        key = record["ucdp"]
        base = rows.pop(f"ucdp:{key}") if key.isdigit() else Row(key, "", "", HAND)
        base.also = list(dict.fromkeys([*several(record["also"]), *([base.name] if base.name else []), *base.also]))
        base.name, base.kind, base.country = record["name"], record["kind"], record["country"]
        base.start, base.end = record["from"], record["to"]
        base.parent = base.parent or BRANCH_OF.get(key, "")
        base.source = ENRICHED if key.isdigit() else HAND
        yield base
    for record in table("organisations.csv"):
        parent = record["id"].rpartition(".")[0]
        also = several(record["also"])
        # Reports spell the organisation out: "United Nations Interim Force in Lebanon".
        also += [re.sub(r"^UN\b", "United Nations", name) for name in (record["name"], *also) if name.startswith("UN ")]
        yield Row(record["id"], record["name"], record["kind"], HAND, also, record["country"], parent)


def _clean(name: str) -> str:
    """UCDP's name without the stray spaces and typographic apostrophes."""
    return re.sub(r"\s+", " ", name.translate(dict.fromkeys(map(ord, "\u00b4\u2019"), "'"))).strip()


def _names(cell: str) -> Iterator[str]:
    """The usable names in a cell: no placeholders, nothing that is a common word."""
    for part in re.split(r"\s*[;,]\s*", _clean(cell)):
        # A single plain word is a piece of a name or its translation ("Return", "The Family"), not what it is called.
        word = part.lower().removeprefix("the ")
        if (
            len(part) > 1
            and not (word.isalpha() and part[1:].islower() and word in PLAIN)
            and not re.search(r"[\u0370-\uffff]", part)
            and part.lower() not in ("n/a", "none")
            and name_key(part) not in COMMON
        ):
            yield part
