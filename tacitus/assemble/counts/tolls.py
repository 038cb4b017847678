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

from tacitus.assemble.counts.as_many import about, as_many
from tacitus.assemble.counts.no_part import is_no_part, is_of_the_other_side
from tacitus.assemble.words import SENTENCE_END, sentence_around
from tacitus.records.event import Claim
from tacitus.records.fates import of_a_war, of_all, over_days, unnumbered
from tacitus.records.former import overtaken, refuted
from tacitus.records.sides import anybody, opposed, same_people
from tacitus.records.value import TollValue

_PART = re.compile(
    r"\b(?:includ\w+|among (?:them|those|the)|of (?:them|whom|which|those)|were (?:all|mostly)|comprising|both|"
    r"at least \w+ of|half of|one of)\b", re.I
)  # fmt: skip
_OF_THEM = re.compile(
    r"\bof (?:them|whom|which|those|these|the (?:dead|victims|wounded|casualties|fatalities))\b", re.I
)
_AMONG = re.compile(
    r"[^.]{0,30}(?<!\band )\b(?:among (?:them|those|(?:[\w'’]+ )?(?:dead|victims|wounded|killed|injured)))\b", re.I
)
#: "Nine guards, including a cook".
_DIRECTLY = re.compile(r"\s{0,9}(?:\([^()]{1,20}\))?,?\s{0,9}including\s+(?:also\s+)?", re.I)
#: "Nine soldiers - five gunners and four drivers - died": the dash opens a list of them.
_DASHED = re.compile(
    r"\s*(?:\([^()]{1,20}\))?(?:\s[-–—]\s|\s?[—:]\s?)(?!and\b|while\b|but\b)(?:[^.;:()–—-]|\w-\w){0,60}"
)
#: "Four porters, identified as Omar Said and three cooks": who is named is among them.
_IDENTIFIED = re.compile(r"[^.;]{0,20}\b(?:identified as|namely)(?:(?! (?:were|had) )[^.;]){1,80}?(?:,| and)\s+", re.I)
#: "Nine herders - including a boy - and four guards": what is included ends with the dash.
_CLOSED = re.compile(r"\bincluding\b[^-–—()]*(?:\s[-–—]|\))\s*,?\s*and\s+$", re.I)
_MORE = re.compile(r"\b(?:another|more(?! than)|other|others|also|while|and(?! around))\b", re.I)
#: "The ministry recognises only nine": another count of all.
_ONLY = re.compile(r"\b(?:only|just) ", re.I)
_OTHERS = re.compile(r"\b(?:another|more(?! than)|others?|also|too)\b", re.I)
#: "Killed two cooks and hurt nine others", "two cooks died and nine more were hurt".
_HURT_OTHERS = re.compile(
    r"\b(?:kill\w*|dead|died|deaths?)\b[^.;]{0,60}\band [^.;]{1,40}\b(?:others?|more(?! than))\b", re.I
)
#: "A second shell killed two and nine others were hurt": more than those of the first.
_ANOTHER_DEED = re.compile(r"\b(?:another|second|third|further|separate|later|elsewhere|meanwhile)\b", re.I)
_TOTAL = re.compile(r"\b(?:toll|total|number of (?:dead|deaths|victims|casualties))\s+(?:\w+\s+){0,3}$", re.I)
#: "A family of six was killed … the four siblings": they have been counted.
_THE_SAME = re.compile(r"the (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b(?! other)", re.I)
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten"
#: "A driver and his wife": two people, each counted as one.
_LISTED = re.compile(
    r"(?:(?!\b(?:identified|named|namely)\b)[^.;\n]){0,70}?(?:,? and|along with|as well as|together with)\s+", re.I
)
_WAS = re.compile(r"\b(?:was|were)\s+\w+\s+and\s+$")
_UPDATE = re.compile(
    r"\b(?:rose|risen|rises|rising|climbed|increased|revised|updated|lowered|"
    r"(?:bringing|raising|taking|pushing|lifting) (?:[\w’'-]+ ){0,3}(?:toll|total)|"
    r"(?<!blown )(?<!blew )(?:up|down) (?:from|to))\b",
    re.I,
)
#: "An inspector, five troopers, the driver and a cook": a list goes on after the comma and ends with an "and".
_ENUMERATED = re.compile(r"[^.;:\n]{0,50},\s+")
_COUNTED = re.compile(r"(?:an?|one|another|the other|\d+)\b", re.I)
_GOES_ON = re.compile(rf"[^.;:]{{0,80}}?\band\s+(?:an?|the|his|her|their|{_FEW}|\d+)\b")
#: From here on an exact count is not only of one of those whom a vague one counts.
_A_FEW = 3
#: Who is called after the deed did it, and is none of the "people" that it killed.
_DOERS = re.compile(
    r"\b(?:attackers?|assailants?|raiders?|(?:suicide )?bombers?|hijackers?|kidnappers?|captors?)$", re.I
)
_NEAR = 320  # characters over which "included" goes back to a count


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many, at least and at most (None: open)."""

    low: int
    high: int | None


def arithmetic(claims: Sequence[Claim], text: str) -> list[Claim]:
    """One field's claims, with ``part_of`` set where the words or the order tell that a count is a subset of another.

    What a source calls wrong ("nine, not six") is denied.
    """
    ordered = sorted((_denied(claim, claims, text) for claim in claims), key=lambda c: c.span)
    found: list[Claim] = []
    for at, claim in enumerate(ordered):
        value = _toll(claim)
        whole = value.part_of or _whole_of(claim, found, text) or _whole_after(claim, ordered[at + 1 :], text)
        if whole or of_all(text, claim.span):  # of whom nobody says how many they are, there were more
            value = replace(value, part_of=whole) if whole else replace(value, high=None)
        found.append(claim if value is claim.value else replace(claim, value=value))
    return _summed_up(_told_before(found), text)


def _told_before(claims: list[Claim]) -> list[Claim]:
    """A headline's part is a part: "Blast kills 11 children. … 15 civilians, among them 11 children, were killed"."""
    parts = [c for c in claims if _toll(c).part_of]
    for at, claim in enumerate(claims):
        value = _toll(claim)
        again = (_toll(p) for p in parts if p.span > claim.span and same_people(_toll(p).who, value.who))
        whole = next((p.part_of for p in again if p.low == value.low > 1 and p.part_of != claim.id), None)
        whole = None if anybody(value.who) or any(_toll(p).part_of == claim.id for p in parts) else whole
        if whole and not value.part_of:
            claims[at] = replace(claim, value=replace(value, part_of=whole))
    return claims


