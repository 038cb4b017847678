"""Triggers → happenings: all tellings of one event in a report, put together.

In: the markup and what its words stand for. Out: groups of triggers with the mentions in their roles.
One thing to know: two tellings are one happening when the reader links them, or when they are of one
type, nothing they say conflicts, and something particular they say agrees; groups that are unlike in all else stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tacitus.assemble.deeds.as_grouped import as_grouped
from tacitus.assemble.deeds.as_told import by_accident
from tacitus.assemble.deeds.by_means import with_means
from tacitus.assemble.deeds.captives import with_captors, with_the_disappeared
from tacitus.assemble.deeds.still_told import with_those_who_died
from tacitus.assemble.grouping.alike import Alike
from tacitus.assemble.grouping.conflicts import conflict, others_hurt, towns
from tacitus.assemble.grouping.killed_in import SPECIFIC, WITH_A_TOLL, bring_together, in_other_words, with_deeds
from tacitus.assemble.grouping.known import counts_again, hits_the_same, identifies, is_the_same_one, refers_back
from tacitus.assemble.grouping.light_verbs import with_their_nouns
from tacitus.assemble.grouping.owned_up import with_what_is_claimed
from tacitus.assemble.grouping.parts import apart
from tacitus.assemble.grouping.reactions import without_answers
from tacitus.assemble.grouping.shared import plainly_one_toll, shared_toll, shared_town
from tacitus.assemble.grouping.taken_up import with_what_is_taken_up
from tacitus.assemble.grouping.tellings import SURELY, Telling, tellings
from tacitus.assemble.items import Items
from tacitus.assemble.sides.by_whom import with_those_behind_by
from tacitus.assemble.sides.hosts import with_hosts
from tacitus.assemble.sides.of_another import of_their_own
from tacitus.assemble.sides.own_clause import with_own_clauses
from tacitus.assemble.sides.planters import with_planters
from tacitus.assemble.sides.struck import with_the_struck_behind
from tacitus.assemble.sides.subordinate import two_deeds, with_clauses
from tacitus.records.fates import fate
from tacitus.records.markup import Link, Markup, Trigger
from tacitus.records.ontology import EventType, Ontology
from tacitus.records.report import Report
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span

SAME = 0.5  # probability from which the reader's own "same" link joins two triggers
LIKELY = 0.5  # what the tellings of a riot must weigh together to make a riot of a rally

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
_KIN_OF = {one: frozenset().union(*(kin for kin in KIN if one in kin)) for one in frozenset().union(*KIN)}


@dataclass(frozen=True, slots=True)
class Happening:
    """The tellings of one event, in text order."""

    tellings: tuple[Telling, ...]
    mishap: bool = False  # whether one is of an accident, and the words of one call it so

    @property
    def best(self) -> Telling:
        """The telling that the reader is surest of, of those that are done: "promised" and not "to pay"."""
        return max(self.tellings, key=lambda t: (t.trigger.realis not in ("planned", "conditional"), t.trigger.score))

    def type(self) -> tuple[str, float]:
        """The type that most of the tellings' scores speak for, and the probability that it is one at all."""
        weights: dict[str, float] = defaultdict(float)
        for telling in self.tellings:
            weights[telling.trigger.type] += telling.trigger.score
        chosen = max(weights, key=lambda t: weights[t])
        if self.mishap and chosen in ("bombing", "suicide_bombing", "destruction"):
            chosen = "accidental_explosion"  # who calls it an accident says more than who calls it a blast
        if chosen == "armed_attack" and (plain := SPECIFIC & weights.keys()):
            chosen = max(plain, key=lambda t: weights[t])  # "an attack" is whatever else is told of it
        if "assassination" in weights and chosen == "armed_attack":
            chosen = "assassination"
        if weights.get("violent_demonstration", 0) >= LIKELY and chosen == "demonstration":
            chosen = "violent_demonstration"  # and who tells of stones and fire more than who calls it a rally
        return chosen, max(t.trigger.score for t in self.tellings if t.trigger.type == chosen)


