"""Columns and cells: what a table's columns are called, filled from, and how they become lines of text.

In: rows and a tuple of :class:`Column`. Out: lines. One thing to know: the same tuple writes the file and the page
docs/exports.md, so that what is told of a column is what is in it. No cell can be taken for a formula.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

T = TypeVar("T")
#: What spreadsheets take for the beginning of a formula, in the wide forms of East Asian keyboards too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001
#: What no reader of tables takes: control characters, and halves of characters.
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column. ``told`` says what fills it, or why it stays empty if ``of`` is None.

    ``kind`` is the type of its values where the format has types; a ``date`` is given in ISO 8601. ``tag`` is its HXL
    hashtag.
    """

    name: str
    told: str
    of: Callable[[T], Any] | None = None
    kind: type = str
    tag: str = ""

    def value(self, row: T) -> Any:
        """What the row has in this column; None where nothing is known."""
        found = self.of(row) if self.of else None
        if isinstance(found, str) and not found.isprintable():
            found = _UNFIT.sub("", found)
        return None if found == "" else found


def empty(name: str, why: str, kind: type = str) -> Column[Any]:
    """A column of another scheme that nothing here can fill."""
    return Column(name, why, None, kind)


def on(columns: Iterable[Column[T]], part: Callable[[Any], T]) -> tuple[Column[Any], ...]:
    """The same columns for rows that have what they speak of as a part."""

    def through(of: Callable[[T], Any]) -> Callable[[Any], Any]:
        return lambda row: of(part(row))

    return tuple(Column(c.name, c.told, through(c.of) if c.of else None, c.kind, c.tag) for c in columns)


def plain(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return "'" + words if words.lstrip().startswith(_FORMULA) or words[:1] in ("\t", "\r") else words


def comma_separated(
    columns: Sequence[Column[T]], rows: Iterable[T], more_heads: Sequence[Sequence[str]] = ()
) -> Iterator[str]:
    """A header and a line for each row, quoted where need be; ``more_heads`` are further header rows."""
    line = csv.writer(_Line(), lineterminator="\n").writerow
    yield line([column.name for column in columns])
    yield from (line(head) for head in more_heads)
    for row in rows:
        yield line([_cell(column.value(row)) for column in columns])


def tab_separated(columns: Sequence[Column[T]], rows: Iterable[T], *, header: bool = True) -> Iterator[str]:
    """A line for each row, nothing quoted: white space in a cell is one space, a straight double quote a curly one."""
    if header:
        yield "\t".join(column.name for column in columns) + "\n"
    for row in rows:
        cells = (str(_cell(column.value(row))) for column in columns)
        yield "\t".join(" ".join(cell.replace('"', "”").split()) for cell in cells) + "\n"


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, (int, float)) else plain(str(value))


class _Line:
    """A file for the csv module that gives each line back."""

    def write(self, words: str) -> str:
        return words


def day(found: date | None) -> str | None:
    """A day in ISO 8601."""
    return found.isoformat() if found else None
