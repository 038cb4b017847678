"""The public door to a ledger: ``tacitus.open("war.db")``.

In: a file or URL, and filters as the command line has them. Out: incidents, events, reports and claims, one after
the other as records, or all at once as a table of pandas or polars. One thing to know: nothing is fetched before it is
asked for, so ``incidents()`` of a million costs nothing until somebody looks at them.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Generic, Self, TextIO, TypedDict, TypeVar, Unpack, cast

from tacitus.asked import query_of, reports_of, rows_of
from tacitus.casebook import Casebook, Kept
from tacitus.errors import SettingError
from tacitus.export import formats
from tacitus.export.columns import Column
from tacitus.export.flat import CLAIMS, EVENTS, INCIDENTS, REPORTS, ClaimRow, claim_rows
from tacitus.export.rows_of import EventRow, IncidentRow
from tacitus.records.incident import Ruling
from tacitus.records.report import Report
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.serve.values import checked_field, value_of
from tacitus.sources.sources import open_sources
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query

T = TypeVar("T")
#: How tables call the kinds of cells: pandas (whole numbers may be missing, so they are its own ``Int64``), polars.
_KINDS = {str: ("object", "String"), int: ("Int64", "Int64"), float: ("float64", "Float64"),
          date: ("datetime64[s]", "Date")}  # fmt: skip


_WORDS = (str, "words")
_DAY = ((date, str), "a date or YYYY-MM-DD")
#: What each of :class:`Filters` may be, and how that is called.
_ASKED: dict[str, tuple[type | tuple[type, ...], str]] = {
    "since": _DAY, "until": _DAY, "place": _WORDS, "box": ((tuple, list), "four degrees: (west, south, east, north)"),
    **dict.fromkeys(("country", "actor", "type", "toll", "grade", "source", "text", "realis"), _WORDS),
    "min_confidence": ((int, float), "a number from 0 to 1"),
    "contested": (bool, "True or False"), "report": _WORDS, "sort": _WORDS, "limit": (int, "a whole number"),
}  # fmt: skip


class Filters(TypedDict, total=False):
    """What may be asked, as on the command line; days are dates or ``YYYY-MM-DD``."""

    since: date | str
    until: date | str
    place: str
    box: tuple[float, float, float, float]
    country: str
    actor: str
    type: str
    toll: str
    grade: str
    source: str
    text: str
    contested: bool
    realis: str
    min_confidence: float
    report: str
    sort: str
    limit: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What answers to some filters: go through it, or take it as a table."""

    _rows: Callable[[], Iterator[T]]
    _columns: Sequence[Column[Any]]

    def __iter__(self) -> Iterator[T]:
        """The records, fetched as they are gone through; each time anew."""
        return self._rows()

    def first(self) -> T | None:
        """The first record; None if there is none."""
        return next(iter(self), None)

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame`` with the columns of docs/exports.md. Raises :class:`SettingError` without pandas."""
        pandas = _library("pandas")
        cells = self._cells()
        return pandas.DataFrame({c.name: pandas.Series(cells[c.name], dtype=_KINDS[c.kind][0]) for c in self._columns})

    def to_polars(self) -> Any:
        """A ``polars.DataFrame`` with the same columns. Raises :class:`SettingError` without polars."""
        polars = _library("polars")
        cells = self._cells()
        typed: dict[str, list[Any]] = {c.name: [_typed(c, cell) for cell in cells[c.name]] for c in self._columns}
        return polars.DataFrame(typed, schema={c.name: getattr(polars, _KINDS[c.kind][1]) for c in self._columns})

    def _cells(self) -> dict[str, list[Any]]:
        cells: dict[str, list[Any]] = {column.name: [] for column in self._columns}
        for row in self:
            for column in self._columns:
                cells[column.name].append(column.value(row))
        return cells


class Opened:
    """An open ledger. Use it as a context manager, or close it."""

    def __init__(self, ledger: Ledger) -> None:
        """Use :func:`tacitus.open`."""
        self.ledger = ledger
        self._gazetteer = Gazetteer.open()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file or the server."""
        self.ledger.close()

    def incidents(self, **asked: Unpack[Filters]) -> Found[IncidentRow]:
        """Incidents: ``row.incident`` with its settled fields and dissent, ``row.events`` that tell it."""
        query, limit = self._query(asked)
        return Found(
            lambda: islice(cast(Iterator[IncidentRow], rows_of(self.ledger, "incidents", query)), limit), INCIDENTS
        )

    def events(self, **asked: Unpack[Filters]) -> Found[EventRow]:
        """Events of single reports: ``row.event`` with its claims, and the header of its report, ``row.report``."""
        query, limit = self._query(asked)
        return Found(lambda: islice(cast(Iterator[EventRow], rows_of(self.ledger, "events", query)), limit), EVENTS)

    def reports(self, **asked: Unpack[Filters]) -> Found[Report]:
        """Reports, with their texts."""
        query, limit = self._query(asked)
        return Found(lambda: islice(reports_of(self.ledger, query), limit), REPORTS)

    def claims(self, field: str | None = None, **asked: Unpack[Filters]) -> Found[ClaimRow]:
        """Claims of the events that are asked for, all or those on a field: ``row.claim``, ``row.row.event``."""
        if field is not None:
            checked_field(field)
        query, limit = self._query(asked)

        def rows() -> Iterator[ClaimRow]:
            events = cast(Iterator[EventRow], rows_of(self.ledger, "events", query))
            told = (each for each in claim_rows(events) if each.claim is not None)
            return islice((each for each in told if each.claim and field in (None, each.claim.field)), limit)

        return Found(rows, CLAIMS)

    def add(self, *sources: str | Path, published: date | str | None = None, reader: str | None = None) -> Kept:
        """Read files, folders and addresses into the ledger and merge them; what cannot be read is warned of."""
        found = open_sources([str(each) for each in sources], published=_day(published))
        *_, kept = Casebook(self.ledger).add(_reports(found), model=reader)
        return kept

    def rule(
        self, kind: str, *events: str, by: str, reason: str, field: str | None = None,
        value: Mapping[str, Any] | None = None,
    ) -> Ruling:  # fmt: skip
        """Decide what the machine cannot, as ``tacitus rule`` does; a ``correct`` takes a field and its value."""
        given = dict(value) if isinstance(value, Mapping) else value
        checked = value_of(field, given) if kind == "correct" and field is not None else None
        return Casebook(self.ledger).rule(kind, events, by=by, reason=reason, field=field, value=checked)

    def undo(self, ruling: str) -> None:
        """Undo a ruling; it stays in the ledger as undone."""
        Casebook(self.ledger).undo(ruling)

    def export(
        self, format: str, file: str | Path, *, redact_private: bool = False, **asked: Unpack[Filters]
    ) -> formats.Count:
        """Write what answers to the filters to a file, in a format of docs/exports.md."""
        made = formats.named(format)
        query, limit = self._query(asked)
        rows = cast(formats.Rows, islice(cast(Iterator[Any], rows_of(self.ledger, made.rows, query)), limit))
        opened: BinaryIO | TextIO
        if made.binary:
            with open(file, "wb") as opened:
                return formats.write(made, rows, opened, redact_private=redact_private)
        with open(file, "w", encoding="utf-8", newline="") as opened:
            return formats.write(made, rows, opened, redact_private=redact_private)

    def _query(self, asked: Mapping[str, Any]) -> tuple[Query, int | None]:
        """The query, and how many rows of it are wanted: all, if nobody says."""
        given = _checked(asked)
        limit = given.pop("limit", None)
        given |= {name: _day(given[name]) for name in ("since", "until") if name in given}
        return query_of(self._gazetteer, **given), limit


