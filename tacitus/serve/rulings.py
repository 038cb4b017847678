"""Rulings: the queue of what to look at, what was ruled, ruling and undoing.

In: what a person decides, and the state they saw. Out: the ruling, or a conflict. One thing to know: ``seen`` is
compared with the incident while nothing else can be ruled, so of two reviewers who look at one incident the second is
told that it has changed, and nothing is overwritten unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from tacitus.errors import SettingError
from tacitus.records import contract
from tacitus.records.incident import Ruling
from tacitus.serve import shapes
from tacitus.serve.answers import answer, plain
from tacitus.serve.asking import Nothing, Waiting
from tacitus.serve.desk import Desk, desk_of
from tacitus.serve.doubt import queue_of
from tacitus.serve.problems import Refusal
from tacitus.serve.security import Who, client_of, may
from tacitus.serve.values import value_of
from tacitus.store.ledger import Ledger
from tacitus.store.ruling import checked

Json = dict[str, Any]
May = Annotated[Who, Depends(may("review"))]

router = APIRouter(tags=["review"])


@router.get("/queue", responses={200: {"model": shapes.Queue}}, dependencies=[Depends(may("read"))])
def queue(request: Request, asked: Annotated[Waiting, Query()]) -> Response:
    """Incidents that nobody has ruled on, the most doubtful and weighty first."""
    desk = desk_of(request)
    return answer(request, lambda: {"items": queue_of(desk.ledger, asked.limit)})


@router.get("/rulings", responses={200: {"model": shapes.Rulings}}, dependencies=[Depends(may("read"))])
def rulings(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """All rulings, those undone too, the newest first."""
    desk = desk_of(request)
    return answer(
        request, lambda: {"items": list(map(contract.ruling_record, reversed(desk.ledger.rulings(active=False))))}
    )


@router.post("/rulings", status_code=201, responses={201: {"model": shapes.RulingMade}})
def rule(request: Request, ruled: shapes.Ruled, who: May) -> Response:
    """Decide what the machine cannot: same, apart, correct, reject, confirm."""
    desk = desk_of(request)
    value = _checked(ruled)
    by = ruled.by if ruled.by and who.local else who.name
    with desk.casebook() as book:
        _unchanged(desk.ledger, ruled)
        near = _beside(desk.ledger, ruled.events)
        made = book.rule(
            ruled.kind, ruled.events, by=by or "", reason=ruled.reason,
            field=ruled.field if ruled.kind == "correct" else None, value=value,
        )  # fmt: skip
        desk.audit.note(who.name, client_of(request), "rule", ruling=made.id, kind=made.kind, by=made.by)
        return plain(_told(desk.ledger, made, near), 201)


@router.delete("/rulings/{id}", responses={200: {"model": shapes.RulingMade}})
def undo(request: Request, id: shapes.Id, who: May) -> Response:
    """Undo a ruling; it stays in the ledger as undone."""
    desk = desk_of(request)
    with desk.casebook() as book:
        before = _ruling(desk, id)
        if before.undone is not None:
            raise Refusal(409, f"The ruling was undone already, at {before.undone}.")
        near = _beside(desk.ledger, before.events)
        book.undo(id)
        desk.audit.note(who.name, client_of(request), "undo", ruling=id)
        return plain(_told(desk.ledger, _ruling(desk, id), near), 200)


def _beside(ledger: Ledger, events: Sequence[str]) -> set[str]:
    """The events and all that are in one incident with them."""
    return {*events, *ledger.events_of_incidents(set(ledger.incidents_of(events).values()))}


def _told(ledger: Ledger, ruling: Ruling, near: set[str]) -> Json:
    """A ruling, and in which incidents what it touched is now."""
    return {**contract.ruling_record(ruling), "incidents": ledger.incidents_of(near)}


def _ruling(desk: Desk, id_: str) -> Ruling:
    found = next((each for each in desk.ledger.rulings(active=False) if each.id == id_), None)
    if found is None:
        raise Refusal(404, f"There is no ruling {id_!r}.")
    return found


def _checked(ruled: shapes.Ruled) -> Any:
    """The value of a correction; None for other rulings. Raises for what cannot be ruled."""
    checked(ruled.kind, ruled.events)
    if ruled.kind != "correct":
        return None
    if ruled.field is None:
        raise SettingError("correct needs a field and its value")
    return value_of(ruled.field, ruled.value)


def _unchanged(ledger: Ledger, ruled: shapes.Ruled) -> None:
    """Raises :class:`Refusal` if an incident is not as it was seen."""
    known = {account.event.id for account in ledger.accounts(event_ids=ruled.events)}
    for event in ruled.events:
        if event not in known:
            raise Refusal(404, f"There is no event {event!r} that could be ruled on.")
    first = ledger.incidents_of(ruled.events).get(ruled.events[0])
    seen = ruled.seen if isinstance(ruled.seen, dict) else {first: ruled.seen}
    if not seen:
        raise SettingError("seen names no incident; give the `changed` of what was looked at")
    for incident, changed in seen.items():
        story = ledger.incident(incident) if incident else None
        if (story.changed if story else None) != changed:
            raise Refusal(
                409, "The incident has changed since you looked at it; look again before you rule.",
                incident=story.incident.id if story else first, changed=story.changed if story else None,
            )  # fmt: skip
