"""Rows → a Parquet file, typed: whole numbers, decimals, days and words.

In: columns and rows. Out: bytes. One thing to know: it needs pyarrow, which comes with ``pip install tacitus[tables]``;
rows are written ten thousand at a time, so that a long export needs little memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO, TypeVar

from tacitus.errors import SettingError
from tacitus.export.columns import Column

T = TypeVar("T")
_LOT = 10_000


def fill(columns: Sequence[Column[T]], rows: Iterable[T], file: BinaryIO) -> None:
    """Write the file. Raises :class:`SettingError` without pyarrow."""
    arrow, parquet = _arrow("pyarrow"), _arrow("pyarrow.parquet")
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), date: arrow.date32()}
    schema = arrow.schema([(column.name, types[column.kind]) for column in columns])
    left = iter(rows)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while lot := list(islice(left, _LOT)):
            arrays = [arrow.array([_typed(column, row) for row in lot], type=types[column.kind]) for column in columns]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _typed(column: Column[T], row: T) -> Any:
    value = column.value(row)
    return value if value is None or column.kind is not date else date.fromisoformat(value)


def _arrow(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise SettingError("Parquet needs pyarrow; install it with pip install 'tacitus[tables]'") from None
