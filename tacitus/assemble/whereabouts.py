"""Where an event happened whose own words do not tell: the site it hit, its sentence's place, its neighbour's.

In: the events of one report, with the happenings they were made of. Out: the same, with places. One thing to know:
three ways are gone in order, each only where the one before found nothing, and what is carried over is believed less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tacitus.assemble.attribution import Voices
from tacitus.assemble.clauses import beyond
from tacitus.assemble.happenings import Happening
from tacitus.assemble.homes import is_seat_abroad, is_stage
from tacitus.assemble.items import Items
from tacitus.assemble.settle import finest
from tacitus.assemble.undecided import either_place
from tacitus.records.event import Claim, Event
from tacitus.records.markup import Markup
from tacitus.records.ontology import Ontology
from tacitus.records.report import Report, content_id
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue, Value

#: What is carried over from a neighbouring sentence is believed this much of what was said there.
CARRIED = 0.6
#: What leads away from where something happened; raiders who "crossed into" a village were there.
_WAY = re.compile(
    r"\b(?:(?:c[ao]me|coming|arriv\w+|fl[eo]w\w*|flying|cross\w+|return\w+|airlifted|launched|fired|tak(?:ing|en) off|"
    r"took off|sail\w+|travel\w+|moved)\b[^.,;\n]{0,20}?\bfrom|"
    r"(?:fled|flee\w*|evacuated|transferred|rushed|flown|bound|heading|airlifted|on (?:the|his|her|their) way)\b"
    r"[^.,;\n]{0,20}?\b(?:to|towards|for))"
    r"\s+(?:(?:the|nearby|neighbou?ring|[a-z]+ern|city|town|village|of)\s+){0,4}$",
    re.I,
)
#: "Freed men whom they had seized in Lom": that place is an earlier deed's; so is the prison's in which he had sat.
_EARLIER = re.compile(r"\bhad (?!to\b|no\b|an?\b|the\b)(?:been )?\w+")
_AFTER = re.compile(r"\b(?:after|before|following|since|despite)\b")
_FROM_WHERE = frozenset(("release", "expulsion"))
#: "In Lom, the ministry condemned …": a stage for words, at the head of its sentence.
_OPENS = re.compile(r"(?:^|\n|[.!?][\"”’]?\s)\W{0,3}In $")
#: "Shot four people in Lom and two in the southern city of Dara".
_AND_THERE = re.compile(
    r",? and (?:at least |another |about |some )?"
    r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|several|others)"
    r"(?: others?| more| people| civilians)? (?:in|at|near) (?:the )?(?:nearby )?(?:[a-z]+ern )?"
    r"(?:(?:city|town|village|district|province) of )?"
)
_REACH = 80
_LEADING, _SMALL_WORDS = ("from", "to", "towards", "for"), 5  # one of these is among the last five words of each


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is known of the places of one report."""

    report: Report
    markup: Markup
    resolved: Resolved
    said: Voices
    ontology: Ontology
    items: Items

    def placed(self, events: Sequence[Event], found: Sequence[Happening]) -> list[Event]:
        """The events with places, as far as the report tells them."""
        places = [m.span for m in self.markup.mentions if m.kind == "place"]
        own = [self._without_earlier(event, happening) for event, happening in zip(events, found, strict=True)]
        hit = [self._and_there(self._where_hit(self._without_ways(event)), places) for event in own]
        fine = [span for span in places if _is_fine(self.resolved.places.get(span))]
        there = [span for span in fine if not self._leads_away(span)]
        own = [self._with_own(event, happening, fine, there) for event, happening in zip(hit, found, strict=True)]
        return [self._left_open(event) for event in self._carried(own, found)]

    def _left_open(self, event: Event) -> Event:
        """The event with the places between which an "or" stands as possible ones."""
        told = event.of("place") if event.realis in ("actual", "historical") else []
        either = {
            c.id for c in told if either_place(self.report.text, c.span, [o.span for o in told if o.value != c.value])
        }
        claims = (replace(c, stance="possible") if c.id in either else c for c in event.claims)
        return replace(event, claims=tuple(claims)) if either else event

    def _where_hit(self, event: Event) -> Event:
        """The event where the one site stands that was hit: "the market of Saraqib"."""
        if event.of("place") or not self._happens_somewhere(event):
            return event
        sites = [c for c in event.of("target") if _has_point(self.resolved.places.get(c.span))]
        if len(sites) != 1 or not _is_fine(self.resolved.places[sites[0].span]):
            return event
        hit = sites[0]
        id_ = content_id(event.id, "place", str(hit.span.start), str(hit.span.end))
        claim = replace(hit, id=id_, field="place", value=self.resolved.places[hit.span])
        return replace(event, claims=tuple(sorted((*event.claims, claim), key=lambda c: (c.span, c.field))))

    def _with_own(self, event: Event, happening: Happening, fine: Sequence[Span], there: Sequence[Span]) -> Event:
        """The event with the place finer than a country that its first sentence names, if it has none so fine.

        ``fine`` are such places of the report, and ``there`` those of them that do not only say who came from where.
        """
        here = self.markup.sentences[happening.tellings[0].sentence]
        if not self._happens_somewhere(event) or any(_is_fine(c.value) for c in event.of("place")):
            return event
        named = [s for s in (there if self.ontology[event.type].family == "violence" else fine) if here.holds(s)]
        named = [s for s in named if not self._of_another(event, happening.tellings[0].trigger.span, s)]
        if event.of("place"):
            named = [s for s in named if not beyond(self.report.text, happening.tellings[0].trigger.span, s)]
        best = finest([self.resolved.places[s] for s in named])
        if best is None:
            return event
        span = next(s for s in named if self.resolved.places[s] == best)
        if is_seat_abroad(span, best, event.claims, self.report.text, self.said.all):
            return event
        claim = Claim(
            content_id(event.id, "place", str(span.start), str(span.end)), "place", self.resolved.places[span], span,
            self.said.of(span), "asserted", round(event.confidence * CARRIED, 3),
        )  # fmt: skip
        return replace(event, claims=tuple(sorted((*event.claims, claim), key=lambda c: (c.span, c.field))))

    def _and_there(self, event: Event, places: Sequence[Span]) -> Event:
        """The event with the second of two places that its sentence counts people in."""
        told = {c.span: c for c in event.of("place")}
        for first, claim in told.items():
            second = next((s for s in places if s.start > first.end), None)
            if second is None or second in told or not _has_point(self.resolved.places.get(second)):
                continue
            if _AND_THERE.fullmatch(self.report.text, first.end, second.start):
                id_ = content_id(event.id, "place", str(second.start), str(second.end))
                score = round(claim.confidence * CARRIED, 3)
                new = replace(claim, id=id_, value=self.resolved.places[second], span=second, confidence=score)
                return replace(event, claims=tuple(sorted((*event.claims, new), key=lambda c: (c.span, c.field))))
        return event

    def _without_earlier(self, event: Event, happening: Happening) -> Event:
        """A release or expulsion without the places and times of what was done before to those whom it befell."""
        if event.type not in _FROM_WHERE:
            return event
        told = happening.tellings[0]
        here = self.markup.sentences[told.sentence]
        behind = (c for c in event.of("place", "time") if here.holds(c.span) and c.span.start > told.trigger.span.end)
        gone = {c.id for c in behind if self._of_another(event, told.trigger.span, c.span)}
        return replace(event, claims=tuple(c for c in event.claims if c.id not in gone)) if gone else event

    def _of_another(self, event: Event, told: Span, place: Span) -> bool:
        """Whether a place in the sentence of a deed is that of an earlier one, or only where somebody spoke of it."""
        text = self.report.text
        if told.end <= place.start:
            if _EARLIER.search(text, told.end, place.start):
                return True
            return event.type in _FROM_WHERE and _AFTER.search(text, told.end, place.start) is not None
        if not _OPENS.search(text, max(0, place.start - 8), place.start):
            return False
        words = (t.span for t in self.markup.triggers if self.ontology[t.type].verbal)
        spoken = any(place.end <= s.start < told.start for s in words) or is_stage(place, text, self.said.all)
        return spoken and self.resolved.places[place].country != self._land()

    def _land(self) -> str | None:
        """The country that most of the report's places lie in."""
        counts = Counter(value.country for value in self.resolved.places.values() if value.country)
        return counts.most_common(1)[0][0] if counts else None

    def _without_ways(self, event: Event) -> Event:
        """A violent event without the places that those who did it came from, or others went to, if it has its own."""
        if self.ontology[event.type].family != "violence":
            return event
        ways = [c for c in event.of("place") if self._leads_away(c.span)]
        if not any(_has_point(c.value) for c in event.of("place") if c not in ways):
            return event
        return replace(event, claims=tuple(c for c in event.claims if c not in ways))

    def _leads_away(self, place: Span) -> bool:
        """Whether a place is only where somebody came from or went: "jets that flew from Harl", "fled to Harl"."""
        before = self.report.text[max(0, place.start - _REACH) : place.start].lower().split()
        if not any(word.endswith(_LEADING) for word in before[-_SMALL_WORDS:]):
            return False
        return bool(_WAY.search(self.report.text, max(0, place.start - _REACH), place.start))

    def _carried(self, events: Sequence[Event], found: Sequence[Happening]) -> Iterator[Event]:
        """A deed without a place takes that of the neighbouring telling of its family, if there is just one near by."""
        placed = [
            (t.sentence, e)
            for e, h in zip(events, found, strict=True)
            if self._happens_somewhere(e) and _is_located(e)
            for t in h.tellings
        ]
        for event, happening in zip(events, found, strict=True):
            if not self._happens_somewhere(event) or _is_located(event):
                yield event
                continue
            here = {t.sentence for t in happening.tellings}
            alike = [(n, e) for n, e in placed if e.realis == event.realis and self._akin(e, event)]
            with_it = [(n, e) for n, e in alike if not any(self.items.parted(n, s) for s in here)]
            near = [(min(self._far(n, s) for s in here), e) for n, e in with_it]
            nearest = min((far for far, _ in near), default=9)
            close = [e for far, e in near if far == nearest <= 1]
            places = {c.value: c for e in close for c in e.of("place") if _has_point(c.value)}
            if len(places) != 1:
                yield event
                continue
            claim = next(iter(places.values()))
            carried = replace(
                claim,
                id=content_id(event.id, "place", str(claim.span.start)),
                confidence=round(claim.confidence * CARRIED, 3),
            )  # fmt: skip
            yield replace(event, claims=tuple(sorted((*event.claims, carried), key=lambda c: (c.span, c.field))))

    def _akin(self, one: Event, other: Event) -> bool:
        return self.ontology[one.type].family == self.ontology[other.type].family

    def _far(self, one: int, other: int) -> int:
        """How many sentences lie between two; a new paragraph counts for one more."""
        first, last = sorted((one, other))
        between = self.report.text[self.markup.sentences[first].end : self.markup.sentences[last].start]
        return last - first + ("\n" in between)

    def _happens_somewhere(self, event: Event) -> bool:
        """Whether an event is a deed with a place of its own, and not words, talks, or something yet to come."""
        kind = self.ontology[event.type]
        return not kind.verbal and kind.family != "diplomacy" and event.realis in ("actual", "historical")


def _is_fine(value: Value | None) -> bool:
    return isinstance(value, PlaceValue) and value.precision in ("exact", "settlement", "district", "province")


def _has_point(value: Value | None) -> bool:
    return isinstance(value, PlaceValue) and value.lat is not None


def _is_located(event: Event) -> bool:
    """Whether an event has a place that the gazetteer knows; "the market" alone says too little."""
    return any(_has_point(c.value) for c in event.of("place"))
