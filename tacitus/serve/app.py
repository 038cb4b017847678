"""The server, put together: the routers, the border, and how it is started.

In: where the ledger is. Out: a FastAPI application, or a running server. One thing to know: on loopback the local user
needs no account; on any other address the server does not start before there is a reviewer.
"""

from __future__ import annotations

import gc
import logging
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

import uvicorn
from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from tacitus import __version__
from tacitus.errors import SettingError
from tacitus.resolve.places.added import home
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.serve import (
    described,
    exports,
    incident,
    lists,
    persons,
    problems,
    reading,
    rulings,
    searching,
    shapes,
    statics,
    tiles,
)
from tacitus.serve.accounts import Accounts
from tacitus.serve.answers import WORTH_HERE, WORTH_PACKING
from tacitus.serve.audit import Audit
from tacitus.serve.border import Border, loopback
from tacitus.serve.desk import Desk
from tacitus.serve.meant import Lookup
from tacitus.serve.security import Guard
from tacitus.store.ledger import Ledger

API = "/api/v1"
HOST, PORT = "127.0.0.1", 8765
#: Requests answered at a time; each holds a connection to the ledger, and more would only wait for the processor.
THREADS = 8


def create_app(
    ledger_target: str | Path, *, reader: str | None = None, accounts: Accounts | None = None, host: str = HOST
) -> FastAPI:
    """The application over one ledger, which is there already.

    ``reader`` is the reader's name, as in ``tacitus read --reader``. ``host`` is what the server will be bound to.
    Raises :class:`SettingError` where it is no loopback address and there are no ``accounts``.
    """
    open_ = loopback(host)
    if not open_ and not accounts:
        raise SettingError(
            f"On {host} others can reach the server, so it needs reviewers; add one with `tacitus reviewers add NAME`"
        )
    ledger = Ledger.open(ledger_target, create=False)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        yield
        ledger.close()

    app = FastAPI(
        title="Tacitus", version=__version__, description="Incidents of a ledger, with the words they were read from.",
        openapi_url=f"{API}/openapi.json", docs_url=None, redoc_url=None, lifespan=running,
        responses={"default": described.PROBLEM},
    )  # fmt: skip
    guard, lookup = Guard(accounts, open_=open_), Lookup(Gazetteer.open())
    app.state.desk = Desk(ledger, reader, guard, Audit(home() / "audit.jsonl"), lookup)
    problems.register(app)
    for each in (searching, tiles, lists, incident, rulings, reading, exports, persons):
        app.include_router(each.router, prefix=API)
    app.add_api_route("/{path:path}", statics.served, methods=["GET"], include_in_schema=False, response_model=None)
    described.register(app, shapes.Header.model_json_schema())
    app.add_middleware(GZipMiddleware, minimum_size=WORTH_HERE if open_ else WORTH_PACKING, compresslevel=5)
    app.add_middleware(Border, open_=open_)
    return app


def serve(
    target: str | Path, host: str = HOST, port: int = PORT, *, reader: str | None = None,
    started: Callable[[str], None] = lambda _: None,
) -> None:  # fmt: skip
    """Serve a ledger until it is stopped (Ctrl-C). ``started`` is told the address once it can be opened.

    Raises :class:`SettingError` if the address cannot be had.
    """
    app = create_app(target, reader=reader, accounts=Accounts(home() / "accounts.toml"), host=host)
    listening = _bound(host, port)
    logging.getLogger("tacitus.serve").addHandler(logging.StreamHandler())
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
    )  # fmt: skip
    # The tables and modules loaded so far stay until the end: to look through them for garbage again and again would
    # hold up every answer of the moment for a twentieth of a second.
    gc.collect()
    gc.freeze()
    server = _Server(config, lambda: started(f"http://{shown}:{listening.getsockname()[1]}/"))
    # What is cut off in the middle when somebody stops the server is no fault that anybody should read of.
    logging.getLogger("uvicorn.error").addFilter(lambda _: not server.should_exit)
    with listening:
        server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that says when it has started: from then on Ctrl-C is its own to handle."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._told = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._told()


def _bound(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with ExitStack() as closing:
            listening = closing.enter_context(socket.socket(family, kind, protocol))
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            listening.listen(128)
            closing.pop_all()  # it stays open when all has gone well
    except OSError as error:
        raise SettingError(f"{host}:{port} cannot be used ({error.strerror}); give another with --port") from None
    return listening
