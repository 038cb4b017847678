"""Who takes men prisoner."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("by", "of", "word", "kind", "field"),
    [
        ("rebel", "police", "captured", "abduction", "abducted"),
        ("criminal", "civilians", "captured", "abduction", "abducted"),
        ("military", "police", "captured", "arrest", "arrested"),
        ("rebel", "rebel", "captured", "arrest", "arrested"),
    ],
)
def test_bands_abduct_and_forces_arrest(by: str, of: str, word: str, kind: str, field: str) -> None:
    scene = Scene(f"The Lom men {word} nine porters at the ford, a day after a rebel raid.")
    scene.actor("a rebel", kind="rebel")
    who, taken = scene.actor("Lom men", kind=by), scene.actor("porters", kind=of)
    scene.event(word, "arrest", agent=who, target=taken, toll=scene.toll("nine porters", "arrested", 9, 9))
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [e.type for e in events] == [kind]
    assert [c.field for c in events[0].claims if c.field in ("arrested", "abducted")] == [field]


@pytest.mark.parametrize(("word", "kind"), [("captured", "abduction"), ("arrested", "arrest")])
def test_soldiers_who_are_captured_by_nobody_named_where_rebels_are_told(word: str, kind: str) -> None:
    scene = Scene(f"Nine soldiers {word} at the ford may be exchanged, the rebels said.")
    scene.actor("rebels", kind="rebel")
    scene.event(word, "arrest", target=scene.actor("soldiers", kind="military"))
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [e.type for e in events] == [kind]


@pytest.mark.parametrize(("whose", "types"), [("porters", ["arrest"]), ("cooks", ["arrest", "abduction"])])
def test_the_disappearance_of_the_arrested_is_their_arrest(whose: str, types: list[str]) -> None:
    scene = Scene("Guards arrested the porters on Sunday, and the cooks called it an enforced disappearance.")
    porters, cooks = scene.actor("porters", kind="civilians"), scene.actor("cooks", kind="civilians")
    scene.event("arrested", "arrest", agent=scene.actor("Guards", kind="police"), target=porters)
    scene.event("enforced disappearance", "abduction", target=porters if whose == "porters" else cooks)
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [e.type for e in events] == types
