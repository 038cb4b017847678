"""Counts that no telling of the report has: the grammar tells their fate, and the words around whose they are.

In: the happenings of a report with their tolls. Out: the other counts, each with the number of its happening. One thing
to know: it is the nearest that fits, in the count's own sentence or the one before; but "the toll" is of the happening
whose dead were as many before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tacitus.assemble.clauses import at_another_time
from tacitus.assemble.counts.casualties import FATE_OF_TYPE, FILLED, Toll
from tacitus.assemble.counts.spans_of_time import of_two_spans
from tacitus.assemble.counts.too_many import WAR
from tacitus.assemble.grouping.happenings import Happening
from tacitus.assemble.items import Items
from tacitus.records.ontology import Ontology
from tacitus.records.resolved import Counted, Resolved
from tacitus.records.span import Span

_BODIES_OF = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains) of (?:the |at least )?$", re.I)
#: "Put the toll at", "the death toll has risen to"; how many times as many it may come to.
_THE_TOLL = re.compile(r"\btoll\b[^.;:\n]{0,30}$", re.I)
_GROWN = 3


def told_plainly(
    happenings: Sequence[Happening],
    linked: Mapping[Span, Sequence[Toll]],
    resolved: Resolved,
    sentences: Sequence[Span],
    ontology: Ontology,
    items: Items,
    text: str,
) -> dict[int, list[Toll]]:
    """Counts whose fate the grammar tells and that no happening has yet.

    Each goes to the happening with the nearest fitting telling in its sentence, or else in the one before it; gives
    them by its number.
    ``linked`` has the tolls of each telling by its trigger's span.
    """
    claimed = {(toll.counted.span, toll.field) for theirs in linked.values() for toll in theirs}
    found: dict[int, list[Toll]] = {}
    spans = {span for span, _ in claimed}
    for counted, field in resolved.fates.items():
        # Who was abducted and killed, or hurt and arrested, is counted as both, whoever else is counted once.
        taken = {(counted.span, "abducted"), (counted.span, "arrested")} & claimed
        hurt = field in ("killed", "injured")
        if (counted.span, field) in claimed or (counted.span in spans and not (taken and hurt)):
            continue
        fitting = [
            (abs(telling.trigger.span.start - counted.span.start), n, telling.trigger.score, telling.sentence)
            for n, happening in enumerate(happenings)
            for telling in happening.tellings
            if _fits(telling.trigger.type, field, ontology)
            and not at_another_time(text, counted.span, telling.trigger.span)
        ]
        at = next((i for i, s in enumerate(sentences) if s.holds(counted.span)), -1)
        near = [each[:3] for each in fitting if each[3] == at]
        if hurt and at > 0 and not near and of_two_spans(sentences[at - 1].of(text), sentences[at].of(text)):
            continue  # "wounded in July alone. … for the first six months"
        found_later = at > 0 and _BODIES_OF.search(text, max(0, counted.span.start - 30), counted.span.start)
        if counted.value.low >= WAR or (found_later and "\n" in text[sentences[at - 1].end : sentences[at].start]):
            hurt = False  # bodies that a new paragraph tells of are not those of the deed above
        if not near and hurt and _THE_TOLL.search(text, max(0, counted.span.start - 40), counted.span.start):
            if not items.parted(at - 1, at):
                near = [
                    each[:3]
                    for each in fitting
                    if each[3] == at - 1 and _alike(counted, field, happenings[each[1]], linked)
                ]
            if not near:
                near = [each[:3] for each in fitting if each[1] == _counted_before(counted, field, happenings, linked)]
        if not near and hurt:  # "Two of them died in hospital later": of what was told before
            near = [each[:3] for each in fitting if each[3] == at - 1 and not items.parted(at - 1, at)]
        if not near and hurt and len({each[1] for each in fitting}) == 1:  # all that the report tells of
            near = [each[:3] for each in fitting if each[3] == at - 2 and not items.parted(at - 2, at)]
        if near:
            _, n, score = min(near)
            found.setdefault(n, []).append(Toll(field, counted, FILLED * score))
    return found


def _alike(counted: Counted, field: str, happening: Happening, linked: Mapping[Span, Sequence[Toll]]) -> bool:
    """Whether a happening has a count as great as a rival one: "the mayor put the toll at 20", of 22."""
    counts = [o.counted.value.low for t in happening.tellings for o in linked[t.trigger.span] if o.field == field]
    return any(low <= _GROWN * counted.value.low and counted.value.low <= _GROWN * low for low in counts)


def _counted_before(
    counted: Counted, field: str, happenings: Sequence[Happening], linked: Mapping[Span, Sequence[Toll]]
) -> int | None:
    """The one happening that a later toll may be of by its size: "the ministry later put the toll at 11", of nine."""
    most = {
        n: max(counts)
        for n, happening in enumerate(happenings)
        if (
            counts := [
                o.counted.value.low for t in happening.tellings for o in linked[t.trigger.span] if o.field == field
            ]
        )
    }
    alike = [n for n, low in most.items() if low <= counted.value.low <= _GROWN * low]
    return alike[0] if len(alike) == 1 else None


def _fits(kind: str, field: str, ontology: Ontology) -> bool:
    """Whether a happening of this type can have people in this field."""
    if field in FATE_OF_TYPE.values():
        return FATE_OF_TYPE.get(kind) == field
    return ontology[kind].family == "violence" or kind in ("raid", "demonstration", "violent_demonstration")
