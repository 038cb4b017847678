"""What the measures share: where the data lies, and figures by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Figures = dict[str, float | int]

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def share(right: int, count: int) -> float:
    """Right of all, to four places; 0 where there is nothing."""
    return round(right / count, 4) if count else 0.0


def f1(both: int, mine: int, theirs: int) -> float:
    """The harmonic mean of precision and recall, to four places."""
    return round(2 * both / (mine + theirs), 4) if mine + theirs else 0.0
