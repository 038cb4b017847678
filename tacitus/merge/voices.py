"""The claims of an incident → who says what: one figure or party for each independent source.

In: the accounts of one incident, in the order of publication. Out: :class:`Voice` by field. One thing to know: a named
source is one voice in whatever reports it stands; what a report says itself is the voice of its wire story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tacitus.merge.wording import SHARED
from tacitus.records.event import Claim
from tacitus.records.incident import Account
from tacitus.records.sides import anybody, same_people
from tacitus.records.value import ActorValue, TollValue, Value

#: What the key of a report's own voice begins with.
OWN = "report:"
_SMALL = frozenset("the a an of in at for and on to from local main senior chief spokesman spokeswoman spokesperson "
                   "source official head director chief group".split())  # fmt: skip
_BASED = re.compile(r"\b[\w.]+-based\b")
#: Words that name one calling.
_CALLINGS = {
    word: calling
    for calling, words in (
        (
            "medic",
            "hospital clinic nurse doctor medic medical surgeon dispensary health centre center paramedic ambulance",
        ),
        ("army", "army military force defence defense command soldier troop"),
        ("police", "police policeman policemen"),
        ("monitor", "observatory monitor monitors monitoring watchdog"),
    )
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says on one field. ``values`` are what it says last, ``earlier`` what it said before that.

    ``key`` is the same for the same source, ``by`` its name for people, ``when`` the day it said so last, ``kind``
    that of the party a named source is.
    """

    key: str
    by: str
    values: tuple[Value, ...]
    reports: tuple[str, ...]
    stance: str = "asserted"
    earlier: tuple[tuple[Value, tuple[str, ...]], ...] = ()
    when: date | None = None
    kind: str | None = None


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """The accounts as they came out; those without a date last."""
    return sorted(accounts, key=lambda a: (a.published is None, a.published, a.report, a.event.id))


def source_of(account: Account, claim: Claim | None) -> tuple[str, str]:
    """The key and the name of who says a claim; None: the event as a whole."""
    said = claim.said_by if claim else None
    if said is not None and said.actor is not None:
        return said.actor.actor or said.actor.name.lower(), said.actor.name
    return f"{OWN}{account.source}", account.outlet or account.report


def tolls(accounts: Sequence[Account], field: str) -> list[Voice]:
    """What each source says the toll is; parts of a toll are left to the whole.

    What an outlet says itself is what was known that day: its figure replaces those of outlets before it.
    """
    found: dict[str, Voice] = {}
    told = [(account, key, by, values) for account in accounts for key, by, values in _figures(account, field)]
    told = [entry for entry in told if not _is_sum(entry[0], field)] or told
    some = [(account, key, by, [v for v in values if not _none_of_some(v)]) for account, key, by, values in told]
    told = [entry for entry in some if entry[3]] or told
    same = _one_voice([(key, by) for _, key, by, _ in told])
    others: dict[TollValue, set[str]] = defaultdict(set)
    for _, key, _, values in told:
        if len(values) == 1:
            others[_bounds(values[0])].add(same[key])
    for account, own, by, values in told:
        key = same[own]
        # Of several figures of one source in one report, those that are told as another's are not its own.
        mine = (
            [v for v in values if key in others[_bounds(v)]] or [v for v in values if not others[_bounds(v)]] or values
        )
        value = _summed(mine)
        known = found.get(key)
        if known is None:
            found[key] = Voice(key, by, (value,), (account.report,), when=account.published)
        elif known.values == (value,):
            found[key] = replace(known, reports=_with(known.reports, account.report))
        else:
            before = (known.values[0], known.reports)
            earlier = (*known.earlier, before)
            found[key] = Voice(key, by, (value,), (account.report,), earlier=earlier, when=account.published)
    return list(found.values())


def _bounds(value: TollValue) -> TollValue:
    return TollValue(value.low, value.high)


def _none_of_some(value: TollValue) -> bool:
    """Whether a count says that none of certain people came to it ("no civilians"), which tells nothing of others."""
    return value.low == value.high == 0 and not anybody(value.who)


def _is_sum(account: Account, field: str) -> bool:
    """Whether all that an account says of a toll is said of other happenings too."""
    shared = {word[1:] for word in account.wording if word[0] == SHARED}
    claims = [c for c in account.event.of(field) if isinstance(c.value, TollValue)]
    return bool(claims) and all(claim.id in shared for claim in claims)


