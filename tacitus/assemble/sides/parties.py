"""Which of the parties told for an event stay, and as whom.

In: the claims of one event, and the report's text. Out: the claims without pronouns that nothing explains, doers far
less sure than others, and "its drivers" as the group that struck them. One thing to know: only the parties of an
event are looked at, and only beside each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tacitus.assemble.grouping.tellings import RIVALS
from tacitus.records.event import Claim, Quote
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TollValue

_BARE = re.compile(
    r"(?:it|he|him|she|her|they|them|we|us|i|me|you|who|others?|both|some|those|these|another|"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: one)?)",
    re.I,
)
#: "The group", where the event names one: the same party in fewer words.
_SOME_GROUP = re.compile(
    r"(?:(?:the|this|that|same|an?) )*"
    r"(?:(?!other|another|rival|second|third|allied|splinter|breakaway|separate|different)[a-z-]+ )?"
    r"(?:group|organi[sz]ation|movement|outfit|faction)",
    re.I,
)
#: And where it is hit: "an armed group" may well be another than who is named.
_THE_GROUP = re.compile(r"(?:(?:the|this|that|same) )*(?:group|organi[sz]ation|movement|outfit|faction)", re.I)
#: Where the reader cut a word or a number in two.
_CUT = re.compile(r"\w-[a-z\d]|\d,\d")
_TOLD = re.compile(r"\b(?:told|tells|telling) (?:the )?$")
#: Who tells, and neither acts nor is hit: "shelling kills nine monitor", where a headline has lost its colon.
_MONITOR = re.compile(r"(?:(?:the|an?|war|conflict|rights)\s+)*(?:monitors?|watchdogs?)", re.I)
#: The same of a medium: "blast kills six Lomian state TV".
_MEDIUM = re.compile(
    r"(?:[A-Z][\w-]*\s){0,2}(?:(?:state|official|state-run|local|private)\s)?(?:tv|television|media|radio|news\sagency|agency|news)",
    re.I,
)
_COUNTED = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es|ed|ing)|hurts?|dead|toll|deaths?)\s"
    r"(?:(?:at\sleast|more\sthan|some|nearly|over)\s)?(?:\d[\d,]*|[a-z-]+)\s$",
    re.I,
)
_ENDED = re.compile(r"\s*(?:[.\n]|$)")
_FIGHTING = re.compile(r"\b(?:fighting|battling|combating|resisting)\s+(?:the\s+)?$", re.I)
#: "Strikes in support of the king": for him, and not on him.
_FOR = re.compile(
    r"\b(?:in\s+(?:support|defen[cs]e|aid)\s+of|(?:support|backing)\s+for|on\s+behalf\s+of|in\s+(?:its|their)\s+support\s+for|"
    r"to\s+(?:support|back|bolster|defend|prop\s+up|shore\s+up)|supporting|backing|bolstering|propping\s+up|"
    r"fighting\s+(?:for|alongside))\s+"
    r"(?:(?!(?:against|on|at|in|with|by|from|as|that|and|to|who|which)\b)[\w'’-]+\s+){0,4}$",
    re.I,
)
_ONE_OF_THEM = re.compile(
    r"\b(?:one|two|three|both|all|some|most) of (?:them|whom)(?: (?:was|were))?(?: an?)?\s+$", re.I
)
_THIRD = re.compile(r"(?:he|him|his|she|her)", re.I)
_THEIR = re.compile(r"(?:its|their|his|her)\s+(?=\w)", re.I)


def parties(
    claims: Sequence[Claim], text: str, quotes: Sequence[Quote], lands: Mapping[Span, PlaceValue]
) -> list[Claim]:
    """The claims with the parties that stay; ``quotes`` tell who says what, ``lands`` which words are places."""
    explained = _without_bare_pronouns(_not_of_themselves(_without_mere_places(claims, lands), text, quotes))
    explained = _on_one_side(explained, text)
    return _without_rivals(_not_their_own(explained, text))


def _on_one_side(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Without the doers again as those they did it to, by the same words: "blew himself up".

    Where others are named as the doers, they did it to these. "A woman" of "two bombers, one of them a woman" is no
    doer of her own.
    """
    doers = {c.span for c in claims if c.field == "perpetrator"}
    parts = {span for span in doers if _ONE_OF_THEM.search(text, max(0, span.start - 30), span.start)}
    both = doers & {c.span for c in claims if c.field == "target"} - parts
    out = {("perpetrator" if doers - both - parts else "target", span) for span in both}
    out |= {("perpetrator", span) for span in parts}
    kept = [c for c in claims if (c.field, c.span) not in out]
    return kept if any(c.field == "perpetrator" for c in kept) or not doers else [*claims]


def _not_of_themselves(claims: Sequence[Claim], text: str, quotes: Sequence[Quote]) -> list[Claim]:
    """With no speaker as the "he" of his own direct words: "'He hid a mine,' the mayor said" is of another."""
    direct = [q for q in quotes if q.direct and q.speaker]
    if not direct:
        return [*claims]

    def told(claim: Claim) -> Claim:
        value, words = claim.value, claim.span.of(text)
        if not isinstance(value, ActorValue) or not _THIRD.fullmatch(words):
            return claim
        own = (q.speaker.actor for q in direct if q.speaker and q.span.holds(claim.span))
        himself = any(a and (a.actor, a.name) == (value.actor, value.name) for a in own)
        return replace(claim, value=ActorValue(None, words, None, None)) if himself else claim

    return [told(claim) for claim in claims]


