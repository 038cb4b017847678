"""The list of formats: a name comes in, with rows; the file goes out.

In: rows of :mod:`tacitus.export.rows_of`, as :attr:`Format.rows` says. Out: text or bytes. One
thing to know: a scheme has its own idea of an event, so a row that does not fit it (a visit is no ACLED event) is left
out, and :func:`write` says how many were.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, BinaryIO, TextIO, cast

from tacitus.errors import SettingError
from tacitus.export import acled, corpus, gdelt, geojson, geopackage, hxl, icews, parquet, plover, polecat, redact, ucdp
from tacitus.export.columns import Column, comma_separated, tab_separated
from tacitus.export.dyads import coded, dyads, rooted
from tacitus.export.flat import CLAIMS, EVENTS, INCIDENTS, claim_rows
from tacitus.export.jsonlines import COLUMNS as JSONL
from tacitus.export.jsonlines import lines as json_lines
from tacitus.export.rows_of import EventRow, IncidentRow, ReportRow

Rows = Iterable[IncidentRow] | Iterable[EventRow] | Iterable[ReportRow]
#: Bytes handed out at a time.
_PIECE = 1 << 16


def _all(_: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``rows`` is what it takes, incidents, events or reports; ``which`` of them it has, in words, and
    ``fits`` in code.

    Either ``lines`` makes its text or ``fill`` writes its bytes.
    """

    name: str
    rows: str
    ending: str
    media: str
    holds: str
    which: str
    columns: tuple[Column[Any], ...]
    fits: Callable[[Any], bool] = _all
    lines: Callable[[Iterable[Any]], Iterator[str]] | None = None
    fill: Callable[[Iterable[Any], BinaryIO], None] | None = None

    @property
    def binary(self) -> bool:
        """Whether it is bytes and no text."""
        return self.fill is not None


@dataclass(slots=True)
class Count:
    """How many rows were written, and how many do not fit the format's scheme."""

    written: int = 0
    left_out: int = 0


_CSV, _TSV, _PARQUET = "text/csv", "text/tab-separated-values", "application/vnd.apache.parquet"
_EVERY = "all"
_NAMED = (
    "events that CAMEO codes, a row for each pair of who acts and whom it is done to; nothing that is merely feared"
)

