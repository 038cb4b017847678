"""The reader's scores → confidences that mean something: of claims at 0.8, eight in ten are right.

In: events with raw scores. Out: the same events with calibrated confidence, without what is below a threshold and
without weak events beside sure ones. One thing to know: each field has its own curve, two numbers fitted on the corpus'
dev part by ``training.calibrate``; they ship beside the weights that they belong to.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from tacitus.records.event import Claim, Event
from tacitus.records.value import ContentValue, TollValue

EVENT = "event"  # the curve of an event as a whole: is there one, and is it of this type
Curve = tuple[float, float]  # slope and shift of the score's log odds
#: Of the events below WEAK three in four are none or of another type. They are told where they count people, which
#: nobody should lose, and where the report tells nothing from SURE on: then they are all there is.
WEAK, SURE = 0.3, 0.7


@dataclass(frozen=True, slots=True)
class Sure:
    """Curves by field, and the confidence from which on anything is told."""

    curves: Mapping[str, Curve] = field(default_factory=dict)
    least: float = 0.0

    @classmethod
    def open(cls, file: Path, least: float = 0.0) -> Sure:
        """The curves of a file; none where there is no file, so that scores stay as they are."""
        curves = json.loads(file.read_text("utf-8")) if file.is_file() else {}
        return cls({name: (slope, shift) for name, (slope, shift) in curves.items()}, least)

    def confidence(self, name: str, score: float) -> float:
        """The probability that what has this score is right."""
        return _on_curve(*self.curves.get(name, (1.0, 0.0)), score)

    def weigh(self, events: Sequence[Event]) -> list[Event]:
        """The events with their confidences, without what is less sure than asked for."""
        weighed = [self._event(event) for event in events]
        kept = [event for event in weighed if event.confidence >= self.least]
        if self.curves and any(event.confidence >= SURE for event in kept):
            kept = [event for event in kept if event.confidence >= WEAK or _counts_people(event)]
        known = {event.id for event in kept}
        whole = [_whole(c for c in e.claims if _refers(c, known)) for e in kept]
        return [e if claims == e.claims else replace(e, claims=claims) for e, claims in zip(kept, whole, strict=True)]

    def _event(self, event: Event) -> Event:
        claims = (
            Claim(c.id, c.field, c.value, c.span, c.said_by, c.stance, self.confidence(c.field, c.confidence))
            for c in event.claims
        )
        told = tuple(c for c in claims if c.confidence >= self.least)
        return replace(event, confidence=self.confidence(EVENT, event.confidence), claims=told)


@lru_cache(maxsize=20_000)
def _on_curve(slope: float, shift: float, score: float) -> float:
    """Where a score comes out on a curve; remembered, since scores have three digits."""
    return round(_squash(slope * log_odds(score) + shift), 3)


def log_odds(score: float) -> float:
    """The log odds of a score, which is kept off 0 and 1."""
    held = min(max(score, 0.005), 0.995)
    return math.log(held / (1 - held))


def _squash(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _counts_people(event: Event) -> bool:
    return any(isinstance(claim.value, TollValue) for claim in event.claims)


def _refers(claim: Claim, events: set[str]) -> bool:
    """Whether a claim speaks of nothing that was left out."""
    return not (isinstance(claim.value, ContentValue) and claim.value.event) or claim.value.event in events


def _whole(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, without the parts of what was left out: six of thirty dead are not "six dead"."""
    kept = tuple(claims)
    while True:
        ids = {c.id for c in kept}
        left = tuple(c for c in kept if not (isinstance(c.value, TollValue) and c.value.part_of not in {None, *ids}))
        if len(left) == len(kept):
            return kept
        kept = left
