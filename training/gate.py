"""Fit the gate of a reader: ``python -m training.gate NAME`` writes ``gate.npz`` beside its weights.

In: a reader's name and the corpus. Out: a logistic regression over the mean and the highest score of every head
in a window: does this passage tell of conflict, protest or diplomacy at all, or is it sport, trade or weather?
One thing to know: it learns from the reports without any event ("negative"), which are one in nine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from tacitus.corpus.format import load as load_reports
from tacitus.reader import tokens
from tacitus.reader.model import GATE, Gate, Model, load
from tacitus.reader.sentences import sentences
from training.corpus import REPORTS
from training.splits import parts

HELD = 30.0  # weight of the penalty: of 3, 30, 100 and 300 the one that kept all of dev and let least through
Floats = npt.NDArray[np.float32]


def windows(model: Model, part: str) -> Iterator[tuple[Floats, bool]]:
    """What the gate sees of each window of a part, and whether its report tells of any event."""
    reports = load_reports(REPORTS)
    part_of = parts(reports)
    for report in (r for r in reports if part_of[r.id] == part):
        encoding = tokens.encode(model.tokenizer, [report.text])[0]
        cut = tokens.windows(report.text, sentences(report.text), encoding, model.continues)
        for scores, _ in model.run(cut):
            yield Gate.seen(scores), report.meta["genre"] != "negative"


def fit(rows: list[tuple[Floats, bool]]) -> Gate:
    """Regularised logistic regression by Newton's method, both classes weighing the same."""
    seen = np.array([x for x, _ in rows], np.float64)
    told = np.array([y for _, y in rows], np.float64)
    middle, spread = seen.mean(0), seen.std(0) + 1e-3
    x = np.hstack([(seen - middle) / spread, np.ones((len(seen), 1))])
    share = told.mean()
    worth = np.where(told > 0, 0.5 / share, 0.5 / (1 - share))
    weight = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-(x @ weight)))
        slope = x.T @ (worth * (p - told)) + HELD * weight
        bend = (x * (worth * p * (1 - p))[:, None]).T @ x + HELD * np.eye(len(weight))
        weight -= np.linalg.solve(bend, slope)
    scaled = weight[:-1] / spread
    return Gate(scaled.astype(np.float32), float(weight[-1] - scaled @ middle))


def main(name: str) -> None:
    """Fit on train, write, and say what the gate lets through of dev and test."""
    model = load(name)
    gate = fit(list(windows(model, "train")))
    np.savez(model.folder / GATE, weight=gate.weight, bias=np.float32(gate.bias))
    for part in ("dev", "test"):
        rows = list(windows(model, part))
        for told, what in ((True, "with events"), (False, "without")):
            kept = [gate.likely(float(gate.weight @ x + gate.bias)) for x, y in rows if y is told]
            sys.stdout.write(f"{part}: {sum(k >= 1 for k in kept)} of {len(kept)} windows of reports {what} pass\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "default")
