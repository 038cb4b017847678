"""A text's lines."""

from __future__ import annotations

from tacitus.sources.words import line_spans


def test_lines_are_without_the_blanks_around_them_and_empty_ones_are_none() -> None:
    text = "  Two men \n\t\n\nfell.\r\n"
    assert [span.of(text) for span in line_spans(text)] == ["Two men", "fell."]
    assert [span.of(text) for span in line_spans(text, 4)] == ["o men", "fell."]


def test_a_page_of_blanks_takes_no_time() -> None:
    assert not list(line_spans(" " * 200_000))
