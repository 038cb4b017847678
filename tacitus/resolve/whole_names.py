"""Proper names as such: pieces of one put together, and what is no part of one left out.

In: the markup of a report. Out: the same, where "Ana | Bey Brigade" inside one party is one name and a name has neither
the title before it nor the abbreviation in brackets behind it. One thing to know: a person's name before a body's, with
nothing between them, is part of the body's; behind it, it is a person of that body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.records.markup import Markup, Name
from tacitus.records.span import Span
from tacitus.resolve.people import names_people

_BESIDE = re.compile(r"\s+|-")
#: "Front for the Liberation of the Coast (FLC)": the name, and what stands in brackets behind it.
_NAMED_AGAIN = re.compile(r"(\w[^()]*\w)\s*\([^()]*\)?$")
_TITLE = re.compile(r"(\w+)\.?\s+(?=\w)")
#: Titles that no list of people's nouns holds.
_TITLES = frozenset(
    "mr mrs ms dr msgr monsignor fr sr rev gen col lt capt maj sgt magistrate justice lord sir prof".split()
)

_GIVEN = frozenset({"marine", "porter", "baker", "shepherd"})  # names as well: "Marine Belo"


def with_whole_names(text: str, markup: Markup) -> Markup:
    """The markup with names as they are."""
    parties = [m.span for m in markup.mentions if m.kind == "actor"]
    joined: list[Name] = []
    for name in sorted(markup.names, key=lambda n: n.span):
        while joined and name.kind == "organisation" and _is_begun(text, joined[-1], name, parties):
            name = replace(name, span=Span(joined.pop().span.start, name.span.end))
        joined.append(name)
    return replace(markup, names=tuple(_bared(text, name) for name in joined))


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
