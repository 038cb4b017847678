"""What a model is trained on: a text, labelled spans, and links between them.

One thing to know: ``layers`` names the heads that a source labels; the others learn nothing from it,
so data sets with one layer and the corpus with all of them train one model.
"""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.records.span import Span


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span with its layer's label; ``more`` holds (head, label) pairs such as ("type", "bombing")."""

    span: Span
    layer: str
    label: str
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """``head`` and ``tail`` are places in :attr:`Example.spans`."""

    head: int
    role: str
    tail: int


@dataclass(frozen=True, slots=True)
class Example:
    """One text with what a source labels in it."""

    id: str
    source: str
    text: str
    layers: frozenset[str]
    spans: tuple[Labelled, ...]
    links: tuple[Linked, ...] = ()
    open: tuple[Linked, ...] = ()  # links that are neither right nor wrong to find
    linked: bool = False  # whether what is neither linked nor open is known to have no link
