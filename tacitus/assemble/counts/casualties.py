"""Which counts of people belong to a happening, and what became of them.

In: a telling with its links, and the counts of the report. Out: a field (killed, injured …), the count
and how sure it is. One thing to know: the reader says which words tell a toll or name the victims; a
person named beside a count ("a teacher, Omar Said") is counted once, with the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tacitus.assemble.clauses import at_another_time
from tacitus.assemble.counts.animals import only_animals
from tacitus.assemble.counts.outspoken import in_the_end, included, near, outspoken
from tacitus.assemble.counts.spans_of_time import of_two_spans
from tacitus.assemble.counts.taken import without_the_dead
from tacitus.assemble.counts.too_many import too_many
from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.sides.spared import some_lived, spared
from tacitus.assemble.words import sentence_around
from tacitus.records.fates import MANY, affected, came_to_these, fate, of_them, only_owns, out_of, speaks_of, unhurt
from tacitus.records.given import is_given
from tacitus.records.markup import Mention
from tacitus.records.personal import like_a_person
from tacitus.records.resolved import Counted, Resolved
from tacitus.records.side_by_side import in_a_row
from tacitus.records.span import Span
from tacitus.records.undivided import no_toll
from tacitus.records.value import ActorValue, TollValue

#: Types of which a count of people has one meaning, unless the trigger's words say another.
FATE_OF_TYPE = {"arrest": "arrested", "abduction": "abducted", "surrender": "surrendered"}
#: The role that the counted people have in such types.
_COUNTED_ROLES = {"arrest": ("target", "victim"), "abduction": ("target", "victim"), "surrender": ("agent", "target")}
_DONE_TO = {"execution": "killed", "assault": "injured"}  # "slit their throats"; and who is beaten is hurt
#: "Three of them are still missing".
_MISSING = re.compile(r"[^.;\n]{0,50}\b(?:missing|unaccounted for|not been seen|not come (?:back|home))\b", re.I)
_PRONOUN = re.compile(r"(?:him|his|her|he|she|them|they|their|it|its|me|us|himself|herself|who|whom)", re.I)
_BY = re.compile(r"\bby\s+(?:an? (?:group|team|gang|band|squad) of\s+)?$", re.I)
_AND = re.compile(r"\s*(?:\([^)]{0,20}\)?)?\)?\s*,?\s*(?:and|along with|as well as|besides)\s+", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|get|got|gets|had|have|has|dead|died|dies)\b", re.I)
_OBJECT = re.compile(
    r"\s+(?:(?:an?|the|his|her|their|its|one|two|three|four|five|six|seven|eight|nine|ten|at least|some|several)\b|"
    r"\d|[A-Z])"
)
#: "More than 40 rebels in uniform came to the village, killed a man": the counted do it, whatever was linked.
_DOES = re.compile(
    r"(?:(?!\b(?:when|as|after|while|before|by|injured|wounded|hurt)\b)[^.;:]){0,160}?\b(?:"
    r"(?:killed|kills?|shot dead|gunned down|hacked|beheaded|abducted|kidnapped|attacked|raided|ambushed)"
    r"(?=\s+(?!\d+ (?:others? )?(?:injured|wounded|hurt)\b|(?:in|by|on|at(?! least\b)|during|when|while|after|before|"
    r"as|and|near|from|inside|outside|with|under|along)\b)"
    r"[\w'‘\"]|\s*,)|"
    r"(?:stormed|opened fire|carried out|fired (?:on|at|upon|in)|shot at|blew up|detonated|set (?:fire|ablaze))"
    r"(?=\s+[\w'‘\"]|\s*,))"
)
BARE = 0.6  # what a number without a noun ("the toll is nine") must score to be a count of people
PLAIN = 0.85  # from this on the reader's word on the field stands against the words around
FILLED = 0.8  # what a count found through its people is believed, of what their role is


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of people in a field of an event."""

    field: str
    counted: Counted
    score: float
    sure: bool = False  # whether the reader is sure of the field


