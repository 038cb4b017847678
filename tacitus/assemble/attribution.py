"""Who said it: cues, their sources and what they cover.

In: the markup. Out: :class:`Voices`, which tells for any words of the report who is named as their
source, and the quotes. One thing to know: direct quotes are found by their marks, whatever the
reader saw; the reader tells whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tacitus.records.event import Quote, Said
from tacitus.records.markup import Markup
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

#: Words inside quotation marks; scare quotes of three words or fewer are no quotes.
_DIRECT = re.compile(r"\"([^\"\n]{1,2000})\"|“([^”\n]{1,2000})”|«([^»\n]{1,2000})»")
_QUOTE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution: the source, the cue, and the words it covers."""

    source: Said | None
    cue: Span
    contents: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """All attributions of a report."""

    all: tuple[Voice, ...]
    quotes: tuple[Quote, ...]

    def of(self, span: Span) -> Said | None:
        """The source of the words: that of the narrowest content around them, or None (the report itself)."""
        around = [(c.end - c.start, v) for v in self.all if v.source for c in v.contents if c.holds(span)]
        return min(around, key=lambda pair: pair[0])[1].source if around else None


def voices(report: Report, markup: Markup, actors: Mapping[Span, ActorValue], verbal: Collection[str] = ()) -> Voices:
    """Find who said what in one report; triggers of the ``verbal`` types ("accused") tell it too."""
    found: list[Voice] = []
    for cue in (m for m in markup.mentions if m.kind == "cue"):
        tails = [link for link in markup.links if link.head is cue]
        sources = sorted((x for x in tails if x.role == "source"), key=lambda x: -x.score)
        contents = tuple(sorted(_bare(report, x.tail.span) for x in tails if x.role == "said"))
        source = sources[0].tail.span if sources else _beside(report, markup, cue.span)
        found.append(Voice(Said(source, actors.get(source)) if source else None, cue.span, contents))
    found = _acts(markup, found, actors, verbal)
    found = _loose_contents(report, markup, found)
    direct = [_inner(m) for m in _DIRECT.finditer(report.text) if not any(s.overlaps(_inner(m)) for s in report.skip)]
    found = [_with_quotes(voice, direct) for voice in found]
    found = _lone_speakers(report, markup, found, direct)
    return Voices(tuple(found), tuple(_quotes(report, found, direct)))


def _bare(report: Report, span: Span) -> Span:
    """The words without the quotation marks at their ends."""
    words = span.of(report.text)
    start = span.start + len(words) - len(words.lstrip(_QUOTES))
    return Span(start, max(start + 1, span.end - len(words) + len(words.rstrip(_QUOTES))))


_QUOTES = '"“”«» '


def _beside(report: Report, markup: Markup, cue: Span) -> Span | None:
    """The actor right beside a cue that has no source: "Haddad said", "according to Haddad"."""
    for mention in markup.mentions:
        if mention.kind == "actor":
            before = report.text[mention.span.end : cue.start] if mention.span.end <= cue.start else None
            after = report.text[cue.end : mention.span.start] if mention.span.start >= cue.end else None
            if (before is not None and _NEXT_TO.fullmatch(before)) or (after is not None and _NEXT_TO.fullmatch(after)):
                return mention.span
    return None


_NEXT_TO = re.compile(r"\s+(?:(?:the|an?|also|later|has|had)\s+)?")


def _acts(
    markup: Markup, found: Sequence[Voice], actors: Mapping[Span, ActorValue], verbal: Collection[str]
) -> list[Voice]:
    """The voices, with those that a verbal act gives: its speaker says its content."""
    voices = list(found)
    for trigger in (t for t in markup.triggers if t.type in verbal):
        tails = sorted((x for x in markup.links if x.head is trigger), key=lambda x: -x.score)
        speaker = next((x.tail.span for x in tails if x.role == "agent"), None)
        contents = tuple(sorted(x.tail.span for x in tails if x.role == "content" and x.tail in markup.mentions))
        if speaker is None or not contents:
            continue
        said = Said(speaker, actors.get(speaker))
        known = next((n for n, v in enumerate(voices) if v.cue.overlaps(trigger.span)), None)
        if known is None:
            voices.append(Voice(said, trigger.span, contents))
        else:
            old = voices[known]
            voices[known] = Voice(old.source or said, old.cue, old.contents or contents)
    return voices


