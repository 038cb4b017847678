"""The claims of an incident on a toll → one figure for each independent source.

In: the accounts of one incident, in the order they came out. Out: a :class:`Voice` for each source. One thing to know:
a source's later figure takes the place of its earlier one, unless it counts only some of the same people or gives no
number; parts of a toll are left to the whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from tacitus.merge.accounts.wording import DATED, FORMER, LATER, RISEN, SHARED, TIMES, VAGUE
from tacitus.merge.settled.kindred import trades
from tacitus.merge.settled.voices import OWN, SOMEBODY, Voice, one_voice, source_of, spoken_for, with_report
from tacitus.records.event import Claim
from tacitus.records.incident import Account
from tacitus.records.sides import anybody, same_people, young
from tacitus.records.value import TollValue

#: How many times as many as an open count an exact one may be that it only tells less exactly.
LESS_EXACT = 1.25
#: Characters between two counts of one list ("nine guards and four cooks").
LISTED = 8


@dataclass(frozen=True, slots=True)
class _Count:
    """One count of a report, who gives it, whether without a number ("dozens"), and whether as grown ("rose to 31")."""

    claim: Claim
    value: TollValue
    key: str
    by: str
    vague: bool
    risen: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """What one source counts in one account; ``vague`` where it gives no number, ``risen`` where it tells of a rise.

    ``counts`` are its counts one by one, of which ``values`` may be sums.
    """

    account: Account
    key: str
    by: str
    values: list[TollValue]
    vague: bool
    risen: bool
    counts: tuple[TollValue, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether the account tells its day."""
        return DATED in self.account.wording and bool(self.account.event.of("time"))


def figures(accounts: Sequence[Account], field: str, told_by: Sequence[Account] = ()) -> list[Voice]:
    """What each source says the toll is; parts of a toll are left to the whole.

    ``told_by`` are the accounts with all that they count, if some of it has been set aside already.
    """
    if not any(a.event.of(field) for a in accounts):
        return []
    elsewhere = _elsewhere(accounts, field)
    of = {a.event.id: _counts(a, field, elsewhere) for a in accounts}
    of = {id_: counts for id_, counts in of.items() if any(c.claim.id not in elsewhere for c in counts)} or of
    again = _of_somebody(of)
    of = {id_: left for id_, counts in of.items() if (left := _without(counts, again))}
    same = one_voice([(c.key, c.by) for counts in of.values() for c in counts], accounts)
    told = [each for a in accounts if a.event.id in of for each in _told(a, field, of[a.event.id], elsewhere, same)]
    some = [replace(each, values=[v for v in each.values if not _none_of_some(v)]) for each in told]
    told = [each for each in some if each.values] or told
    others: dict[TollValue, set[str]] = defaultdict(set)
    for each in told:
        if len(each.values) == 1:
            others[_bounds(each.values[0])].add(each.key)
    found: dict[str, Voice] = {}
    for each in told:
        # Of several figures of one source in one report, those that are told as another's are not its own; of
        # different people all are.
        own = [v for v in each.values if each.key in others[_bounds(v)]]
        mine = own or [v for v in each.values if not others[_bounds(v)]] or each.values
        mine = each.values if _of_kinds(each.values) else mine
        found[each.key] = _heard(found.get(each.key), each, _summed(mine))
    former = _former(told_by or accounts, field)
    bodies = spoken_for(accounts)
    voices = [
        replace(v, former=_is_former(v, former), trades=frozenset() if key.startswith(OWN) else _trades(v, bodies))
        for key, v in found.items()
    ]
    return voices if any(not voice.former for voice in voices) else list(found.values())


def _trades(voice: Voice, bodies: Mapping[str, str]) -> frozenset[str]:
    return trades(bodies.get(voice.by.lower(), voice.by))


def _former(accounts: Sequence[Account], field: str) -> dict[TollValue, date]:
    """The counts that a report tells as overtaken ("up from 14"), and the last day on which one does so."""
    found: dict[TollValue, date] = {}
    for account in accounts:
        if (day := account.published) is None:
            continue
        marked = (c.value for c in account.event.of(field) if FORMER + c.id in account.wording)
        told = {_bounds(value) for value in marked if isinstance(value, TollValue)}
        told |= {TollValue(low, high) for low in _without_later(account, field) for high in (low, None)}
        for value in told:
            found[value] = max(day, found.get(value, day))
    return found


