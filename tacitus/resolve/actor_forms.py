"""How the words of a name look: words come in; whether they can be a person's, a unit's or a title's go out.

One thing to know: nothing here knows any name. Capitals, particles and the nouns that organisations are called by are
all there is to go by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ORGANISED = frozenset(
    "brigade brigades front army party group movement council force forces union organisation organization network "
    "league association corps committee alliance battalion islamic national liberation revolutionary congress court "
    "institute division regiment command company agency ministry coalition federation foundation society centre "
    "center gang cartel militia clan tribe state university television news times post observatory watch radio "
    "international people's popular united".split()
)
#: "Falcon Battalion", "3rd Assault Brigade"; armed groups have brigades too, but seldom number them.
MILITARY_UNITS = re.compile(
    r"\b(?:corps|battalion|division|regiment|squadron|fleet)$|^\d+(?:st|nd|rd|th)\b.*\bbrigade$", re.IGNORECASE
)
_PARTICLES = frozenset("y de del la al el bin ibn van von der da dos ul e alias".split())
_APPOSED = re.compile(r"^([^,]+), (?:(an?|the|one|who|former|chief|senior|its|their)\b|(?=[A-Z]))([^,]+)$")


def capitalised(words: Sequence[str]) -> bool:
    """Whether words can be a name: capitals, and only particles ("de", "bin") without one."""
    return words[0][:1].isupper() and all(word[:1].isupper() or word in _PARTICLES for word in words)


def like_a_person(words: Sequence[str]) -> bool:
    """Whether unknown words look like a person's name: two to four capitalised ones, none an institution's."""
    known = any(word.lower() in _ORGANISED or "'" in word or word.isupper() for word in words)
    return 2 <= len(words) <= 5 and capitalised(words) and not known


def apposition(phrase: str) -> tuple[str, str] | None:
    """The two ways of naming one party: "Hanif Rezai, a Taliban spokesman"; None where the comma stands in a list."""
    found = _APPOSED.match(phrase)
    if not found:
        return None
    first, second = found[1], phrase[found.end(1) + 2 :]
    if not found[2] and not capitalised(second.split()):
        return None
    return first, second
