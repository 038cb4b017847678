"""Which counts are parts of others: "nine guards, among them a cook", "Eight died. Seven fell in …".

In: the toll claims of one field of an event. Out: the same with ``part_of`` set. One thing to know: a count is taken
for a part only where the words or their order tell so; what remains is added or rivals (`tolls.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.assemble.counts.no_part import is_no_part
from tacitus.assemble.words import SENTENCE_END
from tacitus.records.event import Claim
from tacitus.records.fates import of_all, unnumbered
from tacitus.records.former import overtaken, refuted
from tacitus.records.sides import anybody, opposed, same_people, young
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
#: "35 people in total", "a total of 35".
_ALL_TOLD = re.compile(r"(?:\s+[a-z]+){0,3}?,?\s+(?:in total|in all|altogether|all told|overall)\b", re.I)
_A_TOTAL_OF = re.compile(r"\b(?:total|in all,?|altogether,?)(?: of)? $", re.I)
#: "Nine herders - including a boy - and four guards": what is included ends with the dash.
_CLOSED = re.compile(r"\bincluding\b[^-–—()]*(?:\s[-–—]|\))\s*,?\s*and\s+$", re.I)
MORE = re.compile(r"\b(?:another|more(?! than)|other|others|also|while|and(?! around))\b", re.I)
#: "The ministry recognises only nine": another count of all.
_ONLY = re.compile(r"\b(?:only|just) ", re.I)
OTHERS = re.compile(r"\b(?:another|more(?! than)|others?|also|too)\b", re.I)
#: "A family of six was killed … the four siblings": they have been counted.
_THE_SAME = re.compile(r"the (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b(?! other)", re.I)
UPDATE = re.compile(
    r"\b(?:rose|risen|rises|rising|climbed|increased|revised|updated|lowered|"
    r"(?:bringing|raising|taking|pushing|lifting) (?:[\w’'-]+ ){0,3}(?:toll|total)|"
    r"(?<!blown )(?<!blew )(?:up|down) (?:from|to))\b",
    re.I,
)
#: Who is called after the deed did it, and is none of the "people" that it killed.
_DOERS = re.compile(
    r"\b(?:attackers?|assailants?|raiders?|(?:suicide )?bombers?|hijackers?|kidnappers?|captors?)$", re.I
)
_NEAR = 320  # characters over which "included" goes back to a count


def with_wholes(claims: Sequence[Claim], text: str) -> list[Claim]:
    """One field's claims, with ``part_of`` set where the words or the order tell that a count is a subset of another.

    What a source calls wrong ("nine, not six") is denied.
    """
    ordered = sorted((_denied(claim, claims, text) for claim in claims), key=lambda c: c.span)
    found: list[Claim] = []
    for at, claim in enumerate(ordered):
        value = toll_of(claim)
        whole = value.part_of or _whole_of(claim, found, text) or _whole_after(claim, ordered[at + 1 :], text)
        if whole or of_all(text, claim.span):  # of whom nobody says how many they are, there were more
            value = replace(value, part_of=whole) if whole else replace(value, high=None)
        found.append(claim if value is claim.value else replace(claim, value=value))
    return _summed_up(_in_total(_told_before(found), text), text)


def _in_total(claims: list[Claim], text: str) -> list[Claim]:
    """Who is told of before their total is a part of it: "six cooks and two guards died … 35 people in total".

    Children and women are a part of any larger count of people behind theirs that is not of others.
    """
    for n, whole in enumerate(claims):
        all_ = toll_of(whole)
        if n == 0 or all_.part_of or not anybody(all_.who) or MORE.search(whole.span.of(text)):
            continue
        total = _ALL_TOLD.match(text, whole.span.end) or _A_TOTAL_OF.search(
            text, whole.span.start - 20, whole.span.start
        )
        parts = [
            at
            for at, claim in enumerate(claims[:n])
            if (total or _is_told_again(claim, whole, text)) and _goes_in(claim, whole, claims, text)
        ]
        if sum(toll_of(claims[at]).low for at in parts) <= all_.low:
            for at in parts:
                claims[at] = replace(claims[at], value=replace(toll_of(claims[at]), part_of=whole.id))
    return claims


def _is_told_again(claim: Claim, whole: Claim, text: str) -> bool:
    """Whether another sentence counts all those of whom one has told the children or women."""
    value = toll_of(claim)
    return value.low > 1 and young(value.who) and ". " in text[claim.span.end : whole.span.start]


def _goes_in(claim: Claim, whole: Claim, claims: Sequence[Claim], text: str) -> bool:
    """Whether a count told before may be a part of a whole: one of its own kind, that holds none itself."""
    value = toll_of(claim)
    if value.part_of or anybody(value.who) or value.low >= toll_of(whole).low or value.high is None:
        return False
    return not any(toll_of(c).part_of == claim.id for c in claims) and not overtaken(text, whole.span)


def _told_before(claims: list[Claim]) -> list[Claim]:
    """A headline's part is a part: "Blast kills 11 children. … 15 civilians, among them 11 children, were killed"."""
    parts = [c for c in claims if toll_of(c).part_of]
    for at, claim in enumerate(claims):
        value = toll_of(claim)
        again = (toll_of(p) for p in parts if p.span > claim.span and same_people(toll_of(p).who, value.who))
        whole = next((p.part_of for p in again if p.low == value.low > 1 and p.part_of != claim.id), None)
        whole = None if anybody(value.who) or any(toll_of(p).part_of == claim.id for p in parts) else whole
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
            exact = all(toll_of(c).low == toll_of(c).high and toll_of(c).part_of in (None, whole.id) for c in parts)
            exact = exact and toll_of(whole).high in (None, toll_of(whole).low) and not toll_of(whole).part_of
            if not exact or text.count(". ", whole.span.end, parts[-1].span.start) > 2:
                break
            told = _OF_THEM.search(parts[-2].span.of(text)) and ". " in text[parts[-2].span.end : parts[-1].span.start]
            if told and MORE.match(parts[-1].span.of(text)):
                break  # "Three of the victims were … Later another died": besides all that were counted
            if toll_of(whole).low == sum(toll_of(c).low for c in parts):
                for n, part in enumerate(parts, at + 1):
                    claims[n] = replace(part, value=replace(toll_of(part), part_of=whole.id))
    return claims


