"""One row of the actors' table before it is written, and the reading of the hand-written tables.

One thing to know: the hand-written tables are pipe-separated, with ``;`` between aliases, because names
hold commas but never a pipe.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TABLES = Path(__file__).parent / "tables"
TRAIN = Path(__file__).parents[3] / "shared" / "data" / "train"
HAND = "Tacitus (facts compiled by hand)"


@dataclass(slots=True)
class Row:
    """An actor on its way into the table; ``held`` are offices with their terms, ``places`` towns of a state."""

    id: str
    name: str
    kind: str
    source: str
    also: list[str] = field(default_factory=list)
    country: str = ""
    parent: str = ""
    start: str = ""
    end: str = ""
    codes: str = ""
    held: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


def table(name: str) -> Iterator[dict[str, str]]:
    """The records of a hand-written table."""
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE)


def several(cell: str) -> list[str]:
    """The parts of a cell of aliases."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def slug(name: str) -> str:
    """A readable id part: lower case ASCII with hyphens."""
    plain = name.replace("\u0131", "i").replace("đ", "d").replace("ø", "o").replace("ł", "l")
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[.'’]", "", plain.lower())).strip("-")
