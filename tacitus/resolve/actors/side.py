"""Whose side a single person is on: the words of a mention and those after it come in, a kind goes out.

One thing to know: a person named with a rank or a post in an armed body ("Constable Omar Said"; "Omar Said, a leader of
the Congress party") is counted with that body, as those are who code events; relatives, informers and former members
are not.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tacitus.resolve.actors.forms import like_a_person
from tacitus.resolve.actors.parts import Context, Part, Reading, parts_of, words_of
from tacitus.resolve.actors.words import PAST, Sort
from tacitus.resolve.names import singular

SIDES = frozenset(("police", "military", "intelligence", "rebel", "militia", "party", "government"))
#: Kinds that say no more than that somebody is a person.
_OPEN = frozenset(("person", "civilians", "other", None))
#: Near a side, and not of it.
_BESIDE = frozenset(
    "wife husband son daughter father mother brother sister cousin uncle aunt nephew niece relative family kin friend "
    "driver informer informant spy "
    "collaborator victim supporter sympathiser sympathizer witness lawyer suspect hostage "
    "deserter surrenderee candidate teacher doctor contractor journalist reporter".split()
)
#: Who holds such an office is that person, whatever the rank.
_HIGH = frozenset("minister ambassador envoy premier chancellor king queen prince".split())
#: Ranks of those who are soldiers where no armed group is told of.
_RANKS = frozenset("col gen lt maj capt brig colonel general lieutenant major captain brigadier".split())
#: Nouns of a place: who sits in a police station's area is no policeman.
_WHERE = frozenset("station area limits post camp base district block village residence house headquarters".split())
_CLAUSE = re.compile(
    r"\b(?:who|whose|whom|which|that|suspect\w*|accus\w+|alleg\w+|brand\w+|on|at|in|near|under|was|were|is|are|has|have|"
    r"had|said|told|killed|surrendered (?=before|to|in|at|on|along|with|and))\b",
    re.I,
)
#: "Omar Said, a functionary of the Congress party, was killed"; without an article it has small letters or an "of".
_APPOSED = re.compile(
    r"(?:\s*\(\d\d?\))?\s*(?:,|[-–—])\s+"
    r"(?:belonging to\s+)?"
    r"((?:an?|the|one)\s[^,.;:\n]{2,90}|(?!\w+ing\b)[a-z'‘\"“][^,.;:\n]{2,90}|[A-Z][^,.;:\n]{2,60} of [^,.;:\n]{2,60})"
)
#: "Omar Said was also a local leader of the Congress party", "who is said to be a member of".
_CALLED = re.compile(
    r"(?:\s*\(\d\d?\))?(?:,? who)?\s+(?:is|was) (?:also |reportedly )?(?:(?:said|believed|known) to (?:be|have been) )?"
    r"(an?\s(?:[\w-]+\s){0,4}?(?:leader|cadre|member|commander|activist|fighter|functionary|worker|constable|officer)\b"
    r"[^,.;:\n]{0,60})", re.I
)  # fmt: skip
_ONE_OF = re.compile(r"one of\b", re.I)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
#: "Forces loyal to the country's internationally recognised government": a state's own, whatever they were taken for.
_LOYAL = re.compile(
    r"(?:[\w-]+ ){0,3}(?:forces|troops|soldiers|fighters|units) loyal to "
    r"(?:(?:the|its|their|[\w-]+['’]s?|(?-i:[A-Z])\w+s|internationally|recogni[sz]ed|elected|legitimate|[\w.-]+-(?:backed|recogni[sz]ed))"
    r" ){0,5}"
    r"(?:government|state|regime|president\b(?! (?-i:[A-Z])))",
    re.I,
)
#: "Fighters loyal to Idriss Deby", "pro-Deby fighters".
_FIGHTERS = r"(?i:forces|troops|soldiers|fighters|gunmen)"
_NAMED = r"(?P<name>[A-Z][\w'’-]*(?: (?:al-)?[A-Z][\w'’-]*){0,2})"
_LOYAL_TO = re.compile(rf"(?:[\w-]+ ){{0,3}}{_FIGHTERS} loyal to (?:President |King )?{_NAMED}")
_PRO = re.compile(rf"(?:[\w-]+ ){{0,2}}pro-(?P<name>[A-Z]\w+) {_FIGHTERS}$")
_FOR_SOMEBODY = frozenset({None, "rebel", "militia", "gunmen", "person", "civilians"})
#: What a name may have at its end: further names, a village, an age.
_MORE_NAMES = re.compile(
    r"(?:\s+(?:alias|aka)\s+[^(),;]{1,60})?(?:\s+(?:of|from)\s+(?:[A-Z][\w-]+\s?){1,2})?(?:\s*\(\d\d?\))?$"
)


def sided(reading: Reading, words: str, after: str, context: Context) -> Reading:
    """The reading with the kind of the body that a single unknown person belongs to; as it is if no words tell."""
    if reading.actor is None and reading.kind in _FOR_SOMEBODY:
        told = words + after
        loyal = " loyal to " in told.lower()
        if loyal and _LOYAL.match(told):
            return replace(reading, kind="military")
        ruler = (loyal and _LOYAL_TO.match(told)) or _PRO.match(words)
        if ruler and (country := _rules(ruler["name"], context)):
            return replace(reading, kind="military", country=country, homely=False)
    if reading.actor is not None or reading.kind not in _OPEN:
        return reading
    kind = _side(words, context)
    if kind is None:
        name = _MORE_NAMES.sub("", words, count=1).rpartition(", ")[2]  # "a village leader, Omar Said"
        person = like_a_person(words_of(name)) or (" alias " in words and name[:1].isupper())
        apposed = (_CALLED.match(after) or _APPOSED.match(after)) if person else None
        kind = _side(apposed[1], context) if apposed else None
    return replace(reading, kind=kind) if kind else reading


def _rules(name: str, context: Context) -> str | None:
    """The country that the known person of that name rules on the day."""
    person = context.known(name)
    if person is None or person.actor is None or person.kind != "person" or person.country is None:
        return None
    for office in ("president", "monarch", "leader"):
        holder = context.table.holder(f"{person.country}.{office}", context.on)
        if holder is not None and holder.id == person.actor:
            return person.country
    return None


def _side(phrase: str, context: Context) -> str | None:
    """The kind of the body that the words put a person in; None where they name none, or one who only stands near."""
    phrase = _BRACKETS.sub("", phrase)
    clause = _CLAUSE.search(phrase)
    words = words_of(phrase[: clause.start()] if clause else phrase)
    plain = {singular(word.lower()) for word in words}
    if plain & (_BESIDE | _HIGH | PAST) or any(word.lower().startswith("ex-") for word in words):
        return None
    parts = parts_of(words, context, None)
    several = (part.noun and singular(words[part.end - 1].lower()) != words[part.end - 1].lower() for part in parts)
    if any(several) and not _ONE_OF.match(phrase):
        return None  # several people
    told = [words[part.start].lower() for part in parts if part.noun and part.noun.sort is not Sort.OFFICE]
    known = any(part.party and part.party.kind != "person" for part in parts)
    if told == ["commander"] and not known and {word.strip(".") for word in plain} & _RANKS:
        return "military"
    ends = (words[part.end].lower() if part.end < len(words) else "" for part in parts)
    found = (_of(part) for part, after in zip(parts, ends, strict=True) if singular(after) not in _WHERE)
    none = "government" if words[:1] and words[0].lower() in ("its", "their") else None  # a group's negotiator
    return next((kind for kind in found if kind in SIDES and kind != none), None)


def _of(part: Part) -> str | None:
    if part.party is not None:
        return part.party.kind
    if part.noun is None or part.noun.sort in (Sort.OFFICE, Sort.PEOPLE):
        return None
    return part.noun.kind