def tolls(telling: Telling, sentence: Span, resolved: Resolved, text: str) -> list[Toll]:
    """The tolls of one telling, one for each count."""
    kind = telling.trigger.type
    if kind == "destruction" and only_animals(text, sentence, telling.trigger.span):
        return []
    worded = fate(telling.trigger.span.of(text))
    if kind in FATE_OF_TYPE and worded in FATE_OF_TYPE.values():
        worded = FATE_OF_TYPE[kind]  # whom a band holds is no prisoner of a state
    said = worded or _DONE_TO.get(kind)
    best: dict[Span, Toll] = {}
    for toll in (*_linked(telling, resolved, kind, said, text), *_through_people(telling, resolved, kind, said)):
        span = toll.counted.span
        plain = resolved.fates.get(toll.counted)
        if at_another_time(text, span, telling.trigger.span) or unhurt(toll.field, kind, text, span):
            continue
        if toll.field in ("killed", "injured") and plain is None and no_toll(text, span):
            continue
        if not sentence.holds(span) and of_two_spans(sentence.of(text), sentence_around(text, span)):
            continue
        toll = replace(toll, field="injured", sure=True) if affected(text, span) else toll
        supported = _supported(toll, kind, said, text)
        toll = toll if supported == toll.field else replace(toll, field=supported)
        if too_many(toll.field, toll.counted, text, here=sentence.holds(span), told=toll.field in (worded, plain)):
            continue
        if plain is None:
            if _is_untold(toll, telling, resolved, text):
                continue
        elif plain != toll.field and _tells(plain, toll.field, said, kind, first=telling.trigger.span < span):
            toll = replace(toll, field=plain)
        if span not in best or best[span].score < toll.score:
            best[span] = toll
    kept = without_the_dead(list(best.values()), telling, FATE_OF_TYPE.get(kind), resolved, text)
    kept = [_as_beside(t, kept, resolved, text) for t in kept]
    found = _once([t for t in kept if not _whole_of_few(t, kept, resolved, text)], resolved, text)
    if found:
        found += _partners(found, telling, resolved, text)
        found += _by_name(found, telling, resolved, text)
    elif said in ("killed", "injured", "abducted", "arrested"):
        found = list(_lone_person(telling, sentence, resolved, said, kind, text))
    return [*found, *_kin(found, resolved, text)]


#: "Including five children and three policemen": between two parts of one whole.
_JOINED = re.compile(r"(?:,|,? and) ")


def _as_beside(toll: Toll, kept: Sequence[Toll], resolved: Resolved, text: str) -> Toll:
    """The toll, a part that is told right behind a dead one as dead too: "died of wounds, 61 including …"."""
    if toll.field != "injured" or toll.counted in resolved.fates:
        return toll
    dead = (t.counted.span for t in kept if t.field == "killed" and included(text, t.counted.span))
    start = toll.counted.span.start
    beside = any(_JOINED.fullmatch(text, span.end, max(span.end, start)) for span in dead)
    return replace(toll, field="killed") if beside else toll


def _is_untold(toll: Toll, telling: Telling, resolved: Resolved, text: str) -> bool:
    """Whether a count of which the grammar tells no fate is, by the words around it, not one of this field."""
    span = toll.counted.span
    if not included(text, span) and (spared(text, span) or _acts(toll, telling, resolved, text)):
        return True
    if toll.field == "killed" and some_lived(text, span):
        return True
    unsaid = not (toll.sure and is_given(text, span)) and outspoken(toll.field, toll.counted, resolved.fates, text)
    return unsaid or _told_of(toll, resolved, text)


def _tells(plain: str, field: str, said: str | None, kind: str, *, first: bool) -> bool:
    """Whether what the grammar tells of a count outweighs the reader's field; ``first``: the trigger stands before."""
    if field in ("killed", "injured"):  # "abducted two men and killed them": the trigger says what it did to them
        return plain in ("killed", "injured") or said != field or first
    return plain in ("killed", "injured") and kind not in FATE_OF_TYPE  # bodies that are found are no prisoners


def _linked(telling: Telling, resolved: Resolved, kind: str, said: str | None, text: str) -> Iterator[Toll]:
    people = [s for role in ("victim", "target") for s in telling.spans(role)]
    for tail, score in telling.roles.get("toll", ()):
        counted = resolved.tolls.get(tail.span)
        if counted is None or not isinstance(tail, Mention) or tail.label is None:
            continue
        field = in_the_end(tail.label, text, counted.span)
        missing = field == "missing" and _MISSING.match(text, counted.span.end)  # of more who were abducted
        if kind in FATE_OF_TYPE and said in (None, FATE_OF_TYPE[kind]) and not missing:
            field = FATE_OF_TYPE[kind]
        elif said in ("killed", "injured") and field in FATE_OF_TYPE.values():
            field = said  # "three men were abducted and killed": the same words, once for each fate
        if counted not in resolved.counts:
            words = counted.span.of(text)
            seen = any(_mostly(counted.span, p) for p in people)
            if _PRONOUN.fullmatch(words) or (counted.named and not seen):
                continue  # words without a number count only where the reader also sees a victim
            if not seen and score * tail.score < BARE:
                continue
            field = said or field if counted.named else field
        yield Toll(field, counted, score * tail.score, sure=tail.score >= PLAIN)


