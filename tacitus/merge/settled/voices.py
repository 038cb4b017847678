"""The claims of an incident → who says what: one figure or party for each independent source.

In: the accounts of one incident, in the order of publication. Out: :class:`Voice` by field. One thing to know: a named
source is one voice in whatever reports it stands; what a report says itself is the voice of its wire story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tacitus.merge.accounts.wording import OFFICE, PRINTED
from tacitus.merge.settled.case import FIRM
from tacitus.merge.settled.identity import STATE, at_war, one_party, things
from tacitus.records.event import Claim
from tacitus.records.incident import Account
from tacitus.records.value import ActorValue, TollValue, Value

#: What is told as having happened.
DONE = ("actual", "historical")
#: What the key of a report's own voice begins with.
OWN = "report:"
#: And that of somebody whom a report does not name.
SOMEBODY = "somebody:"
_SMALL = frozenset(
    "the a an of in at for and on to from by local main senior chief spokesman spokeswoman spokesperson source "
    "official officer head director founder leader chairman president commissioner commander deputy dr group "
    "organisation organization agency its his her their war who which that toll tally count figure".split()
)
_PRONOUNS = frozenset("he she it they his her its their him them who we i some others one".split())
_ENDING = re.compile(r"(?<=\w{3})(?:ian|ia|an|a|n|i)$")
_TOGETHER = " and "  # in the key of two who say the same together; a body has a key of its own
_TWICE = re.compile(r"(.)\1")
#: Types that are done by one side and suffered by the other.
ONE_SIDED = frozenset(
    "bombing suicide_bombing air_strike shelling chemical_attack assassination execution excessive_force".split()
)
#: What the keys of states and of their governments begin with.
STATES = ("state:", "gov:")
#: Kinds of sources that may be a state by another name: its officials, and its media, which tell what it says.
_STATELY = STATE | {"media", "person", "other", None}
#: What stands in the name of a body that publishes what it counts itself, and in that of whoever only prints it.
_BODY = re.compile(
    r"\b(?:ministry|department|government|presidency|governor|secretariat|directorate|army|armed forces|forces|command|"
    r"general staff|headquarters|police|brigade|battalion|division|regiment|front|movement|party|militia|council|"
    r"committee|commission|congress|cluster|united nations|un|observatory|league|association|federation|union|"
    r"spokes(?:man|woman|person)(?:['’]s office)?)\b",
    re.I,
)
_PRINT = re.compile(
    r"\b(?:news|newspaper|agency|radio|tv|television|channel|times|daily|weekly|post|gazette|herald|tribune|journal|"
    r"magazine|review|online|monitoring|monitored|broadcasts?)\b",
    re.I,
)
#: "Based in Geneva", "the Geneva-based" tells nothing of who it is.
_BASED = re.compile(r"\S+[- ]based\b", re.I)
#: A country's army by two names.
_ARMY = re.compile(r"\b(?:defen[cs]e ministry|ministry of (?:national )?defen[cs]e|armed forces)\b")
#: Rescuers, and no army.
_CIVIL_DEFENCE = re.compile(r"\bcivil defen[cs]e\b")
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
        ("ministry", "ministry minister"),
        ("rescue", "rescue rescuer"),
        ("monitor", "monitor monitoring observatory watchdog"),
        ("television", "tv television"),
    )
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says on one field. ``values`` are what it says last, ``earlier`` what it said before that.

    ``key`` is the same for the same source, ``by`` its name for people, ``when`` the day it said so last, ``since`` the
    day it first counted, ``kind``
    that of the party a named source is, ``vague`` where it counts without a number ("dozens"), ``risen`` where it
    counts what others' figures have grown to; ``alleged`` are the parties whom it only accuses,
    ``parts`` the counts of different people that it adds up, ``former`` where a later report tells it as overtaken;
    ``dated`` where it counts them beside their day; ``told_in`` are the parties with each report that names them;
    ``trades`` is what a named source is, as :mod:`tacitus.merge.settled.kindred` tells it.
    """

    key: str
    by: str
    values: tuple[Value, ...]
    reports: tuple[str, ...]
    stance: str = "asserted"
    earlier: tuple[tuple[Value, tuple[str, ...]], ...] = ()
    when: date | None = None
    kind: str | None = None
    vague: bool = False
    risen: bool = False
    alleged: frozenset[Value] = frozenset()
    parts: tuple[TollValue, ...] = ()
    former: bool = False
    trades: frozenset[str] = frozenset()
    since: date | None = None
    dated: bool = False
    told_in: tuple[tuple[Value, str], ...] = ()


def speaks_for_itself(outlet: str) -> bool:
    """Whether an outlet is a ministry, an army, a movement: what it counts is its word, as if another had quoted it."""
    return bool(_BODY.search(outlet)) and not _PRINT.search(outlet)


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """The accounts as they came out; those without a date last."""
    return sorted(accounts, key=lambda a: (a.published is None, a.published, a.report, a.event.id))


