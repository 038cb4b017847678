"""Phrases with no noun that we know: the words and their parts come in; a known party or an unknown name goes out.

One thing to know: a state's name may be that of its people ("Sudanese"), and those of a nation are not the nation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tacitus.resolve.actors.forms import MILITARY_UNITS, like_a_person
from tacitus.resolve.actors.owner import ARMED, ORGANS, ROOTLESS
from tacitus.resolve.actors.parts import Context, Part, Reading, from_actor, is_of_nation
from tacitus.resolve.names import without_possessive

#: What those of a nation may be who are not the nation itself.
PEOPLE = frozenset("civilians protesters gunmen criminal community person police".split())
#: How it goes on behind an armed group: "the Lake Front alliance", "the Lake Front, an alliance".
_CALLED = frozenset(("a", "an", "alliance"))


def seen_as(party: Reading, text: str, label: str | None, context: Context) -> Reading:
    """A state as the sentence shows it: "Kigali" may be its government, "Russians" its soldiers or its people."""
    if party.kind == "community" and party.actor is None and label in PEOPLE | ARMED:
        return Reading(None, text, label, party.country, homely=True)
    of_nation = party.kind == "state" and party.actor and is_of_nation(text, context.table[party.actor])
    if of_nation and label in PEOPLE:
        return Reading(None, text, label, party.country)
    if of_nation and label in ("rebel", "militia"):  # "a Palestinian rammed his car into a post"
        return Reading(None, text, "gunmen", party.country)
    if party.kind != "state" or label not in ("government", "military", "civilians"):
        return party
    if label == "civilians":
        return Reading(None, text, label, party.country)
    body = f"gov:{party.country}" + (".military" if label == "military" else "")
    return from_actor(context.table[body]) if body in context.table else party


def without_noun(words: Sequence[str], text: str, left: Sequence[Part], context: Context, label: str | None) -> Reading:
    """A phrase with no noun that we know: a known party with words around it, or an unknown name."""
    # A place in a name ("Falcon Brigade") does not say where its bearer is from.
    country = country_of([part for part in left if part.party])
    owners = [part for part in left if part.party]
    capital = [word for word in words if word[:1].isupper() or word[:1].isdigit()]
    if is_ethnic(words, left):
        return Reading(None, text, label if label in PEOPLE | ARMED else "community", None, homely=True)
    if owners and owners[-1].party:
        last = owners[-1]
        party = owners[-1].party
        possessive = without_possessive(words[last.end - 1])[1]
        if party.kind == "community" and last is left[-1] and last is not left[0]:
            # "Jeeyand Baloch": peoples are surnames too.
            return Reading(None, text, label or "person", party.country, named=True)
        name = words[last.end :]
        if possessive and party.kind == "state" and label == "person" and like_a_person(name):
            return Reading(None, " ".join(name), "person", party.country, named=True)  # "Chad's Omar Belo"
        if last is left[-1] and party.kind == "state" and label in PEOPLE:
            seen = seen_as(party, words[last.start], label, context)
            return seen if seen.actor else replace(seen, name=text)
        if last is left[-1] and party.kind == "ngo" and party.country is None and len(owners) > 1:
            if (land := owners[-2].party) and land.kind == "state" and owners[-2].end == last.start:
                return Reading(None, text, "ngo", land.country, named=True)  # "Kenya Red Cross" is no committee
        if last is left[-1] or (possessive and party.kind != "person"):
            return replace(party, named=last is left[-1])
        if party.kind in ARMED and words[last.end].lower() in _CALLED:
            return replace(party, named=False)
        if not all(word[:1].isupper() for word in words[last.end : left[-1].end]):
            return Reading(None, text, label, party.country, head=words[-1].lower())
        return Reading(None, text, label, party.country, named=True)
    if len(capital) == 0:
        return Reading(
            None, text, label, country, head=words[-1].lower() if words else "", homely=label not in ROOTLESS
        )
    kind = label
    if MILITARY_UNITS.search(text):
        kind = "military" if label is None else label
    elif label is None and like_a_person(words) and not any(part.place for part in left) and not country:
        kind = "person"
    return Reading(None, text, kind, country, named=True, homely=kind not in ROOTLESS)


def is_ethnic(words: Sequence[str], parts: Sequence[Part]) -> bool:
    """Whether a nation's name tells descent: "ethnic Russians" live in any country."""
    nations = (part for part in parts if part.party and part.party.kind in ("state", "community"))
    return any(part.start and words[part.start - 1].lower() == "ethnic" for part in nations)


def country_of(parts: Sequence[Part]) -> str | None:
    """The country of the first place or state among the parts."""
    for part in parts:
        if found := part.place or (part.noun and part.noun.country):
            return found
        if part.party and part.party.country and part.party.kind in ("state", "community", *ORGANS):
            return part.party.country
    return None
