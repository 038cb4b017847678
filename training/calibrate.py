"""Fit what the reader's scores are worth: ``python -m training.calibrate NAME`` writes ``calibration.json``.

In: a reader's name and the corpus. Out: for each field the slope and shift of the score's log odds, fitted on
the dev part; to standard output the model card's tables, measured on the test part. One thing to know: what
is fitted are claims as they come out of the whole way, not the scores of single heads.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from bench.corpus import read
from tacitus.assemble.sure import Curve, Sure, log_odds
from tacitus.pipeline import CURVES, Reader
from tacitus.reader.model import load
from training.corpus import REPORTS
from training.corpus.compare import Judged, compare

FEW = 60  # claims of a field below which it shares the curve of all
PULL = 2.0  # how strongly a curve is held to the identity, in claims
BINS = 10
DRAWS = 300  # how often chance is tried
Floats = npt.NDArray[np.float64]


def judged(part: str, reader: Reader) -> list[Judged]:
    """All events and claims of a part, judged."""
    return [one for report, document in read(REPORTS, part, reader=reader) for one in compare(document, report).judged]


def fit(items: Sequence[Judged]) -> Curve:
    """Logistic regression of right on the score's log odds, by Newton's method with steps that never go uphill."""
    x = np.array([[log_odds(j.confidence), 1.0] for j in items])
    y = np.array([float(j.right) for j in items])
    start = np.array([1.0, 0.0])

    def loss(curve: Floats) -> float:
        odds = x @ curve
        return float(np.logaddexp(0, odds).sum() - y @ odds + PULL / 2 * ((curve - start) ** 2).sum())

    curve = start
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ curve, -30, 30)))
        slope = x.T @ (p - y) + PULL * (curve - start)
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + PULL * np.eye(2), slope)
        size = 1.0
        while loss(curve - size * step) > loss(curve) and size > 1e-6:
            size /= 2
        curve = curve - size * step
    return round(float(curve[0]), 4), round(float(curve[1]), 4)


def curves(items: Iterable[Judged]) -> dict[str, Curve]:
    """A curve for each field; the rare ones take that of all claims."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        groups[item.field].append(item)
    common = fit([i for name, group in groups.items() if name != "event" for i in group])
    return {name: fit(group) if len(group) >= FEW else common for name, group in sorted(groups.items())}


def expected_error(confidence: Floats, right: Floats) -> float:
    """Expected calibration error: the gap between confidence and share right, weighted over ten bins."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = [(bins == b).sum() * abs(confidence[bins == b].mean() - right[bins == b].mean()) for b in set(bins.tolist())]
    return float(sum(gaps) / max(1, len(right)))


def by_chance(confidence: Floats) -> float:
    """The expected calibration error that so many claims would show on average if each confidence were the truth."""
    chance = np.random.default_rng(7)
    draws = (chance.random(len(confidence)) < confidence for _ in range(DRAWS))
    return float(np.mean([expected_error(confidence, right.astype(float)) for right in draws]))


def tables(items: Sequence[Judged], sure: Sure) -> Iterator[str]:
    """The model card's tables: reliability by tenths, error by field, precision and coverage by threshold."""
    values = [(j.field, sure.confidence(j.field, j.confidence), float(j.right)) for j in items]
    yield "| confidence | claims and events | right | |\n|---|---|---|---|"
    for b in range(BINS):
        inside = [r for _, c, r in values if min(int(c * BINS), BINS - 1) == b]
        if inside:
            share = sum(inside) / len(inside)
            yield f"| {b / BINS:.1f}–{(b + 1) / BINS:.1f} | {len(inside):,} | {share:.2f} | {'█' * round(20 * share)} |"
    yield "\n| field | claims | expected calibration error | of that by chance |\n|---|---|---|---|"
    for name in sorted({f for f, _, _ in values}):
        own = [(c, r) for f, c, r in values if f == name]
        confidence = np.array([c for c, _ in own])
        error = expected_error(confidence, np.array([r for _, r in own]))
        yield f"| {name} | {len(own):,} | {error:.3f} | {by_chance(confidence):.3f} |"
    yield "\n| `--min-confidence` | precision | coverage |\n|---|---|---|"
    for least in (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = [r for _, c, r in values if c >= least]
        if kept:
            yield f"| {least:.1f} | {sum(kept) / len(kept):.3f} | {sum(kept) / sum(r for *_, r in values):.3f} |"


def main(name: str) -> None:
    """Fit on dev, write the file beside the weights, print the tables of the test part."""
    file = load(name).folder / CURVES
    file.unlink(missing_ok=True)
    reader = Reader(name)
    found = curves(judged("dev", reader))
    file.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    sys.stdout.writelines(line + "\n" for line in tables(judged("test", reader), Sure(found)))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "default")
