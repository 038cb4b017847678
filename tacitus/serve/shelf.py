"""The last answers, kept until the ledger changes.

In: an address, an ETag and a body. Out: the same. One thing to know: what takes most room is not what is kept longest:
the answers not asked for the longest go first.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

#: Bytes of answers that are kept, and of the largest of them.
KEPT, LARGEST = 64_000_000, 16_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A body as it is and as gzip packs it; None where it is too short for that."""

    etag: str
    body: bytes
    packed: bytes | None

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.body) + len(self.packed or b"")


class Shelf:
    """The last answers, by address."""

    def __init__(self) -> None:
        """Empty."""
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, address: str, etag: str) -> Answer | None:
        """The answer, if it still holds."""
        with self._lock:
            found = self._answers.get(address)
            if found is None or found.etag != etag:
                return None
            self._answers.move_to_end(address)
            return found

    def put(self, address: str, answer: Answer) -> None:
        """Keep an answer; the ones not asked for the longest make room."""
        if answer.size > LARGEST:
            return
        with self._lock:
            if old := self._answers.pop(address, None):
                self._size -= old.size
            self._answers[address] = answer
            self._size += answer.size
            while self._size > KEPT:
                self._size -= self._answers.popitem(last=False)[1].size
