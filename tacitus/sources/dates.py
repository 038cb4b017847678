"""Written publication dates → ``date``.

In: the words of a date, a JSON or HTML date value, or a URL. Out: a ``date``, or None.
One thing to know: nothing is guessed; 04/07/2017 is two dates and so none, and a date without a year is none. With
dots the day comes first.
"""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_YEAR = r"(?:19|20)\d\d"
#: A full date; a comma that was lost in the text ("Aug 142016") does no harm.
DATE = (
    rf"(?:{WEEKDAY},? +)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{MONTH}(?:,| of)?[ -]{_YEAR}"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?{_YEAR}"
    rf"|{_YEAR}[-/]\d\d[-/]\d\d"
    rf"|(?:(?:1[3-9]|2\d|3[01])[-/]\d\d?[-/]|\d\d?[-/](?:1[3-9]|2\d|3[01])[-/]|\d\d?\.\d\d?\.){_YEAR})(?!\d)"
)
TIME = (
    r"(?:,? *(?:at |- |\| |T)? *\d{1,2}[:.h]\d\d(?::\d\d)?| at \d{4}| \d{4}(?= ?(?:GMT|UTC|hrs)))"
    r"(?: ?[ap]\.?m\.?)?(?: ?(?:Z|GMT|UTC(?:[+-]\d+)?|hrs|EST|EDT|BST|CET|[+-]\d\d:?\d\d))?"
)

_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]({MONTH})(?:,| of)?[ -]({_YEAR})(?!\d)", re.I)
_MONTH_FIRST = re.compile(rf"\b({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? ?({_YEAR})(?!\d)", re.I)
_ISO = re.compile(rf"\b({_YEAR})[-/](\d\d)[-/](\d\d)(?!\d)")
_FIGURES = re.compile(rf"(?<![\d./-])(\d{{1,2}})([-/.])(\d{{1,2}})\2({_YEAR})(?!\d)")
_COMPACT = re.compile(rf"({_YEAR})(\d\d)(\d\d)")
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({MONTH})|({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?\b", re.I)
_IN_URL = re.compile(rf"(?<![\d])({_YEAR})([/-]?)(\d\d|[a-z]{{3}})\2(\d\d?)(?=[/_.-]|$)", re.I)
_YEAR_IN_URL = re.compile(rf"/({_YEAR})(?:/(\d\d))?/")


def written(words: str) -> date | None:
    """The first full date in the words."""
    if match := _ISO.search(words):
        return _date(match[1], match[2], match[3])
    if match := _DAY_FIRST.search(words):
        return _date(match[3], match[2], match[1])
    if match := _MONTH_FIRST.search(words):
        return _date(match[3], match[1], match[2])
    if match := _FIGURES.search(words):
        orders = {_date(match[4], match[3], match[1]), _date(match[4], match[1], match[3])} - {None}
        return _date(match[4], match[3], match[1]) if match[2] == "." else orders.pop() if len(orders) == 1 else None
    return None


def stamp(value: str) -> date | None:
    """A date value as files and pages give it: ISO 8601, RFC 2822, or written out."""
    value = value.strip()
    if match := _COMPACT.match(value):
        return _date(match[1], match[2], match[3])
    if found := written(value):
        return found
    if parsed := parsedate(value):
        return _date(str(parsed[0]), str(parsed[1]), str(parsed[2]))
    return None


def in_url(url: str) -> date | None:
    """The date in a URL's path, such as /2017/04/07/."""
    for match in _IN_URL.finditer(_path(url)):
        if found := _date(match[1], match[3], match[4]):
            return found
    return None


def with_year_of(words: str, url: str) -> date | None:
    """The day and month in the words with the year in the URL's path, unless its month says otherwise."""
    day, hint = _DAY_MONTH.search(words), _YEAR_IN_URL.search(_path(url))
    if not day or not hint:
        return None
    found = _date(hint[1], day[2] or day[3], day[1] or day[4])
    return found if found and (not hint[2] or int(hint[2]) == found.month) else None


def _path(url: str) -> str:
    return re.sub(r"^[a-z]+://[^/]*|[?#].*", "", url, flags=re.I)


def _date(year: str, month: str, day: str) -> date | None:
    name = month[:3].lower()
    number = int(month) if month.isdigit() else _NAMES.index(name) + 1 if name in _NAMES else 0
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
