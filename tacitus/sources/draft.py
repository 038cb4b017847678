"""What a source hands over before the layout is read: a draft, or a problem.

In: nothing, these are nouns. Out: ``Draft`` (a text and what its source says about it) and ``SourceProblem``.
One thing to know: a problem either stands for something that was not read, or, when ``report`` is set,
is a note on a report that was read all the same; it then comes right before that report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Draft:
    """One text as its source gives it; ``basis`` says where ``published`` comes from (given or metadata).

    ``raw`` is the source as it came, where it was more than the text.
    """

    text: str
    source: str
    line: int | None = None
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: date | None = None
    basis: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    raw: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """What could not be read, or was read with a reservation; ``message`` says what is wrong and what to do next."""

    source: str
    message: str
    line: int | None = None
    report: str | None = None

    def __str__(self) -> str:
        """One sentence that also says where."""
        where = self.source if self.line is None else f"{self.source}, line {self.line}"
        return f"{where}: {self.message}"
