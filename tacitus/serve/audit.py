"""Who did what: one JSON line for every act that changes something, every sign-in and every export.

In: acts. Out: lines at the end of a file. One thing to know: lines are only ever added, by one write each, so that two
servers can share the file; passwords, tokens and texts never stand in it.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from tacitus.errors import LedgerError, SettingError


class Audit:
    """The file of acts."""

    def __init__(self, path: Path) -> None:
        """Raises :class:`SettingError` if it cannot be written: better known before anything is done."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._append(b"")
        except OSError as error:
            raise SettingError(
                f"{path} cannot be written ({error.strerror}); set TACITUS_HOME to another folder"
            ) from None

    def note(self, who: str | None, client: str, act: str, **more: str | None) -> None:
        """Add one act."""
        told = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "who": who, "client": client, "act": act}
        try:
            self._append(json.dumps({**told, **more}).encode() + b"\n")
        except OSError as error:
            raise LedgerError(f"The list of acts {self.path} cannot be written ({error.strerror}).") from None

    def _append(self, line: bytes) -> None:
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, line)
        finally:
            os.close(file)
