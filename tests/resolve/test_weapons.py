"""Weapons: their kinds."""

import pytest

from tacitus.records.markup import Markup, Mention
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.resolve.resolve import Tables, resolve
from tacitus.resolve.weapons import weapon, weapon_in

KINDS = {
    "ied": [
        "an improvised explosive device",
        "IEDs",
        "a roadside bomb",
        "a remote-controlled bomb",
        "a bomb",
        "gas cylinder bombs",
    ],
    "mine": ["a landmine", "anti-personnel mines", "a claymore mine", "a pressure-plate IED"],
    "car_bomb": ["a car bomb", "an explosives-laden truck", "a van packed with explosives", "a VBIED"],
    "suicide_vest": ["a suicide vest", "explosive belts"],
    "grenade": ["hand grenades", "a grenade", "an under-barrel grenade launcher"],
    "small_arms": ["a pistol", "AK-47 rifles", "gunfire", "machine guns", "Kalashnikovs", "small arms", "a .303 rifle"],
    "artillery": ["artillery", "howitzers", "tank shells", "heavy artillery", "an anti-aircraft gun"],
    "mortar": ["mortars", "a mortar bomb", "mortar shells"],
    "rocket": ["rocket-propelled grenades", "RPGs", "a Katyusha rocket", "a rocket launcher"],
    "missile": ["a ballistic missile", "anti-tank missiles"],
    "air_bomb": ["barrel bombs", "air-dropped bombs", "an air strike", "cluster munitions"],
    "drone": ["a drone", "quadcopters", "an unmanned aerial vehicle"],
    "chemical": ["chlorine gas", "tear gas", "sarin", "a nerve agent"],
    "blade": ["a knife", "machetes", "axes and sickles"],
    "arson": ["petrol bombs", "Molotov cocktails", "kerosene"],
    "vehicle": ["a bulldozer", "a truck"],
    "other": ["stones", "water cannons", "rubber bullets", "a hydrogen bomb", "gas cylinders"],
}


@pytest.mark.parametrize(("kind", "words"), [(k, w) for k, row in KINDS.items() for w in row])
def test_kinds(kind: str, words: str) -> None:
    assert weapon(words).kind == kind


def test_the_name_has_no_article() -> None:
    assert weapon("an improvised  explosive device").name == "improvised explosive device"


def test_unknown_words_keep_their_name() -> None:
    found = weapon("a catapult of sorts")
    assert (found.name, found.kind) == ("catapult of sorts", None)


def test_people_are_no_weapon() -> None:
    text = "Insurgent rockets hit Lom, fired by terrorists."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("Insurgent rockets", "terrorists")]
    markup = Markup((Span(0, len(text)),), tuple(Mention(span, "weapon", None, 0.9) for span in spans), (), (), ())
    resolved, _ = resolve(Report("r", text), markup, Tables.open())
    assert [value.name for value in resolved.weapons.values()] == ["Insurgent rockets"]


def test_a_car_is_not_the_central_african_republic() -> None:
    text = "A bomb tore the car apart outside the Kenyan embassy."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("car", "Kenyan embassy")]
    markup = Markup((Span(0, len(text)),), tuple(Mention(span, "facility", None, 0.9) for span in spans), (), (), ())
    resolved, _ = resolve(Report("r", text), markup, Tables.open())
    assert [resolved.places[span].country for span in spans] == [None, "KEN"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A military aircraft dropped heavy bombs on Lom.", "air_bomb"),
        ("Three cooks died of bombs dropped from a plane.", "air_bomb"),
        ("A boy dropped two bombs into a bin in Lom.", "ied"),
        ("A jet was burnt when bombs went off in Lom.", "ied"),
        ("Warplanes flew over Lom. A man dropped bombs into a bin.", "ied"),
    ],
)
def test_what_aircraft_drop_is_no_home_made_bomb(text: str, kind: str) -> None:
    start = text.index("bombs")
    assert weapon_in(text, Span(start, start + 5)).kind == kind
