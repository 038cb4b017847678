"""What every request passes on its way in, and every answer on its way out.

In: an ASGI application. Out: the same behind a border: the Host header checked, bodies bounded, clients held to their
rate, security headers set, and a bug in one handler turned into a problem. One thing to know: on loopback the Host must
be a loopback name, or any web site could reach the server by a name that it lets point here (DNS rebinding).
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import re
from collections.abc import MutableMapping
from typing import Any

from fastapi import Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tacitus.serve.limits import Limit
from tacitus.serve.problems import problem
from tacitus.serve.security import too_many

#: Bytes of a body, and seconds in which it must have come.
MOST, SECONDS = 5_000_000, 60.0
#: Requests of one client on a network: a page that opens asks for some twenty things at once.
BURST, EVERY = 300, 0.02
_NAMES = re.compile(r"(.+?)(?::\d{1,5})?")
_PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
HEADERS = {
    # The map draws from blobs and data: its worker and its sprites are made in the page.
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_log = logging.getLogger("tacitus.serve")


class _Enough(OSError):
    """That nobody wants the rest of an answer."""


class Border:
    """Middleware."""

    def __init__(self, app: ASGIApp, *, open_: bool) -> None:
        """``open_``: on loopback."""
        self._app, self._open = app, open_
        self._limit = None if open_ else Limit(BURST, EVERY)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False
        bare = scope["method"] == "HEAD"  # the answer to a GET, without its body
        inside = {**scope, "method": "GET"} if bare else scope

        async def sent(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _add_headers(message, secure=scope["scheme"] == "https")
            elif bare:
                await send({"type": "http.response.body", "body": b""})
                if message.get("more_body", False):
                    raise _Enough  # an export need not be made for its headers
                return
            await send(message)

        try:
            refused = self._refused(scope)
            taken = None if refused else await _body(scope, receive)
            if isinstance(taken, Response):
                refused = taken
            if refused:
                await refused(scope, receive, sent)
            else:
                await self._app(inside, _again(taken, receive) if isinstance(taken, bytes) else receive, sent)
        except (_Enough, ClientDisconnect):
            if not bare:
                raise
        except Exception:  # the border to the network: a bug in one answer must not show, nor end the server
            _log.exception("%s %r failed", scope["method"], scope["path"][:200])
            if started:
                raise
            await problem(500, "The server made a mistake; its log says more. Please report it.")(scope, receive, sent)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if self._open and not loopback(host_of(headers.get("host", ""))):
            return problem(403, "This server answers on this machine only; open it as http://127.0.0.1 or localhost.")
        if self._open and any(name in headers for name in _PROXIED):
            return problem(403, "This server is open to everybody on this machine and may not stand behind a proxy; "
                           "start it with --host and reviewer accounts.")  # fmt: skip
        if self._limit and (wait := self._limit.wait(scope["client"][0] if scope.get("client") else "unknown")):
            many = too_many(wait)
            return problem(many.status, many.detail, many.headers)
        return None


async def _body(scope: Scope, receive: Receive) -> bytes | Response | None:
    """The whole body; None where a method has none; a problem where it is too large or too slow."""
    if scope["method"] in ("GET", "HEAD", "OPTIONS"):
        return None
    large = problem(413, f"The body holds more than {MOST // 1_000_000} MB; add large reports with `tacitus add`.")
    length = Headers(scope=scope).get("content-length", "0")
    if not length.isdigit() or int(length) > MOST:
        return large
    found = bytearray()
    try:
        async with asyncio.timeout(SECONDS):
            while True:
                message = await receive()
                found += message.get("body", b"")
                if len(found) > MOST:
                    return large
                if message["type"] == "http.disconnect" or not message.get("more_body", False):
                    return bytes(found)
    except TimeoutError:
        return problem(408, "The body took too long to come.")


def _again(body: bytes, receive: Receive) -> Receive:
    """The body that was read already, then whatever else comes."""
    told = False

    async def replayed() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed


def _add_headers(message: MutableMapping[str, Any], *, secure: bool) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        headers[name] = value
    if secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"


def host_of(header: str) -> str:
    """The name in a Host header, without its port."""
    found = _NAMES.fullmatch(header)
    return found[1] if found else ""


def loopback(host: str) -> bool:
    """Whether a host, as typed or in a header, is this machine and no other."""
    name = host.lower().removeprefix("[").removesuffix("]")
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
