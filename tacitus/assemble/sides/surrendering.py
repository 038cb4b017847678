"""Who is counted as surrendering does it: "six members of the Front, Omar Said, Ali Khan, surrendered".

In: the claims of a surrender and what the words for parties stand for. Out: the claims, with the counted people's side
as a doer where the reader linked persons alone. One thing to know: a side that is among the doers already stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tacitus.records.event import Claim
from tacitus.records.report import content_id
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

_SIDES = frozenset(("rebel", "militia", "criminal", "gunmen", "military", "police"))


def with_the_counted(event_id: str, claims: Sequence[Claim], actors: Mapping[Span, ActorValue]) -> list[Claim]:
    """The claims of a surrender with the side of those whom it counts."""
    doers = [c.value for c in claims if c.field == "perpetrator" and isinstance(c.value, ActorValue)]
    found = [*claims]
    if any(doer.kind in _SIDES for doer in doers):
        return found
    for count in (c for c in claims if c.field == "surrendered"):
        sides = [span for span, value in actors.items() if count.span.holds(span) and value.kind in _SIDES]
        if sides:
            span = min(sides, key=lambda side: (side.start, -side.end))
            told = content_id(event_id, "perpetrator", str(span.start), str(span.end))
            others = [c for c in found if c.id != told]
            return [*others, replace(count, id=told, field="perpetrator", value=actors[span], span=span)]
    return found
