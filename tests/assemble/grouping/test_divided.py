"""One telling of several deeds: an event for each place that has a count of its own."""

from dataclasses import replace

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event
from tacitus.records.ontology import load
from tacitus.records.value import ContentValue, TollValue
from tests.assemble.build import Scene


def read(scene: Scene) -> list[Event]:
    return list(assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())[0])


def told(scene: Scene, *fields: str) -> list[tuple[str, ...]]:
    """The words of each event's claims in the fields, in their order."""
    return [tuple(c.span.of(scene.text) for f in fields for c in e.of(f)) for e in read(scene)]


def test_each_town_has_its_own_dead() -> None:
    scene = Scene("Gunmen killed five people in Lom and three in Dara on Sunday.")
    tolls = [scene.toll("five people", "killed", 5, 5, "people"), scene.toll("three", "killed", 3, 3)]
    places = [scene.place("Lom"), scene.place("Dara")]
    doers, day = scene.actor("Gunmen", kind="gunmen"), scene.time("Sunday", "2024-05-12")
    scene.event("killed", "armed_attack", agent=doers, toll=tolls, place=places, time=day)
    assert told(scene, "place", "killed", "perpetrator", "time") == [
        ("Lom", "five people", "Gunmen", "Sunday"),
        ("Dara", "three", "Gunmen", "Sunday"),
    ]
    assert len({e.id for e in read(scene)}) == 2
    assert len({c.id for e in read(scene) for c in e.claims}) == 8


def test_a_place_and_a_count_that_the_reader_left_out() -> None:
    scene = Scene("Gunmen killed five people in Lom and seven in Dara on Sunday.")
    scene.place("Dara")
    lom = scene.place("Lom")
    scene.event("killed", "armed_attack", toll=scene.toll("five people", "killed", 5, 5, "people"), place=lom)
    assert told(scene, "place", "killed") == [("Lom", "five people"), ("Dara", "seven")]
    assert read(scene)[1].of("killed")[0].value == TollValue(7, 7)


def test_each_town_has_the_people_told_of_there() -> None:
    scene = Scene("Gunmen shot dead two guards in Lom and a teacher in Dara.")
    guards, teacher = scene.actor("guards", kind="police"), scene.actor("teacher", kind="civilians")
    tolls = [scene.toll("two guards", "killed", 2, 2, "guards"), scene.toll("a teacher", "killed", 1, 1, "teacher")]
    places = [scene.place("Lom"), scene.place("Dara")]
    scene.event("shot dead", "armed_attack", toll=tolls, place=places, victim=[guards, teacher])
    assert told(scene, "place", "target") == [("Lom", "guards"), ("Dara", "teacher")]


def test_the_sum_has_no_town_and_each_part_has() -> None:
    scene = Scene("Fighting across Syria killed 42 people, including 12 in Homs and nine in Daraa.")
    tolls = [scene.toll(w, "killed", n, n, None) for w, n in (("42 people", 42), ("12", 12), ("nine", 9))]
    places = [scene.place("Syria", "country"), scene.place("Homs"), scene.place("Daraa")]
    scene.event("Fighting", "armed_clash", toll=tolls, place=places)
    assert told(scene, "place", "killed") == [
        ("Syria", "42 people", "12", "nine"),
        ("Syria", "Homs", "12"),
        ("Syria", "Daraa", "nine"),
    ]


def test_a_number_in_no_figures_is_of_all_places_and_keeps_them_not_together() -> None:
    text = "Shells hit Chad's north, killing {}. They killed 45 porters in Lom and 22 in neighbouring Dara."
    for words, low, events in (("dozens", 24, ["45 porters", "22"]), ("four guards", 4, [])):
        scene = Scene(text.format(words))
        tolls = [scene.toll(w, "killed", n, n) for w, n in ((words, low), ("45 porters", 45), ("22", 22))]
        places = [scene.place(name) for name in ("Lom", "Dara")]
        scene.event("killing", "shelling", toll=tolls, place=places)
        assert told(scene, "killed") == [(words, "45 porters", "22"), *((w,) for w in events)]


