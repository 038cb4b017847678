"""Parties that a sentence names beside a deed and that did not do it."""

import pytest

from tacitus.assemble.sides.bystanders import beside, meanwhile
from tacitus.records.markup import Trigger
from tacitus.records.span import Span


@pytest.mark.parametrize(
    ("text", "kind", "is_beside"),
    [
        ("The army declined to comment on the raid, in which two died.", "armed_attack", True),
        ("The army was still investigating the raid on the mill.", "armed_attack", True),
        ("The army had no immediate comment on the raid.", "armed_attack", True),
        ("The army was still investigating the raid on the mill.", "investigation", False),
        ("The army led the raid and declined to comment.", "armed_attack", False),
    ],
)
def test_who_only_speaks_or_asks_of_a_deed_did_not_do_it(text: str, kind: str, is_beside: bool) -> None:
    deed = Span(text.index("raid"), text.index("raid") + 4)
    party = Span(4, 8)
    assert beside(text, Span(0, len(text)), Trigger(deed, kind, "actual", 0.9, 0.9), party) is is_beside


HEAD = "A bomb went off in Kidal. "


@pytest.mark.parametrize(
    ("sentence", "did_others"),
    [
        ("Nobody owned up, but the Guild has claimed previous attacks.", True),
        ("The Guild said it was behind a similar bombing in May.", True),
        ("The Guild has staged several raids on the ford in the past.", True),
        ("The Guild claimed responsibility for the attack.", False),
        ("The Guild has claimed the attack and two others.", False),
        ("The Guild was behind it, bakers said.", False),
    ],
)
def test_who_did_other_deeds_did_not_do_this_one(sentence: str, did_others: bool) -> None:
    text = HEAD + sentence
    start = text.index("Guild")
    bomb = Trigger(Span(2, 6), "bombing", "actual", 0.9, 0.9)
    assert beside(text, Span(len(HEAD), len(text)), bomb, Span(start, start + 5)) is did_others


def test_who_did_them_did_them() -> None:
    text = "The Guild has claimed previous attacks in Kidal, and in May it shelled the ford."
    shelled = Trigger(Span(text.index("shelled"), text.index("shelled") + 7), "shelling", "actual", 0.9, 0.9)
    assert not beside(text, Span(0, len(text)), shelled, Span(4, 9))
    attacks = Trigger(Span(text.index("attacks"), text.index("attacks") + 7), "bombing", "actual", 0.9, 0.9)
    assert not beside(text, Span(0, len(text)), attacks, Span(4, 9))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Jets struck the mill again as rescue crews arrived.", True),
        ("Jets struck the mill while rescue crews were digging.", True),
        ("Jets struck the mill, and rescue crews arrived.", False),
        ("The mill was struck when rescue crews fired.", False),
    ],
)
def test_who_came_there_meanwhile_did_not_do_it(text: str, about: bool) -> None:
    at = text.index("rescue crews")
    assert meanwhile(text, Span(text.index("struck"), text.index("struck") + 6), Span(at, at + 12)) is about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Guards had been given advance warning of the raid.", True),
        ("Guards were told of the raid.", True),
        ("Guards were told to begin the raid.", False),
        ("Guards led the raid.", False),
    ],
)
def test_who_was_only_told_of_a_deed_did_not_do_it(text: str, about: bool) -> None:
    raid = Trigger(Span(text.index("raid"), text.index("raid") + 4), "armed_attack", "actual", 0.9, 0.9)
    assert beside(text, Span(0, len(text)), raid, Span(0, 6)) is about
