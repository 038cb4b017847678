"""The plan beside what the corpus holds: a table of cells, filled or short.

In: the annotated reports and the stories. Out: lines to print. One thing to know: the plan is
``plan.toml``; a cell that is short is told, and does not make ``make corpus`` fail.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tacitus.corpus.format import Annotated
from tacitus.records.ontology import load as load_ontology
from training.corpus.stories import Story

PLAN = Path(__file__).with_name("plan.toml")


def lines(reports: Sequence[Annotated], stories: Sequence[Story], second: int) -> Iterator[str]:
    """One line a cell: what, how many there are, how many are wanted, and "short" where they fall short."""
    plan = tomllib.loads(PLAN.read_text("utf-8"))
    events = [line for r in reports for line in r.lines.values() if line.id[0] == "e"]
    not_actual = sum(line.words[1] != "actual" for line in events)
    told = Counter(r.meta["story"] for r in reports if r.meta.get("story"))
    yield _cell("reports", len(reports), plan["reports"])
    yield _cell("words", sum(len(r.text.split()) for r in reports), plan["words"])
    yield _cell("stories", len(stories), plan["stories"])
    yield _cell("reports in stories", sum(told.values()), plan["story_reports"])
    yield _cell("annotated twice", second, plan["second_annotation"])
    yield _cell("events not actual, per cent", round(100 * not_actual / max(1, len(events))), 100 * plan["not_actual"])
    yield from _shares(plan["thirds"], Counter(r.meta["region"] for r in reports))
    for key in ("genre", "quality"):
        counts = Counter(r.meta[key] for r in reports)
        yield from (_cell(f"{key} {name}", counts[name], wanted) for name, wanted in plan[key].items())
    types = Counter(line.words[0] for line in events)
    for kind in load_ontology():
        wanted = plan["events"]["violence" if kind.family == "violence" else "each"]
        yield _cell(f"events {kind.id}", types[kind.id], wanted)
    most = max((sum(line.id[0] == "e" for line in r.lines.values()) for r in reports), default=0)
    yield _cell("events in the report with the most", most, 12)
    yield _cell("reports without an event", sum(not any(i[0] == "e" for i in r.lines) for r in reports), 30)


def _shares(thirds: Mapping[str, Any], regions: Counter[str]) -> Iterator[str]:
    for name, members in thirds.items():
        share = 100 * sum(regions[m] for m in members) / max(1, regions.total())
        yield _cell(f"{name}, per cent of the reports", round(share), 30)


def _cell(what: str, found: int, wanted: float) -> str:
    return f"  {what:48} {found:7,} of {wanted:9,.0f}{'' if found >= wanted else '   short'}"
