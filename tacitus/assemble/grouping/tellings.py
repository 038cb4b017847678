"""Triggers → tellings: each trigger with the mentions in its roles.

In: the markup of a report. Out: one telling for each trigger worth an event, its roles filled by the reader's links and
by what the grammar tells beside them ("planted by the Taliban", "an inquiry into Siemens", "a visit to Mali"). One
thing to know: what a trigger of a mention's own sentence has in a role, a trigger of another sentence does not get too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from tacitus.assemble.clauses import Clauses, beyond
from tacitus.assemble.items import Items
from tacitus.assemble.setting.lasting import is_by_then, is_since
from tacitus.assemble.sides.bystanders import beside, brought_about, meanwhile
from tacitus.assemble.sides.holders import STRIKES, of_another, only_rules
from tacitus.records.markup import Markup, Mention, Trigger, is_stamp
from tacitus.records.report import Report
from tacitus.records.span import Span

#: Below this the reader's word is not enough for an event.
SURE = 0.3
#: From this on it is, where its links tell who did it to whom; and what these links must score.
DOUBTED, PLAIN = 0.2, 0.9
#: From this on it outweighs what stands between two sentences, and that different people were killed.
SURELY = 0.98


@dataclass(slots=True)
class Telling:
    """One trigger with the mentions linked to it: role → (mention, probability), best first."""

    trigger: Trigger
    sentence: int
    roles: dict[str, list[tuple[Mention | Trigger, float]]] = field(default_factory=lambda: defaultdict(list))

    def has(self, role: str, span: Span) -> bool:
        """Whether these words stand in a role."""
        return any(tail.span == span for tail, _ in self.roles.get(role, ()))

    def spans(self, role: str) -> list[Span]:
        """The spans in a role."""
        tails = self.roles.get(role)  # asked a thousand times a report, and mostly there are none
        return [tail.span for tail, _ in tails] if tails else []


def tellings(report: Report, markup: Markup, items: Items) -> list[Telling]:
    """The triggers worth an event, with their links.

    What a trigger of the tail's own sentence has in a role, one of another does not get too, so that nothing is mixed.
    """
    found: dict[Span, Telling] = {}
    whole = _told_whole(markup)
    for trigger in markup.triggers:
        if trigger.score >= SURE or trigger.span in whole:
            found[trigger.span] = Telling(trigger, _sentence(markup.sentences, trigger.span))
    links = [x for x in markup.links if isinstance(x.head, Trigger) and x.head.span in found and x.role != "same"]
    where = {span: _sentence(markup.sentences, span) for span in {x.tail.span for x in links}}
    local = {(x.role, x.tail.span) for x in links if found[x.head.span].sentence == where[x.tail.span]}
    timed = {where[x.tail.span] for x in links if x.role == "time"}
    clauses = Clauses.of(report, markup)
    told = {x.head.span for x in links if x.role == "content" and where[x.tail.span] <= found[x.head.span].sentence}
    for link in links:
        telling, far = found[link.head.span], where[link.tail.span]
        remote = far != telling.sentence
        if remote and link.role in _LOCAL and (link.role, link.tail.span) in local and not is_stamp(link.tail):
            continue
        later = link.role == "content" and far > telling.sentence and link.head.span in told
        if later and telling.trigger.type in _ANSWERS:
            continue  # who denies speaks of what was told, not of what comes next
        blamed = link.role == "target" and telling.trigger.type == "accusation"
        if (link.role == "agent" or blamed) and of_another(report.text, link.tail.span):
            continue
        hit = link.role in ("target", "victim") and telling.trigger.type in STRIKES
        if hit and only_rules(report.text, link.tail.span):
            continue
        if link.role in ("agent", "target") and brought_about(report.text, telling.trigger, link.tail.span):
            continue
        if link.role == "agent" and beside(report.text, markup.sentences[far], telling.trigger, link.tail.span):
            continue
        if link.role == "agent" and telling.trigger.type in STRIKES:
            if not remote and meanwhile(report.text, telling.trigger.span, link.tail.span):
                continue
        if not remote and link.role in _LOCAL and clauses.parted(link.head.span, link.tail.span):
            continue
        if link.role == "time" and is_since(report.text, link.tail.span):
            if remote or (telling.trigger.type in _AT_ONCE and _LONG_AGO.search(link.tail.span.of(report.text))):
                continue
        if remote and link.role != "content":
            # The sentence tells its own, or the other one only what had come about by then.
            own = link.role == "time" and (telling.sentence in timed or is_by_then(report.text, link.tail.span))
            least = 1 if telling.trigger.realis == "denied" else _FAR.get(link.role, 0)
            parted = link.score < SURELY and items.parted(telling.sentence, far)
            if own or parted or link.score < least:
                continue
        telling.roles[link.role].append((link.tail, link.score))
    for telling in found.values():
        _passive_agent(report, markup, telling)
        _looked_into(report, markup, telling)
        _identified(report, markup, telling)
    _before_and_after(report, found)
    _own_places(report, found)
    for telling in found.values():
        _summoned(report, telling, found)
        _through_content(report, telling, found, markup.sentences[telling.sentence])
    for telling in found.values():
        _one_side(telling)
        for role, tails in telling.roles.items():
            tails.sort(key=lambda pair: -pair[1])
            share = RIVALS.get(role)
            if share and tails:
                best = max(score * tail.score for tail, score in tails)
                tails[:] = [(tail, score) for tail, score in tails if score * tail.score >= share * best]
    return list(found.values())


_IDENTIFIED = re.compile(
    r"\s+(?:was|were|has been|have been|are|is) (?:later |also |since )?(?:identified|named) "
    r"(?:by [\w ]{1,30} )?as,?\s+",
    re.I,
)
#: Between two names of such a list, with an age or a village behind the first.
_IN_LIST = re.compile(r"(?:\s*\([^()]{1,40}\))?(?:,? (?:of|from) [\w ]{1,30})?(?:,|,?\s+and)?\s*")


def _told_whole(markup: Markup) -> set[Span]:
    """Triggers with a doer and someone hurt: the reader may waver between two types, and not that it happened."""
    sides: dict[Span, set[str]] = defaultdict(set)
    for link in markup.links:
        if isinstance(link.head, Trigger) and link.score >= PLAIN and link.role in ("agent", "victim"):
            sides[link.head.span].add(link.role)
    return {t.span for t in markup.triggers if t.score >= DOUBTED and len(sides[t.span]) == 2}


def _one_side(telling: Telling) -> None:
    """Nobody does it to himself: the same words act or suffer, whichever the reader is surer of."""
    acts = {tail.span: score for tail, score in telling.roles.get("agent", ())}
    for role in ("target", "victim"):
        for tail, score in list(telling.roles.get(role, ())):
            if tail.span in acts and telling.trigger.type not in _MUTUAL:
                if score >= acts[tail.span]:
                    telling.roles["agent"] = [p for p in telling.roles["agent"] if p[0].span != tail.span]
                else:
                    telling.roles[role] = [p for p in telling.roles[role] if p[0].span != tail.span]


def _passive_agent(report: Report, markup: Markup, telling: Telling) -> None:
    """ "Planted by the Taliban": the actor right after "by" acts, whether the reader linked it or not."""
    by = _BY.match(report.text, telling.trigger.span.end)
    if by is None or telling.roles.get("agent"):
        return
    for mention in markup.mentions:
        if mention.kind == "actor" and mention.span.start == by.end():
            telling.roles["agent"].append((mention, BY_GRAMMAR))


def _looked_into(report: Report, markup: Markup, telling: Telling) -> None:
    """ "An inquiry into Siemens", "the withdrawal of all foreign forces": whom the noun's own preposition brings in."""
    role, words = _OF_WHOM.get(telling.trigger.type, ("", None))
    if words is None or telling.roles.get(role):
        return
    found = words.match(report.text, telling.trigger.span.end)
    after = [m for m in markup.mentions if m.kind == "actor" and found and 0 <= m.span.start - found.end() < _REACH]
    nearest = min(after, key=lambda m: m.span, default=None)
    if nearest and found and not _CLAUSE.search(report.text, found.end(), nearest.span.start):
        telling.roles[role].append((nearest, BY_GRAMMAR))


