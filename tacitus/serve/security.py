"""Who asks, and what they may do.

In: a request. Out: :class:`Who`, or a :class:`Refusal`. One thing to know: a browser that is signed in proves each act
with a second token in a header (CSRF), which no other site can read; programs come with a token of their own instead.
On loopback, where nobody has an account, the local user may do everything, but proves acts in the same way.
"""

from __future__ import annotations

import getpass
import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response

from tacitus.serve.accounts import SCOPES, Accounts
from tacitus.serve.limits import Limit
from tacitus.serve.problems import Refusal
from tacitus.serve.sessions import LASTS, Sessions

COOKIE = "tacitus_session"
CSRF = "X-CSRF-Token"
_LOCAL = "local"
_BEARER = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True, slots=True)
class Who:
    """Who asks; ``csrf`` is what proves an act, None for a program's token, which proves itself."""

    name: str | None
    scopes: tuple[str, ...]
    csrf: str | None = None
    session: str | None = None
    local: bool = False


class Guard:
    """Tells who asks. ``open``: bound to loopback, where everybody may read."""

    def __init__(self, accounts: Accounts | None, *, open_: bool) -> None:
        """Sessions are kept beside the accounts; what proves the local user's acts ends with the server."""
        self.accounts = accounts
        self.open = open_
        self._key = secrets.token_bytes(32)
        self._sessions = Sessions(accounts.path.with_name("sessions.json")) if accounts is not None else None
        #: Five tries at once, then one in twelve seconds; over all clients, twenty and one in five for one name.
        self._tries, self._names = Limit(5, 12.0), Limit(20, 5.0)

    def who(self, request: Request) -> Who:
        """Who asks. Raises :class:`Refusal` for a token that is none."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            holder = self.accounts.holder(token.strip()) if self.accounts else None
            if holder is None:
                raise Refusal(401, "The token is not known here; ask for another.", headers=_BEARER)
            return Who(holder[0].name, holder[1])
        session = request.cookies.get(COOKIE, "")
        if self.accounts and self._sessions and (account := self._sessions.account(session, self.accounts)):
            return Who(account.name, account.scopes, proof_of(session), session)
        if self.open and not self.accounts:
            return Who(local_name(), SCOPES, self._local_proof(), local=True)
        if self.open:
            return Who(None, ("read",), self._local_proof())
        return Who(None, ())

    def allow(self, request: Request, scope: str) -> Who:
        """Who asks, if they may. Raises :class:`Refusal` if not."""
        who = self.who(request)
        if scope not in who.scopes:
            if who.name is None:
                raise Refusal(401, "Sign in first, or send a token.", headers=_BEARER)
            raise Refusal(403, f"{who.name} has not the scope {scope!r}; ask whoever runs the server.")
        if request.method not in ("GET", "HEAD"):
            self.proved(request, who)
        return who

    def proved(self, request: Request, who: Who) -> None:
        """Raises :class:`Refusal` if a browser's act does not come from our own page."""
        if who.csrf is not None and not hmac.compare_digest(request.headers.get(CSRF, "").encode(), who.csrf.encode()):
            raise Refusal(403, f"The header {CSRF} is missing or out of date; take it from /api/v1/me.")

    def sign_in(self, request: Request, response: Response, name: str, password: str) -> Who:
        """Check name and password and set the cookie. Raises :class:`Refusal` if they are wrong or too many."""
        client = client_of(request)
        if wait := max(self._tries.wait(client), self._names.wait(name)):
            raise too_many(wait)
        account = self.accounts.signed_in(name, password) if self.accounts else None
        if account is None or self._sessions is None:
            raise Refusal(401, "Name or password is wrong.")
        session = self._sessions.start(account)
        response.set_cookie(
            COOKIE, session, max_age=LASTS, path="/", secure=request.url.scheme == "https", httponly=True,
            samesite="strict",
        )  # fmt: skip
        return Who(account.name, account.scopes, proof_of(session), session)

    def sign_out(self, who: Who, response: Response) -> None:
        """End a session for good."""
        if who.session and self._sessions:
            self._sessions.end(who.session)
        response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")

    def _local_proof(self) -> str:
        return hmac.new(self._key, _LOCAL.encode(), hashlib.sha256).hexdigest()


def proof_of(session: str) -> str:
    """What proves the acts of a session: made of its token, which only the browser has, and telling nothing of it."""
    return hashlib.sha256(f"csrf\0{session}".encode()).hexdigest()


def may(scope: str) -> Callable[[Request], Awaitable[Who]]:
    """What a route depends on: that who asks has the scope."""

    # Nothing here waits, so it needs no thread: to change to one and back takes as long as many an answer.
    async def allowed(request: Request) -> Who:
        guard: Guard = request.app.state.desk.guard
        return guard.allow(request, scope)

    return allowed


def me(guard: Guard, who: Who) -> dict[str, Any]:
    """What a page needs to know of who looks at it."""
    return {
        "name": who.name, "scopes": list(who.scopes), "csrf": who.csrf, "accounts": bool(guard.accounts),
        "open": guard.open,
    }  # fmt: skip


def client_of(request: Request) -> str:
    """The address that asks."""
    return request.client.host if request.client else "unknown"


def too_many(wait: float) -> Refusal:
    """That a client asks too often."""
    seconds = max(1, round(wait + 0.5))
    return Refusal(429, f"Too many requests; wait {seconds} s.", headers={"Retry-After": str(seconds)})


def local_name() -> str:
    """The login of who runs the server."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return _LOCAL
