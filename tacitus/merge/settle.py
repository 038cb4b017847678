"""A cluster of accounts → an incident: every field settled, with range, dissent and grade.

In: the accounts that tell one happening. Out: an :class:`Incident`. One thing to know: nothing is averaged. A toll
is the range over what each independent source says last; a perpetrator over whom sources differ is left open; who
differs is kept as dissent (docs/merging.md has the rules).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from tacitus.merge import parties, tolls, voices
from tacitus.merge.case import Case, settled_by
from tacitus.merge.facts import counts_on, is_war, went_on
from tacitus.merge.figures import figures
from tacitus.merge.spelling import is_namesake, one_name, own_name
from tacitus.records.event import Claim, Settled
from tacitus.records.incident import Account, Dissent, Incident
from tacitus.records.placenames import name_key, skeleton, without_article
from tacitus.records.report import content_id
from tacitus.records.value import (
    TOLL_FIELDS,
    ContentValue,
    PlaceValue,
    TimeValue,
    WeaponValue,
)

V = TypeVar("V", PlaceValue, TimeValue, WeaponValue, ContentValue)
_FINE = {"exact": 5, "settlement": 4, "district": 3, "province": 2, "country": 1}
#: A village that the gazetteer does not know is finer than what holds it, and than what lies near a town.
_VILLAGE = 3.5
#: One in so many sources at least names the place that is settled.
FEW = 4
#: What first reports tell of a thing, and what it is called when more is known of it.
_FINER = {"bombing": "suicide_bombing"}
#: Kinds of places that are parts of a town.
_QUARTERS = frozenset({"district", "neighbourhood", "neighborhood", "quarter", "suburb"})
#: Days within which what is told without a day may be one happening.
DAYS = 4
#: Days for which a count of the dead of a war stands.
MONTHS = 100
_DONE = ("actual", "historical")


def settle(accounts: Sequence[Account], reasons: Sequence[str] = (), loose: Set[str] = frozenset()) -> Incident:
    """The incident that these accounts tell; those that are ``loose`` settle nothing but tolls that no other tells."""
    events = voices.in_order(account for account in accounts if account.event.id not in loose)
    aside = voices.by_outlet(voices.in_order(account for account in accounts if account.event.id in loose))
    case = Case(events, voices.by_outlet(events))
    war = all(is_war(account) for account in events)
    kind, realis = _type(events), _realis(events)
    clash = kind == "armed_clash" and parties.tells_both_sides(case)
    if clash:
        parties.sides(case)
    else:
        parties.doers(case, "perpetrator")
        if kind not in voices.ONE_SIDED:
            parties.doers(case, "participant")
    parties.doers(case, "speaker")
    if not war:  # A war is done to nobody in particular: whom it is told against takes part in it.
        parties.done_to(case, "target", bystanders=clash)
    parties.done_to(case, "addressee")
    _where(case)
    if war:
        _since(case)
        before, case.voices = case.voices, _of_late(case.voices)
        _set_aside(case, [account for account in before if account not in case.voices])
    else:
        _when(case, "time")
        _went_on(case)
        _without_longer_counts(case)
    _when(case, "deadline")
    for name in TOLL_FIELDS:
        _toll(case, name, _of_its_days(case, aside))
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
    """The type that most sources support, or what two tell finer; of equals the surest."""
    of: dict[str, set[str]] = {}
    sure: Counter[str] = Counter()
    for account in accounts:
        of.setdefault(account.event.type, set()).add(account.source)
        sure[account.event.type] = max(sure[account.event.type], account.event.confidence)  # type: ignore[assignment]
    most = max(of, key=lambda kind: (len(of[kind]), sure[kind], kind))
    finer = of.get(_FINER.get(most, ""), set())
    return _FINER[most] if len(finer) > 1 and 2 * len(finer) >= len(of[most]) else most


def _realis(accounts: Sequence[Account]) -> str:
    """Done if any report tells it as done, background where more tell it so than as news; else as most tell it."""
    told = Counter(a.event.realis for a in accounts)
    if told["actual"]:
        return "historical" if told["historical"] > 2 * told["actual"] else "actual"
    return max(told, key=lambda realis: (realis in _DONE, told[realis], realis))


def _of_its_days(case: Case, aside: Sequence[Account]) -> list[Account]:
    """The loose accounts that tell the day of the incident or came out in its days; of others the toll may be any."""
    days = [v for e in case.settled if e.field == "time" for v in e.values if isinstance(v, TimeValue) and v.earliest]
    days = days or list(map(_lately, case.accounts))
    found = []
    for account in aside:
        told = [v for v in settled_by(account, "time") if isinstance(v, TimeValue) and v.earliest] or [_lately(account)]
        found += [account] if any(_meet(day, time) for day in days for time in told) else []
    return found


def _lately(account: Account) -> TimeValue:
    """The days before a report came out; any day where nobody knows when."""
    last = account.published
    return (
        TimeValue((last - timedelta(DAYS)).isoformat(), last.isoformat(), "day")
        if last
        else TimeValue(None, None, "relative")
    )


def _toll(case: Case, name: str, aside: Sequence[Account]) -> None:
    told = tolls.settled(figures(case.voices, name) or figures(aside, name), name)
    if told is None:
        return
    case.settle(name, [told.range])
    case.best.append(Settled(name, (told.best,)))
    if told.contested:
        case.contest(name)
    case.dissent += told.dissent


def _where(case: Case) -> None:
    """The finest place that most sources agree on, or else the finest that holds what they say."""
    told = _values(case, "place", PlaceValue)
    if not told:
        return
    provinces = {place.gazetteer_id for place, _ in told if is_namesake(place)}
    key = {place: _place_key(place, provinces) for place, _ in told}
    named = {p: len({source for q, source in told if key[p] == key[q] or _is_misplaced(p, q)}) for p in key}
    support: dict[PlaceValue, set[str]] = {place: set() for place, _ in told}
    for place in support:
        support[place] = {source for other, source in told if _holds(place, other) or _holds(other, place)}
    sources = set().union(*support.values())
    agreed = [p for p in support if 2 * len(support[p]) > len(sources)] or [*support]
    # What one account alone names is its own street, and what few of many name is not where all of it happened.
    least = min(max(2, len(sources) // FEW), max(named[p] for p in agreed))
    known = [p for p in agreed if named[p] >= least]
    spelt = Counter(place.name for place, _ in told)

    def rank(place: PlaceValue) -> tuple[bool, float, int, int, str]:
        return place.lat is not None, _fineness(place), len(support[place]), spelt[place.name], place.name

    best = max(known, key=rank)
    if is_namesake(best):  # it may mean the province: the village in there that they name is where it was
        best = max((p for p in known if own_name(p) and _holds(best, p)), key=rank, default=best)
    # Of one name that was put in several places, the one that agrees with what the others tell.
    alike = [p for p in known if p == best or _is_misplaced(p, best)]
    best = max(alike, key=lambda p: (p.lat is not None, len(support[p]), rank(p)))
    case.settle("place", [_quarter(best, case) or _near_town(best, known)])
    for place in support:
        if not (_holds(place, best) or _holds(best, place)) and place.lat is not None:
            reports = tuple(sorted({a.report for a in case.accounts if place in settled_by(a, "place")}))
            case.dissent.append(Dissent("place", place, _names(case, reports), reports))


def _place_key(place: PlaceValue, provinces: Set[str | None]) -> str:
    """What a place goes by: a town and what lies near it are two, and so are a village and its province.

    ``provinces`` are the towns that may mean their province: a quarter of such a one goes by its own name.
    """
    if _is_village(place) or not place.gazetteer_id or (place.gazetteer_id in provinces and own_name(place)):
        return place.name.lower()
    return f"{place.gazetteer_id}{' nearby' if _is_vicinity(place) else ''}"


def _fineness(place: PlaceValue) -> float:
    return _VILLAGE if _is_village(place) else _FINE.get(place.precision or "", 0)


def _is_misplaced(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether one name was put in two provinces, or in none: one thing hardly was in two villages of one name."""
    return one.admin1 != other.admin1 and one_name(one, other)


