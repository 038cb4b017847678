"""Tacitus: event data from news reports, every value with the words it was read from.

>>> import tacitus
>>> document = tacitus.read("A bomb killed two soldiers in Kunduz on Monday.", published="2021-02-17")
>>> document.events[0].type
'bombing'
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.errors import DataError, FetchError, LedgerError, SettingError, SourceError, TacitusError
from tacitus.pipeline import Reader
from tacitus.records.event import Document

if TYPE_CHECKING:
    from tacitus.opened import Opened

__version__ = "0.1.0"
__all__ = [
    "DataError", "Document", "FetchError", "LedgerError", "Reader", "SettingError", "SourceError", "TacitusError",
    "open", "read",
]  # fmt: skip


def read(text: str, *, published: date | str | None = None, title: str | None = None) -> Document:
    """Read one text. ``published`` is a date or ``YYYY-MM-DD``; without it relative dates stay relative.

    For many reports open a :class:`Reader` once and use its ``read_all``. Raises
    :class:`SettingError` when ``text`` is no text or ``published`` is not a date.
    """
    if not isinstance(text, str):
        raise SettingError(f"{type(text).__name__} is no text to read; give a str")
    if published is not None and not isinstance(published, date):
        try:
            published = date.fromisoformat(published)
        except (TypeError, ValueError):
            raise SettingError(f"published={published!r} is not a date; give YYYY-MM-DD or a datetime.date") from None
    return _reader().read(text, published=published, title=title)


def open(target: str | Path, *, create: bool = True) -> Opened:
    """Open a ledger, a file or ``postgresql://`` URL; made if there is none and ``create``.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, tacitus.open(f"{folder}/war.db") as ledger:
    ...     list(ledger.incidents(country="Yemen", toll="killed>=10"))
    []
    """
    if not isinstance(target, (str, Path)):
        raise SettingError(f"{target!r} is no ledger; give a file, or a postgresql:// URL")
    # Imported when it is wanted: the ledger's library takes longer to load than a short report to read.
    ledger = import_module("tacitus.store.ledger").Ledger.open(target, create=create)
    opened: Opened = import_module("tacitus.opened").Opened(ledger)
    return opened


@cache
def _reader() -> Reader:
    return Reader()
