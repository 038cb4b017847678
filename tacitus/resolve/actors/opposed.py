"""The kind that the reader guessed for a party comes in; whether its words let it be a state's goes out with it.

One thing to know: who speaks for an opposition, and "local sources", are no government, whatever stands around them.
"""

from __future__ import annotations

import re

#: What the reader may take the opposition's own for, and what they are.
_INSTEAD = {"government": "party", "state": "party", "military": "rebel"}
_OPPOSED = re.compile(
    r"\b(?:(?:pro-)?opposition|anti-government|anti-regime|dissident)(?:-(?:run|linked|aligned))?\b(?![-–])", re.I
)
_BOTH = re.compile(r"\b(?:government|regime|ministry|and|the opposition)\b|\bto\b|\bon\b", re.I)
_LOCALS = re.compile(r"(?:(?:the|some|other|several) )?local sources?", re.I)


def no_states(label: str | None, phrase: str) -> str | None:
    """The label, or what an opposition's officials and "local sources" are instead of a state's."""
    if label not in _INSTEAD:
        return label
    if _LOCALS.fullmatch(phrase):
        return "civilians"
    if _OPPOSED.search(phrase) and not _BOTH.search(_OPPOSED.sub("", phrase)):
        return _INSTEAD[label]
    return label