def _identified(report: Report, markup: Markup, telling: Telling) -> None:
    """ "The victims were identified as Omar Said, Ali Khan and Hawa Nur": who is named is whom it was done to."""
    for role in ("victim", "target"):
        tails = list(telling.roles.get(role, ()))
        known = {tail.span for tail, _ in tails}
        for tail, score in tails:
            at = _IDENTIFIED.match(report.text, tail.span.end)
            if at is None:
                continue
            end = at.end()
            for mention in sorted((m for m in markup.mentions if m.kind == "actor"), key=lambda m: m.span):
                if mention.span.start < end or mention.span in known:
                    continue
                if not _IN_LIST.fullmatch(report.text, end, mention.span.start):
                    break
                telling.roles[role].append((mention, BY_GRAMMAR * score))
                end = mention.span.end


def _summoned(report: Report, telling: Telling, found: Mapping[Span, Telling]) -> None:
    """ "Summoned the envoy to complain about the raid": who is summoned hears the complaint."""
    before = [t for t in found.values() if t.sentence == telling.sentence and t.trigger.span < telling.trigger.span]
    if telling.trigger.type == "accusation" and not telling.roles.get("target") and before:
        call, between = before[-1], report.text[before[-1].trigger.span.start : telling.trigger.span.start]
        if _SUMMONED.fullmatch(between):
            telling.roles["target"] += call.roles.get("target", ())


