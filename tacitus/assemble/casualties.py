"""Which counts of people belong to a happening, and what became of them.

In: a telling with its links, and the counts of the report. Out: a field (killed, injured …), the count
and how sure it is. One thing to know: the reader says which words tell a toll or name the victims; a
person named beside a count ("a teacher, Omar Said") is counted once, with the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tacitus.assemble.happenings import Telling
from tacitus.records.markup import Mention
from tacitus.records.resolved import Counted, Resolved
from tacitus.records.span import Span
from tacitus.records.value import TollValue

#: What a trigger's own words say of people's fate.
_FATES = (
    ("killed", re.compile(r"\b(?:kill|dead\b|die[ds]?\b|dying|death|slain|slay|murder|lynch|behead|execut|massacr|assassinat|claimed the li|lost (?:his|her|their) li|succumb|shot dead|hacked to|stabbed to|beaten to|burnt alive|martyr|eliminat|neutrali)", re.I)),
    ("injured", re.compile(r"\b(?:injur|wound|hurt|maim)", re.I)),
    ("abducted", re.compile(r"\b(?:abduct|kidnap|hostage|captive|whisked away)", re.I)),
    ("arrested", re.compile(r"\b(?:arrest|detain|apprehend|nabbed|held\b|picked up|custody|caught)", re.I)),
    ("displaced", re.compile(r"\b(?:displac|flee|fled|uproot)", re.I)),
    ("surrendered", re.compile(r"\b(?:surrender|gave (?:themselves|himself|herself) up|laid down|defect)", re.I)),
)  # fmt: skip
#: Types of which a count of people has one meaning, unless the trigger's words say another.
_FATE_OF_TYPE = {"arrest": "arrested", "abduction": "abducted", "surrender": "surrendered"}
#: The role that the counted people have in such types.
_COUNTED_ROLES = {"arrest": ("target", "victim"), "abduction": ("target", "victim"), "surrender": ("agent", "target")}
_SPARED = re.compile(
    r"[^.;]{0,60}?\b(?:escaped?|managed to (?:escape|flee)|made good their escape|survived|unhurt|unharmed|unscathed)\b",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|get|got|gets|had|have|has|dead|died|dies)\b", re.I)
_OBJECT = re.compile(
    r"\s+(?:an?|the|his|her|their|its|one|two|three|four|five|six|seven|eight|nine|ten|at least|some|several|\d|[A-Z])"
)
FILLED = 0.8  # what a count found through its people is believed, of what their role is


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of people in a field of an event."""

    field: str
    counted: Counted
    score: float


def fate(words: str) -> str | None:
    """What a trigger's words say became of people; None when they say nothing of it."""
    return next((name for name, pattern in _FATES if pattern.search(words)), None)


def tolls(telling: Telling, sentence: Span, resolved: Resolved, text: str) -> list[Toll]:
    """The tolls of one telling, one for each count."""
    kind = telling.trigger.type
    said = fate(telling.trigger.span.of(text))
    best: dict[Span, Toll] = {}
    for toll in (*_linked(telling, resolved, kind, said), *_through_people(telling, resolved, kind, said)):
        span = toll.counted.span
        if _spared(span, text) or (toll.field != "surrendered" and _acts(span, telling.trigger.span, text)):
            continue
        if span not in best or best[span].score < toll.score:
            best[span] = toll
    found = _once(list(best.values()), text)
    if not found and said in ("killed", "injured", "abducted", "arrested"):
        found = list(_lone_person(telling, sentence, resolved, said, kind))
    return found


def _linked(telling: Telling, resolved: Resolved, kind: str, said: str | None) -> Iterator[Toll]:
    people = [s for role in ("victim", "target") for s in telling.spans(role)]
    for tail, score in telling.roles.get("toll", ()):
        counted = resolved.tolls.get(tail.span)
        if counted is None or not isinstance(tail, Mention) or tail.label is None:
            continue
        if counted not in resolved.counts and not any(_mostly(counted.span, p) for p in people):
            continue  # words without a number count only where the reader also sees a victim
        field = tail.label
        if kind in _FATE_OF_TYPE and said in (None, _FATE_OF_TYPE[kind]):
            field = _FATE_OF_TYPE[kind]
        yield Toll(field, counted, score * tail.score)


def _mostly(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0.6 * (one.end - one.start)


def _through_people(telling: Telling, resolved: Resolved, kind: str, said: str | None) -> Iterator[Toll]:
    """Counts that the reader did not mark as tolls, but whose people it linked as those to whom it happened."""
    field = said or _FATE_OF_TYPE.get(kind)
    if field is None:
        return
    for role in _COUNTED_ROLES.get(kind, ("victim",)):
        for tail, score in telling.roles.get(role, ()):
            for counted in resolved.counts:
                if counted.span.overlaps(tail.span) and counted.span.start <= tail.span.start:
                    yield Toll(field, counted, FILLED * score * tail.score)
                    break


def _lone_person(telling: Telling, sentence: Span, resolved: Resolved, said: str, kind: str) -> Iterator[Toll]:
    """One named person to whom it happened, where nothing in the telling is counted."""
    roles = _COUNTED_ROLES.get(kind, ("victim", "target"))
    for tail, score in (pair for role in roles for pair in telling.roles.get(role, ())):
        value = resolved.actors.get(tail.span)
        if sentence.holds(tail.span) and value is not None and value.kind == "person":
            yield Toll(said, Counted(tail.span, TollValue(1, 1, None), named=True), FILLED * score * tail.score)
            return


def _spared(span: Span, text: str) -> bool:
    """Whether the sentence goes on to say that these people came away."""
    return bool(_SPARED.match(text, span.end))


def _acts(span: Span, trigger: Span, text: str) -> bool:
    """Whether the counted people are the subject of an active verb ("four men shot dead a teacher")."""
    if span.end > trigger.start or trigger.start - span.end > 200:
        return False
    between = text[span.end : trigger.start]
    return bool(
        _OBJECT.match(text, trigger.end)
        and fate(trigger.of(text))
        and not re.search(r"[.!?;]\s", between)
        and not _PASSIVE.search(between)
    )


def _once(found: Sequence[Toll], text: str) -> list[Toll]:
    """Without the persons named where the same field has a count in the same sentence."""
    counts = [t for t in found if not t.counted.named]
    return [
        t
        for t in found
        if not t.counted.named
        or not any(c.field == t.field and _near(c.counted.span, t.counted.span, text) for c in counts)
    ]


def _near(one: Span, other: Span, text: str) -> bool:
    first, second = sorted((one, other))
    return first.overlaps(second) or not re.search(r"[.!?]\s+[A-Z]|\n", text[first.end : second.start])
