"""The harm and the deed of its clause: one happening, of one type, with one count."""

from dataclasses import replace

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event
from tacitus.records.ontology import load
from tests.assemble.build import Scene


def read(scene: Scene) -> tuple[Event, ...]:
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    return events


def told(text: str, harm: tuple[str, str], *deeds: tuple[str, str]) -> list[str]:
    """The types of the events of a sentence in which nine herders come to harm."""
    scene = Scene(text)
    toll = scene.toll("nine herders", "killed", 9, 9, "herders")
    for word, kind in (harm, *deeds):
        scene.event(word, kind, toll=toll)
    return sorted(e.type for e in read(scene))


@pytest.mark.parametrize(
    ("text", "harm", "deed", "types"),
    [
        ("Shells hit a mill, killing nine herders.", "killing", "hit", ["shelling"]),
        ("Mortar fire that night killed nine herders.", "killed", "fire", ["shelling"]),
        ("At Harl nine herders were killed when shells hit a mill.", "killed", "hit", ["shelling"]),
        ("On Monday in a blast at Harl nine herders were killed.", "killed", "blast", ["shelling"]),
        ("Days after a blast at Harl nine herders were killed.", "killed", "blast", ["armed_attack", "shelling"]),
        ("At Harl nine herders were killed since the fire began.", "killed", "fire", ["armed_attack", "shelling"]),
        ("Shells hit a mill where gunmen were killing nine herders.", "killing", "hit", ["armed_attack", "shelling"]),
    ],
)
def test_a_bare_word_for_harm_is_the_deed_of_its_clause(text: str, harm: str, deed: str, types: list[str]) -> None:
    assert told(text, (harm, "armed_attack"), (deed, "shelling")) == types


@pytest.mark.parametrize(("deed", "types"), [("attack", ["air_strike"]), ("ambush", ["air_strike", "armed_attack"])])
def test_an_attack_of_no_particular_kind_is_what_the_harm_is(deed: str, types: list[str]) -> None:
    text = f"At Harl nine herders were killed and two others hurt in the {deed} by jets."
    assert told(text, ("killed", "air_strike"), (deed, "armed_attack")) == types


@pytest.mark.parametrize(("shared", "events"), [(True, 1), (False, 2)])
def test_who_dies_in_what_is_hit_dies_of_it(shared: bool, events: int) -> None:
    scene = Scene("A bus was blown up at Harl, killing nine herders near a mill.")
    bus = scene.site("bus")
    scene.event("blown up", "bombing", target=bus)
    toll = scene.toll("nine herders", "killed", 9, 9, "herders")
    scene.event("killing", "bombing", toll=toll, target=bus if shared else scene.site("mill"))
    assert len(read(scene)) == events


def test_who_died_in_two_deeds_died_in_both() -> None:
    text = "Clashes and shelling at Harl killed nine herders."
    assert told(text, ("killed", "shelling"), ("Clashes", "armed_clash"), ("shelling", "shelling")) == [
        "armed_clash",
        "shelling",
    ]


def test_a_deed_taken_for_that_of_another_day_goes_to_its_dead() -> None:
    scene = Scene("Jets hit Jowhar on Friday. On Monday nine herders died in air raids. The raids went on.")
    first = scene.event("hit", "air_strike", place=scene.place("Jowhar"), time=scene.time("Friday", "2015-05-01"))
    toll = scene.toll("nine herders", "killed", 9, 9, "herders")
    scene.event("died", "air_strike", toll=toll, time=scene.time("Monday", "2015-05-04"))
    scene.same(first, scene.event("air raids", "air_strike", toll=toll))
    events = read(scene)
    assert [[m.of(scene.text) for m in e.mentions] for e in events] == [["hit"], ["died", "air raids"]]
    assert [len(e.of("killed")) for e in events] == [0, 1]


@pytest.mark.parametrize(
    ("count", "hurt", "again", "types"),
    [
        (9, None, "attack", ["air_strike"]),  # so many twice is no chance
        (2, 3, "attack", ["air_strike"]),  # nor are as many dead and as many hurt
        (2, None, "attack", ["air_strike", "armed_attack"]),
        (9, None, "ambush", ["air_strike", "armed_attack"]),
    ],
)
def test_an_attack_with_the_toll_of_a_raid_is_the_raid(
    count: int, hurt: int | None, again: str, types: list[str]
) -> None:
    lead = f"Jets hit Jowhar and left {count} herders dead"
    told = f"{lead} and {hurt} hurt." if hurt else f"{lead}."
    scene = Scene(
        f"{told} Rain fell. An {again} cost {count} herders their lives{f' and hurt {hurt}' if hurt else ''}."
    )
    for nth, (word, kind) in enumerate((("hit", "air_strike"), (again, "armed_attack"))):
        tolls = [scene.toll(f"{count} herders", "killed", count, count, "herders", nth=nth)]
        tolls += [scene.toll(f"{hurt}", "injured", hurt, hurt, nth=nth)] if hurt else []
        scene.event(word, kind, toll=tolls)
    assert [e.type for e in read(scene)] == types


def test_dead_taken_for_those_of_raids_go_to_the_shelling_that_killed_them() -> None:
    text = "Jets hit Jowhar on Friday. Raids went on on Friday. On Monday nine herders died in shelling of Harl."
    scene = Scene(text)
    friday = scene.time("Friday", "2015-05-01")
    first = scene.event("hit", "air_strike", place=scene.place("Jowhar"), time=friday)
    scene.same(first, scene.event("Raids", "air_strike", time=friday))
    toll = scene.toll("nine herders", "killed", 9, 9, "herders")
    scene.same(first, scene.event("died", "air_strike", toll=toll))
    monday = scene.time("Monday", "2015-05-04")
    scene.event("shelling", "shelling", toll=toll, place=scene.place("Harl"), time=monday)
    scene.places = {k: replace(v, lat=9.0 if v.name == "Harl" else 1.0) for k, v in scene.places.items()}
    events = read(scene)
    assert [(e.type, [m.of(text) for m in e.mentions]) for e in events] == [
        ("air_strike", ["hit", "Raids"]),
        ("shelling", ["died", "shelling"]),
    ]


@pytest.mark.parametrize(("count", "types"), [(9, ["bombing"]), (2, ["air_strike", "bombing"])])
def test_a_headline_s_dead_are_those_of_the_blast_that_is_told(count: int, types: list[str]) -> None:
    told = f"A parcel exploded in a blast that cost {count} herders their lives."
    scene = Scene(f"Bombs kill {count} herders. Rain fell. {told}")
    for nth, (word, kind) in enumerate((("kill", "air_strike"), ("exploded", "bombing"))):
        scene.event(word, kind, toll=scene.toll(f"{count} herders", "killed", count, count, "herders", nth=nth))
    scene.same(scene.triggers[-1], scene.event("blast", "bombing"))
    assert sorted(e.type for e in read(scene)) == types
