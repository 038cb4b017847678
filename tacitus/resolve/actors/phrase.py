"""One noun phrase comes in ("Afghan police", "Taliban's shadow governor for Kunduz"); the party it names goes out.

One thing to know: a phrase is cut into parts (known actors, places, nouns, other words); its head noun says
what kind of party it is and the actor beside it whose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from tacitus.records.personal import ORGANISED
from tacitus.resolve.actors.affiliates import former_affiliate
from tacitus.resolve.actors.bodies import own_name
from tacitus.resolve.actors.forms import apposition, capitalised, like_a_person
from tacitus.resolve.actors.namesakes import bearer, is_namesake, renamed
from tacitus.resolve.actors.nounless import country_of, is_ethnic, seen_as, without_noun
from tacitus.resolve.actors.owner import ARMED, GROUPS, ROOTLESS, owned_by, several
from tacitus.resolve.actors.parts import (
    Context,
    Part,
    Reading,
    from_actor,
    of_no_country,
    parts_of,
    words_of,
)
from tacitus.resolve.actors.words import (
    COLLECTIVES,
    FOREIGN,
    LEFT_BEHIND,
    PAST,
    PERSONAL,
    SKIPPED,
    Noun,
    Sort,
    noun,
)
from tacitus.resolve.names import name_key, singular, without_possessive

_ACRONYM = re.compile(r"\s*\(([A-Z][A-Z&-]{1,9})\)(?=\s)")
#: Kinds of those who come in units, and words that say whose they are.
_UNITS = frozenset(("military", "police", "rebel", "militia", "gunmen"))
#: What those of one country found; aid agencies and armed groups go anywhere.
_MEMBERS_OF_ONE_LAND = frozenset("association union federation confederation league".split())
_NO_BODIES = frozenset(("police", "person", "gunmen", "criminal"))
_BELONGING = frozenset(("belonging", "loyal"))
#: What a body within a country may be called, beside what every organisation may.
_BODIES = ORGANISED | frozenset("chamber senate parliament board bank club bar federation confederation".split())
#: "US-led" alone, of "US-led air strikes".
_SPEAKS_FOR = re.compile(r"(?:\w+ ){0,3}(?:spokes\w+|advis[eo]r|aide|lawyer|deputy|envoy) (?:for|of|to) ", re.I)
_LEADS = re.compile(
    r"(?:\w+ ){0,3}(?:leader|head|commander|chief|founder|boss|kingpin|strongman|emir|ruler) of "
    r"(?!(?:(?:the|its|their|an?) )?(?:\w+ ){0,2}(?:wing|unit|branch|cell|faction)s?\b)",
    re.I,
)
#: Adjectives with a capital that tell what is believed and not where: "Leftist guerrillas", "Marxist rebels".
_BELIEVING = re.compile(r"\w+ist|Islamic|Muslim|Moslem|Christian|Catholic|(?:Left|Right)-[Ww]ing")
#: Types of aircraft before "fighters".
_AIRCRAFT = re.compile(
    r"(?:(?:MiG|Mig|F|Su|J|FC|JF|Mirage)-?\d{1,3}[A-Z]{0,2}|Mirage|MiG|Mig|Sukhoi|Phantom|Kfir|Tornado|Rafale|Jaguar|jet)s?"
)
_LED = re.compile(r"([A-Z][\w.]*)-led")
_PARENTHESIS = re.compile(r"^(.+?)\s*\(([^()]+)\)$")


def read_phrase(phrase: str, context: Context, label: str | None = None) -> Reading:
    """The party that a noun phrase names; ``label`` is the kind that the reader guessed from the sentence."""
    if (whole := context.known(phrase, label)) and not _namesake(phrase, whole, context):
        if whole.kind == "igo" and phrase.isupper() and label in _NO_BODIES:
            return Reading(None, phrase, label, homely=True)  # "the OIC of the police station"
        return seen_as(whole, phrase, label, context)
    if (owner := context.bare(phrase)) and (whole := context.known(owner, label)):
        return seen_as(whole, owner, label, context)
    if (led := _LED.fullmatch(phrase)) and (leader := context.known(led[1])):
        coalition = context.known(f"{phrase} coalition") if "coalition" in context.folded else None
        return coalition or Reading(None, phrase, label, leader.country)
    if brackets := _PARENTHESIS.match(phrase):
        outer = read_phrase(brackets[1], context, label)
        inner = context.known(brackets[2], label)
        return inner if inner and (outer.actor is None or _at_home(inner, outer, context)) else outer
    if (both := apposition(phrase)) and (party := _apposition(*both, context, label)):
        return party
    if short := _ACRONYM.search(phrase):
        phrase = _ACRONYM.sub("", phrase)
        party, whole = context.known(short[1], label), read_phrase(phrase, context, label)
        organ = (whole.actor or "").startswith("gov:") and party is not None and party.country == whole.country
        if party is None and whole.actor in (f"gov:{whole.country}", f"state:{whole.country}"):
            initials = "".join(word[0] for word in phrase[: short.start()].split() if word[0].isupper())
            if initials.endswith(short[1]):  # "Chad Relief Forum (CRF) ministers" are a body's, and not Chad's
                return Reading(None, phrase, label or whole.kind, None, named=True)
        return party if party and party.kind in ARMED and organ else whole  # "Army of the Poor (ALF) of Chad"
    words = words_of(phrase)
    if past := _past(words):
        return _no_longer(past, phrase, context, label)
    skipped = False
    while len(words) > 1 and (words[0].lower() in SKIPPED or words[0].isdigit() or (skipped and words[0] == "of")):
        skipped = True
        if words[0][:1].isupper() and ((first := parts_of(words, context, label)[0]).party or first.place):
            break  # "New People's Army rebels", "New York police"
        if words[1].lower() in ("and", "or"):
            break  # "local and media sources"
        words = words[1:]
    text = " ".join(words)
    if text != phrase and (whole := context.known(text, label)) and not _namesake(text, whole, context):
        return seen_as(whole, text, label, context)
    return _read_parts(words, context, label)


def _at_home(inner: Reading, outer: Reading, context: Context) -> bool:
    """Whether the report speaks of the country of the party in brackets, and not of that before them."""
    spoken = [bool(party.country and context.countries.get(party.country, 0)) for party in (inner, outer)]
    return outer.kind in ARMED and spoken == [True, False]


def _namesake(name: str, person: Reading, context: Context) -> bool:
    """Whether a surname alone is not its known bearer's in this report."""
    if person.actor is None or person.kind != "person":
        return False
    return not context.meant(context.table[person.actor], name_key(name))


