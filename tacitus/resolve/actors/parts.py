"""The words of a noun phrase come in; its parts go out: known parties, places, head nouns, plain words.

One thing to know: at each word the longest known piece wins, and a name needs a capital or a hyphen: "us" is no US.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tacitus.records.personal import ORGANISED, capitalised
from tacitus.resolve.actors.table import Actor, ActorTable
from tacitus.resolve.actors.words import PREPOSITIONS, Noun, noun, noun_beginnings
from tacitus.resolve.names import SHORT, fold, name_key, without_apostrophe, without_possessive

LONGEST_NAME = 8  # words
LONGEST_NOUN = 4
#: Surnames of leaders that many others bear too: one of these alone is the leader's only where his full name, or his
#: office and his country, stand in the report.
COMMON_SURNAMES = frozenset(
    "abbas amin bajwa bashir fahd ghani gilani hadi maliki munir najib najibullah qassem qureshi saied saleh salehi "
    "yunus".split()
)

_ARMED = frozenset(("rebel", "militia", "criminal"))
#: What fighters and parties of any country are called by: names of these words alone tell nobody.
_PLAIN = ORGANISED | frozenset(
    "resistance patriotic patriots democratic democrats democrat republican republicans conservative conservatives "
    "labour tigers unity salvation freedom fighters workers socialist progressive peoples defence defense reform "
    "rally volunteers justice peace progress republic change renewal action central command special rapid reaction "
    "intervention guard guards commando commandos infantry armoured armored mechanised mechanized airborne airmobile "
    "motorised motorized mountain artillery tank naval marine presidential republican territorial border first second "
    "third fourth fifth sixth seventh eighth ninth tenth".split()
)
#: "16th Division", "101st Infantry Brigade".
_NUMBERED = re.compile(r"\d{1,3}(?:st|nd|rd|th)?")
_SIDES = _ARMED | {"party"}
#: Kinds that no armed group and no party is: what the reader saw of another body's acronym.
_BODIES = frozenset(("police", "government", "media", "ngo", "igo", "company", "intelligence", "community"))
#: Of whom its members may be told: "Senate Republicans".
_CHAMBERS = frozenset(("house", "senate", "congressional", "parliamentary"))
#: Peoples that a state is named after, and the other countries whose wars they fought as citizens of these.
_ETHNIC = {
    **dict.fromkeys(("serb", "serbs"), ("BIH", "HRV")),
    **dict.fromkeys(("croat", "croats"), ("BIH",)),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says on its own. ``named``: by a name, so that later words can mean it. ``head``: its last noun."""

    actor: str | None
    name: str
    kind: str | None
    country: str | None = None
    named: bool = False
    head: str = ""
    #: The words leave the country open, and nothing in them points away from that of the report.
    homely: bool = False


