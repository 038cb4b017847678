"""The command ``tacitus``: what is typed comes in, lines and tables go out.

One thing to know: results go to standard output (or ``-o``), everything said to a person goes to
standard error, and the exit code is 0 unless nothing could be read.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tacitus import __version__
from tacitus.batch import read_all
from tacitus.commands import options
from tacitus.commands.terminal import Sources, console_on, counted, day, jobs, output, progress, share, tell
from tacitus.corpus import show
from tacitus.corpus.format import FormatError, parse
from tacitus.errors import SettingError, TacitusError
from tacitus.export import rows, table
from tacitus.reader.model import names
from tacitus.records import contract
from tacitus.records.event import Document
from tacitus.records.ontology import load as load_ontology
from tacitus.records.report import Report
from tacitus.resolve.actors import added as actors_added
from tacitus.resolve.actors.lookup import fields, look_up
from tacitus.resolve.actors.table import ActorTable
from tacitus.resolve.places import added as places_added
from tacitus.resolve.places import files as placefiles
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.sources.sources import open_sources

_EPILOG = """\
examples:
  tacitus read story.txt
  tacitus read reports.jsonl --format jsonl -o events.jsonl
  tacitus read https://news.example/story.html --published 2021-02-15
  cat story.txt | tacitus read -
"""

CORPUS = Path("training/corpus")

_NEXT = """\
Next:
  tacitus read {samples}/1-rival-tolls.txt --format jsonl    everything, with the words each value was read from
  tacitus read YOUR-REPORT.txt                                text, HTML, JSON lines, a folder, a URL, or - (stdin)
  tacitus types                                               the event types and what they are elsewhere
(In a checkout the command is .venv/bin/tacitus.)"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    parser = _parser()
    args = parser.parse_args(_joined(sys.argv[1:] if arguments is None else arguments))
    if args.command is None:
        parser.print_help()
        return 2
    try:
        command: Callable[[argparse.Namespace], int] = args.run
        return command(args)
    except TacitusError as error:
        tell(str(error))
        return 1
    except BrokenPipeError:  # the reader of our output has had enough ("| head")
        _silence()
        return 0
    except OSError as error:  # the disk is full, say
        _silence()  # what is left to write would fail again when Python ends
        what = f"{error.filename}: " if error.filename else ""
        tell(f"stopped: {what}{error.strerror or error}; mend that and run the command again")
        return 1
    except KeyboardInterrupt:
        tell("stopped")
        return 130


def _joined(arguments: Sequence[str]) -> list[str]:
    """The arguments, with values that begin with a minus put so that they are not taken for options."""
    joined: list[str] = []
    for each in arguments:
        if joined and joined[-1] in ("--sort", "--box") and each.startswith("-") and not each.startswith("--"):
            joined[-1] += f"={each}"
        else:
            joined.append(each)
    return joined