def _is_vicinity(place: PlaceValue) -> bool:
    """Whether it is said to be near a town, and not in it."""
    return place.kind == "settlement" and place.precision == "district"


def _is_village(place: PlaceValue) -> bool:
    """Whether it has a name of its own, and is known only by the district or province that it lies in."""
    if place.precision not in ("district", "province") or _is_vicinity(place) or not place.name[:1].isupper():
        return False
    return place.name not in (place.country, place.admin1, place.admin2) and place.kind not in ("district", "province")


def _quarter(town: PlaceValue, case: Case) -> PlaceValue | None:
    """The quarter of a settled town that most sources name, however they spell it and however near it is put."""
    told = [(c.value, a.source) for a in case.accounts for c in a.event.of("place") if isinstance(c.value, PlaceValue)]
    found: dict[str, tuple[list[PlaceValue], set[str]]] = {}
    for place, source in told:
        near = place.gazetteer_id == town.gazetteer_id or (
            place.precision == "province" and place.admin1 == town.admin1
        )
        if near and (name := _own_part(place)):
            places, sources = found.setdefault(name, ([], set()))
            places += [place] if place.gazetteer_id == town.gazetteer_id and place.precision == "settlement" else []
            sources.add(source)
    everybody = {source for _, source in told}
    most = next((places for places, sources in found.values() if 2 * len(sources) > len(everybody)), None)
    return Counter(most).most_common(1)[0][0] if most else None


