"""Reports → sketches, and which of them are copies or rewrites of one wire story; marks of what is printed verbatim.

In: texts. Out: a sketch of 256 bytes each, and how alike two are; of a sentence, marks that another print of it shares.
One thing to know: a sketch keeps the least hash of the text's runs of words under 64 hash functions (MinHash), so the
share of equal numbers in two sketches estimates the share of runs that two texts have in common; only reports that may
tell one incident are ever compared.
"""

from __future__ import annotations

import re
import zlib

import numpy as np

#: Words in a run, numbers in a sketch.
RUN, SIZE = 3, 64
#: Share of common runs from which on two texts are one story in two prints.
COPY = 0.3
#: Runs of a text that are looked at: the head of a very long one tells whose it is.
MOST = 3000
#: Words that two reports hardly have in a row by chance, and of how many such runs one is kept.
IN_A_ROW, FEW = 12, 4
_WORD = re.compile(r"[^\W_]+")
_CHANCE = np.random.default_rng(61)
_FACTORS = _CHANCE.integers(1 << 62, 1 << 63, SIZE, dtype=np.uint64) | np.uint64(1)
_SHIFTS = _CHANCE.integers(0, 1 << 63, SIZE, dtype=np.uint64)


def sketch(text: str) -> bytes:
    """The sketch of a text; of one without a run of words it is empty."""
    words = [match[0].lower() for match in _WORD.finditer(text)]
    runs = {" ".join(words[n : n + RUN]) for n in range(min(MOST, len(words) - RUN + 1))}
    if not runs:
        return b""
    hashes = np.fromiter((zlib.crc32(run.encode()) for run in runs), np.uint64, len(runs))
    mixed = (hashes[:, None] * _FACTORS + _SHIFTS) >> np.uint64(32)  # (runs, SIZE); what is over 64 bits falls away
    return bytes(mixed.min(0).astype(np.uint32).tobytes())


def printed(passage: str) -> set[str]:
    """Marks of a passage, of which two that have a sentence in common share one.

    Of each few runs of words that follow each other the one with the least hash (winnowing), so two passages with
    IN_A_ROW + FEW - 1 words in common choose the same one there.
    """
    words = [match[0].lower() for match in _WORD.finditer(passage)]
    starts = range(len(words) - IN_A_ROW + 1)
    hashes = [zlib.crc32(" ".join(words[n : n + IN_A_ROW]).encode()) >> 8 for n in starts]
    return {f"{min(hashes[n : n + FEW]):x}" for n in range(max(1, len(hashes) - FEW + 1)) if hashes}


def alike(one: bytes, other: bytes) -> float:
    """About how much of their runs of words two texts share, 0 to 1."""
    if not one or not other:
        return 0.0
    return float((np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32)).mean())
