"""A list of places that a user has → a table that the gazetteer opens beside its own.

In goes a dump of GeoNames (`NL.txt`, `NL.zip`, `allCountries.zip`) or a CSV with the columns ``name``, ``lat``,
``lon`` and ``country``, and if known ``kind``, ``admin1``, ``admin2``, ``names`` (joined by ";"), ``population`` and
``id``; out comes a folder under the user's data folder. The one thing to know: a file is read line by line, with a
bound on the line and on the places, and the table (`placebuild`) appears whole or not at all.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from tacitus.errors import SettingError
from tacitus.records.placenames import name_key
from tacitus.resolve.places.added import home
from tacitus.resolve.places.build import Unit, build
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.table import MOST_ROWS

#: The longest line of a dump has some ten thousand characters of other names.
MOST_LINE = 1 << 17
#: Other names of one place that are kept.
MOST_NAMES = 60
_COLUMNS = 19
_UNIT = re.compile(r"\tA\tADM[12]\t")
_NEEDED = ("name", "lat", "lon", "country")
_MAY_BE = ("settlement", "feature", "district", "province")
#: Built things that reports of a conflict name; GeoNames has hotels and shops beside them.
_SITES = frozenset(
    "AIRB AIRF AIRP AIRQ BDG BRKS CSTM CTRB CTRR DAM FRM FT HSP INSM JTY LNDF MKT MLSG MN MNQ MSQE NOV OILR PAL PO PP "
    "PRN PS RSTN SCH SQR STDM UNIV".split()
)
_LAND = frozenset("AGRC AREA BSNP GASF INDS LCTY MILB NVB OILF OAS PRK PRT RES RESF RGN".split())


@dataclass(frozen=True, slots=True)
class Added:
    """What was added: the title under which it can be removed, and how many places."""

    title: str
    places: int


def add(path: Path, gazetteer: Gazetteer) -> Added:
    """Read the file and make its places known from now on; SettingError if it is not such a file."""
    title = re.sub(r"[^\w-]+", "-", path.stem).strip("-") or "places"
    with _lines(path) as lines:
        first = next(lines, "")
        if first.count("\t") == _COLUMNS - 1:
            with _lines(path) as once_more:
                units = _Dump(path, gazetteer, once_more).units(_and_first(first, lines))
                return Added(title, _write(path, title, units, gazetteer))
        return Added(title, _write(path, title, _from_csv(path, first, lines, gazetteer), gazetteer))


class _Dump:
    """GeoNames' dump of a country, or of all: 19 columns, no head. Its divisions may stand behind their villages."""

    def __init__(self, path: Path, gazetteer: Gazetteer, lines: Iterator[str]) -> None:
        """Take the divisions, in a first walk through the lines."""
        self._path = path
        self._iso3 = gazetteer.iso3
        self._known = gazetteer.known_units()
        #: Code of a division ("NL.09", "NL.09.0352") → its name in our own table.
        self._units: dict[str, str] = {}
        # What is wrong with a line is said in the second walk, which looks at all of them.
        for cells in (line.split("\t") for line in lines if _UNIT.search(line)):
            code = cells[8:9] + cells[10 : 10 + int(cells[7][-1:])] if len(cells) == _COLUMNS else []
            if code and (row := self._known.get(_number(cells[0]))) is not None:
                self._units[".".join(code)] = gazetteer.place(row).name

    def units(self, lines: Iterator[str]) -> Iterator[Unit]:
        """The places of the second walk; without the divisions that we know."""
        for cells in self._cells(lines):
            kind, number = _kind(cells[6], cells[7]), _number(cells[0])
            if kind is None or (kind == "district" and number in self._known):
                continue
            country = self._iso3.get(cells[8], "")
            above = ".".join(cells[8:9] + cells[10:11]), ".".join(cells[8:9] + cells[10:12])
            holder = country, self._units.get(above[0], ""), self._units.get(above[1], "")
            names = [cells[2], *cells[3].split(",")][:MOST_NAMES]
            lat, lon = float(cells[4]), float(cells[5])
            yield Unit(kind, cells[1], names, lat, lon, holder, "geonames", _number(cells[14]), number)

    def _cells(self, lines: Iterator[str]) -> Iterator[list[str]]:
        for number, line in enumerate(lines, start=1):
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) != _COLUMNS or not cells[1] or _point(cells[4], cells[5]) is None:
                raise _wrong(self._path, number, f"is not a line of a GeoNames dump ({_COLUMNS} columns, a point)")
            yield cells


def _kind(feature: str, code: str) -> str | None:
    """Our kind for GeoNames' class and code; None for what is not kept."""
    if feature == "A":
        return "district" if re.fullmatch(r"ADM[2-5D]", code) else None
    if feature == "P":
        return "settlement"
    kept = feature in "THV" or (feature == "L" and code in _LAND) or (feature == "S" and code in _SITES)
    return "feature" if feature and kept else None


