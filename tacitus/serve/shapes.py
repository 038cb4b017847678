"""What the API takes and gives, for OpenAPI; what it takes is checked by these, what it gives is tested against them.

In: nothing. Out: pydantic models. One thing to know: they live at the HTTP border only; a handler gives plain objects,
and the contract's own objects are described by the contract's schema (:mod:`tacitus.serve.described`).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tacitus.serve.asking import Words

Json = dict[str, Any]
Grade = Literal["corroborated", "single-source", "contested"]
#: Characters of a report that is read while somebody waits: some fifteen seconds. `tacitus add` takes more.
MOST_TEXT = 300_000
#: An id in an address.
Id = Annotated[str, Path(min_length=1, max_length=400, pattern=r"^[^\x00]*$")]


class Given(BaseModel):
    """A report: its text, or where it is."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(min_length=1, max_length=MOST_TEXT)] | None = None
    url: Annotated[str, StringConstraints(max_length=2000, pattern=r"^https?://[^\x00-\x20]+$")] | None = None
    published: date | None = Field(None, description="YYYY-MM-DD; relative dates count from it")
    title: Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")] | None = None
    outlet: Words | None = None


class Ruled(BaseModel):
    """A ruling. ``seen`` is the ``changed`` of the incident that holds the first event, as it was when it was judged;
    or, by id, that of each incident that was looked at. Null only for an event that is in no incident.
    """

    model_config = ConfigDict(extra="forbid")

    kind: Literal["same", "apart", "correct", "reject", "confirm"]
    events: list[Words] = Field(min_length=1, max_length=2)
    reason: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000, pattern=r"^[^\x00]*$")
    ]
    field: Words | None = None
    value: Any = Field(None, description="in the contract's form; null: nothing is known")
    seen: Words | dict[str, Words] | None
    by: Words | None = Field(None, description="who rules; only where nobody has an account")


class SignIn(BaseModel):
    """Who signs in."""

    model_config = ConfigDict(extra="forbid")

    name: Words
    password: Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class Me(BaseModel):
    """Who asks."""

    name: str | None
    scopes: list[Literal["read", "review", "add"]]
    csrf: str | None
    accounts: bool
    open: bool


class Health(BaseModel):
    """Whether all is well."""

    status: Literal["ok"]
    version: str


class IncidentItem(BaseModel):
    """An incident without its claims, with what a list and a map need."""

    id: str
    type: str
    realis: str
    grade: Grade
    sources: int
    settled: Json
    best: Json
    contested: list[str]
    dissent: list[Json]
    reasons: list[str]
    events: list[str]
    loose: list[str] = []  # stored by an older version, an incident does not say
    reports: list[str]
    changed: str
    lat: float | None
    lon: float | None
    precision: str | None
    family: str
    label: str


class Incidents(BaseModel):
    """A page of incidents."""

    items: list[IncidentItem]
    next: str | None


class DoubtfulItem(IncidentItem):
    """An incident to review, and why."""

    doubt: float = Field(ge=0, le=1)
    why: list[str]


class Queue(BaseModel):
    """Incidents to review."""

    items: list[DoubtfulItem]


class Header(BaseModel):
    """What an account tells of its report."""

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    language: str | None
    wire: str
    added: str


class EventItem(BaseModel):
    """An event of the contract with its report and incident."""

    id: str
    type: str
    realis: str
    confidence: float
    trigger: Json
    mentions: list[Json]
    claims: list[Json]
    settled: Json
    report: str
    outlet: str | None
    published: str | None
    incident: str | None


class Events(BaseModel):
    """A page of events."""

    items: list[EventItem]
    next: str | None


class ClaimItem(BaseModel):
    """A claim of the contract with its event, report and incident."""

    id: str
    field: str
    value: Json
    text: str
    start: int
    end: int
    said_by: Json | None
    stance: str
    confidence: float
    event: str
    type: str
    realis: str
    report: str
    outlet: str | None
    published: str | None
    incident: str | None


class Claims(BaseModel):
    """A page of claims."""

    items: list[ClaimItem]
    next: str | None


