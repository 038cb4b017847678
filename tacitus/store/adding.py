"""Documents that were read → rows, in one transaction.

In: documents and what belongs to them. Out: :class:`Added`. One thing to know: a report is known by its series
(its URL, else its id) and by its id; the same text again changes nothing, another text is a new version, and
the older one stays with its events, which are no more current.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, Table, func, insert, or_, select, update

from tacitus.records.event import Document
from tacitus.records.report import Report
from tacitus.store import rows
from tacitus.store.tables import BLOCKS, CLAIMS, EVENTS, ISSUES, LONGEST, QUOTES, REPORTS

#: How many values are bound in one statement; SQLite takes 32,766, PostgreSQL 65,535.
MANY = 5000


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition came to.

    ``reports`` are the ids of reports not known before, ``versions`` of those whose text has changed, ``events``
    the ids of all new events, and ``gone`` of events that a newer version of their report has replaced. ``known``
    counts the reports that were there already.
    """

    reports: tuple[str, ...]
    versions: tuple[str, ...]
    known: int
    events: tuple[str, ...]
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extras:
    """What is kept with documents: by event id the wording and the blocks, by report id the rest."""

    wordings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    blocks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sketches: Mapping[str, bytes] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    raws: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class _Stored:
    """The versions of reports that are stored, by what they are known by."""

    by_series: dict[str, list[rows.Row]] = field(default_factory=dict)
    by_id: dict[str, list[rows.Row]] = field(default_factory=dict)

    def put(self, row: rows.Row) -> None:
        self.by_series.setdefault(row["series"], []).append(row)
        self.by_id.setdefault(row["id"], []).append(row)

    def versions(self, report: Report) -> list[rows.Row]:
        found = self.by_series.get(rows.series(report), []) + self.by_id.get(report.id, [])
        return list({row["key"]: row for row in found}.values())


def now() -> str:
    """The time, as the ledger writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def many(values: Iterable[str]) -> Iterator[list[str]]:
    """Each value once, in lots that one statement can bind."""
    each = list(dict.fromkeys(values))
    for at in range(0, len(each), MANY):
        yield each[at : at + MANY]


def block_keys(blocks: Iterable[str]) -> list[str]:
    """Blocks as they are stored, each once: short enough for an index, which at worst makes two of them one."""
    return list(dict.fromkeys(block[:LONGEST] for block in blocks))


def unknown(connection: Connection, reports: Sequence[Report]) -> list[Report]:
    """Those of the reports whose text is not stored."""
    stored = _stored(connection, reports)
    return [report for report in reports if not _known(stored.versions(report), rows.text_hash(report.text))]


def add(connection: Connection, documents: Sequence[Document], run: int, extras: Extras) -> Added:
    """Store the documents whose text is not known yet."""
    stored = _stored(connection, [document.report for document in documents])
    next_key = _next(connection, REPORTS)
    fresh: list[tuple[int, Document]] = []
    outdated: list[rows.Row] = []
    new: list[str] = []
    versions: list[str] = []
    report_rows: list[rows.Row] = []
    for document in documents:
        report = document.report
        row = rows.report_row(report)
        before = stored.versions(report)
        if _known(before, row["text_hash"]):
            continue
        outdated += [each for each in before if each["current"]]
        for each in before:
            each["current"] = False
        row |= {
            "key": next_key, "version": 1 + max((each["version"] for each in before), default=0), "current": True,
            "source": extras.sources.get(report.id), "added": now(), "run_id": run,
            "sketch": extras.sketches.get(report.id), "raw": rows.packed(extras.raws.get(report.id), report.text),
        }  # fmt: skip
        stored.put(row)
        report_rows.append(row)
        fresh.append((next_key, document))
        (versions if before else new).append(report.id)
        next_key += 1
    if not fresh:
        return Added((), (), len(documents), ())
    # What two versions in one lot replace is stored as well, and only then put aside.
    _insert(connection, REPORTS, [{**row, "current": True} for row in report_rows])
    events = _add_contents(connection, fresh, extras)
    gone = _put_aside(connection, [row["key"] for row in outdated])
    return Added(tuple(new), tuple(versions), len(documents) - len(fresh), tuple(events), tuple(gone))


def _add_contents(connection: Connection, fresh: Sequence[tuple[int, Document]], extras: Extras) -> list[str]:
    """Events, claims, quotes, issues and blocks; gives the ids of the events."""
    key = _next(connection, EVENTS)
    events, claims, blocks, quotes, issues = [], [], [], [], []
    for report_key, document in fresh:
        text = document.report.text
        for event, row in zip(document.events, rows.event_rows(document), strict=True):
            wording = rows.dumps(list(extras.wordings.get(event.id, ())))
            row |= {"key": key, "report_key": report_key, "current": True, "wording": wording}
            events.append(row)
            claims += list(rows.claim_rows(event, row, text))
            blocks += [{"block": each, "event_key": key} for each in block_keys(extras.blocks.get(event.id, ()))]
            key += 1
        quotes += list(rows.quote_rows(document, report_key))
        issues += list(rows.issue_rows(document, report_key))
    _insert(connection, EVENTS, events)
    _insert(connection, CLAIMS, claims)
    _insert(connection, BLOCKS, blocks)
    _insert(connection, QUOTES, quotes)
    _insert(connection, ISSUES, issues)
    return [row["id"] for row in events]


def _put_aside(connection: Connection, keys: Sequence[int]) -> list[str]:
    """Make reports and their events no more current; gives the ids of those events."""
    if not keys:
        return []
    connection.execute(update(REPORTS).where(REPORTS.c.key.in_(keys)).values(current=False))
    connection.execute(update(EVENTS).where(EVENTS.c.report_key.in_(keys)).values(current=False))
    return list(connection.scalars(select(EVENTS.c.id).where(EVENTS.c.report_key.in_(keys)).order_by(EVENTS.c.key)))


def _stored(connection: Connection, reports: Sequence[Report]) -> _Stored:
    columns = [REPORTS.c[name] for name in ("key", "id", "series", "version", "text_hash", "current")]
    found: dict[int, Row[tuple[object, ...]]] = {}
    names = {name for report in reports for name in (report.id, rows.series(report))}
    for lot in many(sorted(names)):
        same = or_(REPORTS.c.id.in_(lot), REPORTS.c.series.in_(lot))
        found |= {row.key: row for row in connection.execute(select(*columns).where(same))}
    stored = _Stored()
    for row in found.values():
        stored.put(dict(row._mapping))
    return stored


def _known(versions: Sequence[rows.Row], text_hash: str) -> bool:
    return any(row["text_hash"] == text_hash for row in versions)


def _next(connection: Connection, table: Table) -> int:
    """The next key; nobody else can take it, since one transaction writes at a time."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.key), 0) + 1)).scalar_one())


def _insert(connection: Connection, table: Table, many_rows: Sequence[rows.Row]) -> None:
    if many_rows:
        connection.execute(insert(table), many_rows)
