"""A ledger, a server over it in a process of its own, and pages in Chromium that tell of every mistake.

In: the built page. Out: fixtures. One thing to know: at the end of each test its pages must have sent nothing to any
other host, and logged no error, unless the test says that it expects one.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, expect, sync_playwright

from tacitus.serve.accounts import Accounts
from tacitus.serve.statics import PAGE
from tests.desk.filled import fill

#: Told by rival sides in Mali, Ivory Coast, Niger and elsewhere: contested tolls, commitments, areas on the map.
STORIES = ("w1-gossi-gate", "w1-binhouye-market", "w1-maradi-pupils", "w1-kindia-depot", "w6-hays", "w7-seoul-screens")
REVIEWERS = {"amal": "sine ira et studio", "boris": "some say, others say"}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 375, "height": 780}
#: The map is drawn by the processor where there is no graphics card; nothing is fetched for the browser itself.
FLAGS = (
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
    "--disable-component-update", "--no-first-run", "--disable-sync", "--lang=en-GB",
)  # fmt: skip
expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.desk)


@dataclass
class Desk:
    """What a server is at, and how a page gets there."""

    url: str
    home: Path

    def at(self, hash_: str = "") -> str:
        return f"{self.url}{hash_}"

    def api(self, page: Page, path: str) -> Any:
        """What the server answers, asked from the page."""
        found = page.request.get(f"{self.url}api/v1/{path}")
        assert found.ok, found.text()
        return found.json()


@contextmanager
def served(ledger: Path, home: Path) -> Iterator[Desk]:
    """``tacitus serve`` on a free port, until the block is left."""
    command = [sys.executable, "-m", "tacitus", "serve", "--db", str(ledger), "--port", "0", "--reader", "fast"]
    env = {**os.environ, "TACITUS_HOME": str(home)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env) as server:  # noqa: S603 - our own
        assert server.stderr is not None
        told = server.stderr.readline()
        address = re.search(r"http://\S+", told)
        try:
            assert address, f"the server did not start: {told}{server.stderr.read() if server.poll() else ''}"
            yield Desk(address[0], home)
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (PAGE / "index.html").is_file():
        pytest.fail("the page is not built; run `make web`")
    return fill(tmp_path_factory.mktemp("desk") / "filled.db", STORIES)


@pytest.fixture(scope="session")
def desk(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A server for all tests that only look."""
    with served(filled, tmp_path_factory.mktemp("home")) as found:
        yield found


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Iterator[Desk]:
    """A server of the test's own, which it may write to."""
    with served(Path(shutil.copy(filled, tmp_path / "own.db")), tmp_path / "home") as found:
        yield found


@pytest.fixture
def shared(filled: Path, tmp_path: Path) -> Iterator[Desk]:
    """A server of the test's own, with two reviewers."""
    accounts = Accounts(tmp_path / "home" / "accounts.toml")
    for name, password in REVIEWERS.items():
        accounts.add(name, password)
    with served(Path(shutil.copy(filled, tmp_path / "shared.db")), tmp_path / "home") as found:
        yield found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    found = launch(playwright)
    yield found
    found.close()


def launch(playwright: Playwright) -> Browser:
    """Chromium as the system has it; ``TACITUS_CHROMIUM`` names another."""
    path = os.environ.get("TACITUS_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.fail(f"there is no {' or '.join(CHROMIUM[:2])} on this machine; apt-get install chromium")
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))


@dataclass
class Watched:
    """What pages did that they should not have done."""

    #: Errors that the test expects, as patterns of what the browser logs.
    expected: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext, host: str) -> None:
        def asked(url: str) -> None:
            if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != host:
                self.strangers.append(url)

        def logged(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.errors.append(message.text)

        context.on("request", lambda request: asked(request.url))
        context.on("console", logged)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def unexpected(self) -> list[str]:
        return [each for each in self.errors if not any(re.search(pattern, each) for pattern in self.expected)]


@pytest.fixture
def watched() -> Watched:
    return Watched()


Opened = Callable[..., Page]
Told = dict[str, Any]


@pytest.fixture
def opened(browser: Browser, watched: Watched, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """Opens a desk in a browser profile of its own: ``opened(desk, "#/review", viewport=PHONE, …)``."""
    contexts: list[BrowserContext] = []

    def open_(desk: Desk, hash_: str = "", **settings: Any) -> Page:
        context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", "locale": "en-GB", **settings})
        context.set_default_timeout(30_000)
        contexts.append(context)
        watched.watch(context, urlsplit(desk.url).netloc)
        page = context.new_page()
        page.goto(desk.at(hash_))
        return page

    yield open_
    failed = bool(getattr(request.node, "failed", False))
    for number, context in enumerate(contexts):
        if failed and context.pages:
            pictures = Path("web/test-results")
            pictures.mkdir(exist_ok=True)
            context.pages[0].screenshot(path=pictures / f"{request.node.name}-{number}.png")
        context.close()
    assert not watched.strangers, "a page asked another host"
    assert not watched.unexpected(), "a page logged errors"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    if report.when == "call":
        item.failed = report.failed  # type: ignore[attr-defined]
    return report
