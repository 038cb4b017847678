"""Which of the parties told for a deed stay."""

from dataclasses import replace

import pytest

from tacitus.assemble.parties import one_part_each, without_the_helped
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


def test_the_same_words_are_doer_or_target_whichever_is_surer() -> None:
    doer, target = (Claim(f, f, KING, Span(0, 4), None, "asserted", 0.5) for f in ("perpetrator", "target"))
    assert one_part_each([doer, target]) == [doer, target]
    assert one_part_each([doer, sure := replace(target, confidence=0.9)]) == [sure]
    assert one_part_each([sure := replace(doer, confidence=0.9), target]) == [sure]
    other = replace(target, span=Span(8, 12), confidence=0.9)
    assert one_part_each([doer, other]) == [doer, other]
