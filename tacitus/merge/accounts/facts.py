"""An account → what is compared: days, places, parties, tolls, words.

In: an :class:`Account`. Out: its :class:`Facts`, made once for each event. One thing to know: a time that no
words tell is taken from the day of publication, and ``dated`` says that it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from tacitus.merge.accounts.rarity import weight
from tacitus.merge.accounts.spelling import own_name, spots
from tacitus.merge.accounts.wording import (
    ABOUT,
    AROUND,
    CLAIMED,
    DATED,
    DAY,
    GOES_ON,
    NAME,
    PERHAPS,
    SHARED,
    TRIGGER,
    VAGUE,
    stems,
)
from tacitus.records.acled import STATE
from tacitus.records.event import Claim, Event
from tacitus.records.incident import Account
from tacitus.records.ontology import load
from tacitus.records.value import (
    ACTOR_FIELDS,
    TOLL_FIELDS,
    ActorValue,
    PlaceValue,
    TimeValue,
    TollValue,
    WeaponValue,
)

#: Days before its report in which something happened that tells no time.
RECENT = 4
#: Days before its report beyond which nothing happened that is told as news, though no day is told.
NEWS = 400
#: Days before its report within which what it leads with and counts the dead of happened.
FRESH = 10
#: And what it counts the dead of and tells at length, in more words for it than these, and an attack told in passing.
LATELY, AT_LENGTH = 20, 2
#: Dead from which on a whole war is counted, and no happening in it.
WAR = 10_000
#: Days within which the dead of a massacre are counted.
A_YEAR = 366
#: People from which on lasting words never tell of one happening.
MULTITUDE = 100_000
#: Stems of words for a war, for killing told by itself, and for those who are held.
_LASTING = frozenset("war wars confli uprisi revolt rebell insurg insurr".split())
_KILLING = frozenset(TRIGGER + stem for stem in "killed killin died dead death deaths lives slain".split())
_CAPTIVE = frozenset("jail jails jailed prison custod detent tortur".split())
#: Days for which something goes on that is no happening of a day.
WEEKS = 14
#: Characters of a report that are its head.
HEAD = 350
#: How what has not happened yet is told.
AHEAD = frozenset({"planned", "threatened", "conditional", "feared"})
_SITES = frozenset({"exact", "settlement", "district"})
#: Types that tell one happening in different words.
_KIN = (
    frozenset({"bombing", "suicide_bombing", "accidental_explosion", "destruction", "shelling", "air_strike"}),
    frozenset({"armed_attack", "armed_clash", "assassination", "execution", "territory_seized", "raid"}),
    frozenset({"bombing", "assassination", "armed_attack", "destruction"}),
    frozenset({"suicide_bombing", "armed_attack"}),
    frozenset({"armed_attack", "air_strike", "shelling"}),
    frozenset({"raid", "arrest", "seizure", "armed_clash"}),
    frozenset({"abduction", "arrest"}),
    frozenset({"chemical_attack", "accidental_explosion", "shelling", "air_strike"}),
    frozenset({"territory_seized", "territory_transfer", "withdrawal"}),
    frozenset({"demonstration", "violent_demonstration", "roadblock", "labour_strike"}),
    frozenset({"excessive_force", "armed_attack", "mob_violence"}),
    frozenset({"armed_attack", "looting", "destruction", "assault"}),
    frozenset({"demand", "ultimatum", "threat"}),
    frozenset({"meeting", "visit", "mediation"}),
    frozenset({"agreement", "ceasefire", "promise"}),
    frozenset({"execution", "assault", "abduction"}),
    frozenset({"ban", "expulsion", "blockade"}),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of one event. Days are ordinals; ``first``/``last`` None: nothing is known.

    ``perhaps`` are the types that it may be instead, and ``groups`` are those of all of them.
    ``agents`` are those who act or speak, ``others`` those it is done to, as ids or else words in small letters;
    ``tolls`` are (low, high) by field; ``about`` is what a verbal act speaks of, as stems;
    ``around`` is where the report as a whole is set, as :func:`place_keys` gives it. ``own`` are the stems of the
    sentences that tell it; ``doing`` and ``suffering`` the stems that name the parties;
    ``day`` is the first day that it tells, or else that of the event told nearest to it. ``head``: it is told where its
    report begins; ``times``: how often. ``spots`` are the bones of the small places that it names, ``spelt`` those of
    each place where it is settled. ``goes_on``: it is told of more days than one. ``war``: the countries of the war
    whose dead it counts, if it is one. ``side``: "state" or "rebel", if all who did it are of that side.
    ``fighting``: those known who fight each other, a state with all its arms as one, where a clash is told of two.
    """

    account: Account
    type: str
    perhaps: frozenset[str]
    groups: frozenset[str]
    first: int | None
    last: int | None
    dated: bool
    places: tuple[PlaceValue, ...]
    agents: frozenset[str]
    others: frozenset[str]
    kinds: frozenset[str]
    countries: frozenset[str]
    tolls: tuple[tuple[str, int, int | None], ...]
    weapons: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    tellings: frozenset[str]
    who: frozenset[str]
    about: frozenset[str]
    around: frozenset[str]
    own: frozenset[str]
    doing: frozenset[str]
    suffering: frozenset[str]
    own_weight: float
    day: int | None
    place_names: frozenset[str]
    sites: frozenset[str]
    figures: frozenset[tuple[str, int, int | None]]
    realis: str
    published: int | None
    head: bool
    times: int
    spots: frozenset[str]
    spelt: frozenset[frozenset[str]]
    goes_on: bool
    war: frozenset[str]
    side: str | None
    fighting: frozenset[str]

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.account.event


