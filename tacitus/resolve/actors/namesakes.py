"""Whether a surname in a phrase is the known person's who bears it, or a namesake's.

In: the parts of a phrase whose last is a person. Out: yes or no, and the phrase with the namesake as an unknown name.
One thing to know: another given name or other initials make a namesake ("Colonel Samir Hadi"), and so does a rank that
nobody of note is called by; spellings of one name may differ ("Abed Rabbo", "Abdrabbuh").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from tacitus.resolve.actors.parts import COMMON_SURNAMES, Context, Part, Reading, from_actor, parts_of
from tacitus.resolve.actors.words import PREPOSITIONS, ROLES
from tacitus.resolve.names import name_key, without_possessive

#: Ranks and trades of those who are no heads of state.
_LOW = frozenset(
    "private pvt corporal cpl sergeant sgt constable inspector sub-inspector superintendent soldier trooper jawan "
    "guard policeman policewoman officer teacher farmer driver shopkeeper villager resident student worker".split()
)
#: Ranks that some rulers bear: with a surname of many the full name or the office must stand elsewhere.
_OFFICERS = frozenset("colonel lieutenant captain major col capt maj lt".split())
#: Words before a surname that are no given name, and no noun of ours.
_TITLES = frozenset(
    "miss mme fm adm cmdr hon gov governor shaikh sheik sheikh mufti alhaji marshal field pm congressman vice former "
    "then ousted embattled exiled deposed toppled beleaguered outgoing incoming late baba excellency his her "
    "hojatoleslam hojjatoleslam strongman warlord tycoon incumbent rival candidate nominee billionaire".split()
)
_JOINED = re.compile(r"(?:ex|then|vice|pro|anti)-|.{1,30}-(?:\w{1,20}ed|led|born|wing)$")
_INITIALS = re.compile(r"(?:[A-Z][.-]?){1,3}")
_PARTICLE = re.compile(r"(?:a[dlnrsz]|e[ls]|ul)-[A-Z]|(?:al|el|bin|ibn|abu|abd|ul|de|del|van|von)$")
#: How alike two spellings of one given name are, and two longer ones with one first letter ("Volodymyr", "Vladimir").
_ALIKE, _ALIKE_AT_FIRST = 0.75, 0.58
_SHORT, _LONG = 4, 5  # letters


def is_namesake(words: Sequence[str], parts: Sequence[Part], context: Context) -> bool:
    """Whether the person whose name ends a phrase only shares a surname with the known one."""
    person = parts[-1].party
    if person is None or (person.actor and context.table[person.actor].own):
        return False
    before = _before(words, parts)
    if person.actor and before in _LOW:
        return True
    if parts[-1].end - parts[-1].start > 1:
        return False
    surname = name_key(words[parts[-1].start])
    if given := words[_given(words, parts) : parts[-1].start]:
        return not _same(given, person, surname, context)
    at_home = any(part.party and part.party.country == person.country for part in parts[:-1])
    if person.actor and not at_home and not context.meant(context.table[person.actor], surname):
        return True
    officer = bool(person.actor) and before.split(" ")[0] in _OFFICERS
    return officer and surname in COMMON_SURNAMES and not context.vouched(person.actor or "", surname)


def renamed(words: Sequence[str], parts: Sequence[Part], context: Context) -> list[Part]:
    """The parts with a namesake's whole name as the last: another known person's, or plain words."""
    start, end = _given(words, parts), parts[-1].end
    party = context.known(f"{words[start]} {words[end - 1]}") if end - start > 1 else None
    return [*(part for part in parts if part.end <= start), Part(start, end, party)]


def bearer(words: Sequence[str], parts: Sequence[Part], context: Context) -> Reading | None:
    """Who of that surname held the office told before it: "President Hadi", though a colonel of that name was named."""
    role = ROLES.get(_before(words, parts))
    found = context.table.spoken_of(name_key(words[parts[-1].end - 1]), context.on) if role else ()
    return next((from_actor(a) for a in found if any(t.office.endswith(f".{role}") for t in a.held)), None)


def namesakes(phrases: Sequence[Sequence[str]], context: Context) -> frozenset[str]:
    """The surnames of known people that the phrases of a report give to others."""
    found = set()
    for phrase in phrases:
        words = [*takewhile(lambda word: word.lower() not in PREPOSITIONS, phrase)]
        key = name_key(words[-1]) if len(words) > 1 else ""
        if not key or not any(actor.kind == "person" for actor in context.table.by_key(key)):
            continue
        parts = parts_of(words, context, None)
        person = parts[-1].party
        if person and person.kind == "person" and is_namesake(words, parts, context):
            found.add(key)
    return frozenset(found)


def _before(words: Sequence[str], parts: Sequence[Part]) -> str:
    """The noun before a name, in small letters."""
    nouns = [part for part in parts[:-1] if part.noun]
    return " ".join(words[nouns[-1].start : nouns[-1].end]).lower().replace(".", "") if nouns else ""


def _given(words: Sequence[str], parts: Sequence[Part]) -> int:
    """Where the given names begin that stand before a surname; where it begins itself, if there are none."""
    start = parts[-1].start
    for part in reversed(parts[:-1]):
        word = words[part.end - 1]
        told = part.noun or part.preposition or (part.party and part.party.kind != "person")
        if told or without_possessive(word)[1] or not _like_given(word):
            break
        start = part.start
    return start


def _like_given(word: str) -> bool:
    low = word.lower().strip(".")
    if len(word) > 3 and word.endswith("."):
        return False  # "Pres."
    acronym = word.isupper() and len(word) > 2 and not _INITIALS.fullmatch(word)
    if _PARTICLE.match(word):
        return True
    return word[:1].isupper() and not acronym and low not in _TITLES and not _JOINED.match(low)


def _same(given: Sequence[str], person: Reading, surname: str, context: Context) -> bool:
    """Whether given names can be a person's own, as others spell them or as initials."""
    names = [name_key(name).split() for name in (context.table[person.actor].names if person.actor else (person.name,))]
    surnames = {surname, *(name[0] for name in names if len(name) == 1)}
    own = [[word for word in name if word not in surnames] for name in names]
    single = {word for name in own for word in name}
    if not single:
        return True  # known by one name alone
    if _INITIALS.fullmatch(given[0]):
        return {c.lower() for c in given[0] if c.isalpha()} <= {word[0] for word in single}
    first, whole = name_key(given[0]), name_key("".join(given))
    return any(_alike(first, word) for word in single) or any(_alike(whole, "".join(name)) for name in own)


def _alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if one == other or shorter < _SHORT:
        return one == other
    ratio = SequenceMatcher(None, one, other).ratio()
    return ratio >= (_ALIKE_AT_FIRST if one[0] == other[0] and shorter >= _LONG else _ALIKE)
