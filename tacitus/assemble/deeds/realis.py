"""Whether a happening is told as a fact.

In: a trigger with the reader's realis, and the report. Out: the realis that stands. One thing to
know: the reader decides, but what the grammar plainly marks as not yet done, or not done at all
("vowed to launch", "if they attack", "denied shelling"), is never let through as actual.
"""

from __future__ import annotations

import re

from tacitus.assemble.deeds.attempts import ONLY_TAKEN, only_tried
from tacitus.assemble.deeds.prevented import prevented
from tacitus.records.markup import Trigger
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.records.standing import stands

#: A verb that only carries a noun, and up to three plain words, may stand between the marker and the
#: trigger ("will soon formally withdraw", "plans to launch a new offensive").
_LIGHT = r"launch|carry out|hold|conduct|stage|begin|start|continue|mount|resume|make|open|impose|sign|give|take|send"
_GAP = (
    rf"(?:\s+(?:{_LIGHT}))?"
    r"(?:\s+(?:[a-z’'-]+ly|soon|also|not|again|then|all|its|their|a|an|the|more|further|new|fully|now)){0,3}\s+$"
)
_TO = r"\s+(?:[a-z]+ly\s+)?to"
_PLANS = (
    r"will|shall|would|wo|is to|are to|was to|were to|be going to|is going to|are going to|set to|due to|about to|"
    r"(?:plan|plans|planned|planning|intend|intends|intended|vow|vows|vowed|vowing|pledge|pledges|pledged|promise|"
    r"promises|promised|agree|agrees|agreed|aim|aims|aimed|hope|hopes|hoped|want|wants|wanted|seek|seeks|sought|"
    r"prepare|prepares|preparing|prepared|ready|attempt|attempts|attempted|attempting|"
    r"tried|tries|trying|try|expected|scheduled|offered|offers|offer|decided|ordered|urged|"
    r"considering|refused|refuses|declined|order|orders|bid|proposal|plot|plotted|plotting|conspired|conspiring)" + _TO
)


def _mark(words: str, between: str, how_many: str) -> re.Pattern[str]:
    """A marker, then some small words, then the trigger; the look ahead spares all markers at the end of a word.

    Like all that is searched in "low", it is for small letters: to ignore case takes twice as long.
    """
    return re.compile(rf"\b(?=\w)(?:{words})(?:\s+(?:{between})){{{how_many}}}\s+$")


