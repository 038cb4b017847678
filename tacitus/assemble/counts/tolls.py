"""Toll arithmetic: which counts tell one thing again, which rival each other, and what they come to.

In: the toll claims of one field of an event, the parts among them marked. Out: the settled bounds. One thing to know:
nothing is ever added that might be counted twice. Counts are added only when one source gives them for different
people; rival figures give a range from the lowest to the highest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tacitus.assemble.counts.as_many import about, as_many
from tacitus.assemble.counts.no_part import is_of_the_other_side
from tacitus.assemble.counts.wholes import MORE, OTHERS, UPDATE, may_be_the_same, source_of, toll_of
from tacitus.assemble.words import sentence_around
from tacitus.records.event import Claim
from tacitus.records.fates import of_a_war, over_days, unnumbered
from tacitus.records.former import overtaken
from tacitus.records.sides import anybody, opposed
from tacitus.records.value import TollValue

#: "Killed two cooks and hurt nine others", "two cooks died and nine more were hurt".
_HURT_OTHERS = re.compile(
    r"\b(?:kill\w*|dead|died|deaths?)\b[^.;]{0,60}\band [^.;]{1,40}\b(?:others?|more(?! than))\b", re.I
)
#: "A second shell killed two and nine others were hurt": more than those of the first.
_ANOTHER_DEED = re.compile(r"\b(?:another|second|third|further|separate|later|elsewhere|meanwhile)\b", re.I)
_TOTAL = re.compile(r"\b(?:toll|total|number of (?:dead|deaths|victims|casualties))\s+(?:\w+\s+){0,3}$", re.I)
#: "A driver and his wife": two people, each counted as one.
_LISTED = re.compile(
    r"(?:(?!\b(?:identified|named|namely)\b)[^.;\n]){0,70}?(?:,? and|along with|as well as|together with)\s+", re.I
)
_WAS = re.compile(r"\b(?:was|were)\s+\w+\s+and\s+$")
#: One person, told and not counted: "a rebel", "Omar Said".
_ONE_OF_THEM = re.compile(r"(?!(?:(?:at least |only )?(?:one|1)|another|the other)\b)\w", re.I)
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten"
#: "An inspector, five troopers, the driver and a cook": a list goes on after the comma and ends with an "and".
_ENUMERATED = re.compile(r"[^.;:\n]{0,50},\s+")
_COUNTED = re.compile(r"(?:an?|one|another|the other|\d+)\b", re.I)
_GOES_ON = re.compile(rf"[^.;:]{{0,80}}?\band\s+(?:an?|the|his|her|their|{_FEW}|\d+)\b")
#: How many times as many as an open count another may be that only tells it more exactly.
LESS_EXACT = 1.25
#: From here on an exact count is not only of one of those whom a vague one counts.
_A_FEW = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many, at least and at most (None: open)."""

    low: int
    high: int | None


def total(claims: Sequence[Claim], text: str) -> Bounds | None:
    """What the counts of one field come to: sums inside one account, a range over rival accounts."""
    accounts: list[list[Claim]] = []
    told: list[list[Claim]] = []  # with what each account tells again
    vague = _vague(claims, text)
    left_out = _retold(claims, text) | vague | _given_up(claims, text) | _of_other_days(claims, text)
    left_out |= _single_fates(claims, text)
    wholes = [c for c in claims if not toll_of(c).part_of and c.id not in left_out]
    wholes = wholes or [c for c in claims if toll_of(c).part_of in vague and c.id not in left_out]
    for claim in wholes:
        for account, again in zip(accounts, told, strict=True):
            relation = _relation(account, again, claim, text)
            if relation != "rival":
                again.append(claim)
            if relation == "add":
                account.append(claim)
            if relation == "repeat":
                account[:] = [_opened(each, claim) for each in account]
            if relation != "rival":
                break
        else:
            accounts.append([claim])
            told.append([claim])
    if not accounts:
        return None
    sums = [_sum(account) for account in accounts]
    if any(_updated(a, b, text) for a, b in pairwise(accounts)):
        return sums[-1]
    closed = max((s.high for s in sums if s.high is not None), default=0)
    # "At least 14" does not open 14 to 19, but opens 9 to 14.
    high = None if any(s.high is None and s.low > closed for s in sums) else closed
    firm = [s for s in sums if not any(_less_exact(s, other) for other in sums)]
    low = min([s.low for s in firm if s.low or s.high == 0] or [0])  # "up to 22" tells of no lower end
    return Bounds(low, high)


