"""A verb that only carries a noun is one deed with it: "threatened to launch a barrage of missiles".

In: the tellings of a report. Out: the pairs of such a verb and its noun, both with one realis. One thing to know: who
"denied carrying out the raids" may speak of raids told as done, so a denial joins nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tacitus.assemble.grouping.tellings import Telling

_CARRIES = re.compile(
    r"(?:launch|unleash)(?:ed|es|ing)?|carr(?:ied|ying|y|ies) out|(?:conduct|mount)(?:ed|s|ing)?|"
    r"stag(?:ed?|es|ing)|wag(?:ed?|es|ing)",
    re.I,
)
#: From the verb to its noun: "a new wave of air".
_TO_NOUN = re.compile(
    r"\s+(?:(?!(?:that|which|who|and|after|before|in|on|at|by|against|from|to|when|while|as|but|with|for|during|into)\b)"
    r"[\w’'-]+\s+){0,6}"
)
_DONE = frozenset({"actual", "historical"})


def with_their_nouns(text: str, found: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """The pairs of a verb and the noun it carries, told alike."""
    pairs = []
    for verb, noun in pairwise(sorted(found, key=lambda t: t.trigger.span)):
        one, other = verb.trigger, noun.trigger
        if verb.sentence != noun.sentence or one.type != other.type or "denied" in (one.realis, other.realis):
            continue
        if other.span.start < one.span.end or not _CARRIES.fullmatch(one.span.of(text)):
            continue
        if not _TO_NOUN.fullmatch(text, one.span.end, other.span.start):
            continue
        surer = other if {one.realis, other.realis} <= _DONE and other.score > one.score else one
        verb.trigger, noun.trigger = replace(one, realis=surer.realis), replace(other, realis=surer.realis)
        pairs.append((verb, noun))
    return pairs
