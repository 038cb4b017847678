"""Round trips: what is written is what pandas, polars, DuckDB, pyarrow, geopandas and SQLite read."""

import json
import sqlite3
from datetime import date
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import duckdb
import geopandas
import pandas
import polars
import pyogrio
import pytest

from tacitus.errors import SettingError
from tacitus.export import formats, parquet
from tacitus.export.columns import Column
from tacitus.export.geopackage import blob
from tests.export import build
from tests.export.build import arrow, hostile, shelling

ROWS = (shelling(), hostile(), build.row("armed_clash", place=build.YEMEN, killed=build.TollValue(5, None)))
COMMA = [name for name, made in formats.FORMATS.items() if made.media == "text/csv"]
TABS = [name for name, made in formats.FORMATS.items() if made.media == "text/tab-separated-values"]
LINES = [name for name, made in formats.FORMATS.items() if made.media == "application/x-ndjson"]
PARQUET = [name for name in formats.FORMATS if name.startswith("parquet")]


def width(name: str) -> list[str]:
    return [column.name for column in formats.named(name).columns]


@pytest.fixture
def file(tmp_path: Path) -> Any:
    def write(name: str) -> Path:
        path = tmp_path / f"export{formats.named(name).ending}"
        made = formats.named(name)
        path.write_bytes(build.data(name, *ROWS) if made.binary else build.text(name, *ROWS).encode())
        return path

    return write


@pytest.mark.parametrize("name", COMMA)
def test_pandas_polars_and_duckdb_read_the_same(name: str, file: Any) -> None:
    path = file(name)
    skip = [1] if name == "hxl" else None
    frame = pandas.read_csv(path, skiprows=skip)
    other = polars.read_csv(path, skip_rows_after_header=1 if skip else 0, infer_schema_length=None)
    assert list(frame.columns) == other.columns == width(name)
    assert len(frame) == len(other) > 0
    found = duckdb.connect().read_csv(str(path), header=True, all_varchar=True).fetchall()
    assert len(found) == len(frame)  # DuckDB takes a line of hashtags for a comment
    assert all(len(line) == len(width(name)) for line in found)


@pytest.mark.parametrize("name", TABS)
def test_pandas_and_polars_read_tables_with_tabs(name: str, file: Any) -> None:
    path, header = file(name), not name.startswith("gdelt")
    frame = pandas.read_csv(path, sep="\t", header=0 if header else None)  # quotes or not, it is the same
    bare = pandas.read_csv(path, sep="\t", header=0 if header else None, quoting=3)
    other = polars.read_csv(path, separator="\t", has_header=header, infer_schema_length=None, quote_char=None)
    assert frame.shape == bare.shape == other.shape and frame.shape[1] == len(width(name))
    assert frame.equals(bare)


@pytest.mark.parametrize("name", TABS)
def test_duckdb_reads_tables_with_tabs(name: str, file: Any) -> None:
    header = not name.startswith("gdelt")
    found = duckdb.connect().read_csv(str(file(name)), sep="\t", header=header, all_varchar=True, quotechar="")
    frame = pandas.read_csv(file(name), sep="\t", header=0 if header else None)
    assert len(found.columns) == len(width(name)) and len(found.fetchall()) == len(frame)


@pytest.mark.parametrize("name", LINES)
def test_pandas_polars_and_duckdb_read_json_lines(name: str, file: Any) -> None:
    path = file(name)
    wanted = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    frame = pandas.read_json(path, lines=True, dtype=False)
    other = polars.read_ndjson(path, infer_schema_length=None)
    found = duckdb.connect().read_json(str(path), format="newline_delimited")
    keys = list(dict.fromkeys(key for each in wanted for key in each))
    assert list(frame.columns) == keys and set(other.columns) == set(found.columns) == set(keys)
    assert len(frame) == len(other) == len(found.fetchall()) == len(wanted) > 0
    first = next(key for key in keys if isinstance(wanted[0][key], str))
    texts = [each[first] for each in wanted]
    assert frame[first].tolist() == other[first].to_list() == texts
    assert [row[found.columns.index(first)] for row in found.fetchall()] == texts


def test_every_format_is_read_back_by_somebody() -> None:
    """A format that is added needs a round trip as well; the corpus has its own reader, and tests of its own."""
    assert {*COMMA, *TABS, *LINES, *PARQUET, "geojson", "gpkg", "corpus"} == set(formats.FORMATS)


