"""A total and its parts: which tellings count the dead of different places ("12 at the mill and four by the ford").

In: the tellings of a report and what their words stand for. Out: pairs of triggers that are two happenings, however
alike. One thing to know: two tellings are parts when each has a count and a place of its own, and neither is the
other's; who tells before them at least what they come to tells of all, and is neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from tacitus.assemble.clauses import Clauses
from tacitus.assemble.counts.too_many import WAR
from tacitus.assemble.grouping.another import of_another
from tacitus.assemble.grouping.pursuits import pursued
from tacitus.assemble.grouping.shared import shared_toll
from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.course import over_time
from tacitus.records.fates import fate, over_days
from tacitus.records.markup import Markup
from tacitus.records.ontology import load
from tacitus.records.report import Report
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue

Apart = frozenset[frozenset[Span]]
#: What makes a place a part of a town, or one that no gazetteer need know.
_QUARTER = re.compile(r"\b(?:neighbou?rhoods?|districts?|quarters?|suburbs?|areas?|streets?|squares?|roads?)\b", re.I)
_TOWN = re.compile(r"\b(?:villages?|towns?|camps?)\b", re.I)
_WORD = re.compile(r"[^\W_](?:[\w’']*[^\W_])+")
_SMALL_WORDS = frozenset("the of an in at near al el ad as city province northern southern eastern western old".split())
_OF_THEM = re.compile(r"\bof them\b")
#: Sentences within which a total is told in parts, and tellings that are looked at as such.
NEAR, PARTS = 8, 24
#: "The raid came two days after a blast hit the mill": what stands on its two sides was of two days.
_DAYS_AFTER = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|before)\b")
#: "Two days after the blast" may be of the one that was told before it.
_THE = re.compile(r"\s+the (?:[\w-]+ ){0,2}$")
#: But who dies "two days after the blast" died of it.
_DIES = re.compile(r"\b(?:di(?:e|ed|es|ing)|dead|deaths?|succumb\w*|tolls?)\b", re.I)
_OTHER = re.compile(r"\b(?:other|another|separate|second|third|earlier|also|similar)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Site:
    """A place that a telling's own sentence names for it."""

    words: frozenset[str]
    quarter: bool
    within: frozenset[str] = frozenset()  # of a village that only its province or district is known of, their names

    def is_or_may_hold(self, other: _Site) -> bool:
        """Whether the two may be one place or one lie in the other."""
        if self.words & other.words or not self.words or not other.words:
            return True
        # A town that bears its province's name may mean the province, and that holds the village.
        return self.quarter != other.quarter or bool(self.words & other.within or self.within & other.words)


@dataclass(frozen=True, slots=True, eq=False)
class _Account:
    """What a telling says in its own sentence: how many came to harm, by fate, and where."""

    telling: Telling
    counts: dict[str, frozenset[int]]
    sites: tuple[_Site, ...]
    other: bool  # whether it says, of a site, that it is another ("a similar attack")
    summed: bool  # whether it counts over days ("since Easter mortars have killed 61")


def apart(report: Report, markup: Markup, found: Sequence[Telling], resolved: Resolved) -> Apart:
    """The pairs of triggers that tell of different parts, or of a part and of all."""
    marked = {m.span for m in markup.mentions if m.kind in ("place", "facility")}
    accounts = [_account(report, markup, telling, resolved, marked) for telling in found]
    clauses = Clauses.of(report, markup)
    pairs = {
        _pair(one, other)
        for one, other in combinations((each for each in accounts if each.counts or each.sites), 2)
        if _elsewhere(one, other) or _in_other_clauses(one, other, clauses) or _over_days(one, other)
    }
    spans = {span for pair in pairs for span in pair}
    parts = [each for each in accounts if each.counts and each.telling.trigger.span in spans]
    wholes = [
        _pair(whole, part)
        for whole in accounts
        if whole.counts
        for part in _of_all(whole, [p for p in parts if _goes_on(whole.telling, p.telling)][:PARTS], pairs)
    ]
    return frozenset(
        pairs.union(
            wholes,
            _days_apart(report.text, found),
            _wars(accounts),
            _courses(report.text, markup, found, resolved),
            of_another(report.text, found, resolved),
            pursued(report.text, markup, found, resolved),
        )
    )


def _days_apart(text: str, found: Sequence[Telling]) -> Iterator[frozenset[Span]]:
    """The pairs of triggers of one sentence that are told as days apart."""
    told: dict[int, list[Span]] = defaultdict(list)
    for telling in found:
        told[telling.sentence].append(telling.trigger.span)
    for spans in told.values():
        for match in _DAYS_AFTER.finditer(text, min(spans).end, max(spans).start):
            before = [s for s in spans if s.end <= match.start() and not _DIES.search(s.of(text))]
            after = [t for t in spans if t.start >= match.end() and not _THE.match(text, match.end(), t.start)]
            yield from (frozenset((s, t)) for s in before for t in after)


def _wars(accounts: Sequence[_Account]) -> Iterator[frozenset[Span]]:
    """The pairs of one who counts the dead of a war with one who tells, in another sentence, of less than one."""
    wars = [each for each in accounts if max(each.counts.get("killed", ()), default=0) >= WAR]
    for war in wars:
        for each in accounts:
            less = each.counts or each.sites or each.telling.trigger.type != "armed_clash"
            if less and each not in wars and each.telling.sentence != war.telling.sentence:
                yield _pair(war, each)


