"""Who goes by those who back, lead or make up a force: "US-backed fighters" are whom the report calls so by name.

In: what each phrase of a report says, and the text. Out: the same, with such descriptions as the party that bears the
word by name. One thing to know: where two parties are called so, the word alone tells neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tacitus.records.span import Span
from tacitus.resolve.actors.parts import Reading

#: "US-backed", "Kurdish-led", "Arab-Kurdish"; the hyphen of "al-Nusra" joins a name.
_WORD = re.compile(
    r"(?<![\w-])(?!(?:[Aa]l|[Ee]l|[Aa]r|[Aa]sh|[Aa]n|[Aa]t|[Aa]z|[Aa]bu|[Ii]bn)-)[A-Z][\w.]*-"
    r"(?:backed|led|allied|aligned|supported|linked|affiliated|dominated|[A-Z][a-z]+)(?![\w-])",
    re.ASCII,
)
_FORCES = frozenset(("rebel", "militia", "military", "gunmen"))
#: How far before a name its words may stand, and how far behind it what it is called may go; characters.
BEFORE, AFTER = 45, 90
_LEADS_TO = re.compile(
    r"(?:\s+(?:rebel|militant|insurgent|armed|opposition|militia|alliance|group|force|forces|fighters)){0,2}\s+$"
)
_CALLED = re.compile(r"(?:\s*\([^()]{2,20}\))?,?\s+(?:which is |who are )?(?:an?|the)\s+([^.;:,\n]*)")


def backed(readings: Mapping[Span, Reading], text: str) -> dict[Span, Reading]:
    """The readings, with forces of no name as the one known party that bears one of their words."""
    bearers: dict[str, dict[str, Reading]] = {}
    for span, reading in readings.items():
        if reading.actor and reading.named and reading.kind in _FORCES and not reading.name.split()[-1].islower():
            called = _CALLED.match(text, span.end, span.end + AFTER)
            for word in (*_words(span, text), *_found(called[1] if called else "")):
                bearers.setdefault(word, {})[reading.actor] = reading
    found = dict(readings)
    for span, reading in readings.items():
        if reading.actor is None and not reading.named and reading.kind in _FORCES:
            meant = [bearers[word] for word in _words(span, text) if word in bearers]
            if meant and all(len(each) == 1 and each == meant[0] for each in meant):
                (party,) = meant[0].values()
                found[span] = replace(party, named=False, head=reading.head)
    return found


def _words(span: Span, text: str) -> Iterator[str]:
    """Such words in a mention and right before it."""
    yield from _found(span.of(text))
    before = max(0, span.start - BEFORE)
    for match in _WORD.finditer(text, before, span.start):
        if _LEADS_TO.fullmatch(text, match.end(), span.start):
            yield _plain(match[0])


def _found(words: str) -> Iterator[str]:
    yield from (_plain(match[0]) for match in _WORD.finditer(words))


def _plain(word: str) -> str:
    return word.replace(".", "").lower()
