"""A text's lines, and a key by which two of them are the same words.

In: text. Out: line spans and keys. One thing to know: a key forgets case, bullets, punctuation and apostrophes,
so "• Syria's army" and "Syrias army:" are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tacitus.records.span import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LINE = re.compile(r"[^\n]+")

Key = tuple[str, ...]


def key(words: str) -> Key:
    """What stays of the words when case and punctuation are forgotten."""
    return tuple(" ".join(_WORD.findall(words)).casefold().replace("'", "").replace("’", "").split())


def line_spans(text: str, start: int = 0) -> Iterator[Span]:
    """The lines that hold something, without the blanks around them."""
    for match in _LINE.finditer(text, start):
        line = match[0]
        if words := line.strip():
            begin = match.start() + len(line) - len(line.lstrip())
            yield Span(begin, begin + len(words))


def prefix_end(text: str, start: int, wanted: Key) -> int | None:
    """Where the wanted words end if the text at ``start`` begins with them."""
    end = start
    matches = _WORD.finditer(text, start, start + 40 * len(wanted) + 40)
    for word in wanted:
        match = next(matches, None)
        if match is None or key(match[0]) != (word,) or "\n" in text[end : match.start()]:
            return None
        end = match.end()
    return end if wanted else None
