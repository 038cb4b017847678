"""The words of a telling → whether they tell the course of many days, and no deed of one.

In: a text, the sentence and the words of one telling. Out: yes or no ("has since April killed ninety"). One thing to
know: only the perfect with a window of days in its own clause tells a course; "since dawn" and "in the past two days"
are of one time, and "since the blast" dates what came of one.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

#: What parts clauses, also in copy that has lost its commas.
_PARTS = r"after|when|where|which|who|whom|whose|that|sa(?:id|ys|ying)|but|because|although|though|whereas|before|until"
_MEANWHILE = r"|as|while|whilst"
#: And what is one of many: "was often raided, with three blasts this week", "including a blast in May".
_BREAK_BEFORE = re.compile(rf"[.;:\n]|, with\b|\b(?:{_PARTS}{_MEANWHILE}|including (?:an?|the|one|last))\b", re.I)
_BREAK_BEHIND = re.compile(rf"[.;:\n]|\b(?:{_PARTS}|and (?:[\w-]+ ){{0,3}}(?:has|have|had|was|were|is|are))\b", re.I)
#: "Nine have died since April as jets have hit the town": both of these went on since then.
_BREAK_AT_LARGE = re.compile(rf"[.;:\n]|, with\b|\b(?:{_PARTS}|including (?:an?|the|one|last))\b", re.I)
_PERFECT = re.compile(r"\b(?:has|have)\b(?! to\b)", re.I)
#: Since then, and not "has since died"; nor since an hour, nor since what happened at one stroke.
_SINCE = (
    r"(?<!has )(?<!have )(?<!had )(?<!ever )since (?!then\b|(?:(?:late|early) )?(?:yesterday|last night|overnight|"
    r"(?:this |the )?(?:dawn|morning|noon|midday|afternoon|evening|night|midnight|early hours)|today)\b|"
    r"(?:about |around )?\d{1,2}(?:[:.]\d\d| ?[ap]\.?m)|(?:the|this|that|his|her|their|its) (?:[\w-]+ ){0,2}?"
    r"(?:blast|explosion|bombing|attack|shooting|crash|strike|raid|killing|murder|massacre)\b(?! (?:began|start)))"
)
_DAYS = r"(?:days|weeks|months|years|decades?|fortnight)"
_SHORT = r"(?!(?:two|2|couple of) days\b)"  # what happened in these two days is news of one time
_SOME = r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several) )?"
_WINDOW = re.compile(
    rf"\b(?:{_SINCE}|"
    rf"(?:in|over|during|for|within|of) (?:the )?(?:past|last|previous) {_SHORT}(?:[\w-]+ ){{0,2}}{_DAYS}\b|"
    rf"(?:in|over|during|within) the (?:past|last) (?:week|month|year)\b|recent {_DAYS}\b|"
    rf"over (?:the )?{_SHORT}{_SOME}{_DAYS}\b(?! (?:ago|later)\b)|"
    r"(?:repeatedly|regularly|routinely|frequently|systematically|continu(?:ous|al)ly|constantly|daily)\b|"
    r"in the past\b(?! (?:[\w-]+ ){0,2}(?:hours?|days?|weeks?|months?|years?)\b))",
    re.I,
)
#: "For weeks", of what has gone on.
_GOING_ON = re.compile(
    rf"\b(?:has|have) been (?:\w+ly )?(?:\w+ing|under)\b[^.;]{{0,120}}?\bfor (?:[\w-]+ ){{0,2}}{_DAYS}\b", re.I
)
#: "Raids on the town have killed": what opens its clause does so, in whatever these words tell.
_FEW = re.compile(r"\W*(?:[\w’'-]+\s+){0,3}")
_DOES = re.compile(
    r"\b(?:has|have) (?:\w+ly )?(?:killed|claimed|cost|left|wounded|injured|hit|struck|targeted|destroyed|displaced|"
    r"battered|pounded|driven|forced|intensified|increased|escalated|continued|raged)\b",
    re.I,
)
#: "The deadliest attack since".
_RANKED = re.compile(r"\b(?:first|worst|latest|most [\w-]+|[a-z]{3,}iest|biggest|largest)\b[^.;]{0,60}$", re.I)
_RANK = 90  # characters before a window in which what it ranks may stand
_REACH = 400  # characters on either side that one clause may take
_OPENING = 80  # characters in which a sentence may tell its window before it tells anything


def over_time(text: str, sentence: Span, told: Span) -> bool:
    """Whether what a sentence tells in these words went on over days ("in recent weeks jets have struck markets")."""
    start, behind = _begins(text, sentence, told, _BREAK_BEFORE), _ends(text, sentence, told)
    perfect = max((match.start() for match in _PERFECT.finditer(text, start, told.start)), default=None)
    if perfect is None and _FEW.fullmatch(text, start, told.start) and (does := _DOES.search(text, told.end, behind)):
        perfect = does.start()
    if perfect is None:
        return False
    if _GOING_ON.search(text, start, behind):
        return True
    start = _begins(text, sentence, told, _BREAK_AT_LARGE)
    opening = _WINDOW.search(text, sentence.start, min(sentence.start + _OPENING, perfect))
    return opening is not None or any(
        _RANKED.search(text, max(start, window.start() - _RANK), window.start()) is None
        # "Have fled since the assault began": the assault is of one day.
        and not (perfect < window.start() < told.start and window[0].lower().startswith("since"))
        for window in _WINDOW.finditer(text, start, behind)
    )


def _begins(text: str, sentence: Span, told: Span, breaks: re.Pattern[str]) -> int:
    """Where the clause begins in which the words stand."""
    start = max(sentence.start, told.start - _REACH)
    for match in breaks.finditer(text, start, told.start):
        start = match.end()
    return start


def _ends(text: str, sentence: Span, told: Span) -> int:
    end = max(told.end, min(sentence.end, told.end + _REACH))
    match = _BREAK_BEHIND.search(text, told.end, end)
    return match.start() if match else end
