"""Times of day → with their offset from UTC, where the country has one.

In: the times of a report and the country that its places lie in. Out: the same times; "9:25 a.m." of a day in
Afghanistan ends in +04:30. One thing to know: a country whose zones differ on that day adds nothing, and a report
without one main country neither; zones and their history are the IANA database's (package tzdata; public domain).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from tacitus.records.value import TimeValue

_BARE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$")


def zoned(value: TimeValue, country: str | None) -> TimeValue:
    """The time with the offset of a country (ISO 3166 alpha-2) where it has a clock time and no offset yet."""
    if country is None or value.precision != "minute":
        return value
    return replace(value, earliest=_with_offset(value.earliest, country), latest=_with_offset(value.latest, country))


def alpha2(iso3: Mapping[str, str], country: str | None) -> str | None:
    """The two-letter code of a three-letter one; ``iso3`` maps two letters to three."""
    return next((two for two, three in iso3.items() if three == country), None)


def _with_offset(clock: str | None, country: str) -> str | None:
    if clock is None or not _BARE.fullmatch(clock):
        return clock
    day = datetime.fromisoformat(clock)
    offsets = {ZoneInfo(zone).utcoffset(day) for zone in _zones().get(country, ())}
    (offset,) = offsets if len(offsets) == 1 else (None,)
    return clock if offset is None else clock + _written(offset)


def _written(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


@cache
def _zones() -> dict[str, list[str]]:
    """The zones of each country."""
    found: dict[str, list[str]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found.setdefault(country, []).append(zone)
    return found
