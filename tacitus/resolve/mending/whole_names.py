"""Proper names as such: pieces of one put together, and what is no part of one left out.

In: the markup of a report. Out: the same, where "Ana | Bey Brigade" inside one party is one name, a name ends where a
word does and has neither the title before it nor the abbreviation in brackets behind it, and "Yemeni" or "captain" is
none. One thing to know: a person's name before a body's, with nothing between them, is part of the body's; behind it,
it is a person of that body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.records.markup import Markup, Name
from tacitus.records.span import Span
from tacitus.resolve.actors.words import noun
from tacitus.resolve.numbers.people import names_people
from tacitus.resolve.places.gazetteer import DEMONYM, Gazetteer

_BESIDE = re.compile(r"\s+|-")
#: "Front for the Liberation of the Coast (FLC)": the name, and what stands in brackets behind it.
_NAMED_AGAIN = re.compile(r"(\w[^()]*\w)\s*\([^()]*\)?$")
_TITLE = re.compile(r"(\w+)\.?\s+(?=\w)")
#: Titles that no list of people's nouns holds.
_TITLES = frozenset(
    "mr mrs ms dr msgr monsignor fr sr rev gen col lt capt maj sgt magistrate justice lord sir prof".split()
)

_GIVEN = frozenset({"marine", "porter", "baker", "shepherd"})  # names as well: "Marine Belo"
#: What is missing of "R-7" and "U.S." where the reader took a piece; "pro-Moscow" only says what a body is for.
_BEFORE = re.compile(r"[\w.-]{1,12}$")
_BEHIND = re.compile(r"(?<=\b\w)(?:\.\w)+\b\.?|(?<=-)[\w-]+|-\d+\b")
_FOR_OR_AGAINST = re.compile(r"(?:pro|anti)-\w+\s+(?=\w)", re.I)
_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"\s+([\w-]+)")
_UNSURE = 0.75  # what the reader must give a lone word before a noun for people to be a person's name
_COMPOUND = 3  # words of a compound such as "border security forces"


def with_whole_names(text: str, markup: Markup, gazetteer: Gazetteer) -> Markup:
    """The markup with names as they are."""
    parties = [m.span for m in markup.mentions if m.kind == "actor"]
    joined: list[Name] = []
    for name in sorted(markup.names, key=lambda n: n.span):
        while joined and name.kind == "organisation" and _is_begun(text, joined[-1], name, parties):
            name = replace(name, span=Span(joined.pop().span.start, name.span.end))
        joined.append(name)
    whole = (_bared(text, _whole(text, name, parties)) for name in joined)
    return replace(markup, names=tuple(name for name in whole if _is_name(text, name, gazetteer)))


def _is_name(text: str, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether it names anybody: not only a people's adjective, or, in small letters, a noun for people."""
    words = name.span.of(text)
    if name.kind == "location" or not _WORD.fullmatch(words):
        return True
    small = words.islower()
    if (small or name.kind == "organisation") and _is_of_nation(words, gazetteer):
        return False
    if name.kind == "person" and small and (words in _TITLES or names_people(words) or noun(words)):
        return False
    behind = _NEXT_WORD.match(text, name.span.end)
    return not (name.kind == "person" and name.score < _UNSURE and behind and names_people(behind[1]))


def _is_of_nation(word: str, gazetteer: Gazetteer) -> bool:
    countries = [place for place in gazetteer.lookup(word) if place.kind == "country"]
    return bool(countries) and countries[0].likeness == DEMONYM


def _whole(text: str, name: Name, parties: Sequence[Span]) -> Name:
    """The name with the whole of its words, or, in small letters, of the compound noun that it is cut from."""
    if name.kind == "location":
        return name
    start, end = name.span
    if not text[start].isalpha() and (before := _BEFORE.search(text, max(0, start - 12), start)):
        start = before.start()
    if behind := _BEHIND.match(text, end):
        end = behind.end()
    if leaning := _FOR_OR_AGAINST.match(text, start, end):
        start = leaning.end()
    whole = Span(start, end)
    if name.kind == "organisation" and whole.of(text).islower():
        whole = next((_compound(text, whole, party) for party in parties if party.holds(whole)), whole)
    return name if whole == name.span else replace(name, span=whole)


def _compound(text: str, word: Span, party: Span) -> Span:
    """The longest compound noun within a party's words that holds the word: "armed forces" for "forces"."""
    words = [Span(*found.span()) for found in _WORD.finditer(text, *party)]
    for size in range(_COMPOUND, 1, -1):
        for first, last in zip(words, words[size - 1 :], strict=False):
            whole = Span(first.start, last.end)
            if word in words and whole.holds(word) and noun(whole.of(text)):
                return whole
    return word


def _is_begun(text: str, first: Name, second: Name, parties: Sequence[Span]) -> bool:
    """Whether the name of a body begins in the name before it."""
    if first.kind == "location" or not _BESIDE.fullmatch(text, first.span.end, second.span.start):
        return False
    return any(p.holds(first.span) and p.holds(second.span) for p in parties)


def _bared(text: str, name: Name) -> Name:
    span = _bare(text, name)
    return name if span == name.span else replace(name, span=span)


def _bare(text: str, name: Name) -> Span:
    """The name without its abbreviation and, of a person, without titles."""
    start, end = name.span
    if again := _NAMED_AGAIN.fullmatch(text, start, end):
        end = again.end(1)
    while name.kind == "person" and (title := _TITLE.match(text, start, end)):
        word = title[1].lower()
        if word in _GIVEN or (word not in _TITLES and not names_people(word)):
            break
        start = title.end()
    return Span(start, end)
