"""What is settled, read off for a table: settled fields come in; places, days, figures and a sentence go out.

One thing to know: nothing is made finer than it is. A country has no point, a month no day, and "at least 30" no
upper bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from tacitus.export import table
from tacitus.export.nations import nation
from tacitus.records import ontology
from tacitus.records.event import Event, Settled
from tacitus.records.incident import Incident
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

Fields = tuple[Settled, ...]
_FINE = {"exact": 5, "settlement": 4, "district": 3, "province": 2, "country": 1}


@dataclass(frozen=True, slots=True)
class Interval:
    """The days between which something happened; ``days`` None where an end is open."""

    first: date | None = None
    last: date | None = None
    precision: str | None = None

    @property
    def days(self) -> int | None:
        """How many days it is long."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    @property
    def day(self) -> date | None:
        """The day, if it is known to the day."""
        return self.first if self.days == 1 else None


def of(fields: Fields, name: str) -> tuple[Value, ...]:
    """The settled values of a field."""
    for entry in fields:
        if entry.field == name:
            return entry.values
    return ()


def parties(fields: Fields, *names: str) -> list[ActorValue]:
    """Who is settled in the fields, each once; a thing (a market, a bridge) is no party."""
    found = (v for name in names for v in of(fields, name) if isinstance(v, ActorValue) and (v.actor or v.kind))
    return list({(v.actor or v.name): v for v in found}.values())


def sides(
    fields: Fields, *, symmetric: bool, distinct: bool = False
) -> tuple[list[ActorValue], list[ActorValue], list[ActorValue]]:
    """Who acts, whom it is done to, and of whom the side is not known: of three in a fight, the third.

    ``distinct``: what is merely described ("people", "children", "bodies") is one party for each kind and country.
    """
    agents = parties(fields, "perpetrator", "speaker")
    targets = parties(fields, "target", "addressee")
    others = [p for p in parties(fields, "participant") if p not in agents and p not in targets]
    if distinct:
        agents, targets, others = _distinct(agents), _distinct(targets), _distinct(others)
    if symmetric and others:
        agents = agents or [others.pop(0)]
        targets = targets or ([others.pop(0)] if others else [])
        return agents, targets, others
    return (agents, targets, others) if agents else (others, targets, [])


def _distinct(found: list[ActorValue]) -> list[ActorValue]:
    once: dict[tuple[str | None, ...], ActorValue] = {}
    for party in found:
        described = party.actor is None and party.name.islower()
        once.setdefault((None, party.kind, party.country) if described else (party.actor or party.name,), party)
    return list(once.values())


def place(fields: Fields) -> PlaceValue:
    """The finest of the settled places that has a point, or the finest."""
    found = [v for v in of(fields, "place") if isinstance(v, PlaceValue)]
    return max(found, key=lambda p: (p.lat is not None, _FINE.get(p.precision or "", 0)), default=PlaceValue(""))


def point(where: PlaceValue) -> tuple[float, float] | None:
    """Latitude and longitude; None for a country, whose middle is nowhere."""
    if where.lat is None or where.lon is None or where.precision == "country":
        return None
    return where.lat, where.lon


def town(where: PlaceValue) -> str | None:
    """The name, where the place is a settlement or lies in one."""
    return where.name if where.precision in ("exact", "settlement") else None


def in_words(where: PlaceValue) -> str:
    """A place with what holds it."""
    return ", ".join(dict.fromkeys(filter(None, (where.name, where.admin1, nation(where.country).name))))


def interval(fields: Fields) -> Interval:
    """When it happened."""
    time = next((v for v in of(fields, "time") if isinstance(v, TimeValue)), None)
    if time is None:
        return Interval()
    return Interval(_date(time.earliest), _date(time.latest), time.precision)


def _date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def toll(fields: Fields, name: str) -> TollValue | None:
    """The settled toll."""
    for value in of(fields, name):
        if isinstance(value, TollValue):
            return value
    return None


def best(incident: Incident, name: str) -> TollValue | None:
    """The figure that most sources give; the settled toll where there is but one."""
    return toll(incident.best, name) or toll(incident.settled, name)


def figure(value: TollValue | None) -> int | None:
    """One number for a toll: the figure itself, the middle of "some 40", else the lowest that is said."""
    if value is None:
        return None
    low, high = value.low, value.high
    if high is None or low == high:
        return low
    middle = (low + high) // 2
    rough = middle % 5 == 0 and abs(low - 0.9 * middle) <= 1 and abs(high - 1.1 * middle) <= 1
    return middle if rough and middle >= 10 else low


def names(values: Iterable[Value]) -> str:
    """Names, one after the other."""
    return "; ".join(dict.fromkeys(v.name for v in values if isinstance(v, (ActorValue, PlaceValue, WeaponValue))))


def named(name: str) -> Callable[[Fields], str]:
    """Finds the names in a field."""
    return lambda fields: names(of(fields, name))


def contents(fields: Fields) -> str:
    """What was said: its words, or the event that it speaks of."""
    found = (v for v in of(fields, "content") if isinstance(v, ContentValue))
    return "; ".join(filter(None, (v.text or (f"event {v.event}" if v.event else "") for v in found)))


def sentence(thing: Incident | Event) -> str:
    """What happened, put together from settled fields alone: never a sentence of a report."""
    kind = ontology.load()[thing.type]
    fields = thing.settled
    agents, targets, others = sides(fields, symmetric=kind.symmetric)
    realis = "" if thing.realis == "actual" else f" ({thing.realis})"
    told = [kind.label + realis]
    if agents or targets:
        between = " and " if kind.symmetric else " against " if kind.family == "violence" else " → "
        told.append(between.join(filter(None, (names(agents) or "somebody unknown", names(targets)))))
    if others:
        told.append(f"also {names(others)}")
    where = place(fields)
    told.append(in_words(where))
    told += [table.when(v) for v in of(fields, "time")[:1]]
    for name in TOLL_FIELDS:
        if value := toll(fields, name):
            told.append(f"{table.count(value)} {name}{_best_figure(thing, name, value)}")
    if isinstance(thing, Incident):
        told.append(_standing(thing))
    return ". ".join(filter(None, told)) + "."


def _best_figure(thing: Incident | Event, name: str, value: TollValue) -> str:
    most = toll(thing.best, name) if isinstance(thing, Incident) else None
    return f" (best figure {table.count(most)})" if most and (most.low, most.high) != (value.low, value.high) else ""


def _standing(incident: Incident) -> str:
    sources = "1 source" if incident.sources == 1 else f"{incident.sources} independent sources"
    apart = f"; they differ on {', '.join(incident.contested)}" if incident.contested else ""
    return f"{incident.grade.capitalize()}, {sources}{apart}"
