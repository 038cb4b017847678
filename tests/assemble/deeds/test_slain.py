"""Executions and fights."""

import pytest

from tacitus.assemble.deeds.means import by_means
from tacitus.reader.sentences import sentences
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("text", "people", "kind", "expected"),
    [
        ("Guards freed nine captives and killed two of the kidnappers.", "kidnappers", "rebel", "armed_attack"),
        ("The militia killed ten rebels at the ford.", "rebels", "rebel", "armed_attack"),
        ("The militia killed ten rebels captured at the ford.", "rebels", "rebel", "execution"),
        ("The militia killed ten of its own rebels at the ford.", "rebels", "rebel", "execution"),
        ("The militia killed ten porters at the ford.", "porters", "civilians", "execution"),
    ],
)
def test_who_is_killed_with_arms_in_hand_is_not_executed(text: str, people: str, kind: str, expected: str) -> None:
    scene = Scene(text)
    scene.event("killed", "execution", victim=scene.actor(people, kind=kind))
    markup = scene.markup(sentences(text))
    assert by_means(text, markup, markup.triggers[0], markup.sentences[0]) == expected
