"""The commands on a ledger: add, merge, check, backup, and the lists of reports, events and incidents.

In: parsed arguments. Out: an exit code. One thing to know: the ledger is the file or URL of ``--db``, or of the
variable TACITUS_DB, or else ``tacitus.db`` in the folder one is in.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections.abc import Callable, Iterable
from itertools import chain, islice
from typing import Any, TextIO

from rich.markup import escape
from rich.table import Table

from tacitus import asked
from tacitus.casebook import Casebook
from tacitus.commands import options
from tacitus.commands.terminal import Sources, console_on, counted, output, progress, tell
from tacitus.errors import SettingError
from tacitus.export import table
from tacitus.records import contract
from tacitus.records.incident import Incident
from tacitus.records.ontology import load as load_ontology
from tacitus.records.report import Report
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.store.ledger import Ledger
from tacitus.store.query import Page, Query

Json = dict[str, Any]


def db_of(args: argparse.Namespace) -> str:
    """The ledger that is meant."""
    return str(args.db or os.environ.get("TACITUS_DB") or options.DB)


def opened(args: argparse.Namespace, *, create: bool = False) -> Ledger:
    """The ledger that is meant, open. Raises :class:`LedgerError` where there is none."""
    return Ledger.open(db_of(args), create=create)


def query_of(args: argparse.Namespace) -> Query:
    """What is asked for. Raises :class:`SettingError` for what nothing could match."""
    page = {"limit": args.limit, "after": args.after} if "after" in args else {}  # an export has no pages
    return asked.query_of(
        Gazetteer.open(), since=args.since, until=args.until, place=args.place, box=args.box, country=args.country,
        actor=args.actor, type=args.type, toll=args.toll, grade=args.grade, source=args.source, text=args.text,
        contested=args.contested, realis=args.realis, min_confidence=args.min_confidence, sort=args.sort, **page,
    )  # fmt: skip


def add(args: argparse.Namespace) -> int:
    """The command."""
    sources = Sources(args.sources, args.published)
    waiting = iter(sources)
    first = list(islice(waiting, 1))
    if not first:  # before the ledger is opened, which would make one
        tell(f"nothing could be read, and nothing was added to {db_of(args)}")
        return 1
    with opened(args, create=True) as ledger, progress() as advance:

        def counted_in() -> Iterable[Report]:
            for report in chain(first, waiting):
                advance()
                yield report

        steps = Casebook(ledger).add(
            counted_in(),
            model=args.reader,
            jobs=args.jobs,
            min_confidence=args.min_confidence,
            noted=sources.with_notes,
        )
        *_, kept = steps
    told = f"{counted(kept.new, 'report')} added with {counted(kept.events, 'event')}"
    more = f"{kept.changed} changed, {kept.known} known before, {len(sources.unread) + len(kept.unread)} not read"
    tell(f"{told}, {more}; see `tacitus incidents --db {db_of(args)}`")
    return 0


def merge(args: argparse.Namespace) -> int:
    """The command."""
    with opened(args) as ledger:
        events = Casebook(ledger).merge(scratch=True)
        total = ledger.incidents(Query(limit=1), count=True).total
    tell(f"{counted(events, 'event')} merged into {counted(total or 0, 'incident')}")
    return 0


def check(args: argparse.Namespace) -> int:
    """The command."""
    with opened(args) as ledger:
        problems = ledger.check()
    for problem in problems:
        tell(problem)
    tell(f"{db_of(args)}: {counted(len(problems), 'problem')} found" if problems else f"{db_of(args)} is whole")
    return 1 if problems else 0


def backup(args: argparse.Namespace) -> int:
    """The command."""
    if args.file.is_dir():
        raise SettingError(f"{args.file} is a folder; give a file for the backup")
    before = args.file.exists()
    with opened(args) as ledger:
        ledger.backup(args.file)
    tell(f"{db_of(args)} copied to {args.file}" + (", in place of the backup that lay there" if before else ""))
    return 0


def show_list(args: argparse.Namespace) -> int:
    """The command."""
    query = query_of(args)
    with opened(args) as ledger:
        page: Page = getattr(ledger, args.what)(query)
        stories = {row["id"]: ledger.incident(row["id"]) for row in page.rows} if args.what == "incidents" else {}
    with output(args.output) as file:
        if args.format == "jsonl":
            for row in page.rows:
                story = stories.get(row.get("id", ""))
                file.write(json.dumps(story.record() if story else row, ensure_ascii=False) + "\n")
        elif args.format == "csv":
            _csv(args.what, page.rows, file)
        else:
            _table(args.what, page.rows, file)
    if page.next:
        tell(f"there is more: --after {page.next}")
    elif not page.rows:
        tell("nothing in the ledger answers to that")
    return 0


_COLUMNS: dict[str, dict[str, Callable[[Json], str]]] = {
    "reports": {
        "id": lambda r: r["id"],
        "published": lambda r: r["published"] or "",
        "outlet": lambda r: r["outlet"] or "",
        "title": lambda r: r["title"] or "",
    },
    "events": {
        "id": lambda r: r["id"],
        "what": lambda r: _what(r),
        "who → whom": lambda r: _parties(r),
        "where": lambda r: _where(r),
        "when": lambda r: _when(r),
        "toll": lambda r: _toll(r),
        "told by": lambda r: r["outlet"] or r["report"],
        "incident": lambda r: r["incident"] or "",
    },
    "incidents": {
        "id": lambda r: r["id"],
        "what": lambda r: _what(r),
        "who → whom": lambda r: _parties(r),
        "where": lambda r: _where(r),
        "when": lambda r: _when(r),
        "toll": lambda r: _toll(r),
        "reports": lambda r: str(len(r["reports"])),
        "grade": lambda r: r["grade"] + (f" ({', '.join(r['contested'])})" if r["contested"] else ""),
    },
}


def _table(what: str, rows: list[Json], file: TextIO) -> None:
    listing = Table(box=None, padding=(0, 1), header_style="dim")
    for name in _COLUMNS[what]:
        listing.add_column(name, overflow="fold", no_wrap=name == "id")
    for row in rows:
        listing.add_row(*(escape(cell(row)) for cell in _COLUMNS[what].values()))
    console_on(file).print(listing)


def _csv(what: str, rows: list[Json], file: TextIO) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_COLUMNS[what])
    for row in rows:
        cells = [cell(row) for cell in _COLUMNS[what].values()]
        writer.writerow("'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell for cell in cells)


def _settled(row: Json) -> Incident:
    """Enough of an incident to print a row."""
    return Incident(
        row["id"], row["type"], row["realis"], "", contract.read_settled(row["settled"]), (), (), ()
    )  # fmt: skip


def _what(row: Json) -> str:
    realis = "" if row["realis"] == "actual" else f" ({row['realis']})"
    return load_ontology()[row["type"]].label.lower() + realis


def _parties(row: Json) -> str:
    return table.parties(_settled(row))


def _where(row: Json) -> str:
    return "; ".join(table.place(value) for value in _settled(row).of("place"))


def _when(row: Json) -> str:
    return "; ".join(filter(None, (table.when(v) for f in ("time", "deadline") for v in _settled(row).of(f))))


def _toll(row: Json) -> str:
    return ", ".join(table.tolls(_settled(row)))


def write_json(rows: Iterable[Json]) -> None:
    """JSON lines on standard output."""
    sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