def _silence() -> None:
    """What is still to go to standard output goes nowhere."""
    with contextlib.suppress(OSError):  # standard output may be no file, where Python calls the command
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tacitus",
        description="Reads news reports of armed conflict and diplomacy and writes event data that can be checked.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"tacitus {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    read = commands.add_parser("read", help="read reports and print their events")
    read.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="text, HTML or JSON lines file, folder, URL, or - for standard input",
    )
    read.add_argument(
        "--format",
        choices=("table", "jsonl", "csv"),
        default="table",
        help="table (for people), jsonl (everything), csv (one row a claim)",
    )
    read.add_argument("-o", "--output", metavar="FILE", type=Path, help="write there instead of standard output")
    read.add_argument(
        "--published",
        metavar="DATE",
        type=day,
        help="publication date (YYYY-MM-DD) of reports that do not say theirs",
    )
    read.add_argument("--jobs", metavar="N", type=jobs, default=1, help="processes to read with (default 1)")
    read.add_argument(
        "--reader",
        choices=names(),
        help="default (reads best) or fast; without it what the variable TACITUS_READER says",
    )
    read.add_argument(
        "--min-confidence",
        metavar="P",
        type=share,
        default=0.0,
        help="leave out events and claims less sure than this, 0 to 1 (default 0)",
    )
    read.set_defaults(run=_read)

    demo = commands.add_parser("demo", help="read the invented sample reports that ship with Tacitus")
    demo.set_defaults(run=_demo)

    types = commands.add_parser(
        "types", help="list the event types and their PLOVER, CAMEO, ACLED and UCDP counterparts"
    )
    types.add_argument("--format", choices=("table", "jsonl"), default="table", help="table or JSON lines")
    types.set_defaults(run=_types)

    corpus = commands.add_parser("corpus", help="show an annotated report of the corpus as a page (HTML)")
    corpus.add_argument("action", metavar="ACTION", choices=("show",), help="what to do: show")
    corpus.add_argument("report", metavar="ID", help="the report's id or file")
    corpus.add_argument(
        "--folder", metavar="DIR", type=Path, default=CORPUS, help=f"where the corpus lies (default {CORPUS})"
    )
    corpus.add_argument("-o", "--output", metavar="FILE", type=Path, help="write there instead of standard output")
    corpus.set_defaults(run=_corpus)

    actors = commands.add_parser("actors", help="find the actors of a name on a date, or add a table of your own")
    actors.add_argument(
        "action",
        metavar="ACTION",
        choices=("find", "add", "list", "remove"),
        help="what to do: find, add, list, remove",
    )
    actors.add_argument(
        "words",
        metavar="NAME",
        nargs="*",
        default=[],
        help="find: a name or description; add: a CSV (name, kind, also, country, id, parent, from, to, codes); "
        "remove: its title",
    )
    actors.add_argument("--on", metavar="DATE", type=day, help="find: as of this date (YYYY-MM-DD)")
    actors.add_argument("--format", choices=("table", "jsonl"), default="table", help="find: table or JSON lines")
    actors.set_defaults(run=_actors)

    places = commands.add_parser("places", help="make places known that the gazetteer lacks, from a file of yours")
    places.add_argument(
        "action", metavar="ACTION", choices=("add", "list", "remove"), help="what to do: add, list or remove"
    )
    places.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help="add: a GeoNames dump (NL.txt, allCountries.zip) or a CSV (name, lat, lon, country); remove: its title",
    )
    places.set_defaults(run=_places)

    options.register(commands, names())

    schema = commands.add_parser("schema", help="print the JSON schema of `tacitus read --format jsonl`")
    schema.set_defaults(run=_schema)
    return parser


def _read(args: argparse.Namespace) -> int:
    sources = Sources(args.sources, args.published)
    events = 0
    with output(args.output) as file, progress() as advance:

        def documents() -> Iterator[Document]:
            nonlocal events
            for document in read_all(sources, jobs=args.jobs, model=args.reader, min_confidence=args.min_confidence):
                advance()
                events += len(document.events)
                yield sources.with_notes(document)
            yield from sources.unread

        if args.format == "jsonl":
            for document in documents():
                file.write(contract.line(document) + "\n")
        elif args.format == "csv":
            rows.write(documents(), file)
        else:
            console = console_on(file)
            for document in (d for d in documents() if d.report.text):  # what was not read has been told already
                table.show(document, console, load_ontology())
    if sources.unread or args.output:
        tell(f"{counted(sources.count, 'report')} read, {counted(events, 'event')}, {len(sources.unread)} not read")
    return 0 if sources.count else 1


def _demo(_: argparse.Namespace) -> int:
    samples = str(Path(__file__).parent / "data" / "samples")
    console = console_on(sys.stdout)
    console.print("Six invented reports, as Tacitus reads them:\n", style="dim")
    for found in read_all(r for r in open_sources([samples]) if isinstance(r, Report)):
        table.show(found, console, load_ontology())
    console.print(_NEXT.format(samples=samples), soft_wrap=True)
    return 0


