"""What a report's other events, and the day on which it came out, say of two events."""

import math

import pytest

from tacitus.merge.accounts.facts import Facts, facts
from tacitus.merge.pairs.crowd import FURTHER, LATER, SINGLE, crowd
from tacitus.merge.pairs.ties import by_report, ties
from tests.merge.build import account


def told(report: str, number: int, kind: str = "air_strike") -> list[Facts]:
    return [facts(account(report, kind=kind, number=n)) for n in range(number)]


def test_any_two_of_two_lists_of_raids_are_less_likely_one_than_the_only_raids_of_two_reports() -> None:
    assert crowd(told("agency", 1), told("daily", 1), [(0, 0, 1.0)]) == [(0, 0, 1.0 + SINGLE)]
    ((_, _, odds),) = crowd(told("agency", 4), told("daily", 3), [(0, 0, 1.0)])
    assert odds == pytest.approx(1.0 + SINGLE - FURTHER * math.log(12))


def test_of_kindred_types_the_number_says_nothing() -> None:
    assert crowd(told("agency", 4), told("daily", 3, "shelling"), [(0, 0, 1.0)]) == [(0, 0, 1.0)]


def test_no_report_tells_what_happens_after_it() -> None:
    def odds(published: str, *, realis: str = "actual", day: str = "2019-03-06") -> float:
        early = facts(account("agency", day=None, published=published, realis=realis))
        late = facts(account("daily", day=day, published="2019-03-07"))
        return crowd([early], [late], [(0, 0, 1.0)])[0][2]

    assert odds("2019-03-05") == 1.0 + SINGLE + LATER
    assert odds("2019-03-06") == 1.0 + SINGLE
    assert odds("2019-03-05", realis="planned") == 1.0 + SINGLE  # told as ahead
    assert odds("2019-03-05", day="2019-03-09") == 1.0 + SINGLE  # a day that its own report cannot know of


def test_ties_heed_it() -> None:
    alone = by_report([account("agency"), account("daily")])
    several = by_report([account("agency"), *(account("daily", number=n) for n in range(3))])
    ((one,), rest) = (list(ties(*reports.values())) for reports in (alone, several))
    assert all(tie.odds < one.odds - 1 for tie in rest)
