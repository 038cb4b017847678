"""What became of whom, as the grammar tells it."""

import pytest

from tacitus.records.resolved import Counted
from tacitus.records.value import TollValue
from tacitus.resolve.counts import find_counts
from tacitus.resolve.fates import fates


def told(text: str) -> dict[str, str]:
    counts = [Counted(c.span, TollValue(c.bounds.low, c.bounds.high, c.who)) for c in find_counts(text)]
    return {count.span.of(text): field for count, field in fates(text, counts).items()}


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed nine people, a doctor said.",
        "The blast killed nine people, a doctor at the hospital told the agency.",
        "The blast killed nine people and a doctor said more were trapped.",
    ],
)
def test_who_tells_of_the_dead_is_not_one_of_them(text: str) -> None:
    assert told(text) == {"nine people": "killed"}


def test_what_joins_a_count_shares_its_fate() -> None:
    assert told("The blast wounded two men, a nurse and a child.") == {
        "two men": "injured", "a nurse": "injured", "a child": "injured"
    }  # fmt: skip
