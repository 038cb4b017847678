"""The reader's links from a count to the whole that it is a part of, as far as they can be so.

In: the counts of one event and the links. Out: the counts with ``part_of`` set. One thing to know: the reader links
too much. What is more than its whole, or is told of another place in the same breath, is no part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tacitus.records.event import Claim
from tacitus.records.span import Span
from tacitus.records.two_places import of_two_places
from tacitus.records.value import TollValue


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
    more = isinstance(part.value, TollValue) and isinstance(whole.value, TollValue) and part.value.low > whole.value.low
    return not more
