"""The spans and phrases of place mentions as the reader and the parser found them → as the gazetteer would have them.

In go mentions, out come mentions that are cut where one name ends and that begin where the name begins. The one thing
to know: only words change here, no place is chosen yet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tacitus.records.span import Span
from tacitus.resolve.names import without_apostrophe
from tacitus.resolve.places.gazetteer import DEMONYM, Gazetteer
from tacitus.resolve.places.holding import HOLDING
from tacitus.resolve.places.parties import LARGE
from tacitus.resolve.places.phrase import Named, Phrase, phrase_of
from tacitus.resolve.places.words import DIRECTION, KIND_WORDS, QUARTERS

#: "town of" in a mention or behind it, and the name that follows; no kind of feature ("outskirts of").
_KIND_OF = re.compile(
    rf"(?:(?<= )|(?<=-))(?P<kind>{'|'.join(word for word, kinds in KIND_WORDS.items() if kinds != ('feature',))})"
    r" of (?:the )?(?P<name>(?-i:[A-Z][\w'\u2019-]*(?: (?:[ae]l-)?[A-Z][\w'\u2019-]*){0,2}))"
)
#: How far behind a mention that ends with "town of" its name may end; characters.
_NAME_REACH = 60
#: What describes and does not name: "rebel-held", "controlled", "central", "Druze-majority".
_DESCRIBES = re.compile(
    rf"(?:[\w-]*(?:held|controlled|populated|dominated|besieged|majority|mostly)|{DIRECTION})", re.I
)
#: What may stand before the second of two names that run on: "Manbij northern Syria".
_DESCRIBED = re.compile(rf"^(?:{DIRECTION} )+", re.I)
#: "Syrias third" of "Syrias third city of Homs".
_ONLY_DESCRIBES = re.compile(r"(?:[A-Z][\w-]*s )?[a-z-]+")
_OF = re.compile(r" of (?:the )?")
_TOWN = 4.0  # people (power of ten) of a town whose name is known by two words: "Nova Kakhovka"
_NEXT_NAME = re.compile(r" [A-Z][\w'\u2019-]+")


def with_homes(phrases: Mapping[Span, Phrase]) -> dict[Span, Phrase]:
    """The phrases, each with the district or province that another mention of its name has, if it has no holder."""
    homes: dict[str, tuple[Named, ...]] = {}
    for phrase in phrases.values():
        units = tuple(named for named in phrase.holders if named.certain and named.kinds and named.kinds[0] in HOLDING)
        if units and phrase.head and phrase.head.readings:
            homes.setdefault(phrase.head.readings[-1], units)
    return {
        span: replace(phrase, holders=homes[phrase.head.readings[-1]])
        if phrase.head and phrase.head.readings and phrase.head.readings[-1] in homes and not phrase.holders
        else phrase
        for span, phrase in phrases.items()
    }


def own_units(text: str, spans: Collection[Span], gazetteer: Gazetteer) -> set[int]:
    """Where the mentions end that are a name with its kind word, a part of the known place that follows "of".

    "The Sahel district of Nawa" is in Nawa, which lies in no Sahel; but Sangin of "the Helmand district of" in Helmand.
    """
    found, starts = set(), {span.start: span for span in spans}
    for span in spans:
        name, _, kind = span.of(text).removeprefix("the ").rpartition(" ")
        of = _OF.match(text, span.end) if name[:1].isupper() and kind in KIND_WORDS else None
        if of and of.end() in starts:
            inside = gazetteer.lookup(starts[of.end()].of(text))
            units = {place.row for place in gazetteer.lookup(name)}
            if inside and not any(units & {place.row, place.province, place.district} for place in inside):
                found.add(span.end)
    return found


def whole(text: str, span: Span, gazetteer: Gazetteer) -> Span:
    """The span of the name itself; longer where the reader cut one in two that the gazetteer has whole."""
    if named := _named_behind(text, span, gazetteer):
        return named
    following = _NEXT_NAME.match(text, span.end)
    if following and text[span.start : span.start + 1].isupper():
        longer = Span(span.start, following.end())
        if any(place.kind in HOLDING and place.likeness > DEMONYM for place in gazetteer.lookup(longer.of(text))):
            return longer
        if any(place.likeness == 1 and place.magnitude >= _TOWN for place in gazetteer.lookup(longer.of(text))):
            return longer
    return span


def _named_behind(text: str, span: Span, gazetteer: Gazetteer) -> Span | None:
    """The name behind "town of", where what stands before it names nothing: "Syrian city of Homs" is Homs.

    The name may lie behind a span that was cut too early, but "Gaya district of Bihar" is Gaya, in Bihar; and of a town
    and a quarter the one that more people live in is the town, whichever stands before the "of".
    """
    if " of " not in text[span.start : span.end + _NAME_REACH]:
        return None
    for found in _KIND_OF.finditer(text, span.start, min(len(text), span.end + _NAME_REACH)):
        before = text[span.start : found.start()].strip(" -")
        if found.start() > span.end + 1 or not before:
            return None
        last = before.split()[-1]
        describes = _DESCRIBES.fullmatch(last) or any(p.likeness == DEMONYM for p in gazetteer.lookup(last))
        unit = KIND_WORDS.get(last, ("",))[0] in HOLDING and KIND_WORDS[found["kind"]] == ("settlement",)
        town = found["kind"] in QUARTERS and _size(before, gazetteer) > _size(found["name"], gazetteer)
        if describes or unit or town or _ONLY_DESCRIBES.fullmatch(before):
            inside = found.start("name") < span.end
            return Span(found.start("name"), max(span.end, found.start("name")) if inside else found.end())
    return None


def _size(name: str, gazetteer: Gazetteer) -> float:
    """How large the largest town of that name is; less than nothing where there is none."""
    return max((p.magnitude for p in gazetteer.lookup(name) if p.kind == "settlement"), default=-1.0)


def parted(phrase: Phrase, gazetteer: Gazetteer) -> Phrase:
    """The phrase with holders cut where a comma ("district of Homs Lebanese radio") or an apostrophe is missing."""
    phrase = _run_on(_owned(phrase, gazetteer), gazetteer)
    if not phrase.holders:
        return phrase
    apart = (each for named in phrase.holders for each in _of_owner(named, gazetteer))
    return replace(phrase, holders=tuple(_first_known(named, gazetteer) for named in apart))


def _of_owner(named: Named, gazetteer: Gazetteer) -> tuple[Named, ...]:
    """A holder with its own ("Peru's Huanta province") as the two, unless the whole is a name: "Cox's Bazar"."""
    owner, _, rest = named.readings[-1].replace("\u2019", "'").partition("'s ") if named.readings else ("", "", "")
    if not rest or any(gazetteer.lookup(reading) for reading in named.readings):
        return (named,)
    if not any(place.kind in HOLDING and place.likeness > DEMONYM for place in gazetteer.lookup(owner)):
        return (named,)
    return replace(named, readings=(rest,)), Named((owner,), certain=named.certain)


def _run_on(phrase: Phrase, gazetteer: Gazetteer) -> Phrase:
    """The phrase of two known names side by side as if a comma stood between them: "Homs central Syria"."""
    words = phrase.text.split()
    if len(words) < 2 or not _two_names(words) or phrase.relation != "at":
        return phrase
    if any(gazetteer.lookup(reading) for reading in (phrase.text, *(phrase.head.readings if phrase.head else ()))):
        return phrase
    for at in range(len(words) - 1, 0, -1):
        first, rest = " ".join(words[:at]), _DESCRIBED.sub("", " ".join(words[at:])).split()
        for size in range(len(rest), 0, -1):
            name = " ".join(rest[:size])
            for second in filter(None, (name, without_apostrophe(name))):
                if _go_together(first, second, gazetteer):
                    apart = phrase_of(f"{first}, {second}")
                    return replace(apart, holders=(*apart.holders, *phrase.holders))
    return phrase


def _two_names(words: Sequence[str]) -> bool:
    """Whether words may be two names: both ends have a capital, and small ones only tell a direction."""
    small = [word for word in words if not any(map(str.isupper, word))]
    return all(_DESCRIBES.fullmatch(word) for word in small) and words[-1] not in small


def _go_together(first: str, second: str, gazetteer: Gazetteer) -> bool:
    """Whether two names side by side are those of a place and its country, or of two large towns."""
    country = gazetteer.country_called(second)
    if country:
        return any(place.country == country and place.likeness > DEMONYM for place in gazetteer.lookup(first))
    return all(
        any(p.likeness == 1 and p.kind == "settlement" and p.magnitude >= LARGE for p in gazetteer.lookup(name))
        for name in (first, second)
    )


def _owned(phrase: Phrase, gazetteer: Gazetteer) -> Phrase:
    """The phrase with the place of a country or province cut from its holder: "Syrias Idlib" is Syria's Idlib."""
    first, _, rest = phrase.text.partition(" ")
    owner = without_apostrophe(first)
    if not owner or not rest or gazetteer.lookup(first) or gazetteer.lookup(phrase.text):
        return phrase
    if not gazetteer.country_called(owner) and not any(p.kind == "province" for p in gazetteer.lookup(owner)):
        return phrase
    apart = phrase_of(f"{owner}'s {rest}")
    return replace(apart, holders=(*apart.holders, *(named for named in phrase.holders if named not in apart.holders)))


def _first_known(named: Named, gazetteer: Gazetteer) -> Named:
    """A holder of several words of which nobody knows the whole but everybody the beginning, as that beginning."""
    words = named.readings[-1].split() if named.readings else []
    if len(words) < 2 or any(gazetteer.lookup(reading) for reading in named.readings):
        return named
    for size in range(len(words) - 1, 0, -1):
        beginning = " ".join(words[:size])
        if _DESCRIBES.fullmatch(beginning):
            break  # "South Garo Hills" is in no province called South
        if any(place.likeness == 1 for place in gazetteer.lookup(beginning)):
            return replace(named, readings=(beginning,), kind_word=None)
    return named
