"""Sentences → windows of word pieces, ready for the encoder.

In: a report's text and its sentences. Out: windows, each a run of whole sentences of at most
``WINDOW`` pieces, with for each piece its id, its case and its place in the text.
One thing to know: the encoders are uncased, so what capitals tell is given back as a feature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from tacitus.errors import DataError
from tacitus.records.span import Span

WINDOW = 160  # pieces in a window, the two marks at its ends included
CASES = ("mark", "lower", "title", "upper", "mixed", "digits", "other", "untold")

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces of consecutive sentences. All arrays have one entry a piece, without the marks at the ends."""

    ids: Ints  # word-piece ids
    case: Ints  # index into CASES
    first: npt.NDArray[np.bool_]  # whether the piece begins a word
    start: Ints  # offsets of the whole word's start in the text
    end: Ints  # and of its end
    sentence: Ints  # number of the sentence in the report


@cache
def _letters() -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """For each code point of the basic plane whether it is a capital, and whether it is a small letter."""
    chars = [chr(i) for i in range(0x3000)]
    upper = np.array([c.isupper() for c in chars], np.int32)
    lower = np.array([c.islower() for c in chars], np.int32)
    return upper, lower


def marks(tokenizer: Tokenizer) -> tuple[int, int]:
    """The ids of the marks that begin and end a window."""
    for begin, end in (("[CLS]", "[SEP]"), ("<s>", "</s>")):
        if (first := tokenizer.token_to_id(begin)) is not None and (last := tokenizer.token_to_id(end)) is not None:
            return first, last
    raise DataError("the tokenizer has no marks for the ends of a text; it does not belong to a known encoder")


def continues(tokenizer: Tokenizer) -> npt.NDArray[np.bool_]:
    """For each word-piece id whether it goes on within a word ("##ing")."""
    found = np.zeros(tokenizer.get_vocab_size(), np.bool_)
    for piece, at in tokenizer.get_vocab().items():
        found[at] = piece.startswith("##")
    return found


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Encoding]:
    """Word pieces of whole texts, without marks at the ends."""
    return list(tokenizer.encode_batch(list(texts), add_special_tokens=False))


def windows(
    text: str,
    sentences: Sequence[Span],
    encoding: Encoding,
    inside_word: npt.NDArray[np.bool_],
    limit: int = WINDOW,
) -> list[Window]:
    """Cut a report's pieces into windows. ``inside_word`` is what :func:`continues` gives."""
    ids = np.asarray(encoding.ids, np.int32)
    if not len(ids) or not sentences:
        return []
    # (pieces, 2), in half the time of an array of pairs
    offsets = np.fromiter(chain.from_iterable(encoding.offsets), np.int32).reshape(-1, 2)
    bounds = np.array([(s.start, s.end) for s in sentences], np.int32)
    sentence = np.searchsorted(bounds[:, 0], offsets[:, 0], side="right").astype(np.int32) - 1
    inside: npt.NDArray[np.bool_] = (sentence >= 0) & (offsets[:, 0] < bounds[np.maximum(sentence, 0), 1])
    ids, offsets, sentence = ids[inside], offsets[inside], sentence[inside]
    if not len(ids):
        return []
    first = ~inside_word[ids]
    first[0] = True
    word = np.cumsum(first) - 1
    starts = offsets[first, 0]
    last = np.append(np.flatnonzero(first)[1:], len(ids)) - 1
    ends = offsets[last, 1]
    case = _cases(text, starts, ends, sentence[first])
    found = []
    for low, high in _runs(sentence, first, limit - 2):
        part = slice(low, high)
        found.append(
            Window(ids[part], case[word[part]], first[part], starts[word[part]], ends[word[part]], sentence[part])
        )
    return found


def _cases(text: str, starts: Ints, ends: Ints, sentence: Ints) -> Ints:
    """The case of each word. In a sentence all in capitals, or a text without any, case tells nothing."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    upper_of, lower_of = _letters()
    low_points = np.minimum(points, len(upper_of) - 1)
    upper = np.concatenate([[0], np.cumsum(upper_of[low_points])])
    lower = np.concatenate([[0], np.cumsum(lower_of[low_points])])
    ups, downs, length = upper[ends] - upper[starts], lower[ends] - lower[starts], ends - starts
    digit = (points[starts] >= 48) & (points[starts] <= 57)
    case = np.full(len(starts), CASES.index("other"), np.int32)
    case[downs > 0] = CASES.index("lower")
    case[(ups > 0) & (downs > 0)] = CASES.index("mixed")
    title = upper_of[low_points[starts]].astype(bool) & (ups == 1)
    case[title] = CASES.index("title")
    case[(ups > 1) & (downs == 0)] = CASES.index("upper")
    case[digit] = CASES.index("digits")
    count = int(sentence.max()) + 1
    all_ups = np.bincount(sentence, ups, count)
    letters = all_ups + np.bincount(sentence, downs, count)
    shouted = (all_ups > 0.7 * letters) & (letters > 12)
    if upper[-1] < 0.005 * max(1, upper[-1] + lower[-1]):
        shouted[:] = True
    case[shouted[sentence] & (ups + downs > 0) & (length > 0)] = CASES.index("untold")
    return case


def _runs(sentence: Ints, first: npt.NDArray[np.bool_], room: int) -> list[tuple[int, int]]:
    """Greedy runs of whole sentences that fit into ``room`` pieces; longer sentences are cut between words."""
    edges = [*np.flatnonzero(np.diff(sentence, prepend=-1)), len(sentence)]
    runs: list[tuple[int, int]] = []
    low = 0
    for begin, end in pairwise(edges):
        if end - low > room and begin > low:
            runs.append((low, int(begin)))
            low = int(begin)
        while end - low > room:
            cut = low + room
            while cut > low + 1 and not first[cut]:
                cut -= 1
            runs.append((low, cut))
            low = cut
    if low < len(sentence):
        runs.append((low, len(sentence)))
    return runs
