"""Two independent annotations of the same reports → how far they agree, layer by layer.

In: pairs of annotated reports with one text. Out: figures from 0 to 1. One thing to know: neither is the truth,
so every figure is an F1: it does not matter which one is called the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from tacitus.corpus.format import TOLLS, Annotated, Bracket

LAYERS = {
    "a": "actor", "f": "facility", "p": "place", "d": "time", "w": "weapon", "n": "toll", "e": "trigger", "c": "cue",
    "q": "content",
}  # fmt: skip
Pair = tuple[Annotated, Annotated]


def agreement(pairs: Iterable[Pair]) -> dict[str, float]:
    """F1 of spans (exact, and overlapping) a layer, of types, realis, roles and sources; tolls exact."""
    counts: Counter[tuple[str, str]] = Counter()
    for first, second in pairs:
        for layer, name in LAYERS.items():
            mine, theirs = ({(b.start, b.end) for b in r.of(layer)} for r in (first, second))
            _add(counts, f"{name} span, exact", len(mine & theirs), len(mine), len(theirs))
            near = sum(any(_overlap(a, b) for b in theirs) for a in mine)
            far = sum(any(_overlap(a, b) for a in mine) for b in theirs)
            counts[f"{name} span, overlapping", "both"] += near + far
            counts[f"{name} span, overlapping", "all"] += len(mine) + len(theirs)
        _labels(counts, first, second)
        for role, one, other in (
            ("role", list(_roles(first, tolls=False)), list(_roles(second, tolls=False))),
            ("toll of an event, its bounds exact", list(_roles(first, tolls=True)), list(_roles(second, tolls=True))),
            ("source of an attribution", list(_sources(first)), list(_sources(second))),
        ):
            met = sum(any(_same(a, b) for b in other) for a in one) + sum(any(_same(a, b) for a in one) for b in other)
            counts[role, "both"] += met
            counts[role, "all"] += len(one) + len(other)
    return {name: round(counts[name, "both"] / n, 3) for (name, what), n in counts.items() if what == "all" and n}


def of_clusters(stories: Iterable[Mapping[str, Any]]) -> float:
    """How far two annotators agree on which events of two reports are one: F1 of pairs.

    Of each story the second one's ``incidents`` are given, and the ``disputed`` pairs with how they were settled.
    """
    agreed = mine = theirs = 0
    for story in stories:
        second = {frozenset(pair) for incident in story["incidents"] for pair in combinations(incident, 2)}
        second = {pair for pair in second if len({event.partition(":")[0] for event in pair}) > 1}
        disputed = {frozenset(pair[:2]) for pair in story["disputed"]}
        agreed += len(second - disputed)
        mine += len(second - disputed) + len(disputed - second)
        theirs += len(second)
    return round(2 * agreed / max(1, mine + theirs), 3)


def _add(counts: Counter[tuple[str, str]], name: str, both: int, mine: int, theirs: int) -> None:
    counts[name, "both"] += 2 * both
    counts[name, "all"] += mine + theirs


def _labels(counts: Counter[tuple[str, str]], first: Annotated, second: Annotated) -> None:
    """What both mark with overlapping spans: the same type, realis, kind?"""
    for letter, place, name in (("e", 0, "event type"), ("e", 1, "realis"), ("a", 0, "actor kind"), ("n", 0, "bounds")):
        for one in first.of(letter):
            for other in second.of(letter):
                mine, theirs = (r.lines[b.id].words for r, b in ((first, one), (second, other)))
                if _overlap((one.start, one.end), (other.start, other.end)) and len(mine) > place < len(theirs):
                    counts[f"{name}, where both mark", "both"] += mine[place] == theirs[place]
                    counts[f"{name}, where both mark", "all"] += 1


Filled = tuple[str, Sequence[Bracket], Sequence[Bracket]]  # role, words of its head, words of what fills it


def _roles(report: Annotated, *, tolls: bool) -> Iterator[Filled]:
    for line in report.lines.values():
        if line.id[0] != "e":
            continue
        for role, ids in line.roles.items():
            if (role in TOLLS) == tolls:
                for id_ in ids:
                    bounds = ":".join(report.lines[id_].words[:1]) if tolls and id_ in report.lines else ""
                    yield role + bounds, _of(report, line.id), _of(report, id_)


def _sources(report: Annotated) -> Iterator[Filled]:
    for line in report.lines.values():
        if line.id[0] == "c":
            for id_ in line.roles.get("source", ()):
                yield "source", _of(report, line.id), _of(report, id_)


def _of(report: Annotated, id_: str) -> list[Bracket]:
    return [b for b in report.brackets if b.id == id_]


def _same(one: Filled, other: Filled) -> bool:
    return one[0] == other[0] and all(
        any(_overlap((a.start, a.end), (b.start, b.end)) for a in mine for b in theirs)
        for mine, theirs in zip(one[1:], other[1:], strict=True)
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
