"""Counts over incidents: right with and without filters, and from indexes alone where nothing is asked."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from tacitus.records.incident import Ruling
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query
from tests.store.build import document, incident


@pytest.fixture
def filled(ledger: Ledger, run: int) -> Ledger:
    documents = [document(n) for n in range(8)]
    ledger.add(documents, run)
    pairs = [[documents[n], documents[n + 4]] for n in range(4)]
    new = [incident(f"i-{n}", pair, grade="contested" if n == 1 else "single-source") for n, pair in enumerate(pairs)]
    ledger.replace_incidents([], new)
    return ledger


def test_points_are_the_newest_first_and_no_more_than_asked(filled: Ledger) -> None:
    found = filled.points(Query(), most=3)
    assert [row[0] for row in found] == ["i-3", "i-2", "i-1"]
    assert found[0][1:] == (69.2, 34.5, "settlement", "violence", 40, 40, "2021-12-31", "single-source")
    assert [row[0] for row in filled.points(Query(place="Mirwah", place_country="AFG"), most=9)] == ["i-3", "i-0"]


def test_points_are_written_as_they_are_given(filled: Ledger) -> None:
    for query, most in ((Query(), 9), (Query(), 4), (Query(), 3), (Query(country="SOM"), 9), (Query(type="arrest"), 9)):
        written, more = filled.points_written(query, most=most)
        given = filled.points(query, most=most)
        assert [tuple(row) for row in json.loads(written)] == given
        assert more == (len(filled.points(query, most=most + 1)) > most)


def test_places_have_their_incidents(filled: Ledger) -> None:
    first, *others = filled.places(Query())
    assert (first["name"], first["incidents"], first["killed_low"]) == ("Mirwah", 2, 43)
    assert (first["first"], first["last"], first["lat"]) == ("2020-03-01", "2021-12-31", 34.5)
    assert {each["name"] for each in others} == {"Tesfa", "Suvali"}
    assert filled.places(Query(type="arrest")) == []


def test_days_and_kinds(filled: Ledger) -> None:
    assert filled.days(Query())[:2] == [("2020-03-01", 1, 3), ("2020-03-15", 1, 12)]
    assert filled.days(Query(country="SOM")) == [("2020-03-15", 1, 12)]
    found = filled.kinds(Query())
    assert found["family"] == {"violence": 3, "diplomacy": 1} and found["country"] == {"AFG": 2, "SOM": 1, "FJI": 1}
    assert found["grade"] == {"single-source": 3, "contested": 1}
    some = filled.kinds(Query(actor="gov:army"))
    assert some["type"] == {"armed_clash": 1, "shelling": 1} and some["family"] == {"violence": 2}


def test_parties_with_their_roles(filled: Ledger) -> None:
    found = {each.key: each for each in filled.parties(Query())}
    assert set(found) == {"gov:army", "org:fol"}
    army = found["gov:army"]
    assert (army.name, army.kind, army.country, army.incidents, army.roles) == (
        "the Army", "military", "AFG", 2, {"perpetrator": 2},
    )  # fmt: skip
    assert [each.key for each in filled.parties(Query(type="meeting"))] == ["org:fol"]
    assert filled.parties(Query(country="XXX")) == []


def test_what_was_ruled_on_is_not_doubtful(filled: Ledger) -> None:
    found = {each.body["id"]: each for each in filled.doubtful(most=10)}
    assert len(found) == 4 and found["i-1"].deaths == 12 and round(found["i-1"].confidence, 3) == 0.8
    events = tuple(found["i-1"].body["events"][:1])
    filled.rule(Ruling("r", "confirm", events, "Amal", "2026-01-01T00:00:00", "seen"))
    assert {each.body["id"] for each in filled.doubtful(most=10)} == {"i-0", "i-2", "i-3"}
    filled.undo("r", "2026-01-02T00:00:00")
    assert len(filled.doubtful(most=10)) == 4


def test_the_stamp_changes_with_whatever_is_changed(filled: Ledger, run: int) -> None:
    stamps = [filled.stamp()]
    assert filled.stamp() == stamps[0]
    filled.rule(Ruling("r", "confirm", ("e",), "Amal", "2026-01-01T00:00:00", "seen"))
    stamps.append(filled.stamp())
    filled.undo("r", "2026-01-02T00:00:00")
    stamps.append(filled.stamp())
    filled.add([document(9, more=" More.")], run)
    stamps.append(filled.stamp())
    filled.replace_incidents([], [incident("i-0", [document(0), document(4)])])
    stamps.append(filled.stamp())
    assert len(set(stamps)) == 5


def test_without_filters_only_indexes_are_read(tmp_path: Path) -> None:
    plans: list[str] = []
    with Ledger.open(tmp_path / "l.db") as ledger:

        @event.listens_for(ledger.engine, "before_cursor_execute")
        def _explain(_: object, cursor: Any, statement: str, parameters: Any, *_rest: object) -> None:
            if statement.startswith("SELECT"):
                plans.extend(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

        ledger.days(Query())
        ledger.kinds(Query())
        ledger.stamp()
    read = [each for each in plans if " incidents" in each]
    assert len(read) == 5 and all("COVERING INDEX" in each for each in read), read
