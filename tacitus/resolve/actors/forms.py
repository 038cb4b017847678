"""How the words of a name look: words come in; whether they can be a person's, a unit's or a title's go out.

One thing to know: nothing here knows any name. Capitals, particles and the nouns that organisations are called by are
all there is to go by.
"""

from __future__ import annotations

import re

from tacitus.records.personal import capitalised, like_a_person

__all__ = ["MILITARY_UNITS", "apposition", "capitalised", "like_a_person"]

#: "Falcon Battalion", "3rd Assault Brigade"; armed groups have brigades too, but seldom number them.
MILITARY_UNITS = re.compile(
    r"\b(?:corps|battalion|division|regiment|squadron|fleet)$|^\d+(?:st|nd|rd|th)\b.*\bbrigade$", re.IGNORECASE
)
_APPOSED = re.compile(
    r"^([^,]+?)(?P<joint>, | [-–—] )(?:(?P<article>an?|the|one|who|former|chief|senior|its|their)\b|(?=[A-Z]))([^,]+)$"
)


def apposition(phrase: str) -> tuple[str, str] | None:
    """The two ways of naming one party: "Hanif Rezai, a Taliban spokesman"; None where the comma stands in a list.

    A dash between blanks is a comma too: "members of the Taliban - Hanif Rezai".
    """
    found = _APPOSED.match(phrase)
    if not found:
        return None
    first, second = found[1], phrase[found.end("joint") :]
    if not found["article"] and not capitalised(second.split()):
        return None
    return first, second
