"""Counts that stand side by side: "six cooks, two porters and a boy", in copy that has lost its commas too.

In: a text and two counts of people in it. Out: whether the second goes on with a list that the first is of, or is a
part of it. One thing to know: without a comma two noun phrases in a row are a list or an apposition; either way they
share what became of them.
"""

from __future__ import annotations

import re

from tacitus.records.fates import of_them
from tacitus.records.span import Span

_BLANK = re.compile(r"[ \t]+")
#: "143 dead two colonels with them".
_STATE = re.compile(r"\s*(?:(?:dead|killed|injured|wounded|hurt|missing)\s+)?", re.I)
_LINK = re.compile(r",|\b(?:and|along with|as well as|including|namely|among (?:them|whom)|of whom)\b")
_CLAUSE = re.compile(r";\s")
_FAR = 60  # characters


def in_a_row(text: str, one: Span, other: Span) -> bool:
    """Whether nothing but a blank stands between the two."""
    return _BLANK.fullmatch(text, one.end, max(one.end, other.start)) is not None


def listed(text: str, one: Span, other: Span) -> bool:
    """Whether the grammar of one count tells nothing of the other.

    A list, a part ("two of them") or another clause stands between: "and", a comma, a semicolon.
    """
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    if _STATE.fullmatch(between) or _CLAUSE.search(between) or of_them(second.of(text)):
        return True
    return len(between) < _FAR and _LINK.search(between) is not None
