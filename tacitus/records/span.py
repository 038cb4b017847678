"""A span: where words stand in a report's text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Start and end (exclusive) in Unicode code points of the report's text.

    A tuple and no dataclass, since a report makes, hashes and compares tens of thousands.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies inside this one (or is the same)."""
        return self.start <= other.start and other.end <= self.end


def holding(spans: Sequence[Span], inner: Span) -> Span | None:
    """The one that holds a span, of spans in order that do not overlap, as sentences are."""
    at = bisect_right(spans, (inner.start, _FAR)) - 1
    return spans[at] if at >= 0 and inner.end <= spans[at].end else None


def outside(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """Those of the spans that share no character with any of the others, in their order."""
    runs: list[Span] = []  # the others, put together where they overlap
    for other in sorted(others):
        if runs and other.start < runs[-1].end:
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, other.end))
        else:
            runs.append(other)
    free = []
    for span in spans:
        at = bisect_left(runs, (span.end,)) - 1  # the last run that begins before the span ends
        if at < 0 or runs[at].end <= span.start:
            free.append(span)
    return free


_FAR = 10**9  # behind the end of every text
