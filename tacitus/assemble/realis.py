"""Whether a happening is told as a fact.

In: a trigger with the reader's realis, and the report. Out: the realis that stands. One thing to
know: the reader decides, but what the grammar plainly marks as not yet done, or not done at all
("vowed to launch", "if they attack", "denied shelling"), is never let through as actual.
"""

from __future__ import annotations

import re

from tacitus.records.markup import Trigger
from tacitus.records.report import Report
from tacitus.records.span import Span

#: A verb that only carries a noun, and up to three plain words, may stand between the marker and the trigger ("will soon formally withdraw").
_LIGHT = r"launch|carry out|hold|conduct|stage|begin|start|continue|mount|resume|make|open|impose|sign|give|take|send|provide"
_GAP = (
    rf"(?:\s+(?:{_LIGHT}))?"
    r"(?:\s+(?:[a-z’'-]+ly|soon|also|not|again|then|all|its|their|a|an|the|more|further|new|fully|now)){0,3}\s+$"
)
_TO = r"\s+(?:[a-z]+ly\s+)?to"
_PLANS = (
    r"will|shall|would|wo|is to|are to|was to|were to|be going to|is going to|are going to|set to|due to|about to|"
    r"(?:plan|plans|planned|planning|intend|intends|intended|vow|vows|vowed|vowing|pledge|pledges|pledged|promise|"
    r"promises|promised|agree|agrees|agreed|aim|aims|aimed|hope|hopes|hoped|want|wants|wanted|seek|seeks|sought|"
    r"prepare|prepares|preparing|prepared|ready|expected|scheduled|offered|offers|offer|decided|ordered|urged|"
    r"considering|refused|refuses|declined|order|orders|bid|proposal|plot|plotted|plotting|conspired|conspiring)" + _TO
)
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("denied", re.compile(r"\b(?:denied|denies|deny|denying)(?:\s+(?:having|any|that|it|its|they|had|forces|troops|was|were|responsibility|for|involvement|in|to)){0,4}\s+$", re.I)),
    ("threatened", re.compile(r"\b(?:threaten|threatens|threatened|threatening)(?:\s+(?:to|with|of|a|an|it|them|would)){1,3}\s+$", re.I)),
    ("feared", re.compile(r"\b(?:fear|fears|feared|fearing)(?:\s+(?:of|a|an|that|another|new|more|further|possible|could|may)){1,4}\s+$", re.I)),
    ("planned", re.compile(rf"\b(?:{_PLANS}){_GAP}", re.I)),
    ("planned", re.compile(r"\b(?:plans|planned|upcoming|scheduled|proposed|plan|plot|plots)(?:\s+(?:for|of|a|an|to|the)){0,3}\s+$", re.I)),
)  # fmt: skip
_IF = re.compile(r"^[\s\"“]*(?:if|unless|should)\b[^,]*$|\b(?:if|unless)\s[^,.;]*$", re.I)
_BACK = 90  # characters before the trigger that are looked at


def realis(report: Report, trigger: Trigger, sentence: Span) -> str:
    """The realis of one telling."""
    if trigger.realis != "actual" and trigger.realis != "historical":
        return trigger.realis
    before = report.text[max(sentence.start, trigger.span.start - _BACK) : trigger.span.start]
    for value, pattern in _MARKS:
        if pattern.search(before):
            return value
    whole = report.text[sentence.start : trigger.span.start]
    return "conditional" if len(whole) < 300 and _IF.search(whole) else trigger.realis
