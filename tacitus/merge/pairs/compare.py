"""Two events → how likely they are one happening, and why, in words.

In: the facts of both. Out: log odds, and reasons. One thing to know: the score is a logistic regression over the
features below; ``weights.json`` was fitted by ``training.merging`` on the corpus' story sets, train part.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

from tacitus.merge.accounts.facts import AHEAD, Facts
from tacitus.merge.accounts.rarity import weight
from tacitus.merge.pairs.nearness import is_small, places
from tacitus.records.ontology import load

#: Days between two events that cannot be one.
APART = 4
#: Days for which what has just happened is told as news.
TOLD = 2
#: What the words weigh that events of kindred types share at least.
SHARED = 3.0
#: Reasons told of a match, and the log odds from which on a feature is one.
REASONS, MATTERS = 5, 0.3
#: What it counts that two reports are copies of one story; the corpus has too few of them to fit it.
COPIED = 2.0
#: What the words weigh that two events share at least, of which the reader nearly took one for the other's type, and
#: what it counts then, of what one type counts.
MANY = 20.0
PERHAPS = 0.9
#: How many times as many as it says an open count may be of, as far as two events' being one goes.
OPEN = 3
_ONE_SIDED = frozenset({"air_strike", "shelling"})


#: An event of one report, one of another (by their places in them), and the log odds that they are one.
Match = tuple[int, int, float]


def features(one: Facts, other: Facts) -> dict[str, float]:
    """What speaks for and against two events being one; a feature that is left out is 0."""
    return {name: value for name, value in _every(one, other) if value}


Found = list[tuple[str, float]]


def _every(one: Facts, other: Facts) -> Found:
    return [
        *_types(one, other),
        *_times(one, other),
        *places(one, other),
        *_parties(one, other),
        *_tolls(one, other),
        *_words(one, other),
        *_told(one, other),
        *_standing(one, other),
    ]


def _types(one: Facts, other: Facts) -> Found:
    mine, theirs = one.realis, other.realis
    if one.type == other.type:
        found: Found = [("same type", 1.0), (f"both {one.type}", 1.0)]
    elif (kinds := {one.type, *one.perhaps} & {other.type, *other.perhaps}) and _share_more(one, other):
        kind = min(kinds, key=lambda kind: (kind not in (one.type, other.type), kind))
        found = [("same type", PERHAPS), ("kindred types", 1 - PERHAPS), (f"both {kind}", PERHAPS)]
    else:
        found = [("kindred types", 1.0)]
    if mine != theirs:
        found.append(("one done, one ahead", (mine in AHEAD) != (theirs in AHEAD)))
        found.append(("one denied", mine == "denied" or theirs == "denied"))
        found.append(("one is history", mine == "historical" or theirs == "historical"))
    if mine in AHEAD and theirs in AHEAD:
        found.append(("both ahead", 1.0))
    elif mine == theirs != "actual":
        found.append(("both denied" if mine == "denied" else "both history", 1.0))
    return found


def _share_more(one: Facts, other: Facts) -> bool:
    """Whether a count, a site of a day or many words speak for one happening whatever its type."""
    return bool(
        one.figures & other.figures
        or (one.dated and other.dated and one.sites & other.sites)
        or weight(one.own & other.own) >= MANY
    )


def _times(one: Facts, other: Facts) -> Found:
    return [*_days(one, other), *_around(one, other)]


def _around(one: Facts, other: Facts) -> Found:
    """What the days of publication, and of what is told beside, say of two events."""
    a, b = one.published, other.published
    found: Found = []
    if a and b:
        after = bool(one.dated and one.first and one.first > b) + bool(other.dated and other.first and other.first > a)
        found.append(("one happens after the other is told", float(after)))
        if not (one.dated and other.dated):
            found.append(("told without a day, days apart", min(4.0, math.log1p(abs(a - b)))))
            if abs(a - b) > TOLD and _is_news(one) and _is_news(other):
                found.append(("news of other days", min(3.0, math.log1p(abs(a - b)))))
    if not (one.dated and other.dated) and one.day is not None and one.day == other.day:
        found.append(("told beside what is of one day", 1.0))
    return found


def _is_news(facts: Facts) -> bool:
    """Whether it is what its report is about, not what it goes back to: told at the head, or more than once counted.

    What somebody said is news too, for hardly anybody is quoted weeks later.
    """
    return not facts.dated and (facts.head or bool(facts.tolls and facts.times > 1) or _is_verbal(facts.type))


@cache
def _is_verbal(kind: str) -> bool:
    return load()[kind].verbal


def _days(one: Facts, other: Facts) -> Found:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return [("no time", 1.0)]
    gap = max(one.first - other.last, other.first - one.last, 0)
    days = max(one.last - one.first, other.last - other.first)
    dated = one.dated and other.dated
    exact = dated and days == 0
    return [
        ("the same day", exact and gap == 0),
        ("other days", exact and gap > 0),
        ("the day after", exact and gap == 1),
        ("times that overlap", dated and not exact and gap == 0 and days <= 10),
        ("times long apart", min(gap, 30) / 10),
        ("times apart", gap > 0),
        ("one without a date", not dated and gap == 0),
        ("long times", days > 10),
    ]


def _parties(one: Facts, other: Facts) -> Found:
    agents, others = one.agents & other.agents, one.others & other.others
    crossed = (one.agents & other.others) | (one.others & other.agents)
    return [
        ("the same doer", bool(agents)),
        ("different doers", bool(one.agents and other.agents and not agents)),
        ("the same target", bool(others)),
        ("different targets", bool(one.others and other.others and not others)),
        ("one's doer is the other's target", bool(crossed - agents - others)),
        ("words for the doers", min(12.0, weight(one.doing & other.doing)) / 6),
        ("words for those it was done to", min(12.0, weight(one.suffering & other.suffering)) / 6),
        (
            "those it was done to in other words",
            min(12.0, weight((one.suffering & other.own) | (one.own & other.suffering))) / 6,
        ),
        ("kinds of party in common", len(one.kinds & other.kinds) / max(1, len(one.kinds | other.kinds))),
        ("different countries", bool(one.countries and other.countries and not one.countries & other.countries)),
    ]


def _tolls(one: Facts, other: Facts) -> Found:
    if not one.tolls or not other.tolls:
        return []
    theirs = {field: (low, high) for field, low, high in other.tolls}
    same = overlap = apart = 0.0
    for field, low, high in one.tolls:
        if field not in theirs:
            continue
        less, most = theirs[field]
        if (low, high) == (less, most):
            same += 1 + min(2.0, math.log10(1 + low))
        elif less <= _up_to(low, high) and low <= _up_to(less, most):
            overlap += 1
        else:
            apart += abs(math.log((1 + low) / (1 + less)))
    figures = max((1 + min(2.0, math.log10(1 + low)) for _, low, _ in one.figures & other.figures), default=0.0)
    # What comes every day of a war is told apart by its dead more than by all else.
    daily = one.type == other.type and one.type in _ONE_SIDED
    return [
        ("the same toll", same),
        ("tolls that overlap", overlap),
        ("different tolls", min(apart, 3.0)),
        ("different tolls of raids", min(apart, 3.0) * daily),
        ("a figure in common", figures),
    ]


def _up_to(low: int, high: int | None) -> int:
    """How many a count may be of: "at least nine" of hardly more than three times as many."""
    return OPEN * low if high is None else high


def _words(one: Facts, other: Facts) -> Found:
    shared = len(one.words & other.words)
    names = len(one.names & other.names)
    return [
        ("words in common", shared / max(6, min(len(one.words), len(other.words)))),
        ("many words in common", min(shared, 16) / 8),
        ("names in common", names / max(2, min(len(one.names), len(other.names)))),
        ("many names in common", min(names, 6) / 3),
        ("no name in common", bool(one.names and other.names and not names)),
        ("told in the same words", bool(one.tellings & other.tellings)),
        ("about the same", len(one.about & other.about) / max(4, min(len(one.about), len(other.about)))),
        ("about other things", bool(one.about and other.about and not one.about & other.about)),
        ("the same sort of people", bool(one.who & other.who)),
        ("other sorts of people", bool(one.who and other.who and not one.who & other.who)),
        ("the same weapon", bool(one.weapons & other.weapons)),
        ("different weapons", bool(one.weapons and other.weapons and not one.weapons & other.weapons)),
    ]


def _told(one: Facts, other: Facts) -> Found:
    """How much the words weigh that both have: a rare one more than a common one."""
    worth = weight(one.own & other.own)
    tellings = one.tellings & other.tellings
    return [
        ("rare words in common", worth / max(16.0, min(one.own_weight, other.own_weight))),
        ("many rare words in common", min(worth, 60.0) / 20),
        ("a rare word for it in common", weight(tellings) / 5),
        ("told in a word of the other", weight((one.tellings & other.own) | (one.own & other.tellings)) / 5),
    ]


def _standing(one: Facts, other: Facts) -> Found:
    """Where in their reports two events are told, and how often: what both lead with is likelier one."""
    heads = one.head + other.head
    times = min(one.times, other.times)
    return [
        ("both told at the head", heads == 2),
        ("one told at the head", heads == 1),
        ("told again and again", math.log(times) if times > 1 else 0.0),
    ]


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature, and of ``""``, which always counts."""
    found: dict[str, float] = json.loads((files("tacitus") / "merge" / "pairs" / "weights.json").read_text("utf-8"))
    return found