def _without_later(account: Account, field: str) -> set[int]:
    """What a report's figures come to without those who died later: eleven, of "twelve, a boy having succumbed"."""
    counts = {c.id: c.value for c in account.event.of(field) if isinstance(c.value, TollValue)}
    parts = {id_: v for id_, v in counts.items() if v.part_of in counts and 0 < v.low == v.high}
    later = {id_: v for id_, v in parts.items() if LATER + id_ in account.wording}
    if not later:
        return set()
    totals = {v.low for e in account.event.settled if e.field == field for v in e.values if isinstance(v, TollValue)}
    totals |= {counts[v.part_of].low for v in later.values() if v.part_of}
    fewer = {v.low for v in later.values()} | {sum(v.low for v in later.values())}
    return {total - few for total in totals for few in fewer if few < total}


def _is_former(voice: Voice, former: Mapping[TollValue, date]) -> bool:
    """Whether what a source said last is what a later report tells as overtaken."""
    value = voice.values[0]
    told = former.get(_bounds(value)) if isinstance(value, TollValue) else None
    return told is not None and voice.when is not None and voice.when < told


def _heard(known: Voice | None, told: _Told, value: TollValue) -> Voice:
    """The voice after a further account: what it says last stands, of what it says on one day the most."""
    account = told.account
    mine = Voice(
        told.key,
        told.by,
        (value,),
        (account.report,),
        when=account.published,
        vague=told.vague,
        risen=told.risen,
        parts=_parts(told.counts, value),
        since=known.since if known else account.published,
        dated=told.dated,
    )
    if known is None:
        return mine
    before = known.values[0]
    assert isinstance(before, TollValue)  # noqa: S101 - what stands is a toll
    # "25 of the dead were children" tells again of the 25 children.
    again = before == value or (young(before.who) and _bounds(before) == _bounds(value)) or _rounded(value, before)
    if again and known.vague == told.vague:
        reports = with_report(known.reports, account.report)
        return replace(known, reports=reports, when=account.published or known.when, risen=known.risen or told.risen)
    if _of_others(value, before) or is_part(value, known.parts):
        return known  # "two medics were among the dead": whoever is counted with the others is no other figure
    # "At least 19" is never replaced by 15, nor what is told with its day by fewer told without one.
    least = before.high is None and not (value.high or 0) >= before.low
    stands = account.published in (None, known.when) or least or (known.dated and not told.dated)
    fewer = stands and value.low < before.low and not known.vague
    if _is_none(value) or fewer or (told.vague and not known.vague):
        return replace(known, earlier=(*known.earlier, (value, (account.report,))))
    again = _of_others(before, value) or before.low == value.low
    earlier = known.earlier if again else (*known.earlier, (before, known.reports))
    return replace(mine, earlier=earlier)


def _of_kinds(values: Sequence[TollValue]) -> bool:
    """Whether no two of the counts can be of the same people: rebels and soldiers."""
    return not any(same_people(one.who, other.who) for one, other in combinations(values, 2))


def _parts(counts: Sequence[TollValue], total: TollValue) -> tuple[TollValue, ...]:
    """The counts that come to a total, if there are several: "twelve rebels and five soldiers"."""
    return tuple(counts) if len(counts) > 1 and sum(count.low for count in counts) == total.low else ()


def is_part(value: TollValue, parts: Sequence[TollValue]) -> bool:
    """Whether a count is one of those that another adds up: "twelve rebels", who are twelve of its seventeen."""
    told = [part for part in parts if not anybody(part.who)]
    return any(_bounds(value) == _bounds(part) and same_people(value.who, part.who) for part in told)


def _rounded(value: TollValue, before: TollValue) -> bool:
    """Whether a later count is the earlier one told less exactly: "over 60", after 62."""
    return before.high == before.low and value.high is None and value.low < before.low < LESS_EXACT * value.low


