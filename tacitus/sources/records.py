"""JSON → drafts: one record a line, one record, or a list of records.

In: a binary stream. Out: a draft for each record, a problem for each that cannot be one, with its line.
One thing to know: a record needs only ``text``; the other fields are known under the names of ``_FIELDS``.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import IO

from tacitus.errors import SourceError
from tacitus.sources import bounded, dates
from tacitus.sources.draft import Draft, SourceProblem
from tacitus.sources.encoding import decode, without_surrogates

_FIELDS = {
    "id": ("id", "guid"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "article"),
    "published": ("published", "published_at", "publishedAt", "publication_date", "pubDate", "date"),
    "outlet": ("outlet", "source", "publisher"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}


def read_records(
    stream: io.BufferedReader, source: str, *, one_a_line: bool = False
) -> Iterator[Draft | SourceProblem]:
    """The records of a JSON stream; ``one_a_line``: it is known to be JSON lines, whatever its first line is."""
    head = stream.peek(4)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # in UTF-16 a line end is not one byte
        text = decode(bounded.whole(stream, bounded.MAX_WHOLE)).text
        stream = io.BufferedReader(io.BytesIO(text.encode()))
        head = stream.peek(4)
    if one_a_line or _is_record(head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0]):
        yield from _from_lines(stream, source)
        return
    data = bounded.whole(stream, bounded.MAX_WHOLE)
    try:
        found = json.loads(decode(data).text)
    except (ValueError, RecursionError) as error:
        if len(re.findall(rb"^\s*\{.*\}\s*$", data, re.M)) > 1:  # JSON lines whose first is broken
            yield from _from_lines(io.BytesIO(data), source)
            return
        raise SourceError(f"Is not valid JSON ({_reason(error)}); mend it, or give one record a line.") from error
    for number, record in enumerate(found if isinstance(found, list) else [found], 1):
        where = f"{source}, record {number}" if isinstance(found, list) else source
        yield _draft(record, where, None)


def _from_lines(stream: IO[bytes], source: str) -> Iterator[Draft | SourceProblem]:
    for number, line in bounded.lines(stream):
        if line is None:
            limit = bounded.MAX_BYTES // 1_000_000
            yield SourceProblem(source, f"Holds more than {limit} MB, too much for one report; split it.", number)
            continue
        if not line.strip():
            continue
        try:
            decoded = decode(line.rstrip())
            yield _draft(json.loads(decoded.text), source, number, decoded.notes)
        except SourceError as error:
            yield SourceProblem(source, str(error), number)
        except (ValueError, RecursionError) as error:
            yield SourceProblem(source, f"Is not valid JSON ({_reason(error)}); mend the line.", number)


def _draft(record: object, source: str, line: int | None, notes: tuple[str, ...] = ()) -> Draft | SourceProblem:
    if not isinstance(record, dict):
        return SourceProblem(source, 'Is not a record; write {"title": …, "text": …}.', line)
    fields = {name: _field(record, names) for name, names in _FIELDS.items()}
    if not fields["text"]:
        known = ", ".join(map(str, list(record)[:8])) or "no field at all"
        return SourceProblem(source, f'Has no text: it holds {known}; put the report under "text".', line)
    text = without_surrogates(fields["text"])
    told = fields["published"]
    published = dates.stamp(told) if told else None
    if told and not published:
        notes = (*notes, f"Its date {told[:40]!r} is not one that can be told for sure; write YYYY-MM-DD.")
    return Draft(
        text=text.text,
        source=source,
        line=line,
        id=fields["id"],
        url=fields["url"],
        outlet=fields["outlet"],
        title=without_surrogates(" ".join((fields["title"] or "").split())).text or None,
        published=published,
        basis="given" if published else None,
        language=fields["language"],
        notes=(*notes, *text.notes),
    )


def _field(record: dict[object, object], names: tuple[str, ...]) -> str | None:
    """What stands under the first of the names that holds words, a number, or a thing that has a name."""
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at column {error.colno}"
    return "nested too deep" if isinstance(error, RecursionError) else str(error)
