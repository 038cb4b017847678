"""The options of the commands that need a ledger.

In: the command's parser. Out: nothing; it knows these commands afterwards. One thing to know: what a command does is
imported when it runs, since the ledger's library takes longer to load than a short report to read.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from tacitus.commands.terminal import day, jobs, share
from tacitus.records.incident import GRADES, RULINGS
from tacitus.records.value import REALIS

DB = "tacitus.db"
#: What a reviewer may do; the same as in ``serve/accounts.py``, which is loaded only when it is needed.
SCOPES = ("read", "review", "add")


def register(commands: Any, readers: list[str]) -> None:
    """Add these commands to the parser."""
    _ledger(commands, readers)
    _incident(commands)
    _export(commands)
    _serving(commands, readers)


def _later(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """A command of a module beside this one, imported when it is run."""

    def run(args: argparse.Namespace) -> int:
        found: Callable[[argparse.Namespace], int] = getattr(import_module(f"tacitus.commands.{module}"), name)
        return found(args)

    return run


def _ledger(commands: Any, readers: list[str]) -> None:
    """What reads into a ledger, keeps it and lists it."""
    add = commands.add_parser("add", help="read reports into a ledger and merge them into incidents")
    add.add_argument("sources", nargs="+", metavar="SOURCE", help="as for read: files, folders, URLs, or -")
    add.add_argument("--published", metavar="DATE", type=day, help="publication date of reports that do not say theirs")
    add.add_argument("--jobs", metavar="N", type=jobs, default=1, help="processes to read with (default 1)")
    add.add_argument("--reader", choices=readers, help="default (reads best) or fast")
    add.add_argument(
        "--min-confidence", metavar="P", type=share, default=0.0, help="leave out what is less sure, 0 to 1 (default 0)"
    )
    _with_db(add, _later("ledger", "add"))
    _with_db(commands.add_parser("merge", help="merge all events of a ledger from scratch"), _later("ledger", "merge"))
    _with_db(
        commands.add_parser("check", help="verify a ledger: texts, offsets, indexes, incidents"),
        _later("ledger", "check"),
    )
    backup = commands.add_parser("backup", help="copy a ledger while others write to it")
    backup.add_argument("file", metavar="FILE", type=Path, help="the copy, which appears whole or not at all")
    _with_db(backup, _later("ledger", "backup"))
    for name, what in (("reports", "reports"), ("events", "events of single reports"), ("incidents", "incidents")):
        listing = commands.add_parser(name, help=f"list the {what} of a ledger")
        _filters(listing)
        _pages(listing)
        _with_db(listing, _later("ledger", "show_list"))
        listing.set_defaults(what=name)


def _incident(commands: Any) -> None:
    """What is done with single incidents."""
    incident = commands.add_parser("incident", help="write up one incident: settled fields, every source, the history")
    incident.add_argument("id", metavar="ID", help="the incident's id (or that of one of its events)")
    incident.add_argument("--format", choices=("text", "jsonl"), default="text", help="for people, or JSON lines")
    incident.add_argument("-o", "--output", metavar="FILE", type=Path, help="write there instead of standard output")
    _with_db(incident, _later("incident", "incident"))

    rule = commands.add_parser("rule", help="decide what the machine cannot: same, apart, correct, reject, confirm")
    rule.add_argument("kind", metavar="KIND", choices=RULINGS, help=f"what is ruled: {', '.join(RULINGS)}")
    rule.add_argument("events", nargs="+", metavar="EVENT", help="the event; for same and apart two of them")
    rule.add_argument("--reason", metavar="WORDS", required=True, help="why")
    rule.add_argument("--by", metavar="NAME", default=None, help="who rules (default: your login)")
    rule.add_argument("--field", metavar="FIELD", help="correct: which field (killed, place, perpetrator …)")
    rule.add_argument(
        "--value",
        metavar="JSON",
        help='correct: its value as in the contract, such as {"low": 12, "high": 12}, or null',
    )
    _with_db(rule, _later("incident", "rule"))
    undo = commands.add_parser("undo", help="undo a ruling; it stays in the ledger as undone")
    undo.add_argument("ruling", metavar="RULING", help="the ruling's id (`tacitus rulings`)")
    _with_db(undo, _later("incident", "undo"))
    rulings = commands.add_parser("rulings", help="list what persons have ruled, those undone too, as JSON lines")
    _with_db(rulings, _later("incident", "rulings"))

    promised = commands.add_parser("commitments", help="who promised or threatened what by when, and what came of it")
    promised.add_argument("--by", metavar="DATE", type=day, help="with a deadline up to this day")
    promised.add_argument("--actor", metavar="NAME", help="only this actor's (name or id)")
    promised.add_argument("--format", choices=("text", "jsonl"), default="text", help="for people, or JSON lines")
    _with_db(promised, _later("incident", "followed"))


def _export(commands: Any) -> None:
    """What takes incidents and events out."""
    export = commands.add_parser("export", help="write incidents or events in a format that others read")
    export.add_argument("--format", metavar="FORMAT", required=True, help="acled, ucdp, geojson … (docs/exports.md)")
    export.add_argument(
        "--redact-private", action="store_true", help="leave out private persons' names and round their places"
    )
    _filters(export)
    export.add_argument("--limit", metavar="N", type=_most, help="write so many at most (default all)")
    export.add_argument("-o", "--output", metavar="FILE", type=Path, help="write there instead of standard output")
    _with_db(export, _later("export", "export"))


def _serving(commands: Any, readers: list[str]) -> None:
    """What shows a ledger in a browser and to programs."""
    serve = commands.add_parser("serve", help="serve a ledger: a page to look, check and correct, and an HTTP API")
    serve.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1", help="this machine only (default), or, with reviewers, others"
    )
    _port(serve, readers)
    _with_db(serve, _later("serve", "serve"))
    desk = commands.add_parser("desk", help="open the page in a browser, on the invented sample reports")
    desk.add_argument("--no-browser", action="store_true", help="only say where it is")
    _port(desk, readers)
    desk.set_defaults(run=_later("serve", "desk"))
    reviewers = commands.add_parser("reviewers", help="who may sign in to a server that others can reach")
    reviewers.add_argument(
        "action",
        metavar="ACTION",
        choices=("add", "list", "remove", "token", "revoke"),
        help="what to do: add or remove a reviewer, list them, make or revoke a token for a program of theirs",
    )
    reviewers.add_argument("name", metavar="NAME", nargs="?", help="the reviewer; revoke: the token's first letters")
    reviewers.add_argument(
        "--scopes", metavar="SCOPES", type=_scopes, default=SCOPES, help="what they may: read,review,add (default all)"
    )
    reviewers.set_defaults(run=_later("serve", "reviewers"))


def _port(parser: argparse.ArgumentParser, readers: list[str]) -> None:
    parser.add_argument(
        "--port", metavar="N", type=_port_number, default=8765, help="default 8765; 0: any that is free"
    )
    parser.add_argument("--reader", choices=readers, help="what reads reports that are dropped: default or fast")


def _with_db(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """Give a command its ``--db`` and what it runs."""
    parser.add_argument(
        "--db", metavar="FILE|URL", help=f"the ledger: a file or postgresql://… (default: $TACITUS_DB or {DB})"
    )
    parser.set_defaults(run=run)


def _filters(parser: argparse.ArgumentParser) -> None:
    """The options that say which rows are wanted, and in what order."""
    say = parser.add_argument
    say("--since", metavar="DATE", type=day, help="on or after this day (YYYY-MM-DD)")
    say("--until", metavar="DATE", type=day, help="on or before this day")
    say("--place", metavar="NAME", help="in this place, province or country")
    say("--box", metavar="W,S,E,N", type=_box, help="within these degrees: west, south, east, north")
    say("--country", metavar="CODE", help="in this country (its name or ISO code)")
    say("--actor", metavar="NAME", help="with this actor (its name or id)")
    say("--type", metavar="TYPE", help="of this type or family (`tacitus types`)")
    say("--toll", metavar="TOLL", help="with at least such a toll: killed>=10")
    say("--grade", choices=GRADES, help="corroborated, single-source or contested")
    say("--source", metavar="NAME", help="told by this outlet, or said by this source")
    say("--text", metavar="WORDS", help="in reports with these words (full-text search)")
    say("--contested", action="store_true", help="only where sources disagree")
    say("--realis", choices=REALIS, help="told as actual, planned, historical and so on")
    say("--min-confidence", metavar="P", type=share, help="with an event read at least so surely, 0 to 1")
    say(
        "--sort",
        metavar="ORDER",
        default="-time",
        help="time, killed, reports, added; -time (default) and so on",
    )


def _pages(parser: argparse.ArgumentParser) -> None:
    say = parser.add_argument
    say("--limit", metavar="N", type=int, default=50, help="rows on a page (default 50)")
    say("--after", metavar="CURSOR", help="the page after the one that ended with this cursor")
    say("--format", choices=("table", "jsonl", "csv"), default="table", help="table, JSON lines or CSV")
    say("-o", "--output", metavar="FILE", type=Path, help="write there instead of standard output")


def _box(words: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no box; give four degrees: west,south,east,north") from None
    return west, south, east, north


def _most(words: str) -> int:
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of rows; give 1 or more")
    return int(words)


def _port_number(words: str) -> int:
    if not words.isdigit() or int(words) > 65535:
        raise argparse.ArgumentTypeError(f"{words!r} is no port; give a number up to 65535")
    return int(words)


def _scopes(words: str) -> tuple[str, ...]:
    asked = [each.strip() for each in words.split(",")]
    if wrong := [each for each in asked if each not in SCOPES]:
        raise argparse.ArgumentTypeError(f"{wrong[0]!r} is no scope; there are {', '.join(SCOPES)}")
    return tuple(each for each in SCOPES if each in asked)