class ReportItem(BaseModel):
    """The header of a report and how many events were read in it."""

    id: str
    version: int
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    published_basis: str | None
    language: str | None
    added: str
    source: str | None
    events: int


class Reports(BaseModel):
    """A page of reports."""

    items: list[ReportItem]
    next: str | None


class Map(BaseModel):
    """Points, each a row as ``columns`` says."""

    columns: list[str]
    rows: list[list[Any]]
    truncated: bool


class Bin(BaseModel):
    """A stretch of time that begins on ``day``."""

    day: str
    count: int
    killed_low: int


class Timeline(BaseModel):
    """The bins that hold incidents, in order."""

    step: Literal["day", "week", "month"]
    bins: list[Bin]


class Facet(BaseModel):
    """One value of a filter."""

    id: str
    label: str
    count: int


class Facets(BaseModel):
    """The commonest values of the filters."""

    families: list[Facet]
    types: list[Facet]
    countries: list[Facet]
    grades: list[Facet]
    total: int


class PlaceItem(BaseModel):
    """A place of the ledger, as its incidents have it."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    incidents: int
    killed_low: int
    first: str | None
    last: str | None


class Places(BaseModel):
    """The places of the most incidents."""

    items: list[PlaceItem]


class PlaceCalled(BaseModel):
    """A place of the gazetteer, as a value of the contract."""

    name: str
    kind: str | None
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    gazetteer_id: str | None


class PlacesCalled(BaseModel):
    """Places that bear a name."""

    items: list[PlaceCalled]


class ActorCalled(BaseModel):
    """An actor of the table, or what the words describe, as a value of the contract."""

    actor: str | None
    name: str
    kind: str | None
    country: str | None


class ActorsCalled(BaseModel):
    """Actors that bear a name."""

    items: list[ActorCalled]


class Resolved(BaseModel):
    """What words can stand for."""

    field: str
    text: str
    values: list[Json]


class Beside(BaseModel):
    """Another actor in the same incidents."""

    id: str
    name: str
    count: int


class ActorItem(BaseModel):
    """One actor."""

    model_config = ConfigDict(populate_by_name=True)

    id: str
    name: str
    kind: str | None
    country: str | None
    incidents: int
    as_: dict[str, int] = Field(alias="as")
    with_: list[Beside] = Field(alias="with")


class Actors(BaseModel):
    """The actors of the most incidents."""

    items: list[ActorItem]


class CommitmentItem(BaseModel):
    """A promise, threat, demand or agreement."""

    incident: str
    type: str
    by: list[str]
    to: list[str]
    what: list[str]
    deadline: str | None
    state: str
    acts: list[Json]
    reports: list[str]


class Commitments(BaseModel):
    """A page of commitments, the nearest deadline first."""

    items: list[CommitmentItem]
    next: str | None


class RulingItem(BaseModel):
    """What a person ruled."""

    id: str
    kind: str
    events: list[str]
    by: str
    at: str
    reason: str
    field: str | None
    value: Any
    undone: str | None


class RulingMade(RulingItem):
    """What was ruled or undone just now, and what has become of it."""

    incidents: dict[str, str] = Field(
        description="by event the incident that holds it now: of the events ruled on and of all that were in one "
        "incident with them; a rejected event is in none"
    )


class Rulings(BaseModel):
    """Rulings, the newest first."""

    items: list[RulingItem]


class TypeItem(BaseModel):
    """A type of event with its counterparts elsewhere."""

    id: str
    family: str
    label: str
    definition: str
    examples: list[str]
    plover: str | None
    plover_mode: str | None
    cameo: str | None
    acled_event: str | None
    acled_sub: str | None
    ucdp: str | None
    symmetric: bool
    verbal: bool


class Types(BaseModel):
    """The ontology."""

    items: list[TypeItem]


class FormatItem(BaseModel):
    """A format to export."""

    name: str
    rows: Literal["incidents", "events", "reports"]
    ending: str
    media: str
    holds: str
    which: str
    binary: bool
    columns: list[dict[str, str]]


class Formats(BaseModel):
    """The formats."""

    items: list[FormatItem]