def _loose_contents(report: Report, markup: Markup, found: Sequence[Voice]) -> list[Voice]:
    """A content that no cue claims goes to the cue of its sentence that has none, if they stand side by side."""
    voices = list(found)
    claimed = {c for v in voices for c in v.contents}
    for mention in (m for m in markup.mentions if m.kind == "content" and m.span not in claimed):
        for n, voice in enumerate(voices):
            first, second = sorted((mention.span, voice.cue))
            if (
                not voice.contents
                and first.end <= second.start
                and _CLOSE.fullmatch(report.text, first.end, second.start)
            ):
                voices[n] = Voice(voice.source, voice.cue, (mention.span,))
    return voices


_CLOSE = re.compile(r"[^.!?\n]{0,50}")


def _inner(match: re.Match[str]) -> Span:
    group = next(g for g in (1, 2, 3) if match[g] is not None)
    return Span(*match.span(group))


def _with_quotes(voice: Voice, direct: Sequence[Span]) -> Voice:
    """A content that touches a direct quote covers all of it."""
    spans = {q for q in direct for c in voice.contents if c.overlaps(q)}
    return Voice(voice.source, voice.cue, tuple(sorted({*voice.contents, *spans})))


def _lone_speakers(report: Report, markup: Markup, found: Sequence[Voice], direct: Sequence[Span]) -> list[Voice]:
    """Give quotes that no cue claims to the cue that stands next to them in the sentence, or to the last speaker."""
    claimed = {c for v in found for c in v.contents}
    voices = list(found)
    for quote in direct:
        if quote in claimed or len(report.text[quote.start : quote.end].split()) < _QUOTE_WORDS:
            continue
        near = [
            (abs(v.cue.start - quote.end) if v.cue.start >= quote.end else abs(quote.start - v.cue.end), n)
            for n, v in enumerate(voices)
            if v.source and "\n" not in report.text[min(v.cue.start, quote.start) : max(v.cue.end, quote.end)]
        ]
        if near and min(near)[0] <= 90:
            n = min(near)[1]
            voices[n] = Voice(voices[n].source, voices[n].cue, tuple(sorted({*voices[n].contents, quote})))
    return voices


def _doubt(quote: Quote) -> tuple[bool, int]:
    """Whether nobody is named for a quote, and how far its cue stands from it; characters."""
    if quote.cue is None:
        return quote.speaker is None, 10**6
    return quote.speaker is None, max(quote.cue.start - quote.span.end, quote.span.start - quote.cue.end, 0)


def _last_speaker(report: Report, quote: Span, speakers: Sequence[Voice]) -> Said | None:
    """Who goes on speaking in a paragraph that is nothing but a quote: the one speaker of the paragraph before."""
    begin = report.text.rfind("\n", 0, quote.start) + 1
    alone = len(report.text[begin : quote.start].strip(' "“«')) == 0
    before = report.text[:begin].rstrip()
    paragraph = Span(before.rfind("\n") + 1, len(before))
    inside = [v for v in speakers if paragraph.holds(v.cue)]
    names = {v.source.actor.name if v.source.actor else v.source.span.of(report.text) for v in inside if v.source}
    return inside[-1].source if alone and len(names) == 1 else None


def _quotes(report: Report, found: Sequence[Voice], direct: Sequence[Span]) -> list[Quote]:
    quotes: list[Quote] = []
    speakers = [v for v in found if v.source]
    for voice in found:
        for content in voice.contents:
            is_direct = any(
                content.holds(q) and len(q.of(report.text)) > 0.5 * len(content.of(report.text)) for q in direct
            )
            inside = any(q.holds(content) for q in direct)
            if inside and content not in direct:
                continue  # a piece of a direct quote: the whole quote is there already
            quotes.append(Quote(content, voice.source, voice.cue, is_direct or inside))
    covered = {q.span for q in quotes}
    for span in direct:
        lone = not any(c.overlaps(span) for c in covered)
        if lone and len(span.of(report.text).split()) >= _QUOTE_WORDS:
            quotes.append(Quote(span, _last_speaker(report, span, speakers), None, True))
    told: dict[Span, Quote] = {}
    for quote in sorted(quotes, key=_doubt):  # of two cues the nearest that names a speaker has it
        told.setdefault(quote.span, quote)
    return sorted(told.values(), key=lambda q: q.span)
