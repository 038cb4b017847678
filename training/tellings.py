"""The weights of ``assemble/grouping/alike.py``: one logistic regression over pairs of tellings of one report.

    python -m training.tellings

In: annotated reports that the reader has not learned from: the dev part of the corpus, and the real texts held back.
Out: ``alike.json`` in ``assemble/grouping``. One thing to know: a pair counts where both of its triggers stand in
annotated events and its kinds may be one; whether the two are one event of the annotation is what is learned.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

import tacitus.assemble.grouping
from bench.corpus import DATA as CORPUS
from bench.corpus import read
from tacitus.assemble.deeds.by_means import with_means
from tacitus.assemble.grouping.alike import features
from tacitus.assemble.grouping.happenings import pairs, same_links
from tacitus.assemble.grouping.reactions import without_answers
from tacitus.assemble.grouping.tellings import tellings
from tacitus.assemble.items import Items
from tacitus.corpus.format import Annotated
from tacitus.pipeline import Reader
from tacitus.records.event import Document
from tacitus.records.ontology import load as load_ontology
from tacitus.records.span import Span
from tacitus.sources.layout import lay_out
from training.corpus.texts import DATA as TEXTS
from training.corpus.texts import load_texts, originals
from training.merging import fit
from training.splits import DEV, drawn

OUT = Path(tacitus.assemble.grouping.__file__).with_name("alike.json")


def rows(read: Iterable[tuple[Annotated, Document]]) -> Iterator[tuple[dict[str, float], bool]]:
    """What is true of each pair of tellings that may be one, and whether the annotation has them as one."""
    ontology = load_ontology()
    for annotated, document in read:
        report, marked, resolved = document.report, document.markup, document.resolved
        if marked is None or resolved is None:
            continue
        all_told = tellings(report, marked, Items.of(report, marked.sentences))
        told = with_means(report.text, without_answers(report.text, all_told, ontology), resolved)
        linked = same_links(marked.links)
        own = {t.trigger.span: _events(annotated, t.trigger.span) for t in told}
        for first, second in pairs(report, told, resolved):
            mine, theirs = own[first.trigger.span], own[second.trigger.span]
            sure = linked.get(frozenset((first.trigger.span, second.trigger.span)), 0.0)
            if mine and theirs:
                yield dict.fromkeys(features(report, resolved, sure, first, second), 1.0), not mine.isdisjoint(theirs)


def _events(annotated: Annotated, trigger: Span) -> set[str]:
    over = (b for b in annotated.brackets if b.start < trigger.end and trigger.start < b.end)
    return {b.id for b in over if b.id[0] == "e"}


def held_back(reader: Reader) -> Iterator[tuple[Annotated, Document]]:
    """The real texts that the reader has not learned from, read."""
    chosen = [text for text in load_texts(originals(TEXTS)) if drawn(text.id) < DEV]
    return zip(chosen, reader.read_all(lay_out(text.text) for text in chosen), strict=True)


def main() -> int:
    """Fit and write the file."""
    reader = Reader()
    found = [*rows(read(CORPUS, "dev", reader=reader)), *rows(held_back(reader))]
    right = np.array([same for _, same in found], float)
    OUT.write_text(json.dumps(fit([told for told, _ in found], right), indent=1) + "\n", "utf-8")
    sys.stdout.write(f"{len(found)} pairs, {int(right.sum())} of them one; {OUT} written\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
