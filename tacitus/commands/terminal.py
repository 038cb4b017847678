"""What all commands share: results out, sentences to a person, reports in, values as typed.

In: arguments. Out: files, consoles, reports. One thing to know: results go to standard output or a file that appears
whole or not at all; everything said to a person goes to standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tacitus.errors import SettingError
from tacitus.records.event import Document, Issue
from tacitus.records.report import Report, content_id
from tacitus.sources.sources import open_sources


def tell(sentence: str) -> None:
    """Say something to the person: one sentence."""
    sys.stderr.write(f"tacitus: {sentence}\n")


@contextmanager
def output(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears whole or not at all."""
    if path is None:
        yield sys.stdout
        return
    with _whole(path) as scratch, open(scratch, "w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def binary_output(path: Path | None) -> Iterator[BinaryIO]:
    """The same for what is no text."""
    if path is None:
        yield sys.stdout.buffer
        return
    with _whole(path) as scratch, open(scratch, "wb") as file:
        yield file


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside the one that is meant, which takes its place when all is well; a device is written to as it is."""
    if path.is_dir():
        raise SettingError(f"{path} is a folder; give a file with -o")
    if path.exists() and not path.is_file():
        yield path
        return
    path = path.resolve()  # what a link leads to is replaced, not the link
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
    except OSError as error:
        raise SettingError(f"{path} cannot be written ({error.strerror}); give another file with -o") from None
    scratch = Path(name)
    try:
        yield scratch
        scratch.chmod(_mode(path))
        scratch.replace(path)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Who may read the file: whoever might before, and of a new one whoever may read other new files."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextmanager
def progress() -> Iterator[Callable[[], None]]:
    """A count on standard error while a long run goes on; nothing in a pipe or for a few reports."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda: bar.advance(task)


def console_on(file: TextIO) -> Console:
    """Colours and the window's width in a terminal; plain and wide in a pipe."""
    return Console(file=file, width=None if file.isatty() else 160, highlight=False)


def counted(count: int, noun: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def day(words: str) -> date:
    """A date as typed."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not a date; write it as YYYY-MM-DD") from None


def share(words: str) -> float:
    """A confidence as typed, 0 to 1."""
    try:
        value = float(words)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{words!r} is not a confidence; give a number from 0 to 1")
    return value


def jobs(words: str) -> int:
    """A number of processes as typed."""
    if not words.isdigit() or not 1 <= int(words) <= 256:
        raise argparse.ArgumentTypeError(f"{words!r} is not a number of processes; give 1 to 256")
    return int(words)


class Sources:
    """The reports of the sources as they come, and what was wrong with them: said at once, and kept as issue rows."""

    def __init__(self, sources: Sequence[str], published: date | None) -> None:
        """``published`` is the publication date of reports that do not say theirs."""
        self.count = 0
        self.unread: list[Document] = []
        self._notes: dict[str, list[Issue]] = {}
        self._found = open_sources(sources, published=published)

    def __iter__(self) -> Iterator[Report]:
        """The reports, in order."""
        for found in self._found:
            if isinstance(found, Report):
                self.count += 1
                yield found
                continue
            tell(f"standard input{str(found).removeprefix('-')}" if found.source == "-" else str(found))
            issue = Issue("source", str(found))
            if found.report is not None:
                self._notes.setdefault(found.report, []).append(issue)
            else:
                nothing = Report(content_id(found.source, str(found.line)), "")
                self.unread.append(Document(nothing, issues=(issue,)))

    def with_notes(self, document: Document) -> Document:
        """The document with what was wrong with its source."""
        notes = self._notes.pop(document.report.id, [])
        return replace(document, issues=(*notes, *document.issues))
