"""The small regressions: the curves of the confidences, the gate, and which tellings are one."""

import random

import numpy as np

from tacitus import Reader
from tacitus.assemble.grouping.alike import weights
from tacitus.assemble.sure import Sure
from tacitus.corpus.format import load
from tacitus.reader.labels import WIDTH
from tacitus.sources.layout import lay_out
from training.calibrate import curves, expected_error, fit
from training.corpus import REPORTS
from training.corpus.compare import Judged
from training.gate import fit as fit_gate
from training.tellings import rows


def test_a_curve_brings_a_boastful_score_down_to_the_truth() -> None:
    chance = random.Random(1)
    items = [Judged("killed", score, chance.random() < score**3) for score in (chance.random() for _ in range(4000))]
    sure = Sure({"killed": fit(items)})
    told = np.array([sure.confidence("killed", j.confidence) for j in items])
    right = np.array([float(j.right) for j in items])
    assert expected_error(told, right) < 0.04 < expected_error(np.array([j.confidence for j in items]), right)


def test_a_rare_field_takes_the_curve_of_all_claims() -> None:
    chance = random.Random(2)
    many = [Judged("place", c, chance.random() < c) for c in (chance.random() for _ in range(500))]
    found = curves([*many, Judged("missing", 0.9, True)])
    assert found["missing"] == fit([*many, Judged("missing", 0.9, True)]) and found["place"] == fit(many)


def test_the_gate_parts_what_differs() -> None:
    chance = np.random.default_rng(3)
    rows = []
    for at in range(60):
        scores = chance.normal(size=2 * WIDTH).astype(np.float32)
        scores[5] += 3 if at % 3 else -3
        rows.append((scores, bool(at % 3)))
    gate = fit_gate(rows)
    passed = [gate.likely(float(gate.weight @ x + gate.bias)) >= 1 for x, _ in rows]
    assert sum(p == told for p, (_, told) in zip(passed, rows, strict=True)) > 54


def test_pairs_of_tellings_are_told_apart_by_the_annotation(reader: Reader) -> None:
    reports = load(REPORTS)[:24]
    found = list(rows(zip(reports, reader.read_all(lay_out(r.text) for r in reports), strict=True)))
    assert {same for _, same in found} == {True, False}
    assert {name for told, _ in found for name in told} <= weights().keys()
    worth = [sum(weights()[name] for name in told) for told, _ in found]
    one, two = ([w for w, (_, same) in zip(worth, found, strict=True) if same is which] for which in (True, False))
    assert sum(one) / len(one) > sum(two) / len(two) + 1
