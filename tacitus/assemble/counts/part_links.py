"""The reader's links from a count to the whole that it is a part of, as far as they can be so.

In: the counts of one event and the links. Out: the counts with ``part_of`` set. One thing to know: the reader links
too much. What is more than its whole, or is told of another place in the same breath, is no part; nor is what another
source counts of whom it says no more ("seven, said the monitor; at least four people, said the agency"), unless its
words say so (:mod:`tolls` reads these).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tacitus.assemble.counts.wholes import source_of
from tacitus.records.event import Claim
from tacitus.records.sides import anybody, same_people, young
from tacitus.records.span import Span
from tacitus.records.two_places import of_two_places
from tacitus.records.value import TollValue

#: "Five cooks and four porters were killed": the porters are none of the cooks.
_JOINED = re.compile(r",?\s+(?:and|as well as|along with)\s+(?:at least |some |about |around )?")


def linked_parts(counts: Sequence[Claim], links: Mapping[Span, Span], text: str) -> list[Claim]:
    """The counts, each part with the whole that a link gives it; ``links`` has the wholes by their parts."""
    by_span = {c.span: c for c in counts}
    wholes: dict[Span, str] = {}
    for small, large in links.items():
        part, whole = by_span.get(small), by_span.get(large)
        if part and whole and whole.span not in wholes and _may_be_part(part, whole, text):
            wholes[part.span] = whole.id
    return [
        replace(c, value=replace(c.value, part_of=wholes[c.span]))
        if c.span in wholes and isinstance(c.value, TollValue)
        else c
        for c in counts
    ]


def _may_be_part(part: Claim, whole: Claim, text: str) -> bool:
    if part.field != whole.field or part.id == whole.id or of_two_places(text, whole.span, part.span):
        return False
    if _JOINED.fullmatch(text, whole.span.end, max(whole.span.end, part.span.start)):
        return False
    few, all_ = part.value, whole.value
    if not (isinstance(few, TollValue) and isinstance(all_, TollValue)):
        return True
    if few.low > all_.low or (few.low == all_.low > 1 and _alike(few.who, all_.who)):
        return False
    if young(all_.who) and few.who and not (young(few.who) or anybody(few.who)):
        return False  # of children no teachers are a part
    return not (_another_says(part, whole) and few.low > 1 and (anybody(few.who) or few.who == all_.who))


def _alike(one: str | None, other: str | None) -> bool:
    """Whether as many of one sort as of the other are the same people: "six people … at least six"."""
    return anybody(one) == anybody(other) and same_people(one, other)


def _another_says(part: Claim, whole: Claim) -> bool:
    """Whether two counts have two sources, both named."""
    sources = {source_of(part), source_of(whole)}
    return None not in sources and len(sources) == 2
