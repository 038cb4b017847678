"""A total and its parts: places with a count of their own are happenings of their own."""

import pytest

from tacitus import Reader
from tacitus.assemble.grouping.parts import apart
from tacitus.assemble.grouping.tellings import tellings
from tacitus.assemble.items import Items
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event
from tacitus.records.value import PlaceValue, TollValue
from tests.assemble.build import Scene


def killed(event: Event) -> set[int]:
    return {
        v.low for entry in event.settled if entry.field == "killed" for v in entry.values if isinstance(v, TollValue)
    }


def test_quarters_with_their_own_dead_are_two_attacks(reader: Reader) -> None:
    text = (
        "BASRA, 16 July 2007 (Agency) - Air raids on the city of Basra killed 16 civilians on Monday, the harbour "
        'office said. "Twelve civilians were killed by air raids in the Tanuma neighbourhood and four others were '
        'killed in the Maqal neighbourhood," a foreman said.'
    )
    tolls = [killed(e) for e in reader.read(text).events if e.of("killed")]
    assert {12} in tolls and {4} in tolls


@pytest.mark.parametrize(("province", "parted"), [("Harl", False), ("Senn", True)])
def test_a_town_of_its_provinces_name_may_mean_what_holds_the_village(province: str, parted: bool) -> None:
    scene = Scene(
        "Mortars killed 20 people in Harl on Monday. They fell on Zarq village, killing 22 people, a baker said."
    )
    town, village = scene.place("Harl"), scene.place("Zarq village")
    scene.places[village.span] = PlaceValue("Zarq", "village", "YEM", province, None, 1.0, 2.0, "province")
    first = scene.event("killed", "shelling", toll=scene.toll("20 people", "killed", 20, 20, "people"), place=town)
    toll = scene.toll("22 people", "killed", 22, 22, "people")
    second = scene.event("killing", "shelling", toll=toll, place=village)
    markup = scene.markup(sentences(scene.text))
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    pairs = apart(scene.report, markup, found, scene.resolved)
    assert (frozenset((first.span, second.span)) in pairs) is parted


def test_one_attack_told_twice_stays_one(reader: Reader) -> None:
    text = (
        "BASRA, 16 July 2007 (Agency) - A car bomb killed 18 people in Basra on Saturday, police said. The bomb, which "
        "killed 18, went off in the Tanuma neighbourhood, near a market."
    )
    (bombing,) = [e for e in reader.read(text).events if e.type == "bombing"]
    assert killed(bombing) == {18}


def test_who_counts_all_of_a_headline_s_dead_tells_of_the_same(reader: Reader) -> None:
    text = (
        "Car bomb kills nine at Mosul checkpoint\n\nBAGHDAD, Dec 12 - A car bomb exploded at a checkpoint in Mosul "
        "on Tuesday, killing six soldiers and three civilians, a colonel said.\n\nA day earlier, gunmen shot dead two "
        "election workers in the town of Tuz Khurmatu."
    )
    assert [killed(e) for e in reader.read(text).events if e.type in ("bombing", "armed_attack")] == [{9}, {2}]


def test_the_dead_of_days_are_not_those_of_today(reader: Reader) -> None:
    text = (
        "GOMA, 12 May 2011 (Agency) - Mortar fire killed nine traders in Goma on Thursday, a nurse said. Mortar fire "
        "has killed 61 people in the town over the last three weeks, she added."
    )
    assert {9} in [killed(e) for e in reader.read(text).events]


@pytest.mark.parametrize(
    ("course", "parted"),
    [
        ("In recent weeks jets have struck mills in the town.", True),
        ("In recent weeks jets have struck the town and killed nine people.", False),
        ("The jets struck mills in the town.", False),
    ],
)
def test_a_strike_of_a_day_is_not_what_went_on_for_weeks(course: str, parted: bool) -> None:
    scene = Scene(f"Jets killed nine people in Harl on Monday. {course}")
    first = scene.event(
        "killed", "air_strike", toll=scene.toll("nine people", "killed", 9, 9, "people"),
        time=scene.time("Monday", "2019-03-04"),
    )  # fmt: skip
    toll = {"toll": scene.toll("nine people", "killed", 9, 9, "people", nth=1)} if "nine" in course else {}
    second = scene.event("struck", "air_strike", **toll)
    markup = scene.markup(sentences(scene.text))
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    pairs = apart(scene.report, markup, found, scene.resolved)
    assert (frozenset((first.span, second.span)) in pairs) is parted


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two bakers died in rebel shelling of the town of Kidal on Friday, their guild said.", {"rebel"}),
        (
            "Regime air strikes on the town of Kidal killed 12 people on Friday, a teacher said.",
            {"government", "military"},
        ),
    ],
)
def test_a_side_s_word_before_a_strike(reader: Reader, text: str, who: set[str]) -> None:
    (strike,) = [e for e in reader.read(text).events if e.type in ("shelling", "air_strike")]
    assert {getattr(c.value, "kind", None) for c in strike.of("perpetrator")} & who


def test_each_deed_has_the_dead_of_its_side_of_after(reader: Reader) -> None:
    text = (
        "Twenty-six villagers were killed on Tuesday in air strikes on Kidal two days after the execution of a "
        "captured colonel, elders said."
    )
    events = reader.read(text).events
    assert {26} in [killed(e) for e in events if e.type == "air_strike"]
    assert all(26 not in killed(e) for e in events if e.type == "execution")


def test_the_dead_and_the_injured_of_a_headline(reader: Reader) -> None:
    text = "BAMAKO, 3 March 2019 (Agency) - 5 herders killed 17 injured in raids with rockets on Gao, police said."
    (attack,) = [e for e in reader.read(text).events if e.of("killed")]
    assert {c.value.low for c in attack.of("injured") if isinstance(c.value, TollValue)} == {17}
    assert killed(attack) == {5}
