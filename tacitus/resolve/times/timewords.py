"""The vocabulary of time: patterns for the words, and what the words stand for.

In: nothing. Out: pieces of regular expressions shared by the tagger and the resolver, and look-ups.
One thing to know: the pieces hold no capturing groups, so they can be put into any larger pattern.
"""

from __future__ import annotations

import re

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mo tu we th fr sa su".split()
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?)"
)
WEEKDAY = (
    r"(?:(?:mon|tues|wednes|wedns|wenes|wens|thurs|fri|satur|sater|sun)days?|(?:mon|tues?|wed|thur?s?|fri|"
    r"sat)(?![a-z])\.?)"
)
YEAR = r"(?:1[89]|20)\d\d"
DAY = r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|first(?= of))"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
PART = (
    r"(?:morning|forenoon|afternoon|evening|night|dawn|daybreak|sunrise|first light|dusk|sunset|nightfall|"
    r"(?:early|small|late) hours)"
)
ZONE = (
    r"(?:\(?(?:gmt|utc|est|edt|pst|pdt|cet|cest|eet|eest|bst|ist|msk|pkt|aft|eat|cat|wat|npt|mmt|irst)\b"
    r"(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?\)?|local time|local|\+(?:0\d|1[0-4]):?[0-5]\d(?!\d))"
)
#: Zones that one name stands for; IST (India, Israel, Ireland), BST (Britain, Bangladesh) stay local times.
ZONES = {
    "gmt": 0, "utc": 0, "est": -300, "edt": -240, "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "msk": 180, "pkt": 300, "aft": 270, "eat": 180, "cat": 120, "wat": 60, "npt": 345, "mmt": 390,
    "irst": 210,
}  # fmt: skip
_HOUR = r"1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
#: The hour as armies write it: "0610".
_ARMY = r"(?:[01]\d|2[0-3])[0-5]\d"
#: What makes a time of day of four figures; "2015 local elections" are of a year.
ARMY_ZONE = rf" ?(?:hrs?\b|hours\b|(?!local(?! time)){ZONE})"
#: "0610 hours" is a time of day, and no span of 610 hours.
ARMY_CLOCK = rf"{_ARMY} ?(?:hrs?|hours)"
CLOCK = (
    rf"(?:(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::\d\d)?(?![\d%])(?:z\b)?(?: ?[ap]\.? ?m\b\.?| ?(?:hrs?|hours)\b)?|"
    rf"(?:1[0-2]|0?\d) ?[ap]\.? ?m\b\.?|{_ARMY}(?:{ARMY_ZONE}|[lz]\b(?! of))|midnight|noon|midday|"
    rf"(?:{_HOUR}) o['’]clock|(?:half|(?:a )?quarter) (?:past|to) (?:{_HOUR})\b)"
)
UNIT = r"(?:second|minute|min|hour|hr|day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))s?"
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_COUNTS = {w: n for n, w in enumerate(_SMALL)} | {
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "couple": 2, "a couple": 2, "a couple of": 2, "couple of": 2, "a dozen": 12,
}  # fmt: skip
_WORDS = "|".join(sorted((w for w in _COUNTS if w not in ("a", "an") and " " not in w), key=len, reverse=True))
COUNT = (
    rf"(?:\d{{1,4}}(?:\.\d)?|half an?|a couple(?: of)?|an?|(?:a )?few|several|many|some|a dozen|dozens of|hundreds of|"
    rf"(?:{_WORDS})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?(?: and a half)?)"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
).split()
ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
#: Feasts with a fixed date; all other names of feasts stay unknown.
FEASTS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year": (1, 1), "may day": (5, 1), "labour day": (5, 1),
    "valentine's day": (2, 14), "halloween": (10, 31), "all saints' day": (11, 1), "international women's day": (3, 8),
    "nowruz": (3, 20), "norouz": (3, 20), "newroz": (3, 20),
}  # fmt: skip
#: Days counted from Easter Sunday.
EASTER = {"palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter sunday": 0, "easter": 0,
          "easter monday": 1, "pentecost": 49}  # fmt: skip
FEAST = "(?:" + "|".join(sorted([*FEASTS, *EASTER], key=len, reverse=True)) + ")"
MOVABLE = (
    r"(?:(?:the )?(?:holy month of )?ramadan|eid(?: al-(?:fitr|adha))?(?: (?:holiday|festival))?|ashura|muharram|"
    r"diwali|holi|passover|yom kippur|rosh hashanah|hanukkah|"
    r"independence day|republic day|victory day|election day|thanksgiving|lunar new year)"
)
#: Hours a part of the day spans; the night ends on the next day.
HOURS = {
    "morning": ("06:00", "11:59"), "forenoon": ("06:00", "11:59"), "afternoon": ("12:00", "17:59"),
    "evening": ("18:00", "23:59"), "night": ("18:00", "05:59"), "dawn": ("04:00", "06:59"),
    "daybreak": ("04:00", "06:59"), "sunrise": ("04:00", "06:59"), "first light": ("04:00", "06:59"),
    "dusk": ("17:00", "20:59"), "sunset": ("17:00", "20:59"), "nightfall": ("17:00", "20:59"),
    "early hours": ("00:00", "05:59"), "small hours": ("00:00", "05:59"), "late hours": ("21:00", "23:59"),
    "early": ("00:00", "08:59"), "late": ("18:00", "23:59"),
}  # fmt: skip


def month_of(word: str) -> int:
    """1 to 12."""
    return _MONTHS.index(word[:3].lower()) + 1


def weekday_of(word: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return _WEEKDAYS.index(word[:2].lower())


def ordinal_of(word: str) -> int:
    """The number of "third" or "3rd"."""
    word = word.lower()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word))


def zone_of(words: str) -> str:
    """The offset that the words for a zone tell, "Z" for none; empty where they leave it open."""
    if offset := re.fullmatch(r"\+(\d\d):?(\d\d)", words):
        return f"+{offset[1]}:{offset[2]}"
    if re.search(r"\dz$", words):
        return "Z"
    found = re.search(r"\b([a-z]{3,4})\b(?: ?([+-]) ?(\d{1,2})(?::?(\d\d))?)?", words.lower())
    if not found or found[1] not in ZONES:
        return ""
    minutes = ZONES[found[1]]
    if found[2]:
        minutes += (60 * int(found[3]) + int(found[4] or 0)) * (1 if found[2] == "+" else -1)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}" if minutes else "Z"


def count_of(words: str) -> float | None:
    """The number of "two", "a", "a couple of", "2.5", "twenty-one", "half a"; None for "several"."""
    words = words.lower().strip()
    if words[:1].isdigit():
        return float(words)
    if words.startswith("half"):
        return 0.5
    if words in _COUNTS:
        return _COUNTS[words]
    extra = 0.5 if words.endswith(" and a half") else 0
    parts = re.split(r"[ -]", words.removesuffix(" and a half"))
    return sum(_COUNTS[p] for p in parts) + extra if all(p in _COUNTS for p in parts) else None