FORMATS = MappingProxyType(
    {
        made.name: made
        for made in (
            Format("csv", "incidents", ".csv", _CSV, "our incidents, one a row", _EVERY, INCIDENTS,
                   lines=partial(comma_separated, INCIDENTS)),
            Format("csv-events", "events", ".csv", _CSV, "the reports' events, one a row", _EVERY, EVENTS,
                   lines=partial(comma_separated, EVENTS)),
            Format("csv-claims", "events", ".csv", _CSV, "their claims, one a row", _EVERY, CLAIMS,
                   lines=lambda rows: comma_separated(CLAIMS, claim_rows(rows))),
            Format("jsonl", "incidents", ".jsonl", "application/x-ndjson", "incidents with all claims, one a line",
                   _EVERY, JSONL, lines=json_lines),
            Format("parquet", "incidents", ".parquet", _PARQUET, "our incidents, typed", _EVERY, INCIDENTS,
                   fill=partial(parquet.fill, INCIDENTS)),
            Format("parquet-events", "events", ".parquet", _PARQUET, "the reports' events, typed", _EVERY, EVENTS,
                   fill=partial(parquet.fill, EVENTS)),
            Format("parquet-claims", "events", ".parquet", _PARQUET, "their claims, typed", _EVERY, CLAIMS,
                   fill=lambda rows, file: parquet.fill(CLAIMS, claim_rows(rows), file)),
            Format("geojson", "incidents", ".geojson", "application/geo+json", "incidents as points on a map", _EVERY,
                   geojson.COLUMNS, lines=geojson.lines),
            Format("gpkg", "incidents", ".gpkg", "application/geopackage+sqlite3",
                   "incidents as a layer of points, with tables of their events and claims, for QGIS and the like",
                   _EVERY, INCIDENTS, fill=geopackage.fill),
            Format("hxl", "incidents", ".csv", _CSV, "incidents with HXL hashtags in the second row", _EVERY,
                   hxl.COLUMNS, lines=hxl.lines),
            Format("acled", "incidents", ".csv", _CSV, "incidents in ACLED's 31 columns",
                   "what happened (not what was planned, threatened or long ago) and is of a type that ACLED has",
                   acled.COLUMNS, acled.fits, partial(comma_separated, acled.COLUMNS)),
            Format("ucdp", "incidents", ".csv", _CSV, "incidents in the 49 columns of UCDP GED",
                   "violence that happened and in which somebody was killed, or may have been",
                   ucdp.COLUMNS, ucdp.fits, partial(comma_separated, ucdp.COLUMNS)),
            Format("polecat", "events", ".txt", _TSV, "events in POLECAT's 40 columns",
                   "events that PLOVER codes, a row for each pair of who acts and whom it is done to",
                   polecat.COLUMNS, rooted, lambda rows: tab_separated(polecat.COLUMNS, dyads(rows))),
            Format("icews", "events", ".tab", _TSV, "events in ICEWS's 20 columns", _NAMED, icews.COLUMNS, coded,
                   lambda rows: tab_separated(icews.COLUMNS, dyads(rows))),
            Format("gdelt", "events", ".export.CSV", _TSV, "events in GDELT 2's 61 columns, without a header", _NAMED,
                   gdelt.EVENTS, coded, lambda rows: tab_separated(gdelt.EVENTS, dyads(rows), header=False)),
            Format("gdelt-mentions", "events", ".mentions.CSV", _TSV,
                   "where the reports name these events, in GDELT 2's 16 columns, without a header",
                   "a row for each mention of each row of `gdelt`", gdelt.MENTIONS, coded,
                   lambda rows: tab_separated(gdelt.MENTIONS, gdelt.mentioned(dyads(rows)), header=False)),
            Format("plover", "events", ".jsonl", "application/x-ndjson", "events as PLOVER's JSON, one a line",
                   "events that PLOVER codes", plover.COLUMNS, rooted, plover.lines),
            Format("corpus", "reports", ".zip", "application/zip",
                   "reports with their corrections, annotated as the corpus is, to learn from",
                   "reports with an event that a person has corrected, rejected or confirmed", corpus.COLUMNS,
                   corpus.fits_format, fill=corpus.fill),
        )
    }
)  # fmt: skip


def named(name: str) -> Format:
    """The format of that name. Raises :class:`SettingError` if there is none."""
    if name not in FORMATS:
        raise SettingError(f"{name!r} is no format to export; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def write(
    made: Format,
    rows: Rows,
    file: TextIO | BinaryIO,
    *,
    redact_private: bool = False,
) -> Count:
    """Write the rows, of the kind that the format takes, to a file of text or, if it is binary, of bytes."""
    _check(made, redact_private)
    count = Count()
    wanted = _wanted(made, rows, count, redact_private)
    if made.lines is not None:
        cast(TextIO, file).writelines(made.lines(wanted))
    elif made.fill is not None:
        made.fill(wanted, cast(BinaryIO, file))
    return count


def stream(made: Format, rows: Rows, *, redact_private: bool = False) -> Iterator[bytes]:
    """The same in pieces, text in UTF-8, to send over a network; bytes are made in a scratch file first."""
    _check(made, redact_private)
    if made.lines is not None:
        yield from (line.encode() for line in made.lines(_wanted(made, rows, Count(), redact_private)))
        return
    with tempfile.TemporaryFile() as scratch:
        write(made, rows, scratch, redact_private=redact_private)
        scratch.seek(0)
        while piece := scratch.read(_PIECE):
            yield piece


def _check(made: Format, redact_private: bool) -> None:
    if redact_private and made.rows == "reports":
        raise SettingError(f"{made.name} holds whole reports, and no name can be left out of it; give another format")


def _wanted(made: Format, rows: Iterable[Any], count: Count, redact_private: bool) -> Iterator[Any]:
    """The rows that fit, counted; without private persons if so wished."""
    for row in rows:
        if not made.fits(row):
            count.left_out += 1
            continue
        count.written += 1
        if not redact_private:
            yield row
        else:
            yield redact.incident(row) if made.rows == "incidents" else redact.event(row)
