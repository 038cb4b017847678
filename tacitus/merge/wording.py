"""A document → the words that tell each of its events, as they are kept for merging.

In: a report's text and its events. Out: for each event a sorted tuple of marked stems. One thing to know: the text is
not at hand when events are merged, so all that merging wants of it is picked out here, once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tacitus.records.event import Document, Event
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue

#: What stands before what is no plain word: a trigger's stem, a stem of what is spoken of, a place of the report.
TRIGGER, ABOUT, AROUND = "=", ">", "@"
#: Letters of a word that its inflections share, well enough; of a name, as many as tell it from others.
STEM, NAME = 6, 9
#: Places that a report as a whole is set in, and characters of a passage on either side of the words.
PLACES, PASSAGE = 6, 300
_WORD = re.compile(r"[^\W_]{3,}")
_STOP = re.compile(r"[.!?][\"'”’)\]]{0,3}\s|\n")
_EMPTY = frozenset(
    "the and for with that this from was were has have had its his her their they them who which when where what been "
    "being but not after before into over under near about than then also more most some any all one two said says say "
    "told according there here will would could should may might our your are out off down upon during while since "
    "between against other another such only very just still even both each few many much own same".split()
)


def wordings(document: Document) -> dict[str, tuple[str, ...]]:
    """The wording of each event, by its id."""
    text = document.report.text
    places = [AROUND + key for key in _around(document)]
    return {event.id: tuple(sorted({*_words(text, event), *places})) for event in document.events}


def place_keys(place: PlaceValue) -> Iterator[str]:
    """What a place goes by where places are looked for: its province, and its name when it is finer than one."""
    if place.admin1:
        yield f"{place.country}/{place.admin1}"
    if place.precision in ("exact", "settlement", "district"):
        yield place.name.lower()


def _around(document: Document) -> list[str]:
    """The places that the report as a whole is set in, the most told first."""
    told: Counter[str] = Counter()
    for event in document.events:
        for entry in event.settled:
            told.update(key for v in entry.values if isinstance(v, PlaceValue) for key in place_keys(v))
    return [key for key, _ in sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))[:PLACES]]


def _words(text: str, event: Event) -> Iterator[str]:
    spans = [*event.mentions, *(claim.span for claim in event.claims)]
    for passage in sorted({_passage(text, span) for span in spans}):
        yield from _stems(passage.of(text))
    for span in event.mentions:
        yield from (TRIGGER + stem.lower() for stem in _stems(span.of(text)))
    for claim in event.of("content"):
        yield from (ABOUT + stem.lower() for stem in _stems(claim.span.of(text)))


def _passage(text: str, span: Span) -> Span:
    """The sentence around some words, as far as full stops tell."""
    start = max((m.end() for m in _STOP.finditer(text, max(0, span.start - PASSAGE), span.start)), default=None)
    stop = _STOP.search(text, span.end, span.end + PASSAGE)
    return Span(max(0, span.start - PASSAGE) if start is None else start, stop.start() if stop else span.end)


def _stems(words: str) -> Iterator[str]:
    """The stems of the words that say something; a name (a capital inside a passage) keeps its capital."""
    for match in _WORD.finditer(words):
        word = match[0]
        if word.lower() not in _EMPTY:
            is_name = match.start() > 0 and word[0].isupper() and word[1:].islower()
            yield word[:NAME].capitalize() if is_name else word[:STEM].lower()
