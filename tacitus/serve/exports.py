"""Exports as streams, and which formats there are.

In: a format and filters. Out: a file, as long as it may be. One thing to know: the first piece is made before the
answer begins, so that what cannot be exported is a problem and not half a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse

from tacitus.asked import rows_of
from tacitus.export import formats
from tacitus.serve import shapes
from tacitus.serve.answers import answer
from tacitus.serve.asking import Exported, Nothing
from tacitus.serve.desk import desk_of
from tacitus.serve.security import Who, client_of, may

#: Bytes sent at a time; lines are put together into pieces of this size.
_PIECE = 1 << 15
_MEDIA = {each.media for each in formats.FORMATS.values()}
_FILE = {"description": "The file", "content": {m: {"schema": {"type": "string"}} for m in sorted(_MEDIA)}}

router = APIRouter(tags=["exports"])


@router.get("/formats", responses={200: {"model": shapes.Formats}}, dependencies=[Depends(may("read"))])
def formats_(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """The formats, and what each column is filled from."""
    return answer(request, lambda: {"items": [_format(each) for each in formats.FORMATS.values()]})


@router.get("/export", responses={200: _FILE})
def export(
    request: Request, asked: Annotated[Exported, Query()], who: Annotated[Who, Depends(may("read"))]
) -> Response:
    """Incidents or events that answer to the filters, in a format that others read."""
    desk = desk_of(request)
    made = formats.named(asked.format)
    query = asked.query(desk.gazetteer, sort=asked.sort)
    rows = rows_of(desk.ledger, made.rows, query)
    pieces = _pieces(formats.stream(made, rows, redact_private=asked.redact_private))
    first = next(pieces, b"")
    desk.audit.note(who.name, client_of(request), "export", format=made.name, asked=request.url.query)
    name = f"tacitus-{made.name}-{datetime.now(UTC):%Y-%m-%d}{made.ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(chain([first], pieces), media_type=made.media, headers=headers)


def _pieces(lines: Iterator[bytes]) -> Iterator[bytes]:
    waiting, size = [], 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= _PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def _format(made: formats.Format) -> dict[str, object]:
    columns = [{"name": column.name, "told": column.told} for column in made.columns]
    told = {name: getattr(made, name) for name in ("name", "rows", "ending", "media", "holds", "which", "binary")}
    return {**told, "columns": columns}
