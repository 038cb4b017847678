"""Files, folders, URLs, standard input → reports.

In: the sources as a person names them. Out: reports, and problems for all that could not be read, in order.
One thing to know: this is the border where ``SourceError`` and ``OSError`` become ``SourceProblem``; whatever one
source does, the next is read.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tacitus.errors import SourceError
from tacitus.records.report import Report
from tacitus.sources import bounded
from tacitus.sources.draft import Draft, SourceProblem
from tacitus.sources.encoding import decode
from tacitus.sources.fetch import Fetched, fetch
from tacitus.sources.layout import freeze
from tacitus.sources.page import read_page
from tacitus.sources.records import read_records

#: What is read in a folder, and as what; a file named by itself may have any suffix and is looked into.
SUFFIXES = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".json": "json", ".jsonl": "lines", ".ndjson": "lines",
}  # fmt: skip
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|p)\b",
    re.I | re.S,
)
_MEDIA = (("html", "html"), ("ndjson", "lines"), ("jsonl", "lines"), ("json", "json"), ("text/plain", "text"))

Found = Draft | SourceProblem


def open_sources(
    sources: Sequence[str],
    *,
    published: date | None = None,
    stdin: io.BufferedReader | None = None,
    fetch: Callable[[str], Fetched] = fetch,
) -> Iterator[Report | SourceProblem]:
    """The reports of all sources, in order; a problem that is a note on a report comes right before it.

    ``published`` is the publication date of every report that has no date of its own in its record; it goes before
    what a page's metadata or a text's dateline say. ``stdin`` and ``fetch`` stand in for the real ones. A file that is
    named and lies in a named folder too is read once.
    """
    read: set[Path] = set()
    for source in sources:
        for found in _found(source, stdin, fetch, read):
            if isinstance(found, SourceProblem):
                yield found
                continue
            if published and found.basis != "given":
                found = replace(found, published=published, basis="given")
            yield from _frozen(found)


def _found(
    source: str, stdin: io.BufferedReader | None, fetch: Callable[[str], Fetched], read: set[Path]
) -> Iterator[Found]:
    """What a source holds; ``read`` are the files read so far."""
    try:
        if source == "-":
            yield from _stream(stdin or _standard_input(), "standard input", None)
        elif _URL.match(source):
            yield from _fetched(fetch(source), source)
        elif Path(source).is_dir():
            yield from _folder(Path(source), read)
        else:
            yield from _file(Path(source), read)
    except SourceError as error:
        yield SourceProblem(source, str(error))
    except (OSError, ValueError) as error:  # ValueError: a null character in a path
        yield SourceProblem(source, _why(error))


def _folder(folder: Path, read: set[Path]) -> Iterator[Found]:
    """All readable files below the folder, sorted, and one word on those passed over."""
    passed: list[str] = []
    taken = 0
    for name, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            path = Path(name, file)
            if file.startswith(".") or _kind(path) is None:
                passed.append(str(path.relative_to(folder)))
                continue
            taken += 1
            try:
                yield from _file(path, read)
            except SourceError as error:
                yield SourceProblem(str(path), str(error))
            except OSError as error:
                yield SourceProblem(str(path), _why(error))
    if not taken:
        kinds = ", ".join(SUFFIXES)
        yield SourceProblem(str(folder), f"Holds no file to read; what is read ends in {kinds} (or these with .gz).")
    elif passed:
        some = ", ".join(passed[:3]) + (f" and {len(passed) - 3} more" if len(passed) > 3 else "")
        message = f"Passed over {some}: not a kind read from folders; name a file by itself to have it read."
        yield SourceProblem(str(folder), message)


def _file(path: Path, read: set[Path]) -> Iterator[Found]:
    with path.open("rb") as stream:
        real = path.resolve()
        if real in read:
            return
        if real.is_file():  # a pipe is read as often as it is named
            read.add(real)
        yield from _stream(stream, str(path), _kind(path))


def _fetched(page: Fetched, source: str) -> Iterator[Found]:
    kind = next((kind for word, kind in _MEDIA if word in page.kind), None) or _kind(Path(page.url))
    yield from _stream(_reader(page.body), source, kind, url=page.url, charset=page.charset)


def _stream(
    stream: io.BufferedReader, source: str, kind: str | None, *, url: str | None = None, charset: str | None = None
) -> Iterator[Found]:
    """What an open stream holds; a kind that is not known is told from its beginning."""
    if stream.peek(2)[:2] == bounded.GZIP_MAGIC:
        stream = bounded.unpacked(stream)
    head = stream.peek(4096)
    if not head:
        raise SourceError("Is empty; there is nothing to read.")
    if kind in (None, "text"):
        kind = _sniffed(head, kind)
    if kind in ("json", "lines"):
        yield from read_records(stream, source, one_a_line=kind == "lines")
        return
    data = bounded.whole(stream)
    if kind == "html":
        yield read_page(data, source, url=url, charset=charset)
        return
    decoded = decode(data, charset)
    yield Draft(decoded.text, source, url=url, notes=decoded.notes)


def _sniffed(head: bytes, kind: str | None) -> str:
    """What a stream is; a file named as text may still be a saved page."""
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    looks_json = kind is None and re.match(rb'\{\s*"|\[\s*\{', start)
    return "json" if looks_json else "text"


def _frozen(draft: Draft) -> Iterator[Report | SourceProblem]:
    """The report of a draft, with its notes before it; or why it is none."""
    if not draft.text.strip():
        yield SourceProblem(draft.source, "Holds nothing but blanks; there is nothing to read.", draft.line)
        return
    if len(draft.text) > bounded.MAX_TEXT:
        size, limit = len(draft.text) / 1_000_000, bounded.MAX_TEXT // 1_000_000
        problem = f"Holds {size:.1f} million characters, and a report may hold {limit} million; split it into reports."
        yield SourceProblem(draft.source, problem, draft.line)
        return
    report, notes = freeze(draft)
    for note in notes:
        yield SourceProblem(draft.source, note, draft.line, report.id)
    yield report


def _kind(path: Path) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes[-1:] == [".gz"]:
        suffixes.pop()
    return SUFFIXES.get(suffixes[-1]) if suffixes else None


def _standard_input() -> io.BufferedReader:
    return open(sys.stdin.fileno(), "rb", closefd=False)  # not sys.stdin.buffer, which tests and shells replace


def _reader(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))


def _raise(error: OSError) -> None:
    raise error


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "Does not exist; check the path."
    if isinstance(error, PermissionError):
        return "May not be read by you; check its permissions."
    return f"Cannot be read ({getattr(error, 'strerror', None) or error}); check it and try again."
