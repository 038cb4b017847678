"""Monitored copy counts from the day of the broadcast."""

from datetime import date

import pytest

from tacitus.resolve.times.broadcast import told_on


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Text of report by Lom radio on 27 September\n\nTroops fired today.", "2007-09-28", "2007-09-27"),
        ("Troops fired today.\n\nSource: Lom Radio, in Lomese 1430 gmt 27 Sep 07", "2007-09-28", "2007-09-27"),
        ("(Clandestine) Lom in Lomese 0500 GMT 22 Jul 86\n\n[Text] Nine fled yesterday.", "1986-07-23", "1986-07-22"),
        ("Text of report by Lom radio on 31 December\n\nTroops fired today.", "2008-01-01", "2007-12-31"),
        ("Text of a speech on 27 May\n\nTroops fired today.", "2007-09-28", "2007-09-28"),
        ("Text of report by Lom radio on 27 May\n\nTroops fired today.", "2007-09-28", "2007-09-28"),
        ("One 0500 GMT 22 Jul 86\n\nTwo 0600 GMT 23 Jul 86\n\nThree.", "1986-07-24", "1986-07-24"),
    ],
)
def test_the_header_or_the_source_line_tells_the_day(text: str, published: str, day: str) -> None:
    assert told_on(text, date.fromisoformat(published)) == date.fromisoformat(day)


def test_a_year_in_full_needs_no_publication() -> None:
    assert told_on("Radio in Lomese 0500 GMT 22 Jul 86\n\nNine fled yesterday.", None) == date(1986, 7, 22)
    assert told_on("Text of report by Lom radio on 27 September\n\nTroops fired today.", None) is None
