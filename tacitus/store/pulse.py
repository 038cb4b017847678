"""Whether anything has changed since the ledger was last looked at, told in microseconds.

In: an engine. Out: a number that is another one as soon as anybody has written; None where the database has none. One
thing to know: SQLite counts the changes that others than one connection have made, so one is kept that never writes.
"""

from __future__ import annotations

import sqlite3
import threading

from sqlalchemy import Engine


class Pulse:
    """The count of changes."""

    def __init__(self, engine: Engine) -> None:
        """Nothing is opened before it is asked for."""
        self._engine = engine
        self._lock = threading.Lock()
        self._watching: sqlite3.Connection | None = None

    def count(self) -> int | None:
        """Another number after every change; None on PostgreSQL."""
        if self._engine.dialect.name != "sqlite":
            return None
        with self._lock:
            if self._watching is None:
                # A connection of its own and none of the pool's, whose own writing would not be counted.
                path = str(self._engine.url.database)
                self._watching = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            return int(self._watching.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._watching is not None:
                self._watching.close()
                self._watching = None
