"""Whose deed it is, where one sentence tells two: "shot down drones launched from Lom", "shot during a march by".

In: the tellings of a report. Out: the same; a deed told behind what undoes it ("freed cooks kidnapped in Lom") has not
its doer, nor the marchers', nor what the denier of another deed says instead ("denied that jets had hit it, saying the
nine died in a shelling by the rebels"). One thing to know: only what the grammar tells is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.ontology import Ontology
from tacitus.records.span import Span

#: Who does these has not done what they undo.
_UNDOING = frozenset({"weapons_disrupted", "release", "seizure"})
#: "Drones launched from Lom", and not "drones launched by rebels".
_PARTICIPLE = re.compile(r"(?:\w+ed|\w+en|shot|hit|struck|laid|hung|taken|held|sent|hidden)", re.I)
_PLACED = re.compile(
    r"\s+(?:from|in|at|on|near|along|under|inside|outside|earlier|last|overnight|yesterday|during|since)\b"
)
_OBJECTS = ("target", "victim", "weapon", "toll", "place")
#: "A march by", "a visit by the".
_BY = re.compile(r"\s+(?:by|of)\s+(?:(?:the|an?|some|several)\s+)*")
_DURING = re.compile(r"\b(?:during|amid|after|at|in|before|following)\s+(?:(?:the|an?)\s+)?(?:[\w-]+\s+){0,2}$")
_PEACEFUL = frozenset({"protest", "diplomacy", "de-escalation"})
_VIOLENT = ("violence", "coercion")
#: What a denier tells instead of what he denies.
_INSTEAD = re.compile(
    r"(?:,?\s+(?:saying|insisting|claiming|adding|maintaining|arguing|alleging|stating)|"
    r"\s+(?:and|but)\s+(?:said|says|insisted|claimed|maintained|blamed|accused))\b"
)


def of_their_own(
    text: str, sentences: Sequence[Span], found: Sequence[Telling], ontology: Ontology
) -> Sequence[Telling]:
    """The tellings without the doers of another deed of the sentence."""
    together: dict[int, list[Telling]] = defaultdict(list)
    for telling in found:
        together[telling.sentence].append(telling)
    for sentence, here in together.items():
        if len(here) < 2:
            continue
        for deed in here:
            if ontology[deed.trigger.type].family in _VIOLENT:
                gone = {*_of_who_undid_it(text, deed, here), *_of_a_crowd(text, deed, here, ontology)}
                _without(deed, ("agent",), gone)
        _parted_by_a_denial(text, sentences[sentence], here)
    return found


def _of_who_undid_it(text: str, deed: Telling, here: Sequence[Telling]) -> Iterable[Span]:
    """The doers who shot down what was launched, or freed who was kidnapped."""
    own = deed.trigger.span
    if not _PARTICIPLE.fullmatch(own.of(text)) or not _PLACED.match(text, own.end):
        return
    for other in here:
        undone = other.trigger.span
        if other.trigger.type not in _UNDOING or undone.end > own.start:
            continue
        objects = {s for role in _OBJECTS for telling in (other, deed) for s in telling.spans(role)}
        if any(undone.end <= s.start and text[s.end : own.start].isspace() for s in objects):
            yield from (s for s in deed.spans("agent") if s.end <= undone.start)


def _of_a_crowd(text: str, deed: Telling, here: Sequence[Telling], ontology: Ontology) -> Iterable[Span]:
    """The doers behind "during a march by", who marched."""
    for other in here:
        event = other.trigger.span
        if ontology[other.trigger.type].family not in _PEACEFUL or event.start < deed.trigger.span.end:
            continue
        if _DURING.search(text, deed.trigger.span.end, event.start):
            yield from (s for s in deed.spans("agent") if _BY.fullmatch(text, event.end, max(event.end, s.start)))


def _parted_by_a_denial(text: str, sentence: Span, here: Sequence[Telling]) -> None:
    """Part what is denied from what the denier tells instead: doers before it, counts behind it."""
    denied = [t for t in here if t.trigger.realis == "denied"]
    for act in (t for t in here if t.trigger.type == "denial"):
        deeds = [t for t in denied if t.trigger.span.start >= act.trigger.span.end]
        last = max((t.trigger.span.end for t in deeds), default=None)
        instead = _INSTEAD.search(text, last, sentence.end) if last is not None else None
        if instead is None:
            continue
        for deed in deeds:
            behind = {s for role in ("toll", "victim", "time") for s in deed.spans(role) if s.start >= instead.start()}
            _without(deed, ("toll", "victim", "time"), behind)
        doers = {s for deed in deeds for s in deed.spans("agent")}
        for other in here:
            if other.trigger.span.start >= instead.end():
                _without(other, ("agent",), {s for s in doers if s.end <= instead.start()})


def _without(telling: Telling, roles: Iterable[str], gone: Iterable[Span]) -> None:
    gone = set(gone)
    for role in roles if gone else ():
        telling.roles[role] = [part for part in telling.roles.get(role, ()) if part[0].span not in gone]
