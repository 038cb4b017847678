"""Whose arms they are and who rules the place that was hit: parties that are named there and did, or suffered, nothing.

In: the words for a party and the text around them. Out: yes or no. One thing to know: "Turkish-made", "escorted by the
Red Crescent" and "the rebel-held east" name a party that does nothing there; what is struck from afar is not the ruler
of the place, while a town that is taken is taken from him.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

#: What is struck from afar, whoever rules there.
STRIKES = frozenset({"air_strike", "shelling", "bombing", "suicide_bombing", "chemical_attack"})
_HELD_BY = re.compile(
    r"\b(?:held|controlled|run|backed|supported|governed|guarded|manned|ruled|escorted|accompanied|protected|owned|"
    r"funded|inhabited|populated|dominated)\s+by\s+(?:the\s+)?(?:[A-Z]\w+\s+)?$"
)
_MADE = re.compile(  # "a Turkish-made drone" is not Turkey's, and rebels do nothing in "the rebel-held east"
    r"-(?:made|built|supplied|style|type|designed|held|controlled|occupied|ruled|run|dominated|besieged)\b"
    r"|(?<=rebel) held (?!an?\b|the\b|talks\b)"
)
_RULED = re.compile(r"[ -](?:held|controlled|occupied|ruled|run|dominated)\b(?! by\b)")
_STRONGHOLD = re.compile(r"\s+(?:strongholds?|bastions?|territory)\b")
_WITHIN = re.compile(r"\b(?:in|inside|within|around|across|outside|near)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$")
_STRONGHOLD_OF = re.compile(
    r"\b(?:in|inside|within|around)\s+(?:an?|the)\s+(?:\w+\s+)?(?:stronghold|bastion)\s+of\s+(?:the\s+)?$"
)
_FAR = 40  # characters


def of_another(text: str, party: Span) -> bool:
    """Whether words tell that a party made the arms or holds the place: "a Turkish-made drone", "a town held by X"."""
    return bool(_HELD_BY.search(text, max(0, party.start - _FAR), party.start) or _MADE.match(text, party.end))


def only_rules(text: str, party: Span) -> bool:
    """Whether words only tell who rules the place that was hit: "the Taliban-held town", "in a rebel stronghold"."""
    if _RULED.match(text, party.end):
        return True
    before = text[max(0, party.start - _FAR) : party.start]
    within = _STRONGHOLD.match(text, party.end) and _WITHIN.search(before)
    return bool(within or _HELD_BY.search(before) or _STRONGHOLD_OF.search(before))
