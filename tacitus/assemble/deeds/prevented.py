"""What did not come about, since somebody stopped it: what a vetoed resolution says, and a meeting that is called off.

In: the words around a trigger. Out: whether it did not happen. One thing to know: "rejected a statement by the union
condemning the raid" is spared: the union did condemn it.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

_STOPPED = (
    r"(?:(?:veto(?:ed|es|ing)?|block(?:ed|s|ing)?|killed|stopped|watered down) (?:(?!by\b|from\b)[\w’'-]+ ){0,7}?"
    r"(?:statement|resolution|draft|motion|text|declaration|bill|communique)|"
    r"(?:reject(?:ed|s|ing)?|oppos(?:ed|es|ing)|vot(?:ed|ing) (?:down|against)|threw out) "
    r"(?:(?!by\b|from\b)[\w’'-]+ ){0,5}?(?:resolution|draft|motion|bill))"
)
#: Up to the word for what the paper would have done.
_PAPER = re.compile(
    rf"\b{_STOPPED} (?:to |that (?:would have |would |will |sought to )?|which (?:would have |would |will ))?"
    r"(?:[a-z]+ly )?(?:have )?$",
    re.I,
)
#: What is called off may be told of the noun, in the passive, or before it.
_CALLED_OFF = re.compile(
    r"(?:(?!\b(?:was|were|is|are|has|have|had|will|who|which|that|and|but|after|before|when|until)\b|"
    r"(?<!\bin )(?<!\bon )(?<!\bof )(?<!\bat )(?<!\bwith )(?<!\bbetween )(?<!\bfor )\bthe\b)[^.;,:\n]){0,70}?"
    r"\b(?:was|were|is|are|(?:has|have|had) been)(?: [a-z]+ly)? (?:cancell?ed|called off|scrapped|shelved)\b",
    re.I,
)
_CALLS_OFF = re.compile(
    r"\b(?:cancell?(?:ed|ing|s)|call(?:ed|ing|s) off|scrapp(?:ed|ing)|shelved) (?:the |an? |its |his |her |their )?"
    r"(?:(?!and\b|but\b|after\b)[\w’'-]+ ){0,3}$",
    re.I,
)
#: What has a day on which it is to be held.
_HELD = frozenset(("meeting", "visit", "demonstration", "exercise", "labour_strike", "agreement"))
_BACK = 120  # characters


def prevented(text: str, kind: str, trigger: Span, sentence: Span) -> bool:
    """Whether what the trigger names was stopped before it happened."""
    before = text[max(sentence.start, trigger.start - _BACK) : trigger.start]
    if _PAPER.search(before):
        return True
    if kind not in _HELD:
        return False
    return bool(_CALLED_OFF.match(text, trigger.end) or _CALLS_OFF.search(before))
