"""Whether two descriptions can be the same people: soldiers and troops, rebels and cadres, anybody."""

from __future__ import annotations

import re
from functools import lru_cache

_ANYBODY = frozenset(
    "people person persons other others one life lives dead body bodies casualty victim individual them those deceased "
    "fatality death killed wounded injured".split()
)
_SIDES = {
    word: side
    for side, words in (
        ("forces", "soldier troop trooper jawan commando constable personnel policeman police officer guard "
                   "spo sub-inspector inspector serviceman ranger marine guardsman colleague recruit conscript "
                   "gendarme sailor airman"),
        ("rebels", "rebel maoist militant cadre ultra extremist insurgent terrorist fighter naxal naxalite guerrilla "
                   "gunman jihadist attacker assailant taliban member separatist"),
    )
    for word in words.split()
}  # fmt: skip


def same_people(one: str | None, other: str | None) -> bool:
    """Whether the words may speak of the same people; nothing said may be anybody."""
    first, second = _heads(one), _heads(other)
    if not first or not second or (first | second) & _ANYBODY:
        return True
    return bool({_SIDES.get(w, w) for w in first} & {_SIDES.get(w, w) for w in second})


def opposed(one: str | None, other: str | None) -> bool:
    """Whether the words put the people on opposite sides: soldiers and rebels."""
    first, second = ({_SIDES[w] for w in _heads(words) if w in _SIDES} for words in (one, other))
    return bool(first and second) and not first & second


def fighters(words: str) -> bool:
    """Whether the words name those who fight, on whatever side: soldiers, rebels."""
    return not _heads(words).isdisjoint(_SIDES)


def anybody(words: str | None) -> bool:
    """Whether the words tell nothing of who the people were."""
    return not _heads(words) or bool(_heads(words) & _ANYBODY)


_YOUNG = frozenset(
    "child boy girl baby infant toddler kid minor schoolchild schoolboy schoolgirl pupil woman student teenager".split()
) | {"children", "schoolchildren"}


def young(words: str | None) -> bool:
    """Whether the words count women or children only, who are told as a part of all."""
    return bool(_heads(words) & _YOUNG)


@lru_cache(maxsize=4096)
def _heads(words: str | None) -> frozenset[str]:
    """The head noun, in the singular: the last word, or the one before "of"."""
    before = re.sub(r"[\"'‘’“”]", "", words or "").lower().split(" of ")[0].split(",")[0].split("(")[0].split()
    if not before:
        return frozenset()
    last = before[-1]
    singular = last[:-3] + "man" if last.endswith("men") else last[:-1] if last.endswith("s") else last
    return frozenset((last, singular))
