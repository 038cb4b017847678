"""Triggers → happenings: all tellings of one event in a report, put together.

In: the markup and what its words stand for. Out: groups of triggers with the mentions in their roles.
One thing to know: two tellings are one happening when the reader links them, or when they are of one
type, nothing they say conflicts, and something particular they say agrees.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.ontology import EventType, Ontology
from tacitus.records.report import Report
from tacitus.records.resolved import Resolved
from tacitus.records.sides import same_people
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue, TimeValue

#: Below this the reader's word is not enough for an event.
SURE = 0.3
SURELY = 0.9  # probability of "same" that outweighs different people killed
SAME = 0.6  # probability from which the reader's own "same" link joins two triggers

#: Types that tell one happening in different words.
KIN = (
    frozenset({"bombing", "suicide_bombing", "accidental_explosion", "destruction"}),
    frozenset({"armed_attack", "armed_clash", "assassination", "execution", "territory_seized"}),
    frozenset({"bombing", "assassination", "armed_attack", "destruction"}),
    frozenset({"shelling", "air_strike", "destruction"}),
    frozenset({"suicide_bombing", "armed_attack"}),
    frozenset({"raid", "arrest"}),
    frozenset({"demonstration", "violent_demonstration"}),
    frozenset({"demand", "ultimatum", "threat"}),
    frozenset({"meeting", "visit", "mediation"}),
)


@dataclass(slots=True)
class Telling:
    """One trigger with the mentions linked to it: role → (mention, probability), best first."""

    trigger: Trigger
    sentence: int
    roles: dict[str, list[tuple[Mention | Trigger, float]]] = field(default_factory=lambda: defaultdict(list))

    def spans(self, role: str) -> list[Span]:
        """The spans in a role."""
        return [tail.span for tail, _ in self.roles.get(role, ())]


@dataclass(frozen=True, slots=True)
class Happening:
    """The tellings of one event, in text order."""

    tellings: tuple[Telling, ...]

    @property
    def best(self) -> Telling:
        """The telling that the reader is surest of."""
        return max(self.tellings, key=lambda t: t.trigger.score)

    def type(self) -> tuple[str, float]:
        """The type that most of the tellings' scores speak for, and the probability that it is one at all."""
        weights: dict[str, float] = defaultdict(float)
        for telling in self.tellings:
            weights[telling.trigger.type] += telling.trigger.score
        chosen = max(weights, key=lambda t: weights[t])
        if "accidental_explosion" in weights and chosen in ("bombing", "suicide_bombing", "destruction"):
            chosen = "accidental_explosion"  # who calls it an accident says more than who calls it a blast
        if "violent_demonstration" in weights and chosen == "demonstration":
            chosen = "violent_demonstration"  # and who tells of stones and fire more than who calls it a rally
        return chosen, max(t.trigger.score for t in self.tellings if t.trigger.type == chosen)


def tellings(report: Report, markup: Markup) -> list[Telling]:
    """The triggers worth an event, with their links.

    What a trigger of the tail's own sentence has in a role, a trigger of another sentence does not get
    too: if the two are one happening nothing is lost, and if they are not nothing is mixed up.
    """
    found: dict[Span, Telling] = {}
    for trigger in markup.triggers:
        if trigger.score >= SURE:
            found[trigger.span] = Telling(trigger, _sentence(markup.sentences, trigger.span))
    links = [x for x in markup.links if isinstance(x.head, Trigger) and x.head.span in found and x.role != "same"]
    where = {x.tail.span: _sentence(markup.sentences, x.tail.span) for x in links}
    local = {(x.role, x.tail.span) for x in links if found[x.head.span].sentence == where[x.tail.span]}
    for link in links:
        telling, far = found[link.head.span], where[link.tail.span]
        remote = far != telling.sentence
        if remote and link.role in _LOCAL and (link.role, link.tail.span) in local:
            continue
        if remote and link.role != "content" and parted(report, markup.sentences, telling.sentence, far):
            continue
        telling.roles[link.role].append((link.tail, link.score))
    for telling in found.values():
        _passive_agent(report, markup, telling)
        _addressee(report, markup, telling)
        _looked_into(report, markup, telling)
    for telling in found.values():
        _through_content(report, telling, found)
    for telling in found.values():
        _host(report, telling)
        for tails in telling.roles.values():
            tails.sort(key=lambda pair: -pair[1])
    return list(found.values())


