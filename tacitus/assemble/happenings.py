"""Triggers → happenings: all tellings of one event in a report, put together.

In: the markup and what its words stand for. Out: groups of triggers with the mentions in their roles.
One thing to know: two tellings are one happening when the reader links them, or when they are of one
type, nothing they say conflicts, and something particular they say agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.ontology import EventType, Ontology
from tacitus.records.report import Report
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span
from tacitus.records.value import TimeValue

#: Below this the reader's word is not enough for an event.
SURE = 0.25
SAME = 0.6  # probability from which the reader's own "same" link joins two triggers

#: Types that tell one happening in different words.
KIN = (
    frozenset({"bombing", "suicide_bombing", "accidental_explosion", "destruction"}),
    frozenset({"armed_attack", "armed_clash", "assassination", "execution", "territory_seized"}),
    frozenset({"bombing", "assassination", "armed_attack", "destruction"}),
    frozenset({"shelling", "air_strike", "destruction", "chemical_attack"}),
    frozenset({"suicide_bombing", "armed_attack"}),
    frozenset({"raid", "arrest"}),
    frozenset({"demonstration", "violent_demonstration"}),
    frozenset({"demand", "ultimatum", "threat"}),
    frozenset({"meeting", "visit", "mediation"}),
)


@dataclass(slots=True)
class Telling:
    """One trigger with the mentions linked to it: role → (mention, probability), best first."""

    trigger: Trigger
    sentence: int
    roles: dict[str, list[tuple[Mention | Trigger, float]]] = field(default_factory=lambda: defaultdict(list))

    def spans(self, role: str) -> list[Span]:
        """The spans in a role."""
        return [tail.span for tail, _ in self.roles.get(role, ())]


@dataclass(frozen=True, slots=True)
class Happening:
    """The tellings of one event, in text order."""

    tellings: tuple[Telling, ...]

    @property
    def best(self) -> Telling:
        """The telling that the reader is surest of."""
        return max(self.tellings, key=lambda t: t.trigger.score)

    def type(self) -> tuple[str, float]:
        """The type that most of the tellings' scores speak for, and the probability that it is one at all."""
        weights: dict[str, float] = defaultdict(float)
        for telling in self.tellings:
            weights[telling.trigger.type] += telling.trigger.score
        chosen = max(weights, key=lambda t: weights[t])
        return chosen, max(t.trigger.score for t in self.tellings if t.trigger.type == chosen)


def tellings(markup: Markup) -> list[Telling]:
    """The triggers worth an event, with their links."""
    found: dict[Span, Telling] = {}
    for trigger in markup.triggers:
        if trigger.score >= SURE:
            found[trigger.span] = Telling(trigger, _sentence(markup.sentences, trigger.span))
    for link in markup.links:
        if isinstance(link.head, Trigger) and link.head.span in found and link.role != "same":
            found[link.head.span].roles[link.role].append((link.tail, link.score))
    for telling in found.values():
        for tails in telling.roles.values():
            tails.sort(key=lambda pair: -pair[1])
    return list(found.values())


def happenings(report: Report, markup: Markup, resolved: Resolved, ontology: Ontology) -> list[Happening]:
    """Group a report's tellings into happenings, in the order of the text."""
    all_tellings = tellings(markup)
    groups: list[list[Telling]] = [[t] for t in all_tellings]
    linked = _same_links(markup.links)
    for first, second in combinations(all_tellings, 2):
        mine, theirs = _group(groups, first), _group(groups, second)
        if mine is theirs:
            continue
        score = linked.get(frozenset((first.trigger.span, second.trigger.span)), 0.0)
        near = second.sentence - first.sentence
        same = (
            _may_be_one(first, second)
            and not any(_conflict(a, b, resolved) for a in mine for b in theirs)
            and (score >= SAME or ((score < 0.2 or near > 0) and _agree(report, first, second, resolved, ontology)))
        )
        if same:
            groups.remove(theirs)
            mine.extend(theirs)
    ordered = [tuple(sorted(g, key=lambda t: t.trigger.span)) for g in groups]
    return sorted((Happening(g) for g in ordered), key=lambda h: h.tellings[0].trigger.span)


def _group(groups: Sequence[list[Telling]], telling: Telling) -> list[Telling]:
    return next(g for g in groups if any(t is telling for t in g))


