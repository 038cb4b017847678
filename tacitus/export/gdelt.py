"""Events → GDELT 2's two tables: events (61 columns) and mentions (16), tabs between the cells and no header.

In: dyads. Out: columns. One thing to know: both are joined by GLOBALEVENTID, a number made of our id. GDELT adds every
article of a quarter of an hour to one event; here an event is one report's, and incidents hold reports together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tacitus.export import settled
from tacitus.export.columns import Column, empty, on
from tacitus.export.dyads import Dyad
from tacitus.export.nations import nation
from tacitus.export.parties import cameo, cameo_type
from tacitus.export.rows_of import Header
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

_NOT_READ = "not read from the words"
#: What of CAMEO's twenty roots is verbal and material cooperation, and verbal conflict; above is material conflict.
_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))
_TYPES = {"country": 1, "province": 5, "district": 5, "settlement": 4, "exact": 4}
_AMERICAN = {"province": 2, "district": 2, "settlement": 3, "exact": 3}


def _actor(number: int, of: Callable[[Dyad], ActorValue | None]) -> Iterator[Column[Dyad]]:
    """The ten columns on a party."""

    def part(find: Callable[[ActorValue], Any]) -> Callable[[Dyad], Any]:
        return lambda d: find(party) if (party := of(d)) else None

    actor = f"Actor{number}"
    yield Column(f"{actor}Code", "CAMEO's code, of the actors' table or by country and kind", part(cameo))
    yield Column(f"{actor}Name", "the name in capitals, as GDELT writes it", part(lambda p: p.name.upper()))
    yield Column(f"{actor}CountryCode", "its country, ISO 3166 alpha-3", part(lambda p: p.country))
    yield empty(f"{actor}KnownGroupCode", "groups are known by the actors' table, not by CAMEO's list")
    yield empty(f"{actor}EthnicCode", _NOT_READ)
    yield empty(f"{actor}Religion1Code", _NOT_READ)
    yield empty(f"{actor}Religion2Code", _NOT_READ)
    yield Column(f"{actor}Type1Code", "its CAMEO type", part(cameo_type))
    yield empty(f"{actor}Type2Code", "no party here has two")
    yield empty(f"{actor}Type3Code", "no party here has three")


def _nowhere(number: int) -> Iterator[Column[Dyad]]:
    """The eight columns on where a party is, which nothing tells."""
    why = "where a party is is not read, only where the event is"
    for name, kind in (("Type", int), ("FullName", str), ("CountryCode", str), ("ADM1Code", str), ("ADM2Code", str),
                       ("Lat", float), ("Long", float), ("FeatureID", str)):  # fmt: skip
        yield empty(f"Actor{number}Geo_{name}", why, kind)


def _day(dyad: Dyad) -> int | None:
    return int(dyad.day.strftime("%Y%m%d")) if dyad.day else None


def _span(dyad: Dyad) -> tuple[date, date] | None:
    found = settled.interval(dyad.row.event.settled)
    return (found.first, found.last) if found.first and found.last else None


def _month(dyad: Dyad) -> int | None:
    span = _span(dyad)
    same = span and (span[0].year, span[0].month) == (span[1].year, span[1].month)
    return span[0].year * 100 + span[0].month if span and same else None


def _year(dyad: Dyad) -> int | None:
    span = _span(dyad)
    return span[0].year if span and span[0].year == span[1].year else None


def _fraction(dyad: Dyad) -> float | None:
    """GDELT's own reckoning, with months of thirty days."""
    return round(dyad.day.year + (dyad.day.month * 30 + dyad.day.day) / 365, 4) if dyad.day else None


def _quad(dyad: Dyad) -> int | None:
    return next((quad for last, quad in _QUADS if dyad.cameo and int(dyad.cameo[:2]) <= last), None)


def _geo_type(dyad: Dyad) -> int | None:
    precision = dyad.place.precision or ""
    american = _AMERICAN if dyad.place.country == "USA" else {}
    return american.get(precision) or _TYPES.get(precision)


def _midnight(report: Header) -> str | None:
    """The day as GDELT's second; the hour is not known."""
    return report.published.strftime("%Y%m%d000000") if report.published else None


_PUBLISHED = "the day the report was published, at midnight: no hour is known"

