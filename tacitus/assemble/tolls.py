"""Toll arithmetic: which counts are parts of others, which rival each other, and what they come to.

In: the toll claims of one event. Out: the same claims with ``part_of`` set, and the settled bounds.
One thing to know: nothing is ever added that might be counted twice. Counts are added only when one
source gives them for different people; rival figures give a range from the lowest to the highest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tacitus.records.event import Claim
from tacitus.records.value import TollValue

_PART = re.compile(
    r"\b(?:includ\w+|among (?:them|those|the)|of (?:them|whom|which|those)|were (?:all|mostly)|comprising|both|"
    r"at least \w+ of|half of|one of)\b", re.I
)  # fmt: skip
_UPDATE = re.compile(r"\b(?:rose|risen|rises|rising|climbed|increased|up|revised|updated|down|lowered)\b", re.I)
_GENERIC = re.compile(
    r"^(?:people|persons?|others?|lives|dead|bodies|the dead|casualties|victims|individuals|them|those|)$", re.I
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many, at least and at most (None: open)."""

    low: int
    high: int | None


def arithmetic(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Set ``part_of`` where the words or the order tell that one count is a subset of another (one field's claims)."""
    ordered = sorted(claims, key=lambda c: c.span)
    found: list[Claim] = []
    for at, claim in enumerate(ordered):
        value = _toll(claim)
        whole = value.part_of or _whole_of(claim, found, text) or _whole_after(claim, ordered[at + 1 :], text)
        found.append(replace(claim, value=replace(value, part_of=whole)) if whole else claim)
    return found


def total(claims: Sequence[Claim], text: str) -> Bounds | None:
    """What the counts of one field come to: sums inside one account, a range over rival accounts."""
    accounts: list[list[Claim]] = []
    for claim in (c for c in claims if not _toll(c).part_of):
        for account in accounts:
            relation = _relation(account, claim, text)
            if relation == "add":
                account.append(claim)
                break
            if relation == "repeat":
                break
        else:
            accounts.append([claim])
    if not accounts:
        return None
    sums = [_sum(account) for account in accounts]
    if any(_updated(a, b, text) for a, b in pairwise(accounts)):
        return sums[-1]
    highs = [s.high for s in sums]
    high = None if any(h is None for h in highs) else max(h for h in highs if h is not None)
    return Bounds(min(s.low for s in sums), high)


def _toll(claim: Claim) -> TollValue:
    assert isinstance(claim.value, TollValue)  # noqa: S101 - callers pass toll claims only
    return claim.value


def _whole_of(claim: Claim, before: Sequence[Claim], text: str) -> str | None:
    value = _toll(claim)
    for other in reversed(before):
        whole = _toll(other)
        if whole.part_of or not _fits(value, whole):
            continue
        between = text[other.span.end : claim.span.start]
        if len(between) < 200 and _PART.search(between[-60:] if len(between) > 60 else between):
            return other.id
        tail = text[claim.span.end : claim.span.end + 60]
        if re.match(r"[^.]{0,30}\b(?:among (?:them|those|the dead|the victims|the wounded)|of them)\b", tail):
            return other.id
        starts_part = _PART.match(text[max(0, claim.span.start - 20) : claim.span.start].split(".")[-1].strip())
        if starts_part or (_generic(whole) and not _generic(value) and "." in between and len(between) < 400):
            return other.id
    return None


def _whole_after(claim: Claim, after: Sequence[Claim], text: str) -> str | None:
    """ "A woman was among the two men killed": the whole comes after its part."""
    for other in after[:1]:
        between = text[claim.span.end : other.span.start]
        if (
            len(between) < 60
            and re.search(r"\b(?:was|were|is|are)\s+(?:also\s+)?among\b", between)
            and _fits(_toll(claim), _toll(other))
        ):
            return other.id
    return None


def _generic(value: TollValue) -> bool:
    return bool(_GENERIC.match(value.who or ""))


def _fits(part: TollValue, whole: TollValue) -> bool:
    return whole.high is None or part.low < whole.high or (part.low == whole.high and part.low > 0 and whole.low > 1)


def _relation(account: Sequence[Claim], claim: Claim, text: str) -> str:
    """How a further count stands to an account: "add", "repeat" or "rival"."""
    mine = _toll(claim)
    sources = {_source(c) for c in account}
    total = _sum(account)
    same_people = any(_alike(_toll(c), mine) for c in account)
    if any(
        (_toll(c).low, _toll(c).high) == (mine.low, mine.high)
        and (same_people or "." in text[c.span.end : claim.span.start])
        for c in account
    ):
        if same_people or _generic(mine) or mine.low > 3:
            return "repeat"
    if (total.low, total.high) == (mine.low, mine.high):
        return "repeat"
    if _source(claim) not in sources and None not in sources and _source(claim) is not None:
        return "rival"
    between = text[account[-1].span.end : claim.span.start]
    if _UPDATE.search(between) or (same_people and "." in between and _source(claim) in sources):
        return "rival"
    if same_people and not re.search(
        r"\b(?:another|more|other|also|while|and)\b", between + " " + text[claim.span.start : claim.span.end], re.I
    ):
        return "rival"
    return "add"


def _source(claim: Claim) -> str | None:
    if claim.said_by is None:
        return None
    actor = claim.said_by.actor
    return (actor.actor or actor.name) if actor else str(claim.said_by.span.start)


def _alike(one: TollValue, other: TollValue) -> bool:
    first, second = (one.who or "").lower().split(), (other.who or "").lower().split()
    if _generic(one) or _generic(other):
        return True
    return bool(first and second) and first[-1].rstrip("s") == second[-1].rstrip("s")


def _sum(account: Sequence[Claim]) -> Bounds:
    values = [_toll(c) for c in account]
    high: int | None = 0
    for value in values:
        high = None if high is None or value.high is None else high + value.high
    return Bounds(sum(v.low for v in values), high)


def _updated(old: Sequence[Claim], new: Sequence[Claim], text: str) -> bool:
    return bool(_UPDATE.search(text[old[-1].span.start : new[0].span.end]))
