"""A ledger → a copy of it, while others write.

In: the engine and where the copy goes. Out: the file. One thing to know: the copy is of one moment, and it
appears under its name whole or not at all.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from tacitus.errors import LedgerError, SettingError
from tacitus.store import opening


def backup(engine: Engine, path: Path) -> None:
    """Copy the ledger to the path, in place of a ledger that is there. Raises :class:`SettingError` on PostgreSQL.

    Raises it too where another thing lies there.
    """
    if engine.dialect.name != "sqlite":
        raise SettingError("PostgreSQL makes its own backups; run: pg_dump --format=custom --file=FILE URL")
    if path.exists() and path.samefile(str(engine.url.database)):
        raise SettingError(f"{path} is the ledger itself; give another file for its backup")
    if path.with_name(f"{path.name}-wal").exists():
        raise SettingError(f"{path} is a ledger in use; give another file for the backup")
    if path.exists() and not _may_go(path):
        raise SettingError(f"{path} is no ledger, and a backup takes only a ledger's place; give another file for it")
    try:
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise LedgerError(f"{path} cannot be written ({error.strerror}); give another file for the backup.") from None
    os.close(handle)
    try:
        _copy(engine, scratch)
        os.replace(scratch, path)
        _settle(path.absolute().parent)
    except sqlite3.Error as error:
        raise LedgerError(f"The backup {path} could not be written ({error}); nothing was left there.") from error
    finally:
        for rest in ("", "-journal", "-wal", "-shm"):
            Path(scratch + rest).unlink(missing_ok=True)


def _may_go(path: Path) -> bool:
    """Whether a file holds nothing, or an older ledger."""
    if not path.is_file() or path.stat().st_size == 0:
        return path.is_file()
    try:  # immutable: nothing is written beside it
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return opening.LEDGER <= {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError:
        return False


def _copy(engine: Engine, scratch: str) -> None:
    source = engine.raw_connection()
    target = sqlite3.connect(scratch)
    try:
        driver = source.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - the engine's dialect says so
        driver.backup(target)  # in one step: one moment, and writers are not held up
    finally:
        target.close()
        source.close()
    _settle(Path(scratch))


def _settle(path: Path) -> None:
    """Have the disk hold what was written, before anybody is told so."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
