"""Mentions → values: every word that names something, as the thing it stands for.

In: a report and its markup. Out: :class:`Resolved` and an issue for what stays open. One thing to
know: the countries of the actors weigh in when a place has many namesakes, so actors come first; the
places then tell where those actors are at home whose words do not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tacitus.records.event import Issue
from tacitus.records.fates import only_owns
from tacitus.records.markup import Markup, Mention, Trigger
from tacitus.records.ontology import load as ontology
from tacitus.records.report import Report
from tacitus.records.resolved import Counted, Resolved
from tacitus.records.sides import fighters
from tacitus.records.span import Span, outside
from tacitus.records.value import PlaceValue, TollValue
from tacitus.resolve.actors.first_person import first_person
from tacitus.resolve.actors.leaving import leavers
from tacitus.resolve.actors.mentions import ActorTable, at_home, country_weights, resolve_parties
from tacitus.resolve.actors.scene import at_scene
from tacitus.resolve.actors.shared_noun import with_shared_nouns
from tacitus.resolve.mending.terms import TERM
from tacitus.resolve.names import name_key
from tacitus.resolve.numbers.ages import is_age, is_apposed
from tacitus.resolve.numbers.counts import find_counts
from tacitus.resolve.numbers.fates import fates
from tacitus.resolve.numbers.tolls import bounds, who
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.lands import main_country
from tacitus.resolve.places.mentions import resolve_places
from tacitus.resolve.places.parties import named_within, without_people
from tacitus.resolve.times.broadcast import told_on
from tacitus.resolve.times.dates import resolve_times
from tacitus.resolve.times.leaning import leanings
from tacitus.resolve.times.own_times import SINCE
from tacitus.resolve.times.zones import zoned_times
from tacitus.resolve.weapons import weapon_in

#: "East and West Timor": the first word alone is a region of Cameroon.
_HALF_NAME = re.compile(r"(?:north|south|east|west|central)(?:ern)? (?:and|or) (?:north|south|east|west)", re.I)
_HALF = 10  # characters behind it that are looked at
_ONE_NAME = re.compile(r"\b[A-Z][\w-]{3,}")
_EDGES = " \t\n.,;:'\"()[]‘’“”-–—"
#: "A grazier, identified as Omar Said": no part of the name.
_NAMELY = re.compile(r"(?:(?:later|since)\s+)?(?:identified|named)(?:\s+as)?(?:\s+|$)", re.I)
#: Kinds of party that no place is called after; states and governments are.
_NO_PLACES = frozenset(("rebel", "militia", "party", "igo", "ngo", "media", "company", "community"))
#: How a party may go on behind the noun that is counted, without another number, and how far; characters.
_REST_OF_PHRASE = re.compile(r"[^\d.;:\n]*(?:\b[A-Z]\.[^\d.;:\n]*)*(?:\(\d\d?\))?$")
#: The "North" of a treaty's name is no region that "the region" could mean.
_COMPASS = frozenset("north south east west northern southern eastern western central".split())
#: What a number beside no noun for people may count: "40 explosions" are no toll.
_THINGS = re.compile(
    r"\b(?:explosions|blasts|violations|breaches|incidents|attacks|strikes|raids|clashes|sorties|shells|rounds|rockets|"
    r"missiles|mortars|bombs|mines|shots|bursts|impacts|times|houses|homes|huts|tents|shops|buildings|vehicles|trucks|cars|"
    r"lorries|buses|"
    r"tanks|boats|ships|aircraft|(?:war)?planes|jets|helicopters|drones|sticks?|rods?|villages|towns|districts|checkpoints|positions|posts|weapons|rifles|guns|"
    r"protests|rallies|targets|cases|complaints|minutes|hours|days|weeks|months|years|animals|cattle|cows|goats|sheep|camels)$",
    re.I,
)
#: "Two bodies of the rebels": it is rebels that are counted.
_REMAINS = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)$", re.I)
_FULL_NAME = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w.'’-]*){0,3}(?: \(\d\d?\))?")
_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.I)
_ARTICLE = re.compile(r"(?:An?|The|One|Another)\s", re.I)
#: "Omar Said, aged 38", "Omar Said, age 38": where the reader marks it by itself, nobody more is counted.
#: Behind a piece of the words for one person: nothing that makes another one of them.
_GOES_ON = re.compile(r"(?!['’]s\b)(?:[.-]|\s)(?!.*(?:,|\b(?:of|and|for|in|from|with|to|by|at)\b|['’]s\b)).*\w")
_AGE = re.compile(r"age[ds]?(?:\s+[\w-]+)?", re.I)
_AGED = re.compile(r"\s?\b(\d\d)$")
#: "Bomb kills six Chadian state TV", a headline that has lost its colon.
_HEADLINES_SOURCE = re.compile(
    r"(?<=\w)\s+(?:[A-Z][\w-]*\s+){0,2}(?:state|official|state-run)\s+(?:TV|television|media|radio|news agency|news)$"
)
_IN_TOWN = re.compile(r"[^,;]{0,60}?\b(?:of|in|at)\s+(?:the (?:town|city|village) of )?((?:[A-Z][\w'’-]*\s?){1,3})")
#: "18 of the 31 lorries".
_OF_THINGS = re.compile(rf"[\w,]+\s+of (?:the|its|their|those|these) (?:\w+ )?{_THINGS.pattern[:-1]}\b", re.I)
#: "1 x HMMWV".
_TIMES = re.compile(r"\s?[xX]\s")
#: "Reported 26 air strikes", "with wooden sticks", "two Mirage F1-C jets", "at least" and "34 barrel bombs".
_OF_THESE = re.compile(
    rf"(?:-\d{{1,4}}\w?)?(?:\s+\d{{1,5}})?(?:\s+(?-i:[A-Z])[\w-]*){{0,3}}(?:\s+(?:barrel|cluster|car|petrol|mortar))?"
    rf"\s+(?:air ?strikes\b|{_THINGS.pattern[:-1]}\b)",
    re.I,
)
_REST = 120
_BARE_PLURAL = (2, None)  # "villagers" says that there were some, and counts nobody


@dataclass(frozen=True, slots=True)
class Tables:
    """What words are looked up in; opened once in a process."""

    actors: ActorTable
    gazetteer: Gazetteer

    @classmethod
    def open(cls) -> Tables:
        """Open the package's tables."""
        return cls(ActorTable.open(), Gazetteer.open())


