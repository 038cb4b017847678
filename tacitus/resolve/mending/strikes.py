"""Whose strike it is, where only a word before it tells: "a Russian air strike", "US drones", "rebel shelling".

In: the markup of a report. Out: the same, the nation or side before a strike or its weapon marked as the party that
strikes. One thing to know: whoever the sentence names as the doer stands, and "Russian-made rockets" are nobody's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span, holding
from tacitus.resolve.places.gazetteer import DEMONYM, Gazetteer

_TYPES = ("air_strike", "shelling")
SIDES = {
    "regime": "government", "government": "government", "army": "military", "rebel": "rebel", "opposition": "rebel",
    "insurgent": "rebel", "guerrilla": "rebel", "separatist": "rebel", "militant": "rebel", "jihadist": "rebel",
    "militia": "militia", "coalition": "military",
}  # fmt: skip
#: A nation's adjective with up to two small words between it and the strike: "Israeli army fire" names its army itself.
_NATION = re.compile(r"(?<![\w-])((?:[A-Z]\.){2}|(?:(?:North|South|Saudi) )?[A-Z][\w’]+) (?:[a-z]+ ){0,2}$")
#: A side's word: "regime air strikes", "rebel rocket fire"; what follows "by" or "from" is for the reader.
_SIDE = re.compile(r"(?<![\w-])(" + "|".join(SIDES) + r") (?:and \w+ )?(?:[a-z]+ ){0,2}$", re.I)
_SHORT = frozenset({"US", "U.S.", "UK", "U.K.", "UAE"})
_SURE = 0.8  # probability of the mention and of its link
_REACH = 40


def with_nations(text: str, markup: Markup, gazetteer: Gazetteer) -> Markup:
    """The markup with the nations whose strikes are told of as parties."""
    mentions: dict[Span, Mention] = {}
    links = list(markup.links)
    its: dict[Trigger, list[Link]] = defaultdict(list)
    for link in links:
        if link.role in ("agent", "weapon") and isinstance(link.head, Trigger):
            its[link.head].append(link)
    for trigger in markup.triggers:
        if trigger.type not in _TYPES:
            continue
        sentence = holding(markup.sentences, trigger.span) or trigger.span
        agents = [x for x in its[trigger] if x.role == "agent"]
        if any(sentence.holds(x.tail.span) for x in agents):
            continue
        arms = [x.tail.span for x in its[trigger] if x.role == "weapon"]
        named = (s for span in (trigger.span, *arms) if sentence.holds(span) for s in _before(text, span, sentence))
        party = next((s for s in named if is_party(s.of(text), gazetteer)), None)
        if party is None or any(party.overlaps(m.span) for m in markup.mentions if m.kind == "actor"):
            continue
        kind = SIDES.get(party.of(text).lower(), "military")
        mention = mentions.setdefault(party, Mention(party, "actor", kind, _SURE))
        links = [*(x for x in links if x not in agents), Link(trigger, "agent", mention, _SURE)]
    if not mentions:
        return markup
    ordered = sorted((*markup.mentions, *mentions.values()), key=lambda m: m.span)
    return replace(markup, mentions=tuple(ordered), links=tuple(links))


def is_party(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word means a side or a country's: "Yemeni" and not "Yemen", where the strike was."""
    if word.lower() in SIDES:
        return True
    countries = [place for place in gazetteer.lookup(word) if place.kind == "country"]
    return word in _SHORT or bool(countries and countries[0].likeness == DEMONYM)


def _before(text: str, strike: Span, sentence: Span) -> Iterator[Span]:
    """The words for a nation or a side before a strike or a weapon, and those at its own beginning."""
    for end in (strike.start, *(strike.start + m.start() + 1 for m in re.finditer(r" \w", strike.of(text)))):
        for pattern in (_NATION, _SIDE):
            if match := pattern.search(text, max(sentence.start, end - _REACH), end):
                yield Span(*match.span(1))
