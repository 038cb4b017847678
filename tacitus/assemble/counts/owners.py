"""Whose dead they are: a count that several events of a report have → the events that it is a count of.

In: the events of a report, some with one count. Out: the same, each count with the events told in its own sentence. One
thing to know: one count may well be that of two attacks, but then its sentence tells of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tacitus.assemble.grouping.happenings import Happening
from tacitus.records.event import Event
from tacitus.records.sides import opposed
from tacitus.records.span import Span
from tacitus.records.value import TOLL_FIELDS, TollValue

#: "Ten people in the town, including a child".
_INCLUDING = re.compile(r"(?:(?!\band\b)[^.;\n]){0,40}?,?\s+including\s+(?:also\s+)?", re.I)
BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?)\b(?: of(?: the)?)?", re.I)


def _may_be_among(events: Sequence[Event], earlier: int, later: int, span: Span) -> bool:
    """Whether the dead that one event counts can be among those of an event told before it."""
    bodies = next(c.value for c in events[later].of("killed") if c.span == span)
    dead = [c.value for c in events[earlier].of("killed") if c.span < span]
    return isinstance(bodies, TollValue) and any(
        isinstance(d, TollValue) and d.low >= bodies.low and not opposed(d.who, bodies.who) for d in dead
    )


#: "Two of the injured", "one of the dead": some of those who were counted before.
_SOME_OF = r"(?:at least )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several|many|most|both) of the "
_OF_THE_HURT = re.compile(rf"{_SOME_OF}(?:[\w-]+ )?(?:injured|wounded)\b", re.I)
_OF_THE_DEAD = re.compile(rf"{_SOME_OF}(?:[\w-]+ )?(?:dead|killed|slain|victims|deceased)\b", re.I)
_HIM = re.compile(r"(?:him|her|he|she|them|they|his|their|himself|herself)", re.I)


def own_tolls(events: Sequence[Event], found: Sequence[Happening], sentences: Sequence[Span], text: str) -> list[Event]:
    """Each count with the events told in its own sentence; where none is, with the one that is surest of it.

    One count may well be that of two attacks, but then its sentence tells of both.
    """
    owners: dict[tuple[str, Span], list[int]] = {}
    for n, event in enumerate(events):
        for claim in event.of(*TOLL_FIELDS):
            owners.setdefault((claim.field, claim.span), []).append(n)
    lost: dict[int, set[tuple[str, Span]]] = {}
    for field, span in owners:  # "They killed him": whoever that is, another event has counted him
        counted = {n for (f, s), several in owners.items() if f == field and s != span for n in several}
        if _HIM.fullmatch(span.of(text)) and counted - set(owners[field, span]):
            for n in owners[field, span]:
                lost.setdefault(n, set()).add((field, span))
    for field, span in owners:  # "one of the injured is in danger": who was counted where they were
        some_of = {"injured": _OF_THE_HURT, "killed": _OF_THE_DEAD}.get(field)
        if some_of and some_of.match(text, span.start):
            counted = {n for (f, s), several in owners.items() if f == field and s < span for n in several}
            for n in set(owners[field, span]) - counted if counted else ():
                lost.setdefault(n, set()).add((field, span))
    for key in owners:  # the bodies found after a fight are its dead
        if key[0] == "killed" and BODIES.search(text, max(0, key[1].start - 40), key[1].end):
            fought = {n for (f, s), several in owners.items() if f == "killed" and s < key[1] for n in several}
            for n in owners[key]:
                if any(_may_be_among(events, m, n, key[1]) for m in fought - {n}):
                    lost.setdefault(n, set()).add(key)
    for key, whole in _included(sorted(owners), text):  # "ten people, including a child": where the ten are
        for n in set(owners[key]) - set(owners[whole]):
            lost.setdefault(n, set()).add(key)
    for key, several in owners.items():
        if len(several) == 1:
            continue
        at = next((i for i, s in enumerate(sentences) if s.holds(key[1])), -1)
        near = [n for n in several if any(t.sentence == at for t in found[n].tellings)]
        kept = near or [max(several, key=lambda n: max(c.confidence for c in events[n].of(key[0]) if c.span == key[1]))]
        for n in several:
            if n not in kept:
                lost.setdefault(n, set()).add(key)
    return [
        replace(e, claims=tuple(c for c in e.claims if (c.field, c.span) not in lost[n])) if n in lost else e
        for n, e in enumerate(events)
    ]


def _included(counts: Sequence[tuple[str, Span]], text: str) -> Iterator[tuple[tuple[str, Span], tuple[str, Span]]]:
    """Counts that the words include in the one before them, each with that one."""
    for one, other in pairwise(counts):
        if one[0] == other[0] and _INCLUDING.fullmatch(text, one[1].end, other[1].start):
            yield other, one
