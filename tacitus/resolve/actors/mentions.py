"""The actor mentions of one report come in; the party that each one means goes out.

One thing to know: a report is read twice. First every phrase alone, which gathers the names that the report
introduces ("Government of National Accord (GNA)", "spokesman Hanif Rezai"); then the short forms, pronouns
and "the group", which can mean only what was named. In doubt they stay unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice, pairwise

from tacitus.records.markup import Mention
from tacitus.records.span import Span
from tacitus.records.value import ActorValue
from tacitus.resolve.actors.allied import allied
from tacitus.resolve.actors.backed import backed
from tacitus.resolve.actors.case import recased
from tacitus.resolve.actors.coreference import PERSONAL_PRONOUNS, antecedent, named_later, owned, refers
from tacitus.resolve.actors.leaving import until_now
from tacitus.resolve.actors.namesakes import namesakes
from tacitus.resolve.actors.opposed import no_states
from tacitus.resolve.actors.parts import Context, Reading, from_actor, words_of
from tacitus.resolve.actors.phrase import read_phrase
from tacitus.resolve.actors.post import posted
from tacitus.resolve.actors.side import SIDES, sided
from tacitus.resolve.actors.table import Actor, ActorTable
from tacitus.resolve.actors.words import HOME_FORCES, PRONOUNS, noun
from tacitus.resolve.names import fold, name_key, singular, without_apostrophe, without_possessive
from tacitus.resolve.places.words import is_next_door

__all__ = ["Actor", "ActorTable", "at_home", "country_weights", "resolve_actors", "resolve_parties"]

_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][\w.'’-]*(?: (?:[A-Z][\w'’-]*))?")
_BRACKETED = re.compile(r"\s*[(\[]([A-Z][\w.-]{1,11})[)\]]")
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_WHERE = re.compile(r"\s+(?:in|of|from)\s+(?:the\s+)?((?:[A-Z][\w'’-]*\s?){1,3})")
_SET_IN = re.compile(
    r"(?:(?:Meanwhile|Elsewhere|Separately),? )?[Ii]n (?:(?:the|(?:north|south|east|west|central|neighbou?r)\w*) )*"
    r"((?:[A-Z][\w-]*,?(?:\s|$)){1,3})"
)
_OPENING = 40  # characters in which a sentence says where it is set
_FAR = 300  # characters from a sentence's beginning to a party in it
#: Organs that America has, and others have too.
_AMERICAN = re.compile(r"\b(?:Congress|Senate|House of Representatives)\b")
#: A report is about a country, which then fills a bare "police", when more than this share of the countries named are
#: it, and it is named twice or in the lead. On the invented corpus (5,783 mentions) this lifts the share of countries
#: that are right from 0.40 to 0.67; a share of 0.4 would win 0.03 more and be wrong half as often again.
HOME_SHARE = 0.5
NAMED_OFTEN = 2
LEAD = 200  # characters
#: Who rules the country that a report is about; "local government" is not that.
_RULERS = re.compile(r"(?:the )?(?:government|regimes?)(?:['’]s)?", re.I)
_GOVERNMENT = "government"
_AFTER = 100  # characters in which an apposition may stand
_NAMELY = re.compile(r"\b(?:identified as|named as|namely)\b", re.I)
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s+[A-Z][a-z]{2,} |\n|\b(?:were|was|had|said)\b")
_BODIES = re.compile(r"^.*?\b(?:bod(?:y|ies)|corpses?|remains) of (?:the )?")
_LIST = 200  # characters over which a list of names may run


def resolve_actors(
    text: str, mentions: Sequence[Mention], *, published: date | None, table: ActorTable
) -> dict[Span, ActorValue]:
    """The party of each mention, by its span."""
    values, bare, home = resolve_parties(text, mentions, published=published, table=table)
    return at_home(values, bare, home, table)


def resolve_parties(
    text: str,
    mentions: Sequence[Mention],
    *,
    published: date | None,
    table: ActorTable,
    hurt: Sequence[Span] = (),
    people: Sequence[Span] = (),
    leaving: Collection[Span] = (),
) -> tuple[dict[Span, ActorValue], dict[Span, str], str | None]:
    """The party of each mention, the mentions whose country is the report's own ("police"), and the one it names most.

    With each of those stands the part of the state that it is, if it is one: "regime forces" are its military; where
    the report is set is for its places to say, and what it names most only stands in for them. ``hurt``
    are counts of people without a mention: their side is told too, where their words say it ("two bodies of rebels").
    ``people`` are the names of persons, in which a town or a country is none ("Musa Bello"); ``leaving`` are those who
    leave a force, and were of it until then.
    """
    written, text = text, recased(text, table)
    countries = _countries(_AMERICAN.sub(lambda organ: organ[0].lower(), text), table, people)
    context = Context(table, published, countries, metonyms=_metonyms(text, countries), folded=fold(text))
    ordered = sorted(mentions, key=lambda mention: mention.span)
    context.named = frozenset(pair for name in people for pair in pairwise(words_of(name.of(text))))
    context.namesakes = namesakes([words_of(mention.span.of(text)) for mention in ordered], context)
    readings: dict[Span, Reading] = {}
    known: dict[tuple[str, str | None, bool], tuple[Reading, int]] = {}

    def read(mention: Mention) -> Reading:
        """What the words say on their own; worked out anew only where the report has since named whom they may mean."""
        words = mention.span.of(text)
        words = until_now(words) if mention.span in leaving else words
        key = (words, mention.label, context.definite)
        reading, names = known.get(key, (None, 0))
        if reading is None or _may_mean(words, islice(context.local, names, None)):
            reading = _spoken_of(read_phrase(words, context, no_states(mention.label, words)), text, context)
        known[key] = reading, len(context.local)
        return reading

    for mention in ordered:
        words = mention.span.of(text)
        context.definite = words[:4].lower() == "the " or bool(
            _THE.search(text, max(0, mention.span.start - 5), mention.span.start)
        )
        reading = readings[mention.span] = read(mention)
        _introduce(reading, mention.span, text, context)
    title = text.find("\n")
    for mention in ordered:
        words = mention.span.of(text)
        if mention.span.end <= title and (body := named_later(words, readings.values())):
            readings[mention.span] = replace(body, named=False)
        elif refers(words):
            earlier = [(span, reading) for span, reading in readings.items() if span.end <= mention.span.start]
            found = antecedent(words, mention, text, earlier, table)
            own = readings[mention.span]
            if found:
                readings[mention.span] = owned(words, own, found, table)
            elif own.actor is None:
                kind = own.kind or ("person" if words.lower() in PERSONAL_PRONOUNS else None)
                readings[mention.span] = replace(
                    own, kind=kind, named=False, homely=own.homely and words.lower() not in PRONOUNS
                )
        elif readings[mention.span].actor is None:
            context.definite = False
            readings[mention.span] = _part_of_name(words, read(mention), readings)
    readings = allied(backed(readings, text), text)
    countries.update(reading.country for reading in readings.values() if reading.actor and reading.country)
    home = _home(countries)
    _take_sides(readings, text, context)
    ahead = {later.span: mention.span.start for mention, later in pairwise(ordered)}

    def value(span: Span, reading: Reading) -> ActorValue:
        return _as_written(_value(reading, span, text, table, ahead.get(span, -1)), span.of(written))

    values = {span: value(span, reading) for span, reading in readings.items()}
    values = _spelt_alike(values, written)
    for span in hurt:
        words = until_now(span.of(text)) if any(map(span.overlaps, leaving)) else span.of(text)
        if (found := _side_of(words, text, context)) is not None:
            readings[span] = found
            values[span] = value(span, found)
    homely = {span: _home_body(reading, span.of(text)) for span, reading in readings.items() if reading.homely}
    bare = {span: body for span, body in homely.items() if values[span].actor is None and values[span].country is None}
    bodies = {span: body for span, body in homely.items() if body and span not in bare}
    for country in {values[span].country for span in bodies}:
        here = {span: body for span, body in bodies.items() if values[span].country == country}
        values = at_home(values, here, country, table)
    return values, bare, home


def _may_mean(words: str, names: Iterable[str]) -> bool:
    """Whether words can hold one of some names, which are folded: the first word of one stands in them."""
    folded = name_key(words).casefold()
    return any(name.partition(" ")[0].casefold() in folded for name in names)


def _side_of(words: str, text: str, context: Context) -> Reading | None:
    """The party of counted people, if their words put them on a side."""
    context.definite = False
    reading = _spoken_of(read_phrase(_BODIES.sub("", " ".join(words.split())), context), text, context)
    return reading if reading.kind in SIDES else None


def _take_sides(readings: dict[Span, Reading], text: str, context: Context) -> None:
    """Give unknown persons the kind of the body they belong to, wherever the report says it of their name."""
    sides: dict[str, str | None] = {}
    for span, reading in readings.items():
        told = sided(reading, span.of(text), text[span.end : span.end + _AFTER], context)
        told = posted(told, span.of(text), text[span.end : span.end + _AFTER], context)
        if told is not reading and reading.named:
            sides.setdefault(reading.name, told.kind)
        readings[span] = told
    for span, reading in readings.items():
        if reading.actor is not None or reading.kind != "person":
            continue
        if reading.name in sides:
            readings[span] = replace(reading, kind=sides[reading.name])
        elif group := _identified(span, readings, text):
            readings[span] = replace(reading, kind=group.kind)


def _identified(span: Span, readings: Mapping[Span, Reading], text: str) -> Reading | None:
    """The party whose members a list names: "two cadres, identified as Omar Said and Ali Khan"."""
    found = list(_NAMELY.finditer(text, max(0, span.start - _LIST), span.start))
    if not found or _SENTENCE_END.search(text, found[-1].end(), span.start):
        return None
    before = [s for s in readings if found[-1].start() - _LIST < s.start and s.end <= found[-1].start()]
    last = max(before, key=lambda s: s.end, default=None)
    if last is None or _SENTENCE_END.search(text, last.end, found[-1].start()):
        return None
    whole = next((s for s in readings if s.start <= last.start and last.end <= s.end and s != last), last)
    return readings[whole] if readings[whole].kind in SIDES else None


def at_home(
    values: Mapping[Span, ActorValue], bare: Mapping[Span, str], country: str | None, table: ActorTable
) -> dict[Span, ActorValue]:
    """The parties, those of ``bare`` with the country that the report's places lie in, and its forces as such."""
    found = dict(values)
    for span, body in bare.items():
        own, value = f"gov:{country}" if body == _GOVERNMENT else f"gov:{country}.{body}", values[span]
        found[span] = ActorValue(own if body and country else value.actor, value.name, value.kind, country)
        if body == _GOVERNMENT and own in table:
            government = table[own]
            found[span] = ActorValue(own, government.name, government.kind, country)
    return found


