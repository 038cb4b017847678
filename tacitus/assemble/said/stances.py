"""How a claim is told: asserted, alleged, possible or denied.

In: a telling, a field and the words that fill it. Out: its stance. One thing to know: "allegedly killed nine" doubts
the deed with all that it counts, "the rebels allegedly" only who did it; and what "was not used" is denied by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.said.disowned import Disowned
from tacitus.assemble.sides.planters import planted_as_told
from tacitus.assemble.sides.undecided import undecided
from tacitus.records.span import Span, holding
from tacitus.records.value import TOLL_FIELDS, ActorValue

_ALLEGED = re.compile(
    r"\b(?:alleged(?:ly)?|suspected|reportedly|purported(?:ly)?|apparently|believed to|presumed|said to be)\b", re.I
)
#: Right before the word for the deed.
_DEED_ALLEGED = re.compile(r"\b(?:allegedly|reportedly|purportedly|supposedly)\s+(?:[a-z]+ly\s+)?$", re.I)
_DEED_DOUBTED = re.compile(r"\b(?:allegedly|purportedly|supposedly)\s+(?:[a-z]+ly\s+)?$", re.I)
_ACCUSED = re.compile(r"\b(?:accus|blam)(?:ed|es|ing)\s+(?:(?:the|its|their)\s+)?(?:[\w-]+\s+)?$", re.I)
#: "Did not use live rounds", "had never fired at the crowd".
_UNUSED = re.compile(
    r"\b(?:did|do|does|had|has|have|was|were)(?: not|n['’]t)(?: even)? (?:used?|using|fired?|firing|shot|employ(?:ed)?|"
    r"deploy(?:ed)?|drop(?:ped)?|throw|thrown)\s+(?:(?:any|a|an|the|its|their|our)\s+)?$|"
    r"\bnever (?:used?|fired?|shot|employ(?:ed)?|dropped)\s+(?:(?:any|a|an|the|its|their|our)\s+)?$",
    re.I,
)
#: "Our men did not use live rounds": said of one's own.
_NOT_OURS = re.compile(r"\s+(?:(?:did|do|had|have|were|was|would)(?: not|n['’]t)|never)\b", re.I)
_CLAUSE_ENDS = re.compile(r"[.,;:!?\"”]")
_OURS = re.compile(r"(?:our|my|his|her|its|their)\s", re.I)
_BACK = 40  # characters


def stance(
    text: str,
    sentences: Sequence[Span],
    disowned: Disowned,
    actors: Mapping[Span, ActorValue],
    telling: Telling,
    field: str,
    span: Span,
) -> str:
    """The stance of a claim on one field of a telling."""
    deed = telling.trigger.span
    if telling.trigger.realis == "denied":
        return "denied"
    if field == "weapon" and _UNUSED.search(text, max(0, span.start - _BACK), span.start):
        return "denied"
    if field in TOLL_FIELDS:
        return "alleged" if _told_before(_DEED_DOUBTED, text, deed) and _one(sentences, deed, span) else "asserted"
    if field == "participant" and _OURS.match(text, span.start) and disowned(deed, span, actors.get(span)):
        return "denied"  # "denied that his members took part"
    if field != "perpetrator":
        planted = telling.trigger.type == "weapons_disrupted" and field == "target"
        return "alleged" if planted and planted_as_told(text, span) else "asserted"
    if _OURS.match(text, span.start) and _NOT_OURS.match(text, span.end) and not _is_of(text, span, deed):
        return "denied"
    if disowned(deed, span, actors.get(span)):
        return "denied"  # "denied that any of its men were involved"
    others = [other for other in telling.spans("agent") if other != span]
    own = holding(sentences, span) or sentences[telling.sentence]
    if undecided(text, own, span, others):
        return "possible"
    near = max(0, span.start - 25)
    accused = _ACCUSED.search(text, near, span.start) or _told_before(_DEED_ALLEGED, text, deed)
    accused = accused or planted_as_told(text, span)
    return "alleged" if accused or _ALLEGED.search(text, near, span.end) else "asserted"


def _is_of(text: str, doer: Span, deed: Span) -> bool:
    """Whether a deed is told in the very clause that its doer begins: "our men did not flee but fired back"."""
    return doer.end < deed.start and not _CLAUSE_ENDS.search(text, doer.end, deed.start)


def _told_before(pattern: re.Pattern[str], text: str, deed: Span) -> bool:
    return pattern.search(text, max(0, deed.start - _BACK), deed.start) is not None


def _one(sentences: Sequence[Span], one: Span, other: Span) -> bool:
    whole = holding(sentences, one)
    return whole is not None and whole.holds(other)
