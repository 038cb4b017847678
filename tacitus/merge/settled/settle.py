"""A cluster of accounts → an incident: every field settled, with range, dissent and grade.

In: the accounts that tell one happening. Out: an :class:`Incident`. One thing to know: nothing is averaged. A toll
is the range over what each independent source says last; a perpetrator over whom sources differ is left open; who
differs is kept as dissent (docs/merging.md has the rules).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date

from tacitus.merge.accounts.facts import AHEAD, counts_on, is_war, went_on
from tacitus.merge.accounts.wording import SHARED
from tacitus.merge.settled import parties, tolls, voices
from tacitus.merge.settled.case import Case, firm_values, is_doubtful, settled_by, tellers_of, values
from tacitus.merge.settled.figures import figures
from tacitus.merge.settled.where import agree, where
from tacitus.records.event import Claim, Event, Settled
from tacitus.records.incident import Account, Dissent, Incident
from tacitus.records.report import content_id
from tacitus.records.value import (
    TOLL_FIELDS,
    ActorValue,
    ContentValue,
    PlaceValue,
    TimeValue,
    TollValue,
    Value,
    WeaponValue,
)

#: What first reports tell of a thing, and what it is called when more is known of it.
_FINER = {"bombing": "suicide_bombing"}
#: Days within which what is told without a day may be one happening.
DAYS = 4
#: Days for which a count of the dead of a war stands.
MONTHS = 100


def settle(accounts: Sequence[Account], reasons: Sequence[str] = (), loose: Set[str] = frozenset()) -> Incident:
    """The incident that these accounts tell; those that are ``loose`` settle nothing but the dead that no other counts.

    What was told beforehand settles by when it was to be done, and nothing else of what is told as done.
    """
    events = voices.in_order(account for account in accounts if account.event.id not in loose)
    aside = voices.by_outlet(voices.in_order(account for account in accounts if account.event.id in loose))
    kind, realis = _type(events), _realis(events)
    done = [a for a in events if a.event.realis not in AHEAD] if realis in voices.DONE else events
    case = Case(done, voices.by_outlet(done))
    war = all(is_war(account) for account in done)
    clash = kind == "armed_clash" and (war or parties.tells_both_sides(case))
    if clash:
        parties.sides(case)
    else:
        parties.doers(case, "perpetrator")
        if kind not in voices.ONE_SIDED:
            parties.doers(case, "participant")
    parties.doers(case, "speaker")
    parties.done_to(case, "addressee")
    where(case)
    if war:
        _since(case)
        before, case.voices = case.voices, _of_late(case.voices)
        _set_aside(case, [account for account in before if account not in case.voices])
    else:
        _when(case, "time")
        _went_on(case)
        # A war is done to nobody in particular: whom it is told against takes part in it.
        hit = [_without_counted(case, account) for account in case.accounts]
        parties.done_to(replace(case, accounts=hit), "target", bystanders=clash)
        _without_longer_counts(case)
        aside = [_own_counts(case, account)[0] for account in aside]
    # By when it was to be done, those tell too who spoke of it beforehand.
    _when(replace(case, accounts=events), "deadline")
    for name in TOLL_FIELDS:
        # Whoever else was hurt or fled in those days is counted in more accounts than tell of this.
        _toll(case, name, _of_its_day(case, aside) if name == "killed" else ())
    if not war:
        _over_its_counts(case)
    _weapons(case)
    _contents(case)
    _denied(case, realis)
    tellers = max((voices.tellers(voices.by_outlet(lot)) for lot in _of_one_time(case)), key=len)
    grade = "contested" if case.contested else "corroborated" if len(tellers) > 1 else "single-source"
    return Incident(
        content_id("incident", min(a.event.id for a in accounts)),
        kind,
        realis,
        grade,
        tuple(case.settled),
        tuple(case.contested),
        tuple(sorted(a.event.id for a in accounts)),
        tuple(sorted({a.report for a in accounts})),
        tuple(case.dissent),
        tuple(dict.fromkeys(reasons)),
        max(1, len(tellers)),
        tuple(case.best),
        tuple(sorted(a.event.id for a in aside)),
    )


def _of_one_time(case: Case) -> list[list[Account]]:
    """The accounts whose sources second each other: all, or, where nobody tells a day, those of some days each.

    That a town is shelled "again" in June and in August are two sources for two happenings that nothing tells apart.
    """
    if any(isinstance(v, TimeValue) and v.earliest for e in case.settled if e.field == "time" for v in e.values):
        return [case.accounts]
    days = sorted({account.published for account in case.accounts if account.published})
    near = [[a for a in case.accounts if a.published and 0 <= (a.published - day).days <= DAYS] for day in days]
    return near or [case.accounts]


def _type(accounts: Sequence[Account]) -> str:
    """The type that most sources tell, each by its surest account, or what two tell finer; of equals the surest."""
    of: dict[str, set[str]] = {}
    surest: dict[str, Event] = {}
    for account in accounts:
        of.setdefault(account.event.type, set()).add(account.source)
        surest[account.source] = max(
            (account.event, surest.get(account.source, account.event)), key=lambda event: (event.confidence, event.type)
        )
    votes = Counter(event.type for event in surest.values())
    sure = {kind: max((e.confidence for e in surest.values() if e.type == kind), default=0.0) for kind in of}
    most = max(of, key=lambda kind: (votes[kind], sure[kind], kind))
    finer = of.get(_FINER.get(most, ""), set())
    return _FINER[most] if len(finer) > 1 and 2 * len(finer) >= len(of[most]) else most


def _realis(accounts: Sequence[Account]) -> str:
    """Done if any report tells it as done, background where more tell it so than as news; else as most tell it."""
    told = Counter(a.event.realis for a in accounts)
    if told["actual"]:
        return "historical" if told["historical"] > 2 * told["actual"] else "actual"
    return max(told, key=lambda realis: (realis in voices.DONE, told[realis], realis))


def _of_its_day(case: Case, aside: Sequence[Account]) -> list[Account]:
    """The loose accounts that tell of the incident's own day and of no other place; of others the toll may be any."""
    day = _own_day(v for e in case.settled if e.field == "time" for v in e.values)
    here = [v for e in case.settled if e.field == "place" for v in e.values if isinstance(v, PlaceValue)]
    found = []
    for account in aside:
        there = [c.value for c in account.event.of("place") if isinstance(c.value, PlaceValue)]
        if day and day == _own_day(settled_by(account, "time")) and there:
            found += [account] if all(agree(place, other) for place in here for other in there) else []
    return found


