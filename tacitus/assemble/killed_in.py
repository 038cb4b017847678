"""What the dead died of, where the words name it: "were killed in clashes", "wounded by rebel shelling".

In: the tellings of a report. Out: the same, a bare word for the harm with the type of the deed that stands behind it.
One thing to know: the two share a count and a clause, and the reader must be at least as sure of the deed as of the
word; "attack" names no deed in particular, and who was aimed at was killed on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tacitus.assemble.tellings import Telling
from tacitus.records.ontology import Ontology

_HARM = re.compile(r"killed|died|dead|wounded|injured|hurt", re.I)
#: From the harm to what did it: "on Monday in clashes".
_IN_IT = re.compile(
    r"(?:(?!\b(?:and|while|after|before|as|in|by|during|from)\b)[^.;:]){0,60}\b(?:in|by|during|from)\b"
    r"(?:(?!\b(?:and|while|after|before)\b)[^.;:]){0,60}",
    re.I,
)
_AIMED = frozenset({"assassination", "execution"})


def with_deeds(text: str, found: Sequence[Telling], ontology: Ontology) -> Sequence[Telling]:
    """The tellings, each bare word for harm as the deed that its clause names."""
    for harm, deed in pairwise(found):
        one, other = harm.trigger, deed.trigger
        if one.type == other.type or one.score > other.score or harm.sentence != deed.sentence:
            continue
        if {one.type, other.type} & _AIMED or other.type == "armed_attack":
            continue
        if any(ontology[trigger.type].family != "violence" for trigger in (one, other)):
            continue
        bare = _HARM.fullmatch(one.span.of(text)) and not _HARM.fullmatch(other.span.of(text))
        counted = not set(harm.spans("toll")).isdisjoint(deed.spans("toll"))
        if bare and counted and _IN_IT.fullmatch(text, one.span.end, other.span.start):
            harm.trigger = replace(one, type=other.type)
    return found
