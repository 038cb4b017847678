"""Story sets: which events of which reports are one incident, and how its fields are settled.

In: a TOML file a story under ``stories/``, as the guide describes it. Out: a :class:`Story`. One thing
to know: an event that no incident names stands alone, so the file holds the whole gold merging.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tacitus.corpus.format import REALIS, TOLLS, Annotated, FormatError, event_types
from training.corpus import STORIES

GRADES = ("corroborated", "single-source", "contested")
FIELDS = ("place", "time", "perpetrator", "target", "participant", "weapon", *TOLLS)
_BOUNDS = re.compile(r"(\d+)(\.\.(\d*))?$|\.\.(\d+)$")


@dataclass(frozen=True, slots=True)
class Dissent:
    """One value that stands beside others: who says it, where, and whether a later one of theirs replaced it."""

    field: str
    value: str
    by: str
    reports: tuple[str, ...]
    superseded: bool


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening in the invented world. ``events`` are (report, id of an event in it)."""

    name: str
    type: str
    realis: str
    grade: str
    events: tuple[tuple[str, str], ...]
    apart: tuple[str, ...]
    settled: Mapping[str, str | tuple[str, ...]]
    dissent: tuple[Dissent, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One story: what happened, which reports are one source, and its incidents."""

    id: str
    path: Path
    world: str
    copies: tuple[tuple[str, ...], ...]
    incidents: tuple[Incident, ...]


def parse_story(path: Path) -> Story:
    """Read one file. Raises :class:`FormatError` if it is not in the format."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
        if raw.get("invented") != "yes":
            raise ValueError('a story says invented = "yes"')
        return Story(
            raw["story"], path, raw["world"], tuple(tuple(c) for c in raw.get("copies", [])),
            tuple(_incident(i) for i in raw.get("incident", [])),
        )  # fmt: skip
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise FormatError(f"{type(error).__name__}: {error}") from None


def _incident(raw: Mapping[str, Any]) -> Incident:
    return Incident(
        raw["name"], raw["type"], raw["realis"], raw["grade"],
        tuple((report, event) for report, event in (e.split(":") for e in raw["events"])),
        tuple(raw.get("apart", [])),
        {k: tuple(v) if isinstance(v, list) else v for k, v in raw["settled"].items()},
        tuple(
            Dissent(d["field"], d["value"], d["by"], tuple(d["reports"]), bool(d.get("superseded", False)))
            for d in raw.get("dissent", [])
        ),
    )  # fmt: skip


def check_story(story: Story, reports: Mapping[str, Annotated]) -> list[str]:
    """Everything wrong with a story, given all reports by id; empty when it is sound."""
    wrong: list[str] = []
    own = {r.id for r in reports.values() if r.meta.get("story") == story.id}
    if story.id != story.path.stem:
        wrong.append(f"the story {story.id!r} is not the file's name")
    if not 2 <= len(own) <= 6:
        wrong.append(f"{len(own)} reports say 'story: {story.id}'; a story has 2 to 6")
    if not story.incidents:
        wrong.append("a story has an incident")
    names = [i.name for i in story.incidents]
    wrong.extend(f"the incident {n!r} stands twice" for n, times in Counter(names).items() if times > 1)
    for event, times in Counter(e for i in story.incidents for e in i.events).items():
        if times > 1:
            wrong.append(f"{':'.join(event)} is in {times} incidents")
    wrong.extend(f"{r} in copies is no report of this story" for c in story.copies for r in c if r not in own)
    for incident in story.incidents:
        wrong.extend(f"{incident.name}: {problem}" for problem in _check_incident(incident, own, reports, names))
    return wrong


def _check_incident(incident: Incident, own: set[str], reports: Mapping[str, Annotated], names: list[str]) -> list[str]:
    wrong: list[str] = []
    for report, event in incident.events:
        if report not in own:
            wrong.append(f"{report} is no report of this story")
        elif event[:1] != "e" or event not in reports[report].lines:
            wrong.append(f"{report} has no event {event}")
    if incident.type not in event_types():
        wrong.append(f"unknown event type {incident.type!r}")
    if incident.realis not in REALIS:
        wrong.append(f"unknown realis {incident.realis!r}")
    if incident.grade not in GRADES:
        wrong.append(f"grade is one of {', '.join(GRADES)}, not {incident.grade!r}")
    wrong.extend(f"apart: no incident {n!r}" for n in incident.apart if n not in names)
    for field, value in incident.settled.items():
        if field not in FIELDS:
            wrong.append(f"unknown field {field!r} in settled")
        if field in TOLLS and not (isinstance(value, str) and _BOUNDS.match(value)):
            wrong.append(f"cannot read the bounds of {field}: {value!r}")
    for dissent in incident.dissent:
        if dissent.field not in FIELDS:
            wrong.append(f"unknown field {dissent.field!r} in a dissent")
        wrong.extend(f"dissent: {r} is no report of this story" for r in dissent.reports if r not in own)
    if incident.grade == "contested" and not incident.dissent:
        wrong.append("contested, but no dissent says by whom")
    return wrong


def load_stories(folder: Path = STORIES) -> list[Story]:
    """All stories of a folder, by name. Raises :class:`FormatError` naming the first bad file."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(parse_story(path))
        except FormatError as error:
            raise FormatError(f"{path}: {error}") from None
    return found
