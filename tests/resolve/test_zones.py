"""Clock times get the offset of the report's country, if it has one."""

import pytest

from tacitus.records.value import TimeValue
from tacitus.resolve.zones import alpha2, zoned


@pytest.mark.parametrize(
    ("clock", "country", "expected"),
    [
        ("2021-02-15T09:25", "AF", "2021-02-15T09:25+04:30"),
        ("2014-07-01T06:00", "IQ", "2014-07-01T06:00+03:00"),
        ("1999-04-02T23:10", "RS", "1999-04-02T23:10+02:00"),  # summer time
        ("2014-07-01T06:00", "CD", "2014-07-01T06:00"),  # two zones
        ("2014-07-01T06:00Z", "AF", "2014-07-01T06:00Z"),  # told
        ("2014-07-01", "AF", "2014-07-01"),
        ("2014-07-01T06:00", None, "2014-07-01T06:00"),
    ],
)
def test_a_clock_time_gets_its_countrys_offset(clock: str, country: str | None, expected: str) -> None:
    assert zoned(TimeValue(clock, clock, "minute"), country) == TimeValue(expected, expected, "minute")


def test_an_open_end_stays_open() -> None:
    assert zoned(TimeValue(None, None, "relative"), "AF") == TimeValue(None, None, "relative")


def test_three_letters_become_two() -> None:
    assert alpha2({"AF": "AFG", "IQ": "IRQ"}, "IRQ") == "IQ"
    assert alpha2({"AF": "AFG"}, None) is None
