"""Countries: an ISO alpha-3 code comes in; the codes and regions that other schemes use for it go out.

One thing to know: ``countries.tsv`` beside this module holds facts (GeoNames' names, ISO and FIPS codes; the regions
as ACLED and UCDP publish them). Numbers of Gleditsch & Ward and of the Correlates of War are in the actors' table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tacitus.errors import DataError


@dataclass(frozen=True, slots=True)
class Nation:
    """A country; what a scheme has no code for is empty."""

    iso3: str
    iso2: str
    numeric: str
    fips: str
    name: str
    acled_region: str
    ucdp_region: str


_NOWHERE = Nation("", "", "", "", "", "", "")


def nation(iso3: str | None) -> Nation:
    """The country of that code; all empty where there is none, its code alone where it is not in the table."""
    return _table().get(iso3, Nation(iso3, "", "", "", iso3, "", "")) if iso3 else _NOWHERE


@cache
def _table() -> dict[str, Nation]:
    source = files("tacitus") / "export" / "countries.tsv"
    try:
        lines = source.read_text(encoding="utf-8").splitlines()[1:]
        return {line.split("\t")[0]: Nation(*line.split("\t")) for line in lines}
    except (OSError, TypeError) as error:
        raise DataError(f"The countries {source} cannot be read ({error}); install Tacitus again.") from error
