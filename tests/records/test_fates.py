"""What becomes of people, in words."""

import pytest

from tacitus.records.fates import over_days


@pytest.mark.parametrize(
    ("words", "summed"),
    [
        ("Since Easter mortars have killed 61 people.", True),
        ("Snipers shot some 30 people over the past four weeks.", True),
        ("It brought to 83 the number killed at the ford.", True),
        ("Mortars killed six people at noon.", False),
        ("Twelve have died since then.", False),
        ("Twelve have died since early morning.", False),
        ("Mortars have battered the valley in recent weeks.", True),
    ],
)
def test_what_counts_over_days(words: str, summed: bool) -> None:
    assert over_days(words) is summed
