"""Which place of its sentence is a deed's own, where the reader gave it none: not that of words, nor an earlier one."""

from dataclasses import replace

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tests.assemble.build import Scene


def places(scene: Scene, kind: str | None = None) -> list[str]:
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    return [c.span.of(scene.text) for e in events if kind in (None, e.type) for c in e.of("place")]


@pytest.mark.parametrize(("country", "expected"), [("FRA", []), ("DZA", ["Paris"])])
def test_where_words_are_said_abroad_is_no_place_of_the_deed(country: str, expected: list[str]) -> None:
    scene = Scene("Men fought in Oran. Men fought in Larba. In Paris, the ministry condemned the massacre.")
    for name, land in (("Oran", "DZA"), ("Larba", "DZA"), ("Paris", country)):
        scene.place(name)
        scene.places[scene.span(name)] = replace(scene.places[scene.span(name)], country=land)
    scene.event("condemned", "accusation")
    scene.event("massacre", "armed_attack")
    assert places(scene, "armed_attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guerrillas released the drivers they had snatched at Lom.", []),
        ("Guerrillas released the drivers at Lom.", ["Lom"]),
        ("Guerrillas released him after five years in a jail at Lom.", []),
    ],
)
def test_where_those_freed_were_seized_is_not_where_they_were_freed(text: str, expected: list[str]) -> None:
    for linked in (False, True):  # whether the reader takes it for the place of the release
        scene = Scene(text)
        lom = scene.place("Lom")
        scene.event("released", "release", place=lom if linked else [])
        assert places(scene, "release") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("and two in the southern city of", ["Lom", "Dara"]), ("before they left for", ["Lom"])],
)
def test_the_second_place_in_which_people_were_shot(words: str, expected: list[str]) -> None:
    scene = Scene(f"Guards shot dead four marchers in Lom {words} Dara.")
    lom, _ = scene.place("Lom"), scene.place("Dara")
    scene.event("shot", "armed_attack", place=lom)
    assert places(scene) == expected


def test_the_time_of_their_seizure_is_not_that_of_their_release() -> None:
    scene = Scene("Guerrillas freed the drivers they had snatched in April.")
    scene.event("freed", "release", time=scene.time("April", "2000-04-01"))
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [e.of("time") for e in events if e.type == "release"] == [[]]


def test_where_a_source_speaks_abroad_is_no_place_of_the_deed() -> None:
    scene = Scene("Men fought in Oran. Men fought in Larba. In London, the ministry said it knew of the attack.")
    for name, land in (("Oran", "DZA"), ("Larba", "DZA"), ("London", "GBR")):
        scene.place(name)
        scene.places[scene.span(name)] = replace(scene.places[scene.span(name)], country=land)
    scene.cue("said", scene.actor("the ministry", kind="government"), "it knew of the attack")
    scene.event("attack", "armed_attack")
    assert places(scene, "armed_attack") == []
