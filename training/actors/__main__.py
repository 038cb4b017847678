"""Write ``tacitus/data/actors.tsv.gz``: the sources named in NOTICE come in, the table goes out.

One thing to know: the same inputs give the same bytes (no time stamp, rows in the order of their trust), so
that a diff of the table is a diff of the facts.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

from tacitus.resolve.actors.table import COLUMNS
from tacitus.resolve.names import name_key
from training.actors.codes import coded
from training.actors.groups import named, ucdp
from training.actors.people import people
from training.actors.row import Row, table
from training.actors.states import bodies, states
from training.actors.years import dated

TARGET = Path(__file__).parents[2] / "tacitus" / "data" / "actors.tsv.gz"


def build() -> list[Row]:
    """All rows, those to be trusted most first: where a name is shared, the earlier row is the better guess."""
    rows = {row.id: row for row in states()}
    bodies(rows)
    gw_to_iso = {int(record["gw"]): record["iso3"] for record in table("states.csv") if record["gw"]}
    groups, governments = ucdp(gw_to_iso)
    _number_governments(rows, governments)
    ucdp_rows = {row.id: row for row in groups}
    rows.update((row.id, row) for row in named(ucdp_rows))
    rows.update((row.id, row) for row in people(rows))
    _fold(rows, ucdp_rows)
    rows.update(ucdp_rows)
    dated(row for row in rows.values() if row.id.startswith(("ucdp:", "group:")))
    for row in rows.values():
        row.codes = coded(row)
    return list(rows.values())


def _fold(rows: dict[str, Row], ucdp_rows: dict[str, Row]) -> None:
    """Take UCDP's communities and parties that somebody wrote down by hand as the same; their numbers become codes."""
    by_name = {
        name_key(name): row
        for row in rows.values()
        if row.kind in ("community", "party")
        for name in (row.name, *row.also)
    }
    for row in list(ucdp_rows.values()):
        if same := by_name.get(name_key(row.name)):
            same.codes = ";".join(filter(None, (same.codes, row.codes)))
            del ucdp_rows[row.id]
    for row in (*ucdp_rows.values(), *rows.values()):
        row.parent = row.parent if row.parent in ucdp_rows or row.parent in rows else ""


def _number_governments(rows: dict[str, Row], governments: dict[str, str]) -> None:
    """Give each government its UCDP number; "Serbia (Yugoslavia)" is looked up under either name."""
    by_name = {
        name_key(name): row.country for row in rows.values() if row.kind == "state" for name in (row.name, *row.also)
    }
    for name, number in governments.items():
        for part in name.replace(")", "").split("("):
            if iso := by_name.get(name_key(part.strip())):
                row = rows[f"gov:{iso}"]
                row.codes += f";ucdp={number}"
                row.also.append(f"Government of {name}")
                break


def line(row: Row) -> str:
    """A row as it stands in the file; aliases that only repeat a key are left out."""
    seen, names = {name_key(row.name)}, []
    for name in row.also:
        if (key := name_key(name)) and key not in seen:
            seen.add(key)
            names.append(name)
    cells = (
        row.id, row.name, ";".join(names), row.kind, row.country, row.parent, row.start, row.end, row.codes,
        ";".join(row.held), row.source, ";".join(row.places),
    )  # fmt: skip
    return "\t".join(cell.replace("\t", " ") for cell in cells)


def main() -> int:
    """Write the table and say how large it is."""
    rows = build()
    text = "\n".join(["\t".join(COLUMNS), *map(line, rows)]) + "\n"
    TARGET.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    sys.stdout.write(f"{TARGET}: {len(rows)} actors, {TARGET.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
