"""Spans with ids → a text with brackets, as the corpus marks its reports.

In: a text and the spans of each id. Out: the text with ``[id words]`` in it, and which ids found a place there. One
thing to know: brackets nest and never cross, so of two spans that cross the one that is placed later is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tacitus.records.span import Span

#: A bracket of the text itself is written so that it is none of ours.
_LITERAL = re.compile(r"[\[\]]")


@dataclass(slots=True)
class Brackets:
    """The brackets of one text, the first ones first served."""

    text: str
    _placed: list[tuple[Span, str]] = field(default_factory=list)

    def place(self, id_: str, spans: Iterable[Span]) -> bool:
        """Mark the spans; whether any of them stands in the text now."""
        return any([self._place(id_, trimmed) for each in spans if (trimmed := self._trimmed(each))])

    def written(self) -> str:
        """The text with all brackets in it."""
        # Those that begin together open from the longest to the shortest; of one length, in the order of the list.
        ordered = sorted(enumerate(self._placed), key=lambda each: (each[1][0].start, -each[1][0].end, each[0]))
        out: list[str] = []
        open_: list[int] = []
        at = 0
        for _, (span, id_) in ordered:
            at = self._close(out, open_, at, span.start)
            out.append(self._plain(at, span.start))
            out.append(f"[{id_} ")
            open_.append(span.end)
            at = span.start
        at = self._close(out, open_, at, len(self.text))
        return "".join([*out, self._plain(at, len(self.text))])

    def _close(self, out: list[str], open_: list[int], at: int, upto: int) -> int:
        """Write on to where the innermost open brackets end, as far as that is not behind ``upto``."""
        while open_ and open_[-1] <= upto:
            end = open_.pop()
            out += (self._plain(at, end), "]")
            at = end
        return at

    def _plain(self, start: int, end: int) -> str:
        return _LITERAL.sub(r"\\\g<0>", self.text[start:end])

    def _place(self, id_: str, span: Span) -> bool:
        if (span, id_) in self._placed:
            return True
        if any(_cross(span, other) for other, _ in self._placed):
            return False
        self._placed.append((span, id_))
        return True

    def _trimmed(self, span: Span) -> Span | None:
        """The span without blanks at its ends; None if nothing is left."""
        words = span.of(self.text)
        start = span.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return Span(start, end) if start < end else None


def _cross(one: Span, other: Span) -> bool:
    return one.overlaps(other) and not one.holds(other) and not other.holds(one)


def fits(span: Span, text: str, *, most_letters: int, most_words: int | None = None) -> bool:
    """Whether the words at a span are no longer than a mention of their kind may be."""
    words = span.of(text).strip()
    return len(words) <= most_letters and (most_words is None or len(words.split()) <= most_words)


def shortest(spans: Sequence[Span]) -> list[Span]:
    """The spans, each once, in the order of the text."""
    return sorted(dict.fromkeys(spans), key=lambda span: (span.start, span.end))
