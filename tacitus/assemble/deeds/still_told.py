"""A deed that its doer denies, and in which people died, was done: "denied bombing a camp where nine were killed".

In: the tellings of a report. Out: the same, such a deed as done as the deaths are, and these without the doer. One
thing to know: who denies it stays with the deed, as one of whom it is denied; without deaths told for themselves a
denied deed stays denied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.fates import fate

#: From the deed to the deaths in it.
_IN_IT = re.compile(r"[^.;\n]{0,120}?(?:,\s|\s)(?:where|in which|which|that)\s[^.;\n]{0,90}")
_DONE = ("actual", "historical")


def with_those_who_died(text: str, found: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings, each denied deed whose deaths the sentence tells as done by somebody."""
    denied = [t for t in found if t.trigger.realis == "denied" and t.roles.get("toll")]
    if not denied:
        return found
    deaths: dict[int, list[Telling]] = defaultdict(list)
    for telling in found:
        if telling.trigger.realis in _DONE and fate(telling.trigger.span.of(text)) in ("killed", "injured"):
            deaths[telling.sentence].append(telling)
    for deed in denied:
        end = deed.trigger.span.end
        for harm in deaths[deed.sentence]:
            start = harm.trigger.span.start
            shared = set(deed.spans("toll")) & set(harm.spans("toll"))
            if end < start and shared and harm.trigger.type == deed.trigger.type and _IN_IT.fullmatch(text, end, start):
                deed.trigger = replace(deed.trigger, realis=harm.trigger.realis)
                doers = deed.spans("agent")
                harm.roles["agent"] = [p for p in harm.roles.get("agent", ()) if p[0].span not in doers]
    return found