def _denied(claim: Claim, claims: Sequence[Claim], text: str) -> Claim:
    """The claim, denied if its words say so; what is refuted with its source named is that source's figure."""
    if not refuted(text, claim.span):
        return claim
    mine = source_of(claim)
    own = mine is None or any(source_of(c) == mine and c.span != claim.span for c in claims)
    return replace(claim, stance="denied") if own else claim


def _summed_up(claims: list[Claim], text: str) -> list[Claim]:
    """Counts right after a total that come to it are its parts: "33 dead, 26 at the mill and seven by the ford"."""
    for at, whole in enumerate(claims):
        for most in range(at + 3, min(len(claims), at + 5) + 1):
            parts = claims[at + 1 : most]
            exact = all(_toll(c).low == _toll(c).high and _toll(c).part_of in (None, whole.id) for c in parts)
            exact = exact and _toll(whole).high in (None, _toll(whole).low) and not _toll(whole).part_of
            if not exact or text.count(". ", whole.span.end, parts[-1].span.start) > 2:
                break
            told = _OF_THEM.search(parts[-2].span.of(text)) and ". " in text[parts[-2].span.end : parts[-1].span.start]
            if told and _MORE.match(parts[-1].span.of(text)):
                break  # "Three of the victims were … Later another died": besides all that were counted
            if _toll(whole).low == sum(_toll(c).low for c in parts):
                for n, part in enumerate(parts, at + 1):
                    claims[n] = replace(part, value=replace(_toll(part), part_of=whole.id))
    return claims


def total(claims: Sequence[Claim], text: str) -> Bounds | None:
    """What the counts of one field come to: sums inside one account, a range over rival accounts."""
    accounts: list[list[Claim]] = []
    told: list[list[Claim]] = []  # with what each account tells again
    vague = _vague(claims, text)
    left_out = _retold(claims, text) | vague | _given_up(claims, text) | _of_other_days(claims, text)
    wholes = [c for c in claims if not _toll(c).part_of and c.id not in left_out]
    wholes = wholes or [c for c in claims if _toll(c).part_of in vague and c.id not in left_out]
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
    low = min([s.low for s in sums if s.low or s.high == 0] or [0])  # "up to 22" tells of no lower end
    return Bounds(low, high)


def _opened(one: Claim, again: Claim) -> Claim:
    """The one of two counts of the same people that leaves its end open: a headline's "nine" is "at least nine"."""
    mine, other = _toll(one), _toll(again)
    return again if mine.low == mine.high == other.low > 1 and other.high is None else one


