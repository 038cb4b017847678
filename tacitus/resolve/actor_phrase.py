"""One noun phrase comes in ("Afghan police", "Taliban's shadow governor for Kunduz"); the party it names goes out.

One thing to know: a phrase is cut into parts (known actors, places, nouns, other words); its head noun says
what kind of party it is and the actor beside it whose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tacitus.resolve.actor_parts import Context, Part, Reading, from_actor, parts_of, words_of
from tacitus.resolve.actor_words import (
    COLLECTIVES,
    FOREIGN,
    OFFICIAL,
    PERSONAL,
    ROLES,
    SKIPPED,
    Noun,
    Sort,
)
from tacitus.resolve.names import singular, without_possessive

#: Kinds whose members, fighters and leaders count as the party itself.
GROUPS = frozenset(("rebel", "militia", "criminal", "party", "ngo", "media", "company", "igo", "other"))
#: Kinds of party that are at home in no country, or are one.
ROOTLESS = frozenset(("igo", "state"))
ORGANS = frozenset(("government", "military", "police", "intelligence"))
_ORGANISED = frozenset(
    "brigade brigades front army party group movement council force forces union organisation organization network "
    "league association corps committee alliance battalion islamic national liberation revolutionary congress court "
    "institute division regiment command company agency ministry coalition federation foundation society centre "
    "center gang cartel militia clan tribe state university television news times post observatory watch "
    "international people's popular united".split()
)
_MILITARY_UNITS = re.compile(r"\b(corps|battalion|division|regiment|squadron|fleet)$", re.IGNORECASE)
_PARTICLES = frozenset("y de del la al el bin ibn van von der da dos ul e".split())
_ACRONYM = re.compile(r"\s*\([A-Z][A-Z&-]{1,9}\)(?=\s)")
_PARENTHESIS = re.compile(r"^(.+?)\s*\(([^()]+)\)$")


def read_phrase(phrase: str, context: Context, label: str | None = None) -> Reading:
    """The party that a noun phrase names; ``label`` is the kind that the reader guessed from the sentence."""
    if whole := context.known(phrase, label):
        return _seen_as(whole, phrase, label, context)
    if brackets := _PARENTHESIS.match(phrase):
        outer = read_phrase(brackets[1], context, label)
        if outer.actor is None and (inner := context.known(brackets[2], label)):
            return inner
        return outer
    words = words_of(_ACRONYM.sub("", phrase))
    while len(words) > 1 and (words[0].lower() in SKIPPED or words[0].isdigit()):
        words = words[1:]
    text = " ".join(words)
    if text != phrase and (whole := context.known(text, label)):
        return _seen_as(whole, text, label, context)
    return _read_parts(words, context, label)


def _seen_as(party: Reading, text: str, label: str | None, context: Context) -> Reading:
    """A state as the sentence shows it: "Kigali" may be its government, "Russians" its soldiers or its people."""
    if party.kind != "state" or label not in ("government", "military", "civilians"):
        return party
    if label == "civilians":
        return Reading(None, text, label, party.country)
    body = f"gov:{party.country}" + (".military" if label == "military" else "")
    return from_actor(context.table[body]) if body in context.table else party


def _homely(words: Sequence[str], head: Part) -> bool:
    """Whether nothing beside the head noun points abroad: "local police", but neither "European" nor "foreign"."""
    others = [*words[: head.start], *words[head.end :]]
    return not any(word[:1].isupper() or word.lower() in FOREIGN for word in (*others, words[head.start].lower()))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase cut at its first preposition: "spokesman" · "for" · "the foreign ministry"."""

    words: Sequence[str]
    left: Sequence[Part]
    preposition: str
    right: Sequence[Part]

    @property
    def text(self) -> str:
        """The whole phrase."""
        return " ".join(self.words)

    def spelt(self, part: Part) -> str:
        """A part's words in lower case."""
        return " ".join(self.words[part.start : part.end]).lower()


def _read_parts(words: Sequence[str], context: Context, label: str | None) -> Reading:
    """Read a phrase that is no name as a whole."""
    parts = parts_of(words, context, label)
    cut = next((number for number, part in enumerate(parts) if part.preposition and number), len(parts))
    preposition = words[parts[cut].start].lower() if cut < len(parts) else ""
    phrase = _Phrase(words, parts[:cut], preposition, parts[cut + 1 :])
    left = phrase.left
    if left and (person := left[-1].party) and person.kind == "person" and not _contradicted(person, left):
        return person
    heads = [number for number, part in enumerate(left) if part.noun]
    if not heads:
        return _without_noun(words, phrase.text, left, label)
    at = heads[-1]
    # "Spokesman John Major": a noun at the end of a name is part of it.
    if len(heads) > 1 and heads[-2] < at - 1 and all(words[part.start][:1].isupper() for part in left[heads[-2] + 1 :]):
        at = heads[-2]
    tail = left[at + 1 :]
    if tail and _capitalised(words[tail[0].start : tail[-1].end]):
        return _apposed(phrase, at, label)
    if preposition and (named := _name_after(words, left, phrase.right)):
        return named
    # "Police chief", "rebel commander": a noun that only says "part of" gives way to the one before it.
    if len(heads) > 1 and left[heads[-2]].end == left[at].start and _yields(left[at].noun):
        at = heads[-2]
    return _described(phrase, at, context, label)


