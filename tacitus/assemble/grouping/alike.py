"""How alike two tellings of a report are: the log odds that they tell one happening.

In: two tellings and what their words stand for. Out: a number, the higher the likelier that they are one. One thing to
know: ``alike.json`` was fitted by ``training.tellings`` on reports that the reader had not learned from. The odds only
keep groups apart (:meth:`Alike.unlike`); what brings two tellings together is a thing particular that they share.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from tacitus.assemble.grouping.conflicts import one_place, others_hurt, scenes
from tacitus.assemble.grouping.known import refers_back
from tacitus.assemble.grouping.shared import shared_toll, shared_town
from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.report import Report
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

#: Mean log odds below which two groups of tellings are not one, whatever single tellings of them share. From -1.25 to
#: -0.75 the measures are level; at nought one happening is told as two too often (decision 40).
UNLIKE = -1.0
#: Tellings from which on a report tells of many things; where it tells of fewer, one happening is the rule.
MANY = 12
#: The reader's own word that two triggers are one, from which on it weighs more.
_LINKED = (("linked", 0.5), ("surely linked", 0.8), ("linked beyond doubt", 0.98))


@cache
def weights() -> Mapping[str, float]:
    """What each feature weighs; what always counts stands under ``""``."""
    found: dict[str, float] = json.loads((files("tacitus.assemble.grouping") / "alike.json").read_text("utf-8"))
    return found


class Alike:
    """The log odds of pairs of one report's tellings, each reckoned once and only when asked for."""

    def __init__(
        self, report: Report, resolved: Resolved, linked: Mapping[frozenset[Span], float], number: int
    ) -> None:
        """``linked``: how sure the reader is of pairs of triggers that they are one; ``number``: of all tellings."""
        self._report, self._resolved, self._linked, self._number = report, resolved, linked, number
        self._known: dict[frozenset[Span], float] = {}

    def unlike(self, mine: Sequence[Telling], theirs: Sequence[Telling]) -> bool:
        """Whether two groups of tellings are too unlike to be one, in a report that tells of many things."""
        if self._number < MANY:
            return False
        odds = [self._odds(a, b) if a.trigger.span < b.trigger.span else self._odds(b, a) for a in mine for b in theirs]
        return sum(odds) < UNLIKE * len(odds)

    def _odds(self, first: Telling, second: Telling) -> float:
        pair = frozenset((first.trigger.span, second.trigger.span))
        if pair not in self._known:
            worth = weights()
            told = features(self._report, self._resolved, self._linked.get(pair, 0.0), first, second)
            self._known[pair] = worth[""] + sum(worth.get(name, 0.0) for name in told)
        return self._known[pair]


def features(report: Report, resolved: Resolved, linked: float, first: Telling, second: Telling) -> Iterator[str]:
    """What is true of two tellings in the order of the text; ``linked``: how sure the reader is that they are one."""
    yield from (name for name, least in _LINKED if linked >= least)
    if first.trigger.type == second.trigger.type:
        yield "of one type"
    if not first.sentence:
        yield "in the first sentence"
    if refers_back(report, second.trigger):
        yield "known already"
    if "\n" in report.text[first.trigger.span.end : second.trigger.span.start]:
        yield "in two paragraphs"
    yield from _of_places(report.text, resolved, first, second)
    yield from _of_counts(report, resolved, first, second)
    yield from _of_parties(report, first, second)


def _of_places(text: str, resolved: Resolved, first: Telling, second: Telling) -> Iterator[str]:
    mine, theirs = first.spans("place"), second.spans("place")
    if not theirs:
        yield "no place then"
    if not mine or not theirs:
        return
    if not set(mine).isdisjoint(theirs):
        yield "the place's words"
    elif shared_town(first, second, resolved):
        yield "one town"
    elif (here := scenes(text, first, resolved)) and (there := scenes(text, second, resolved)):
        yield "towns near" if any(one_place(a, b) for a in here for b in there) else "towns differ"
    else:
        names = [{resolved.places[s].name for s in spans if s in resolved.places} for spans in (mine, theirs)]
        if all(names):
            yield "one place" if names[0] & names[1] else "places differ"


def _of_counts(report: Report, resolved: Resolved, first: Telling, second: Telling) -> Iterator[str]:
    mine, theirs = first.spans("toll"), second.spans("toll")
    if not mine or not theirs:
        yield from (name for name, spans in (("no count yet", mine), ("no count then", theirs)) if not spans)
        return
    if not set(mine).isdisjoint(theirs):
        yield "the count's words"
    elif shared_toll(first, second, resolved, report.text):
        yield "as many"
    else:
        yield "others hurt" if others_hurt(first, second, resolved) else "other counts"
    most = [
        max((resolved.tolls[s].value.low for s in spans if s in resolved.tolls), default=0) for spans in (mine, theirs)
    ]
    if most[0] != most[1]:
        yield "fewer then" if most[1] < most[0] else "more then"


def _of_parties(report: Report, first: Telling, second: Telling) -> Iterator[str]:
    for name, roles in (("doers", ("agent",)), ("victims", ("target", "victim"))):
        mine, theirs = ({s for role in roles for s in telling.spans(role)} for telling in (first, second))
        if mine and theirs and mine.isdisjoint(theirs):
            words = [
                {w for s in spans for w in s.of(report.text).lower().split() if len(w) > 3} for spans in (mine, theirs)
            ]
            yield f"{name} of one name" if words[0] & words[1] else f"other {name}"
