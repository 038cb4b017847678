"""The time of one event among several claims."""

from __future__ import annotations

import pytest

from tacitus.assemble.settle import settle
from tacitus.records.event import Claim
from tacitus.records.span import Span
from tacitus.records.value import TimeValue

DAY, MONTH = TimeValue("2019-05-03", "2019-05-03", "day"), TimeValue("2019-05-01", "2019-05-31", "month")
UNKNOWN = TimeValue(None, None, "relative")
EARLIER, LATER = TimeValue("2021-01-14", None, "relative"), TimeValue("2021-01-18", None, "relative")


@pytest.mark.parametrize(
    ("times", "settled"),
    [
        ((MONTH, DAY), DAY),
        ((UNKNOWN, MONTH), MONTH),
        ((UNKNOWN, LATER, EARLIER), EARLIER),
        ((UNKNOWN, UNKNOWN), UNKNOWN),
    ],
)
def test_the_narrowest_and_of_those_without_a_date_the_one_that_says_least(
    times: tuple[TimeValue, ...], settled: TimeValue
) -> None:
    made = [Claim(str(n), "time", time, Span(n, n + 1), None, "asserted", 0.9) for n, time in enumerate(times)]
    [entry] = settle(made, "x" * len(made))
    assert entry.values == (settled,)
