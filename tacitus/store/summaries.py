"""Counts over many incidents: what a map, a timeline, a list of filters, of actors and of doubtful incidents show.

In: a query's filters. Out: rows, as plain tuples and mappings. One thing to know: without filters everything is
counted in indexes alone; with filters the incidents are found as :mod:`tacitus.store.listing` finds them. ``stamp``
changes whenever anything that can be asked has changed, so that an answer can be kept until then.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

from sqlalchemy import ColumnElement, Connection, Numeric, Select, Text, cast, func, select, union

from tacitus.records.value import ACTOR_FIELDS
from tacitus.store import filters
from tacitus.store.adding import many
from tacitus.store.query import Json, Query
from tacitus.store.rows import family
from tacitus.store.tables import EVENTS, INCIDENT_ACTORS, INCIDENT_EVENTS, INCIDENTS, REPORTS, RULINGS, fold

#: What a point of the map is made of, in this order.
POINT = ("id", "lon", "lat", "precision", "family", "killed_low", "killed_high", "day", "grade")
KINDS = ("family", "type", "country", "grade")
#: Actors and places that are listed; who is with whom is told among these.
ACTORS = 100
Condition = ColumnElement[bool]


@dataclass(slots=True)
class Party:
    """One actor over many incidents: how often in all, in which roles, with whom. ``key`` is its id, else its name."""

    key: str
    name: str
    incidents: int
    kind: str | None = None
    country: str | None = None
    roles: dict[str, int] = field(default_factory=dict)
    beside: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An incident that nobody has ruled on; ``confidence`` is the mean of its events'."""

    body: Json
    changed: str
    deaths: int
    confidence: float


def stamp(connection: Connection) -> str:
    """What is different as soon as anything in the ledger is."""
    newest = select(
        select(func.max(REPORTS.c.key)).scalar_subquery(),
        select(func.max(EVENTS.c.key)).scalar_subquery(),
        select(func.max(INCIDENTS.c.changed)).scalar_subquery(),
        select(func.count(RULINGS.c.id)).scalar_subquery(),
        select(func.count(RULINGS.c.undone)).scalar_subquery(),
    )
    return " ".join(map(str, connection.execute(newest).one()))


def points(connection: Connection, query: Query, most: int) -> list[tuple[Any, ...]]:
    """Up to so many incidents that have a point, the newest first, each as :data:`POINT` says."""
    return [tuple(row) for row in connection.execute(_points(connection, query).limit(most)).all()]


def points_written(connection: Connection, query: Query, most: int) -> tuple[str, bool]:
    """The same as a list in JSON, and whether there are more.

    The database writes it: fifty thousand rows take half of the time that it takes only to hand them out.
    """
    sqlite = connection.dialect.name == "sqlite"
    array, all_of = ("json_array", "json_group_array") if sqlite else ("json_build_array", "json_agg")
    found = _points(connection, query)
    some = found.limit(most).subquery()
    cells = [func.round(cast(some.c[n], Numeric), 5) if n in ("lon", "lat") else some.c[n] for n in POINT]
    written = cast(getattr(func, all_of)(getattr(func, array)(*cells)), Text)
    text, count = connection.execute(select(func.coalesce(written, "[]"), func.count()).select_from(some)).one()
    more = count == most and connection.execute(found.offset(most).limit(1)).first() is not None
    return str(text), more


def _points(connection: Connection, query: Query) -> Select[Any]:
    wanted = select(*(INCIDENTS.c[name] for name in POINT)).where(
        INCIDENTS.c.lat.is_not(None), INCIDENTS.c.lon.is_not(None), *_wanted(connection, query)
    )
    return wanted.order_by(INCIDENTS.c.day.desc(), INCIDENTS.c.id.desc())


