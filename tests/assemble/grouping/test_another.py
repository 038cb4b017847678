"""Who says that he tells of another deed is believed: its dead and its doers are not those of the deed before."""

import pytest

from tacitus.assemble.grouping.another import of_another
from tacitus.assemble.grouping.tellings import tellings
from tacitus.assemble.items import Items
from tacitus.reader.sentences import sentences
from tacitus.records.markup import Trigger
from tests.assemble.build import Scene


def parted(scene: Scene, first: Trigger, second: Trigger) -> bool:
    markup = scene.markup(sentences(scene.text))
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    return frozenset((first.span, second.span)) in set(of_another(scene.text, found, scene.resolved))


HEAD = "Kidal, Monday. Jets struck the harbour of Kidal, a porter said. "


@pytest.mark.parametrize(
    ("sentence", "trigger", "is_another"),
    [
        ("The fishermen were killed in yet another attack on the ford.", "killed", True),
        ("The crews fled a separate mortar attack on the ford.", "mortar", True),
        ("A baker spoke of the earlier bombardment of the ford.", "bombardment", True),
        ("A baker has reported previous raids by jets on the ford.", "raids", True),
        ("In all, three separate attacks shook the ford.", "attacks", False),
        ("Then came another explosion, a few seconds later.", "explosion", False),
        ("Another porter was killed in the attack.", "attack", False),
    ],
)
def test_what_is_called_another_deed(sentence: str, trigger: str, is_another: bool) -> None:
    scene = Scene(HEAD + sentence)
    first, second = scene.event("struck", "air_strike"), scene.event(trigger, "air_strike")
    for also in {"attack"} - {trigger}:
        if f" {also}" in sentence:
            scene.event(also, "air_strike")
    assert parted(scene, first, second) is is_another


def test_raids_beside_the_raids_told_of_stand_in_one_sentence() -> None:
    scene = Scene(HEAD + "The attack came in addition to separate raids by the Malian army that hit the mill.")
    attack, raids, hit = (scene.event(w, "air_strike") for w in ("attack", "raids", "hit"))
    assert parted(scene, attack, raids)
    assert parted(scene, attack, hit)
    assert not parted(scene, raids, hit)


def test_as_many_dead_are_those_of_the_deed_before() -> None:
    scene = Scene("Kidal, Monday. Jets killed 19 porters in Kidal. It was late. Another strike killed 19 porters.")
    first, second = (
        scene.event(words, "air_strike", toll=scene.toll("19 porters", "killed", 19, 19, "porters", nth=nth), nth=nth)
        for nth, words in enumerate(("killed", "killed"))
    )
    scene.event("strike", "air_strike")
    assert not parted(scene, first, second)