def _one_voice(said: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The key that each source (key and name) goes by: one that another may mean goes by the first of these.

    Two outlets are two; a ministry's own release and a newspaper that names the ministry are one.
    """
    first: dict[str, str] = {}
    names: dict[str, list[tuple[str, set[str]]]] = {}
    for key, by in said:
        if key in first:
            continue
        words = _calling(by)
        like = next(
            (known for known, several in names.items() if any(_one_name(key, words, *other) for other in several)), key
        )
        first[key] = like
        names.setdefault(like, []).append((key, words))
    return first


def _calling(name: str) -> set[str]:
    """The words that tell who a source is; words for one calling are one, and where it is based is none."""
    words = {word.strip(".,'’").rstrip("s") for word in _BASED.sub("", name.lower()).replace("-", " ").split()} - _SMALL
    return {_CALLINGS.get(word, word) for word in words}


def _one_name(key: str, words: set[str], other: str, others: set[str]) -> bool:
    """Whether one name may be the other told in full."""
    outlets = key.startswith(OWN) + other.startswith(OWN)
    if not words or not others or outlets == 2:
        return False
    if outlets:
        outlet, named = (words, others) if key.startswith(OWN) else (others, words)
        return named <= outlet and len(named) > 1
    return words <= others or others <= words


def parties(accounts: Sequence[Account], field: str) -> list[Voice]:
    """Whom each source names in a field; who is denied or only possible is named by nobody."""
    told = [(account, claim) for account in accounts for claim in _naming(account, field)]
    same = _one_voice([source_of(account, claim) for account, claim in told])
    found: dict[str, Voice] = {}
    for account, claim in told:
        own, by = source_of(account, claim)
        key = same[own]
        kind = claim.said_by.actor.kind if claim.said_by and claim.said_by.actor else None
        known = found.get(key) or Voice(key, by, (), (), claim.stance, kind=kind)
        values = tuple(dict.fromkeys((*known.values, claim.value)))
        found[key] = replace(known, values=values, reports=_with(known.reports, account.report))
    return list(found.values())


def together(accounts: Sequence[Account], field: str) -> list[tuple[ActorValue, ...]]:
    """The parties that one source names side by side in one account."""
    found: list[tuple[ActorValue, ...]] = []
    for account in accounts:
        beside: dict[str, list[ActorValue]] = defaultdict(list)
        for claim in _naming(account, field):
            if isinstance(claim.value, ActorValue):
                beside[source_of(account, claim)[0]].append(claim.value)
        found += [tuple(values) for values in beside.values() if len(values) > 1]
    return found


def _naming(account: Account, field: str) -> list[Claim]:
    """The claims that name a party as one that did it."""
    claims = account.event.of(field)
    return [c for c in claims if isinstance(c.value, ActorValue) and c.stance not in ("denied", "possible")]


def tellers(accounts: Sequence[Account]) -> set[str]:
    """The independent sources that say that it happened: those of claims, and of accounts that name none."""
    found = set()
    for account in accounts:
        if account.event.realis == "denied":
            continue
        named = {source_of(account, claim)[0] for claim in account.event.claims if claim.said_by}
        found |= {key for key in named if not key.startswith(OWN)} or {source_of(account, None)[0]}
    return found


def _figures(account: Account, field: str) -> Iterator[tuple[str, str, list[TollValue]]]:
    """The figures of each source in one account; what is told of several happenings only if none else.

    What it calls wrong ("three, not two") is what others count, whoever they are.
    """
    shared = {word[1:] for word in account.wording if word[0] == SHARED}
    told = [(c, c.value) for c in account.event.of(field) if isinstance(c.value, TollValue)]
    claims = [(c, v) for c, v in told if c.stance != "denied"]
    own = [(c, v) for c, v in claims if c.id not in shared] or claims
    if own and account.event.realis != "denied":
        wrong = [v for c, v in told if c.stance == "denied" and c.said_by is None and c.id not in shared]
        for value in dict.fromkeys(wrong):
            bounds = f"{value.low} or more" if value.high is None else f"{value.low} to {value.high}"
            yield f"others:{bounds}", f"others who count {bounds}", [value]
    inside = {c.id for c, _ in own}
    # A part of what is told of several happenings is no whole of one.
    whole = [(c, v) for c, v in own if not v.part_of or v.part_of not in inside | shared] or own
    sources = dict.fromkeys(source_of(account, claim) for claim, _ in whole)
    settled = next((e.values[0] for e in account.event.settled if e.field == field and e.values), None)
    if len(sources) == 1 and isinstance(settled, TollValue) and len(own) == len(told):
        people = {v.who for _, v in whole}
        who = people.pop() if len(people) == 1 else None
        yield *next(iter(sources)), [TollValue(settled.low, settled.high, who if not anybody(who) else None)]
        return
    for key, by in sources:
        yield key, by, [v for c, v in whole if source_of(account, c) == (key, by)]


def _summed(values: Sequence[TollValue]) -> TollValue:
    """What one source's counts come to: different people are added, the same counted again count once, as last told."""
    total = values[0]
    for value in values[1:]:
        if same_people(total.who, value.who) or anybody(total.who) or anybody(value.who):
            total = value
        else:
            high = None if total.high is None or value.high is None else total.high + value.high
            total = TollValue(total.low + value.low, high, value.who)
    return TollValue(total.low, total.high, total.who if len(values) == 1 and not anybody(total.who) else None)


def _with(reports: tuple[str, ...], report: str) -> tuple[str, ...]:
    return reports if report in reports else (*reports, report)
