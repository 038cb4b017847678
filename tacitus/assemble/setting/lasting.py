"""Times that date no deed: since when something lasts, and by when it had come about.

In: a text and the words for a time. Out: yes or no. One thing to know: only the word before it tells.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

_SINCE = re.compile(r"\bsince (?:(?:the|early|late|mid|end|start|beginning|of)[ -]){0,4}$", re.I)
_BY_OPENS = re.compile(r"(?:^|[.!?\n][\"”’)]?\s?)By $")


def is_since(text: str, time: Span) -> bool:
    """Whether a time only tells since when something lasts: "killed in raids since May 2012" gives none a day."""
    return bool(_SINCE.search(text, max(0, time.start - 24), time.start))


def is_by_then(text: str, time: Span) -> bool:
    """Whether a time opens its sentence with "By": "By Friday all but one had been caught" dates no later deed."""
    return bool(_BY_OPENS.search(text, max(0, time.start - 8), time.start))
