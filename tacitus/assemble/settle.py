"""The claims of one event → what the report as a whole says on each field.

One thing to know: this settles inside one report only. Rival reports are settled by merge.
"""

from __future__ import annotations

from collections.abc import Sequence

from tacitus.assemble.tolls import total
from tacitus.records.event import Claim, Settled
from tacitus.records.value import ACTOR_FIELDS, TOLL_FIELDS, ActorValue, PlaceValue, TimeValue, TollValue, Value

_FINE = {"exact": 5, "settlement": 4, "district": 3, "province": 2, "country": 1, None: 0}


def settle(claims: Sequence[Claim], text: str) -> tuple[Settled, ...]:
    """One entry for each field that is claimed, in the order of the claims."""
    fields = dict.fromkeys(claim.field for claim in claims)
    found = [Settled(field, _values(field, [c for c in claims if c.field == field], text)) for field in fields]
    return tuple(entry for entry in found if entry.values)


def _values(field: str, claims: Sequence[Claim], text: str) -> tuple[Value, ...]:
    if field in TOLL_FIELDS:
        bounds = total(claims, text)
        return (TollValue(bounds.low, bounds.high),) if bounds else ()
    if field in ACTOR_FIELDS:
        return tuple(_parties(claims))
    if field == "place":
        return (max(claims, key=_fineness).value,)
    if field in ("time", "deadline"):
        return (_narrowest([c.value for c in claims if isinstance(c.value, TimeValue)]),)
    return tuple(dict.fromkeys(c.value for c in claims))


def _parties(claims: Sequence[Claim]) -> list[Value]:
    """Each party once, a name before a description."""
    best: dict[str, ActorValue] = {}
    for claim in sorted(claims, key=lambda c: -c.confidence):
        if isinstance(claim.value, ActorValue):
            best.setdefault(claim.value.actor or claim.value.name.lower(), claim.value)
    return list(best.values())


def _fineness(claim: Claim) -> tuple[int, float]:
    assert isinstance(claim.value, PlaceValue)  # noqa: S101 - only places are claimed for the field "place"
    return _FINE.get(claim.value.precision, 0), claim.confidence


def _narrowest(times: Sequence[TimeValue]) -> TimeValue:
    """The narrowest of the intervals; one with a day wins over a bare time of day."""
    order = ("minute", "hour", "day", "week", "month", "season", "year", "decade", "relative")
    return min(times, key=lambda t: order.index(t.precision) if t.precision in order else len(order))
