"""Direct quotes: where they stand, whose cue has them, and who goes on speaking.

In: a report's text and its voices (:class:`Voice`). Out: the report's quotes. One thing to know: quotes are found by
their marks, whatever the reader saw; a cue within a quote never has that quote.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from tacitus.records.event import Quote, Said
from tacitus.records.report import Report
from tacitus.records.span import Span

_DIRECT = re.compile(r"\"([^\"\n]{1,2000})\"|“([^”\n]{1,2000})”|«([^»\n]{1,2000})»|''((?:[^'\n]|'(?!')){1,2000})''")
#: Scare quotes of three words or fewer are no quotes.
_QUOTE_WORDS = 4
_MARKS = '"“”«» '
_NEAR = 90  # characters from a quote to a cue that has it


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution: the source, the cue, and the words it covers.

    ``tells`` is false of what is only wished, praised or blamed: nobody vouches for that.
    """

    source: Said | None
    cue: Span
    contents: tuple[Span, ...]
    tells: bool = True


class Cover:
    """Spans that are asked again and again whether one of them holds or touches another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """The spans may overlap and come in any order."""
        ordered = sorted(spans)
        self._starts = [s.start for s in ordered]
        self._ends = list(accumulate((s.end for s in ordered), max))

    def holds(self, span: Span) -> bool:
        """Whether the span lies inside one of them."""
        n = bisect_right(self._starts, span.start)
        return n > 0 and self._ends[n - 1] >= span.end

    def touches(self, span: Span) -> bool:
        """Whether the span shares a character with one of them."""
        n = bisect_left(self._starts, span.end)
        return n > 0 and self._ends[n - 1] > span.start


def direct_quotes(report: Report) -> list[Span]:
    """The words of all direct quotes, in order, without their marks."""
    found = [Span(*m.span(m.lastindex or 0)) for m in _DIRECT.finditer(report.text)]
    return [q for q in found if not any(s.overlaps(q) for s in report.skip)]


def long(report: Report, quote: Span) -> bool:
    """Whether a quote is more than scare quotes."""
    return len(quote.of(report.text).split()) >= _QUOTE_WORDS


def bare(report: Report, span: Span) -> Span:
    """The words without the quotation marks at their ends."""
    words = span.of(report.text)
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    end = span.end - len(words) + len(words.rstrip(_MARKS))
    start += 2 * report.text.startswith("''", start, end)
    end -= 2 * report.text.endswith("''", start, end)
    return Span(start, max(start + 1, end))


def _touched(direct: Sequence[Span], span: Span) -> Sequence[Span]:
    """The direct quotes that share a character with the span; they are in order and apart from each other."""
    low = bisect_right(direct, Span(span.start, -1))
    low -= low > 0 and direct[low - 1].end > span.start
    return direct[low : bisect_left(direct, Span(span.end, -1), low)]


def with_quotes(voice: Voice, direct: Sequence[Span]) -> Voice:
    """A content that touches a direct quote covers all of it."""
    own = {c for c in voice.contents if not c.holds(voice.cue)}  # "I think so," he said: "think" has not the quote
    whole = {q for c in own for q in _touched(direct, c) if not q.holds(voice.cue)}
    contents = tuple(sorted(own | whole))
    return voice if contents == voice.contents else replace(voice, contents=contents)


def with_lone_quotes(report: Report, found: Sequence[Voice], direct: Sequence[Span]) -> list[Voice]:
    """Give quotes that no cue claims to the cue that stands next to them in the paragraph."""
    claimed = {c for v in found for c in v.contents}
    voices = list(found)
    ordered = sorted((v.cue, n) for n, v in enumerate(found) if v.source)
    for quote in direct:
        if quote in claimed or not long(report, quote):
            continue
        low = bisect_left(ordered, (Span(quote.start - 2 * _NEAR, 0), 0))
        high = bisect_left(ordered, (Span(quote.end + _NEAR + 1, 0), 0))
        near = [(_gap(quote, cue), n) for cue, n in ordered[low:high] if not quote.holds(cue)]
        near = [(gap, n) for gap, n in near if gap <= _NEAR and _one_paragraph(report, quote, voices[n].cue)]
        if near:
            n = min(near)[1]
            voices[n] = replace(voices[n], contents=tuple(sorted({*voices[n].contents, quote})))
    return voices


def _gap(quote: Span, cue: Span) -> int:
    return max(cue.start - quote.end, quote.start - cue.end, 0)


def _one_paragraph(report: Report, one: Span, other: Span) -> bool:
    return report.text.find("\n", min(one.start, other.start), max(one.end, other.end)) < 0


def quotes(report: Report, found: Sequence[Voice], direct: Sequence[Span]) -> list[Quote]:
    """The quotes of a report: what its voices cover, and direct quotes that have none."""
    every: list[Quote] = []
    for voice in found:
        for content in voice.contents:
            touched = _touched(direct, content)
            inside = any(q.holds(content) for q in touched)
            if inside and content not in touched:
                continue  # a piece of a direct quote: the whole quote is there already
            mostly = any(content.holds(q) and 2 * (q.end - q.start) > content.end - content.start for q in touched)
            every.append(Quote(content, voice.source, voice.cue, mostly or inside))
    covered = Cover(q.span for q in every)
    speakers = sorted((v for v in found if v.source), key=lambda v: v.cue)
    for span in direct:
        if long(report, span) and not covered.touches(span):
            every.append(Quote(span, _last_speaker(report, span, speakers), None, True))
    told: dict[Span, Quote] = {}
    for quote in sorted(every, key=_doubt):  # of two cues the nearest that names a speaker has it
        told.setdefault(quote.span, quote)
    return sorted(told.values(), key=lambda q: q.span)


def _doubt(quote: Quote) -> tuple[bool, int]:
    """Whether nobody is named for a quote, and how far its cue stands from it; characters."""
    return quote.speaker is None, _gap(quote.span, quote.cue) if quote.cue else 10**6


def _last_speaker(report: Report, quote: Span, speakers: Sequence[Voice]) -> Said | None:
    """Who goes on speaking in a paragraph that is nothing but a quote: the one speaker of the paragraph before."""
    begin = report.text.rfind("\n", 0, quote.start) + 1
    if report.text[begin : quote.start].strip(' "“«'):
        return None
    before = report.text[:begin].rstrip()
    paragraph = Span(before.rfind("\n") + 1, len(before))
    low = bisect_left(speakers, paragraph.start, key=lambda v: v.cue.start)
    high = bisect_left(speakers, paragraph.end, key=lambda v: v.cue.start)
    inside = [v for v in speakers[low:high] if paragraph.holds(v.cue)]
    names = {v.source.actor.name if v.source.actor else v.source.span.of(report.text) for v in inside if v.source}
    return inside[-1].source if len(names) == 1 else None
