"""articles: events, roles and tolls of thirty real articles by rival outlets, annotated by our guide.

In: ``shared/data/reports/syria.jsonl``, and the annotation beside this file, which holds offsets and none of its words.
Out: the figures that :mod:`bench.corpus` has of invented reports. One thing to know: nothing is trained on these
articles, and their annotators had not seen what Tacitus makes of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.corpus import counted, wrong
from bench.errors import Error
from bench.figures import Figures
from tacitus.corpus.format import Annotated
from tacitus.pipeline import Reader
from tacitus.records.event import Document
from tacitus.sources.layout import lay_out
from training.corpus import ROOT
from training.corpus.texts import stored

DATA = ROOT.parent / "shared/data/reports/syria.jsonl"
ANNOTATION = Path(__file__).with_name("articles.txt")


def run(data: Path) -> Figures:
    """Read the thirty articles."""
    read = list(_read(data))
    return {**counted(read), "articles": len(read)}


def errors(data: Path) -> Iterator[Error]:
    """Each event and claim that is wrong, by field."""
    return wrong(_read(data))


def _read(data: Path) -> Iterator[tuple[Annotated, Document]]:
    rows = {row["id"]: row for row in map(json.loads, data.read_text("utf-8").splitlines())}
    articles = list(stored(ANNOTATION, {id_: row["text"].strip() for id_, row in rows.items()}))
    days = (date.fromisoformat(rows[article.id]["published"]) for article in articles)
    laid = (lay_out(article.text, published=day) for article, day in zip(articles, days, strict=True))
    return zip(articles, Reader().read_all(laid), strict=True)
