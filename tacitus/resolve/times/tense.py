"""The clause around an expression of time → whether it tells of the past or of what is to come.

In: a text and a span. Out: "past", "future", "near" for what was awaited ("before the election in [December]"), or
None. One thing to know: the nearest verb to the left in
the sentence decides ("The minister said on [Monday] that they will meet on [Friday]"), else the nearest to the right.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tacitus.records.letters import small
from tacitus.records.span import Span
from tacitus.resolve.times.timewords import CLOCK, DAY, MONTH, WEEKDAY, ZONE

_BREAK = re.compile(  # one set of characters to begin with, which is found in a third of the time
    r"[\n.!?](?:(?<=\n)|(?<![ap]\.m.)(?<!\b[A-Z][a-z]{2}.)(?<!\b[A-Z].)[.!?]*[\"”'’)]*\s+(?=[\"“'‘(]?[A-Z]))"
)
_REACH = 300
_TO_DO = (
    r"(?:agree|vow|pledge|promise|plan|threaten|decide|intend|expect|urge|call|order|ask|demand|want|hope|prepare|"
    r"schedule|arrange|warn|invite|offer|set(?!(?:ting|s)? (?:fire|off|up|ablaze|alight|about|light|foot)\b)|due|"
    r"ready|about|likely|slate|tip|aim|propose)\w*(?: \w+){0,3} to "
    r"(?!an? |the |his |her |its |their |some |about |\d)(?:be )?\w+"
)
#: "May be the worst yet", "may have fallen": what may be so, or may have been, is not to come; nor is what is wished
#: ("may God accept him").
_NOT_TO_COME = (
    r"(?! (?:god|allah|the (?:lord|almighty|merciful)|(?:he|she|they) rest|(?:his|her|their) souls?)\b)"
    r"(?! (?:have|(?:not |well )?be (?:the (?:worst|most|\w+est)|one of|among|as|behind|linked|related|responsible))\b)"
)
_WILL = (
    rf"(?:will|won['’]t|shall|(?:would|may|might|should|could|must){_NOT_TO_COME}|can|going to|"
    r"(?:is|are|was|were) to)(?: (?:not|also|only))?"
)
#: "To launch more attacks": the word is no verb.
_NO_NOUN = (
    r"(?<!\bout )(?<!\blaunch )(?<!\bstage )(?<!\bmore )(?<!\bnew )(?<!\bfurther )(?<!\bthe )(?<!\bof )(?<!\bany )"
)
_VERB = re.compile(  # for :func:`_plain` words; the look ahead spares all these words at the end of a word
    rf"\b(?=\w)(?:(?P<future>{_WILL}(?: (?:be|have been|get))? \w+|{_TO_DO}|to be \w+|"
    r"due|scheduled|slated|planned|plans?|expect(?:s|ed)?|threatens?|hopes?|intends?|set (?:to|for)|upcoming|"
    r"deadline|meets|begins|starts|opens|expires|convenes|resumes?|awaits?|takes effect|arrives|departs|travels|votes|"
    r"speaks|goes to|is sworn in)|(?P<past>was|were|had|has|"
    rf"have|did|says?|kills?|{_NO_NOUN}(?:attacks?|killing)|wounding|"
    r"\w{2,20}ed|said|told|took|came|went|began|left|held|met|made|"
    r"saw|fell|rose|shot|hit|struck|broke|blew|set off|fled|fought|won|lost|gave|got|found|became|ran|led|sent|spoke|"
    r"wrote|drove|stood|brought|caught|put|cut|beat|burnt|threw|flew|stole|grew|knew|drew|bore|bought|built|chose|"
    r"dealt|dug|felt|fed|froze|hid|hurt|kept|laid|lay|lit|meant|paid|rode|sank|sat|shook|shut|sold|sought|spent|"
    r"split|spread|swore|swept|tore|woke|overran|withdrew))\b"
)
#: "Accepted the plan", "rejected his peace plan": a noun, where no plural stands before it ("the rebels plan").
_PLAN = re.compile(
    r"\b(?:an?|the|this|that|any|no|his|her|its|their|our|my|[\w-]+['’]s) "
    r"(?:(?:[\w'’-]+ ){0,2}[\w'’-]*(?:[^s\W]|['’]s) )?$"
)
# What stands right before an expression can turn it forward: a deadline, a strike "called … for [Tuesday]".
BEHIND_SINCE = re.compile(r"\bsince (?:the )?$", re.I)
_TOWARDS = re.compile(
    r"\b(?:(?:by|until|till|before|no later than|ahead of|due|scheduled for|set for|planned for)|"
    r"(?<!a )(?<!the )call(?:s|ed|ing)? for (?:[\w-]+ ){0,3}(?:"
    r"strikes?|shutdown|closure|march(?:es)?|rall(?:y|ies)|protests?|demonstrations?|bandh|hartal|sit-in|"
    r"mourning|rage) on|"  # but a call for calm was made on its day
    r"(?:call|announc|set|schedul|plann)\w*\s[^.\n]{0,60}\b(?:for|from)|"
    r"(?:call|announc|agree|accept|declar|order|propos|offer)\w*\s[^.\n]{0,60}\b(?:start|beginn)ing(?: at| from| on)?)"
    r"\s+(?:the\s+)?$", re.I
)  # fmt: skip
#: What stands last in each of them, in small letters.
_LEADS = re.compile(r"(?:by|until|till|before|than|of|due|for|on|from|at|ing)\s+(?:the\s+)?$")
_LEAD = 40  # characters that it may take
_DEADLINE = re.compile(r"(?:by|until|till|no later than)\s", re.I)
_DONE = re.compile(r"\b(?:had|was|were)\b[^.;\n]{0,60}$", re.I)
_BEFORE = re.compile(r"\bbefore (?:the )?$")
#: "By Friday all had been retaken": what is told after the day was done by it.
_DONE_BY = re.compile(
    r"[^.;\n]{0,100}?\b(?:(?P<done>had|was|were) (?!to\b|due\b|set\b|expected\b)|will|must|should|to)\b"
)
#: "Had offered a truce starting on May 15": it was not begun when it was offered, and may not be yet.
_BEGINNING = re.compile(r"\b(?:start|beginn)ing\b", re.I)
_PUT_OFF = re.compile(
    r"\b(?:adjourn|postpon|delay|extend|put off|suspend|defer|giv|gave|grant)\w*\b[^.;\n]{0,20}$", re.I
)
#: "Lasted until Monday", "fought until noon on Friday": it was over by then.
_LASTED = re.compile(
    r"\b(?:lasted|raged|went on|dragged on|continued|persisted|fought|resisted|waited|hid|lived|raided|looted|"
    r"held(?: out| on)?) (?:(?!to )[\w'’-]+ ){0,4}(?:until|till) (?:[\w'’-]+ ){0,4}$"
)
#: "Gave them until noon on Saturday", "until 0600 GMT on [Saturday]": a term, whatever the verb's tense.
_TERM = re.compile(r"\b(?:gives?|gave|giving|given|grant(?:s|ed|ing)?) (?:[^.;\n]{2,90} )?(?:until|till) $", re.I)
_HOUR_OF_TERM = re.compile(rf"(?<=[ln] )(?:{CLOCK}(?: ?{ZONE})?|dawn|dusk|sunset|sunrise)(?: on)? $", re.I)
_DAWN = re.compile(r"(?:the )?(?:dawn|daybreak|sunrise|noon|midnight)\b", re.I)
_COMING = re.compile(r"\s+(?:\w+ )?(?:deadline|hearing|elections?|polls|summit|bandh|hartal)\b", re.I)
#: What one waits for, before its day; "after" and "won" say that it is over.
_AWAITED = re.compile(
    r"\b(?:elections?|polls|vote|referendum|summit|deadline|runoff|inauguration|talks|conference)"
    r"(?: due| scheduled| planned| set| slated)? (?:in|on|for) (?:the )?$",
    re.I,
)
_OVER = re.compile(r"\b(?:after|since|following|won|lost|held|during|disputed|stolen|rigged)\b[^.;\n]{0,40}$", re.I)
_MONTH = re.compile(rf"(?:early |mid-?|late )?(?:{DAY}(?: of)? )?{MONTH}", re.I)
_DEEDS = (
    r"(?:raids?|attacks?|massacres?|killings?|murders?|assassination|"
    r"(?:car |suicide )?bombings?|ambush(?:es)?|shootings?|abductions?|kidnapping|jailing|arrests?|deaths?|"
    r"disappearance|explosions?|blasts?|coup|shelling|riots?|clashes|hijacking|overthrow|uprising|shooting down)"
)
#: A deed told as known, and up to the time it has beside it: "will look into the raid on the mill on [4 March]".
_KNOWN_DEED = re.compile(
    r"\b(?:the|this|that|those|these|his|her|its|their|whose|over|behind|due to|[\w-]+['’]s) "
    rf"(?:(?!new\b|next\b)[\w-]+ ){{0,2}}?{_DEEDS}"
    r"(?: (?:of|on|at|in|near|against|by|outside)(?! (?:to|or|and|if)\b)(?: [\w'’-]+){1,5}?)?"
    r" (?:on |in |of )?(?:the )?$"
)
#: "Before the [4 March] raid": no term, for the raid is known.
_DAY_OF_DEED = re.compile(rf"['’]?s? (?:[\w-]+ )?(?:{_DEEDS}|(?:air ?|drone |missile )strikes?)\b", re.I)
#: "Will launch the attack in May": what is done with it is still to come.
_BEGINS_IT = re.compile(
    r"\b(?:launch|begin|start|stage|mount|resume|renew|carry|lead|join|halt|stop|end|cease|suspend|continue|step|plan|"
    r"threat|call|escalate|execute|repeat)\w*$"
)
#: "Will debate the killing on Friday": a sitting has a day of its own.
_SITS = re.compile(
    r"\b(?:vote|meet|hold|debate|discuss|convene|gather|rally|march|protest|rule|decide|try|hear|open|mark|publish|mourn|"
    r"bury|commemorate|testify|appear|deliver|due|scheduled|slated)\w*$"
)
_WEEKDAY = re.compile(WEEKDAY, re.I)
#: "Would shelter the kin of Omar Nur, whose arrest in [May] led to riots": a clause with a verb of its own.
_OWN_CLAUSE = re.compile(r",? (?:who|whose|whom|which|where|in which)\b(?P<front>[^,;:]{0,60})$")
_DATELINE = re.compile(r"[A-Z][A-Z ,.'’/-]{3,60}")


def sentence(text: str, at: int) -> Span:
    """The sentence around a position, no further than a few hundred characters either way."""
    left, right = max(0, at - _REACH), min(len(text), at + _REACH)
    begin = max((m.end() for m in _BREAK.finditer(text, left, at)), default=left)
    following = _BREAK.search(text, at, right)
    return Span(begin, following.start() + 1 if following else right)


@lru_cache(maxsize=256)
def tense(text: str, span: Span) -> str | None:
    """Whether the clause of a span lies in the past or the future; remembered, since a relative time is asked twice."""
    around = sentence(text, span.start)
    before = text[around.start : span.start]
    plain = _plain(before.rpartition("; ")[2])  # what stands before it is another clause
    dateline = _DATELINE.fullmatch(before) and not around.of(text).isupper()
    if dateline or BEHIND_SINCE.search(before) or text[span.start : span.end].lower().startswith("since "):
        return "past"  # "will keep the pause in place since October 18"
    if _TERM.search(hour.sub("", before) if (hour := _HOUR_OF_TERM).search(before[-40:]) else before):
        return "future"
    towards = _TOWARDS.search(before) if _LEADS.search(plain, max(0, len(plain) - _LEAD)) else None
    if towards and _BEFORE.search(plain) and _DAY_OF_DEED.match(text, span.end):
        return "past"
    if (towards or _DEADLINE.match(text, span.start)) and not _DAWN.match(text, span.start):
        if _LASTED.search(plain):
            return "past"
        if _DONE.search(before) and not _PUT_OFF.search(before):
            return "near" if towards and _BEGINNING.search(towards[0]) else "past"
        done = _DONE_BY.match(text, span.end) if not _VERB.search(plain) else None
        return "past" if done and done["done"] else "future"
    verbs = [m for m in _VERB.finditer(plain) if not _is_noun(plain, m)]
    found = verbs[-1] if verbs else _VERB.search(_plain(text[span.start : around.end]), span.end - span.start)
    if _COMING.match(text, span.end) and not (found and found["past"] in ("was", "were", "had")):
        return "future"
    awaited = _AWAITED.search(before) if _MONTH.match(text, span.start) and not _OVER.search(before) else None
    if awaited and not (verbs and verbs[-1]["future"] and verbs[-1].start() < awaited.start()):
        return "near"
    if not found:
        return None
    if verbs and found["future"]:
        return (
            _of_known_deed(text[span.start : span.end], plain, found)
            or _in_own_clause(text, span, around, plain, found)
            or "future"
        )
    return "future" if found["future"] else "past"


def _of_known_deed(words: str, plain: str, verb: re.Match[str]) -> str | None:
    """The tense of a time that stands beside a deed that is known, though the sentence goes on to what will be."""
    if not _KNOWN_DEED.search(plain, max(verb.start(), len(plain) - 90)) or _BEGINS_IT.search(verb[0]):
        return None
    if not _SITS.search(verb[0]):
        return "past"
    return None if _WEEKDAY.search(words) else "near"  # "will debate the raid on Friday": on that day it sits


def _in_own_clause(text: str, span: Span, around: Span, plain: str, verb: re.Match[str]) -> str | None:
    """The tense of a clause on somebody told of before, by the verb that follows the time."""
    if not _OWN_CLAUSE.search(plain, verb.end()):
        return None
    follows = _VERB.search(_plain(text[span.end : around.end]))
    return "past" if follows and follows["past"] else None


def _is_noun(plain: str, verb: re.Match[str]) -> bool:
    """Whether what may be a verb is a noun, which says nothing of when: "accepted the plan on Monday"."""
    return verb["future"] == "plan" and _PLAN.search(plain, max(0, verb.start() - 60), verb.start()) is not None


def _plain(words: str) -> str:
    """Words in small letters, in which verbs are found in a quarter of the time; the month is no "may"."""
    return small(words.replace("May", "Mäy").replace("MAY", "MÄY"))
