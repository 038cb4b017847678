"""What the reader finds in a report, before anything is resolved: mentions, triggers and links.

Indices in a link point into :attr:`Markup.mentions` (tails) and into mentions or triggers (heads),
so a markup is a small graph over the words of one report.
"""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.records.span import Span

#: The label of the time at the head of a post or an entry, which is that of all that is told there.
STAMP = "stamp"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something.

    ``kind`` is actor · facility · place · time · weapon · toll · cue · content; ``label`` refines it: the
    actor kind, or the toll's field.
    """

    span: Span
    kind: str
    label: str | None
    score: float

    def __hash__(self) -> int:
        """By the place alone, which says nearly all: hashing every field takes four times as long."""
        return hash(self.span)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as such, wherever it stands: ``kind`` is person · organisation · location."""

    span: Span
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that tell of a happening, with its leaf type and realis.

    ``passed`` is how far its passage seems to be about conflict, protest or diplomacy at all; ``score`` holds it.
    ``second`` is the type that it may be instead, where that is likely enough.
    """

    span: Span
    type: str
    realis: str
    score: float
    realis_score: float
    passed: float = 1.0
    second: str | None = None

    def __hash__(self) -> int:
        """By the place alone, as a mention's."""
        return hash(self.span)


def is_stamp(tail: Mention | Trigger) -> bool:
    """Whether a mention is the time at the head of a post or an entry."""
    return isinstance(tail, Mention) and tail.label == STAMP


@dataclass(frozen=True, slots=True)
class Link:
    """``head`` (a trigger, cue or toll) has ``tail`` in the given role."""

    head: Mention | Trigger
    role: str
    tail: Mention | Trigger
    score: float


@dataclass(frozen=True, slots=True)
class Markup:
    """All that the reader found in one report, in text order."""

    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    triggers: tuple[Trigger, ...]
    links: tuple[Link, ...]