def _elsewhere(accounts: Sequence[Account], field: str) -> set[str]:
    """The ids of the counts that are not of this happening: over days, overtaken, of others too, or of these a part.

    What only events of this incident share is its own, in however many of them it stands; what one of them tells as a
    part is a part in the others too.
    """
    here = Counter((a.report, claim.span) for a in accounts for claim in a.event.of(field))
    parts = {(a.report, claim.span) for a in accounts for claim in a.event.of(field) if _is_part(claim)}
    found = set()
    for account in accounts:
        marks = (word[1:].partition(TIMES) for word in account.wording if word.startswith(SHARED))
        shared = {id_: int(times or 0) for id_, _, times in marks}
        found |= {
            claim.id
            for claim in account.event.of(field)
            if (claim.id in shared and not 0 < shared[claim.id] <= here[account.report, claim.span])
            or (not _is_part(claim) and (account.report, claim.span) in parts)
        }
        # A part of a total over several happenings that stands with one of them is that one's own count.
        whole = {id_ for id_ in found if shared.get(id_, 0) < 2}
        found |= {c.id for c in account.event.of(field) if isinstance(c.value, TollValue) and c.value.part_of in whole}
    return found


def _is_part(claim: Claim) -> bool:
    return isinstance(claim.value, TollValue) and claim.value.part_of is not None


def _bounds(value: TollValue) -> TollValue:
    return TollValue(value.low, value.high)


def _is_none(value: TollValue) -> bool:
    return value.low == value.high == 0


def _none_of_some(value: TollValue) -> bool:
    """Whether a count says that none of certain people came to it ("no civilians"), which tells nothing of others."""
    return _is_none(value) and not anybody(value.who)


def _of_some(value: TollValue, whole: TollValue) -> bool:
    """Whether a count is of some of those whom another of the same source counts: children, one person by name."""
    if value.low >= whole.low:
        return False
    some = young(value.who) and not young(whole.who)
    return some or value.high == 1 or (anybody(whole.who) and not anybody(value.who))


def _of_others(value: TollValue, whole: TollValue) -> bool:
    """Whether fewer are some of more whom the same source counts, or other people: two medics, 30 civilians before."""
    return _of_some(value, whole) or (value.low < whole.low and not same_people(value.who, whole.who))


def _counts(account: Account, field: str, elsewhere: set[str]) -> list[_Count]:
    """The counts of an account that stand, and with each who says it.

    What it calls wrong ("three, not two") is what others count, whoever they are.
    """
    found = []
    told = [(c, c.value) for c in account.event.of(field) if isinstance(c.value, TollValue)]
    for claim, value in told:
        if claim.stance != "denied":
            marks = (mark + claim.id in account.wording for mark in (VAGUE, RISEN))
            found.append(_Count(claim, value, *source_of(account, claim), *marks))
    if found and account.event.realis != "denied":
        for claim, value in told:
            if claim.stance == "denied" and claim.said_by is None and claim.id not in elsewhere:
                bounds = f"{value.low} or more" if value.high is None else f"{value.low} to {value.high}"
                found.append(_Count(claim, value, f"others:{bounds}", f"others who count {bounds}", False))
    return found


def _of_somebody(of: Mapping[str, Sequence[_Count]]) -> set[str]:
    """The ids of the counts of somebody ("he", "which") that a named source gives too: whose else would they be?"""
    counts = [c for each in of.values() for c in each]
    named = {_bounds(c.value) for c in counts if not c.key.startswith((OWN, SOMEBODY))}
    somebody = [c for c in counts if c.claim.said_by and c.key.startswith((OWN, SOMEBODY))]
    return {c.claim.id for c in somebody if _bounds(c.value) in named}


def _without(counts: Sequence[_Count], gone: set[str]) -> list[_Count]:
    """The counts without those with these ids and their parts."""
    return [c for c in counts if gone.isdisjoint((c.claim.id, c.value.part_of))]