def days(connection: Connection, query: Query) -> list[tuple[str, int, int]]:
    """Each day on which incidents began: how many, and how many were killed in them at least."""
    day = INCIDENTS.c.day
    counted = select(day, func.count(), func.sum(INCIDENTS.c.deaths))
    found = connection.execute(counted.where(day > "", *_wanted(connection, query)).group_by(day).order_by(day))
    return [(str(when), int(count), int(killed)) for when, count, killed in found]


def kinds(connection: Connection, query: Query) -> dict[str, dict[str, int]]:
    """How many incidents there are of each family, type, country and grade."""
    columns = (INCIDENTS.c.type, INCIDENTS.c.country, INCIDENTS.c.grade)
    found: dict[str, dict[str, int]] = {kind: defaultdict(int) for kind in KINDS}
    conditions = _wanted(connection, query)
    # One walk over the rows when they have to be looked at anyway, else one over each index.
    for group in [columns] if conditions else [(column,) for column in columns]:
        counted = select(*group, func.count()).where(*conditions).group_by(*group)
        for *values, count in connection.execute(counted):
            for column, value in zip(group, values, strict=True):
                if value is not None:
                    found[column.name][value] += count
    for type_id, count in found["type"].items():
        found["family"][family(type_id)] += count
    return found


#: No name, and words that a report leaves unexplained: they are no actors to list.
_NOBODY = (
    "",
    "it",
    "he",
    "him",
    "she",
    "her",
    "they",
    "them",
    "we",
    "us",
    "our",
    "i",
    "me",
    "you",
    "who",
    "others",
    "other",
)


def parties(connection: Connection, query: Query) -> list[Party]:
    """The actors of the most incidents."""
    of, who = INCIDENT_ACTORS.c.incident_id, func.coalesce(INCIDENT_ACTORS.c.actor, INCIDENT_ACTORS.c.name_key)
    conditions = _wanted(connection, query)
    inside = [of.in_(select(select(INCIDENTS.c.id).where(*conditions).subquery().c.id))] if conditions else []
    count = func.count(of.distinct())
    most = select(who, func.max(INCIDENT_ACTORS.c.name), count, func.max(of)).where(who.notin_(_NOBODY), *inside)
    found: dict[str, Party] = {}
    shown: dict[str, str] = {}
    for key, name, times, incident in connection.execute(
        most.group_by(who).order_by(count.desc(), who.asc()).limit(ACTORS)
    ):
        found[key], shown[key] = Party(key, name, times), incident
    _together(connection, found, inside)
    _described(connection, found, shown)
    return list(found.values())


def places(connection: Connection, query: Query) -> list[Json]:
    """The places of the most incidents, with how many were killed there at least and the days of the first and last."""
    columns = [INCIDENTS.c[name] for name in ("place_key", "country", "admin1_key")]
    told = [func.max(INCIDENTS.c[name]).label(name) for name in ("place", "admin1", "lat", "lon", "precision")]
    day = func.nullif(INCIDENTS.c.day, "")
    counted = [func.count().label("incidents"), func.sum(INCIDENTS.c.deaths).label("killed_low")]
    days = [func.min(day).label("first"), func.max(day).label("last")]
    wanted = select(*columns, *told, *counted, *days).where(INCIDENTS.c.place_key != "", *_wanted(connection, query))
    most = wanted.group_by(*columns).order_by(func.count().desc(), *(func.coalesce(c, "") for c in columns))
    hidden = {"place_key", "admin1_key", "place"}
    return [
        {"name": row.place, **{name: value for name, value in row._mapping.items() if name not in hidden}}
        for row in connection.execute(most.limit(ACTORS)).all()
    ]