def _own_day(told: Iterable[Value]) -> str | None:
    """The one day on which something is told to have been."""
    times = (v for v in told if isinstance(v, TimeValue) and v.earliest and v.latest and _length(v) <= 1)
    return next((_day(time.earliest, "") for time in times), None)


def _toll(case: Case, name: str, aside: Sequence[Account]) -> None:
    who = (v for entry in case.settled if entry.field == "perpetrator" for v in entry.values)
    doers = {v.actor for v in who if isinstance(v, ActorValue) and v.actor}
    told = tolls.settled(figures(case.voices, name, case.accounts) or figures(aside, name), name, doers)
    if told is None:
        return
    case.settle(name, [told.range])
    case.best.append(Settled(name, (told.best,)))
    if told.contested:
        case.contest(name)
    case.dissent += told.dissent


def _when(case: Case, name: str) -> None:
    """The narrowest time that most sources agree on; times that cannot be one are kept as dissent."""
    told = [(t, s) for t, s in values(case, name, TimeValue) if t.earliest and t.latest]
    if not told:
        told = values(case, name, TimeValue)
        case.settle(name, [t for t, _ in told[:1]])
        return
    support = {time: {s for other, s in told if _meet(time, other)} for time, _ in told}
    exactly = Counter(time for time, _ in told)
    firm = [t for t in support if not is_doubtful(case, name, t)]
    # Of equals the first: what is told without a day is dated late rather than early.
    ordered = sorted(firm or support, key=lambda t: t.latest or "")
    best = max(ordered, key=lambda t: (len(support[t]), -_length(t), exactly[t]))
    case.settle(name, [best])
    for time in support:
        if not _meet(time, best):
            reports = tuple(sorted({a.report for a in case.accounts if time in settled_by(a, name)}))
            case.dissent.append(Dissent(name, time, tellers_of(case, reports), reports))


