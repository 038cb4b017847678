"""Phrases that the reader cut, made whole again.

In: the markup of a report. Out: the same, where "headquarters of the" goes on to what it is the headquarters of, "air"
and "force" beside each other in one role are one party, a known name is not cut at its hyphen, and "town of" is the
place named behind it. One thing to know: of places nothing else is mended here, and of parties, facilities and weapons
a mention that was joined to the one before it stays as well, for it may have a part of its own in something else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.actors.table import ActorTable
from tacitus.resolve.actors.words import Sort, noun
from tacitus.resolve.places.words import KIND_WORDS

_KINDS = frozenset({"actor", "facility", "weapon"})
_CLOSED = _KINDS | {"toll"}
_GOES_ON = frozenset({"actor", "facility", "place"})
#: Words that no phrase ends in, and those among them that bring in what the phrase is of.
_ENDS_OPEN = re.compile(
    r"(?:\s+(?:of|for|from|to|in|at|on|by|with|against|and|or|that|(?-i:which|who|an?|he|she|they)|the)|\s*[,(\[-])+$",
    re.I,
)
_OPEN_ENDS = frozenset("of for from to in at on by with against and or that which who a an he she they the".split())
_OF = re.compile(r"\s+(?:of|for)(?:\s+the)?$", re.I)
_SMALL = "of|by|and|in|for|with|to|from|including|namely|(?:later |since )?(?:identified|named) as"
_BEGINS_OPEN = re.compile(rf"(?:(?:{_SMALL}|the)\s+)+(?=\w)")  # "In Amenas" is a name
_JOINS = re.compile(rf"(?:(?:{_SMALL})\s+)+(?=\w)")  # before a count: "the three" stay "the three"
#: "A group" of whom: the words for how many, which stay inside what is put together.
_MEASURE = re.compile(r"(?:[a-z-]+\s)?(?:groups?|bands?|crowds?|gangs?|columns?|squads?)", re.I)
_OF_HOW_MANY = re.compile(r"\s+of(\s+(?:[\w,-]+\s+){0,3})", re.I)
#: "Foreign | troop withdrawal": whose they are not belongs to who they are.
_FOREIGN = re.compile(r"\b(?:foreign|international|multinational|allied) $", re.I)
_FOREIGN_ENDS = ("foreign ", "international ", "multinational ", "allied ")
#: "rebel" of "rebel-held mill"; and "al" of "al-Mazra", in which no phrase ends.
_COMPOUND = re.compile(r"(?<![\w-])\w[\w.]{0,19}$")
_ARTICLE_LAST = re.compile(r"(?:^|[\s-])(?:al|el|as|ash|ad|ar|an|at|az|des|du|de)$")
_JOINED = re.compile(r"(?:-\w[\w'’]*)+")
#: "The town of", and how its name follows.
_KIND_OF = re.compile(r"(?:the\s+)?(\w+)(?:\s+of)?", re.I)
#: The first word of names of two, which alone is no place: "Sheikh | Zuweid", "Puerto | Rico"; and the rest of them.
_FIRST_OF_TWO = re.compile(
    r"(?:Sheikh|Shaykh|Kafr|Kafar|Deir|Dayr|Umm|Abu|Khan|Wadi|Jabal|Bir|Beit|Bayt|Ain|Ayn|Ras|Khirbat|Puerto|Port|Fort|"
    r"San|Santa|Santo|Saint|Villa|Nueva|Ciudad|Dera|Haji)"
)
_SECOND_OF_TWO = re.compile(r"[ -](?:(?:de|del|la|el|al|ez|ad|as|ash|an|az)[ -]){0,2}[A-Z][a-z][\w'’-]*")
_TO_NAME = re.compile(r"\s+of\s+(?:the\s+)?", re.I)
_SPACE = re.compile(r"\s+(?:the\s+)?", re.I)
#: The beginning of a word whose end alone was taken: the "Vitel" of "Vitel'homme gang".
_BEGUN = re.compile(r"\w[\w'’-]{0,29}$")
#: How a name goes on in capitals: "Front for the Liberation of the Coast From Strangers"; and in a further word.
_NAMED_ON = re.compile(r"(?<=\w)\s(?:From|For|Of|Against)\s(?:The\s)?[A-Z][\w'’-]+")
#: What is freed or guarded is so from somebody: "Liberation of Lebanon from Foreigners", in capitals throughout too.
_FREED = re.compile(
    r"\b(?:liberation|defen[cs]e|protection|salvation|deliverance) of (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?$", re.I
)
_FROM_WHOM = re.compile(r"\s(?i:from|against)\s(?i:the\s)?(?=[A-Z])(?!\w+day\b)[\w'’-]+")
_NEXT = re.compile(r"\s[A-Z][\w'’-]+")
#: What was done by others behind a party is no part of its name: "militiamen backed | by a gunship".
_DONE = re.compile(r"\s+(?:backed|led|supported|commanded|headed|aided|assisted|trained|funded|escorted|joined)$")
_CAPITAL_ON = frozenset((" F", " O", " A"))
_GOES_ON_FROM = frozenset((" F", " f", " A", " a"))
_BY = re.compile(r"\s+by\b")
#: Nor is what something is for: "bus carrying | porters".
_HOLDS = re.compile(
    r"(?<!\s)\s+(?:carrying|ferrying|transporting|sheltering|housing|hosting|belonging|packed|filled|laden)$"
)
#: The "S." of "U.S.", and what stands before it.
_LAST_INITIAL = re.compile(r"[A-Z]\.(?!\s?[A-Z][a-z])")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){1,3}$")
#: What a fighter is told by before the word that says that he is one: "suicide car | bomber".
_MODIFIER_LAST = re.compile(r"(?:^|[\s-])[a-z][a-z-]+$")
_HEAD_NEXT = re.compile(r"\s([a-z]+)\b(?!-)")
_FIGHTERS = frozenset(("rebel", "militia", "criminal", "gunmen", "military", "police"))
_BESIDE = re.compile(r"[ -]?")
_ROLES = frozenset({"agent", "target", "victim", "weapon"})
LONGEST = 120  # characters of a phrase that is put together


def with_whole_phrases(text: str, markup: Markup, actors: ActorTable) -> Markup:
    """The markup with whole phrases for parties, facilities and weapons."""
    markup = _renamed(markup, dict(_hyphened(text, markup.mentions, actors)))
    markup = _renamed(markup, dict(_named(text, markup.mentions, actors)))
    markup = _renamed(markup, dict(_closed(text, markup.mentions)))
    markup = _renamed(markup, _beside(text, markup.links))
    return _renamed(markup, dict(_kinds_of_place(text, markup.mentions)))


def _renamed(markup: Markup, whole: Mapping[Mention, Mention]) -> Markup:
    """The markup with other mentions in place of some; what lies in one of them fills no role beside it."""
    if not whole:
        return markup
    mended = set(whole.values())
    touched = {m.span for m in (*whole, *mended)}  # most links are of others, and stay as they are
    links: list[Link] = []
    seen: set[tuple[str, Mention | Trigger, Mention | Trigger]] = set()
    for link in sorted(markup.links, key=attrgetter("score"), reverse=True):
        if link.head.span in touched or link.tail.span in touched:
            key = link.role, _new(whole, link.head), _new(whole, link.tail)
            if key in seen:
                continue
            seen.add(key)
            links.append(Link(key[1], link.role, key[2], link.score))
        else:
            links.append(link)
    holding: dict[tuple[Span, str], list[Span]] = defaultdict(list)
    for link in links:
        if link.role in _ROLES and link.tail.span in touched and link.tail in mended:
            holding[link.head.span, link.role].append(link.tail.span)

    def within(link: Link) -> bool:
        spans = holding.get((link.head.span, link.role), ())
        return any(span.holds(link.tail.span) and span != link.tail.span for span in spans)

    mentions = {whole.get(m, m): None for m in markup.mentions}
    return replace(
        markup,
        mentions=tuple(sorted(mentions, key=attrgetter("span"))),
        links=tuple(link for link in links if not within(link)),
    )


def _new(whole: Mapping[Mention, Mention], item: Mention | Trigger) -> Mention | Trigger:
    return whole.get(item, item) if isinstance(item, Mention) else item


def _hyphened(text: str, mentions: Sequence[Mention], actors: ActorTable) -> Iterator[tuple[Mention, Mention]]:
    """The parties whose name was cut at a hyphen, with the whole name: "PLF" of the known "PLF-Renewal"."""
    for mention in mentions:
        if mention.kind != "actor" or not (rest := _JOINED.match(text, mention.span.end)):
            continue
        begun = _COMPOUND.search(text, max(mention.span.start, mention.span.end - 20), mention.span.end)
        if begun and actors.find(text[begun.start() : rest.end()]):
            yield mention, replace(mention, span=Span(mention.span.start, rest.end()))


def _named(text: str, mentions: Sequence[Mention], actors: ActorTable) -> Iterator[tuple[Mention, Mention]]:
    """The parties whose name was cut within a word, or before or behind its last, with the whole of it.

    And those, and facilities, to which the verb behind was welded, without it.
    """
    for mention in mentions:
        start, end = mention.span
        if mention.kind in _KINDS and text[end - 1] in "gdn" and (held := _HOLDS.search(text, start, end)):
            yield mention, replace(mention, span=Span(start, held.start()))
            continue
        if mention.kind != "actor":
            continue
        if (
            text[start] in "'’"
            and text[max(0, start - 1)].isalpha()
            and (begun := _BEGUN.search(text, max(0, start - 30), start))
        ):
            start = begun.start()
        if text[start - 1 : start] == "." and _LAST_INITIAL.match(text, start):
            begun = _INITIALS.search(text, max(0, start - 8), start)
            start = begun.start() if begun else start
        words = text[start:end]
        if (head := _head_behind(text, mention, end)) is not None:
            end = head
        if words.istitle() and " " not in words and (on := _NEXT.match(text, end)):
            kinds = {actor.kind for actor in actors.find(words + on[0])}
            if mention.label in (kinds | {None} if kinds else ()) and not actors.find(words):
                end = on.end()
        if (
            text[end : end + 2] in _CAPITAL_ON
            and (on := _NAMED_ON.match(text, end))
            and words.split()[-1][:1].isupper()
        ):
            end = on.end()
        if text[end : end + 2] in _GOES_ON_FROM and (on := _FROM_WHOM.match(text, end)) and _FREED.search(words):
            end = on.end()
        if (done := _DONE.search(words)) and _BY.match(text, end):
            end = start + done.start()
        if (start, end) != mention.span:
            yield mention, replace(mention, span=Span(start, end))


def _head_behind(text: str, mention: Mention, end: int) -> int | None:
    """Where the noun ends that a party's words only modify ("bomber" of "suicide car | bomber"), if they do."""
    head = _HEAD_NEXT.match(text, end)
    if head is None or mention.label not in _FIGHTERS or not _MODIFIER_LAST.search(text, mention.span.start, end):
        return None
    last, behind = text[mention.span.start : end].split()[-1], noun(head[1])
    if last in _OPEN_ENDS or (head[1] == "force" and last != "air"):
        return None  # "such attitudes force us"
    if behind is None or behind.kind not in _FIGHTERS or behind.sort is Sort.OFFICE or not _names_nobody(last):
        return None
    return head.end(1)


