"""A deed that a report takes up again with "the": "the attack", "these raids", "the blast".

In: the tellings of a report and the groups they have been put into. Out: nothing; such a telling moves to the deed of
which the report has told. One thing to know: its noun must be able to name that deed, whatever the reader takes it for;
where several deeds may be meant, the last one told must also be the one told most, and who tells more of it than that
it was ("the blast killed nine") takes up none but the only one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tacitus.assemble.grouping.conflicts import towns
from tacitus.assemble.grouping.shared import shared_toll, shared_town
from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.items import Items
from tacitus.records.ontology import Ontology
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

#: Words before the noun that name no deed in particular.
_QUALITY = (
    r"deadly|fatal|bloody|brutal|horrific|horrible|horrifying|heinous|barbaric|cowardly|terrorist|terror|suicide|bomb|"
    r"rocket|mortar|missile|chemical|gas|air|aerial|double|twin|massive|huge|powerful|devastating|savage|vicious|"
    r"reported|suspected|deliberate|direct|indiscriminate|shocking|gruesome|grisly|alleged|terrible|tragic"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)['’]?s"
_THE = re.compile(rf"\b(?:the|this|that|these|those|(?P<day>{_DAY}))(?: (?:{_QUALITY})){{0,2}} $", re.I)
_REACH = 50  # characters before the noun
#: What goes on about another place, whom it hit, who did it or which one it was.
_TELLS_MORE = re.compile(
    r"\s+(?:of|on(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day)|against|in|inside|outside|at|near|by|over|around|"
    r"across|targeting|that|which|who|where|between|carried|launched|conducted|claimed|from|elsewhere)\b",
    re.I,
)
#: "The attack on a mill" has not been told of before.
_OF_ANOTHER = re.compile(r"\s+(?:of|on|against|in|at|near)\s+(?:an?|another|two|three|several)\b", re.I)
_BLASTS = frozenset({"bombing", "suicide_bombing", "accidental_explosion"})
_FROM_AFAR = frozenset({"shelling", "air_strike"})
_ATTACKS = frozenset({
    "bombing", "suicide_bombing", "air_strike", "shelling", "chemical_attack", "armed_attack", "execution",
    "assassination",
})  # fmt: skip
_BY_MEANS = _BLASTS | _FROM_AFAR | {"chemical_attack"}
#: Which deeds a noun may name.
_NAMES = tuple(
    (re.compile(nouns, re.I), kinds)
    for nouns, kinds in (
        (r"(?:\w+ )?(?:blast|explosion|detonation)s?", _BLASTS),
        (r"(?:\w+ )?bombings?", _BLASTS | _FROM_AFAR),
        (r"(?:\w+ )?(?:strike|air[- ]?strike|raid|air[- ]?raid)s?", frozenset({"air_strike"})),
        (r"(?:\w+ )?(?:shelling|bombardment|barrage)s?", _FROM_AFAR),
        (r"(?:\w+ )?(?:attack|atrocity|incident)s?|atrocities", _ATTACKS),
        (r"massacres?|killings?|shootings?|carnage|slaughter|murders?|crimes?|assassinations?", _ATTACKS),
    )
)
LEAD = 2  # sentences that the lead may begin behind: a title, a photograph's caption
TWICE = 2
MANY = 4  # deeds from which on a report lists them
#: What a word before it says of how it was done.
_MEANS = (
    (re.compile(r"\b(?:rocket|mortar|missile)\b", re.I), frozenset({"shelling"})),
    (re.compile(r"\b(?:chemical|gas)\b", re.I), frozenset({"chemical_attack"})),
    (re.compile(r"\b(?:suicide|bomb)\b", re.I), _BLASTS),
    (re.compile(r"\b(?:air|aerial)\b", re.I), frozenset({"air_strike"})),
)
_KEPT = ("agent", "time")  # "was behind the attack"
_HAPPENED = frozenset({"actual", "historical"})


def with_what_is_taken_up(
    text: str,
    found: Sequence[Telling],
    group_of: dict[Span, list[Telling]],
    resolved: Resolved,
    ontology: Ontology,
    items: Items,
    differ: Callable[[Telling, Telling], bool],
) -> None:
    """Put each deed that is only taken up again into the group of the deed that is meant."""
    bare = {t.trigger.span: kinds for t in found if (kinds := _may_name(text, t, resolved, ontology))}
    for telling in found:
        kinds = bare.get(telling.trigger.span)
        mine = group_of[telling.trigger.span]
        if not kinds or any(t.trigger.span not in bare and _tells_particulars(t, resolved) for t in mine):
            continue
        groups = {id(g): g for g in group_of.values() if g is not mine}.values()
        told = [g for g in groups if _may_be(g, telling, kinds)]
        if telling.roles.get("time"):  # "Saturday's attack" is one of that day
            told = [g for g in told if any(t.roles.get("time") for t in g) and not any(differ(t, telling) for t in g)]
        if len(told) > MANY and text[telling.trigger.span.end - 1] == "s":
            continue  # "the strikes" of a list are all of them
        meant = _meant(telling, told, items)
        if meant is None or any(differ(a, b) for a in meant for b in mine):
            continue
        kind = _kind(meant)
        for each in mine:
            if each.trigger.span in bare:
                each.trigger = replace(each.trigger, type=kind)
                for role in [r for r in each.roles if r not in _KEPT or any(t.roles.get(r) for t in meant)]:
                    del each.roles[role]  # the people and places of its sentence are of what came after
            group_of[each.trigger.span] = meant
        meant += mine
    for telling in found:
        meant = None if telling.trigger.span in bare else _only(text, telling, group_of, resolved, ontology, items)
        mine = group_of[telling.trigger.span]
        if meant is not None and not any(differ(a, b) for a in meant for b in mine):
            meant.extend(mine)
            group_of.update(dict.fromkeys((t.trigger.span for t in mine), meant))


def _only(
    text: str,
    telling: Telling,
    group_of: Mapping[Span, list[Telling]],
    resolved: Resolved,
    ontology: Ontology,
    items: Items,
) -> list[Telling] | None:
    """The group of the only deed that a telling with more to tell may take up: "the blast, which killed nine"."""
    own, mine = telling.trigger.span, group_of[telling.trigger.span]
    kinds = _named(text, telling, ontology)
    if not kinds or text[own.end - 1] == "s" or any(t.trigger.span < own for t in mine):
        return None
    told = [g for g in {id(g): g for g in group_of.values()}.values() if g is not mine and _may_be(g, telling, kinds)]
    if len(told) != 1 or not _akin(telling.trigger.type, _kind(told[0])):
        return None
    if text.startswith(" of ", own.end) and not any(shared_toll(t, telling, resolved) for t in told[0]):
        return None  # "the killing of a judge"
    if _OF_ANOTHER.match(text, own.end) or _elsewhere(telling, told[0], resolved):
        return None
    last = max(t.sentence for t in told[0] if t.trigger.span < own)
    return None if _parted(items, last, telling.sentence) else told[0]


def _elsewhere(telling: Telling, group: Sequence[Telling], resolved: Resolved) -> bool:
    """Whether a telling names a town, and not one of the group's."""
    return bool(towns(telling, resolved)) and not any(shared_town(t, telling, resolved) for t in group)


