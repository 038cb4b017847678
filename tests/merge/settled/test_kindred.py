"""Sources of one kind: whose later count takes the place of whose."""

from dataclasses import replace

import pytest

from tacitus.merge.accounts.wording import OFFICE
from tacitus.merge.settled.kindred import kindred, trades
from tacitus.merge.settled.settle import settle
from tacitus.records.value import TollValue
from tests.merge.settled.test_figures import named, told

PAIRS = [
    ("security source", "police", True),
    ("police", "interior ministry", True),
    ("hospital official", "morgue worker", True),
    ("rescue workers", "fire service", True),
    ("witnesses", "local residents", True),
    ("local official", "provincial governor", True),
    ("state television", "state news agency", True),
    ("official", "health ministry", True),
    ("health ministry", "interior ministry", False),
    ("Maro hospital", "Sarh hospital", False),
    ("police", "doctors", False),
    ("witnesses", "police", False),
    ("government", "rebel government", False),
    ("official", "Union mayor", False),
    ("army", "military source", False),  # that is one voice
]


@pytest.mark.parametrize(("one", "other", "kin"), PAIRS)
def test_who_is_kin_to_whom(one: str, other: str, kin: bool) -> None:
    assert kindred(trades(one), trades(other)) is kindred(trades(other), trades(one)) is kin


def test_what_a_kindred_source_counts_on_the_day_after_takes_the_place_of_less() -> None:
    first = told("a", (5, 5, "people", named("security source")), published="2019-03-04")
    for by, day, low, high in (
        ("police", "2019-03-05", 9, 9),
        ("police", "2019-03-04", 5, 9),  # of one day nobody knows which came first
        ("police", "2019-04-05", 5, 9),
        ("doctors", "2019-03-05", 5, 9),
    ):
        later = told("b", (9, 9, "people", named(by)), published=day)
        assert settle([first, later]).of("killed") == (TollValue(low, high),), (by, day)
    fewer = told("b", (4, 4, "people", named("police")), published="2019-03-05")
    assert settle([first, fewer]).of("killed") == (TollValue(4, 5),)


def test_a_person_is_of_the_trade_of_the_body_he_speaks_for() -> None:
    first = told("a", (5, 5, "people", named("police")), published="2019-03-04")
    later = told("b", (9, 9, "people", named("Omar Said")), published="2019-03-05")
    assert settle([first, later]).of("killed") == (TollValue(5, 9),)
    later = replace(later, wording=(*later.wording, f"{OFFICE}omar said{OFFICE}security service"))
    assert settle([first, later]).of("killed") == (TollValue(9, 9),)
