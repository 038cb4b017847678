"""A cluster of accounts → an incident: every field settled, with range, dissent and grade.

In: the accounts that tell one happening. Out: an :class:`Incident`. One thing to know: nothing is averaged. A toll
is the range over what each independent source says last; a perpetrator over whom sources differ is left open; who
differs is kept as dissent (docs/merging.md has the rules).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from tacitus.merge import tolls, voices
from tacitus.merge.figures import figures
from tacitus.records.event import Settled
from tacitus.records.incident import Account, Dissent, Incident
from tacitus.records.report import content_id
from tacitus.records.value import (
    TOLL_FIELDS,
    ActorValue,
    ContentValue,
    PlaceValue,
    TimeValue,
    Value,
    WeaponValue,
)

V = TypeVar("V", PlaceValue, TimeValue, WeaponValue, ContentValue)
_ACTING = ("perpetrator", "speaker")
#: Types in which a place is taken or left.
_TAKEN = frozenset({"territory_seized", "territory_transfer", "withdrawal", "blockade"})
_FINE = {"exact": 5, "settlement": 4, "district": 3, "province": 2, "country": 1}
_DONE = ("actual", "historical")
#: A state and whatever acts for it.
_STATE = frozenset({"state", "government", "military", "police", "intelligence"})
#: Coalitions that go by the name of the country that leads them: "US-led air strikes" are told as the USA's.
LEADS = {"igo:OIR": "USA", "igo:NATO.isaf": "USA", "igo:SLC": "SAU"}
#: Kinds that describe and accuse nobody in particular.
_NOBODY = frozenset({"gunmen", "other", "civilians", "criminal", "person", None})


@dataclass(slots=True)
class _Case:
    """What has been settled so far."""

    accounts: list[Account]
    settled: list[Settled] = field(default_factory=list)
    best: list[Settled] = field(default_factory=list)
    contested: list[str] = field(default_factory=list)
    dissent: list[Dissent] = field(default_factory=list)

    def settle(self, name: str, values: Iterable[Value]) -> None:
        if kept := tuple(values):
            self.settled.append(Settled(name, kept))

    def contest(self, name: str) -> None:
        if name not in self.contested:
            self.contested.append(name)


def settle(accounts: Sequence[Account], reasons: Sequence[str] = ()) -> Incident:
    """The incident that these accounts tell."""
    case = _Case(voices.in_order(accounts))
    events = case.accounts
    kind, realis = _type(events), _realis(events)
    for name in ("perpetrator", "participant", "speaker"):
        _doers(case, name)
    for name in ("target", "addressee"):
        _done_to(case, name)
    _where(case)
    _when(case, "time")
    _when(case, "deadline")
    for name in TOLL_FIELDS:
        _toll(case, name)
    _weapons(case)
    _contents(case)
    _denied(case, realis)
    tellers = voices.tellers(events)
    grade = "contested" if case.contested else "corroborated" if len(tellers) > 1 else "single-source"
    return Incident(
        content_id("incident", min(a.event.id for a in events)),
        kind,
        realis,
        grade,
        tuple(case.settled),
        tuple(case.contested),
        tuple(sorted(a.event.id for a in events)),
        tuple(sorted({a.report for a in events})),
        tuple(case.dissent),
        tuple(dict.fromkeys(reasons)),
        max(1, len(tellers)),
        tuple(case.best),
    )


def _type(accounts: Sequence[Account]) -> str:
    """The type that most sources support; of equals the surest."""
    of: dict[str, set[str]] = {}
    sure: Counter[str] = Counter()
    for account in accounts:
        of.setdefault(account.event.type, set()).add(account.source)
        sure[account.event.type] = max(sure[account.event.type], account.event.confidence)  # type: ignore[assignment]
    return max(of, key=lambda kind: (len(of[kind]), sure[kind], kind))


def _realis(accounts: Sequence[Account]) -> str:
    """Done if any report tells it as done, background where more tell it so than as news; else as most tell it."""
    told = Counter(a.event.realis for a in accounts)
    if told["actual"]:
        return "historical" if told["historical"] > 2 * told["actual"] else "actual"
    return max(told, key=lambda realis: (realis in _DONE, told[realis], realis))


def _doers(case: _Case, name: str) -> None:
    said = voices.parties(case.accounts, name)
    if name == "perpetrator":
        said = [voice for voice in said if not all(_helps(value) for value in voice.values)] or said
    for account in case.accounts:
        for claim in account.event.of(name):
            if claim.stance == "denied" and account.event.realis != "denied":
                by = voices.source_of(account, claim)[1]
                case.contest(name)
                case.dissent.append(Dissent(name, claim.value, by, (account.report,), "denied"))
    named = [voice for voice in said if _particular(voice.values)]
    rivals = [a for a in named if any(not _agree(a.values, b.values) for b in named)]
    if name == "perpetrator" and rivals:
        case.contest(name)
        for voice in named:
            for value in _all_named(voice.values):
                case.dissent.append(Dissent(name, value, voice.by, voice.reports, voice.stance))
        return
    case.settle(name, _all_named(v for voice in (named or said) for v in voice.values))


def _done_to(case: _Case, name: str) -> None:
    """Those whom most reports name: of a party that one report names among many, its own account tells.

    Civilians stay beside parties with a name; a place is whom it was done to only where nobody else is, or where it was
    taken; nobody does it to himself.
    """
    told: dict[str, set[str]] = {}
    once: dict[str, ActorValue] = {}
    acting = [v for e in case.settled if e.field in _ACTING for v in e.values if isinstance(v, ActorValue)]
    doers = {v.actor for v in acting if v.actor}
    for account in case.accounts:
        for value in _told(account, name):
            if isinstance(value, ActorValue) and (name != "target" or value.actor not in doers):
                key = value.actor or value.name.lower()
                once.setdefault(key, value)
                told.setdefault(key, set()).add(account.source)
    people = {key for key in once if not _is_place(once[key], case)}
    named = people if people and not any(a.event.type in _TAKEN for a in case.accounts) else set(once)
    most = max((len(told[key]) for key in named), default=0)
    case.settle(name, [once[key] for key in once if key in named and len(told[key]) >= min(2, most)])


def _is_place(value: ActorValue, case: _Case) -> bool:
    """Whether a target is the place of the incident, or the country that it lies in."""
    places = [v for a in case.accounts for v in _told(a, "place") if isinstance(v, PlaceValue)]
    names = {name.lower() for p in places for name in (p.name, p.admin1, p.admin2) if name}
    return value.name.lower() in names or (value.kind == "state" and value.country in {p.country for p in places})


def _helps(value: Value) -> bool:
    """Whether it is an aid group or the United Nations as such, who are told of beside those who did it."""
    return isinstance(value, ActorValue) and (value.kind == "ngo" or value.actor == "igo:UN")


def _particular(values: Iterable[Value]) -> bool:
    """Whether somebody is accused in particular: "the coalition" and "warplanes" of no country may be any side's."""
    parties = [v for v in values if isinstance(v, ActorValue)]
    return any(v.actor or (v.kind not in _NOBODY and (v.country or v.kind not in _STATE)) for v in parties)


