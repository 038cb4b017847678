"""An annotated report → the markup that a reader without a fault would give.

In: a report of the corpus. Out: its :class:`Markup` and the triggers of each annotated event. One thing to know: what
comes after reading (resolving, assembling, merging) can so be judged by itself.
"""

from __future__ import annotations

from collections import defaultdict

from tacitus.corpus.format import Annotated
from tacitus.reader.sentences import sentences
from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from training.corpus.examples import example

_ROLE_LAYERS = ("mention", "inner", "toll", "cue", "content")


def markup(report: Annotated) -> tuple[Markup, dict[str, list[Span]]]:
    """The markup of a report, and where each event of the annotation is told."""
    marked = example(report)
    things: list[Mention | Trigger | None] = []
    for item in marked.spans:
        told = dict(item.more)
        if item.layer == "trigger":
            things.append(Trigger(item.span, told["type"], told["realis"], 1.0, 1.0))
        elif item.layer in _ROLE_LAYERS:
            label = told.get("kind") or told.get("field")
            things.append(Mention(item.span, item.label if item.layer != "toll" else "toll", label, 1.0))
        else:
            things.append(None)
    links = [
        Link(head, link.role, tail, 1.0)
        for link in (*marked.links, *marked.open)
        if (head := things[link.head]) is not None and (tail := things[link.tail]) is not None
    ]
    triggers: dict[str, list[Span]] = defaultdict(list)
    for bracket in report.of("e"):
        triggers[bracket.id].append(Span(bracket.start, bracket.end))
    found = Markup(
        tuple(sentences(report.text)),
        tuple(sorted((x for x in things if isinstance(x, Mention)), key=lambda m: m.span)),
        (),
        tuple(sorted((x for x in things if isinstance(x, Trigger)), key=lambda t: t.span)),
        tuple(links),
    )
    return found, dict(triggers)
