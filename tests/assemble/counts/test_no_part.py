"""Counts behind a larger one that are no part of it."""

import pytest

from tacitus.assemble.counts.tolls import Bounds
from tests.assemble.counts.test_tolls import settled


@pytest.mark.parametrize(
    ("text", "few", "who", "source"),
    [
        ("A teacher, who has counted graves, says nine, and among them she saw no fighter.", "nine", None, "teacher"),
        ("The mayor counted nine.", "nine", None, "mayor"),
        ("The ministry speaks of nine.", "nine", None, "ministry"),
        ("The army acknowledges nine dead soldiers.", "nine dead soldiers", "dead soldiers", "army"),
    ],
)
def test_what_another_source_counts_is_no_part_of_a_larger_count(
    text: str, few: str, who: str | None, source: str
) -> None:
    told = f"Fourteen people died, the clinic said. {text}"
    whole = ("Fourteen people", 14, 14, "people", "clinic")
    assert settled(told, whole, (few, 9, 9, who, source)) == Bounds(9, 14)


def test_what_is_said_of_some_of_them_is_a_part_whoever_says_it() -> None:
    text = "Fourteen people died, the clinic said. Nine of them were weavers, the mayor said."
    whole = ("Fourteen people", 14, 14, "people", "clinic")
    assert settled(text, whole, ("Nine of them", 9, 9, "weavers", "mayor")) == Bounds(14, 14)


def test_of_at_least_six_there_are_no_fourteen() -> None:
    text = "At least six people died, the clinic said. The front said fourteen guards died."
    told = ("At least six people", 6, None, "people", "clinic"), ("fourteen guards", 14, 14, "guards", "front")
    assert settled(text, *told) == Bounds(6, 14)


@pytest.mark.parametrize(
    ("text", "few", "who", "bounds"),
    [
        ("106 soldiers were killed. We lost seventeen.", "seventeen", None, Bounds(123, 123)),
        ("106 soldiers were killed. Our own losses: seventeen militiamen.", "seventeen militiamen", "militiamen",
         Bounds(123, 123)),
        ("106 soldiers were killed and seventeen of ours fell.", "seventeen of ours", "ours", Bounds(123, 123)),
        ("Dawn has lost 106 soldiers and the Front has lost seventeen.", "seventeen", None, Bounds(123, 123)),
        ("Dawn has lost 106 soldiers. The Front said it lost seventeen.", "seventeen", None, Bounds(106, 106)),
        ("Harl has lost 106 people and the mill has lost seventeen.", "seventeen", None, Bounds(17, 106)),
        # A village that lost some of all the dead tells no enemy's.
        ("106 people were killed. We lost seventeen.", "seventeen", None, Bounds(106, 106)),

    ],
)  # fmt: skip
def test_the_losses_of_ones_own_side_are_added_to_those_of_the_enemy(
    text: str, few: str, who: str | None, bounds: Bounds
) -> None:
    whole = ("106 soldiers", 106, 106, "soldiers", None)
    if "people" in text:
        whole = ("106 people", 106, 106, "people", None)
    assert settled(text, whole, (few, 17, 17, who, None)) == bounds


def test_the_enemy_may_be_told_by_that_word_alone() -> None:
    text = "The enemy left up to forty persons on the field. Our losses: two fighters."
    told = ("up to forty persons", 0, 40, "persons", None), ("two fighters", 2, 2, "fighters", None)
    assert settled(text, *told) == Bounds(2, 42)
