"""Tellings whose words say that they tell of another deed than those before: "in addition to a separate raid".

In: the tellings of a report and what their words stand for. Out: pairs of triggers that are two happenings. One thing
to know: to whom the report counts as many dead as before, it tells the same again, and the first sentence under a
headline tells what that told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tacitus.assemble.grouping.shared import shared_toll
from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

_DEED = re.compile(
    r"(?:[\w-]+ ){0,2}(?:(?:air[ -]?)?strikes?|(?:[a-z]+[ -])?bomb(?:ing|ardment)?s?|attacks?|assaults?|raids?|blasts?|"
    r"explosions?|shell(?:ing|s)?|rockets?|missiles?|mortars?|ambush(?:es)?|clash(?:es)?|shootings?|incidents?|"
    r"massacres?|killings?|battles?|offensives?|operations?|fighting)",
    re.I,
)
#: "In a separate raid", "yet another car bomb", "the previous strikes"; but "another 15 people" are of the same deed,
#: and "three separate clashes" may be all that is told.
_ANOTHER = re.compile(
    r"\b(?:(?:an?|the|its|their) (?:separate|similar|different|further|earlier|previous|unrelated)|"
    r"(?<!the )previous|"
    r"(?P<more>(?:yet )?another)|(?:in addition to|besides|apart from|aside from) (?:separate|other))"
    r"(?: (?!\d|people\b|civilians\b|persons\b)[\w'’-]+){0,2} $",
    re.I,
)
#: "Then another blast seconds later": one deed in two strokes.
_AT_ONCE = re.compile(r"\b(?:seconds?|minutes?|moments?|immediately|at the same time)\b", re.I)
#: From who came to harm to what did it: "killed by", "were hurt on Monday in".
_IN_IT = re.compile(
    r"(?:(?!\b(?:while|after|before|as|but|who|and|addition)\b)[^.;:\n]){0,60}\b(?:in|by|during|from) $", re.I
)
#: What ends the clause that goes on telling of that other deed.
_ENDS = re.compile(r"[.;:\n]|\b(?:while|but|whereas|as|after|before|came|and (?:the|an?))\b", re.I)
_FAR, _NEAR = 60, 160  # characters


def of_another(text: str, found: Sequence[Telling], resolved: Resolved) -> Iterator[frozenset[Span]]:
    """The pairs of triggers of which the second tells, by its words, of another deed."""
    together: dict[int, list[Telling]] = defaultdict(list)
    for telling in found:
        together[telling.sentence].append(telling)
    for sentence, here in together.items():
        for others, more in _others(text, here):
            for one in found:
                if one.sentence > sentence or one in others or (one.sentence == 0 and sentence == 1):
                    continue
                if one.sentence == sentence:
                    told_as_one = more
                else:
                    told_as_one = any(shared_toll(one, each, resolved) for each in others)
                if not told_as_one:
                    yield from (frozenset((one.trigger.span, each.trigger.span)) for each in others)


def _others(text: str, here: Sequence[Telling]) -> Iterator[tuple[list[Telling], bool]]:
    """The tellings of a sentence that are of another deed: what is called so, what came of it, what it did.

    With each whether it is only called "another".
    """
    for deed in here:
        span = deed.trigger.span
        called = (
            _ANOTHER.search(text, max(0, span.start - _FAR), span.start) if _DEED.fullmatch(span.of(text)) else None
        )
        if called is None or _AT_ONCE.search(text, span.end, span.end + _FAR):
            continue
        found = [deed]
        for each in here:
            other = each.trigger.span
            within = called.start() < other.start < span.start  # "a similar rocket attack"
            came_of_it = other.end <= called.start() and _IN_IT.fullmatch(text, other.end, called.start())
            goes_on = span.end <= other.start <= span.end + _NEAR and not _ENDS.search(text, span.end, other.start)
            if within or came_of_it or goes_on:
                found.append(each)
        yield found, called["more"] is not None
