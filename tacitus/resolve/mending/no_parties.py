"""What the reader took for a party and is none: the town that "fell", what gunmen rode on.

In: the text and markup of a report. Out: the same, the town as the place where it happened and the vehicles left out.
One thing to know: a name that the actors' table has stays a party ("the Taliban fell"), and who drives, flies or fires
("two helicopters fired") is left to the reader.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.resolve.actors.table import ActorTable
from tacitus.resolve.names import name_key
from tacitus.resolve.places.gazetteer import Gazetteer

_FALLS = re.compile(r"f[ae]ll(?:s|en|ing)?", re.I)
_HAS = re.compile(r" (?:(?:has|have|had|would|could|also|now|finally) ){0,2}")
_RIDDEN = re.compile(
    r"(?:(?:\w+ )?(?:motor ?(?:cycles?|bikes?)|motos|bikes|bicycles|scooters|horses|camels|donkeys)|"
    r"horseback|camelback)",
    re.I,
)
_ON = re.compile(r"\b(?:on|riding|aboard|astride) (?:[\w-]+ ){0,2}$", re.I)


def without_no_parties(text: str, markup: Markup, gazetteer: Gazetteer, actors: ActorTable) -> Markup:
    """The markup with towns that fell as places, and without what somebody rode on among the parties."""
    ridden = {m for m in markup.mentions if m.kind == "actor" and _is_ridden(text, m)}
    fallen = {
        link.tail: replace(link.tail, kind="place", label=None)
        for link in markup.links
        if isinstance(link.tail, Mention) and _is_town_that_fell(text, link, gazetteer, actors)
    }
    if not ridden and not fallen:
        return markup
    mentions = tuple(fallen.get(m, m) for m in markup.mentions if m not in ridden)
    links = (link for link in markup.links if link.tail not in ridden and link.head not in ridden)
    return replace(
        markup,
        mentions=mentions,
        links=tuple(
            replace(link, role="place", tail=fallen[link.tail])
            if isinstance(link.tail, Mention) and link.tail in fallen
            else link
            for link in links
        ),
    )


def _is_ridden(text: str, mention: Mention) -> bool:
    span = mention.span
    return bool(_RIDDEN.fullmatch(span.of(text)) and _ON.search(text, max(0, span.start - 40), span.start))


def _is_town_that_fell(text: str, link: Link, gazetteer: Gazetteer, actors: ActorTable) -> bool:
    """Whether an agent is the name of a town right before the word that says it fell."""
    told, span = link.head, link.tail.span
    if link.role != "agent" or not isinstance(told, Trigger) or told.type != "territory_seized":
        return False
    if not _FALLS.fullmatch(told.span.of(text)) or not _HAS.fullmatch(text, span.end, told.span.start):
        return False
    name = span.of(text)
    return name[:1].isupper() and not actors.by_key(name_key(name)) and bool(gazetteer.lookup(name))
