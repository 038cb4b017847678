"""Markup and resolved values → events made of claims.

In: a report, what the reader saw in it, and what its words stand for. Out: events and quotes.
One thing to know: a claim is never taken from a guess about the world; every value has its words,
and what is carried over from a neighbouring sentence says so by a lower confidence.
"""

from __future__ import annotations

from dataclasses import replace

from tacitus.assemble.claims import claimed
from tacitus.assemble.counts.one_breath import in_one_breath
from tacitus.assemble.counts.over_several import own_counts, with_totals
from tacitus.assemble.counts.owners import own_tolls
from tacitus.assemble.deeds.ahead import asked_for, of_days_to_come
from tacitus.assemble.deeds.as_told import as_background, as_told
from tacitus.assemble.deeds.performed import performed
from tacitus.assemble.grouping.divided import Divided
from tacitus.assemble.grouping.happenings import happenings
from tacitus.assemble.items import Items
from tacitus.assemble.said.attribution import Voices, voices
from tacitus.assemble.said.denied_what import with_what_is_denied
from tacitus.assemble.said.deniers import with_deniers_sides
from tacitus.assemble.said.held_for import with_the_held
from tacitus.assemble.said.own_words import with_own_words
from tacitus.assemble.said.spoken_for import spoken_for
from tacitus.assemble.setting.days import Days
from tacitus.assemble.setting.whereabouts import Whereabouts
from tacitus.assemble.settle import settle
from tacitus.assemble.sure import Sure
from tacitus.records.event import Event, Quote
from tacitus.records.markup import Link, Markup, Trigger
from tacitus.records.ontology import Ontology
from tacitus.records.report import Report
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

AS_SCORED = Sure()


def assemble(
    report: Report, markup: Markup, resolved: Resolved, ontology: Ontology, sure: Sure = AS_SCORED
) -> tuple[tuple[Event, ...], tuple[Quote, ...]]:
    """Build the events of one report; ``sure`` says what the scores are worth and what is worth telling."""
    text, sentences = report.text, markup.sentences
    items = Items.of(report, sentences)
    marked = _told(report, markup, ontology, items)
    said = voices(report, marked, resolved.actors, {t.id for t in ontology if t.verbal}, resolved.ours)
    resolved = _meant(resolved, said)
    found = happenings(report, marked, resolved, ontology, items)
    lands = {m.span: p for m in marked.mentions if m.kind == "place" and (p := resolved.places.get(m.span))}

    # Each step takes the events and gives them back with what it found to be so.
    events = claimed(report, marked, resolved, ontology, items, said, found, lands)
    events = in_one_breath(own_tolls(events, found, sentences, text), text)
    events = Whereabouts(report, marked, resolved, said, ontology, items).placed(events, found)
    events, found = Divided(text, resolved, lands)(events, found)
    events = Days(report, markup, ontology, items).dated(events, found)
    events = of_days_to_come(events, report.published)
    events = sure.weigh(events)
    events = spoken_for(text, events)
    events = with_the_held(text, events, resolved.actors, said.of)
    events = with_what_is_denied(text, events)
    events = with_own_words(text, events)
    events = with_deniers_sides(text, events)
    events, totals = with_totals(events, text)
    return tuple(replace(e, settled=settle(own_counts(e, totals), text, e.realis)) for e in events), said.quotes


def _told(report: Report, markup: Markup, ontology: Ontology, items: Items) -> Markup:
    """The markup with each trigger of the type and realis that the words around it plainly tell."""
    triggers = performed(report, markup, [as_told(report, markup, t, ontology, items) for t in markup.triggers])
    triggers = asked_for(report, markup, triggers)
    past = [t for t in triggers if t.realis == "historical"]
    told = tuple(as_background(report, past, t, ontology) for t in triggers)
    mended = {old.span: new for old, new in zip(markup.triggers, told, strict=True) if new is not old}
    return replace(markup, triggers=told, links=tuple(_relinked(mended, link) for link in markup.links))


def _meant(resolved: Resolved, said: Voices) -> Resolved:
    """The values with those that "he" and "the source" stand for where they go on speaking."""
    spoken = {span: value for span, value in said.meant.items() if span in resolved.actors}
    return replace(resolved, actors={**resolved.actors, **spoken})


def _relinked(mended: dict[Span, Trigger], link: Link) -> Link:
    if link.head.span not in mended and link.tail.span not in mended:
        return link
    head, tail = (mended.get(x.span, x) if isinstance(x, Trigger) else x for x in (link.head, link.tail))
    return Link(head, link.role, tail, link.score)
