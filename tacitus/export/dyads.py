"""Events → dyads, as event coders write them: who did what to whom, a row for each pair.

In: event rows. Out: :class:`Dyad`. One thing to know: what is said and not done has a code of its own. A planned visit
is an intent to cooperate (030), a threatened strike a threat (130), and what is merely feared is nobody's act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from tacitus.export import settled
from tacitus.export.rows_of import EventRow
from tacitus.records import ontology
from tacitus.records.event import Claim
from tacitus.records.ontology import EventType
from tacitus.records.plover import plover_root, root_of
from tacitus.records.report import content_id
from tacitus.records.span import Span
from tacitus.records.value import ACTOR_FIELDS, ActorValue, PlaceValue

_SPOKEN = {"AGREE": "030", "THREATEN": "130", "REJECT": "120"}
#: What CAMEO has under 080 to 083 PLOVER calls CONCEDE, the rest of its 08 RETREAT.
_CONCEDE = frozenset({"080", "081", "082", "083"})
#: The Goldstein scale of the CAMEO codes that the ontology uses; 176 is younger than the scale.
GOLDSTEIN = {
    "010": 0.0, "030": 4.0, "040": 1.0, "042": 1.9, "045": 5.0, "051": 3.4, "057": 8.0, "060": 6.0, "070": 7.0,
    "080": 5.0, "0841": 7.0, "085": 7.0, "0871": 9.0, "0874": 10.0, "090": -2.0, "100": -5.0, "112": -2.0,
    "116": -2.0, "120": -4.0, "130": -4.4, "139": -7.0, "141": -6.5, "142": -6.5, "143": -6.5, "144": -7.5,
    "145": -7.5, "150": -7.2, "154": -7.2, "163": -8.0, "166": -7.0, "170": -7.0, "171": -9.2, "1711": -9.2,
    "1712": -9.2, "172": -5.0, "173": -5.0, "175": -9.0, "181": -9.0, "182": -9.5, "1821": -9.0, "1823": -10.0,
    "1831": -10.0, "1833": -10.0, "186": -10.0, "190": -10.0, "191": -9.5, "192": -9.5, "193": -10.0, "194": -10.0,
    "195": -10.0, "2041": -10.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dyad:
    """One pair of an event; a side that is not told is None. ``number`` counts an event's pairs from 1."""

    row: EventRow
    number: int
    source: ActorValue | None
    target: ActorValue | None

    @property
    def id(self) -> str:
        """The event's id; the second pair's ends in ``-2``."""
        return self.row.event.id if self.number == 1 else f"{self.row.event.id}-{self.number}"

    @property
    def integer(self) -> int:
        """The same as a whole number of at most 60 bits, for schemes that have numbers."""
        return int(content_id("dyad", self.id)[:15], 16)

    @property
    def kind(self) -> EventType:
        """The event's type."""
        return ontology.load()[self.row.event.type]

    @property
    def label(self) -> str:
        """The type's name, with how it is told where it is not done."""
        realis = self.row.event.realis
        return self.kind.label if realis == "actual" else f"{self.kind.label} ({realis})"

    @property
    def root(self) -> str | None:
        """Our PLOVER root."""
        return root_of(self.row.event, self.row.text or "")

    @property
    def cameo(self) -> str | None:
        """The CAMEO code."""
        return cameo(self.kind, self.row.event.realis)

    @property
    def goldstein(self) -> float | None:
        """Its weight on the Goldstein scale."""
        return GOLDSTEIN.get(self.cameo or "")

    @property
    def place(self) -> PlaceValue:
        """Where it happened."""
        return settled.place(self.row.event.settled)

    @property
    def spot(self) -> tuple[float | None, float | None]:
        """Latitude and longitude."""
        return settled.point(self.place) or (None, None)

    @property
    def day(self) -> date | None:
        """The day, if it is known to the day."""
        return settled.interval(self.row.event.settled).day

    def claim(self, party: ActorValue | None, near: Span | None = None) -> Claim | None:
        """The claim that names the party, the nearest to the words at ``near`` (else to the trigger)."""
        at = (near or self.row.event.trigger).start
        found = [claim for claim in self.row.event.of(*ACTOR_FIELDS) if party and _names(claim, party)]
        return min(found, key=lambda claim: abs(claim.span.start - at), default=None)


def dyads(rows: Iterable[EventRow]) -> Iterator[Dyad]:
    """The pairs of each event; one with only one side, or none, is a row too."""
    for row in rows:
        symmetric = ontology.load()[row.event.type].symmetric
        sources, targets, others = settled.sides(row.event.settled, symmetric=symmetric, distinct=True)
        pairs: Iterable[tuple[ActorValue | None, ActorValue | None]]
        if symmetric and others:
            pairs = combinations([*sources, *targets, *others], 2)
        else:
            pairs = product(sources or (None,), targets or (None,))
        yield from (Dyad(row, number, *pair) for number, pair in enumerate(pairs, 1))


def cameo(kind: EventType, realis: str) -> str | None:
    """The CAMEO code of a type as it is told; None for what is feared and for what CAMEO has no code."""
    if realis in ("actual", "historical") or kind.cameo is None:
        return kind.cameo
    root = plover_root(kind, realis)
    return _SPOKEN.get(root or "", kind.cameo if root else None)


def plover(row: EventRow) -> tuple[str | None, str | None]:
    """PLOVER's own event and mode. The ontology's YIELD is two there: CONCEDE (without modes) and RETREAT."""
    kind = ontology.load()[row.event.type]
    root = root_of(row.event, row.text or "")
    if root == "YIELD":
        eased = kind.cameo in _CONCEDE or kind.family == "protest"  # a strike that is called off: CAMEO 082
        return ("CONCEDE", None) if eased else ("RETREAT", kind.plover_mode)
    return root, kind.plover_mode if root == kind.plover else None


def coded(row: EventRow) -> bool:
    """Whether CAMEO codes it."""
    return cameo(ontology.load()[row.event.type], row.event.realis) is not None


def rooted(row: EventRow) -> bool:
    """Whether PLOVER codes it."""
    return root_of(row.event, row.text or "") is not None


def _names(claim: Claim, party: ActorValue) -> bool:
    value = claim.value
    if not isinstance(value, ActorValue):
        return False
    return value.actor == party.actor if party.actor else value.name == party.name
