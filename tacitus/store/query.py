"""What a person asks of the ledger, and a page of the answer.

In: filters, an order, and where the last page ended. Out: the same, checked. One thing to know: a page is found
by the last row before it (a cursor) and not by its number, so the hundredth page is as quick as the first.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from tacitus.errors import SettingError
from tacitus.records import ontology
from tacitus.records.incident import GRADES
from tacitus.records.value import REALIS
from tacitus.store.tables import TOLLS

Json = dict[str, Any]
#: What marks a row in its list: what it is ordered by, and its key, which may have two parts.
Mark = tuple[str | int, ...]
#: What rows can be ordered by; a ``-`` before it turns the order round.
SORTS = ("time", "killed", "reports", "added")
MOST = 10_000
_TOLL = re.compile(r"\s*(\w+)\s*>=\s*(\d{1,9})\s*")


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows are wanted, all conditions together; what is None or False does not count.

    ``since`` and ``until``: the time of the event (of a report its publication) overlaps these days. ``place``: a
    place or province by its name, or a country by its ISO code; ``place_country`` is the code of the country that
    the place's name means, if it means one. ``box``: west, south, east, north in degrees; west of it may lie east
    of the date line. ``actor``: id or name. ``type``: a leaf type or a family. ``toll``: which and at least how
    many. ``source``: an outlet, or who said something. ``text``: see :mod:`tacitus.store.search`. ``min_confidence``:
    an event read at least so surely, 0 to 1; of an incident one of its events.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    place_country: str | None = None
    box: tuple[float, float, float, float] | None = None
    country: str | None = None
    actor: str | None = None
    type: str | None = None
    toll: tuple[str, int] | None = None
    grade: str | None = None
    source: str | None = None
    text: str | None = None
    contested: bool = False
    realis: str | None = None
    min_confidence: float | None = None
    report: str | None = None
    sort: str = "-time"
    limit: int = 50
    after: str | None = None

    def __post_init__(self) -> None:
        """Raises :class:`SettingError` for what nothing could ever match."""
        if self.sort.removeprefix("-") not in SORTS:
            raise SettingError(f"{self.sort!r} is no order; there are {', '.join(SORTS)}, and -time and so on")
        if not 1 <= self.limit <= MOST:
            raise SettingError(f"{self.limit} is no length of a page; give 1 to {MOST:,}")
        if self.grade is not None and self.grade not in GRADES:
            raise SettingError(f"{self.grade!r} is no grade; there are {', '.join(GRADES)}")
        if self.realis is not None and self.realis not in REALIS:
            raise SettingError(f"{self.realis!r} is no realis; there are {', '.join(REALIS)}")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise SettingError(f"{self.min_confidence} is no confidence; give a share from 0 to 1")
        if self.toll is not None and self.toll[0] not in TOLLS:
            raise SettingError(f"{self.toll[0]!r} is no toll to search by; there are {', '.join(TOLLS)}")
        if self.type is not None and self.type not in ontology.load() and not self.is_family:
            raise SettingError(f"{self.type!r} is no type of event and no family; `tacitus types` lists them")
        if self.box is not None:
            west, south, east, north = self.box
            if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
                raise SettingError(
                    "A box is west, south, east, north in degrees, south not above north; give four such"
                )

    @property
    def is_family(self) -> bool:
        """Whether the type is a whole family."""
        return any(self.type == each.family for each in ontology.load())

    @property
    def of_events(self) -> bool:
        """Whether anything is asked that only events can answer."""
        asked = (self.place, self.box, self.country, self.actor, self.type, self.toll, self.grade, self.realis)
        return self.contested or self.min_confidence is not None or any(each is not None for each in asked)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order; ``total`` only when it was asked for, ``next`` is the cursor of the next page, if there is one."""

    rows: list[Json]
    total: int | None
    next: str | None


def toll(words: str) -> tuple[str, int]:
    """``killed>=10`` → which toll and how many at least."""
    found = _TOLL.fullmatch(words)
    if not found or found[1] not in TOLLS:
        raise SettingError(f"{words!r} is no toll to search by; write killed>=10, with one of {', '.join(TOLLS)}")
    return found[1], int(found[2])


def cursor(sort: str, *mark: str | int) -> str:
    """What marks a row, for :attr:`Query.after`."""
    return base64.urlsafe_b64encode(json.dumps([sort, *mark]).encode()).decode().rstrip("=")


def marked(query: Query, kinds: tuple[type, ...]) -> Mark | None:
    """The row that the page comes after. Raises :class:`SettingError` if the cursor is of another list."""
    return marked_in(query.after, query.sort, kinds)


def marked_in(after: str | None, order: str, kinds: tuple[type, ...]) -> Mark | None:
    """The same for a list in that order."""
    if after is None:
        return None
    sort: object = None
    mark: list[Any] = []
    try:
        sort, *mark = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
    except (ValueError, binascii.Error, TypeError):
        pass  # told below, like a cursor of another list
    if sort != order or tuple(map(type, mark)) != kinds:
        raise SettingError(f"{after!r} does not mark a row of this list; give the one its last page ended with")
    return tuple(mark)
