"""Which place of its sentence is a deed's own, where the reader gave it none: not that of words, nor an earlier one."""

from dataclasses import replace

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tacitus.records.value import PlaceValue
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
    scene = Scene(text)
    scene.event("released", "release", place=scene.place("Lom"))
    assert places(scene, "release") == expected


@pytest.mark.parametrize(
    ("text", "kind", "realis", "expected"),
    [
        ("Gunmen fired on a bus near Lom.", "armed_attack", "actual", ["Lom"]),
        ("Gunmen fired on a bus near Lom.", "arrest", "actual", ["Lom"]),
        ("Gunmen fired on a bus near Lom.", "armed_attack", "historical", []),
        ("Gunmen fired on a bus near Lom.", "ceasefire", "actual", []),
        ("Gunmen fired on a bus; a mill in Lom was closed.", "armed_attack", "actual", []),
        ("Gunmen fired on a bus, and a mill in Lom was closed.", "armed_attack", "actual", []),
        ("“They fired on a bus”, a doctor in Lom said.", "armed_attack", "actual", []),
        ("In Lom a mill was closed, and gunmen fired on a bus.", "armed_attack", "actual", ["Lom"]),
    ],
)
def test_of_which_deeds_the_sentence_tells_the_place(text: str, kind: str, realis: str, expected: list[str]) -> None:
    scene = Scene(text)
    scene.place("Lom")
    scene.event("fired", kind, realis=realis)
    assert places(scene, kind) == expected


@pytest.mark.parametrize(
    ("kind", "realis", "linked", "first", "expected"),
    [
        ("looting", "actual", True, True, ["Lom"]),
        ("looting", "historical", True, True, []),
        ("conviction", "actual", True, True, []),
        ("looting", "actual", False, True, []),  # what is guessed is not carried on
        ("looting", "actual", True, False, []),
    ],
)
def test_what_is_carried_from_the_sentence_before(
    kind: str, realis: str, linked: bool, first: bool, expected: list[str]
) -> None:
    told, other = "Gunmen shot a driver near Lom. ", "They took his maize. "
    scene = Scene(told + other if first else other + told)
    lom = scene.place("Lom")
    before = "arrest" if kind == "conviction" else "armed_attack"  # one of its family
    scene.event("shot", before, realis=realis, place=lom if linked else [])
    scene.event("took", kind, realis=realis)
    assert places(scene, kind) == expected


def test_a_site_that_was_closed_is_no_place_beside() -> None:
    scene = Scene("The ministry closed the market.")
    market = scene.site("the market")
    scene.places[market.span] = PlaceValue("Market", precision="settlement", lat=1.0, lon=2.0)
    scene.event("closed", "ban", target=market)
    assert places(scene) == []


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