def _before_and_after(report: Report, found: Mapping[Span, Telling]) -> None:
    """ "Twenty-six died in strikes after the execution of a colonel": each deed has those of its side of "after".

    Of two deeds of one kind only what is told as days or hours apart is two, and only that has its own targets and day.
    """
    together = _by_sentence(found)
    for telling in found.values():
        others = [o for o in together[telling.sentence] if o is not telling]
        for role in ("toll", "victim", "target", "time"):
            telling.roles[role] = [
                p for p in telling.roles.get(role, ()) if not _of_the_other(report, telling, role, p[0].span, others)
            ]


def _own_places(report: Report, found: Mapping[Span, Telling]) -> None:
    """ "Troops took Kidal, while jets bombed Gao": a deed with a place on its side of "while" has no other side's."""
    text = report.text
    for together in _by_sentence(found).values():
        deeds = [t.trigger.span for t in together]
        if not beyond(text, min(deeds), max(deeds)):
            continue
        for telling in together:
            places, deed = telling.roles.get("place", []), telling.trigger.span
            if all(beyond(text, deed, tail.span) for tail, _ in places):
                continue
            others = [o for o in together if beyond(text, deed, o.trigger.span)]
            theirs = {s for o in others for s in o.spans("place") if not beyond(text, o.trigger.span, s)}
            telling.roles["place"] = [p for p in places if p[0].span not in theirs or not beyond(text, deed, p[0].span)]


def _by_sentence(found: Mapping[Span, Telling]) -> dict[int, list[Telling]]:
    together = defaultdict[int, list[Telling]](list)
    for telling in found.values():
        together[telling.sentence].append(telling)
    return together


def _of_the_other(report: Report, telling: Telling, role: str, people: Span, others: Sequence[Telling]) -> bool:
    """Whether "after" stands between a deed and people to whom another kind of deed on their side was done."""
    own = telling.trigger.span
    first, second = sorted((own, people))
    cut = _AFTER.search(report.text, first.end, max(first.end, second.start)) if others else None
    if cut is None:
        return False
    between = _DAYS_BETWEEN if role == "time" else _TIME_BETWEEN  # hours may pass within the day
    apart = between.search(report.text, max(0, cut.start() - 8), cut.start())
    return any(
        (other.trigger.span.start < cut.start()) == (people < own) and people in other.spans(role)
        for other in others
        if apart or (role in ("toll", "victim") and other.trigger.type != telling.trigger.type)
    )


