"""Bytes within bounds: streams read up to a limit, and gzip that cannot explode.

In: an open binary stream. Out: its bytes, its lines, or the unpacked stream.
One thing to know: nothing is cut off in silence; what is over a limit raises ``SourceError``, or comes as None
in place of a line.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from tacitus.errors import SourceError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Characters in one report. The longest real report at hand holds 60,000; above two million it is a data set.
MAX_TEXT = 2_000_000
#: Bytes in one text file, page or line: every report within ``MAX_TEXT`` fits, even with JSON's ``\\u`` escapes.
MAX_BYTES = 12_000_000
#: Bytes of JSON that must be taken in whole because it is not one record a line.
MAX_WHOLE = 100_000_000
#: News text packs 3 to 10 times smaller, a gzip bomb about 1,000 times.
MAX_RATIO = 100
_CHUNK = 65_536

GZIP_MAGIC = b"\x1f\x8b"


def whole(stream: IO[bytes], limit: int = MAX_BYTES) -> bytes:
    """All that the stream holds, if it is not over the limit."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise SourceError(
            f"Holds more than {limit // 1_000_000} MB, too much for one report; "
            "split it into reports, for instance as JSON lines with one report a line."
        )
    return data


def lines(stream: IO[bytes], limit: int = MAX_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1; None for a line over the limit, which is passed over unread."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield number, None


def unpacked(stream: IO[bytes]) -> io.BufferedReader:
    """The stream that a gzip stream holds."""
    return io.BufferedReader(_Gunzip(stream), _CHUNK)


class _Gunzip(io.RawIOBase):
    """Unpacks piece by piece, and stops when the pieces grow out of proportion.

    ``gzip.GzipFile`` would do, but counts nothing and seeks in what may be a pipe.
    """

    def __init__(self, packed: IO[bytes]) -> None:
        super().__init__()
        self._packed = packed
        self._inflate = zlib.decompressobj(wbits=31)
        self._waiting = b""
        self._taken = self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        try:
            piece = self._piece(len(view))
        except zlib.error as error:
            raise SourceError(f"Is damaged or not gzip ({error}); pack it again.") from error
        self._given += len(piece)
        if self._given > MAX_BYTES and self._given > MAX_RATIO * self._taken:
            raise SourceError(
                f"Unpacks to more than {MAX_RATIO} times its size, as a gzip bomb does; "
                "if it is yours, unpack it and give the plain file."
            )
        view[: len(piece)] = piece
        return len(piece)

    def _piece(self, size: int) -> bytes:
        while True:
            if not self._waiting:
                self._waiting = self._packed.read(_CHUNK)
                self._taken += len(self._waiting)
            if self._inflate.eof:
                self._waiting = self._waiting.lstrip(b"\0")  # padding that tape and some archivers leave
                if not self._waiting:
                    return b""
                self._inflate = zlib.decompressobj(wbits=31)  # gzip files may be joined end to end
            at_end = not self._waiting
            piece = self._inflate.decompress(self._waiting, size)
            self._waiting = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
            if piece:
                return piece
            if at_end and not self._inflate.eof:
                raise SourceError("Breaks off in the middle of its gzip data; copy or fetch it again.")
