"""Who attacked whom in what the reader calls a clash: "rebels ambushed the patrol" – the patrol did nothing.

In: the tellings of a clash and what their words stand for. Out: the parties that were attacked, where the words tell
who attacked. One thing to know: the reader takes both sides of a clash for doers, answered or not; where fire is
exchanged, both are, and where the attackers lost men or are told to answer too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.acled import STATE
from tacitus.records.event import Claim
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

_ATTACKED = (
    r"(?:attack(?:ed|s|ing)|ambush(?:ed|es|ing)|raid(?:ed|s|ing)|storm(?:ed|s|ing)|assault(?:ed|s|ing)|"
    r"surround(?:ed|s|ing)|target(?:ed|s|ing)|fir(?:ed|es|ing) (?:\w+ly )?(?:on|at|upon|towards?|into)|"
    r"(?:shot|shooting) at|open(?:ed|s|ing) (?:[\w-]+ )?(?:gun)?(?:fire|firing)|"
    r"(?:hurl|lobb)(?:ed|s|ing)|"
    r"(?:launch|carri|mount|stag)(?:ed|es|ing) (?:an? |the )?(?:[\w-]+ )?(?:attack|ambush|assault))"
)
#: "Rebels ambushed", "the men, armed with rifles, opened fire": no other clause stands before the verb.
_ATTACKS = re.compile(
    r"(?:\s+(?!(?:was|were|been|being|is|are|by|when|while|as|after|before|where|that|which|in|with|and)\b)[\w'’-]+){0,4}"
    rf"\s+{_ATTACKED}\b(?! by\b)", re.I
)  # fmt: skip
#: "Ambushed by rebels", "came under fire from the militants".
_BY = re.compile(
    r"\b(?:(?:attack|ambush|assault)(?:ed|s)?(?: (?:carried out|launched|staged|laid|mounted))?|"
    r"under (?:[\w-]+ )?(?:fire|attack))"
    r"(?: (?:on|in|at|near) [^.;:,]{1,40}?)? (?:by|from)\s+(?:(?!and\b)[\w-]+\s+){0,4}$", re.I
)  # fmt: skip
#: "A rebel attack", "the militia's ambush".
_THEIR_ATTACK = re.compile(r"(?:['’]s?)?\s+(?:(?!and\b)[\w-]+\s+)?(?:attack|ambush)\b", re.I)
#: Words that tell of two sides alike: who began is not asked.
_BOTH = re.compile(r"\b(?:exchang\w+|both (?:the )?sides|either side|fought|clashed)\b", re.I)
#: "The army returned fire", "the guards repulsed them": right behind who answers.
_ANSWERS = re.compile(
    r"(?:\s+(?!(?:was|were|been|being|is|are|by|when|while|as|after|before|and)\b)[\w'’-]+){0,3}\s+(?:retaliat\w+|"
    r"return\w* (?:the )?(?:fire|firing)|fir\w+ back|repuls\w+|repel\w*|respond\w*|counter-?attack\w*|"
    r"dr(?:o|i)v\w+ (?:\w+ )?(?:back|off)|in (?:response|self-defence))\b",
    re.I,
)
_REACH = 90
_SIDES = ("perpetrator", "target")


def attacked(text: str, sentences: Sequence[Span], tellings: Sequence[Telling], resolved: Resolved) -> frozenset[Span]:
    """The parties told as doers that one other side attacked without losses, whether they answered or not."""
    if any(_BOTH.search(sentences[t.sentence].of(text)) for t in tellings):
        return frozenset()
    doers = {span for telling in tellings for span in telling.spans("agent")}
    sides = {span: _side(value) for span in doers if (value := resolved.actors.get(span))}
    attackers = {span for span in sides if _attacks(text, span)}
    began = {sides[span] for span in attackers}
    hurt = {span for telling in tellings for role in ("victim", "toll") for span in telling.spans(role)}
    fell = {_side(v) for s, v in resolved.actors.items() if s not in attackers and any(h.holds(s) for h in hurt)}
    answered = {side for span, side in sides.items() if _ANSWERS.match(text, span.end)}
    if len(began) != 1 or began & (fell | answered) or (answered and len(set(sides.values())) > 2):
        return frozenset()
    return frozenset(span for span, side in sides.items() if side not in began)


def only_hurt(text: str, tellings: Sequence[Telling]) -> frozenset[Span]:
    """The parties told as doers, where all of them are those who were hurt: "three rebels were killed in a clash".

    Not those whom the words let attack: "rebels attacked a post".
    """
    doers = {span for telling in tellings for span in telling.spans("agent")}
    hurt = {span for telling in tellings for span in telling.spans("victim")}
    return frozenset(span for span in doers if not _attacks(text, span)) if doers <= hurt else frozenset()


def on_one_side(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims without the same words as doer and as target: the doer stays where the words let him attack."""

    def weight(claim: Claim) -> tuple[bool, float]:
        return claim.field == "perpetrator" and _attacks(text, claim.span), claim.confidence

    told = sorted((c for c in claims if c.field in _SIDES), key=weight)
    surest = {c.span: c.field for c in told}  # the last of them
    return [c for c in claims if c.field not in _SIDES or surest[c.span] == c.field]


def _attacks(text: str, span: Span) -> bool:
    return bool(
        _ATTACKS.match(text, span.end)
        or _THEIR_ATTACK.match(text, span.end)
        or _BY.search(text, max(0, span.start - _REACH), span.start)
    )


def _side(value: ActorValue) -> str:
    """The state's forces are one side, whichever of them; others are known by their kind."""
    return "state" if value.kind in STATE else value.kind or value.name
