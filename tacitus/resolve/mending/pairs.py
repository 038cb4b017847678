"""Two sides in one phrase: "Russian and regime warplanes", "Syrian or Russian air strikes".

In: the markup of a report. Out: the same, where one mention covers two nations or sides, or only one of two has the
role that both have, with a mention and a link for each. One thing to know: only adjectives that share one noun are
taken apart ("US and British troops"); whether both did it or one of them is told later (`assemble/sides/undecided.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tacitus.records.markup import Link, Markup, Mention
from tacitus.records.span import Span
from tacitus.resolve.mending.strikes import SIDES, is_party
from tacitus.resolve.places.gazetteer import Gazetteer

_FORCES = frozenset({"military", "government", "state", "police", "rebel", "militia"})
_WORD = r"((?:[A-Z]\.){2}|[A-Za-z][\w’-]*)"
_AND = r"\s+(?:and|or)\s+(?:(?:the|its|their|allied)\s+)*"
_JOINED = re.compile(_AND)
#: One side's word with the conjunction after it, and the conjunction with one before it; "a Syrian and" is a man.
_BEFORE = re.compile(rf"(?<![\w-])(?<!\b[Aa] )(?<!\b[Aa]n ){_WORD}{_AND}$")
_AFTER = re.compile(rf"{_AND}{_WORD}(?=\s)")
_LONGEST = 60  # characters of a phrase that is taken apart
_REACH = 30


def with_pairs(text: str, markup: Markup, gazetteer: Gazetteer) -> Markup:
    """The markup with each of two sides in a mention of its own."""
    apart = {m: both for m in markup.mentions if (both := _apart(text, m, gazetteer))}
    links = [new for link in markup.links for new in _relinked(link, apart)] if apart else [*markup.links]
    agents = [x for x in links if x.role == "agent" and isinstance(x.tail, Mention)]
    beside = [(link, span) for link in agents for span in _partners(text, link.tail.span, gazetteer)]
    if not apart and not beside:
        return markup
    mentions = {new: None for m in markup.mentions for new in apart.get(m, (m,))}
    surer: dict[Mention, tuple[Mention, ...]] = {}
    taken = {(x.head, x.tail.span) for x in links}
    for link, span in beside:
        known = next((m for m in mentions if m.kind == "actor" and m.span.overlaps(span)), None)
        other = known or Mention(span, "actor", SIDES.get(span.of(text).lower(), "military"), link.tail.score)
        if other.span.overlaps(link.tail.span):
            continue
        if other.score < link.tail.score:  # two that stand side by side are seen as surely as one
            surer[other] = (replace(other, score=link.tail.score),)
        if (link.head, other.span) not in taken:
            mentions[other] = None
            taken.add((link.head, other.span))
            links.append(Link(link.head, "agent", other, link.score))
    if len(links) == len(markup.links) and not apart and not surer:
        return markup
    if surer:
        links = [new for link in links for new in _relinked(link, surer)]
    mentions = {new: None for m in mentions for new in surer.get(m, (m,))}
    return replace(markup, mentions=tuple(sorted(mentions, key=lambda m: m.span)), links=tuple(links))


def _apart(text: str, mention: Mention, gazetteer: Gazetteer) -> tuple[Mention, Mention] | None:
    """The two sides that one mention covers."""
    span = mention.span
    if mention.kind != "actor" or mention.label not in _FORCES or span.end - span.start > _LONGEST:
        return None
    joint = _JOINED.search(text, span.start, span.end)
    if joint is None:
        return None
    first, second = Span(span.start, joint.start()), Span(joint.end(), span.end)
    ahead, behind = first.of(text).split(), second.of(text).split()
    if not ahead or not behind or len(ahead) > 3 or not is_party(ahead[-1], gazetteer):
        return None
    if not any(is_party(word, gazetteer) for word in behind[:2]):
        return None
    return replace(mention, span=first), replace(mention, span=second)


def _relinked(link: Link, apart: Mapping[Mention, tuple[Mention, ...]]) -> Iterator[Link]:
    heads = apart.get(link.head, (link.head,)) if isinstance(link.head, Mention) else (link.head,)
    tails = apart.get(link.tail, (link.tail,)) if isinstance(link.tail, Mention) else (link.tail,)
    if heads == (link.head,) and tails == (link.tail,):
        yield link
        return
    for head in heads:
        for tail in tails:
            yield replace(link, head=head, tail=tail)


def _partners(text: str, span: Span, gazetteer: Gazetteer) -> Iterator[Span]:
    """The side that stands right before or after one, joined to it by a conjunction."""
    words, near = span.of(text).split(), text[max(0, span.start - _REACH) : span.start]
    joined = "and" in near or "or" in near
    before = _BEFORE.search(text, max(0, span.start - _REACH), span.start) if joined else None
    if before and is_party(before[1], gazetteer) and any(is_party(word, gazetteer) for word in words[:2]):
        yield Span(*before.span(1))
    after = _AFTER.match(text, span.end)
    if after and is_party(after[1], gazetteer) and is_party(words[-1], gazetteer):
        yield Span(*after.span(1))
