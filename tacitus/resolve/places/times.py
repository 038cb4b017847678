"""The day of a report → the province and the country that a place lay in then.

In goes a place of the gazetteer, which knows the units of today; out come the names of those that held it on a day:
Hyderabad lay in Andhra Pradesh until 2 June 2014, Juba in Sudan until 9 July 2011. The one thing to know: only units
that were cut out of others are in the table, `data/successions.tsv`, each with the first day of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from tacitus.errors import DataError
from tacitus.resolve.places.gazetteer import Gazetteer, Place

COLUMNS = ("until", "country", "now", "before", "before_country")


@dataclass(frozen=True, slots=True)
class Succession:
    """A province (or with ``now`` empty a country) that was part of another one before the day ``until``."""

    until: date
    country: str
    now: str
    before: str
    before_country: str


@cache
def load() -> tuple[Succession, ...]:
    """The table that ships with the package."""
    source = files("tacitus") / "data" / "successions.tsv"
    try:
        head, *lines = source.read_text("utf-8").splitlines()
        cells = [line.split("\t") for line in lines]
        table = tuple(Succession(date.fromisoformat(day), *names) for day, *names in cells)
    except (OSError, ValueError, TypeError) as error:
        raise DataError(f"The table {source} cannot be read ({error}); install Tacitus again.") from error
    if tuple(head.split("\t")) != COLUMNS:
        raise DataError(f"The table {source} has other columns than this version reads; install Tacitus again.")
    return table


class Times:
    """The successions with the rows of a gazetteer; :func:`times_of` keeps them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Look up the units of the table."""
        self._units: dict[int, Succession] = {}
        #: The unit of today's gazetteer that a unit was once part of.
        self._once: dict[int, int] = {}
        for each in load():
            now, before_country = gazetteer.country_row(each.country), each.before_country or each.country
            before = gazetteer.country_row(before_country)
            if each.now:
                now = _province(gazetteer, each.now, each.country)
                before = _province(gazetteer, each.before, before_country)
            if now is not None:
                self._units[now] = each
            if now is not None and before is not None:
                self._once[now] = before

    def once_held(self, holder: Place, province: int | None, country: int | None) -> bool:
        """Whether a province or country was once part of what is said to hold a place of it."""
        return any(unit is not None and self._once.get(unit) == holder.row for unit in (province, country))

    def province(self, row: int | None, on: date | None) -> str | None:
        """The name of the province that held the province ``row`` on a day, if it had not yet been founded."""
        found = self._units.get(row) if row is not None and on is not None else None
        return found.before if found and on is not None and on < found.until else None

    def country(self, row: int | None, on: date | None) -> str | None:
        """The code of the country that held the country ``row`` on a day, if it had not yet been founded."""
        found = self._units.get(row) if row is not None and on is not None else None
        return found.before_country if found and on is not None and on < found.until else None


@lru_cache(4)
def times_of(gazetteer: Gazetteer) -> Times:
    """The successions of a gazetteer, looked up once."""
    return Times(gazetteer)


def _province(gazetteer: Gazetteer, name: str, country: str) -> int | None:
    found = (p.row for p in gazetteer.lookup(name) if p.kind == "province" and p.country == country)
    return next(found, None)