def _whole_of_few(toll: Toll, others: Iterable[Toll], resolved: Resolved, text: str) -> bool:
    """Whether only some of these people came to it ("fired on six rebels, killing two of them")."""
    if resolved.fates.get(toll.counted) == toll.field:
        return False
    after = (o for o in others if o.field == toll.field and toll.counted.span.end < o.counted.span.start)
    fewer = (o for o in after if o.counted.value.low < toll.counted.value.low)
    span = toll.counted.span  # "five cooks two of them boys died": of all
    apart = [o for o in fewer if not in_a_row(text, span, o.counted.span)]
    if apart and out_of(text, span):
        return True
    return any(of_them(o.counted.span.of(text)) and came_to_these(o.field, text, o.counted.span) for o in apart)


#: "Omar Said (35), a ferryman, and his son": from a name to the count that it is joined to.
_JOINS = re.compile(r"\s*(?:\(\d{1,3}\))?\s*(?:,\s[^.;:()]{3,60}?)?,?\s+and\s+")


def _partners(found: Sequence[Toll], telling: Telling, resolved: Resolved, text: str) -> Iterator[Toll]:
    """Persons named before a count that is joined to them: "Omar Said and six of his supporters were killed"."""
    spans = [t.counted.span for t in found]
    hit = {span for role in ("victim", "target") for span in telling.spans(role)}
    for toll in found:
        first = toll.counted.span.start
        plain = resolved.fates.get(toll.counted) == toll.field
        for span, value in resolved.actors.items():
            if not first - 90 < span.end < first or not (plain or span in hit):
                continue
            named = _is_person(span.of(text), value)
            joined = named and _JOINS.fullmatch(text, span.end, first) and fate(text[span.end : first]) is None
            if joined and not any(span.overlaps(s) for s in spans):
                yield Toll(toll.field, Counted(span, TollValue(1, 1, None), named=True), FILLED * toll.score)


#: "Omar Said was killed": one person, of whom the verb tells.
_WAS_HIT = re.compile(
    r"\s*(?:\(\d{1,3}\))?\s+(?:(?:was|is|got|had been) (?:\w+ly |also )?(?:killed|shot dead|gunned down|\w+ to death|"
    r"beheaded|slain|murdered|injured|wounded|hurt)|died|succumbed)\b"
)
_NAME_LAST = re.compile(r"[A-Z][a-z][\w'’-]*(?: \(\d{1,3}\))?$")


def _by_name(found: Sequence[Toll], telling: Telling, resolved: Resolved, text: str) -> Iterator[Toll]:
    """Persons of whom the grammar tells by name beside counts: "Omar Said was killed along with two porters"."""
    taken = [*(t.counted.span for t in found), *(c.span for c in resolved.counts)]
    for span in {s for role in ("victim", "target", "agent") for s in telling.spans(role)}:
        hit = _WAS_HIT.match(text, span.end)
        if not hit or not _NAME_LAST.search(span.of(text)):
            continue
        if not any(s.overlaps(span) or _NAMED_AS.fullmatch(text, s.end, span.start) for s in taken):
            score = max(t.score for t in found)
            yield Toll(fate(hit[0]) or "killed", Counted(span, TollValue(1, 1, None), named=True), FILLED * score)


def _kin(found: Sequence[Toll], resolved: Resolved, text: str) -> Iterator[Toll]:
    """Kin joined to a person who is told of: "killed Omar Said (48), a ferryman, and his uncle Ali at the ford"."""
    for toll in found:
        end = toll.counted.span.end
        for count in resolved.counts if toll.counted.named else ():
            joined = 0 < count.span.start - end < 90 and _JOINS.fullmatch(text, end, count.span.start)
            if joined and count not in resolved.fates and _KIN.match(text, count.span.start):
                if _STAYS.match(text, count.span.end) and not any(t.counted.span.overlaps(count.span) for t in found):
                    yield Toll(toll.field, count, FILLED * toll.score)


_KIN = re.compile(r"(?:his|her)\b", re.I)
#: After them no verb of their own.
_STAYS = re.compile(
    r"(?:\s+[A-Z][\w.'’-]*){0,3}(?:\s*\(\d{1,3}\))?"
    r"(?:\s*(?:[,.;:]|$)|\s+(?:and|in|at|on|near|by|when|during|inside|outside|from|under|after|with|as|to|were)\b)"
)


def _is_person(words: str, value: ActorValue) -> bool:
    """Whether a mention names one person: a party that no table knows, by two capitalised words at its end."""
    named = _PERSON.search(words)
    return (
        value.actor is None
        and value.kind not in ("other", None)
        and named is not None
        and like_a_person(named[1].split())
    )


_PERSON = re.compile(r"\b([A-Z][\w.'’-]* (?:[A-Z][\w.'’-]* )*[A-Z][\w'’-]*)(?: \(\d{1,3}\))?$")


def _mostly(one: Span, other: Span) -> bool:
    return min(one.end, other.end) - max(one.start, other.start) > 0.6 * (one.end - one.start)