def country_weights(values: Iterable[ActorValue]) -> dict[str, float]:
    """How much of the parties' countries each country is: hints for telling apart places of one name."""
    counts = Counter(value.country for value in values if value.country)
    total = sum(counts.values())
    return {country: count / total for country, count in counts.items()}


def _metonyms(text: str, countries: Mapping[str, int]) -> dict[str, str]:
    """Whom a short name means in a report: "Brussels" NATO where only that is named, Belgium where it is, else the EU;
    "Congress" the Indian party in a report about India.
    """
    found = {}
    if "Brussels" in text and not re.search(r"\bBelgi(?:um|an)", text):
        union = re.search(r"\bEU\b|\bEurop|\bCommission\b", text)
        found["brussels"] = "igo:NATO" if not union and re.search(r"\bNATO\b|\bNato\b", text) else "igo:EU"
    if _about_india(countries):
        found["congress"] = "party:inc"
    return found


def _about_india(countries: Mapping[str, int]) -> bool:
    """Whether India is named more often than any other country, and America not at all."""
    most = max((often for country, often in countries.items() if country != "IND"), default=0)
    return countries.get("IND", 0) > most and not countries.get("USA")


def _spoken_of(reading: Reading, text: str, context: Context) -> Reading:
    """The party that a noun means where the report speaks of it: Naxalites are the CPI-Maoist if it says Maoists."""
    head = noun(reading.head) if reading.actor is None and reading.head else None
    if head is None or head.party is None or head.spoken is None or reading.kind != head.kind:
        return reading
    party = context.table[head.party]
    late = party.start is not None and context.on is not None and context.on.isoformat() < party.start
    if late or not re.search(rf"\b{head.spoken}", text, re.IGNORECASE):
        return reading
    return replace(from_actor(party), named=False, head=reading.head)


