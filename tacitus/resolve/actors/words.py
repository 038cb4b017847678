"""The nouns that say what a party is: a lower-case noun comes in, its kind and what it does to a phrase go out.

One thing to know: a noun is one of four sorts. A BODY is an organ of its owner ("police" of Afghanistan), a
MEMBER speaks or fights for its owner ("fighters", "spokesman"), an OFFICE is held by one person, and PEOPLE
are themselves, whoever's they are ("villagers").
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files

from tacitus.resolve.names import singular


class Sort(Enum):
    """What a noun does to the owner named beside it."""

    BODY = "body"
    MEMBER = "member"
    OFFICE = "office"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Noun:
    """A head noun: ``kind`` None is its owner's, ``clear`` outweighs the reader's, ``body`` is part of a state's id.
    ``active`` civilians ("activists") are of an armed group that they are told to belong to.

    A noun of one ``country`` ("Naxalites") means its ``party`` where the report has ``spoken`` of it.
    """

    sort: Sort
    kind: str | None
    clear: bool = True
    body: str | None = None
    country: str | None = None
    party: str | None = None
    spoken: str | None = None
    active: bool = False


@cache
def nouns() -> dict[str, Noun]:
    """All head nouns, from the package's ``data/actor_nouns.toml``."""
    source = files("tacitus") / "data" / "actor_nouns.toml"
    found: dict[str, Noun] = {}
    for entry in tomllib.loads(source.read_text(encoding="utf-8"))["nouns"]:
        told = {key: value for key, value in entry.items() if key not in ("sort", "kind", "words")}
        each = Noun(Sort(entry["sort"]), entry.get("kind"), **told)
        found.update((word.strip(), each) for word in entry["words"].replace("\n", " ").split(","))
    return found


#: Offices under the role that the table knows them by.
ROLES = {
    "president": "president",
    "prime minister": "prime-minister",
    "premier": "prime-minister",
    "vice president": "vice-president",
    "vice-president": "vice-president",
    "foreign minister": "foreign",
    "secretary of state": "foreign",
    "foreign secretary": "foreign",
    "external affairs minister": "foreign",
    "defence minister": "defence",
    "defense minister": "defence",
    "defense secretary": "defence",
    "secretary of defense": "defence",
    "defence secretary": "defence",
    "interior minister": "interior",
    "home minister": "interior",
    "home secretary": "interior",
    "chancellor": "chancellor",
    "king": "monarch",
    "queen": "monarch",
    "emir": "monarch",
    "sultan": "monarch",
    "crown prince": "crown-prince",
    "supreme leader": "supreme-leader",
    "secretary-general": "secretary-general",
    "secretary general": "secretary-general",
    "director general": "director-general",
    "director-general": "director-general",
    "chairperson": "chair",
    "chairman": "chair",
    "chairwoman": "chair",
    "commission chairperson": "chair",
    "commission chairman": "chair",
    "commission chairwoman": "chair",
    "commission chair": "chair",
    "high commissioner": "high-commissioner",
    "minister of defence": "defence",
    "minister of defense": "defence",
    "minister of foreign affairs": "foreign",
    "minister of the interior": "interior",
    "minister of interior": "interior",
    "foreign affairs minister": "foreign",
    "high representative": "high-representative",
    "foreign policy chief": "high-representative",
    "pope": "pope",
    "pontiff": "pope",
    "head of state": "president",
    "army chief": "army-chief",
    "leader": "leader",
    "chief": "secretary-general",
    "head": "director-general",
}

#: Nouns after which a name is that of a group, and not of a person.
COLLECTIVES = frozenset(
    "group organisation organization party agency company firm militia outfit movement network gang cartel brigade "
    "newspaper channel broadcaster radio faction coalition tribe clan community charity watchdog monitor television "
    "media magazine bank airline association union federation confederation league ngo".split()
)
#: Members who are one person where no owner is named.
PERSONAL = frozenset(
    "spokesman spokeswoman spokesperson leader chief head deputy representative founder supremo emir member".split()
)
#: Adjectives of parties that are not the report's country's own.
FOREIGN = frozenset(
    "foreign foreigner foreigners international western european global multinational allied coalition".split()
)
#: What a state's forces are called where the report has named the state.
HOME_FORCES = frozenset(
    f"{whose} {what}"
    for whose in ("regime", "government", "loyalist")
    for what in "force,troop,soldier,army,warplane,war plane,plane,jet,aircraft,helicopter".split(",")
)
#: Words that say that somebody no longer is what follows ("former policeman", "surrendered militant").
PAST = frozenset("former ex surrendered retired erstwhile onetime one-time ex-".split())
#: Kinds that one can leave.
LEFT_BEHIND = frozenset(("rebel", "militia", "criminal", "gunmen", "military", "police", "intelligence"))
#: Offices whose plural is a government and not a person.
OFFICIAL = frozenset("minister mp senator governor mayor ambassador secretary envoy commissioner".split())

#: Words that no name begins with and that say nothing about the party.
SKIPPED = frozenset(
    "a an the some several many other more few both all two three four five six seven eight nine ten dozens "
    "hundreds scores least at about around nearly over up suspected alleged local senior top former ex current new "
    "late young old elderly wounded injured dead slain innocent unarmed heavily these those this that any no "
    "another one first second each its their his her our your my such various certain numerous additional two-dozen "
    "so-called".split()
)
PRONOUNS = frozenset(
    "it its itself they them their theirs themselves he him his himself she her hers herself we us our i me my who "
    "which".split()
)
PREPOSITIONS = frozenset(
    "of for from in at near within across inside outside on to with against by under over who which whose that along "
    "into like including".split()
)


@cache
def noun_beginnings() -> frozenset[str]:
    """The first words of the nouns of several words: behind any other word only nouns of one are looked for."""
    return frozenset(words.partition(" ")[0] for words in nouns() if " " in words)


@lru_cache(maxsize=20_000)
def noun(words: str) -> Noun | None:
    """The noun of those lower-case words, in the singular or as they are; remembered, for every phrase asks."""
    known = nouns()
    return known.get(words) or known.get(singular(words))