def _from_csv(path: Path, head: str, lines: Iterator[str], gazetteer: Gazetteer) -> Iterator[Unit]:
    try:
        between = max(",;\t", key=head.count)
        columns = [column.strip().lower() for column in next(csv.reader([head], delimiter=between), [])]
        if missing := [name for name in _NEEDED if name not in columns]:
            known = "a GeoNames dump, or a CSV with the columns name, lat, lon and country"
            raise SettingError(f"{path} is not a list of places: no column {', '.join(missing)}; give {known}.")
        for number, cells in enumerate(csv.reader(lines, delimiter=between, strict=True), start=2):
            if cells:
                yield _from_row(path, number, dict(zip(columns, (c.strip() for c in cells), strict=False)), gazetteer)
    except csv.Error as error:
        raise SettingError(f"{path} is not a CSV that can be read ({error}); write it anew.") from None


def _from_row(path: Path, number: int, row: dict[str, str], gazetteer: Gazetteer) -> Unit:
    point = _point(row.get("lat", ""), row.get("lon", ""))
    if point is None:
        raise _wrong(path, number, "has no point: lat runs from -90 to 90 and lon from -180 to 180, in degrees")
    name = " ".join(row.get("name", "").split())
    if not name_key(name):
        raise _wrong(path, number, "has no name")
    said = row.get("country", "")
    country = gazetteer.country_asked(said)
    if country is None:
        raise _wrong(path, number, f"has the country {said!r}, which is none; write its name or its ISO code")
    kind = row.get("kind", "").lower() or "settlement"
    if kind not in _MAY_BE:
        raise _wrong(path, number, f"has the kind {kind!r}; write {', '.join(_MAY_BE)}")
    holder = country, _one_line(row.get("admin1", "")), _one_line(row.get("admin2", ""))
    names = [each.strip() for each in row.get("names", "").split(";")][:MOST_NAMES]
    people, own = _number(row.get("population", "")), _number(row.get("id", ""))
    return Unit(kind, name, names, *point, holder, "added", people, own)


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _point(lat: str, lon: str) -> tuple[float, float] | None:
    try:
        point = float(lat), float(lon)
    except ValueError:
        return None
    return point if abs(point[0]) <= 90 and abs(point[1]) <= 180 else None  # False for what is not a number


def _number(words: str) -> int:
    """The number, or 0 where there is none or one that no row can hold."""
    return int(words) if words.isascii() and words.isdigit() and int(words) < 1 << 31 else 0


def _write(path: Path, title: str, units: Iterable[Unit], gazetteer: Gazetteer) -> int:
    """Make the table in a folder beside its place, then put it there."""
    shelf = home() / "places"
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{title}.", dir=shelf))
    except OSError as error:
        where = "set TACITUS_HOME to a folder that can"
        raise SettingError(f"{shelf} cannot be written to ({error.strerror}); {where}.") from None
    try:
        count = build(scratch, units, MOST_ROWS - len(gazetteer))
        if not count:
            raise SettingError(f"{path} has no places in it; give a GeoNames dump or a CSV of places.")
        shutil.rmtree(shelf / title, ignore_errors=True)
        scratch.rename(shelf / title)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return count


@contextmanager
def _lines(path: Path) -> Iterator[Iterator[str]]:
    """The lines of a text file, or of the one that a zip holds."""
    with ExitStack() as opened:
        try:
            if path.suffix.lower() == ".zip":
                archive = opened.enter_context(zipfile.ZipFile(path))
                file = opened.enter_context(archive.open(_within(path, archive)))
            else:
                file = opened.enter_context(path.open("rb"))
        except (OSError, zipfile.BadZipFile, RuntimeError) as error:  # the last: it has a password
            reason = getattr(error, "strerror", None) or error
            raise SettingError(f"{path} cannot be read ({reason}); give a GeoNames dump or a CSV of places.") from None
        yield _bounded(path, opened.enter_context(io.TextIOWrapper(file, encoding="utf-8-sig", newline="\n")))


def _within(path: Path, archive: zipfile.ZipFile) -> str:
    names = [name for name in archive.namelist() if name.lower().endswith((".txt", ".csv")) and "readme" not in name]
    if len(names) != 1:
        raise SettingError(f"{path} holds {len(names)} lists of places; unpack it and give one of them.")
    return names[0]


def _bounded(path: Path, text: TextIO) -> Iterator[str]:
    number = 0
    try:
        while line := text.readline(MOST_LINE):
            number += 1
            if len(line) == MOST_LINE:
                raise _wrong(path, number, "is too long for a place")
            yield line
    except UnicodeDecodeError:
        raise _wrong(path, number + 1, "is not UTF-8 text") from None
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        raise _wrong(path, number + 1, f"cannot be read ({error})") from None


def _wrong(path: Path, number: int, what: str) -> SettingError:
    return SettingError(f"{path}, line {number}: it {what}. Nothing was added.")


def _and_first(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
