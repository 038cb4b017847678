"""One incident with every report's account of it, and one report.

In: an id. Out: the contract's objects. One thing to know: an incident is computed and may get another id when reports
are added, so the id of one of its events leads to it as well.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from tacitus.records import contract
from tacitus.serve import shapes
from tacitus.serve.answers import answer
from tacitus.serve.asking import Nothing
from tacitus.serve.described import INCIDENT, REPORT
from tacitus.serve.desk import Desk, desk_of
from tacitus.serve.problems import Refusal
from tacitus.serve.security import may
from tacitus.store.story import Story

Json = dict[str, Any]

router = APIRouter(dependencies=[Depends(may("read"))], tags=["incidents and reports"])


@router.get("/incidents/{id}", responses={200: INCIDENT})
def incident(request: Request, id: shapes.Id, _: Annotated[Nothing, Query()]) -> Response:
    """The incident of that id, or of the event of that id."""
    desk = desk_of(request)

    def make() -> Json:
        found = story_of(desk, id)
        if found is None:
            raise Refusal(404, f"There is no incident {id!r}; it may have been merged with another.")
        ruled = desk.ledger.rulings(active=False, events=found.incident.events)
        return {
            "incident": found.record(),
            "accounts": [{"report": report, "event": event} for report, event in found.accounts],
            "rulings": list(map(contract.ruling_record, ruled)),
            "changed": found.changed,
        }

    return answer(request, make)


@router.get("/reports/{id}", responses={200: REPORT})
def report(request: Request, id: shapes.Id, _: Annotated[Nothing, Query()]) -> Response:
    """The report of that id: its text, events, quotes and what was not understood."""
    desk = desk_of(request)

    def make() -> Json:
        if (found := stored(desk, id)) is None:
            raise Refusal(404, f"There is no report {id!r}.")
        return found

    return answer(request, make)


def story_of(desk: Desk, id_: str) -> Story | None:
    """The incident of that id, or that an event of that id is in."""
    return desk.ledger.incident(id_) or desk.ledger.incident(desk.ledger.incidents_of([id_]).get(id_, ""))


def stored(desk: Desk, id_: str) -> Json | None:
    """A report of the ledger as the contract has it, and which incidents its events are in."""
    found = next(desk.ledger.documents([id_]), None)
    if found is None:
        return None
    return {**found, "incidents": desk.ledger.incidents_of(event["id"] for event in found["events"])}