_DENIED = "having|any|that|its?|they|had|forces|troops|was|were|responsibility|for|involvement|in|to"
#: The realis, of what one stands in each of its markers (to look no further where none does), and the markers.
_MARKS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("denied", ("den",), _mark("denied|denies|deny|denying", _DENIED, "0,4")),
    ("threatened", ("threaten",), _mark("threaten(?:s|ed|ing)?", "to|with|of|a|an|it|them|would", "1,3")),
    ("feared", ("fear",),
     _mark("fear(?:s|ed|ing)?", "of|a|an|that|another|new|more|further|possible|could|may", "1,4")),
    ("planned", ("to", "will", "shall", "wo"), re.compile(rf"\b(?=\w)(?:{_PLANS}){_GAP}")),
    ("planned", ("authori",),
     _mark("authori[sz](?:e|es|ed|ing)", "an?|the|of|new|military|campaign|series|wave", "0,5")),
    ("planned", ("plan", "plot", "upcoming", "scheduled", "proposed"),
     _mark("plans|planned|upcoming|scheduled|proposed|plan|plot|plots", "for|of|an?|to|the", "0,3")),
)  # fmt: skip
#: A deed named as what somebody is known, wanted or tried for lies before the news of the day.
_RECORD = re.compile(
    r"\b(?=\w)(?:involved in|involvement in|wanted (?:for|in)|in connection with|accused (?:\w+ ){0,2}in|for allegedly|"
    r"on charges of|convicted (?:of|for|in)|role in|part in|charged with|responsible for)"
    r"(?:\s+(?!claim)[\w’'-]+){0,5}?\s+$"
)  # fmt: skip
#: "In revenge for the killing of a herder": what is avenged was done before.
_AVENGED = re.compile(
    r"\b(?:in (?:retaliation|revenge|reprisal) (?:for|to)|to avenge|avenging)(?:\s+[\w’'-]+){0,3}?\s+$", re.I
)
_DUE_TO = re.compile(r"\bdue to\s+((?:(?:an?|the|its|their|more|further|new|all)\s+)*)$")
_NO_INFINITIVE = re.compile(r".*(?:[^s]s|(?<!br)ing)", re.I)
_NOUN = re.compile(r"\s+(?:of|by|last|earlier)\b|\s*[,.;]")
_IF = re.compile(r"^[\s\"“]*(?:if|unless|should)\b[^,]*$|\b(?:if|unless)\s[^,.;]*$")
#: "Asked if they would attack", "unclear if".
_WHETHER = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|unclear|know|known|sure|certain|(?:to|not) (?:see|say)|decid\w+|doubt\w*|wonder\w*|"
    r"question\w*|determine\w*)(?: (?!that\b)[\w’'-]+){0,2} if\s[^,.;]*$"
)
_IF_WORDS = ("if", "unless", "should")
#: A sum over a war or over years is background: "Since the war began some 9,000 have died".
_PERFECT = re.compile(
    r"\b(?:has|have|had|having)\s+(?:\w+ly\s+)?(?:been\s+)?(?:\w+ly\s+)?$|\b(?:has|have|had)\b[^,;.]{0,40}\s$"
)
_LONG_RUN = re.compile(
    r"(?<!worst )(?<!first )(?<!deadliest )\b(?:since (?:the |a |its |his )?(?:[\w'’-]+ ){0,4}(?:war|conflict|uprising|"
    r"revolt|revolution|crisis|insurgency|rebellion|campaign|crackdown)\b|"
    r"since (?:early |late |mid-?)?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\b|"
    r"(?:in|over|during) the (?:past|last) (?:[\w-]+ )?(?:years|decades?|months)\b|over the (?:years|decades)\b)",
    re.I,
)
#: What opens a sentence that adds up what was told, or what a year has brought: "In all, 22 died in the three raids".
_ADDS_UP = re.compile(
    r"\W{0,3}(?:(?:in all|in total|altogether|all told|overall)\b,?[^.;]{0,160}?\bin (?:(?:all|the|these) )"
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )?(?:separate )?(?:incidents|attacks|raids|strikes|"
    r"blasts|bombings|clashes|ambushes)\b|"
    r"(?:since the (?:beginning|start) of the year|so far this year|since (?:last )?January)\b)",
    re.I,
)
#: "A purported air strike" is told with reserve; without a word that denies it nobody says it was none.
_RESERVED = re.compile(r"\b(?:purported|alleged|suspected|reported|apparent)\s+(?:[\w-]+\s+)?$")
#: "Denied that children were killed in the air strike": the strike is not denied, but who was hit in it.
_IN_THE_DEED = re.compile(
    r"\bden(?:y|ie[sd]|ying)\b[^.;]{2,80}\b(?:killed|wounded|injured|hurt|died|hit|harmed)\s+(?:in|by)\s+"
    r"(?:the|its|their|this|that|his)\s+(?:[\w-]+\s+)?$",
    re.I,
)
#: Words that deny.
NAY = re.compile(
    r"\b(?:no|not|never|neither|nor|without|den(?:y|ie[sd]|ying|ials?)|reject\w*|dismiss\w*|refut\w*|false\w*|fabricat\w*|"
    r"untrue|baseless|unfounded|invented|lies?|hoax|disput\w+)\b|n['’]t\b",
    re.I,
)
#: "Investigating allegations that the army has used": charged and not denied, where nothing denies it.
CHARGED = re.compile(
    r"\b(?:allegations?|assertions?|accusations?|charges?|suspicions?|evidence|complaints?) (?:[\w’'-]+ ){0,3}?that "
    r"(?:(?!\b(?:not|never|no|nor|neither|without)\b|n['’]t\b)[^.;\n]){0,70}$",
    re.I,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ials?)|reject\w*|dismiss\w*|refut\w*|false\w*|fabricat\w*|untrue|baseless|unfounded|"
    r"lies?|hoax|disput\w+|no evidence|without evidence)\b",
    re.I,
)
_NEGATIONS = ("not", "never", "n't", "n’t")
_NOT_DENIED = re.compile(r"\b(?:(?:not|never)|n['’]t) (?:denied|deny)\b[^.;]{0,40}$", re.I)
#: "Russia was not behind a deadly attack".
_NOT_BEHIND = re.compile(r"(?:\bnot|\bnever|n['’]t) (?:been )?(?:behind|responsible for)(?: [\w-]+){0,3} $", re.I)
#: "Had not fired", "was never attacked": right before the word for the deed.
_DID_NOT = re.compile(
    r"\b(?:(?:did|do|does|had|has|have|was|were|is|are)(?: not| never|n['’]t)|never)(?: yet)? (?:been |be )?$", re.I
)
#: Who tried to storm a post has attacked it, whatever came of it; and who is still to try has not.
_TRIED_TO = re.compile(r"\b(?:tried|attempted) to (?:[a-z]+ly )?$", re.I)
_BY_TRYING = re.compile(
    r"(?:storm|attack|assault|ambush|raid|overrun|rush|break into|force their way|march|infiltrate)\b", re.I
)
#: "Will not lift the ban until", "refuses to meet unless": whatever would change his mind, he does not.
_WILL_NOT = re.compile(
    r"\b(?:(?:will|would|shall) (?:not|never)|wo(?:uld)?n['’]t|refus(?:e|es|ed|ing) to|declin(?:e|es|ed|ing) to)"
    r"(?: (?!only|merely|simply)[a-z]+ly)?\s+$",
    re.I,
)
#: "Blasts in the capital this week": no comma or stop lies between, so it is told of this very deed.
_THIS_WEEK = r"(?:this (?:week|morning|afternoon|evening)|today|yesterday|tonight|last night|overnight)"
_PLAIN_GAP = r"(?:(?!\b(?:(?:19|20)\d\d|was|were|had|ago|last)\b)[^,;.:]){0,40}"
_WEEK_BEFORE = re.compile(rf"\b{_THIS_WEEK}\b{_PLAIN_GAP}$", re.I)
_WEEK_BEHIND = re.compile(rf"{_PLAIN_GAP}\b{_THIS_WEEK}\b", re.I)
_BY_FORCE = ("violence", "mobilisation")
_BY_HAND = ("violence", "protest")
_BACK = 90  # characters before the trigger that are looked at


