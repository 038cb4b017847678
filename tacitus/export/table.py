"""Documents → a table for people: one row an event, one block a report.

In a terminal it has colours; in a pipe it is plain. One thing to know: the table shows what is settled;
the words and rival claims are in the JSON lines.
"""

from __future__ import annotations

from typing import Protocol

from rich.console import Console, Group
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from tacitus.records.event import Document, Event, Settled
from tacitus.records.ontology import Ontology
from tacitus.records.value import ActorValue, PlaceValue, TimeValue, TollValue, Value

_COLOURS = {
    "violence": "red", "coercion": "dark_orange", "mobilisation": "yellow", "de-escalation": "green",
    "protest": "magenta", "diplomacy": "cyan", "verbal": "blue",
}  # fmt: skip
_SIGNS = {
    "killed": "killed", "injured": "hurt", "abducted": "abducted", "arrested": "arrested", "displaced": "displaced",
    "missing": "missing", "surrendered": "surrendered",
}  # fmt: skip


def show(document: Document, console: Console, ontology: Ontology) -> None:
    """Print one report's events, quotes aside."""
    report = document.report
    head = report.title or report.text[:80].split("\n")[0]
    when = f" · {report.published.isoformat()}" if report.published else " · no date"
    table = Table(box=None, padding=(0, 1), header_style="dim", show_edge=False, expand=False)
    for name, width in (
        ("what", 24),
        ("who → whom", 42),
        ("where", 24),
        ("when", 22),
        ("toll", 22),
        ("according to", 24),
        ("sure", 5),
    ):
        table.add_column(name, max_width=width, overflow="fold")
    for event in document.events:
        table.add_row(*_row(event, ontology))
    lines: list[Text | Table] = [
        Text(f"{head}{when}", style="bold"),
        table if document.events else Text("  no events", "dim"),
    ]
    lines += [
        Text(f"  ! {issue.stage}: {issue.message}", "yellow") for issue in document.issues if issue.stage != "resolve"
    ]
    console.print(Group(*lines, Text("")))


def _row(event: Event, ontology: Ontology) -> tuple[Text | str, ...]:
    kind = ontology[event.type]
    realis = "" if event.realis == "actual" else f" ({event.realis})"
    what = Text(kind.label.lower() + realis, style=_COLOURS.get(kind.family, ""))
    if event.realis != "actual":
        what.stylize("italic dim")
    sources = dict.fromkeys(
        c.said_by.actor.name if c.said_by.actor else "?" for c in event.claims if c.said_by is not None
    )  # fmt: skip
    return (
        what,
        escape(parties(event)),
        escape("; ".join(place(v) for v in _settled(event, "place"))),
        escape("; ".join(filter(None, (when(v) for f in ("time", "deadline") for v in _settled(event, f))))),
        escape(", ".join(tolls(event))),
        escape("; ".join(sources)),
        f"{event.confidence:.2f}",
    )


class Settles(Protocol):
    """An event or an incident: what has settled fields."""

    @property
    def settled(self) -> tuple[Settled, ...]:
        """The settled fields."""


def _settled(event: Settles, field: str) -> tuple[Value, ...]:
    return next((entry.values for entry in event.settled if entry.field == field), ())


def parties(event: Settles) -> str:
    """Who → whom, in words."""
    agents = [n for f in ("perpetrator", "speaker", "participant") for n in _names(event, f)]
    targets = [n for f in ("target", "addressee") for n in _names(event, f)]
    left, right = ", ".join(agents), ", ".join(targets)
    return f"{left or '?'} → {right}" if right else left


def _names(event: Settles, field: str) -> list[str]:
    return list(dict.fromkeys(v.name for v in _settled(event, field) if isinstance(v, ActorValue)))


def place(value: Value) -> str:
    """A place in words, with what holds it."""
    if not isinstance(value, PlaceValue):
        return ""
    parts = dict.fromkeys(p for p in (value.name, value.admin1, value.country) if p)
    return ", ".join(parts)


def when(value: Value) -> str:
    """A time in words: a day, first–last, or the earliest day where the report has no date."""
    if not isinstance(value, TimeValue) or not (value.earliest or value.latest):
        return ""
    first, last = value.earliest or "", value.latest or ""
    if value.precision != "minute":  # "that evening" is told by its day
        first, last = first[:10], last[:10]
    if value.precision == "relative":  # the report has no date; all that is known is an earliest day
        return f"{first} or later" if first and not last else ""
    return first if first == last else f"{first}–{last}"


def tolls(event: Settles) -> list[str]:
    """The settled tolls in words: "30+ killed", "5–7 hurt"."""
    found = []
    for entry in event.settled:
        if entry.field in _SIGNS:
            found += [f"{count(v)} {_SIGNS[entry.field]}" for v in entry.values if isinstance(v, TollValue)]
    return found


def count(value: TollValue) -> str:
    """Bounds in words: 30+, 20–25, 6."""
    if value.high is None:
        return f"{value.low}+"
    return str(value.low) if value.low == value.high else f"{value.low}–{value.high}"
