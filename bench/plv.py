"""plv: who did what to whom in single sentences, as PLOVER roots and quads, against gold dyads.

In: ``plv.jsonl``. Out: dyad+root, root-any, quad-any, silence, and root and quad given the dyad. One
thing to know: end to end means that the reader finds the parties itself; overlap with the gold span counts.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bench.figures import SHARED, Figures, rows, share
from tacitus.pipeline import Reader
from tacitus.records.event import Document, Event
from tacitus.records.ontology import load, plover_root, quad
from tacitus.records.span import Span
from tacitus.sources.layout import lay_out

DATA = SHARED / "measure/plv"

SOURCES = ("perpetrator", "speaker", "participant")
TARGETS = ("target", "addressee", "participant")


def run(data: Path) -> Figures:
    """Read every sentence and compare."""
    items = list(rows(data / "plv.jsonl"))
    reader = Reader()
    documents = reader.read_all(lay_out(unmark(x["marked"])[0]) for x in items)
    right: Counter[str] = Counter()
    for item, document in zip(items, documents, strict=True):
        _, source, target = unmark(item["marked"])
        roots = [root(event) for event in document.events]
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
    figures: Figures = {name: share(right[name], len(items)) for name in names}
    return {**figures, "sentences": len(items)}


def unmark(marked: str) -> tuple[str, Span, Span]:
    """The sentence, and the spans of source and target."""
    plain, spans = "", {}
    rest = marked
    while (at := rest.find("<")) >= 0:
        tag = rest[at : rest.find(">", at) + 1]
        plain += rest[:at]
        if tag in ("<s>", "<t>"):
            spans[tag[1]] = (len(plain), len(plain))
        elif tag in ("</s>", "</t>"):
            spans[tag[2]] = (spans[tag[2]][0], len(plain))
        else:
            plain, tag = plain + "<", "<"
        rest = rest[at + len(tag) :]
    return plain + rest, Span(*spans["s"]), Span(*spans["t"])


def root(event: Event) -> str | None:
    """The PLOVER root of an event."""
    return plover_root(load()[event.type], event.realis)


def fit(event: Event, source: Span, target: Span) -> int:
    """How many ends of the gold dyad the event's parties overlap, each party used for one end only."""
    mine = [c.span for c in event.of(*SOURCES) if c.span.overlaps(source)]
    theirs = [c.span for c in event.of(*TARGETS) if c.span.overlaps(target)]
    if mine and theirs and {*mine} == {*theirs} and len({*mine}) == 1:
        return 1
    return bool(mine) + bool(theirs)


def _given_dyad(document: Document, source: Span, target: Span) -> str | None:
    """The root of the event that fits the gold dyad best."""
    ranked = sorted(document.events, key=lambda e: (-fit(e, source, target), -e.confidence))
    return next((r for e in ranked if (r := root(e))), None)
