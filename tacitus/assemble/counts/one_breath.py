"""The dead and the hurt told in one breath: "nine were killed and twelve hurt when shells hit the mill".

In: the events of a report. Out: the same, both counts with the event whose deed is told nearest to them, where they had
fallen to two events. One thing to know: only a deed's own word ("hit", "raid") says whose they are; "killed" and
"hurt" go with any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tacitus.assemble.counts.wholes import toll_of
from tacitus.records.event import Claim, Event
from tacitus.records.fates import fate
from tacitus.records.report import content_id
from tacitus.records.span import Span

_HOW_MANY = r"(?:(?:at least|more than|over|about|around|some|another|up to|as many as|nearly)\s+)?"
#: "Nine people were killed and at least twelve", "killing nine and wounding twelve".
_ONE_BREATH = re.compile(
    r"(?:\s+(?:people|persons|civilians|others?|more))?(?:\s+(?:was|were|had been|have been|has been))?"
    r"(?:\s+(?:killed|dead|died|martyred|shot dead|injured|wounded|hurt))?,?\s+and\s+"
    rf"(?:(?:wounding|injuring|wounded|injured|hurting|killing|killed)\s+)?{_HOW_MANY}"
)
#: Characters on either side in which the deed is told.
_NEAR = 130
_STOP = re.compile(r"[.!?]\s|\n")

Told = tuple[str, Span]


def in_one_breath(events: Sequence[Event], text: str) -> list[Event]:
    """The events, each pair of counts told in one breath with the one whose deed is told beside it."""
    found = list(events)
    of: dict[Told, dict[int, Claim]] = {}
    for n, event in enumerate(events):
        for claim in event.of("killed", "injured"):
            of.setdefault((claim.field, claim.span), {})[n] = claim
    told = sorted(of, key=lambda count: count[1])
    deeds = [(span, n) for n, event in enumerate(events) for span in event.mentions if fate(span.of(text)) is None]
    for one, other in pairwise(told):
        apart = one[0] != other[0] and not of[one].keys() & of[other].keys()
        if not apart or not _ONE_BREATH.fullmatch(text, one[1].end, max(one[1].end, other[1].start)):
            continue
        pair = Span(one[1].start, other[1].end)
        to = _whose(pair, deeds, [count[1] for count in told], text)
        for mine, theirs in ((one, other), (other, one)):
            if to is not None and to in of[mine]:
                for at, event in _moved(found, theirs, of[theirs], to):
                    found[at] = event
    return found


def _whose(pair: Span, deeds: Sequence[tuple[Span, int]], counts: Sequence[Span], text: str) -> int | None:
    """The event whose deed is told nearest to two counts, in their sentence and with no other count between."""
    near = []
    for span, n in deeds:
        first, last = sorted((pair, span))
        if first.overlaps(last) or last.start - first.end > _NEAR or _STOP.search(text, first.end, last.start):
            continue
        if not any(first.end <= count.start and count.end <= last.start for count in counts):
            near.append((last.start - first.end, n))
    return min(near)[1] if near else None


def _moved(events: Sequence[Event], count: Told, of: Mapping[int, Claim], to: int) -> Iterator[tuple[int, Event]]:
    """The events that a count leaves, and the one that it goes to, each with its number."""
    for n in of:
        yield n, replace(events[n], claims=tuple(c for c in events[n].claims if (c.field, c.span) != count))
    surest = max(of.values(), key=lambda claim: claim.confidence)
    id_ = content_id(events[to].id, count[0], str(count[1].start), str(count[1].end))
    claims = (*events[to].claims, replace(surest, id=id_, value=replace(toll_of(surest), part_of=None)))
    yield to, replace(events[to], claims=tuple(sorted(claims, key=lambda c: (c.span, c.field))))
