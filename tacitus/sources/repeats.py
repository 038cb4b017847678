"""What a text tells twice.

In: a text, its title and where the body begins. Out: the spans of later tellings, which are not read.
One thing to know: only the same words count as a repeat (case and punctuation aside), and short lines never do,
as "No casualties were reported." may stand under two different entries of one digest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tacitus.records.span import Span
from tacitus.sources.words import Key, key, line_spans

_SENTENCE = re.compile(r"\S(?:[^.!?]++|[.!?](?![\"'”’)]*(?:\s|\Z)))*+(?:[.!?][\"'”’)]*|\Z)")
_PARAGRAPH_WORDS = 6
_SENTENCE_WORDS = 10


def repeats(text: str, titles: Iterable[Key], start: int) -> list[Span]:
    """Lines and sentences after ``start`` that were told before; the titles count as told."""
    told: set[Key] = set(titles)
    found = []
    for line in line_spans(text, start):
        parts = [(Span(*s.span()), key(s[0])) for s in _SENTENCE.finditer(text, line.start, line.end)]
        words = tuple(word for _, part in parts for word in part)
        if words in told:
            found.append(line)
            continue
        if len(words) >= _PARAGRAPH_WORDS:
            told.add(words)
        for sentence, part in parts:
            if part == words:
                break
            if part in told:
                found.append(sentence)
            elif len(part) >= _SENTENCE_WORDS:
                told.add(part)
    return found
