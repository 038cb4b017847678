"""Whom "the coalition", "alliance fighters" or "coalition jets" mean, where the report names one that it calls so.

In: what each phrase of a report says, and the text. Out: the same, with such words as the coalition or alliance of that
name. One thing to know: a report that names two tells neither by the bare word, and other words before it ("rebel
coalition") must be among those that the named one goes by.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tacitus.records.span import Span
from tacitus.resolve.actors.backed import AFTER
from tacitus.resolve.actors.parts import Reading
from tacitus.resolve.names import singular

_HEADS = frozenset(("coalition", "alliance"))
_KINDS = frozenset(("igo", "rebel", "militia", "military", None))
#: What may stand behind the word: who and what fights or speaks for it.
_OF_IT = frozenset(
    "force troop fighter soldier jet plane warplane war aircraft helicopter drone strike airstrike air raid commander "
    "spokesman spokeswoman official member source".split()
)
_HEAD = re.compile(r"\b(?:coalition|alliance)\b", re.I)
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("the of and a an this that its".split())
#: Some coalition or other, and one that was not there before.
_SOME = re.compile(r"\b(?:an?|another|any|some|new|ruling|rival|opposition|government)\s+$", re.I)
_CALLED = re.compile(r"(?:\s*\([^()]{2,20}\))?,?\s+(?:which is |who are )?an?\s+([^.;:,\n]*)")
_BODY = re.compile(r"\s+(?:of|government|talks|partner|cabinet|deal)\b", re.I)


def allied(readings: Mapping[Span, Reading], text: str) -> dict[Span, Reading]:
    """The readings, with a coalition or an alliance of no name as the one that the report names."""
    found = dict(readings)
    if not _HEAD.search(text):
        return found
    named = _named(readings, text)
    for span, reading in readings.items():
        words = _plain(span.of(text))
        head = next((at for at, word in enumerate(words) if word in _HEADS), None)
        if reading.actor is not None or head is None or reading.kind not in _KINDS:
            continue
        if any(word not in _OF_IT for word in map(singular, words[head + 1 :])):
            continue
        if _SOME.search(text, max(0, span.start - 20), span.start) or _BODY.match(text, span.end):
            continue
        meant = [each for each in named.get(words[head], {}).values() if set(words[:head]) <= each[1]]
        if len(meant) == 1 and not (head == 0 and len(named[words[head]]) > 1):
            party = meant[0][0]
            forces = head + 1 < len(words) and party.kind == "igo" and reading.kind == "military"
            found[span] = replace(party, named=False, head=reading.head, kind="military" if forces else party.kind)
    return found


def _named(readings: Mapping[Span, Reading], text: str) -> dict[str, dict[str, tuple[Reading, set[str]]]]:
    """For each such word the known parties that the report calls so, with all the words that it calls them by."""
    found: dict[str, dict[str, tuple[Reading, set[str]]]] = {}
    for span, reading in readings.items():
        if not (reading.actor and reading.named and reading.kind in _KINDS):
            continue
        called = _CALLED.match(text, span.end, span.end + AFTER)
        words = [*_plain(span.of(text)), *_plain(called[1] if called else "")]
        for head in _HEADS.intersection(words):
            _, known = found.setdefault(head, {}).setdefault(reading.actor, (reading, set()))
            known.update(words)
    return found


def _plain(words: str) -> list[str]:
    return [word for word in _WORD.findall(words.lower()) if word not in _SMALL]
