"""Two kinds of arms in one mention, told apart: "dynamite and machetes" are an explosive and blades.

In: the text and markup of a report. Out: the same, with a mention and its links for each kind. One thing to know: only
where both words name a kind of their own; "rifles and pistols" stay one, and "car and truck bombs" too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tacitus.records.markup import Link, Markup, Mention
from tacitus.records.span import Span
from tacitus.resolve.weapons import weapon

_JOINT = re.compile(r",? (?:and|or|as well as|along with|plus) (?:with )?|, | ?/ ?")
_VAGUE = frozenset({None, "vehicle", "other"})
#: "Fire and explosives", "gun and bomb attacks" leave the first or the second word without its noun.
_NO_ARMS = re.compile(r"(?:\w+ )?(?:fire|blast|arms?|weapons?|ammunition|magazines?|charges?|automatic)", re.I)
_LONGEST = 80


def with_arms_apart(text: str, markup: Markup) -> Markup:
    """The markup with each mention of two kinds of arms as two."""
    apart = {m: parts for m in markup.mentions if m.kind == "weapon" and (parts := tuple(_parts(text, m)))}
    if not apart:
        return markup
    mentions = [part for m in markup.mentions for part in apart.get(m, (m,))]
    links = [link for old in markup.links for link in _relinked(old, apart)]
    return replace(markup, mentions=tuple(sorted(mentions, key=lambda m: m.span)), links=tuple(links))


def _relinked(link: Link, apart: dict[Mention, tuple[Mention, ...]]) -> Iterator[Link]:
    tails = apart.get(link.tail, ()) if isinstance(link.tail, Mention) else ()
    yield from (replace(link, tail=tail) for tail in tails) if tails else (link,)


def _parts(text: str, mention: Mention) -> Iterator[Mention]:
    """The mentions that one of several kinds falls into; none if it is of one."""
    span = mention.span
    if span.end - span.start > _LONGEST or " " not in span.of(text):
        return
    spans, start = [], span.start
    for joint in _JOINT.finditer(text, span.start, span.end):
        spans.append(Span(start, joint.start()))
        start = joint.end()
    spans.append(Span(start, span.end))
    kinds = [weapon(s.of(text)).kind for s in spans]
    vague = any(k in _VAGUE for k in kinds) or any(_NO_ARMS.fullmatch(s.of(text)) for s in spans)
    if len(spans) > 1 and not vague and len(set(kinds)) == len(kinds):
        yield from (replace(mention, span=s) for s in spans)
