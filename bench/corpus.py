"""corpus: events, roles and tolls on the test part of our own corpus, and false alarms on what is no conflict.

In: a folder of annotated reports. Out: event F1 (type and trigger), role F1, toll F1 (bounds exact), and the share of
the negatives outside the train part (sport, business, film, weather) with a violent event. One thing to know: the
second annotator's agreement with the first (``make corpus``) is what can be hoped for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from bench.errors import Error
from bench.figures import Figures, share
from tacitus.corpus.format import Annotated, load
from tacitus.pipeline import Reader
from tacitus.records.event import Document
from tacitus.records.ontology import load as load_ontology
from tacitus.records.value import TOLL_FIELDS
from tacitus.sources.layout import lay_out
from training.corpus import REPORTS
from training.corpus.compare import compare
from training.splits import parts

DATA = REPORTS
NEGATIVE = "negative"


def run(data: Path) -> Figures:
    """Read the test part, and all negatives."""
    unseen = (*read(data, "dev", NEGATIVE), *read(data, "test", NEGATIVE))
    alarms = [any(_violent(document)) for _, document in unseen]
    figures = counted(read(data, "test"))
    return {**figures, "false alarms on negatives": share(sum(alarms), len(alarms)), "negatives": len(alarms)}


def counted(reports: Iterable[tuple[Annotated, Document]]) -> Figures:
    """F1, precision and recall of events, roles and tolls."""
    counts: Counter[tuple[str, str]] = Counter()
    for report, document in reports:
        compared = compare(document, report)
        for judged in compared.judged:
            counts[_group(judged.field), "mine"] += 1
            counts[_group(judged.field), "right"] += judged.right
        for name, number in compared.wanted.items():
            counts[_group(name), "theirs"] += number
            counts[_group(name), "found"] += compared.found[name]
    figures: Figures = {}
    for group in ("event", "role", "toll"):
        right, mine = counts[group, "right"], counts[group, "mine"]
        found, theirs = counts[group, "found"], counts[group, "theirs"]
        precision, recall = share(right, mine), share(found, theirs)
        figures[f"{group} F1"] = round(2 * precision * recall / max(1e-9, precision + recall), 4)
        figures[f"{group} precision"], figures[f"{group} recall"] = precision, recall
    return figures


def errors(data: Path) -> Iterator[Error]:
    """Each event and claim of the test part that is wrong, by field."""
    yield from wrong(read(data, "test"))


def wrong(reports: Iterable[tuple[Annotated, Document]]) -> Iterator[Error]:
    """Each event and claim that is wrong, by field."""
    for report, document in reports:
        compared = compare(document, report)
        judged = iter(compared.judged)
        for event_id, role, id_ in compared.missed:
            at = next((b for b in report.brackets if b.id == id_), None)
            head = next(report.words(b) for b in report.brackets if b.id == event_id)
            if at:
                said = f"{' '.join(report.lines[event_id].words)} {head!r}: {report.words(at)!r}"
                yield Error(f"missed {role}", _around(report, at.start), said, _told(document, at.start, at.end))
        for event in document.events:
            if not next(judged).right:
                yield Error(
                    f"event {event.type}", _around(report, event.trigger.start), "not there, or not that", event.type
                )
            for claim in event.claims:
                if not next(judged).right:
                    words = claim.span.of(report.text)
                    yield Error(claim.field, _around(report, claim.span.start), "not there", f"{event.type}: {words!r}")


def read(
    data: Path, part: str, genre: str | None = None, reader: Reader | None = None
) -> Iterator[tuple[Annotated, Document]]:
    """The reports of a part, and of a genre if one is given, as Tacitus reads them."""
    reports = load(data)
    part_of = parts(reports)
    chosen = [r for r in reports if part_of[r.id] == part and genre in (None, r.meta["genre"])]
    return zip(chosen, (reader or Reader()).read_all(lay_out(r.text, published=_day(r)) for r in chosen), strict=True)


def _day(report: Annotated) -> date | None:
    words = report.meta["published"]
    return None if words == "none" else date.fromisoformat(words)


def _group(name: str) -> str:
    if name == "event":
        return name
    return "toll" if name in TOLL_FIELDS else "role"


def _told(document: Document, start: int, end: int) -> str:
    """What was said of these words instead."""
    over = [
        f"{e.type} {c.field} {c.value}"
        for e in document.events
        for c in e.claims
        if c.span.start < end and start < c.span.end
    ]
    return "; ".join(over)


def _violent(document: Document) -> Iterator[bool]:
    ontology = load_ontology()
    for event in document.events:
        yield ontology[event.type].family == "violence" and event.realis == "actual"


def _around(report: Annotated, at: int) -> str:
    return " ".join(report.text[max(0, at - 150) : at + 150].split())