def alike(one: Facts, other: Facts) -> float:
    """The log odds that two events are one, taken by themselves."""
    worth = weights()
    total = worth[""]
    for name, value in _every(one, other):
        if value:
            total += value * worth.get(name, 0.0)
    return total


def reasons(one: Facts, other: Facts) -> tuple[str, ...]:
    """What speaks most for and against two events being one, in words."""
    worths = weights()
    told = [(name, value * worths.get(name, 0.0)) for name, value in features(one, other).items()]
    strongest = sorted(told, key=lambda pair: -abs(pair[1]))[:REASONS]
    return tuple(("" if worth > 0 else "but ") + name for name, worth in strongest if abs(worth) > MATTERS)


def comparable(one: Facts, other: Facts) -> bool:
    """Whether two events can be one at all: by their types, and not more than days apart, nor one of them over days.

    A war is compared with nothing but a war of the same country.
    Events of kindred types are compared only if they share words, a figure or a site: of true pairs one in fifty is
    lost, and half of all comparisons saved.
    """
    if one.war or other.war:
        return not one.war.isdisjoint(other.war)
    if one.groups.isdisjoint(other.groups):
        return False
    if one.type == "responsibility_claim" and (one.realis == "denied") != (other.realis == "denied"):
        return False  # that nobody has claimed it is no claim
    if one.dated and other.dated and one.first and other.first and one.last and other.last:
        if max(one.first - other.last, other.first - one.last) > APART:
            return False
    if (one.goes_on and _is_of_a_day(other)) or (other.goes_on and _is_of_a_day(one)):
        return False
    if one.goes_on and other.goes_on and _begun_apart(one, other):
        return False  # "since Easter" and "in the last two months" count each for itself
    if one.type != other.type and {one.type, other.type} <= _ONE_SIDED and {one.side, other.side} == {"state", "rebel"}:
        return False  # the raids of one side and the shells of the other
    if one.fighting and other.fighting and one.fighting.isdisjoint(other.fighting):
        return False  # the battles of others
    return (
        one.type == other.type
        or bool(one.sites & other.sites or one.figures & other.figures)
        or weight(one.own & other.own) >= SHARED
    )


