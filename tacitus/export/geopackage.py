"""Incidents → a GeoPackage: a layer of incidents as points, and tables of their events and claims.

In: incident rows. Out: a file that QGIS, GDAL and geopandas open (OGC 12-128r19, version 1.3). One thing to know: it is
an SQLite database with three tables that say what is in it, so that the standard library is all it takes.
"""

from __future__ import annotations

import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from tacitus.export import settled
from tacitus.export.columns import Column, on
from tacitus.export.flat import CLAIMS, EVENTS, INCIDENTS, claim_rows
from tacitus.export.rows_of import IncidentRow

T = TypeVar("T")
_ID = 0x47504B47  # "GPKG"
_VERSION = 10300
_WGS84 = 4326
_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", date: "DATE"}
_EVENTS: tuple[Column[Any], ...] = (
    Column("incident_id", "the incident that it tells", lambda pair: pair[0]),
    *on(EVENTS, lambda pair: pair[1]),
)
_WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'
)
_SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""
_SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    ("WGS 84 geodetic", _WGS84, "EPSG", 4326, _WKT, "longitude and latitude in degrees on WGS 84"),
)


def fill(rows: Iterable[IncidentRow], file: BinaryIO) -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory(prefix="tacitus-") as folder:
        path = Path(folder) / "export.gpkg"
        with closing(sqlite3.connect(path)) as database:
            _write(database, rows)
        with path.open("rb") as made:
            shutil.copyfileobj(made, file)


def blob(latitude: float, longitude: float) -> bytes:
    """A point as GeoPackage keeps it: its header, then the point in well-known binary; little-endian, no envelope."""
    return struct.pack("<2sBBi", b"GP", 0, 1, _WGS84) + struct.pack("<BIdd", 1, 1, longitude, latitude)


def _write(database: sqlite3.Connection, rows: Iterable[IncidentRow]) -> None:
    database.execute(f"PRAGMA application_id = {_ID}")
    database.execute(f"PRAGMA user_version = {_VERSION}")
    database.executescript(_SCHEMA)
    database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _SYSTEMS)
    _table(database, "incidents", INCIDENTS, "geom POINT, ")
    _table(database, "events", _EVENTS)
    _table(database, "claims", CLAIMS)
    bounds = _Bounds()
    for row in rows:
        spot = settled.point(settled.place(row.incident.settled))
        if spot:
            bounds.take(*spot)
        _insert(database, "incidents", INCIDENTS, row, [blob(*spot) if spot else None])
        for event in row.events:
            _insert(database, "events", _EVENTS, (row.incident.id, event))
        for claim in claim_rows(row.events):
            _insert(database, "claims", CLAIMS, claim)
    _tell(database, bounds)
    database.commit()


def _table(database: sqlite3.Connection, name: str, columns: Sequence[Column[Any]], geometry: str = "") -> None:
    named = ", ".join(f'"{column.name}" {_TYPES[column.kind]}' for column in columns)
    database.execute(f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {geometry}{named})")


def _insert(
    database: sqlite3.Connection, name: str, columns: Sequence[Column[T]], row: T, first: Sequence[Any] = ()
) -> None:
    values = [*first, *(column.value(row) for column in columns)]
    marks = ", ".join("?" * (len(values) + 1))
    database.execute(f"INSERT INTO {name} VALUES ({marks})", [None, *values])  # noqa: S608 - our own names


def _tell(database: sqlite3.Connection, bounds: _Bounds) -> None:
    """Say what is in the file."""
    into = (
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id)"
    )
    told = (
        ("incidents", "features", "incidents", "One row an incident", *bounds.box, _WGS84),
        ("events", "attributes", "events", "One row a report's event", None, None, None, None, None),
        ("claims", "attributes", "claims", "One row a claim of an event", None, None, None, None, None),
    )
    database.executemany(f"{into} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", told)
    database.execute("INSERT INTO gpkg_geometry_columns VALUES ('incidents', 'geom', 'POINT', ?, 0, 0)", [_WGS84])


class _Bounds:
    """The box around all points so far: west, south, east, north."""

    def __init__(self) -> None:
        self.box: tuple[float, float, float, float] | tuple[None, None, None, None] = (None, None, None, None)

    def take(self, latitude: float, longitude: float) -> None:
        """Widen the box."""
        west, south, east, north = (longitude, latitude, longitude, latitude) if self.box[0] is None else self.box
        self.box = (min(west, longitude), min(south, latitude), max(east, longitude), max(north, latitude))
