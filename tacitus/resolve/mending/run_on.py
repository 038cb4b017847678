"""Mentions that run on from a title or sentence into the next: "… accuses Rwanda | GOMA, June 13 - M23 rebels …".

In: the markup of a report. Out: the same, with a mention for each of the two parts, and each link with the part that
stands in its own sentence. One thing to know: the reader goes on behind a title as if nothing stood between, so what it
took for one party are two; its kind was read from the last words, and a first part that is a town is a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tacitus.records.markup import Link, Markup, Mention
from tacitus.records.span import Span
from tacitus.resolve.places.gazetteer import Gazetteer

_PARTIES = frozenset({"agent", "target", "victim"})


def without_run_ons(text: str, markup: Markup, gazetteer: Gazetteer) -> Markup:
    """The markup with no mention in two sentences."""
    astride = _astride(markup.mentions, markup.sentences)
    apart = {m: parts for m in astride if len(parts := _parts(text, m, markup.sentences, gazetteer)) > 1}
    if not apart:
        return markup
    mentions = [part for m in markup.mentions for part in apart.get(m, (m,))]
    links = {_within(link, apart, markup.sentences): None for link in markup.links}
    return replace(markup, mentions=tuple(sorted(mentions, key=lambda m: m.span)), links=tuple(links))


def _astride(mentions: Sequence[Mention], sentences: Sequence[Span]) -> Iterator[Mention]:
    """The mentions that do not lie within one sentence; both are in the order of the text."""
    at = 0
    for mention in mentions:
        start, end = mention.span
        while at + 1 < len(sentences) and sentences[at].end <= start:
            at += 1
        if not sentences or not sentences[at].start <= start < end <= sentences[at].end:
            yield mention


def _parts(text: str, mention: Mention, sentences: Sequence[Span], gazetteer: Gazetteer) -> list[Mention]:
    """The pieces of a mention in the sentences that it touches."""
    spans = [
        Span(max(s.start, mention.span.start), min(s.end, mention.span.end))
        for s in sentences
        if s.overlaps(mention.span)
    ]
    return [
        *(_first(text, replace(mention, span=span, label=None), gazetteer) for span in spans[:-1]),
        *(replace(mention, span=span) for span in spans[-1:]),
    ]


def _first(text: str, part: Mention, gazetteer: Gazetteer) -> Mention:
    """The first part, as a place if it is a town's or a province's name."""
    words = part.span.of(text)
    known = gazetteer.lookup(words)[:1] if part.kind == "actor" else ()
    town = any(place.kind != "country" for place in known) and gazetteer.country_named(words) is None
    return replace(part, kind="place") if town else part


def _within(link: Link, apart: dict[Mention, list[Mention]], sentences: Sequence[Span]) -> Link:
    """The link with the parts of its ends that stand in one sentence with the other end; else the last parts."""
    head = _nearest(link.head, link.tail.span, apart, sentences) if isinstance(link.head, Mention) else link.head
    tail = _nearest(link.tail, link.head.span, apart, sentences) if isinstance(link.tail, Mention) else link.tail
    place = isinstance(tail, Mention) and tail.kind == "place" and link.role in _PARTIES and tail is not link.tail
    return replace(link, head=head, tail=tail, role="place" if place else link.role)


def _nearest(mention: Mention, other: Span, apart: dict[Mention, list[Mention]], sentences: Sequence[Span]) -> Mention:
    parts = apart.get(mention, [mention])
    beside = (p for p in parts if any(s.holds(p.span) and s.holds(other) for s in sentences))
    return next(beside, parts[-1])