def _described(phrase: _Phrase, at: int, context: Context, label: str | None) -> Reading:
    """A party told by its head noun, which stands at ``at``, and by whose it is."""
    left, right, head = phrase.left, phrase.right, phrase.left[at].noun
    assert head is not None  # noqa: S101  only parts with a noun are heads
    belongs = phrase.preposition in ("of", "for", "from")
    # "Delhi police" are not the government's at Delhi, but "Delhi officials" are.
    towns = head.kind not in ("government", None)
    owner = _owner(left[:at], towns)
    if owner is None and head.kind is None and belongs and right:
        # "Members of the Taliban", "spokesman for the foreign ministry": the party is what follows.
        return replace(read_phrase(" ".join(phrase.words[right[0].start :]), context), named=False)
    if owner is None and (belongs or (phrase.preposition == "in" and head.sort is not Sort.MEMBER)):
        owner = _owner(right, towns)
    country = _country(left) or (None if phrase.preposition in ("to", "against", "with", "by") else _country(right))
    kind = head.kind if head.clear and head.kind else label or head.kind
    spelt = phrase.spelt(left[at])
    if kind is None and owner is None and spelt in PERSONAL:
        kind = "person"
    homely = kind not in ROOTLESS and _homely(phrase.words, left[at])
    plain = Reading(None, phrase.text, kind, country, head=spelt, homely=homely)
    return _owned(plain, head, owner, context) if owner else _several(plain)


def _apposed(phrase: _Phrase, at: int, label: str | None) -> Reading:
    """A name after a noun: "spokesman Hanif Rezai" is a person, "militant group Boko Haram" the group."""
    left, tail = phrase.left, phrase.left[at + 1 :]
    if len(tail) == 1 and (party := tail[0].party) and party.kind != "person":
        return party
    head, noun = phrase.spelt(left[at]), left[at].noun
    name = " ".join(phrase.words[tail[0].start : tail[-1].end])
    country = _country(left[:at]) or next((p.party.country for p in left[:at] if p.party), None)
    if noun and singular(head).split()[-1] in COLLECTIVES:
        before = left[at - 1].noun if at else None
        return Reading(
            None, name, noun.kind or label or (before.kind if before else None), country, named=True, head=head
        )
    return Reading(None, name, "person", country, named=True, head=head, homely=True)


def _name_after(words: Sequence[str], left: Sequence[Part], right: Sequence[Part]) -> Reading | None:
    """The person named at the end of "special envoy for Syria Geir Pedersen"."""
    if len(right) < 2 or not (right[0].party or right[0].place):
        return None
    if (person := right[-1].party) and person.kind == "person":
        return person
    name = words[right[0].end : right[-1].end]
    if len(name) < 2 or not _capitalised(name) or any(part.noun or part.party for part in right[1:]):
        return None
    return Reading(
        None,
        " ".join(name),
        "person",
        _country([*left, *right]),
        named=True,
        head=words[left[-1].end - 1].lower(),
        homely=True,
    )


def _several(plain: Reading) -> Reading:
    """Several holders of an office are no single person: "ministers" are a government, "priests" civilians."""
    single = singular(plain.head)
    if plain.kind != "person" or single == plain.head:
        return plain
    return replace(plain, kind="government" if single.split()[-1] in OFFICIAL else "civilians")


def _owned(plain: Reading, head: Noun, owner: Reading, context: Context) -> Reading:
    """A described party beside the party that it belongs to."""
    country = owner.country or plain.country
    if owner.kind == "community" and head.sort is Sort.MEMBER and head.kind in (None, "civilians"):
        return replace(owner, head=plain.head)
    if head.kind == "gunmen" and owner.kind in GROUPS:
        return replace(owner, named=False, head=plain.head)
    if head.kind == "civilians" and owner.kind in ("rebel", "militia", "criminal"):
        return plain
    if head.sort is Sort.PEOPLE or owner.kind == "community":
        return replace(plain, country=country, homely=False)
    if head.sort is Sort.OFFICE and (several := _several(plain)).kind != "person":
        return owner if owner.kind == "igo" else replace(several, country=country, homely=False)
    if head.sort is Sort.OFFICE or (owner.kind == "igo" and plain.head in ROLES):
        return _in_office(plain, owner, context)
    if owner.kind == "igo" and head.kind == "military":
        return replace(owner, kind="military", named=False, head=plain.head)
    if owner.kind in GROUPS or (owner.kind in ORGANS and "." in (owner.actor or "")):
        kind = owner.kind or head.kind
        return replace(owner, kind=kind, named=False, head=plain.head)
    if owner.actor is None and owner.kind != "person":
        return replace(owner, kind=head.kind or owner.kind, named=False, head=plain.head)
    if country is None or (head.sort is Sort.MEMBER and head.kind is not None):
        return replace(plain, country=country, homely=False)
    body = f"gov:{country}.{head.body}" if head.body else f"gov:{country}"
    if head.body is None and head.kind is not None:
        return replace(plain, country=country, homely=False)
    if body not in context.table:
        return replace(plain, country=country, homely=False)
    known = from_actor(context.table[body])
    return replace(known, head=plain.head, named=head.sort is Sort.BODY)


