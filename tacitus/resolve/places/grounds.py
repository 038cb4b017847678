"""The armed groups of a report → where on the map they fight, as far as a table of past events tells.

In go ids of actors; out comes a weight, 0 to 1, for any point. The one thing to know: the table `data/grounds.tsv.gz`
is made by `training/gazetteer_grounds.py` from a sample of events, so that it speaks for a place near an earlier event
and never against one.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from tacitus.errors import DataError
from tacitus.resolve.places.gazetteer import Place

#: Half degrees, as the table counts.
_STEPS = 2
#: How far an event speaks for places around it; kilometres to a weight of 1/e.
_REACH = 120.0

Floats = npt.NDArray[np.float64]


@cache
def _table() -> dict[str, str]:
    source = files("tacitus") / "data" / "grounds.tsv.gz"
    try:
        lines = gzip.decompress(source.read_bytes()).decode().splitlines()
        return dict(line.split("\t") for line in lines[1:])
    except (OSError, EOFError, ValueError) as error:
        raise DataError(f"The table {source} cannot be read ({error}); install Tacitus again.") from error


@cache
def _squares(actor: str) -> Floats:
    """(squares, 3): latitude, longitude and number of events."""
    cells = (cell.split(",") for cell in _table().get(actor, "").split())
    squares = [(int(lat) / _STEPS, int(lon) / _STEPS, int(count)) for lat, lon, count in cells]
    return np.array(squares, np.float64).reshape(-1, 3)


class Grounds:
    """Where the groups of one report have fought."""

    def __init__(self, actors: Iterable[str | None] = ()) -> None:
        """Gather the squares of the actors."""
        squares = [_squares(actor) for actor in dict.fromkeys(actors) if actor]
        self._lat, self._lon, self._count = np.concatenate([np.zeros((0, 3)), *squares]).T.copy()

    def weights(self, places: Sequence[Place]) -> list[float]:
        """How much past events speak for each place: 0 far from all of them, towards 1 amid many."""
        if not len(self._count):
            return [0.0] * len(places)
        lat, lon = np.array([(p.lat, p.lon) for p in places], np.float64).T[:, :, None]
        away = 111.2 * np.hypot(self._lat - lat, (self._lon - lon) * np.cos(np.radians(lat)))
        near = np.nan_to_num(np.exp(-away / _REACH) @ self._count)  # a place without a point is near nothing
        return (near / (near + 1.0)).tolist()  # type: ignore[no-any-return]