def _same_links(links: Sequence[Link]) -> dict[frozenset[Span], float]:
    found: dict[frozenset[Span], float] = {}
    for link in links:
        if link.role == "same" and isinstance(link.head, Trigger) and isinstance(link.tail, Trigger):
            pair = frozenset((link.head.span, link.tail.span))
            found[pair] = max(found.get(pair, 0.0), link.score)
    return found


def _sentence(sentences: Sequence[Span], span: Span) -> int:
    return max((n for n, s in enumerate(sentences) if s.start <= span.start), default=0)


def _may_be_one(first: Telling, second: Telling) -> bool:
    one, other = first.trigger, second.trigger
    return one.realis == other.realis and (one.type == other.type or any({one.type, other.type} <= kin for kin in KIN))


def _conflict(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the two say things that cannot both be true of one happening."""
    mine, theirs = _towns(first, resolved), _towns(second, resolved)
    if mine and theirs and not mine & theirs:
        return True
    times = [[resolved.times[s] for s in t.spans("time") if s in resolved.times] for t in (first, second)]
    return all(times) and not any(_meet(a, b) for a in times[0] for b in times[1])


def _towns(telling: Telling, resolved: Resolved) -> set[str]:
    """The settlements and exact places that a telling names for itself."""
    places = (resolved.places[s] for s in telling.spans("place") if s in resolved.places)
    return {p.name for p in places if p.precision in ("settlement", "exact")}


def _meet(first: TimeValue, second: TimeValue) -> bool:
    """Whether two intervals share a day; open ends meet everything."""
    begins = max((first.earliest or "")[:10], (second.earliest or "")[:10])
    return begins <= min((first.latest or "9")[:10], (second.latest or "9")[:10])


def _agree(report: Report, first: Telling, second: Telling, resolved: Resolved, ontology: Ontology) -> bool:
    """Whether two tellings of a type share something particular."""
    kind: EventType = ontology[first.trigger.type]
    if first.trigger.type != second.trigger.type and kind.verbal:
        return False
    tolls = _shared_toll(first, second, resolved)
    sides = _shared(first, second, resolved, ("agent",)) and _shared(first, second, resolved, ("target", "victim"))
    towns = _shared_town(first, second, resolved)
    if kind.verbal or kind.family == "diplomacy":
        return sides and first.trigger.type == second.trigger.type and first.sentence != second.sentence
    if first.sentence == second.sentence:
        return tolls
    back = _refers_back(report, second.trigger) and second.sentence - first.sentence <= 6
    return (
        tolls
        or (towns and first.trigger.type == second.trigger.type)
        or (back and not towns and first.trigger.type == second.trigger.type)
    )


def _shared(first: Telling, second: Telling, resolved: Resolved, roles: Sequence[str]) -> bool:
    def keys(telling: Telling) -> set[str]:
        spans = [s for role in roles for s in telling.spans(role)]
        return {(v.actor or v.name.lower()) for s in spans if (v := resolved.actors.get(s))}

    return bool(keys(first) & keys(second))


def _shared_toll(first: Telling, second: Telling, resolved: Resolved) -> bool:
    def keys(telling: Telling) -> set[tuple[int, int | None]]:
        values = [resolved.tolls[s].value for s in telling.spans("toll") if s in resolved.tolls]
        return {(v.low, v.high) for v in values if v.low > 1}

    shared_span = set(first.spans("toll")) & set(second.spans("toll"))
    return bool(shared_span or keys(first) & keys(second))


def _shared_town(first: Telling, second: Telling, resolved: Resolved) -> bool:
    def keys(telling: Telling) -> set[str]:
        values = [resolved.places[s] for s in telling.spans("place") if s in resolved.places]
        return {v.name for v in values if v.precision in ("settlement", "exact", "district")}

    return bool(keys(first) & keys(second))


def _refers_back(report: Report, trigger: Trigger) -> bool:
    """Whether the words before say that the happening is known already ("the attack", "this blast")."""
    before = report.text[max(0, trigger.span.start - 30) : trigger.span.start].lower().split()
    return bool(before) and (before[-1] in ("the", "this", "that") or before[-2:-1] in (["the"], ["this"]))