def _agree(one: Sequence[Value], other: Sequence[Value]) -> bool:
    """Whether two sources may speak of the same parties: one name in common, or one that may describe the other."""
    return any(_same(a, b) for a in one for b in other if isinstance(a, ActorValue) and isinstance(b, ActorValue))


def _same(one: ActorValue, other: ActorValue) -> bool:
    """Whether two names may mean one party: the same, the state and its arms, or a description that fits both."""
    if one.name.lower() == other.name.lower() or one.kind in _NOBODY or other.kind in _NOBODY:
        return True
    if any((leader := LEADS.get(a.actor or "")) and leader == b.country for a, b in ((one, other), (other, one))):
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.kind in _STATE and other.kind in _STATE:
        return True
    if one.actor and other.actor:
        return one.actor == other.actor
    return (one.kind in _STATE) == (other.kind in _STATE)


def _all_named(values: Iterable[Value]) -> list[Value]:
    """Each party once; descriptions only where nobody has a name."""
    once: dict[str, ActorValue] = {}
    for value in values:
        if isinstance(value, ActorValue):
            once.setdefault(value.actor or value.name.lower(), value)
    named = [v for v in once.values() if v.actor]
    return list(named or once.values())


def _toll(case: _Case, name: str) -> None:
    told = tolls.settled(figures(case.accounts, name), name)
    if told is None:
        return
    case.settle(name, [told.range])
    case.best.append(Settled(name, (told.best,)))
    if told.contested:
        case.contest(name)
    case.dissent += told.dissent


