"""Who is meant by a description of people."""

import pytest

from tacitus.records.sides import fighters


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("terrorist", True),
        ("the rebels", True),
        ("two suicide attackers", True),
        ("rebel rockets", False),
        ("a car bomb", False),
        ("", False),
    ],
)
def test_fighters_are_people_and_their_weapons_are_not(words: str, expected: bool) -> None:
    assert fighters(words) is expected
