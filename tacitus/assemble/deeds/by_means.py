"""What a deed is by its means: who bombs or shells a place with a toxic agent makes a chemical attack.

In: the tellings of a report and what their words stand for. Out: the same, such a deed as the type that its weapon
makes of it. One thing to know: tear gas and pepper are a crowd's, white phosphorus burns, and a "gas canister" that
is fired is a home-made shell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

_BY_ANY_MEANS = frozenset({"air_strike", "shelling", "bombing", "armed_attack"})
_NOT_TOXIC = re.compile(r"tear|pepper|phosphorus|canister|cylinder|bottle|tank|acid", re.I)
#: "Air force rockets killed nine": who flies.
_FLIES = re.compile(
    r"(?:[\w'’-]+ ){0,3}(?:air ?force|(?:war)?planes?|(?:fighter |bomber )?jets?|bombers|aircraft|helicopters?|"
    r"gunships?|drones?)(?:['’]s?)?",
    re.I,
)


def with_means(text: str, found: Sequence[Telling], resolved: Resolved) -> Sequence[Telling]:
    """The tellings, each strike with a toxic agent as a chemical attack, and what flyers fire as an air strike."""
    for telling in found:
        doers = telling.spans("agent") if telling.trigger.type == "shelling" else ()
        if doers and all(_FLIES.fullmatch(span.of(text)) for span in doers):
            telling.trigger = replace(telling.trigger, type="air_strike")
    struck = [t for t in found if t.trigger.type in _BY_ANY_MEANS and t.roles.get("weapon")]
    for telling in struck:
        agents = [s for s in telling.spans("weapon") if _is_toxic(text, s, resolved)]
        if any(not _names_another(span, telling, found) for span in agents):
            telling.trigger = replace(telling.trigger, type="chemical_attack")
    return found


def _is_toxic(text: str, span: Span, resolved: Resolved) -> bool:
    weapon = resolved.weapons.get(span)
    return weapon is not None and weapon.kind == "chemical" and not _NOT_TOXIC.search(span.of(text))


def _names_another(span: Span, telling: Telling, found: Sequence[Telling]) -> bool:
    """Whether the words for the weapon name another deed: "bombed the base that the gas attack came from"."""
    return any(t is not telling and span.overlaps(t.trigger.span) for t in found)
