"""What lasts is told apart from what is done."""

import pytest

from tacitus.records.span import Span
from tacitus.records.standing import stands


@pytest.mark.parametrize(
    ("text", "told", "lasts"),
    [
        ("The valley is largely held by the River Front.", "held", True),
        ("The valley was held by the River Front until Friday.", "held", False),
        ("France leads a coalition fighting the Dawn Army in the desert.", "fighting", True),
        ("They belong to an alliance battling River Front gunmen.", "battling", True),
        ("Soldiers were fighting the Dawn Army in the streets.", "fighting", False),
        ("The troops are battling River Front gunmen.", "battling", False),
        ("Nine men died in the latest fighting against the Dawn Army.", "fighting", False),
        ("Nine men died after battling River Front gunmen.", "battling", False),
        ("Cooks saw soldiers fighting the Dawn Army by the mill.", "fighting", False),
        ("A nurse reported masked men battling River Front gunmen.", "battling", False),
        ("Heavy fighting broke out near Maro.", "fighting", False),
    ],
)
def test_a_state_that_lasts_is_no_deed(text: str, told: str, lasts: bool) -> None:
    start = text.index(told)
    assert stands(text, Span(start, start + len(told))) is lasts