def _less_exact(one: Bounds, other: Bounds) -> bool:
    """Whether a count left open only falls a little short of another that is: "at least 100", "at least 112"."""
    return one.high is None and other.high is None and one.low < other.low <= LESS_EXACT * one.low


def _opened(one: Claim, again: Claim) -> Claim:
    """The one of two counts of the same people that leaves its end open: a headline's "nine" is "at least nine"."""
    mine, other = toll_of(one), toll_of(again)
    return again if mine.low == mine.high == other.low > 1 and other.high is None else one


def _given_up(claims: Sequence[Claim], text: str) -> set[str]:
    """The counts told as wrong or as overtaken, where another stands: "nine, not six", "31, up from 14"."""
    given_up = [c for c in claims if c.stance == "denied" or overtaken(text, c.span)]
    standing = [toll_of(c).who for c in claims if c not in given_up and not toll_of(c).part_of]
    return {c.id for c in given_up if any(not opposed(toll_of(c).who, who) for who in standing)}


def _of_other_days(claims: Sequence[Claim], text: str) -> set[str]:
    """The counts over many days or of a whole war, told as background beside a smaller count of one day's own."""
    if len(claims) < 2:
        return set()
    summed = {c.id for c in claims if over_days(sentence_around(text, c.span))}
    own = [
        toll_of(c) for c in claims if c.id not in summed and not toll_of(c).part_of and not unnumbered(c.span.of(text))
    ]
    least = min((v.low for v in own if v.low), default=None)  # "up to 22" tells of no lower end
    if least is None:
        return set()
    more = [c for c in claims if toll_of(c).low > least]
    return {c.id for c in more if c.id in summed or of_a_war(toll_of(c).low, least)}


def _single_fates(claims: Sequence[Claim], text: str) -> set[str]:
    """The persons of whom one fate is told, where another sentence or source counts all: "a rebel", of 48 people.

    Whoever tells of one person gives no count of all the dead.
    """
    wholes = [c for c in claims if toll_of(c).low >= _A_FEW and not toll_of(c).part_of]
    found = set[str]()
    for claim in claims if wholes else ():
        value, source = toll_of(claim), source_of(claim)
        if not value.low == value.high == 1 or value.part_of or not _ONE_OF_THEM.match(claim.span.of(text)):
            continue
        for whole in wholes:
            first, second = sorted((claim.span, whole.span))
            apart = ". " in text[first.end : second.start]
            others = MORE.search(whole.span.of(text)) or opposed(value.who, toll_of(whole).who)
            of_all = source != source_of(whole) is not None and source is not None
            of_all = of_all or (anybody(toll_of(whole).who) and claim.span < whole.span)
            if apart and of_all and not others:
                found.add(claim.id)
    return found


def _vague(claims: Sequence[Claim], text: str) -> set[str]:
    """The counts that give no number ("scores dead") where another gives one that may be it."""
    if len(claims) < 2:
        return set()
    vague = {c.id for c in claims if unnumbered(c.span.of(text))}
    exact = [c for c in claims if c.id not in vague]
    return {c.id for c in claims if c.id in vague and any(_may_be(e, c, text) for e in exact)}


def _may_be(exact: Claim, vague: Claim, text: str) -> bool:
    """Whether a count may be the vague one, or the vague one is of more than what happened here.

    "The campaign has killed hundreds", told in another sentence, is background.
    """
    low = toll_of(exact).low
    if low >= toll_of(vague).low:
        return low > 1
    between = text[exact.span.end : vague.span.start]
    whole = low >= _A_FEW and not toll_of(exact).part_of
    return whole and ". " in between and not OTHERS.match(text, vague.span.start)


def _retold(claims: Sequence[Claim], text: str) -> set[str]:
    """The counts of lists that come to a total told before them: "16 died … killing 11 men and five children"."""
    if len(claims) < 2:
        return set()
    found: set[str] = set()
    group: list[Claim] = []
    totals: list[Bounds] = []
    for claim in sorted(claims, key=lambda c: c.span):
        if group and _joined(group[-1], claim, text):
            group.append(claim)
        else:
            totals += [_sum([c]) for c in group]
            group = [claim]
        if len(group) > 1 and any(t.low > 1 and t.low == _sum(group).low for t in totals):
            found |= {c.id for c in group}
    return found


