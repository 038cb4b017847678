"""Every filter is answered from an index that suits it: what keeps a million events quick.

SQLite plans without knowing what is stored, so an empty ledger tells how a large one will be searched.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from tacitus.store import conditions, listing
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query
from tests.store.build import document, incident

DAY = date(2020, 1, 1)
EVENTS = [
    (Query(), "events_walk"),
    (Query(since=DAY), "events_walk"),
    (Query(since=DAY, until=DAY), "events_walk"),
    (Query(since=DAY, until=DAY, sort="time"), "events_upto"),
    (Query(since=DAY, sort="time"), "events_upto"),
    (Query(text="mirwah"), "events_walk"),
    (Query(box=(-20, -10, 90, 60)), "events_walk"),
    (Query(type="bombing"), "events_type"),
    (Query(type="violence", since=DAY), "events_family"),
    (Query(country="AFG", sort="-killed"), "events_country"),
    (Query(place="Mirwah"), "events_place_key"),
    (Query(place="Mirwah"), "events_admin1_key"),
    (Query(grade="contested"), "events_grade"),
    (Query(contested=True), "events_contested"),
    (Query(toll=("killed", 10)), "events_killed"),
    (Query(toll=("injured", 10), since=DAY), "events_injured"),
    (Query(toll=("arrested", 10), sort="-killed"), "events_deaths"),
    (Query(sort="-killed"), "events_deaths"),
    (Query(actor="gov:army"), "claims_actor"),
    (Query(actor="the army"), "claims_actor_name"),
    (Query(source="dr. nuri"), "claims_said_by"),
    (Query(source="dr. nuri"), "events_outlet_key"),
]
INCIDENTS = [
    (Query(), "incidents_walk"),
    (Query(since=DAY), "incidents_walk"),
    (Query(since=DAY, sort="time"), "incidents_upto"),
    (Query(type="bombing"), "incidents_type"),
    (Query(contested=True), "incidents_contested"),
    (Query(toll=("killed", 10), since=DAY), "incidents_killed"),
    (Query(sort="-killed"), "incidents_deaths"),
    (Query(sort="-reports"), "incidents_reports"),
]


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Ledger, list[str]]]:
    """A small ledger whose every list is long, and the plans of what it is asked."""
    monkeypatch.setattr(conditions, "FEW", 0)
    found: list[str] = []
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        documents = [document(n) for n in range(8)]
        ledger.add(documents, ledger.start_run("0", "none", "none", {}))
        ledger.replace_incidents([], [incident(f"i-{n}", [documents[n]]) for n in range(8)])

        @event.listens_for(ledger.engine, "before_cursor_execute")
        def _explain(_: object, cursor: Any, statement: str, parameters: Any, *_rest: object) -> None:
            if "ORDER BY" in statement:
                found.extend(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

        yield ledger, found


@pytest.mark.parametrize(("query", "index"), EVENTS)
def test_events_are_found_by_an_index(plans: tuple[Ledger, list[str]], query: Query, index: str) -> None:
    ledger, found = plans
    ledger.events(query)
    assert any(f" {index} " in f"{each} " for each in found), found
    assert not [each for each in found if each in ("SCAN events", "SCAN claims")]


@pytest.mark.parametrize(("query", "index"), INCIDENTS)
def test_incidents_are_found_by_an_index(plans: tuple[Ledger, list[str]], query: Query, index: str) -> None:
    ledger, found = plans
    ledger.incidents(query)
    assert any(f" {index} " in f"{each} " for each in found), found
    assert "SCAN incidents" not in found


@pytest.mark.parametrize("noun", ["events", "incidents"])
def test_what_ended_before_is_passed_only_where_that_is_less(
    plans: tuple[Ledger, list[str]], noun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, found = plans
    ask = getattr(ledger, noun)
    ask(Query(since=DAY, sort="time"))
    assert f" {noun}_upto " in found[-2] and found[-1] == "USE TEMP B-TREE FOR ORDER BY"
    monkeypatch.setattr(conditions, "_PUT_IN_ORDER", 4)
    ask(Query(since=DAY, sort="time"))
    assert f" {noun}_walk " in found[-1]


@pytest.mark.parametrize("query", [Query(text="killed"), Query(actor="the army"), Query(source="dr. nuri")])
@pytest.mark.parametrize("noun", ["events", "incidents", "reports"])
def test_the_first_rows_are_looked_up_one_by_one(
    plans: tuple[Ledger, list[str]], query: Query, noun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they fill the page, nobody asks for all rows that answer."""
    ledger, _ = plans
    asked: list[str] = []
    event.listen(ledger.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    monkeypatch.setattr(listing, "LOOKED_UP", 5)
    getattr(ledger, noun)(replace(query, limit=1))
    alone = [each for each in asked if "AS answers" in each]
    if query.text is not None or noun == "incidents":
        assert len(alone) == 1
        assert not [each for each in asked if "IN (SELECT" in each]
    else:
        assert not alone
