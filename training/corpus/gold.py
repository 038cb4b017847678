"""The story sets → documents and clusters: what merging gets from a faultless reader, and what it should make of it.

In: the corpus' reports and stories. Out: for each report its document and the ids that its annotated events have there,
and for each event the incident it belongs to. One thing to know: an event that no incident names stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tacitus.assemble.assemble import assemble
from tacitus.corpus.format import Annotated
from tacitus.records.event import Document
from tacitus.records.ontology import load as load_ontology
from tacitus.records.report import Report
from tacitus.resolve.resolve import Tables, resolve
from tacitus.sources.layout import lay_out
from training.corpus.markup import markup
from training.corpus.stories import Story


@dataclass(frozen=True, slots=True)
class Told:
    """One report of a story: its document, and by the id of each annotated event that of the document's event."""

    story: str
    document: Document
    events: dict[str, str]


def report_of(annotated: Annotated) -> Report:
    """The report as a source would hand it over."""
    words = annotated.meta["published"]
    published = None if words == "none" else date.fromisoformat(words)
    laid = lay_out(annotated.text, published=published)
    return replace(laid, id=annotated.id, outlet=annotated.meta["outlet"])


def documents(reports: Iterable[Annotated], tables: Tables) -> Iterator[Told]:
    """The documents that the annotation gives, resolved and assembled as any other."""
    for annotated in reports:
        report = report_of(annotated)
        marked, triggers = markup(annotated)
        resolved, issues = resolve(report, marked, tables)
        events, quotes = assemble(report, marked, resolved, load_ontology())
        at = {span: event.id for event in events for span in event.mentions}
        own = {
            name: Counter(at[span] for span in spans if span in at).most_common(1)[0][0]
            for name, spans in triggers.items()
            if any(span in at for span in spans)
        }
        yield Told(annotated.meta["story"], Document(report, None, None, events, quotes, issues), own)


def incidents(stories: Iterable[Story]) -> dict[tuple[str, str], tuple[str, str]]:
    """The incident, as (story, name), of each (report, event) that belongs to one."""
    return {event: (story.id, each.name) for story in stories for each in story.incidents for event in each.events}
