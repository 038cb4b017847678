"""A sentence that counts the dead of several places: which words belong to which ("12 at the mill, 4 at the ford").

In: the words and the markup of a report. Out: whether two spans of one sentence stand in clauses that tell of different
places. One thing to know: a sentence is cut only where what stands on both sides has a trigger, a count and a place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tacitus.records.markup import Markup
from tacitus.records.report import Report
from tacitus.records.span import Span, holding

_WHILE = re.compile(r",?\s(?:while|whereas)\s|;\s|,\s(?:as|but)\s")
_AND = re.compile(r";\s|,?\s(?:and|while|but|whereas)\s")


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where sentences are cut, in order."""

    cuts: tuple[int, ...]

    @classmethod
    def of(cls, report: Report, markup: Markup) -> Clauses:
        """The cuts of a report's sentences."""
        counts: dict[Span, list[Span]] = defaultdict(list)
        for span in sorted(m.span for m in markup.mentions if m.kind == "toll"):
            if sentence := holding(markup.sentences, span):
                counts[sentence].append(span)
        several = ((sentence, theirs) for sentence, theirs in counts.items() if len(theirs) > 1)
        return cls(tuple(cut for sentence, theirs in several for cut in _cuts(report.text, markup, sentence, theirs)))

    def parted(self, one: Span, other: Span) -> bool:
        """Whether a cut stands between two spans."""
        return bisect_right(self.cuts, one.start) != bisect_right(self.cuts, other.start)


def _cuts(text: str, markup: Markup, sentence: Span, counts: Sequence[Span]) -> Iterator[int]:
    ands = [[*_AND.finditer(text, one.end, max(one.end, other.start + 1))] for one, other in pairwise(counts)]
    joints = [found[-1].start() for found in ands if found]
    if not joints:
        return
    told = (
        [t.span.start for t in markup.triggers if sentence.holds(t.span)],
        [m.span.start for m in markup.mentions if m.kind in ("place", "facility") and sentence.holds(m.span)],
        [span.start for span in counts],
    )
    begin = sentence.start
    for joint in joints:
        if _all_told(told, begin, joint) and _all_told(told, joint, sentence.end):
            begin = joint
            yield begin


def _all_told(told: Sequence[Sequence[int]], begin: int, end: int) -> bool:
    return all(any(begin <= at < end for at in each) for each in told)


def beyond(text: str, one: Span, other: Span) -> bool:
    """Whether a "while" or the like parts two spans of a sentence: each side of it tells of something else."""
    first, second = sorted((one, other))
    return _WHILE.search(text, first.end, max(first.end, second.start)) is not None


def at_another_time(text: str, count: Span, trigger: Span) -> bool:
    """Whether who is counted came to harm at another time: "nine died hours after a raid on the ford"."""
    if not 0 < trigger.start - count.end <= _CLAUSE:
        return False
    later = _LATER.search(text, count.end, trigger.start)
    return later is not None and later[0].endswith(" ")  # who died days after it died of it


#: Characters of a clause that tells when.
_CLAUSE = 150
_LATER = re.compile(
    r"(?:minutes|hours|days?|weeks?|months?) (?:after|before) (?:an?|another|the) (?:[\w-]+ ){0,4}$|"
    r"\b(?:died|dies|succumbed|hospital|wounds|injuries)\b"
)
