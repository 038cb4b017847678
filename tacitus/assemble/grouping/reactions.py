"""Who answers a deed, and did not do it: "rebels retaliated for the killing of a driver", "replied to the raid".

In: the tellings of a report. Out: the same, a deed without the doers whom the words make those who answer it, avenge
it or protest against it. One thing to know: the deed must be a noun behind the answer ("the killing of"), or it is how
they answered ("retaliated by killing").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.ontology import Ontology

#: Verbs and phrases with which somebody strikes back at what others did.
_STRIKE_BACK = (
    r"(?:(?:retaliat|respond|react|repl(?:y|i))[a-z]*\s+(?:to|for|against|over)|"
    r"(?:retaliation|response|reaction|revenge|reprisals?|retribution|vengeance|reply|answer)\s+(?:for|to|against)|"
    r"aveng(?:e[sd]?|ing))"
)
#: And with which somebody only speaks of it, rises against it or lives through it.
_SPEAK_OF = (
    r"(?:(?:protest|demonstrat|march|rall(?:y|i))[a-z]*\s+(?:against|over|at)|protests?\s+(?:against|at|over)|"
    r"(?:survive|escape|condemn|denounce|deplore|decr(?:y|ie)|mourn|witness)[a-z]*)"
)
#: From such an answer to the noun of the deed: "the latest army", "last week's".
_DEED = (
    r"(?:\s+(?!(?:by|and|or|but|with|when|while|as|that|who|which|then|after|before|from|in|on|at)\b)[\w’'-]+){0,6}\s+$"
)
_ANSWERS = re.compile(rf"\b(?:{_STRIKE_BACK}|{_SPEAK_OF}){_DEED}", re.I)
_BETWEEN = re.compile(r"[.;:]\s")
_REACH = 110  # characters before the deed


def without_answers(text: str, found: Sequence[Telling], ontology: Ontology) -> Sequence[Telling]:
    """The tellings, deeds of violence without the doers who answer them."""
    for telling in found:
        agents = telling.roles.get("agent")
        if not agents or ontology[telling.trigger.type].family != "violence":
            continue
        if (answer := _answer(text, telling)) is not None:
            agents[:] = [
                (tail, score)
                for tail, score in agents
                if tail.span.end > answer.start() or _BETWEEN.search(text, tail.span.end, answer.start())
            ]
    return found


def _answer(text: str, telling: Telling) -> re.Match[str] | None:
    """The words that make a deed one that is answered."""
    deed = telling.trigger.span
    return _ANSWERS.search(text, max(0, deed.start - _REACH), deed.start)
