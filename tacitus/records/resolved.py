"""What the words of a report stand for: each resolved span with its value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TimeValue, TollValue, WeaponValue


@dataclass(frozen=True, slots=True)
class Resolved:
    """Values by the span of the mention they were read from; what is not there could not be resolved."""

    actors: Mapping[Span, ActorValue]
    places: Mapping[Span, PlaceValue]
    times: Mapping[Span, TimeValue]
    tolls: Mapping[Span, TollValue]
    weapons: Mapping[Span, WeaponValue]
