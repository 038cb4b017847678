"""The words around a place mention → the whole of its name, and the chain of places said to hold it.

In go the report's text and a span as the reader marked it, a little short or long ("Chintapalli mandal (", "Bodu" of
"Bodu village"); out come the span mended, and the words of its holders from the nearest to the widest. The one thing to
know: only what is joined by words of place holds ("in", "under", "of", a comma); what "and" joins is beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.records.span import Span
from tacitus.resolve.places.words import DIRECTION, KIND_ALTERNATIVES, POLICE, is_kind_behind

#: How much text on either side of a mention may say where it lies.
REACH = 160
_MOST_HOLDERS = 4
#: A dot belongs to a name inside a word or behind an initial; else it ends a sentence.
_WORD = r"(?:(?:[A-Z]\.[ ]?){1,2}|(?:St|Mt|Ft)\.[ ])?[A-Z](?:[\w'\u2019-]|\.(?=\w))*"
_NAME = rf"{_WORD}(?:[ ](?:(?:of|de|del|al|el)[ ])?{_WORD}){{0,3}}"
_KINDS = rf"(?:\s+(?:{KIND_ALTERNATIVES})\b)*"
#: Words between a name and "in", which add nothing: "(administrative unit)", "Police Station limits".
_BETWEEN = (
    r"(?:[\s(]+(?:administrative\s+(?:unit|division|area)|[Ll]ocal\s+[Gg]overnment(?:\s+[Aa]rea)?|(?:Police\s+[Ss]tation|P\.?S\.?|Police)(?:\s+(?:area|limits|"
    r"jurisdiction))?|limits|jurisdiction)\b\)?)?\)?"
)
#: "northern Syrian city of", "capital": what stands between "of the" and the name.
_DESCRIBED = (
    r"(?:(?:[a-z][a-z-]+|[A-Z][a-z]+)\s+){0,2}?(?:(?P<unit>city|town|village|province|governorate|state|district|region)"
    r"\s+of|capital(?:\s+city)?)\s+"
)
_AFTER = re.compile(
    _BETWEEN + r"(?P<join>\s*,\s*(?:in|under|of|within)\s+|\s*,\s*|\s*\(\s*(?:in\s+)?|\s+(?:in|of|under|within)\s+|"
    rf"\s+(?:at|near)\s+)(?P<words>(?:the\s+)?(?:{DIRECTION}\s+)?(?:{_DESCRIBED})?(?P<name>{_NAME}{_KINDS}))"
)
_BESIDE = re.compile(rf"\s*,?\s+(?:and|or)\s+(?:the\s+)?{_NAME}(?P<kinds>{_KINDS})")
_CALENDAR = re.compile(  # whole words: Jangla and Augusta are places
    r"(?:the\s+)?(?:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_TRAILING = re.compile(
    r"(?:\s+(?:of|in|and|or|the|near|at|under|on|from|to|by|said|held|controlled)|[\s(,;:\u2013\u2014-])+$"
)
_LEADING = re.compile(r"(?:(?:of|and|or|by|held|controlled)\s+|[\s),;:\u2013\u2014-])+")
#: Not "U.S. District Court" or "the Homs city council".
_KIND_NEXT = re.compile(r" ([A-Z][A-Za-z-]+\b(?! [A-Z])|[a-z-]+\b(?! (?:council|police|hall)\b))")
_REST = re.compile(r"[A-Z][\w'\u2019-]*")
_ARTICLE = re.compile(r"(?<![\w-])\w{2,3}$")
_INITIAL = re.compile(r"[A-Z]\.?")
_AFTER_INITIAL = re.compile(r"(?:\.? ?[A-Z]\.|\.)* ?[A-Z][\w'\u2019-]+")
_INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\. ?){1,2}$")


@dataclass(frozen=True, slots=True)
class Link:
    """One holder as the text has it; ``certain`` unless only a comma or "near" joins it, or "and" leaves a choice."""

    words: str
    certain: bool


def mended(text: str, span: Span) -> Span:
    """The span from word border to word border, on one line, with the kind word that follows it; maybe empty."""
    start, end = span.start, min(span.end, len(text))
    lines = text[start:end].split("\n")
    line = next((n for n, words in enumerate(lines) if words.strip()), 0)
    start += sum(len(words) + 1 for words in lines[:line])
    end = start + len(lines[line])
    if not any(character.isalnum() for character in lines[line]):
        return Span(span.start, span.start)
    while end < len(text) and end > start and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start > 0 and start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    if text[end - 1 : end] == "-" and (rest := _REST.match(text, end)):  # "Al-" of "Al-Bab"
        end = rest.end()
    if text[start : start + 1] == "-" and (article := _ARTICLE.search(text[max(0, start - 4) : start])):
        start -= len(article[0])
    if found := _LEADING.match(text, start, end):
        start = found.end()
    if found := _TRAILING.search(text[start:end]):
        end = start + found.start()
    if start >= end:
        return Span(span.start, span.start)
    if text[start].isupper() and (found := _INITIALS.search(text[max(0, start - 7) : start])):
        start -= len(found[0])
    if _INITIAL.fullmatch(text, start, end) and (rest := _AFTER_INITIAL.match(text, end)):  # "G" of "G.K. Gudem"
        end = rest.end()
    named = any(character.isupper() for character in text[start:end])
    while named and (next_word := _KIND_NEXT.match(text, end)) and is_kind_behind(next_word[1]):
        end = next_word.end()
    return Span(start, end)


def holders(text: str, end: int) -> Iterator[Link]:
    """The names behind a mention that may hold it: " in Gaya District of Bihar", ", Kunduz province"."""
    stop, listed, before_sure = end + REACH, False, True
    for _ in range(_MOST_HOLDERS):
        if beside := _BESIDE.match(text, end, stop):
            listed, end = True, beside.end()
        found = _AFTER.match(text, end, stop)
        if not found or _CALENDAR.match(found["words"]):
            return
        words, start = _nearest(found["words"]), found.start("words")
        if found["unit"]:
            words, start = _nearest(found["name"]), found.start("name")
        kind = bool(found["unit"]) or is_kind_behind(words.split()[-1])
        join = found["join"].split()[-1] if found["join"].split() else ","
        sure = join in ("in", "of", "under", "within")
        if sure and not kind and (not before_sure or listed):
            if not listed:
                return  # "reporters in Beirut, Vladimir Ivanov in Moscow": a list, not a chain
            sure = False
        end = start + len(words)
        choice = _BESIDE.match(text, end, stop)
        yield Link(
            f"{found['unit']} of {words}" if found["unit"] else words,
            (sure or kind) and not choice and join not in ("near", "at"),
        )
        before_sure = sure or kind


def _nearest(words: str) -> str:
    """The first of two units that "of" joins: "Gaya District" of Bihar; the whole of "Gulf of Aden"."""
    left, of, _ = words.partition(" of ")
    unit = len(left.split()) > 1 and (is_kind_behind(left.split()[-1]) or POLICE.search(left))
    return left if of and unit else words


def shared_kind(text: str, end: int) -> str | None:
    """The kind word that a name shares with the one beside it: "Kheri and Rampur villages" → "villages"."""
    beside = _BESIDE.match(text, end, end + REACH)
    kinds = beside["kinds"].split() if beside else []
    return kinds[0].lower() if kinds and kinds[0].endswith("s") else None
