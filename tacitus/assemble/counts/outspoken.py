"""Where the grammar tells what became of the counts of a sentence, a count of which it tells nothing is none of them.

In: a count that the reader linked, and the counts of the report whose fate the grammar tells. Out: whether to drop it.
One thing to know: a list, a part of those told of ("two of them") and another clause are spared, and a count that
begins a sentence of its own too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tacitus.records.fates import MANY
from tacitus.records.resolved import Counted
from tacitus.records.side_by_side import listed
from tacitus.records.span import Span

_INCLUDED = re.compile(r"\binclud\w+\s+(?:[\w-]+\s+){0,2}$", re.I)
_DIED = re.compile(r"(?: (?:has|have|had|also|later|then|since|who))* (?:died|succumbed|perished)\b", re.I)
_STOP = re.compile(r"[.!?]\s+[A-Z]|\n")


def outspoken(field: str, count: Counted, fates: Mapping[Counted, str], text: str) -> bool:
    """Whether the grammar tells other counts of the sentence to be in this field, and says nothing of this one."""
    span = count.span
    if field not in ("killed", "injured") or included(text, span):
        return False
    plain = [c.span for c, told in fates.items() if told == field]
    # "Three of the dead" begins a sentence of its own; "the deceased" tells again who was counted in the last.
    again = text[span.start : span.start + 4].lower() == "the "
    here = span if again else Span(span.start + 1, span.end)
    many = count.value.low >= MANY
    return any(near(here, other, text) and (many or not listed(text, span, other)) for other in plain)


def in_the_end(field: str, text: str, count: Span) -> str:
    """The field of a count: who "succumbed" is not counted among the hurt, though he died of his wounds."""
    return "killed" if field == "injured" and _DIED.match(text, count.end) else field


def included(text: str, count: Span) -> bool:
    """Whether a count is told to be included in another: "including two cooks"."""
    return _INCLUDED.search(text, max(0, count.start - 40), count.start) is not None


def near(one: Span, other: Span, text: str) -> bool:
    """Whether no sentence ends between the two."""
    first, second = sorted((one, other))
    return first.overlaps(second) or not _STOP.search(text, first.end, second.start)
