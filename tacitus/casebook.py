"""The casebook: a ledger that is read into and merged.

In: reports, rulings. Out: what was added, and incidents kept in step with it. One thing to know: merging follows every
addition, and takes up only the reports that may tell what the new ones tell; merging from scratch is the same walk over
all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import count, islice

from tacitus.batch import read_all
from tacitus.errors import SettingError
from tacitus.merge import cluster
from tacitus.merge.accounts.copies import sketch
from tacitus.merge.accounts.facts import facts
from tacitus.merge.accounts.wording import wordings
from tacitus.merge.merge import together
from tacitus.merge.pairs.blocks import blocks, sought
from tacitus.merge.pairs.ties import Tie, by_report, candidates, copied, ties
from tacitus.reader.model import chosen, fingerprint
from tacitus.records.event import Document
from tacitus.records.incident import Account, Ruling
from tacitus.records.report import Report, content_id
from tacitus.records.value import Value
from tacitus.store.ledger import Ledger
from tacitus.store.ruling import checked
from tacitus.store.tying import StoredTie

#: Reports that are stored together, and lots that are merged together: what is near the new ones is fetched once.
LOT, LOTS = 128, 8
#: Events that are taken up together when a whole ledger is merged, and reports that may be in memory for it: where more
#: are near, events are taken up half by half, so that a dense ledger needs no more than a thin one.
EVENTS, REPORTS = 5000, 4000


@dataclass(slots=True)
class Kept:
    """What an addition came to: reports new, changed and known before, and events read."""

    new: int = 0
    changed: int = 0
    known: int = 0
    events: int = 0
    unread: list[str] = field(default_factory=list)  # reports in which nothing could be read, by id


class Casebook:
    """A ledger with a reader before it and merging behind it."""

    def __init__(self, ledger: Ledger) -> None:
        """The ledger stays the caller's to close."""
        self.ledger = ledger

    def add(
        self,
        reports: Iterable[Report],
        *,
        model: str | None = None,
        jobs: int = 1,
        min_confidence: float = 0.0,
        noted: Callable[[Document], Document] = lambda document: document,
    ) -> Iterator[Kept]:
        """Read, store and merge reports; after each lot, what all has come to so far. Known texts are not read again.

        ``noted`` adds to a document what was wrong with its source.
        """
        known = Kept()
        name = chosen(model)
        waiting = iter(reports)

        def unknown() -> Iterator[Report]:
            while lot := list(islice(waiting, LOT)):
                new = self.ledger.unknown(lot)
                known.known += len(lot) - len(new)
                yield from new

        read = read_all(unknown(), jobs=jobs, model=model, min_confidence=min_confidence)
        for kept in self.keep(map(noted, read), name, fingerprint(name), {"min_confidence": min_confidence}):
            yield replace(kept, known=kept.known + known.known)

    def keep(
        self, documents: Iterator[Document], reader: str, model: str, settings: dict[str, object]
    ) -> Iterator[Kept]:
        """Store and merge what has been read with that reader, its weights and settings, as :meth:`add` does."""
        kept = Kept()
        run = self.ledger.start_run(version("tacitus"), reader, model, settings)
        try:
            for number in count(1):
                if not (lot := list(islice(documents, LOT))):
                    break
                self._store(lot, run, kept)
                if number % LOTS == 0:
                    self.merge()
                yield kept
        finally:
            self.ledger.finish_run(run)
        self.merge()
        yield kept

    def _store(self, documents: Sequence[Document], run: int, kept: Kept) -> None:
        wording: dict[str, tuple[str, ...]] = {}
        keys: dict[str, tuple[str, ...]] = {}
        for document in documents:
            report, words = document.report, wordings(document)
            wording |= words
            for event in document.events:
                account = Account(event, report.id, report.published, report.outlet, report.id, words[event.id])
                keys[event.id] = blocks(facts(account))
        added = self.ledger.add(
            documents,
            run,
            wordings=wording,
            blocks=keys,
            sketches={d.report.id: sketch(d.report.text) for d in documents},
            raws={d.report.id: d.report.raw for d in documents if d.report.raw is not None},
        )
        kept.new += len(added.reports)
        kept.changed += len(added.versions)
        kept.known += added.known
        kept.events += len(added.events)
        kept.unread += [d.report.id for d in documents if any(issue.stage == "read" for issue in d.issues)]

    def merge(self, *, scratch: bool = False) -> int:
        """Merge what is not merged yet, or everything from scratch; gives the number of events taken up."""
        if scratch:
            self.ledger.forget_merging()
        pending = self.ledger.pending()
        lots = [pending.events[at : at + EVENTS] for at in range(0, len(pending.events), EVENTS)]
        turn = {report: number for number, lot in enumerate(lots) for report in self.ledger.reports_of_events(lot)}
        for number, lot in enumerate(lots):
            self._take_up(lot, {report for report, its in turn.items() if its > number})
        left = self.ledger.pending()
        if left.incidents:  # what held an event that a newer version of its report has replaced, or that was rejected
            self._settle(self.ledger.events_of_incidents(left.incidents), left.incidents)
        return len(pending.events)

    def _take_up(self, events: Sequence[str], later: Set[str]) -> None:
        """Tie new events to what they may be one with, and settle all that hangs together with them.

        ``later`` are reports whose own turn is still to come: they are tied then.
        """
        new = self.ledger.reports_of_events(events)
        # A report is tied as a whole, for all that tied it before goes: its other events count as well.
        told = self.ledger.events_of_reports(new)
        keys = {key for block in self.ledger.blocks_of(told) for key in sought(block)}
        every = sorted(new | (self.ledger.reports_of_events(self.ledger.events_in(keys)) - later))
        if len(every) > REPORTS and len(new) > 1:
            half = len(events) // 2
            self._take_up(events[:half], later | self.ledger.reports_of_events(events[half:]))
            self._take_up(events[half:], later)
            return
        facts_of = by_report(self.ledger.accounts(event_ids=self.ledger.events_of_reports(every)))
        sketches = dict(self.ledger.sketches(every))
        found: list[Tie] = []
        copies: list[tuple[str, str]] = []
        for one, other in candidates(facts_of):
            if one not in new and other not in new:
                continue
            same = copied(sketches.get(one), sketches.get(other))
            if same:
                copies.append((one, other))
            found += ties(facts_of[one], facts_of[other], copied=same)
        mine = {fact.event.id for report in new for fact in facts_of.get(report, ())}
        self.ledger.replace_ties(mine, [StoredTie(t.one, t.other, t.odds, t.reasons) for t in found])
        self._settle({*events, *self._one_source(copies)}, ())

    def _one_source(self, copies: Sequence[tuple[str, str]]) -> list[str]:
        """Give copies of one story one key, the least id of them; gives the events of the reports that got another."""
        wire = dict(self.ledger.wires({report for pair in copies for report in pair}))
        changed: set[str] = set()
        for one, other in copies:
            low, high = sorted((wire[one], wire[other]))
            if low == high:
                continue
            members = {*self.ledger.reports_of_wire(high), *(report for report, key in wire.items() if key == high)}
            self.ledger.set_wire(members, low)
            wire |= dict.fromkeys(members, low)
            changed |= members
        return self.ledger.events_of_reports(changed)

    def _settle(self, events: Iterable[str], gone: Iterable[str]) -> None:
        """Make anew all incidents that hang together with these events, in the place of those that held any of them."""
        rulings = self.ledger.rulings()
        inside, found = self._hanging_together(events, rulings)
        old = set(self.ledger.incidents_of(inside).values()) | set(gone)
        accounts = self.ledger.accounts(event_ids=inside)
        kept = [Tie(t.one, t.other, t.odds, t.reasons) for t in found]
        self.ledger.replace_incidents(old, together(accounts, kept, rulings))

    def _hanging_together(self, events: Iterable[str], rulings: Sequence[Ruling]) -> tuple[set[str], list[StoredTie]]:
        """All events that ties or rulings lead to from these, and the ties between them."""
        ruled: dict[str, set[str]] = {}
        for ruling in rulings:
            if ruling.kind == "same":
                for event in ruling.events:
                    ruled.setdefault(event, set()).update(ruling.events)
        inside: set[str] = set()
        found: dict[tuple[str, str], StoredTie] = {}
        waiting = set(events)
        while waiting:
            inside |= waiting
            near = self.ledger.ties_of(waiting)
            found |= {(tie.one, tie.other): tie for tie in near}
            reached = {end for tie in near if tie.odds >= cluster.JOIN for end in (tie.one, tie.other)}
            reached |= {other for event in waiting for other in ruled.get(event, ())}
            # An incident that loses an event to another is made anew as well, with all that it held.
            reached |= set(self.ledger.events_of_incidents(set(self.ledger.incidents_of(waiting).values())))
            waiting = reached - inside
        return inside, list(found.values())

    def rule(
        self,
        kind: str,
        events: Sequence[str],
        *,
        by: str,
        reason: str,
        field: str | None = None,
        value: Value | None = None,
    ) -> Ruling:
        """Keep a person's ruling and make anew what it touches.

        Raises :class:`SettingError` for unknown events, for what is no ruling, and where nobody says why or who.
        """
        checked(kind, events)
        if (kind == "correct") != (field is not None):
            raise SettingError("correct takes a field and its value, and no other ruling does")
        if not reason.strip() or not by.strip():
            raise SettingError("a ruling needs a reason and the name of whoever rules; give both")
        if known := set(events) - {account.event.id for account in self.ledger.accounts(event_ids=events)}:
            raise SettingError(f"there is no event {sorted(known)[0]!r} in {self.ledger.name}; see `tacitus events`")
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        ruling = Ruling(content_id(kind, *events, by, at), kind, tuple(events), by, at, reason, field, value)
        self.ledger.rule(ruling)
        self._settle(events, ())
        return ruling

    def undo(self, ruling_id: str) -> None:
        """Undo a ruling and make anew what it touched. Raises :class:`SettingError` if there is none of that id."""
        self.ledger.undo(ruling_id, datetime.now(UTC).isoformat(timespec="microseconds"))
        touched = [event for r in self.ledger.rulings(active=False) if r.id == ruling_id for event in r.events]
        self._settle(touched, ())
