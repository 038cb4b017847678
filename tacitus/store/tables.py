"""The tables of the ledger and their indexes, the same for SQLite and PostgreSQL.

In: nothing. Out: :data:`METADATA` and one name for each table. Full text is in :mod:`tacitus.store.search`.
One thing to know: ``day`` and ``upto`` are never null (empty where the time is unknown), so that rows have one
order by time everywhere (claims have those of their event); ``…_key`` columns hold names as :func:`fold` writes them.
"""

from __future__ import annotations

import unicodedata

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
    text,
)

#: The newest revision of the schema; the scripts that lead to it are in ``migrations/versions``.
REVISION = "0003"

METADATA = MetaData()
#: Letters of a name or key that an index holds; PostgreSQL refuses what is longer than some 2,700 bytes.
LONGEST = 400
#: What stands for a glottal stop, or is left out, in names written in our letters.
_MARKS = dict.fromkeys(map(ord, "'`‘’ʻʼʾʿ"))
#: On SQLite a key must be called INTEGER to be the row's own number.
Key = BigInteger().with_variant(Integer(), "sqlite")
#: The day by which something is due of which nobody said when: after all others.
NEVER = "9999-12-31"
#: The tolls that have columns of their own, to be searched by.
TOLLS = ("killed", "injured", "abducted", "arrested", "displaced")

REVISIONS = Table("alembic_version", METADATA, Column("version_num", String(32), primary_key=True))

RUNS = Table(
    "runs",
    METADATA,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("version", String, nullable=False),
    Column("reader", String, nullable=False),
    Column("model", String, nullable=False),
    Column("settings", Text, nullable=False),
)

