"""What a deed is, once all that tells it stands together: a clash that killed villagers is one.

In: the tellings of one happening. Out: nothing; those whose words only say who came to harm take the type of the word
for the deed. One thing to know: "killed" and "wounded" say nothing of how.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.fates import fate

_CLASHES = re.compile(
    r"(?:[\w-]+ )?(?:clash(?:es|ed)?|fighting|battles?|gun ?battles?|fire ?fights?|skirmish(?:es)?)", re.I
)
_FROM_AFAR = frozenset({"air_strike", "shelling", "bombing"})
_TWO = 2


def as_grouped(text: str, group: Sequence[Telling]) -> None:
    """Mend the types of the tellings of one happening by each other."""
    if len(group) > 1:
        _by_the_noun(text, group)


def _by_the_noun(text: str, group: Sequence[Telling]) -> None:
    """Give words that only tell who was harmed the type of the clash, or of the shelling of their own sentence."""
    harm = [t for t in group if fate(t.trigger.span.of(text)) in ("killed", "injured")]
    named = [t for t in group if t not in harm]
    clashes = [t for t in named if t.trigger.type == "armed_clash" and _CLASHES.fullmatch(t.trigger.span.of(text))]
    between = any(len(t.spans("agent")) >= _TWO for t in clashes)
    for telling in harm:
        kind = telling.trigger.type
        if between and kind == "armed_attack" and not telling.spans("agent"):
            telling.trigger = replace(telling.trigger, type="armed_clash")
        elif kind in _FROM_AFAR:
            here = {t.trigger.type for t in named if t.sentence == telling.sentence}
            if len(here) == 1 and here <= _FROM_AFAR:
                telling.trigger = replace(telling.trigger, type=here.pop())