def happenings(report: Report, markup: Markup, resolved: Resolved, ontology: Ontology, items: Items) -> list[Happening]:
    """Group a report's tellings into happenings, in the order of the text."""
    told = with_own_clauses(report.text, tellings(report, markup, items))
    told = with_those_behind_by(report.text, markup.mentions, told)
    told = with_the_struck_behind(report.text, markup.mentions, told)
    violent = frozenset(kind.id for kind in ontology if kind.family == "violence")
    told = with_clauses(report.text, markup, told, violent)
    told = of_their_own(report.text, markup.sentences, told, ontology)
    told = with_planters(report.text, markup, told)
    told = with_hosts(report.text, markup, told, resolved)
    told = with_those_who_died(report.text, without_answers(report.text, told, ontology))
    all_tellings = with_captors(report.text, with_means(report.text, told, resolved), resolved)
    joined = [*with_deeds(report.text, all_tellings, ontology), *with_their_nouns(report.text, all_tellings)]
    joined += with_the_disappeared(report.text, all_tellings)
    group_of = {t.trigger.span: [t] for t in all_tellings}
    linked = same_links(markup.links)
    alike = Alike(report, resolved, linked, len(all_tellings))
    parts = apart(report, markup, all_tellings, resolved).union(two_deeds(report.text, markup, all_tellings, violent))
    for first, second in pairs(report, all_tellings, resolved):
        mine, theirs = group_of[first.trigger.span], group_of[second.trigger.span]
        if mine is theirs:
            continue
        score = linked.get(frozenset((first.trigger.span, second.trigger.span)), 0.0)
        if score < SURELY and not _may_meet(items, first, second, resolved):
            continue
        unlinked = score < 0.2 or second.sentence > first.sentence
        likely = (
            score >= SAME
            or _is_object(first, second)
            or (unlinked and _agree(report, first, second, resolved, ontology))
        )
        if (
            likely
            and not (parts and any(frozenset((a.trigger.span, b.trigger.span)) in parts for a in mine for b in theirs))
            and not any(conflict(report.text, a, b, resolved) for a in mine for b in theirs)
            and (score >= SURELY or not any(others_hurt(a, b, resolved) for a in mine for b in theirs))
            and (_plainly_one(report, first, second, resolved) or not alike.unlike(mine, theirs))
        ):
            mine.extend(theirs)
            group_of.update(dict.fromkeys((t.trigger.span for t in theirs), mine))

    def differ(a: Telling, b: Telling) -> bool:
        two = frozenset((a.trigger.span, b.trigger.span)) in parts
        return two or conflict(report.text, a, b, resolved) or others_hurt(a, b, resolved)

    bring_together(joined, group_of, differ)
    with_what_is_claimed(report.text, all_tellings, group_of, ontology)
    with_what_is_taken_up(report.text, all_tellings, group_of, resolved, ontology, items, differ)
    groups = {id(group): group for group in group_of.values()}.values()
    ordered = [tuple(sorted(g, key=lambda t: t.trigger.span)) for g in groups]
    for group in ordered:
        as_grouped(report.text, group)
    found = (Happening(g, _is_mishap(report, markup, g)) for g in ordered if not _says_nothing(g, ontology))
    return sorted(found, key=lambda h: h.tellings[0].trigger.span)


def pairs(report: Report, found: Sequence[Telling], resolved: Resolved) -> Iterator[tuple[Telling, Telling]]:
    """The pairs that may be one by their kinds; most are of two kinds and two sentences, and passed over at once."""
    for at, first in enumerate(found):
        kin = {first.trigger.type, *_KIN_OF.get(first.trigger.type, ())}
        beside = (t for t in found[at + 1 :] if t.trigger.type in kin or t.sentence == first.sentence)
        yield from ((first, second) for second in beside if _may_be_one(report, first, second))
        if first.roles.get("toll") and first.trigger.type in WITH_A_TOLL:
            others = (t for t in found[at + 1 :] if t.roles.get("toll") and t.trigger.type not in kin)
            yield from ((first, second) for second in others if in_other_words(report.text, first, second, resolved))


def _is_mishap(report: Report, markup: Markup, group: Sequence[Telling]) -> bool:
    told = any(t.trigger.type == "accidental_explosion" for t in group)
    return told and any(by_accident(report, markup, t.trigger.span) for t in group)


