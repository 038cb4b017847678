"""Verbal acts that are read as one party's and are another's: who is "responsible, the army said" claims nothing.

In: the events of one report. Out: the same; what somebody else says of a party's responsibility is his accusation, and
whoever's claims are called false is no denier. One thing to know: the other is the source that the words have already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.records.event import Claim, Event, Said
from tacitus.records.report import content_id
from tacitus.records.value import ActorValue

_HELD = re.compile(r"\bresponsib|\bblame\b|\bbehind\b", re.I)
_TAKES = re.compile(r"\b(?:claim|admit|tak|took|assum|accept|acknowledg|confess)", re.I)
_OUR = re.compile(r"(?:one of |some of |all )?(?:our|my) ", re.I)
#: "The rebels' claims of an attack": whose claims are denied denies nothing.
_OWNS = re.compile(
    r"(?:['’]s?)? (?:[\w-]+ )?(?:claims?|allegations?|accusations?|reports?|assertions?|charges?)\b", re.I
)
_NEAR = 20  # characters before the trigger in which "took" or "claimed" may stand


def spoken_for(text: str, events: Sequence[Event]) -> list[Event]:
    """The events, those verbal acts mended that somebody else tells of a party."""
    mended = [_MENDS[e.type](text, e) if e.type in _MENDS else e for e in events]
    low = text.lower()
    return [_ours(text, e) for e in mended] if "our " in low or "my " in low else mended


def _ours(text: str, event: Event) -> Event:
    """ "They shelled our troops, the ministry in Baku said": a speaker's own are of no other country than he."""

    def own(claim: Claim) -> Claim:
        value, said_by = claim.value, claim.said_by.actor if claim.said_by else None
        if not isinstance(value, ActorValue) or value.actor or not said_by or not _OUR.match(text, claim.span.start):
            return claim
        known = said_by.country is not None and value.country is not None
        return replace(claim, value=replace(value, country=said_by.country)) if known else claim

    return replace(event, claims=tuple(own(c) for c in event.claims))


def _blamed(text: str, act: Event) -> Event:
    """ "Hamas bears responsibility, the army said": the army accuses Hamas."""
    speakers = act.of("speaker")
    words = text[max(0, act.trigger.start - _NEAR) : act.trigger.end]
    if act.realis != "actual" or not _HELD.search(words) or _TAKES.search(words):
        return act
    accusers = [teller for c in speakers if (teller := _other_teller(c))]
    if not accusers or len(accusers) < len(speakers):
        return act
    blamed = [
        replace(c, id=content_id(act.id, "addressee", str(c.span.start), str(c.span.end)), field="addressee")
        for c in speakers
    ]
    rest = [c for c in act.claims if c.field not in ("speaker", "addressee")]
    return _said(replace(act, type="accusation"), accusers[0], speakers[0], [*blamed, *rest])


def _called_false(text: str, act: Event) -> Event:
    """ "Armenia's claims are false, the ministry said": the ministry denies, and not Armenia."""
    owners = [c for c in act.of("speaker") if _OWNS.match(text, c.span.end)]
    deniers = [teller for c in owners if (teller := _other_teller(c))]
    if not deniers or len(deniers) < len(owners):
        return act
    rest = [c for c in act.claims if c not in owners]
    if any(c.field == "speaker" for c in rest):
        return replace(act, claims=tuple(rest))
    return _said(act, deniers[0], owners[0], rest)


def _said(act: Event, teller: Said, like: Claim, others: Sequence[Claim]) -> Event:
    """The act with the teller as its speaker, as sure as a claim is."""
    id_ = content_id(act.id, "speaker", str(teller.span.start), str(teller.span.end))
    speaker = replace(like, id=id_, value=teller.actor or like.value, span=teller.span, said_by=None)
    return replace(act, claims=tuple(sorted([speaker, *others], key=lambda c: (c.span, c.field))))


def _other_teller(claim: Claim) -> Said | None:
    """Who else is the source of what is told of a speaker."""
    said_by = claim.said_by
    if said_by is None or said_by.actor is None or said_by.actor == claim.value:
        return None
    return None if said_by.span.overlaps(claim.span) else said_by


_MENDS = {"responsibility_claim": _blamed, "denial": _called_false}
