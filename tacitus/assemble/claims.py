"""The claims of each event: who, whom, with what, how many, each with the words that tell it and who says them.

In: the happenings of a report. Out: events with their claims, not yet placed, dated or settled. One thing to know: what
the reader linked and the grammar forbids is left out here, and what the grammar tells and the reader left out comes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tacitus.assemble.counts.casualties import Toll, tolls
from tacitus.assemble.counts.owners import BODIES
from tacitus.assemble.counts.part_links import linked_parts
from tacitus.assemble.counts.unlinked import told_plainly
from tacitus.assemble.counts.wholes import with_wholes
from tacitus.assemble.grouping.happenings import Happening
from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.items import Items
from tacitus.assemble.said.attribution import Voices
from tacitus.assemble.said.disowned import Disowned
from tacitus.assemble.said.stances import stance
from tacitus.assemble.setting.homes import without_homes, without_origins, without_stages
from tacitus.assemble.sides.begun import attacked, on_one_side, only_hurt
from tacitus.assemble.sides.doers import with_the_struck, without_others, without_tellers, without_the_unlikely
from tacitus.assemble.sides.holders import STRIKES
from tacitus.assemble.sides.named_aside import named_aside
from tacitus.assemble.sides.only_there import only_there
from tacitus.assemble.sides.parties import is_cut, is_told, only_fought, parties, without_the_helped, without_the_spared
from tacitus.assemble.sides.surrendering import with_the_counted
from tacitus.assemble.sides.undecided import nobody_knows
from tacitus.records.acled import UNARMED
from tacitus.records.event import Claim, Event
from tacitus.records.fates import only_owns
from tacitus.records.markup import Markup, Mention, Trigger
from tacitus.records.ontology import EventType, Ontology
from tacitus.records.report import Report, content_id
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span
from tacitus.records.value import TOLL_FIELDS, ActorValue, ContentValue, PlaceValue, Value

_NO_NAME = re.compile(r"(?:of|the|and|in|by|to|for|from|at|on|an?|['’]?s|\W+)(?: the| of)?", re.I)
_PARTIES = ("agent", "target", "victim")
_TWO = re.compile(
    r"(?:(?:the|these) )?(?:two|both|rival|warring|opposing) (?:\w+ )?(?:forces|sides|groups|parties|factions|"
    r"armies|militias|tribes|clans|gangs|communities)",
    re.I,
)
_PRONOUNS = frozenset("it its he him his she her they them their".split())
_BOTH_WAYS = re.compile(r"\s+(?:[a-z]+\s+)?(?:each other|one another)\b")
_EACH_OTHER = frozenset({"each other", "one another", "each", "other"})


def claimed(
    report: Report, markup: Markup, resolved: Resolved, ontology: Ontology, items: Items, said: Voices,
    found: Sequence[Happening], lands: Mapping[Span, PlaceValue],
) -> Sequence[Event]:  # fmt: skip
    """The event of each happening, with its claims; ``lands`` are the places that the report names."""
    ids = {t.trigger.span: _event_id(report, happening) for happening in found for t in happening.tellings}
    parts = {
        resolved.tolls[x.head.span].span: resolved.tolls[x.tail.span].span
        for x in markup.links
        if x.role == "part_of" and x.head.span in resolved.tolls and x.tail.span in resolved.tolls
    }
    linked = {
        t.trigger.span: tolls(t, markup.sentences[t.sentence], resolved, report.text) for h in found for t in h.tellings
    }
    disowned = Disowned.of(report, markup, resolved.actors)
    claims = _Claims(report, resolved, ontology, said, ids, parts, markup.sentences, linked, disowned, lands)
    plain = told_plainly(found, linked, resolved, markup.sentences, ontology, items, report.text)
    return [claims.event(h, plain.get(n, ())) for n, h in enumerate(found)]


def _event_id(report: Report, happening: Happening) -> str:
    first = happening.tellings[0].trigger
    return content_id(report.id, happening.type()[0], str(first.span.start))


class _Claims:
    """Makes the claims of one report's events."""

    def __init__(
        self,
        report: Report,
        resolved: Resolved,
        ontology: Ontology,
        said: Voices,
        ids: dict[Span, str],
        parts: dict[Span, Span],
        sentences: Sequence[Span],
        linked: dict[Span, list[Toll]],
        disowned: Disowned,
        lands: Mapping[Span, PlaceValue],
    ) -> None:
        self.report, self.resolved, self.ontology = report, resolved, ontology
        self.said, self.ids, self.parts, self.sentences, self.linked = said, ids, parts, sentences, linked
        self.disowned, self.lands = disowned, lands

    def event(self, happening: Happening, plain: Sequence[Toll]) -> Event:
        kind_id, confidence = happening.type()
        kind = self.ontology[kind_id]
        event_id = self.ids[happening.tellings[0].trigger.span]
        best = happening.best.trigger
        lands = {} if kind.verbal else self.lands
        claims = parties(list(self._claims(event_id, kind, happening)), self.report.text, self.said.quotes, lands)
        claims = self._unsure([c for c in claims if not self._is_place(c)], happening)
        claims = without_homes(claims, self.report.text, self.resolved.actors)
        claims = without_stages(claims, self.report.text, self.said.all)
        if kind.id in STRIKES:
            claims = without_origins(claims, self.report.text)
        if kind.family == "violence":
            claims = without_tellers(claims, self.said.all, self.resolved.actors, self.report.text)
        if kind.family == "violence" and kind.id != "weapons_disrupted":
            claims = without_the_unlikely(claims, kind.id)
            mentions = [t.trigger.span for t in happening.tellings]
            claims = without_others(claims, mentions, self.report.text)
            claims = with_the_struck(claims, mentions, kind.id, self.report.text)
            if kind.id == "armed_clash":
                claims = on_one_side(claims, self.report.text)
            claims = without_the_helped(claims, self.report.text)
        taken = {(c.span, c.field) for c in claims}
        claims += [self._plain(event_id, happening, t) for t in plain if (t.counted.span, t.field) not in taken]
        claims = without_the_spared(claims, self.report.text)
        if kind.id == "surrender":
            claims = with_the_counted(event_id, claims, self.resolved.actors)
        counts = _one_fate([c for c in claims if c.field in TOLL_FIELDS])
        parts = linked_parts(counts, self.parts, self.report.text)
        told = {c.field for c in parts}
        by_field = [with_wholes([c for c in parts if c.field == f], self.report.text) for f in TOLL_FIELDS if f in told]
        others = [c for c in claims if c.field not in TOLL_FIELDS]
        ordered = sorted([*others, *(c for group in by_field for c in group)], key=lambda c: (c.span, c.field))
        spans = tuple(t.trigger.span for t in happening.tellings)
        return Event(event_id, kind_id, best.realis, round(confidence, 3), best.span, spans, tuple(ordered))

    def _claims(self, event_id: str, kind: EventType, happening: Happening) -> Iterator[Claim]:
        seen: set[tuple[object, ...]] = set()
        several = self._sides(kind, happening) > 1
        hit = frozenset[Span]()
        if kind.id == "armed_clash":
            text, tellings = self.report.text, happening.tellings
            hit = attacked(text, self.sentences, tellings, self.resolved) if several else only_hurt(text, tellings)
        for telling in happening.tellings:
            told_by = self.said.of(telling.trigger.span)
            for field, value, span, score in self._fields(kind, telling, several=several and not hit, hit=hit):
                key = (field, span) if field in TOLL_FIELDS else (field, _key(value))
                if key in seen:
                    continue
                seen.add(key)
                yield Claim(
                    content_id(event_id, field, str(span.start), str(span.end)), field, value, span,
                    self.said.of(span) or told_by, self._stance(telling, field, span),
                    round(score, 3),
                )  # fmt: skip

    def _is_place(self, claim: Claim) -> bool:
        """Whether it takes for who acts or speaks what only tells where that was; a truce in a land is with it."""
        if claim.field not in ("perpetrator", "speaker") or not isinstance(claim.value, ActorValue):
            return False
        return only_there(self.report.text, claim.span, claim.value)

    def _unsure(self, claims: list[Claim], happening: Happening) -> list[Claim]:
        """The claims, the report's own word on who did it as no fact where it says that nobody knows."""
        tellings = ((self.sentences[t.sentence], t.trigger.span) for t in happening.tellings)
        if not any(nobody_knows(self.report.text, sentence, deed) for sentence, deed in tellings):
            return claims
        own = {c.id for c in claims if c.field == "perpetrator" and c.said_by is None and c.stance == "asserted"}
        return [replace(c, stance="alleged") if c.id in own else c for c in claims]

    def _sides(self, kind: EventType, happening: Happening) -> int:
        """How many parties act: of a clash the sides, since "the rebels" and "four gunmen" may be the same men."""
        spans = {s for t in happening.tellings for s in t.spans("agent")}
        if kind.id != "armed_clash":
            return len(spans)
        if any(_TWO.fullmatch(s.of(self.report.text)) for s in spans):
            return 2
        if not any(t.spans(role) for t in happening.tellings for role in ("target", "victim")):
            return max(2, len(spans))
        parties = {(value.kind, value.actor) for s in spans if (value := self.resolved.actors.get(s))}
        return len({(k, a) for k, a in parties if a or not any(k == other and b for other, b in parties)})

    def _plain(self, event_id: str, happening: Happening, toll: Toll) -> Claim:
        """A toll that the grammar tells and the reader left out."""
        span = toll.counted.span
        return Claim(
            content_id(event_id, toll.field, str(span.start), str(span.end)), toll.field, toll.counted.value, span,
            self.said.of(span), self._stance(happening.best, toll.field, span), round(toll.score, 3),
        )  # fmt: skip

    def _fields(
        self, kind: EventType, telling: Telling, *, several: bool, hit: frozenset[Span]
    ) -> Iterator[tuple[str, Value, Span, float]]:
        """Field, value, words and confidence of all that one telling says."""
        both_ways = _BOTH_WAYS.match(self.report.text, telling.trigger.span.end)
        mutual = [(role, tail) for role, tails in telling.roles.items() for tail, _ in tails if self._reciprocal(tail)]
        for role, tails in telling.roles.items():
            for tail, score in tails:
                if (role, tail) in mutual or self.ids.get(tail.span) == self.ids[telling.trigger.span]:
                    continue
                if (
                    role == "agent"
                    and kind.id != "armed_clash"
                    and only_fought(self.report.text, tail.span, telling.trigger.span)
                ):
                    continue
                if (mutual or both_ways) and role == "agent":  # "accused each other": each is also whom it is done to
                    for field, value in self._values(kind, "target", tail, several=several):
                        yield field, value, tail.span, score * tail.score
                span = self._named(tail.span, telling.sentence) if role in _PARTIES else tail.span
                done = "victim" if role == "agent" and tail.span in hit else role
                for field, value in self._values(kind, done, tail, several=several):
                    yield field, value, span, score * tail.score
        for toll in self.linked[telling.trigger.span]:
            yield toll.field, toll.counted.value, toll.counted.span, toll.score

    def _named(self, span: Span, sentence: int) -> Span:
        """The name that a pronoun stands for, where the telling's own sentence has it: it shows more."""
        value = self.resolved.actors.get(span)
        if value is None or span.of(self.report.text).lower() not in _PRONOUNS:
            return span
        key, whole = _key(value), self.sentences[sentence]
        before = [s for s, v in self.resolved.actors.items() if whole.start <= s.start and s.end <= span.start]
        same = [s for s in before if _key(self.resolved.actors[s]) == key and s != span]
        return max((s for s in same if s.of(self.report.text).lower() not in _PRONOUNS), default=span)

    def _values(
        self, kind: EventType, role: str, tail: Mention | Trigger, *, several: bool
    ) -> Iterator[tuple[str, Value]]:
        """The fields and values that a mention in a role gives."""
        span, words = tail.span, tail.span.of(self.report.text)
        resolved = self.resolved
        if role == "agent" and kind.id == "accidental_explosion":
            return  # nobody does what happens by accident
        if _NO_NAME.fullmatch(words):
            return  # a scrap that the reader cut off a name
        if role in ("agent", "target", "victim"):
            if words == "lives" or BODIES.fullmatch(words):
                return  # bodies and lives are counted; who they were is told by other words
            if (role == "victim" and only_owns(self.report.text, span.end)) or named_aside(
                self.report.text, span, role
            ):
                return
            value = resolved.actors.get(span) or self._land(span) or ActorValue(None, words, None, None)
            if is_told(self.report.text, span, value) or is_cut(self.report.text, span, value):
                return
            site = isinstance(tail, Mention) and tail.kind == "facility" and value.actor is None
            if role != "agent" and kind.id == "armed_clash" and (site or (role == "victim" and value.kind in UNARMED)):
                yield "target", value  # who is caught between them takes no part, and what is stormed none either
            else:
                yield _field(kind, role, several=several), value
        elif role == "place" and span in resolved.places:
            yield "place", resolved.places[span]
        elif role in ("time", "deadline") and span in resolved.times:
            yield role, resolved.times[span]
        elif role == "weapon" and span in resolved.weapons and span not in resolved.actors:  # not "Russian"
            yield "weapon", resolved.weapons[span]
        elif role == "content" and isinstance(tail, Trigger):
            if (event := self.ids.get(span)) is not None:
                yield "content", ContentValue(event=event)
        elif role == "content":
            yield "content", ContentValue(text=words)

    def _land(self, span: Span) -> ActorValue | None:
        """A place as a party: the state of a country, and a town or region of it without more."""
        place = self.resolved.places.get(span)
        if place is None:
            return None
        if place.precision == "country" and place.country:
            return ActorValue(f"state:{place.country}", place.name, "state", place.country)
        return ActorValue(None, place.name, None, place.country)

    def _reciprocal(self, tail: Mention | Trigger) -> bool:
        return isinstance(tail, Mention) and tail.span.of(self.report.text).lower() in _EACH_OTHER

    def _stance(self, telling: Telling, field: str, span: Span) -> str:
        resolved, disowned = self.resolved, self.disowned
        return stance(self.report.text, self.sentences, disowned, resolved.actors, telling, field, span)


def _one_fate(counts: Sequence[Claim]) -> list[Claim]:
    """The same words count the killed or the injured, not both: the surer reading stands. Captives may be killed."""
    best: dict[tuple[Span, bool], Claim] = {}
    captives = {c.span for c in counts if c.field in ("abducted", "arrested")}
    for claim in counts:
        key = claim.span, claim.field == "killed" and claim.span in captives
        if key not in best or best[key].confidence < claim.confidence:
            best[key] = claim
    return list(best.values())


def _field(kind: EventType, role: str, *, several: bool) -> str:
    if kind.verbal:
        return "speaker" if role == "agent" else "addressee"
    if kind.symmetric and (several or kind.id != "armed_clash"):  # who is ambushed fights too, but did not begin it
        return "participant" if role == "agent" or several or role != "victim" else "target"
    return "perpetrator" if role == "agent" else "target"


def _key(value: Value) -> object:
    if isinstance(value, ActorValue):
        return value.actor or value.name.lower()
    return value