def _in_office(plain: Reading, owner: Reading, context: Context) -> Reading:
    """Who holds an office of the owner on the day; the office itself when the day is not known."""
    role = ROLES.get(plain.head, plain.head.replace(" ", "-"))
    base = owner.country if owner.kind != "igo" else owner.actor
    roles: tuple[str, ...] = (role, "leader")
    if plain.head in ("chief", "head", "boss"):
        roles = ("secretary-general", "director-general", "president")
    if owner.kind in GROUPS and owner.kind != "igo":
        return replace(owner, named=False, head=plain.head)
    for each in roles:
        office = f"{base}.{each}"
        if person := context.table.holder(office, context.on):
            return replace(from_actor(person), head=plain.head)
        if context.on is None and f"office:{office}" in context.table:
            return replace(from_actor(context.table[f"office:{office}"]), head=plain.head)
    if plain.kind is None:
        return replace(owner, named=False, head=plain.head)
    return replace(plain, kind="person", country=owner.country or plain.country, homely=False)


def _without_noun(words: Sequence[str], text: str, left: Sequence[Part], label: str | None) -> Reading:
    """A phrase with no noun that we know: a known party with words around it, or an unknown name."""
    # A place in a name ("Falcon Brigade") does not say where its bearer is from.
    country = _country([part for part in left if part.party])
    owners = [part for part in left if part.party]
    capital = [word for word in words if word[:1].isupper() or word[:1].isdigit()]
    if owners and owners[-1].party:
        last = owners[-1]
        party = owners[-1].party
        possessive = without_possessive(words[last.end - 1])[1]
        if party.kind == "community" and last is left[-1] and last is not left[0]:
            # "Jeeyand Baloch": peoples are surnames too.
            return Reading(None, text, label or "person", party.country, named=True)
        if last is left[-1] or (possessive and party.kind != "person"):
            return replace(party, named=last is left[-1])
        if not all(word[:1].isupper() for word in words[last.end : left[-1].end]):
            return Reading(None, text, label, party.country, head=words[-1].lower())
        return Reading(None, text, label, party.country, named=True)
    if len(capital) == 0:
        return Reading(
            None, text, label, country, head=words[-1].lower() if words else "", homely=label not in ROOTLESS
        )
    kind = label
    if _MILITARY_UNITS.search(text):
        kind = "military" if label is None else label
    elif label is None and _like_a_person(words) and not any(part.place for part in left) and not country:
        kind = "person"
    return Reading(None, text, kind, country, named=True, homely=kind not in ROOTLESS)


def _capitalised(words: Sequence[str]) -> bool:
    """Whether words can be a name: capitals, and only particles ("de", "bin") without one."""
    return words[0][:1].isupper() and all(word[:1].isupper() or word in _PARTICLES for word in words)


def _like_a_person(words: Sequence[str]) -> bool:
    """Whether unknown words look like a person's name: two to four capitalised ones, none an institution's."""
    known = any(word.lower() in _ORGANISED or "'" in word or word.isupper() for word in words)
    return 2 <= len(words) <= 5 and _capitalised(words) and not known


def _owner(parts: Sequence[Part], towns: bool) -> Reading | None:
    """Whose a head noun is: a group or organ before a mere country; a capital counts only where it is no town."""
    parties = [part.party for part in parts if part.party and not (towns and part.place)]
    return next((party for party in parties if party.kind != "state"), parties[0] if parties else None)


def _country(parts: Sequence[Part]) -> str | None:
    """The country of the first place or state among the parts."""
    for part in parts:
        if part.place:
            return part.place
        if part.party and part.party.country and part.party.kind in ("state", "community", *ORGANS):
            return part.party.country
    return None


def _contradicted(person: Reading, parts: Sequence[Part]) -> bool:
    """Whether the words before a person's name put them in another country: a namesake."""
    country = _country(parts[:-1])
    return bool(country and person.country and country != person.country)


def _yields(head: Noun | None) -> bool:
    return head is not None and (head.kind is None or not head.clear or head.body == "")