def test_numbers_and_days_come_back() -> None:
    frame = pandas.read_csv(StringIO(build.text("acled", *ROWS)), parse_dates=["event_date"])
    assert frame["fatalities"].tolist() == [18, 2, 5]
    assert frame["event_date"][0] == pandas.Timestamp(2018, 3, 9) and pandas.isna(frame["latitude"][2])
    ged = polars.read_csv(StringIO(build.text("ucdp", *ROWS)), try_parse_dates=True)
    assert ged["high"].to_list() == [20, 2, None] and ged["date_start"][0] == date(2018, 3, 9)
    mentions = pandas.read_csv(
        StringIO(build.text("gdelt-mentions", *ROWS)), sep="\t", header=None, names=width("gdelt-mentions")
    )
    events = pandas.read_csv(StringIO(build.text("gdelt", *ROWS)), sep="\t", header=None, names=width("gdelt"))
    assert set(mentions["GLOBALEVENTID"]) == set(events["GLOBALEVENTID"])
    assert events["DATEADDED"][0] == 20180309000000 and str(events["EventCode"].dtype) == "int64"


@pytest.mark.parametrize("name", PARQUET)
def test_parquet_is_typed_and_the_same_for_all(name: str, file: Any) -> None:
    path = file(name)
    frame, other = pandas.read_parquet(path), polars.read_parquet(path)
    assert list(frame.columns) == other.columns == width(name) and len(frame) == len(other)
    for column in formats.named(name).columns:
        wanted = {str: polars.String, int: polars.Int64, float: polars.Float64, date: polars.Date}[column.kind]
        assert other.schema[column.name] == wanted, column.name
    assert duckdb.connect().read_parquet(str(path)).fetchall() == other.rows()
    rows = arrow(path.read_bytes())
    assert [list(row.values()) for row in rows] == [list(row) for row in other.rows()]


def test_parquet_keeps_the_range() -> None:
    first, second, third = arrow(build.data("parquet", *ROWS))
    assert (first["killed"], first["killed_low"], first["killed_high"]) == (18, 14, 20)
    assert (third["killed"], third["killed_high"], third["latitude"]) == (5, None, None)
    assert first["earliest"] == date(2018, 3, 9) and second["targets"].startswith("@SUM(1)")
    assert arrow(build.data("parquet")) == []


def test_parquet_in_lots_is_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_LOT", 2)
    file = BytesIO()
    parquet.fill((Column("n", "a number", lambda n: n, int),), range(5), file)
    assert [row["n"] for row in arrow(file.getvalue())] == list(range(5))


def test_without_pyarrow_a_person_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(parquet, "import_module", missing)
    with pytest.raises(SettingError, match="tables"):
        build.data("parquet", shelling())
    assert import_module("pyarrow")


def test_geopandas_reads_geojson_and_geopackage_alike(file: Any) -> None:
    for name in ("geojson", "gpkg"):
        frame = geopandas.read_file(file(name), layer="incidents" if name == "gpkg" else None)
        assert frame.crs.to_epsg() == 4326 and len(frame) == 3
        assert (frame.geometry[0].x, frame.geometry[0].y) == (44.02091, 13.57952)
        assert frame.geometry[2] is None and frame["place_precision"][2] == "country"
        assert frame["killed"].tolist() == [18, 2, 5]


def test_the_geopackage_says_what_is_in_it(file: Any) -> None:
    path = file("gpkg")
    layers = {name: kind for name, kind in pyogrio.list_layers(path)}
    assert layers == {"incidents": "Point", "events": None, "claims": None}
    info = pyogrio.read_info(path, layer="incidents")
    assert info["geometry_type"] == "Point" and info["total_bounds"] == (44.02091, 13.57952, 44.02091, 13.57952)
    claims = pyogrio.read_dataframe(path, layer="claims")
    assert list(claims.columns) == width("csv-claims") and claims["text"][0] == "Houthi"
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT incident_id, id FROM events").fetchall()[:2] == [("i1", "e1"), ("i1", "e2")]
        assert database.execute("SELECT min_x, max_y FROM gpkg_contents").fetchall()[0] == (44.02091, 13.57952)
        assert [row[0] for row in database.execute("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1")] == [
            -1,
            0,
            4326,
        ]
    database.close()


def test_an_empty_geopackage_is_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.gpkg"
    path.write_bytes(build.data("gpkg"))
    assert len(geopandas.read_file(path, layer="incidents")) == 0


def test_a_point_is_well_known() -> None:
    assert blob(13.5, 44.0).hex() == "47500001e6100000" + "0101000000" + "0000000000004640" + "0000000000002b40"


def test_binary_streams_are_the_files() -> None:
    made = formats.named("parquet")
    pieces = list(formats.stream(made, [shelling()]))
    assert arrow(b"".join(pieces)) == arrow(build.data("parquet", shelling()))
    assert b"".join(formats.stream(formats.named("gpkg"), [shelling()]))[:6] == b"SQLite"
