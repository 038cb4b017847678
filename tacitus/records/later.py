"""A count in its sentence → whether it counts those who died of it after the others had been counted.

In: a text and the words of a count. Out: yes or no. One thing to know: it is asked of counts that stand beside a
larger one ("now twelve, two of the wounded having died"), and what it says is used where the number without them was
counted before.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

#: Characters before and after a count that may tell it.
BEFORE, AFTER = 40, 70
_NTH = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w{3,6}teenth|\d+(?:st|nd|rd|th))"
)
_HURT = re.compile(r" ?\bof the (?:\w+ )?(?:wounded|injured|hurt|burn(?:ed|t)|patients)\b", re.I)
#: "With the death of a guard", "after the demise of four of the injured"; "the seventh, Omar Said".
_DEATH_OF = re.compile(rf"(?:\b(?:deaths?|demise|loss) of|\bthe {_NTH},?)(?: the)? $", re.I)
_AS = re.compile(r"\b(?:as|after|when|since) (?:the )?$", re.I)
_DIED = re.compile(r"[^.;:\d]{0,20}?\b(?:died|succumbed)\b", re.I)
_LATER = re.compile(
    rf"[^.;:]{{0,50}}?\b(?:succumb(?:s|ed|ing)?\b|gave up\b|"
    rf"(?:ha(?:s|ve|d)|having) (?:since |later |also |now )?(?:died|given up)|"
    rf"died (?:later|since|afterwards|the next day|of (?:\w+ )?(?:wounds|injuries|burns)|"
    rf"in (?:[\w-]+ ){{0,3}}hospital|on the (?:way|road)|on (?:\w+day|the|\d))|(?:is|was|being|became) the {_NTH}\b)",
    re.I,
)


def died_later(text: str, count: Span) -> bool:
    """Whether these are told to have died after the others: "two of the wounded", "as a guard succumbed"."""
    if _HURT.search(text, count.start, count.end + 25):
        return True
    before = text[max(0, count.start - BEFORE) : count.start]
    if _DEATH_OF.search(before):
        return True
    end = count.end + AFTER
    return bool(_LATER.match(text, count.end, end) or (_AS.search(before) and _DIED.match(text, count.end, end)))
