"""Who leaves a force in what is told: "a former cadre of the Front surrendered" was the Front's until then.

In: the markup of a report, and the words for a party. Out: the parties that lay down their arms or change sides, and
their words without "former". One thing to know: in any other deed a former fighter is none.
"""

from __future__ import annotations

import re

from tacitus.records.markup import Markup
from tacitus.records.span import Span

_FORMER = re.compile(r"^((?:[\w’'-]+ ){0,3}?)(?:former |erstwhile |surrendered |ex[- ])(?=\S)", re.I)
_OF = re.compile(r"\b(?:of|for|from|in|with)\b", re.I)


def leavers(markup: Markup) -> frozenset[Span]:
    """The parties that surrender or defect."""
    told = (x for x in markup.links if x.role == "agent")
    return frozenset(x.tail.span for x in told if getattr(x.head, "type", None) == "surrender")


def until_now(words: str) -> str:
    """The words for a party as it was until it left."""
    found = _FORMER.match(words)
    return words if found is None or _OF.search(found[1]) else found[1] + words[found.end() :]
