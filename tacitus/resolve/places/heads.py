"""The place that heads an item of a digest, and holds what the item names: "WARDAK - Three were held in Sayed Abad".

In: the text, its place phrases and the gazetteer. Out: the phrases, with the head of their item as their widest holder.
One thing to know: one line with a head is a dateline; from two on they are a digest's. A country or a large town in an
item may lie elsewhere ("came from Pakistan"), a village does not where the head is a province or district.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from tacitus.records.letters import at_lines
from tacitus.records.span import Span
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.phrase import Named, Phrase

_HEAD = re.compile(
    r"^[ \t]*(?:[*•·▪●–—-][ \t]+)?(?P<name>[A-Z][A-Z'’-]+(?: [A-Z'’-]+){0,2})"
    r"(?:[ \t]+[-–—]{1,2}[ \t]+|:[ \t]+)(?=[\"“A-Z\d])",
    re.M,
)
_UNITS = frozenset(("province", "district"))
_LIKE = 0.8  # how like a unit's name a head must be
_LARGE = 4.7  # people (power of ten) of a town that an item may name though it lies elsewhere


def with_heads(text: str, phrases: Mapping[Span, Phrase], gazetteer: Gazetteer) -> dict[Span, Phrase]:
    """The phrases with the heads of the items that they stand in."""
    heads = [m for m in at_lines(_HEAD, text) if gazetteer.lookup(m["name"])]
    if len(heads) < 2:
        return dict(phrases)
    starts = [m.start() for m in heads]
    found = dict(phrases)
    for span, phrase in phrases.items():
        at = bisect_right(starts, span.start) - 1
        if at < 0 or span.start < heads[at].end() or "\n" in text[heads[at].end() : span.start] or phrase.head is None:
            continue
        found[span] = replace(phrase, holders=(*phrase.holders, _holder(heads[at]["name"], phrase.head, gazetteer)))
    return found


def _holder(name: str, head: Named, gazetteer: Gazetteer) -> Named:
    unit = any(place.kind in _UNITS and place.likeness >= _LIKE for place in gazetteer.lookup(name))
    meant = [place for reading in head.readings for place in gazetteer.lookup(reading)]
    small = not any(place.kind in ("country", "region") or place.magnitude >= _LARGE for place in meant)
    return Named((name.title(),), certain=unit and small)