#: Finite verbs that tell of something done or being done, whatever purpose follows ("sent $2 million to help").
_TOLD_AS_DONE = re.compile(
    r"(?:provided|donated|gave|lent|lended|delivered|granted|held|met|visited|hosted|attended|received|signed|released|"
    r"freed|lifted|withdrew|sent|meets?|attends?|hosts?|receives|visits|holds|meeting|hosting|visiting|discussed)\b",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:to|will|would|shall|may|might|could|should|can|must|be|been?g?|not|if|until|unless|planned|going|expected|due|"
    r"a|an|the|his|her|its|their|for|of|after|before|in|no)\s+(?:[a-z]+ly\s+)?$",
    re.I,
)
#: Verbs that carry the noun of a meeting which is held: "holds talks", "attended the summit".
_IS_HELD = re.compile(
    r"\b(?P<verb>held|holds|hosted|hosts|attended|attends|concluded) (?:[\w’'-]+ ){0,4}$|"
    r"\b(?:is|are|was|were) (?:holding|hosting|attending) (?:[\w’'-]+ ){0,4}$",
    re.I,
)
_TALKS = re.compile(r"(?:peace )?talks|meetings?|summits?|conferences?|negotiations|consultations", re.I)
_LIES_AHEAD = re.compile(r"\b(?:next|tomorrow|upcoming|later this|to be)\b", re.I)
_RUNNING = re.compile(r"\b(?:is|are|was|were)\s+(?:[a-z]+ly\s+)?$", re.I)


def _done(trigger: Span, before: str, text: str) -> bool:
    """Whether a finite verb tells it as done: "meets", "is hosting", "provided"; but not "to be provided"."""
    verb = _TOLD_AS_DONE.match(text, trigger.start)
    if verb is None or verb.end() > trigger.end or _NOT_YET.search(before):
        return False
    return not verb[0].lower().endswith("ing") or bool(_RUNNING.search(before))


def _held(trigger: Span, before: str, sentence: str, text: str) -> bool:
    """Whether the noun of a meeting is the object of a verb that says that it is or was held."""
    if not _TALKS.fullmatch(trigger.of(text)) or _LIES_AHEAD.search(sentence):
        return False
    verb = _IS_HELD.search(before)
    return verb is not None and not _NOT_YET.search(before[: verb.start()])


#: Nobody announces beforehand whom he will arrest: "announced the arrest of three men".
_TOLD_AFTER = ("arrest", "seizure")
_ANNOUNCED = re.compile(
    r"\bannounc(?:ed|es|ing) (?:\w+day )?(?:the|an?|its|their) (?:(?!planned|coming|imminent)[\w-]+ ){0,2}$", re.I
)
_OFTEN = r"(?:regularly|frequently|routinely|often|repeatedly|almost daily|daily|constantly)"
_HABIT = re.compile(
    rf"\b{_OFTEN} (?:\w+ by (?:[\w-]+ ){{0,3}})?$|\b(?:is|are) (?:still )?(?:backed|supported) by (?:[\w-]+ ){{0,3}}$"
)
_OFTEN_SO = re.compile(rf"\s+(?:\w+ )?{_OFTEN}\b|\s+on a (?:daily|regular) basis\b", re.I)
#: Types of which a standing state may be told: who holds a place, and who is at war.
_LASTING = ("territory_seized", "armed_clash")