def _begun_apart(one: Facts, other: Facts) -> bool:
    """Whether two that tell their days begin more than a few days from each other."""
    return one.dated and other.dated and abs((one.first or 0) - (other.first or 0)) > APART


def told_as_background(one: Facts, other: Facts) -> bool:
    """Whether two events, of which one at least is told as what is always so or was before, share nothing of their own.

    "The province is regularly shelled" is no happening that another report could tell too, but by a figure in common;
    nor is what is gone back to without a day, unless both name a small place.
    """
    undated = [each for each in (one, other) if not each.dated]
    if one.figures & other.figures or load()[one.type].family != "violence":
        return False
    if any(each.goes_on for each in undated):
        return True
    history = len(undated) == 2 and "historical" in (one.realis, other.realis)
    return history and not all(any(map(is_small, each.places)) for each in undated)


def _is_of_a_day(facts: Facts) -> bool:
    return facts.dated and facts.first == facts.last


def related(matches: Sequence[Match], *, copies: bool = False) -> list[Match]:
    """The matches of two reports, each seen beside the others.

    Two reports that tell of one thing are likelier to tell of a second; an event is rarely told twice in a report, so
    the best match counts for more than the next. ``copies``: the reports are copies or rewrites of one story, in which
    each event has its own.
    """
    weight = weights()
    return [
        (
            i,
            j,
            weight["2"]
            + sum(weight.get(name, 0.0) * value for name, value in told.items())
            + COPIED * (copies and told["2 best of both"]),
        )
        for i, j, told in beside(matches)
    ]


def beside(matches: Sequence[Match]) -> list[tuple[int, int, dict[str, float]]]:
    """What each match of two reports is beside the others."""
    rows: dict[int, list[float]] = defaultdict(list)
    columns: dict[int, list[float]] = defaultdict(list)
    for i, j, odds in matches:
        rows[i].append(odds)
        columns[j].append(odds)
    likely = [(_probability(odds), i, j) for i, j, odds in sorted(matches, key=lambda match: -match[2])]
    found = []
    for i, j, odds in matches:
        others = list(islice((p for p, a, b in likely if a != i and b != j), 4))
        ahead = [odds - _next(line, odds) for line in (rows[i], columns[j])]
        told = {
            "2 odds": odds,
            "2 best other": others[0] if others else 0.0,
            "2 others": sum(others),
            "2 best of both": float(min(ahead) > 0),
            "2 ahead of others": sum(max(-4.0, min(4.0, each)) for each in ahead),
            "2 crowd": math.log1p(len(rows[i]) + len(columns[j]) - 2),
        }
        found.append((i, j, told))
    return found


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _next(line: Sequence[float], mine: float) -> float:
    """The best of a line but for mine; as low as can be where there is none."""
    rest = sorted(line, reverse=True)
    rest.remove(mine)
    return rest[0] if rest else -6.0
