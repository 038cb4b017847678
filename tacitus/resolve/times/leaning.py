"""What was done at a time, or is to be done then → whether the time is past or to come.

In: the markup of a report. Out: :data:`PAST` or :data:`FUTURE` for the times of deeds that agree. One thing to know:
the verb that stands nearest ("called a strike for [Saturday]", "threatened on [Saturday] to burn the mill") misleads
more often than the reader's word on what is told; where they differ, the time follows the deed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from tacitus.records.markup import Markup, Trigger
from tacitus.records.span import Span

PAST, FUTURE, NEAR = "past", "future", "near"
_LEANS = {"actual": PAST, "historical": PAST, "planned": FUTURE, "threatened": FUTURE, "conditional": FUTURE}
#: "Stay shut until [Thursday]", "the deadline of [Sunday]": what is done now goes on to a day to come.
_END = re.compile(r"\b(?:until|till|deadline)(?: of)? (?:the )?$|\b(?:until|till) [^.;\n]{1,30}$", re.I)
_OPENS_END = re.compile(r"(?:until|till)\s", re.I)


def leanings(markup: Markup) -> dict[Span, str]:
    """Which way the times lean whose deeds are all done, or all ahead."""
    told: dict[Span, set[str | None]] = defaultdict(set)
    for link in markup.links:
        if link.role == "time" and isinstance(link.head, Trigger):
            told[link.tail.span].add(_LEANS.get(link.head.realis))
    return {span: lean for span, (lean, *others) in told.items() if lean and not others}


def leant(text: str, span: Span, clause: str | None, leanings: Mapping[Span, str]) -> str | None:
    """The tense of a time: its deeds', where its clause tells another.

    Of what was to be done, told as past ("he was to open the school on [8 August]"), the nearest day is meant.
    """
    lean = leanings.get(span)
    if lean is None or lean == clause:
        return clause
    if lean == FUTURE:
        return NEAR if clause == PAST else FUTURE
    ends = _END.search(text, max(0, span.start - 60), span.start) or _OPENS_END.match(text, span.start)
    return clause if ends else PAST
