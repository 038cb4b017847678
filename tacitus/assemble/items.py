"""What parts one happening of a report from the next: the items of a digest, the posts of a live blog, "elsewhere".

In: a report and its sentences. Out: whether something stands between two of them. One thing to know: what stands before
the first item (title, lead) belongs to all of them, and a report with one bullet or one heading has no items.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tacitus.records.letters import at_lines, capitals, letters
from tacitus.records.report import Report
from tacitus.records.span import Span

_BULLET = re.compile(r"^[ \t]*(?:[*•·▪■●○‣–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)", re.M)
_CLOCK = re.compile(
    r"^[ \t]*(?:[01]?\d|2[0-3])[:.]\d\d(?:[ \t]?(?:[ap]\.?m\b\.?|GMT|UTC|BST|local time|local|hrs|hours))*"
    r"[ \t]*(?:$|[-–—:|])",
    re.M | re.I,
)
#: "NIGERIA: …", "Northern Mali: …", or a short line in capitals.
_HEADING = re.compile(
    r"^[ \t]*(?:[A-Z][A-Z'’./&-]+(?: [A-Z'’./&-]+){0,4}(?:[ \t]*$|:|[ \t]+[-–—][ \t])|"
    r"[A-Z][\w'’-]+(?: (?:and|of|the|[A-Z][\w'’-]+)){0,3}:[ \t])",
    re.M,
)
_BODY = 60  # characters that a heading's item has at least: a form's line ("Location: Kabul") is no item
_ELSEWHERE = re.compile(
    r"\W*(?:in (?:a separate|another|a second|a different|yet another|other|separate) |separately|elsewhere|meanwhile|"
    r"(?:farther|further) (?:north|south|east|west|up|down|away|afield)|"
    r"also on \w+day|on the same day|(?:\w+ ){0,2}(?:minutes|hours|moments|days?|weeks?) (?:later|earlier)|"
    r"shortly after|earlier,? in |a (?:second|third|fourth) \w+|"
    r"another (?!person|man|woman|victim|\d|\w+ (?:people|was|were)))",
    re.I,
)
_SCENE = re.compile(r"In (?:[A-Z][\w'’-]+ ?){1,3}, ")


@dataclass(frozen=True, slots=True)
class Items:
    """The items of one report: for each sentence its item, 0 before the first, and whether it opens elsewhere."""

    starts: tuple[int, ...]
    of_sentence: tuple[int, ...]
    elsewhere: tuple[bool, ...]
    scene: tuple[bool, ...]  # whether it sets a scene of its own ("In Mosul, …")
    posts: bool = False  # a live blog's: they may tell of one thing again

    @classmethod
    def of(cls, report: Report, sentences: Sequence[Span]) -> Items:
        """The items that the lines of a report show."""
        posts = _several(m.start() for m in at_lines(_CLOCK, report.text))
        starts = posts or sorted(
            {*_several(m.start() for m in at_lines(_BULLET, report.text)), *_headings(report.text)}
        )
        return cls(
            tuple(starts),
            tuple(bisect_right(starts, s.end - 1) for s in sentences),
            tuple(bool(_ELSEWHERE.match(report.text, s.start)) for s in sentences),
            tuple(bool(_SCENE.match(report.text, s.start)) for s in sentences),
            bool(posts),
        )

    def near(self, span: Span, reach: int, text: str) -> str:
        """The words up to ``reach`` characters around a span, as far as its item goes."""
        item = bisect_right(self.starts, span.end - 1)
        first = self.starts[item - 1] if item else 0
        last = self.starts[item] if item < len(self.starts) else len(text)
        return text[max(first, span.start - reach) : min(last, span.end + reach)]

    def parted(self, first: int, second: int) -> bool:
        """Whether two sentences tell of different things: of two items, or one turns to another happening."""
        low, high = sorted((first, second))
        return self.walled(low, high) or any(self.elsewhere[low + 1 : high + 1]) or (low < high and self.scene[high])

    def walled(self, first: int, second: int) -> bool:
        """Whether two sentences stand in two items."""
        return 0 < self.of_sentence[first] != self.of_sentence[second] > 0


def _several(starts: Iterator[int]) -> list[int]:
    found = list(starts)
    return found if len(found) > 1 else []


def _headings(text: str) -> list[int]:
    """Where items with a heading begin; a text all in capitals shows none."""
    if capitals(text[:4000]) > 0.5 * letters(text[:4000]):
        return []
    found = [m.start() for m in at_lines(_HEADING, text)]
    return _several(at for at, end in pairwise((*found, len(text))) if end - at >= _BODY)
