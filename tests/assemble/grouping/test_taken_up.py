"""Attacks that are told again with "the": the one that the report is about."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event
from tacitus.records.markup import Mention
from tacitus.records.ontology import load
from tests.assemble.build import Scene

LEAD = "A bomb killed nine in Lom on Monday. Many fled. Nobody slept. Rain fell. Roads shut. Schools closed. "


def _read(scene: Scene) -> tuple[Event, ...]:
    return assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())[0]


def _lead(scene: Scene, kind: str = "bombing") -> None:
    toll, day = scene.toll("nine", "killed", 9, 9), scene.time("Monday", "2020-06-01")
    scene.event("killed", kind, toll=toll, place=scene.place("Lom"), time=day)


@pytest.mark.parametrize(
    ("words", "noun", "kind", "events"),
    [
        ("Traders heard the blast and ran.", "blast", "accidental_explosion", 1),
        ("The charity condemned the attack.", "attack", "assault", 1),
        ("The mayor called for an end to these brutal attacks.", "attacks", "armed_attack", 1),
        ("It was unclear who was behind the bombing.", "bombing", "air_strike", 1),
        ("Traders heard the blast in Dara.", "blast", "bombing", 2),
        ("Traders heard a blast and ran.", "blast", "bombing", 2),
        ("Traders heard the raid and ran.", "raid", "air_strike", 2),
        ("Traders heard the rocket attack and ran.", "attack", "shelling", 2),
        ("The mayor fears the attack.", "attack", "planned", 2),
    ],
)
def test_the_attack_is_the_one_told_before(words: str, noun: str, kind: str, events: int) -> None:
    scene = Scene(LEAD + words)
    _lead(scene)
    told = {"place": scene.place("Dara")} if "Dara" in words else {}
    realis = kind if kind == "planned" else "actual"
    scene.event(noun, "armed_attack" if kind == "planned" else kind, realis, **told)
    found = _read(scene)
    assert len(found) == events
    assert found[0].type == "bombing"


@pytest.mark.parametrize(("kind", "events"), [("armed_attack", 2), ("armed_clash", 1)])
def test_of_two_attacks_that_may_be_meant_it_is_neither(kind: str, events: int) -> None:
    scene = Scene(LEAD.replace("Many fled", "Rebels struck a mill") + "The charity condemned the attack.")
    _lead(scene)
    scene.event("struck", kind, target=scene.site("a mill"))
    scene.event("attack", "assault")
    assert len(_read(scene)) == events + 1


def test_a_days_attack_is_the_one_of_that_day() -> None:
    scene = Scene(LEAD + "On Friday gunmen shot a judge. Nobody claimed Monday's attack.")
    _lead(scene)
    scene.event("shot", "armed_attack", victim=scene.actor("a judge"), time=scene.time("Friday", "2020-05-29"))
    scene.event("attack", "armed_attack", time=_again(scene))
    found = _read(scene)
    assert [len(e.mentions) for e in found] == [2, 1]


def _again(scene: Scene) -> Mention:
    mention = Mention(scene.span("Monday", 1), "time", None, 0.9)
    scene.times[mention.span] = scene.times[scene.span("Monday")]
    scene.mentions.append(mention)
    return mention


def test_the_people_around_it_are_not_of_it() -> None:
    scene = Scene(LEAD + "Many farmers left the road to Dara after the attack.")
    _lead(scene)
    scene.event("attack", "bombing", place=scene.place("Dara"), victim=scene.actor("farmers"))
    found = _read(scene)
    assert [[c.span.of(scene.text) for c in e.of("place")] for e in found] == [["Lom"]]
