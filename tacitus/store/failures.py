"""What a database says when it fails → a sentence that a person can act on.

In: an error of the driver, and the ledger's name. Out: :class:`LedgerError`. One thing to know: only what the
world does to a ledger (locks, full disks, permissions, damage) is told here; a mistake of ours is raised as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from tacitus.errors import LedgerError

#: What stands in SQLite's or PostgreSQL's message, and what it means.
_MEANING = (
    ("database is locked", "is being written by another process and did not come free in time; try again"),
    ("database table is locked", "is being written by another process and did not come free in time; try again"),
    ("database or disk is full", "cannot grow, the disk is full; free some space and run the command again"),
    ("no space left", "cannot grow, the disk is full; free some space and run the command again"),
    ("could not extend file", "cannot grow, the server's disk is full; free some space and run the command again"),
    ("readonly database", "may not be written by you; check the permissions of the file and its folder"),
    ("read-only transaction", "may not be written; the server is read-only"),
    ("permission denied", "may not be used by you; ask the server's owner for the rights"),
    ("file is not a database", "is no ledger; give another file"),
    ("malformed", "is damaged; bring back a backup (`tacitus check` says what is wrong)"),
    ("disk i/o error", "cannot be read or written (input/output error); check the disk"),
    ("unable to open database file", "cannot be opened; check that its folder exists and may be written by you"),
    ("password authentication failed", "does not let you in; check the user and password of the URL"),
    ("does not exist", "cannot be opened, the server knows no such database or user; create it (`createdb`)"),
    ("nul (0x00)", "cannot hold a text with null characters, PostgreSQL has none; take them out of the source"),
    ("connection", "cannot be reached; check that the server runs and the URL is right"),
    ("could not translate host name", "cannot be reached; check the name of the server in the URL"),
    ("name or service not known", "cannot be reached; check the name of the server in the URL"),
)


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Turn what the database says about the ledger of that name into a sentence."""
    try:
        yield
    except SQLAlchemyError as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error)
        for words, meaning in _MEANING:
            if words in said.lower():
                raise LedgerError(f"The ledger {name} {meaning}.") from error
        raise
