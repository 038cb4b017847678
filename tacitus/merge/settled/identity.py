"""Whether two values mean one party, and whether they name anybody at all.

In: actors as reports tell them. Out: yes or no. One thing to know: one party goes by many names ("the regime", its
army, its president), and what tells only how a thing was done ("a suicide bomber", "warplanes") is nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from tacitus.records.sides import anybody, young
from tacitus.records.value import ActorValue, Value

#: A state and whatever acts for it.
STATE = frozenset({"state", "government", "military", "police", "intelligence"})
#: Who fights for a government and is none of it: "a pro-government sniper".
_LOYAL = re.compile(
    r"\b(?:pro-?(?: ?government|regime|state)|loyalist|(?:government|regime)-(?:allied|aligned|backed))", re.I
)
#: Coalitions that go by the name of the country that leads them: "US-led air strikes" are told as the USA's.
LEADS = {"igo:OIR": "USA", "igo:NATO.isaf": "USA", "igo:SLC": "SAU"}
#: Kinds that describe and accuse nobody in particular.
NOBODY = frozenset({"gunmen", "other", "civilians", "criminal", "person", None})
#: Words for armed men that tell nothing of who they are.
_SOME = frozenset(
    "rebel opposition insurgent militant terrorist extremist fighter militiamen armed anti government group grouping "
    "force faction organization organisation element troop several other".split()
)
#: What things are done with, who is called only after what he does, and what may be either.
_THINGS = frozenset(
    "plane warplane airplane aircraft jet fighter-bomber helicopter gunship drone missile rocket airstrike".split()
)
_MEANS = _THINGS | {"fighter", "bomber", "artillery"}
_DOERS = _THINGS | frozenset(
    "attacker bomber assailant suicide assassin shooter killer gunman perpetrator car truck lorry motorcycle".split()
)
#: Words that tell whose planes they are.
_WHOSE = frozenset("regime government army state coalition military allied force navy".split())


def _singular(word: str) -> str:
    for ending, single in (("ren", ""), ("men", "man"), ("ies", "y"), ("uses", "us"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + single
    return word


#: A state's own, without a word of whose.
_LAND = frozenset("government regime army military police authority".split())
_FORCES = frozenset("force troop soldier security".split())
_RULERS = frozenset("government regime".split())
#: The military is an army; a military government is none.
_MILITARY = frozenset({"military"})
_SOLDIERS = frozenset("army force troop soldier".split())
#: What somebody sits in.
_SEATS = frozenset(map(_singular, "headquarters office building centre center complex compound station".split()))
_EMPTY = frozenset("of the a an".split())
#: What a description goes on with behind its noun: "buses carrying".
_ON = frozenset("carrying transporting ferrying holding belonging owned used located positioned".split())
#: A president is the state too; of two persons each is himself.
OF_STATE = STATE | {"person"}


def particular(value: Value) -> bool:
    """Whether somebody is accused in particular: "the coalition" and "warplanes" of no country may be any side's."""
    if not isinstance(value, ActorValue):
        return False
    return bool(value.actor or (value.kind not in NOBODY and (value.country or value.kind not in STATE)))


def one_body(one: ActorValue, other: ActorValue) -> bool:
    """Whether those to whom it was done are the same told in more words: "a convoy", "the aid convoy"."""
    if one.actor or other.actor:
        return one.actor == other.actor
    (head, mine), (other_head, its) = _words(one.name), _words(other.name)
    if one.kind != other.kind and not anybody(one.name):
        return False
    if young(one.name) or "and" in mine:
        return one.name.lower() == other.name.lower()
    seats = _SEATS.issuperset((head, other_head)) and bool((mine & its) - _SEATS)
    return seats or (head == other_head and (mine <= its or its <= mine))


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, frozenset[str]]:
    """The head noun of a description, and all its words that say something, in the singular."""
    plain = [_singular(word) for word in name.lower().replace("-", " ").split()]
    while len(plain) > 1 and plain[-1] in _ON:
        del plain[-1]
    before = plain[: plain.index("of")] if "of" in plain[1:] else plain
    return before[-1] if before else "", frozenset(plain) - _EMPTY