def test_a_blast_in_a_town_is_one_wherever_in_it_they_died() -> None:
    scene = Scene("A blast in Beirut killed 20 people, three of them in Hamra.")
    tolls = [scene.toll("20 people", "killed", 20, 20), scene.toll("three of them", "killed", 3, 3)]
    scene.event("blast", "bombing", toll=tolls, place=[scene.place("Beirut"), scene.place("Hamra")])
    assert told(scene, "place", "killed") == [("Beirut", "20 people", "three of them")]


def test_who_died_in_another_country_was_brought_there() -> None:
    scene = Scene("Fighting in Iraq killed 71 people, seven of them in Iran.")
    tolls = [scene.toll("71 people", "killed", 71, 71), scene.toll("seven of them", "killed", 7, 7)]
    places = [scene.place("Iraq", "country"), scene.place("Iran", "country")]
    for place, code in zip(places, ("IRQ", "IRN"), strict=True):
        scene.places[place.span] = replace(scene.places[place.span], country=code)
    scene.event("Fighting", "armed_clash", toll=tolls, place=places)
    assert told(scene, "place", "killed") == [("Iraq", "71 people", "seven of them")]


def test_what_is_counted_of_all_places_keeps_them_together() -> None:
    scene = Scene("Bombs killed 29 people in Lom and 18 in Dara and wounded 126.")
    tolls = [scene.toll("29 people", "killed", 29, 29), scene.toll("18", "killed", 18, 18)]
    tolls.append(scene.toll("126", "injured", 126, 126))
    scene.event("killed", "bombing", toll=tolls, place=[scene.place("Lom"), scene.place("Dara")])
    assert len(read(scene)) == 1


def test_a_count_that_another_event_has_keeps_its_place_there() -> None:
    scene = Scene("Troops killed four rebels in Lom and three others in Dara in two encounters.")
    lom, dara = scene.place("Lom"), scene.place("Dara")
    four, three = scene.toll("four rebels", "killed", 4, 4), scene.toll("three others", "killed", 3, 3)
    scene.event("killed", "armed_clash", toll=four, place=[lom, dara])
    scene.event("encounters", "armed_clash", toll=three, place=dara)
    assert told(scene, "place", "killed") == [("Lom", "four rebels"), ("Dara", "three others")]


def test_who_claims_what_is_divided_claims_all_of_it() -> None:
    scene = Scene("Bombs killed five people in Lom and three in Dara. The Front claimed responsibility.")
    tolls = [scene.toll("five people", "killed", 5, 5, "people"), scene.toll("three", "killed", 3, 3)]
    deed = scene.event("killed", "bombing", toll=tolls, place=[scene.place("Lom"), scene.place("Dara")])
    scene.event("claimed", "responsibility_claim", agent=scene.actor("Front", "front"), content=deed)
    *deeds, claim = read(scene)
    assert {c.value for c in claim.of("content")} == {ContentValue(event=e.id) for e in deeds}
    assert all(e.of("perpetrator") for e in deeds)


def test_a_town_in_another_province_than_a_part_is_not_that_of_the_sum() -> None:
    text = "Raids on the north killed dozens by Harl. They killed 45 porters in Lom and 22 in Dara."
    for province, parts in (("Sud", ["45 porters", "22"]), ("Nord", [])):
        scene = Scene(text)
        tolls = [scene.toll(w, "killed", n, n) for w, n in (("dozens", 24), ("45 porters", 45), ("22", 22))]
        places = [scene.place(name) for name in ("Harl", "Lom", "Dara")]
        for place, admin1 in zip(places, ("Nord", "Nord", province), strict=True):
            scene.places[place.span] = replace(scene.places[place.span], country="TCD", admin1=admin1)
        scene.event("killed", "air_strike", toll=tolls, place=places)
        assert told(scene, "killed") == [("dozens", "45 porters", "22"), *((w,) for w in parts)]
