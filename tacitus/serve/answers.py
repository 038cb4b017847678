"""What the ledger says → an answer with an ETag, kept until the ledger changes.

In: a request and what makes the answer. Out: a response: 304 where the client has it already, else JSON, packed where
the client takes it so. One thing to know: the ETag is made of the ledger's stamp and the address, so that it is known
before anything is counted.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

from fastapi import Request, Response

from tacitus import __version__
from tacitus.records.report import content_id
from tacitus.serve.desk import desk_of
from tacitus.serve.shelf import Answer

#: Bytes from which an answer is packed: on a network, and on this machine, where packing takes longer than sending, and
#: only what is large is worth it, since it may go through a tunnel.
WORTH_PACKING, WORTH_HERE = 1000, 100_000
#: How hard gzip tries: 1 takes a third of the time of 5 and gives a fifth more.
_LEVEL = 1


def answer(request: Request, make: Callable[[], object], media: str = "application/json") -> Response:
    """The answer to a GET; ``make``, called if need be, gives what is written as JSON, a ``str`` or bytes as it is."""
    desk = desk_of(request)
    address = f"{request.url.path}?{request.url.query}"
    etag = f'W/"{content_id(__version__, desk.stamp(), address)}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache", "Vary": "Accept-Encoding, Cookie, Authorization"}
    if etag in (each.strip() for each in request.headers.get("If-None-Match", "").split(",")):
        return Response(status_code=304, headers=headers)
    found = desk.shelf.get(address, etag)
    if found is None:
        body = _bytes(make())
        worth = len(body) >= (WORTH_HERE if desk.guard.open else WORTH_PACKING)
        found = Answer(etag, body, gzip.compress(body, _LEVEL, mtime=0) if worth else None)
        desk.shelf.put(address, found)
    if found.packed is not None and "gzip" in request.headers.get("Accept-Encoding", ""):
        return Response(found.packed, headers={**headers, "Content-Encoding": "gzip"}, media_type=media)
    return Response(found.body, headers=headers, media_type=media)


def plain(told: object, status: int) -> Response:
    """An answer that nobody may keep."""
    return Response(_bytes(told), status, {"Cache-Control": "no-store"}, "application/json")


def _bytes(made: object) -> bytes:
    if isinstance(made, bytes):
        return made
    return (made if isinstance(made, str) else json.dumps(made, ensure_ascii=False, separators=(",", ":"))).encode()
