"""Who is caught or gives up is the news, though the sentence tells mostly of what he did before.

In: the triggers of a dated report. Out: the same, the arrest or surrender of its first sentence as done now, where the
reader took every deed of the report for history. One thing to know: "had been arrested", "who were arrested" and an
arrest with a time of its own stay history.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.records.markup import Markup, Trigger
from tacitus.records.report import Report
from tacitus.records.span import holding

_TYPES = frozenset({"arrest", "surrender"})
_FINITE = re.compile(r"(?:surrendered|gave up|(?:arrest|apprehend|detain|nabb|captur)ed|caught|held)\b", re.I)
#: Words before the verb with which it tells what was so before, or only says who somebody is.
_BEFORE = re.compile(
    r"\b(?:had (?:been |\w+ly )?|having (?:been )?|(?:who|that|which|whom|after|when|since|earlier|previously) "
    r"(?:(?:was|were|has|have|had|been|later|earlier|also) )*)$",
    re.I,
)


def caught_now(report: Report, markup: Markup, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers, with the first sentence's arrest or surrender as actual where nothing is."""
    if report.published is None or not triggers or any(t.realis != "historical" for t in triggers):
        return [*triggers]
    lead = holding(markup.sentences, triggers[0].span)
    timed = {x.head.span for x in markup.links if x.role == "time"}
    return [
        replace(t, realis="actual")
        if lead is not None and lead.holds(t.span) and t.span not in timed and _is_main(report.text, lead.start, t)
        else t
        for t in triggers
    ]


def _is_main(text: str, start: int, trigger: Trigger) -> bool:
    """Whether a finite verb tells an arrest or a surrender as the sentence's own deed."""
    finite = trigger.type in _TYPES and _FINITE.match(text, trigger.span.start)
    return bool(finite) and not _BEFORE.search(text, start, trigger.span.start)
