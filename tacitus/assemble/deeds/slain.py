"""Who is killed with arms in hand is not executed: "freed the hostages and killed seven of the kidnappers".

In: a trigger that the reader took for an execution, its sentence and the markup. Out: whether it tells of a fight. One
thing to know: captors are slain in whatever sentence; of other fighters no word around may tell that they were taken,
bound or put to death.
"""

from __future__ import annotations

import re

from tacitus.records.markup import Markup, Mention, Trigger
from tacitus.records.span import Span

_SLAYS = re.compile(r"kill(?:s|ed|ing)?|shot(?: dead)?|shoot(?:ing)?|gunned down|slain|died?|dead", re.I)
_CAPTORS = re.compile(
    r"\b(?:(?:kidnapp|abduct|hijack|attack|raid|bomb|robb|hostage[ -]tak)er|captor|assailant|pirate|bandit)s?\b", re.I
)
_OWN = re.compile(r"\b(?:its|their|his|her|own)\b", re.I)  # who kills his own men does not fight them
_ARMED = frozenset({"rebel", "criminal", "gunmen", "militia"})
_TAKEN = re.compile(
    r"\b(?:captur|captiv|prison|detain|custody|held\b|arrest|execut|behead|hang|bound|tied|blindfold|kneel|knelt|"
    r"surrender|firing squad|summar|extrajudicial|massacre|in the head|throat|hostage|disarm|crucif|burn|spy|spies|"
    r"spying|defect|desert)",
    re.I,
)
_BACK = 160  # characters before the sentence


def slain_in_arms(text: str, markup: Markup, trigger: Trigger, sentence: Span) -> bool:
    """Whether those of whom it is told were fighting."""
    if not _SLAYS.fullmatch(trigger.span.of(text)):
        return False
    people = [
        x.tail
        for x in markup.links
        if x.head is trigger and x.role == "victim" and x.score >= 0.5 and isinstance(x.tail, Mention)
    ]
    if not people or any(_OWN.search(text, max(0, x.span.start - 20), x.span.end) for x in people):
        return False
    if all(_CAPTORS.search(x.span.of(text)) and x.span.start > trigger.span.end for x in people):
        return True
    around = text[max(0, sentence.start - _BACK) : sentence.end]
    return all(x.label in _ARMED for x in people) and not _TAKEN.search(around)
