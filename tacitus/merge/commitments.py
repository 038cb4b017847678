"""Incidents → who promised or threatened what by when, and what was reported since.

In: the incidents that speak of what is to come, and a way to the incident of an event. Out: :class:`Commitment`. One
thing to know: a commitment is kept when the act it speaks of has been merged with one told as done; that nothing was
reported since does not say that nothing was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tacitus.records.incident import Incident
from tacitus.records.value import ActorValue, ContentValue, TimeValue

#: Types by which a party binds itself or another to an act.
BINDING = ("promise", "ultimatum", "threat", "agreement", "demand", "ceasefire")
_BY = ("speaker", "perpetrator", "participant")
_TO = ("addressee", "target")


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise, threat, demand or agreement. ``deadline`` is its last day, None where none is told.

    ``acts`` are the incidents spoken of, as they are told now: done (actual), ahead, or denied.
    """

    incident: Incident
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: tuple[str, ...]
    deadline: str | None
    acts: tuple[Incident, ...]

    @property
    def state(self) -> str:
        """``reported done``, ``reported not done``, or ``nothing reported since``."""
        told = {act.realis for act in self.acts}
        if "actual" in told:
            return "reported done"
        return "reported not done" if "denied" in told else "nothing reported since"


def commitments(incidents: Iterable[Incident], incident_of: Callable[[str], Incident | None]) -> Iterator[Commitment]:
    """The commitments among these incidents, those with the nearest deadline first."""
    found = [_commitment(each, incident_of) for each in incidents if _binds(each)]
    yield from sorted(found, key=lambda c: (c.deadline is None, c.deadline or "", c.incident.id))


def _binds(incident: Incident) -> bool:
    if incident.realis not in ("actual", "historical"):
        return False
    return incident.type in BINDING and bool(incident.of("content") or incident.of("deadline"))


def _commitment(incident: Incident, incident_of: Callable[[str], Incident | None]) -> Commitment:
    content = [value for value in incident.of("content") if isinstance(value, ContentValue)]
    acts = {act.id: act for value in content if value.event and (act := incident_of(value.event))}
    deadlines = [v for each in (incident, *acts.values()) for v in each.of("deadline") if isinstance(v, TimeValue)]
    return Commitment(
        incident,
        _names(incident, _BY),
        _names(incident, _TO),
        tuple(value.text for value in content if value.text),
        max((v.latest[:10] for v in deadlines if v.latest), default=None),
        tuple(acts.values()),
    )


def _names(incident: Incident, fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(v.name for field in fields for v in incident.of(field) if isinstance(v, ActorValue))
