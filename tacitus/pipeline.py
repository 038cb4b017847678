"""The way through the house: a report goes in, events made of claims come out.

Start here. ``STAGES`` is the list of stages, in order; each takes a batch of documents and gives it
back with what it found added. One thing to know: nothing is shared between two reports but the tables.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import ClassVar

from tacitus.assemble.assemble import assemble
from tacitus.assemble.sure import Sure
from tacitus.reader.model import Model, chosen
from tacitus.reader.model import load as load_model
from tacitus.reader.read import mark
from tacitus.records.event import Document, Issue
from tacitus.records.ontology import Ontology
from tacitus.records.ontology import load as load_ontology
from tacitus.records.report import Report
from tacitus.resolve.mending.mend import mended
from tacitus.resolve.resolve import Tables, resolve
from tacitus.sources.layout import lay_out

CURVES = "calibration.json"  # beside the weights it belongs to
BATCH = 32  # reports on their way together: they share the tokenizer's pass and nothing else


@dataclass(frozen=True, slots=True)
class Kit:
    """What the stages work with; loaded once in a process, shared by all reports."""

    model: Model
    tables: Tables
    ontology: Ontology
    sure: Sure


def find(documents: Sequence[Document], kit: Kit) -> list[Document]:
    """Mentions, triggers and links, by the encoder."""
    marked = mark([d.report for d in documents], kit.model)
    return [replace(d, markup=m) for d, m in zip(documents, marked, strict=True)]


def understand(documents: Sequence[Document], kit: Kit) -> list[Document]:
    """What the words stand for: actors, places, dates, numbers."""
    found = []
    for document in documents:
        assert document.markup is not None  # noqa: S101 - stages run in order
        markup = mended(document.report.text, document.markup, kit.tables)
        resolved, issues = resolve(document.report, markup, kit.tables)
        found.append(replace(document, markup=markup, resolved=resolved, issues=document.issues + issues))
    return found


def put_together(documents: Sequence[Document], kit: Kit) -> list[Document]:
    """Events made of claims, and quotes."""
    found = []
    for document in documents:
        assert document.markup is not None and document.resolved is not None  # noqa: S101 - stages run in order
        events, quotes = assemble(document.report, document.markup, document.resolved, kit.ontology, kit.sure)
        found.append(replace(document, events=events, quotes=quotes))
    return found


Stage = Callable[[Sequence[Document], Kit], list[Document]]

#: The stages, in order.
STAGES: tuple[Stage, ...] = (find, understand, put_together)


class Reader:
    """Reads reports. Opening one loads the model and the tables (about a second); keep it for many reports.

    From then on Python's garbage collector leaves alone whatever the process held by then (``gc.freeze``).
    """

    #: Whether what fails in one report is raised: for measures, where it must not pass as a report that tells nothing.
    strict: ClassVar[bool] = False

    def __init__(self, model: str | None = None, *, threads: int = 1, min_confidence: float = 0.0) -> None:
        """``model``: "default" (reads best) or "fast", or else what the variable TACITUS_READER says.

        ``threads``: how many cores the encoder may use. ``min_confidence``: events and claims less sure than this
        (0 to 1) are left out. Raises :class:`SettingError` if there is no such
        model, :class:`DataError` if the package is damaged.
        """
        trained = load_model(chosen(model), threads)
        self.kit = Kit(trained, Tables.open(), load_ontology(), Sure.open(trained.folder / CURVES, min_confidence))
        gc.freeze()  # the tables stay as long as the process, and to go over them again and again takes its time

    def read(self, text: str, *, published: date | None = None, title: str | None = None) -> Document:
        """Read one text."""
        return next(self.read_all([lay_out(text, published=published, title=title)]))

    def read_all(self, reports: Iterable[Report]) -> Iterator[Document]:
        """Read many reports, in order; what fails in one report becomes an issue of that report."""
        waiting = iter(reports)
        while batch := list(islice(waiting, BATCH)):
            yield from self._batch(batch)

    def _batch(self, reports: Sequence[Report]) -> list[Document]:
        documents = [Document(r, issues=_language(r)) for r in reports]
        try:
            for stage in STAGES:
                documents = stage(documents, self.kit)
        except Exception as error:  # the batch border: one bad report must not stop the rest
            if self.strict:
                raise
            if len(reports) > 1:
                return [document for report in reports for document in self._batch([report])]
            issue = Issue("read", f"the report could not be read ({type(error).__name__}: {error}); please report this")
            return [Document(reports[0], issues=(issue,))]
        return documents


def _language(report: Report) -> tuple[Issue, ...]:
    if report.language in (None, "en"):
        return ()
    return (Issue("source", f"the text does not look English ({report.language}); what was read may be wrong"),)
