"""Whose arms, town or feast it is: parties that are named there and did, or suffered, nothing.

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
_RULED = re.compile(r"(?:[ -](?:held|controlled|occupied|ruled|run|dominated)|-besieged)\b(?! by\b)")
_STRONGHOLD = re.compile(r"\s+(?:strongholds?|bastions?|territory)\b")
_WITHIN = re.compile(r"\b(?:in|inside|within|around|across|outside|near)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$")
_STRONGHOLD_OF = re.compile(
    r"\b(?:in|inside|within|around)\s+(?:an?|the)\s+(?:\w+\s+)?(?:stronghold|bastion)\s+of\s+(?:the\s+)?$"
)
#: "At the wedding of a fighter of X": whose feast it was says who was there, and not who did what to whom.
_FEAST_OF = re.compile(
    r"\b(?:weddings?|marriage|engagement|funerals?|burial|wake|birthday|memorial|anniversary)(?: \w+)? (?:of|for) "
    r"(?:(?!(?:when|as|while|by|in|on|at|near|from|with|and|who|which|that|after|before|was|were)\b)[\w-]+\s+){0,5}$"
)
_FAR = 40  # characters


def of_another(text: str, party: Span) -> bool:
    """Whether words tell that a party made the arms, holds the place or the feast: "a drone made by X", "held by X"."""
    near = max(0, party.start - _FAR)
    before = _HELD_BY.search(text, near, party.start) or _FEAST_OF.search(text, near, party.start)
    return bool(before or _MADE.match(text, party.end))


def only_rules(text: str, party: Span) -> bool:
    """Whether words only tell who rules the place that was hit, or feasts in it: "the Taliban-held town"."""
    if _RULED.match(text, party.end):
        return True
    before = text[max(0, party.start - _FAR) : party.start]
    within = _STRONGHOLD.match(text, party.end) and _WITHIN.search(before)
    return bool(within or any(words.search(before) for words in (_HELD_BY, _STRONGHOLD_OF, _FEAST_OF)))
