"""Scores become labels."""

import numpy as np

from tacitus.reader.decode import SECOND, _second
from tacitus.reader.labels import TYPES


def test_a_second_type_is_told_only_where_it_is_likely_enough() -> None:
    likely = np.zeros((2, len(TYPES)), np.float32)
    likely[0, :2] = 0.6, 0.4
    likely[1, :2] = 1.01 - SECOND, SECOND - 0.01
    assert _second(likely) == [TYPES[1], None]
