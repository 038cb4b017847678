"""Incidents → CSV with HXL hashtags in the second row, for humanitarian exchange.

In: incident rows. Out: lines. One thing to know: the columns are those of our incident table that have a hashtag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tacitus.export.columns import comma_separated
from tacitus.export.flat import INCIDENTS
from tacitus.export.rows_of import IncidentRow

COLUMNS = tuple(column for column in INCIDENTS if column.tag)


def lines(rows: Iterable[IncidentRow]) -> Iterator[str]:
    """Header, hashtags, rows."""
    return comma_separated(COLUMNS, rows, [[column.tag for column in COLUMNS]])
