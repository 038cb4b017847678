"""What stands between the two ends of a possible link."""

from __future__ import annotations

import numpy as np

from tacitus.reader import pairs
from tacitus.reader.labels import APART, CROWD, EDGES, TAILS

WORD = np.arange(20)  # every piece a word
SENTENCE = np.array([0] * 10 + [1] * 10, np.int32)
ACTOR, TRIGGER = TAILS.index("actor"), TAILS.index("trigger")
AT = np.array([(0, 2), (3, 4), (5, 6), (8, 10), (12, 13)])  # actor, trigger, cue, actor, actor
CLASSES = np.array([ACTOR, TRIGGER, -1, ACTOR, ACTOR])


def _traits(h: int, t: int) -> list[int]:
    heads, tails = np.array([h]), np.array([t])
    gap = pairs.gaps(AT, heads, tails)
    return [int(n) for n in pairs.traits(WORD, SENTENCE, AT, CLASSES, heads, tails, gap)[0]]


def test_gaps_run_from_the_end_of_the_first_to_the_start_of_the_second_either_way() -> None:
    assert pairs.gaps(AT, np.array([1, 3]), np.array([3, 1])).tolist() == [[4, 8], [4, 8]]


def test_a_gap_is_empty_where_spans_overlap() -> None:
    at = np.array([(0, 5), (2, 4)])
    low, high = pairs.gaps(at, np.array([0]), np.array([1]))[0]
    assert low == high


def test_rivals_and_triggers_between_are_counted_and_spans_without_class_are_not() -> None:
    assert _traits(1, 4)[1:3] == [0, 1]  # one actor between, the cue is none
    assert _traits(4, 0)[1:3] == [1, 1]


def test_ends_are_no_rivals_of_themselves() -> None:
    assert _traits(1, 3)[1:3] == [0, 0]


def test_sentences_apart_have_a_sign() -> None:
    assert _traits(1, 4)[3] == APART + 1
    assert _traits(4, 1)[3] == APART - 1
    assert _traits(1, 0)[3] == APART


def test_crowds_are_counted_up_to_a_bound() -> None:
    count = 2 * CROWD + 2
    at = np.array([(n, n + 1) for n in range(count)])
    classes = np.full(count, ACTOR)
    ends = np.array([0]), np.array([count - 1])
    told = pairs.traits(np.arange(count), np.zeros(count, np.int32), at, classes, *ends, pairs.gaps(at, *ends))
    assert told[0, 2] == CROWD


def test_distance_is_in_words_with_a_sign() -> None:
    far, near = _traits(1, 4)[0], _traits(1, 0)[0]
    assert far == int(np.searchsorted(EDGES, 9))
    assert near == int(np.searchsorted(EDGES, -2))
