"""Some 360 invented mentions over all kinds, regions and decades since 1980: how often kind, country and id are right.

The mentions (``phrases_listed.csv``) were written before the table and the rules were tuned. A cell may hold several
right answers (``XKX/SRB``), ``-`` for none among them, and ``*`` where any answer will do; an empty cell is none.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from tacitus.records.markup import Mention
from tacitus.records.span import Span
from tacitus.resolve.actors.mentions import ActorTable, resolve_actors

CASES = Path(__file__).with_name("phrases_listed.csv")
#: The shares that must be right; measured 2026-11: see the assertion's message.
FLOORS = {"kind": 0.95, "country": 0.95, "id": 0.90}


def _fits(got: str | None, cell: str) -> bool:
    return cell == "*" or (got or "") in {each.replace("-", "") if each == "-" else each for each in cell.split("/")}


def _read(case: dict[str, str], table: ActorTable) -> tuple[dict[str, str | None], dict[str, bool]]:
    start = case["sentence"].index(case["words"])
    mention = Mention(Span(start, start + len(case["words"])), "actor", None, 1.0)
    day = date.fromisoformat(case["date"])
    value = resolve_actors(case["sentence"], [mention], published=day, table=table)[mention.span]
    got = {"kind": value.kind, "country": value.country, "id": value.actor}
    return got, {field: _fits(got[field], case[field]) for field in got}


@pytest.fixture(scope="module")
def judged() -> list[tuple[dict[str, str], dict[str, str | None], dict[str, bool]]]:
    """Every case with what it was resolved to and which fields are right."""
    table = ActorTable.open()
    with CASES.open(encoding="utf-8", newline="") as lines:
        return [(case, *_read(case, table)) for case in csv.DictReader(lines)]


@pytest.mark.parametrize("field", ["kind", "country", "id"])
def test_shares(judged: list[tuple[dict[str, str], dict[str, str | None], dict[str, bool]]], field: str) -> None:
    share = sum(right[field] for _, _, right in judged) / len(judged)
    wrong = [
        f"{case['words']!r} {got[field]} for {case[field] or '-'}" for case, got, right in judged if not right[field]
    ]
    assert share >= FLOORS[field], f"{field} {share:.3f}\n" + "\n".join(wrong)


def test_the_mentions_span_all_kinds_and_decades() -> None:
    with CASES.open(encoding="utf-8", newline="") as lines:
        cases = list(csv.DictReader(lines))
    assert len(cases) >= 300
    assert {case["date"][:3] for case in cases} == {"198", "199", "200", "201", "202"}
    assert len({case["kind"] for case in cases if case["kind"]}) >= 18
