"""Attacks that are told again with "the": the one that the report is about."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event
from tacitus.records.markup import Mention
from tacitus.records.ontology import load
from tacitus.records.value import PlaceValue
from tests.assemble.build import Scene

QUIET = "Many fled. Nobody slept. Rain fell. Roads shut. Schools closed. "
LEAD = f"A bomb killed nine in Lom on Monday. {QUIET}"


def _read(scene: Scene) -> tuple[Event, ...]:
    return assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())[0]


def _dara(scene: Scene) -> Mention:
    place = scene.place("Dara")
    scene.places[place.span] = PlaceValue("Dara", precision="settlement", lat=7.0, lon=7.0)
    return place


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
    told = {"place": _dara(scene)} if "Dara" in words else {}
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


def test_the_last_deed_told_is_meant() -> None:
    scene = Scene(LEAD + "In Dara gunmen shot three men. Nobody would speak of the crime.")
    _lead(scene)
    scene.event("shot", "armed_attack", toll=scene.toll("three men", "killed", 3, 3), place=_dara(scene))
    scene.event("crime", "execution")
    assert [len(e.mentions) for e in _read(scene)] == [1, 2]


def test_where_somebody_condemned_it_is_no_other_scene() -> None:
    scene = Scene(LEAD + "In Dara, the mayor condemned the attack.")
    _lead(scene)
    scene.event("attack", "assault")
    assert len(_read(scene)) == 1


def test_what_is_told_with_it_goes_with_it_unless_it_tells_a_place_of_its_own() -> None:
    scene = Scene(LEAD + "Rubble lay where the attack began. Children were struck as they slept in Dara.")
    _lead(scene)
    attack = scene.event("attack", "armed_attack")
    scene.same(attack, scene.event("struck", "armed_attack"))
    assert len(_read(scene)) == 1
    scene = Scene(scene.text)
    _lead(scene)
    attack = scene.event("attack", "armed_attack")
    scene.same(attack, scene.event("struck", "armed_attack", place=_dara(scene)))
    assert len(_read(scene)) == 2


@pytest.mark.parametrize(("noun", "events"), [("raids", 6), ("raid", 5)])
def test_the_raids_of_a_list_are_no_one_of_them(noun: str, events: int) -> None:
    towns = "Dara Harl Senn Zarq Bela".split()
    text = "".join(f"In {town} a raid killed {n}0. " for n, town in enumerate(towns, 2))
    scene = Scene(text + f"Raids went on in Bela. {QUIET}The mayor condemned the {noun}.")
    for n, town in enumerate(towns):
        place, toll = scene.place(town), scene.toll(f"{n + 2}0", "killed", 10 * n + 20, 10 * n + 20)
        scene.places[place.span] = PlaceValue(town, precision="settlement", lat=float(n), lon=2.0)
        scene.event("raid", "air_strike", nth=n, place=place, toll=toll)
    again = scene.place("Bela", nth=1)
    scene.places[again.span] = scene.places[scene.span("Bela")]
    scene.event("Raids", "air_strike", place=again)
    scene.event(noun, "air_strike", nth=0 if noun == "raids" else 5)
    assert len(_read(scene)) == events


@pytest.mark.parametrize(
    ("words", "kind", "events"),
    [
        ("The blast that wounded forty men shook the port.", "suicide_bombing", 1),
        ("The attack that wounded forty men shook the port.", "armed_attack", 1),
        ("The bombing that wounded forty men shook the port.", "air_strike", 2),
        ("A blast that wounded forty men shook the port.", "suicide_bombing", 2),
        ("Elsewhere the blast wounded forty men.", "suicide_bombing", 2),
        ("The killing of forty men shook the port.", "armed_attack", 2),
        ("The attack on a mill wounded forty men.", "armed_attack", 2),
    ],
)
def test_who_tells_more_takes_up_the_only_deed_of_its_kind(words: str, kind: str, events: int) -> None:
    scene = Scene(LEAD + words)
    _lead(scene)
    noun = next(n for n in ("blast", "attack", "bombing", "killing") if n in words.split())
    scene.event(noun, kind, toll=scene.toll("forty men", "injured" if "wound" in words else "killed", 40, 40))
    assert len(_read(scene)) == events


def test_who_tells_more_takes_up_none_of_two() -> None:
    scene = Scene(LEAD + "In Dara a mine hit a car. Rain fell. The blast that wounded forty men shook the port.")
    _lead(scene)
    scene.event("hit", "bombing", place=_dara(scene))
    scene.event("blast", "suicide_bombing", toll=scene.toll("forty men", "injured", 40, 40))
    assert len(_read(scene)) == 3
