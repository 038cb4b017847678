"""Reports → markup, many at a time.

In: texts with the spans not to be read. Out: one :class:`Markup` each, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tacitus.reader import tokens
from tacitus.reader.decode import decode
from tacitus.reader.model import Model
from tacitus.reader.sentences import sentences
from tacitus.records.markup import Markup, Name
from tacitus.records.report import Report


def mark(reports: Sequence[Report], model: Model) -> list[Markup]:
    """Read a batch of reports through one model."""
    parts = [sentences(report.text, report.skip) for report in reports]
    encodings = tokens.encode(model.tokenizer, [report.text for report in reports])
    cut = [
        tokens.windows(report.text, part, encoding, model.continues)
        for report, part, encoding in zip(reports, parts, encodings, strict=True)
    ]
    marked = [
        decode(report.text, part, windows, model.run(windows), model.links, model.gate)
        for report, part, windows in zip(reports, parts, cut, strict=True)
    ]
    return [_with_dateline(report, markup) for report, markup in zip(reports, marked, strict=True)]


def _with_dateline(report: Report, markup: Markup) -> Markup:
    """The place of the dateline is a name too: the layout told it, and the encoder is not shown it."""
    place = report.dateline
    if place is None or any(name.span.overlaps(place) for name in markup.names):
        return markup
    names = sorted((*markup.names, Name(place, "location", 1.0)), key=lambda name: name.span)
    return replace(markup, names=tuple(names))
