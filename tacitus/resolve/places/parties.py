"""The places in the names of parties and people: "Kandahar" of the Kandahar police is one, "Jordan" of a person is not.

In go the report's text and spans; out come the spans that name places. The one thing to know: only what is well known
and called by its own name counts, as half the words of a party's name are also the name of some village.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tacitus.records.span import Span
from tacitus.resolve.places.gazetteer import DEMONYM, Gazetteer, Place
from tacitus.resolve.places.words import DIRECTION, KIND_WORDS

#: People (power of ten) of a town that is known by its name alone, inside that of a party.
LARGE = 4.7
_DIRECTION = re.compile(DIRECTION, re.IGNORECASE)
_OWNED = re.compile(r"['\u2019]s?$")
#: What may be a name, and what it starts with.
CAPITALISED = re.compile(r"\b(?:U\.S\.(?:A\.)?|U\.K\.|(?:[A-Z][\w-]+)(?: (?:of )?[A-Z][\w-]+){0,2})")


def named_within(text: str, spans: Iterable[Span], gazetteer: Gazetteer) -> list[Span]:
    """The well-known places in the names of parties: "Kandahar" of the Kandahar police, "Turkish" of its army."""
    found: list[Span] = []
    for span in spans:
        at = span.start
        while match := CAPITALISED.search(text, at, span.end):
            at = match.end()
            words = match[0].split()
            start = match.start()
            if words[0] == "The" and len(words) > 1:
                start, words = start + 4, words[1:]
            for size in range(len(words), 0, -1):
                name = _OWNED.sub("", " ".join(words[:size]))
                known = gazetteer.lookup(name)[:1] if _may_name(name) else ()
                if any(_stands_out(place) for place in known):
                    found.append(Span(start, start + len(name)))
                    break
            else:
                size = 1
            at = min(at, start + len(" ".join(words[:size])))
    return found


def without_people(text: str, spans: Iterable[Span], people: Sequence[Span], gazetteer: Gazetteer) -> list[Span]:
    """The spans that are no part of a person's name, nor all of one that the gazetteer has not."""
    kept = []
    for span in spans:
        around = [person for person in people if person.holds(span)]
        longer = any(person != span for person in around)
        if not longer and (not around or gazetteer.lookup(span.of(text))):
            kept.append(span)
    return kept


def _may_name(name: str) -> bool:
    """Whether words in the name of a party may be a place's: "US" and "Turkish", but not "He" or "University"."""
    if name.lower() in KIND_WORDS or _DIRECTION.fullmatch(name):
        return False
    return len(name) > 3 or name.isupper() or "." in name


def _stands_out(place: Place) -> bool:
    if place.kind == "country":
        return place.likeness >= DEMONYM
    if place.kind == "province":  # by its whole name: "Free" of an army is not the Free State
        return place.likeness == 1
    return place.likeness > 0.95 and place.kind == "settlement" and place.magnitude >= LARGE
