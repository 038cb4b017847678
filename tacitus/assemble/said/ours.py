"""Whom "we" and "our fighters" mean: in a quotation the party of who speaks, elsewhere in a communiqué its issuer.

In: what is known of a report's first person, its quotes and what its actors stand for. Out: the value of each such
mention. One thing to know: "our soldiers" of a paper's own words, or of words whose speaker is not known, mean nobody
that can be told, and stay as they are; so do those that another tells without quotation marks where no issuer is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tacitus.records.event import Quote
from tacitus.records.resolved import Ours
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

#: Parts that only an issuer has: "your brothers" and "the mujahideen" that it praises.
_ISSUERS = frozenset(("praised", "yours"))
_REBELS = frozenset(("rebel", "militia", "criminal"))
_FIGHTING = _REBELS | {"military", "party"}
_RULING = frozenset(("state", "government"))
_BODIES = _FIGHTING | _RULING | {"police", "intelligence", "igo", "ngo", "company", "community", "other"}


def ours(
    text: str, known: Ours, quotes: Sequence[Quote], direct: Sequence[Span], actors: Mapping[Span, ActorValue]
) -> dict[Span, ActorValue]:
    """Whom each mention of a report's first person means, where that can be told; ``direct`` are direct quotes."""
    found: dict[Span, ActorValue] = {}
    for span, part in known.parts.items():
        quoted, speaker = _speaker(text, span, known, quotes, direct, actors)
        if not quoted and known.issuer is not None:
            speaker = known.issuer.actor
        elif part in _ISSUERS:
            continue
        value = _own(part, speaker, actors.get(span)) if speaker else None
        if value is not None:
            found[span] = value
    return found


def _speaker(
    text: str,
    span: Span,
    known: Ours,
    quotes: Sequence[Quote],
    direct: Sequence[Span],
    actors: Mapping[Span, ActorValue],
) -> tuple[bool, ActorValue | None]:
    """Whether words stand in a direct quotation, and the party of its speaker."""
    around = [q for q in quotes if q.span.holds(span)]
    quote = min(around, key=lambda q: q.span.end - q.span.start, default=None)
    marked = any(q.holds(span) for q in direct)
    if not marked and (quote is None or not _is_after_colon(text, quote)):
        return False, None
    if quote is None or quote.speaker is None:
        return True, None
    said, party = quote.speaker.actor, known.behind.get(quote.speaker.span)
    if party is None and said is not None and said.kind in _BODIES and (said.actor or said in known.behind.values()):
        party = said
    return True, party


def _is_after_colon(text: str, quote: Quote) -> bool:
    """Whether words follow their speaker and a colon, as in a headline or a transcript."""
    return quote.cue is not None and quote.cue.of(text) == ":"


def _own(part: str, speaker: ActorValue, value: ActorValue | None) -> ActorValue | None:
    """The party that a part of a speaker's is."""
    if speaker.kind not in _BODIES:
        return None
    if part == "":
        return speaker
    if part in _ISSUERS:
        return speaker if speaker.kind in _REBELS else None
    if value is None:
        return None
    if value.name[:1].isupper() or any(c.isdigit() for c in value.name):  # "our Third Column"
        return replace(value, kind=speaker.kind, country=speaker.country) if speaker.kind in _FIGHTING else None
    if speaker.kind in _RULING and speaker.country:
        return ActorValue(f"gov:{speaker.country}.{part}", value.name, part, speaker.country)
    if part == "police" and speaker.kind == "military":
        return None
    if speaker.kind == "igo":
        return replace(speaker, kind="military")
    return speaker if speaker.kind in _FIGHTING | {"police", "intelligence"} else None