def is_told(text: str, party: Span, value: ActorValue) -> bool:
    """Whether a medium is only told what is said ("a source told the agency"), or one of no name only tells it."""
    if value.kind == "media":
        if _MEDIUM.fullmatch(text, party.start, party.end) and _ENDED.match(text, party.end):
            return _COUNTED.search(text, max(0, party.start - 40), party.start) is not None
        return _TOLD.search(text, max(0, party.start - 12), party.start) is not None
    return value.actor is None and _MONITOR.fullmatch(text, party.start, party.end) is not None


def is_cut(text: str, party: Span, value: ActorValue) -> bool:
    """Whether nobody is called by half of a word or a number: "war" of "war-torn", "roughly 10" of "10,000"."""
    words, cut = party.of(text), _CUT.match(text, party.end - 1) or _CUT.match(text, max(0, party.start - 2))
    return bool(cut) and value.actor is None and (words[-1].isdigit() or (value.kind is None and words.isalpha()))


def only_fought(text: str, party: Span, trigger: Span) -> bool:
    """Whether who acts is told to fight this party: of "rebels fighting the army took a town" the army did not."""
    fight = _FIGHTING.search(text, max(0, party.start - 20), party.start)
    return fight is not None and fight.start() != trigger.start and party.end <= trigger.start


def without_the_helped(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims on violence without targets for whom it is done: "raids on behalf of the king"."""
    return [c for c in claims if c.field != "target" or not _FOR.search(text, max(0, c.span.start - 90), c.span.start)]


def _without_mere_places(claims: Sequence[Claim], lands: Mapping[Span, PlaceValue]) -> list[Claim]:
    """The claims with a place that was taken for a party as a place, unless one side would have nobody without it.

    In "the army and the rebels agreed on a truce in the town" the town takes no part; in "aid for the town" it does.
    """
    sides = Counter(c.field for c in claims if isinstance(c.value, ActorValue) and c.span not in lands)
    alone = (sides["participant"] == 1, sides["perpetrator"] > 0 and not sides["target"])
    seen = {(c.field, c.span) for c in claims}

    def told(claim: Claim) -> Claim | None:
        if claim.span not in lands or claim.field not in ("target", "participant") or alone[claim.field == "target"]:
            return claim
        if ("place", claim.span) in seen:
            return None
        return replace(claim, field="place", value=lands[claim.span])

    return [found for claim in claims if (found := told(claim)) is not None]


def _without_bare_pronouns(claims: Sequence[Claim]) -> list[Claim]:
    """Without "they" and "the group" that nothing explains, where the event names a party in the same field."""

    def bare(claim: Claim) -> bool:
        value = claim.value
        if not isinstance(value, ActorValue) or value.actor is not None:
            return False
        unnamed = {"perpetrator": _SOME_GROUP, "target": _THE_GROUP}.get(claim.field, _BARE)
        return bool(unnamed.fullmatch(value.name) or _BARE.fullmatch(value.name))

    unexplained = {c.id for c in claims if bare(c)}
    if not unexplained:
        return [*claims]
    named = {c.field for c in claims if isinstance(c.value, ActorValue) and c.id not in unexplained}
    return [c for c in claims if not (c.id in unexplained and c.field in named)]


def _not_their_own(claims: Sequence[Claim], text: str) -> list[Claim]:
    """With the words alone for whom a party struck, if but a "their" makes them its own: "one of their drivers"."""
    doers = {c.value.actor for c in claims if c.field == "perpetrator" and isinstance(c.value, ActorValue)} - {None}

    def told(claim: Claim) -> Claim:
        value, their = claim.value, _THEIR.match(text, claim.span.start, claim.span.end)
        if not isinstance(value, ActorValue) or value.actor not in doers or not their:
            return claim
        return replace(claim, value=ActorValue(None, text[their.end() : claim.span.end], None, value.country))

    return [told(claim) if doers and claim.field == "target" else claim for claim in claims]


def _without_rivals(claims: Sequence[Claim]) -> list[Claim]:
    """Without a doer far less sure than one whom another telling names.

    What a source says of it stays, and a known party gives way to no "people".
    """

    def known(claim: Claim) -> bool:
        return isinstance(claim.value, ActorValue) and claim.value.actor is not None

    doers = [c for c in claims if c.field == "perpetrator"]
    if len(doers) < 2:
        return [*claims]
    best = {one: max((c.confidence for c in doers if known(c) or not one), default=0) for one in (True, False)}
    weak = {c.id for c in doers if c.confidence < RIVALS["agent"] * best[known(c)] and c.said_by is None}
    return [c for c in claims if c.id not in weak]


def without_the_spared(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims without a target of whom none came to harm: "no civilians were hurt"; "none of them" were aimed at."""
    none = [c.span for c in claims if isinstance(c.value, TollValue) and c.value.high == 0]
    spared = [span for span in none if span.of(text).lower().startswith("no ")]
    return [c for c in claims if c.field != "target" or not any(span.holds(c.span) for span in spared)]