@dataclass(slots=True)
class Context:
    """What a phrase is read against: the table, the day, the report's countries and the names it has introduced."""

    table: ActorTable
    on: date | None = None
    countries: Mapping[str, int] = field(default_factory=dict)
    local: dict[str, Reading] = field(default_factory=dict)
    #: The first words of those names.
    beginnings: set[str] = field(default_factory=set)
    #: Whether the phrase at hand has "the" before it.
    definite: bool = False
    #: Whom a metonym means in this report: "Brussels" the European Union or NATO.
    metonyms: Mapping[str, str] = field(default_factory=dict)
    #: The report's words, folded; empty where a name stands alone.
    folded: str = ""
    #: Surnames of known people that the report gives to others ("Colonel Samir Hadi").
    namesakes: frozenset[str] = frozenset()
    #: Two words in a row of the names of persons, in which no town is one ("George Speight").
    named: frozenset[tuple[str, ...]] = frozenset()

    def bare(self, word: str) -> str | None:
        """A lone name without its "-s" where the report has it bare as well: "Mali … Malis planned truce"."""
        owner = without_apostrophe(word) if " " not in word else None
        return owner if owner and re.search(rf"\b{re.escape(fold(owner))}\b", self.folded) else None

    def known(self, name: str, label: str | None = None) -> Reading | None:
        """The party of that name: one that the report introduced, or the best of the table's."""
        if name.islower() and " " not in name and "-" not in name:
            return None
        key = name_key(name)
        if key in _ETHNIC and any(self.countries.get(host, 0) > 1 for host in _ETHNIC[key]):
            return Reading(None, name, "community", homely=True)  # those who live there, and not their kin's state
        bearers = self.table.spoken_of(key, self.on)
        if not bearers and key not in self.local and key not in self.metonyms:
            return None  # as most words are
        if bearers and bearers[0].own:
            return from_actor(bearers[0])
        if reading := self.local.get(key):
            return reading
        if meant := self.metonyms.get(key):
            return from_actor(self.table[meant])
        found = [actor for actor in bearers if self._credible(actor, key, label)]
        if is_plain(key):
            lands = {actor.country for actor in self.table.by_key(key)}
            found = [actor for actor in found if self._placed(actor, key, alone=len(lands) == 1)]
        if len(found) > 1 and any(a.kind in _SIDES and self._about(a) for a in found):  # the MNR of Bolivia, at home
            found = [a for a in found if a.kind not in _SIDES or a.country is None or self._about(a)]
        if name.islower():  # "self-defence forces" are anybody's
            found = [a for a in found if not a.id.startswith("gov:") or self.countries.get(a.country or "", 0) > 0]
        if not found:
            return None
        # The table's order decides, unless the report speaks of another bearer's country or kind.
        best = max(found, key=lambda a: (a.kind == label, a.everyday, self.countries.get(a.country or "", 0)))
        return None if self._too_early(best, bearers, key) or self._of_others(best, key) else from_actor(best)

    def introduce(self, key: str, reading: Reading) -> None:
        """Remember what a name means in this report, unless it means something already."""
        self.local.setdefault(key, reading)
        self.beginnings.add(key.partition(" ")[0])

    def may_go_on(self, word: str) -> bool:
        """Whether a known name of several words can begin with a word."""
        first = name_key(word).casefold().partition(" ")[0]
        return first in self.table.beginnings or first in self.beginnings or first in ("", "the")

    def meant(self, actor: Actor, key: str) -> bool:
        """Whether a surname alone can mean its known bearer in this report."""
        if actor.kind != "person" or actor.own or " " in key or not self.folded:
            return True
        doubtful = key in self.namesakes or key in COMMON_SURNAMES
        return not doubtful or self.vouched(actor.id, key)

    def vouched(self, actor: str, surname: str) -> bool:
        """Whether a known person's full name or office stands in the report."""
        known = self.table[actor]
        if any(" " in (name := name_key(each)) and name in self.folded for each in known.names):
            return True
        roles = {term.office.rpartition(".")[2].replace("-", " ") for term in known.held}
        home = self.countries.get(known.country or "", 0) > 0
        told = [role for role in roles if role in self.folded]
        return any(home or f"{role} {surname}" in self.folded for role in told)

    def _too_early(self, best: Actor, bearers: Sequence[Actor], key: str) -> bool:
        """Whether the report is about the country of a bearer that was not yet there: "Maoists" in India in 1999."""
        if self.on is None or best.country is None or self.countries.get(best.country, 0):
            return False
        there = {actor.id for actor in bearers}
        others = (actor for actor in self.table.by_key(key) if actor.id not in there)
        return any(self.countries.get(other.country or "", 0) for other in others)

    def _of_others(self, best: Actor, key: str) -> bool:
        """Whether groups of several countries bear a name, and the report is about none of these: Peru's "Maoists"."""
        if best.kind not in _ARMED or best.country is None or not self.countries:
            return False
        lands = {actor.country for actor in self.table.by_key(key) if actor.kind in _ARMED}
        return len(lands) > 1 and not any(self.countries.get(land or "", 0) for land in lands)

    def _credible(self, actor: Actor, key: str, label: str | None) -> bool:
        """Whether a bearer known to UCDP alone may be meant: an acronym not without its country or a kind that fits.

        A people that fought its neighbours in one country lives in others too ("Arab"), and is meant in that one alone.
        """
        if actor.is_ucdp_people:
            return self.countries.get(actor.country or "", 0) > 0
        abroad = bool(self.countries) and actor.country is not None and not self._about(actor)
        if abroad and label in _BODIES and key.isupper() and len(key) <= SHORT and actor.kind in _SIDES:
            return False  # the police of one land, and not the rebels of another
        if len(key) > SHORT or actor.everyday or actor.kind == label:
            return True
        return self.countries.get(actor.country or "", 0) > 0

    def _about(self, actor: Actor) -> bool:
        """Whether the report names an actor's country."""
        return self.countries.get(actor.country or "", 0) > 0

    def _placed(self, actor: Actor, key: str, *, alone: bool) -> bool:
        """Whether who bears a name that any may have is told of: by its country, another of its names, or a long name
        that it bears alone.
        """
        if actor.kind not in _SIDES or (actor.everyday if actor.country is None else self._about(actor)):
            return True
        if (
            alone
            and actor.everyday
            and (" " in key.partition(" ")[2] or (actor.kind == "party" and not self.countries))
        ):
            return True
        names = (name_key(name) for name in actor.names)
        return any(" " in name and name != key and name in self.folded for name in names if not is_plain(name))