@cache
def groups(kind: str) -> frozenset[str]:
    """The names of the groups of types that a type is in: itself, and those that tell one happening in other words."""
    return frozenset({kind, *("+".join(sorted(group)) for group in _KIN if kind in group)})


def facts(account: Account) -> Facts:
    """What is compared of an account."""
    event = account.event
    first, last, dated = _days(event, account.published)
    parties = [(c.field, c.value) for c in event.of(*ACTOR_FIELDS) if isinstance(c.value, ActorValue)]
    doers = [v for field, v in parties if field in ("perpetrator", "speaker", "participant")]
    others = [v for field, v in parties if field in ("target", "addressee", "participant")]
    tolls = [(c.field, c.value) for c in event.of(*TOLL_FIELDS) if isinstance(c.value, TollValue)]
    marked: dict[str, list[str]] = {mark: [] for mark in (TRIGGER, ABOUT, AROUND, CLAIMED, DAY, VAGUE, PERHAPS)}
    plain: list[str] = []
    for word in account.wording:
        (plain if word[0].isalnum() else marked.setdefault(word[0], [])).append(word if word[0].isalnum() else word[1:])
    # That two speak of "dozens" is no figure in common.
    counted = [c for c in event.of(*TOLL_FIELDS) if c.id not in marked[VAGUE]]
    fields = {c.field for c in counted}
    told = [*plain, *marked[CLAIMED]]
    own = frozenset(word.lower() for word in plain)
    places = tuple(
        v for entry in event.settled if entry.field == "place" for v in entry.values if isinstance(v, PlaceValue)
    )
    return Facts(
        account,
        event.type,
        frozenset(marked[PERHAPS]),
        groups(event.type).union(*map(groups, marked[PERHAPS])),
        first,
        last,
        dated,
        places,
        frozenset(_named(v) for v in doers),
        frozenset(_named(v) for v in others),
        frozenset(v.kind for _, v in parties if v.kind),
        frozenset(v.country for _, v in parties if v.country),
        tuple(
            (entry.field, v.low, v.high)
            for entry in event.settled
            if entry.field in fields
            for v in entry.values[:1]
            if isinstance(v, TollValue)
        ),
        frozenset(c.value.kind or c.value.name.lower() for c in event.of("weapon") if isinstance(c.value, WeaponValue)),
        frozenset(word for word in told if not word[0].isupper()),
        frozenset(word.lower() for word in told if word[0].isupper()),
        frozenset(marked[TRIGGER]),
        frozenset(_head(v.who) for _, v in tolls if v.who),
        frozenset(marked[ABOUT]),
        frozenset(marked[AROUND]),
        own,
        frozenset(stem for v in doers for stem in stems(v.name)),
        frozenset(stem for v in others for stem in stems(v.name)).union(
            stem for _, v in tolls if v.who for stem in stems(v.who)
        ),
        weight(own),
        first if dated and first is not None else int(marked[DAY][0]) if marked[DAY] else None,
        frozenset(place.name.lower().split()[0][:NAME] for place in places if place.name.strip()),
        frozenset(p.gazetteer_id for p in places if p.gazetteer_id and p.precision in _SITES),
        frozenset((c.field, c.value.low, c.value.high) for c in counted if isinstance(c.value, TollValue)),
        event.realis,
        account.published.toordinal() if account.published else None,
        event.trigger.start < HEAD,
        len(event.mentions),
        spots(c.value for c in event.of("place") if isinstance(c.value, PlaceValue)),
        frozenset(name for place in places if (name := own_name(place))),
        bool(went_on(account)),
        _countries(places, marked[AROUND]) if is_war(account) else frozenset(),
        _side(doers),
        _fighting(v for _, v in parties) if event.type == "armed_clash" else frozenset(),
    )


def _fighting(parties: Iterable[ActorValue]) -> frozenset[str]:
    """The known parties of a clash, if there are two."""
    known = frozenset(v.country if v.kind in STATE and v.country else v.actor for v in parties if v.actor)
    return known if len(known) > 1 else frozenset()


def _side(doers: Sequence[ActorValue]) -> str | None:
    """The side that did it, a state's or its enemies', where all that are named are of one."""
    sides = {"state" if v.kind in STATE else v.kind for v in doers}
    return next(iter(sides)) if len(sides) == 1 and sides <= {"state", "rebel"} else None


