"""Errors → ``application/problem+json`` (RFC 9457): a status, a title and a sentence that says what to do.

In: whatever a handler raises. Out: a response. One thing to know: nothing of a request is given back in a problem but
the names of its fields, and nothing of the inside of the server at all.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, get_type_hints

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from tacitus.errors import LedgerError, SettingError, SourceError
from tacitus.serve.wrong import name_of, sentence

MEDIA = "application/problem+json"
_log = logging.getLogger("tacitus.serve")


class Refusal(Exception):
    """Why a request is not answered; ``more`` are further members of the problem."""

    def __init__(self, status: int, detail: str, *, headers: dict[str, str] | None = None, **more: Any) -> None:
        """``detail`` is a sentence."""
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, headers, more


def problem(status: int, detail: str, headers: dict[str, str] | None = None, **more: Any) -> Response:
    """A problem as a response."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    body = json.dumps(told).encode()
    return Response(body, status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA)


def register(app: FastAPI) -> None:
    """Have the application answer with problems."""

    @app.exception_handler(Refusal)
    async def _refused(_: Request, error: Refusal) -> Response:
        return problem(error.status, error.detail, error.headers, **error.more)

    @app.exception_handler(HTTPException)
    async def _http(_: Request, error: HTTPException) -> Response:
        headers = dict(error.headers or {})
        return problem(error.status_code, _SENTENCES.get(error.status_code, str(error.detail)), headers)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        known = _known(request)
        fields = [_wrong(each, known) for each in error.errors()]
        # Of a value that may be of several kinds the one that went furthest is what was meant.
        first = max(fields, key=lambda each: (each["field"].startswith(fields[0]["field"]), each["field"].count(".")))
        return problem(422, f"{first['message']}.", errors=fields)

    @app.exception_handler(SettingError)
    async def _setting(_: Request, error: SettingError) -> Response:
        return problem(422, _printable(error))

    @app.exception_handler(SourceError)
    async def _source(_: Request, error: SourceError) -> Response:
        return problem(422, _printable(error))

    @app.exception_handler(LedgerError)
    async def _ledger(request: Request, error: LedgerError) -> Response:
        _log.error("%s", error)
        # The sentence names files of this machine, which is nothing for a network to know.
        told = _printable(error) if request.app.state.desk.guard.open else "The ledger cannot be used at the moment."
        return problem(503, told, {"Retry-After": "5"})


_SENTENCES = {
    400: "The body of the request is no JSON that can be read.",
    404: "There is nothing at this address.",
    405: "This address does not know that method.",
}


def _wrong(error: Mapping[str, Any], known: Sequence[str]) -> dict[str, str]:
    """The name of a wrong value and a sentence on it."""
    name = "body" if error["type"] == "json_invalid" else name_of(error["loc"])
    return {"field": name, "message": sentence(name, error, known)}


def _known(request: Request) -> list[str]:
    """The names that can be given at this address, in a query or a body."""
    hints = get_type_hints(request.scope["endpoint"]).values()
    taken = [each for each in hints if isinstance(each, type) and issubclass(each, BaseModel)]
    return [name for each in taken for name in each.model_fields]


def _printable(error: Exception) -> str:
    """What an error says, as a whole sentence; one that begins with the name of a value is left so."""
    told = str(error)[:1000]
    named = "." in told.split(" ", 1)[0]
    return (told if named else told[:1].upper() + told[1:]).rstrip(".") + "."
