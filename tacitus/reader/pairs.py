"""What stands between the two ends of a possible link: how far, how many sentences, how many rivals.

In: the spans of one report or window as ranges of pieces. Out: small whole numbers for a table each. One thing to know:
training and reading share this, so both see a pair alike.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tacitus.reader.labels import APART, CROWD, EDGES, TAILS

Ints = npt.NDArray[np.int64]
_TRIGGER = TAILS.index("trigger")
_EDGES = np.array(EDGES)


def gaps(at: Ints, h: Ints, t: Ints) -> Ints:
    """The pieces between: (spans, 2) ranges, (pairs,) heads and tails → (pairs, 2) ranges, empty where they touch."""
    low = np.minimum(at[h, 1], at[t, 1])
    return np.column_stack([low, np.maximum(low, np.maximum(at[h, 0], at[t, 0]))])


def traits(word: Ints, sentence: npt.NDArray[np.int32], at: Ints, tails: Ints, h: Ints, t: Ints, gap: Ints) -> Ints:
    """(pairs, 4): bucket of the distance in words, triggers between, likenesses of the tail between, sentences apart.

    ``word`` and ``sentence`` number those of each piece; ``at`` and ``tails`` are the range of each span and its class
    as a tail, -1 for none.
    """
    begun = np.zeros((len(TAILS), len(word) + 1), np.int64)  # how many spans of a class begin before each piece
    known = tails >= 0
    np.add.at(begun, (tails[known], at[known, 0] + 1), 1)
    begun = begun.cumsum(1)
    triggers = begun[_TRIGGER, gap[:, 1]] - begun[_TRIGGER, gap[:, 0]]
    alike = begun[tails[t], gap[:, 1]] - begun[tails[t], gap[:, 0]]
    apart = sentence[at[t, 0]].astype(np.int64) - sentence[at[h, 0]]
    return np.column_stack([
        distance(word, at, h, t),
        np.minimum(triggers, CROWD),
        np.minimum(alike, CROWD),
        np.clip(apart, -APART, APART) + APART,
    ])  # fmt: skip


def distance(word: Ints, at: Ints, h: Ints, t: Ints) -> Ints:
    """Buckets of the distance in words from each head to its tail; 0 words where they overlap."""
    begin, end = at[:, 0].copy(), at[:, 1].copy()
    first, last = word[begin], word[end - 1]
    after, before = first[t] - last[h], last[t] - first[h]
    far = np.where(begin[t] >= end[h], after, np.where(begin[h] >= end[t], before, 0))
    return np.searchsorted(_EDGES, far)
