"""A document → the words that tell each of its events, as they are kept for merging.

In: a report's text and its events. Out: for each event a sorted tuple of marked stems. One thing to know: the text is
not at hand when events are merged, so all that merging wants of it is picked out here, once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from tacitus.merge.accounts.copies import printed
from tacitus.merge.accounts.offices import offices
from tacitus.records.course import over_time
from tacitus.records.event import Claim, Document, Event
from tacitus.records.fates import came_to_these, of_them, over_days, unnumbered
from tacitus.records.former import STOP, overtaken, risen
from tacitus.records.later import died_later
from tacitus.records.span import Span
from tacitus.records.standing import stands
from tacitus.records.value import TOLL_FIELDS, PlaceValue, TimeValue, TollValue

#: What stands before what is no plain word: a trigger's stem, a stem of what is spoken of, a place of the report, a
#: stem of a claim's sentence, the day of what is told nearest, a claim whose words other events share, that its own
#: sentence tells its time, a count that is told without a number ("dozens"), that what is told went on for
#: days.
TRIGGER, ABOUT, AROUND, CLAIMED, DAY, SHARED, DATED, VAGUE = "=", ">", "@", "+", "^", "&", "!", "?"
GOES_ON = "%"
#: Before a count that is told as grown: "rose to 31".
RISEN = "$"
#: Before a count that is told as overtaken by another: "up from 14".
FORMER = "<"
#: Before a count of those who died after the others had been counted: "two of the wounded have died".
LATER = "|"
#: Before a type that the reader holds an event for almost as likely.
PERHAPS = "#"
#: After a shared claim: in how many events of its report its words stand. Without it the claim is of no single one.
TIMES = "*"
#: Before a place that is told side by side with another, and between the two: "in Harl and the village of Zarq".
BESIDE = "/"
#: Before a mark of a sentence that tells it, which another report that prints it word for word has too.
PRINTED = ";"
#: Who says a claim, and for whom he speaks ("~omar said~Observatory").
OFFICE = "~"
#: Letters of a word that its inflections share, well enough; of a name, as many as tell it from others.
STEM, NAME = 6, 9
#: Places that a report as a whole is set in, and characters of a passage on either side of the words.
PLACES, PASSAGE = 6, 300
#: Days within which a time tells a day.
CLOSE = 3
_WORD = re.compile(r"[^\W_]{3,}")
_WHICH = re.compile(r"\b(?:which|where|whose)\b", re.I)
#: "Fifteen of the wounded", with as many characters of it as may stand behind the count.
_SOME_OF = re.compile(r"\bof (?:the|those) (?:wounded|injured|dead|killed)\b", re.I)
SOME = 22
#: What goes on, or came again and again: "have intensified", "has been shelling", "is also fighting", "regularly",
#: "in the past".
_COURSE = re.compile(
    r"\bha(?:s|ve) (?:\w+ly )?(?:been (?:\w+ly )?\w{2,}ing|intensified|escalated|stepped up)\b|"
    r"\b(?:is|are) (?:also |still |now |currently )\w{2,}ing\b|"
    r"\bcontinu(?:es?|ing) (?:unabated|to (?:target|hit|strike|bomb|shell|pound|raid|attack|fight|battle|clash))\b|"
    r"\bha(?:s|ve) (?:\w+ ){1,3}(?:frequent|regular|repeated|daily|near-daily|constant) |"
    r"\b(?:regularly|repeatedly|routinely|systematically|almost daily|near-daily|frequently)\b|"
    r"\b(?:in|over) recent (?:days|weeks|months|years)\b|\b(?:each|every) (?:day|week|month)\b|"
    r"\b(?:in|over|for|during) the (?:past|last) (?:[\w-]+ )?(?:weeks|months|years)\b|"
    r"\bin the past\b(?! (?:[\w-]+ ){0,2}(?:hours?|days?|weeks?|months?|years?|decades?)\b)",
    re.I,
)
_AND = re.compile(
    r"(?:,|,? and|,? as well as)(?: (?:in|at|near|on|against))?(?: the)?(?: [\w-]+(?:ern|by))?"
    r"(?: (?:city|town|village|cities|towns|villages)(?: of)?)? "
)
_EMPTY = frozenset(
    "the and for with that this from was were has have had its his her their they them who which when where what been "
    "being but not after before into over under near about than then also more most some any all one two said says say "
    "told according there here will would could should may might our your are out off down upon during while since "
    "between against other another such only very just still even both each few many much own same".split()
)


def wordings(document: Document) -> dict[str, tuple[str, ...]]:
    """The wording of each event, by its id."""
    text = document.report.text
    shared = [AROUND + key for key in _around(document)]
    days = _days(document)
    sums = _sums(document, text)
    bodies = offices(document)
    seconds = {t.span: PERHAPS + t.second for t in document.markup.triggers if t.second} if document.markup else {}
    return {
        event.id: tuple(
            sorted(
                {
                    *_words(text, event),
                    *shared,
                    *days[event.id],
                    *sums[event.id],
                    *_speaking(event, bodies),
                    *_side_by_side(event, text),
                    *(seconds[span] for span in event.mentions if span in seconds),
                }
            )
        )
        for event in document.events
    }


def _speaking(event: Event, bodies: Mapping[str, str]) -> Iterator[str]:
    """For whom those persons speak who say something of an event."""
    names = {c.said_by.actor.name.lower() for c in event.claims if c.said_by and c.said_by.actor}
    yield from (f"{OFFICE}{name}{OFFICE}{bodies[name]}" for name in names & bodies.keys())


def _side_by_side(event: Event, text: str) -> Iterator[str]:
    """The pairs of places that an event is told of side by side, by their claims: neither lies in the other."""
    for one, other in pairwise(sorted(event.of("place"), key=lambda claim: (claim.span, claim.id))):
        if _AND.fullmatch(text, one.span.end, other.span.start):
            yield f"{BESIDE}{one.id}{BESIDE}{other.id}"


def place_keys(place: PlaceValue) -> Iterator[str]:
    """What a place goes by where places are looked for: its province, and its name when it is finer than one."""
    if place.admin1:
        yield f"{place.country}/{place.admin1}"
    if place.precision in ("exact", "settlement", "district"):
        yield place.name.lower()


def _around(document: Document) -> list[str]:
    """The places that the report as a whole is set in, the most told first."""
    told: Counter[str] = Counter()
    for event in document.events:
        for entry in event.settled:
            told.update(key for v in entry.values if isinstance(v, PlaceValue) for key in place_keys(v))
    return [key for key, _ in sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))[:PLACES]]


def _days(document: Document) -> dict[str, list[str]]:
    """For each event the day of the event told nearest to it that has one: what has none of its own is likely of it."""
    events = sorted(document.events, key=lambda event: (event.trigger, event.id))
    known = [(at, day) for at, event in enumerate(events) if (day := _day(event)) is not None]
    found: dict[str, list[str]] = {}
    for at, event in enumerate(events):
        # Of two as near, the one before.
        near = min(((abs(at - other), other > at, day) for other, day in known if other != at), default=None)
        found[event.id] = [] if near is None else [f"{DAY}{near[2]}"]
    return found


def _day(event: Event) -> int | None:
    """The first day of an event that happened, where its words tell it to within some days."""
    return None if event.realis == "historical" else _told_day(event)


def _told_day(event: Event) -> int | None:
    for entry in event.settled:
        for value in entry.values if entry.field == "time" else ():
            if isinstance(value, TimeValue) and value.earliest and value.latest:
                first, last = (date.fromisoformat(iso[:10]).toordinal() for iso in (value.earliest, value.latest))
                return first if 0 <= last - first <= CLOSE else None
    return None


def _sums(document: Document, text: str) -> dict[str, list[str]]:
    """For each event the tolls that are not its own: whose words stand in other events too, that count over days.

    What was counted before and is told as overtaken is no figure of the report either, nor is a part of those
    counted before; and what no number tells is no figure at all.
    """
    told: Counter[tuple[str, Span]] = Counter((c.field, c.span) for e in document.events for c in e.of(*TOLL_FIELDS))
    found: dict[str, list[str]] = {event.id: [] for event in document.events}
    for event in document.events:
        for claim in event.of(*TOLL_FIELDS):
            if unnumbered(claim.span.of(text)):
                found[event.id].append(VAGUE + claim.id)
            if risen(text, claim.span):
                found[event.id].append(RISEN + claim.id)
            if former := overtaken(text, claim.span):
                found[event.id].append(FORMER + claim.id)
            if claim.field == "killed" and died_later(text, claim.span):
                found[event.id].append(LATER + claim.id)
            if former or _is_some(text, claim) or _is_of_days(text, claim.span):
                found[event.id].append(SHARED + claim.id)
            elif (times := told[claim.field, claim.span]) > 1:
                found[event.id].append(f"{SHARED}{claim.id}{TIMES}{times}")
    return found


def _is_of_days(text: str, count: Span) -> bool:
    """Whether a count's sentence counts over days; "a town which has been held since" behind it tells of the town."""
    passage = _passage(text, count)
    clause = _WHICH.search(text, count.end, passage.end)
    return over_days(text[passage.start : clause.start() if clause else passage.end])


