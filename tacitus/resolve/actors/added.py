"""The actors that a user has added: a CSV comes in, lines of the actors' table under the user's data folder go out.

One thing to know: the columns ``name`` and ``kind`` are needed; ``also`` (joined by ";"), ``country``, ``id``,
``parent``, ``from``, ``to`` and ``codes`` are not. A row with an id of ours takes its place and keeps its other names.
"""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tacitus.errors import DataError, SettingError
from tacitus.records.value import ACTOR_KINDS
from tacitus.resolve.names import fold
from tacitus.resolve.places.added import home

NEEDED = ("name", "kind")
KNOWN = (*NEEDED, "also", "country", "id", "parent", "from", "to", "codes")
#: Rows of one file, and characters of one cell.
MOST_ROWS = 200_000
MOST_CELL = 4_000
CELLS = 12
_TITLE = re.compile(r"[\w][\w. -]{0,80}")


@dataclass(frozen=True, slots=True)
class Added:
    """What was added: the title under which it can be removed, and how many actors."""

    title: str
    actors: int


def add(path: Path) -> Added:
    """Check a CSV and keep its actors; a file of the same name that was added before is replaced."""
    lines = list(_lines(path))
    folder, title = home() / "actors", path.stem
    if not _TITLE.fullmatch(title):
        raise SettingError(f"{path} has a name that no table can bear; call it my-actors.csv, say.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, prefix=".", delete=False) as scratch:
            scratch.write("\n".join(lines) + "\n")
        Path(scratch.name).replace(folder / f"{title}.tsv")
    except OSError as error:
        where = f"{folder} cannot be written ({error.strerror})"
        raise SettingError(f"{where}; give another folder with TACITUS_HOME.") from None
    return Added(title, len(lines))


def remove(title: str) -> None:
    """Forget a file that was added."""
    if title not in titles():
        raise SettingError(f"No actors were added from {title!r}; what was added: {', '.join(titles()) or 'nothing'}.")
    (home() / "actors" / f"{title}.tsv").unlink()


def titles() -> list[str]:
    """The titles of the files that were added, in their order."""
    try:
        return sorted(each.stem for each in (home() / "actors").glob("[!.]*.tsv"))
    except OSError:
        return []


def added_lines() -> Iterator[str]:
    """The lines of all files that were added, as the actors' table has them."""
    for title in titles():
        try:
            lines = (home() / "actors" / f"{title}.tsv").read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            again = f"add the file again, or remove it with `tacitus actors remove {title}`"
            raise DataError(f"The actors added from {title} cannot be read ({error}); {again}.") from error
        for line in lines:
            if line.count("\t") != CELLS - 1:
                again = f"add the file again, or remove it with `tacitus actors remove {title}`"
                raise DataError(f"The actors added from {title} are of another version; {again}.")
            yield line


def _lines(path: Path) -> Iterator[str]:
    """The lines of a user's CSV; SettingError with the line at the first that is wrong."""
    seen: dict[str, int] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            columns = [cell.strip().lower() for cell in next(rows, [])]
            _check_head(path, columns)
            for cells in rows:
                if not any(cell.strip() for cell in cells):
                    continue
                row = dict(zip(columns, (_tidy(cell) for cell in cells), strict=False))
                if wrong := _wrong(row, cells, columns):
                    raise SettingError(f"{path}, line {rows.line_num}: {wrong}.")
                ident = row.get("id") or f"own:{re.sub(r'[^a-z0-9]+', '-', fold(row['name']).lower()).strip('-')}"
                if ident in seen:
                    twice = f"the actor {ident} stands in line {seen[ident]} already; give one of them another id"
                    raise SettingError(f"{path}, line {rows.line_num}: {twice}.")
                seen[ident] = rows.line_num
                if len(seen) > MOST_ROWS:
                    raise SettingError(f"{path} has more than {MOST_ROWS:,} actors; split it.")
                yield _line(ident, row, path.stem)
    except OSError as error:
        raise SettingError(f"{path} cannot be read ({error.strerror}); give a CSV file.") from None
    except UnicodeDecodeError:
        raise SettingError(f"{path} is not UTF-8 text; save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise SettingError(f"{path}, line {rows.line_num}: this is not CSV ({error}).") from None
    if not seen:
        raise SettingError(f"{path} has no actors; give at least one row under the heads {', '.join(NEEDED)}.")


def _check_head(path: Path, columns: list[str]) -> None:
    if missing := [name for name in NEEDED if name not in columns]:
        raise SettingError(f"{path}, line 1: there is no column {missing[0]!r}; it needs {' and '.join(NEEDED)}.")
    if strange := [name for name in columns if name not in KNOWN]:
        raise SettingError(f"{path}, line 1: no column is called {strange[0]!r}; there are {', '.join(KNOWN)}.")
    if len(set(columns)) < len(columns):
        raise SettingError(f"{path}, line 1: a column stands there twice.")


def _wrong(row: dict[str, str], cells: list[str], columns: list[str]) -> str | None:
    """What is wrong with a row, in words."""
    if len(cells) != len(columns):
        return f"it has {len(cells)} cells and the head has {len(columns)}"
    if long := next((name for name in columns if len(row[name]) > MOST_CELL), None):
        return f"its {long} is longer than {MOST_CELL:,} characters"
    if not row["name"] or not fold(row["name"]):
        return "the name is empty"
    if row["kind"] not in ACTOR_KINDS:
        return f"no kind is called {row['kind']!r}; there are {', '.join(ACTOR_KINDS)}"
    country = row.get("country", "")
    if country and not re.fullmatch(r"[A-Z]{3}", country):
        return f"{country!r} is no country; write its three letters (ISO 3166, KEN)"
    if (ident := row.get("id", "")) and not re.fullmatch(r"[a-z]+:[\w.-]+", ident):
        return f"{ident!r} is no id; write it as own:my-group"
    for name in ("from", "to"):
        if (day := row.get(name, "")) and not _is_day(day):
            return f"{day!r} is no date; write {name!r} as YYYY-MM-DD or YYYY"
    if row.get("from") and row.get("to") and row["to"] < row["from"][: len(row["to"])]:
        return "it ends before it begins"
    if (codes := row.get("codes", "")) and not re.fullmatch(r"\w+=[^;=]+(;\w+=[^;=]+)*", codes):
        return f"{codes!r} are no codes; write them as cameo=KENREB;ucdp=717"
    return None


def _is_day(words: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}", words)) or bool(date.fromisoformat(words))
    except ValueError:
        return False


def _tidy(cell: str) -> str:
    return re.sub(r"\s+", " ", cell).strip()


def _line(ident: str, row: dict[str, str], title: str) -> str:
    """A row as a line of the actors' table."""
    also = ";".join(name.strip() for name in row.get("also", "").split(";") if fold(name.strip()))
    given = (row.get(name, "") for name in ("country", "parent", "from", "to", "codes"))
    country, parent, start, end, codes = given
    return "\t".join(
        (ident, row["name"], also, row["kind"], country, parent, start, end, codes, "", f"added from {title}", "")
    )