def at_home(value: Value, country: str | None) -> Value:
    """The government, army or police of no country in particular as those of the country where it happened.

    "The regime" and "government troops" of a country are its government and its army, by whatever name others go.
    """
    if not isinstance(value, ActorValue) or value.actor or value.kind not in STATE:
        return value
    words, land = _words(value.name)[1], value.country or country
    if not (words <= _LAND | _FORCES and words & _LAND):
        return value
    if land and words <= _RULERS and "governments" not in value.name:  # those are several
        return replace(value, country=land, actor=f"gov:{land}", kind="government")
    army = words <= _RULERS | _SOLDIERS | _MILITARY and (words & _SOLDIERS or words == _MILITARY)
    return replace(value, country=land, actor=f"gov:{land}.military" if land and army else None)


def in_short(value: ActorValue) -> bool:
    """Whether a state body goes by no name of its own: "regime forces"."""
    return value.kind in STATE and _words(value.name)[1] <= _LAND | _FORCES


def things(value: ActorValue) -> bool:
    """Whether it names what a thing is done with, whosoever it is: "regime warplanes" say nothing."""
    return not value.actor and _head(value.name) in _THINGS


def by_deed(value: Value) -> bool:
    """Whether it tells only how the thing was done: "a suicide bomber", "warplanes", and not "regime warplanes"."""
    if not isinstance(value, ActorValue) or value.actor:
        return False
    before, head = value.name.split()[:-1], _head(value.name)
    if value.kind in STATE:
        whose = any(word[:1].isupper() or word.lower() in _WHOSE for word in before)
        return head in _MEANS and not whose
    return head in _DOERS


def _head(name: str) -> str:
    """The last word, in small letters and the singular."""
    return (name.lower().split() or [""])[-1].removesuffix("s")


def may_be_one(one: ActorValue, other: ActorValue) -> bool:
    """Whether two names may mean one party: the same, the state and its arms, or a description that fits both."""
    if one.name.lower() == other.name.lower() or any(v.kind in NOBODY and not v.actor for v in (one, other)):
        return True
    if any((leader := LEADS.get(a.actor or "")) and leader == b.country for a, b in ((one, other), (other, one))):
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if (one.kind in STATE and other.kind in STATE) or one.kind in NOBODY or other.kind in NOBODY:
        return True
    if (_is_loyal(one) and other.kind == "rebel") or (_is_loyal(other) and one.kind == "rebel"):
        return False
    if one.actor and other.actor:
        return one.actor == other.actor
    return (one.kind in STATE) == (other.kind in STATE)


def one_party(one: ActorValue, other: Value) -> bool:
    """Whether two values name one party, a state and its arms taken together."""
    if not isinstance(other, ActorValue):
        return False
    if one.actor and one.actor == other.actor:
        return True
    if any((leader := LEADS.get(a.actor or "")) and leader == b.country for a, b in ((one, other), (other, one))):
        return True
    if one.kind in OF_STATE and other.kind in OF_STATE and one.country:
        return one.country == other.country and (one.kind in STATE or other.kind in STATE)
    if one.actor and other.actor:
        return False
    return one.name.lower() == other.name.lower() or (described(one) and described(other) and _fits(one, other))


def told_by(value: ActorValue, other: Value) -> bool:
    """Whether who names another may mean this party: by a name of it, or by a description that fits its name."""
    if not isinstance(other, ActorValue):
        return False
    return one_party(value, other) or (value.actor is not None and described(other) and _fits(value, other))


def described(value: ActorValue) -> bool:
    """Whether it is some armed group of no name: "rebel fighters", "an opposition group"."""
    words = [word.removesuffix("s") for word in value.name.lower().replace("-", " ").split()]
    return not value.actor and value.kind in ("rebel", "militia") and bool(words) and _SOME.issuperset(words)


def _fits(one: ActorValue, other: ActorValue) -> bool:
    return one.kind == other.kind and (one.country is None or other.country in (None, one.country))


def at_war(values: Iterable[Value]) -> bool:
    """Whether there are a state and its own rebels among them, who do nothing together but fight each other."""
    parties = [v for v in values if isinstance(v, ActorValue) and v.country]
    states = {v.country for v in parties if v.kind in STATE or _is_loyal(v)}
    return any(v.kind == "rebel" and v.country in states for v in parties)


def _is_loyal(value: ActorValue) -> bool:
    """Whether it is some armed group of no name on a government's side."""
    return not value.actor and value.kind in ("militia", "gunmen") and bool(_LOYAL.search(value.name))
