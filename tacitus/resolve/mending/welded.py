"""Speakers welded to those whom their words count, where a wire has lost its commas: "killing 13 people MSF said".

In: the markup of a report. Out: the same, where the speaker alone is the source, the count ends before him, and what is
done in his words is not done to him; a party ends before its count ("a ministry toll"). One thing to know: but for
that, only who stands right before the word for saying is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.actors.words import PREPOSITIONS

_SUFFERED = frozenset(("target", "victim"))
_NEXT = re.compile(r"\s+(?:(?:also|later|has|had)\s+)?")
_SPACE = re.compile(r"\s+")
#: "Several civilians" before who speaks.
_COUNTED = re.compile(
    r"(?:\b\d[\d,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|several|many|"
    r"some|number)(?: of)?)\s+$",
    re.I,
)
_PEOPLE = re.compile(
    r"(?:people|persons|civilians|children|others|soldiers|fighters|militants|rebels|insurgents|attackers|troops|"
    r"policemen|women|men|residents|villagers|passengers)\s+(?=\S)"
)
#: What belongs to the party named before it: "an Observatory toll", "UN figures" (and no "opposition figures").
_TOLLS = (" toll", " tally", " count", " figures")
_TOLL = re.compile(
    r"(?:new|latest|updated|revised|provisional|preliminary|final|official|initial|early|first|last|previous|earlier|"
    r"overall|total)\b.*|(?P<who>.+?)(?:\s+(?:death|casualty))?\s+(?:toll|tally|count)|(?P<un>[A-Z]{2,})\s+figures"
)
_JOINED = PREPOSITIONS | {"and", "or", "but", "as", "among", "after", "before", "during", "while", "when"}


def without_welds(text: str, markup: Markup) -> Markup:
    """The markup with speakers apart from those whom they count."""
    speakers = list(_speakers(text, markup.links))
    apart = dict(_without_tolls(text, markup.mentions))
    tolls = [m for m in markup.mentions if m.kind == "toll"]
    for speaker in speakers:
        apart.update(_apart(text, speaker, tolls))
    speaking = {s.span for s in speakers}
    kept = [link for link in markup.links if not _is_done_to(text, link, speaking, markup.sentences)]
    if not apart and len(kept) == len(markup.links):
        return markup
    mentions = sorted({apart.get(m, m) for m in markup.mentions}, key=lambda m: (m.span, m.kind))
    return replace(markup, mentions=tuple(mentions), links=tuple(_relinked(link, apart) for link in kept))


def _speakers(text: str, links: Sequence[Link]) -> Iterator[Mention]:
    """The sources that stand right before their cue."""
    for link in links:
        if link.role == "source" and isinstance(link.tail, Mention) and link.tail.kind == "actor":
            if link.tail.span.end < link.head.span.start:
                if _NEXT.fullmatch(text, link.tail.span.end, link.head.span.start):
                    yield link.tail


def _without_tolls(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The parties whose words go on to what they count, each without it."""
    for mention in mentions:
        words = mention.span.of(text)
        toll = _TOLL.fullmatch(words) if mention.kind == "actor" and words.endswith(_TOLLS) else None
        if toll and (who := toll["who"] or toll["un"]):
            yield mention, replace(mention, span=Span(mention.span.start, mention.span.start + len(who)))


def _apart(text: str, speaker: Mention, tolls: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The speaker without those counted before him, and the count without the speaker."""
    span = speaker.span
    toll = next((t for t in tolls if t.span.overlaps(span) and t.span.start < span.start), None)
    if toll is not None and toll.span.end >= span.end:
        yield toll, replace(toll, span=Span(toll.span.start, _before(text, span.start, toll.span.start)))
        return
    people = _PEOPLE.match(text, span.start, span.end)
    if toll is not None:
        begin = toll.span.end
    elif people and _COUNTED.search(text, max(0, span.start - 20), span.start):
        begin = people.end()
    else:
        return
    space = _SPACE.match(text, begin)
    begin = space.end() if space else begin
    rest = text[begin : span.end].split()
    if rest and rest[0].lower() not in _JOINED and (begin == span.start or text[begin - 1].isspace()):
        yield speaker, replace(speaker, span=Span(begin, span.end))


def _before(text: str, end: int, start: int) -> int:
    """Where the words before a place end."""
    return start + max(1, len(text[start:end].rstrip()))


def _is_done_to(text: str, link: Link, speaking: set[Span], sentences: Sequence[Span]) -> bool:
    """Whether what is told before the speaker, in his sentence, is read as done to him."""
    if link.role not in _SUFFERED or link.tail.span not in speaking or not isinstance(link.head, Trigger):
        return False
    whole = next((s for s in sentences if s.holds(link.tail.span)), None)
    return whole is not None and whole.start <= link.head.span.start < link.tail.span.start


def _relinked(link: Link, apart: dict[Mention, Mention]) -> Link:
    head = apart.get(link.head, link.head) if isinstance(link.head, Mention) else link.head
    tail = apart.get(link.tail, link.tail) if isinstance(link.tail, Mention) else link.tail
    return link if head is link.head and tail is link.tail else replace(link, head=head, tail=tail)
