"""The places that a user has added: where they lie on disk, and how they are opened, listed and removed.

In goes nothing but the environment; out come tables for the gazetteer. The one thing to know: each added file is a
folder of its own under the user's data folder, named after the file, so that adding a file again replaces it.
`placefiles` makes them.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tacitus.errors import DataError, SettingError
from tacitus.resolve.places.table import NO_PARENT, Table

_HOLDERS = "holders.txt"


class AddedTable(Table):
    """A table whose rows point to holders by name: the rows of the package's own table change with its version."""

    def __init__(self, folder: Path) -> None:
        """Map the files; OSError, EOFError or ValueError if they are not there, damaged or of another version."""
        super().__init__(folder)
        self.title = folder.name
        self._lines = (folder / _HOLDERS).read_text("utf-8").splitlines()

    def holder(self, parent: int) -> tuple[str, str, str]:
        """The country (ISO alpha-3), province and district that a row's parent stands for; empty where unknown."""
        if parent == NO_PARENT or parent >= len(self._lines):
            return "", "", ""
        country, province, district = self._lines[parent].split("\t")
        return country, province, district


def home() -> Path:
    """The user's data folder: TACITUS_HOME, or `tacitus` in XDG_DATA_HOME or in `~/.local/share`."""
    if own := os.environ.get("TACITUS_HOME"):
        return Path(own)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "tacitus"


def added_tables() -> list[AddedTable]:
    """The tables of all files that were added, in the order of their names."""
    tables = []
    for folder in _folders():
        try:
            tables.append(AddedTable(folder))
        except (OSError, EOFError, ValueError) as error:
            again = f"add the file again, or remove it with `tacitus places remove {folder.name}`"
            raise DataError(f"The places added from {folder.name} cannot be read ({error}); {again}.") from error
    return tables


def remove(title: str) -> None:
    """Forget a file that was added."""
    folder = next((each for each in _folders() if each.name == title), None)
    if folder is None:
        known = ", ".join(each.name for each in _folders()) or "nothing"
        raise SettingError(f"No places were added from {title!r}; what was added: {known}.")
    shutil.rmtree(folder)


def _folders() -> list[Path]:
    """The folders of added files; one that is still being written has a dot in front."""
    try:
        return sorted(each for each in (home() / "places").iterdir() if each.is_dir() and each.name[0] != ".")
    except OSError:
        return []
