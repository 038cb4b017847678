"""Capitals told by their nation, or as the report's own: "in the Somali capital", "in the capital".

In: the markup of a report. Out: the same, with a mention of each such place that the reader passed over. One thing to
know: only the mention is added; which event happened there is told by its sentence (`assemble/setting/whereabouts.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tacitus.records.markup import Markup, Mention
from tacitus.records.span import Span
from tacitus.resolve.mending.strikes import is_party
from tacitus.resolve.places.gazetteer import Gazetteer

_CAPITAL = re.compile(r"\b(?:in|near|outside|around|across) the (?P<whole>(?P<nation>[A-Z][a-z]+) capital)\b")
#: The capital of the report's own country, where neither its name nor another land's or province's follows.
_THE_CAPITAL = re.compile(
    r"\b[Ii]n (?P<whole>the capital)\b"
    r"(?=[,.;)]| (?:on|and|as|after|when|where|late|early|since|while|during|this|last|but)\b)"
    r"(?!, (?:city\b|\(?[A-Z]))"
)
SURE = 0.8  # as sure as the reader is of most places


def with_capitals(text: str, markup: Markup, gazetteer: Gazetteer) -> Markup:
    """The markup with the capitals that go by their nation's name as places."""
    new = [Mention(span, "place", None, SURE) for span in _missed(text, markup, gazetteer)]
    return replace(markup, mentions=tuple(sorted((*markup.mentions, *new), key=lambda m: m.span))) if new else markup


def _missed(text: str, markup: Markup, gazetteer: Gazetteer) -> Iterator[Span]:
    if " capital" not in text:
        return
    taken = [m.span for m in markup.mentions if m.kind != "content"]  # a content may be the whole sentence
    for match in _CAPITAL.finditer(text):
        span = Span(*match.span("whole"))
        if is_party(match["nation"], gazetteer) and not any(span.overlaps(other) for other in taken):
            yield span
    for match in _THE_CAPITAL.finditer(text):
        span = Span(*match.span("whole"))
        if not any(span.overlaps(other) for other in taken):
            yield span