def _told(
    account: Account, field: str, counts: Sequence[_Count], elsewhere: set[str], same: dict[str, str]
) -> Iterator[_Told]:
    """The figures of each source in one account; what is told of several happenings only if none else."""
    own = [c for c in counts if c.claim.id not in elsewhere] or list(counts)
    inside = {c.claim.id: c for c in own}
    whole = [c for c in own if not (all_ := inside.get(c.value.part_of or "")) or _counted_again(c, all_)] or own
    whole = _in_one_breath(whole)
    sources = dict.fromkeys((c.key, c.by) for c in whole)
    total = next((e.values[0] for e in account.event.settled if e.field == field and e.values), None)
    if len(sources) == 1 and isinstance(total, TollValue) and len(own) == len(account.event.of(field)):
        people = {c.value.who for c in whole}
        who = people.pop() if len(people) == 1 else None
        key, by = next(iter(sources))
        exact = total.high is None and any(c.value.low == c.value.high == total.low for c in whole)
        # "61 died", "at least 61 died": one source means one number.
        all_of_them = TollValue(total.low, total.low if exact else total.high, who if not anybody(who) else None)
        vague, risen = all(c.vague for c in whole), any(c.risen for c in whole)
        yield _Told(account, same[key], by, [all_of_them], vague, risen, tuple(c.value for c in whole))
        return
    named = {c.value.low for c in whole if not c.key.startswith(OWN)}
    # What a report says itself and then tells as a source's ("Blast kills nine … nine, medics said") is the source's.
    said = [c for c in whole if not (c.key.startswith(OWN) and c.value.low in named)]
    for key in dict.fromkeys(same[c.key] for c in said):
        mine = [c for c in said if same[c.key] == key]
        mine = [c for c in mine if not c.vague] or mine
        risen = any(c.risen for c in mine)
        yield _Told(account, key, mine[0].by, _listed(mine), mine[0].vague, risen, tuple(c.value for c in mine))


def _counted_again(part: _Count, whole: _Count) -> bool:
    """Whether another source counts as many people as the whole that its count is linked to: the same, and no part.

    "The three were nurses, police said" counts nobody.
    """
    return part.key != whole.key and part.value.who is not None and _bounds(part.value) == _bounds(whole.value)


def _in_one_breath(counts: Sequence[_Count]) -> list[_Count]:
    """The counts; who gives one of a list ("50 militants and eight civilians") gives those of others beside it too.

    So does who gives it again further on ("most of the 50 fighters, the monitor said").
    """
    found = list(counts)
    named = {c.value.low: c for c in counts if not c.key.startswith(OWN)}
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        joined = 0 <= other.claim.span.start - one.claim.span.end <= LISTED
        if not joined or same_people(one.value.who, other.value.who):
            continue
        tellers = [named.get(c.value.low) if c.key.startswith(OWN) else c for c in (one, other)]
        given = [t for t, c in zip(tellers, (one, other), strict=True) if t and same_people(t.value.who, c.value.who)]
        if len(given) == 1:
            own = (replace(c, key=given[0].key, by=given[0].by) if c.key.startswith(OWN) else c for c in (one, other))
            found[at - 1 : at + 1] = own
    return found


def _listed(counts: Sequence[_Count]) -> list[TollValue]:
    """The counts' values; those of one list ("nine guards and four cooks") are added."""
    values: list[TollValue] = []
    for at, count in enumerate(counts):
        before = counts[at - 1] if at else None
        if before and values and 0 <= count.claim.span.start - before.claim.span.end <= LISTED:
            values[-1] = _added(values[-1], count.value)
        else:
            values.append(count.value)
    return values


def _added(one: TollValue, other: TollValue) -> TollValue:
    high = None if one.high is None or other.high is None else one.high + other.high
    return TollValue(one.low + other.low, high)


def _summed(values: Sequence[TollValue]) -> TollValue:
    """What one source's counts come to: different people are added, the same counted again count once, as last told.

    That there were none, at one of the places ("no deaths at the clinic"), takes nothing from those elsewhere.
    """
    values = [value for value in values if not _is_none(value)] or values
    total = values[0]
    for value in values[1:]:
        if _of_some(value, total) or _rounded(value, total):
            continue
        if same_people(total.who, value.who) or anybody(total.who) or anybody(value.who):
            total = value
        else:
            total = replace(_added(total, value), who=value.who)
    return TollValue(total.low, total.high, total.who if len(values) == 1 and not anybody(total.who) else None)
