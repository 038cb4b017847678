"""speed: words a second on one core for each reader, the share of each stage, memory, start-up, two processes.

In: a folder with JSON lines of reports. Out: for each reader words a second end to end and of the encoder alone
in the same run, and the share of the time that each stage takes; how many times faster two processes are than
one; peak memory; spaCy's medium model in the same run where it is installed. One thing to know: the process is
pinned to one core for everything but the two processes.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from bench.figures import SHARED, Figures, rows
from tacitus.batch import read_all
from tacitus.pipeline import BATCH, STAGES, Reader
from tacitus.reader import tokens
from tacitus.reader.model import Model, names
from tacitus.reader.sentences import sentences
from tacitus.records.event import Document
from tacitus.sources.layout import lay_out

DATA = SHARED / "reports"
SPACY = "en_core_web_md"


def run(data: Path) -> Figures:
    """Read all reports of the folder once with each reader, and once more with one and with two processes."""
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    texts = [str(row["text"]) for path in sorted(data.glob("*.jsonl")) for row in rows(path)]
    words = sum(len(text.split()) for text in texts)
    figures: Figures = {}
    with _one_core():
        for name in sorted(names(), key=lambda n: n != "default"):
            figures |= {f"{name}: {what}": value for what, value in _reader(name, texts, words).items()}
            if name == "default":
                figures["default: peak MB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        if importlib.util.find_spec(SPACY):
            figures["spaCy md: words a second"] = round(words / _seconds(partial(_spacy, texts)))
    one, two = (_seconds(partial(_read, texts, jobs)) for jobs in (1, 2))
    return {**figures, "two processes, times one": round(one / two, 2), "words": words}


def _reader(name: str, texts: list[str], words: int) -> Figures:
    begun = time.perf_counter()
    reader = Reader(name)
    opened = time.perf_counter() - begun
    spent = dict.fromkeys(("layout", *(stage.__name__ for stage in STAGES)), 0.0)
    begun = time.perf_counter()
    for at in range(0, len(texts), BATCH):
        clock = time.perf_counter()
        documents = [Document(lay_out(text)) for text in texts[at : at + BATCH]]
        spent["layout"] += time.perf_counter() - clock
        for stage in STAGES:
            clock = time.perf_counter()
            documents = stage(documents, reader.kit)
            spent[stage.__name__] += time.perf_counter() - clock
    whole = time.perf_counter() - begun
    encoder = _encoder(reader.kit.model, texts)
    return {
        "words a second": round(words / whole),
        "encoder alone, words a second": round(words / encoder),
        "share encoder": round(encoder / whole, 3),
        **{f"share {stage}": round(seconds / whole, 3) for stage, seconds in spent.items()},
        "start-up seconds": round(opened, 2),
    }


def _encoder(model: Model, texts: list[str]) -> float:
    """Seconds that the encoder takes over all windows of the texts, cut beforehand."""
    seconds = 0.0
    for at in range(0, len(texts), BATCH):
        reports = [lay_out(text) for text in texts[at : at + BATCH]]
        encodings = tokens.encode(model.tokenizer, [r.text for r in reports])
        cut = [
            w
            for report, encoding in zip(reports, encodings, strict=True)
            for w in tokens.windows(report.text, sentences(report.text, report.skip), encoding, model.continues)
        ]
        seconds += _seconds(partial(model.run, cut))
    return seconds


def _read(texts: list[str], jobs: int) -> int:
    return sum(len(document.events) for document in read_all((lay_out(text) for text in texts), jobs=jobs))


def _spacy(texts: list[str]) -> int:
    model: Any = importlib.import_module("spacy").load(SPACY)
    return sum(len(document) for document in model.pipe(texts))


def _seconds(what: Callable[[], object]) -> float:
    begun = time.perf_counter()
    what()
    return time.perf_counter() - begun


@contextmanager
def _one_core() -> Iterator[None]:
    """This process on one core only, where the system can do that."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)
