"""A hand-built ledger behind a server: on loopback without accounts, and on a network with two reviewers."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tacitus.casebook import Casebook
from tacitus.serve.accounts import Accounts
from tacitus.serve.app import create_app
from tacitus.store.ledger import Ledger
from tests.store.build import document

LOCAL, REMOTE = "http://127.0.0.1:8765", "https://desk.example"
AMAL, BORIS = ("amal", "sine ira et studio"), ("boris", "some say, others say")
Json = dict[str, Any]


class Browser(TestClient):
    """A client that proves its acts, as the page does."""

    def proof(self) -> dict[str, str]:
        return {"X-CSRF-Token": self.get("/api/v1/me").json()["csrf"] or ""}

    def act(self, path: str, told: Json) -> Any:
        return self.post(f"/api/v1/{path}", json=told, headers=self.proof())

    def items(self, path: str) -> list[Json]:
        response = self.get(f"/api/v1/{path}")
        assert response.status_code == 200, response.text
        found: list[Json] = response.json()["items"]
        return found


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight reports on four scenes, merged."""
    path = tmp_path_factory.mktemp("served") / "built.db"
    with Ledger.open(path) as ledger:
        *_, _ = Casebook(ledger).keep((document(n) for n in range(8)), "none", "none", {})
    return path


@pytest.fixture
def target(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(os.environ, "TACITUS_HOME", str(tmp_path / "home"))
    return Path(shutil.copy(built, tmp_path / "ledger.db"))


@pytest.fixture
def client(target: Path) -> Iterator[Browser]:
    with Browser(create_app(target, reader="fast"), base_url=LOCAL) as opened:
        yield opened


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    found = Accounts(tmp_path / "home" / "accounts.toml")
    found.add(*AMAL)
    found.add(*BORIS, scopes=("read", "review"))
    return found


@pytest.fixture
def remote(target: Path, accounts: Accounts) -> Iterator[Browser]:
    app = create_app(target, reader="fast", accounts=accounts, host="0.0.0.0")  # noqa: S104 - nothing is bound
    with Browser(app, base_url=REMOTE) as opened:
        yield opened


def problem(response: Any, status: int) -> str:
    """The sentence of a problem."""
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == status and told["title"] and told["type"] == "about:blank"
    return str(told["detail"])
