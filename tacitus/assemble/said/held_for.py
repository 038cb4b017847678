"""Whom somebody says to be responsible: "the general said that the Front was behind it" is the general's accusation.

In: the events of one report, its parties and who says what. Out: the same; such words are an accusation by who says
them, whether the reader saw no act in them or took them for a claim. One thing to know: only a state's people and the
unarmed accuse so; a caller who says that a group was behind it speaks for the group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tacitus.records.acled import STATE, UNARMED
from tacitus.records.event import Claim, Event, Said
from tacitus.records.ontology import load
from tacitus.records.report import content_id
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue

_HELD = re.compile(
    r"\s+(?:was|were|is|are|had been|has been|have been|bore|bears)\s+(?:(?:also|directly|likely|probably|clearly)\s+)?"
    r"(?P<held>responsible|responsibility|to blame|behind)\b"
    r"(?=\s*[.,;]|\s+(?:for\s+)?(?:it|this|them|(?:the|this|that|both|these)\s+(?:[\w-]+\s+)?(?:attack|assault|bombing|"
    r"blast|explosion|ambush|raid|killing|murder|massacre|shooting|shelling|incident|bomb|violence|kidnapping|abduction)s?)\b)"
)
#: "Denied that the rebels were", "asked whether they were".
_DOUBTED = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|doubt\w*|whether|if|not|never|no|rul(?:e[sd]?|ing) out|unclear|dismiss\w*|reject\w*|"
    r"suggest\w*|once|previously)\b|n['’]t\b",
    re.I,
)
_ACCUSERS = STATE | UNARMED | {"person", "police", "politician", "party"}
_ACTS = ("accusation", "responsibility_claim")
#: How far before it the deed may be told, in characters; what such words are believed.
_NEAR, _BELIEVED = 400, 0.6
_CLAUSE = 120  # characters before the party
_FULL_STOP = re.compile(r"[.!?][\"”’')]*\s|\n")


def with_the_held(
    text: str, events: Sequence[Event], actors: Mapping[Span, ActorValue], source_of: Callable[[Span], Said | None]
) -> list[Event]:
    """The events, with what is said of who was responsible as an accusation."""
    if not any(word in text for word in ("responsib", "behind", "to blame")):
        return [*events]
    found = [*events]
    for party, value in sorted(actors.items()):
        held, said = _HELD.match(text, party.end), source_of(party)
        if held is None or said is None or not _accuses(said, party, value) or _is_doubted(text, party):
            continue
        cue = Span(*held.span("held"))
        acts = [e for e in found if e.type in _ACTS and _of_this(text, e, said, cue)]
        if any(e.type == "accusation" for e in acts):
            continue
        if acts:
            found[found.index(acts[0])] = _accusing(acts[0], said, party, value)
        elif deed := _deed(text, found, party, cue):
            act = Event(
                content_id(deed.id, "accusation", str(cue.start)), "accusation", "actual", _BELIEVED, cue, (cue,), ()
            )
            mention = max((m for m in deed.mentions if m.start <= cue.end), default=deed.trigger)
            found.append(_accusing(act, said, party, value, deed=(deed, mention)))
    return sorted(found, key=lambda e: e.mentions[0])


def _accuses(said: Said, party: Span, value: ActorValue) -> bool:
    """Whether the source is another than the party, and none who may speak for it."""
    actor = said.actor
    if actor is None or said.span.overlaps(party) or actor.kind not in _ACCUSERS:
        return False
    return (actor.actor or actor.name) != (value.actor or value.name) and (actor.kind != "person" or bool(actor.actor))


def _is_doubted(text: str, party: Span) -> bool:
    """Whether words before it in its sentence deny it or leave it open."""
    near = max(0, party.start - _CLAUSE)
    stops = [m.end() for m in _FULL_STOP.finditer(text, near, party.start)]
    return _DOUBTED.search(text, stops[-1] if stops else near, party.start) is not None


def _of_this(text: str, act: Event, said: Said, cue: Span) -> bool:
    """Whether an act was read in these words: by the same source, in the same sentence."""
    first, second = sorted((act.trigger, cue))
    same = first.overlaps(second) or not _FULL_STOP.search(text, first.end, second.start)
    return (
        same
        and act.realis == "actual"
        and (act.trigger.overlaps(cue) or any(s.span.overlaps(said.span) for s in act.of("speaker")))
    )


def _accusing(act: Event, said: Said, party: Span, value: ActorValue, deed: tuple[Event, Span] | None = None) -> Event:
    assert said.actor is not None  # noqa: S101 - who accuses is known
    sure = act.confidence
    claims = [
        Claim(content_id(act.id, field, str(span.start), str(span.end)), field, who, span, None, "asserted", sure)
        for field, who, span in (("speaker", said.actor, said.span), ("addressee", value, party))
    ]
    if deed:
        told, mention = deed
        id_ = content_id(act.id, "content", str(mention.start), str(mention.end))
        claims.append(Claim(id_, "content", ContentValue(event=told.id), mention, said, "asserted", sure))
    claims += [c for c in act.claims if c.field not in ("speaker", "addressee")]
    return replace(act, type="accusation", claims=tuple(sorted(claims, key=lambda c: (c.span, c.field))))


def _deed(text: str, events: Sequence[Event], party: Span, cue: Span) -> Event | None:
    """The violence last told before these words, or named right behind them."""
    deeds = [
        e
        for e in events
        if e.realis == "actual" and load()[e.type].family == "violence" and e.type != "weapons_disrupted"
    ]
    named = [
        e
        for e in deeds
        if any(cue.end <= m.start < cue.end + 40 and not _FULL_STOP.search(text, cue.end, m.start) for m in e.mentions)
    ]
    if named:
        return named[0]
    before = [(m, e) for e in deeds for m in e.mentions if party.start - _NEAR < m.end <= party.start]
    return max(before, key=lambda pair: pair[0])[1] if before else None