def _together(connection: Connection, found: dict[str, Party], inside: Sequence[Condition]) -> None:
    """Count the roles of the actors, and the incidents that two of them share."""
    who = func.coalesce(INCIDENT_ACTORS.c.actor, INCIDENT_ACTORS.c.name_key)
    mine = select(INCIDENT_ACTORS.c.incident_id, who, INCIDENT_ACTORS.c.role).where(who.in_(list(found)), *inside)
    keys: dict[str, set[str]] = defaultdict(set)
    for incident, key, role in set(map(tuple, connection.execute(mine).all())):
        found[key].roles[role] = found[key].roles.get(role, 0) + 1
        keys[incident].add(key)
    for together in keys.values():
        for one, other in permutations(together, 2):
            found[one].beside[other] = found[one].beside.get(other, 0) + 1


def _described(connection: Connection, found: dict[str, Party], shown: dict[str, str]) -> None:
    """Name, kind and country as one of its incidents has them; only there are they written in full."""
    bodies = records(connection, shown.values())
    for key, incident in shown.items():
        for value in _actors(bodies.get(incident, {})):
            if fold(value["actor"] or value["name"]) == key:
                found[key].name, found[key].kind, found[key].country = value["name"], value["kind"], value["country"]
                break


def _actors(body: Json) -> Iterable[Json]:
    for name in ACTOR_FIELDS:
        values = body.get("settled", {}).get(name, [])
        yield from values if isinstance(values, list) else [values]
    yield from (d["value"] for d in body.get("dissent", ()) if d["field"] in ACTOR_FIELDS and d["value"])


def records(connection: Connection, incidents: Iterable[str]) -> dict[str, Json]:
    """The contract's objects of the incidents, without claims, by id."""
    wanted = select(INCIDENTS.c.id, INCIDENTS.c.body)
    return {
        row.id: json.loads(row.body)
        for lot in many(incidents)
        for row in connection.execute(wanted.where(INCIDENTS.c.id.in_(lot)))
    }


def doubtful(connection: Connection, most: int) -> list[Doubtful]:
    """Incidents that nobody has ruled on: the deadliest contested, the deadliest and the newest, so many of each."""
    ruled = select(RULINGS.c.events).where(RULINGS.c.undone.is_(None))
    events = {event for each in connection.scalars(ruled) for event in json.loads(each)}
    of_event = select(INCIDENT_EVENTS.c.incident_id)
    done = {i for lot in many(events) for i in connection.scalars(of_event.where(INCIDENT_EVENTS.c.event.in_(lot)))}
    ids = select(INCIDENTS.c.id).limit(most + len(done))
    by_deaths, by_day = INCIDENTS.c.deaths.desc(), INCIDENTS.c.day.desc()
    found: dict[str, None] = {}
    for some in (
        ids.where(INCIDENTS.c.grade == "contested").order_by(by_deaths),
        ids.order_by(by_deaths, INCIDENTS.c.id.desc()),
        ids.order_by(by_day, INCIDENTS.c.id.desc()),
    ):
        found |= dict.fromkeys([each for each in connection.scalars(some) if each not in done][:most])
    rows = []
    for lot in many(found):
        sure = select(EVENTS.c.incident_id, func.avg(EVENTS.c.confidence)).where(EVENTS.c.incident_id.in_(lot))
        confidence = {incident: float(mean) for incident, mean in connection.execute(sure.group_by("incident_id"))}
        wanted = select(INCIDENTS.c.id, INCIDENTS.c.body, INCIDENTS.c.changed, INCIDENTS.c.deaths)
        for row in connection.execute(wanted.where(INCIDENTS.c.id.in_(lot))):
            rows.append(Doubtful(json.loads(row.body), row.changed, row.deaths, confidence.get(row.id, 0.0)))
    return rows


def _wanted(connection: Connection, query: Query) -> list[Condition]:
    """What must hold of an incident that the query asks for; nothing at all if it has no filters."""
    ways = filters.incidents(connection, query)
    if len(ways) == 1:
        return ways[0].conditions
    found = union(*(select(way.rows(INCIDENTS.c.id, INCIDENTS.c.id).subquery().c.tie) for way in ways)).subquery()
    return [INCIDENTS.c.id.in_(select(found.c.tie))]
