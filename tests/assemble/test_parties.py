"""Which of the parties told for a deed stay."""

import pytest

from tacitus.assemble.parties import surer_of, without_the_helped
from tacitus.assemble.tellings import Telling
from tacitus.records.event import Claim
from tacitus.records.markup import Mention, Trigger
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
    king = Mention(Span(0, 4), "actor", None, 0.9)
    deed = Trigger(Span(5, 9), "shelling", "actual", 0.9, 0.9)
    told = Telling(deed, 0, {"agent": [(king, 0.4)], "victim": [(king, 0.8)]})
    assert surer_of(told, "agent", king.span, 0.4) and not surer_of(told, "victim", king.span, 0.8)
    assert not surer_of(told, "agent", Span(12, 16), 0.4) and not surer_of(told, "place", king.span, 0.1)
