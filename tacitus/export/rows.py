"""Documents → CSV: one row a claim, so that no source, word or dissent is lost in a flat file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from tacitus.export.columns import comma_separated
from tacitus.export.flat import CLAIMS, claim_rows
from tacitus.export.rows_of import event_rows
from tacitus.records.event import Document

COLUMNS = tuple(column.name for column in CLAIMS)


def write(documents: Iterable[Document], file: TextIO) -> None:
    """Write a header and a row for each claim; an event without claims has one row with an empty field."""
    events = (row for document in documents for row in event_rows(document))
    file.writelines(comma_separated(CLAIMS, claim_rows(events)))
