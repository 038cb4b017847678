"""Nothing is lost: killed writers, full disks, locks, two writers, read-only files."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from tacitus.errors import LedgerError
from tacitus.store import opening
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query
from tests.store.build import document

ROOT = Path(__file__).resolve().parents[2]


def python(*arguments: str, **settings: object) -> "subprocess.Popen[str]":
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **settings)  # type: ignore[call-overload,no-any-return]  # noqa: S603


def killed(target: str, rounds: int, seed: int) -> None:
    done = python("-m", "tests.store.killing", target, str(rounds), str(seed))
    out, err = done.communicate()
    assert done.returncode == 0, err[-2000:]
    assert "none lost" in out and not out.startswith("0 ")


def test_a_killed_writer_loses_nothing_that_it_said_was_added(target: str) -> None:
    killed(target, 12, seed=1)


@pytest.mark.slow
def test_a_writer_killed_two_hundred_times_loses_nothing(target: str) -> None:
    killed(target, 200, seed=2)


WRITER = """
import sys
from tacitus.store.ledger import Ledger
from tests.store.build import document
with Ledger.open(sys.argv[1]) as ledger:
    run = ledger.start_run("0", "none", "none", {})
    for number in range(40):
        both = [document(number, more=f" {sys.argv[2]} {number}."), document(number, more=f" Both {number}.")]
        ledger.add(both, run, blocks={each.events[0].id: ["one"] for each in both})
"""


def test_two_writers_at_once_wait_for_each_other(target: str) -> None:
    writers = [python("-c", WRITER, target, name) for name in ("first", "second")]  # both make the ledger, too
    for writer in writers:
        _, err = writer.communicate()
        assert writer.returncode == 0, err[-2000:]
    with Ledger.open(target) as ledger:
        assert ledger.reports(Query(), count=True).total == 3 * 40
        assert ledger.check() == []


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        run = ledger.start_run("0", "none", "none", {})
        ledger.add([document(0)], run)
        before = ledger.dump()

        @event.listens_for(ledger.engine, "checkout")
        def _full(connection: sqlite3.Connection, *_: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 2}")

        with pytest.raises(LedgerError, match="the disk is full"):
            ledger.add([document(n) for n in range(1, 400)], run)
        event.remove(ledger.engine, "checkout", _full)
        assert ledger.dump() == before
        assert ledger.check() == []
    with Ledger.open(path) as ledger:
        assert len(ledger.add([document(n) for n in range(1, 400)], run).reports) == 399
        assert ledger.check() == []


def test_a_lock_is_waited_for_and_then_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.3)
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger:
        run = ledger.start_run("0", "none", "none", {})
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert ledger.reports(Query()).rows == []  # who reads need not wait
        with pytest.raises(LedgerError, match="being written by another process"):
            ledger.add([document(0)], run)
        other.execute("ROLLBACK")
        other.close()
        assert len(ledger.add([document(0)], run).reports) == 1


READER = """
import os, sys
from tacitus.errors import LedgerError
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query
from tests.store.build import document
if os.getuid() == 0:
    os.setuid(65534)
try:
    with Ledger.open(sys.argv[1]) as ledger:
        print(ledger.reports(Query(), count=True).total)
        print(ledger.check())
        ledger.add([document(1)], 1)
except LedgerError as error:
    print(error)
"""


@pytest.mark.parametrize("kept", [True, False], ids=["folder too", "file only"])
def test_a_read_only_ledger_can_be_read_and_says_that_it_is(kept: bool, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "ledger.db"
    with Ledger.open(path) as ledger:
        run = ledger.start_run("0", "none", "none", {})
        ledger.add([document(0)], run)
    path.chmod(0o444)
    folder.chmod(0o555 if kept else 0o777)
    each: Path | None = tmp_path
    while each is not None and each != Path("/tmp") and each != each.parent:  # noqa: S108 - as far as pytest made them
        each.chmod(each.stat().st_mode | 0o055)
        each = each.parent
    reader = python("-c", READER, str(path), env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    out, err = reader.communicate()
    folder.chmod(0o755)
    assert reader.returncode == 0, err[-2000:]
    assert out.splitlines()[-1].endswith("may not be written by you; check the permissions of the file and its folder.")
    if not kept:  # SQLite needs the folder even to read: readers and writers meet in a file beside the ledger
        assert out.splitlines()[:2] == ["1", "[]"]
