"""Deeds told only behind a word that denies them, and who is not denied there to have done them.

In: the markup of a report. Out: :class:`Disowned`. One thing to know: a denial covers what stands behind it ("denied
that its men had taken part in the raid"), but neither what the denier tells instead ("disputed it, saying bandits had
set the fires") nor another whom he names as the doer ("denied a part in the killing by a masked gunman").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tacitus.records.markup import Markup, Mention, Trigger
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

_TELLS_INSTEAD = re.compile(r"\b(?:saying|insisting|claiming|adding|maintaining|arguing|alleging|but)\b", re.I)
_BY_WHOM = re.compile(r"\bby (?:(?:the|an?) )?(?:[\w’'-]+ ){0,2}$", re.I)
_OWN = re.compile(r"(?:its|his|her|their|our|my)\b", re.I)
_BEFORE = 30  # characters before a doer in which "by" is looked for


@dataclass(frozen=True, slots=True)
class Disowned:
    """Words for deeds → the deniers of a part in them."""

    text: str
    deniers: Mapping[Span, frozenset[ActorValue]]

    @classmethod
    def of(cls, report: Report, markup: Markup, actors: Mapping[Span, ActorValue]) -> Disowned:
        """What the report's denials deny."""
        who: dict[Span, set[ActorValue]] = {}
        for link in markup.links:
            if link.role == "agent" and _denies(link.head) and link.tail.span in actors:
                who.setdefault(link.head.span, set()).add(actors[link.tail.span])
        deniers = {
            x.tail.span: frozenset(who.get(x.head.span, ()))
            for x in markup.links
            if x.role == "content" and _denies(x.head) and x.head.span < x.tail.span
            if not _TELLS_INSTEAD.search(report.text, x.head.span.end, x.tail.span.start)
        }
        return cls(report.text, deniers)

    def __call__(self, deed: Span, doer: Span, value: ActorValue | None) -> bool:
        """Whether a denial is of the doer's part in the deed."""
        if deed not in self.deniers:
            return False
        if doer.start < deed.end or _OWN.match(self.text, doer.start) or value in self.deniers[deed]:
            return True
        return _BY_WHOM.search(self.text, max(deed.end, doer.start - _BEFORE), doer.start) is None


def _denies(head: Mention | Trigger) -> bool:
    return isinstance(head, Trigger) and head.type == "denial" and head.score > 0  # "did not deny" is none
