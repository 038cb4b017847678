"""An account → what is compared: days, places, parties, tolls, words.

In: an :class:`Account`. Out: its :class:`Facts`, made once for each event. One thing to know: a time that no
words tell is taken from the day of publication, and ``dated`` says that it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from tacitus.merge.wording import ABOUT, AROUND, TRIGGER
from tacitus.records.event import Event
from tacitus.records.incident import Account
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
#: Types that tell one happening in different words.
_KIN = (
    frozenset({"bombing", "suicide_bombing", "accidental_explosion", "destruction", "shelling", "air_strike"}),
    frozenset({"armed_attack", "armed_clash", "assassination", "execution", "territory_seized", "raid"}),
    frozenset({"bombing", "assassination", "armed_attack", "destruction"}),
    frozenset({"suicide_bombing", "armed_attack"}),
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

    ``agents`` are those who act or speak, ``others`` those it is done to, as ids or else words in small letters;
    ``tolls`` are (low, high) by field; ``about`` is what a verbal act speaks of, as stems;
    ``around`` is where the report as a whole is set, as :func:`place_keys` gives it.
    """

    account: Account
    type: str
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
    return Facts(
        account,
        event.type,
        groups(event.type),
        first,
        last,
        dated,
        tuple(
            v for entry in event.settled if entry.field == "place" for v in entry.values if isinstance(v, PlaceValue)
        ),
        frozenset(_named(v) for field, v in parties if field in ("perpetrator", "speaker", "participant")),
        frozenset(_named(v) for field, v in parties if field in ("target", "addressee", "participant")),
        frozenset(v.kind for _, v in parties if v.kind),
        frozenset(v.country for _, v in parties if v.country),
        tuple(
            (entry.field, v.low, v.high)
            for entry in event.settled
            if entry.field in TOLL_FIELDS
            for v in entry.values[:1]
            if isinstance(v, TollValue)
        ),
        frozenset(c.value.kind or c.value.name.lower() for c in event.of("weapon") if isinstance(c.value, WeaponValue)),
        frozenset(word for word in account.wording if word[0].isalnum() and not word[0].isupper()),
        frozenset(word.lower() for word in account.wording if word[0].isupper()),
        _marked(account, TRIGGER),
        frozenset(_head(c.value.who) for c in event.of(*TOLL_FIELDS) if isinstance(c.value, TollValue) and c.value.who),
        _marked(account, ABOUT),
        _marked(account, AROUND),
    )


def _marked(account: Account, mark: str) -> frozenset[str]:
    return frozenset(word[1:] for word in account.wording if word[0] == mark)


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
    if event.realis in ("planned", "threatened", "conditional", "feared"):
        return day, day + 30, False
    return day - RECENT, day, False


def _ordinal(iso: str | None) -> int | None:
    return date.fromisoformat(iso[:10]).toordinal() if iso else None