def _passive_agent(report: Report, markup: Markup, telling: Telling) -> None:
    """ "Planted by the Taliban": the actor right after "by" acts, whether the reader linked it or not."""
    by = _BY.match(report.text, telling.trigger.span.end)
    if by is None or telling.roles.get("agent"):
        return
    for mention in markup.mentions:
        if mention.kind == "actor" and mention.span.start == by.end():
            telling.roles["agent"].append((mention, BY_GRAMMAR))


def _addressee(report: Report, markup: Markup, telling: Telling) -> None:
    """ "Warned NATO", "called on Monday for the Taliban to": the actor right after such a verb is spoken to or of."""
    if telling.trigger.type not in _SPOKEN_TO or telling.roles.get("target"):
        return
    end = telling.trigger.span.end
    after = sorted(
        (m for m in markup.mentions if m.kind == "actor" and end < m.span.start <= end + 30), key=lambda m: m.span
    )
    if after and _SMALL_WORDS.fullmatch(report.text, end, after[0].span.start):
        led = len(after) > 1 and after[0].span.of(report.text).endswith(("-led", "-backed", "-allied"))
        telling.roles["target"].append((after[led], BY_GRAMMAR))


def _looked_into(report: Report, markup: Markup, telling: Telling) -> None:
    """ "An inquiry into Siemens", "the withdrawal of all foreign forces": whom the noun's own preposition brings in."""
    role, words = _OF_WHOM.get(telling.trigger.type, ("", None))
    if words is None or telling.roles.get(role):
        return
    found = words.match(report.text, telling.trigger.span.end)
    nearest = (m for m in markup.mentions if m.kind == "actor" and found and m.span.start == found.end())
    if mention := next(nearest, None):
        telling.roles[role].append((mention, BY_GRAMMAR))


def _host(report: Report, telling: Telling) -> None:
    """The country or town that is visited, left or sent to is also whom it is done to, where nobody else is."""
    before = _TOWARDS.get(telling.trigger.type)
    if before is None or telling.roles.get("target") or telling.roles.get("victim"):
        return
    for tail, score in telling.roles.get("place", ()):
        if before.search(report.text, max(0, tail.span.start - 24), tail.span.start):
            telling.roles["target"].append((tail, BY_GRAMMAR * score))


_OF_WHOM = {
    "investigation": (
        "target",
        re.compile(r"(?: \w+){0,2} (?:into|against|of) (?:the |an? |alleged |claims that |whether )?(?:the )?"),
    ),
    "withdrawal": ("agent", re.compile(r" of (?:all |the |its |their |some |most )*")),
}
_IN = r"\b(?:in|into|to|from|on|against|of|across|over|within|at|out of)\s+(?:the\s+|parts of\s+)?$"
_TOWARDS = {
    kind: re.compile(_IN, re.I)
    for kind in ("withdrawal", "deployment", "ban", "ceasefire", "aid", "sanctions_eased", "sanction", "concession",
                 "investigation", "blockade")
} | {"visit": re.compile(r"(?:\b(?:to|in|of|visit\w*)\s+(?:the\s+)?|^)$", re.I)}  # fmt: skip


