"""The weights of ``tacitus/merge``: three logistic regressions, fitted on the train part's story sets.

    python -m training.merging

In: the annotated stories. Out: ``pairs/weights.json`` and ``accounts/rarity.json`` in ``tacitus/merge``. The first
regression says how alike two events are by themselves, the second sees them beside what else their reports have in
common, the third beside what third reports tell; the other file says how rare each stem is in the corpus. One thing to
know: Newton's method with a small penalty, no chance in it, so the same corpus gives the same weights.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import tacitus.merge
from tacitus.corpus.format import event_types, load
from tacitus.merge.accounts.facts import Facts
from tacitus.merge.accounts.rarity import RARE, rarity, table
from tacitus.merge.accounts.wording import stems, wordings
from tacitus.merge.cluster import JOIN
from tacitus.merge.merge import AGREED
from tacitus.merge.pairs import ties
from tacitus.merge.pairs.compare import beside, comparable, features
from tacitus.records.incident import Account
from tacitus.resolve.resolve import Tables
from training.corpus import REPORTS
from training.corpus.gold import Told, documents, incidents
from training.corpus.stories import load_stories
from training.splits import parts

HOME = Path(tacitus.merge.__file__).parent
OUT, STEMS = HOME / "pairs" / "weights.json", HOME / "accounts" / "rarity.json"
#: What these weigh at least. The stories' invented villages are often taken for namesakes far away, and their reports
#: often dated by what is carried over from another event; in real news such a difference says more.
AT_LEAST = {
    "places far apart": -2.0,
    "places in two countries": -1.5,
    "other days": -2.0,
    "places not far apart": -1.5,
    "times long apart": -0.5,
    "told without a day, days apart": -0.25,
}
#: And what they weigh at least in dense news (decision 20), where a hundred reports tell of one war and most of what
#: is alike is not one. Set after fitting, for the later stages would only make up for it.
IN_DENSE_NEWS = {
    "places far apart": -5.0,
    "places not far apart": -2.0,
    "different tolls": -0.8,
    "news of other days": -1.0,
    "places of other names": -1.0,
    # What comes every day of a war, so that two reports of it are seldom of one.
    "both air_strike": 0.0,
    "both shelling": -0.8,
    "different tolls of raids": -0.5,
}
#: How much less likely two events of a ledger are one than two of a story set, where most reports tell of one thing.
DENSER = -0.3
PENALTY, STEPS, STRIDE = 3.0, 80, 1.5
#: The penalty of a weight for one type: how often a type comes twice in one invented story says little of real news.
OF_A_TYPE = 10.0
Pair = tuple[Facts, Facts]
#: The features of a type.
KINDS = frozenset(f"both {kind}" for kind in event_types())


def accounts(told: Sequence[Told]) -> list[Account]:
    """The accounts of documents."""
    found = []
    for each in told:
        report, words = each.document.report, wordings(each.document)
        found += [
            Account(e, report.id, report.published, report.outlet, report.id, words[e.id])
            for e in each.document.events
        ]  # fmt: skip
    return found


def fit(rows: Sequence[dict[str, float]], right: NDArray[np.float64]) -> dict[str, float]:
    """The weights of a logistic regression; what always counts stands under ``""``."""
    names = sorted({name for row in rows for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] + [1.0] for row in rows], float)  # (rows, features + 1)
    weight = np.zeros(len(names) + 1)
    weight[-1] = -3.0
    penalty = np.array([OF_A_TYPE if name in KINDS else PENALTY for name in [*names, ""]])
    penalty[-1] = 0.0
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weight))
        slope = x.T @ (p - right) + penalty * weight
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-6)
        step = np.linalg.solve(curve, slope)
        weight -= step * min(1.0, STRIDE / max(float(np.abs(step).max()), 1e-9))
    return {name: round(float(value), 3) for name, value in zip([*names, ""], weight, strict=True)}


def _count_stems(texts: Sequence[str]) -> None:
    """In how many reports each stem stands, written as what it weighs."""
    count = Counter(stem for text in texts for stem in stems(text))
    weight = {stem: rarity(number, len(texts)) for stem, number in sorted(count.items())}
    common = {stem: worth for stem, worth in weight.items() if worth < RARE}
    STEMS.write_text(json.dumps(common, ensure_ascii=False, indent=0) + "\n", "utf-8")
    table.cache_clear()


def _thirds(pairs: Sequence[tuple[str, str]], worth: Sequence[float]) -> list[dict[str, float]]:
    """What :func:`tacitus.merge.merge.seconded` sees of each pair."""
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), odds in zip(pairs, worth, strict=True):
        if odds >= JOIN:
            near[one][other] = near[other][one] = odds
    return [
        {
            "3 odds": odds,
            "3 a third agrees": max(
                (min(near[one][n], near[other][n]) - AGREED for n in near[one].keys() & near[other].keys()), default=0.0
            ),
        }
        for (one, other), odds in zip(pairs, worth, strict=True)
    ]


def main() -> int:
    """Fit all three and write the files."""
    reports = [r for r in load(REPORTS) if r.meta.get("story")]
    part = parts(load(REPORTS))
    _count_stems([r.text for r in load(REPORTS)])
    told = list(documents([r for r in reports if part[r.id] == "train"], Tables.open()))
    gold = incidents(load_stories())
    of: dict[str, tuple[str, str]] = {}
    for each in told:
        for name, event in each.events.items():
            if (incident := gold.get((each.document.report.id, name))) is not None:
                of.setdefault(event, incident)
    by_report = ties.by_report(accounts(told))
    lots = [
        [(i, j, a, b) for i, a in enumerate(by_report[r]) for j, b in enumerate(by_report[s]) if comparable(a, b)]
        for r, s in ties.candidates(by_report)
    ]
    right = np.array(
        [a.event.id in of and of.get(a.event.id) == of.get(b.event.id) for lot in lots for _, _, a, b in lot], float
    )
    rows = [features(a, b) for lot in lots for _, _, a, b in lot]
    first = fit(rows, right)
    first |= {name: min(worth, first.get(name, 0.0)) for name, worth in AT_LEAST.items()}
    odds = iter([first[""] + sum(first[n] * v for n, v in row.items()) for row in rows])
    besides = [told for lot in lots for _, _, told in beside([(i, j, next(odds)) for i, j, _, _ in lot])]
    second = fit(besides, right)
    second["2"] = second.pop("")
    worth = [second["2"] + sum(second[n] * v for n, v in row.items()) for row in besides]
    third = fit(_thirds([(a.event.id, b.event.id) for lot in lots for _, _, a, b in lot], worth), right)
    third["3"] = third.pop("")
    first |= {name: min(worth, first.get(name, 0.0)) for name, worth in IN_DENSE_NEWS.items()}
    first[""] = round(first[""] + DENSER, 3)
    OUT.write_text(json.dumps(first | second | third, indent=1, ensure_ascii=False) + "\n", "utf-8")
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for incident in of.values():
        pairs[incident] += 1
    reached, there = int(right.sum()), sum(len(list(combinations(range(n), 2))) for n in pairs.values())
    sys.stdout.write(f"{len(rows)} pairs, {reached} of about {there} that are one among them; {OUT} written\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