def resolve(report: Report, markup: Markup, tables: Tables) -> tuple[Resolved, tuple[Issue, ...]]:
    """Resolve all mentions of one report."""
    by_kind: dict[str, list[Mention]] = {}
    for mention in markup.mentions:
        by_kind.setdefault(mention.kind, []).append(mention)
    text = report.text
    parties = [m.span for m in by_kind.get("actor", [])]
    found = find_counts(text)
    ends = [*(c.span.start for c in found), len(text)][1:]
    counts = tuple(
        Counted(_whole_phrase(text, c.span, parties, end), TollValue(c.bounds.low, c.bounds.high, c.who))
        for c, end in zip(found, ends, strict=True)
    )
    tolls = {m.span: value for m in by_kind.get("toll", []) if (value := _toll(m.span, text, counts, parties))}
    told = fates(text, counts)
    hurt = outside({c.span for c in (*told, *tolls.values())}, parties)
    people = [name.span for name in markup.names if name.kind == "person"]
    values, bare, home = resolve_parties(
        text,
        by_kind.get("actor", []),
        published=report.published,
        table=tables.actors,
        hurt=sorted(hurt),
        people=people,
        leaving=leavers(markup),
    )
    actors = at_home(values, bare, home, tables.actors)
    place_spans = [m.span for m in by_kind.get("place", []) if not _names_party(m.span.of(text), tables)]
    place_spans = [span for span in place_spans if not _is_half_a_name(text, span)]
    place_spans = without_people(text, place_spans, people, tables.gazetteer)
    towns = {m.span: town for m in by_kind.get("facility", []) if (town := _town_of(text, m.span))}
    place_spans += outside(towns.values(), place_spans)
    names = _other_names(text, markup, place_spans, tables.gazetteer)
    names = [span for span in names if not (report.dateline and span.overlaps(report.dateline))]  # that weighs less
    places = resolve_places(
        text,
        place_spans,
        countries=country_weights(actors.values()),
        gazetteer=tables.gazetteer,
        names=names,
        dateline=report.dateline,
        published=report.published,
        actors=[*(actor.actor for actor in actors.values()), *_groups(text, tables)],
    )
    # The country of a bare "police" is filled in anew once the places are known: they tell where the report is set.
    actors = at_scene(
        values,
        bare,
        home,
        places,
        dateline=report.dateline,
        deeds=_of_deeds(markup),
        table=tables.actors,
    )
    actors = with_shared_nouns(text, actors, lambda name: bool(tables.gazetteer.lookup(name)))
    times = resolve_times(
        text,
        [m.span for m in by_kind.get("time", [])],
        published=told_on(text, report.published),
        table=tables.actors,
        since=[m.span for m in by_kind.get("time", []) if m.label == SINCE],
        terms=[m.span for m in by_kind.get("time", []) if m.label == TERM],
        leaning=leanings(markup),
    )
    times = zoned_times(times, markup, places, main_country(places.values()), tables.gazetteer.iso3)
    others = [m.span for m in by_kind.get("facility", []) if m.span not in places]
    sites = {span: _site(span.of(text), tables, places.get(towns.get(span, span))) for span in others}
    armed = [
        m.span for m in by_kind.get("weapon", []) if not fighters(m.span.of(text))
    ]  # "terrorist shells" are shells
    weapons = {span: weapon_in(text, span) for span in armed}
    ours = first_person(report, by_kind.get("actor", []), actors, tables.actors)
    resolved = Resolved(actors, {**sites, **places}, times, tolls, weapons, counts, told, ours)
    return resolved, tuple(_issues(report, markup, by_kind, resolved))


