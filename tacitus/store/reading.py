"""Rows → what merging and exports work with: documents, accounts, blocks, wire keys.

In: ids or blocks. Out: the contract's objects and records, streamed where there may be many. One thing to know:
an event id is looked up among the current events only; what a newer version has replaced is out of the game.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, func, insert, select, update

from tacitus.records import contract
from tacitus.records.incident import Account
from tacitus.store.adding import block_keys, many
from tacitus.store.tables import BLOCKS, EVENTS, ISSUES, QUOTES, REPORTS, RULINGS, live

Json = dict[str, Any]
#: Rows fetched at a time where there may be millions.
STREAM = 2000
#: What the contract says of a report, in its order.
_HEADER = ("id", "url", "outlet", "title", "published", "published_basis", "language", "text")


def documents(connection: Connection, ids: Iterable[str]) -> Iterator[Json]:
    """The newest version of each report, in the order asked for; unknown ids are passed over."""
    for lot in many(ids):
        newest = (
            select(REPORTS.c.id, func.max(REPORTS.c.version).label("version"))
            .where(REPORTS.c.id.in_(lot))
            .group_by(REPORTS.c.id)
            .subquery()
        )
        same = and_(REPORTS.c.id == newest.c.id, REPORTS.c.version == newest.c.version)
        keys = {row.id: row.key for row in connection.execute(select(REPORTS.c.id, REPORTS.c.key).join(newest, same))}
        for report in lot:
            if report in keys:
                yield document(connection, keys[report])


def document(connection: Connection, key: int) -> Json:
    """One stored report, whole: what :func:`tacitus.records.contract.record` made of it when it was added."""
    report = connection.execute(select(*(REPORTS.c[name] for name in _HEADER)).where(REPORTS.c.key == key)).one()
    events = select(EVENTS.c.body).where(EVENTS.c.report_key == key).order_by(EVENTS.c.ordinal)
    quotes = select(QUOTES.c.body).where(QUOTES.c.report_key == key).order_by(QUOTES.c.ordinal)
    issues = select(ISSUES.c.stage, ISSUES.c.message, ISSUES.c.start).where(ISSUES.c.report_key == key)
    return {
        "report": dict(report._mapping),
        "events": [json.loads(body) for body in connection.scalars(events)],
        "quotes": [json.loads(body) for body in connection.scalars(quotes)],
        "issues": [dict(row._mapping) for row in connection.execute(issues.order_by(ISSUES.c.ordinal))],
    }


def raw(connection: Connection, report: str) -> bytes | None:
    """The source of the report's newest version as it came; None if there is no such report."""
    newest = select(REPORTS.c.raw, REPORTS.c.text).where(REPORTS.c.id == report)
    found = connection.execute(newest.order_by(REPORTS.c.version.desc()).limit(1)).first()
    if found is None:
        return None
    return zlib.decompress(found.raw) if found.raw is not None else str(found.text).encode()


def accounts(
    connection: Connection, *, event_ids: Iterable[str] | None = None, blocks: Iterable[str] | None = None
) -> list[Account]:
    """The current events of the ids or blocks (all, if neither is given) that nobody has rejected."""
    wanted = _accounts()
    if event_ids is None and blocks is None:
        found = list(connection.execute(wanted))
    else:
        found = [row for lot in many(event_ids or ()) for row in connection.execute(wanted.where(EVENTS.c.id.in_(lot)))]
        for lot in many(block_keys(blocks or ())):
            inside = select(BLOCKS.c.event_key).where(BLOCKS.c.block.in_(lot))
            found += list(connection.execute(wanted.where(EVENTS.c.key.in_(inside))))
    out = rejected(connection)
    once = {row.key: row for row in found if row.id not in out}
    return [_account(once[key]) for key in sorted(once)]


def all_blocks(connection: Connection) -> Iterator[tuple[str, list[str]]]:
    """Every block with the ids of its current events that nobody has rejected, by block, one in memory at a time."""
    out = rejected(connection)
    wanted = select(BLOCKS.c.block, EVENTS.c.id).join(EVENTS, EVENTS.c.key == BLOCKS.c.event_key).where(live(EVENTS))
    rows = connection.execution_options(yield_per=STREAM).execute(wanted.order_by(BLOCKS.c.block, BLOCKS.c.event_key))
    for block, members in groupby(rows, key=lambda row: str(row.block)):
        if ids := [str(row.id) for row in members if row.id not in out]:
            yield block, ids


def blocks_of(connection: Connection, event_ids: Iterable[str]) -> set[str]:
    """The blocks that hold any of the current events."""
    joined = select(BLOCKS.c.block).distinct().join(EVENTS, EVENTS.c.key == BLOCKS.c.event_key).where(live(EVENTS))
    return {block for lot in many(event_ids) for block in connection.scalars(joined.where(EVENTS.c.id.in_(lot)))}


