"""The codes of a row: its kind, id and country come in; PLOVER's sector and CAMEO's actor code go out.

One thing to know: both follow by rule from what a party is, as CAMEO's agents do, so no dictionary is copied; CAMEO's
known groups ("HMS" of Hamas) follow the rule's code. An organisation that it does not know has the code of what it
is part of, or plainly IGO. A code that a row has already is kept; persons have the sector of whom they serve.
"""

from __future__ import annotations

from training.actors.row import Row

#: PLOVER's sector by kind of party.
SECTORS = {
    "government": "GOV", "military": "MIL", "police": "COP", "intelligence": "SPY", "rebel": "REB", "militia": "UAF",
    "criminal": "CRM", "party": "PTY", "ngo": "NGO", "media": "MED", "company": "BUS", "community": "CVL",
    "igo": "IGO", "civilians": "CVL", "gunmen": "UAF", "protesters": "OPP",
}  # fmt: skip
#: What CAMEO names in another way.
CAMEO = {"community": "CVL", "company": "BUS"}
#: Bodies of a state that have a sector of their own.
BODIES = {"parliament": "LEG", "justice": "JUD"}
#: CAMEO's codes of known groups, by our ids; its European Union has a region before it.
KNOWN = {
    "igo:UN": "UNO", "igo:UN.ohchr": "UNOHCH", "igo:UNHCR": "UNOHCR", "igo:UNICEF": "UNOKID", "igo:WFP": "UNOWFP",
    "igo:WHO": "UNOWHO", "igo:FAO": "UNOFAO", "igo:IAEA": "UNOIAE", "igo:ICJ": "UNOICJ", "igo:IOM": "IOM",
    "igo:NATO": "NAT", "igo:EU": "EUREEC", "igo:OAU": "OAU", "igo:ECOWAS": "WAS", "igo:ECOMOG": "WAS",
    "igo:SADC": "SAD", "igo:IGAD": "IAD", "igo:ARABLEAGUE": "ARL", "igo:GCC": "GCC", "igo:OIC": "OIC",
    "igo:OPEC": "OPC", "igo:ASEAN": "ASN", "igo:SAARC": "SAA", "igo:CIS": "CIS", "igo:OSCE": "SCE", "igo:COE": "COE",
    "igo:OAS": "OAS", "igo:COMMONWEALTH": "CWN", "igo:ICC": "ICC", "igo:ICTY": "WCT", "igo:ICTR": "WCT",
    "igo:INTERPOL": "ITP", "igo:IMF": "IMF", "igo:WORLDBANK": "WBK", "igo:WTO": "WTO", "igo:G7": "GOS",
    "igo:G8": "GOE", "igo:NAM": "NON",
    "ngo:HRW": "HRW", "ngo:MSF": "MSF", "ngo:ICRC": "IRC", "ngo:AI": "AMN", "ngo:IFRC": "CRC", "ngo:ICG": "ICG",
    "ngo:OXFAM": "XFM",
    "ucdp:303": "TAL", "ucdp:769": "ALQ", "ucdp:209": "HMS", "ucdp:366": "HEZ", "ucdp:208": "ISJ", "ucdp:207": "FTA",
    "ucdp:204": "PLO", "ucdp:205": "PFL", "ucdp:211": "AAM", "ucdp:239": "AML", "ucdp:826": "ANO", "ucdp:827": "ASL",
    "ucdp:563": "PLS", "ucdp:538": "GIA", "ucdp:537": "FIS", "ucdp:403": "FLN", "ucdp:539": "GSP", "ucdp:308": "PMD",
    "party:kdpi": "KDP", "ucdp:269": "MBR", "party:mb": "MBR", "party:likud": "LKD", "party:labour-israel": "LBA",
    "party:ennahda": "ENN", "party:baath": "BTH",
}  # fmt: skip
#: Organisations that are part of one with a code: agencies and missions of the United Nations.
PART_OF = {
    "igo:UN": (
        "UNESCO UNDP UNRWA OCHA UNODC UNAMA UNAMI UNIFIL UNMISS UNAMID UNMIK UNDOF UNPROFOR MINUSMA MINUSCA MONUSCO "
        "MINUSTAH UNSMIL IMO UNFICYP UNTSO UNMOGIP UNIIMOG UNIKOM UNSCOM UNMOVIC UNTAG UNAVEM ONUMOZ UNOSOM UNAMIR "
        "UNOMIL UNOMIG UNTAC UNAMET UNTAET UNAMSIL UNMIL UNOCI ONUB ONUC UNMEE UNMIS UNISFA MINURSO MINURCAT ONUSAL "
        "ONUCA MINUGUA UNMIH BINUH UNSMIS UNMHA UNMIN UNMIBH UNFPA UNEP UNAIDS UNCHR ILO"
    ).split(),
}


def coded(row: Row) -> str:
    """The codes of a row, as the table holds them."""
    codes = dict(pair.split("=", 1) for pair in row.codes.split(";") if pair)
    sector = BODIES.get(row.id.rpartition(".")[2], SECTORS.get(row.kind, ""))
    if not sector:
        return row.codes
    if "cameo" not in codes:
        codes["cameo"] = _cameo(row, sector)
    codes["plover"] = sector
    return ";".join(f"{system}={code}" for system, code in codes.items())


def _cameo(row: Row, sector: str) -> str:
    """CAMEO's code: country and role, or what the party is where it has no country, and the group if it is known."""
    if row.kind == "igo":
        return "IGO" + _known(row.id)
    owner = row.country or {"ngo": "NGO", "company": "MNC"}.get(row.kind, "IMG" if row.kind == "rebel" else "")
    role = CAMEO.get(row.kind, sector)
    return (owner if owner in ("NGO", "MNC", "IMG") else owner + role) + KNOWN.get(row.id, "")


def _known(actor: str) -> str:
    """The known group that an organisation is, or is part of."""
    while actor not in KNOWN and "." in actor:
        actor = actor.rpartition(".")[0]
    whole = next((owner for owner, parts in PART_OF.items() if actor.removeprefix("igo:") in parts), actor)
    return KNOWN.get(whole, "")
