"""Toponyms in news: whether they are found, and whether they are put in the right place of the world.

In comes a folder with articles in the layout of TR-News (`<article>` with `<text>` and `<toponym>`s that have a point);
out come shares within 161 km (100 miles, the field's usual yardstick) and the median error. The one thing to know:
toponyms without a point in the gold are left out of resolution, and one that Tacitus gives no point counts as an error.
"""

from __future__ import annotations

import math
import os
import re
import statistics
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.errors import Error
from bench.figures import SHARED, Figures
from tacitus.reader.model import Model
from tacitus.reader.model import load as load_model
from tacitus.reader.read import mark
from tacitus.records.markup import Markup
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.mentions import resolve_places
from tacitus.resolve.places.parties import named_within
from tacitus.sources.layout import lay_out

DATA = SHARED / "measure/geoparse"
NEAR_KM = 161.0
#: Offsets in some articles run a few characters off; the phrase itself tells where it stands.
_SLIP = 12
_NOWHERE = PlaceValue("")

#: A place mention that is a name and nothing else: every word has a capital, but for "of" and "the".
_BARE = re.compile(r"[^\W\d_a-z][\w.'\u2019-]*(?:[ ,]+(?:(?:of|the|de|al|el)[ ])?[A-Z][\w.'\u2019-]*)*")
Find = Callable[[str], list[Span]]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold toponym; ``point`` is None where the annotators found no entry."""

    span: Span
    phrase: str
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold toponyms."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]


def run(data: Path) -> Figures:
    """Resolution given the gold toponyms; finding them with the reader, and both together."""
    model, gazetteer = _reader(), Gazetteer.open()
    return measure(data, lambda text: toponyms(text, mark([lay_out(text)], model)[0], gazetteer))


def _reader() -> Model:
    """The model that every other bench reads with."""
    return load_model(os.environ.get("TACITUS_READER") or "default")


def errors(data: Path) -> Iterator[Error]:
    """The toponyms that were not found or put elsewhere; given, they are classed by what they were taken for."""
    gazetteer, model = Gazetteer.open(), _reader()
    for article in read_articles(data):
        found = toponyms(article.text, mark([lay_out(article.text)], model)[0], gazetteer)
        for toponym in article.toponyms:
            if not any(span.overlaps(toponym.span) for span in found):
                yield Error("not found", _around(article.text, toponym.span), toponym.phrase, "")
        for toponym, error, got in resolution(article, gazetteer):
            if error > NEAR_KM:
                way = "no point" if error == math.inf else f"within {10 ** math.ceil(math.log10(error)):,} km"
                yield Error(
                    f"given: {way}", _around(article.text, toponym.span), f"{toponym.phrase} {toponym.point}", got
                )


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - 80) : span.end + 80]


def toponyms(text: str, markup: Markup, gazetteer: Gazetteer) -> list[Span]:
    """The reader's location names and the place mentions that are bare names, and the places in names of parties."""
    names = [name.span for name in markup.names if name.kind == "location"]
    places = [m.span for m in markup.mentions if m.kind == "place" and _BARE.fullmatch(m.span.of(text))]
    names += [span for span in places if not any(span.overlaps(name) for name in names)]
    people = [name.span for name in markup.names if name.kind == "person"]
    parties = [name.span for name in markup.names if name.kind == "organisation"]
    parties += [m.span for m in markup.mentions if m.kind == "actor"]
    outer = [span for span in parties if not any(span.overlaps(person) for person in people)]
    within = dict.fromkeys(named_within(text, outer, gazetteer))
    return names + [span for span in within if not any(span.overlaps(name) for name in names)]


def measure(data: Path, find: Find | None = None) -> Figures:
    """Resolution given the toponyms; with a function that finds toponyms, also its F1 and the whole way end to end."""
    gazetteer = Gazetteer.open()
    articles = list(read_articles(data))
    located = [t for article in articles for t in article.toponyms if t.point]
    errors = [error for article in articles for _, error, _ in resolution(article, gazetteer)]
    figures: Figures = {
        "articles": len(articles),
        "toponyms": len(located),
        "resolved_161km": sum(error <= NEAR_KM for error in errors) / max(1, len(errors)),
        "median_km": statistics.median(errors) if errors else 0.0,
    }
    return figures | end_to_end(articles, find, gazetteer) if find else figures


def resolution(article: Article, gazetteer: Gazetteer) -> Iterator[tuple[Toponym, float, str]]:
    """The error of every located toponym in kilometres (infinite without a point), and what it was taken for."""
    places = resolve_places(article.text, [t.span for t in article.toponyms], countries={}, gazetteer=gazetteer)
    for toponym in article.toponyms:
        if toponym.point:
            place = places.get(toponym.span, _NOWHERE)
            got = f"{place.name} ({place.kind}, {place.country}, {place.admin1})"
            yield toponym, _error(toponym.point, (place.lat, place.lon)), got


def end_to_end(articles: list[Article], find: Find, gazetteer: Gazetteer) -> Figures:
    """Toponym F1 (overlap with the gold span, each used once), and the share of gold found and put within 161 km."""
    hits = near = found_all = gold_all = located_all = 0
    for article in articles:
        spans = list(dict.fromkeys(find(article.text)))
        places = resolve_places(article.text, spans, countries={}, gazetteer=gazetteer)
        free = set(spans)
        found_all, gold_all = found_all + len(spans), gold_all + len(article.toponyms)
        for toponym in article.toponyms:
            located_all += toponym.point is not None
            match = next((span for span in sorted(free) if span.overlaps(toponym.span)), None)
            if match is None:
                continue
            free.discard(match)
            hits += 1
            place = places.get(match, _NOWHERE)
            if toponym.point and _error(toponym.point, (place.lat, place.lon)) <= NEAR_KM:
                near += 1
    precision, recall = hits / max(1, found_all), hits / max(1, gold_all)
    return {
        "toponym_precision": precision,
        "toponym_recall": recall,
        "toponym_f1": 2 * precision * recall / max(1e-9, precision + recall),
        "end_to_end_161km": near / max(1, located_all),
    }


def read_articles(data: Path) -> Iterator[Article]:
    """The articles of every XML file in the folder, with offsets mended."""
    for path in sorted(data.glob("*.xml")):
        for node in ElementTree.parse(path).getroot().iter("article"):  # noqa: S314 (a local file of the measure)
            text = node.findtext("text") or ""
            toponyms = (_toponym(text, child) for child in node.iter("toponym"))
            yield Article(node.get("docid", ""), text, tuple(t for t in toponyms if t))


def _toponym(text: str, node: ElementTree.Element) -> Toponym | None:
    phrase, at = node.findtext("phrase") or "", int(node.findtext("start") or 0)
    starts = [at + slip for size in range(_SLIP + 1) for slip in (-size, size)]
    start = next((s for s in starts if s >= 0 and text.startswith(phrase, s)), None)
    if start is None or not phrase:
        return None
    lat, lon = node.findtext("gaztag/lat"), node.findtext("gaztag/lon")
    point = (float(lat), float(lon)) if lat and lon else None
    return Toponym(Span(start, start + len(phrase)), phrase, point)


def _error(gold: tuple[float, float], got: tuple[float | None, float | None]) -> float:
    lat, lon = got
    if lat is None or lon is None:
        return math.inf
    lat1, lat2 = math.radians(gold[0]), math.radians(lat)
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(lon - gold[1]) / 2) ** 2
    )
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))