@lru_cache(maxsize=20_000)
def is_plain(key: str) -> bool:
    """Whether a name is made of words that any armed group or party may be called by."""
    return all(word in _PLAIN or _NUMBERED.fullmatch(word) for word in key.split())


def from_actor(actor: Actor) -> Reading:
    """The reading of a known actor."""
    return Reading(actor.id, actor.name, actor.kind, actor.country, named=True)


@dataclass(slots=True)
class Part:
    """A piece of a phrase, words ``start`` to ``end``: a known party, a place's country, a noun, or plain words.

    Not frozen, since that takes three times as long and a report has hundreds.
    """

    start: int
    end: int
    party: Reading | None = None
    place: str | None = None
    noun: Noun | None = None
    preposition: bool = False


@lru_cache(maxsize=4096)
def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase without punctuation and without the quotation marks around words.

    Remembered, since each mention is asked for them several times.
    """
    words, quoted = [], False
    for each in phrase.split():
        word = each.strip(',;:"“”')
        if word[:1] in ("'", "‘"):
            quoted, word = True, word.lstrip("'‘")
        if word[-1:] in ("'", "’") and (quoted or word[-2:-1] != "s"):  # "commander’" of a quotation cut off
            quoted, word = False, word.rstrip("'’")
        if word:
            words.append(word)
    return tuple(words)


def parts_of(words: Sequence[str], context: Context, label: str | None) -> list[Part]:
    """Cut a phrase into its parts, at each word the longest that is known."""
    parts: list[Part] = []
    at = 0
    capitals = [at for at, word in enumerate(words) if any(map(str.isupper, word))]
    while at < len(words):
        part = _longest(words, at, capitals, context, label)
        if (
            part.party is not None
            and parts
            and (_of_another(words, parts[-1], part) or _is_surname(words, parts[-1], part, context, label))
        ):
            part = Part(part.start, part.end)
        parts.append(part)
        at = part.end
    return parts


def _of_another(words: Sequence[str], before: Part, known: Part) -> bool:
    """Whether what any body may be called is only the end of another's name: "Lom Hills Liberation Army"."""
    named = words[known.start : known.end]
    if not is_plain(name_key(" ".join(named))) or before.noun or before.preposition or before.place:
        return False
    if before.party is None:
        first = words[before.start : before.end]
        return capitalised(first) and "-" not in first[0] and first[0].lower() not in _CHAMBERS
    home = known.party.country if known.party else None  # "Irish Liberation Army" is not another nation's either
    return before.party.kind in ("state", "community", *_SIDES) and before.party.country != home


