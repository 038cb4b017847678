"""The docs hold: commands and snippets run, links lead somewhere, and nothing of the command is left out."""

import json
import re
import runpy
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from tacitus.cli import _parser, main
from tacitus.reader.labels import ROLES
from tacitus.records import value
from tacitus.records.value import ACTOR_FIELDS, ACTOR_KINDS, REALIS, TOLL_FIELDS

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
DOCS = sorted((ROOT / "docs").rglob("*.md"))
PAGES = [README, *DOCS, *sorted((ROOT / "training/corpus").glob("*.md"))]
MADE = runpy.run_path(str(ROOT / "docs/generate.py"))
SAMPLE = (ROOT / "tacitus/data/samples/1-rival-tolls.txt").read_text("utf-8")
#: Folders that snippets and commands read from.
READ = ("tacitus", "training")
MODULES = [path for folder in ("tacitus", "training", "tests", "docs") for path in (ROOT / folder).rglob("*.py")]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\(([^()\s]+)\)")
PATH = re.compile(r"`((?:tacitus|training|bench|docs|tests)/[\w./-]*)`")
#: Modules that the tour and the decisions name inside a room.
MODULE = re.compile(r"`((?:(?:records|sources|reader|resolve|assemble|export|merge|store)/)?\w+\.py)`")


def fenced(page: Path, language: str) -> list[str]:
    return [found[2] for found in FENCED.finditer(page.read_text("utf-8")) if found[1] == language]


def commands(page: Path) -> Iterator[list[str]]:
    """The arguments of every ``tacitus`` command in the page, up to a pipe or a comment."""
    for line in "".join(fenced(page, "sh")).splitlines():
        for part in line.split("|"):
            words = shlex.split(part, comments=True)
            if words and words[0] in ("tacitus", ".venv/bin/tacitus"):
                yield words[1:]


READERS = (README, *DOCS)
COMMANDS = [pytest.param(words, id=f"{page.name}: {' '.join(words)}") for page in READERS for words in commands(page)]
PYTHON = [page for page in READERS if fenced(page, "python")]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like the checkout to who reads, and may be written to."""
    for folder in READ:
        (tmp_path / folder).symlink_to(ROOT / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_there_is_something_to_check() -> None:
    assert len(COMMANDS) >= 10 and {README, ROOT / "docs/tour.md"} <= set(PYTHON)


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_is_one_and_runs(words: list[str], checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = _parser().parse_args(words)
    if {"INCIDENT", "EVENT", "RULING", "NAME"} & set(words) or words[0] in ("serve", "desk"):
        return  # stands for what the reader of the page has, or goes on until it is stopped
    if "db" in args and words[0] != "add":
        assert main(["add", "tacitus/data/samples", "--reader", "fast", "--db", args.db]) == 0
        capsys.readouterr()
    if all(Path(source).exists() for source in getattr(args, "sources", ())):
        assert main(words) == 0
        told = capsys.readouterr()
        assert told.out or told.err or Path(args.output).read_text("utf-8")


@pytest.mark.parametrize("page", PYTHON, ids=lambda page: page.name)
def test_the_snippets_of_a_page_run_one_after_the_other(
    page: Path, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    for snippet in fenced(page, "python"):
        exec(compile(snippet, str(page), "exec"), names)  # noqa: S102 - our own docs
        assert capsys.readouterr().out, f"prints nothing:\n{snippet}"


def test_the_tour_has_ten_stops_that_each_end_in_something_to_run() -> None:
    stops = re.split(r"^## ", (ROOT / "docs/tour.md").read_text("utf-8"), flags=re.M)[1:-1]
    assert [stop.split(".")[0] for stop in stops] == [str(n) for n in range(1, 11)]
    assert all(stop.rstrip().endswith("```") for stop in stops)


def test_the_reference_of_the_command_is_fresh() -> None:
    fresh = (ROOT / "docs/cli.md").read_text("utf-8") == MADE["cli"]()
    assert fresh, "docs/cli.md is stale; run .venv/bin/python docs/generate.py"


def test_every_command_and_option_is_told() -> None:
    told = "".join(page.read_text("utf-8") for page in (README, ROOT / "docs/tour.md", ROOT / "docs/cli.md"))
    by_hand = README.read_text("utf-8") + (ROOT / "docs/tour.md").read_text("utf-8")
    found = list(MADE["commands"](_parser()))
    assert {name for name, _, _ in found} >= {"read", "demo", "types", "schema"}
    for name, _, command in found:
        assert f"tacitus {name}" in by_hand or f"make {name}" in by_hand, name
        for option in (o for action in command._actions for o in action.option_strings if o not in ("-h", "--help")):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", told), f"tacitus {name} {option}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in LINK.findall(text):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target.split("#")[0]).exists(), target
    if page in READERS:
        for path in PATH.findall(text):
            assert (ROOT / path).exists(), path
        for module in MODULE.findall(text):
            assert any(path.as_posix().endswith(f"/{module}") for path in MODULES), module


def test_readme_shows_the_sample_as_it_is() -> None:
    [report] = fenced(README, "text")
    assert report.split() == SAMPLE.split()


def test_readme_shows_a_claim_that_holds() -> None:
    claim = json.loads(fenced(README, "json")[0])
    assert SAMPLE[claim["start"] : claim["end"]] == claim["text"]
    assert {"field", "value", "said_by", "stance", "confidence"} <= set(claim)


def test_the_glossary_has_every_word_of_the_output() -> None:
    glossary = (ROOT / "docs/glossary.md").read_text("utf-8")
    fields = (*ACTOR_FIELDS, *TOLL_FIELDS, "place", "time", "deadline", "weapon", "content")
    parts = {name for kind in get_args(value.Value) for name in kind.__slots__}
    words = {*REALIS, *ACTOR_KINDS, *ROLES, *fields, *parts, "asserted", "alleged", "denied"}
    assert [word for word in sorted(words) if f"`{word}`" not in glossary] == []


def test_notice_names_every_source() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    weights = "all-MiniLM-L6-v2, Universal NER, CrossNER, Re-DocRED, PLOVER, re3d"
    tables = "UCDP Actor, Wikidata, CountryInfo, GeoNames, GDELT, Natural Earth, OCHA, geoBoundaries, afghan_villages"
    assert [name for name in f"{weights}, {tables}".split(", ") if name not in notice] == []
