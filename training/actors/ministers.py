"""Defence ministers of 2003 to 2010: the country dictionary comes in; offices with their holders and months go out.

One thing to know: the dictionary codes what a minister deals with and not the office, so that deputies and security
advisers have the code of defence ministers too. Taken are countries in which nobody else has it: no two terms overlap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from training.actors.row import TRAIN

SOURCE = "CountryInfo dictionary (Phoenix.Countries.actors.txt), MIT"
#: Countries whose terms were looked through; in others of one holder at a time it is the police or a deputy.
COUNTRIES = (
    "ALB BEL BGR CAN CHE CHL CMR COL CYP CZE DJI DNK DOM ERI ESP EST ETH FIN FJI GRC GTM HRV HUN IRL LBN LTU LVA MDV "
    "MKD NER NOR NPL PER POL SEN SUR SVK SWE TUN TWN URY VEN ZMB"
).split()
#: The last of the lists that the dictionary was made from: who is in it stayed in office at least until then.
LAST = "2010-12"
#: Names that the dictionary cuts or runs together.
SPELT = {
    "GORDON_OCONNOR": "Gordon O'Connor",
    "WILLIE_ODEA": "Willie O'Dea",
    "VSIGFRIDO_PARED_PEREZ": "Sigfrido Pared Perez",
    "YANNOS_PAPANDONIOU": "Yannos Papantoniou",
    "YIANNOS_PAPANDONIOU": "Yannos Papantoniou",
    "VINETS_VELDRE": "Vinets Veldre",
    "LI_CHIEH": "Lee Jye",
    "JYE_LEE": "Lee Jye",
    "YAO_MING_TANG": "Tang Yao-ming",
    "CECILIO_LEIVA_RODRIGUEZ": "Ronaldo Cecilio Leiva Rodriguez",
    "JORGE_GARCIA_CARNEIRO": "Jorge Luis Garcia Carneiro",
}

Term = tuple[str, str, str]


def defence_ministers() -> Iterator[tuple[str, str, str, str]]:
    """The office ("BEL.defence"), the name, and the first and last month of each term."""
    for country, terms in sorted(_terms().items()):
        terms.sort()
        if country in COUNTRIES and all(end < start for (_, end, _), (start, _, _) in pairwise(terms)):
            for start, end, name in terms:
                yield f"{country}.defence", SPELT.get(name, name.replace("_", " ").title()), start, end


def _terms() -> dict[str, list[Term]]:
    """First month, last month and name of those coded as dealing with defence, by country."""
    found: dict[str, list[Term]] = defaultdict(list)
    name = ""
    with (TRAIN / "dictionaries" / "Phoenix.Countries.actors.txt").open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if opening := re.match(r"([A-Z][^\s;]*?)_*\s*(;|$|\[)", line):
                name = opening[1]
            elif term := re.match(r"\s+\[([A-Z]{3})GOVMIL (?:>(\d+)|(\d+)-(\d+))\]", line):
                start = _month(term[2] or term[3])
                found[term[1]].append((start, _month(term[4]) if term[4] else max(start, LAST), name))
    return found


def _month(digits: str) -> str:
    """The month of "030101" or "20030101"."""
    if len(digits) == 6:
        digits = ("19" if digits[:2] > "20" else "20") + digits
    return f"{digits[:4]}-{digits[4:6]}"