def _is_surname(words: Sequence[str], before: Part, known: Part, context: Context, label: str | None) -> bool:
    """Whether the letters of an acronym are but a surname: "Carlos Mena" is none of the agency MENA."""
    name, first = words[known.start], words[before.start]
    if label not in (None, "person") or known.end != len(words) or not (name.istitle() and first.istitle()):
        return False
    if known.end - known.start > 1 or before.party or before.noun or before.place or before.preposition:
        return False
    names = context.table[known.party.actor].names if known.party and known.party.actor else ()
    return name.upper() in names and name not in names and first.isalpha()


def is_of_nation(word: str, state: Actor) -> bool:
    """Whether a state's name is that of its people ("Sudanese", "a Colombian"), and not its own or its capital's."""
    key = name_key(word)
    names = {name_key(name) for name in state.names}
    return key in names and (key.endswith(("ese", "ish", "men")) or f"{key}s" in names or key[:-1] in names)


def of_no_country(phrase: str, context: Context) -> bool:
    """Whether a post is told to be that of an international body: "the U.N. envoy"."""
    parts = parts_of(words_of(phrase), context, None)
    return any(part.party is not None and part.party.kind == "igo" for part in parts)


def _longest(words: Sequence[str], at: int, capitals: Sequence[int], context: Context, label: str | None) -> Part:
    """The longest known part that begins with a word; the word itself where none does."""
    first = words[at]
    if first.lower() in PREPOSITIONS:
        return Part(at, at + 1, preposition=True)
    last = min(len(words), at + LONGEST_NAME)
    following = bisect_left(capitals, at)
    capital = capitals[following] if following < len(capitals) else last  # what has none is no name
    longest_name = last if capital < last and context.may_go_on(first) else at + 1
    longest_noun = min(last, at + LONGEST_NOUN) if first.lower().replace(".", "") in noun_beginnings() else at + 1
    for end in range(max(longest_name, longest_noun), at, -1):
        stem, possessive = without_possessive(words[end - 1])
        piece = " ".join([*words[at : end - 1], stem])
        if capital < end <= longest_name or (end == at + 1 and "-" in stem):  # "anti-balaka" needs no capital
            country = context.table.place(name_key(piece))
            if (
                country
                and context.named
                and tuple(without_possessive(w)[0] for w in words[at : at + 2]) in context.named
            ):
                country = None
            if party := context.known(piece, label):
                return Part(at, end, party, country if party.kind == "state" else None)
            if country:
                return Part(at, end, place=country)
        adjective = piece == "National" and len(words) > end and words[end][:1].isupper()  # of a name, and nobody
        if end <= longest_noun and not possessive and not adjective and (found := noun(piece.lower().replace(".", ""))):
            return Part(at, end, noun=found)
    goes_on = at + 1 < len(words) and words[at + 1].lower() not in PREPOSITIONS  # none owns: "Guardians of the Coast"
    if goes_on and (owner := without_apostrophe(first)):
        country = context.table.place(name_key(owner))
        if party := context.known(owner, label):
            return Part(at, at + 1, party, country if party.kind == "state" else None)
        if country:
            return Part(at, at + 1, place=country)
    for end in range(min(len(words), at + 3), at + 1, -1):  # "Omar Saids forces"
        if end <= capital or not (owner := without_apostrophe(words[end - 1])):
            continue
        if party := context.known(" ".join([*words[at : end - 1], owner]), label):
            return Part(at, end, party)
    led = first.rpartition("-led")[0]
    if led and (leader := context.known(led, label)) and leader.kind == "igo":
        return Part(at, at + 1, leader)
    return Part(at, at + 1)
