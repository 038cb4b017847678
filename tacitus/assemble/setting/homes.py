"""Where somebody is from or speaks, which is not where it happened: "Omar Said of Lom was held in Dara".

In: the claims of one event, the parties of the report and who said what. Out: the claims without such places, if the
event has a place of its own. One thing to know: with no other place they stay, for most people are struck at home and
the police speak of their own town.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tacitus.assemble.said.cues import VERBS
from tacitus.assemble.said.quoted import Voice
from tacitus.records.event import Claim
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, Value

#: Between a person and his home: "Omar Said, 41, of the town of".
_OF = re.compile(
    r"(?:,? \(?\d{1,2}\)?,?|,)? (?:of|from|a (?:resident|native) of|hailing from) "
    r"(?:the )?(?:\w+ )?(?:(?:town|village|city|district|province|state) of )?$"
)
_REACH = 40
#: "In Lom, an army spokesman said": what stands before and behind a place where somebody speaks.
_IN = re.compile(r"(?:^|[.!?][\"”]?\s|\n)In $")
_ON_A_DAY = re.compile(r"(?: (?:on )?[A-Z][a-z]+day)? ([a-z]+)\b")
_SIDES = ("target", "perpetrator")
_SPEAKER = re.compile(r",? (?:an? |the )?")
#: "Buses with people from the towns of Lom and", "residents of", "people leaving": before where somebody is from.
_FROM = re.compile(
    r"\b(?:from|out of|(?:residents?|people|inhabitants|villagers|evacuees|natives) of) (?:the )?"
    r"(?:(?:[\w'’-]+ ){0,4}?(?:city|cities|towns?|villages?|districts?|provinces?)(?: of)? )?"
    r"(?:(?:[a-z]{2}-)?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:,| and) )?$"
)
_FROM_FAR = 90


def without_homes(claims: Sequence[Claim], text: str, actors: Mapping[Span, ActorValue]) -> list[Claim]:
    """The claims without the homes of persons, where the event has another place with a point."""
    places = [c for c in claims if c.field == "place" and isinstance(c.value, PlaceValue)]
    homes = {c.id for c in places if _is_home(c.span, text, actors)} if len(places) > 1 else set()
    if not homes:
        return [*claims]
    own = any(isinstance(c.value, PlaceValue) and c.value.lat is not None for c in places if c.id not in homes)
    return [c for c in claims if not (own and c.id in homes)]


def without_origins(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims on what is struck without the towns that those who were hit came from, in another province."""
    places = [c for c in claims if c.field == "place" and isinstance(c.value, PlaceValue)]
    far = [c for c in places if is_origin(text, c.span)]
    told = [c.value for c in places if c not in far and isinstance(c.value, PlaceValue)]
    lands = {c.value.admin1 for c in far if isinstance(c.value, PlaceValue)}
    sites = [place for place in told if place.admin1 and (place.name != place.admin1 or place.admin1 not in lands)]
    gone = {c.id for c in far if sites and all(elsewhere(c.value, site) for site in sites)}
    return [c for c in claims if c.id not in gone]


def is_origin(text: str, place: Span) -> bool:
    """Whether a place is only where people came from: "buses with people from the towns of Lom and Dara"."""
    return _FROM.search(text, max(0, place.start - _FROM_FAR), place.start) is not None


def without_stages(claims: Sequence[Claim], text: str, voices: Sequence[Voice]) -> list[Claim]:
    """The claims without the town in which a source speaks of what happened in another province or country."""
    places = [c for c in claims if c.field == "place" and isinstance(c.value, PlaceValue) and c.value.country]
    if not places:
        return [*claims]
    stages = [c for c in places if is_stage(c.span, text, voices)] if len(places) > 1 else []
    left = [c for c in places if c not in stages]
    far = {c.id for c in stages if left and all(elsewhere(c.value, other.value) for other in left)}
    if len(places) == 1 and is_seat_abroad(places[0].span, places[0].value, claims, text, voices):
        far = {places[0].id}
    return [c for c in claims if c.id not in far]


def is_stage(place: Span, text: str, voices: Sequence[Voice]) -> bool:
    """Whether a source speaks right behind a place that opens its sentence: "In Lom, an army spokesman said"."""
    if not _IN.search(text, max(0, place.start - 6), place.start):
        return False
    sources = (v.source.span for v in voices if v.source)
    return any(s.start >= place.end and _SPEAKER.fullmatch(text, place.end, s.start) for s in sources)


def is_seat_abroad(place: Span, value: Value, claims: Sequence[Claim], text: str, voices: Sequence[Voice]) -> bool:
    """Whether a place only says which source speaks of a deed, and those of other lands did or suffered it."""
    return _is_seat(place, text, voices) and _is_abroad(value, claims)


def _is_seat(place: Span, text: str, voices: Sequence[Voice]) -> bool:
    """Whether the place only says which source speaks: "officials in Lom", "judges in Lom accuse"."""
    after = _ON_A_DAY.match(text, place.end)
    if text[max(0, place.start - 4) : place.start] == " in " and after and after[1].lower() in VERBS:
        return True
    sources = (v.source.span for v in voices if v.source)
    return any(s.end == place.end or text[s.end : place.start] == " in " for s in sources if s.start < place.start)


def _is_abroad(place: Value, claims: Sequence[Claim]) -> bool:
    """Whether those to whom it was done, or else who did it, are of other countries."""
    of = {f: {c.value.country for c in claims if c.field == f and isinstance(c.value, ActorValue)} for f in _SIDES}
    lands = next((known for f in _SIDES if (known := of[f] - {None})), None)
    return lands is not None and isinstance(place, PlaceValue) and place.country not in lands


def elsewhere(one: Value, other: Value) -> bool:
    """Whether two places lie in different countries or provinces."""
    if not isinstance(one, PlaceValue) or not isinstance(other, PlaceValue):
        return False
    return one.country != other.country or bool(one.admin1 and other.admin1 and one.admin1 != other.admin1)


def _is_home(place: Span, text: str, actors: Mapping[Span, ActorValue]) -> bool:
    """Whether right before a place a single person stands, with no more than "of" or "from" between them."""
    near = ((s, v) for s, v in actors.items() if 0 < place.start - s.end <= _REACH)
    within = [s for s, v in actors.items() if s.start < place.start < s.end == place.end and v.kind == "person"]
    if any(_OF.search(text, s.start, place.start) for s in within):
        return True
    return any(v.kind == "person" and _OF.fullmatch(text, s.end, place.start) for s, v in near)