def is_war(account: Account) -> bool:
    """Whether an event is a whole war, told by its dead ("more than 60,000 have been killed since it began").

    The killing of a month in no lasting words is a massacre, and the dead of the jails are no war.
    """
    killed = account.event.of("killed")
    # "Thousands of fighters" among them counts nobody.
    counts = [_size(claim) for claim in killed if VAGUE + claim.id not in account.wording] or [*map(_size, killed)]
    first, last, dated = _days(account.event, None)
    if not counts or min(counts) < WAR or (dated and first is not None and first == last):
        return False
    words = _words_of(account)
    short = dated and first is not None and last is not None and last - first < A_YEAR
    told = account.event.type == "armed_clash" or not _KILLING.isdisjoint(w for w in words if w[0] == TRIGGER)
    return told and (lasting(account) or not short) and not any(word in words for word in _CAPTIVE)


def counts_on(account: Account, time: TimeValue | None) -> list[Claim]:
    """The tolls of an account that count more than one happening, whose time the others settle.

    These are all where it counts up to its own report what others end weeks before, those of a war beside a raid, and
    beside what was of one day what its own sentence counts over days or else as none of its own.
    """
    last = _ordinal(time.latest) if time else None
    first, end, dated = _days(account.event, account.published)
    ended = last is not None and end is not None and end - last >= WEEKS
    all_of_them = dated and ended and _until_now(first, end, account.published)
    war = lasting(account) and not is_war(account)
    of_a_day = last is not None and time is not None and _ordinal(time.earliest) == last
    marks = account.wording if of_a_day else ()
    tolls = account.event.of(*TOLL_FIELDS)
    return [c for c in tolls if all_of_them or (war and _size(c) >= MULTITUDE) or SHARED + c.id in marks]


def _size(claim: Claim) -> int:
    """How many a toll counts at least, or at most where it tells no more."""
    return (claim.value.low or claim.value.high or 0) if isinstance(claim.value, TollValue) else 0


def lasting(account: Account) -> bool:
    """Whether the words around an event speak of a war, or of what lasts as long."""
    return not _LASTING.isdisjoint(_words_of(account))


def _words_of(account: Account) -> frozenset[str]:
    """The stems of the sentences that tell an event, in small letters, and those of its triggers with their mark."""
    return frozenset(word.removeprefix(CLAIMED).lower() for word in account.wording if word)


def _countries(places: Sequence[PlaceValue], around: Sequence[str]) -> frozenset[str]:
    """The countries that an event is told of, or else those in which its report is set."""
    told = frozenset(place.country for place in places if place.country)
    return told or frozenset(key.partition("/")[0] for key in around if "/" in key) or frozenset({""})


def _until_now(first: int | None, last: int | None, published: date | None) -> bool:
    """Whether a time runs from weeks before a report up to it ("since 21 April"): so long goes on no single attack.

    So does the year that is not over when the report comes out.
    """
    if first is None or last is None or published is None:
        return False
    day = published.toordinal()
    this_year = last - first >= A_YEAR - 2 and first + WEEKS <= day <= last
    return this_year or (last - first >= WEEKS and abs(day - last) <= 1)


def went_on(account: Account) -> bool | None:
    """Whether an event went on for weeks (True), or was of one day (False); None where nothing tells."""
    first, last, dated = _days(account.event, account.published)
    if GOES_ON in account.wording or (dated and _until_now(first, last, account.published)):
        return True
    return False if dated and first == last else None


def possible(account: Account) -> tuple[int, int] | None:
    """The first and the last day on which an event can have been; None where nothing tells them."""
    if is_war(account):
        return None
    first, last, dated = _days(account.event, account.published)
    if dated and first is not None and last is not None and DATED in account.wording:
        return first, last
    if account.published is None or account.event.realis not in ("actual", "historical"):
        return None
    day = account.published.toordinal()
    if account.event.realis == "historical":
        return 0, day  # whatever a report goes back to had happened when it came out
    # What is told as news, even without a day, is not yet to come nor months old, nor weeks if its dead are counted at
    # length, or not at all in passing: those of an old attack are what a report goes back to it for.
    event = account.event
    counts, head = bool(event.of("killed", "injured")), event.trigger.start < HEAD
    if counts and head:
        return day - FRESH, day + 1
    passing = not head and not event.of("time", *TOLL_FIELDS) and load()[event.type].family == "violence"
    late = len(event.mentions) > AT_LENGTH if counts else passing
    return day - (LATELY if late else NEWS), day + 1


def _head(who: str) -> str:
    """The last word of a description of people, in the singular as far as that matters here."""
    return who.lower().split()[-1].rstrip("s").replace("men", "man")


def _named(actor: ActorValue) -> str:
    return actor.actor or actor.name.lower()


def _days(event: Event, published: date | None) -> tuple[int | None, int | None, bool]:
    told = [v for entry in event.settled if entry.field == "time" for v in entry.values if isinstance(v, TimeValue)]
    for value in told:
        first, last = _ordinal(value.earliest), _ordinal(value.latest)
        if first is not None and last is not None and first <= last:
            return first, last, True
    if published is None or event.realis == "historical":
        return None, None, False
    day = published.toordinal()
    if event.realis in AHEAD:
        return day, day + 30, False
    return day - RECENT, day, False


def _ordinal(iso: str | None) -> int | None:
    return date.fromisoformat(iso[:10]).toordinal() if iso else None
