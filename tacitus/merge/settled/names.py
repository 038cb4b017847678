"""The names of the parties that several sources tell → each party once, by the name that most give it.

In: actors as the sources name them, each as often as it is named. Out: the parties. One thing to know: a description
stands only where it fits nobody who has a name, and of a state and its arms the one that is named oftener.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tacitus.merge.settled.identity import (
    LEADS,
    STATE,
    at_war,
    by_deed,
    described,
    in_short,
    may_be_one,
    one_body,
    particular,
)
from tacitus.records.value import ActorValue, Value


def all_named(values: Iterable[Value], enemies: bool) -> list[ActorValue]:
    """Each party once; descriptions only where they fit nobody who has a name: "rebels" who fight the army.

    Without ``enemies`` those are left out who do nothing together with the parties that have names.
    """
    told: dict[str, list[ActorValue]] = {}
    for value in values:
        if isinstance(value, ActorValue):
            longer = (key for key, same in told.items() if _one_description(value, same[0]))
            told.setdefault(next(longer, _key(value)), []).append(value)
    known = [same[0] for same in told.values() if same[0].actor]
    named = {key: same for key, same in told.items() if _stays(same[0], known, enemies)}
    return [oftenest(same) for key, same in named.items() if not _is_told_by_another(key, named, enemies)]


def _one_description(one: ActorValue, other: ActorValue) -> bool:
    """Whether one description is the other in more words: "rebels", "the mainly rural rebels"."""
    if one.actor or other.actor or one.kind not in ("rebel", "militia") or one.kind != other.kind:
        return False
    return one.country in (None, other.country) and one_body(one, other)


def _stays(value: ActorValue, known: Sequence[ActorValue], enemies: bool) -> bool:
    """Whether it is told beside the parties that have names: one of them, or a description of another."""
    if value.actor or not known:
        return True
    return not fits_any(value, known) and (enemies or (particular(value) and not at_war([value, *known])))


def fits_any(value: ActorValue, known: Iterable[ActorValue]) -> bool:
    """Whether a description may mean one of these, or has its name: "rebel backer Turkey"."""
    words = set(value.name.lower().split())
    return any(may_be_one(value, other) or words.issuperset(other.name.lower().split()) for other in known)


def _key(value: ActorValue) -> str:
    """What a party goes by; armed men of no name are one by any description, and so are those told by their deed."""
    if value.actor or not (described(value) or by_deed(value)):
        return value.actor or value.name.lower().removesuffix("s")
    return f"{by_deed(value)} {value.kind}"


def oftenest(values: Sequence[ActorValue]) -> ActorValue:
    """The value that is told most, of equals the plainest and then the first; "the regime" only where no name is."""
    told = Counter(values)
    return max(told, key=lambda value: (not in_short(value), told[value], " of " not in value.name))


def _is_told_by_another(key: str, named: Mapping[str, Sequence[ActorValue]], persons: bool) -> bool:
    """Whether it is a state whose army is named as often, or the army of a state that is named oftener.

    Of a state and its government, of an army and its air force, and of a coalition and the state that leads it, the one
    named oftener stays, or else the first; of an army and its police both; of a state and its president what is no
    person. Where ``persons`` stay, so does a president, and a coalition beside its leader.
    """
    mine = named[key][0]
    if not persons and _is_led(key, named):
        return True
    earlier = True
    for other, same in named.items():
        earlier = earlier and other != key
        if other == key or not mine.country or mine.country != same[0].country or same[0].kind not in STATE:
            continue
        if mine.kind == "person" and not persons and mine.actor and same[0].actor:
            return True
        wholes = is_whole(mine), is_whole(same[0])
        arms = mine.kind == same[0].kind == "military" and f"gov:{mine.country}.military" in (mine.actor, same[0].actor)
        more = len(same) - len(named[key])
        equal = wholes == (True, False) or ((wholes == (True, True) or arms) and earlier)
        if mine.kind in STATE and (any(wholes) or arms) and (more > 0 or (more == 0 and equal)):
            return True
    return False


def _is_led(key: str, named: Mapping[str, Sequence[ActorValue]]) -> bool:
    """Whether it is a state in a coalition that it leads and that is named as often, or such a coalition named less."""
    mine, often = named[key][0], len(named[key])
    for other, same in named.items():
        leader = LEADS.get(other)
        if leader and mine.kind in STATE and mine.country == leader and often <= len(same):
            return True
        if (leader := LEADS.get(key)) and same[0].kind in STATE and same[0].country == leader and often < len(same):
            return True
    return False


def is_whole(value: ActorValue) -> bool:
    """Whether it is a state or its government as such, which others tell by the name of its army or police."""
    return value.actor is not None and value.actor in (f"state:{value.country}", f"gov:{value.country}")
