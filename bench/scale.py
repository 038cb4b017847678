"""scale: storing and merging 10,000, 30,000 and 100,000 synthetic reports.

In: nothing (invented documents, made here). Out: milliseconds a report for storing and merging, what that makes of the
default reader's speed, peak memory, and the size of the largest incident. One thing to know: reports are dated over ten
years and set in some thousand towns, and one in three tells what an earlier one told, in other words or the same.
Memory is what the process holds for itself (RssAnon); pages of the ledger's file that SQLite maps are the system's.
"""

from __future__ import annotations

import random
import resource
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from bench.figures import Figures
from tacitus.casebook import Casebook, Kept
from tacitus.records.event import Claim, Document, Event, Settled
from tacitus.records.report import Report, content_id
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TimeValue, TollValue, Value
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query

DATA = Path(tempfile.gettempdir())
#: Where Linux says what a process holds, and seconds between two looks.
PROCESS, SAMPLE = Path("/proc/self/status"), 0.2
SIZES = (10_000, 30_000, 100_000)
#: Type, place, day, who did it, how many were killed.
Scene = tuple[str, PlaceValue, date, ActorValue, int]
#: Words in a report as long as those in shared/data/reports, and words a second of the default reader on one core.
WORDS, SPEED = 318, 3300
TOWNS, DAYS = 1500, 3650
KINDS = ("bombing", "armed_attack", "shelling", "arrest", "meeting", "demand", "demonstration", "air_strike")
SYLLABLES = ("ba", "ri", "to", "mek", "sul", "na", "gor", "dan", "lé", "wa", "shi", "kum", "pa", "zer", "ol", "ti")


def run(data: Path) -> Figures:
    """Add each size to a ledger of its own; ``data`` is the folder to make them in."""
    figures: Figures = {}
    for size in SIZES:
        with (
            tempfile.TemporaryDirectory(dir=data) as folder,
            Ledger.open(Path(folder) / "scale.db") as ledger,
            _memory() as held,
        ):
            book = Casebook(ledger)
            started = time.process_time()
            kept = _add(book, size)
            each = (time.process_time() - started) / size
            most = ledger.incidents(Query(sort="-reports", limit=1)).rows
            total = ledger.incidents(Query(limit=1), count=True).total or 0
        name = f"{size:,} reports"
        reading = WORDS / SPEED
        figures[f"{name}: ms a report"] = round(1000 * each, 2)
        figures[f"{name}: share of the reading speed kept"] = round(reading / (reading + each), 3)
        figures[f"{name}: events"] = kept.events
        figures[f"{name}: incidents"] = total
        figures[f"{name}: reports of the largest incident"] = len(most[0]["reports"])
        figures[f"{name}: peak MB"] = max(held)
    return figures


@contextmanager
def _memory() -> Iterator[list[int]]:
    """A list that holds, at the end, the megabytes that this process held for itself, several times a second."""
    held, done = [_private()], threading.Event()

    def watch() -> None:
        while not done.wait(SAMPLE):
            held.append(_private())

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield held
    finally:
        done.set()
        watching.join()


def _private() -> int:
    """Megabytes of memory that no file stands behind; where the system does not say, the peak of all."""
    if PROCESS.exists():
        for line in PROCESS.read_text("ascii").splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) // 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _add(book: Casebook, size: int) -> Kept:
    """The documents stored and merged as ``tacitus add`` does it."""
    *_, kept = book.keep(documents(size), "synthetic", "none", {})
    return kept


def documents(size: int) -> Iterator[Document]:
    """Invented documents, the same for the same size."""
    chance = random.Random(size)
    towns = [_town(chance, n) for n in range(TOWNS)]
    parties = [
        ActorValue(f"org:{n}", _name(chance), chance.choice(("rebel", "military", "police")), None) for n in range(300)
    ]
    told: list[Scene] = []
    for number in range(size):
        scenes = [told[chance.randrange(len(told))]] if told and chance.random() < 1 / 3 else []
        while len(scenes) < 3:
            day = date(2010, 1, 1) + timedelta(days=chance.randrange(DAYS))
            kind, town, party = chance.choice(KINDS), chance.choice(towns), chance.choice(parties)
            scenes.append((kind, town, day, party, chance.randrange(40)))
        told += scenes[-2:]
        yield _document(chance, number, scenes)


def _document(chance: random.Random, number: int, scenes: list[Scene]) -> Document:
    text, events = "", []
    id_ = content_id("synthetic", str(number))
    for n, (kind, place, day, party, killed) in enumerate(scenes):
        said = killed + chance.choice((0, 0, 0, 1, 2))
        start = len(text)
        words = {"perpetrator": party.name, "place": place.name, "time": day.isoformat(), "killed": str(said)}
        text += " ".join((*words.values(), kind, *(_name(chance) for _ in range(20)))) + ". "
        values: dict[str, Value] = {
            "perpetrator": party, "place": place, "time": TimeValue(day.isoformat(), day.isoformat(), "day"),
            "killed": TollValue(said, said),
        }  # fmt: skip
        claims = []
        for field, value in values.items():
            at = text.index(words[field], start)
            span = Span(at, at + len(words[field]))
            claims.append(Claim(content_id(id_, field, str(n)), field, value, span, None, "asserted", 0.8))
        at = text.index(kind, start)
        trigger = Span(at, at + len(kind))
        settled = tuple(Settled(field, (value,)) for field, value in values.items())
        events.append(Event(content_id(id_, str(n)), kind, "actual", 0.8, trigger, (trigger,), tuple(claims), settled))
    published = max(day for _, _, day, _, _ in scenes) + timedelta(days=chance.randrange(1, 4))
    report = Report(id_, text, None, f"Outlet {number % 50}", None, published, "given", "en")
    return Document(report, events=tuple(events))


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(2, 5))).capitalize()


def _town(chance: random.Random, number: int) -> PlaceValue:
    country = f"X{chr(65 + number % 20)}{chr(65 + number % 7)}"
    lat, lon = chance.uniform(-35, 60), chance.uniform(-100, 140)
    return PlaceValue(
        _name(chance), "settlement", country, f"Province {number % 140}", None, lat, lon, "settlement", f"t:{number}"
    )
