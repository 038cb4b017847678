"""Whose country a person is of whose post is told behind the name: "Omar Said, the U.N. envoy", "…, a Chadian judge".

In: the reading of a mention and the words after it. Out: the reading, with the country of the post, or without that of
the report where the post is one of a body of no country. One thing to know: only a person of whom nothing else tells
the country is looked at.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tacitus.resolve.actors.parts import Context, Reading, of_no_country
from tacitus.resolve.actors.phrase import read_phrase

_APPOSED = re.compile(
    r"(?:\s*\(\d\d?\))?,\s+(?:\d\d?,\s+)?(?:(?:the|an?)\s+|(?=[a-z])(?!\w+(?:ing|ed)\b))((?:[^,.;:()\n]|(?<=\b[A-Z])\.){2,90})"
)
#: Where the post ends, and the verbs that make of it another party: "…, a Chadian judge said".
_CLAUSE = re.compile(r"\b(?:who|whose|whom|which|and|but|as)\b")
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|says?|said|told|added|reported|announced)\b")


#: Before the name, of whomever's country: "U.S. ENVOY PHILIP HABIB", "coalition spokesman Omar Said".
_FROM_ABROAD = re.compile(
    r"\b(?:envoy|ambassador|consul|special representative|coalition|peacekeep\w+|UN|EU|NATO|US)\b|\bU\.[NS]\.", re.I
)


def posted(reading: Reading, mention: str, after: str, context: Context) -> Reading:
    """The reading of a person, with the country that the post before or behind the name tells."""
    if reading.actor is not None or reading.country is not None or not (reading.named and reading.homely):
        return reading
    if _FROM_ABROAD.search(mention):
        return replace(reading, homely=False)
    if reading.kind != "person" or not (apposed := _APPOSED.match(after)):
        return reading
    phrase = _CLAUSE.split(apposed[1], maxsplit=1)[0].strip()
    if not phrase or _VERB.search(phrase):
        return reading
    post = read_phrase(phrase, context)
    abroad = post.country or post.actor or of_no_country(phrase, context)
    return replace(reading, country=post.country, homely=False) if abroad else reading