def _akin(one: str, other: str) -> bool:
    """Whether two types tell the same means, or one of them none."""
    return one == other or one not in _BY_MEANS or any({one, other} <= kinds for kinds in (_BLASTS, _FROM_AFAR))


def _named(text: str, telling: Telling, ontology: Ontology) -> frozenset[str] | None:
    """The deeds that a noun behind "the" may name."""
    own = telling.trigger
    if own.realis not in _HAPPENED or ontology[own.type].family != "violence":
        return None
    the = _THE.search(text, max(0, own.span.start - _REACH), own.span.start)
    if the is None:
        return None
    named = next((kinds for nouns, kinds in _NAMES if nouns.fullmatch(text, own.span.start, own.span.end)), None)
    by = [kinds for means, kinds in _MEANS if means.search(text, the.start(), own.span.end)]
    return named.intersection(*by) if named else None


def _may_name(text: str, telling: Telling, resolved: Resolved, ontology: Ontology) -> frozenset[str] | None:
    """The deeds that a telling may name, if it only takes one up again."""
    own = telling.trigger
    if _TELLS_MORE.match(text, own.span.end) or any(span in resolved.tolls for span in telling.spans("toll")):
        return None
    the = _THE.search(text, max(0, own.span.start - _REACH), own.span.start)
    if telling.roles.get("time") and not (the and the["day"]):
        return None
    return _named(text, telling, ontology)


def _tells_particulars(telling: Telling, resolved: Resolved) -> bool:
    """Whether it tells a day, a town or a count by itself."""
    times, tolls = telling.spans("time"), telling.spans("toll")
    return bool(times) or any(s in resolved.tolls for s in tolls) or bool(towns(telling, resolved))


def _may_be(group: Sequence[Telling], bare: Telling, kinds: frozenset[str]) -> bool:
    """Whether a group is of a deed that was told before, and that the noun may name."""
    first = min(group, key=lambda t: t.trigger.span)
    return (
        first.trigger.span < bare.trigger.span
        and all(t.trigger.realis in _HAPPENED for t in group)
        and any(t.trigger.type in kinds for t in group)
    )


def _meant(bare: Telling, groups: Sequence[list[Telling]], items: Items) -> list[Telling] | None:
    """The group of the deed that is meant, of those that may be.

    It is the only one, or the last one told if most is told of it, or the one that the report leads with and tells
    twice as much of as of any other, where the sentence before is of no other.
    """
    told = [(g, [t for t in g if t.trigger.span < bare.trigger.span]) for g in groups]
    told.sort(key=lambda pair: -len(pair[1]))
    if not told:
        return None
    meant, before = told[0]
    others = [t for _, tellings in told[1:] for t in tellings]
    last = max(before, key=lambda t: t.trigger.span)
    if items.walled(last.sentence, bare.sentence) or (others and _parted(items, last.sentence, bare.sentence)):
        return None
    second = len(told[1][1]) if others else 0
    if all(t.trigger.span < last.trigger.span for t in others):
        return meant if len(before) > second else None
    leads = min(t.sentence for t in before) <= LEAD and len(before) >= TWICE * second
    return meant if leads and max(t.sentence for t in others) < bare.sentence - 1 else None


def _parted(items: Items, first: int, second: int) -> bool:
    """Whether the report turned elsewhere; "In Dara, the mayor condemned the attack" speaks of the same."""
    return items.walled(first, second) or any(items.elsewhere[first + 1 : second + 1])


def _kind(group: Sequence[Telling]) -> str:
    weights: dict[str, float] = {}
    for telling in group:
        weights[telling.trigger.type] = weights.get(telling.trigger.type, 0.0) + telling.trigger.score
    return max(weights, key=lambda kind: weights[kind])