def _through_content(report: Report, telling: Telling, found: Mapping[Span, Telling]) -> None:
    """Who is to do what is demanded is spoken to; whose request is refused is refused; who promises will do it."""
    kind = telling.trigger.type
    if kind in ("promise", "threat", "rejection"):
        for tail, _ in telling.roles.get("content", ()):
            deed = found.get(tail.span)
            if deed and not deed.roles.get("agent") and _TO.fullmatch(report.text, telling.trigger.span.end, tail.span.start):
                deed.roles["agent"].extend((agent, BY_GRAMMAR * s) for agent, s in telling.roles.get("agent", ()))
    inner = [found[tail.span] for tail, _ in telling.roles.get("content", ()) if tail.span in found]
    doers = [(tail, BY_GRAMMAR * score) for deed in inner for tail, score in deed.roles.get("agent", ())]
    if kind in ("promise", "threat") and not telling.roles.get("agent"):
        before = [pair for pair in doers if pair[0].span.end <= telling.trigger.span.start]
        telling.roles["agent"].extend(before[:1])
    elif kind in _ANSWERED and not telling.roles.get("target"):
        own = telling.spans("agent")
        telling.roles["target"].extend(pair for pair in doers if not any(pair[0].span.overlaps(s) for s in own))


_SPOKEN_TO = frozenset({"accusation", "demand", "threat", "ultimatum"})
_ANSWERED = frozenset({"accusation", "demand", "ultimatum", "rejection", "support", "concession", "investigation"})
#: "Refused to send", "agreed on Monday to withdraw": who says it is who does it.
_TO = re.compile(r"(?: [\w-]+){0,3} to (?:[a-z]+ly )?")
_SMALL_WORDS = re.compile(
    r"\s+(?:(?:on|upon|for|at|against|the|that|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s+){0,4}"
)
_BY = re.compile(r"\s+by\s+(?:(?:the|an?|some|unidentified|suspected|alleged)\s+){0,2}")
BY_GRAMMAR = 0.8  # probability given to a link that the grammar tells and the reader left out

#: Roles that a mention fills for the happening of its own sentence first.
_LOCAL = frozenset({"toll", "victim", "target", "place", "time", "weapon"})


def happenings(report: Report, markup: Markup, resolved: Resolved, ontology: Ontology) -> list[Happening]:
    """Group a report's tellings into happenings, in the order of the text."""
    all_tellings = tellings(report, markup)
    group_of = {t.trigger.span: [t] for t in all_tellings}
    linked = _same_links(markup.links)
    for first, second in combinations(all_tellings, 2):
        mine, theirs = group_of[first.trigger.span], group_of[second.trigger.span]
        if mine is theirs or not _may_be_one(first, second):
            continue
        score = linked.get(frozenset((first.trigger.span, second.trigger.span)), 0.0)
        unlinked = score < 0.2 or second.sentence > first.sentence
        likely = score >= SAME or (unlinked and _agree(report, first, second, resolved, ontology))
        if (
            likely
            and not parted(report, markup.sentences, first.sentence, second.sentence)
            and not any(_conflict(a, b, resolved) for a in mine for b in theirs)
            and (score >= SURELY or not any(_others_hurt(a, b, resolved) for a in mine for b in theirs))
        ):
            mine.extend(theirs)
            group_of.update(dict.fromkeys((t.trigger.span for t in theirs), mine))
    groups = {id(group): group for group in group_of.values()}.values()
    ordered = [tuple(sorted(g, key=lambda t: t.trigger.span)) for g in groups]
    return sorted((Happening(g) for g in ordered), key=lambda h: h.tellings[0].trigger.span)


def _same_links(links: Sequence[Link]) -> dict[frozenset[Span], float]:
    found: dict[frozenset[Span], float] = {}
    for link in links:
        if link.role == "same" and isinstance(link.head, Trigger) and isinstance(link.tail, Trigger):
            pair = frozenset((link.head.span, link.tail.span))
            found[pair] = max(found.get(pair, 0.0), link.score)
    return found


def _sentence(sentences: Sequence[Span], span: Span) -> int:
    return max((n for n, s in enumerate(sentences) if s.start <= span.start), default=0)


def _may_be_one(first: Telling, second: Telling) -> bool:
    one, other = first.trigger, second.trigger
    return one.realis == other.realis and (one.type == other.type or any({one.type, other.type} <= kin for kin in KIN))


