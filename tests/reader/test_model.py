"""A reader that this processor would make nonsense of is refused."""

import shutil
from pathlib import Path

import numpy as np
import pytest

import tacitus
from tacitus.errors import DataError
from tacitus.reader.model import KNOWN, WEIGHTS, load, names


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
