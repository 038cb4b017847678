"""Two sources without a name of their own → whether they are of one kind, so that what one counts later stands.

In: who a source is, in words. Out: its trades, and whether two are kindred. One thing to know: "a security source" and
"the police" stay two sources; but the five dead of the first are hours old where the second counts nine on the day
after, and bound no range.
"""

from __future__ import annotations

from collections.abc import Set

from tacitus.merge.settled.voices import calling

_TRADES = {
    word: trade
    for trade, words in (
        ("medic", "medic doctor hospital morgue mortuary"),
        ("guard", "police security interior gendarme gendarmerie"),
        ("rescue", "rescue emergency fire firefighter disaster"),
        (
            "people",
            "resident villager witness witnesses eyewitness eyewitnesses inhabitant survivor",
        ),
        ("state", "state"),
        ("media", "media television radio newspaper news"),
        ("authority", "governor mayor prefect government authority authorities administration ministry administrator"),
    )
    for name in words.split()
    for word in calling(name) or {name}
}
#: Of which level or sort, or who of them; it names nobody.
_LEVELS = frozenset(
    word
    for name in "provincial regional district county municipal city town village federal national public central "
    "service worker crew staff team personnel force man men woman women".split()
    for word in calling(name)
)
#: Words for who is on no state's side, beside which nobody is kin to the others.
_SIDES = frozenset(
    word for name in "rebel opposition insurgent dissident militant militia".split() for word in calling(name)
)
AUTHORITY = "authority"


def trades(name: str) -> frozenset[str]:
    """What a source is, each word for one trade as one, without its level: "provincial police chief" is a guard."""
    words = calling(name) - _LEVELS - {"army"}
    if not words and "official" in name.lower():
        return frozenset({AUTHORITY})
    return frozenset(_TRADES.get(word, word) for word in words)


def kindred(one: Set[str], other: Set[str]) -> bool:
    """Whether two sources, told by their trades, are of one kind, and neither has more of a name than the other.

    The authorities of a place are many: a governor is kin to an official, and to nobody with a name.
    """
    shared = one & other & _KINDS
    if not shared or (one | other) & _SIDES:
        return False
    within = one <= other or other <= one
    return within and (shared != {AUTHORITY} or one | other <= _KINDS)


_KINDS = frozenset(_TRADES.values()) - {"state"}
