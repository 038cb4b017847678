"""The words of a place mention → what is named, what kind it is said to be, and where it is said to lie.

In goes the text of a report and a span ("12 km south of Idlib", "Maran forest area of Gaya District of Bihar"); out
comes a :class:`Phrase`. The one thing to know: nothing is looked up here. Readings that only a gazetteer can tell apart
(is "Mexico City" a city called Mexico?) are left in order of preference in :attr:`Named.readings`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from tacitus.records.span import Span
from tacitus.resolve.places.chain import holders as holders_behind
from tacitus.resolve.places.chain import mended, shared_kind
from tacitus.resolve.places.words import DIRECTION, KIND_ALTERNATIVES, KIND_WORDS, POLICE, UNIT, WIDE

_LEAD = re.compile(
    rf"(?:(?:the|same|said|this|that|an?|in|at|near|nearby|outside|inside|around|on|from|of|into|to|across|towards?|its|their)\s+"
    rf"|(?:far\s+|deep\s+)?{DIRECTION}(?:\s+and\s+{DIRECTION})?\s+(?:of\s+)?"
    rf"|(?:downtown|rural|remote|volatile|capital|restive|besieged|occupied|neighbou?ring|war-torn|troubled|coastal|"
    rf"-?(?:\w+-)?(?:held|controlled)|(?:de )?facto|(?:second|largest|biggest|main) city(?: of)?)\s+"
    rf"|(?:outskirts|suburbs?|countryside|parts|areas?|edge|cent(?:er|re)|heart|vicinity|environs|middle|rest)\s+(?:of|in)\s+)",
)
_CAPITAL_DIRECTION = re.compile(rf"^{DIRECTION}\s+(?=[A-Z])", re.IGNORECASE)
_OFFSET = re.compile(
    r"(?:(?:about|around|some|nearly|roughly|approximately|just|almost|over|more than|less than|only)\s+)?"
    r"(?:[\d.,]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|several|a few|dozens of)[\s-]*"
    r"(?:km|kms|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m|yards?)\b\.?(?:\s*\([^)]*\))?\s+"
    r"(?:away\s+)?(?:(?:to\s+the\s+)?[\w-]+\s+(?:of|from)|from|outside|off|inside)\s+",
    re.IGNORECASE,
)
_LINE = r"(?:road|highway|motorway|border|frontier|route|axis|railway|line)"
_ROADS = (
    re.compile(rf"(?:the\s+)?(?P<a>[A-Z].*?)(?<!\b[ae][lzrsdn])\s*[-\u2013\u2014]\s*(?P<b>[A-Z].*?)\s+{_LINE}\b"),
    re.compile(rf"(?:the\s+)?(?P<a>[A-Z].*?)\s+to\s+(?P<b>[A-Z].*?)\s+{_LINE}\b"),
    re.compile(
        rf"(?:the\s+)?(?:main\s+)?(?:{_LINE}\s+|area\s+)?(?:between|linking|connecting|from)\s+(?P<a>.+?)\s+(?:and|to|with)\s+(?P<b>.+)"
    ),
)
_JOIN = re.compile(
    r"\s*[,(]\s*(?:in\s+)?|\)\s*|\s+(?:in|within|inside|near|outside|under|at|on|along)\s+|"
    rf"\s+(?:just\s+)?(?:to\s+the\s+)?{DIRECTION}\s+of\s+|\s+of\s+|['\u2019]s\s+"
)
#: Kind words that alone name one of their kind: "a tanker in the Gulf".
_NAMES_THEMSELVES = {"gulf": "Persian Gulf"}
#: A gulf by its name: in a report that names one, "the Gulf" is that one.
_A_GULF = re.compile(r"\bGulf of (?:the )?[A-Z]\w+")
_POSSESSIVE = re.compile(r"(?:['\u2019]s|s['\u2019])$")
_NAME = r"[A-Z](?:[\w'\u2019-]|\.(?=\w))*(?:\s+(?:(?:of|de|del|al|el|and)\s+)?[A-Z](?:[\w'\u2019-]|\.(?=\w))*){0,3}"
_COMPASS = re.compile(DIRECTION, re.IGNORECASE)
_NO_NAMES = frozenset(("capital", "capital city", "government", "government area", "local government"))
#: "Mediterranean coastal city", "Lom Shiite suburb": what a town that is named next is like, and no name.
_DESCRIBED = re.compile(
    r"(?P<whose>[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)?) (?:mainly |mostly |predominantly )?"
    r"(?:coastal|inland|mountain|border|rebel-held|[a-z]+ern|"
    r"(?P<people>Shi['\u2019]?(?:a|ite)|Sunni|Alawite|Druze|Christian|Kurdish)) "
    r"(?P<kind>city|town|village|suburb|port|quarter|neighbou?rhood)"
)
#: Small words for a province or a district behind its name.
_UNITS = "|".join(word for word, kinds in KIND_WORDS.items() if kinds[0] in ("province", "district"))
_BEFORE = re.compile(
    rf"(?P<holder>{_NAME}(?: (?:{_UNITS})\b)?)(?P<own>['\u2019]s?)?\s+(?:[a-z-]+\s+){{0,2}}?"
    rf"(?:(?P<kind>{KIND_ALTERNATIVES})\s+of\s+)?(?:the\s+)?$"
)
#: For small letters: to ignore case takes several times as long.
_KIND_BEFORE = re.compile(rf"\b(?P<kind>{KIND_ALTERNATIVES})\s+of\s+(?:the\s+)?$")
#: An "Israeli settlement" is no town of Israel, and the Uzbek quarter of Osh lies in no Uzbek town.
_A_PEOPLES = frozenset("settlement quarter ward suburb neighbourhood neighborhood camp area".split())
_OFFICE = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,}(?: (?!District)[A-Z][a-z]{2,})?) (?:[Dd]istrict )?"
    r"(?:(?:[Ss]uperintendent of )?[Pp]olice\b(?! [Ss]tation| [Oo]utpost| [Ll]imits| [Cc]amp| [Dd]istrict)|"
    r"[Ss]uperintendent\b|A?SP\b|S?DPO\b|[Cc]ollector\b)"
)
_OFFICES = ("olice", "uperintendent", "SP", "DPO", "ollector")  # what stands in each of them
#: "Gaya District of" tells what Gaya is, and nothing of what follows; "the Syrian city of" does.
_OWN_KIND = re.compile(rf"(?<!\bThe )\b[A-Z][\w-]+ (?=[A-Z])(?i:{KIND_ALTERNATIVES})\s+of\s+(?:the\s+)?$")
#: "Zaria east" of "Zaria east of the river", where the name ends before the small word.
#: "Zaria Monday" of running copy, where the day stands without its "on".
_BEHIND = re.compile(
    r"(?<=\w) (?:(?:north|south|east|west)(?:[- ]?(?:east|west))?(?: of)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
#: How much text before a mention may say where it lies.
_REACH = 90


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its readings, best first, and the kind word that came with it, in lower case."""

    readings: tuple[str, ...]
    kind_word: str | None = None
    #: Whether the words leave no doubt that this place holds the other ("in Gaya district"); a comma alone does not.
    certain: bool = True
    #: Whether it stands before the kind word: "Syrian" of "the Syrian town of", where a people tells the country.
    in_front: bool = False

    @property
    def without_direction(self) -> str:
        """The last reading without a direction in capitals: "Eastern Aleppo" at the head of a sentence is Aleppo."""
        return _CAPITAL_DIRECTION.sub("", self.readings[-1])

    @property
    def kinds(self) -> tuple[str, ...]:
        """The gazetteer kinds that the kind word admits; empty without one."""
        return KIND_WORDS.get(self.kind_word or "", ())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention taken apart. ``head`` is None where the words name only what holds the place ("a village near Idlib").

    ``holders`` run from the nearest to the widest. ``relation`` is at · part (northern Syria) · near · offset ·
    between;
    ``other`` is the second end of a road or border.
    """

    text: str
    head: Named | None
    holders: tuple[Named, ...]
    relation: str = "at"
    other: Named | None = None

    @property
    def wide(self) -> bool:
        """Whether the thing named covers land around the point it is named after."""
        return self.head is not None and self.head.kind_word in WIDE


def districts_of_offices(text: str) -> dict[Span, Phrase]:
    """The names in front of the police and of their chiefs, which in many countries go by district: "Gaya Police"."""
    found = {}
    for match in _OFFICE.finditer(text) if any(office in text for office in _OFFICES) else ():
        words = match["name"].removeprefix("The ")
        named = Named(_real((words, words.split()[-1])), "district")
        found[Span(match.start("name"), match.end("name"))] = Phrase(words, named, ())
    return found


def parse(text: str, span: Span, units: Collection[int] = ()) -> Phrase:
    """Take the mention apart, with what stands close to it on either side.

    ``units``: where other mentions end that say nothing of what follows: "the Bridge district" of a town.
    """
    span = mended(text, span)
    phrase = phrase_of(" ".join(span.of(text).split()))
    if phrase.head and phrase.head.readings == ("Persian Gulf",) and (other := _A_GULF.search(text)):
        phrase = replace(phrase, head=Named((other[0],)))
    holders, kind_word = list(phrase.holders), shared_kind(text, span.end)
    before = text[max(0, span.start - _REACH) : span.start]
    # These searches are dear, so only where there is an owner or an "of" to find.
    last = before.lower().split()[-2:]
    of = last[-1:] == ["of"] or last == ["of", "the"]
    tail = before[-50:]
    if of and units and (kind := _KIND_BEFORE.search(tail.lower())):
        if span.start - len(tail) + kind.end("kind") in units:
            of, tail = False, ""
    if of and (found := _KIND_BEFORE.search(tail.lower())) and KIND_WORDS[found["kind"]] != ("feature",):
        kind_word = kind_word if _OWN_KIND.search(before) else found["kind"]
    if (
        (of or "'" in tail or "\u2019" in tail)
        and (found := _BEFORE.search(tail))
        and (found["own"] or (found["kind"] and not _OWN_KIND.search(before)))
    ):
        in_front = bool(found["kind"]) and found["kind"] not in _A_PEOPLES
        holders.append(replace(_named(found["holder"], certain=False), in_front=in_front))
    holders += [_named(link.words, certain=link.certain) for link in holders_behind(text, span.end)]
    head = phrase.head
    if head and kind_word and head.kind_word is None:
        head = replace(head, kind_word=kind_word)
    if head is phrase.head and len(holders) == len(phrase.holders):
        return phrase
    return replace(phrase, head=head, holders=tuple(holders))


@lru_cache(maxsize=4096)
def phrase_of(words: str) -> Phrase:
    """The words of a mention taken apart; remembered, since reports name the same places."""
    offset = _OFFSET.match(words)
    rest = words[offset.end() :] if offset else words
    for road in () if offset else _ROADS:
        if found := road.match(words):
            return Phrase(words, _named(found["a"]), (), "between", _named(found["b"]))
    parts, joins = _chain(rest)
    if joins[:1] == ["of"] and (described := _DESCRIBED.fullmatch(_stripped(parts[0]))):
        parts[0] = f"{described['kind']} of {parts.pop(1)}"
        parts[1:1], joins[:1] = ([described["whose"]], ["of"]) if described["people"] else ([], [])
    if "'s" in joins:  # "Syria's Idlib": the holder comes first
        at = joins.index("'s")
        parts[at], parts[at + 1] = parts[at + 1], parts[at]
    named = [_named(part, certain=at == 0 or joins[at - 1] != ",") for at, part in enumerate(parts)]
    if "'s" in joins and named[0].readings:  # unless the whole is a name: Cox's Bazar
        named[0] = replace(named[0], readings=(_stripped(rest), *named[0].readings))
    known = [name for name in named if name.readings]
    relation = "offset" if offset else "near" if re.match(r"near|outside|nearby|around|close to", words) else "at"
    if relation == "at" and _names_part(parts[0]):
        relation = "part"
    if named and not named[0].readings:
        relation = "near" if joins and (joins[0] in ("near", "outside") or joins[0].endswith(" of")) else relation
        return Phrase(words, None, tuple(known), relation)
    return Phrase(words, known[0] if known else None, tuple(known[1:]), relation)


def _chain(words: str) -> tuple[list[str], list[str]]:
    """Cut where a place is joined to its holder; "of" joins only behind a kind word ("Gaya District of Bihar")."""
    parts, joins, start = [], [], 0
    for found in _JOIN.finditer(words):
        left, join = words[start : found.start()], found.group().strip()
        last = left.split()[-1] if left.split() else ""
        if not left or (join == "of" and (last.lower() not in KIND_WORDS or len(_stripped(left).split()) < 2)):
            continue
        parts.append(left)
        joins.append("," if join[:1] in ",()" else "'s" if join.endswith("s") and join[0] in "'\u2019" else join)
        start = found.end()
    if words[start:]:
        parts.append(words[start:])
    return parts or [words], joins


def _stripped(part: str) -> str:
    """A part without articles, prepositions, directions and "outskirts of" in front."""
    while (found := _LEAD.match(part)) and found.end() < len(part):
        part = part[found.end() :]
    return part


def _names_part(part: str) -> bool:
    return re.match(rf"(?:the\s+)?(?:far\s+)?(?:{DIRECTION}|parts|countryside|rural)\b", part) is not None


@lru_cache(maxsize=4096)
def _named(part: str, certain: bool = True) -> Named:
    """The readings of one part: with and without its kind word."""
    part = _BEHIND.sub("", part)
    name = _POSSESSIVE.sub("", _stripped(part.strip(' .;:"“”')) if not part.isupper() else part.strip())
    plain = UNIT.sub("", name)
    plain, kind_word = POLICE.sub("", plain), "administrative unit" if plain != name else None
    if plain != UNIT.sub("", name):
        return Named(_real((plain,)), "police station", certain)
    tokens = plain.split()
    name = plain
    if len(tokens) > 2 and tokens[0].lower() in KIND_WORDS and tokens[1] == "of":
        rest, kind_word = _stripped(" ".join(tokens[2:])), tokens[0].lower()
        readings = (rest,) if tokens[0].islower() else (name, rest)
        return Named(_real(readings), kind_word, certain)
    kept = list(tokens)
    while kept and kept[-1].lower() in KIND_WORDS:
        kind_word = kept.pop().lower()
    if len(kept) > 1 and kind_word and kept[-1] == "Police":  # "Balrampur Police District"
        del kept[-1]
    if plain.lower() in _NO_NAMES:  # a headline's "CAPITAL" is no Capital Region
        return Named((), None, certain)
    if not kept:  # "the District": which one, the words before it tell
        alone = _NAMES_THEMSELVES.get(name.lower()) if name.istitle() else None
        return Named((alone,) if alone else (), None if alone else kind_word, certain)
    if kind_word is None and len(tokens) > 1 and tokens[0].lower() in KIND_WORDS:
        rest = " ".join(tokens[1:])  # "village Kusmar", but "Mount Sheridan"
        return Named(_real((rest,) if tokens[0].islower() else (name, rest)), tokens[0].lower(), certain)
    # A kind word with a capital may belong to the name: Mexico City, Karak Castle.
    readings = (" ".join(kept),) if kind_word and tokens[-1].islower() else (name, " ".join(kept))
    if kind_word and KIND_WORDS[kind_word] == ("feature",):
        readings = (name,) if _COMPASS.fullmatch(" ".join(kept)) else (name, " ".join(kept))
    return Named(_real(readings), kind_word, certain)


def _real(readings: tuple[str, ...]) -> tuple[str, ...]:
    """The readings that name something, each once."""
    names = (name for name in readings if len(name) > 1 or not name.isascii())
    return tuple(dict.fromkeys(name for name in names if any(c.isupper() or ord(c) > 0x2FF for c in name)))