def _joined(one: Claim, other: Claim, text: str) -> bool:
    """Whether two counts stand in one list."""
    between = text[one.span.end : other.span.start]
    listed = _ENUMERATED.fullmatch(between) and _GOES_ON.match(text, other.span.end)
    return bool(listed or (_LISTED.fullmatch(between) and len(between) < 50))


def _relation(account: Sequence[Claim], told: Sequence[Claim], claim: Claim, text: str) -> str:
    """How a further count stands to an account and all that it told: "add", "repeat" or "rival"."""
    mine, total_so_far, sources = toll_of(claim), _sum(account), {source_of(c) for c in account}
    alike = any(may_be_the_same(toll_of(c), mine) for c in account)
    between = text[account[-1].span.end : claim.span.start]
    if told[-1] != account[-1] and any(as_many(toll_of(c), mine) for c in account):
        return "repeat"  # "10 boys and 5 girls died … Ten boys and five girls": a list is told again to its end
    last = toll_of(account[-1])  # "3 hurt in raid, agency One man was killed and three others hurt": told again
    retold = mine.low > 1 and (last.low, last.high) == (mine.low, mine.high) and _WAS.search(between)
    if not retold and (_joined(account[-1], claim, text) or _LISTED.fullmatch(between)):
        return "add"
    if _named(claim, text) and total_so_far.low > 1 and "." in between and not OTHERS.search(between[-60:]):
        return "repeat"  # a name behind a count is one of the counted
    for other in account:
        same = (toll_of(other).low, toll_of(other).high) == (mine.low, mine.high)
        same = same or (alike and (about(toll_of(other), mine) or _at_least(toll_of(other), mine, between)))
        if same and (alike or mine.low > 3) and (alike or "." in text[other.span.end : claim.span.start]):
            return "repeat"
    summed = (total_so_far.low, total_so_far.high) == (mine.low, mine.high)
    if summed and not any(opposed(toll_of(c).who, mine.who) for c in told):
        return "repeat"
    if all(opposed(toll_of(c).who, mine.who) or is_of_the_other_side(claim, c, text) for c in account):
        return "add"
    rivals = None not in sources and source_of(claim) not in (None, *sources)
    if rivals and not MORE.match(claim.span.of(text)):  # "another 27" are more, whoever counts them
        return "rival"
    if UPDATE.search(between) or _TOTAL.search(text, max(0, claim.span.start - 40), claim.span.start):
        return "rival"
    more = MORE.search(text, max(account[-1].span.end, claim.span.start - 20), claim.span.end)
    more = more or OTHERS.search(text, claim.span.end, claim.span.end + 12)
    if not more and "." in between and any(unnumbered(c.span.of(text)) for c in (*account, claim)):
        return "rival"  # the twelve told of later may be of the dozens
    return "rival" if alike and (not more or _others_than_the_dead(account[-1], claim, text)) else "add"


def _others_than_the_dead(last: Claim, claim: Claim, text: str) -> bool:
    """Whether the hurt are others than the dead of their own sentence: "killed two and wounded nine others"."""
    start = text.rfind(". ", 0, claim.span.start)
    if start < last.span.end or _ANOTHER_DEED.search(text, start, claim.span.start):
        return False
    return bool(_HURT_OTHERS.search(text, start, claim.span.end + 7))


def _at_least(one: TollValue, other: TollValue, between: str) -> bool:
    """Whether one is the other with its end left open: "nine herders … at least nine"."""
    return one.low == other.low > 1 and None in (one.high, other.high) and not OTHERS.search(between[-20:])


def _named(claim: Claim, text: str) -> bool:
    """Whether a single person is told by name or by kin and not counted: "Omar Said", "his friend Ali"."""
    words = claim.span.of(text)
    return toll_of(claim).low == toll_of(claim).high == 1 and not _COUNTED.match(words)


def _sum(account: Sequence[Claim]) -> Bounds:
    values = [toll_of(c) for c in account]
    highs = [v.high for v in values if v.high is not None]
    return Bounds(sum(v.low for v in values), sum(highs) if len(highs) == len(values) else None)


def _updated(old: Sequence[Claim], new: Sequence[Claim], text: str) -> bool:
    return bool(UPDATE.search(text[old[-1].span.start : new[0].span.end]))
