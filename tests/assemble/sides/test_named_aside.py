"""Parties that are named in words for something else have no part in the deed."""

import pytest

from tacitus.assemble.sides.named_aside import named_aside
from tacitus.records.span import Span


@pytest.mark.parametrize(
    ("text", "words", "role", "aside"),
    [
        ("Gunmen in police uniforms stormed the mill.", "police", "agent", True),
        ("Men wearing stolen army fatigues took nine cooks.", "army", "agent", True),
        ("Gunmen in Chadian army uniforms stormed the mill.", "army", "agent", True),
        ("Gunmen disguised as policemen stormed the mill.", "policemen", "agent", True),
        ("Uniformed police stormed the mill.", "police", "agent", False),
        ("Police in uniform stormed the mill.", "Police", "agent", False),
        ("The army dropped uniforms.", "army", "agent", False),
        ("A shell fired from the base of the Lom brigade hit a house.", "base of the Lom brigade", "target", True),
        ("Rockets launched from a nearby camp killed two.", "camp", "target", True),
        ("A shell fired at the base of the Lom brigade hit a house.", "base of the Lom brigade", "target", False),
        ("A shell fired from the hill hit the base.", "base", "target", False),
    ],
)
def test_whose_uniforms_and_whose_base_it_was(text: str, words: str, role: str, aside: bool) -> None:
    start = text.index(words)
    assert named_aside(text, Span(start, start + len(words)), role) == aside
