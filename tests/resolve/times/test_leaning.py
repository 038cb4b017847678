"""Which way a time lies by what is told of it."""

from datetime import date

import pytest

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.times.dates import resolve_times
from tacitus.resolve.times.leaning import leanings

MONDAY = date(2021, 2, 15)  # the day of publication throughout


def day_of(text: str, words: str, *realis: str) -> str | None:
    """The first day of a time at which deeds of that realis happened."""
    at = Span(text.index(words), text.index(words) + len(words))
    time = Mention(at, "time", None, 1.0)
    told = [Trigger(Span(n, n + 1), "demonstration", each, 1.0, 1.0) for n, each in enumerate(realis)]
    markup = Markup((), (time,), (), tuple(told), tuple(Link(each, "time", time, 1.0) for each in told))
    return resolve_times(text, [at], published=MONDAY, leaning=leanings(markup))[at].earliest


@pytest.mark.parametrize(
    ("text", "words", "realis", "day"),
    [
        ("The union called for a march on Friday.", "Friday", "planned", "2021-02-19"),
        ("The union called for a march on Friday.", "Friday", "actual", "2021-02-12"),
        ("Growers on Saturday threatened to burn the mill.", "Saturday", "actual", "2021-02-13"),
        ("The envoys meet at the ford in March.", "March", "planned", "2021-03-01"),
        ("He was to have opened the school on 8 January.", "8 January", "planned", "2021-01-08"),
        ("By Friday the army had yet to take the ford.", "Friday", "feared", "2021-02-12"),  # says nothing of when
        ("The schools stay shut until Thursday.", "Thursday", "actual", "2021-02-18"),
    ],
)
def test_a_time_lies_where_its_deeds_do(text: str, words: str, realis: str, day: str) -> None:
    assert day_of(text, words, realis) == day


def test_deeds_that_differ_leave_it_to_the_clause() -> None:
    text = "Growers on Saturday burned the mill."
    assert day_of(text, "Saturday", "actual", "planned") == "2021-02-13"