_AFTER = re.compile(r"\b(?:after|following|in retaliation for|in response to|in revenge for)\b")
_DAYS_BETWEEN = re.compile(r"\b(?:days?|weeks?|months?|years?) $")
_TIME_BETWEEN = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?) $")
_OF_WHOM = {
    "investigation": (
        "target",
        re.compile(r"(?: \w+){0,2} (?:into|against|of) (?:the |an? |alleged |claims that |whether )?(?:the )?"),
    ),
    "withdrawal": ("agent", re.compile(r" of (?:all |the |its |their |some |most )*")),
}
_REACH = 60  # characters from the preposition to the party: "into the dealings of the hotel group Kempinski"
_CLAUSE = re.compile(r"[.;:,]|\b(?:after|when|following|since|who|as|by|in|on|during)\b")


def _through_content(report: Report, telling: Telling, found: Mapping[Span, Telling], own: Span) -> None:
    """Who is to do what is demanded is spoken to; whose request is refused is refused; who promises will do it."""
    kind = telling.trigger.type
    if kind in ("promise", "threat", "rejection"):
        for tail, _ in telling.roles.get("content", ()):
            deed = found.get(tail.span)
            if (
                deed
                and not deed.roles.get("agent")
                and _TO.fullmatch(report.text, telling.trigger.span.end, tail.span.start)
            ):
                deed.roles["agent"].extend((agent, BY_GRAMMAR * s) for agent, s in telling.roles.get("agent", ()))
    inner = [found[tail.span] for tail, _ in telling.roles.get("content", ()) if tail.span in found]
    doers = [(tail, BY_GRAMMAR * score) for deed in inner for tail, score in deed.roles.get("agent", ())]
    if kind in ("promise", "threat") and not telling.roles.get("agent"):
        before = [pair for pair in doers if pair[0].span.end <= telling.trigger.span.start]
        telling.roles["agent"].extend(before[:1])
    elif kind in _ANSWERED and not telling.roles.get("target"):
        mine, told = telling.spans("agent"), [p for p in doers if own.holds(p[0].span)]  # and not whom others blamed
        telling.roles["target"].extend(pair for pair in told if not any(pair[0].span.overlaps(s) for s in mine))


_AT_ONCE = frozenset({  # what is done in a day, unlike a siege that lasts since then
    "air_strike", "shelling", "bombing", "suicide_bombing", "chemical_attack", "assassination", "execution",
})  # fmt: skip
_LONG_AGO = re.compile(r"\b(?:19|20)\d\d\b|\b(?:week|month|year)s?\b", re.I)
_SUMMONED = re.compile(r"summon(?:s|ed|ing)? [^.;:]+ to ", re.I)
_ANSWERS = frozenset({"denial", "accusation", "responsibility_claim", "rejection"})
_ANSWERED = frozenset({"demand", "ultimatum", "rejection", "support", "investigation"})
#: "Refused to send", "agreed on Monday to withdraw": who says it is who does it.
_TO = re.compile(r"(?: [\w-]+){0,3} to (?:[a-z]+ly )?")
_BY = re.compile(r"\s+by\s+(?:(?:the|an?|some|unidentified|suspected|alleged)\s+){0,2}")
BY_GRAMMAR = 0.8  # probability given to a link that the grammar tells and the reader left out

#: What share of the surest filler's probability another must have to stand beside it. Measured: below these shares
#: a second doer is wrong more often than right (own corpus: role precision 0.593 to 0.601, recall 0.547 to 0.543).
RIVALS = {"agent": 0.7, "target": 0.5, "victim": 0.5}
#: How sure a link to a party of another sentence must be. Measured: below it one in two is wrong (own corpus: role
#: precision 0.622 to 0.631, recall 0.555 to 0.551; WikiEvents' arguments 0.421 to 0.433).
_FAR = {"agent": 0.9, "target": 0.9}
#: Types in which one party may stand on both sides, or be told of in both roles.
_MUTUAL = frozenset({"armed_clash", "suicide_bombing", "accidental_explosion", "surrender", "meeting", "agreement",
                     "ceasefire", "cooperation", "exercise", "group_change", "accusation"})  # fmt: skip
#: Roles that a mention fills for the happening of its own sentence first.
_LOCAL = frozenset({"toll", "victim", "target", "place", "time", "weapon"})
_START = attrgetter("start")


def _sentence(sentences: Sequence[Span], span: Span) -> int:
    return max(0, bisect_right(sentences, span.start, key=_START) - 1)
