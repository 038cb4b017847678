"""The day of which monitored copy says "today": that of the broadcast, and not that on which its text was put out.

In: a report's text and its day of publication. Out: the day to count from. One thing to know: only a header or a source
line as monitoring services write it tells one, and only of the days right before publication.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tacitus.resolve.times.date_context import full_year
from tacitus.resolve.times.timewords import MONTH, month_of

_HEADER = re.compile(
    r"\b(?:text|excerpt|summary|recording|transcript)s? of (?:[\w-]+ )?(?:report|commentary|statement|communique|"
    r"broadcast|despatch|dispatch|interview|announcement)\b[^.\n]{0,160}?"
    rf"\bon (?P<d>\d{{1,2}}) (?P<m>{MONTH})"
    r"(?: (?P<y>(?:19|20)?\d\d)\b)?",
    re.I,
)
#: "0500 GMT 22 Jul 86", "1430 gmt 27 Sep 07".
_SOURCE = re.compile(rf"\b\d{{4}} ?(?:gmt|utc),? (?:on )?(?P<d>\d{{1,2}}) (?P<m>{MONTH}) (?P<y>(?:19|20)?\d\d)\b", re.I)
_TOP, _END = 500, 250  # characters in which the header and the source line stand
_LATE = timedelta(10)


def told_on(text: str, published: date | None) -> date | None:
    """The day of the broadcast that the text is of, or that of publication."""
    top, end = text[:_TOP], text[max(0, len(text) - _END) :]
    found = [m for m in (_HEADER.search(top), _SOURCE.search(top), _SOURCE.search(end)) if m]
    days = {day for m in found if (day := _day(m, published))}
    if len(days) != 1 or len(_SOURCE.findall(text)) > 1:
        return published
    day = days.pop()
    return day if published is None or published - _LATE <= day <= published else published


def _day(match: re.Match[str], published: date | None) -> date | None:
    year = full_year(match["y"]) if match["y"] else published.year if published else None
    if year is None:
        return None
    try:
        day = date(year, month_of(match["m"]), int(match["d"]))
    except ValueError:
        return None
    if not match["y"] and published and day > published:  # a broadcast of December, put out in January
        day = day.replace(year=year - 1)
    return day
