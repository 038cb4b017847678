"""The ledger, as the rest of the house sees it.

In: documents, incidents, rulings, queries. Out: the same again, from what is stored. One thing to know: every
method is one transaction; when it has returned, what it stored survives a power cut, and when it raised, nothing
of it was stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, delete, exists, func, insert, select, update

from tacitus.errors import LedgerError
from tacitus.records.event import Document
from tacitus.records.incident import Account, Incident, Ruling
from tacitus.records.report import Report
from tacitus.store import (
    adding,
    check,
    claiming,
    listing,
    merging,
    opening,
    promised,
    reading,
    ruling,
    search,
    summaries,
    tying,
)
from tacitus.store.adding import Added, Extras
from tacitus.store.backup import backup
from tacitus.store.failures import telling
from tacitus.store.merging import Pending
from tacitus.store.promised import Promised
from tacitus.store.pulse import Pulse
from tacitus.store.query import Page, Query
from tacitus.store.rows import dumps
from tacitus.store.story import Story, story
from tacitus.store.summaries import Doubtful, Party
from tacitus.store.tables import REPORTS, RUNS
from tacitus.store.tying import StoredTie

Json = dict[str, Any]


class Ledger:
    """An open ledger. Use it as a context manager, or close it; it may be shared by threads."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Use :meth:`open`."""
        self.engine = engine
        self.name = name
        self._pulse = Pulse(engine)
        self._stamp: tuple[int | None, str] = (None, "")

    @classmethod
    def open(cls, target: str | Path, *, create: bool = True) -> Self:
        """The ledger of a path or ``postgresql://`` URL; made if there is none and ``create``, upgraded if it is old.

        Raises :class:`LedgerError` for what is no ledger, is newer than this Tacitus or cannot be opened.
        """
        return cls(opening.engine_of(target, create=create), opening.named(target))

    def close(self) -> None:
        """Let go of the file or the server."""
        self._pulse.close()
        self.engine.dispose()

    def __enter__(self) -> Self:
        """The ledger itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with telling(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with telling(self.name), opening.writing(self.engine) as connection:
            yield connection

    def start_run(self, version: str, reader: str, model: str, settings: Mapping[str, object]) -> int:
        """Note that reports are about to be read and with what; gives the number of the run."""
        with self._write() as connection:
            run = int(connection.execute(select(func.coalesce(func.max(RUNS.c.id), 0) + 1)).scalar_one())
            told = {"version": version, "reader": reader, "model": model, "settings": dumps(dict(settings))}
            connection.execute(insert(RUNS).values(id=run, started=adding.now(), **told))
            return run

    def finish_run(self, run: int) -> None:
        """Note that a run has come to its end; one that has added nothing is forgotten."""
        with self._write() as connection:
            used = exists().where(REPORTS.c.run_id == RUNS.c.id)
            connection.execute(delete(RUNS).where(RUNS.c.id == run, ~used))
            connection.execute(update(RUNS).where(RUNS.c.id == run).values(finished=adding.now()))

    def unknown(self, reports: Sequence[Report]) -> list[Report]:
        """Those of the reports whose text is not stored yet; the others need not be read."""
        with self._read() as connection:
            return adding.unknown(connection, reports)

    def add(
        self,
        documents: Sequence[Document],
        run: int,
        *,
        wordings: Mapping[str, Sequence[str]] | None = None,
        blocks: Mapping[str, Sequence[str]] | None = None,
        sketches: Mapping[str, bytes] | None = None,
        sources: Mapping[str, str] | None = None,
        raws: Mapping[str, bytes] | None = None,
    ) -> Added:
        """Store what was read. ``wordings`` and ``blocks`` are by event id, the rest by report id.

        ``sources`` says where a report came from, ``raws`` are its source's bytes.
        """
        extras = Extras(wordings or {}, blocks or {}, sketches or {}, sources or {}, raws or {})
        with self._write() as connection:
            return adding.add(connection, documents, run, extras)

    def documents(self, ids: Iterable[str]) -> Iterator[Json]:
        """The newest version of each report as the contract's object, in the order asked for."""
        with self._read() as connection:
            yield from reading.documents(connection, ids)

    def raw(self, report: str) -> bytes | None:
        """The source of a report as it came; None if there is no such report."""
        with self._read() as connection:
            return reading.raw(connection, report)

    def accounts(self, *, event_ids: Iterable[str] | None = None, blocks: Iterable[str] | None = None) -> list[Account]:
        """The current events of those ids or blocks that nobody has rejected, in the order they were added."""
        with self._read() as connection:
            return reading.accounts(connection, event_ids=event_ids, blocks=blocks)

    def all_blocks(self) -> Iterator[tuple[str, list[str]]]:
        """Every block with the ids of its current events, by block; one block in memory at a time."""
        with self._read() as connection:
            yield from reading.all_blocks(connection)

    def blocks_of(self, event_ids: Iterable[str]) -> set[str]:
        """The blocks that hold any of the events."""
        with self._read() as connection:
            return reading.blocks_of(connection, event_ids)

    def set_blocks(self, blocks: Mapping[str, Sequence[str]]) -> None:
        """Give events other blocks than they had, when another version of Tacitus merges by other keys."""
        with self._write() as connection:
            reading.set_blocks(connection, blocks)

    def events_in(self, blocks: Iterable[str]) -> set[str]:
        """The ids of the current events in the blocks."""
        with self._read() as connection:
            return reading.events_in(connection, blocks)

    def reports_of_events(self, event_ids: Iterable[str]) -> set[str]:
        """The ids of the reports that tell the current events of those ids."""
        with self._read() as connection:
            return reading.reports_of_events(connection, event_ids)

    def events_of_reports(self, reports: Iterable[str]) -> list[str]:
        """The ids of the current events of the reports."""
        with self._read() as connection:
            return reading.events_of_reports(connection, reports)

    def incidents_of(self, event_ids: Iterable[str]) -> dict[str, str]:
        """The incident of each event that is in one."""
        with self._read() as connection:
            return merging.incidents_of(connection, event_ids)

    def pending(self) -> Pending:
        """The events that are in no incident yet and the incidents that are out of date."""
        with self._read() as connection:
            return merging.pending(connection)

    def replace_incidents(self, gone: Iterable[str], new: Sequence[Incident]) -> None:
        """Take out the incidents of those ids and put in the new ones."""
        with self._write() as connection:
            merging.replace_incidents(connection, gone, new)

    def ties_of(self, events: Iterable[str]) -> list[StoredTie]:
        """The ties that have any of the events at an end."""
        with self._read() as connection:
            return tying.ties_of(connection, events)

    def replace_ties(self, events: Iterable[str], ties: Sequence[StoredTie]) -> None:
        """Put these ties in the place of all that have any of the events at an end."""
        with self._write() as connection:
            tying.replace_ties(connection, events, ties)

    def forget_merging(self) -> None:
        """Take out all that merging has made, to merge from scratch."""
        with self._write() as connection:
            tying.forget(connection)

    def events_of_incidents(self, incidents: Iterable[str]) -> list[str]:
        """The ids of the events in the incidents, those no more current too."""
        with self._read() as connection:
            return merging.events_of(connection, incidents)

    def reports_of_wire(self, wire: str) -> list[str]:
        """The ids of the current reports that are copies of one wire story."""
        with self._read() as connection:
            return reading.reports_of_wire(connection, wire)

    def wires(self, reports: Iterable[str] | None = None) -> Iterator[tuple[str, str]]:
        """Report id and key of its wire story, for all current reports or those asked for."""
        with self._read() as connection:
            yield from reading.wires(connection, reports)

    def set_wire(self, reports: Iterable[str], wire: str) -> None:
        """Say that the reports are copies of one wire story: one source."""
        with self._write() as connection:
            reading.set_wire(connection, reports, wire)

    def sketches(self, reports: Iterable[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """Report id and sketch, for all current reports that have one or those asked for."""
        with self._read() as connection:
            yield from reading.sketches(connection, reports)

    def rule(self, decided: Ruling) -> None:
        """Keep a person's ruling."""
        with self._write() as connection:
            ruling.rule(connection, decided)

    def undo(self, ruling_id: str, at: str) -> None:
        """Say that a ruling holds no more. Raises :class:`SettingError` if there is none of that id."""
        with self._write() as connection:
            ruling.undo(connection, ruling_id, at)

    def rulings(self, *, active: bool = True, events: Iterable[str] | None = None) -> list[Ruling]:
        """The rulings that hold (or all that were ever made), in the order they were made."""
        with self._read() as connection:
            return ruling.rulings(connection, active=active, events=events)

    def reports(self, query: Query, *, count: bool = False) -> Page:
        """A page of reports; with ``count`` the total as well."""
        return self._page("reports", query, count)

    def events(self, query: Query, *, count: bool = False) -> Page:
        """A page of events: the contract's objects with report, outlet, published and incident."""
        return self._page("events", query, count)

    def incidents(self, query: Query, *, count: bool = False) -> Page:
        """A page of incidents: the contract's objects without claims."""
        return self._page("incidents", query, count)

    def claims(self, query: Query, *, field: str | None = None) -> Page:
        """A page of the claims of events: the contract's objects with event, report and incident."""
        with self._read() as connection, connection.begin():
            return claiming.page(connection, query, field)

    def _page(self, which: str, query: Query, count: bool) -> Page:
        with self._read() as connection, connection.begin():  # one moment for all that a page takes
            return listing.page(connection, which, query, count=count)

    def incident(self, incident: str) -> Story | None:
        """One incident with every report's account of it; None if there is none of that id."""
        with self._read() as connection:
            return story(connection, incident)

    def incident_records(self, incidents: Iterable[str]) -> dict[str, Json]:
        """The contract's objects of the incidents, without claims, by id; unknown ids are passed over."""
        with self._read() as connection:
            return summaries.records(connection, incidents)

    def stamp(self) -> str:
        """What is different as soon as anything that can be asked of the ledger is; the same after opening it again."""
        with telling(self.name):
            count = self._pulse.count()  # before the stamp is read, so that a stamp is never kept for too long
        if count is None or count != self._stamp[0]:
            with self._read() as connection:
                self._stamp = (count, summaries.stamp(connection))
        return self._stamp[1]

    def commitments(self, asked: Promised) -> tuple[list[str], str | None]:
        """Ids of incidents that speak of what is to come, by the day it is due, and the cursor of the next page."""
        with self._read() as connection:
            return promised.page(connection, asked)

    def points(self, query: Query, *, most: int) -> list[tuple[Any, ...]]:
        """Up to so many incidents for a map, the newest first, each as ``summaries.POINT`` says."""
        with self._read() as connection, connection.begin():
            return summaries.points(connection, query, most)

    def points_written(self, query: Query, *, most: int) -> tuple[str, bool]:
        """The same as JSON, and whether there are more than so many."""
        with self._read() as connection, connection.begin():
            return summaries.points_written(connection, query, most)

    def days(self, query: Query) -> list[tuple[str, int, int]]:
        """Each day on which incidents began, how many they are and how many were killed in them at least."""
        with self._read() as connection, connection.begin():
            return summaries.days(connection, query)

    def kinds(self, query: Query) -> dict[str, dict[str, int]]:
        """How many incidents there are of each family, type, country and grade."""
        with self._read() as connection, connection.begin():
            return summaries.kinds(connection, query)

    def parties(self, query: Query) -> list[Party]:
        """The actors of the most incidents, with their roles and with whom they are."""
        with self._read() as connection, connection.begin():
            return summaries.parties(connection, query)

    def places(self, query: Query) -> list[Json]:
        """The places of the most incidents."""
        with self._read() as connection, connection.begin():
            return summaries.places(connection, query)

    def doubtful(self, *, most: int) -> list[Doubtful]:
        """Incidents that nobody has ruled on and that a person should look at, in no order."""
        with self._read() as connection, connection.begin():
            return summaries.doubtful(connection, most)

    def check(self) -> list[str]:
        """What does not hold, as sentences; empty if the ledger is whole."""
        found: list[str] = []
        try:
            with self._read() as connection:
                found += check.problems(connection)
                in_step = search.same_count(connection)
            if in_step and opening.writable(self.engine):
                with self._write() as connection:  # SQLite looks into this index only for one who may write
                    in_step = search.in_step(connection)
            if not in_step:
                found.append("The full-text index is not in step with the reports.")
        except LedgerError as error:
            found.append(str(error))
        return found

    def dump(self) -> list[tuple[str, tuple[Any, ...]]]:
        """Every row of every table, to compare small ledgers by."""
        with self._read() as connection:
            return list(check.dump(connection))

    def backup(self, path: str | Path) -> None:
        """Copy the ledger while others write to it; the copy is of one moment and appears whole or not at all."""
        with telling(self.name):
            backup(self.engine, Path(path))