def _given_up(claims: Sequence[Claim], text: str) -> set[str]:
    """The counts told as wrong or as overtaken, where another stands: "nine, not six", "31, up from 14"."""
    given_up = [c for c in claims if c.stance == "denied" or overtaken(text, c.span)]
    standing = [_toll(c).who for c in claims if c not in given_up and not _toll(c).part_of]
    return {c.id for c in given_up if any(not opposed(_toll(c).who, who) for who in standing)}


def _of_other_days(claims: Sequence[Claim], text: str) -> set[str]:
    """The counts over many days or of a whole war, told as background beside a smaller count of one day's own."""
    if len(claims) < 2:
        return set()
    summed = {c.id for c in claims if over_days(sentence_around(text, c.span))}
    own = [_toll(c) for c in claims if c.id not in summed and not _toll(c).part_of and not unnumbered(c.span.of(text))]
    least = min((v.low for v in own if v.low), default=None)  # "up to 22" tells of no lower end
    if least is None:
        return set()
    more = [c for c in claims if _toll(c).low > least]
    return {c.id for c in more if c.id in summed or of_a_war(_toll(c).low, least)}


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
    low = _toll(exact).low
    if low >= _toll(vague).low:
        return low > 1
    between = text[exact.span.end : vague.span.start]
    return low >= _A_FEW and not _toll(exact).part_of and ". " in between and not _OTHERS.match(text, vague.span.start)


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


def _toll(claim: Claim) -> TollValue:
    assert isinstance(claim.value, TollValue)  # noqa: S101 - callers pass toll claims only
    return claim.value


def _whole_of(claim: Claim, before: Sequence[Claim], text: str) -> str | None:
    value, words = _toll(claim), claim.span.of(text)
    if not before or overtaken(text, claim.span):
        return None  # it counts what the later one counts
    for other in reversed(before):
        whole = _toll(other)
        if not _fits(value, whole) or opposed(value.who, whole.who) or overtaken(text, other.span):
            continue
        if value.high is None and value.low == whole.low == whole.high:
            continue  # "nine died … at least nine": all of them again
        if whole.high is None and value.low > whole.low and not unnumbered(other.span.of(text)):
            continue  # of "at least six" there are no fourteen
        if is_no_part(claim, other, source_of(claim), source_of(other), text):
            continue
        between = text[other.span.end : claim.span.start]
        if whole.part_of and _DIRECTLY.fullmatch(between):
            return whole.part_of  # a part of a part
        if whole.part_of:
            continue
        if _CLOSED.search(between) or (unnumbered(other.span.of(text)) and not _PART.search(between)):
            continue
        if (
            "." in between
            and _THE_SAME.match(words)
            and not _DOERS.search(value.who or "")
            and not whole.low == value.low
        ):
            return other.id
        if of_all(text, claim.span) or _DASHED.fullmatch(between) or _IDENTIFIED.fullmatch(between):
            return other.id
        inside = len(between) < _NEAR and _PART.search(SENTENCE_END.split(between[-60:])[-1])
        if inside or _OF_THEM.search(words):
            return other.id
        if _AMONG.match(text, claim.span.end) or _PART.match(text, _sentence_start(text, claim.span.start)):
            return other.id
        on = "." in between and not _OTHERS.search(text, claim.span.end, claim.span.end + 12)  # "was also hurt" is none
        if on and (_told_in_parts(claim, other, before, text) or _of_nobody_in_particular(value, whole)):
            return other.id
    return None


def _told_in_parts(claim: Claim, other: Claim, before: Sequence[Claim], text: str) -> bool:
    """Whether a later, smaller count of such people goes through an earlier total ("Eight died. Seven fell in …")."""
    value, whole = _toll(claim), _toll(other)
    parts = [_toll(c).low for c in before if _toll(c).part_of == other.id]
    told = sum(low for low in parts if low != whole.low)  # who tells the whole again tells no part
    return (
        told + value.low <= whole.low
        and _alike(value, whole)
        and (source_of(claim) == source_of(other) or None in (source_of(claim), source_of(other)))
        and not (source_of(other) is None and 2 * value.low > whole.low and _counts_for_itself(claim, text))
        and not _UPDATE.search(text[other.span.end : claim.span.start])
        and not _MORE.match(claim.span.of(text))
        and not _ONLY.search(text, max(0, claim.span.start - 6), claim.span.start + 6)
    )


def _counts_for_itself(claim: Claim, text: str) -> bool:
    """Whether a ministry, an army, a group or an aid agency gives the count: its own figure of all, and no detail."""
    actor = claim.said_by.actor if claim.said_by else None
    body = actor is not None and actor.kind in ("government", "state", "military", "rebel", "militia", "igo", "ngo")
    return body and not _OF_THEM.search(claim.span.of(text))


