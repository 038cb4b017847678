"""Where somebody is from, which is not where it happened: "a clerk, Omar Said of Lom, was held in Dara".

In: the claims of one event and the parties of the report. Out: the claims without such places, if the event has a place
of its own. One thing to know: with no other place the home stays, for most people are struck at home.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tacitus.records.event import Claim
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue

#: Between a person and his home: "Omar Said, 41, of the town of".
_OF = re.compile(
    r"(?:,? \(?\d{1,2}\)?,?|,)? (?:of|from|a (?:resident|native) of|hailing from) "
    r"(?:the )?(?:\w+ )?(?:(?:town|village|city|district|province|state) of )?$"
)
_REACH = 40


def without_homes(claims: Sequence[Claim], text: str, actors: Mapping[Span, ActorValue]) -> list[Claim]:
    """The claims without the homes of persons, where the event has another place with a point."""
    places = [c for c in claims if c.field == "place" and isinstance(c.value, PlaceValue)]
    homes = {c.id for c in places if _is_home(c.span, text, actors)} if len(places) > 1 else set()
    own = any(isinstance(c.value, PlaceValue) and c.value.lat is not None for c in places if c.id not in homes)
    return [c for c in claims if not (own and c.id in homes)]


def _is_home(place: Span, text: str, actors: Mapping[Span, ActorValue]) -> bool:
    """Whether right before a place a single person stands, with no more than "of" or "from" between them."""
    near = ((s, v) for s, v in actors.items() if 0 < place.start - s.end <= _REACH)
    within = [s for s, v in actors.items() if s.start < place.start < s.end == place.end and v.kind == "person"]
    if any(_OF.search(text, s.start, place.start) for s in within):
        return True
    return any(v.kind == "person" and _OF.fullmatch(text, s.end, place.start) for s, v in near)
