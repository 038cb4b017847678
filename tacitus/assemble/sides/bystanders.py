"""Parties that a sentence names beside a deed and that did not do it: what they were about, the sides of a front.

In: a text, the words of a deed and those of a party. Out: yes or no. One thing to know: only the words right around the
party count, or those with which its sentence begins.
"""

from __future__ import annotations

import re

from tacitus.records.markup import Trigger
from tacitus.records.span import Span

_WHEN = re.compile(r"\b(?:when|while|as|where)\s+(?:(?:the|an?|some|their|its|his)\s+)?(?:[\w-]+\s+){0,2}$", re.I)
#: "Was passing", or came there: "struck again as rescuers arrived".
_WAS_ABOUT = re.compile(
    r"(?:\s+(?!was\b|were\b)[\w'’-]+){0,4}?\s+(?:(?:was|were)\s+(?:[\w-]+\s+){0,2}?[\w-]+ing|"
    r"arrived|gathered|rushed|queued|slept|prayed|waited|passed by)\b"
)
_WHEN_FAR = 40  # characters
#: "The raid came hours after the army had left": the rest of the sentence tells something else.
_CAME_AS = re.compile(
    r"(?:The|This|That|These|Those|It|They) (?:[\w’'-]+ ){0,4}?(?:came|comes?|happened|occurred|took place)\b"
    r"(?: [\w’'-]+){0,3}? (?:as|while|after|before)\b"
)
#: "On the front line between settlers and herders".
_FRONT = re.compile(r"\b(?:front[ -]?lines?|line|frontier|border|buffer) between (?:the )?(?:[\w’'-]+ ){0,4}$", re.I)
#: "The first talks since the queen took office": her taking it is no talk.
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.I)
_TALKS = frozenset({"meeting", "visit", "agreement", "mediation", "cooperation"})
#: "The army declined to comment on the raid", "police were investigating the raid".
_ONLY_ASKED = re.compile(
    r"(?: (?!and\b|but\b)[\w’'-]+){0,4}? (?:(?:declin|refus)(?:ed|es|ing) to comment|"
    r"(?:would|did|could) not (?:immediately )?(?:comment|confirm)|"
    r"(?:had|has|have|made|gave) no (?:immediate )?(?:comment|information|details)|"
    r"(?:is|are|was|were) (?:still )?(?:investigating|looking into|aware of|trying to verify|verifying)|"
    r"(?:was|were|had been|have been|has been) "
    r"(?:(?:warned|informed|alerted|notified|tipped off|told) (?:of|about|that)|"
    r"given (?:[a-z]+ )?(?:word|warning|notice|information|intelligence|details|reports?|tip-?offs?))|"
    r"(?:did|had done) nothing)\b",
    re.I,
)
_SAID = frozenset({"investigation", "rejection", "denial", "accusation", "demand", "promise", "threat"})
_FRONT_FAR = 70  # characters
_BROKERED = re.compile(
    r"(?:-[A-Z]\w+)?(?:-(?:negotiated|sponsored)|[- ](?:brokered|mediated))\b"
)  # of a truce, not its parties

_HAS_DONE = (
    r"(?:claim(?:ed|s|ing)|carried out|staged|conducted|mounted|blamed for|behind|responsib(?:le|ility) for)\s+"
    r"(?:responsibility for\s+)?(?:(?:an?|the|its|several|many|most|some|numerous|two|three)\s+)?"
)
#: "The guild has claimed previous attacks", "said it was behind a similar one", "has staged several raids in the past".
_DID_OTHERS = re.compile(
    rf"[^.;\n]{{0,60}}?\b(?:{_HAS_DONE}(?:similar|previous|earlier|other|another|past|such)\b|"
    rf"ha(?:s|ve|d)\s+{_HAS_DONE}[^.;\n]{{1,80}}?\bin the past\b)",
    re.I,
)


def meanwhile(text: str, deed: Span, party: Span) -> bool:
    """Whether a clause of its own tells what a party was about: "a mine went off when a patrol was passing"."""
    if not _WHEN.search(text, max(0, party.start - _WHEN_FAR), party.start):
        return False
    about = _WAS_ABOUT.match(text, party.end)
    return about is not None and not party.start < deed.start <= about.end()


def beside(text: str, sentence: Span, trigger: Trigger, party: Span) -> bool:
    """Whether a party only tells what went on then ("The raid came as the army …"), did others, or is a front's side.

    Those on the two sides of a front are who fights in a clash there.
    """
    deed = trigger.span
    came = _CAME_AS.match(text, sentence.start)
    if came and came.end() <= party.start and not came.end() <= deed.start < sentence.end:
        return True
    if (
        trigger.type in _TALKS
        and deed.end <= party.start
        and _SINCE.search(text, max(0, party.start - 12), party.start)
    ):
        return True
    if trigger.type not in _SAID and party.end <= deed.start and _ONLY_ASKED.match(text, party.end):
        return True
    if deed.end <= party.start and _DID_OTHERS.match(text, party.end):
        return True
    front = trigger.type != "armed_clash" and _FRONT.search(text, max(0, party.start - _FRONT_FAR), party.start)
    return bool(front)


def brought_about(text: str, trigger: Trigger, party: Span) -> bool:
    """Whether a party only brought the two sides together: "since a US-brokered truce collapsed"."""
    return trigger.type != "mediation" and _BROKERED.match(text, party.end) is not None