def _past(words: Sequence[str]) -> list[str]:
    """What somebody no longer is ("militant" of "a surrendered militant"); empty where the words say no such thing."""
    for at, word in enumerate(words[:-1]):
        if word.lower() in PAST:
            return [*words[at + 1 :]]
        if word.lower() not in SKIPPED and not word.isdigit():
            break
    for at, word in enumerate(words):
        if word.lower().startswith("ex-") and noun(word[3:].lower()):
            return [word[3:], *words[at + 1 :]]
        if word.lower() not in SKIPPED and not word.isdigit():
            break
    return []


def _no_longer(words: Sequence[str], phrase: str, context: Context, label: str | None) -> Reading:
    """Former members of a force and former headmen are people of its country; former presidents stay who they are."""
    if (group := former_affiliate(words)) is not None:
        named = read_phrase(" ".join(group or words), context, label)
        return named if group or named.actor is None else Reading(None, phrase, label or named.kind, named.country)
    once = read_phrase(" ".join(words), context, label)
    if once.kind not in LEFT_BEHIND and not (once.kind == "government" and once.actor is None and not once.named):
        return once
    return Reading(None, phrase, "civilians", once.country, head=once.head, homely=once.country is None)


def _apposition(first: str, second: str, context: Context, label: str | None) -> Reading | None:
    """One party named twice: a person by name and post, in either order; whose it is tells the country or the party."""
    if like_a_person(first.split()) and noun(first.split()[-1].lower()) is None:
        known, whose = read_phrase(first, context, label), read_phrase(second, context, label)
        if known.kind != "person":
            known = Reading(None, first, "person", named=True, homely=True)
        homely = known.homely and whose.country is None and whose.actor is None and not of_no_country(second, context)
        return replace(known, country=known.country or whose.country, homely=homely)
    whose = read_phrase(first, context, label)
    if whose.kind == "person" and _SPEAKS_FOR.match(first) and like_a_person(second.split()):
        spoke = read_phrase(second, context, "person")  # "spokesman for Prime Minister Belo, Major Omar Said"
        return replace(spoke, country=spoke.country or whose.country)
    if (
        whose.kind in ARMED and _LEADS.match(first) and like_a_person(second.split())
    ):  # who leads a band is not the band
        leader = read_phrase(second, context, "person")
        own = leader if leader.actor else Reading(None, second, "person", named=True)
        return replace(own, country=own.country or whose.country, homely=False)
    body = whose.actor and whose.kind not in ("person", "community")
    return whose if body and like_a_person(second.split()) else None


