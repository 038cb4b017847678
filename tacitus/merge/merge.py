"""Accounts and ties → incidents.

In: the accounts of events that may hang together, the ties between them, and what persons have ruled. Out: incidents.
One thing to know: this is all that makes incidents, whether ten new reports or a whole ledger are merged; so merging
bit by bit and merging from scratch come to the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations

from tacitus.merge import cluster
from tacitus.merge.accounts.facts import possible, went_on
from tacitus.merge.accounts.sites import site
from tacitus.merge.accounts.wording import DATED
from tacitus.merge.loose import loose, marks_of, without_bridges
from tacitus.merge.pairs.compare import weights
from tacitus.merge.pairs.ties import COPIES, Tie, by_report, candidates, copied, ties
from tacitus.merge.settled.settle import settle
from tacitus.records.event import Settled
from tacitus.records.incident import Account, Incident, Ruling

#: What a third event says that does not tie two others.
AGREED = -1.0
_NONE: frozenset[str] = frozenset()
#: Reasons that an incident is given for being one.
REASONS = 4


def merge(
    accounts: Sequence[Account], rulings: Sequence[Ruling] = (), sketches: Mapping[str, bytes] | None = None
) -> list[Incident]:
    """The incidents of all these accounts, from scratch and in memory; ``sketches`` are those of their reports."""
    reports = by_report(accounts)
    known = sketches or {}
    found = [
        tie
        for a, b in candidates(reports)
        for tie in ties(reports[a], reports[b], copied=copied(known.get(a), known.get(b)))
    ]
    return together(accounts, found, rulings)


def together(accounts: Iterable[Account], found: Iterable[Tie], rulings: Sequence[Ruling] = ()) -> list[Incident]:
    """The incidents of accounts between which these ties are, by id. Accounts that a person rejected are left out.

    The accounts are all that hang together by ties from :data:`cluster.JOIN` on, so whoever seconds a tie is here.
    """
    rejected = {event for ruling in rulings if ruling.kind == "reject" for event in ruling.events}
    by_id = {a.event.id: a for a in accounts if a.event.id not in rejected}
    kept = {(tie.one, tie.other): tie for tie in found if tie.one in by_id and tie.other in by_id}
    copies = _copies(kept)
    odds = seconded({pair: tie.odds for pair, tie in kept.items()}, copies) | _ruled(by_id, rulings)
    incidents = []
    days = {id_: when for id_, account in by_id.items() if (when := possible(account)) is not None}
    sites = {id_: site(account) for id_, account in by_id.items()}
    courses = {id_: lasts for id_, account in by_id.items() if (lasts := went_on(account)) is not None}
    groups = cluster.clusters(sorted(by_id), odds, days, sites, courses)
    dated = {id_ for id_, account in by_id.items() if account.event.of("time") and DATED in account.wording}
    told = {pair: tie.odds for pair, tie in kept.items()}
    marks = {id_: marks_of(account) for id_, account in by_id.items()}
    torn = loose(groups, told | _ruled(by_id, rulings), odds, dated, marks)
    for events in without_bridges(groups, torn, told | _ruled(by_id, rulings)):
        reasons = _reasons(events, kept, rulings)
        incidents.append(_corrected(settle([by_id[event] for event in events], reasons, torn), rulings))
    return sorted(incidents, key=lambda incident: incident.id)


def _copies(kept: Mapping[cluster.Pair, Tie]) -> dict[str, set[str]]:
    """Of each event those that tell it in a copy of its story."""
    found: dict[str, set[str]] = {}
    for (one, other), tie in kept.items():
        if COPIES in tie.reasons:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def seconded(
    odds: Mapping[cluster.Pair, float], copies: Mapping[str, Set[str]] | None = None
) -> dict[cluster.Pair, float]:
    """The odds of ties, seen beside what third events say: what is one with a third is likelier one with each other.

    Only ties that would join by themselves count, so whatever hangs together does so by these alone. Where the two are
    less likely one than not, none of their ``copies`` is a third, for it only says again what they say themselves.
    """
    same = copies or {}
    near: dict[str, dict[str, float]] = {}
    for (one, other), worth in odds.items():
        if worth >= cluster.JOIN:
            near.setdefault(one, {})[other] = near.setdefault(other, {})[one] = worth
    weight = weights()
    found = {}
    for (one, other), worth in odds.items():
        mine, theirs = near.get(one, {}), near.get(other, {})
        thirds = mine.keys() & theirs.keys()
        if worth < 0:
            thirds = thirds - same.get(one, _NONE) - same.get(other, _NONE)
        agreed = max((min(mine[third], theirs[third]) for third in thirds), default=AGREED)
        found[one, other] = weight["3"] + weight["3 odds"] * worth + weight["3 a third agrees"] * (agreed - AGREED)
    return found


def _ruled(events: Mapping[str, Account], rulings: Iterable[Ruling]) -> dict[cluster.Pair, float]:
    """What persons have said of pairs of events; of two rulings the later one holds."""
    found: dict[cluster.Pair, float] = {}
    for ruling in rulings:
        if ruling.kind in ("same", "apart") and all(event in events for event in ruling.events):
            one, other = sorted(ruling.events)
            found[one, other] = cluster.RULED if ruling.kind == "same" else -cluster.RULED
    return found


def _reasons(events: Sequence[str], kept: Mapping[cluster.Pair, Tie], rulings: Iterable[Ruling]) -> list[str]:
    """Why these events are taken for one: what most of their ties say, and who has ruled so."""
    said: Counter[str] = Counter()
    for pair in combinations(sorted(events), 2):
        if (tie := kept.get(pair)) and tie.odds >= cluster.JOIN:
            said.update(tie.reasons)
    inside = set(events)
    by = [f"{r.by} has ruled so: {r.reason}" for r in rulings if r.kind == "same" and set(r.events) <= inside]
    return by + [reason for reason, _ in sorted(said.items(), key=lambda pair: (-pair[1], pair[0]))[:REASONS]]


def _corrected(incident: Incident, rulings: Iterable[Ruling]) -> Incident:
    """The incident with the fields that a person has corrected; they are contested no more."""
    inside = set(incident.events)
    for ruling in rulings:
        if ruling.kind != "correct" or not ruling.field or not inside & set(ruling.events):
            continue
        name, values = ruling.field, (ruling.value,) if ruling.value is not None else ()
        others = tuple(entry for entry in incident.settled if entry.field != name)
        contested = tuple(field for field in incident.contested if field != name)
        uncontested = "corroborated" if incident.sources > 1 else "single-source"
        incident = replace(
            incident,
            grade=incident.grade if contested or incident.grade != "contested" else uncontested,
            settled=(*others, Settled(name, values)) if values else others,
            best=tuple(entry for entry in incident.best if entry.field != name),
            contested=contested,
            reasons=(*incident.reasons, f"{name} was corrected by {ruling.by}: {ruling.reason}"),
        )
    return incident