def _own_part(place: PlaceValue) -> str:
    """The consonants of a quarter's own name, without its town's; nothing where it is no quarter by name."""
    towns = name_key(f"{place.admin1 or ''} {place.admin2 or ''}").split()
    words = [word for word in without_article(name_key(place.name)).split() if word.removesuffix("s") not in towns]
    return skeleton("".join(word for word in words if word not in _QUARTERS)) if place.kind in _QUARTERS else ""


def _near_town(place: PlaceValue, known: Sequence[PlaceValue]) -> PlaceValue:
    """A village, with the point of the town that others say it happened near, if one is all they say."""
    near = {p.gazetteer_id: p for p in known if _is_vicinity(p) and p.admin1 == place.admin1}
    if place.precision != "province" or not _is_village(place) or len(near) != 1:
        return place
    (town,) = near.values()
    return replace(place, lat=town.lat, lon=town.lon, precision="district", gazetteer_id=town.gazetteer_id)


def _holds(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether ``other`` is ``one`` or may lie in it."""
    if one.gazetteer_id and one.gazetteer_id == other.gazetteer_id:
        return True
    if one.lat is None or other.lat is None:
        return one.country in (None, other.country)
    if _is_misplaced(one, other):
        return True
    if is_namesake(one) and (one.country, one.admin1) == (other.country, other.admin1):
        return bool(own_name(other))  # as its province would
    if _FINE.get(one.precision or "", 0) >= _FINE.get(other.precision or "", 0):
        return one.name == other.name and one.country == other.country
    levels: tuple[Callable[[PlaceValue], str | None], ...] = (
        lambda p: p.country,
        lambda p: p.admin1,
        lambda p: p.admin2,
    )
    return all(level(one) in (None, level(other)) for level in levels[: _FINE.get(one.precision or "", 0)])


def _when(case: Case, name: str) -> None:
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
            reports = tuple(sorted({a.report for a in case.accounts if time in settled_by(a, name)}))
            case.dissent.append(Dissent(name, time, _names(case, reports), reports))


def _since(case: Case) -> None:
    """The time of a war: from where most reports let it begin to the day of the last that counts its dead."""
    told = Counter(t.earliest for t, _ in _values(case, "time", TimeValue) if t.earliest)
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
    told = [(t, s) for t, s in _values(case, "time", TimeValue) if t.earliest and t.latest]
    begins = Counter(first for first, _ in {(t.earliest, source) for t, source in told})
    if len(told) > 1:
        first = min(begins, key=lambda day: (-begins[day], day))
        case.settled = [entry for entry in case.settled if entry.field != "time"]
        case.settle("time", [TimeValue(first, max(t.latest for t, _ in told if t.latest), "day")])


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
    """Set aside what counts the dead of more than this happening: up to its own report, or of a war."""
    ends = [v.latest for e in case.settled if e.field == "time" for v in e.values if isinstance(v, TimeValue)]
    last = date.fromisoformat(ends[0][:10]) if ends and ends[0] else None
    kept = []
    for account in case.voices:
        if longer := counts_on(account, last):
            _set_aside(case, [_with_claims(account, longer)])
            account = _with_claims(account, [c for c in account.event.claims if c not in longer])
        kept.append(account)
    case.voices = kept


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
    for value, source in _values(case, "weapon", WeaponValue):
        key = value.kind or value.name.lower()
        once.setdefault(key, value)
        told.setdefault(key, set()).add(source)
    least = min(2, len(set().union(*told.values())))
    case.settle("weapon", [once[key] for key in once if len(told[key]) >= least])
    for key, value in once.items():
        if len(told[key]) < least:
            reports = tuple(sorted({a.report for a in case.accounts if value in settled_by(a, "weapon")}))
            case.dissent.append(Dissent("weapon", value, _names(case, reports), reports))


def _contents(case: Case) -> None:
    case.settle("content", dict.fromkeys(value for value, _ in _values(case, "content", ContentValue)))


def _denied(case: Case, realis: str) -> None:
    """Who says that what others tell as done did not happen."""
    if realis not in _DONE:
        return
    for account in case.accounts:
        if account.event.realis == "denied":
            case.contest("realis")
            claim = next((c for c in account.event.claims if c.said_by), None)
            _, by = voices.source_of(account, claim)
            case.dissent.append(Dissent("realis", None, by, (account.report,), "denied"))


def _values(case: Case, name: str, of: type[V]) -> list[tuple[V, str]]:
    return [(v, a.source) for a in case.accounts for v in settled_by(a, name) if isinstance(v, of)]


def _names(case: Case, reports: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(a.outlet or a.report for a in case.accounts if a.report in reports))