EVENTS: tuple[Column[Dyad], ...] = (
    Column("GLOBALEVENTID", "a number of 60 bits made of our id of the event and its pair, the same in every export",
           lambda d: d.integer, int),
    Column("SQLDATE", "the day as YYYYMMDD; empty where it is not known to the day", _day, int),
    Column("MonthYear", "the month as YYYYMM; empty where it is not known to the month", _month, int),
    Column("Year", "the year; empty where it is not known to the year", _year, int),
    Column("FractionDate", "the day as a fraction of the year, by GDELT's months of thirty days", _fraction, float),
    *_actor(1, lambda d: d.source),
    *_actor(2, lambda d: d.target),
    empty("IsRootEvent", "whether it stands in the lead paragraph is not kept", int),
    Column("EventCode", "CAMEO's code of our type; an intent is 030, a threat 130, a denial 120", lambda d: d.cameo),
    Column("EventBaseCode", "its first three digits", lambda d: (d.cameo or "")[:3]),
    Column("EventRootCode", "its first two", lambda d: (d.cameo or "")[:2]),
    Column("QuadClass", "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict, by the root", _quad, int),
    Column("GoldsteinScale", "the code's weight; empty for 176, which has none", lambda d: d.goldstein, float),
    Column("NumMentions", "how often the report names the event", lambda d: len(d.row.event.mentions), int),
    Column("NumSources", "1: an event is one report's", lambda _: 1, int),
    Column("NumArticles", "1", lambda _: 1, int),
    empty("AvgTone", "tone is not measured", float),
    *_nowhere(1),
    *_nowhere(2),
    Column("ActionGeo_Type", "1 country, 4 town, 5 province or district; in the United States 3 and 2", _geo_type, int),
    Column("ActionGeo_FullName", "place, province, country", lambda d: settled.in_words(d.place)),
    Column("ActionGeo_CountryCode", "the country, FIPS 10-4", lambda d: nation(d.place.country).fips),
    empty("ActionGeo_ADM1Code", "the gazetteer has names of provinces, not their FIPS codes"),
    empty("ActionGeo_ADM2Code", "the gazetteer has names of districts, not GAUL's codes"),
    Column("ActionGeo_Lat", "of the place; empty for a whole country", lambda d: d.spot[0], float),
    Column("ActionGeo_Long", "the same", lambda d: d.spot[1], float),
    empty("ActionGeo_FeatureID", "the gazetteer has GeoNames' ids, not those of GNS"),
    Column("DATEADDED", _PUBLISHED, lambda d: _midnight(d.row.report), int),
    Column("SOURCEURL", "where the report stands", lambda d: d.row.report.url),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One place in a report's text where an event is named."""

    dyad: Dyad
    span: Span


def mentioned(dyads: Iterable[Dyad]) -> Iterator[Mentioned]:
    """A row for each mention of each pair's event."""
    for dyad in dyads:
        event = dyad.row.event
        yield from (Mentioned(dyad, span) for span in event.mentions or (event.trigger,))


def _offset(of: Callable[[Dyad], ActorValue | None]) -> Callable[[Mentioned], int | None]:
    def find(mention: Mentioned) -> int | None:
        claim = mention.dyad.claim(of(mention.dyad), mention.span)
        return claim.span.start if claim else None

    return find


def _length(mention: Mentioned) -> int | None:
    text = mention.dyad.row.text
    return len(text) if text is not None else None


def _identifier(report: Header) -> str:
    return report.url or ", ".join(filter(None, (report.outlet, report.title))) or report.id


MENTIONS: tuple[Column[Mentioned], ...] = (
    *on((EVENTS[0],), lambda m: m.dyad),
    Column("EventTimeDate", _PUBLISHED, lambda m: _midnight(m.dyad.row.report), int),
    Column("MentionTimeDate", "the same: the report that tells it is the one that names it",
           lambda m: _midnight(m.dyad.row.report), int),
    Column("MentionType", "1 the web, where the report has an address, else 2, a citation",
           lambda m: 1 if m.dyad.row.report.url else 2, int),
    Column("MentionSourceName", "the report's outlet", lambda m: m.dyad.row.report.outlet),
    Column("MentionIdentifier", "its address, else outlet and title, else its id",
           lambda m: _identifier(m.dyad.row.report)),
    empty("SentenceID", "sentences are not kept; the offsets lead to the words", int),
    Column("Actor1CharOffset", "where the words that name actor 1 begin in the report's text, in code points: of "
           "several the nearest to the mention", _offset(lambda d: d.source), int),
    Column("Actor2CharOffset", "the same of actor 2", _offset(lambda d: d.target), int),
    Column("ActionCharOffset", "where the words that name the event begin", lambda m: m.span.start, int),
    Column("InRawText", "1: Tacitus reads the report's own text and rewrites nothing", lambda _: 1, int),
    Column("Confidence", "how sure the reader is of the event, in percent",
           lambda m: round(100 * m.dyad.row.event.confidence), int),
    Column("MentionDocLen", "how many characters the report's text has; empty without the text", _length, int),
    empty("MentionDocTone", "tone is not measured", float),
    empty("MentionDocTranslationInfo", "nothing is translated"),
    empty("Extras", "GDELT's own reserve"),
)  # fmt: skip
