"""serve: how the server answers 200 mixed requests a second, over a ledger of 100,000 invented incidents.

In: a folder in which a ledger can be made for a while (1 GB). Out: milliseconds of the first answer of each kind, then
the median, the 95th and the 99th of a hundred under load, and the share of its core that the server was busy. One thing
to know: requests are sent when they are due and not when the last is answered, and waiting counts, so a server that
cannot keep up shows it. The server has the last core to itself and who asks another, if there are two; on a machine
that has other work to do, run it as ``chrt -r 1 python -m bench serve``, which puts both before all else.
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.figures import Figures
from bench.scale import KINDS, documents
from tacitus.records.event import Document, Settled
from tacitus.records.incident import Incident
from tacitus.records.report import content_id
from tacitus.records.value import ContentValue, TimeValue
from tacitus.store.ledger import Ledger

DATA = Path(tempfile.gettempdir())
INCIDENTS = int(os.environ.get("TACITUS_BENCH_INCIDENTS", "100000"))
RATE, SECONDS, WIRES = 200, 20, 32
_LOT = 500
_GRADES = ("single-source",) * 7 + ("corroborated",) * 2 + ("contested",)
#: The first view of a page, and what is asked of each kind when nothing is kept yet.
FIRST = ("map", "timeline?step=month", "facets", "actors", "places", "incidents", "claims", "queue", "commitments",
         "tiles/0/0/0.mvt")  # fmt: skip


def run(data: Path) -> Figures:
    """Make the ledger, serve it, ask, and throw it away."""
    with tempfile.TemporaryDirectory(prefix="tacitus-serve-", dir=data) as folder:
        path = Path(folder) / "bench.db"
        begun = time.perf_counter()
        with Ledger.open(path) as ledger:
            ids = list(make(ledger, INCIDENTS))
        made = time.perf_counter() - begun
        command = [sys.executable, "-m", "tacitus", "serve", "--db", str(path), "--port", "0"]
        server = subprocess.Popen(  # noqa: S603 - our own
            command, stderr=subprocess.PIPE, text=True, env={**os.environ, "TACITUS_HOME": folder}
        )
        cores = sorted(os.sched_getaffinity(0))
        try:
            os.sched_setaffinity(server.pid, cores[-1:])
            os.sched_setaffinity(0, cores[:1])
            port = _port(server)
            first = {f"first {name}, ms": _once(port, name) for name in FIRST}
            before = _busy(server.pid)
            spent = asyncio.run(_load(port, ids))
            busy = (_busy(server.pid) - before) / SECONDS
        finally:
            os.sched_setaffinity(0, cores)
            server.terminate()
            server.wait()
    spent.sort()
    return {
        "incidents": len(ids), "seconds to make": round(made), **first, "requests a second": RATE,
        "median, ms": round(spent[len(spent) // 2], 1), "p95, ms": round(spent[int(0.95 * len(spent))], 1),
        "p99, ms": round(spent[int(0.99 * len(spent))], 1), "share of a core busy": round(busy, 2),
    }  # fmt: skip


def make(ledger: Ledger, count: int) -> Iterator[tuple[str, str]]:
    """A ledger in which each event is an incident; gives the ids of incidents and of their reports."""
    chance = random.Random(5)
    run = ledger.start_run("0", "none", "none", {})
    waiting, made = documents(1 + count // 3), 0
    while made < count and (lot := list(islice(waiting, _LOT))):
        ledger.add(lot, run)
        new = [incident for each in lot for incident in _incidents(each, chance)]
        ledger.replace_incidents([], new)
        made += len(new)
        yield from ((each.id, each.reports[0]) for each in new)


def _incidents(document: Document, chance: random.Random) -> Iterator[Incident]:
    for event in document.events:
        grade = chance.choice(_GRADES)
        contested = ("killed",) if grade == "contested" else ()
        settled = event.settled + (_demanded(document, chance) if event.type == "demand" else ())
        yield Incident(
            content_id(event.id, "incident"), event.type, event.realis, grade, settled, contested,
            (event.id,), (document.report.id,), sources=1 + (grade != "single-source"),
        )  # fmt: skip


def _demanded(document: Document, chance: random.Random) -> tuple[Settled, ...]:
    """What a demand asks for, the act of another event of the report, and in half of the cases by when."""
    content = Settled("content", (ContentValue(event=chance.choice(document.events).id),))
    day = f"{chance.randrange(2010, 2021)}-{chance.randrange(1, 13):02}-15"
    return (content, Settled("deadline", (TimeValue(None, day, "day"),))) if chance.random() < 1 / 2 else (content,)


def _busy(process: int) -> float:
    """Seconds of the processor that a process has had."""
    ticks = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def _port(server: subprocess.Popen[str]) -> int:
    assert server.stderr is not None
    for line in server.stderr:
        if "http://" in line:
            return int(line.split("http://")[1].split("/")[0].split(":")[1])
    raise RuntimeError("the server did not start")


def _once(port: int, name: str) -> float:
    begun = time.perf_counter()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/{name}", timeout=300) as response:
        response.read()
    return round(1000 * (time.perf_counter() - begun), 1)


def requests(ids: Sequence[tuple[str, str]], chance: random.Random) -> Iterator[str]:
    """What many people ask: mostly lists and single incidents, and the views around them; few ask the same."""
    while True:
        year, month = chance.randrange(2010, 2020), chance.randrange(1, 13)
        when = f"since={year}-{month:02}-01&until={year}-{month:02}-28"
        west, south = chance.randrange(-100, 130), chance.randrange(-35, 50)
        where = f"box={west},{south},{west + 10},{south + 10}"
        kind = f"type={chance.choice(KINDS)}"
        what = chance.choice(("", when, where, kind, f"{kind}&{when}", "toll=killed%3E%3D20", "grade=contested"))
        incident, report = chance.choice(ids)
        yield chance.choices(
            (f"incidents?{what}", f"incidents/{incident}", f"reports/{report}", f"map?{where}", f"map?{when}",
             f"timeline?step=month&{what}", f"facets?{when}", f"actors?{when}", "queue", "types",
             f"commitments?limit=50&by={year}-06-01", f"claims?{what}", f"places?{when}", _tile(chance)),
            (28, 25, 12, 8, 5, 6, 4, 2, 2, 2, 2, 2, 1, 1),
        )[0]  # fmt: skip


def _tile(chance: random.Random) -> str:
    zoom = chance.randrange(3, 7)
    return f"tiles/{zoom}/{chance.randrange(1 << zoom)}/{chance.randrange(1 << zoom)}.mvt"


async def _load(port: int, ids: Sequence[tuple[str, str]]) -> list[float]:
    """Milliseconds from when each request was due to the last byte of its answer."""
    asked = requests(ids, random.Random(11))
    due: asyncio.Queue[tuple[float, str]] = asyncio.Queue()
    spent: list[float] = []
    wires = [asyncio.create_task(_wire(port, due, spent)) for _ in range(WIRES)]
    begun = time.perf_counter()
    for number in range(RATE * SECONDS):
        at = begun + number / RATE
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        due.put_nowait((at, next(asked)))
    await due.join()
    for each in wires:
        each.cancel()
    return spent


async def _wire(port: int, due: asyncio.Queue[tuple[float, str]], spent: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        while True:
            at, path = await due.get()
            writer.write(f"GET /api/v1/{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            assert head.startswith("http/1.1 200"), (path, head)
            await reader.readexactly(int(head.split("content-length: ")[1].split("\r\n")[0]))
            spent.append(1000 * (time.perf_counter() - at))
            due.task_done()
    finally:
        writer.close()
