"""Where an event happened whose own words do not tell: its sentence's place, or its neighbour's.

In: the events of one report, with the happenings they were made of. Out: the same, with places. One thing to know:
two ways are gone in order, the second only where the first found nothing, and only for what is news and violent; what
is guessed is believed less, and not carried on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tacitus.assemble.clauses import beyond
from tacitus.assemble.grouping.happenings import Happening
from tacitus.assemble.items import Items
from tacitus.assemble.said.attribution import Voices
from tacitus.assemble.setting.homes import is_seat_abroad, is_stage
from tacitus.assemble.settle import finest
from tacitus.assemble.sides.undecided import either_place
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
#: What parts a deed from a place behind it that is not its own.
_APART = re.compile(r"[;\"“”]|, (?:and|but|while|as)\b")
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
        told = [self._and_there(self._without_ways(event), places) for event in own]
        there = [s for s in places if _is_fine(self.resolved.places.get(s)) and not self._leads_away(s)]
        own = [self._with_own(event, happening, there) for event, happening in zip(told, found, strict=True)]
        return [self._left_open(event) for event in self._carried(own, told, found)]

    def _left_open(self, event: Event) -> Event:
        """The event with the places between which an "or" stands as possible ones."""
        told = event.of("place") if event.realis in ("actual", "historical") else []
        either = {
            c.id for c in told if either_place(self.report.text, c.span, [o.span for o in told if o.value != c.value])
        }
        claims = (replace(c, stance="possible") if c.id in either else c for c in event.claims)
        return replace(event, claims=tuple(claims)) if either else event

    def _with_own(self, event: Event, happening: Happening, there: Sequence[Span]) -> Event:
        """The event with the place finer than a country that its first sentence names, if it has none so fine.

        ``there`` are such places of the report that do not only say who came from where.
        """
        here, told = self.markup.sentences[happening.tellings[0].sentence], happening.tellings[0].trigger.span
        if not self._is_guessed(event) or any(_is_fine(c.value) for c in event.of("place")):
            return event
        named = [s for s in there if here.holds(s) and not self._of_another(event, told, s)]
        named = [s for s in named if not _APART.search(self.report.text, told.end, max(told.end, s.start))]
        if event.of("place"):
            named = [s for s in named if not beyond(self.report.text, told, s)]
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

    def _carried(self, events: Sequence[Event], told: Sequence[Event], found: Sequence[Happening]) -> Iterator[Event]:
        """A violent deed without a place takes what was told of the one near by, if there is just one."""
        placed = [
            (t.sentence, e)
            for e, h in zip(told, found, strict=True)
            if self._is_guessed(e) and _is_located(e)
            for t in h.tellings
        ]
        for event, happening in zip(events, found, strict=True):
            if self.ontology[event.type].family != "violence" or event.realis != "actual" or _is_located(event):
                yield event
                continue
            here = {t.sentence for t in happening.tellings}
            alike = [(n, e) for n, e in placed if e.realis == event.realis and self._akin(e, event)]
            with_it = [(n, e) for n, e in alike if not any(self.items.parted(n, s) for s in here)]
            near = [(min(self._far(n, s) for s in here), e) for n, e in with_it]
            nearest = min((far for far, _ in near), default=9)
            close = [e for far, e in near if far == nearest <= 1]
            places = {c.value: c for e in close for c in e.of("place") if _has_point(c.value)}
            claim = next(iter(places.values())) if len(places) == 1 else None
            if claim is None or claim.span.start > happening.tellings[0].trigger.span.start:
                yield event
                continue
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

    def _is_guessed(self, event: Event) -> bool:
        """Whether a place may be guessed: of violence or an arrest that is news; of all else, most guesses fail."""
        return event.realis == "actual" and (event.type == "arrest" or self.ontology[event.type].family == "violence")


def _is_fine(value: Value | None) -> bool:
    return isinstance(value, PlaceValue) and value.precision in ("exact", "settlement", "district", "province")


def _has_point(value: Value | None) -> bool:
    return isinstance(value, PlaceValue) and value.lat is not None


def _is_located(event: Event) -> bool:
    """Whether an event has a place that the gazetteer knows; "the market" alone says too little."""
    return any(_has_point(c.value) for c in event.of("place"))
