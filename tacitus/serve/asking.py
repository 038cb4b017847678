"""The filters of a request → a query.

In: parameters of an address, checked by pydantic. Out: :class:`Query`. One thing to know: a parameter that is not known
is refused, since a filter that is misspelt would otherwise show everything.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tacitus.asked import query_of
from tacitus.errors import SettingError
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.store.query import Query

Realis = Literal["actual", "planned", "conditional", "threatened", "feared", "denied", "historical"]
#: Words of a person: no null characters, which PostgreSQL cannot compare.
Words = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
After = Annotated[str, StringConstraints(max_length=2000)]
Day = Annotated[date, Field(description="YYYY-MM-DD")]


class Filters(BaseModel):
    """Which incidents, events or reports are wanted, all conditions together."""

    model_config = ConfigDict(extra="forbid")

    since: Day | None = Field(None, description="on or after this day")
    until: Day | None = Field(None, description="on or before this day")
    place: Words | None = Field(None, description="in this place, province or country")
    box: Words | None = Field(None, description="within these degrees: west,south,east,north")
    country: Words | None = Field(None, description="its name or ISO code")
    actor: Words | None = Field(None, description="its name or id")
    type: Words | None = Field(None, description="a type of event or a family")
    toll: Words | None = Field(None, description="at least such a toll: killed>=10")
    grade: Literal["corroborated", "single-source", "contested"] | None = None
    source: Words | None = Field(None, description="told by this outlet, or said by this source")
    text: Words | None = Field(None, description="in reports with these words")
    contested: bool = Field(False, description="only where sources disagree")
    realis: Realis | None = Field(None, description="how an event is told")
    min_confidence: float | None = Field(None, ge=0, le=1, description="with an event read at least so surely")

    def query(self, gazetteer: Gazetteer, *, sort: str = "-time", limit: int = 50, after: str | None = None) -> Query:
        """The query. Raises :class:`SettingError` for what nothing could match."""
        return query_of(
            gazetteer, since=self.since, until=self.until, place=self.place, box=_box(self.box) if self.box else None,
            country=self.country, actor=self.actor, type=self.type, toll=self.toll, grade=self.grade,
            source=self.source, text=self.text, contested=self.contested, realis=self.realis,
            min_confidence=self.min_confidence, sort=sort, limit=limit, after=after,
        )  # fmt: skip


class Listed(Filters):
    """The same for a list, page by page."""

    sort: Words = Field("-time", description="time, killed, reports or added; -time and so on: the other way round")
    limit: int = Field(50, ge=1, le=1000, description="rows on a page")
    after: After | None = Field(None, description="`next` of the page before")


class Claimed(Listed):
    """The same for claims."""

    field: Words | None = Field(None, description="only claims on this field: killed, place, perpetrator …")
    sort: Literal["time", "-time"] = "-time"


class Binned(Filters):
    """The same for a timeline."""

    step: Literal["day", "week", "month"] = "day"


class Exported(Filters):
    """The same for an export."""

    format: Words = Field(description="one of /api/v1/formats")
    redact_private: bool = Field(False, description="leave out private persons' names and round their places")
    sort: Words = "-time"


class Promised(BaseModel):
    """Which commitments."""

    model_config = ConfigDict(extra="forbid")

    actor: Words | None = Field(None, description="only this actor's (name or id)")
    by: Day | None = Field(None, description="with a deadline up to this day")
    limit: int = Field(500, ge=1, le=1000, description="rows on a page")
    after: After | None = Field(None, description="`next` of the page before")


class Called(BaseModel):
    """What bears a name."""

    model_config = ConfigDict(extra="forbid")

    name: Words = Field(description="the name, whole or (of actors) its beginning, in any spelling that is known")
    limit: int = Field(20, ge=1, le=100)


class PlaceCalled(Called):
    """Which places."""

    country: Words | None = Field(None, description="only in this country: its name or ISO code")


class ActorCalled(Called):
    """Which actors."""

    on: Day | None = Field(None, description="who bore the name on this day")


class Meant(BaseModel):
    """Words of a report, or any words, that somebody takes for the value of a field."""

    model_config = ConfigDict(extra="forbid")

    field: Words = Field(description="killed, place, perpetrator …")
    report: Words | None = Field(None, description="the report in which the words stand")
    start: int | None = Field(None, ge=0, description="where they begin, in code points")
    end: int | None = Field(None, ge=1, description="where they end")
    text: Words | None = Field(None, description="the words, where they stand in no report")
    limit: int = Field(10, ge=1, le=50)


class Waiting(BaseModel):
    """How many incidents to review."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(50, ge=1, le=500)


class Nothing(BaseModel):
    """No parameters at all."""

    model_config = ConfigDict(extra="forbid")


def _box(words: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        raise SettingError(f"{words!r} is no box; give four degrees: west,south,east,north") from None
    return west, south, east, north
