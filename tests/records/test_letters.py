"""Capitals and letters, counted by bytes, are those that the letters themselves say they are."""

import pytest

from tacitus.records.letters import capitals, letters, small_letters


@pytest.mark.parametrize("text", ["", "The Mayor of Żółw, 12 May", "ÉTÉ ßß 東京 ДОМ дом", "half \ud800 a sign"])
def test_counts_are_those_of_the_letters(text: str) -> None:
    assert capitals(text) == sum(map(str.isupper, text))
    assert small_letters(text) == sum(map(str.islower, text))
    assert letters(text) == sum(map(str.isalpha, text))
