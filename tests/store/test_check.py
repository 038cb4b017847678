"""Damage is found and told in sentences; a backup is a whole ledger, also while others write."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tacitus.casebook import Casebook
from tacitus.errors import LedgerError, SettingError
from tacitus.records.incident import Ruling
from tacitus.store.ledger import Ledger
from tests.store.build import document, incident
from tests.store.test_crash import ROOT

DAMAGE = [
    ("UPDATE reports SET text = 'other ' || text WHERE key = 1", "is not the one that was read"),
    ("UPDATE events SET body = replace(body, '3 people', '4 people') WHERE key = 1", "do not stand where it says"),
    ("UPDATE events SET body = substr(body, 2) WHERE key = 1", "cannot be read"),
    ("UPDATE events SET type = 'meeting' WHERE key = 1", "do not agree with its columns"),
    ("DELETE FROM claims WHERE event_key = 1 AND ordinal = 0", "do not agree with its columns"),
    ("UPDATE events SET current = false WHERE key = 1", "are not of one version"),
    ("UPDATE events SET incident_id = 'i-9' WHERE key = 2", "names an incident that does not hold it"),
    ("UPDATE events SET incident_id = NULL WHERE key = 1", "is held by an incident that it does not name"),
    ("UPDATE reports SET series = 'one'", "more than one newest version"),
]
SQLITE_DAMAGE = [
    ("DELETE FROM words_docsize WHERE id = 1", "full-text index is not in step"),
    ("INSERT INTO words(words, rowid, title, text) VALUES ('delete', 1, 'Report number 0', 'x')", "not in step"),
    ("DELETE FROM runs", "belongs to a row of runs that is not there"),
]


@pytest.fixture
def filled(ledger: Ledger, run: int) -> Ledger:
    documents = [document(n) for n in range(4)]
    ledger.add(documents, run)
    ledger.replace_incidents([], [incident(f"i-{n}", [documents[n]]) for n in range(4)])
    assert ledger.check() == []
    return ledger


@pytest.mark.parametrize(("statement", "told"), DAMAGE)
def test_what_does_not_hold_is_told(filled: Ledger, statement: str, told: str) -> None:
    with filled.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    problems = filled.check()
    assert any(told in each for each in problems), problems


def test_rulings_that_cannot_be_are_told_until_they_are_undone(filled: Ledger) -> None:
    event = filled.accounts()[0].event.id
    for kind, events in (("apart", (event, event)), ("confirm", ()), ("same", (event, event)), ("reject", (event,))):
        filled.rule(Ruling(f"r-{kind}", kind, events, "amal", "2020-03-14", "a slip"))
    told = [each for each in filled.check() if "Ruling" in each]
    assert [each.split("`")[1] for each in told] == [f"tacitus undo r-{kind}" for kind in ("apart", "confirm", "same")]
    assert f"apart on {event} and {event}" in told[0] and "confirm on no event" in told[1]
    for kind in ("apart", "confirm", "same"):
        Casebook(filled).undo(f"r-{kind}")
    assert not any("Ruling" in each for each in filled.check())


@pytest.mark.parametrize(("statement", "told"), SQLITE_DAMAGE)
def test_what_does_not_hold_in_the_file_is_told(tmp_path: Path, statement: str, told: str) -> None:
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.add([document(0), document(1)], ledger.start_run("0", "none", "none", {}))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    with Ledger.open(path) as ledger:
        problems = ledger.check()
    assert any(told in each for each in problems), problems


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.add([document(n) for n in range(200)], ledger.start_run("0", "none", "none", {}))
    damaged = bytearray(path.read_bytes())
    for page in range(60, len(damaged) // 4096):
        damaged[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(damaged)
    try:
        with Ledger.open(path) as ledger:
            told = ledger.check()
    except LedgerError as error:  # where the damage is decides when it is found
        told = [str(error)]
    assert any("damaged" in each for each in told)


WRITER = """
import sys
from tacitus.store.ledger import Ledger
from tests.store.build import document
with Ledger.open(sys.argv[1]) as ledger:
    run = ledger.start_run("0", "none", "none", {})
    for number in range(100_000):
        ledger.add([document(number, more=f" {number}.") for _ in range(3)], run)
        if number == 0:
            print("writing", flush=True)
"""


def test_a_backup_is_a_whole_ledger_while_another_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE)  # noqa: S603
    assert writer.stdout is not None
    writer.stdout.readline()
    try:
        with Ledger.open(path) as ledger:
            for number in range(5):
                ledger.backup(tmp_path / f"backup-{number % 2}.db")
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    assert sorted(each.name for each in tmp_path.iterdir() if "backup" in each.name) == ["backup-0.db", "backup-1.db"]
    for number in range(2):
        with Ledger.open(tmp_path / f"backup-{number}.db", create=False) as copy:
            assert copy.check() == []
            assert len(copy.accounts()) > 0
            copy.add([document(7)], 1)


def test_a_backup_goes_nowhere_it_could_do_harm(ledger: Ledger, target: str, tmp_path: Path) -> None:
    if "://" in target:
        with pytest.raises(SettingError, match="pg_dump"):
            ledger.backup(tmp_path / "copy.db")
        return
    with pytest.raises(SettingError, match="is the ledger itself"):
        ledger.backup(target)
    with pytest.raises(LedgerError, match="cannot be written"):
        ledger.backup(tmp_path / "no" / "copy.db")
    with closing(sqlite3.connect(tmp_path / "map.gpkg")) as other_database:
        other_database.execute("CREATE TABLE reports (id TEXT)")
        other_database.commit()
    (tmp_path / "thesis.odt").write_text("four years of work")
    (tmp_path / "folder").mkdir()
    for name in ("map.gpkg", "thesis.odt", "folder"):
        before = (tmp_path / name).stat().st_mtime_ns  # not when it was last looked at
        with pytest.raises(SettingError, match=f"{name} is no ledger"):
            ledger.backup(tmp_path / name)
        assert (tmp_path / name).stat().st_mtime_ns == before
    (tmp_path / "a b?#%.db").touch()
    for _ in range(2):  # in the place of an empty file, and of an older backup
        ledger.backup(tmp_path / "a b?#%.db")
    with Ledger.open(tmp_path / "other.db") as other:
        other.start_run("0", "none", "none", {})
        with pytest.raises(SettingError, match="is a ledger in use"):
            ledger.backup(tmp_path / "other.db")