def _is_half_a_name(text: str, span: Span) -> bool:
    return " " not in span.of(text) and _HALF_NAME.match(text, span.start, span.end + _HALF) is not None


def _of_deeds(markup: Markup) -> set[Span]:
    """The places of what is told as violence."""
    types = ontology().types
    linked = ((link.head, link.tail) for link in markup.links if link.role == "place")
    return {place.span for told, place in linked if isinstance(told, Trigger) and types[told.type].family == "violence"}


def _groups(text: str, tables: Tables) -> Iterator[str]:
    """The armed groups that a single word of the report names, a party to its events or not."""
    for word in dict.fromkeys(_ONE_NAME.findall(text)):
        for actor in tables.actors.by_key(name_key(word))[:1]:
            if actor.kind in ("rebel", "militia"):
                yield actor.id


def _town_of(text: str, site: Span) -> Span | None:
    """The town in the words for a site: "the market of Saraqib"."""
    found = _IN_TOWN.fullmatch(text, site.start, site.end)
    return Span(*found.span(1)) if found else None


def _site(words: str, tables: Tables, town: PlaceValue | None) -> PlaceValue:
    """A market or a mosque: no gazetteer has it, so it lies where its town does, or else only in a country."""
    if town is not None and town.precision == "settlement":
        return replace(town, name=words, kind=words.split(" of ")[0].split(" in ")[0].split()[-1].lower())
    names = [word for word in words.split() if not word.islower()]  # a car is not the CAR
    country = next((code for word in names if (code := tables.gazetteer.country_named(word))), None)
    return PlaceValue(words, words.split()[-1].lower(), country=country)


def _whole_phrase(text: str, count: Span, parties: Sequence[Span], limit: int) -> Span:
    """The count with the rest of the party that it counts: "two cadres" of "two cadres of the Naga Army"."""
    ends = [p.end for p in parties if count.start <= p.start < count.end < p.end <= min(limit, count.end + _REST)]
    if _REMAINS.search(text, count.start, count.end):
        ends += [p.end for p in parties if _OF.fullmatch(text, count.end, max(count.end, p.start)) and p.end <= limit]
    rest = text[count.end : max(ends, default=count.end)]
    return Span(count.start, count.end + len(rest)) if _REST_OF_PHRASE.match(rest) else count


def _other_names(text: str, markup: Markup, places: Sequence[Span], gazetteer: Gazetteer) -> list[Span]:
    """Names of places outside place mentions, those in the names of parties ("Kandahar police") included."""
    people = [name.span for name in markup.names if name.kind == "person"]
    parties = [mention.span for mention in markup.mentions if mention.kind == "actor"]
    parties = outside(parties, people)
    locations = [name.span for name in markup.names if name.kind == "location"]
    within = [s for s in named_within(text, parties, gazetteer) if gazetteer.country_named(s.of(text)) is None]
    names = [*locations, *outside(within, locations)]
    return outside([span for span in names if span.of(text).lower() not in _COMPASS], places)


def _names_party(words: str, tables: Tables) -> bool:
    """Whether a mention marked as a place names a party or a people ("Islamic State", "Shiite villages")."""
    names = [word for word in words.split() if not word.islower()]
    known = tables.actors.by_key(name_key(" ".join(names)))[:1] if names else []
    return any(actor.kind in _NO_PLACES for actor in known) and not tables.gazetteer.lookup(" ".join(names))


