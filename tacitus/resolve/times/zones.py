"""Times of day → with their offset from UTC, where the place of the event has one.

In: the times of a report, its links and its places. Out: the same times; "9:25 a.m." of a day in Afghanistan ends in
+04:30, in Donetsk or Goma in that of the province. One thing to know: what happened at a time is asked first where it
was, else all places in the report's main country are; where their clocks differ on that day nothing is added. Zones and
their history are the IANA database's (package tzdata; public domain), provinces' zones GeoNames' (`data/zones.tsv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from tacitus.errors import DataError
from tacitus.records.markup import Markup
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue, TimeValue

#: ``west`` and ``east`` are the longitudes between which the zone's towns in the province lie.
COLUMNS = ("country", "province", "zone", "west", "east")
#: Precisions at which the point of a place says on which side of a line it lies.
_POINTS = frozenset(("exact", "settlement"))
_BARE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$")
_AT_A_TIME = frozenset(("time", "deadline"))


def zoned_times(
    times: Mapping[Span, TimeValue],
    markup: Markup,
    places: Mapping[Span, PlaceValue],
    main: str | None,
    iso3: Mapping[str, str],
) -> dict[Span, TimeValue]:
    """The times with their offsets; ``main`` is the country of the report, ``iso3`` has it by its two letters."""
    if not any(value.precision == "minute" for value in times.values()):
        return dict(times)
    iso2 = {three: two for two, three in iso3.items()}
    here = [place for place in places.values() if place.country == main and main is not None]
    return {
        span: zoned(value, _linked(span, markup, places) or here, iso2) if value.precision == "minute" else value
        for span, value in times.items()
    }


def zoned(value: TimeValue, places: Iterable[PlaceValue], iso2: Mapping[str, str]) -> TimeValue:
    """The time with the offset of its places where it has a clock time and no offset yet; ``iso2`` has their codes."""
    zones = {zone for place in places for zone in zones_of(place, iso2)}
    if not zones or value.precision != "minute":
        return value
    return replace(value, earliest=_with_offset(value.earliest, zones), latest=_with_offset(value.latest, zones))


def zones_of(place: PlaceValue, iso2: Mapping[str, str]) -> frozenset[str]:
    """The zones that a place may be in: of its province and longitude if they are known, else all of its country."""
    country = iso2.get(place.country or "", "")
    stretches = _provinces().get((country, place.admin1 or ""))
    if stretches is None:
        return country_zones().get(country, frozenset())
    if place.lon is not None and place.precision in _POINTS:
        east_and_west = [each for each in stretches if each.west <= place.lon <= each.east]
        stretches = east_and_west or stretches
    return frozenset(each.zone for each in stretches)


@cache
def country_zones() -> dict[str, frozenset[str]]:
    """The zones of each country, by its code of two letters."""
    found: dict[str, set[str]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found.setdefault(country, set()).add(zone)
    return {country: frozenset(zones) for country, zones in found.items()}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A zone in a province, and how far its towns lie to the west and to the east."""

    zone: str
    west: float
    east: float


@cache
def _provinces() -> dict[tuple[str, str], list[_Stretch]]:
    """The zones of the provinces of countries that have several."""
    source = files("tacitus") / "data" / "zones.tsv"
    found: dict[tuple[str, str], list[_Stretch]] = {}
    try:
        head, *lines = source.read_text("utf-8").splitlines()
        for line in lines:
            country, province, zone, west, east = line.split("\t")
            found.setdefault((country, province), []).append(_Stretch(zone, float(west), float(east)))
    except (OSError, ValueError) as error:
        raise DataError(f"The table {source} cannot be read ({error}); install Tacitus again.") from error
    if tuple(head.split("\t")) != COLUMNS:
        raise DataError(f"The table {source} has other columns than this version reads; install Tacitus again.")
    return found


def _linked(time: Span, markup: Markup, places: Mapping[Span, PlaceValue]) -> list[PlaceValue]:
    """The places of what happened at the time."""
    heads = [link.head for link in markup.links if link.role in _AT_A_TIME and link.tail.span == time]
    spans = [link.tail.span for link in markup.links if link.role == "place" and link.head in heads]
    return [place for span in spans if (place := places.get(span)) is not None and place.country is not None]


def _with_offset(clock: str | None, zones: Iterable[str]) -> str | None:
    if clock is None or not _BARE.fullmatch(clock):
        return clock
    day = datetime.fromisoformat(clock)
    offsets = {ZoneInfo(zone).utcoffset(day) for zone in zones}
    (offset,) = offsets if len(offsets) == 1 else (None,)
    return clock if offset is None else clock + _written(offset)


def _written(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