def _through_people(telling: Telling, resolved: Resolved, kind: str, said: str | None) -> Iterator[Toll]:
    """Counts that the reader did not mark as tolls, but whose people it linked as those to whom it happened."""
    field = said or FATE_OF_TYPE.get(kind)
    if field is None:
        return
    for role in _COUNTED_ROLES.get(kind, ("victim",)):
        for tail, score in telling.roles.get(role, ()):
            for counted in resolved.counts:
                few = counted.value.low < MANY or counted in resolved.fates
                if few and counted.span.overlaps(tail.span) and counted.span.start <= tail.span.start:
                    yield Toll(field, counted, FILLED * score * tail.score)
                    break


def _lone_person(
    telling: Telling, sentence: Span, resolved: Resolved, said: str, kind: str, text: str
) -> Iterator[Toll]:
    """Single people to whom it happened, where nothing in the telling is counted: a person named, or "a trader"."""
    roles = _COUNTED_ROLES.get(kind, ("victim", "target"))
    last: Span | None = None
    for tail, score in (
        pair for role in roles for pair in sorted(telling.roles.get(role, ()), key=lambda pair: pair[0].span)
    ):
        value, span = resolved.actors.get(tail.span), tail.span
        single = _ONE.search(text, max(0, span.start - 9), span.start)
        person = value is not None and (value.kind == "person" or single or _is_person(span.of(text), value))
        if not person or not sentence.holds(span) or only_owns(text, span.end):
            continue
        if last is not None and not _AND.fullmatch(text, last.end, span.start):
            continue
        last = span
        words = Span(span.start - len(single[0]), span.end) if single else span
        yield Toll(said, Counted(words, TollValue(1, 1, None), named=True), FILLED * score * tail.score)


_ONE = re.compile(r"\b(?:an?|one)\s+$", re.I)


#: "… and wounded three cooks, Omar Said and Ali Khan among them": between a count and the names of its people.
_NAMED_AS = re.compile(r"\s*,?\s+(?:(?:identified|named) as,?\s+|namely\s+)?(?:[^.;,]{3,60}(?:,|,? and)\s+)?")
#: "Omar Said, a nurse, was killed and six patients were hurt".
_WHO_IS = re.compile(r"\s*(?:\(\d{1,3}\))?\s*,\s+")


def _told_of(toll: Toll, resolved: Resolved, text: str) -> bool:
    """Whether a single person is one of those beside, of whom the grammar tells another field."""
    span = toll.counted.span
    if toll.counted.value.high != 1 or toll.field not in ("killed", "injured"):
        return False
    for count, field in resolved.fates.items():
        first, second = sorted((count.span, span))
        between = text[first.end : second.start]
        pattern = _NAMED_AS if first == count.span else _WHO_IS
        if field != toll.field and len(between) < 80 and pattern.fullmatch(between) and fate(between) is None:
            return first == count.span or count.value.high == 1
    return False


def _supported(toll: Toll, kind: str, said: str | None, text: str) -> str:
    """The toll's field, if its sentence or the type speaks of it; else what the trigger says, or killed."""
    around = sentence_around(text, toll.counted.span)
    if toll.field == "killed" and not speaks_of("killed", around) and speaks_of("injured", around):
        return "injured"  # "shot at and injured", however sure the reader is
    if toll.sure or toll.field == FATE_OF_TYPE.get(kind) or speaks_of(toll.field, around):
        return toll.field
    return said or "killed"


def _acts(toll: Toll, telling: Telling, resolved: Resolved, text: str) -> bool:
    """Whether the counted people are those who do it ("four men shot dead a teacher", "by five men")."""
    span, trigger = toll.counted.span, telling.trigger.span
    if toll.field == "displaced":
        return False  # "6,000 people fled their homes": they do it, and suffer it
    if _BY.search(text, max(0, span.start - 24), span.start) and toll.field in ("killed", "injured", "abducted"):
        return True
    if toll.field in ("killed", "injured") and not toll.sure and not speaks_of(toll.field, sentence_around(text, span)):
        return True
    if (later := _DOES.match(text, span.end)) and not _PASSIVE.search(later[0]):
        return True
    if span.end > trigger.start or trigger.start - span.end > 200 or toll.field == "surrendered":
        return False
    between = text[span.end : trigger.start]
    return bool(
        _OBJECT.match(text, trigger.end)
        and fate(trigger.of(text))
        and not re.search(r"[.!?;]\s", between)
        and not _PASSIVE.search(between)
    )


def _once(found: Sequence[Toll], resolved: Resolved, text: str) -> list[Toll]:
    """Without persons told of beside a count of the same field in their sentence, unless "and" adds them."""
    counts = [t for t in found if not t.counted.named]
    return [
        t
        for t in found
        if not t.counted.named
        or not any(
            c.field == t.field
            and near(c.counted.span, t.counted.span, text)
            and not _AND.fullmatch(text, t.counted.span.end, max(t.counted.span.end, c.counted.span.start))
            for c in counts
        )
    ]
