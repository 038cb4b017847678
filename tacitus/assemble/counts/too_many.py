"""Counts too high for what is told: the dead of a war beside one of its days, and people who only live there.

In: a count and what is told. Out: yes or no. One thing to know: nothing is left out for being high alone. From
thousands on words must say that they died or were hurt, and the dead of a war are none of another sentence's deed.
"""

from __future__ import annotations

import re

from tacitus.assemble.words import sentence_around
from tacitus.records.fates import MANY, speaks_of
from tacitus.records.resolved import Counted

#: From here on the dead are those of a war, and of none of its days.
WAR = 10_000
_HARMED = re.compile(r"\b(?:victims?|casualt(?:y|ies))\b", re.I)


def too_many(field: str, count: Counted, text: str, *, here: bool, told: bool) -> bool:
    """Whether so many cannot have come to this in what is told.

    ``here``: whether the count stands in the sentence that tells of it; ``told``: whether the deed's own words or the
    grammar say what became of them. "250,000 people live there" is told beside fighting, and of none that he died.
    """
    if count.value.low < MANY or field not in ("killed", "injured"):
        return False
    if count.value.low >= WAR and not here:
        return True
    around = sentence_around(text, count.span)
    return not (told or speaks_of(field, around) or _HARMED.search(around))
