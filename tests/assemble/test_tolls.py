"""Toll arithmetic on counts as the reader finds them: nothing is added twice, nothing rival is added at all."""

import pytest

from tacitus.assemble.tolls import Bounds, arithmetic, total
from tacitus.records.event import Claim, Said
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, TollValue


def claims(text: str, *tolls: tuple[str, int, int | None, str | None, str | None]) -> list[Claim]:
    """Claims on ``killed``: (words, low, high, who, source)."""
    found = []
    for words, low, high, who, source in tolls:
        start = text.index(words)
        said = Said(Span(0, 1), ActorValue(None, source, None, None)) if source else None
        value = TollValue(low, high, who)
        found.append(Claim(words, "killed", value, Span(start, start + len(words)), said, "asserted", 0.9))
    return found


def settled(text: str, *tolls: tuple[str, int, int | None, str | None, str | None]) -> Bounds | None:
    return total(arithmetic(claims(text, *tolls), text), text)


def test_a_subset_is_never_added() -> None:
    text = "At least 30 fighters were killed, including six foreigners."
    assert settled(
        text, ("At least 30 fighters", 30, None, "fighters", None), ("six foreigners", 6, 6, "foreigners", None)
    ) == Bounds(30, None)


def test_a_subset_told_in_the_next_sentence() -> None:
    text = "Twelve people were killed. Five soldiers were among the dead."
    assert settled(
        text, ("Twelve people", 12, 12, "people", None), ("Five soldiers", 5, 5, "soldiers", None)
    ) == Bounds(12, 12)


def test_different_people_in_one_account_are_added() -> None:
    text = "Two soldiers and three militants were killed."
    assert settled(
        text, ("Two soldiers", 2, 2, "soldiers", None), ("three militants", 3, 3, "militants", None)
    ) == Bounds(5, 5)


def test_rival_sources_give_a_range() -> None:
    text = "Medics said 14 people were killed. The authority spoke of 19 dead."
    assert settled(text, ("14 people", 14, 14, "people", "medics"), ("19 dead", 19, 19, "dead", "authority")) == Bounds(
        14, 19
    )


def test_the_same_count_again_is_the_same_toll() -> None:
    text = "Nine soldiers were killed in the blast. The nine soldiers were buried on Friday."
    assert settled(
        text, ("Nine soldiers", 9, 9, "soldiers", None), ("The nine soldiers", 9, 9, "soldiers", None)
    ) == Bounds(9, 9)


def test_an_updated_toll_replaces_the_earlier_one() -> None:
    text = "The toll rose to 15 from 12 dead reported on Monday."
    assert settled(text, ("15", 15, 15, None, None), ("12 dead", 12, 12, "dead", None)) in (
        Bounds(12, 15),
        Bounds(15, 15),
        Bounds(12, 12),
    )


def test_no_counts_settle_nothing() -> None:
    assert total([], "Nothing happened.") is None


@pytest.mark.parametrize("high", [None, 50])
def test_an_open_bound_stays_open(high: int | None) -> None:
    text = "More than 40 people died."
    assert settled(text, ("More than 40 people", 41, high, "people", None)) == Bounds(41, high)


def test_a_part_may_come_first_with_a_part_of_its_own() -> None:
    text = "Nine herders with a boy were among some 40 travellers who died on the ferry."
    told = [("Nine herders", 9, 9, "herders", None), ("a boy", 1, 1, "boy", None)]
    assert settled(text, *told, ("some 40 travellers", 36, 44, "travellers", None)) == Bounds(36, 44)


def test_what_is_included_ends_with_the_dash() -> None:
    text = "The flood of fire left nine herders - including a boy - and four guards dead."
    told = [
        ("nine herders", 9, 9, "herders", None),
        ("a boy", 1, 1, "boy", None),
        ("four guards", 4, 4, "guards", None),
    ]
    assert settled(text, *told) == Bounds(13, 13)
