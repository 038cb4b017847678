"""satp: tolls, perpetrator, action and place of South Asian incident summaries, against hand coding.

In: ``satp.jsonl``, one summary a line. Out: killed exact (all; fatal only), killed by side, injured,
perpetrator, action, place. One thing to know: a summary's toll is the sum over its actual events of
what each settles to at least; a count that two events share is taken once.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.errors import Error
from bench.figures import SHARED, Figures, f1, rows, share
from tacitus.assemble.counts.tolls import total
from tacitus.pipeline import Reader
from tacitus.records.event import Claim, Document, Event
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TollValue
from tacitus.sources.layout import lay_out

DATA = SHARED / "measure/satp"

ACTIONS = {
    "armed_assault": {"armed_clash", "armed_attack", "assassination", "execution", "assault", "mob_violence"},
    "bombing": {"bombing", "suicide_bombing", "shelling", "air_strike"},
    "arrest": {"arrest"},
    "seizure": {"seizure", "weapons_disrupted"},
    "infrastructure": {"destruction", "looting"},
    "surrender": {"surrender"},
    "abduction": {"abduction"},
}
SIDES = ("officials", "civilians", "security", "maoists", "other_armed")
_SIDE_OF = {
    "police": "security", "military": "security", "intelligence": "security", "rebel": "maoists", "gunmen": "maoists",
    "government": "officials", "party": "officials", "militia": "other_armed", "criminal": "other_armed",
}  # fmt: skip


def run(data: Path) -> Figures:
    """Read all summaries and compare."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    both = mine = theirs = 0
    for item, document in _read(data):
        for what, hit in compare(item, document).items():
            right[what] += hit
            count[what] += 1
        guess = actions(document)
        both, mine, theirs = (
            both + len(guess & set(item["action"])),
            mine + len(guess),
            theirs + len(set(item["action"])),
        )
    figures: Figures = {what: share(right[what], count[what]) for what in sorted(count)}
    return {**figures, "action micro-F1": f1(both, mine, theirs), "summaries": count["perpetrator"]}


def errors(data: Path) -> Iterator[Error]:
    """Each value read wrong, its class the figure that it costs and the way it went wrong."""
    for item, document in _read(data):
        said = "; ".join(_in_words(event, document.report.text) for event in document.events)
        for what, hit in compare(item, document).items():
            if hit:
                continue
            gold: object
            mine: object
            if what.startswith(("killed", "injured")):
                field = what.split(" ")[0]
                gold, mine = item[field], dict(people(document, field))
                missing = sum(people(document, field).values()) - item[field]["total"]
                way = ": too few" if missing < 0 else ": too many" if missing > 0 else ": other sides"
            elif what == "perpetrator":
                gold, mine = item["perpetrator"], perpetrator(document)
                way = f": {gold} as {mine}"
            else:
                gold, mine = (item["lat"], item["lon"], item["state"]), where(document)
                way = ": none" if mine is None else ": elsewhere"
            yield Error(what + way, document.report.text, str(gold), f"{mine} | {said}")


def _in_words(event: Event, text: str) -> str:
    claims = ", ".join(f"{c.field} {c.span.of(text)!r}" for c in event.claims)
    return f"{event.type} {event.realis} {event.confidence:.2f} {event.trigger.of(text)!r} [{claims}]"


def _read(data: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    items = list(rows(data / "satp.jsonl"))
    reports = (lay_out(x["text"], published=date.fromisoformat(x["date"][:10])) for x in items)
    return zip(items, Reader().read_all(reports), strict=True)


def compare(item: dict[str, Any], document: Document) -> dict[str, bool]:
    """Which of the hand-coded values of one summary were read right; those that are not coded are left out."""
    killed, injured = people(document, "killed"), people(document, "injured")
    found = {
        "killed exact": sum(killed.values()) == item["killed"]["total"],
        "perpetrator": perpetrator(document) == item["perpetrator"],
    }
    if item["killed"]["total"] > 0:
        found["killed exact, fatal"] = found["killed exact"]
        found["killed by side, fatal"] = all(killed[side] == item["killed"][side] for side in SIDES)
    if item["injured"]["total"] > 0:
        found["injured exact, where any"] = sum(injured.values()) == item["injured"]["total"]
    if item["lat"] is not None:
        place = where(document)
        found["place within 50 km"] = place is not None and _km(place, item["lat"], item["lon"]) <= 50
        found["state"] = place is not None and (place.admin1 or "").lower() == (item["state"] or "").lower()
    return found


def people(document: Document, field: str) -> Counter[str]:
    """How many people a report says were killed (injured …), by side."""
    found: Counter[str] = Counter()
    seen: set[Span] = set()
    for event in _actual(document):
        claims = [c for c in event.of(field) if c.span not in seen]
        seen.update(c.span for c in claims)
        bounds = total(claims, document.report.text)
        if bounds is None:
            continue
        wholes = [c for c in claims if isinstance(c.value, TollValue) and not c.value.part_of]
        left = bounds.low
        for claim in wholes:
            assert isinstance(claim.value, TollValue)
            part = min(left, claim.value.low)
            found[_side(document, claim)] += part
            left -= part
        found["civilians"] += left
    return found


def _side(document: Document, claim: Claim) -> str:
    actors = document.resolved.actors if document.resolved else {}
    inside = [value for span, value in actors.items() if claim.span.holds(span)]
    kind = inside[0].kind if inside else None
    return _SIDE_OF.get(kind or "", "civilians")


def _actual(document: Document) -> list[Event]:
    return [event for event in document.events if event.realis == "actual"]


def perpetrator(document: Document) -> str:
    """Maoist, Security or Unknown: who acts in the first event that has an actor on one of the two sides."""
    for event in _actual(document):
        kinds = [c.value.kind for c in event.of("perpetrator", "participant") if isinstance(c.value, ActorValue)]
        if event.type == "armed_clash" and any(k in ("police", "military") for k in kinds):
            return "Security"
        for kind in kinds:
            if kind in ("rebel", "gunmen"):
                return "Maoist"
            if kind in ("police", "military", "intelligence", "government"):
                return "Security"
        if event.type in ("arrest", "seizure", "weapons_disrupted", "raid", "conviction"):
            return "Security"
    return "Unknown"


def actions(document: Document) -> set[str]:
    """The action classes of a report's actual events."""
    types = {event.type for event in _actual(document)}
    return {action for action, members in ACTIONS.items() if types & members}


def where(document: Document) -> PlaceValue | None:
    """The place of the first actual event that has one with a point."""
    for event in _actual(document):
        for entry in event.settled:
            value = entry.values[0]
            if isinstance(value, PlaceValue) and value.lat is not None:
                return value
    return None


def _km(place: PlaceValue, lat: float, lon: float) -> float:
    assert place.lat is not None and place.lon is not None
    a, b = math.radians(place.lat), math.radians(lat)
    chord = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon - place.lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(chord))