def _toll(span: Span, text: str, counts: Sequence[Counted], parties: Sequence[Span]) -> Counted | None:
    """What a toll mention counts: the count that it lies on, or else a person named without any number."""
    best = max(counts, key=lambda c: min(c.span.end, span.end) - max(c.span.start, span.start), default=None)
    if best is not None and best.span.overlaps(span):
        first = next((c for c in counts if c.span.overlaps(span)), best)  # "three dead six injured": where it begins
        return first if first.span.start <= span.start else best
    words = span.of(text).strip(_EDGES)
    if namely := _NAMELY.match(words):
        words = words[namely.end() :].strip(_EDGES)
    if words.count("(") > words.count(")"):  # "Omar Said (48)": the bracket is no edge
        words = words[: words.rindex("(")].rstrip()
    if source := _HEADLINES_SOURCE.search(words):
        words = words[: source.start()]
    start = text.index(words, span.start) if words else span.start
    if (aged := _AGED.search(words)) and is_age(text, start + aged.start(1), start + aged.end(1)):
        words = words[: aged.start()]  # "Omar Said 39 was killed": one is told of
    if whole := _goes_on(text, Span(start, start + len(words)), parties):
        start, words = whole.start, whole.of(text)
    found = bounds(words) if len(words) > 1 else None
    behind = start + len(words)
    age = text[max(0, start - 1) : start] == "(" or _AGE.fullmatch(words) or is_apposed(text, start, behind)
    things = _OF_THINGS.match(text, start) or _TIMES.match(text, behind) or _OF_THESE.match(text, behind)
    owns = found and found.high == 1 and only_owns(text, start + len(words))
    if found is None or owns or (found.low, found.high) == _BARE_PLURAL or age or things or _THINGS.search(words):
        return None
    if _is_name(words) and (name := _cut_from(text, Span(start, start + len(words)), parties)):
        start, words = name.start, name.of(text)
    whole = _whole_phrase(text, Span(start, start + len(words)), parties, len(text))
    if found.high == 1 and only_owns(text, whole.end):
        return None
    # "Thirty-one" and "Nine Catholics" begin a sentence, and are no names.
    return Counted(whole, TollValue(found.low, found.high, who(words)), found.high == 1 and _is_name(words))


def _goes_on(text: str, piece: Span, parties: Sequence[Span]) -> Span | None:
    """The whole mention of one person that goes on behind a piece ("Fr" of "Irish priest Fr. Omar Said")."""
    held = (p for p in parties if p.start <= piece.start < piece.end < p.end)
    return next((p for p in held if _GOES_ON.fullmatch(text, piece.end, p.end)), None)


def _cut_from(text: str, piece: Span, parties: Sequence[Span]) -> Span | None:
    """The whole mention from whose end a name is cut ("Omar" of "Constable Omar Said")."""
    held = (p for p in parties if p.start < piece.start < piece.end <= p.end)
    return next((p for p in held if _FULL_NAME.fullmatch(text, piece.start, p.end)), None)


def _is_name(words: str) -> bool:
    """Whether words are a name; "A grazier" is none, though it begins a sentence."""
    return words[:1].isupper() and not any(c.isdigit() for c in words) and not _ARTICLE.match(words)


def _issues(report: Report, markup: Markup, by_kind: dict[str, list[Mention]], resolved: Resolved) -> Iterator[Issue]:
    yield from _left_out(report, markup)
    for mention in by_kind.get("toll", []):
        if mention.span not in resolved.tolls and any(c.isdigit() for c in mention.span.of(report.text)):
            yield _issue(report, mention.span, "no number could be read from {!r}")
    for mention in by_kind.get("time", []):
        value = resolved.times.get(mention.span)
        if value is not None and value.precision == "relative" and report.published is None:
            yield _issue(report, mention.span, "{!r} stays relative, since the report has no publication date")
    for mention in by_kind.get("place", []):
        place: PlaceValue | None = resolved.places.get(mention.span)
        if place is None or place.lat is None:
            yield _issue(report, mention.span, "{!r} is not in the gazetteer")


def _left_out(report: Report, markup: Markup) -> Iterator[Issue]:
    """What sounds like events in passages that seem to be about something else is left out, and that is said."""
    doubted = [t for t in markup.triggers if t.passed < 1]
    if doubted:
        words = ", ".join(repr(t.span.of(report.text)) for t in doubted[:3])
        message = f"{len(doubted)} possible events ({words}) count for less: their passage seems to tell of no conflict"
        yield Issue("reader", message, doubted[0].span.start)


def _issue(report: Report, span: Span, message: str) -> Issue:
    return Issue("resolve", message.format(span.of(report.text)), span.start)
