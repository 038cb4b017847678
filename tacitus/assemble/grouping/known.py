"""What a telling takes as known: "the attack", "the victims were identified", the mill that was hit before.

In: a report and its tellings. Out: whether one goes back to what has been told. One thing to know: what is known by now
stands with "the"; whether the rest agrees is asked elsewhere.
"""

from __future__ import annotations

import re

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.markup import Mention, Trigger
from tacitus.records.report import Report
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

_IDENTIFIED = re.compile(
    r"[^.]{0,60}\b(?=\w)(?:victims?|deceased|slain|dead|killed|bodies)\b[^.]{0,60}\bidentified\b|"
    r"[^.]{0,40}\bwhile retreating\b",
    re.I,
)
_IDENTIFIED_REACH = 150  # characters that the pattern can reach over
#: "Another shell hit the mill", "the mill was hit again".
_ONCE_MORE = re.compile(r"\b(?:another|a (?:second|third|further)|again|later|since then|more)\b", re.I)
#: "Gave the updated toll", "put the death toll at 19", "was killed in the blast".
_TOLL = re.compile(
    r"\b(?:toll|(?:killed|injured|wounded|died|hurt) in (?:the|this) (?:[a-z]+ )?(?:attack|blast|bombing|explosion))\b",
    re.I,
)
#: What goes off once, and has one toll; raids, shells and fights are many in a report.
_ONCE = frozenset({"bombing", "suicide_bombing", "accidental_explosion", "chemical_attack"})
#: What is done to one person.
_OF_ONE = frozenset({"assassination", "execution", "armed_attack", "abduction"})
#: Words for people of whom a report may tell many.
_ANYBODY = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|child(?:ren)?|boy|girl|civilian|person|people|soldier|officer|police(?:m[ae]n)?|villager|"
    r"fighter|militant|rebel|member|other|terrorist|citizen|resident|youth|gunm[ae]n|insurgent|servicem[ae]n|guard|"
    r"student|worker|victim|body|jawan|constable|cadre|maoist|one|attacker|passenger|farmer|driver|trader|troops|it|"
    r"him|her|them|he|she|they|who|whom)$",
    re.I,
)
_TOLL_REACH = 120  # characters around a trigger that are looked at for it
_THE = re.compile(r"\b(?:the|this|that)\s+$", re.I)
#: The same with a word between, of one sentence: "the deadly attack", and not "took the ford. Killings".
_KNOWN = re.compile(r"\b(?:that|(?:the|this)(?:\s+[^\s.,;:!?]+)?)\s+$", re.I)


def hits_the_same(report: Report, first: Telling, second: Telling) -> bool:
    """Whether the second hits what the first did, known by now: "jets struck a mill … a shell hit the mill"."""
    if first.trigger.type != second.trigger.type and "destruction" in (first.trigger.type, second.trigger.type):
        return False  # what was wrecked may have been wrecked by other means
    before, again = _sites(first), _sites(second)
    if not before or not again:
        return False
    heads = {_head(report, span) for span in before} - {""}
    if not any(_head(report, s) in heads and _THE.search(report.text, max(0, s.start - 8), s.start) for s in again):
        return False
    start = max(report.text.rfind(mark, 0, second.trigger.span.start) for mark in (". ", "\n")) + 1
    return not _ONCE_MORE.search(report.text, start, second.trigger.span.end + 12)


def is_the_same_one(report: Report, first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether both kill or seize one person whom the words tell from others: "shot a pilot … the pilot was killed"."""
    kinds = {first.trigger.type, second.trigger.type}
    if not kinds <= _OF_ONE or not first.roles.get("victim") or not second.roles.get("victim"):
        return False
    heads = [
        {_head(report, s) for s in t.spans("victim") if not _ANYBODY.search(s.of(report.text))} for t in (first, second)
    ]
    if not (heads[0] & heads[1]) - {""}:
        return False
    tolls = (resolved.tolls[s] for t in (first, second) for s in t.spans("toll") if s in resolved.tolls)
    return all(toll.value.low == 1 for toll in tolls)


def _sites(telling: Telling) -> list[Span]:
    """What a telling hits that stands somewhere."""
    return [m.span for m, _ in telling.roles.get("target", ()) if isinstance(m, Mention) and m.kind == "facility"]


def _head(report: Report, span: Span) -> str:
    """The last of some words, where it tells one thing and is no name."""
    word = span.of(report.text).split()[-1]
    return word if word.islower() and not word.endswith("s") else ""


def identifies(report: Report, telling: Telling) -> bool:
    """Whether the telling's sentence names those of whom the report has told ("The slain, identified as …")."""
    text = report.text
    start = max(text.rfind(". ", 0, telling.trigger.span.start), text.rfind("\n", 0, telling.trigger.span.start)) + 1
    head = text[start : start + _IDENTIFIED_REACH].lower()
    return ("identified" in head or "retreating" in head) and bool(_IDENTIFIED.match(text, start))


def counts_again(report: Report, first: Telling, second: Telling) -> bool:
    """Whether a sentence counts anew who came to harm in the blast told before: "put its toll at nine"."""
    text, own = report.text, second.trigger.span
    if first.trigger.type != second.trigger.type or second.trigger.type not in _ONCE:
        return False
    start = max(text.rfind(". ", 0, own.start), text.rfind("\n", 0, own.start), own.start - _TOLL_REACH) + 1
    ends = [end for mark in (". ", "\n") if (end := text.find(mark, own.end, own.end + _TOLL_REACH)) >= 0]
    told = bool(second.roles.get("toll") or second.roles.get("victim"))
    return told and bool(_TOLL.search(text, start, min(ends, default=own.end + _TOLL_REACH)))


def refers_back(report: Report, trigger: Trigger) -> bool:
    """Whether the words before say that the happening is known already ("the attack", "this blast")."""
    return _KNOWN.search(report.text, max(0, trigger.span.start - 30), trigger.span.start) is not None
