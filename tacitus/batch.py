"""Many reports, one process or several: the same documents in the same order.

One thing to know: a process that reads loads the model and the tables once, and one report never
needs another, so batches go to whichever process is free.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice

from tacitus.pipeline import Reader
from tacitus.records.event import Document
from tacitus.records.report import Report

#: A process reads on one core: threads of its libraries would only get in the way of the other processes.
_ALONE = ("TOKENIZERS_PARALLELISM", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
SHARE = 4  # reports that a process takes at a time: few, so that none waits long for the last of another


def read_all(
    reports: Iterable[Report], *, jobs: int = 1, model: str | None = None, min_confidence: float = 0.0
) -> Iterator[Document]:
    """Read reports in order, with ``jobs`` processes; the rest as for :class:`Reader`."""
    if jobs == 1:
        yield from _reader(model, min_confidence).read_all(reports)
        return
    for name in _ALONE:
        os.environ.setdefault(name, "1" if name != "TOKENIZERS_PARALLELISM" else "false")
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for documents in pool.imap(partial(_read_batch, model, min_confidence), _batches(reports)):
            yield from documents


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    waiting = iter(reports)
    while batch := list(islice(waiting, SHARE)):
        yield batch


@cache
def _reader(model: str | None, min_confidence: float) -> Reader:
    return Reader(model, min_confidence=min_confidence)


def _read_batch(model: str | None, min_confidence: float, reports: Sequence[Report]) -> list[Document]:
    return [_light(d) for d in _reader(model, min_confidence).read_all(reports)]


def _light(document: Document) -> Document:
    """A document without the markup, which only the process that read it needs."""
    return Document(document.report, None, None, document.events, document.quotes, document.issues)