def by_outlet(accounts: Sequence[Account]) -> list[Account]:
    """The accounts, each with the one source that its report's own words count as.

    All articles of one outlet are one voice, and so are the prints of one wire story: that of the outlet that had it
    first.
    """
    first: dict[str, str] = {}
    for account in accounts:
        if account.outlet:
            first.setdefault(account.source, account.outlet)
    return [replace(account, source=first.get(account.source, account.source)) for account in accounts]


def _prints(accounts: Sequence[Account]) -> list[Account]:
    """The accounts, each that prints a sentence of another's word for word with that one's source."""
    seen: dict[str, str] = {}
    found = []
    for account in accounts:
        marks = [word for word in account.wording if word.startswith(PRINTED)]
        source = next((seen[mark] for mark in marks if mark in seen), account.source)
        seen |= {mark: seen.get(mark, source) for mark in marks}
        found.append(replace(account, source=source))
    return found


def source_of(account: Account, claim: Claim | None) -> tuple[str, str]:
    """The key and the name of who says a claim; None: the event as a whole."""
    said = claim.said_by if claim else None
    outlet = account.outlet or account.report
    if said is None or said.actor is None or things(said.actor):
        return f"{OWN}{account.source}", outlet
    name = said.actor.name
    if name.lower() in _PRONOUNS:
        return f"{SOMEBODY}{account.source}", outlet
    return said.actor.actor or name.lower(), name


def one_voice(said: Iterable[tuple[str, str]], accounts: Sequence[Account]) -> dict[str, str]:
    """The key that each source (key and name) goes by: one that another may mean goes by the fullest of these.

    Two outlets are two; a ministry's own release and a newspaper that names the ministry are one, and so are a body and
    who speaks for it in one of the accounts. Who says it together with another is one of the two, and joins them not.
    """
    bodies = spoken_for(accounts)
    others = {source_of(account, claim)[0] for account in accounts for claim in account.event.claims if _other(claim)}
    names = {
        key: [words for name in (by, bodies.get(key, "")) if (words := calling(name))]
        for key, by in said
        if not key.startswith(SOMEBODY)
    }
    found = {key: key for key, _ in said if key.startswith(SOMEBODY)}
    for key in sorted(names, key=lambda key: (_TOGETHER in key, -max(map(len, names[key]), default=0))):
        known = (
            k
            for k in found
            if any(_one_name(key, mine, k, its) for mine in names[key] for its in names.get(k, ()))
            and not (key.startswith(STATES) and k in others)
            and not (k.startswith(STATES) and key in others)
        )
        found[key] = found.get(next(known, key), key)
    return found


def spoken_for(accounts: Iterable[Account]) -> dict[str, str]:
    """Of each person who says something (by his name in small letters) the body that he speaks for."""
    return dict(word[1:].split(OFFICE, 1) for a in accounts for word in a.wording if word.startswith(OFFICE))


def _other(claim: Claim) -> bool:
    """Whether who says a claim is no state nor its voice, whatever country he is called after: "Chadian doctors"."""
    actor = claim.said_by.actor if claim.said_by else None
    return actor is not None and actor.kind not in _STATELY


def calling(name: str) -> set[str]:
    """The words that tell who a source is; words for one calling count as one."""
    plain = re.sub(r"['’]s\b", "", _BASED.sub("", name.lower())).replace("-", " ")
    plain = _ARMY.sub("army", _CIVIL_DEFENCE.sub("rescue", plain))
    words = {word.strip(".,'’()").rstrip("s") for word in plain.split()} - _SMALL
    return {_CALLINGS.get(word) or _country(word) for word in words}


def _country(word: str) -> str:
    """A word without the ending that makes a country's name an adjective, and no letter twice: "Chadian", "Chaad"."""
    return _TWICE.sub(r"\1", _ENDING.sub("", word))


#: Who is never the state that he is called after.
_OPPOSED = frozenset(map(_country, ("opposition", "rebel", "insurgent", "dissident")))


def _one_name(key: str, words: set[str], other: str, others: set[str]) -> bool:
    """Whether one name may be the other told in full."""
    outlets = key.startswith(OWN) + other.startswith(OWN)
    if not words or not others or outlets == 2:
        return False
    if _not_the_state(key, other, others) or _not_the_state(other, key, words):
        return False
    if outlets:
        outlet, named = (words, others) if key.startswith(OWN) else (others, words)
        return named <= outlet and len(named) > 1
    if _of_a_side(words, others) or _of_a_side(others, words):
        return False
    return words <= others or others <= words


def _of_a_side(side: set[str], one: set[str]) -> bool:
    """Whether one is a man or body of a side that has no one voice: an opposition, and one of its leaders by name."""
    return bool(side & _OPPOSED) and side < one and len(one - side) > 1


def _not_the_state(key: str, other: str, others: set[str]) -> bool:
    """Whether one is a state and the other its opposition, or known and not its government: a Chadian rights group."""
    known = ":" in other and not other.startswith((*STATES, OWN))
    return key.startswith("state:") and (known or bool(_OPPOSED & others))