def _is_some(text: str, claim: Claim) -> bool:
    """Whether a count is of some of those counted elsewhere: "15 of the wounded", "31, two of them policemen"."""
    if _SOME_OF.search(text, claim.span.start, claim.span.end + SOME):
        return True
    assert isinstance(claim.value, TollValue)  # noqa: S101 - callers pass toll claims only
    some = not claim.value.part_of and of_them(claim.span.of(text))
    return some and not came_to_these(claim.field, text, claim.span)


def _words(text: str, event: Event) -> Iterator[str]:
    own = sorted({_passage(text, span) for span in event.mentions})
    said = sorted({_passage(text, claim.span) for claim in event.claims} - set(own))
    if any(passage.holds(claim.span) for claim in event.of("time") for passage in own):
        yield DATED
    if _goes_on(text, event):
        yield GOES_ON
    for passage in own:
        yield from _stems(passage.of(text))
        yield from (f"{PRINTED}{mark}" for mark in sorted(printed(passage.of(text))))
    for passage in said:
        yield from (CLAIMED + stem for stem in _stems(passage.of(text)))
    for span in event.mentions:
        yield from (TRIGGER + stem.lower() for stem in _stems(span.of(text)))
    for claim in event.of("content"):
        yield from (ABOUT + stem.lower() for stem in _stems(claim.span.of(text)))


