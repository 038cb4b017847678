"""Who kills animals: "killed 30 goats of a widow", "43 cows belonging to a trader were killed".

In: the words of a report and of a verb of killing. Out: whether what it kills are animals alone. One thing to know: it
is a deed against property then, and counts nobody; "killed two herders and their cattle" is none.
"""

from __future__ import annotations

import re

from tacitus.records.fates import fate
from tacitus.records.span import Span

_ANIMALS = (
    r"(?:cows?|cattle|livestock|oxen|bulls?|calves|buffalo(?:e?s)?|goats?|sheep|lambs?|camels?|horses?|donkeys?|mules?|"
    r"pigs?|chickens?|poultry|dogs?|elephants?|rhinos?|animals|herds of [a-z]+)"
)
#: What may stand before them: how many they are, or whose.
_HOW_MANY = (
    r"(?:(?:[\d,]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|\w{3,5}ty|hundreds?|"
    r"thousands?|dozens?|scores|several|some|many|about|around|over|nearly|at least|more than|all|of|the|his|her|their|"
    r"its|our|head) )"
)
#: What follows so is a man: "killed a cattle trader", "shot dog handlers"; and who else was killed counts.
_ALONE = (
    r"(?=[.,;:)\n]|$| (?:of|belonging|owned|in|at|on|near|and|that|which|were|was|during|with|by|after|before|when|"
    r"from|for|as|to|while)\b)"
    r"(?![^.;\n]{0,40}\b(?:and|with|along)\b[^.;\n]{0,30}\b(?:people|persons?|m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|"
    r"herd(?:er|sman|smen|ers|boys?)|owners?|villagers?|civilians?|others)\b)"
)
_KILLS = re.compile(rf" {_HOW_MANY}{{0,5}}{_ANIMALS}{_ALONE}")
_ARE_KILLED = re.compile(
    rf"(?:^|[.;:,]\s|\b(?:that|as|when|while|where) )(?<!and ){_HOW_MANY}{{1,5}}{_ANIMALS}"
    r"(?: (?:belonging to|owned by|of)(?: [\w’'.-]+){1,6}?)?"
    r"(?: (?:also|had|have|has|been|were|was|reportedly|allegedly)){1,4} $",
    re.I,
)
_REACH = 120


def only_animals(text: str, sentence: Span, verb: Span) -> bool:
    """Whether a verb of killing tells of animals and of nobody else."""
    if fate(verb.of(text)) != "killed" and verb.of(text).lower() not in ("shot", "poisoned", "shooting"):
        return False
    if _KILLS.match(text, verb.end, sentence.end):
        return True
    return _ARE_KILLED.search(text, max(sentence.start, verb.start - _REACH), verb.start) is not None