def events_in(connection: Connection, blocks: Iterable[str]) -> set[str]:
    """The ids of the current events in the blocks that nobody has rejected."""
    joined = select(EVENTS.c.id).join(BLOCKS, EVENTS.c.key == BLOCKS.c.event_key).where(live(EVENTS))
    found = {
        event for lot in many(block_keys(blocks)) for event in connection.scalars(joined.where(BLOCKS.c.block.in_(lot)))
    }
    return found - rejected(connection)


def reports_of_events(connection: Connection, events: Iterable[str]) -> set[str]:
    """The ids of the reports that tell the current events of those ids."""
    joined = select(REPORTS.c.id).distinct().join(EVENTS, EVENTS.c.report_key == REPORTS.c.key).where(live(EVENTS))
    return {report for lot in many(events) for report in connection.scalars(joined.where(EVENTS.c.id.in_(lot)))}


def events_of_reports(connection: Connection, reports: Iterable[str]) -> list[str]:
    """The ids of the current events of the reports."""
    joined = select(EVENTS.c.id).join(REPORTS, REPORTS.c.key == EVENTS.c.report_key).where(live(EVENTS))
    return [event for lot in many(reports) for event in connection.scalars(joined.where(REPORTS.c.id.in_(lot)))]


def set_blocks(connection: Connection, blocks: Mapping[str, Sequence[str]]) -> None:
    """Give current events other blocks than they had."""
    for lot in many(blocks):
        current = select(EVENTS.c.id, EVENTS.c.key).where(EVENTS.c.id.in_(lot), live(EVENTS))
        keys = {row.id: row.key for row in connection.execute(current)}
        connection.execute(delete(BLOCKS).where(BLOCKS.c.event_key.in_(list(keys.values()))))
        rows = [{"block": each, "event_key": key} for id_, key in keys.items() for each in block_keys(blocks[id_])]
        if rows:
            connection.execute(insert(BLOCKS), rows)


def wires(connection: Connection, reports: Iterable[str] | None = None) -> Iterator[tuple[str, str]]:
    """The key of its wire story for each current report, or for those asked for."""
    wanted = select(REPORTS.c.id, REPORTS.c.wire).where(live(REPORTS)).order_by(REPORTS.c.key)
    for row in _of_reports(connection, wanted, reports):
        yield row.id, row.wire


def sketches(connection: Connection, reports: Iterable[str] | None = None) -> Iterator[tuple[str, bytes]]:
    """The sketch of each current report that has one, or of those asked for, in the order they were added."""
    wanted = select(REPORTS.c.id, REPORTS.c.sketch).where(live(REPORTS), REPORTS.c.sketch.is_not(None))
    for row in _of_reports(connection, wanted.order_by(REPORTS.c.key), reports):
        yield row.id, row.sketch


def reports_of_wire(connection: Connection, wire: str) -> list[str]:
    """The ids of the current reports of one wire story."""
    return list(connection.scalars(select(REPORTS.c.id).where(live(REPORTS), REPORTS.c.wire == wire)))


def set_wire(connection: Connection, reports: Iterable[str], wire: str) -> None:
    """Say that the reports are copies of one wire story."""
    for lot in many(reports):
        connection.execute(update(REPORTS).where(REPORTS.c.id.in_(lot)).values(wire=wire))


def _of_reports(connection: Connection, wanted: Select[Any], reports: Iterable[str] | None) -> Iterator[Any]:
    if reports is None:
        yield from connection.execution_options(yield_per=STREAM).execute(wanted)
        return
    for lot in many(reports):
        yield from connection.execute(wanted.where(REPORTS.c.id.in_(lot)))


def _accounts() -> Select[Any]:
    columns = (EVENTS.c.key, EVENTS.c.id, EVENTS.c.body, EVENTS.c.wording)
    report = (REPORTS.c.id.label("report"), REPORTS.c.published, REPORTS.c.outlet, REPORTS.c.wire)
    return select(*columns, *report).join(REPORTS, REPORTS.c.key == EVENTS.c.report_key).where(live(EVENTS))


def _account(row: Any) -> Account:
    return Account(
        contract.read_event(json.loads(row.body)), row.report,
        date.fromisoformat(row.published) if row.published else None, row.outlet, row.wire,
        tuple(json.loads(row.wording)),
    )  # fmt: skip


def rejected(connection: Connection) -> set[str]:
    """The ids of the events that a person has rejected."""
    ruled = select(RULINGS.c.events).where(RULINGS.c.kind == "reject", RULINGS.c.undone.is_(None))
    return {event for events in connection.scalars(ruled) for event in _ids(events)}


def _ids(events: str) -> Sequence[str]:
    found: list[str] = json.loads(events)
    return found
