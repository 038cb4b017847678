"""A report as it was read, and what persons ruled of its events → the report as they say it should have been read.

In: a document and rulings that hold. Out: the document with the corrections in it. One thing to know: a ruling gives a
value and no words. They are looked for among the report's own claims, then as the name or number itself; a correction
without words in the report is knowledge from elsewhere, and does not make what was read a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tacitus.records.event import Claim, Document, Event
from tacitus.records.incident import Ruling
from tacitus.records.report import content_id
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue, PlaceValue, TimeValue, TollValue, Value, WeaponValue

#: Kinds of ruling that say something of one report.
KINDS = ("correct", "reject", "confirm")


@dataclass(frozen=True, slots=True)
class Ruled:
    """The corrected document; the events that were ruled on and are left, by whom, and what has no words in it."""

    document: Document
    events: tuple[str, ...]
    by: tuple[str, ...]
    unfounded: tuple[tuple[str, str], ...]


def ruled(document: Document, rulings: Sequence[Ruling]) -> Ruled:
    """The document as persons say; of two rulings on one thing the later holds."""
    mine = {event.id for event in document.events}
    said = [each for each in rulings if each.kind in KINDS and each.events[0] in mine]
    rejected: set[str] = set()
    corrected: dict[str, dict[str, Value | None]] = {}
    for each in sorted(said, key=lambda ruling: (ruling.at, ruling.id)):
        event = each.events[0]
        if each.kind == "reject":
            rejected.add(event)
        elif each.kind == "correct" and each.field:
            corrected.setdefault(event, {})[each.field] = each.value
    events, unfounded = [], []
    for event_ in document.events:
        if event_.id in rejected:
            continue
        for name, value in corrected.get(event_.id, {}).items():
            claims = _corrected(event_, name, value, document)
            if claims is None:
                unfounded.append((event_.id, name))
            else:
                event_ = replace(event_, claims=claims)
        events.append(event_)
    left = {event.id for event in events}
    asked = dict.fromkeys(each.events[0] for each in said if each.events[0] in left)
    by = dict.fromkeys(each.by for each in said)
    return Ruled(replace(document, events=tuple(events)), tuple(asked), tuple(by), tuple(unfounded))


def _corrected(event: Event, name: str, value: Value | None, document: Document) -> tuple[Claim, ...] | None:
    """The event's claims with that value on the field; None if the report has no words for it."""
    others = tuple(claim for claim in event.claims if claim.field != name)
    if value is None:
        return others
    same = [claim for claim in event.claims if claim.field == name and _is_one(claim.value, value)]
    if same:
        return (*others, *(replace(claim, value=_whole(claim.value, value)) for claim in same))
    span = next(_words(value, document), None)
    if span is None:
        return None
    claim = Claim(content_id(event.id, name, str(span.start)), name, value, span, None, "asserted", 1.0)
    return (*others, claim)


def _words(value: Value, document: Document) -> Iterator[Span]:
    """Where the report has words for a value: where another claim has it, else where it is named, the first first."""
    for event in document.events:
        yield from (claim.span for claim in event.claims if _is_one(claim.value, value))
    for words in _names(value):
        for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", document.report.text):
            yield Span(found.start(), found.end())


def _names(value: Value) -> Iterator[str]:
    """How a report may write a value."""
    if isinstance(value, ActorValue | PlaceValue | WeaponValue) and value.name.strip():
        yield value.name.strip()
    elif isinstance(value, ContentValue) and value.text and value.text.strip():
        yield value.text.strip()
    elif isinstance(value, TimeValue) and value.earliest:
        yield value.earliest[:10]
    elif isinstance(value, TollValue) and value.low:
        yield from dict.fromkeys((str(value.low), f"{value.low:,}"))


def _is_one(one: Value, other: Value) -> bool:
    """Whether two values say the same, however much else is told of one of them."""
    if isinstance(one, TollValue) and isinstance(other, TollValue):
        return (one.low, one.high) == (other.low, other.high)
    if isinstance(one, TimeValue) and isinstance(other, TimeValue):
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    if isinstance(one, ActorValue) and isinstance(other, ActorValue):
        known = one.actor is not None and one.actor == other.actor
        return known or one.name.casefold() == other.name.casefold()
    if isinstance(one, PlaceValue) and isinstance(other, PlaceValue):
        known = one.gazetteer_id is not None and one.gazetteer_id == other.gazetteer_id
        return known or (one.name.casefold(), one.country) == (other.name.casefold(), other.country)
    if isinstance(one, WeaponValue) and isinstance(other, WeaponValue):
        return one.name.casefold() == other.name.casefold()
    return one == other


def _whole(read: Value, said: Value) -> Value:
    """What the person says, with what only the reader knows: of which other toll a toll is a part."""
    if isinstance(read, TollValue) and isinstance(said, TollValue):
        return replace(said, part_of=said.part_of or read.part_of, who=said.who or read.who)
    return said
