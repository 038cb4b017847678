"""incidents: B³ and pairwise F1, and the settled dead, of 400 real articles by rival outlets on one war.

In: ``shared/data/reports/syria.jsonl``, and what four readers marked in it, beside this file: a line an incident with
its dead and, for each report, the characters that tell it (no words). Out: the figures that :mod:`bench.merge` has of
clusters. One thing to know: nothing is trained on these articles or this list, and its markers had not seen what
Tacitus makes of them. Left out is what stands in the background of a hundred reports and would outweigh all else in a
count of pairs: the whole war's toll, its beginning, and sieges and campaigns of more than a month.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.articles import DATA
from bench.figures import Figures, rows
from bench.merge import clustered
from tacitus.records.report import Report
from tacitus.sources.sources import open_sources

MARKED = Path(__file__).with_name("incidents.txt")

__all__ = ["DATA"]


def run(data: Path) -> Figures:
    """Read and merge the articles."""
    reports = [r for r in open_sources([str(data)]) if isinstance(r, Report)]
    return clustered(reports, _marked({row["id"]: row["text"] for row in rows(data)}))


def _marked(texts: dict[str, str]) -> Iterator[dict[str, Any]]:
    """The clusters: ``id``, ``killed`` if anybody counts, and the ``reports`` with their ``quotes``."""
    for line in MARKED.read_text("utf-8").splitlines():
        name, killed, *told = line.split("\t")
        quotes = {}
        for each in told:
            report, *spans = each.split()
            bounds = (map(int, span.split("-")) for span in spans)
            quotes[report] = [texts[report][start:end] for start, end in bounds]
        yield {"id": name, "killed": killed, "reports": list(quotes), "quotes": quotes}
