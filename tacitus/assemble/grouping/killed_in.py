"""What the dead died of, where the words name it: "were killed in clashes", "shells hit a mill, killing two".

In: the tellings of a report. Out: the same, a bare word for the harm and the deed of its clause with one type, and the
pairs that are therefore one happening. One thing to know: the two share a count and a clause. "Attack" names no deed
in particular, so it takes the type of the harm; who was aimed at was killed on purpose, and neither takes the other's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from tacitus.assemble.grouping.shared import plainly_one_toll
from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.ontology import Ontology
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

_HARM = re.compile(
    r"kill(?:s|ed|ing|ings)?|die[sd]|dying|dead|deaths?|wound(?:s|ed|ing)|injur(?:es|ed|ing|ies)|hurt(?:ing)?|slain|"
    r"massacres?|carnage|bloodbath|slaughter(?:ed|ing)?",
    re.I,
)
_WHILE = r"while|after|before|as|whereas|but|who"
_OTHER_CLAUSE = rf"\b(?:{_WHILE}|where|since|until|amid)\b"
#: From the harm to what did it: "on Monday in clashes", "and nine others hurt in the attack", "when shells hit".
_IN_IT = re.compile(
    rf"(?:(?!\b(?:{_WHILE}|and|in|by|during|from|when)\b)[^.;:]){{0,60}}"
    r"(?: and (?:(?!\band\b)[^.;:]){1,40}\b(?:wounded|injured|hurt)\b(?:(?!\b(?:and|in|by)\b)[^.;:]){0,40})?"
    rf"\b(?:in|by|during|from|when)\b(?:(?!{_OTHER_CLAUSE}|\band\b)[^.;:]){{0,60}}",
    re.I,
)
#: From the deed to the harm that it did: "on the mill, killing", "that left nine", and no other clause between.
_DOING = re.compile(rf"(?:(?!{_OTHER_CLAUSE}|\bwhen\b)[^.;:]){{0,160}}", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|got)(?: [a-z]+ly)? $", re.I)
#: "In a raid on the ford nine were killed".
_IN_A = re.compile(r"\b(?:in|by|during) (?:[\w-]+ ){0,5}$", re.I)
_AIMED = frozenset({"assassination", "execution"})
#: What is told by how it was done, and the words that name no deed in particular.
_BY_MEANS = frozenset({"air_strike", "shelling", "bombing", "suicide_bombing", "chemical_attack"})
_ANY_DEED = re.compile(r"attack(?:s|ed|ing)?|assaults?|fire|offensive|onslaught|incident|violence|massacres?", re.I)
#: What "the attack" may have been, that no shot is fired in.
SPECIFIC = frozenset({"air_strike", "shelling", "chemical_attack"})
#: The types of two sentences that may tell one toll in other words.
WITH_A_TOLL = _BY_MEANS | {"armed_attack", "accidental_explosion"}
_DOES_HARM = WITH_A_TOLL | {"armed_clash"}


def in_other_words(text: str, one: Telling, other: Telling, resolved: Resolved) -> bool:
    """Whether two sentences tell one toll, by the means and as harm or an attack: "jets hit … nine died, an attack"."""
    kinds = {one.trigger.type, other.trigger.type}
    if len(kinds) < 2 or not kinds <= WITH_A_TOLL or one.sentence == other.sentence:
        return False
    if not one.roles.get("toll") or not other.roles.get("toll") or one.trigger.realis != other.trigger.realis:
        return False
    loose = [t for t in (one, other) if _is_loose(text, t.trigger.span)]
    if not any(kinds - {t.trigger.type} <= _BY_MEANS for t in loose):
        return False
    return plainly_one_toll(one, other, resolved)


def _is_loose(text: str, trigger: Span) -> bool:
    return bool(_HARM.fullmatch(trigger.of(text)) or _ANY_DEED.fullmatch(trigger.of(text)))


def with_deeds(text: str, found: Sequence[Telling], ontology: Ontology) -> list[tuple[Telling, Telling]]:
    """Give each bare word for harm and the deed that its clause names one type; the pairs that are one."""
    together: dict[int, list[Telling]] = defaultdict(list)
    for telling in found:
        if ontology[telling.trigger.type].family == "violence" and telling.trigger.type != "weapons_disrupted":
            together[telling.sentence].append(telling)
    joined = []
    for tellings in together.values():
        deeds = [t for t in tellings if not _HARM.fullmatch(t.trigger.span.of(text))]
        for harm in (t for t in tellings if t not in deeds and deeds and _people(t)):
            kinds = {d.trigger.type for d in deeds if _suffering(harm) & _suffering(d)}
            joined += [(harm, deed) for deed in _of_its_clause(text, harm, deeds) if _alike(text, harm, deed, kinds)]
    return joined


def bring_together(
    joined: Sequence[tuple[Telling, Telling]],
    group_of: dict[Span, list[Telling]],
    differ: Callable[[Telling, Telling], bool],
) -> None:
    """Put each harm and its deed into one group.

    Where the groups differ, the deed leaves the one that it was taken for, or the harm one of another type.
    """
    for harm, deed in joined:
        mine, theirs = group_of[harm.trigger.span], group_of[deed.trigger.span]
        if mine is theirs:
            continue
        if any(differ(a, b) for a in mine for b in theirs):
            moves, goes_to = deed, mine
            if any(differ(a, deed) for a in mine):
                moves, goes_to = harm, theirs
                if _mostly(mine) == deed.trigger.type or any(differ(harm, b) for b in theirs):
                    continue
            group_of[moves.trigger.span].remove(moves)
            mine, theirs = goes_to, [moves]
        mine.extend(theirs)
        group_of.update(dict.fromkeys((t.trigger.span for t in theirs), mine))


def _mostly(group: Sequence[Telling]) -> str:
    weights: dict[str, float] = defaultdict(float)
    for telling in group:
        weights[telling.trigger.type] += telling.trigger.score
    return max(weights, key=lambda kind: weights[kind])


def _people(telling: Telling) -> set[Span]:
    return {*telling.spans("toll"), *telling.spans("victim")}


def _suffering(telling: Telling) -> set[Span]:
    """The people, and what they sat or stood in: "a bus was blown up, killing nine"."""
    return {*_people(telling), *telling.spans("target")}


def _of_its_clause(text: str, harm: Telling, deeds: Sequence[Telling]) -> list[Telling]:
    """The deeds of which the harm came: those of its clause up to the first that is of another type or people."""
    own = harm.trigger.span
    after = sorted((d for d in deeds if own.end <= d.trigger.span.start), key=lambda d: d.trigger.span)
    behind = [d for d in after if _IN_IT.fullmatch(text, own.end, d.trigger.span.start)]
    before = sorted((d for d in deeds if d.trigger.span.end <= own.start), key=lambda d: d.trigger.span)[::-1]
    passive = _PASSIVE.search(text, max(0, own.start - 20), own.start) is not None
    ahead = [
        d
        for d in before
        if d.trigger.type in _DOES_HARM
        and _DOING.fullmatch(text, d.trigger.span.end, own.start)
        and (not passive or _IN_A.search(text, max(0, d.trigger.span.start - 60), d.trigger.span.start))
    ]
    nearest = after[:1] if behind else before[:1]
    return [
        d for d in behind or ahead if nearest[0].trigger.type == d.trigger.type and _suffering(harm) & _suffering(d)
    ]


def _alike(text: str, harm: Telling, deed: Telling, kinds: set[str]) -> bool:
    """Whether the two are one thing, both given its type."""
    one, other = harm.trigger, deed.trigger
    if one.realis != other.realis:
        return False
    if one.type == other.type:
        return len(kinds) == 1
    if {one.type, other.type} & _AIMED:
        return False
    if other.type == "armed_attack":
        if not (one.type in _BY_MEANS and _ANY_DEED.fullmatch(other.span.of(text)) and len(kinds) == 1):
            return False
        deed.trigger = replace(other, type=one.type)
        return True
    if len(kinds) > 1 and (one.score > other.score or other.span < one.span):
        return False
    harm.trigger = replace(one, type=other.type)
    return len(kinds) == 1
