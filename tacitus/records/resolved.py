"""What the words of a report stand for: each resolved span with its value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TimeValue, TollValue, WeaponValue


@dataclass(frozen=True, slots=True)
class Counted:
    """People that the report counts: the words and what they come to. ``named``: a person without a number word."""

    span: Span
    value: TollValue
    named: bool = False

    def __hash__(self) -> int:
        """By the place alone, which says nearly all: hashing the value too takes three times as long."""
        return hash(self.span)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whose communiqué a report is: the words that tell it and the party.

    ``sends``: the party is the report's outlet as well, so that the report's own word is its word without more.
    """

    span: Span
    actor: ActorValue
    sends: bool = False


@dataclass(frozen=True, slots=True)
class Ours:
    """What is known of the "we" and "our men" of a report before it is known who says them.

    ``parts``: the mentions, each with the part of the speaker's party that it is ("" the party itself, "military" or
    "police" its forces). ``behind``: sources, each with the party for which it says "we". ``issuer``: whose own words
    the report is.
    """

    parts: Mapping[Span, str] = field(default_factory=dict)
    behind: Mapping[Span, ActorValue] = field(default_factory=dict)
    issuer: Issuer | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """Values by the span of the mention they were read from; what is not there could not be resolved.

    A toll's words may reach further than the reader saw: they are those of the whole count.
    """

    actors: Mapping[Span, ActorValue]
    places: Mapping[Span, PlaceValue]
    times: Mapping[Span, TimeValue]
    tolls: Mapping[Span, Counted]
    weapons: Mapping[Span, WeaponValue]
    counts: tuple[Counted, ...] = ()  # every count of people in the report, a toll or not
    fates: Mapping[Counted, str] = field(default_factory=dict)  # the toll field of counts whose grammar tells it
    ours: Ours = field(default_factory=Ours)
