"""How many capitals and small letters a text has, which tells one all in capitals or without any.

In: a text. Out: two numbers. One thing to know: most of a text is ASCII, of which the bytes are counted at once; what
lies beyond is asked letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

_BEYOND = re.compile(r"[^\x00-\x7f]")


def capitals(text: str) -> int:
    """How many capitals there are."""
    return _ascii(text, ascii_uppercase) + sum(map(str.isupper, _beyond(text)))


def small_letters(text: str) -> int:
    """How many small letters there are."""
    return _ascii(text, ascii_lowercase) + sum(map(str.islower, _beyond(text)))


def letters(text: str) -> int:
    """How many letters there are, those of scripts without capitals included."""
    return _ascii(text, ascii_uppercase + ascii_lowercase) + sum(map(str.isalpha, _beyond(text)))


@lru_cache(maxsize=8)
def _beyond(text: str) -> list[str]:
    """The characters that are not ASCII; remembered, since several count those of one text."""
    return [] if text.isascii() else _BEYOND.findall(text)


def _ascii(text: str, wanted: str) -> int:
    plain = text.encode("ascii", "ignore")
    return len(plain) - len(plain.translate(None, wanted.encode()))


def small(text: str) -> str:
    """The text in small letters, each in its place: of one capital, "İ", lower() makes two."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower()[0] for c in text)


def at_lines(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where a pattern that stays within one line matches at the beginning of a line.

    From line to line: a search for "^" looks at each character.
    """
    at = 0
    while at >= 0:
        if match := pattern.match(text, at):
            yield match
        at = text.find("\n", at) + 1 or -1


@lru_cache(maxsize=256)
def has_any(text: str, parts: tuple[str, ...]) -> bool:
    """Whether one of some parts of words, in small letters, stands in a text.

    A search that can match only there need not be made elsewhere. Remembered, since one sentence or report is asked
    about once for each thing that it tells.
    """
    low = text.lower()
    return any(map(low.__contains__, parts))