def _homely(words: Sequence[str], head: Part) -> bool:
    """Whether nothing beside the head noun points abroad: "local police", but neither "European" nor "foreign"."""
    others = [*words[: head.start], *words[head.end :]]
    named = any((word[:1].isupper() and not _BELIEVING.fullmatch(word)) or word.lower() in FOREIGN for word in others)
    ministry = head.noun is not None and head.noun.body == "foreign"
    return not named and (ministry or words[head.start].lower() not in FOREIGN)


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
    left = parts[:cut]
    if preposition == "to" and len(left) > 1 and words[left[-1].start].lower() in _BELONGING:
        left, preposition = left[:-1], "of"
    phrase = _Phrase(words, left, preposition, parts[cut + 1 :])
    if left and (person := left[-1].party) and person.kind == "person":
        if not _contradicted(person, left) and not is_namesake(words, left, context):
            return person if person.actor else bearer(words, left, context) or person
        left = renamed(words, left, context)
        if left[-1].party:
            return left[-1].party
        phrase = replace(phrase, left=left)
        if not any(part.noun for part in left):
            name = " ".join(words[left[-1].start : left[-1].end])
            return Reading(None, name, label or "person", country_of(left), named=True, homely=True)
    heads = [number for number, part in enumerate(left) if part.noun]
    if not heads:
        return _elsewhere(phrase, context, label) or without_noun(words, phrase.text, left, context, label)
    at = heads[-1]
    # "Spokesman John Major": a noun at the end of a name is part of it.
    if len(heads) > 1 and heads[-2] < at - 1 and all(words[part.start][:1].isupper() for part in left[heads[-2] + 1 :]):
        at = heads[-2]
    tail = left[at + 1 :]
    if not preposition and (state := _state_called(words, tail)):
        return state
    if tail and (tail[0].party or capitalised(words[tail[0].start : tail[-1].end])):  # "group al-Shabaab"
        return _apposed(phrase, at, label)
    if preposition and (named := _name_after(words, left, phrase.right)):
        return named
    # "Police chief", "rebel commander": a noun that only says "part of" gives way to the one before it.
    if len(heads) > 1 and left[heads[-2]].end == left[at].start and _yields(left[at].noun):
        at = at if _leads(left[heads[-2]].noun, phrase) else heads[-2]
    return _described(phrase, at, context, label)


def _state_called(words: Sequence[str], tail: Sequence[Part]) -> Reading | None:
    """The state that plain words call something: the "backer Turkey" of "rebel backer Turkey"."""
    party = tail[-1].party if len(tail) > 1 else None
    if party is None or party.kind != "state" or " ".join(words[tail[-1].start : tail[-1].end]) != party.name:
        return None
    return party if all(words[part.start].islower() and not (part.party or part.noun) for part in tail[:-1]) else None


def _of_several(phrase: _Phrase) -> bool:
    """Whether those of several countries are told of: "ministers of Chad and Niger"."""
    lands = {part.party.country for part in phrase.right if part.party and part.party.kind == "state"}
    return phrase.preposition in ("of", "from") and len(lands) > 1 and " and " in phrase.text