def _says_nothing(group: Sequence[Telling], ontology: Ontology) -> bool:
    """Whether it is only said that some deed was not done, by nobody and to nobody: "We do not fire on our own"."""
    return all(
        t.trigger.realis == "denied" and not ontology[t.trigger.type].verbal and not any(t.roles.values())
        for t in group
    )


def _may_meet(items: Items, first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether nothing parts the two; two posts may tell of one thing again, but must agree on the town or the toll."""
    if items.posts and items.walled(first.sentence, second.sentence):
        return shared_town(first, second, resolved) or shared_toll(first, second, resolved)
    return not items.parted(first.sentence, second.sentence)


def _is_object(first: Telling, second: Telling) -> bool:
    """Whether one is only the other's noun: "signed a deal", "provided assistance", "promised to pay"."""
    if first.trigger.type != second.trigger.type:
        return False
    return first.has("content", second.trigger.span) or second.has("content", first.trigger.span)


def same_links(links: Sequence[Link]) -> dict[frozenset[Span], float]:
    """How sure the reader is of pairs of triggers that they are one."""
    found: dict[frozenset[Span], float] = {}
    for link in links:
        if link.role == "same" and isinstance(link.head, Trigger) and isinstance(link.tail, Trigger):
            pair = frozenset((link.head.span, link.tail.span))
            found[pair] = max(found.get(pair, 0.0), link.score)
    return found


def _may_be_one(report: Report, first: Telling, second: Telling) -> bool:
    one, other = first.trigger, second.trigger
    if one.type != other.type and other.type not in _KIN_OF.get(one.type, ()):
        # "15 soldiers were killed and 30 wounded" is one thing, whatever the reader takes each word for.
        alike = one.realis == other.realis and _one_count(first, second)
        return alike and {fate(t.span.of(report.text)) for t in (one, other)} == {"killed", "injured"}
    if one.realis == other.realis or _is_object(first, second):
        return True
    return {one.realis, other.realis} == {"actual", "historical"} and _one_count(first, second)


def _one_count(first: Telling, second: Telling) -> bool:
    """Whether one sentence tells both with one count: "56 have been killed so far in the offensive"."""
    return first.sentence == second.sentence and bool(set(first.spans("toll")) & set(second.spans("toll")))


def _agree(report: Report, first: Telling, second: Telling, resolved: Resolved, ontology: Ontology) -> bool:
    """Whether two tellings of a type share something particular."""
    kind: EventType = ontology[first.trigger.type]
    if first.trigger.type != second.trigger.type and kind.verbal:
        return False
    if kind.verbal or kind.family == "diplomacy":
        if first.trigger.type != second.trigger.type or first.sentence == second.sentence:
            return False
        loose = _is_headline(report, first)
        others = _shared(first, second, resolved, ("target", "victim"), loose=loose)
        return (others and _shared(first, second, resolved, ("agent",))) or _lies_ahead(first, second, resolved)
    if in_other_words(report.text, first, second, resolved):
        return True
    if {first.trigger.type, second.trigger.type} == _RALLIES and second.sentence - first.sentence <= 1:
        return True  # some marched and others threw stones
    if shared_toll(first, second, resolved, report.text):
        return True
    if first.sentence == second.sentence:
        return False
    if _hurt_in_it(report, first, second) or _same_victim(report, first, second):
        return True
    if is_the_same_one(report, first, second, resolved):
        return True
    if _goes_into_detail(report, first, second, resolved):
        return True
    if first.trigger.type == second.trigger.type and shared_town(first, second, resolved):
        return True
    if hits_the_same(report, first, second) and not second.spans("time") and not towns(second, resolved):
        return True
    if second.sentence - first.sentence > 4:
        return False
    named = identifies(report, second)
    if named and not towns(first, resolved):
        return True
    back = refers_back(report, second.trigger) and _to_the_same(first, second, resolved)
    back = back or named or counts_again(report, first, second)
    return back and not towns(second, resolved)


def _plainly_one(report: Report, first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the two have one toll or one victim, which outweighs all in which they may be unlike."""
    return (
        plainly_one_toll(first, second, resolved)
        or is_the_same_one(report, first, second, resolved)
        or identifies(report, second)
        or _goes_into_detail(report, first, second, resolved)
    )


def _to_the_same(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the second tells of no victim of its own ("the killing of a driver"), or of the first one's."""
    told = any(second.roles.get(role) for role in ("target", "victim", "toll"))
    return not told or _shared(first, second, resolved, ("target", "victim"))


def _shared(first: Telling, second: Telling, resolved: Resolved, roles: Sequence[str], *, loose: bool = False) -> bool:
    """Whether the two share a party in the roles; ``loose``: also where one of them names none."""
    mine, theirs = (_parties(telling, resolved, roles) for telling in (first, second))
    return bool(mine & theirs) or (loose and not (mine and theirs))


def _parties(telling: Telling, resolved: Resolved, roles: Sequence[str]) -> set[str]:
    spans = [s for role in roles for s in telling.spans(role)]
    return {(v.actor or v.name.lower()) for s in spans if (v := resolved.actors.get(s))}


def _lies_ahead(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether both are the meeting that the same parties are to hold: "will meet on Thursday … the upcoming talks"."""
    if {first.trigger.realis, second.trigger.realis} != {"planned"} or first.trigger.type not in ("meeting", "visit"):
        return False
    mine, theirs = (_parties(telling, resolved, ("agent", "target")) for telling in (first, second))
    return bool(mine) and mine == theirs


def _is_headline(report: Report, telling: Telling) -> bool:
    """Whether it stands in the title, which the text tells again in full."""
    title = report.title
    return bool(title) and telling.trigger.span.end <= report.text.find(str(title)) + len(str(title))


def _hurt_in_it(report: Report, first: Telling, second: Telling) -> bool:
    """Whether the next sentence says only who came to harm: "Youths threw stones. Eight people were injured."."""
    return (
        second.sentence - first.sentence == 1
        and fate(second.trigger.span.of(report.text)) in ("killed", "injured")
        and not any(tails and role not in ("toll", "victim") for role, tails in second.roles.items())
        and not first.spans("toll")
        and "\n" not in report.text[first.trigger.span.end : second.trigger.span.start]
    )


def _same_victim(report: Report, first: Telling, second: Telling) -> bool:
    """Whether both tell of a person with the same last name ("Omar Said … Said was led away")."""
    if not first.roles.get("victim") or not second.roles.get("victim"):
        return False
    mine, theirs = (
        {name[0] for span in t.spans("victim") if (name := _LAST_NAME.search(span.of(report.text)))}
        for t in (first, second)
    )
    return bool(mine & theirs)


_RALLIES = {"demonstration", "violent_demonstration"}
_ANOTHER = re.compile(r"\b(?:also|another|other|earlier|separate|too|previous(?:ly)?|had)\b", re.I)


def _goes_into_detail(report: Report, first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether the lead counts a few dead and the second names them: "killed a postman … Omar Said was found dead"."""
    if first.sentence or not first.roles.get("toll"):
        return False
    text = report.text
    dead = [resolved.tolls[s] for s in first.spans("toll") if s in resolved.tolls]
    if len(dead) != 1 or dead[0].named or not _shared(first, second, resolved, ("agent",), loose=True):
        return False
    who = {s for role in ("victim", "target", "toll") for s in second.spans(role)}
    named = {s for s in who if _NAME.fullmatch(s.of(text))}
    if (
        not named
        or len(named) > dead[0].value.low
        or any(s in resolved.tolls and not (resolved.tolls[s].named or _HIM.fullmatch(s.of(text))) for s in who)
    ):
        return False
    start = max(text.rfind(". ", 0, second.trigger.span.start), text.rfind("\n", 0, second.trigger.span.start)) + 1
    return not _ANOTHER.search(text, start, second.trigger.span.end + 20)


_NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:(?:alias|aka) )?[A-Z][\w.'’-]*)*(?: ?\(\d{1,3}\))?")
_HIM = re.compile(r"(?:he|him|she|her|they|them)", re.I)
#: The last word of a mention, when it is a name and not a nationality or a rank.
_LAST_NAME = re.compile(r"(?<=[a-z.] )[A-Z][a-z]{2,}$|^[A-Z][a-z]{3,}$")
