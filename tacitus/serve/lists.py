"""Lists and counts: incidents, events, claims, reports, map, timeline, facets, places, actors, commitments.

In: filters. Out: pages and counts as JSON. One thing to know: an incident in a list has no claims, but where it is and
what it is called, so that a page need not look into its fields.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from tacitus.asked import commitment_record, followed_page
from tacitus.records.ontology import load as load_ontology
from tacitus.serve import shapes
from tacitus.serve.answers import answer
from tacitus.serve.asking import Binned, Claimed, Filters, Listed, Promised
from tacitus.serve.desk import desk_of
from tacitus.serve.security import may
from tacitus.serve.values import checked_field
from tacitus.store.rows import family
from tacitus.store.summaries import Party

Json = dict[str, Any]
#: Points in one map.
POINTS = 50_000
#: Values of a facet, and actors beside an actor.
SHOWN, BESIDE = 30, 10
COLUMNS = ("id", "lon", "lat", "precision", "family", "low", "high", "day", "grade")

router = APIRouter(dependencies=[Depends(may("read"))], tags=["lists"])


@router.get("/incidents", responses={200: {"model": shapes.Incidents}})
def incidents(request: Request, asked: Annotated[Listed, Query()]) -> Response:
    """Incidents that answer to the filters, page by page."""
    return _page(request, "incidents", asked)


@router.get("/events", responses={200: {"model": shapes.Events}})
def events(request: Request, asked: Annotated[Listed, Query()]) -> Response:
    """Events of single reports."""
    return _page(request, "events", asked)


@router.get("/claims", responses={200: {"model": shapes.Claims}})
def claims(request: Request, asked: Annotated[Claimed, Query()]) -> Response:
    """What the reports say of each field of these events, and who said it."""
    desk = desk_of(request)

    def make() -> Json:
        if asked.field is not None:
            checked_field(asked.field)
        query = asked.query(desk.gazetteer, sort=asked.sort, limit=asked.limit, after=asked.after)
        page = desk.ledger.claims(query, field=asked.field)
        return {"items": page.rows, "next": page.next}

    return answer(request, make)


@router.get("/reports", responses={200: {"model": shapes.Reports}})
def reports(request: Request, asked: Annotated[Listed, Query()]) -> Response:
    """Headers of reports."""
    return _page(request, "reports", asked)


def _page(request: Request, what: str, asked: Listed) -> Response:
    desk = desk_of(request)

    def make() -> Json:
        query = asked.query(desk.gazetteer, sort=asked.sort, limit=asked.limit, after=asked.after)
        page = getattr(desk.ledger, what)(query)
        return {"items": list(map(item, page.rows)) if what == "incidents" else page.rows, "next": page.next}

    return answer(request, make)


def item(row: Json) -> Json:
    """An incident of a list, with where it is and what it is called."""
    places = row["settled"].get("place") or {}
    place = places[0] if isinstance(places, list) else places
    types = load_ontology()
    label = types[row["type"]].label if row["type"] in types else row["type"]
    where = {name: place.get(name) for name in ("lat", "lon", "precision")}
    return {**row, **where, "family": family(row["type"]), "label": label}


@router.get("/map", responses={200: {"model": shapes.Map}})
def map_(request: Request, asked: Annotated[Filters, Query()]) -> Response:
    """Points for a map, the newest first; incidents without a place that has one are left out."""
    desk = desk_of(request)

    def make() -> str:
        rows, more = desk.ledger.points_written(asked.query(desk.gazetteer), most=POINTS)
        return f'{{"columns":{json.dumps(COLUMNS)},"rows":{rows},"truncated":{json.dumps(more)}}}'

    return answer(request, make)


@router.get("/timeline", responses={200: {"model": shapes.Timeline}})
def timeline(request: Request, asked: Annotated[Binned, Query()]) -> Response:
    """How many incidents began in each day, week or month, and how many were killed in them at least."""
    desk = desk_of(request)

    def make() -> Json:
        return {"step": asked.step, "bins": binned(desk.ledger.days(asked.query(desk.gazetteer)), asked.step)}

    return answer(request, make)


def binned(days: Iterable[tuple[str, int, int]], step: str) -> list[Json]:
    """Days, in order, put together into longer stretches; each is called by its first day."""
    bins: dict[str, list[int]] = {}
    for day, count, killed in days:
        found = bins.setdefault(_first(day, step), [0, 0])
        found[0] += count
        found[1] += killed
    return [{"day": day, "count": count, "killed_low": killed} for day, (count, killed) in bins.items()]


def _first(day: str, step: str) -> str:
    if step == "day":
        return day
    if step == "month":
        return f"{day[:7]}-01"
    found = date.fromisoformat(day)
    # The first week of all would begin before the first day there is.
    return (found - timedelta(min(found.weekday(), found.toordinal() - 1))).isoformat()


@router.get("/facets", responses={200: {"model": shapes.Facets}})
def facets(request: Request, asked: Annotated[Filters, Query()]) -> Response:
    """How many incidents there are of each family, type, country and grade: the commonest of each."""
    desk = desk_of(request)

    def make() -> Json:
        found = desk.ledger.kinds(asked.query(desk.gazetteer))
        types = load_ontology()
        labels = {each.id: each.label for each in types}
        labels |= {each.family: each.family.replace("_", " ").capitalize() for each in types}
        kinds = {"families": "family", "types": "type", "countries": "country", "grades": "grade"}

        def told(kind: str) -> list[Json]:
            commonest = Counter(found[kind]).most_common(SHOWN)
            return [{"id": id_, "label": labels.get(id_, id_), "count": count} for id_, count in commonest]

        return {**{plural: told(kind) for plural, kind in kinds.items()}, "total": sum(found["type"].values())}

    return answer(request, make)


@router.get("/places", responses={200: {"model": shapes.Places}})
def places(request: Request, asked: Annotated[Filters, Query()]) -> Response:
    """Where the most incidents are."""
    desk = desk_of(request)
    return answer(request, lambda: {"items": desk.ledger.places(asked.query(desk.gazetteer))})


@router.get("/actors", responses={200: {"model": shapes.Actors}})
def actors(request: Request, asked: Annotated[Filters, Query()]) -> Response:
    """Who is in the most incidents, in which roles and with whom."""
    desk = desk_of(request)

    def make() -> Json:
        found = desk.ledger.parties(asked.query(desk.gazetteer))
        names = {each.key: each.name for each in found}
        return {"items": [_actor(each, names) for each in found]}

    return answer(request, make)


def _actor(party: Party, names: dict[str, str]) -> Json:
    beside = Counter(party.beside).most_common(BESIDE)
    return {
        "id": party.key, "name": party.name, "kind": party.kind, "country": party.country,
        "incidents": party.incidents, "as": party.roles,
        "with": [{"id": key, "name": names[key], "count": count} for key, count in beside],
    }  # fmt: skip


@router.get("/commitments", responses={200: {"model": shapes.Commitments}})
def commitments(request: Request, asked: Annotated[Promised, Query()]) -> Response:
    """Who promised or threatened what by when, and what was reported of it since, page by page."""
    desk = desk_of(request)

    def make() -> Json:
        found, more = followed_page(desk.ledger, actor=asked.actor, by=asked.by, limit=asked.limit, after=asked.after)
        return {"items": list(map(commitment_record, found)), "next": more}

    return answer(request, make)