def _of_nobody_in_particular(value: TollValue, whole: TollValue) -> bool:
    return anybody(whole.who) and not anybody(value.who) and not _DOERS.search(value.who or "")


def _alike(one: TollValue, other: TollValue) -> bool:
    """Whether two counts may be of the same people: attackers are none of "the people", but for as many of both."""
    doers = [bool(_DOERS.search(value.who or "")) for value in (one, other)]
    two = doers[0] != doers[1] and (anybody(one.who) or anybody(other.who)) and one.low != other.low
    return same_people(one.who, other.who) and not two


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(". ", 0, at) + 2, text.rfind("\n", 0, at) + 1, at - 20)


def _whole_after(claim: Claim, after: Sequence[Claim], text: str) -> str | None:
    """ "A woman was among the two men killed": the whole comes after its part."""
    for other in after[:2]:  # a part of the part may stand between: "nine herders, a boy with them, were among"
        between = text[claim.span.end : other.span.start]
        if (
            len(between) < 80
            and re.search(r"\b(?:was|were|is|are)\s+(?:also\s+)?among\b", between)
            and _fits(_toll(claim), _toll(other))
        ):
            return other.id
    return None


def _fits(part: TollValue, whole: TollValue) -> bool:
    return whole.high is None or part.low < whole.high or (part.low == whole.high and part.low > 0 and whole.low > 1)


def _relation(account: Sequence[Claim], told: Sequence[Claim], claim: Claim, text: str) -> str:
    """How a further count stands to an account and all that it told: "add", "repeat" or "rival"."""
    mine, total_so_far, sources = _toll(claim), _sum(account), {source_of(c) for c in account}
    alike = any(_alike(_toll(c), mine) for c in account)
    between = text[account[-1].span.end : claim.span.start]
    if told[-1] != account[-1] and any(as_many(_toll(c), mine) for c in account):
        return "repeat"  # "10 boys and 5 girls died … Ten boys and five girls": a list is told again to its end
    last = _toll(account[-1])  # "3 hurt in raid, agency One man was killed and three others hurt": told again
    retold = mine.low > 1 and (last.low, last.high) == (mine.low, mine.high) and _WAS.search(between)
    if not retold and (_joined(account[-1], claim, text) or _LISTED.fullmatch(between)):
        return "add"
    if _named(claim, text) and total_so_far.low > 1 and "." in between and not _OTHERS.search(between[-60:]):
        return "repeat"  # a name behind a count is one of the counted
    for other in account:
        same = (_toll(other).low, _toll(other).high) == (mine.low, mine.high)
        same = same or (alike and (about(_toll(other), mine) or _at_least(_toll(other), mine, between)))
        if same and (alike or mine.low > 3) and (alike or "." in text[other.span.end : claim.span.start]):
            return "repeat"
    summed = (total_so_far.low, total_so_far.high) == (mine.low, mine.high)
    if summed and not any(opposed(_toll(c).who, mine.who) for c in told):
        return "repeat"
    if all(is_of_the_other_side(claim, other, text) for other in account):
        return "add"
    rivals = None not in sources and source_of(claim) not in (None, *sources)
    if rivals and not _MORE.match(claim.span.of(text)):  # "another 27" are more, whoever counts them
        return "rival"
    if _UPDATE.search(between) or _TOTAL.search(text, max(0, claim.span.start - 40), claim.span.start):
        return "rival"
    more = _MORE.search(text, max(account[-1].span.end, claim.span.start - 20), claim.span.end)
    more = more or _OTHERS.search(text, claim.span.end, claim.span.end + 12)
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
    return one.low == other.low > 1 and None in (one.high, other.high) and not _OTHERS.search(between[-20:])


def _named(claim: Claim, text: str) -> bool:
    """Whether a single person is told by name or by kin and not counted: "Omar Said", "his friend Ali"."""
    words = claim.span.of(text)
    return _toll(claim).low == _toll(claim).high == 1 and not _COUNTED.match(words)


def source_of(claim: Claim) -> str | None:
    """Who gives a count; None: the report itself."""
    if claim.said_by is None:
        return None
    return (a.actor or a.name) if (a := claim.said_by.actor) else str(claim.said_by.span.start)


def _sum(account: Sequence[Claim]) -> Bounds:
    values = [_toll(c) for c in account]
    highs = [v.high for v in values if v.high is not None]
    return Bounds(sum(v.low for v in values), sum(highs) if len(highs) == len(values) else None)


def _updated(old: Sequence[Claim], new: Sequence[Claim], text: str) -> bool:
    return bool(_UPDATE.search(text[old[-1].span.start : new[0].span.end]))
