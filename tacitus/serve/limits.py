"""How often one client may ask, in memory.

In: who asks. Out: how many seconds to wait, 0 if none. One thing to know: each client has a bucket that fills at a
steady rate; only the last few thousand clients are remembered, and a forgotten one has a full bucket again.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

#: Clients remembered.
CLIENTS = 10_000


class Limit:
    """So many at once (``burst``), and one more every so many seconds (``every``)."""

    def __init__(self, burst: int, every: float, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` stands in for the time."""
        self._burst, self._every, self._clock = burst, every, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, client: str) -> float:
        """Take one, if there is one: 0. Else the seconds until there is."""
        with self._lock:
            now = self._clock()
            left, at = self._buckets.pop(client, (float(self._burst), now))
            left = min(float(self._burst), left + (now - at) / self._every)
            taken = left >= 1
            self._buckets[client] = (left - 1 if taken else left, now)
            while len(self._buckets) > CLIENTS:
                self._buckets.popitem(last=False)
            return 0.0 if taken else (1 - left) * self._every