def toll_of(claim: Claim) -> TollValue:
    """The count that a toll claim gives."""
    assert isinstance(claim.value, TollValue)  # noqa: S101 - callers pass toll claims only
    return claim.value


def _whole_of(claim: Claim, before: Sequence[Claim], text: str) -> str | None:
    value, words = toll_of(claim), claim.span.of(text)
    if not before or overtaken(text, claim.span):
        return None  # it counts what the later one counts
    for other in reversed(before):
        whole = toll_of(other)
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
        on = "." in between and not OTHERS.search(text, claim.span.end, claim.span.end + 12)  # "was also hurt" is none
        if on and (_told_in_parts(claim, other, before, text) or _of_nobody_in_particular(value, whole)):
            return other.id
    return None


def _told_in_parts(claim: Claim, other: Claim, before: Sequence[Claim], text: str) -> bool:
    """Whether a later, smaller count of such people goes through an earlier total ("Eight died. Seven fell in …")."""
    value, whole = toll_of(claim), toll_of(other)
    parts = [toll_of(c).low for c in before if toll_of(c).part_of == other.id]
    told = sum(low for low in parts if low != whole.low)  # who tells the whole again tells no part
    return (
        told + value.low <= whole.low
        and may_be_the_same(value, whole)
        and (source_of(claim) == source_of(other) or None in (source_of(claim), source_of(other)))
        and not (source_of(other) is None and 2 * value.low > whole.low and _counts_for_itself(claim, text))
        and not UPDATE.search(text[other.span.end : claim.span.start])
        and not MORE.match(claim.span.of(text))
        and not _ONLY.search(text, max(0, claim.span.start - 6), claim.span.start + 6)
    )


def _counts_for_itself(claim: Claim, text: str) -> bool:
    """Whether a ministry, an army, a group or an aid agency gives the count: its own figure of all, and no detail."""
    actor = claim.said_by.actor if claim.said_by else None
    body = actor is not None and actor.kind in ("government", "state", "military", "rebel", "militia", "igo", "ngo")
    return body and not _OF_THEM.search(claim.span.of(text))


def _of_nobody_in_particular(value: TollValue, whole: TollValue) -> bool:
    return anybody(whole.who) and not anybody(value.who) and not _DOERS.search(value.who or "")


def may_be_the_same(one: TollValue, other: TollValue) -> bool:
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
            and _fits(toll_of(claim), toll_of(other))
        ):
            return other.id
    return None


def _fits(part: TollValue, whole: TollValue) -> bool:
    return whole.high is None or part.low < whole.high or (part.low == whole.high and part.low > 0 and whole.low > 1)


def source_of(claim: Claim) -> str | None:
    """Who gives a count; None: the report itself."""
    if claim.said_by is None:
        return None
    return (a.actor or a.name) if (a := claim.said_by.actor) else str(claim.said_by.span.start)
