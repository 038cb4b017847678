"""Who stands right behind the "by" of a deed did it: "nine cooks held by the Front".

In: the tellings of a report and its mentions. Out: the same, each participle with the party behind its "by" as a doer.
One thing to know: the reader mostly links it; only what it left out is added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.markup import Mention

_DONE = re.compile(r"(?!crash)\w+(?:ed|en|ld|un|wn|ung|uck|ught|ot)", re.I)
_BY = re.compile(r"\s+by\s+(?:(?:the|an?|some|suspected|unidentified|unknown)\s+)*", re.I)
_BELIEVED = 0.8


def with_those_behind_by(text: str, mentions: Sequence[Mention], found: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings, each with the party behind its "by"."""
    longest = sorted((m for m in mentions if m.kind == "actor"), key=lambda m: m.span.end)
    parties = {m.span.start: m for m in longest}
    for telling in found:
        span = telling.trigger.span
        by = _BY.match(text, span.end) if _DONE.fullmatch(text, span.start, span.end) else None
        party = parties.get(by.end()) if by else None
        if party and not any(s.overlaps(party.span) for role in ("agent", "weapon") for s in telling.spans(role)):
            telling.roles["agent"] = [*telling.roles.get("agent", ()), (party, _BELIEVED)]
    return found
