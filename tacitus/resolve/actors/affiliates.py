"""A group by whose affiliate it was ("former al-Qaeda affiliate the Front") comes in; the words for the group go out.

One thing to know: a former affiliate fights on, as a former fighter does not.
"""

from __future__ import annotations

from collections.abc import Sequence

_OF_A_GROUP = frozenset(("affiliate", "branch", "offshoot", "franchise", "ally"))
_SMALL = frozenset(("the", "known", "as", "called", "named"))


def former_affiliate(words: Sequence[str]) -> list[str] | None:
    """The words behind "affiliate" or the like, which name the group itself; None if none stands there.

    An empty list: it has no other name.
    """
    at = next((n for n, word in enumerate(words) if word.strip(",") in _OF_A_GROUP), None)
    if at is None or at == 0:
        return None
    rest = [*words[at + 1 :]]
    while rest and rest[0].lower() in _SMALL:
        rest = rest[1:]
    return rest if rest and rest[0][:1].isupper() else []
