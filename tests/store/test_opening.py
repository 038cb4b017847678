"""Opening: what is made, what is upgraded, and what is refused with a sentence."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect, update

from tacitus.errors import LedgerError, SettingError
from tacitus.store import opening
from tacitus.store.ledger import Ledger
from tacitus.store.tables import REVISION, REVISIONS
from tests.store.build import document, promising

NEWER = """
from alembic import op
from sqlalchemy import Column, Text
revision = "0004"
down_revision = "0003"
def upgrade() -> None:
    op.add_column("reports", Column("remark", Text))
    op.execute("UPDATE reports SET remark = 'upgraded'")
"""


def refused(target: str | Path, *, create: bool = True) -> str:
    with pytest.raises((LedgerError, SettingError)) as found:
        Ledger.open(target, create=create)
    return str(found.value)


def test_a_ledger_is_made_once_and_found_again(target: str) -> None:
    with Ledger.open(target) as ledger:
        run = ledger.start_run("0", "none", "none", {})
        ledger.add([document(0)], run)
    with Ledger.open(target, create=False) as ledger:
        assert len(ledger.accounts()) == 1


def test_what_is_acknowledged_is_on_the_disk(tmp_path: Path) -> None:
    """A full sync at every commit: what SQLite calls durable also when the power goes."""
    with Ledger.open(tmp_path / "ledger.db") as ledger, ledger.engine.connect() as connection:
        for setting, value in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
            assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar() == value


def test_threads_may_share_a_ledger(target: str) -> None:
    with Ledger.open(target) as ledger:
        run = ledger.start_run("0", "none", "none", {})
        with ThreadPoolExecutor(8) as pool:
            added = list(pool.map(lambda n: ledger.add([document(n)], run), range(40)))
        assert sum(len(each.reports) for each in added) == len(ledger.accounts()) == 40
        assert ledger.check() == []


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    assert "There is no ledger" in refused(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()
    assert "is a folder" in refused(tmp_path)
    assert "its folder does not exist" in refused(tmp_path / "no" / "ledger.db")
    text = tmp_path / "story.txt"
    text.write_text("A bomb killed two soldiers in Kunduz on Monday." * 100)
    assert refused(text) == f"The ledger {text} is no ledger; give another file."
    empty = tmp_path / "empty.db"
    empty.touch()
    assert "is empty and no ledger" in refused(empty, create=False)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE reports (id)")
    assert refused(other) == f"{other} is a database but no ledger; give another file or URL."


def test_urls_that_lead_nowhere_are_told() -> None:
    assert "begins with postgresql://" in refused("mysql://host/name")
    assert "is no URL" in refused("postgresql://host:port/name")
    told = refused("postgresql://user:secret@127.0.0.1:1/name?connect_timeout=2")
    assert "cannot be reached" in told and "secret" not in told


def test_a_newer_ledger_is_refused(target: str) -> None:
    with Ledger.open(target) as ledger, ledger.engine.begin() as connection:
        connection.execute(update(REVISIONS).values(version_num="9000"))
    told = refused(target)
    assert "was written by a newer Tacitus (schema 9000" in told and "upgrade Tacitus" in told


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if Tacitus had one more revision, so that every ledger made before is an old one."""
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    for path in (opening.SCRIPTS / "env.py", *(opening.SCRIPTS / "versions").glob("r*.py")):
        (scripts / path.relative_to(opening.SCRIPTS)).write_text(path.read_text("utf-8"))
    (scripts / "versions" / "r0004.py").write_text(NEWER)
    monkeypatch.setattr(opening, "SCRIPTS", scripts)


@pytest.mark.usefixtures("later")
def test_an_old_ledger_is_upgraded_and_keeps_all(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(target) as ledger:
        run = ledger.start_run("0", "none", "none", {})
        ledger.add([document(n) for n in range(4)], run)
        before = ledger.dump()
    monkeypatch.setattr(opening, "REVISION", "0004")
    for _ in range(2):
        with Ledger.open(target) as ledger:
            with ledger.engine.begin() as connection:
                remarks = connection.exec_driver_sql("SELECT remark FROM reports").scalars().all()
            assert remarks == ["upgraded"] * 4
            assert ledger.dump() == [(t, ("0004",) if t == "alembic_version" else row) for t, row in before]
            assert ledger.check() == []


@pytest.mark.usefixtures("later")
def test_an_upgrade_that_fails_leaves_the_old_ledger(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.open(target).close()
    script = opening.SCRIPTS / "versions" / "r0004.py"
    script.write_text(NEWER + "    raise RuntimeError('the lights went out')\n")
    monkeypatch.setattr(opening, "REVISION", "0004")
    with pytest.raises(RuntimeError, match="lights"):
        Ledger.open(target)
    monkeypatch.setattr(opening, "REVISION", REVISION)
    with Ledger.open(target) as ledger:
        assert ledger.check() == []


def test_the_first_schema_is_upgraded_to_the_same_as_a_new_one(target: str) -> None:
    """Commitments are found in the incidents that are there, and the tables are those of a new ledger."""
    with Ledger.open(target) as ledger:
        run = ledger.start_run("0", "none", "none", {})
        documents = [document(n) for n in range(8)]
        ledger.add(documents, run)
        ledger.replace_incidents([], promising(documents))
        before, schema = ledger.dump(), described(ledger)
        assert len([row for table, row in before if table == "commitments"]) == 4
        with ledger.engine.begin() as connection:
            for table in ("spoken", "commitments"):
                connection.exec_driver_sql(f"DROP TABLE {table}")
            for name in ("events_upto", "incidents_upto"):
                connection.exec_driver_sql(f"DROP INDEX {name}")
            for name, columns in (("walk", "day, id, upto, lat, lon, deaths"), ("cell", "cell, day, id, upto, deaths")):
                connection.exec_driver_sql(f"DROP INDEX incidents_{name}")
                connection.exec_driver_sql(f"CREATE INDEX incidents_{name} ON incidents ({columns})")
            connection.execute(update(REVISIONS).values(version_num="0001"))
    with Ledger.open(target) as ledger:
        assert ledger.dump() == before and described(ledger) == schema


def described(ledger: Ledger) -> dict[str, object]:
    """What the database tells of its tables and indexes."""
    looked = inspect(ledger.engine)
    return {
        name: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in looked.get_columns(name)],
            sorted((str(i["name"]), str(i["column_names"])) for i in looked.get_indexes(name)),
            looked.get_pk_constraint(name)["constrained_columns"],
            [(key["constrained_columns"], key["referred_table"]) for key in looked.get_foreign_keys(name)],
        )
        for name in looked.get_table_names()
    }


def test_opening_imports_no_alembic(tmp_path: Path) -> None:
    code = (
        "import sys; from tacitus.store.ledger import Ledger; Ledger.open(sys.argv[1]).close(); "
        "Ledger.open(sys.argv[1]).close(); sys.exit('alembic' in sys.modules or 'psycopg' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "ledger.db")]
    assert subprocess.run(command, check=False).returncode == 0  # noqa: S603
