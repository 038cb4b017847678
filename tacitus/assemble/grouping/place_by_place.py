"""Counts that a sentence gives place by place: "killed five in Lom and three in Dara", "29 and 18 in Lom and Dara".

In: a text, the counts of people in it and its named places. Out: runs of shares, each a count with its place. One
thing to know: each count has its own place right behind it, or there are as many places as counts in the same order;
anything less parallel is no run.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tacitus.records.span import Span

_UNIT = (
    r"(?:province|district|area|town|city|village|region|governorate|county|state|camp|suburb|municipality|township)s?"
)
#: From a count to its place: "people in the city of", "near".
_AT = re.compile(
    r"(?:\s+(?:others?|more|people|persons|civilians|fighters|was|were|been|have|had|shot|dead|died|killed|wounded|injured|"
    r"hurt|arrested|detained|abducted|kidnapped))*"
    r"(?:\s+in\s+(?:an?|the|separate|two)\s+(?:[a-z-]+\s+){0,3}?(?:bombings?|blasts?|explosions?|attacks?|strikes?|raids?|"
    r"ambush(?:es)?|clash(?:es)?|shootings?|shelling))?"
    r"\s+(?:in and (?:around|near|outside)|in|at|near|around|outside|inside)"
    rf"(?:\s+(?:the|an?|nearby|neighbou?ring|central|capital|of|[a-z]+ern|(?:north|south)[a-z-]*|{_UNIT}))*\s+"
)
#: What may still belong to a place: "Lom district", "Lom, Dara state", "Lom on Sunday".
_PLACE_ENDS = (
    rf"(?:\s+{_UNIT})?(?:(?:,|\s+in|\s+of)\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)?(?:\s+{_UNIT})?)?"
    r"(?:\s+on\s+[A-Z][a-z]+day)?"
)
#: From a place to the next count.
_THEN = re.compile(
    rf"{_PLACE_ENDS}(?:\s*[,;]\s*(?:(?:and|while|plus)\s+)?|\s+(?:and|while|plus)\s+)"
    r"(?:(?:killed|wounded|injured|arrested|abducted|killing|wounding|injuring|arresting)\s+)?"
)
#: Between places that are told before or behind all counts, and between such counts.
_AND_IN = re.compile(rf"(?:\s+{_UNIT})?,?(?:\s+and)?(?:\s+(?:in|at|near))?(?:\s+(?:the|{_UNIT}|of|[a-z]+ern))*\s+")
_AND = re.compile(r",?\s+and\s+|,\s+")
_BARE = re.compile(r"(?:at least |about |some )?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)", re.I)
_BARE_IN = re.compile(
    r"[,;d]\s+((?:(?:at least|another)\s+)?(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve))\s+(?:others\s+|more\s+)?(?:in|at|near|around|outside|inside)"
    rf"(?:\s+(?:the|nearby|city|of|[a-z]+ern|{_UNIT}))*\s+$"
)
_RESPECTIVELY = re.compile(r"[^.;\n]{0,60}?\brespectively\b")
#: Between a place and what holds it.
_HELD_BY = re.compile(rf"(?:\s+{_UNIT})?(?:\s+(?:in|of)|,)\s+(?:the\s+)?(?:[a-z]+ern\s+)?")
#: Some of those who were counted before.
_OF_THEM = re.compile(r"\bof (?:them|whom|those|these|which|the (?:dead|victims|casualties|fatalities))\b")
_FAR = 80  # characters from a count to its place, or from a place to the next count


@dataclass(frozen=True, slots=True)
class Share:
    """A count and its place; ``words`` is all that is told of that place in the run."""

    count: Span
    place: Span
    words: Span


def runs(text: str, counts: Sequence[Span], places: Sequence[Span]) -> Iterator[tuple[Share, ...]]:
    """The runs of a text; one share alone is no run, but for "nine of them in Lom" and "including nine in Lom"."""
    starts = [place.start for place in places]
    found: list[tuple[Span, Span]] = []
    bare = {number for place in places if (number := _number_before(text, place))}
    bare = {n for n in bare if not any(n.overlaps(count) for count in counts)}
    for count in sorted([*counts, *bare]):
        at = bisect_left(starts, count.end)
        near = at < len(places) and places[at].start - count.end < _FAR
        if near and _AT.fullmatch(text, count.end, places[at].start):
            found.append((count, places[at]))
    run: list[tuple[Span, Span]] = []
    for pair in found:
        if run and not _goes_on(text, run[-1][1], pair[0]):
            yield from _run(text, run, places)
            run = []
        if run or pair[0] not in bare:
            run.append(pair)
    yield from _run(text, run, places)
    yield from _in_order(text, counts, places)


def _number_before(text: str, place: Span) -> Span | None:
    """The bare number that goes on with a run: "and seven in" Lom."""
    found = _BARE_IN.search(text, max(0, place.start - _FAR), place.start)
    return Span(*found.span(1)) if found else None


def _goes_on(text: str, place: Span, count: Span) -> bool:
    if not 0 < count.start - place.end < _FAR or _OF_THEM.search(text, count.start, count.end):
        return False
    return _THEN.fullmatch(text, place.end, count.start) is not None


def _run(text: str, pairs: Sequence[tuple[Span, Span]], places: Sequence[Span]) -> Iterator[tuple[Share, ...]]:
    later = len(pairs) == 1 and _LATER.search(text, pairs[0][0].end, pairs[0][1].start)
    if len(pairs) > 1 or (any(is_part(text, c) for c, _ in pairs) and not later):
        last = pairs[-1][1].end
        holder = next((p.end for p in places if p.start > last and _HELD_BY.fullmatch(text, last, p.start)), last)
        ends = [*(count.start for count, _ in pairs), holder][1:]
        yield tuple(Share(c, p, Span(c.start, end)) for (c, p), end in zip(pairs, ends, strict=True))


#: "One of them died in" the town where the hospital is.
_LATER = re.compile(r"\bdied\b")
_INCLUDING = re.compile(r"\b(?:including|among them|with)\s+$")


def is_part(text: str, count: Span) -> bool:
    """Whether a count is some of those who were counted before, and is told so: "nine of them", "including nine"."""
    if _OF_THEM.search(text, count.start, count.end):
        return True
    bare = _BARE.fullmatch(text, count.start, count.end)
    return bool(bare and _INCLUDING.search(text, max(0, count.start - 12), count.start))


def _in_order(text: str, counts: Sequence[Span], places: Sequence[Span]) -> Iterator[tuple[Share, ...]]:
    """As many counts as places, in the same order: "blasts in Lom and Dara killed nine and four people"."""
    for some in _lists(text, counts, _AND):
        wheres = [w for w in _lists(text, places, _AND_IN) if len(w) == len(some) and _beside(text, w, some)]
        told = _RESPECTIVELY.match(text, max(some[-1].end, wheres[0][-1].end)) if wheres else None
        if len(wheres) == 1 and (told or all(_BARE.fullmatch(text, *c) for c in some[:-1])):
            yield tuple(Share(c, p, c) for c, p in zip(some, wheres[0], strict=True))


def _lists(text: str, spans: Sequence[Span], joint: re.Pattern[str]) -> Iterator[list[Span]]:
    """The longest lists of two and more that stand side by side."""
    run: list[Span] = []
    for span in spans:
        if run and not (0 < span.start - run[-1].end < _FAR and joint.fullmatch(text, run[-1].end, span.start)):
            if len(run) > 1:
                yield run
            run = []
        run.append(span)
    if len(run) > 1:
        yield run


_NO_STOP = re.compile(r"[^.;:\n]{1,120}")


def _beside(text: str, places: Sequence[Span], counts: Sequence[Span]) -> bool:
    """Whether no sentence ends between the two lists."""
    first, second = sorted((Span(places[0].start, places[-1].end), Span(counts[0].start, counts[-1].end)))
    return first.end < second.start and _NO_STOP.fullmatch(text, first.end, second.start) is not None
