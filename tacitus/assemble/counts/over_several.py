"""Totals of several happenings: "Nine died on Sunday. Shells killed six at the mill. Three fell by the ford".

In: the events of a report. Out: the same, each total with every event whose own count it sums up, and those counts as
its parts; and of one event the counts that are its own. One thing to know: only what comes to the total exactly is
taken for its parts, and nobody who is told as some of those before ("two women among them").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tacitus.assemble.counts.wholes import toll_of
from tacitus.assemble.words import SENTENCE_END
from tacitus.records.event import Claim, Event
from tacitus.records.report import content_id
from tacitus.records.sides import anybody, same_people, young

#: What is told as done, one way or another.
_DONE = frozenset({"actual", "historical"})
#: Of fewer than these two happenings hardly have a total of their own.
_LEAST = 3
#: Happenings beside the first that one total sums up, at most.
_MOST = 3
#: Counts after a total among which its parts are looked for.
_NEXT = 8
_AMONG = re.compile(
    r"\b(?:includ\w+|among|of (?:them|whom|which|those|the (?:dead|victims|killed|wounded|injured)))\b", re.I
)
#: Characters behind a count that may say so.
_BEHIND = 40
_SENTENCES = re.compile(rf"{SENTENCE_END.pattern}|\n")

Told = tuple[int, Claim]


def with_totals(events: Sequence[Event], text: str) -> tuple[list[Event], dict[str, str]]:
    """The events, each total of several with all of these; and by the id of such a total that of its part."""
    found = list(events)
    totals: dict[str, str] = {}
    for field in ("killed", "injured"):
        told = sorted(
            ((n, c) for n, e in enumerate(events) if e.realis in _DONE for c in e.of(field) if c.stance != "denied"),
            key=lambda each: each[1].span,
        )
        for n, whole in told:
            for m, part in _summands(n, whole, told, text):
                id_ = content_id(found[m].id, field, str(whole.span.start), str(whole.span.end))
                total = whole if m == n else replace(whole, id=id_)
                found[m] = _with_part(found[m], total, part)
                totals[total.id] = part.id
    return found, totals


def own_counts(event: Event, totals: Mapping[str, str]) -> list[Claim]:
    """The claims of an event without the totals of several, its own count a part of nothing."""
    own = {part for whole, part in totals.items() if any(c.id == whole for c in event.claims)}
    return [
        replace(c, value=replace(toll_of(c), part_of=None)) if c.id in own else c
        for c in event.claims
        if c.id not in totals
    ]


def _summands(n: int, whole: Claim, told: Sequence[Told], text: str) -> Sequence[Told]:
    """The event's own count and those of others that come to the total; none where there are none, or all its own."""
    value = toll_of(whole)
    if value.part_of or value.low < _LEAST or not _is_a_number(whole, text):
        return ()
    after = [(m, c) for m, c in told if c.span.start >= whole.span.end and _may_be_part(c, whole, text)][:_NEXT]
    own = [(m, c) for m, c in after if m == n and not young(toll_of(c).who)]
    parts = {c.span: toll_of(c).low for m, c in told if m == n and toll_of(c).part_of == whole.id}
    if sum(parts.values()) >= value.low:
        return ()
    others = [(m, c) for m, c in after if m != n and not toll_of(c).part_of and c.span not in {c.span for _, c in own}]
    for mine in own:
        rest = value.low - toll_of(mine[1]).low
        for size in range(1, _MOST + 1):
            for several in combinations(others, size):
                apart = len({m for m, _ in several}) == len({c.span for _, c in several}) == size
                if apart and sum(toll_of(c).low for _, c in several) == rest:
                    return mine, *several
    return ()


def _is_a_number(count: Claim, text: str) -> bool:
    """Whether it gives a number that parts can come to: "nine", "at least 45", and not "more than 50"."""
    value = toll_of(count)
    return value.high == value.low or (value.high is None and str(value.low) in count.span.of(text))


def _may_be_part(claim: Claim, whole: Claim, text: str) -> bool:
    """Whether a later count is told in a sentence of its own, of people who may be of those of the total."""
    value, all_ = toll_of(claim), toll_of(whole)
    if not 0 < value.low < all_.low or not _is_a_number(claim, text) or not same_people(value.who, all_.who):
        return False
    if value.low == 1 and not anybody(value.who):
        return False  # some of the dead, told as such: "a policeman"
    *before, sentence = _SENTENCES.split(text[whole.span.end : claim.span.start])
    words = sentence + text[claim.span.start : claim.span.end + _BEHIND]
    return bool(before) and not _AMONG.search(words)


def _with_part(event: Event, whole: Claim, part: Claim) -> Event:
    """The event with the total, and its own count as a part of that."""
    claims = [replace(c, value=replace(toll_of(c), part_of=whole.id)) if c.id == part.id else c for c in event.claims]
    if all(c.id != whole.id for c in claims):
        claims.append(whole)
    return replace(event, claims=tuple(sorted(claims, key=lambda c: (c.span, c.field))))
