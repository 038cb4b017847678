"""A person's decisions, kept for good.

In: rulings. Out: rulings. One thing to know: nothing is ever changed or taken out here; to undo a ruling is to
say when it was undone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, insert, select, update

from tacitus.errors import SettingError
from tacitus.records import contract
from tacitus.records.incident import RULINGS as KINDS
from tacitus.records.incident import Ruling
from tacitus.store.rows import dumps
from tacitus.store.tables import RULINGS


def checked(kind: str, events: Sequence[str]) -> None:
    """Raises :class:`SettingError` where there is no such ruling, or not on so many events."""
    if kind not in KINDS:
        raise SettingError(f"{kind!r} is no ruling; there are {', '.join(KINDS)}")
    if not len(events) == len(set(events)) == (2 if kind in ("same", "apart") else 1):
        raise SettingError("same and apart take two events that differ, the other rulings one; see `tacitus events`")


def rule(connection: Connection, ruling: Ruling) -> None:
    """Keep a ruling; one of that id that is there already stays as it is."""
    if connection.execute(select(RULINGS.c.id).where(RULINGS.c.id == ruling.id)).first():
        return
    value = dumps(asdict(ruling.value)) if ruling.value is not None else None
    row = {name: getattr(ruling, name) for name in ("id", "kind", "by", "at", "reason", "field", "undone")}
    connection.execute(insert(RULINGS).values(**row, events=dumps(list(ruling.events)), value=value))


def undo(connection: Connection, ruling: str, at: str) -> None:
    """Say that a ruling holds no more, since ``at``. Raises :class:`SettingError` if there is no such ruling."""
    if not connection.execute(select(RULINGS.c.id).where(RULINGS.c.id == ruling)).first():
        raise SettingError(f"There is no ruling {ruling!r}; `tacitus rulings` lists them.")
    connection.execute(update(RULINGS).where(RULINGS.c.id == ruling, RULINGS.c.undone.is_(None)).values(undone=at))


def rulings(connection: Connection, *, active: bool = True, events: Iterable[str] | None = None) -> list[Ruling]:
    """The rulings in the order they were made; those on any of the events, or all."""
    wanted = select(RULINGS).order_by(RULINGS.c.at, RULINGS.c.id)
    if active:
        wanted = wanted.where(RULINGS.c.undone.is_(None))
    found = [_ruling(row) for row in connection.execute(wanted)]
    asked = set(events) if events is not None else None
    return found if asked is None else [each for each in found if asked & set(each.events)]


def _ruling(row: Any) -> Ruling:
    value = contract.read_value(row.field, json.loads(row.value)) if row.value and row.field else None
    return Ruling(
        row.id, row.kind, tuple(json.loads(row.events)), row.by, row.at, row.reason, row.field, value, row.undone
    )
