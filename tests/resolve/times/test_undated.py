"""Reports without a publication date: what their own dates fix, and what stays open."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.records.value import TimeValue
from tacitus.resolve.actors.table import ActorTable
from tacitus.resolve.times.dates import RELATIVE, find_times, is_relative, resolve_times
from tacitus.resolve.times.undated import not_before


@pytest.fixture(scope="module")
def table() -> ActorTable:
    return ActorTable.open()


# A text, the first day that the report can be of, and the words that say so.
FIXED = [
    ("The army has held the town since 2015. On Monday it left.", "2015-01-01", "2015"),
    ("He was shot on 3 May 2019. On Monday his brother was.", "2019-05-03", "3 May 2019"),
    ("He was shot in May 2019, and she in 2012.", "2019-05-01", "May 2019"),
    ("They broke the terms of a 2020 peace agreement.", "2020-01-01", "2020"),
    ("Nothing has changed since US President Joe Biden took office.", "2021-01-20",
     "since US President Joe Biden took office"),
    ("Ashraf Ghani took office in autumn.", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "words"), FIXED)
def test_fixed(table: ActorTable, text: str, day: str | None, words: str) -> None:
    found = not_before(text, table)
    assert (found.day.isoformat() if found else None) == day
    assert (found.span.of(text) if found else "") == words


@pytest.mark.parametrize(
    "text",
    ["They must leave by 1 May 2021.", "A deadline of 1 May 2021 was set.", "Elections were planned for 2024.",
     "They will vote on 3 May 2030.", "The deal expires in 2025, officials said.", "Two men were killed on Monday.",
     "About 2000 people fled.", ""],
)  # fmt: skip
def test_nothing_is_fixed(table: ActorTable, text: str) -> None:
    assert not_before(text, table) is None


def read(text: str) -> dict[str, TimeValue]:
    spans = find_times(text)
    return {span.of(text): value for span, value in resolve_times(text, spans, published=None).items()}


def test_relative_words_stay_relative_and_get_a_lower_bound() -> None:
    values = read("He was shot on 3 May 2019. On Monday two died; it rained last week. It was over recently.")
    assert values["3 May 2019"] == TimeValue("2019-05-03", "2019-05-03", "day")
    assert values["Monday"] == TimeValue("2019-04-29", None, "relative")  # the Monday before that Friday
    assert values["last week"] == TimeValue("2019-04-22", None, "relative")
    assert values["recently"] == RELATIVE
    assert is_relative(values["Monday"])


def test_what_is_to_come_lies_ahead_of_the_report() -> None:
    values = read("He was shot on 3 May 2019. The ministers will meet on Monday. They met on Tuesday.")
    assert values["Monday"] == TimeValue("2019-05-06", None, "relative")  # the Monday after that Friday
    assert values["Tuesday"] == TimeValue("2019-04-30", None, "relative")


def test_the_bound_holds_whatever_the_day_of_publication() -> None:
    text = "He was shot on 3 May 2019. {} two died."
    for words in ("On Friday", "Last month", "On 12 February", "Yesterday", "Earlier this year", "Two days ago"):
        told = text.format(words)
        (bound,) = [v.earliest for v in read(told).values() if v.precision == "relative"]
        for published in (date(2019, 5, 3), date(2019, 5, 9), date(2019, 12, 31), date(2021, 2, 15)):
            spans = find_times(told)
            real = [*resolve_times(told, spans, published=published).values()][-1].earliest
            assert bound is not None
            assert real is not None
            assert bound <= real
