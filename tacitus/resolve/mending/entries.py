"""Entries that begin with their date: "22.11.2010: Pirates boarded a tug …", "14 Sept: …" in a list or a log.

In: the text and the markup of a report. Out: the same; a date of which the reader marked only a piece is whole, and
what an entry tells without a time of its own was on the day at its head. One thing to know: one such line is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from tacitus.records.letters import at_lines
from tacitus.records.markup import STAMP, Link, Markup, Mention
from tacitus.records.span import Span, holding
from tacitus.resolve.times.timewords import CLOCK, DAY, MONTH, YEAR, ZONE
from tacitus.resolve.times.timex import find_times

_NUMERIC = re.compile(r"(?<![\d./-])(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![\d/-])")
_HEAD = re.compile(
    rf"^[ \t]*(?:[*•·–—-][ \t]+)?(?P<day>\d{{1,2}}([./-])\d{{1,2}}\2(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|"
    rf"{DAY} {MONTH}(?: {YEAR})?|{MONTH} {DAY}(?:,? {YEAR})?)(?:,?:? {CLOCK}(?: ?{ZONE})?|:? \d{{4}} ?(?:UTC|GMT|LT))?"
    r"[ \t]*[:–—-][ \t]+(?=\S)",
    re.M | re.I,
)
_SURE = 0.9  # probability of a link that the layout tells


def with_entries(text: str, markup: Markup) -> Markup:
    """The markup with whole dates, and those at the head of an entry for what it tells."""
    markup = _whole(text, markup)
    heads = [Span(*m.span("day")) for m in at_lines(_HEAD, text)]
    return _dated(text, markup, heads) if len(heads) > 1 else markup


def _whole(text: str, markup: Markup) -> Markup:
    """The markup with the dates in figures whole: "24.11.2010" for its last piece."""
    dates = [Span(*m.span()) for m in _NUMERIC.finditer(text)] if any(c.isdigit() for c in text) else []
    longer: dict[Mention, Mention] = {}
    for mention in (m for m in markup.mentions if m.kind == "time") if dates else ():
        date = next((d for d in dates if d.start < mention.span.start < d.end), None)
        if date:
            longer[mention] = replace(mention, span=Span(date.start, max(date.end, mention.span.end)))
    if not longer:
        return markup
    mentions = tuple(longer.get(m, m) for m in markup.mentions)
    links = (
        replace(x, tail=longer[x.tail]) if isinstance(x.tail, Mention) and x.tail in longer else x for x in markup.links
    )
    return replace(markup, mentions=mentions, links=tuple(links))


def _dated(text: str, markup: Markup, heads: list[Span]) -> Markup:
    """The markup with a link to the day of its entry for each thing told there without a time."""
    starts = [head.start for head in heads]
    timed = {x.head.span for x in markup.links if x.role == "time"}
    known = {m.span: m for m in markup.mentions if m.kind == "time"}
    links: list[Link] = []
    added: list[Mention] = []
    for trigger in markup.triggers:
        at = bisect_right(starts, trigger.span.start) - 1
        if at < 0 or trigger.realis != "actual" or trigger.span in timed:
            continue
        head = heads[at]
        if "\n" in text[head.end : trigger.span.start]:
            continue
        sentence = holding(markup.sentences, trigger.span) or trigger.span
        own = (Span(f.start + sentence.start, f.end + sentence.start) for f in find_times(sentence.of(text)))
        if any(span.start > head.end + 20 for span in own):
            continue  # the sentence tells a time of its own
        day = next((m for span, m in known.items() if span.overlaps(head)), None)
        if day is None:
            day = known[head] = Mention(head, "time", STAMP, _SURE)
            added.append(day)
        links.append(Link(trigger, "time", day, _SURE))
    if not links:
        return markup
    mentions = sorted([*markup.mentions, *added], key=lambda m: m.span)
    return replace(markup, mentions=tuple(mentions), links=(*markup.links, *links))