def parties(accounts: Sequence[Account], field: str) -> list[Voice]:
    """Whom each source names in a field; who is denied or only possible is named by nobody."""
    told = _firm([(account, claim) for account in accounts for claim in naming(account, field)])
    same = one_voice([source_of(account, claim) for account, claim in told], accounts)
    found: dict[str, Voice] = {}
    for account, claim in told:
        own, by = source_of(account, claim)
        key = same[own]
        kind = claim.said_by.actor.kind if claim.said_by and claim.said_by.actor else None
        known = found.get(key) or Voice(key, by, (), (), kind=kind)
        values = tuple(dict.fromkeys((*known.values, claim.value)))
        alleged = known.alleged - {claim.value}
        if claim.stance == "alleged" and claim.value not in set(known.values) - known.alleged:
            alleged = known.alleged | {claim.value}
        reports = with_report(known.reports, account.report)
        told_in = dict.fromkeys((*known.told_in, (claim.value, account.report)))
        found[key] = replace(known, values=values, reports=reports, alleged=alleged, told_in=tuple(told_in))
    return list(found.values())


def _firm(told: list[tuple[Account, Claim]]) -> list[tuple[Account, Claim]]:
    """The claims without those bound weakly that no source gives, whose party no firm claim names: a neighbour's."""
    firm = [claim.value for _, claim in told if claim.confidence >= FIRM]
    return [
        (account, claim)
        for account, claim in told
        if not firm or claim.confidence >= FIRM or claim.said_by or _is_one_of(claim.value, firm)
    ]


def _is_one_of(value: Value, others: Sequence[Value]) -> bool:
    return not isinstance(value, ActorValue) or any(one_party(value, other) for other in others)


def together(accounts: Sequence[Account], field: str) -> list[tuple[ActorValue, ...]]:
    """The parties that one source names side by side in one account."""
    found: list[tuple[ActorValue, ...]] = []
    for account in accounts:
        beside: dict[str, list[ActorValue]] = defaultdict(list)
        for claim in naming(account, field):
            if isinstance(claim.value, ActorValue):
                beside[source_of(account, claim)[0]].append(claim.value)
        found += [tuple(values) for values in beside.values() if len(values) > 1]
    return found


def naming(account: Account, field: str) -> list[Claim]:
    """The claims that name a party as one that did it; who denies that it did does not say so in other words."""
    told = [(c, source_of(account, c)[0]) for c in account.event.of(field)]
    for source in dict.fromkeys(key for _, key in told) if account.event.type in ONE_SIDED else ():
        own = [c.value for c, key in told if key == source and c.stance == "asserted"]
        if at_war(own):  # who names both enemies beside what one does tells of the war, and not of who did it
            told = [(c, key) for c, key in told if c.value not in own]
    denied = [(c.value, key) for c, key in told if c.stance == "denied" and isinstance(c.value, ActorValue)]
    return [
        c
        for c, key in told
        if isinstance(c.value, ActorValue)
        and c.stance not in ("denied", "possible")
        and not any(by == key and one_party(who, c.value) for who, by in denied)
    ]


def tellers(accounts: Sequence[Account]) -> set[str]:
    """The independent sources that say that it happened: those of claims, and of accounts that name none.

    Two whom one report alone names second each other where both fill one field: "police said five died, a nurse that
    nine were hurt" is each thing by one. An outlet that quotes somebody is no source more by what it tells in another
    article, nor is one that prints another's sentence. Who is named for its place or time alone, beside what the report
    says itself, tells of something else there; who told of it as yet to come does not say that it happened.
    """
    found, own = set[tuple[str, str]](), dict[str, tuple[str, str]]()
    quoting = set[str | None]()
    silent: list[Account] = []
    done = any(account.event.realis in DONE for account in accounts)
    seconded = len({account.report for account in accounts}) > 1
    for account in _prints(accounts):
        if account.event.realis == "denied" or (done and account.event.realis not in DONE):
            continue
        claims = account.event.claims
        more = [claim for claim in claims if claim.field not in ("place", "time")]
        of: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for claim in more or claims:
            source = source_of(account, claim)
            # Whoever "he" is may be one of the others.
            if claim.said_by and not source[0].startswith((OWN, SOMEBODY)):
                of["" if seconded else claim.field].add(source)
        found |= max(of.values(), key=lambda told: (len(told), sorted(told)), default=set())
        own.setdefault(account.source, source_of(account, None))
        if not of:
            silent.append(account)
        elif more:
            quoting |= {account.source, account.outlet or account.report}
    found |= {own[a.source] for a in silent if quoting.isdisjoint((a.source, a.outlet or a.report))}
    return set(one_voice(sorted(found), accounts).values())


def reports_of(voice: Voice, value: Value) -> tuple[str, ...]:
    """The reports in which a source names a party, or else all of its reports."""
    return tuple(report for told, report in voice.told_in if told == value) or voice.reports


def with_report(reports: tuple[str, ...], report: str) -> tuple[str, ...]:
    """The reports with one more, once."""
    return reports if report in reports else (*reports, report)