def _since(case: Case) -> None:
    """The time of a war: from where most reports let it begin to the day of the last that counts its dead."""
    told = Counter(t.earliest for t, _ in values(case, "time", TimeValue) if t.earliest)
    last = max((a.published for a in case.accounts if a.published), default=None)
    if told:
        first = max(told, key=lambda day: (told[day], day))
        case.settle("time", [TimeValue(first, last.isoformat() if last else None, "day")])


def _went_on(case: Case) -> None:
    """The time of what most accounts tell as a course: from where most let it begin to the last day that one tells.

    The narrowest time that agrees with the others is here the last count's window ("in the past two weeks").
    """
    if 2 * sum(went_on(account) is True for account in case.accounts) <= len(case.accounts):
        return
    told = [(t, s) for t, s in values(case, "time", TimeValue) if t.earliest and t.latest]
    begins = Counter(first for first, _ in {(t.earliest, source) for t, source in told})
    if len(told) > 1:
        first = min(begins, key=lambda day: (-begins[day], day))
        case.settled = [entry for entry in case.settled if entry.field != "time"]
        case.settle("time", [TimeValue(first, max(t.latest for t, _ in told if t.latest), "day")])


def _over_its_counts(case: Case) -> None:
    """Stretch the time of what was of several days to all of those over which its dead are counted."""
    time = next((v for e in case.settled if e.field == "time" for v in e.values if isinstance(v, TimeValue)), None)
    if time is None or not time.earliest or not time.latest or _length(time) <= 1:
        return
    dead = [v for e in case.settled if e.field == "killed" for v in e.values if isinstance(v, TollValue)]
    bounds = {bound for toll in dead for bound in (toll.low, toll.high)}
    spans = [time]
    for account in case.accounts:
        over_days = (c.value for c in account.event.of("killed") if SHARED + c.id in account.wording)
        if any(isinstance(v, TollValue) and v.low in bounds for v in over_days):
            told = (v for v in settled_by(account, "time") if isinstance(v, TimeValue) and v.earliest and v.latest)
            spans += [v for v in told if _meet(v, time) and _length(v) > 1]
    first, last = min(_day(t.earliest, "") for t in spans), max(_day(t.latest, "") for t in spans)
    if (first, last) != (_day(time.earliest, ""), _day(time.latest, "")):
        case.settled = [entry for entry in case.settled if entry.field != "time"]
        case.settle("time", [TimeValue(first, last, "day")])


def _of_late(accounts: list[Account]) -> list[Account]:
    """The accounts of the last months of all: what was counted of a war before these has been overtaken."""
    last = max((a.published for a in accounts if a.published), default=None)
    return [a for a in accounts if last and a.published and (last - a.published).days <= MONTHS] or accounts


def _set_aside(case: Case, accounts: Sequence[Account]) -> None:
    """Keep what was counted and does not stand, as overtaken."""
    for name in TOLL_FIELDS:
        for voice in figures(accounts, name):
            told = [*voice.earlier, *((value, voice.reports) for value in voice.values)]
            case.dissent += [Dissent(name, value, voice.by, reports, superseded=True) for value, reports in told]