def _described(phrase: _Phrase, at: int, context: Context, label: str | None) -> Reading:
    """A party told by its head noun, which stands at ``at``, and by whose it is."""
    left, right, head = phrase.left, phrase.right, phrase.left[at].noun
    assert head is not None  # noqa: S101  only parts with a noun are heads
    belongs = phrase.preposition in ("of", "for", "from")
    # "Delhi police" are not the government's at Delhi, but "Delhi officials" are.
    towns = head.kind not in ("government", None)
    spelt = phrase.spelt(left[at])
    beside = left[:at]
    owner = from_actor(context.table["state:VAT"]) if spelt in ("pope", "pontiff") else _owner(beside, towns)
    if owner is None and head.kind is None and belongs and right:
        # "Members of the Taliban", "spokesman for the foreign ministry": the party is what follows.
        return replace(read_phrase(" ".join(phrase.words[right[0].start :]), context), named=False)
    if owner is None and (belongs or (phrase.preposition == "in" and head.sort is not Sort.MEMBER)):
        owner, beside = _owner(right, towns), right
    if belongs and head.sort is Sort.MEMBER and head.kind in ARMED and owner and owner.kind in ("state", "community"):
        if (group := _owner(right, towns)) and group.kind in ARMED and group.named:
            owner, beside = group, right  # "Chadian rebels of the UFDD"
    if named := own_name(phrase.words, left, left[at], owner, label):
        return named
    if owner and head.sort is Sort.OFFICE and (owner.kind == "person" or _of_a_body(phrase.words, beside)):
        owner = None  # "the president of the Chadian Bar Association" is not the country's
    country = country_of(left) or (None if phrase.preposition in ("to", "against", "with", "by") else country_of(right))
    kind = head.kind if head.clear and head.kind else label or head.kind
    if label == "rebel" and kind == "militia" and phrase.left[-1] is not left[at]:
        kind = label  # "militia members of the Front" are none of a pro-government militia
    if at and spelt in ("fighter", "fighters") and _AIRCRAFT.fullmatch(phrase.words[left[at].start - 1]):
        kind = "military"  # "Mirage fighters" fly
    if kind == "military" and label in ARMED and owner is None and len(phrase.words) > 2 and _is_name(phrase.words):
        kind = label  # "Lom Hills Defense Force"
    if at and kind == "military" and (before := left[at - 1].noun) and before.kind in ARMED:
        kind = before.kind  # "guerrilla commandos"
    if at and kind == "rebel" and (before := left[at - 1].noun) and before.kind == "militia":
        kind = before.kind  # "paramilitary cadres"
    if (
        head.kind in ARMED
        and kind in (*ARMED, "person")
        and owner is None
        and (force := _owning_force(phrase.words, left[at]))
    ):
        kind = force  # "the army's commander in Lom"
    ethnic = is_ethnic(phrase.words, left) and (owner is None or owner.kind in ("state", "community"))
    if ethnic or _of_several(phrase):
        owner, country = None, None
    if kind is None and owner is None and spelt in PERSONAL:
        kind = "person"
    homely = kind not in ROOTLESS and (ethnic or _homely(phrase.words, left[at]))
    plain = Reading(None, phrase.text, kind, country, head=spelt, homely=homely)
    return owned_by(plain, head, owner, context) if owner else several(plain)


def _owning_force(words: Sequence[str], head: Part) -> str | None:
    """The kind of the force whose member a head noun is told to be: "army's commander"."""
    bare, owns = without_possessive(words[head.start - 1]) if head.start else ("", False)
    force = noun(bare.lower()) if owns else None
    return force.kind if force and force.kind in ("military", "police") else None


def _is_name(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() for word in words)


def _apposed(phrase: _Phrase, at: int, label: str | None) -> Reading:
    """A name after a noun: "spokesman Hanif Rezai" is a person, "militant group Boko Haram" the group."""
    left, tail = phrase.left, phrase.left[at + 1 :]
    if len(tail) == 1 and (party := tail[0].party) and party.kind != "person":
        medium = party.kind == "state" and (role := left[at].noun) and role.kind == "media"
        return Reading(None, phrase.text, "media", party.country, named=True) if medium else party
    for part in left[:at]:
        if part.party and part.party.kind in ARMED and without_possessive(phrase.words[part.end - 1])[1]:
            # "The CPI-Maoist's area secretary Gopal" is told as the party's own.
            return replace(part.party, named=False)
    head, role = phrase.spelt(left[at]), left[at].noun
    name = " ".join(phrase.words[tail[0].start : tail[-1].end])
    country = country_of(left[: at + 1]) or next((p.party.country for p in left[:at] if p.party), None)
    if role and singular(head).split()[-1] in COLLECTIVES:
        before = left[at - 1].noun if at else None
        kind = role.kind or label or (before.kind if before else None)
        homely = country is None and head.split()[-1] in _MEMBERS_OF_ONE_LAND
        return Reading(None, name, kind, country, named=True, head=head, homely=homely)
    if role and all(word.lower() in ORGANISED for word in name.split()):  # "Goma Police Command"
        return Reading(None, phrase.text, role.kind or label, country, named=True, head=head)
    return Reading(None, name, "person", country, named=True, head=head, homely=True)