def _home_body(reading: Reading, words: str) -> str:
    """The part of the home state that a bare phrase is; empty where it may be another's."""
    if _RULERS.fullmatch(words):
        return _GOVERNMENT
    return "military" if singular(reading.head) in HOME_FORCES else ""


def _as_written(value: ActorValue, words: str) -> ActorValue:
    """The value with an unknown name as the report writes it, in small letters or in capitals."""
    at = words.lower().find(value.name.lower()) if value.actor is None else -1
    written = words[at : at + len(value.name)]
    return value if at < 0 or written == value.name else replace(value, name=written)


def _spelt_alike(values: Mapping[Span, ActorValue], text: str) -> dict[Span, ActorValue]:
    """The values, where words only take an unknown name up ("THE SAME FRONT") with it as it is written elsewhere."""
    unknown = {span: value.name for span, value in values.items() if value.actor is None}
    elsewhere = {name for span, name in unknown.items() if name not in span.of(text)}
    if not elsewhere:
        return dict(values)
    spelt: dict[str, str] = {}
    for name in unknown.values():
        if name not in elsewhere:
            spelt.setdefault(name.lower(), name)
    found = dict(values)
    for span, name in unknown.items():
        if name in elsewhere and name.lower() in spelt:
            found[span] = replace(values[span], name=spelt[name.lower()])
    return found


