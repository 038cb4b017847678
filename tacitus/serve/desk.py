"""What all routes share: the ledger, the reader, who may do what, and the list of acts.

In: a request. Out: :class:`Desk`. One thing to know: one report is read and one act is written at a time; whoever waits
too long is told to come again. Reading from the ledger waits for nobody.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from fastapi import Request

from tacitus.batch import read_all
from tacitus.casebook import Casebook
from tacitus.records.event import Document
from tacitus.records.report import Report
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.serve.audit import Audit
from tacitus.serve.limits import Limit
from tacitus.serve.meant import Lookup
from tacitus.serve.problems import Refusal
from tacitus.serve.security import Guard
from tacitus.serve.shelf import Shelf
from tacitus.store.ledger import Ledger

#: Seconds that somebody waits for the one before.
PATIENCE = 20.0


@dataclass(slots=True)
class Desk:
    """The state of the server."""

    ledger: Ledger
    model: str | None
    guard: Guard
    audit: Audit
    lookup: Lookup
    shelf: Shelf = field(default_factory=Shelf)
    #: Reports read for one person: twenty at once, then one in three seconds. On loopback nobody is counted.
    readings: Limit = field(default_factory=lambda: Limit(20, 3.0))
    _reading: threading.Lock = field(default_factory=threading.Lock)
    _writing: threading.Lock = field(default_factory=threading.Lock)

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer."""
        return self.lookup.gazetteer

    def stamp(self) -> str:
        """What is different as soon as the ledger is."""
        return self.ledger.stamp()

    @contextmanager
    def casebook(self) -> Iterator[Casebook]:
        """The casebook, for one act: nothing else is ruled or added by this server meanwhile."""
        with _alone(self._writing, "Somebody else is writing"):
            yield Casebook(self.ledger)

    def read(self, report: Report) -> Document:
        """Read one report; the first time this loads the reader."""
        with _alone(self._reading, "Another report is being read"):
            [document] = read_all([report], model=self.model)
        return document


@contextmanager
def _alone(lock: threading.Lock, why: str) -> Iterator[None]:
    if not lock.acquire(timeout=PATIENCE):
        raise Refusal(503, f"{why}; try again in a while.", headers={"Retry-After": "10"})
    try:
        yield
    finally:
        lock.release()


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    found: Desk = request.app.state.desk
    return found
