"""Names as they are written come in; keys that equal spellings share, and words, go out.

One thing to know: a short word with two or more capitals keeps its capitals in the key, so that the
pronoun "us" never finds the United States, nor the verb "is" the Islamic State.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_DROPPED = str.maketrans(
    {".": None, "'": None, "’": None, "‘": None, "`": None, "\u02bc": None, "“": None, "”": None, '"': None}
)
_SPACED = str.maketrans("-–—\u2011/", "     ")
SHORT = 5  # letters: longer names in capitals are headlines ("TALIBAN"), shorter ones acronyms


def fold(name: str) -> str:
    """The key of a name: no case, accents, dots, apostrophes or hyphens, and no leading "the"."""
    plain = name.translate(_DROPPED)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        # Letters that decompose into nothing.
        plain = plain.replace("\u0131", "i").replace("đ", "d").replace("Đ", "D").replace("ł", "l").replace("ø", "o")
    plain = " ".join(plain.translate(_SPACED).split())
    if len(plain) <= SHORT and " " not in plain and sum(c.isupper() or c.isdigit() for c in plain) >= 2:
        return plain.upper()
    return plain.casefold().removeprefix("the ")


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """The key of a name, remembered: reports repeat their names."""
    return fold(name)


def respelt(key: str) -> str | None:
    """The other key of a short name: of the acronym behind "Nato", of the name behind a headline's "IRAQ"."""
    return key.swapcase() if 4 <= len(key) <= SHORT and key.isalpha() else None


@lru_cache(maxsize=50_000)
def without_possessive(word: str) -> tuple[str, bool]:
    """The word without its possessive ending, and whether it had one."""
    bare = _POSSESSIVE.sub("", word)
    return bare, bare != word


def without_apostrophe(word: str) -> str | None:
    """A name in "-s" without it: some texts have lost their apostrophes ("Chads army"). None for what is none."""
    if len(word) < 4 or word[-1] != "s" or not word[-2].isalpha() or word[-2] in "sS":
        return None
    if not word.rpartition("-")[2][:1].isupper():  # "al-Assads"
        return None
    return word[:-1]


def singular(word: str) -> str:
    """The singular of a lower-case English noun, good enough for looking up heads."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1]
