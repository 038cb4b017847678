"""The same report with other names, places, numbers and styles: what a reader should not learn by heart.

In: an example and a pool of names from the corpus. Out: the example with words exchanged and all its spans
carried along. One thing to know: names change together wherever they stand, so that coreference stays true,
and only for names of the same kind: rebels for rebels, provinces for provinces.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tacitus.records.span import Span
from training.examples import Example, Labelled

SWAPPED = 0.5  # share of examples with other names, and of their names that change
RENUMBERED = 0.3
GLUED, MISTYPED, CAPITALS, SMALL = 0.04, 0.04, 0.05, 0.05
BARE = 0.12  # copy that lost its commas and apostrophes on the way: "Syrias army a monitor said"
_NAMED = frozenset(("person", "rebel", "militia", "criminal", "party", "ngo", "company", "media", "state", "military"))
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve fifteen sixteen twenty thirty".split()
_NUMBER = re.compile(rf"\b(?:\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})\b", re.I)
_STOP = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z][a-z])")
_COMMA = re.compile("[,'’‘]")
_WORD = re.compile(r"[A-Za-z]{5,}")

Pool = Mapping[tuple[str, ...], Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Change:
    """New words for a stretch of the text."""

    start: int
    end: int
    words: str


def pool(examples: Iterable[Example]) -> Pool:
    """The names in the examples, by what they can stand in for."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for example in examples:
        for item in _leaves(example):
            if key := _shape(example.text, item):
                found[key].add(item.span.of(example.text))
    return {key: sorted(names) for key, names in found.items() if len(names) > 4}


def vary(example: Example, names: Pool, chance: random.Random) -> Example:
    """Now and then: other names, other numbers, sentences glued together, no commas, typos, capitals."""
    changes: list[_Change] = []
    if example.source == "corpus" and chance.random() < SWAPPED:
        changes += _renamed(example, names, chance)
    if example.source == "corpus" and chance.random() < RENUMBERED:
        changes += _renumbered(example, chance)
    if chance.random() < GLUED:
        changes += [_Change(m.start(), m.end(), "") for m in _STOP.finditer(example.text) if chance.random() < 0.6]
    varied = _apply(example, changes)
    if chance.random() < BARE:
        varied = _apply(varied, [_Change(m.start(), m.end(), "") for m in _COMMA.finditer(varied.text)])
    if chance.random() < MISTYPED:
        varied = replace(varied, text=_mistyped(varied.text, chance))
    return _recased(varied, chance)


def _leaves(example: Example) -> Iterator[Labelled]:
    """Actors and places that hold no other mention."""
    mentions = [s for s in example.spans if s.layer in ("mention", "inner")]
    for item in mentions:
        if item.label in ("actor", "place") and not any(item.span.holds(o.span) for o in mentions if o is not item):
            yield item


def _shape(text: str, item: Labelled) -> tuple[str, ...] | None:
    """What another name must share to stand in for this one; None for words that are no name."""
    words = item.span.of(text).split()
    if not words or not words[0][:1].isupper() or len(words) > 5 or len(words[0]) < 3:
        return None
    tail = words[-1] if words[-1].islower() else ""
    if any(w.islower() for w in words[: -1 if tail else None] if w not in ("al", "de", "la", "el", "of", "bin")):
        return None
    kind = dict(item.more).get("kind", "")
    if item.label == "actor" and (kind not in _NAMED or (kind == "person" and len(words) == 1)):
        return None
    shouted = "caps" if words[0].isupper() and len(words[0]) > 4 else ""
    return item.label, kind, tail, shouted, str(len(words) > 1)


def _renamed(example: Example, names: Pool, chance: random.Random) -> list[_Change]:
    chosen: dict[str, str] = {}
    for item in _leaves(example):
        words = item.span.of(example.text)
        key = _shape(example.text, item)
        if key and key in names and words not in chosen and chance.random() < SWAPPED:
            chosen[words] = chance.choice(names[key])
    found: list[_Change] = []
    for old in sorted(chosen, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", example.text):
            if not any(c.start < match.end() and match.start() < c.end for c in found):
                found.append(_Change(match.start(), match.end(), chosen[old]))
    return found


def _renumbered(example: Example, chance: random.Random) -> list[_Change]:
    found = []
    for item in example.spans:
        match = _NUMBER.search(example.text, item.span.start, item.span.end) if item.layer == "toll" else None
        if match and chance.random() < SWAPPED:
            digits = match[0].isdigit()
            new = str(int(2 * 1.6 ** (chance.random() * 10))) if digits else chance.choice(_NUMBER_WORDS)
            new = new.upper() if match[0].isupper() else new.capitalize() if match[0][0].isupper() else new
            found.append(_Change(match.start(), match.end(), new))
    return found


def _apply(example: Example, changes: Sequence[_Change]) -> Example:
    """Make the changes and carry all spans along; of changes that overlap the first stands."""
    kept: list[_Change] = []
    for change in sorted(changes, key=lambda c: (c.start, -c.end)):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    if not kept:
        return example
    text, at = "", 0
    begins, ends = [], []  # of each change, in the new text
    for change in kept:
        text += example.text[at : change.start]
        begins.append(len(text))
        text += change.words
        ends.append(len(text))
        at = change.end
    text += example.text[at:]
    starts = [c.start for c in kept]

    def moved(place: int, *, is_end: bool) -> int:
        n = bisect_right(starts, place - is_end) - 1
        if n < 0:
            return place
        if place < kept[n].end or (is_end and place == kept[n].end):
            inside = place - kept[n].start
            return ends[n] if is_end else begins[n] + (0 if inside == 0 else min(inside, len(kept[n].words)))
        return ends[n] + place - kept[n].end

    spans = tuple(
        replace(s, span=Span(moved(s.span.start, is_end=False), moved(s.span.end, is_end=True))) for s in example.spans
    )
    if any(s.span.end <= s.span.start for s in spans):
        return example
    return replace(example, text=text, spans=spans)


def _mistyped(text: str, chance: random.Random) -> str:
    """Two letters inside some words exchanged."""
    letters = list(text)
    for match in _WORD.finditer(text):
        if chance.random() < 0.03:
            at = chance.randrange(match.start() + 1, match.end() - 2)
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def _recased(example: Example, chance: random.Random) -> Example:
    """The same words in small letters or in capitals, where that leaves every offset as it is."""
    draw = chance.random()
    text = example.text
    if draw < CAPITALS:
        text = text.upper()
    elif draw < CAPITALS + SMALL:
        text = text.lower()
    return replace(example, text=text) if len(text) == len(example.text) else example
