"""Heads: the word that says what a phrase names, for measures whose hand-coding marks single words.

In: a text and a span of it. Out: the span of one word. One thing to know: no grammar is run; the head is the last
word before whatever comes after a noun (a comma, "of", "who", "in" …), which holds for the phrases of news.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

_WORD = re.compile(r"[^\W_](?:[\w.’'-]*\w)?")
_AFTER = re.compile(
    r"\s*[,;:()–—]|\s+(?:of|in|on|at|from|for|with|by|near|to|into|under|who|which|that|whose|where|and|or|including|"
    r"belonging|wearing|carrying|aboard|outside|inside)\b",
    re.I,
)
#: "A group of men" are men, "hundreds of protesters" protesters.
_MEASURE = re.compile(
    r"(?:an?\s+|the\s+|some\s+|several\s+)?(?:[\w-]+\s+)?(?:groups?|bands?|numbers?|dozens|hundreds|thousands|scores|"
    r"couple|handful|majority|most|some|all|many|one|two|three|members)\s+of\s+(?:the\s+)?",
    re.I,
)


def head(text: str, span: Span) -> Span:
    """The head word of a phrase; the phrase itself where it has no word."""
    start = measure.end() if (measure := _MEASURE.match(text, span.start, span.end)) else span.start
    words = list(_WORD.finditer(text, start, span.end))
    if not words:
        return span
    after = _AFTER.search(text, words[0].end(), span.end)
    before = [word for word in words if not after or word.end() <= after.start()]
    last = (before or words)[-1]
    return Span(last.start(), last.start() + len(re.sub(r"['’]s?$", "", last[0])))
