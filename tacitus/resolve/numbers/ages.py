"""An age behind a name, in copy that has lost its commas: "Omar Said 39 was murdered".

In: a text and where a number stands in it. Out: whether it is the age of the person named before it. One thing to know:
"in Harl Town 39 were killed" counts people; a verb in the singular, or a noun in the singular behind it, tells an age.
"""

from __future__ import annotations

import re

from tacitus.resolve.numbers.people import is_plural, names_people

#: From two to four words of a name right before the number, and the word before them.
_NAME = re.compile(r"(?:\b(?P<before>[a-z]+)\s)?(?<![\w’'-])(?P<name>(?:[A-Z][^\W\d_][\w’'-]*\s){2,4})$")
_AT = frozenset("in at near from to on around outside inside over across since until".split())
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_IS_ONE = re.compile(r"\s+(?:was|is|has)\b")
_DIED = re.compile(r"\s+(?:died|perished|succumbed)\b")
_COLLECTIVE = re.compile(r"(?:police|staff|crew|personnel|dead|wounded|injured|missing|kin|taliban|hamas|isis)", re.I)
#: "Omar Said, 61, died".
_APPOSED = re.compile(r"[A-Z][^\W\d_][\w’'-]*\s+(?:(?:al|bin|de|el|van|von)[\s-]+)?[A-Z][^\W\d_][\w’'-]*,\s$")
_BACK = 60  # characters in which the name stands


def is_age(text: str, start: int, end: int, noun: str = "") -> bool:
    """Whether a number is an age; ``noun`` is the word for people that ends the phrase behind it."""
    if not re.fullmatch(r"[1-9]\d", text[start:end]):
        return False
    found = _NAME.search(text, max(0, start - _BACK), start)
    if found is None or _DAY.search(found["name"]):
        return False
    before = found["before"] or ""
    if noun:
        place = before in _AT or found["name"].split()[0].lower() in _AT
        return not (place or is_plural(noun) or _COLLECTIVE.fullmatch(noun) or noun[0].isupper())
    return bool(_IS_ONE.match(text, end) or (names_people(before) and _DIED.match(text, end)))


def is_apposed(text: str, start: int, end: int) -> bool:
    """Whether a bare number stands between commas behind a name: "Omar Said, 61, died" tells an age."""
    bare = re.fullmatch(r"[1-9]\d?", text[start:end]) and text.startswith(",", end)
    name = _APPOSED.search(text, max(0, start - _BACK), start) if bare else None
    return bool(name and not _DAY.search(name[0]) and name[0].split()[0].lower() not in _AT)
