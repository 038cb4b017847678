"""What is promised is listed by the day it is due, and stays right whatever merging does."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, update

from tacitus.asked import followed, followed_page
from tacitus.errors import SettingError
from tacitus.merge.commitments import BINDING
from tacitus.records.event import Settled
from tacitus.records.value import TimeValue
from tacitus.store.ledger import Ledger
from tacitus.store.promised import Promised
from tacitus.store.tables import COMMITMENTS
from tests.store.build import document, incident, promising

DOCUMENTS = [document(n) for n in range(8)]
ALL = Promised(BINDING, ("actual", "historical"))


@pytest.fixture
def filled(ledger: Ledger, run: int) -> Ledger:
    ledger.add(DOCUMENTS, run)
    ledger.replace_incidents([], promising(DOCUMENTS))
    return ledger


def whole(ledger: Ledger) -> bool:
    """Whether the days are right; not all events are in an incident here."""
    return not [each for each in ledger.check() if "no incident" not in each]


def test_they_come_by_the_day_they_are_due(filled: Ledger) -> None:
    assert filled.commitments(ALL) == (["i-1", "i-0", "i-2"], None)
    assert filled.commitments(replace(ALL, by=date(2022, 4, 1))) == (["i-1"], None)
    assert filled.commitments(replace(ALL, by=date(2022, 5, 1))) == (["i-1", "i-0"], None)
    assert filled.commitments(replace(ALL, actor="GOV:army")) == (["i-1"], None)
    assert filled.commitments(replace(ALL, actor="front of light")) == (["i-0", "i-2"], None)
    assert filled.commitments(replace(ALL, types=("threat",))) == (["i-1"], None)
    assert filled.commitments(replace(ALL, realis=("planned",))) == ([], None)


def test_pages_follow_each_other(filled: Ledger) -> None:
    seen, after = [], None
    for _ in range(3):
        ids, after = filled.commitments(replace(ALL, limit=1, after=after))
        seen += ids
    assert seen == ["i-1", "i-0", "i-2"] and after is None
    with pytest.raises(SettingError, match="does not mark"):
        filled.commitments(replace(ALL, after="nonsense"))


def test_what_is_followed_has_its_acts(filled: Ledger) -> None:
    found = followed(filled)
    assert [(each.incident.id, each.deadline, each.state) for each in found] == [
        ("i-1", "2022-03-01", "nothing reported since"), ("i-0", "2022-05-01", "reported done"),
        ("i-2", None, "nothing reported since"),
    ]  # fmt: skip
    assert [act.id for act in found[1].acts] == ["i-3"]
    some, after = followed_page(filled, limit=2)
    assert some == found[:2] and followed_page(filled, limit=2, after=after) == (found[2:], None)
    assert [each.incident.id for each in followed(filled, by=date(2022, 3, 1))] == ["i-1"]


def test_an_act_that_is_put_off_puts_off_the_promise(filled: Ledger) -> None:
    later = Settled("deadline", (TimeValue(None, "2022-01-15", "day"),))
    act = replace(incident("i-9", [DOCUMENTS[3], DOCUMENTS[7]]), settled=(later,))
    filled.replace_incidents(["i-3"], [act])
    assert filled.commitments(ALL)[0] == ["i-0", "i-1", "i-2"] and whole(filled)
    filled.replace_incidents(["i-9"], [])  # nobody tells of it any more
    assert filled.commitments(ALL)[0] == ["i-1", "i-0", "i-2"]
    assert filled.commitments(replace(ALL, by=date(2030, 1, 1)))[0] == ["i-1"]
    filled.replace_incidents([], [act])
    assert filled.commitments(ALL)[0] == ["i-0", "i-1", "i-2"] and whole(filled)
    filled.forget_merging()
    assert filled.commitments(ALL) == ([], None)


def test_a_day_that_is_wrong_is_told(filled: Ledger) -> None:
    with filled.engine.begin() as connection:
        connection.execute(update(COMMITMENTS).where(COMMITMENTS.c.incident_id == "i-0").values(due="2001-01-01"))
    assert any("is due by 2022-05-01" in each for each in filled.check())


def test_no_list_of_them_is_a_search(tmp_path: Path) -> None:
    plans: list[str] = []
    with Ledger.open(tmp_path / "l.db") as ledger:

        @event.listens_for(ledger.engine, "before_cursor_execute")
        def _explain(_: object, cursor: Any, statement: str, parameters: Any, *_rest: object) -> None:
            if statement.startswith("SELECT"):
                plans.extend(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

        ledger.commitments(ALL)
        ledger.commitments(replace(ALL, by=date(2022, 1, 1)))
    read = [each for each in plans if "commitments" in each]
    assert len(read) == 2 and all("COVERING INDEX commitments_due" in each for each in read), plans
    assert not [each for each in plans if "TEMP B-TREE" in each]
