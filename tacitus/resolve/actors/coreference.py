"""A pronoun or description ("the group", "its fighters") and what was named before come in; whom it means goes out.

One thing to know: it answers only when one party fits. Two that fit are a doubt, and doubt is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from tacitus.records.markup import Mention
from tacitus.records.span import Span
from tacitus.resolve.actors.owner import GROUPS, ORGANS, stands_beside
from tacitus.resolve.actors.parts import Reading, from_actor
from tacitus.resolve.actors.table import ActorTable
from tacitus.resolve.actors.words import PRONOUNS, ROLES, noun

_ARMED = frozenset(("rebel", "militia", "criminal", None))
_REBELS = frozenset(("rebel", "militia", "criminal"))
_FORCES = frozenset(("military", "police", "intelligence"))
_ANY_BODY = frozenset((*GROUPS, *ORGANS, "state", None))
#: Descriptions and the kinds of party that they may take up.
_TAKEN_UP = (
    ("group, organisation, organization, movement, outfit, network", _ARMED | {"party", "ngo", "other"}),
    ("militants, rebels, insurgents, fighters, guerrillas, extremists, jihadists, terrorists, separatists", _ARMED),
    (
        "militant group, armed group, rebel group, insurgent group, terrorist group, terror group, militia, faction",
        _ARMED,
    ),
    ("alliance, bloc, body, mission", frozenset(("igo", None))),
    ("party", frozenset(("party", None))),
    ("agency, watchdog, newspaper, broadcaster, outlet", frozenset(("igo", "media", "ngo", "intelligence", None))),
    ("monitor, observatory, charity, rights group, aid group, monitoring group, war monitor", frozenset(("ngo",))),
    ("country, kingdom, republic, nation", frozenset(("state",))),
    ("company, firm", frozenset(("company", None))),
)
DESCRIPTIONS: dict[str, frozenset[str | None]] = {
    word: frozenset(kinds) for words, kinds in _TAKEN_UP for word in words.split(", ")
}
PERSONAL_PRONOUNS = frozenset("he him his himself she her hers herself i me my".split())
_HERS = frozenset("she her hers herself".split())
_WOMAN = re.compile(r"\b(?:wife|mother|sister|daughter|wom[ae]n|girl|widow|grandmother|aunt|niece|bride|lady)\b", re.I)
_PLURAL = frozenset("they them their theirs themselves".split())
#: Who speaks of himself is the speaker of the quotation, which is not known here.
_SPEAKERS = frozenset("i me my we us our who which".split())
#: Who speaks for somebody that was told before.
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson".split())
_SPOKE = re.compile(
    r"(?:\s*\([^()]{1,20}\))?(?:,(?:[^,.;\n]{1,80},)?)?\s+(?:\w+ly\s+|also\s+)?"
    r"(?:said|says|explained|added|announced|stated|told|reported)\b"
)
_ENDED = re.compile(r"[.!?][\"”’]*\s")
_OWN = re.compile(r"^(its|their|his|her)\s+(.+)$", re.IGNORECASE)
_HOMELANDS = frozenset("country nation homeland kingdom republic".split())
_BEHIND = re.compile(r"\s(?:in|of|from|at|on|for|to|with|near)\s")
_DEFINITE = re.compile(r"\b(the|this|that|these|those)\s+$", re.IGNORECASE)
_THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)
_ARTICLES = ("the ", "this ", "that ", "these ", "those ")
#: How far back a pronoun, and how far back a description, may reach; characters.
NEAR, FAR = 200, 900


def refers(words: str) -> bool:
    """Whether words can mean only what was named before."""
    low = _without_article(words)
    known = low in PRONOUNS or low in DESCRIPTIONS or low in ROLES or low in _HEADS or low in _SPOKESMEN
    return known or bool(_OWN.match(words))


#: "The rebels, who include fighters of the Dawn Army": its own clause says who they are.
_SAYS_WHO = re.compile(
    r",?\s+(?:(?:who|which|that)\s+(?:(?:also|mainly|mostly)\s+)?includ(?:e[ds]?|ing)|including|(?:who are\s+)?led by)"
    r"\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}(?:(?:of|from|in)\s+)?(?:the\s+)?[A-Z]"
)

_WITH_ARMS = frozenset(("rebel", "militia", "military", "police", "criminal"))
_SAID_THAT = re.compile(
    r"\s+(?:also )?(?:said|say|announced|claimed|reported|confirmed)(?: (?:(?:late|early) )?(?:on )?\w+day)?,?"
    r"(?: that)?\s+"
)


def antecedent(
    words: str, mention: Mention, text: str, earlier: Sequence[tuple[Span, Reading]], table: ActorTable
) -> Reading | None:
    """The party named before that the words mean, or None; ``earlier`` is in the order of the text."""
    low = _without_article(words)
    start = mention.span.start
    if own := _OWN.match(words):
        if own[1].lower() in ("his", "her") and own[2].lower() in _HOMELANDS:
            persons = frozenset(("person",))
            person = _only(persons, earlier, start, NEAR) or _only(persons, earlier, start, FAR)
            return _homeland(person or _last_speaker(text, earlier, start), table)
        if own[1].lower() in ("his", "her"):
            return _only(frozenset(("person",)), earlier, start, NEAR)
        kinds = _ANY_BODY - (_REBELS if mention.label == "military" else frozenset())  # no rebels have "its troops"
        begun = max((m.end() for m in _ENDED.finditer(text, max(0, start - NEAR), start)), default=start - NEAR)
        return _only(kinds, earlier, start, start - begun) or _only(kinds, earlier, start, NEAR)
    if low in _SPEAKERS:
        return None
    if low in PERSONAL_PRONOUNS:
        if low in _HERS and any(start - s.end <= NEAR and _WOMAN.search(r.name) for s, r in earlier if not r.named):
            return None  # a woman without a name was told of
        person = _only(frozenset(("person",)), earlier, start, NEAR)
        return person or (_last_speaker(text, earlier, start) if _SPOKE.match(text, mention.span.end) else None)
    if low in PRONOUNS:
        if low == "they" and (said := _who_said(text, earlier, start)):
            return said
        kinds = GROUPS | {None} if low in _PLURAL else _ANY_BODY
        # The reader saw the sentence: "they" of civilians are not the rebels named before.
        fits = frozenset((mention.label, None)) if mention.label else kinds
        begun = max((m.end() for m in _ENDED.finditer(text, max(0, start - NEAR), start)), default=start - NEAR)
        near = _only(fits, earlier, start, start - begun) or _only(fits, earlier, start, NEAR)
        return near or (_only(_ANY_BODY, earlier, start, start - begun) if low not in _PLURAL else None)
    before = text[max(0, start - 8) : start]
    if not words.lower().startswith(_ARTICLES) and (
        not _DEFINITE.search(before) or (low.endswith("s") and _THAT.search(before))
    ):
        return None  # "said that rebels fired": some rebels
    if low in DESCRIPTIONS and _SAYS_WHO.match(text, mention.span.end):
        return None
    if low == "alliance" and re.search(r"\bNATO\b|\bNato\b|North Atlantic", text):
        known = table["igo:NATO"]
        return Reading(known.id, known.name, known.kind, known.country, named=True)
    if low in _SPOKESMEN:
        return _spoken_for(low, text, earlier, start)
    if low in ROLES:
        return _in_role(ROLES[low], low, earlier, table)
    if low == "observatory":
        return _same_head(low, earlier)  # a name's own word: an aid group before it is none
    if low in DESCRIPTIONS and (found := _only(_seen(DESCRIPTIONS[low], mention.label), earlier, start, FAR)):
        return found
    return _same_head(low, earlier)


def _homeland(person: Reading | None, table: ActorTable) -> Reading | None:
    """The state of a person: whom "his country" means."""
    state = f"state:{person.country}" if person and person.country else ""
    return replace(from_actor(table[state]), named=False) if state in table else None


def _who_said(text: str, earlier: Sequence[tuple[Span, Reading]], start: int) -> Reading | None:
    """The armed party right before "said that they": it speaks of itself, as "residents said they" need not."""
    near = (pair for pair in earlier if start - NEAR < pair[0].end <= start)
    said = [(span, reading) for span, reading in near if _SAID_THAT.fullmatch(text, span.end, start)]
    whole = min(said, key=lambda pair: pair[0].start, default=None)  # and nobody named within its words
    return whole[1] if whole and whole[1].kind in _WITH_ARMS else None


def _seen(kinds: frozenset[str | None], label: str | None) -> frozenset[str | None]:
    """Which of the kinds fit what the reader saw: a group that speaks for human rights is not the rebels before it."""
    if label is None or label not in kinds:
        return kinds
    return kinds & (_ARMED if label in _ARMED else frozenset((label, None)))


@lru_cache(maxsize=4096)
def _without_article(words: str) -> str:
    """The words in lower case, without "the" or "this same" before them, and without where a body sits."""
    low = re.sub(r"^(?:(?:the|this|that|these|those) )?(?:same )?(?=\w)", "", words.lower())
    return re.sub(r"^[\w.]+-based (?=\w)", "", low)


def owned(words: str, own: Reading, found: Reading, table: ActorTable) -> Reading:
    """The party of "its fighters", given whose they are; people ("its residents") stay themselves.

    The troops and the police of a state are an organ of it.
    """
    match = _OWN.match(words)
    if not match:
        return found
    if found.country and own.country and found.country != own.country:
        return replace(own, named=False)  # "its Russian mercenaries" are not the state's own
    own_words = _BEHIND.split(match[2].lower(), maxsplit=1)[0]  # "its allies in the army" are no army
    head = noun(own_words) or noun(own_words.split()[-1])
    ruled = found.kind in ("state", *ORGANS) and head is not None and head.clear and head.kind in _REBELS
    if (
        head is None
        or ruled
        or found.kind == "person"
        or head.sort.value in ("people", "office")
        or stands_beside(head, found)
    ):
        return replace(own, country=own.country or found.country, named=False)
    organ = f"gov:{found.country}.{head.body or own.kind}"
    if found.kind in ("state", "government") and own.kind in _FORCES and organ in table:
        return replace(from_actor(table[organ]), named=False, head=own.head)
    return found


def _only(
    kinds: frozenset[str | None], earlier: Sequence[tuple[Span, Reading]], start: int, reach: int
) -> Reading | None:
    """The one named party of those kinds within reach; None where there are two."""
    found: dict[str, Reading] = {}
    for span, reading in earlier:
        if start - span.end <= reach and (reading.named or reading.actor) and reading.kind in kinds:
            found[reading.actor or reading.name] = reading
    return next(iter(found.values())) if len(found) == 1 else None


def _last_speaker(text: str, earlier: Sequence[tuple[Span, Reading]], start: int) -> Reading | None:
    """The person named last as saying something, if a sentence ended since: "Haddad said …. He added"."""
    for span, reading in reversed(earlier):
        if start - span.end > FAR:
            break
        if reading.kind == "person" and reading.named and _SPOKE.match(text, span.end):
            return reading if _ENDED.search(text, span.end, start) else None
    return None


def _spoken_for(word: str, text: str, earlier: Sequence[tuple[Span, Reading]], start: int) -> Reading | None:
    """The spokesman told of last; where none is, the body whose words were told last: that is whose he is."""
    near = [(span, reading) for span, reading in reversed(earlier) if start - span.end <= FAR]
    for _, reading in near:
        if reading.head.endswith(word):
            return reading if reading.actor or reading.named else None
    for span, reading in near:
        body = reading.kind in _ANY_BODY - {None, "state"} and not reading.name.islower()
        if body and _SPOKE.match(text, span.end):
            return reading
    return None


def _in_role(role: str, word: str, earlier: Sequence[tuple[Span, Reading]], table: ActorTable) -> Reading | None:
    """The last person named who holds or has held that office, or was introduced with that title."""
    for _, reading in reversed(earlier):
        if reading.kind != "person":
            continue
        if reading.head == word:
            return reading
        if reading.actor in table and any(term.office.endswith(f".{role}") for term in table[reading.actor or ""].held):
            return reading
    return None


def named_later(words: str, later: Iterable[Reading]) -> Reading | None:
    """The one international body that a title's bare "court" stands for, as the report goes on to name it."""
    word = words.lower()
    known = {r.actor: r for r in later if r.kind == "igo" and r.actor and r.named and word in r.name.lower().split()}
    return next(iter(known.values())) if word in _HEADS and len(known) == 1 else None


#: Words that take up a longer name that ends in them: "the corps" for "209th Shaheen Corps".
_HEADS = frozenset(
    "corps ministry court council brigade battalion division front army union party committee commission".split()
)


def _same_head(word: str, earlier: Sequence[tuple[Span, Reading]]) -> Reading | None:
    """The last party whose name holds the word."""
    head = noun(word)
    for _, reading in reversed(earlier):
        # "The army" after the Lord's Resistance Army is the state's.
        kinds = (head.kind, None, "igo") if head and head.kind == "government" else (head.kind if head else None, None)
        if head and head.kind in ORGANS and reading.kind not in kinds:
            continue
        if reading.named and word in reading.name.lower().split():
            return reading
    return None
