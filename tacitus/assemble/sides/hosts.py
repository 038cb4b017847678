"""Whom a deed between states is done to where only a place tells it: "sent troops to Mali", "sanctions on Cuba".

In: the tellings of a report and what their words stand for. Out: the same, such a deed with no other target with the
land that it enters, leaves or befalls. One thing to know: a town that is left, blocked or searched is only where that
happens, while a curfew or a truce is laid on a town as on a country.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.assemble.grouping.tellings import BY_GRAMMAR, Telling
from tacitus.records.markup import Markup, Mention, Trigger
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

#: What parts a place from the deed: "agreed to restore relations after talks in Beijing".
_APART = re.compile(r"[.;:]\s|\b(?:after|before|when|while|following|since|during|amid|at talks|who|which)\b")
_STOP = re.compile(r"[.;:!?]\s")
_IN = r"\b(?:in|into|to|from|on|against|of|across|over|within|at|out of)\s+(?:the\s+|parts of\s+)?$"
_TOWARDS = {
    kind: re.compile(_IN, re.I)
    for kind in ("withdrawal", "deployment", "ban", "ceasefire", "aid", "sanctions_eased", "sanction", "concession",
                 "investigation", "blockade")
} | {"visit": re.compile(r"(?:\b(?:to|in|of|visit\w*)\s+(?:the\s+)?|^)$", re.I)}  # fmt: skip
_AS_FAR = 90  # characters in which a place may follow that the reader has linked to nothing
_LANDS = frozenset({"country", "province"})
#: Types that a town suffers too. Measured on the own corpus (dev, test): of the others 1 town right to 43 wrong.
_OF_TOWNS = frozenset({"visit", "deployment", "aid", "concession", "sanction", "sanctions_eased", "ceasefire"})
#: And what is laid on it.
_LAID_ON = re.compile(r"\b(?:curfews?|siege|emergency|martial law|lockdown)\b", re.I)


def with_hosts(text: str, markup: Markup, found: Sequence[Telling], resolved: Resolved) -> Sequence[Telling]:
    """The tellings, each of such a deed without a target with the land that it is done to."""
    places = [m for m in markup.mentions if m.kind == "place"]
    for telling in found:
        if telling.trigger.type in _TOWARDS and not telling.roles.get("target") and not telling.roles.get("victim"):
            telling.roles["target"] += _hosts(text, places, telling, resolved)
    return found


def _hosts(
    text: str, places: Sequence[Mention], telling: Telling, resolved: Resolved
) -> list[tuple[Mention | Trigger, float]]:
    before, end = _TOWARDS[telling.trigger.type], telling.trigger.span.end
    near = [(m, BY_GRAMMAR) for m in places if 0 < m.span.start - end < _AS_FAR]
    found = []
    for tail, score in telling.roles.get("place") or near:
        start = tail.span.start
        if _STOP.search(text, end, max(end, start)):
            break
        if _APART.search(text, end, max(end, start)) or telling.has("agent", tail.span):
            continue
        if before.search(text, max(0, start - 24), start) and _is_host(text, telling.trigger, tail.span, resolved):
            found.append((tail, BY_GRAMMAR * score))
    return found


def _is_host(text: str, deed: Trigger, place: Span, resolved: Resolved) -> bool:
    value = resolved.places.get(place)
    if value is None or value.lat is None:
        return text[place.start].isupper()  # a land that no table has: "the Golan Heights"
    if value.precision in _LANDS:
        return True
    laid_on = _LAID_ON.search(text, deed.span.start, max(deed.span.end, place.start))
    return value.precision == "settlement" and (deed.type in _OF_TOWNS or laid_on is not None)
