"""Enemies whom one source names as doers of one deed → those of the side that is told surer; the word of an enemy.

In: the parties that are named, and the :class:`Case`. Out: the parties of one side; whether only a side blames the
other. One thing to know: "rebels took the village from government forces" names both, and whichever the reader doubts
more is whom it was done to; that only one of them has a name tells nothing.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from tacitus.merge.settled import voices
from tacitus.merge.settled.case import Case, country_of, settled_by
from tacitus.merge.settled.identity import STATE, at_home, at_war
from tacitus.merge.settled.voices import Voice
from tacitus.records.value import ActorValue, Value

#: By how much a claim must be surer than another to tell which of two did it.
SURER = 0.15


def of_one_side(told: Sequence[ActorValue], case: Case) -> list[ActorValue]:
    """The parties without a state's forces or their enemies, whichever are told less surely, or all of them."""
    country = country_of(case)
    states = {v for v in told if v.kind in STATE and any(at_war((v, other)) for other in told)}
    rebels = {v for v in told if v.kind == "rebel" and any(at_war((v, other)) for other in states)}
    sure: dict[Value | None, float] = {}
    for claim in (c for account in case.voices for c in voices.naming(account, "perpetrator")):
        value = at_home(claim.value, country) if claim.value else None
        sure[value] = max(sure.get(value, 0.0), claim.confidence)
    one, other = (max((sure.get(v, 0.0) for v in side), default=0.0) for side in (states, rebels))
    return [v for v in told if abs(one - other) < SURER or v not in (rebels if one > other else states)]


def only_by_an_enemy(named: Sequence[Voice], case: Case, sides: Container[str | None]) -> bool:
    """Whether a side alone names those who did it, where others tell of a clash in which their enemies take part.

    ``sides`` are the kinds of sources that are a side; who says that he did it himself is no enemy's word.
    """
    blamed = [(voice, v) for voice in named for v in voice.values if isinstance(v, ActorValue)]
    if not blamed or any(voice.kind not in sides or voice.key == v.actor for voice, v in blamed):
        return False
    clashes = [account for account in case.voices if account.event.type == "armed_clash"]
    fighting = [v for account in clashes for v in settled_by(account, "participant")]
    return any(at_war((v, other)) for _, v in blamed for other in fighting)
