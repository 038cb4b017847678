"""A path or URL → an engine whose database is a ledger of this version.

In: where the ledger is. Out: the engine, its tables made, upgraded or found right. One thing to know: SQLite's
transactions are begun here and not by Python's driver, so that who writes holds the file from the beginning
(``BEGIN IMMEDIATE``) and waits for others instead of failing in the middle; on PostgreSQL a lock does the same.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, OperationalError

from tacitus.errors import LedgerError, SettingError
from tacitus.store import search
from tacitus.store.failures import telling
from tacitus.store.tables import METADATA, REVISION, REVISIONS

SCRIPTS = Path(__file__).with_name("migrations")
#: Tables that every ledger has had from the beginning.
LEDGER = frozenset({"alembic_version", "reports", "events"})
#: Seconds to wait for another writer before giving up; adding a batch of reports takes a fraction of one.
PATIENCE = 60.0
#: PostgreSQL's name for "somebody writes to the ledger": any number will do, if it is always the same.
_WRITING = 0x7AC1705


def engine_of(target: str | Path, *, create: bool = True) -> Engine:
    """The engine of the ledger; makes the ledger where there is none and ``create`` is set."""
    name = named(target)
    if "://" in str(target):
        engine = _postgres(str(target), name)
    else:
        path = Path(target)
        _check_file(path, create)
        engine = _sqlite(path)
    try:
        with telling(name):
            _prepare(engine, name, create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def named(target: str | Path) -> str:
    """The ledger's name for people: the path, or the URL without its password."""
    try:
        return str(make_url(str(target))) if "://" in str(target) else str(target)
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        return str(target)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes; one at a time, whoever else has the ledger open. It ends durable or not at all."""
    with engine.connect().execution_options(tacitus_writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_WRITING)))
        yield connection


def writable(engine: Engine) -> bool:
    """Whether this user may write to the ledger's file."""
    return engine.dialect.name != "sqlite" or os.access(str(engine.url.database), os.W_OK)


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; give the file of a ledger.")
    if not path.exists():
        if not create:
            raise LedgerError(f"There is no ledger {path}; make one with `tacitus add SOURCE --db {path}`.")
        if not path.absolute().parent.is_dir():
            raise LedgerError(f"The ledger {path} cannot be made, its folder does not exist; make the folder first.")


def _sqlite(path: Path) -> Engine:
    # A URL object and no string: a path may hold a question mark or a percent sign.
    url = URL.create("sqlite", database=str(path.absolute()))
    engine = create_engine(url, connect_args={"timeout": PATIENCE, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA cache_size = -65536")
        cursor.execute("PRAGMA mmap_size = 1073741824")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("tacitus_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgres(target: str, name: str) -> Engine:
    try:
        url = make_url(target)
    except (ArgumentError, ValueError):
        raise SettingError(f"{name} is no URL of a database; write postgresql://USER@SERVER/DATABASE") from None
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise SettingError(f"{name} is no ledger; give a file, or a URL that begins with postgresql://")
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"))
    except ImportError:
        raise SettingError("PostgreSQL needs one more package; install it: pip install 'tacitus[postgres]'") from None


def _prepare(engine: Engine, name: str, create: bool) -> None:
    with engine.connect() as connection:
        found = _revision(connection, name)
    if found == REVISION:
        return
    if found is None:
        if not create:
            raise LedgerError(f"{name} is empty and no ledger; make one with `tacitus add SOURCE --db {name}`.")
        _durable(engine)
    with writing(engine) as connection:
        found = _revision(connection, name)  # another process may have been quicker
        if found is None:
            METADATA.create_all(connection, checkfirst=False)
            search.create(connection)
            connection.execute(insert(REVISIONS).values(version_num=REVISION))
        elif found != REVISION:
            _upgrade(connection)


def _revision(connection: Connection, name: str) -> str | None:
    """The revision of the ledger's schema; None where there are no tables at all."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    found: str | None = None
    if LEDGER <= tables:
        found = connection.execute(select(REVISIONS.c.version_num)).scalar()
    if found is None:
        raise LedgerError(f"{name} is a database but no ledger; give another file or URL.")
    if found > REVISION:
        raise LedgerError(
            f"The ledger {name} was written by a newer Tacitus (schema {found}, this one knows {REVISION}); "
            "upgrade Tacitus: pip install --upgrade tacitus."
        )
    return found


def _durable(engine: Engine) -> None:
    """Write-ahead logging, which is a property of the file: readers and one writer work side by side."""
    if engine.dialect.name != "sqlite":
        return
    deadline = time.monotonic() + PATIENCE
    while True:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except engine.dialect.loaded_dbapi.OperationalError as error:
            # SQLite does not wait by itself here, when another process makes the same ledger.
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise OperationalError("PRAGMA journal_mode = WAL", None, error) from error
            time.sleep(0.02)
        finally:
            raw.close()


def _upgrade(connection: Connection) -> None:
    """Bring an old ledger to this version, in the one transaction: it is old or new, never between."""
    from alembic import command  # noqa: PLC0415 - takes a third of a second, and hardly ever has anything to do
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, REVISION)
