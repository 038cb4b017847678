"""A URL → the bytes it stands for. The only module of Tacitus that uses the network.

In: an http or https address. Out: ``Fetched``, or ``FetchError`` with a sentence.
One thing to know: a name is resolved once, every address it has must be public, and the connection goes to that very
address, so neither a name that changes its mind nor a redirect leads into the private network.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from tacitus.errors import FetchError, SourceError
from tacitus.sources import bounded

USER_AGENT = "Tacitus/0.1 (reads news reports into event data; one page at a time, on a person's request)"
#: Bytes of one body. News pages hold 0.1 to 3 MB.
MAX_BODY = 10_000_000
#: Seconds for a whole fetch, redirects included.
MAX_SECONDS = 30.0
MAX_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_READABLE = re.compile(
    r"text/|application/(?:xhtml\+xml|xml|json|ld\+json|x-ndjson|jsonl|jsonlines|gzip|x-gzip|octet-stream)$"
)
_QUERY_SAFE = "/%:@!$&'()*+,;=~-._?"
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the last address after redirects, the body as the server packed it, and what it is."""

    url: str
    body: bytes
    kind: str
    charset: str | None


def addresses(host: str, port: int) -> list[str]:
    """The addresses that a name resolves to."""
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def fetch(
    url: str, *, resolve: Resolve = addresses, allowed: Collection[str] = (), seconds: float = MAX_SECONDS
) -> Fetched:
    """Fetch a URL. ``allowed`` are addresses taken although they are not public, for tests with a local server."""
    deadline = time.monotonic() + seconds
    for _ in range(MAX_REDIRECTS + 1):
        parts = _checked(url)
        chosen = _public(parts, resolve, allowed)
        found = _get(parts, url, chosen, deadline)
        if isinstance(found, Fetched):
            return found
        url = found
    raise FetchError(f"Redirects more than {MAX_REDIRECTS} times; give the address at which a browser ends.")


def is_public(address: str) -> bool:
    """Whether an address is one of the public network, whatever it is wrapped in."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if any(ip in network for network in _NAT64) or ip.is_site_local or int(ip) < 2**32:
            return False
    return ip.is_global and not ip.is_multicast


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"Is not a valid address ({error}); check its spelling.") from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(f"Leads to a {parts.scheme}: address, and only http and https are fetched; save it as a file.")
    if not parts.hostname or port == 0:
        raise FetchError("Names no host; check its spelling.")
    return parts


def _public(parts: SplitResult, resolve: Resolve, allowed: Collection[str]) -> list[str]:
    """The addresses to connect to, once all of them are known to be public."""
    host = _host(parts)
    try:
        found = resolve(host, parts.port or 0)
    except (OSError, UnicodeError):  # UnicodeError: a part of the name is longer than names may be
        found = []
    private = [address for address in found if address not in allowed and not is_public(address)]
    if private:
        raise FetchError(
            f"Leads to {host} at {private[0]}, a private or reserved address, and is not fetched; "
            "if it is yours, save the page and give the file."
        )
    if not found:
        raise FetchError(f"Cannot be reached: no address is known for {host}; check the name and the connection.")
    return found


def _get(parts: SplitResult, url: str, chosen: list[str], deadline: float) -> Fetched | str:
    """One request: what came back, or where it redirects to."""
    connection = _Connection(parts, chosen, deadline)
    # A server that sends a byte now and then never runs into a socket's timeout; the timer ends it all the same.
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), connection.hang_up)
    timer.daemon = True
    timer.start()
    try:
        connection.request("GET", _target(parts), headers={
            "User-Agent": USER_AGENT, "Accept": "text/html, text/plain, application/json, */*;q=0.1",
            "Accept-Encoding": "gzip", "Accept-Language": "en", "Connection": "close",
        })  # fmt: skip
        with connection.getresponse() as response:
            found = _read(response, url)
        if time.monotonic() >= deadline:  # hung up on, and a body without a length then looks whole
            raise TimeoutError
        return found
    except (OSError, http.client.HTTPException, ValueError) as error:
        if isinstance(error, TimeoutError) or time.monotonic() >= deadline:
            raise FetchError("Took too long to answer; try again later, or save the page and give the file.") from error
        reason = str(error) or type(error).__name__
        raise FetchError(f"Cannot be reached ({reason}); check the address and the connection.") from error
    finally:
        timer.cancel()
        connection.close()


def _read(response: http.client.HTTPResponse, url: str) -> Fetched | str:
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location:
        return urljoin(url, location)
    if response.status != 200:
        answer = f"{response.status} {response.reason}".strip()
        raise FetchError(f"Is refused by the server ({answer}); open it in a browser and save the page.")
    kind = response.headers.get_content_type() if "Content-Type" in response.headers else "application/octet-stream"
    if not _READABLE.match(kind):
        raise FetchError(f"Is {kind}, not text; give the address of a page, a text or JSON lines.")
    body = response.read(MAX_BODY + 1)
    if len(body) <= MAX_BODY and response.length:
        raise FetchError(f"Broke off {response.length} bytes before its end; try again later.")
    if len(body) <= MAX_BODY and response.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip"):
        try:
            body = bounded.unpacked(io.BytesIO(body)).read(MAX_BODY + 1)
        except SourceError as error:
            raise FetchError(str(error)) from error
    if len(body) > MAX_BODY:
        raise FetchError(f"Holds more than {MAX_BODY // 1_000_000} MB; save it and split it into reports.")
    return Fetched(url, body, kind, response.headers.get_content_charset())


def _host(parts: SplitResult) -> str:
    """The host as the name system knows it."""
    host = parts.hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError(f"Names a host that cannot be ({host}); check its spelling.") from error


def _target(parts: SplitResult) -> str:
    """Path and query, with what a request line cannot hold escaped."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parts.query, safe=_QUERY_SAFE)}" if parts.query else path


class _Connection(http.client.HTTPConnection):
    """A connection to an address chosen beforehand; host name and certificate are those of the URL."""

    def __init__(self, parts: SplitResult, chosen: list[str], deadline: float) -> None:
        secure = parts.scheme == "https"
        super().__init__(_host(parts), parts.port or (443 if secure else 80))
        if secure:
            self.default_port = 443  # so that the Host header does not name it
        self._chosen, self._deadline = chosen, deadline
        self._wire: socket.socket | None = None
        self._context = ssl.create_default_context() if secure else None

    def connect(self) -> None:
        """Connect to the first chosen address that answers."""
        for place, address in enumerate(self._chosen):
            try:
                plain = socket.create_connection((address, self.port), timeout=self._left())
                break
            except OSError:
                if place == len(self._chosen) - 1:
                    raise
        plain.settimeout(self._left())
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host) if self._context else plain
        self._wire = self.sock  # a connection lets go of its socket while the body is still being read

    def hang_up(self) -> None:
        """End the connection from another thread, whatever it is waiting for."""
        if self._wire is not None:
            with suppress(OSError):  # already gone
                self._wire.shutdown(socket.SHUT_RDWR)

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left
