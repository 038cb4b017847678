"""Two towns before one noun: of "Lom and Dara Police" both have a police.

In: a text, its parties with their values, and whether a name is known as a place. Out: the values, such a first name
as what the noun behind the second says. One thing to know: only a name that a place bears is taken so, for a band may
stand beside a police that it fights.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from tacitus.records.span import Span
from tacitus.records.value import ActorValue

_BESIDE = re.compile(r",? and (?:the )?|, ")
_NAME = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?")
_NAME_AND_NOUN = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2} (?:[Pp]olice(?:men)?|[Pp]olice officers|[Ss]ecurity [Ff]orces)"
)
_FOUGHT = re.compile(r"\b(?:between|with|against)\s+(?:the )?$")
_NOT_THEIRS = frozenset(("rebel", "militia", "criminal", "gunmen", "other", "party", "state", None))
_REACH = 20  # characters before the first name


def with_shared_nouns(
    text: str, values: Mapping[Span, ActorValue], is_place: Callable[[str], bool]
) -> dict[Span, ActorValue]:
    """The values, a place's name right before "and Dara Police" as a police too."""
    found = dict(values)
    for first, second in reversed([*pairwise(sorted(values))]):
        value, force = found[first], found[second]
        if value.actor is not None or value.kind not in _NOT_THEIRS or force.kind not in ("police", "military"):
            continue
        if not _BESIDE.fullmatch(text, first.end, max(first.end, second.start)):
            continue
        shared = _NAME_AND_NOUN.fullmatch(text, second.start, second.end) or force is not values[second]
        if not shared or _FOUGHT.search(text, max(0, first.start - _REACH), first.start):
            continue
        if _NAME.fullmatch(text, first.start, first.end) and is_place(first.of(text)):
            found[first] = replace(value, kind=force.kind, country=value.country or force.country)
    return found