def _goes_on(text: str, event: Event) -> bool:
    """Whether an event of which no day is told went on over days, by each sentence that tells it.

    These tell its course ("have intensified their raids"), or count over days ("44 were killed since"; where it tells
    from when to when, those that count), or all its words tell a state that lasts ("is held by rebels").
    """
    if event.realis not in ("actual", "historical") or _told_day(event) is not None:
        return False
    if all(stands(text, span) for span in event.mentions):
        return True
    counts = [claim.span for claim in event.of(*TOLL_FIELDS)]
    if all(over_time(text, _passage(text, span), span) for span in event.mentions):
        return True
    told = [_passage(text, span).of(text) for span in (*counts, *event.mentions)]
    counted = bool(counts) and event.realis == "actual"
    if counted and _lasts(event) and all(over_days(passage) for passage in told[: len(counts)]):
        return True
    return all(_COURSE.search(passage) or (counted and over_days(passage)) for passage in told)


def _lasts(event: Event) -> bool:
    """Whether an event tells from when to when it went on."""
    times = [v for entry in event.settled if entry.field == "time" for v in entry.values]
    return any(isinstance(v, TimeValue) and v.earliest and v.latest for v in times)


def _passage(text: str, span: Span) -> Span:
    """The sentence around some words, as far as full stops tell."""
    start = max((m.end() for m in STOP.finditer(text, max(0, span.start - PASSAGE), span.start)), default=None)
    stop = STOP.search(text, span.end, span.end + PASSAGE)
    return Span(max(0, span.start - PASSAGE) if start is None else start, stop.start() if stop else span.end)


def _stems(words: str) -> Iterator[str]:
    """The stems of the words that say something; a name (a capital inside a passage) keeps its capital."""
    for match in _WORD.finditer(words):
        word = match[0]
        if word.lower() not in _EMPTY:
            is_name = match.start() > 0 and word[0].isupper() and word[1:].islower()
            yield word[:NAME].capitalize() if is_name else word[:STEM].lower()


def stems(words: str) -> set[str]:
    """The stems of some words, in small letters."""
    return {stem.lower() for stem in _stems(f" {words}")}