def _name_after(words: Sequence[str], left: Sequence[Part], right: Sequence[Part]) -> Reading | None:
    """The person named at the end of "special envoy for Syria Geir Pedersen"."""
    if len(right) < 2 or not (right[0].party or right[0].place):
        return None
    if (head := left[-1].noun) and head.kind in _UNITS:
        return None  # "forces of Chad's president Deby" are no person
    if (person := right[-1].party) and person.kind == "person":
        return person
    name = words[right[0].end : right[-1].end]
    if (
        len(name) < 2
        or not capitalised(name)
        or any(word.lower() in _BODIES for word in name)
        or any(part.noun or part.party for part in right[1:])
    ):
        return None
    return Reading(
        None,
        " ".join(name),
        "person",
        country_of([*left, *right]),
        named=True,
        head=words[left[-1].end - 1].lower(),
        homely=True,
    )


def _elsewhere(phrase: _Phrase, context: Context, label: str | None) -> Reading | None:
    """Another country's or body's organ of a name that one state's alone goes by: "Congress of Peru"."""
    party = phrase.left[-1].party if phrase.left else None
    if party is None or phrase.preposition != "of" or not phrase.right:
        return None
    if party.kind == "igo" and phrase.words[phrase.left[-1].start].isupper():
        return Reading(None, phrase.text, label, country_of(phrase.right), homely=True)  # world bodies are nobody's
    if not (party.actor or "").startswith("gov:"):
        return None
    right, country = phrase.right, country_of(phrase.right)
    right = right[1:] if len(right) > 1 and phrase.spelt(right[0]) == "the" else right
    people = any(part.party and part.party.kind == "person" for part in right)
    if people or country == party.country or not (country or capitalised(phrase.words[right[0].start :])):
        return None
    organ = f"gov:{country}.{party.actor.partition('.')[2]}" if party.actor else ""
    if organ in context.table and all(part.place or part.party for part in right if phrase.spelt(part) != "the"):
        return from_actor(context.table[organ])
    return Reading(None, phrase.text, label, country, named=True, homely=country is None)


def _owner(parts: Sequence[Part], towns: bool) -> Reading | None:
    """Whose a head noun is: a group or organ before a mere country; a capital counts only where it is no town."""
    parties = [part.party for part in parts if part.party and not (towns and part.place)]
    return next((party for party in parties if party.kind != "state"), parties[0] if parties else None)


def _of_a_body(words: Sequence[str], parts: Sequence[Part]) -> bool:
    """Whether a state's name only begins that of a body within it."""
    at = next((n for n, part in enumerate(parts) if part.party and part.party.kind == "state"), len(parts))
    rest = [*takewhile(lambda part: not part.preposition, parts[at + 1 :])]
    if not rest or without_possessive(words[parts[at].end - 1])[1] or any(part.party for part in rest):
        return False
    name = words[rest[0].start : rest[-1].end]
    return not like_a_person(name) and any(singular(word.lower()) in _BODIES for word in name)


def _contradicted(person: Reading, parts: Sequence[Part]) -> bool:
    """Whether the words before a person's name put them in another country: a namesake."""
    country = country_of(parts[:-1])
    return bool(country and person.country and country != person.country)


def _leads(people: Noun | None, phrase: _Phrase) -> bool:
    """Whether who is told by the people around them leads a group: "a student leader of the Green Party"."""
    group = phrase.preposition == "of" and _owner(phrase.right, towns=True)
    return people is not None and people.sort is Sort.PEOPLE and bool(group and group.kind in GROUPS)


def _yields(head: Noun | None) -> bool:
    return head is not None and (head.kind is None or not head.clear or head.body == "")