def _introduce(reading: Reading, span: Span, text: str, context: Context) -> None:
    """Remember the short forms under which the report may speak of a party that it has named in full."""
    if not reading.named:
        return
    words = span.of(text)
    if bracket := _BRACKETED.match(text, span.end) or re.search(r"[(\[]([A-Z][\w.-]{1,11})[)\]]$", words):
        context.introduce(name_key(bracket[1]), reading)
    name = re.sub(r"\s*\([^()]*\)$", "", reading.name)
    if reading.kind == "person" and " " in name and not (reading.actor or "").startswith("office:"):
        context.introduce(name_key(name.split()[-1]), reading)
        # "Mohammad Javad Zarif" as the report spells him, whatever the table does.
        context.introduce(name_key(words.split()[-1]), reading)
    if reading.actor is None and name_key(name) not in context.namesakes:
        context.introduce(name_key(name), replace(reading, name=name))


def _part_of_name(words: str, reading: Reading, readings: Mapping[Span, Reading]) -> Reading:
    """A short form of a longer unknown name ("Shaheen Corps" of "209th Shaheen Corps"), or the reading as it is."""
    if not reading.named:
        return reading
    short = set(name_key(words).split())
    for other in readings.values():
        if (
            other.named
            and other.actor is None
            and other.name != reading.name
            and short < set(name_key(other.name).split())
        ):
            return other
    return reading


def _value(reading: Reading, span: Span, text: str, table: ActorTable, ahead: int) -> ActorValue:
    """The value of a reading; a country still open is looked for right after the words and before its sentence.

    ``ahead`` is where the party before it begins.
    """
    country = reading.country
    if country is None and reading.actor is None:
        if not reading.named and (where := _WHERE.match(text, span.end)):
            country = _country(name_key(where[1].strip()), table)
        if country is None and reading.homely:
            there, begun = _set_in(text, span.start, table)
            # "In Paris, a minister condoled with the families" of another country; "in Chad" all are Chad's.
            named = table[f"state:{there}"].name.split()[0] if there else ""
            country = there if ahead < begun or f" {named}" in text[begun : begun + _OPENING] else None
    return ActorValue(reading.actor, reading.name, reading.kind, country)


def _set_in(text: str, at: int, table: ActorTable) -> tuple[str | None, int]:
    """The country that a sentence begins with, and where it begins: "In Chad, the army said"."""
    before = text[max(0, at - _FAR) : at]
    sentence = re.split(r"\. |\n", before)[-1]
    where = _SET_IN.match(sentence)
    names = where[1].replace(",", "").split() if where else []
    wordings = (" ".join(names[:n]) for n in range(len(names), 0, -1))
    found = next((c for words in wordings if (c := _country(name_key(words), table))), None)
    return found, at - len(sentence)


def _countries(text: str, table: ActorTable, people: Sequence[Span]) -> Counter[str]:
    """How often the report names each country, by its name, people, capital or a town, but not in a person's name."""
    counts: Counter[str] = Counter()
    persons = {at for span in people for at in range(span.start, span.end)}
    for match in _CAPITALISED.finditer(text):
        if match.start() in persons and match.end() - 1 in persons:
            continue
        countries = _countries_of(match[0], table)
        if countries and is_next_door(text, match.start()):
            continue
        for country in countries:
            counts[country] += NAMED_OFTEN if match.start() < LEAD else 1  # where a report is set stands at its head
    return counts


@lru_cache(maxsize=50_000)
def _countries_of(words: str, table: ActorTable) -> tuple[str, ...]:
    """The countries that one or two words name, each once; remembered, for reports repeat their names."""
    pair = words.removesuffix("'s").removesuffix("’s").rstrip(".")
    found = [_country(name_key(pair), table)] if " " in pair else []
    if not any(found):
        bare = [without_possessive(word)[0] for word in pair.split()]
        owners = [without_apostrophe(word) or word for word in bare]
        found = [
            _country(name_key(w), table) or _country(name_key(o), table) for w, o in zip(bare, owners, strict=True)
        ]
    return tuple(dict.fromkeys(country for country in found if country))


def _country(key: str, table: ActorTable) -> str | None:
    """The country that a place, a state or a people's name stands for; of a people that lives in many, none."""
    if place := table.place(key):
        return place
    kinds = ("state", "government", "community")
    return next((a.country for a in table.by_key(key)[:1] if a.kind in kinds and not a.is_ucdp_people), None)


def _home(countries: Counter[str]) -> str | None:
    """The country that a report is about, if it is plainly about one."""
    if not countries:
        return None
    (country, count), *_ = countries.most_common(1)
    return country if count >= NAMED_OFTEN and count > HOME_SHARE * countries.total() else None
