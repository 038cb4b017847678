"""Which of the parties told for a deed stay."""

import pytest

from tacitus.assemble.holders import of_another
from tacitus.assemble.parties import without_the_helped
from tacitus.records.event import Claim
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

KING = ActorValue(None, "king", "person", None)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Jets flew raids in support of the ailing king.", False),
        ("The raids were meant to prop up the king.", False),
        ("Jets flew raids in support of the army on the king.", True),
        ("Jets flew raids on the king.", True),
    ],
)
def test_for_whom_it_is_done_it_is_not_done_to(text: str, stays: bool) -> None:
    at = text.index("king")
    claim = Claim("a", "target", KING, Span(at, at + 4), None, "asserted", 0.8)
    assert bool(without_the_helped([claim], text)) is stays


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Forces of the Union dominated by the Lake Front took Maro.", True),
        ("Forces of the Union, led by the Lake Front, took Maro.", False),
    ],
)
def test_who_only_makes_up_a_force_is_no_party_beside_it(text: str, another: bool) -> None:
    at = text.index("Lake Front")
    assert of_another(text, Span(at, at + 10)) is another