def _conflict(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the two say things that cannot both be true of one happening."""
    mine, theirs = _towns(first, resolved), _towns(second, resolved)
    if mine and theirs and not any(_one_place(a, b) for a in mine for b in theirs):
        return True
    times = [[resolved.times[s] for s in t.spans("time") if s in resolved.times] for t in (first, second)]
    return all(times) and not any(_meet(a, b) for a in times[0] for b in times[1])


def _others_hurt(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the two tell, in different sentences, of different people: "two children", "a police officer"."""
    if first.sentence == second.sentence:
        return False
    mine, theirs = ([resolved.tolls[s].value for s in t.spans("toll") if s in resolved.tolls] for t in (first, second))
    if not mine or not theirs or any(v.low == 0 for v in (*mine, *theirs)):
        return False
    return not any((a.low, a.high) == (b.low, b.high) or same_people(a.who, b.who) for a in mine for b in theirs)


_ELSEWHERE = re.compile(
    r"\W*(?:in (?:a separate|another|a second|a different|yet another|other|separate) |separately|elsewhere|meanwhile|"
    r"also on \w+day|on the same day|hours (?:later|earlier)|a day (?:later|earlier)|earlier,? in )",
    re.I,
)


def parted(report: Report, sentences: Sequence[Span], first: int, second: int) -> bool:
    """Whether a sentence after the one, up to the other, turns to another happening ("In a separate incident …")."""
    low, high = sorted((first, second))
    return any(_ELSEWHERE.match(report.text, sentences[n].start) for n in range(low + 1, high + 1))


def _towns(telling: Telling, resolved: Resolved) -> list[PlaceValue]:
    """The settlements and exact places that a telling names for itself."""
    places = (resolved.places[s] for s in telling.spans("place") if s in resolved.places)
    return [p for p in places if p.precision in ("settlement", "exact")]


def _one_place(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether two places have one name, or lie so near that one may be a part of the other."""
    if one.name == other.name or None in (one.lat, one.lon, other.lat, other.lon):
        return one.name == other.name
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None  # noqa: S101
    return abs(one.lat - other.lat) < NEAR and abs(one.lon - other.lon) < NEAR


NEAR = 0.1  # degrees, about 11 km: a quarter and its city


def _meet(first: TimeValue, second: TimeValue) -> bool:
    """Whether two intervals share a day; open ends meet everything."""
    begins = max((first.earliest or "")[:10], (second.earliest or "")[:10])
    return begins <= min((first.latest or "9")[:10], (second.latest or "9")[:10])


def _agree(report: Report, first: Telling, second: Telling, resolved: Resolved, ontology: Ontology) -> bool:
    """Whether two tellings of a type share something particular."""
    kind: EventType = ontology[first.trigger.type]
    if first.trigger.type != second.trigger.type and kind.verbal:
        return False
    tolls = _shared_toll(first, second, resolved)
    sides = _shared(first, second, resolved, ("agent",)) and _shared(first, second, resolved, ("target", "victim"))
    towns = _shared_town(first, second, resolved)
    if kind.verbal or kind.family == "diplomacy":
        return sides and first.trigger.type == second.trigger.type and first.sentence != second.sentence
    if {first.trigger.type, second.trigger.type} == _RALLIES and second.sentence - first.sentence <= 1:
        return True  # some marched and others threw stones
    if first.sentence == second.sentence:
        return tolls
    if _same_victim(report, first, second) or _goes_into_detail(report, first, second, resolved):
        return True
    back = (
        _refers_back(report, second.trigger) or _identifies(report, second)
    ) and second.sentence - first.sentence <= 4
    return tolls or (towns and first.trigger.type == second.trigger.type) or (back and not _towns(second, resolved))


def _shared(first: Telling, second: Telling, resolved: Resolved, roles: Sequence[str], *, loose: bool = False) -> bool:
    """Whether the two share a party in the roles; ``loose``: also where one of them names none."""

    def keys(telling: Telling) -> set[str]:
        spans = [s for role in roles for s in telling.spans(role)]
        return {(v.actor or v.name.lower()) for s in spans if (v := resolved.actors.get(s))}

    mine, theirs = keys(first), keys(second)
    return bool(mine & theirs) or (loose and not (mine and theirs))


def _same_victim(report: Report, first: Telling, second: Telling) -> bool:
    """Whether both tell of a person with the same last name ("Omar Said … Said was led away")."""
    mine, theirs = (
        {name[0] for span in t.spans("victim") if (name := _LAST_NAME.search(span.of(report.text)))}
        for t in (first, second)
    )
    return bool(mine & theirs)


_RALLIES = {"demonstration", "violent_demonstration"}
_ANOTHER = re.compile(r"\b(?:also|another|other|earlier|separate|too|previous(?:ly)?|had)\b", re.I)


def _goes_into_detail(report: Report, first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the lead counts a few dead and the second names them: "killed a postman … Omar Said was found dead"."""
    text = report.text
    dead = [resolved.tolls[s] for s in first.spans("toll") if s in resolved.tolls]
    if (
        first.sentence
        or len(dead) != 1
        or dead[0].named
        or not _shared(first, second, resolved, ("agent",), loose=True)
    ):
        return False
    who = {s for role in ("victim", "target", "toll") for s in second.spans(role)}
    named = {s for s in who if _NAME.fullmatch(s.of(text))}
    if (
        not named
        or len(named) > dead[0].value.low
        or any(s in resolved.tolls and not resolved.tolls[s].named for s in who)
    ):
        return False
    start = max(text.rfind(". ", 0, second.trigger.span.start), text.rfind("\n", 0, second.trigger.span.start)) + 1
    return not _ANOTHER.search(text, start, second.trigger.span.end + 20)


_NAME = re.compile(r"(?:[A-Z][\w.'’-]*\s?)+(?:\(\d{1,3}\))?")
#: The last word of a mention, when it is a name and not a nationality or a rank.
_LAST_NAME = re.compile(r"(?<=[a-z.] )[A-Z][a-z]{2,}$|^[A-Z][a-z]{3,}$")


def _shared_toll(first: Telling, second: Telling, resolved: Resolved) -> bool:
    def keys(telling: Telling) -> set[int]:
        values = [resolved.tolls[s].value for s in telling.spans("toll") if s in resolved.tolls]
        return {v.low for v in values if v.low > 1}

    shared_span = set(first.spans("toll")) & set(second.spans("toll"))
    return bool(shared_span or keys(first) & keys(second))


def _shared_town(first: Telling, second: Telling, resolved: Resolved) -> bool:
    def keys(telling: Telling) -> set[str]:
        values = [resolved.places[s] for s in telling.spans("place") if s in resolved.places]
        return {v.name for v in values if v.precision in ("settlement", "exact", "district")}

    return bool(keys(first) & keys(second))


_IDENTIFIED = re.compile(
    r"[^.]{0,60}\b(?:victims?|deceased|slain|dead|killed|bodies)\b[^.]{0,60}\bidentified\b|"
    r"[^.]{0,40}\bwhile retreating\b",
    re.I,
)


def _identifies(report: Report, telling: Telling) -> bool:
    """Whether the telling's sentence names those of whom the report has told ("The slain, identified as …")."""
    text = report.text
    start = max(text.rfind(". ", 0, telling.trigger.span.start), text.rfind("\n", 0, telling.trigger.span.start)) + 1
    return bool(_IDENTIFIED.match(text, start))


def _refers_back(report: Report, trigger: Trigger) -> bool:
    """Whether the words before say that the happening is known already ("the attack", "this blast")."""
    before = report.text[max(0, trigger.span.start - 30) : trigger.span.start].lower().split()
    return bool(before) and (before[-1] in ("the", "this", "that") or before[-2:-1] in (["the"], ["this"]))
