"""Two acts of speech → what speaks for and against their being one, by who speaks and by the deed they speak of.

In: the facts of the events of two reports, and how likely pairs of these are one. Out: log odds to be added. One thing
to know: a denial or a claim shares hardly a word with the next report's, and is told again weeks later; what it has in
common with it is the speaker and the deed. Two deeds that are likely one make the words of one speaker about them one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from tacitus.merge.accounts.facts import Facts
from tacitus.merge.settled.identity import may_be_one, one_party
from tacitus.records.ontology import load
from tacitus.records.value import ActorValue, ContentValue

#: Log odds from which on two deeds are one as far as the words about them go, and from which on beyond doubt.
ONE, SURELY = 0.0, 2.0
#: What it counts that one party speaks of one deed, what more if that is one beyond doubt, and that those who speak
#: are rivals. Fitted on the train part's stories, rounded.
SPEAKER, CERTAIN, RIVALS = 2.0, 1.5, -1.4

Odds = Mapping[tuple[int, int], float]


def spoken(one: Sequence[Facts], other: Sequence[Facts], odds: Odds) -> dict[tuple[int, int], float]:
    """What is to be added to the odds of pairs of acts of speech; ``odds`` are those of two reports' pairs."""
    verbal = [(i, j) for i, j in odds if one[i].type == other[j].type and _is_verbal(one[i].type)]
    if not verbal:
        return {}
    deeds = _deeds(one, other, odds, verbal)
    found = {}
    for i, j in verbal:
        mine, theirs = _who_speaks(one[i]), _who_speaks(other[j])
        if any(one_party(a, b) for a in mine for b in theirs):
            if (deed := deeds.get((i, j))) is not None:
                found[i, j] = SPEAKER + CERTAIN * (deed >= SURELY)
        elif mine and theirs and not any(may_be_one(a, b) for a in mine for b in theirs):
            found[i, j] = RIVALS
    return found


def _deeds(
    one: Sequence[Facts], other: Sequence[Facts], odds: Odds, verbal: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """How likely those speak of one deed that do, and of which neither speaks of another's likelier one."""
    mine, theirs = _spoken_of(one), _spoken_of(other)
    found: dict[tuple[int, int], float] = {}
    best: dict[tuple[bool, int], float] = {}
    for i, j in verbal:
        known = [odds[a, b] for a in mine[i] for b in theirs[j] if (a, b) in odds]
        if known and (one[i].realis == "denied") == (other[j].realis == "denied"):
            found[i, j] = deed = max(known)
            for side in ((True, i), (False, j)):
                best[side] = max(best.get(side, deed), deed)
    return {(i, j): deed for (i, j), deed in found.items() if ONE <= deed == best[True, i] == best[False, j]}


def _spoken_of(facts: Sequence[Facts]) -> list[list[int]]:
    """Of each event of a report, those of its events that it speaks of, by their places."""
    at = {each.event.id: place for place, each in enumerate(facts)}
    found = []
    for each in facts:
        content = [c.value for c in each.event.of("content")] if _is_verbal(each.type) else []
        found.append([at[v.event] for v in content if isinstance(v, ContentValue) and v.event in at])
    return found


def _who_speaks(facts: Facts) -> list[ActorValue]:
    return [claim.value for claim in facts.event.of("speaker") if isinstance(claim.value, ActorValue)]


@cache
def _is_verbal(kind: str) -> bool:
    return load()[kind].verbal
