"""plv: who did what to whom in single sentences, as PLOVER roots and quads, against gold dyads.

In: ``plv.jsonl``. Out: dyad+root, root-any, quad-any, silence, and root and quad given the dyad. One
thing to know: end to end means that the reader finds the parties itself; overlap with the gold span counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.errors import Error
from bench.figures import SHARED, Figures, rows, share
from tacitus.pipeline import Reader
from tacitus.records.event import Document, Event
from tacitus.records.plover import quad, root_of
from tacitus.records.span import Span
from tacitus.sources.layout import lay_out

DATA = SHARED / "measure/plv"

_MARK = re.compile(r"<(/?)([st])>")
SOURCES = ("perpetrator", "speaker", "participant")
TARGETS = ("target", "addressee", "participant")


def run(data: Path) -> Figures:
    """Read every sentence and compare."""
    right: Counter[str] = Counter()
    sentences = 0
    for item, document in _read(data):
        sentences += 1
        _, source, target = unmark(item["marked"])
        roots = [root(event, document) for event in document.events]
        fits = [fit(event, source, target) for event in document.events]
        right["silent"] += not any(roots)
        right["root-any"] += item["root"] in roots
        right["quad-any"] += any(str(quad(r)) == item["quad"] for r in roots if r)
        right["dyad"] += any(f == 2 for f in fits)
        right["dyad+root"] += any(r == item["root"] and f == 2 for r, f in zip(roots, fits, strict=True))
        chosen = _given_dyad(document, source, target)
        right["root given dyad"] += chosen == item["root"]
        right["quad given dyad"] += chosen is not None and str(quad(chosen)) == item["quad"]
    names = ("dyad+root", "root-any", "quad-any", "dyad", "silent", "root given dyad", "quad given dyad")
    figures: Figures = {name: share(right[name], sentences) for name in names}
    return {**figures, "sentences": sentences}


def errors(data: Path) -> Iterator[Error]:
    """Each sentence whose dyad and root did not both come out, by what was missing."""
    for item, document in _read(data):
        _, source, target = unmark(item["marked"])
        found = [(root(e, document), fit(e, source, target)) for e in document.events]
        if (item["root"], 2) in found:
            continue
        near = [r for r, f in found if f == 2]
        if near:
            kind = f"dyad found, root {item['root']} as {near[0]}"
        elif any(r == item["root"] for r, _ in found):
            kind = "root found, dyad not"
        else:
            kind = f"neither, {item['root']}" if found else "silent"
        text = document.report.text
        said = "; ".join(
            f"{e.type} {e.realis} {e.confidence:.2f} {e.trigger.of(text)!r} "
            f"[{', '.join(f'{c.field} {c.span.of(text)!r}' for c in e.claims)}]"
            for e in document.events
        )
        yield Error(kind, item["marked"], item["root"], said)


def _read(data: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    items = list(rows(data / "plv.jsonl"))
    return zip(items, Reader().read_all(lay_out(unmark(x["marked"])[0]) for x in items), strict=True)


def unmark(marked: str) -> tuple[str, list[Span], list[Span]]:
    """The sentence, and the spans of source and target; an end that the sentence does not name has none."""
    plain, begun = "", 0
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    at = 0
    for match in _MARK.finditer(marked):
        plain += marked[at : match.start()]
        if match[1]:
            spans[match[2]].append(Span(begun, len(plain)))
        begun, at = len(plain), match.end()
    return plain + marked[at:], spans["s"], spans["t"]


def root(event: Event, document: Document) -> str | None:
    """The PLOVER root of an event."""
    return root_of(event, document.report.text)


def fit(event: Event, source: Sequence[Span], target: Sequence[Span]) -> int:
    """How many ends of the gold dyad the event's parties overlap, each party used for one end only."""
    mine = {c.span for c in event.of(*SOURCES) if any(c.span.overlaps(s) for s in source)}
    theirs = {c.span for c in event.of(*TARGETS) if any(c.span.overlaps(t) for t in target)}
    if source and target and len(mine | theirs) == 1:
        return 1
    return bool(mine or not source) + bool(theirs or not target)


def _given_dyad(document: Document, source: Sequence[Span], target: Sequence[Span]) -> str | None:
    """The root of the event that fits the gold dyad best."""
    ranked = sorted(document.events, key=lambda e: (-fit(e, source, target), -e.confidence))
    return next((r for e in ranked if (r := root(e, document))), None)
