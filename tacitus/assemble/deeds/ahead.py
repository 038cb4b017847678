"""What lies ahead is not done: talks of next Tuesday, a truce that both sides are asked for.

In: the triggers of a report with what they speak of, or its events with their times. Out: the same, such deeds as
planned. One thing to know: "the truce" that sides are asked to keep is there already; and a raid that is told as done
was so, whatever day was read for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tacitus.records.event import Event
from tacitus.records.markup import Markup, Trigger
from tacitus.records.ontology import load
from tacitus.records.report import Report
from tacitus.records.value import TimeValue

#: What may be asked for, and is not there yet.
_TO_COME = frozenset({"ceasefire", "meeting", "mediation", "withdrawal", "release", "agreement"})
_ASKING = frozenset({"demand", "ultimatum"})
_NEW = re.compile(r"\b(?:an?|any|some|immediate|unconditional|new|fresh|early|direct)\s+(?:[\w-]+\s+){0,3}$", re.I)
_CLAUSE = re.compile(r"[.;:\n]")
#: Families of deeds that have a day before it comes.
_ARRANGED = frozenset({"diplomacy", "de-escalation", "protest", "mobilisation"})
_LIKELY = 0.5  # what a link must score


def asked_for(report: Report, markup: Markup, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers, a truce or talks that somebody only asks for as planned."""
    now = {trigger.span: trigger for trigger in triggers}
    for link in markup.links:
        asking, deed = now.get(link.head.span), now.get(link.tail.span)
        if link.role != "content" or link.score < _LIKELY or asking is None or deed is None:
            continue
        if asking.type not in _ASKING or deed.type not in _TO_COME or deed.realis != "actual":
            continue
        between = report.text[asking.span.end : deed.span.start] if asking.span.end < deed.span.start else ""
        if _NEW.search(between) and not _CLAUSE.search(between):
            now[deed.span] = replace(deed, realis="planned")
    return [now[trigger.span] for trigger in triggers]


def of_days_to_come(events: Sequence[Event], published: date | None) -> list[Event]:
    """The events, deeds of a day after the report as planned."""
    if published is None:
        return [*events]
    return [replace(e, realis="planned") if _is_ahead(e, published) else e for e in events]


def _is_ahead(event: Event, published: date) -> bool:
    times = [c.value for c in event.of("time") if isinstance(c.value, TimeValue)]
    if event.realis != "actual" or not times or load()[event.type].family not in _ARRANGED:
        return False
    return all(time.earliest is not None and time.earliest[:10] > published.isoformat() for time in times)