def _where(case: _Case) -> None:
    """The finest place that most sources agree on, or else the finest that holds what they say."""
    told = _values(case, "place", PlaceValue)
    if not told:
        return
    named: Counter[str] = Counter(name for name, _ in {(_place_key(place), source) for place, source in told})
    support: dict[PlaceValue, set[str]] = {place: set() for place, _ in told}
    for place in support:
        support[place] = {source for other, source in told if _holds(place, other) or _holds(other, place)}
    sources = set().union(*support.values())
    agreed = [p for p in support if 2 * len(support[p]) > len(sources)] or [*support]
    least = min(2, max(named[_place_key(p)] for p in agreed))  # what one account alone names is its own street
    known = [p for p in agreed if named[_place_key(p)] >= least]
    spelt = Counter(place.name for place, _ in told)
    best = max(
        known,
        key=lambda p: (p.lat is not None, _FINE.get(p.precision or "", 0), len(support[p]), spelt[p.name], p.name),
    )
    case.settle("place", [best])
    for place in support:
        if not (_holds(place, best) or _holds(best, place)) and place.lat is not None:
            reports = tuple(sorted({a.report for a in case.accounts if place in _told(a, "place")}))
            case.dissent.append(Dissent("place", place, _names(case, reports), reports))


def _place_key(place: PlaceValue) -> str:
    return place.gazetteer_id or place.name.lower()


def _holds(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether ``other`` is ``one`` or may lie in it."""
    if one.gazetteer_id and one.gazetteer_id == other.gazetteer_id:
        return True
    if one.lat is None or other.lat is None:
        return one.country in (None, other.country)
    if _FINE.get(one.precision or "", 0) >= _FINE.get(other.precision or "", 0):
        return one.name == other.name and one.country == other.country
    levels: tuple[Callable[[PlaceValue], str | None], ...] = (
        lambda p: p.country,
        lambda p: p.admin1,
        lambda p: p.admin2,
    )
    return all(level(one) in (None, level(other)) for level in levels[: _FINE.get(one.precision or "", 0)])


def _when(case: _Case, name: str) -> None:
    """The narrowest time that most sources agree on; times that cannot be one are kept as dissent."""
    told = [(t, s) for t, s in _values(case, name, TimeValue) if t.earliest and t.latest]
    if not told:
        told = _values(case, name, TimeValue)
        case.settle(name, [t for t, _ in told[:1]])
        return
    support = {time: {s for other, s in told if _meet(time, other)} for time, _ in told}
    best = max(support, key=lambda t: (len(support[t]), -_length(t), t.earliest or ""))
    case.settle(name, [best])
    for time in support:
        if not _meet(time, best):
            reports = tuple(sorted({a.report for a in case.accounts if time in _told(a, name)}))
            case.dissent.append(Dissent(name, time, _names(case, reports), reports))


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


def _weapons(case: _Case) -> None:
    """Each kind of weapon once; one without a kind by its name."""
    once: dict[str, Value] = {}
    for value, _ in _values(case, "weapon", WeaponValue):
        once.setdefault(value.kind or value.name, value)
    case.settle("weapon", once.values())


def _contents(case: _Case) -> None:
    case.settle("content", dict.fromkeys(value for value, _ in _values(case, "content", ContentValue)))


def _denied(case: _Case, realis: str) -> None:
    """Who says that what others tell as done did not happen."""
    if realis not in _DONE:
        return
    for account in case.accounts:
        if account.event.realis == "denied":
            case.contest("realis")
            claim = next((c for c in account.event.claims if c.said_by), None)
            _, by = voices.source_of(account, claim)
            case.dissent.append(Dissent("realis", None, by, (account.report,), "denied"))


def _told(account: Account, name: str) -> Iterator[Value]:
    yield from (v for entry in account.event.settled if entry.field == name for v in entry.values)


def _values(case: _Case, name: str, of: type[V]) -> list[tuple[V, str]]:
    return [(v, a.source) for a in case.accounts for v in _told(a, name) if isinstance(v, of)]


def _names(case: _Case, reports: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(a.outlet or a.report for a in case.accounts if a.report in reports))
