"""What has been settled of one incident so far.

In: the accounts, in the order of publication. Out: a :class:`Case`, which the parts of settling fill field by field.
One thing to know: what a report settled by itself is read by :func:`settled_by`, its claims only where who says so
matters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from tacitus.records.event import Settled
from tacitus.records.incident import Account, Dissent
from tacitus.records.value import ContentValue, PlaceValue, TimeValue, Value, WeaponValue

#: What a claim is believed from which on it settles what others tell too.
FIRM = 0.45
V = TypeVar("V", PlaceValue, TimeValue, WeaponValue, ContentValue)


@dataclass(slots=True)
class Case:
    """The fields that are settled, those that are contested, and who differs.

    ``voices`` are the same accounts, of each outlet as one source: what counts where sources are asked who did it and
    how many died. Where and when it happened is told by each report.
    """

    accounts: list[Account]
    voices: list[Account]
    settled: list[Settled] = field(default_factory=list)
    best: list[Settled] = field(default_factory=list)
    contested: list[str] = field(default_factory=list)
    dissent: list[Dissent] = field(default_factory=list)

    def settle(self, name: str, values: Iterable[Value]) -> None:
        """Keep what a field is settled as, if anything."""
        if kept := tuple(values):
            self.settled.append(Settled(name, kept))

    def contest(self, name: str) -> None:
        """Mark a field as contested."""
        if name not in self.contested:
            self.contested.append(name)


def settled_by(account: Account, name: str) -> Iterator[Value]:
    """What the report of an account settles a field as."""
    yield from (v for entry in account.event.settled if entry.field == name for v in entry.values)


def values(case: Case, name: str, of: type[V]) -> list[tuple[V, str]]:
    """What each report settles a field as, and its source."""
    return [(v, a.source) for a in case.accounts for v in settled_by(a, name) if isinstance(v, of)]


def firm_values(case: Case, name: str, of: type[V]) -> list[tuple[V, str]]:
    """What reports settle a field as by claims that are likelier right than wrong, or else by any, with the sources."""
    told = values(case, name, of)
    return [(v, source) for v, source in told if not is_doubtful(case, name, v)] or told


def is_doubtful(case: Case, name: str, value: Value) -> bool:
    """Whether a value is only told by claims that are likelier wrong, such as a place three sentences further on."""
    told = [c.confidence for a in case.accounts for c in a.event.of(name) if c.value == value]
    return bool(told) and max(told) < FIRM


def tellers_of(case: Case, reports: Collection[str]) -> str:
    """The outlets of reports, or the reports where no outlet is known."""
    return "; ".join(dict.fromkeys(a.outlet or a.report for a in case.accounts if a.report in reports))


def country_of(case: Case) -> str | None:
    """The one country where it happened, if it is one."""
    places = [v for a in case.accounts for v in settled_by(a, "place") if isinstance(v, PlaceValue)]
    countries = {place.country for place in places if place.country}
    return countries.pop() if len(countries) == 1 else None
