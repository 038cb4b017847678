"""A ledger → a copy of it, while others write.

In: the engine and where the copy goes. Out: the file. One thing to know: the copy is of one moment, and it
appears under its name whole or not at all.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

from sqlalchemy import Engine

from tacitus.errors import LedgerError, SettingError


def backup(engine: Engine, path: Path) -> None:
    """Copy the ledger to the path, in place of what is there. Raises :class:`SettingError` on PostgreSQL."""
    if engine.dialect.name != "sqlite":
        raise SettingError("PostgreSQL makes its own backups; run: pg_dump --format=custom --file=FILE URL")
    if path.exists() and path.samefile(str(engine.url.database)):
        raise SettingError(f"{path} is the ledger itself; give another file for its backup")
    if path.with_name(f"{path.name}-wal").exists():
        raise SettingError(f"{path} is a ledger in use; give another file for the backup")
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
