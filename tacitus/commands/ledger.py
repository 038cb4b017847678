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
from pathlib import Path
from typing import Any, TextIO

from rich.markup import escape
from rich.table import Table

from tacitus.casebook import Casebook
from tacitus.commands.terminal import Sources, console_on, counted, day, jobs, output, progress, share, tell
from tacitus.errors import SettingError
from tacitus.export import table
from tacitus.records import contract
from tacitus.records.incident import GRADES, Incident
from tacitus.records.ontology import load as load_ontology
from tacitus.resolve.gazetteer import Gazetteer
from tacitus.store.ledger import Ledger
from tacitus.store.query import SORTS, Page, Query, toll

Json = dict[str, Any]
DB = "tacitus.db"


def register(commands: Any, readers: list[str]) -> None:
    """Add these commands to the parser."""
    add = commands.add_parser("add", help="read reports into a ledger and merge them into incidents")
    add.add_argument("sources", nargs="+", metavar="SOURCE", help="as for read: files, folders, URLs, or -")
    add.add_argument("--published", metavar="DATE", type=day, help="publication date of reports that do not say theirs")
    add.add_argument("--jobs", metavar="N", type=jobs, default=1, help="processes to read with (default 1)")
    add.add_argument("--reader", choices=readers, help="default (reads best) or fast")
    add.add_argument(
        "--min-confidence", metavar="P", type=share, default=0.0, help="leave out what is less sure, 0 to 1 (default 0)"
    )
    with_db(add, _add)
    with_db(commands.add_parser("merge", help="merge all events of a ledger from scratch"), _merge)
    with_db(commands.add_parser("check", help="verify a ledger: texts, offsets, indexes, incidents"), _check)
    backup = commands.add_parser("backup", help="copy a ledger while others write to it")
    backup.add_argument("file", metavar="FILE", type=Path, help="the copy, which appears whole or not at all")
    with_db(backup, _backup)
    for name, what in (("reports", "reports"), ("events", "events of single reports"), ("incidents", "incidents")):
        listing = commands.add_parser(name, help=f"list the {what} of a ledger")
        filters(listing)
        _pages(listing)
        with_db(listing, _list)
        listing.set_defaults(what=name)


def db_of(args: argparse.Namespace) -> str:
    """The ledger that is meant."""
    return str(args.db or os.environ.get("TACITUS_DB") or DB)


def opened(args: argparse.Namespace, *, create: bool = False) -> Ledger:
    """The ledger that is meant, open. Raises :class:`LedgerError` where there is none."""
    return Ledger.open(db_of(args), create=create)


def with_db(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """Give a command its ``--db`` and what it runs."""
    parser.add_argument(
        "--db", metavar="FILE|URL", help=f"the ledger: a file or postgresql://… (default: $TACITUS_DB or {DB})"
    )
    parser.set_defaults(run=run)


def filters(parser: argparse.ArgumentParser) -> None:
    """The options that say which rows are wanted, and in what order."""
    say = parser.add_argument
    say("--since", metavar="DATE", type=day, help="on or after this day (YYYY-MM-DD)")
    say("--until", metavar="DATE", type=day, help="on or before this day")
    say("--place", metavar="NAME", help="in this place, province or country")
    say("--box", metavar="W,S,E,N", type=_box, help="within these degrees: west, south, east, north")
    say("--country", metavar="CODE", help="in this country (ISO code of three letters, or its name)")
    say("--actor", metavar="NAME", help="with this actor (its name or id)")
    say("--type", metavar="TYPE", help="of this type or family (`tacitus types`)")
    say("--toll", metavar="TOLL", help="with at least such a toll: killed>=10")
    say("--grade", choices=GRADES, help="corroborated, single-source or contested")
    say("--source", metavar="NAME", help="told by this outlet, or said by this source")
    say("--text", metavar="WORDS", help="in reports with these words (full-text search)")
    say("--contested", action="store_true", help="only where sources disagree")
    say("--sort", metavar="ORDER", default="-time", help=f"{', '.join(SORTS)}, or -time and so on (default -time)")
    say("--limit", metavar="N", type=int, default=50, help="rows on a page (default 50)")
    say("--after", metavar="CURSOR", help="the page after the one that ended with this cursor")


def _pages(parser: argparse.ArgumentParser) -> None:
    say = parser.add_argument
    say("--format", choices=("table", "jsonl", "csv"), default="table", help="table, JSON lines or CSV")
    say("-o", "--output", metavar="FILE", type=Path, help="write there instead of standard output")


def _box(words: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no box; give four degrees: west,south,east,north") from None
    return west, south, east, north


def query_of(args: argparse.Namespace) -> Query:
    """What is asked for. Raises :class:`SettingError` for what nothing could match."""
    gazetteer = Gazetteer.open()
    country = _country(args.country, gazetteer) if args.country else None
    return Query(
        since=args.since, until=args.until, place=args.place,
        place_country=_code(args.place, gazetteer) if args.place else None, box=args.box, country=country,
        actor=args.actor, type=args.type, toll=toll(args.toll) if args.toll else None, grade=args.grade,
        source=args.source, text=args.text, contested=args.contested, sort=args.sort, limit=args.limit,
        after=args.after,
    )  # fmt: skip


def _country(words: str, gazetteer: Gazetteer) -> str:
    if found := _code(words, gazetteer):
        return found
    raise SettingError(f"{words!r} is no country; give its name or its ISO code of three letters (AFG)")


def _code(words: str, gazetteer: Gazetteer) -> str | None:
    if len(words) == 3 and words.isalpha() and words.isupper():
        return words
    return gazetteer.country_named(words)


def _add(args: argparse.Namespace) -> int:
    sources = Sources(args.sources, args.published)
    with opened(args, create=True) as ledger, progress() as advance:

        def counted_in() -> Iterable[Any]:
            for report in sources:
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
    return 0 if sources.count else 1


def _merge(args: argparse.Namespace) -> int:
    with opened(args) as ledger:
        events = Casebook(ledger).merge(scratch=True)
        total = ledger.incidents(Query(limit=1), count=True).total
    tell(f"{counted(events, 'event')} merged into {counted(total or 0, 'incident')}")
    return 0


def _check(args: argparse.Namespace) -> int:
    with opened(args) as ledger:
        problems = ledger.check()
    for problem in problems:
        tell(problem)
    tell(f"{db_of(args)}: {counted(len(problems), 'problem')} found" if problems else f"{db_of(args)} is whole")
    return 1 if problems else 0


def _backup(args: argparse.Namespace) -> int:
    with opened(args) as ledger:
        ledger.backup(args.file)
    tell(f"{db_of(args)} copied to {args.file}")
    return 0


def _list(args: argparse.Namespace) -> int:
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
