"""Who takes men prisoner: a state's forces arrest, rebels, bandits and pirates abduct.

In: the tellings of a report and what their words stand for. Out: the same, an arrest by a band as an abduction, and
the "enforced disappearance" of the arrested as the arrest. One thing to know: an arrest is a band's only where no force
of a state is told beside it, and those who were taken are none of a band themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

_BANDS = frozenset({"rebel", "militia", "criminal", "gunmen"})
_CAPTORS = _BANDS - {"militia"}  # a state's own militia arrests
_FORCES = frozenset({"military", "police"})
#: Of whom it is told without a doer: "the soldiers captured at the ford".
_CAPTURED = re.compile(r"captur(?:ed|ing|e)|tak(?:en|ing) (?:prisoner|captive)|took (?:prisoner|captive)", re.I)
#: Words for what a state does to whom it holds; who "disappeared" or "is missing" may have been taken by others.
_VANISHED = re.compile(r"(?:(?:en)?forced|forcible|involuntary) disappearances?|disappearance", re.I)


def with_captors(text: str, found: Sequence[Telling], resolved: Resolved) -> Sequence[Telling]:
    """The tellings, each arrest by a band of others than a band as an abduction."""
    banded = any(actor.kind in ("rebel", "criminal") for actor in resolved.actors.values())
    for telling in found if banded else ():
        if telling.trigger.type != "arrest":
            continue
        by = _kinds(telling, ("agent",), resolved)
        of = _kinds(telling, ("target", "victim"), resolved)
        taken = of <= _FORCES and _CAPTURED.fullmatch(telling.trigger.span.of(text)) if not by else by <= _CAPTORS
        if taken and of and not of & _BANDS and None not in of:
            telling.trigger = replace(telling.trigger, type="abduction")
    return found


def _kinds(telling: Telling, roles: Sequence[str], resolved: Resolved) -> set[str | None]:
    spans = (span for role in roles for span in telling.spans(role))
    return {actor.kind if (actor := resolved.actors.get(span)) else None for span in spans}


def with_the_disappeared(text: str, found: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """The pairs of an arrest and the words that call the same people disappeared, both as the arrest."""
    pairs = []
    vanished = [t for t in found if t.trigger.type == "abduction" and _VANISHED.fullmatch(t.trigger.span.of(text))]
    for telling in vanished:
        own = _people(telling)
        near = (t for t in found if t.trigger.type == "arrest" and 0 <= telling.sentence - t.sentence <= 1)
        arrest = next((t for t in near if t.trigger.span < telling.trigger.span and own & _people(t)), None)
        if arrest:
            telling.trigger = replace(telling.trigger, type="arrest", realis=arrest.trigger.realis)
            pairs.append((telling, arrest))
    return pairs


def _people(telling: Telling) -> set[Span]:
    return {s for role in ("target", "victim", "toll") for s in telling.spans(role)}
