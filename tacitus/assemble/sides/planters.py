"""Whose weapon it was that did no harm: "a mine laid by rebels was defused" is a blow against them.

In: the tellings of a report. Out: the same, those of a disrupted weapon with whoever planted, hid or launched it as
target beside the weapon. One thing to know: the words must join him to the weapon, in its own clause or at the head of
one of the next two sentences ("The mine was reportedly planted by the rebels").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tacitus.assemble.grouping.tellings import BY_GRAMMAR, Telling
from tacitus.records.markup import Markup, Mention
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
_PLACED_BY = re.compile(rf"\b(?:{_PLACED}\s+by|belonging\s+to)\s+{_WHO}$", re.I)
_ALLEGED = re.compile(
    r"\b(?:allegedly|reportedly|suspected|believed|thought|alleged|presumed|said|apparently|supposedly|purportedly)\b",
    re.I,
)
_NEAR = 60  # characters of "planted by the"
_HEDGED = 30  # and of "suspected to have been" before them
_NEXT = 2  # sentences


def with_planters(text: str, markup: Markup, found: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings, each of a disrupted weapon with who had planted it as its target."""
    for telling in found:
        if telling.trigger.type == "weapons_disrupted":
            known = {span for role in ("agent", "target", "victim") for span in telling.spans(role)}
            planters = [m for m in _planters(text, markup, telling) if m.span not in known]
            telling.roles["target"] += [(m, BY_GRAMMAR) for m in dict.fromkeys(planters)]
    return found


def planted_as_told(text: str, party: Span) -> bool:
    """Whether words only say with a doubt that a party planted a weapon: "suspected to have been laid by"."""
    by = _PLACED_BY.search(text, max(0, party.start - _NEAR), party.start)
    return by is not None and _ALLEGED.search(text, max(0, by.start() - _HEDGED), party.end) is not None


def _planters(text: str, markup: Markup, telling: Telling) -> Iterator[Mention]:
    weapons = [*telling.spans("target"), *telling.spans("weapon")]
    own = markup.sentences[telling.sentence]
    after = markup.sentences[telling.sentence + 1 : telling.sentence + 1 + _NEXT]
    for mention in markup.mentions:
        party = mention.span
        if mention.kind != "actor" or party in weapons:
            continue
        if own.holds(party):
            told = any(_planted(text, weapon, party) for weapon in weapons)
        else:
            told = any(s.holds(party) and _AGAIN.fullmatch(text, s.start, party.start) for s in after)
        if told:
            yield mention


def _planted(text: str, weapon: Span, party: Span) -> bool:
    if party.end <= weapon.start:
        return _HIS.fullmatch(text, party.end, weapon.start) is not None
    if _BY.fullmatch(text, weapon.end, party.start):
        return True
    return bool(_THAT.fullmatch(text, weapon.end, party.start) and _HAD_PLACED.match(text, party.end))
