"""What a claim can say: the resolved values, one dataclass for each family of fields.

Absence is ``None``, never a sentence. Shapes follow section 3 of the design (the JSON lines contract).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActorValue:
    """A party.

    ``actor`` is the table's id (None when unknown), ``kind`` one of ACTOR_KINDS, ``country`` ISO 3166 alpha-3.
    """

    actor: str | None
    name: str
    kind: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A geocode.

    ``lat``/``lon`` in WGS 84 degrees; ``precision`` exact · settlement · district · province · country.
    """

    name: str
    kind: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    gazetteer_id: str | None = None


@dataclass(frozen=True, slots=True)
class TimeValue:
    """An interval: ``earliest`` and ``latest`` in ISO 8601 (date or date-time), None where open or unknown.

    ``precision`` is minute · hour · day · week · month · season · year · decade · relative (no publication
    date to count from).
    """

    earliest: str | None
    latest: str | None
    precision: str


@dataclass(frozen=True, slots=True)
class TollValue:
    """A count of people.

    ``high`` None means open ("at least 30"); ``part_of`` is the id of the claim it is a subset of.
    """

    low: int
    high: int | None
    who: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class WeaponValue:
    """A weapon or means, with its kind where the words tell it."""

    name: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class ContentValue:
    """What a verbal act says: the words, or the id of the event it speaks of."""

    text: str | None = None
    event: str | None = None


Value = ActorValue | PlaceValue | TimeValue | TollValue | WeaponValue | ContentValue

#: Kinds of actor; what the words or the table tell. ``rebel`` is any non-state armed group.
ACTOR_KINDS = (
    "state", "government", "military", "police", "intelligence", "rebel", "militia", "criminal", "party",
    "igo", "ngo", "media", "company", "community", "person", "civilians", "protesters", "gunmen", "other",
)  # fmt: skip
TOLL_FIELDS = ("killed", "injured", "abducted", "arrested", "displaced", "missing", "surrendered")
ACTOR_FIELDS = ("perpetrator", "target", "participant", "speaker", "addressee")
REALIS = ("actual", "planned", "conditional", "threatened", "feared", "denied", "historical")
