"""The labels of the reader's heads: one table that training and reading share.

One thing to know: all heads over word pieces are one matrix; ``SLICES`` says which columns are whose.
"""

from __future__ import annotations

from tacitus.records.ontology import load
from tacitus.records.value import ACTOR_KINDS, REALIS, TOLL_FIELDS

NAMES = ("person", "organisation", "location")
MENTIONS = ("actor", "facility", "place", "time", "weapon")
TYPES = tuple(load().types)
ROLES = (
    "agent", "target", "victim", "place", "time", "deadline", "weapon", "content", "toll", "source", "said",
    "part_of", "same",
)  # fmt: skip
#: What can stand at the head of a link besides a trigger (whose class is its type) …
HEADS = (*TYPES, "cue", "toll", "actor")
#: … and at its tail.
TAILS = (*MENTIONS, "toll", "content", "trigger")


def bio(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Outside, then begin and inside for each label."""
    return ("O", *(f"{mark}-{label}" for label in labels for mark in "BI"))


#: Every head over word pieces and its labels. Layers of tags may overlap each other.
LAYERS = {
    "name": bio(NAMES),
    "mention": bio(MENTIONS),
    "inner": bio(MENTIONS),
    "trigger": bio(("trigger",)),
    "toll": bio(("toll",)),
    "cue": bio(("cue",)),
    "content": bio(("content",)),
    "type": TYPES,
    "realis": REALIS,
    "kind": ACTOR_KINDS,
    "field": TOLL_FIELDS,
}
TAGGED = ("name", "mention", "inner", "trigger", "toll", "cue", "content")


def _slices() -> dict[str, slice]:
    at, found = 0, {}
    for name, labels in LAYERS.items():
        found[name] = slice(at, at + len(labels))
        at += len(labels)
    return found


SLICES = _slices()
WIDTH = sum(map(len, LAYERS.values()))

#: Distances in words between two spans, in buckets; the sign says which comes first.
EDGES = (-120, -60, -30, -16, -9, -5, -3, -1, 0, 1, 3, 5, 9, 16, 30, 60, 120)

#: So many triggers or likenesses of the tail between two spans, and so many sentences, are told apart.
CROWD, APART = 3, 3


def may_link(head: str, tail: str) -> bool:
    """Whether a head of this class can have a tail of that class at all."""
    if head == "cue":
        return tail in ("actor", "content")
    if head == "toll":
        return tail == "toll"
    if head == "actor":
        return tail == "actor"
    return True
