"""Words that take up a place: "the city" that was named before, the capital of a land.

In: the text, a mention and the places found. Out: the place meant. One thing to know: "the capital" is that of the
country which most places of the report lie in, unless the words name another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.places.gazetteer import Gazetteer, Place
from tacitus.resolve.places.holding import HOLDING
from tacitus.resolve.places.lands import main_country
from tacitus.resolve.places.near import TAKEN_UP
from tacitus.resolve.places.phrase import Phrase
from tacitus.resolve.places.words import KIND_WORDS

#: How precise the point of each kind of place is.
PRECISION = {
    "country": "country", "region": "province", "province": "province", "district": "district",
    "settlement": "settlement", "feature": "exact",
}  # fmt: skip
_DEFINITE = re.compile(r"\b(?:the|this|that|same|said)\s+(?:[\w-]+\s+){0,2}\w+$", re.IGNORECASE)
_TOWNS = frozenset(("city", "town"))
_CAPITAL = re.compile(r"(?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:['’]s?)? capital(?: city)?", re.IGNORECASE)
#: "In the capital, two were shot"; but the capital, Kabul, has its name, and "of the province" another.
_THE_CAPITAL = re.compile(
    r"\b(?:in|inside|within|around|across|near|outside|through|into|on|over|hit|rocked|shook) the capital(?: city)?$",
    re.IGNORECASE,
)
_NAMED = re.compile(r",? (?:city )?(?:of\b|in\b|\(?[A-Z])|[’'-]")
#: "In the capital, Kindia and Labe": a list, in which the capital is one.
_LISTED = re.compile(r", [A-Z][\w'’-]+(?:, [A-Z][\w'’-]+)*,? and [A-Z]")
_SO_CALLED = re.compile(
    r"(?:de facto|former|old|ancient|self-\w+|declared|proclaimed|provisional|interim|rebel)\s+$", re.I
)


def capitals(
    text: str, spans: Iterable[Span], found: Mapping[Span, PlaceValue], gazetteer: Gazetteer
) -> Iterator[tuple[Span, Place]]:
    """The capitals meant by those of the spans that say so: "the Somali capital", "in the capital"."""
    land = main_country(found.values())
    for span in spans:
        more = len(" capital") if text.startswith(" capital", span.end) else 0
        named = _CAPITAL.fullmatch(text, span.start, span.end + more)
        has_name = _NAMED.match(text, span.end) and not _LISTED.match(text, span.end)
        if _THE_CAPITAL.search(text, max(0, span.start - 12), span.end) and not has_name:
            capital = gazetteer.capital_in(land)
        elif named and not _SO_CALLED.search(text, max(0, span.start - 24), span.start):
            capital = gazetteer.capital_of(named[1])  # but none for "the group's de facto Syrian capital"
        else:
            continue
        if capital:
            yield span, capital


def taken_up(text: str, phrase: Phrase, span: Span, found: Mapping[Span, PlaceValue]) -> PlaceValue | None:
    """The place that "the city" or "the district" takes up: the last one named of that kind."""
    word = phrase.text.lower().split()[-1:]
    kinds = KIND_WORDS.get(word[0], ()) if word and not word[0].endswith("s") else ()
    if (
        not kinds
        or kinds == ("feature",)
        or not _DEFINITE.search(text[max(0, span.start - 20) : span.end].rstrip(" ,.;:"))
    ):
        return None
    earlier = [
        (other, value)
        for other, value in found.items()
        if other.end <= span.start <= other.end + TAKEN_UP and not text.startswith("-based", other.end)
    ]
    fitting = [value for _, value in sorted(earlier, key=lambda pair: pair[0]) if _is_one(value, word[0], kinds)]
    return fitting[-1] if fitting else None


def _is_one(value: PlaceValue, word: str, kinds: tuple[str, ...]) -> bool:
    """Whether a place may be called by a kind word: by what it is, and by what the report has called it."""
    if value.kind == word and value.precision != "country":
        return True  # also a village whose point is only its district's
    if value.precision != PRECISION[kinds[0]]:
        return False
    called = KIND_WORDS.get(value.kind or "", ("",))[0]
    if kinds[0] == "settlement":  # a neighbourhood is not "the city"
        return value.kind in ("settlement", word) or (
            called == "settlement" and word in _TOWNS and value.kind in _TOWNS
        )
    return value.kind in HOLDING or called in HOLDING
