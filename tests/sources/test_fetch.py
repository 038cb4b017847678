"""Fetching: only public addresses, within bounds; a local server stands in for the world."""

import gzip
import socketserver
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tacitus.errors import FetchError
from tacitus.sources import fetch as module
from tacitus.sources.fetch import fetch, is_public


class World(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        text = {"Content-Type": "text/plain"}
        if path.startswith("/to/"):
            self.answer(302, b"", Location=self.path.removeprefix("/to/"))
        elif path == "/page":
            self.answer(200, b"<p>caf\xe9</p>", **{"Content-Type": "text/html; charset=latin-1"})
        elif path == "/packed":
            self.answer(200, gzip.compress(b"packed"), **text, **{"Content-Encoding": "gzip"})
        elif path == "/bomb":
            self.answer(200, gzip.compress(bytes(30_000_000)), **text, **{"Content-Encoding": "gzip"})
        elif path == "/agent":
            asked = f"{self.headers['User-Agent']} {self.headers['Host']} {self.path}"
            self.answer(200, asked.encode(), **text)
        elif path == "/large":
            self.answer(200, bytes(4_000), **text)
        elif path == "/film":
            self.answer(200, b"x", **{"Content-Type": "video/mp4"})
        elif path == "/short":
            self.answer(200, b"x", **text, **{"Content-Length": "100"})
        elif path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(50):
                self.wfile.write(b".")
                self.wfile.flush()
                time.sleep(0.02)
        else:
            self.answer(404, b"")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that hangs up is part of the tests."""

    with Server(("127.0.0.1", 0), World) as server:
        threading.Thread(target=partial(server.serve_forever, poll_interval=0.01), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def resolve(host: str, port: int) -> list[str]:
    known = {
        "shore.example": ["127.0.0.1"],
        "inside.example": ["10.0.0.8"],
        "both.example": ["93.184.216.34", "192.168.0.1"],
    }
    if host in known:
        return known[host]
    if host[0].isdigit():
        return [host]
    raise OSError("unknown")


local = partial(fetch, resolve=resolve, allowed={"127.0.0.1"})


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104
     "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1",
     "::ffff:127.0.0.1", "::10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1"],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_a_page_comes_with_kind_charset_and_last_address(port: int) -> None:
    found = local(f"http://shore.example:{port}/to//page?a=ü")
    assert (found.body, found.kind, found.charset) == (b"<p>caf\xe9</p>", "text/html", "latin-1")
    assert found.url == f"http://shore.example:{port}/page?a=%C3%BC"


def test_packed_bodies_and_honest_agent(port: int) -> None:
    assert local(f"http://shore.example:{port}/packed").body == b"packed"
    said = local(f"http://shore.example:{port}/agent?q=a b").body.decode()
    assert said == f"{module.USER_AGENT} shore.example:{port} /agent?q=a%20b"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/bomb", "Holds more than 10 MB"),
        ("/large", "Holds more than"),
        ("/film", "Is video/mp4, not text"),
        ("/gone", "refused by the server (404 Not Found)"),
        ("/short", "Broke off 99 bytes before its end"),
        ("/to/http://inside.example/", "inside.example at 10.0.0.8, a private or reserved address"),
        ("/to/http://169.254.169.254/latest", "private or reserved"),
        ("/to/file:///etc/passwd", "only http and https"),
        ("/to//to//to//to//to//to//page", "Redirects more than 5 times"),
    ],
)
def test_refusals(path: str, words: str, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BODY", 3_000 if path == "/large" else module.MAX_BODY)
    with pytest.raises(FetchError) as caught:
        local(f"http://shore.example:{port}{path}")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://inside.example/", "http://both.example/", "http://127.0.0.1/", "https://[::1]/"]
)
def test_private_hosts_are_refused_unasked(url: str) -> None:
    addresses = partial(fetch, resolve=lambda host, port: resolve(host, port) if host != "::1" else ["::1"])
    with pytest.raises(FetchError, match="private or reserved"):
        addresses(url)


def test_names_are_resolved_once(port: int) -> None:
    asked: list[str] = []

    def changing(host: str, number: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.8"]

    assert fetch(f"http://shore.example:{port}/page", resolve=changing, allowed={"127.0.0.1"}).kind == "text/html"
    assert asked == ["shore.example"]


def test_a_name_that_is_unknown_or_impossible() -> None:
    for host in ("nowhere.example", "a" * 70 + "ü.example"):
        with pytest.raises(FetchError, match=r"no address|cannot be"):
            local(f"http://{host}/")


def test_a_closed_port_and_a_deaf_server() -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as deaf:
        number = deaf.server_address[1]
        with pytest.raises(FetchError, match="Took too long"):
            local(f"http://shore.example:{number}/", seconds=0.1)
    with pytest.raises(FetchError, match="Cannot be reached"):
        local(f"http://shore.example:{number}/")


def test_a_server_that_drips_is_ended(port: int) -> None:
    begun = time.monotonic()
    with pytest.raises(FetchError, match="Took too long"):
        local(f"http://shore.example:{port}/drip", seconds=0.2)
    assert time.monotonic() - begun < 0.8
