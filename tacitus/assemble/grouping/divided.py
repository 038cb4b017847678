"""One telling of several deeds: "gunmen killed five people in Lom and three in Dara" is an event for each town.

In: the events of one report with the happenings they were made of, its counts and its places. Out: the same, an event
for each place that the words give a count of its own. One thing to know: of "42 killed across the land, 12 of them in
Lom" the event of the 42 stays, without the town; where other counts are of all places together, nothing is divided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tacitus.assemble.grouping.happenings import Happening
from tacitus.assemble.grouping.place_by_place import Share, is_part, runs
from tacitus.assemble.setting.homes import elsewhere
from tacitus.records.event import Claim, Event
from tacitus.records.fates import unnumbered
from tacitus.records.report import content_id
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span
from tacitus.records.value import TOLL_FIELDS, ContentValue, PlaceValue, TollValue, Value

#: What a place or a count that only the run tells is believed, of the count beside it.
BY_GRAMMAR = 0.8
_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}


@dataclass(frozen=True, slots=True)
class Divided:
    """What divides the events of one report."""

    text: str
    resolved: Resolved
    places: Mapping[Span, PlaceValue]

    def __call__(self, events: Sequence[Event], found: Sequence[Happening]) -> tuple[list[Event], list[Happening]]:
        """The events, divided, each with the happening it was made of."""
        counts = {c.span for e in events for c in e.of(*TOLL_FIELDS)}
        if not counts or len(self.places) < 1:
            return list(events), list(found)
        counts |= {c.span for c in self.resolved.counts}
        told = [*runs(self.text, _apart(counts), sorted(self.places))]
        told = [run for run in told if len({self.places[share.place].name for share in run}) == len(run)]
        made: list[tuple[Event, Happening]] = list(zip(events, found, strict=True))
        several: dict[str, list[str]] = {}
        for run in told:
            claimed = {c.span for e, _ in made for c in e.of(*TOLL_FIELDS)}
            parted = [(e, h, [*self._parts(e, run, claimed)]) for e, h in made]
            made = [(part, h) for _, h, parts in parted for part in parts]
            divided = [(e.id, parts) for e, _, parts in parted if len(parts) > 1 and not _counts_as(parts[0], e)]
            several.update({id_: [p.id for p in parts] for id_, parts in divided})
        return [_of_all(event, several) for event, _ in made], [h for _, h in made]

    def _parts(self, event: Event, run: Sequence[Share], claimed: set[Span]) -> Iterator[Event]:
        """What an event is divided into by a run, or itself."""
        tolls = event.of(*TOLL_FIELDS)
        own = {c.span for c in tolls}
        mine = [s for s in run if s.count in own or s.count not in claimed]
        told = [s for s in mine if s.count in own]
        theirs = [s for s in run if s not in mine]
        if not told:
            apart = is_part(self.text, run[0].count) and self._is_told_beside(event, run)
            yield self._without(event, run) if apart else event
            return
        event = self._without(event, theirs)
        counted = {s.count for s in run}
        rest = [c for c in tolls if c.span not in counted]
        if rest:
            if self._is_of_all(rest, told, tolls):
                whole = self._without(event, mine)
                yield _told_in(whole, [m for m in event.mentions if not any(s.words.holds(m) for s in mine)])
                if not any(self._holds(c.value, mine) for c in whole.of("place")):  # one blast in a town is one
                    lands = {c.value.country for c in whole.of("place") if isinstance(c.value, PlaceValue)}
                    there = (s for s in mine if not lands or self.places[s.place].country in lands)
                    yield from (self._part(event, s, mine, told) for s in there)
            else:
                yield event
        elif len(mine) > 1:
            first, *others = [self._part(event, s, mine, told) for s in mine]
            yield _renamed(first, event.id)
            yield from others
        else:
            yield event

    def _holds(self, place: Value, shares: Sequence[Share]) -> bool:
        """Whether a town may be that of all shares; none is in the next province."""
        return _is_town(place) and not any(elsewhere(self.places[share.place], place) for share in shares)

    def _is_told_beside(self, event: Event, run: Sequence[Share]) -> bool:
        """Whether an event without any of the counts is told right before the parts, and has a place beside theirs."""
        between = self.text[event.trigger.end : run[0].count.start]
        others = [c for c in event.of("place") if not any(self._is_of(c, share) for share in run)]
        return bool(others) and event.trigger.end <= run[0].count.start and not {".", "\n"} & set(between)

    def _is_of_all(self, rest: Sequence[Claim], told: Sequence[Share], tolls: Sequence[Claim]) -> bool:
        """Whether the other counts are of all places together: the shares are told to be of them, or come to them."""
        shares = [c for c in tolls if any(c.span == s.count for s in told)]
        whole = {c.value.part_of for c in shares if isinstance(c.value, TollValue)} - {None}
        if any(c.id in whole for c in rest) or any(is_part(self.text, s.count) for s in told):
            return True
        sums = sum(c.value.low for c in shares if isinstance(c.value, TollValue))
        return len(shares) > 1 and any(isinstance(c.value, TollValue) and self._comes_to(sums, c) for c in rest)

    def _comes_to(self, sums: int, count: Claim) -> bool:
        """Whether a count is what the shares come to, or tells no number and may be it: "killing dozens"."""
        low = count.value.low if isinstance(count.value, TollValue) else 0
        return low == sums or (low < sums and unnumbered(count.span.of(self.text)))

    def _without(self, event: Event, shares: Sequence[Share]) -> Event:
        """The event without the places of shares."""
        gone = [c for c in event.of("place") if any(self._is_of(c, s) for s in shares)]
        return replace(event, claims=tuple(c for c in event.claims if c not in gone)) if gone else event

    def _is_of(self, claim: Claim, share: Share) -> bool:
        """Whether a place is the one of a share."""
        return share.words.holds(claim.span) or claim.span == share.place or claim.value == self.places[share.place]

    def _part(self, event: Event, share: Share, shares: Sequence[Share], told: Sequence[Share]) -> Event:
        """The event of one share: what is told with it, and what is told with no other or only once."""
        id_ = content_id(event.id, "place", str(share.place.start))
        own = {c.field for c in event.claims if share.words.holds(c.span)}
        kept = []
        for claim in event.claims:
            if claim.field in TOLL_FIELDS:
                here = claim.span == share.count
            elif claim.field == "place":
                here = self._is_of(claim, share) or not any(self._is_of(claim, s) for s in shares)
            else:
                inside = [s for s in shares if s.words.holds(claim.span)]
                here = share in inside or not inside or claim.field not in own
            if here:
                kept.append(claim)
        kept += self._added(event, kept, share, told)
        claims = (_of_event(id_, claim) for claim in sorted(kept, key=lambda c: (c.span, c.field)))
        others = [s for s in shares if s is not share]
        words = [m for m in event.mentions if share.words.holds(m)]
        words = words or [m for m in event.mentions if not any(s.words.holds(m) for s in others)]
        return replace(_told_in(event, words), id=id_, claims=tuple(claims))

    def _added(self, event: Event, kept: Sequence[Claim], share: Share, told: Sequence[Share]) -> Iterator[Claim]:
        """The count and the place of a share, where the reader left them out."""
        beside = next(c for c in event.of(*TOLL_FIELDS) if any(c.span == s.count for s in told))
        believed = round(beside.confidence * BY_GRAMMAR, 3)
        if not any(c.field in TOLL_FIELDS for c in kept):
            counted = next((c.value for c in self.resolved.counts if c.span == share.count), None)
            value = counted or _number(share.count.of(self.text))
            if value:
                yield replace(beside, value=value, span=share.count, confidence=believed)
        if not any(c.span == share.place for c in kept):
            place = self.places[share.place]
            yield replace(beside, field="place", value=place, span=share.place, stance="asserted", confidence=believed)


def _counts_as(one: Event, other: Event) -> bool:
    """Whether an event has all counts of another: it is the sum of its parts."""
    return len(one.of(*TOLL_FIELDS)) == len(other.of(*TOLL_FIELDS))


def _told_in(event: Event, mentions: Sequence[Span]) -> Event:
    """The event with these of its mentions alone, if there are any."""
    if not mentions or len(mentions) == len(event.mentions):
        return event
    return replace(event, mentions=tuple(mentions), trigger=event.trigger if event.trigger in mentions else mentions[0])


def _is_town(value: Value) -> bool:
    """Whether it is a town or less, or a place that the gazetteer lacks."""
    return isinstance(value, PlaceValue) and value.precision not in ("country", "province", "district")


def _number(words: str) -> TollValue | None:
    """What a bare number comes to: "seven", "at least 7"."""
    last = words.lower().split()[-1]
    low = int(last) if last.isdigit() else _NUMBERS.get(last)
    return TollValue(low, None if words.lower().startswith("at least") else low) if low else None


def _apart(counts: set[Span]) -> list[Span]:
    """The counts in order, the longest of those that overlap."""
    found: list[Span] = []
    for span in sorted(counts, key=lambda s: (s.start, -s.end)):
        if not found or found[-1].end <= span.start:
            found.append(span)
    return found


def _of_event(id_: str, claim: Claim) -> Claim:
    value = claim.value
    if isinstance(value, TollValue) and value.part_of:
        value = replace(value, part_of=None)
    return replace(claim, id=content_id(id_, claim.field, str(claim.span.start), str(claim.span.end)), value=value)


def _renamed(event: Event, id_: str) -> Event:
    return replace(event, id=id_, claims=tuple(_of_event(id_, claim) for claim in event.claims))


def _of_all(event: Event, several: Mapping[str, Sequence[str]]) -> Event:
    """The event with each content that was divided as all of its parts."""
    claims = []
    for claim in event.claims:
        of = claim.value.event if claim.field == "content" and isinstance(claim.value, ContentValue) else None
        parts = several.get(of, ()) if of else ()
        claims.append(claim)
        for id_ in parts[1:]:
            where = content_id(event.id, "content", str(claim.span.start), str(claim.span.end), id_)
            claims.append(replace(claim, id=where, value=ContentValue(event=id_)))
    return replace(event, claims=tuple(claims)) if len(claims) > len(event.claims) else event
