"""The command ``export``: incidents or events of a ledger, filtered, in the format that others read.

In: parsed arguments. Out: an exit code. One thing to know: rows stream from the ledger page by page into the file, so
that an export of a million incidents needs no more memory than one of ten.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from tacitus.commands.ledger import opened, query_of
from tacitus.commands.terminal import binary_output, counted, output, tell
from tacitus.errors import SettingError
from tacitus.export import formats
from tacitus.export.rows_of import EventRow, Header, IncidentRow
from tacitus.records import contract
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query

Json = dict[str, Any]
#: Rows fetched at a time.
PAGE = 500


def export(args: argparse.Namespace) -> int:
    """The command."""
    made = formats.named(args.format)
    query = replace(query_of(args), limit=PAGE)
    if made.binary and args.output is None and sys.stdout.isatty():
        raise SettingError(f"{made.name} is no text; give a file with -o FILE{made.ending}")
    with opened(args) as ledger:
        rows = _incidents(ledger, query) if made.rows == "incidents" else _events(ledger, query)
        if made.binary:
            with binary_output(args.output) as stream:
                count = formats.write(made, rows, stream, redact_private=args.redact_private)
        else:
            with output(args.output) as file:
                count = formats.write(made, rows, file, redact_private=args.redact_private)
    left = f"; {count.left_out} do not fit {made.name} and were left out" if count.left_out else ""
    tell(f"{counted(count.written, 'row')} written{left}")
    return 0


def _incidents(ledger: Ledger, query: Query) -> Iterator[IncidentRow]:
    for row in _pages(ledger, "incidents", query):
        if (story := ledger.incident(row["id"])) is not None:
            texts = _texts(ledger, [report["id"] for report, _ in story.accounts])
            yield IncidentRow(story.incident, tuple(_event(report, event, texts) for report, event in story.accounts))


def _events(ledger: Ledger, query: Query) -> Iterator[EventRow]:
    lot: list[Json] = []
    for row in _pages(ledger, "events", query):
        lot.append(row)
        if len(lot) == PAGE:
            yield from _event_rows(ledger, lot)
            lot = []
    yield from _event_rows(ledger, lot)


def _event_rows(ledger: Ledger, lot: list[Json]) -> Iterator[EventRow]:
    found = {each["report"]["id"]: each["report"] for each in ledger.documents({row["report"] for row in lot})}
    texts = {id_: report["text"] for id_, report in found.items()}
    yield from (_event(found[row["report"]], row, texts) for row in lot)


def _pages(ledger: Ledger, what: str, query: Query) -> Iterator[Json]:
    after: str | None = query.after
    while True:
        page = getattr(ledger, what)(replace(query, after=after))
        yield from page.rows
        if (after := page.next) is None:
            return


def _texts(ledger: Ledger, reports: list[str]) -> dict[str, str]:
    return {each["report"]["id"]: each["report"]["text"] for each in ledger.documents(reports)}


def _event(report: Json, event: Json, texts: dict[str, str]) -> EventRow:
    published = date.fromisoformat(report["published"]) if report["published"] else None
    header = Header(report["id"], report["url"], report["outlet"], report["title"], published)
    return EventRow(contract.read_event(event), header, texts.get(report["id"]))