def _without_longer_counts(case: Case) -> None:
    """Set aside what counts the dead of more than this happening: up to its own report, over days, or of a war."""
    kept = []
    for account in case.voices:
        own, longer = _own_counts(case, account)
        if longer:
            _set_aside(case, [_with_claims(account, longer)])
        kept.append(own)
    case.voices = kept


def _own_counts(case: Case, account: Account) -> tuple[Account, Sequence[Claim]]:
    """The account without its counts of more than this happening, and these."""
    time = next((v for e in case.settled if e.field == "time" for v in e.values if isinstance(v, TimeValue)), None)
    longer = counts_on(account, time)
    ids = {claim.id for claim in longer}
    return _with_claims(account, [c for c in account.event.claims if ids.isdisjoint((c.id, _whole(c)))]), longer


def _without_counted(case: Case, account: Account) -> Account:
    """The account without those as its target whom only its counts of more than this happening name."""
    longer = _own_counts(case, account)[1]
    targets = account.event.of("target")
    counted = [claim for claim in targets if any(count.span.holds(claim.span) for count in longer)]
    gone = {claim.value for claim in counted} - {claim.value for claim in targets if claim not in counted}
    settled = tuple(
        replace(entry, values=tuple(v for v in entry.values if v not in gone)) if entry.field == "target" else entry
        for entry in account.event.settled
    )
    return replace(account, event=replace(account.event, settled=settled)) if gone else account


def _whole(claim: Claim) -> str | None:
    """The id of the count that a claim counts a part of."""
    return claim.value.part_of if isinstance(claim.value, TollValue) else None


def _with_claims(account: Account, claims: Sequence[Claim]) -> Account:
    """The account with these claims alone, and what its report settles of the fields that keep them all."""
    gone = {claim.field for claim in account.event.claims if claim not in claims}
    settled = tuple(entry for entry in account.event.settled if entry.field not in gone)
    return replace(account, event=replace(account.event, claims=tuple(claims), settled=settled))


def _meet(one: TimeValue, other: TimeValue) -> bool:
    """Whether two intervals share a day; an open end is as far as can be."""
    (first, last), (begin, end) = ((_day(t.earliest, "0"), _day(t.latest, "9")) for t in (one, other))
    return first <= end and begin <= last


def _length(time: TimeValue) -> float:
    """Days that an interval is long; one with a time of day is shorter than a day."""
    first, last = (date.fromisoformat(_day(iso, "")) for iso in (time.earliest, time.latest))
    return (last - first).days + 1 - 0.5 * (time.precision in ("minute", "hour"))


def _day(iso: str | None, none: str) -> str:
    return iso[:10] if iso else none


def _weapons(case: Case) -> None:
    """Each kind of weapon once, by its name where it has no kind: those of two sources, or of the only one that tells.

    Where several sources tell of others each, none is settled.
    """
    once: dict[str, WeaponValue] = {}
    told: dict[str, set[str]] = {}
    for value, source in firm_values(case, "weapon", WeaponValue):
        key = value.kind or value.name.lower()
        once.setdefault(key, value)
        told.setdefault(key, set()).add(source)
    least = min(2, len(set().union(*told.values())))
    case.settle("weapon", [once[key] for key in once if len(told[key]) >= least])
    for key, value in once.items():
        if len(told[key]) < least:
            reports = tuple(sorted({a.report for a in case.accounts if value in settled_by(a, "weapon")}))
            case.dissent.append(Dissent("weapon", value, tellers_of(case, reports), reports))


def _contents(case: Case) -> None:
    case.settle("content", dict.fromkeys(value for value, _ in values(case, "content", ContentValue)))


def _denied(case: Case, realis: str) -> None:
    """Who says that what others tell as done did not happen."""
    if realis not in voices.DONE:
        return
    for account in case.accounts:
        if account.event.realis == "denied":
            case.contest("realis")
            claim = next((c for c in account.event.claims if c.said_by), None)
            _, by = voices.source_of(account, claim)
            case.dissent.append(Dissent("realis", None, by, (account.report,), "denied"))
