"""Raiders shot when they are pursued: another deed than their raid, and by others.

In: the tellings of a report and what their words stand for. Out: pairs of triggers that are two happenings. One thing
to know: only words for a chase part the two; who is shot while he attacks is among the dead of the attack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.markup import Markup
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

_CHASE = re.compile(
    r"\b(?:pursu(?:ed|ing|it)|chas(?:ed|ing)|gave chase|track(?:ed|ing) (?:them )?down|manhunt)\b", re.I
)
_OF_WHOM = re.compile(r"\b(?:suspected|alleged|armed|the|some|\d+)\s+", re.I)


def pursued(text: str, markup: Markup, found: Sequence[Telling], resolved: Resolved) -> Iterator[frozenset[Span]]:
    """The pairs of a deed and of what was done later to who did it, in a sentence that tells of a chase."""
    for late in found:
        sentence = markup.sentences[late.sentence]
        if not _CHASE.search(text, sentence.start, sentence.end):
            continue
        hit, acting = _names(late, resolved, "victim", "target"), _names(late, resolved, "agent")
        for one in found:
            did = _names(one, resolved, "agent")
            if one.sentence < late.sentence and did & hit and acting and not did & acting:
                yield frozenset((one.trigger.span, late.trigger.span))


def _names(telling: Telling, resolved: Resolved, *roles: str) -> set[str]:
    values = (resolved.actors.get(span) for role in roles for span in telling.spans(role))
    return {v.actor or _OF_WHOM.sub("", v.name.lower()).strip() for v in values if v}
