"""Stems → how much it says that two events share them: a rare word more than a common one.

In: stems in small letters. Out: weights. One thing to know: ``rarity.json`` counts in how many of the corpus' reports
each stem stands (``python -m training.merging``), so a weight never depends on what lies in a ledger.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

#: Tenths that a stem weighs that stands in hardly any report: a name, or a word that is rare in news.
RARE = 55


@cache
def table() -> Mapping[str, int]:
    """The weight in tenths of each stem that is not rare."""
    found: dict[str, int] = json.loads((files("tacitus") / "merge" / "accounts" / "rarity.json").read_text("utf-8"))
    return found


def rarity(reports: int, all_reports: int) -> int:
    """What a stem weighs, in tenths, that stands in so many of all reports."""
    return min(RARE, round(10 * math.log((all_reports + 1) / (reports + 0.5))))


def weight(stems: Collection[str]) -> float:
    """What stems weigh together. Whole tenths are added, so the order of a set changes nothing."""
    total = 0
    if stems:  # a loop, and not a sum over a generator: this is where merging spends its time
        known = table()
        for stem in stems:
            total += known.get(stem, RARE)
    return total / 10
