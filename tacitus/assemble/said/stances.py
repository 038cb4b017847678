"""How a claim is told: asserted, alleged, possible or denied.

In: a telling, a field and the words that fill it. Out: its stance. One thing to know: "allegedly killed nine" doubts
the deed with all that it counts, "the rebels allegedly" only who did it; and what "was not used" is denied by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tacitus.assemble.deeds.realis import CHARGED
from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.said.disowned import Disowned
from tacitus.assemble.sides.planters import planted_as_told
from tacitus.assemble.sides.undecided import undecided
from tacitus.records.span import Span, holding
from tacitus.records.value import TOLL_FIELDS, ActorValue

_ALLEGED = re.compile(
    r"\b(?:alleged(?:ly)?|suspected|reportedly|purported(?:ly)?|apparently|believed to|presumed|said to be)\b", re.I
)
#: "Strikes thought to be carried out by the army", "most likely carried out by army and navy jets": up to the party.
_HELD = (
    r"(?:(?:believed|thought|suspected|presumed|understood|assumed|alleged|reported|rumou?red|appear(?:s|ed)?)"
    r" (?:as )?to (?:be|have|belong|come|originate))"
)
_LIKELY = r"(?:(?:(?:most|very) )?likely|probably|possibly|presumably|perhaps|apparently)"
_NO_DOER = (  # what leads from such words to somebody else
    r"(?!(?:who|which|that|after|as|but|when|while|following|during|near|against|targeting|"
    r"(?<!belong )to|(?<!work )of)\b)"
)
_HELD_TO_BE = re.compile(
    rf"\b(?:{_HELD}(?: {_NO_DOER}[\w’'-]+){{0,6}} $|"
    rf"{_LIKELY}(?: (?:been|was|were|be|an?|the))*(?: (?:carried out|launched|conducted|fired|dropped|staged|done|"
    r"committed|mounted|planted|perpetrated|caused|the (?:handi)?work)(?: (?:by|from|of))?)?(?: the)?"
    r"(?: [\w’'-]+(?: [\w’'-]+)? (?:and|or)(?: the)?)? $|"
    r"(?:suspected|alleged|presumed)(?: [\w’'-]+){1,2} (?:and|or)(?: the)? $)",
    re.I,
)
#: "The army is believed to be behind it", "were believed responsible", "was most likely behind".
_IS_HELD = re.compile(
    r"(?: (?:group|fighters|forces|troops|militants|militia|aircraft|jets|planes|warplanes))? "
    r"(?:is|are|was|were|has been|have been|had been) (?:\w+ly )?"
    r"(?:(?:believed|thought|suspected|presumed|assumed|alleged|understood|rumou?red|(?:(?:most|very) )?likely)"
    r"(?P<open> to (?:be|have)(?: (?:having|been|also|\w+ly))*)?|"
    r"probably|possibly|presumably|apparently)"
    r"(?P<deed> (?:the )?(?:of|behind|responsible|involved|perpetrators?|culprits?)\b)?",
    re.I,
)
#: From "is believed to have" to the deed.
_TO_DEED = re.compile(
    r"\s(?:(?:carried out|launched|staged|conducted|made|fired|planted|committed|mounted)\s(?:(?:the|an?|that|this)\s)?"
    r"(?:[\w-]+\s)?)?"
)
_HELD_FAR = 90  # characters before a party
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
_DENIED_OF = re.compile(
    r"(?<!not )(?<!n.t )(?<!never )\bden(?:y|ie[sd]|ying)\s+(?:that\s+)?(?:(?:any of|both|either)\s+)?$", re.I
)
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
    if _OURS.match(text, span.start) and _DENIED_OF.search(text, max(0, span.start - _BACK), span.start):
        return "denied"  # "denied that its men were responsible", wherever the deed is told
    others = [other for other in telling.spans("agent") if other != span]
    own = holding(sentences, span) or sentences[telling.sentence]
    if undecided(text, own, span, others, deed):
        return "possible"
    near = max(0, span.start - 25)
    accused = _ACCUSED.search(text, near, span.start) or _told_before(_DEED_ALLEGED, text, deed)
    accused = accused or _ALLEGED.search(text, near, span.end) or planted_as_told(text, span)
    if (
        accused
        or CHARGED.search(text, max(own.start, span.start - _HELD_FAR), deed.start)
        or _is_held(text, own, span, deed)
    ):
        return "alleged"
    return "asserted"


def _is_held(text: str, sentence: Span, party: Span, deed: Span) -> bool:
    """Whether a party is only held to have done it: "strikes most likely carried out by the army"."""
    held = _IS_HELD.match(text, party.end, sentence.end)
    if held and (held["deed"] or (held["open"] and _TO_DEED.fullmatch(text, held.end(), deed.start))):
        return True
    return _HELD_TO_BE.search(text, max(sentence.start, party.start - _HELD_FAR), party.start) is not None


def _is_of(text: str, doer: Span, deed: Span) -> bool:
    """Whether a deed is told in the very clause that its doer begins: "our men did not flee but fired back"."""
    return doer.end < deed.start and not _CLAUSE_ENDS.search(text, doer.end, deed.start)


def _told_before(pattern: re.Pattern[str], text: str, deed: Span) -> bool:
    return pattern.search(text, max(0, deed.start - _BACK), deed.start) is not None


def _one(sentences: Sequence[Span], one: Span, other: Span) -> bool:
    whole = holding(sentences, one)
    return whole is not None and whole.holds(other)
