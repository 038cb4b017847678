"""Of whom a sentence goes on to say that they came away: "fired on nine porters, who escaped", "two survived".

In: a text and the words of a count. Out: yes or no. One thing to know: it is asked only of counts of which the grammar
tells nothing; "killed nine porters; two survived" were eleven.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

_SPARED = re.compile(r"[^.;]{0,60}?\b(?:escap\w*|managed to flee|survived|unhurt|unharmed|unscathed)\b", re.I)
#: "A lorry carrying nine porters": how many of them were hit is told by other words.
_CARRIED = re.compile(r"\b(?:carrying|transporting|ferrying)\s+$")
#: "Was put to death in front of forty passengers": they saw it.
_SAW_IT = re.compile(r"\b(?:in front of|before the eyes of|(?:watched|witnessed|seen) by)\s+$", re.I)
#: "Took 28 porters to a pit and shot them; two survived": not so many died.
_SOME_LIVED = re.compile(
    r"[^.\n]{0,120}?(?:;|,? but|,? though|,? although|,? and)\s+(?:only )?(?:an?|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|\d+|some|several|a few|the others?|the rest)\b(?: of (?:them|whom)| others?| more| people| men)? "
    r"(?:survived|lived|escaped|got away|played dead|feigned)\b",
    re.I,
)


#: "Five rebels were sighted, three of them carrying rifles": what they did and bore, and nobody's death.
_SEEN = re.compile(
    r"\s+(?:was|were|had been|have been|has been)\s+(?:also |reportedly |recently |last )?"
    r"(?:sighted|spotted|seen|observed)\b"
    r"(?!\s+(?:dead|lying|bleeding|killed|wounded|injured|dying|limping|being (?:shot|beaten|killed)))|"
    r"\s+(?:carrying|wielding|brandishing) (?:[\w-]+ ){0,3}"
    r"(?:arms|weapons?|rifles?|guns?|pistols?|knives|machetes|spears|axes)\b",
    re.I,
)


def spared(text: str, count: Span) -> bool:
    """Whether the sentence tells that these people came away, or only that they were carried, seen, or saw it."""
    away = _SPARED.match(text, count.end) or _SEEN.match(text, count.end)
    before = text[max(0, count.start - 20) : count.start]
    return bool(away or _CARRIED.search(before) or _SAW_IT.search(before))


def some_lived(text: str, count: Span) -> bool:
    """Whether the sentence goes on to say that some of these people lived: so many did not die."""
    return _SOME_LIVED.match(text, count.end) is not None