def _checked(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The filters that are not None. Raises :class:`SettingError` for one that is unknown or of another kind."""
    given = {name: value for name, value in asked.items() if value is not None}
    for name, value in given.items():
        if name not in _ASKED:
            raise SettingError(f"there is no filter {name!r}; there are {', '.join(_ASKED)}")
        kinds, what = _ASKED[name]
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is not bool):
            raise SettingError(f"{name}={value!r} is not {what}; give {what}")
    if given.get("limit", 0) < 0:
        raise SettingError(f"limit={given['limit']} is below nothing; give 0 or more")
    if "box" in given and not (len(given["box"]) == 4 and all(isinstance(x, (int, float)) for x in given["box"])):
        raise SettingError(f"box={given['box']!r} is no box; give four degrees: (west, south, east, north)")
    return given


def _reports(found: Iterable[Any]) -> Iterator[Report]:
    for each in found:
        if isinstance(each, Report):
            yield each
        else:
            warnings.warn(str(each), stacklevel=2)


def _day(given: date | str | None) -> date | None:
    if isinstance(given, datetime):
        return given.date()
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        raise SettingError(f"{given!r} is not a date; give YYYY-MM-DD or a datetime.date") from None


def _typed(column: Column[Any], cell: Any) -> Any:
    return date.fromisoformat(cell) if column.kind is date and cell is not None else cell


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise SettingError(f"A table of {name} needs {name}; install it: pip install {name}") from None
