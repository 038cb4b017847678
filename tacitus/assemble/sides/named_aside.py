"""Parties named in words that tell something else: whose uniforms gunmen wore, from whose base a shell came.

In: a text, the words of a party or site, and the role that the reader gave it. Out: whether it has no such part. One
thing to know: "gunmen in police uniforms" are no police, and who fired "from the base of the brigade" did not hit it.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

#: Behind a party: what it is worn by others.
_WORN = re.compile(
    r"(?:['’]s?)?[ -](?:[a-z]+[ -])?(?:uniforms?|uniformed|fatigues|attire|outfits?|garb|insignia|camouflage|"
    r"(?:style |type )?(?:clothes|clothing|dress))\b"
)
_IN = re.compile(
    r"\b(?:in|wearing|wore|donning|donned|sporting|disguised in|with)\s+(?:(?:the|fake|stolen|old|full)\s+){0,2}"
    r"(?:[A-Z][\w-]+\s+)?$"
)
#: "Gunmen disguised as policemen".
_AS = re.compile(
    r"\b(?:dressed|disguised|posing|posed|masquerading|masqueraded|impersonating)(?: up)?(?: as)?\s+"
    r"(?:(?:an?|the|members of|officers of)\s+){0,2}(?:[\w-]+\s+)?$"
)
#: "A shell fired from the base of the brigade hit the mill".
_FROM = re.compile(
    r"\b(?:fired|launched|shot|lobbed|coming|came)(?:\s+\w+ly)?\s+(?:from|out of)\s+"
    r"(?:(?:inside|near|the direction of)\s+)?(?:(?:the|an?|its|their|his|nearby)\s+){0,2}(?:[A-Z][\w-]+\s+)?$"
)
_BACK = 60  # characters


def named_aside(text: str, party: Span, role: str) -> bool:
    """Whether words in a role of a deed have no part in it."""
    before = text[max(0, party.start - _BACK) : party.start]
    if role in ("target", "victim") and _FROM.search(before):
        return True
    worn = _WORN.match(text, party.end) and (_IN.search(before) or "uniformed" in text[party.end : party.end + 12])
    return bool(worn) or (role == "agent" and _AS.search(before) is not None)
