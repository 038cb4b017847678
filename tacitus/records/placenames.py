"""The name of a place as people write it → the keys under which the gazetteer files it.

In goes a spelling ("Deir ez-Zor", "Al-Hasakah", "São Paulo"), out come three keys, each coarser than the one before.
The one thing to know: the build script and the lookup must use the same functions, so a change here means a rebuild.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

#: Letters that Unicode does not decompose, and the marks that writers of transliterations leave out at will.
_FOLD = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "ə": "a",
        "ħ": "h",
    }
    | dict.fromkeys("'`.\u00b4\u02bb\u02bc\u02bd\u02be\u02bf\u2018\u2019\u2032", "")
)
_NOT_WORD = re.compile(r"[^\w]+|_+")
_SPELLED_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
#: The Arabic article in its assimilated forms, as English text writes it.
_ARTICLES = frozenset("al el ad adh ed an en ar er as es ash esh at et az ez ul".split())

_DIGRAPHS = re.compile(r"ph|kh|gh|dh|th|sh|ch|zh|ts|tz|ck|dj|ou|ks")
_DIGRAPH = {
    "ph": "f", "kh": "k", "gh": "g", "dh": "d", "th": "t", "sh": "s", "ch": "s", "zh": "z", "ts": "s", "tz": "s",
    "ck": "k", "dj": "j", "ou": "u", "ks": "x",
}  # fmt: skip
_SOUND = str.maketrans({"q": "k", "c": "k", "v": "b", "z": "s"} | dict.fromkeys("aeiouyhw", ""))
_CONSONANTS = str.maketrans({"q": "k", "c": "k", "v": "b"})
_VOWELS = re.compile(r"h$|(?P<u>a[wu]|ow|oo|[ouw])|(?P<i>[ae][iy]|i[ey]|ee|[iy])|(?P<a>[ae])")
_DOUBLED = re.compile(r"(.)\1+")


def name_key(name: str) -> str:
    """The name without case, diacritics, apostrophes, dots, hyphens and "the": "Ad-Dawādimī" → "ad dawadimi"."""
    name = name.lower()
    if name.isalnum() and name.isascii():
        return _SPELLED_OUT.get(name, name)
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _NOT_WORD.sub(" ", name.translate(_FOLD)).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join([_SPELLED_OUT.get(word, word) for word in words])


def without_article(key: str) -> str:
    """The key without Arabic articles, unless nothing else is left: "deir ez zor" → "deir zor"."""
    words = key.split()
    kept = [word for word in words if word not in _ARTICLES]
    return " ".join(kept) if kept else key


def skeleton(key: str) -> str:
    """What transliterations of a name share, its consonants: "qunduz", "konduz" → "knds"; "" if too little is left."""
    sounds = _sounds(without_article(key).replace(" ", ""))
    first = "a" if sounds[:1] in ("a", "e", "i", "o", "u", "y") else ""
    bones = _DOUBLED.sub(r"\1", first + sounds.translate(_SOUND))
    return bones if len(bones) > 1 else ""


def spoken(key: str) -> str:
    """A key as it is heard, with three vowels: "talbisseh", "tallbisah" → "talbisa"; no table is filed by this."""
    return "".join(_heard(word) for word in without_article(key).split())


def _heard(word: str) -> str:
    sounds = _sounds(word).translate(_CONSONANTS)
    return _DOUBLED.sub(r"\1", _VOWELS.sub(lambda found: found.lastgroup or "", sounds))


def _sounds(joined: str) -> str:
    return _DIGRAPHS.sub(lambda found: _DIGRAPH[found.group()], joined)


def key_hash(key: str) -> int:
    """40 bits of a key's hash; with some two million keys, one foreign name in 500,000 meets a hash by chance."""
    return int.from_bytes(blake2b(key.encode(), digest_size=5).digest(), "big")
