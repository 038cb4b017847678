"""What came out of a report beside what its annotation says: which events and claims are right.

In: a read document and the annotated report it was read from. Out: a :class:`Compared`. One thing to know: an
event is found when its words overlap an annotated trigger, one for one; a claim is right when its words overlap
those of something in the matching role of that event, and a toll's bounds must be the same too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.corpus.format import Annotated, Line
from tacitus.records.event import Claim, Document
from tacitus.records.value import TOLL_FIELDS, TollValue

#: The annotated roles that a field of a claim may fill.
ROLES_OF = {
    "perpetrator": ("agent",), "speaker": ("agent",), "participant": ("agent", "target", "victim"),
    "target": ("target", "victim"), "addressee": ("target",), "place": ("place",), "time": ("time",),
    "deadline": ("deadline",), "weapon": ("weapon",), "content": ("content",),
    **{field: (field,) for field in TOLL_FIELDS},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """An event or a claim that came out: its field ("event" for an event), its confidence, and whether it is right."""

    field: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """One report: what came out, judged, and how much of what is annotated was found, by field or role."""

    judged: tuple[Judged, ...]
    wanted: dict[str, int]  # "event", the roles, the toll fields: how many are annotated
    found: dict[str, int]  # and how many of these came out
    missed: tuple[tuple[str, str, str], ...]  # (event, role, id) of what did not


def compare(document: Document, report: Annotated) -> Compared:
    """Judge one document."""
    gold = {line.id: line for line in report.lines.values() if line.id[0] == "e"}
    match = _matched(document, report)
    judged: list[Judged] = []
    hit: set[tuple[str, str, str]] = set()
    for event in document.events:
        id_ = match.get(event.id)
        judged.append(Judged("event", event.confidence, id_ is not None and gold[id_].words[0] == event.type))
        for claim in event.claims:
            fillers = list(_fillers(claim, gold[id_], report)) if id_ else []
            hit.update((id_, role, filler) for role, filler in fillers if id_)
            judged.append(Judged(claim.field, claim.confidence, bool(fillers)))
    wanted, found = {"event": len(gold)}, {"event": sum(j.right for j in judged if j.field == "event")}
    for line in gold.values():
        for role, ids in line.roles.items():
            wanted[role] = wanted.get(role, 0) + len(ids)
            found[role] = found.get(role, 0) + sum((line.id, role, i) in hit for i in ids)
    missed = tuple(
        (line.id, role, i) for line in gold.values() for role, ids in line.roles.items() for i in ids
        if (line.id, role, i) not in hit
    )  # fmt: skip
    return Compared(tuple(judged), wanted, found, missed)


def _matched(document: Document, report: Annotated) -> dict[str, str]:
    """Our event's id → the annotated event's: those that share most words first, of these those of one type."""
    scored: list[tuple[int, bool, str, str]] = []
    for event in document.events:
        for line in report.lines.values():
            if line.id[0] != "e":
                continue
            spans = [b for b in report.brackets if b.id == line.id]
            shared = sum(m.start < b.end and b.start < m.end for m in event.mentions for b in spans)
            if shared:
                scored.append((shared, line.words[0] == event.type, event.id, line.id))
    found: dict[str, str] = {}
    for _, _, mine, theirs in sorted(scored, key=lambda s: (-s[1], -s[0], s[2], s[3])):
        if mine not in found and theirs not in found.values():
            found[mine] = theirs
    return found


def _fillers(claim: Claim, event: Line, report: Annotated) -> Iterator[tuple[str, str]]:
    """The annotated (role, id) that a claim has found."""
    for role in ROLES_OF.get(claim.field, ()):
        for id_ in event.roles.get(role, ()):
            over = any(b.id == id_ and b.start < claim.span.end and claim.span.start < b.end for b in report.brackets)
            if over and (not isinstance(claim.value, TollValue) or _bounds(claim.value) == report.lines[id_].words[0]):
                yield role, id_


def _bounds(value: TollValue) -> str:
    """Bounds as the annotation writes them."""
    if value.high == value.low:
        return str(value.low)
    if value.high is None:
        return f"{value.low}.."
    return f"{value.low}..{value.high}" if value.low else f"..{value.high}"
