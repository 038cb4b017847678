"""Spans: which of them lie outside others."""

from __future__ import annotations

from itertools import combinations

from tacitus.records.span import Span, outside


def test_outside_leaves_what_shares_no_character() -> None:
    """In their order, whatever the others' order, and also where these overlap or touch one another."""
    others = [Span(10, 14), Span(2, 5), Span(3, 8), Span(8, 9)]
    assert outside([Span(9, 10), Span(0, 2), Span(13, 20), Span(8, 9), Span(4, 5)], others) == [Span(9, 10), Span(0, 2)]
    assert outside([Span(0, 2)], []) == [Span(0, 2)]


def test_outside_says_what_overlaps_does() -> None:
    """As asking of each pair would."""
    spans = [Span(start, end) for start, end in combinations(range(7), 2)]
    for others in combinations(spans, 2):
        assert outside(spans, others) == [s for s in spans if not any(s.overlaps(o) for o in others)]