def _is_habit(text: str, trigger: Trigger, low: str) -> bool:
    """Whether it tells what is always so: "is regularly shelled", "backed by air strikes", "an army fighting X"."""
    if trigger.type in _LASTING and stands(text, trigger.span):
        return True
    return bool(_HABIT.search(low) or _OFTEN_SO.match(text, trigger.span.end))


def _is_avenged(text: str, trigger: Span, before: str) -> bool:
    return bool(_NOUN.match(text, trigger.end) and _AVENGED.search(before))


def _is_reason(before: str, deed: str) -> bool:
    """Whether "due to" gives a reason: before an article or a noun, which no verb in the infinitive is."""
    due = _DUE_TO.search(before)
    return due is not None and bool(due[1] or _NO_INFINITIVE.fullmatch(deed))


def _is_of_this_week(text: str, trigger: Span, before: str) -> bool:
    """Whether words beside it date a deed to the days of the report, and nothing says that it is a charge of before."""
    if _RECORD.search(before.lower()) or _is_avenged(text, trigger, before):
        return False
    return bool(_WEEK_BEFORE.search(before[-60:]) or _WEEK_BEHIND.match(text, trigger.end))


def realis(report: Report, trigger: Trigger, sentence: Span, family: str) -> str:
    """The realis of one telling; ``family`` is that of its type."""
    before = report.text[max(sentence.start, trigger.span.start - _BACK) : trigger.span.start]
    if family != "violence" and prevented(report.text, trigger.type, trigger.span, sentence):
        return "denied"
    if trigger.realis == "planned" and (
        _done(trigger.span, before, report.text) or _held(trigger.span, before, sentence.of(report.text), report.text)
    ):
        return "actual"
    if trigger.realis == "planned" and trigger.type in _TOLD_AFTER and _ANNOUNCED.search(before):
        return "actual"
    low = before.lower()
    if family == "violence" and any(map(low.__contains__, _NEGATIONS)):
        if _NOT_DENIED.search(before):
            return "actual" if trigger.realis == "denied" else trigger.realis
        if _NOT_BEHIND.search(before) or (trigger.realis == "actual" and _DID_NOT.search(before)):
            return "denied"
    if trigger.realis in ("planned", "actual") and family in _BY_HAND and _TRIED_TO.search(before):
        if _BY_TRYING.match(report.text, trigger.span.start):
            return "actual"
    if trigger.type in ONLY_TAKEN and (tried := only_tried(low)):
        return tried
    if trigger.realis == "denied" and family == "violence" and _IN_THE_DEED.search(before):
        return "actual"
    if trigger.realis == "denied" and CHARGED.search(before) and not _DENIES.search(sentence.of(report.text)):
        return "actual"
    if trigger.realis == "denied" and _RESERVED.search(low) and not NAY.search(sentence.of(report.text)):
        return "actual"
    if trigger.realis in ("conditional", "planned") and family not in _BY_FORCE and _WILL_NOT.search(before):
        return "denied"
    if trigger.realis == "planned" and _is_condition(report.text[sentence.start : trigger.span.start].lower()):
        return "conditional"
    if trigger.realis != "actual" and trigger.realis != "historical":
        return trigger.realis
    for value, parts, pattern in _MARKS:
        marked = any(map(low.__contains__, parts)) and pattern.search(low)
        if marked and not _is_reason(low, trigger.span.of(report.text)):
            return value
    if trigger.realis == "actual" and family == "violence" and _is_habit(report.text, trigger, low):
        return "historical"
    if (
        trigger.realis == "actual"
        and family == "violence"
        and (
            _RECORD.search(low)
            or _is_avenged(report.text, trigger.span, before)
            or (_PERFECT.search(low) and _LONG_RUN.search(sentence.of(report.text)))
            or _ADDS_UP.match(report.text, sentence.start, sentence.end)
        )
    ):
        return "historical"
    if trigger.realis == "historical" and family == "violence" and _is_of_this_week(report.text, trigger.span, before):
        return "actual"
    whole = report.text[sentence.start : trigger.span.start].lower()
    return "conditional" if _is_condition(whole) else trigger.realis


def _is_condition(before: str) -> bool:
    """Whether the words of a sentence up to a trigger have an "if" that reaches it and asks nothing."""
    return _has_if(before) and _WHETHER.search(before) is None


def _has_if(before: str) -> bool:
    may_be = len(before) < 300 and any(map(before.__contains__, _IF_WORDS))
    return may_be and _IF.search(before) is not None
