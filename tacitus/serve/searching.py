"""Names and words → what they can stand for: places, actors, and the values of a correction.

In: a name that somebody types, or words that somebody selects in a report. Out: values as the contract writes them, to
be sent back as a ruling's. One thing to know: nothing here looks into the ledger but for the report itself.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from tacitus.asked import country_of
from tacitus.errors import SettingError
from tacitus.records import contract
from tacitus.records.event import Document
from tacitus.records.span import Span
from tacitus.records.value import ContentValue, Value
from tacitus.serve import shapes
from tacitus.serve.answers import answer
from tacitus.serve.asking import ActorCalled, Meant, PlaceCalled
from tacitus.serve.desk import Desk, desk_of
from tacitus.serve.meant import of_words
from tacitus.serve.problems import Refusal
from tacitus.serve.security import may
from tacitus.serve.values import checked_field

Json = dict[str, Any]

router = APIRouter(dependencies=[Depends(may("read"))], tags=["looking up"])


@router.get("/places/search", responses={200: {"model": shapes.PlacesCalled}})
def places(request: Request, asked: Annotated[PlaceCalled, Query()]) -> Response:
    """Places of the gazetteer that bear a name, the more populous first."""
    desk = desk_of(request)

    def make() -> Json:
        country = country_of(asked.country, desk.gazetteer) if asked.country else None
        return {"items": list(map(asdict, desk.lookup.places(asked.name, country, limit=asked.limit)))}

    return answer(request, make)


@router.get("/actors/search", responses={200: {"model": shapes.ActorsCalled}})
def actors(request: Request, asked: Annotated[ActorCalled, Query()]) -> Response:
    """Actors of the table that bear a name or whose name begins so; else what the words describe."""
    desk = desk_of(request)
    return answer(
        request,
        lambda: {"items": list(map(asdict, desk.lookup.actors_called(asked.name, asked.on, limit=asked.limit)))},
    )


@router.get("/resolve", responses={200: {"model": shapes.Resolved}})
def resolve(request: Request, asked: Annotated[Meant, Query()]) -> Response:
    """The values that words can stand for on a field, the likeliest first; none where they stand for nothing."""
    desk = desk_of(request)

    def make() -> Json:
        checked_field(asked.field)
        document, span = _words(desk, asked)
        found = desk.lookup.meant(asked.field, document, span, asked.limit)
        return {"field": asked.field, "text": span.of(document.report.text), "values": list(map(_plain, found))}

    return answer(request, make)


def _words(desk: Desk, asked: Meant) -> tuple[Document, Span]:
    """The words and the report that they stand in."""
    if asked.report is None:
        if asked.text is None or not asked.text.strip():
            raise SettingError("give the words as text, or where they stand: report, start and end")
        return of_words(asked.text)
    if asked.start is None or asked.end is None or asked.text is not None:
        raise SettingError("of a report give start and end, where the words stand, and no text")
    found = next(desk.ledger.documents([asked.report]), None)
    if found is None:
        raise Refusal(404, f"There is no report {asked.report!r}.")
    document = contract.read_record(found)
    span = Span(asked.start, min(asked.end, len(document.report.text)))
    if span.start >= span.end or not span.of(document.report.text).strip():
        raise SettingError("no words stand at these offsets of the report")
    return document, span


def _plain(value: Value) -> Json:
    if isinstance(value, ContentValue):
        return {"text": value.text}
    return asdict(value)
