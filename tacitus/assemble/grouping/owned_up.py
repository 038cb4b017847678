"""The deed that somebody owns up to, where no more is said of it: "the Front claimed the attack in a statement".

In: the tellings of a report and the groups they have been put into. Out: nothing; such a telling moves to the attack
that the report is about. One thing to know: "claimed the attack in Lom" may be another one, and what stands after the
statement ("a response to the crimes in Dara") tells of other deeds and places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.ontology import Ontology
from tacitus.records.span import Span

_CLAIMS = re.compile(
    r"\bclaim(?:ed|s|ing)?\s+(?:(?:responsibility|credit)\s+for\s+)?(?:(?:the|this|that|both|these)\s+)?"
    r"(?:(?:deadly|twin|double|latest|brazen|suicide|bomb)\s+){0,2}$|"
    r"\bclaims? of responsibility for (?:the|this|that|both|these)\s(?:(?:deadly|twin|double|latest)\s)?$",
    re.I,
)
_REACH = 60  # characters before the deed
_DEED = re.compile(r"(?:attack|assault|bombing|blast|explosion|shooting|killing|massacre|raid|ambush)(?:e?s)?", re.I)
_BLAST = re.compile(r"(?:bombing|blast|explosion)s?", re.I)
#: What goes on about another place, day or deed; how it was claimed does not.
_TOLD_APART = re.compile(
    r"\s+(?:on|at|near|against|outside|inside|targeting|that|of|"
    r"in(?! (?:an?|its|the|their|one|online) (?:\w+ ){0,2}(?:statement|message|video|audio|tweet|post|note|letter|"
    r"communiqu|call|broadcast|leaflet|pamphlet)))\b",
    re.I,
)
_BLASTS = frozenset({"bombing", "suicide_bombing"})
#: Nobody owns up to these as to "the attack".
_NO_ATTACKS = frozenset({"accidental_explosion", "armed_clash", "weapons_disrupted", "territory_seized", "destruction"})


def with_what_is_claimed(
    text: str, found: Sequence[Telling], group_of: dict[Span, list[Telling]], ontology: Ontology
) -> None:
    """Put each attack that is only claimed into the group of the attack that the report is about."""
    claimed = [t for t in found if _is_claimed(text, t, ontology)]
    for telling in claimed:
        mine = group_of[telling.trigger.span]
        if any(t not in claimed and t.trigger.type not in _NO_ATTACKS for t in mine):
            continue
        kinds = _BLASTS if _BLAST.fullmatch(telling.trigger.span.of(text)) else None
        before = {id(g): g for g in group_of.values() if g is not mine and _may_be(g, telling, kinds, ontology)}
        if not before:
            continue
        meant = max(before.values(), key=lambda g: sum(t.trigger.span < telling.trigger.span for t in g))
        mine.remove(telling)
        for role in [role for role in telling.roles if role != "agent"]:
            del telling.roles[role]
        meant.append(telling)
        group_of[telling.trigger.span] = meant


def _is_claimed(text: str, telling: Telling, ontology: Ontology) -> bool:
    own = telling.trigger
    if own.realis != "actual" or telling.roles.get("toll") or ontology[own.type].family != "violence":
        return False
    if not _DEED.fullmatch(own.span.of(text)) or _TOLD_APART.match(text, own.span.end):
        return False
    return _CLAIMS.search(text, max(0, own.span.start - _REACH), own.span.start) is not None


def _may_be(group: Sequence[Telling], claimed: Telling, kinds: frozenset[str] | None, ontology: Ontology) -> bool:
    first = min(group, key=lambda t: t.trigger.span).trigger
    if first.span > claimed.trigger.span or first.realis != "actual" or ontology[first.type].family != "violence":
        return False
    types = {t.trigger.type for t in group}
    return not types <= _NO_ATTACKS and (kinds is None or bool(types & kinds))
