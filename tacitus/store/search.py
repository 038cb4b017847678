"""Full text over the newest versions of the reports: what a person types → the keys of reports that hold it.

In: words, "phrases in quotation marks", -without, and ``or`` between. Out: a select of report keys. One thing to
know: SQLite searches with FTS5 (an index kept by triggers, so it cannot fall out of step with the reports),
PostgreSQL with a text search index; both know English word forms ("attacks" finds "attacked").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    column,
    exists,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.exc import DatabaseError
from sqlalchemy.types import Boolean

from tacitus.errors import SettingError
from tacitus.store.tables import REPORTS, live

#: PostgreSQL indexes no more than a megabyte of a text; reports are seldom longer than a hundredth of it.
_SEARCHED = 250_000
_VECTOR = f"to_tsvector('english'::regconfig, coalesce(title, '') || ' ' || left(text, {_SEARCHED}))"
_WORDS = table("words", column("rowid", Integer))
_PART = re.compile(r'(-?)"([^"]*)"?|(-?)([^\s"]+)')

_SQLITE = (
    "CREATE VIEW current_reports AS SELECT key, title, text FROM reports WHERE current",
    "CREATE VIRTUAL TABLE words USING fts5(title, text, content='current_reports', content_rowid='key', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER words_added AFTER INSERT ON reports WHEN new.current BEGIN "
    "INSERT INTO words(rowid, title, text) VALUES (new.key, new.title, new.text); END",
    "CREATE TRIGGER words_gone AFTER UPDATE OF current ON reports WHEN old.current AND NOT new.current BEGIN "
    "INSERT INTO words(words, rowid, title, text) VALUES ('delete', old.key, old.title, old.text); END",
)
_POSTGRES = (f"CREATE INDEX reports_words ON reports USING gin (({_VECTOR})) WHERE current",)


def create(connection: Connection) -> None:
    """Make the index of a new ledger."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES:
        connection.exec_driver_sql(statement)


def rebuild(connection: Connection) -> None:
    """Read all reports into the index again; PostgreSQL's needs none of that."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO words(words) VALUES ('rebuild')")


def same_count(connection: Connection) -> bool:
    """Whether the index holds as many reports as there are."""
    if connection.dialect.name != "sqlite":
        return True  # the server keeps it, as it keeps every index
    indexed = connection.exec_driver_sql("SELECT count(*) FROM words_docsize").scalar_one()
    return bool(indexed == connection.exec_driver_sql("SELECT count(*) FROM current_reports").scalar_one())


def in_step(connection: Connection) -> bool:
    """Whether the index holds the words that the reports hold."""
    if connection.dialect.name != "sqlite":
        return True
    try:
        connection.exec_driver_sql("INSERT INTO words(words, rank) VALUES ('integrity-check', 1)")
    except DatabaseError as error:
        if "malformed" in str(error.orig):
            return False
        raise
    return True


def matching(words: str, dialect: str) -> Select[tuple[int]]:
    """The keys of the reports that hold the words."""
    wanted = _wanted(words)
    if dialect == "sqlite":
        match = text("words MATCH :words").bindparams(words=_fts5(wanted))
        return select(_WORDS.c.rowid).where(match)
    found = literal_column(_VECTOR, String).op("@@", return_type=Boolean())(
        text("websearch_to_tsquery('english', :words)").bindparams(words=_websearch(wanted))
    )
    return select(REPORTS.c.key).where(live(REPORTS), found)


def holds(key: ColumnElement[Any], words: str, dialect: str) -> ColumnElement[bool] | None:
    """That the one report of this key holds the words; None where its text would have to be read for that."""
    if dialect != "sqlite":
        return None
    return exists(matching(words, dialect).where(_WORDS.c.rowid == key).correlate_except(_WORDS))


@dataclass(frozen=True, slots=True)
class _Way:
    """One way for a report to match: every phrase of ``held`` and none of ``without``."""

    held: tuple[str, ...]
    without: tuple[str, ...]


def _wanted(words: str) -> list[_Way]:
    ways: list[tuple[list[str], list[str]]] = [([], [])]
    for quoted_not, phrase, plain_not, word in _PART.findall(words):
        if word.lower() == "or" and not plain_not and not phrase:
            ways.append(([], []))
        elif re.search(r"\w", said := phrase or word):
            ways[-1][1 if quoted_not or plain_not else 0].append(said)
    if not all(held for held, _ in ways):
        raise SettingError(f'{words!r} names nothing to search for; give words or a "phrase" that a report holds')
    return [_Way(tuple(held), tuple(without)) for held, without in ways]


def _fts5(ways: list[_Way]) -> str:
    """FTS5's own query: every phrase quoted, so that no letter of it is an operator."""
    return " OR ".join(
        "(" + " AND ".join(map(_quoted, way.held)) + "".join(f" NOT {_quoted(each)}" for each in way.without) + ")"
        for way in ways
    )


def _websearch(ways: list[_Way]) -> str:
    return " or ".join(" ".join([*map(_quoted, way.held), *(f"-{_quoted(w)}" for w in way.without)]) for way in ways)


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', " ") + '"'
