"""Whether a party is only one of those that may have done it, or a place one of those where it may have happened.

In: the words for it, its sentence, and the others named beside it. Out: yes or no. One thing to know:
"either Russian or Syrian jets" names nobody, nor does "it is not known whose planes these were"; but "it is not clear
whether anybody was hurt" says nothing of who did it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tacitus.records.span import Span

#: What may stand between two parties of which one did it: "Russian planes or those of the regime".
_OR = re.compile(r"(?:\s+[\w’'-]+){0,2}\s*,?\s+or\s+(?:[\w’'-]+\s+){0,3}")
#: "Carried out by Russian planes or those of", whether or not the other party is known.
_BY = re.compile(r"\bby (?:the )?$", re.I)
_OR_THOSE = re.compile(r"(?:\s+[\w’'-]+){0,3}?,?\s+or\s+(?:by\s+)?(?:those|that|the ones) (?:of|from|belonging)\b")
#: "By either the army or", and "either the army or by the rebels".
_EITHER = re.compile(r"\beither\s+(?:(?:by|from|the|its|their)\s+)*$", re.I)
_EITHER_OR = re.compile(r"\beither\s[^.;]{1,60}\sor\s+(?:(?:by|from|the|its|their|allied)\s+)*$", re.I)
_THEN_OR = re.compile(r"[^.;]{0,60}?\sor\s")
#: "The army and the rebels accused each other of firing it": each says that it was the other.
_EACH_OTHER = re.compile(
    r"\b(?:accus(?:e[sd]?|ing)|blam(?:e[sd]?|ing)) (?:each other|one another)\b|"
    r"\b(?:trad(?:e[sd]?|ing)|exchang(?:e[sd]?|ing)) (?:\w+ )?(?:blame|accusations)\b"
)
_REACH = 80  # characters before a party, and between two
#: Words for what a source does not know or tell, and the question after them.
_OPEN = re.compile(
    r"\b(?:determin(?:es?|ed|ing)(?= (?:whether|if))|un(?:clear|known|certain|sure)|(?:not|n[o’']t|never)"
    r"(?: \w+ly)?(?: yet)? (?:clear|known|certain|sure|know|specify|specified|say|tell|establish(?:ed)?|"
    r"confirm|determined?))"
    r" (?P<ask>who|whose|which|whether|if)\b"
)
_DOING = (
    r"(?:carr(?:ied|ying|y) out|behind|responsib\w+|launch\w*|conduct\w*|attack\w*|bomb\w*|str[iu]\w*|hit|did it|"
    r"fir(?:ed|ing)|shot|shell\w*|plant\w*|kill\w*|stag\w+|dropp\w+|set off|perpetrat\w+)\b"
)
#: Who did it, asked about; what is asked whether it was so holds more words before the deed.
_WHO = re.compile(rf"(?:\s+[\w’'-]+){{0,3}}?\s+{_DOING}")
_WHETHER = re.compile(rf"(?:\s+[\w’'-]+){{0,10}}?\s+{_DOING}(?P<by>\s+by\s+(?:the\s+)?)?")


_BUT = re.compile(r"\b(?:but|however|although|though|yet|while)\b")

#: Between two places of which it was one: "Lom or Dara", "in Lom, or in the nearby town of Dara".
_OR_IN = re.compile(
    r"(?:\s+(?:province|district|city|town|village|state|county|area))?,?\s+or\s+(?:(?:else|perhaps|possibly|rather)\s+)?"
    r"(?:(?:in|at|near|outside|around)\s+)?(?:(?:the|nearby|neighbou?ring|city|town|village|district|province|of|[a-z]+ern)\s+)*"
)


def either_place(text: str, place: Span, others: Iterable[Span]) -> bool:
    """Whether an "or" stands between a place and another one."""
    pairs = (sorted((place, other)) for other in others)
    return any(first.end < second.start and _OR_IN.fullmatch(text, first.end, second.start) for first, second in pairs)


def undecided(text: str, sentence: Span, party: Span, others: Iterable[Span], deed: Span | None = None) -> bool:
    """Whether the words leave open that it was this party who did the deed."""
    for other in others:
        first, second = sorted((party, other))
        if 0 <= second.start - first.end <= _REACH and _OR.fullmatch(text, first.end, second.start):
            return True
    if _EACH_OTHER.search(text, sentence.start, sentence.end):
        return True
    before = text[max(sentence.start, party.start - _REACH) : party.start]
    if _EITHER_OR.search(before) or (_EITHER.search(before) and _THEN_OR.match(text, party.end, sentence.end)):
        return True
    if _BY.search(before) and _OR_THOSE.match(text, party.end, sentence.end):
        return True
    asked = _OPEN.search(text, sentence.start, sentence.end)
    if asked is None:
        return False
    if asked["ask"] in ("whether", "if"):  # the party itself is asked about
        doing = _WHETHER.match(text, asked.end(), sentence.end)
        if doing and doing["by"] and party.start == doing.end():  # "whether it was carried out by the army"
            return True
        return doing is not None and asked.end() <= party.start < doing.end()
    who = _WHO.match(text, asked.end(), sentence.end)
    if who is None:
        return False
    if deed is None or min(deed.start, party.start) < who.end():
        return True
    # "It is not clear who did it, but the Guild has claimed other raids": what "but" tells of is known.
    return not _BUT.search(text, who.end(), min(deed.start, party.start))


def nobody_knows(text: str, sentence: Span, deed: Span) -> bool:
    """Whether a sentence says that it is not known who did a deed: "did not specify which army was behind the raid"."""
    asked = _OPEN.search(text, sentence.start, sentence.end)
    who = _WHO.match(text, asked.end(), sentence.end) if asked and asked["ask"] not in ("whether", "if") else None
    if asked is None or who is None:
        return False
    but = _BUT.search(text, who.end(), sentence.end)
    return asked.start() <= deed.start < (but.start() if but else sentence.end)
