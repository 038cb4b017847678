"""A corrected value as sent → the record that merging works with.

In: JSON of anybody, sent or typed. Out: a :class:`Value`, or a sentence. One thing to know: what gets through here goes
into the ledger for good and into every settling of its incident, so each kind of value is checked to its last field.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from tacitus.errors import SettingError
from tacitus.records import contract
from tacitus.records.value import ACTOR_FIELDS, ACTOR_KINDS, TOLL_FIELDS, Value
from tacitus.serve.asking import Words
from tacitus.serve.wrong import name_of, sentence

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
#: A toll above this is a slip of the finger; it also fits every column.
_MOST = 100_000_000
_PRECISIONS = Literal["minute", "hour", "day", "week", "month", "season", "year", "decade", "relative"]
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?)?", re.ASCII)


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, strict=True)


class _Actor(_Checked):
    actor: Words | None = None
    name: Words
    kind: str | None = None
    country: Code | None = None

    @model_validator(mode="after")
    def _known(self) -> _Actor:
        if self.kind is not None and self.kind not in ACTOR_KINDS:
            raise ValueError(f"kind is one of {', '.join(ACTOR_KINDS)}")
        return self


class _Place(_Checked):
    name: Words
    kind: Words | None = None
    country: Code | None = None
    admin1: Words | None = None
    admin2: Words | None = None
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    precision: Literal["exact", "settlement", "district", "province", "country"] | None = None
    gazetteer_id: Words | None = None

    @model_validator(mode="after")
    def _whole(self) -> _Place:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon come together")
        return self


class _Time(_Checked):
    earliest: str | None = None
    latest: str | None = None
    precision: _PRECISIONS = "day"

    @model_validator(mode="after")
    def _days(self) -> _Time:
        for each in (self.earliest, self.latest):
            if each is not None:
                found = _TIME.fullmatch(each)
                if not found or not _is_day(found[1]):
                    raise ValueError("a time is a day of the calendar, 2021-02-15, or 2021-02-15T08:30")
        if self.earliest and self.latest and self.earliest[:10] > self.latest[:10]:
            raise ValueError("earliest is not after latest")
        return self


def _is_day(words: str) -> bool:
    try:
        return bool(date.fromisoformat(words))
    except ValueError:
        return False


class _Toll(_Checked):
    low: int = Field(ge=0, le=_MOST)
    high: int | None = Field(None, ge=0, le=_MOST)
    who: Words | None = None
    part_of: Words | None = None

    @model_validator(mode="after")
    def _ordered(self) -> _Toll:
        if self.high is not None and self.high < self.low:
            raise ValueError("high is not below low")
        return self


class _Weapon(_Checked):
    name: Words
    kind: Words | None = None


class _Content(_Checked):
    text: Annotated[str, StringConstraints(min_length=1, max_length=5000, pattern=r"^[^\x00]*$")] | None = None
    event: Words | None = None

    @model_validator(mode="after")
    def _one(self) -> _Content:
        if (self.text is None) == (self.event is None):
            raise ValueError("content is either text or event")
        return self


_KINDS: dict[str, type[_Checked]] = {
    **dict.fromkeys(ACTOR_FIELDS, _Actor), **dict.fromkeys(TOLL_FIELDS, _Toll), "place": _Place, "time": _Time,
    "deadline": _Time, "weapon": _Weapon, "content": _Content,
}  # fmt: skip
FIELDS = tuple(_KINDS)


def checked_field(field: str) -> str:
    """The field, if there is such a one. Raises :class:`SettingError` if not."""
    if field not in _KINDS:
        raise SettingError(f"there is no field {field!r}; there are {', '.join(FIELDS)}")
    return field


def value_of(field: str, found: Any) -> Value | None:
    """The value; None for null: nothing is known. Raises :class:`SettingError` if it is none of that field."""
    kind = _KINDS[checked_field(field)]
    if found is None:
        return None
    try:
        checked = kind.model_validate(found)
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingError(sentence(name_of(("body", "value", *first["loc"])), first, kind.model_fields)) from None
    return contract.read_value(field, checked.model_dump())
