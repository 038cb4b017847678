"""Counts that are told as a figure that somebody gives."""

import time

import pytest

from tacitus.records.given import is_given
from tacitus.records.span import Span


def _is(text: str, words: str) -> bool:
    at = text.index(words)
    return is_given(text, Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fourteen died, nurses said, while the ministry admits nine deaths.", "nine deaths"),
        ("The mayor gave 15, while boatmen put it at 50.", "15"),
        ("The mayor gave 15, while boatmen put it at 50.", "50"),
        ("The raid killed six, police say; a peace worker says ten, and others more.", "ten"),
        ("Two were killed; the union speaks of at least 41 weavers.", "41 weavers"),
        ("Four officers died, the official figure being two.", "two"),
    ],
)
def test_a_figure_that_somebody_gives(text: str, count: str) -> None:
    assert _is(text, count)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The raid killed six, and police said three gunmen got away.", "three gunmen"),
        ("Six were shot near a camp of nine tents.", "nine"),
        ("The blast killed six and nine came later.", "nine"),
    ],
)
def test_other_counts_are_nobodys_figure(text: str, count: str) -> None:
    assert not _is(text, count)


def test_long_texts_take_no_time() -> None:
    text = "put the some at least more than " * 4000 + "9"
    start = time.perf_counter()
    is_given(text, Span(len(text) - 1, len(text)))
    assert time.perf_counter() - start < 0.2
