"""A ledger in a temporary folder, and the same in PostgreSQL where ``TACITUS_POSTGRES`` names a database."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url

from tacitus.store.ledger import Ledger


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger can be made: a path, or a URL with a schema of its own."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    url = os.environ.get("TACITUS_POSTGRES")
    if url is None:
        pytest.skip("TACITUS_POSTGRES names no database")
    schema = f"test_{uuid4().hex}"
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    yield make_url(url).update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {schema} CASCADE")
    engine.dispose()


@pytest.fixture
def ledger(target: str) -> Iterator[Ledger]:
    with Ledger.open(target) as opened:
        yield opened


@pytest.fixture
def run(ledger: Ledger) -> int:
    return ledger.start_run("0.1.0", "default", "0" * 16, {"min_confidence": 0.0})