def _types(args: argparse.Namespace) -> int:
    ontology = load_ontology()
    if args.format == "jsonl":
        for kind in ontology:
            fields = {name: getattr(kind, name) for name in kind.__slots__}
            sys.stdout.write(json.dumps(fields, ensure_ascii=False) + "\n")
        return 0
    listing = Table(box=None, padding=(0, 1), header_style="dim")
    for name in ("type", "PLOVER", "CAMEO", "ACLED", "UCDP", "is"):
        listing.add_column(name, overflow="fold")
    for kind in ontology:
        plover = " ".join(filter(None, (kind.plover, kind.plover_mode)))
        listing.add_row(kind.id, plover, kind.cameo or "", kind.acled_sub or "", kind.ucdp or "", kind.definition)
    Console(width=None if sys.stdout.isatty() else 200, highlight=False).print(listing)
    return 0


def _corpus(args: argparse.Namespace) -> int:
    """Write the page of one report; the story it belongs to is shown with it."""
    path = Path(args.report)
    if not path.is_file():
        path = next(args.folder.rglob(f"{args.report}.txt"), path)
    if not path.is_file():
        where = f"no report called {args.report!r} lies under {args.folder}"
        raise SettingError(f"{where}; give its file, or the corpus' folder with --folder")
    try:
        report = parse(path)
    except (FormatError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} is not an annotated report: {error}") from None
    story = args.folder / "stories" / f"{report.meta.get('story', '')}.toml"
    with output(args.output) as file:
        file.write(show.page(report, story.read_text("utf-8") if story.is_file() else None))
    return 0


def _actors(args: argparse.Namespace) -> int:
    if args.action == "list":
        titles = actors_added.titles()
        for title in titles:
            sys.stdout.write(f"{title}\n")
        if not titles:
            tell("no actors were added yet; add some with `tacitus actors add FILE.csv`")
        return 0
    words = " ".join(args.words)
    if not words:
        raise SettingError(f"give what to {args.action}: tacitus actors {args.action} NAME")
    if args.action == "remove":
        actors_added.remove(words)
        tell(f"the actors of {words} are forgotten")
        return 0
    if args.action == "add":
        added = actors_added.add(Path(words))
        tell(f"{counted(added.actors, 'actor')} added; take them out with `tacitus actors remove {added.title}`")
        return 0
    found = [fields(each) for each in look_up(words, args.on, ActorTable.open())]
    if args.format == "jsonl":
        sys.stdout.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in found)
    elif found:
        listing = Table(box=None, padding=(0, 1), header_style="dim")
        for name in ("id", "name", "kind", "country", "from", "to", "codes", "also", "source"):
            listing.add_column(name, overflow="fold")
        for each in found:
            listing.add_row(*(_cell(each.get(name)) for name in map(str, (c.header for c in listing.columns))))
        console_on(sys.stdout).print(listing)
    if not found:
        when = f" on {args.on}" if args.on else ""
        tell(f"no actor is called {words!r}{when}; add it with `tacitus actors add FILE.csv`")
    return 0 if found else 1


def _cell(value: object) -> str:
    """A value of an actor as a cell of the table."""
    if isinstance(value, dict):
        return escape(" ".join(f"{system}={code}" for system, code in value.items()))
    return escape(", ".join(value[:4]) if isinstance(value, list) else str(value or ""))


def _places(args: argparse.Namespace) -> int:
    if args.action == "list":
        tables = places_added.added_tables()
        for added in tables:
            sys.stdout.write(f"{added.title}\t{counted(len(added), 'place')}\n")
        if not tables:
            tell("no places were added yet; add some with `tacitus places add FILE`")
        return 0
    if args.file is None:
        raise SettingError(f"give what to {args.action}: tacitus places {args.action} FILE")
    if args.action == "remove":
        places_added.remove(args.file)
        tell(f"the places of {args.file} are forgotten")
        return 0
    found = placefiles.add(Path(args.file), Gazetteer.open())
    tell(f"{counted(found.places, 'place')} added; take them out again with `tacitus places remove {found.title}`")
    return 0


def _schema(_: argparse.Namespace) -> int:
    sys.stdout.write(json.dumps(contract.schema(), indent=1, ensure_ascii=False) + "\n")
    return 0