def _courses(text: str, markup: Markup, found: Sequence[Telling], resolved: Resolved) -> Iterator[frozenset[Span]]:
    """The pairs of one that went on over days with one told of a day, unless they have one toll."""
    violent = [t for t in found if load()[t.trigger.type].family == "violence"]
    course = [t for t in violent if over_time(text, markup.sentences[t.sentence], t.trigger.span)]
    spans = {t.trigger.span for t in course}
    others = [t for t in violent if t.trigger.span not in spans and _is_of_a_day(t, resolved)]
    for one in course:
        for other in others:
            if not shared_toll(one, other, resolved):
                yield frozenset((one.trigger.span, other.trigger.span))


def _is_of_a_day(telling: Telling, resolved: Resolved) -> bool:
    times = [value for span in telling.spans("time") if (value := resolved.times.get(span))]
    return any(v.earliest and v.latest and v.earliest[:10] == v.latest[:10] for v in times)


def _goes_on(whole: Telling, part: Telling) -> bool:
    """Whether a telling comes soon after one that may tell of all."""
    return part.trigger.span > whole.trigger.span and part.sentence - whole.sentence <= NEAR


def _pair(one: _Account, other: _Account) -> frozenset[Span]:
    return frozenset((one.telling.trigger.span, other.telling.trigger.span))


def _account(report: Report, markup: Markup, telling: Telling, resolved: Resolved, marked: set[Span]) -> _Account:
    sentence = markup.sentences[telling.sentence]
    counts: dict[str, set[int]] = defaultdict(set)
    for span in telling.spans("toll"):
        counted = resolved.tolls.get(span)
        if counted and sentence.holds(span) and not _OF_THEM.search(report.text, span.start, span.end + 8):
            came_to = resolved.fates.get(counted) or fate(counted.value.who or "") or "killed"
            counts[came_to].add(counted.value.low)
    tails = (tail.span for role in ("place", "target") for tail, _ in telling.roles.get(role, ()))
    linked = sorted({span for span in tails if span in marked and sentence.holds(span)})
    places = [(span.of(report.text), resolved.places.get(span)) for span in linked]
    sites = tuple(_site(words, value) for words, value in places if _is_small(words, value))
    other = bool(sites) and _is_another(report.text, telling.trigger.span, sentence)
    summed = bool(counts) and over_days(sentence.of(report.text))
    return _Account(telling, {k: frozenset(v) for k, v in counts.items()}, sites, other, summed)


def _is_another(text: str, trigger: Span, sentence: Span) -> bool:
    beside = max(sentence.start, trigger.start - 80), min(sentence.end, trigger.end + 20)
    return _OTHER.search(text, *beside) is not None


def _is_small(words: str, value: PlaceValue | None) -> bool:
    """Whether words name a town or less."""
    fine = value is None or value.lat is None or value.precision in ("exact", "settlement", "district")
    return any(c.isupper() for c in words) and (fine or bool(_QUARTER.search(words) or _TOWN.search(words)))


def _site(words: str, value: PlaceValue | None) -> _Site:
    unknown = value is not None and value.precision in ("province", "district")
    within = _words(f"{value.admin1 or ''} {value.admin2 or ''}") if value and unknown else frozenset()
    parts = _words(f"{words} {value.name if value else ''}")
    return _Site(parts, value is None or value.lat is None or bool(_QUARTER.search(words)), within)


@lru_cache(maxsize=256)
def _words(names: str) -> frozenset[str]:
    """The words that name a place, without those of what sort it is; remembered, since each telling there asks."""
    found = _WORD.findall(names.lower())
    return frozenset(w for w in found if w not in _SMALL_WORDS and not (_QUARTER.fullmatch(w) or _TOWN.fullmatch(w)))


def _elsewhere(one: _Account, other: _Account) -> bool:
    """Whether the two count different people in different places."""
    if not one.sites or not other.sites or any(a.is_or_may_hold(b) for a in one.sites for b in other.sites):
        return False
    shared = one.counts.keys() & other.counts.keys()
    if any(one.counts[f] & other.counts[f] - {1} for f in shared):
        return False
    return other.other or any(max(one.counts[f]) > 1 and max(other.counts[f]) > 1 for f in shared)


def _in_other_clauses(one: _Account, other: _Account, clauses: Clauses) -> bool:
    """Whether one sentence counts them apart: "26 died at the mill while seven others were shot by the ford"."""
    return (
        one.telling.sentence == other.telling.sentence
        and clauses.parted(one.telling.trigger.span, other.telling.trigger.span)
        and any(not one.counts[f] & other.counts[f] for f in one.counts.keys() & other.counts.keys())
    )


def _over_days(one: _Account, other: _Account) -> bool:
    """Whether one counts the dead of days and the other those of one attack."""
    if one.summed == other.summed:
        return False
    return any(not one.counts[f] & other.counts[f] for f in one.counts.keys() & other.counts.keys())


def _of_all(whole: _Account, later: Sequence[_Account], pairs: set[frozenset[Span]]) -> list[_Account]:
    """The parts told after a telling that counts at least what two of them come to."""
    found = []
    for one, other in combinations(later, 2):
        if _pair(one, other) not in pairs:
            continue
        for came_to in whole.counts.keys() & one.counts.keys() & other.counts.keys():
            most = max(whole.counts[came_to])
            if most in (sum(one.counts[came_to]), sum(other.counts[came_to])):
                continue  # "killed nine … six soldiers and three civilians": it is all of them by itself
            if max(one.counts[came_to]) + max(other.counts[came_to]) <= most:
                found += [one, other]
    return found
