"""What a denial denies that names nothing: "Belgrade denied it", "dismissed the charge", "denied any role".

In: the events of one report. Out: the same; such a denial has as its content what the last accusation before it speaks
of, or else the last deed that was told. One thing to know: only a denial right behind it, with words that point back
and none of its own for a deed, gets one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.records.event import Claim, Event
from tacitus.records.ontology import load
from tacitus.records.report import content_id
from tacitus.records.value import ContentValue

#: What is denied, told by a word that points back, up to where the clause ends or goes on about something else.
_BACK = re.compile(
    r"\s+(?:(?:on|late|early)\s+\w+day\s+)?(?:(?:it|this|that|them)(?=\s*[.,;:]|\s+(?:on|in|as|and|but|to|at|saying|through|"
    r"via|later|yesterday|outright)\b)|"
    r"(?:(?:the|these|those|this|that|all|any|such|its|his|their|both)\s+){1,2}(?:[\w’'-]+\s+)?(?:charges?|claims?|"
    r"allegations?|accusations?|reports?|rumou?rs|suggestions?|assertions?)(?!\s+(?:that|of|by|about|from|over|made)\b)|"
    r"(?:(?:any|all|having|playing|having played|a|its|his|their)\s+){0,3}(?:responsibility|involvement|complicity|"
    r"role|part|hand|knowledge|wrongdoing|blame)\b(?!\s+(?:in|of|for|with)\s+(?:an?|any)\b)|"
    r"(?:(?:losing|suffering|having lost|taking)\s+)(?:any|a single)\b|"
    r"that\s+(?:any|a single|its|their)\s+(?:[\w-]+\s+){1,3}(?:was|were|had been)\s+(?:lost|killed|hit|hurt|harmed|"
    r"shot down|downed|captured|destroyed|sunk))",
    re.I,
)
#: "A charge Belgrade denied", "which the ministry denied".
_BEHIND = re.compile(
    r",\s+(?:an?\s+(?:[\w-]+\s+)?(?:charge|claim|allegation|accusation|report)|something|which|all of which)"
    r"\s+[^.;,\n]{2,60}$"
)
#: How far before it what is denied may be told; characters and full stops.
_FAR, _STOPS = 420, 3
_FULL_STOP = re.compile(r"[.!?][\"”’')]*\s|\n")
_DEEDS = ("violence", "coercion")
_BELIEVED = 0.7  # of the denial's own confidence


def with_what_is_denied(text: str, events: Sequence[Event]) -> list[Event]:
    """The events, those denials with a content that told none and point back to it."""
    return [_pointing_back(text, e, events) if _tells_nothing(e) else e for e in events]


def _tells_nothing(act: Event) -> bool:
    return act.type == "denial" and act.realis in ("actual", "historical") and not act.of("content")


def _pointing_back(text: str, act: Event, events: Sequence[Event]) -> Event:
    behind = _BEHIND.search(text, max(0, act.trigger.start - 100), act.trigger.start)
    if not behind and not _BACK.match(text, act.trigger.end):
        return act
    charge = _last(text, act, [e for e in events if e.type == "accusation"])
    told = [c.value.event for c in charge.of("content") if isinstance(c.value, ContentValue)] if charge else []
    deed = next((e for e in events if e.id in told), None)
    if deed is None:
        deeds = (e for e in events if load()[e.type].family in _DEEDS and e.realis in ("actual", "historical"))
        deed = _last(text, act, [e for e in deeds if charge is None or _end(e, act) > charge.trigger.start])
    if deed is None:
        return act
    mention = max((m for m in deed.mentions if m.end <= act.trigger.start), default=deed.trigger)
    id_ = content_id(act.id, "content", str(mention.start), str(mention.end))
    sure = round(act.confidence * _BELIEVED, 3)
    claim = Claim(id_, "content", ContentValue(event=deed.id), mention, None, "asserted", sure)
    return replace(act, claims=tuple(sorted((*act.claims, claim), key=lambda c: (c.span, c.field))))


def _end(event: Event, act: Event) -> int:
    """Where the last words for an event before the denial end."""
    return max((m.end for m in event.mentions if m.end <= act.trigger.start), default=-1)


def _last(text: str, act: Event, events: Sequence[Event]) -> Event | None:
    """The event told last before the denial, if that is near."""
    last = max(events, key=lambda e: _end(e, act), default=None)
    end = _end(last, act) if last else -1
    if end < max(0, act.trigger.start - _FAR):
        return None
    return last if len(_FULL_STOP.findall(text, end, act.trigger.start)) <= _STOPS else None
