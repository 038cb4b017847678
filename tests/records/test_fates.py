"""What becomes of people, in words."""

import pytest

from tacitus.records.fates import over_days


@pytest.mark.parametrize(
    ("words", "summed"),
    [
        ("Since Thursday bombardment has killed 44 people.", True),
        ("Air strikes have killed nearly 50 people over the past two days.", True),
        ("That brought to 49 the number killed on both days.", True),
        ("Shelling killed nine people on Thursday.", False),
        ("Twelve have died since then.", False),
    ],
)
def test_what_counts_over_days(words: str, summed: bool) -> None:
    assert over_days(words) is summed
