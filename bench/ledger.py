"""ledger: how long the ledger takes to answer, with one million invented events in it.

In: a folder on whose disk a ledger can be made for a while (3 GB). Out: the median milliseconds of each filter
over events, incidents and reports, and of the slowest. One thing to know: the rows are written straight into the
tables, since what is measured is the answer; half of the actors were active in the nineties only, because the
newest of them are the hardest to find.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from bench.figures import Figures
from tacitus.records.ontology import load as load_ontology
from tacitus.store.ledger import Ledger
from tacitus.store.query import Page, Query
from tacitus.store.rows import cell
from tacitus.store.tables import CLAIMS, EVENTS, INCIDENT_ACTORS, INCIDENT_EVENTS, INCIDENT_SOURCES, INCIDENTS, REPORTS

DATA = Path(tempfile.gettempdir())
EVENTS_MADE = int(os.environ.get("TACITUS_BENCH_EVENTS", "1000000"))
A_REPORT = 3  # events in it
AN_INCIDENT = 3  # events of it
TIMES = 5
_FIRST, _DAYS = date(1990, 1, 1), 13_400
_GRADES = ("single-source",) * 7 + ("corroborated",) * 2 + ("contested",)
_WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "r", "st", "l", "dor", "mak", "vin")]

Rows = Iterator[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Happening:
    """What the rows of one event are made of."""

    number: int
    type: str
    family: str
    day: str
    lat: float
    lon: float
    place: str
    admin1: str
    country: str
    killed: int | None
    actor: int
    speaker: str
    outlet: str
    grade: str


def run(data: Path) -> Figures:
    """Make the ledger, ask it everything several times, and throw it away."""
    with tempfile.TemporaryDirectory(prefix="tacitus-ledger-", dir=data) as folder:
        path = Path(folder) / "bench.db"
        begun = time.perf_counter()
        make(path)
        made = time.perf_counter() - begun
        size = path.stat().st_size / 1e6
        with Ledger.open(path) as ledger:
            found = {name: _median(ask) for name, ask in _questions(ledger)}
    slowest = max(found, key=lambda name: found[name])
    return {
        "events": EVENTS_MADE, "MB": round(size), "seconds to make": round(made), **found,
        f"slowest, ms ({slowest})": found[slowest],
    }  # fmt: skip


def make(path: Path) -> None:
    """A ledger of invented events; the indexes are made when the rows are in."""
    Ledger.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        indexes = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        made_again = indexes.fetchall()
        for name, _ in made_again:
            connection.execute(f"DROP INDEX {name}")
        connection.execute("BEGIN")
        connection.execute("INSERT INTO runs VALUES (1, '2026-01-01T00:00:00Z', NULL, '0', 'none', 'none', '{}')")
        for table, rows in _tables():
            _insert(connection, table, rows)
        connection.execute("COMMIT")
        for _, sql in made_again:
            connection.execute(sql)
        connection.execute("PRAGMA journal_mode = WAL")


def _tables() -> Iterator[tuple[Table, Rows]]:
    yield REPORTS, _reports()
    yield EVENTS, _events()
    yield CLAIMS, _claims()
    yield INCIDENTS, _incidents()
    for table, of in ((INCIDENT_EVENTS, _members), (INCIDENT_ACTORS, _parties), (INCIDENT_SOURCES, _sources)):
        yield table, of()


def _insert(connection: sqlite3.Connection, table: Table, rows: Rows) -> None:
    names = [column.name for column in table.columns]
    marks = ", ".join("?" for _ in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    statement = f"INSERT OR IGNORE INTO {table.name} ({quoted}) VALUES ({marks})"  # noqa: S608 - names of our own
    connection.executemany(statement, ([row.get(name) for name in names] for row in rows))


def _happenings() -> Iterator[_Happening]:
    """The events, the same ones each time this is called."""
    chance = random.Random(7)
    types = [(kind.id, kind.family) for kind in load_ontology()]
    countries = [(f"{a}{b}{c}", chance.uniform(-50, 65), chance.uniform(-170, 170)) for a in "ABCDEF" for b in "GHIJK"
                 for c in "LMNOP"]  # fmt: skip
    for number in range(EVENTS_MADE):
        actor = int(chance.paretovariate(0.6)) % 3000
        land = min(int(chance.paretovariate(0.8)) - 1, len(countries) - 1)
        country, lat, lon = countries[land]
        town = int(chance.paretovariate(0.5)) % 400
        kind, family = types[int(chance.paretovariate(0.7)) % len(types)]
        day = _FIRST + timedelta(chance.randrange(_DAYS // 4 if actor % 2 else _DAYS))
        yield _Happening(
            number, kind, family, day.isoformat(), lat + town % 20 / 5, lon + town // 20 / 5, f"town {land}-{town}",
            f"province {land}-{town % 12}", country, int(chance.paretovariate(0.9)) if number % 3 == 0 else None,
            actor, f"speaker {int(chance.paretovariate(0.6)) % 5000}", f"outlet {number // A_REPORT % 300}",
            _GRADES[number // AN_INCIDENT % len(_GRADES)],
        )  # fmt: skip


def _groups(size: int) -> Iterator[list[_Happening]]:
    waiting = _happenings()
    while group := list(islice(waiting, size)):
        yield group


def _reports() -> Rows:
    chance = random.Random(8)
    for key, (first, *_) in enumerate(_groups(A_REPORT), 1):
        words = [_WORDS[int(chance.paretovariate(0.35)) % len(_WORDS)] for _ in range(120)]
        text = f"{first.place} {' '.join(words)}." + (" unheard of" if key % 20_000 == 0 else "")
        yield {
            "key": key, "id": f"report-{key}", "version": 1, "current": 1, "series": f"report-{key}", "text": text,
            "text_hash": str(key), "outlet": first.outlet, "outlet_key": first.outlet, "title": first.place,
            "published": first.day, "day": first.day, "added": "2026-01-01T00:00:00Z", "run_id": 1,
            "wire": f"report-{key}",
        }  # fmt: skip


def _upto(each: _Happening) -> str:
    return (date.fromisoformat(each.day) + timedelta(300 if each.number % 50 == 0 else each.number % 3)).isoformat()


def _shared(each: _Happening) -> dict[str, Any]:
    upto = _upto(each)
    return {
        "type": each.type, "family": each.family, "realis": "actual", "day": each.day, "upto": upto,
        "earliest": each.day, "latest": upto, "lat": each.lat, "lon": each.lon, "cell": cell(each.lat, each.lon),
        "precision": "settlement", "place": each.place, "place_key": each.place, "country": each.country,
        "admin1": each.admin1, "admin1_key": each.admin1, "deaths": each.killed or 0, "killed_low": each.killed,
        "killed_high": each.killed, "injured_low": each.killed if each.number % 2 else None,
        "arrested_low": each.killed if each.number % 11 == 0 else None, "grade": each.grade,
        "contested": each.grade == "contested",
    }  # fmt: skip


def _events() -> Rows:
    filler = "x" * 900  # an event's object is about a kilobyte and more
    for each in _happenings():
        body = {"id": f"event-{each.number}", "type": each.type, "claims": [], "settled": {}, "filler": filler}
        yield {
            **_shared(each), "key": each.number + 1, "id": f"event-{each.number}", "current": 1,
            "report_key": each.number // A_REPORT + 1, "ordinal": each.number % A_REPORT, "confidence": 0.8,
            "outlet_key": each.outlet, "incident_id": f"incident-{each.number // AN_INCIDENT}", "wording": "[]",
            "body": json.dumps(body),
        }  # fmt: skip


def _claims() -> Rows:
    for each in _happenings():
        when = {"event_key": each.number + 1, "day": each.day, "upto": _upto(each)}
        common = {**when, "stance": "asserted", "value": "{}", "start": 0, "end": 4, "confidence": 0.8}
        said = each.speaker if each.number % 2 else None
        for ordinal, actor in enumerate((each.actor, (each.actor * 7 + each.number) % 3000)):
            name = f"the group {actor}"
            who = {"actor": f"actor:{actor}", "actor_name": name, "said_by": said}
            yield {**common, **who, "ordinal": ordinal, "field": "perpetrator" if ordinal == 0 else "target"}
        yield {**common, "ordinal": 2, "field": "place", "said_by": said}


def _incidents() -> Rows:
    for number, (first, *_) in enumerate(_groups(AN_INCIDENT)):
        yield {
            **_shared(first), "id": f"incident-{number}", "reports": 1 + number % 40, "sources": 1 + number % 9,
            "changed": "2026-01-01T00:00:00Z", "body": json.dumps({"id": f"incident-{number}", "filler": "x" * 900}),
        }  # fmt: skip


def _members() -> Rows:
    for number in range(EVENTS_MADE):
        yield {"incident_id": f"incident-{number // AN_INCIDENT}", "event": f"event-{number}"}


def _parties() -> Rows:
    for number, group in enumerate(_groups(AN_INCIDENT)):
        for ordinal, each in enumerate(group):
            name = f"the group {each.actor}"
            yield {
                "incident_id": f"incident-{number}", "ordinal": ordinal, "actor": f"actor:{each.actor}", "name": name,
                "name_key": name, "role": "perpetrator",
            }  # fmt: skip


def _sources() -> Rows:
    for number, group in enumerate(_groups(AN_INCIDENT)):
        for each in group:
            yield {"incident_id": f"incident-{number}", "source": each.outlet}
            yield {"incident_id": f"incident-{number}", "source": each.speaker}


#: What is asked, each of it of events, incidents and reports.
QUERIES: dict[str, Query] = {
    "newest": Query(),
    "the last month": Query(since=date(2026, 8, 1)),
    "a month of 1994": Query(since=date(1994, 3, 1), until=date(1994, 3, 31)),
    "the last month, oldest first": Query(since=date(2026, 8, 1), sort="time"),
    "place": Query(place="town 0-1"),
    "province": Query(place="Province 3-5"),
    "country": Query(country="AGL"),
    "a rare country": Query(country="FKP"),
    "box of a city": Query(box=(0, 0, 0.5, 0.5)),
    "box of a region": Query(box=(-20, -10, 20, 30)),
    "box of an empty sea": Query(box=(-180, -89, 180, -60)),
    "box over the date line": Query(box=(170, -20, -160, 20)),
    "actor": Query(actor="actor:2"),
    "actor by name": Query(actor="The Group 4"),
    "actor of the nineties": Query(actor="actor:1"),
    "a rare actor": Query(actor="the group 2999"),
    "type": Query(type="armed_clash"),
    "family": Query(type="violence"),
    "killed>=1": Query(toll=("killed", 1)),
    "killed>=5000": Query(toll=("killed", 5000)),
    "arrested>=10": Query(toll=("arrested", 10)),
    "grade": Query(grade="corroborated"),
    "contested": Query(contested=True),
    "outlet": Query(source="outlet 7"),
    "speaker": Query(source="speaker 1"),
    "common word": Query(text=_WORDS[1]),
    "rare word": Query(text="unheard"),
    "phrase": Query(text='"town 3" ' + _WORDS[9]),
    "report": Query(report="report-77"),
    "most killed": Query(sort="-killed"),
    "type, most killed": Query(type="armed_clash", sort="-killed"),
    "country, type, since": Query(country="AGL", type="armed_clash", since=date(2020, 1, 1)),
    "country, actor, word": Query(country="AGL", actor="actor:2", text=_WORDS[3]),
}  # fmt: skip


def _questions(ledger: Ledger) -> Iterator[tuple[str, Callable[[], Page]]]:
    lists: Sequence[tuple[str, Callable[[Query], Page]]] = (
        ("events", ledger.events), ("incidents", ledger.incidents), ("reports", ledger.reports),
    )  # fmt: skip
    for noun, ask in lists:
        for name, query in QUERIES.items():
            if noun != "reports" or query.sort.removeprefix("-") != "killed":
                yield f"{noun}: {name}, ms", _asking(ask, query)
        tenth = _tenth(ask)
        yield f"{noun}: tenth page, ms", _asking(ask, tenth)


def _asking(ask: Callable[[Query], Page], query: Query) -> Callable[[], Page]:
    return lambda: ask(query)


def _tenth(ask: Callable[[Query], Page]) -> Query:
    query = Query()
    for _ in range(9):
        query = replace(query, after=ask(query).next)
    return query


def _median(ask: Callable[[], Page]) -> float:
    spent = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        ask()
        spent.append(time.perf_counter() - begun)
    return round(1000 * statistics.median(spent), 1)
