"""Whether words for a party only tell where something was: "killed in Damascus", "in a Syrian town".

In: a text, the words and what they stand for. Out: yes or no. One thing to know: a land's name behind "in" is a place
unless a deed follows that it may have done ("in Chad's raids"), and a capital that "decided" is its government.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span
from tacitus.records.value import ActorValue

_IN = re.compile(
    r"\b(?:in|at|near|around|outside|inside|across|over|throughout|within)\s+(?:(?:the|all)\s+)?"
    r"(?:(?:neighbou?ring|nearby|northern|southern|eastern|western|central|rebel-held|government-held)\s+){0,2}$",
    re.I,
)
#: "On the capital Lom", "in the city of Lom".
_TOWN_OF = re.compile(
    r"\b(?:(?:capital|city|town)(?: city)?(?: of)?|(?:village|province|district|region|suburb)s? of)\s+$",
    re.I,
)
_BEFORE = 40  # characters
#: "A Syrian town".
_TOWN = re.compile(
    r"\s+(?:(?:border|coastal|capital|northern|southern|eastern|western)\s+)?(?:towns?|cit(?:y|ies)|villages?|capital|"
    r"provinces?|countryside|territory|airspace|soil|coast|desert)\b(?!['’])"
)
#: What the land itself may have done: "in Chad's raids", "in Chadian army raids".
_ITS_DEED = re.compile(
    r"['’]s\b|s?(?:\s+[\w’'-]+){0,3}?\s+[\w-]*(?:strike|raid|attack|bomb|shell|fire|assault|forces|army|police|troops)",
    re.I,
)
_NO_NAME = re.compile(r"(?:regime|government|army|coalition|opposition|state|military)s?", re.I)
_LANDS = frozenset(("state", "government", "military", None))


def only_there(text: str, party: Span, value: ActorValue) -> bool:
    """Whether the words for a party that acts or speaks only name the place."""
    words = party.of(text)
    if value.kind not in _LANDS or not words[:1].isupper() or " " in words or _NO_NAME.fullmatch(words):
        return False
    if _TOWN.match(text, party.end) and (value.actor or "").partition(":")[0] in ("state", "gov"):
        return True
    if value.kind not in ("state", "government") and value.actor:
        return False
    near = max(0, party.start - _BEFORE)
    if _TOWN_OF.search(text, near, party.start):
        return True
    return _IN.search(text, near, party.start) is not None and not _ITS_DEED.match(text, party.end)
