"""Whether words can be a person's name: words come in, yes or no goes out.

One thing to know: nothing here knows any name. Capitals, particles and the nouns that organisations are called by are
all there is to go by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Words of the names of organisations.
ORGANISED = frozenset(
    "brigade brigades front army party group movement council force forces union organisation organization network "
    "league association corps committee alliance battalion islamic national liberation revolutionary congress court "
    "institute division regiment command company agency ministry coalition federation foundation society centre "
    "center gang cartel militia clan tribe state university television news times post observatory watch radio "
    "international people's popular united".split()
)
#: "K. Satya", "M.K. Rao": initials are in capitals as acronyms are, but for those of states.
_INITIALS = re.compile(r"(?!U\.[SKN]\.|E\.U\.)(?:[A-Z]\.){1,3}")
_PARTICLES = frozenset("y de del la al el bin ibn van von der da dos ul e alias".split())


def capitalised(words: Sequence[str]) -> bool:
    """Whether words can be a name: capitals, and only particles ("de", "bin") without one."""
    return words[0][:1].isupper() and all(word[:1].isupper() or word in _PARTICLES for word in words)


def like_a_person(words: Sequence[str]) -> bool:
    """Whether unknown words look like a person's name: two to four capitalised ones, none an institution's."""
    names = [word for word in words if not _INITIALS.fullmatch(word)]
    known = any(word.lower() in ORGANISED or "'" in word or word.isupper() for word in names)
    return 2 <= len(words) <= 5 and bool(names) and capitalised(words) and not known
