"""On which day an event happened whose own words do not tell: that of the lead, or of the sentence before.

"It came two days after a blast" puts the blast two days before that day, or before the report and the day before it.

In: the events of one report, with the happenings they were made of and their places. Out: the same, with days.
One thing to know: only deeds told as news take a day, from one of their kind with nothing between them that turns
elsewhere or tells another day; what is carried over is believed less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tacitus.assemble.grouping.happenings import KIN, Happening
from tacitus.assemble.items import Items
from tacitus.assemble.setting.whereabouts import CARRIED
from tacitus.records.event import Claim, Event
from tacitus.records.markup import Markup
from tacitus.records.ontology import Ontology
from tacitus.records.report import Report, content_id
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue, TimeValue

#: Days before its report on which happened what it leads with, and what it tells as news at all.
LATE, NEWS = 3, 10
#: Sentences that are its lead.
LEAD = 2
#: Sentences behind the lead in which what is told without a place may be of its day.
_FAR = 3
#: Characters before a day that opens its sentence: "On", "But by late".
_OPENING = 12
#: What is told as past to something else, as going on, or of days at large.
_NO_NEWS = re.compile(  # for small letters
    r"\b(?:had|has|have|is|are|since|recent(?:ly)?|previous(?:ly)?|"
    r"regularly|often|repeatedly|always|usually|daily|every|ago|last|earlier|later|next|so far|continu\w+|ongoing|"
    r"intensif\w+|escalat\w+|campaign|weeks?|months?|years?|days)\b"
)

#: What names a day, and not an hour of one or none ("that morning").
_NAMES_DAY = re.compile(
    r"\d|day\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.I
)
#: One day by its name or date.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_ONE_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\byesterday\b|"
    rf"\b\d{{1,2}} {_MONTH}|\b{_MONTH} \d{{1,2}}\b",
    re.I,
)

#: "Two days after", and what stands between that and what happened first.
_AFTER = re.compile(
    r"\b((an?|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?) (day|week)s? after)\b[^.,;:]*$", re.I
)
_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}


@dataclass(frozen=True, slots=True)
class Days:
    """What is known of the days of one report."""

    report: Report
    markup: Markup
    ontology: Ontology
    items: Items

    def dated(self, events: Sequence[Event], found: Sequence[Happening]) -> list[Event]:
        """The events with days, as far as the report tells them."""
        known = [(t.sentence, e) for e, h in zip(events, found, strict=True) for t in h.tellings if e.of("time")]
        starts = sorted(t.trigger.span.start for h in found for t in h.tellings)
        before = [self._day_before(e, h, known, starts) or e for e, h in zip(events, found, strict=True)]
        return [self._with_day(e, h, known) for e, h in zip(before, found, strict=True)]

    def _day_before(
        self, event: Event, happening: Happening, known: Sequence[tuple[int, Event]], starts: Sequence[int]
    ) -> Event | None:
        """The event with the day that lies so many before what its sentence tells to have come after it."""
        first, published = happening.tellings[0], self.report.published
        sentence, at = self.markup.sentences[first.sentence], first.trigger.span.start
        told = [c for c in event.of("time") if isinstance(c.value, TimeValue) and (c.value.earliest or c.value.latest)]
        match = _AFTER.search(self.report.text, sentence.start, at)
        if match is None or told or published is None or event.realis != "actual":
            return None
        if any(match.end(1) <= start < at for start in starts):
            return None  # what came after it stands before it: "a day after a blast hit the mill rebels …"
        number = int(match[2]) if match[2].isdigit() else _NUMBERS.get(match[2].lower(), 1)
        back = timedelta(number * (7 if match[3].lower() == "week" else 1))
        days = {_day(e) for n, e in known if n == first.sentence and e is not event} - {None}
        day = days.pop() if len(days) == 1 else None
        last = (date.fromisoformat(day) if day else published) - back
        value = TimeValue((last if day else last - timedelta(1)).isoformat(), last.isoformat(), "day")
        span = Span(*match.span(1))
        id_ = content_id(event.id, "time", str(span.start), str(span.end))
        claim = Claim(id_, "time", value, span, None, "asserted", round(event.confidence * CARRIED, 3))
        rest = (c for c in event.claims if c.field != "time")
        return replace(event, claims=tuple(sorted((*rest, claim), key=lambda c: (c.span, c.field))))

    def _with_day(self, event: Event, happening: Happening, known: Sequence[tuple[int, Event]]) -> Event:
        if event.of("time") or event.realis != "actual" or self.ontology[event.type].family != "violence":
            return event
        here = happening.tellings[0].sentence
        if any(self._is_no_news(t.sentence) for t in happening.tellings):
            return event
        before = [(n, e) for n, e in known if n <= here and e.realis == "actual" and _kin(e, event)]
        claim = next(self._carried(event, here, self._not_overtaken(here, before)), None)
        if claim is None:
            return event
        id_ = content_id(event.id, "time", str(claim.span.start), str(claim.span.end))
        day = claim.value.earliest[:10] if isinstance(claim.value, TimeValue) and claim.value.earliest else None
        value = TimeValue(day, day, "day") if day else claim.value  # its hour is the other's
        carried = replace(claim, id=id_, value=value, confidence=round(claim.confidence * CARRIED, 3))
        return replace(event, claims=tuple(sorted((*event.claims, carried), key=lambda c: (c.span, c.field))))

    def _not_overtaken(self, here: int, before: Sequence[tuple[int, Event]]) -> list[tuple[int, Event]]:
        """Those after whose day no other was told: "on Monday … on Thursday … the barrage" is of Thursday."""
        days = [(claim.span.start, _day(e)) for _, e in before for claim in e.of("time")]
        told = [(at, day) for at, day in days if day and at < self.markup.sentences[here].start]
        last = max(told, default=None)
        return [(n, e) for n, e in before if last is None or _day(e) in (None, last[1])]

    def _carried(self, event: Event, here: int, before: Sequence[tuple[int, Event]]) -> Iterator[Claim]:
        """The day of the sentence before, or of the lead where it tells of the same place."""
        last = max((n for n, _ in before), default=-1)
        days = {_day(e): claim for n, e in before if n == last for claim in e.of("time")}
        published = self.report.published
        if len(days) != 1 or published is None or self.items.parted(last, here):
            return
        day, claim = next(iter(days.items()))
        between = (n for n in range(last, here) if not self.markup.sentences[n].holds(claim.span))
        if any(self._opens_with_day(n, claim.span) for n in between):
            return  # "By Sunday the villagers had fled" has gone on to another day
        if day is None or not _NAMES_DAY.search(claim.span.of(self.report.text)):
            return
        age = (published - date.fromisoformat(day)).days
        lead = (e for n, e in before if n < LEAD and _day(e) == day)
        beside = here - last <= 1 and 0 <= age <= NEWS
        told_near = here - last <= _FAR or any(isinstance(c.value, PlaceValue) for c in event.of("place"))
        if beside or (0 <= age <= LATE and told_near and any(_in_one_place(e, event) for e in lead)):
            yield claim

    def _opens_with_day(self, sentence: int, told: Span) -> bool:
        """Whether a sentence begins with another day than the one told: "On Monday", "By Friday evening"."""
        text, start = self.report.text, self.markup.sentences[sentence].start
        opening = (m.span for m in self.markup.mentions if m.kind == "time" and 0 <= m.span.start - start < _OPENING)
        days = (found[0].lower() for span in opening if (found := _ONE_DAY.search(text, span.start, span.end)))
        return any(day not in told.of(text).lower() for day in days)

    def _is_no_news(self, sentence: int) -> bool:
        """Whether a sentence tells a time of its own, or of what goes on or went before."""
        span = self.markup.sentences[sentence]
        timed = any(m.kind == "time" and span.holds(m.span) for m in self.markup.mentions)
        return timed or bool(_NO_NEWS.search(span.of(self.report.text).lower()))


def _kin(one: Event, other: Event) -> bool:
    return one.type == other.type or any(one.type in kin and other.type in kin for kin in KIN)


def _day(event: Event) -> str | None:
    """The one day on which an event happened, if it tells one."""
    days = {
        (c.value.earliest[:10], c.value.latest[:10])
        for c in event.of("time")
        if isinstance(c.value, TimeValue) and c.value.earliest and c.value.latest
    }
    first, last = next(iter(days)) if len(days) == 1 else ("", "-")
    return first if first == last else None


def _in_one_place(one: Event, other: Event) -> bool:
    """Whether two events may be of one town: one has no place, or they lie in one province."""
    mine, theirs = ([c.value for c in e.of("place") if isinstance(c.value, PlaceValue)] for e in (one, other))
    if not mine or not theirs:
        return True
    return any(
        a.country == b.country and (a.admin1 == b.admin1 or not (a.admin1 and b.admin1)) for a in mine for b in theirs
    )
