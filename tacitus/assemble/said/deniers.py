"""Who denies a deed denies it for his side: "its gunners" and the army, not the spokesman; and whose death is denied.

In: the events of one report. Out: the same; where a spokesman's own men are named as those who did not do it, he is not
named beside them, else his side is; who by his words was not killed or hit is a denied target. One thing to know: an
officer who denies what "he" did denies it of himself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.records.event import Claim, Event
from tacitus.records.span import Span
from tacitus.records.value import TOLL_FIELDS, ActorValue, ContentValue

_OWN = re.compile(r"(?:its|his|her|their|our|my)\s", re.I)
_OF_HIMSELF = re.compile(r"\b(?:he|him|himself|she|herself|I|me|myself)\b")
#: "An army spokesman": who speaks for it, behind its name.
_FOR_IT = re.compile(r"(?P<side>\S.*?)\s+(?:spokes(?:man|woman|person|people)|officials?|sources?|officers?)", re.I)
_FOR_HIM = re.compile(r"\b(?:spokes(?:man|woman|person)|official|source|officer|leader|chief|chairman)\b", re.I)
_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person)\b", re.I)
_RANK = re.compile(
    r"\b(?:General|Gen|Colonel|Col|Major|Maj|Captain|Capt|Brigadier|Brig|Admiral|Lieutenant|Lt|Marshal)\b"
)
#: "Denied reports that children were", right before "killed".
_WERE = re.compile(
    r"(?:\s+(?:(?:the|all|any|these|such|media)\s+){0,2}(?:reports?|claims?|allegations?|accusations?|suggestions?))?"
    r"\s+(?:that\s+)?(?:(?!(?:and|but|by|that|who|which|its|their|his|her|our)\b)[\w’'-]+\s+){1,6}?(?:was|were|(?:had|has|have)\s+been)\s+"
    r"(?:[a-z]+ly\s+)?"
)
_BY = re.compile(r"[^.;,\n]{0,60}?\bby\b")
_CLAUSE = 160  # characters behind a denial that are his words


def with_deniers_sides(text: str, events: Sequence[Event]) -> list[Event]:
    """The events, what a denial denies told of the denier's side."""
    denials = [e for e in events if e.type == "denial" and e.realis in ("actual", "historical")]
    if not denials:
        return [*events]
    return [_mended(text, event, denials) if event.type != "denial" else event for event in events]


def _mended(text: str, event: Event, denials: Sequence[Event]) -> Event:
    denied = [c for c in event.of("perpetrator") if c.stance == "denied"]
    unharmed = [s for act in denials for c in act.of("content") if _of(c, event) and (s := _not_done(text, act, c))]
    own = [c for c in denied if _OWN.match(text, c.span.start)]
    owned_up = [c for c in event.of("perpetrator") if c not in denied]

    def told(claim: Claim) -> Claim | None:
        if claim.field == "target" or claim.field in TOLL_FIELDS:
            return replace(claim, stance="denied") if any(s.holds(claim.span) for s in unharmed) else claim
        act = next((d for d in denials if claim in denied and _says(d, claim)), None)
        if act is None:
            return claim
        if any(c.span != claim.span and _tells_more(text, c, claim) for c in own):
            return None
        if unharmed and any(_country(c) == _country(claim) is not None for c in owned_up):
            return None  # what his side owns up to he does not deny, but that it hit those
        return _of_his_side(text, claim, act)

    return replace(event, claims=tuple(c for claim in event.claims if (c := told(claim)) is not None))


def _tells_more(text: str, own: Claim, denier: Claim) -> bool:
    """Whether a denier's own men say more of who did not do it than a spokesman or an official of no known side."""
    value = denier.value
    if own.said_by is None or not own.said_by.span.overlaps(denier.span) or not isinstance(value, ActorValue):
        return False
    return value.kind == "person" or (value.actor is None and bool(_FOR_HIM.search(denier.span.of(text))))


def _country(claim: Claim) -> str | None:
    return claim.value.country if isinstance(claim.value, ActorValue) else None


def _of(content: Claim, event: Event) -> bool:
    return isinstance(content.value, ContentValue) and content.value.event == event.id


def _says(act: Event, claim: Claim) -> bool:
    return any(s.span.overlaps(claim.span) for s in act.of("speaker"))


def _not_done(text: str, act: Event, content: Claim) -> Span | None:
    """The words for those of whom a denial says that it was not done to them: "denied that children were killed"."""
    start, deed = act.trigger.end, content.span
    if deed.start < start or not _WERE.fullmatch(text, start, deed.start) or _BY.match(text, deed.end):
        return None
    return Span(start, deed.start)


def _of_his_side(text: str, claim: Claim, act: Event) -> Claim | None:
    """The claim with the side for which a denier speaks; without one, nobody for a spokesman of no known side."""
    value = claim.value
    if not isinstance(value, ActorValue) or _OF_HIMSELF.search(text, act.trigger.end, act.trigger.end + _CLAUSE):
        return claim
    if value.kind != "person":
        found = _FOR_IT.fullmatch(value.name) if value.actor is None else None
        return replace(claim, value=replace(value, name=found["side"])) if found else claim
    words = claim.span.of(text)
    if _RANK.search(words):
        return replace(claim, value=ActorValue(None, "military", "military", value.country))
    return None if _SPOKESMAN.search(words) else claim