REPORTS = Table(
    "reports",
    METADATA,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("series", String, nullable=False),
    Column("text_hash", String, nullable=False),
    Column("source", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("outlet_key", Text),
    Column("title", Text),
    Column("published", String),
    Column("day", String, nullable=False),
    Column("published_basis", String),
    Column("language", String),
    Column("added", String, nullable=False),
    Column("run_id", Key, ForeignKey("runs.id"), nullable=False),
    Column("wire", String, nullable=False),
    Column("sketch", LargeBinary),
    Column("text", Text, nullable=False),
    Column("raw", LargeBinary),
    UniqueConstraint("id", "version"),
)


def _where_and_when() -> list[Column[object]]:
    """What events and incidents share: when, where, how many."""
    columns: list[Column[object]] = [
        Column("day", String, nullable=False),
        Column("upto", String, nullable=False),
        Column("earliest", String),
        Column("latest", String),
        Column("lat", Float),
        Column("lon", Float),
        Column("cell", Integer),
        Column("precision", String),
        Column("place", Text),
        Column("place_key", Text),
        Column("country", String),
        Column("admin1", Text),
        Column("admin1_key", Text),
        Column("deaths", Integer, nullable=False),
    ]
    return columns + [Column(f"{toll}_{bound}", Integer) for toll in TOLLS for bound in ("low", "high")]


EVENTS = Table(
    "events",
    METADATA,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False),
    Column("report_key", Key, ForeignKey("reports.key"), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("family", String, nullable=False),
    Column("realis", String, nullable=False),
    Column("confidence", Float, nullable=False),
    *_where_and_when(),
    Column("outlet_key", Text),
    Column("incident_id", String),
    Column("grade", String),
    Column("contested", Boolean, nullable=False, default=False),
    Column("wording", Text, nullable=False),
    Column("body", Text, nullable=False),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("event_key", Key, ForeignKey("events.key"), primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("day", String, nullable=False),
    Column("upto", String, nullable=False),
    Column("field", String, nullable=False),
    Column("actor", String),
    Column("actor_name", Text),
    Column("actor_country", String),
    Column("said_by", Text),
    Column("stance", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    sqlite_with_rowid=False,
)

QUOTES = Table(
    "quotes",
    METADATA,
    Column("report_key", Key, ForeignKey("reports.key"), primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

ISSUES = Table(
    "issues",
    METADATA,
    Column("report_key", Key, ForeignKey("reports.key"), primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("stage", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    sqlite_with_rowid=False,
)

BLOCKS = Table(
    "blocks",
    METADATA,
    Column("block", String, primary_key=True),
    Column("event_key", Key, ForeignKey("events.key"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

INCIDENTS = Table(
    "incidents",
    METADATA,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("family", String, nullable=False),
    Column("realis", String, nullable=False),
    Column("grade", String, nullable=False),
    Column("contested", Boolean, nullable=False),
    *_where_and_when(),
    Column("reports", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("changed", String, nullable=False),
    Column("body", Text, nullable=False),
)

INCIDENT_EVENTS = Table(
    "incident_events",
    METADATA,
    Column("incident_id", String, ForeignKey("incidents.id"), primary_key=True),
    Column("event", String, primary_key=True),
    sqlite_with_rowid=False,
)

INCIDENT_ACTORS = Table(
    "incident_actors",
    METADATA,
    Column("incident_id", String, ForeignKey("incidents.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("actor", String),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("country", String),
    Column("role", String, nullable=False),
    sqlite_with_rowid=False,
)

INCIDENT_SOURCES = Table(
    "incident_sources",
    METADATA,
    Column("source", Text, primary_key=True),
    Column("incident_id", String, ForeignKey("incidents.id"), primary_key=True),
    sqlite_with_rowid=False,
)

#: The incidents that speak of what is to come: that have a content or a deadline. ``own`` is the last day of their own
#: deadlines, ``due`` that of theirs and of the acts they speak of, :data:`NEVER` where none is told.
COMMITMENTS = Table(
    "commitments",
    METADATA,
    Column("incident_id", String, ForeignKey("incidents.id"), primary_key=True),
    Column("type", String, nullable=False),
    Column("realis", String, nullable=False),
    Column("own", String),
    Column("due", String, nullable=False),
)

#: The events of which they speak, wherever these are now.
SPOKEN = Table(
    "spoken",
    METADATA,
    Column("incident_id", String, ForeignKey("incidents.id"), primary_key=True),
    Column("event", String, primary_key=True),
    sqlite_with_rowid=False,
)

RULINGS = Table(
    "rulings",
    METADATA,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("events", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("field", String),
    Column("value", Text),
    Column("undone", String),
)


def live(table: Table) -> ColumnElement[bool]:
    """That a row is of the newest version: written as the partial indexes are, or they would not be used."""
    return literal_column(f"{table.name}.current")


def fold(name: str | None) -> str | None:
    """A name as the ``…_key`` columns hold it: small letters without accents, so that Taʿizz is found as taizz."""
    if name is None:
        return None
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.translate(_MARKS).split()).casefold()[:LONGEST] or None


def _index(table: Table, name: str, *columns: str, only: str | None = None) -> None:
    condition = text(only) if only else None
    Index(
        f"{table.name}_{name}",
        *(table.c[column] for column in columns),
        sqlite_where=condition,
        postgresql_where=condition,
    )


#: What the walk along the days may ask of every event: with these in the index it never reads the rows themselves.
#: It holds all events, for SQLite takes an index of only some rows, where that will do, to be the shorter way.
_WALK = ("day", "key", "upto", "report_key", "lat", "lon", "deaths", "current")

_index(REPORTS, "series", "series")
_index(REPORTS, "wire", "wire", only="current")
_index(REPORTS, "day", "day", "key", only="current")
_index(REPORTS, "outlet", "outlet_key", "day", "key", only="current")
_index(REPORTS, "run", "run_id")
_index(EVENTS, "id", "id")
_index(EVENTS, "report", "report_key", "day", "incident_id")
_index(EVENTS, "incident", "incident_id", "report_key")
_index(EVENTS, "unmerged", "id", only="current AND incident_id IS NULL")
_index(EVENTS, "outdated", "incident_id", only="NOT current AND incident_id IS NOT NULL")
_index(EVENTS, "walk", *_WALK)
#: All of an incident that a map and the counts beside it show: with it in an index no row is read for them.
_SHOWN = ("day", "id", "upto", "deaths", "lat", "lon", "type", "family", "country", "grade", "precision", "killed_low",
          "killed_high")  # fmt: skip
_index(INCIDENTS, "walk", *_SHOWN)
_index(INCIDENTS, "cell", "cell", *_SHOWN)
_index(INCIDENTS, "reports", "reports", "id")
_index(INCIDENTS, "changed", "changed", "id")
for _table, _tie, _live in ((EVENTS, "key", "current"), (INCIDENTS, "id", None)):
    # Each answers "those of one kind by day" in order, and when they ended or how many died without reading a row.
    _kinds = ("type", "family", "country", "place_key", "admin1_key", "grade")
    for _column in (*_kinds, "cell", "outlet_key") if _table is EVENTS else _kinds:
        _index(_table, _column, _column, "day", _tie, "upto", "deaths", only=_live)
    _index(_table, "deaths", "deaths", _tie, "day", "upto", only=_live)
    # What has not ended before a day, with the oldest first: by day a walk would pass all that ended before.
    _index(_table, "upto", "upto", "day", _tie, only=_live)
    _index(_table, "contested", "day", _tie, only=f"{_live} AND contested" if _live else "contested")
    for _toll in TOLLS:
        _known = f"{_toll}_low IS NOT NULL"
        _index(_table, _toll, "day", _tie, "upto", f"{_toll}_low", only=f"{_live} AND {_known}" if _live else _known)
for _column in ("actor", "actor_name", "said_by"):
    # By day, so that the newest events of one who is in many are found without looking at the others.
    _index(CLAIMS, _column, _column, "day", "event_key", "upto", only=f"{_column} IS NOT NULL")
_index(BLOCKS, "event", "event_key")
_index(INCIDENT_EVENTS, "event", "event", "incident_id")
_index(INCIDENT_ACTORS, "actor", "actor", "incident_id", only="actor IS NOT NULL")
_index(INCIDENT_ACTORS, "name", "name_key", "incident_id")
_index(INCIDENT_SOURCES, "incident", "incident_id")
_index(COMMITMENTS, "due", "due", "incident_id", "type", "realis")
_index(SPOKEN, "event", "event")

TIES = Table(
    "ties",
    METADATA,
    Column("one", String, primary_key=True),
    Column("other", String, primary_key=True),
    Column("odds", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Index("ties_other", "other"),
)
