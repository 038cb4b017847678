"""What can go wrong, as a tree; every message is a sentence that says what, where and what to do next.

TacitusError
├── SourceError      a source cannot be read (missing, unreadable, refused)
│   └── FetchError   a URL cannot be fetched (unreachable, private address, too large)
├── SettingError     an option or table given by the user is wrong
├── LedgerError      a ledger cannot be opened, read or written (locked, full, damaged, newer, none at all)
└── DataError        a file of the package is missing or damaged
"""

from __future__ import annotations


class TacitusError(Exception):
    """Any error that a person can do something about."""


class SourceError(TacitusError):
    """A source cannot be read."""


class FetchError(SourceError):
    """A URL cannot be fetched."""


class SettingError(TacitusError):
    """An option or a table given by the user is wrong."""


class LedgerError(TacitusError):
    """A ledger cannot be opened, read or written."""


class DataError(TacitusError):
    """A file that belongs to the package is missing or damaged."""
