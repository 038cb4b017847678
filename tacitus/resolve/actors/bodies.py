"""Names in capitals that end in a noun ("Lima Group", "Islamic Army in Iraq"): the words, their parts and the kind that
the reader saw come in; the unknown body of that name goes out, or None where the words are no name of its own.

One thing to know: a state's name in a body's does not make it the state's ("Libyan Islamic Fighting Group"), while an
army, a ministry or a council that the reader saw as the state's own remains so.
"""

from __future__ import annotations

from collections.abc import Sequence

from tacitus.resolve.actors.owner import ARMED
from tacitus.resolve.actors.parts import Part, Reading
from tacitus.resolve.actors.words import Noun, Sort

#: Nouns that a body of its own may be called by; who is "member" or "leader" of something is none.
_CALLED = frozenset("group organisation organization council mission network agency squad".split())
#: What a state's own forces may be called as well, and what they hardly are.
_STATELY = frozenset(
    "national royal federal armed regular government special territorial border internal security defence defense "
    "presidential republican air ground rapid reaction".split()
)
_FREEING = frozenset(("liberation", "resistance", "secret", "rebel"))
_SMALL = frozenset("of the for and in on to de del la".split())
#: What the reader sees in a state's own.
_STATES = frozenset(("government", "state", "military", "police", "intelligence", "person"))


def own_name(
    words: Sequence[str], left: Sequence[Part], head: Part, owner: Reading | None, label: str | None
) -> Reading | None:
    """The body that a name means by itself; None where it is its owner's organ or member, or no name."""
    role = head.noun
    if role is None or len(words) < 2 or not _in_capitals(words) or role.sort in (Sort.OFFICE, Sort.PEOPLE):
        return _world_body(words, role, owner, label)
    text = " ".join(words)
    if owner is None or owner.kind != "state":
        return _world_body(words, role, owner, label)
    if role.kind is None and words[head.start].lower() in _CALLED and label not in _STATES:
        return Reading(None, text, label, None if label == "igo" else owner.country, named=True)
    if role.kind == "military" and label != "military":
        own = [words[part.start].lower() for part in left if not (part.party or part.place or part.noun)]
        if _FREEING.intersection(own) or (label in ARMED and any(word not in _STATELY for word in own)):
            return Reading(None, text, label, owner.country, named=True)
    return _world_body(words, role, owner, label)


def _world_body(words: Sequence[str], role: Noun | None, owner: Reading | None, label: str | None) -> Reading | None:
    """The unknown body of several countries that the reader saw: "Economic Community of Coastal States"."""
    if label != "igo" or len(words) < 3 or role is None or role.sort is Sort.OFFICE or role.kind == "igo":
        return None
    if not _in_capitals(words) or (owner is not None and owner.kind == "igo"):
        return None
    return Reading(None, " ".join(words), "igo", None, named=True)


def _in_capitals(words: Sequence[str]) -> bool:
    """Whether every word has a capital but the small ones within a name."""
    return words[0][:1].isupper() and all(word[:1].isupper() or word in _SMALL for word in words)