def _names_nobody(word: str) -> bool:
    """Whether a word alone is no party: "car", "pro-government"; "rebel" of "rebel fighters" is one."""
    return noun(word) is None and not word.endswith(("ed", "ing"))


def _closed(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The mentions that begin or end in a small word, with what they should be."""
    longest: dict[int, int] = {}
    for mention in mentions:
        if mention.kind in _GOES_ON:
            longest[mention.span.start] = max(mention.span.end, longest.get(mention.span.start, 0))
    for mention in mentions:
        if mention.kind not in _CLOSED or mention.span.end - mention.span.start > LONGEST:
            continue
        words = mention.span.of(text)
        last = words.split()[-1]
        begins = (_JOINS if mention.kind == "toll" else _BEGINS_OPEN).match(words)
        ends = _ENDS_OPEN.search(words) if last[-1] in ",([-" or last.lower() in _OPEN_ENDS else None
        start = mention.span.start + (begins.end() if begins else 0)
        if words[0] == "-" and (joined := _COMPOUND.search(text, max(0, start - 20), start)):
            start = joined.start()
        before = text[max(0, start - 20) : start].lower() if mention.kind == "actor" else ""
        if before.endswith(_FOREIGN_ENDS) and (foreign := _FOREIGN.search(text, max(0, start - 20), start)):
            start = foreign.start()
        end = mention.span.start + ends.start() if ends else mention.span.end
        if ends and _OF.search(words) and (gap := _SPACE.match(text, mention.span.end)):
            further = longest.get(gap.end(), 0)
            end = further if 0 < further - start <= LONGEST else end
        elif _ARTICLE_LAST.search(words) and (joined := _JOINED.match(text, end)):
            end = joined.end()
        elif _MEASURE.fullmatch(words) and (gap := _OF_HOW_MANY.match(text, end)):
            places = (at + 1 for at in range(gap.start(1), gap.end()) if text[at].isspace())
            end = next((longest[at] for at in places if longest.get(at, 0) > end), end)
        if start < end and (start, end) != mention.span:
            yield mention, replace(mention, span=Span(start, end))


def _kinds_of_place(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The places that are no more than "town" or "town of", or half a name, with the one named: the name says where."""
    named = {m.span.start: m for m in mentions if m.kind == "place"}
    for mention in named.values():
        if _FIRST_OF_TWO.fullmatch(text, *mention.span) and (rest := _SECOND_OF_TWO.match(text, mention.span.end)):
            yield mention, replace(mention, span=Span(mention.span.start, rest.end()))
            continue
        kind = _KIND_OF.fullmatch(text, *mention.span)
        of = _TO_NAME.match(text, kind.end(1)) if kind and kind[1].lower() in KIND_WORDS else None
        if of and of.end() in named:
            yield mention, named[of.end()]


def _beside(text: str, links: Sequence[Link]) -> dict[Mention, Mention]:
    """Mentions that stand beside each other in one role of one thing told, each with the whole that they are."""
    fillers: dict[tuple[Span, str], set[Mention]] = defaultdict(set)
    for link in links:
        if link.role in _ROLES and isinstance(link.tail, Mention) and link.tail.kind in _KINDS:
            fillers[link.head.span, link.role].add(link.tail)
    found: dict[Mention, Mention] = {}
    for several in fillers.values():
        row: list[Mention] = []
        for mention in sorted(several, key=lambda m: m.span):
            if row and row[-1].span.holds(mention.span):
                continue
            if not row or not _touch(text, row[-1].span, mention.span) or _length(row[0], mention) > LONGEST:
                row = []
            row.append(mention)
            if len(row) > 1:
                found.update(dict.fromkeys(row, replace(mention, span=Span(row[0].span.start, mention.span.end))))
    return found


def _length(first: Mention, last: Mention) -> int:
    return last.span.end - first.span.start


def _touch(text: str, first: Span, second: Span) -> bool:
    """Whether nothing but a space or hyphen stands between two spans, or one begins within the other."""
    return second.start < first.end or bool(_BESIDE.fullmatch(text, first.end, second.start))
