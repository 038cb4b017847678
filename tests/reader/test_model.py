"""A reader that this processor would make nonsense of is refused."""

import shutil
from pathlib import Path

import numpy as np
import pytest

import tacitus
from tacitus.errors import DataError
from tacitus.reader.model import KNOWN, ROWS, WEIGHTS, _product, load, names


@pytest.mark.parametrize("name", names())
def test_what_ships_gives_the_scores_that_are_known_of_it(name: str) -> None:
    model = load(name)
    with np.load(WEIGHTS / name / KNOWN) as known:
        scores, _ = model.score(known["ids"], known["case"])
        assert np.abs(scores - known["scores"]).mean() < 0.2


def test_other_scores_than_the_known_ones_are_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "fast"
    shutil.copytree(WEIGHTS / "fast", folder)
    with np.load(folder / KNOWN) as known:
        kept = dict(known)
    np.savez(folder / KNOWN, **{**kept, "scores": kept["scores"] + 2})
    with pytest.raises(DataError, match=r"off by 2\.0.*install another release of onnxruntime"):
        tacitus.Reader(str(folder))


@pytest.mark.parametrize("count", [0, 1, ROWS, 3 * ROWS + 5])
def test_the_product_in_parts_is_the_product(count: int) -> None:
    random = np.random.default_rng(count)
    wide = random.standard_normal((count, 40)).astype(np.float32)
    matrix = random.standard_normal((32, 7)).astype(np.float32)
    rows = wide[:, :32]  # not end to end in memory, as those of the hidden layer are
    assert np.allclose(_product(rows, matrix), rows @ matrix, atol=1e-5)
