"""Whose weapon it was that did no harm: "a mine laid by rebels was defused" is a blow at them and a deed of theirs.

In: the tellings of a report. Out: the same, those of a disrupted weapon with whoever planted, hid or launched it as
target beside the weapon, and who planted an explosive as doer of a bombing. One thing to know: the words must join him
to the weapon, in its own clause or at the head of one of the next two sentences ("The mine was reportedly planted by
the rebels").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tacitus.assemble.grouping.tellings import BY_GRAMMAR, Telling
from tacitus.records.markup import Markup, Mention, Trigger
from tacitus.records.span import Span

_PLACED = (
    r"(?:planted|laid|placed|buried|hidden|concealed|installed|set|left(?: behind)?|stashed|dumped|stored|abandoned|"
    r"rigged|attached|emplaced|launched|fired|flown|operated)"
)
_HEDGES = (
    r"(?:(?:[a-z]+ly|suspected|believed|thought|alleged|said|presumed|reported|also|just|earlier|apparently|to|have|"
    r"been|be|is|are|was|were|has|had|being)\s+){0,7}"
)
_WHO = r"(?:(?:the|an?|some|suspected|alleged|unidentified|unknown)\s+){0,2}"
#: From a weapon to who planted it: "which had allegedly been planted by the", "belonging to".
_BY = re.compile(rf",?\s+(?:(?:which|that)\s+)?{_HEDGES}(?:{_PLACED}\s+by|belonging\s+to)\s+{_WHO}", re.I)
#: From a weapon to who is the subject of a clause on it: "that the rebels had planted".
_THAT = re.compile(r",?\s+(?:which|that)\s+(?:the\s+)?", re.I)
_HAD_PLACED = re.compile(rf"\s+{_HEDGES}{_PLACED}\b", re.I)
#: From who planted a weapon to the weapon.
_HIS = re.compile(rf"\s+{_HEDGES}{_PLACED}\s+(?:(?:the|this|that|these|an?|two|three|several)\s+)?", re.I)
#: The beginning of a sentence on the same weapon.
_AGAIN = re.compile(
    rf"\s*(?:(?:the|this|that|these|both)\s+(?:[\w-]+\s+){{0,2}}?(?:bombs?|mines?|landmines?|devices?|explosives?|IEDs?|"
    rf"charges?|grenades?|shells?|rockets?)|it|they)\s+(?:was|were|had|has|have|is|are)\s+{_HEDGES}{_PLACED}\s+by\s+{_WHO}",
    re.I,
)
#: What an explosive is put somewhere with, and what is one. What is hidden or stored is not yet meant for anybody.
_PLANTED = re.compile(r"\b(?:planted|laid|placed|buried|installed|rigged|attached|emplaced|left(?! behind\b))\b", re.I)
_EXPLOSIVE = re.compile(
    r"\b(?:(?:land|car)?[ -]?(?:mines?|bombs?)|IEDs?|explosives?|devices?|charges?|booby[ -]?traps?)\b", re.I
)
_PLACED_BY = re.compile(rf"\b(?:{_PLACED}\s+by|belonging\s+to)\s+{_WHO}$", re.I)
_ALLEGED = re.compile(
    r"\b(?:allegedly|reportedly|suspected|believed|thought|alleged|presumed|said|apparently|supposedly|purportedly)\b",
    re.I,
)
_NEAR = 60  # characters of "planted by the"
_HEDGED = 30  # and of "suspected to have been" before them
_NEXT = 2  # sentences


class _Planter(NamedTuple):
    """Who put a weapon where it was found, the weapon, and the words between the two."""

    party: Mention
    weapon: Mention | Trigger
    words: Span


def with_planters(text: str, markup: Markup, found: Sequence[Telling]) -> list[Telling]:
    """The tellings, each of a disrupted weapon with who had planted it as its target, and those of the planting."""
    planted: dict[Span, Telling] = {}
    for telling in found:
        if telling.trigger.type not in ("weapons_disrupted", "accidental_explosion"):
            continue
        planters = list(_planters(text, markup, telling))
        if telling.trigger.type == "weapons_disrupted":
            known = {span for role in ("agent", "target", "victim") for span in telling.spans(role)}
            new = dict.fromkeys(p.party for p in planters if p.party.span not in known)
            telling.roles["target"] += [(party, BY_GRAMMAR) for party in new]
        for planter in planters:
            if told := _planting(text, markup, telling, planter):
                planted.setdefault(told.trigger.span, told)
    return [*found, *(t for span, t in planted.items() if not any(o.trigger.span.overlaps(span) for o in found))]


def planted_as_told(text: str, party: Span) -> bool:
    """Whether words only say with a doubt that a party planted a weapon: "suspected to have been laid by"."""
    by = _PLACED_BY.search(text, max(0, party.start - _NEAR), party.start)
    return by is not None and _ALLEGED.search(text, max(0, by.start() - _HEDGED), party.end) is not None


def _planting(text: str, markup: Markup, telling: Telling, planter: _Planter) -> Telling | None:
    """That an explosive was planted where it was found; None of what was hidden, launched or is no explosive."""
    verb = _PLANTED.search(text, planter.words.start, planter.words.end)
    if verb is None or not _EXPLOSIVE.search(planter.weapon.span.of(text)):
        return None
    deed = Span(*verb.span())
    score = min(telling.trigger.score, BY_GRAMMAR)
    trigger = Trigger(deed, "bombing", telling.trigger.realis, score, score)
    told = Telling(trigger, next(n for n, s in enumerate(markup.sentences) if s.holds(deed)))
    told.roles["agent"].append((planter.party, BY_GRAMMAR))
    told.roles["weapon"].append((planter.weapon, BY_GRAMMAR))
    told.roles["place"] += telling.roles.get("place", ())
    return told


def _planters(text: str, markup: Markup, telling: Telling) -> Iterator[_Planter]:
    weapons = [tail for role in ("target", "weapon") for tail, _ in telling.roles.get(role, ())]
    own = markup.sentences[telling.sentence]
    after = markup.sentences[telling.sentence + 1 : telling.sentence + 1 + _NEXT]
    for party in markup.mentions:
        if party.kind != "actor" or any(party.span == weapon.span for weapon in weapons):
            continue
        if own.holds(party.span):
            told = ((w, words) for w in weapons if (words := _planted(text, w.span, party.span)))
        else:
            again = (s for s in after if s.holds(party.span) and _AGAIN.fullmatch(text, s.start, party.span.start))
            told = ((w, Span(s.start, party.span.start)) for s in again for w in weapons)
        if joined := next(told, None):
            yield _Planter(party, *joined)


def _planted(text: str, weapon: Span, party: Span) -> Span | None:
    """The words that tell that a party planted a weapon; None where none do."""
    if party.end <= weapon.start:
        return Span(party.end, weapon.start) if _HIS.fullmatch(text, party.end, weapon.start) else None
    if _BY.fullmatch(text, weapon.end, party.start):
        return Span(weapon.end, party.start)
    had = _THAT.fullmatch(text, weapon.end, party.start) and _HAD_PLACED.match(text, party.end)
    return Span(*had.span()) if had else None
