"""speed: words a second on one core, the share of each stage, memory and start-up.

In: a folder with JSON lines of reports. Out: words a second end to end and of the encoder alone in the
same run, the share of the time that each stage takes, peak memory and seconds to open a reader.
One thing to know: the process is pinned to one core first.
"""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path

from bench.figures import SHARED, Figures, rows
from tacitus.pipeline import BATCH, STAGES, Reader
from tacitus.reader import tokens
from tacitus.reader.sentences import sentences
from tacitus.records.event import Document
from tacitus.sources.layout import lay_out

DATA = SHARED / "reports"


def run(data: Path) -> Figures:
    """Read all reports of the folder once."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    begun = time.perf_counter()
    reader = Reader()
    opened = time.perf_counter() - begun
    texts = [row["text"] for path in sorted(data.glob("*.jsonl")) for row in rows(path)]
    words = sum(len(text.split()) for text in texts)
    spent = dict.fromkeys(("layout", *(stage.__name__ for stage in STAGES)), 0.0)
    encoder = 0.0
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
    for at in range(0, len(texts), BATCH):
        model = reader.kit.model
        reports = [lay_out(text) for text in texts[at : at + BATCH]]
        encodings = tokens.encode(model.tokenizer, [r.text for r in reports])
        cut = [
            w
            for report, encoding in zip(reports, encodings, strict=True)
            for w in tokens.windows(report.text, sentences(report.text, report.skip), encoding, model.continues)
        ]
        clock = time.perf_counter()
        model.run(cut)
        encoder += time.perf_counter() - clock
    figures: Figures = {"words a second": round(words / whole), "encoder alone, words a second": round(words / encoder)}
    figures["share encoder"] = round(encoder / whole, 3)
    figures |= {f"share {name}": round(seconds / whole, 3) for name, seconds in spent.items()}
    figures["peak MB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    figures["start-up seconds"] = round(opened, 2)
    return {**figures, "words": words}
