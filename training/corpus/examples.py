"""The corpus → training examples with every layer."""

from __future__ import annotations

import re
from collections import defaultdict

from tacitus.corpus.format import TOLLS, Annotated, Bracket
from tacitus.reader.labels import LAYERS
from tacitus.records.span import Span
from training.examples import Example, Labelled, Linked

#: Where a sentence ends, well enough to tell whether two mentions stand in one.
_STOP = re.compile(r"[.!?][\"'\u201d]*\s+[\"'\u201c(]*[A-Z]|\n")
MENTION = {"a": "actor", "f": "facility", "p": "place", "d": "time", "w": "weapon"}


def example(report: Annotated) -> Example:
    """All that a report's annotation says, as labelled spans and links."""
    spans: list[Labelled] = []
    by_id: dict[str, list[int]] = defaultdict(list)
    fields = _toll_fields(report)
    open_until = {"a": -1, "p": -1, "f": -1, "d": -1, "w": -1, "q": -1, "n": -1, "e": -1, "c": -1}
    for bracket in report.brackets:
        letter = bracket.id[0]
        inner = letter in MENTION and any(open_until[x] >= bracket.end for x in MENTION)
        if letter not in MENTION and open_until[letter] >= bracket.end:
            continue  # a content inside a content, a toll inside a toll: one layer holds the outer one only
        open_until[letter] = max(open_until[letter], bracket.end)
        by_id[bracket.id].append(len(spans))
        spans.append(_labelled(report, bracket, fields, inner=inner))
    links, unknown = _links(report, spans, by_id)
    layers = frozenset(LAYERS) - {"name"}
    return Example(report.id, "corpus", report.text, layers, tuple(spans), links, unknown, linked=True)


def _labelled(report: Annotated, bracket: Bracket, fields: dict[str, list[str]], *, inner: bool) -> Labelled:
    span, letter = Span(bracket.start, bracket.end), bracket.id[0]
    words = report.lines[bracket.id].words if bracket.id in report.lines else ()
    if letter in MENTION:
        more = (("kind", words[0]),) if letter == "a" else ()
        return Labelled(span, "inner" if inner else "mention", MENTION[letter], more)
    if letter == "e":
        return Labelled(span, "trigger", "trigger", (("type", words[0]), ("realis", words[1])))
    if letter == "n":
        return Labelled(span, "toll", "toll", tuple(("field", f) for f in fields[bracket.id]))
    layer = {"c": "cue", "q": "content"}[letter]
    return Labelled(span, layer, layer)


def _toll_fields(report: Annotated) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = defaultdict(list)
    for line in report.lines.values():
        for role, ids in line.roles.items():
            if line.id[0] == "e" and role in TOLLS:
                for id_ in ids:
                    if role not in fields[id_]:
                        fields[id_].append(role)
    return fields


def _links(
    report: Annotated, spans: list[Labelled], by_id: dict[str, list[int]]
) -> tuple[tuple[Linked, ...], tuple[Linked, ...]]:
    """The links to learn, and those left open.

    A thing is often mentioned many times. What is to be learned is the link to the nearest mention;
    a further one is no mistake, so it is left open. A second telling far from any mention of a role
    is not asked to reach for it either, as long as another telling stands nearer.
    """
    right: set[Linked] = set()
    unknown: set[Linked] = set()
    for line in report.lines.values():
        for role, ids in line.roles.items():
            for id_ in ids:
                pairs = sorted(
                    (_gap(spans[h].span, spans[t].span), h, t) for h in by_id[line.id] for t in by_id[id_] if h != t
                )
                heads: set[int] = set()
                for gap, h, t in pairs:
                    link = Linked(h, _role(line.id[0], role), t)
                    same_sentence = gap < 250 and not _STOP.search(_between(report.text, spans[h].span, spans[t].span))
                    learn = h not in heads and (same_sentence or not heads)
                    heads.add(h)
                    (right if learn else unknown).add(link)
    for id_, places in by_id.items():
        if id_[0] in "ea":
            right.update(Linked(h, "same", t) for h in places for t in places if h > t)
    return tuple(sorted(right, key=_order)), tuple(sorted(unknown - right, key=_order))


def _order(link: Linked) -> tuple[int, str, int]:
    return link.head, link.role, link.tail


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _between(text: str, one: Span, other: Span) -> str:
    first, second = sorted((one, other))
    return text[first.end : second.start]


def _role(letter: str, role: str) -> str:
    if letter == "e":
        return "toll" if role in TOLLS else role
    if letter == "c":
        return {"source": "source", "content": "said"}[role]
    return role
