"""How often a side that an event's headline names is resolved to that side, on UCDP's events and actors (CC BY 4.0).

In: a folder with UCDP's actor file and samples of its event data. Out: the share of sides resolved where the headline
bears one of UCDP's own names for a group, the same for states' forces, and how many of the armed groups that are
resolved at all are a side. One thing to know: headlines name third parties too ("IS and the Taliban clash" stands under
either's fight with the government), so the last figure has a ceiling below 1.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.errors import Error
from bench.figures import SHARED, Figures
from tacitus.records.markup import Mention
from tacitus.records.span import Span
from tacitus.records.value import ActorValue
from tacitus.resolve.actors.mentions import ActorTable, resolve_actors
from tacitus.resolve.names import name_key

DATA = SHARED / "train" / "ucdp"
NAMES = ("NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng", "NewName", "NewNameFullEng")
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_FORCES = "army|military|troops|forces|soldiers|police|government|air force|navy|security forces|regime|officials"
#: A capitalised word or two before the noun of a state's force.
_STATE = re.compile(rf"\b((?:[A-Z][\w'’-]+ ){{1,2}})({_FORCES})\b", re.IGNORECASE)
_ARMED = ("rebel", "militia", "criminal")


@dataclass(frozen=True, slots=True)
class Headline:
    """One event's headline, its day, and UCDP's numbers and names of the two sides."""

    text: str
    day: date | None
    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A side that a headline names: the words, what they should be and what they were resolved to."""

    text: str
    words: str
    side: str
    value: ActorValue
    right: bool


def run(data: Path = DATA) -> Figures:
    """Measure on every event below a folder that has a headline."""
    groups, states, resolved = judge(data)
    return {
        "named groups": len(groups),
        "named groups resolved": sum(found.right for found in groups) / max(1, len(groups)),
        "named states": len(states),
        "named states resolved": sum(found.right for found in states) / max(1, len(states)),
        "resolved armed groups that are a side": sum(found.right for found in resolved) / max(1, len(resolved)),
    }


def judge(data: Path) -> tuple[list[Found], list[Found], list[Found]]:
    """The groups that headlines name, the states' forces, and every group that was resolved."""
    table, names = ActorTable.open(), _names(data)
    own = {key for keys in names.values() for key in keys}
    groups: list[Found] = []
    states: list[Found] = []
    resolved: list[Found] = []
    for headline in headlines(data):
        spans = list(_spans(headline.text, own, table))
        values = _read(headline, spans, table)
        for number, side in headline.sides:
            if side.startswith("Government of "):
                states += _states(headline, number, side, table)
                continue
            for span in spans:
                if name_key(span.of(headline.text)) in names.get(number, ()):
                    right = _is(values[span], number, table)
                    groups.append(Found(headline.text, span.of(headline.text), side, values[span], right))
        for span, value in values.items():
            if value.actor and value.kind in _ARMED:
                right = any(_is(value, number, table) for number, _ in headline.sides)
                sides = " | ".join(side for _, side in headline.sides)
                resolved.append(Found(headline.text, span.of(headline.text), sides, value, right))
    return groups, states, resolved


def headlines(data: Path) -> Iterator[Headline]:
    """The events of the folder's files that have a headline; several headlines of one event are one text."""
    for path in (data / "ged191.csv", data / "ucdpged_sample1000.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            for record in csv.DictReader(lines):
                if text := record["source_headline"].strip():
                    sides = ((record[f"side_{x}_new_id"].partition(".")[0], record[f"side_{x}"]) for x in "ab")
                    armed = tuple(side for side in sides if side[1] != "Civilians")
                    yield Headline(text, _day(record["source_date"][:10]), armed)


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if re.fullmatch(r"\d{4}-\d\d-\d\d", words) else None


def _names(data: Path) -> dict[str, set[str]]:
    """The keys of UCDP's own names by its number."""
    with (data / "ucdp-actor-221.csv").open(encoding="utf-8-sig", newline="") as lines:
        return {
            record["ActorId"]: {
                name_key(part.strip())
                for column in NAMES
                for part in record[column].split(",")
                if len(part.strip()) > 1
            }
            for record in csv.DictReader(lines)
            if record["Org"] != "4"
        }


def _spans(text: str, own: set[str], table: ActorTable) -> Iterator[Span]:
    """The longest pieces of a headline that are names, UCDP's or ours."""
    words, at = list(_WORD.finditer(text)), 0
    while at < len(words):
        for size in range(min(8, len(words) - at), 0, -1):
            span = Span(words[at].start(), words[at + size - 1].start() + len(words[at + size - 1][0].rstrip(".'’")))
            piece = re.sub(r"['’]s$", "", span.of(text))
            key = name_key(piece)
            if any(c.isupper() for c in piece) and (key in own or table.by_key(key)):
                yield Span(span.start, span.start + len(piece))
                at += size - 1
                break
        at += 1


def _states(headline: Headline, number: str, side: str, table: ActorTable) -> Iterator[Found]:
    """Phrases such as "Burma Army" whose first words are the side's state."""
    keys = {name_key(part.strip(" )")) for part in side.removeprefix("Government of ").split("(")}
    country = next((actor.country for key in keys for actor in table.by_key(key) if actor.kind == "state"), None)
    for match in _STATE.finditer(headline.text):
        whose = match[1].split()[-1]
        if country and any(a.country == country and a.kind == "state" for a in table.by_key(name_key(whose))):
            span = Span(match.start(2) - len(whose) - 1, match.end(2))
            value = _read(headline, [span], table)[span]
            right = value.country == country and (value.actor or "").startswith("gov:")
            yield Found(headline.text, span.of(headline.text), f"{side} {number}", value, right)


def _read(headline: Headline, spans: list[Span], table: ActorTable) -> dict[Span, ActorValue]:
    mentions = [Mention(span, "actor", None, 1.0) for span in spans]
    return resolve_actors(headline.text, mentions, published=headline.day, table=table)


def _is(value: ActorValue, number: str, table: ActorTable) -> bool:
    """Whether a value is UCDP's actor of that number."""
    if value.actor is None:
        return False
    return value.actor == f"ucdp:{number}" or f"ucdp={number}" in table[value.actor].codes.split(";")


def errors(data: Path) -> Iterator[Error]:
    """What was not resolved to a side, by class."""
    groups, states, resolved = judge(data)
    for name, found in (("named group", groups), ("named state", states), ("a group that is no side", resolved)):
        for each in found:
            if not each.right:
                output = f"{each.words} is {each.value.actor} {each.value.kind} {each.value.country}"
                yield Error(name, each.text, each.side, output)
