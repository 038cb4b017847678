"""A sentence as its words.

In: a sentence, and the parties, names and direct quotes of its report. Out: :class:`Words`, which answers small
questions about them by their index. One thing to know: words are compared in lower case, and "didn't" is two of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tacitus.assemble.said.grammar_words import (
    ADVERBS,
    ASIDES,
    AUXILIARIES,
    BE,
    DAYS,
    NO_ADVERBS,
    PAPERS,
    PERIODS,
)
from tacitus.records.span import Span

_WORD = re.compile(  # most words are plain, and the looks ahead spare most others the rare ones
    r"[a-z]++(?![\w'’.&/-])|"
    r"(?=[A-Z])(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|No)\.)|"
    r"(?=[A-Za-z]++['’]t\b)[A-Za-z]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|d|ll|m)\b|''|``|\w++(?:[-.&/]\w++)*+|[^\w\s]"
)
_FAR = 10**9
SENTENCE_END = re.compile(r"(?<=[\w)\"”]{4})[.!?][\"”]?\s")  # "Gen. Omar" goes on
_STOP = re.compile(r"[.!?\n](?:(?<=\n)|[\"'”’)]*\s+[\"'“‘(]*[A-Z])")


@dataclass(frozen=True)
class Words:
    """The words of one sentence; ``ends`` has the parties and names by where they end (the longest)."""

    text: str
    found: Sequence[re.Match[str]]
    low: tuple[str, ...]
    ends: Mapping[int, Span]
    quotes: Sequence[Span]  # the direct quotes of the report, in order

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.low)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start() for word in self.found]

    @cached_property
    def begins(self) -> dict[int, Span]:
        """The parties and names of the sentence by where they begin (the longest)."""
        found: dict[int, Span] = {}
        for span in (s for s in (self.ends.get(word.end()) for word in self.found) if s):
            if span.start not in found or found[span.start].end < span.end:
                found[span.start] = span
        return found

    @cached_property
    def _parties(self) -> list[Span]:
        return sorted(self.begins.values())

    def at(self, place: int) -> int:
        """The index of the word that begins at or after a place of the text."""
        return bisect_left(self._starts, place)

    def span(self, first: int, after: int) -> Span:
        """The words ``first`` … ``after`` - 1."""
        return Span(self.found[first].start(), self.found[after - 1].end())

    def spot(self, i: int) -> Span:
        """Where a word stands."""
        return Span(*self.found[i].span())

    def party(self, i: int) -> Span | None:
        """The party or name that ends with a word."""
        return self.ends.get(self.found[i].end())

    def quoted(self, i: int) -> bool:
        """Whether a word stands inside a direct quote."""
        return _inside(self._starts[i], self.quotes)

    def named(self, i: int) -> bool:
        """Whether a word is part of a party or name: "states" of "United States"."""
        return _inside(self._starts[i], self._parties)

    def paper(self, span: Span) -> bool:
        """Whether a phrase is something written, shown or counted."""
        return any(w in PAPERS for w in self.low[self.at(span.start) : self.at(span.end)])

    def adverb(self, i: int) -> bool:
        """Whether a word is an adverb."""
        word = self.low[i]
        return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NO_ADVERBS)

    def passive(self, i: int) -> bool:
        """Whether a participle has a form of "be" before it."""
        i -= 1
        while i >= 0 and self.adverb(i):
            i -= 1
        return i >= 0 and self.low[i] in BE

    def before_verb(self, i: int) -> int:
        """The last word before the auxiliaries, adverbs and times that end at ``i``; -1 if there is none."""
        low = self.low
        while i >= 0 and self.found[i].end() not in self.ends:
            before = low[i - 1] if i else ""
            if low[i] in AUXILIARIES or self.adverb(i):
                i -= 1
            elif low[i] in DAYS:
                i -= 2 if before in ("on", "last", "this") else 1
            elif low[i] in PERIODS and before in ("last", "this"):
                i -= 2
            elif low[i] == "," and before in ASIDES and i > 1 and low[i - 2] == ",":
                i -= 3
            else:
                break
        return i

    def after_verb(self, i: int) -> int:
        """The first word at or after ``i`` that is no adverb or time."""
        while i < len(self):
            then = self.low[i + 1] if i + 1 < len(self) else ""
            if self.adverb(i) or self.low[i] in DAYS:
                i += 1
            elif (self.low[i] == "on" and then in DAYS) or (self.low[i] in ("last", "this") and then in PERIODS):
                i += 2
            else:
                break
        return i

    def within(self, i: int, wanted: Collection[str], reach: int) -> int | None:
        """Where one of the words stands at ``i`` or up to ``reach`` words on, before any comma or stop."""
        for n in range(i, min(len(self), i + reach)):
            if self.low[n] in wanted:
                return n
            if n > i and self.low[n] in (",", ";", ".", ":"):
                return None
        return None


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    n = bisect_right(spans, (place, _FAR)) - 1
    return n >= 0 and spans[n][1] > place


def words_of(text: str, sentence: Span, ends: Mapping[int, Span], quotes: Sequence[Span]) -> Words:
    """The words of a sentence."""
    found = list(_WORD.finditer(text, sentence.start, sentence.end))
    return Words(text, found, tuple([match[0].lower() for match in found]), ends, quotes)


@lru_cache(maxsize=256)
def sentence_around(text: str, span: Span) -> str:
    """The sentence that a count stands in, and the next few words; remembered, since each of its tellings asks."""
    low = max(0, span.start - 400)
    begin = max((m.start() for m in _STOP.finditer(text, low, span.start + 1)), default=low)
    stop = _STOP.search(text, span.end, span.end + 400)
    return text[begin : stop.start() if stop else span.end + 400]
