"""Terms that are given: "gave him 48 hours to leave", "a one-week deadline", "unless they are freed within a week".

In: the text and the markup of a report. Out: the same, with each term as a whole time, labelled :data:`TERM`, and as
the deadline of who gave it and of what is to be done by then. One thing to know: it counts from the day of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span, holding
from tacitus.resolve.times.timewords import COUNT

#: The label of the mention of a term.
TERM = "term"
_UNIT = r"(?:hours?|days?|weeks?|months?)"
_GIVEN = re.compile(
    rf"\b(?:gives?|gave|giving|given|grant(?:s|ed|ing)?|had|has|have)\b(?:(?!\b(?:for|in|over|after)\b)[^.;:\n]){{0,90}}?\s"
    rf"(?P<term>{COUNT}(?: more)? {_UNIT})(?=\s+(?:to\s+(?!the\b|an?\b|\d)[a-z]|or\s+(?:face|be|else))|"
    r"\s+in which to|,? (?:he|she|it|they|the \w+) (?:said|warned))",
    re.I,
)
_NAMED = re.compile(rf"\b(?P<term>{COUNT}[- ](?:hour|day|week|month))[- ](?:deadline|ultimatum)\b", re.I)
_WITHIN = re.compile(rf"\b(?P<term>within (?:the next )?{COUNT} {_UNIT})\b(?! of\b)", re.I)
_GIVES = ("ultimatum", "demand", "threat")
_SURE = 0.85  # probability of a mention and a link that the grammar tells


def with_terms(text: str, markup: Markup) -> Markup:
    """The markup with its terms."""
    low = text.lower()
    if not any(word in low for word in ("within ", "deadline", "ultimatum", " hours", " days", " week", " month")):
        return markup
    for term in _terms(text, markup):
        markup = _with_term(text, markup, term)
    return markup


def _terms(text: str, markup: Markup) -> Iterator[Span]:
    """The terms told in a sentence in which somebody demands or threatens something."""
    told = [t.span for t in markup.triggers if t.type in _GIVES and t.realis in ("actual", "historical", "planned")]
    due = [x.tail.span for x in markup.links if x.role == "deadline"]
    for pattern in (_GIVEN, _NAMED, _WITHIN):
        for match in pattern.finditer(text):
            span = Span(*match.span("term"))
            sentence = holding(markup.sentences, span)
            if sentence and (any(map(sentence.holds, told)) or any(span.overlaps(d) for d in due)):
                yield span


def _with_term(text: str, markup: Markup, term: Span) -> Markup:
    """The markup with the whole term in place of a piece of it, or as the deadline of who gives it."""
    whole = Mention(term, "time", TERM, _SURE)
    old = {m for m in markup.mentions if m.kind == "time" and m.span.overlaps(term)}
    links = [replace(x, tail=whole) if x.tail in old else x for x in markup.links]
    links = [replace(x, role="deadline") if x.tail == whole and x.role == "time" else x for x in links]
    sentence = holding(markup.sentences, term) or term
    if not any(x.tail == whole for x in links):
        givers = [t for t in markup.triggers if t.type in _GIVES and sentence.holds(t.span)]
        if not givers:
            return markup
        giver = min(givers, key=lambda t: abs(t.span.start - term.start))
        due = [x.tail for x in links if x.head == giver and x.role == "content" and isinstance(x.tail, Trigger)]
        after = [t for t in due if t.realis == "planned" and term.end <= t.span.start and sentence.holds(t.span)]
        links += [Link(t, "deadline", whole, _SURE) for t in (giver, *after[:1])]
    kept = (m for m in markup.mentions if m not in old)
    mentions = sorted([*kept, whole], key=lambda m: m.span)
    return replace(markup, mentions=tuple(mentions), links=tuple(dict.fromkeys(links)))
