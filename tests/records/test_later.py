"""Those who died after the others of their count."""

import time

import pytest

from tacitus.records.later import died_later
from tacitus.records.span import Span


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nine died. Two of the wounded were lost on the way to Sarh.", "Two"),
        ("The toll is now seven, with the death of a miller.", "a miller"),
        ("Ten are dead following the demise of three of the injured.", "three"),
        ("The toll is twelve, two guards having died in Paoua.", "two guards"),
        ("Six are dead, as a weaver succumbed this morning.", "a weaver"),
        ("Original toll four, now six dead as two cooks died in Sarh.", "two cooks"),
        ("Three men were killed. The third, Omar Said, died in hospital on Monday.", "Omar Said"),
        ("Nine fell at the ford. Corporal Nur, who succumbed on Monday, is the ninth.", "Corporal Nur"),
        ("The raid killed eight. One has since died.", "One"),
    ],
)
def test_who_died_later(text: str, count: str) -> None:
    assert died_later(text, _span(text, count))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nine people died, two of them children.", "two of them"),
        ("A raid on the mill killed nine people on Tuesday.", "nine people"),
        ("Five soldiers were killed when a mine went off; three porters died too.", "Five soldiers"),
        ("Four guards died at the gate and six in the yard.", "Four guards"),
    ],
)
def test_who_died_with_the_others(text: str, count: str) -> None:
    assert not died_later(text, _span(text, count))


def test_a_long_text_takes_no_time() -> None:
    text = "nine " + "who had the and of hospital died in the in the " * 2000
    before = time.perf_counter()
    died_later(text, Span(0, 4))
    assert time.perf_counter() - before < 0.05
