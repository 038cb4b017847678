"""Who kills animals kills nobody."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.assemble.counts.animals import only_animals
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tacitus.records.span import Span
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raiders killed 30 goats of a widow.", True),
        ("Raiders killed more than 60 head of cattle.", True),
        ("He said that 43 cows belonging to one Adamu Bello were killed.", True),
        ("Raiders killed a cattle trader.", False),
        ("Raiders killed two dogs and their owner.", False),
        ("Raiders killed three men and 40 cows.", False),
        ("Three men and 40 cows were killed.", False),
        ("The owner of the cows was killed.", False),
    ],
)
def test_of_what_the_verb_tells(text: str, *, expected: bool) -> None:
    at = text.index("killed")
    assert only_animals(text, Span(0, len(text)), Span(at, at + 6)) is expected


def test_whose_animals_are_killed_lives() -> None:
    scene = Scene("43 cows of one Adamu Bello were killed by guards in Lom.")
    owner = scene.actor("Adamu Bello", kind="civilians")
    scene.event("killed", "armed_attack", toll=scene.toll("one Adamu Bello", "killed", 1, 1), victim=owner)
    (event,), _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert (event.type, list(event.of("killed"))) == ("destruction", [])
