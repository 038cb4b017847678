"""Which deed a claim of responsibility, a blame or a denial speaks of, where two are told.

In: the events of one report. Out: the same, without contents that the act's own words speak against ("claimed the
blasts" is no claim of a kidnapping), and a claim without any with the deed last told before it. One thing to know:
words that fit every deed ("the attack") speak against none; only another kind, place or day does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tacitus.assemble.grouping.happenings import KIN
from tacitus.assemble.settle import finest
from tacitus.records.acled import STATE
from tacitus.records.event import Claim, Event
from tacitus.records.ontology import load
from tacitus.records.report import content_id
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue, PlaceValue, TimeValue

_ACTS = frozenset({"responsibility_claim", "accusation", "denial"})
#: From the act to the deed that its own words name: "responsibility for Monday's", "the rebels of planting".
_OBJECT = re.compile(r"(?:\s+(?!(?:and|but|who|which|that|while|after|as)\b)[\w'’-]+){0,9}\s+")
#: "Accused the police of assaulting and kidnapping clerks".
_AND = re.compile(r"[^.;:]{0,60}(?:,|\b(?:and|or)\b)[^.;:]{0,30}")
_ANY_DEED = re.compile(
    r"(?:attack|assault|incident|action|operation|deed|act|violence|crime|massacre|killing|murder|death)s?|"
    r"(?:killed|attacked|murdered|carried out|did it|behind)",
    re.I,
)
#: "Claimed responsibility in a call", "took credit for it".
_BARE = re.compile(r"(?:claim|took|take|taken|assum|accept|admit)\w*\s+(?:full\s+)?(?:responsibility|credit)", re.I)
_OF_IT = re.compile(
    r"(?:\s+for\s+(?:it|this|that|them|both|(?:the|this|that|these)\s+(?:attack|assault|incident|action|operation|deed)s?)\b)?"
    r"(?!\s+(?:for|of)\b)",
    re.I,
)
#: "Accused the general of a massacre": of what, right behind whom.
_CHARGE = re.compile(
    r"\s+of\s+(?P<charge>[^.,;:\n\"”]{3,120}?)(?=\s*[.,;:\n\"”]|\s+(?:and|but)\s|\s+on\s+[A-Z]\w+day\b)"
)
_ACCUSE = re.compile(r"accus(?:ed|es?|ing)", re.I)
#: How far before a bare claim the deed may be told, in characters; and what the claim is then believed.
NEAR, BELIEVED = 400, 0.6


def with_contents(text: str, events: Sequence[Event]) -> list[Event]:
    """The events, their verbal acts with the contents that the words allow."""
    by_id = {event.id: event for event in events}
    return [_mended(text, event, by_id) if event.type in _ACTS else event for event in events]


def _mended(text: str, act: Event, by_id: Mapping[str, Event]) -> Event:
    contents = {c: by_id[id_] for c in act.of("content") if (id_ := _event_of(c)) in by_id}
    own = [c for c in contents if c.span.start >= act.trigger.end and _is_object(text, act, c)]
    if own:
        named = contents[own[0]]
        rest = [c for c in contents if c not in own and not _AND.fullmatch(text, own[0].span.end, c.span.start)]
        others = [c for c in rest if _speak_against(text, own[0], named, contents[c])]
        return replace(act, claims=tuple(c for c in act.claims if c not in others)) if others else act
    return act if contents else _with_the_charge(text, _with_the_last(text, act, by_id))


def _with_the_charge(text: str, act: Event) -> Event:
    """An accusation with no content, with the words behind whom it is made to: "accused him of a massacre"."""
    if act.type != "accusation" or act.of("content") or not _ACCUSE.fullmatch(act.trigger.of(text)):
        return act
    behind = [c.span.end for c in act.of("addressee") if c.span.start > act.trigger.start]
    charge = _CHARGE.match(text, max(behind)) if behind else None
    if charge is None:
        return act
    span = Span(*charge.span("charge"))
    id_ = content_id(act.id, "content", str(span.start), str(span.end))
    sure = round(act.confidence * BELIEVED, 3)
    claim = Claim(id_, "content", ContentValue(text=span.of(text)), span, None, "asserted", sure)
    return replace(act, claims=tuple(sorted((*act.claims, claim), key=lambda c: (c.span, c.field))))


def _event_of(content: Claim) -> str:
    return (isinstance(content.value, ContentValue) and content.value.event) or ""


def _is_object(text: str, act: Event, content: Claim) -> bool:
    return _OBJECT.fullmatch(text, act.trigger.end, content.span.start) is not None


def _speak_against(text: str, words: Claim, named: Event, other: Event) -> bool:
    """Whether the deed that an act names by its own words cannot be another one."""
    if load()[named.type].family != "violence" or other.id == named.id:
        return False
    kin = named.type == other.type or any({named.type, other.type} <= kin for kin in KIN)
    if not kin and not _ANY_DEED.fullmatch(words.span.of(text)) and load()[other.type].family == "violence":
        return True
    mine, theirs = ([c.value for c in e.of("place") if isinstance(c.value, PlaceValue)] for e in (named, other))
    if mine and theirs and not any(finest((a, b)) for a in mine for b in theirs):
        return True
    days, others = (_days(e) for e in (named, other))
    return bool(days and others) and not days & others


def _days(event: Event) -> set[str]:
    times = [c.value for c in event.of("time") if isinstance(c.value, TimeValue)]
    return {t.earliest[:10] for t in times if t.earliest and t.latest and t.precision in ("day", "hour", "minute")}


def _with_the_last(text: str, act: Event, by_id: Mapping[str, Event]) -> Event:
    """A claim that names no deed, with the last one told before it that nobody else is said to have done."""
    if act.type != "responsibility_claim" or not _BARE.fullmatch(act.trigger.of(text)):
        return act
    if not _OF_IT.match(text, act.trigger.end):
        return act
    before = [
        (mention, event)
        for event in by_id.values()
        if event.realis == "actual" and load()[event.type].family == "violence" and event.type != "weapons_disrupted"
        for mention in event.mentions
        if act.trigger.start - NEAR < mention.end <= act.trigger.start
    ]
    if not before:
        return act
    mention, deed = max(before, key=lambda pair: pair[0])
    if _is_anothers(deed, act):
        return act
    id_ = content_id(act.id, "content", str(mention.start), str(mention.end))
    sure = round(min(act.confidence, deed.confidence) * BELIEVED, 3)
    stance = "denied" if act.realis == "denied" else "asserted"
    claim = Claim(id_, "content", ContentValue(event=deed.id), mention, None, stance, sure)
    return replace(act, claims=tuple(sorted((*act.claims, claim), key=lambda c: (c.span, c.field))))


def _is_anothers(deed: Event, act: Event) -> bool:
    """Whether a state's forces, or a known party that is not the claimant, are told to have done it."""
    doers = [c.value for c in deed.of("perpetrator", "participant") if isinstance(c.value, ActorValue)]
    mine = {c.value.actor or c.value.name for c in act.of("speaker") if isinstance(c.value, ActorValue)}
    return any((v.actor or v.kind in STATE) and (v.actor or v.name) not in mine for v in doers)
