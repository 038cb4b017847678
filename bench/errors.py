"""``python -m bench errors NAME [--class CLASS] [--most N]``: what a measure finds wrong, by class.

In: a measure that has ``errors(data)``. Out: the classes with their counts, the largest first, and for each
some cases: the text, what the hand-coding says and what Tacitus says. One thing to know: this is for mending
causes; texts of the measures are never copied into the project or trained on.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Error:
    """One thing read wrong: its class, the text, and both readings in words."""

    kind: str
    text: str
    gold: str
    output: str


def lines(errors: Iterable[Error], *, only: str | None, most: int) -> Iterator[str]:
    """The errors as lines to print."""
    by_kind: dict[str, list[Error]] = defaultdict(list)
    for error in errors:
        by_kind[error.kind].append(error)
    ordered = sorted(by_kind, key=lambda kind: -len(by_kind[kind]))
    yield from (f"{len(by_kind[kind]):6} {kind}" for kind in ordered)
    for kind in ordered:
        if only not in (None, kind) or not most:
            continue
        yield f"\n== {kind}: {len(by_kind[kind])}, of which {min(most, len(by_kind[kind]))} are shown"
        for error in by_kind[kind][:: max(1, len(by_kind[kind]) // max(1, most))][:most]:
            yield ""
            yield textwrap.fill(error.text, 120, initial_indent="  ", subsequent_indent="  ")
            yield f"  gold:   {error.gold}"
            yield f"  output: {error.output}"
