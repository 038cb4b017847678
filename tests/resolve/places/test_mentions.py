"""Places of invented reports: every kind of phrase, and the choice among namesakes."""

from __future__ import annotations

import pytest

from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.mentions import finest, resolve_places
from tacitus.resolve.places.phrase import parse


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def resolve(
    gazetteer: Gazetteer, text: str, *names: str, countries: dict[str, float] | None = None
) -> list[PlaceValue]:
    """The geocodes of the words given, or of the whole text."""
    starts = [text.index(name) for name in names]
    spans = [Span(at, at + len(name)) for at, name in zip(starts, names, strict=True)] or [Span(0, len(text))]
    places = resolve_places(text, spans, countries=countries or {}, gazetteer=gazetteer)
    return [places[span] for span in spans]


@pytest.mark.parametrize(
    ("words", "country", "admin1", "precision"),
    [
        ("Kabul", "AFG", "Kabul", "settlement"),
        ("Kunduz province", "AFG", "Kunduz", "province"),
        ("Kunduz city", "AFG", "Kunduz", "settlement"),
        ("the city of Aleppo", "SYR", "Aleppo", "settlement"),
        ("eastern Aleppo", "SYR", "Aleppo", "settlement"),
        ("northern Syria", "SYR", None, "country"),
        ("12 km south of Idlib", "SYR", "Idlib", "district"),
        ("Ash valley of North Waziristan Agency", "PAK", "Khyber Pakhtunkhwa", "district"),
        ("the city of Homs Wednesday", "SYR", "Homs", "settlement"),
        ("Syria's second city Aleppo", "SYR", "Aleppo", "settlement"),
        ("-held east Aleppo", "SYR", "Aleppo", "settlement"),
        ("about 20 miles (32km) northeast of Mosul", "IRQ", "Nineveh", "district"),
        ("a village near Idlib", "SYR", "Idlib", "district"),
        ("the outskirts of Damascus", "SYR", "Dimashq", "settlement"),
        ("Syria's Idlib province", "SYR", "Idlib", "province"),
        ("Kandahar's Panjwai district", "AFG", "Kandahar", "district"),
        ("Washington state", "USA", "Washington", "province"),
        ("Mexico City", "MEX", "Mexico City", "settlement"),
        ("Texas", "USA", "Texas", "province"),
        ("Donetsk region", "UKR", "Donetsk", "province"),
        ("Sinai", "EGY", None, "province"),
        ("the DRC", "COD", None, "country"),
        ("Syrian", "SYR", None, "country"),
        ("Gaya District of Bihar", "IND", "Bihar", "district"),
        ("Paris, Texas", "USA", "Texas", "settlement"),
        ("Redding, CA", "USA", "California", "settlement"),
    ],
)
def test_phrases(gazetteer: Gazetteer, words: str, country: str, admin1: str | None, precision: str) -> None:
    [place] = resolve(gazetteer, words)
    assert (place.country, place.admin1, place.precision) == (country, admin1, precision)
    assert place.lat is not None


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("Qotar Blaq village in Kunduz province", "province"),
        ("Zhwandai Khelgai village of Kunduz province", "province"),
    ],
)
def test_an_unknown_village_keeps_its_name_and_the_province(gazetteer: Gazetteer, words: str, precision: str) -> None:
    [place] = resolve(gazetteer, words)
    assert words.startswith(place.name)
    assert (place.country, place.admin1, place.precision, place.kind) == ("AFG", "Kunduz", precision, "village")


def test_a_forest_lies_in_the_district_named(gazetteer: Gazetteer) -> None:
    [place] = resolve(gazetteer, "Zzarudih forest area of Gaya District of Bihar")
    assert (place.country, place.admin1, place.precision) == ("IND", "Bihar", "district")
    assert place.lat == pytest.approx(24.75, abs=0.4)


def test_the_holder_may_stand_behind_the_mention(gazetteer: Gazetteer) -> None:
    text = "Gunmen attacked a post in Jalalabad, in Kyrgyzstan, while in Jalalabad nothing moved."
    [place] = resolve(gazetteer, text, "Jalalabad")
    assert place.country == "KGZ"


def test_a_nationality_before_the_kind_word_holds(gazetteer: Gazetteer) -> None:
    text = "Rebels left the Libyan city of Tripoli in March."
    assert resolve(gazetteer, text, "Tripoli")[0].country == "LBY"
    text = "Gunmen fired in the Lebanese city of Tripoli in March."
    assert resolve(gazetteer, text, "Tripoli")[0].country == "LBN"


def test_a_nationality_before_the_kind_word_outranks_a_larger_namesake(gazetteer: Gazetteer) -> None:
    text = "Insurgents entered the northern Mozambican town of Palma before dawn."
    [place] = resolve(gazetteer, text, "Palma")
    assert (place.country, place.admin1) == ("MOZ", "Cabo Delgado Province")


def test_a_people_that_a_hamlet_is_called_after_is_a_people(gazetteer: Gazetteer) -> None:
    text = "Mobs burned a mill in the Kyrgyz city of Osh at noon."
    found = resolve(gazetteer, text, "Kyrgyz city", "Osh")
    assert [place.name for place in found] == ["Osh", "Osh"]


def test_a_neighbouring_country_is_not_where_the_report_is_set(gazetteer: Gazetteer) -> None:
    text = "Warplanes struck Saraqib at noon. They had come from neighbouring Iraq."
    assert resolve(gazetteer, text, "Saraqib", "Iraq")[0].country == "SYR"


def test_a_town_just_over_the_border_may_be_named_without_its_country(gazetteer: Gazetteer) -> None:
    text = "Turkish soldiers in Suruc saw smoke rise over Kobani at noon."
    assert resolve(gazetteer, text, "Suruc", "Kobani")[1].country == "SYR"


def test_a_quarter_named_before_its_town_holds_nothing(gazetteer: Gazetteer) -> None:
    text = "Two fell in the Sahel district of Nawa, a town in Syria's Daraa province."
    found = resolve(gazetteer, text, "Sahel district", "Nawa", "Syria", "Daraa province")
    assert [(place.country, place.precision) for place in found[:2]] == [("SYR", "settlement")] * 2
    text = "Two fell in the Helmand district of Sangin at noon."
    assert resolve(gazetteer, text, "Helmand district", "Sangin")[1].precision == "district"


def test_a_town_whose_name_begins_with_a_kind_word_is_no_part_of_a_country(gazetteer: Gazetteer) -> None:
    [place] = resolve(gazetteer, "Clashes went on in Port Sudan at noon.", "Port Sudan")
    assert (place.country, place.precision) == ("SDN", "settlement")


def test_the_report_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    text = "Troops left Baghdad for Mosul and shelled Qaim. Clashes went on in Hit."
    assert [place.country for place in resolve(gazetteer, text, "Baghdad", "Mosul", "Hit")] == ["IRQ", "IRQ", "IRQ"]
    text = "Police in Nairobi said raiders came from Garissa. Three were hurt in Mandera."
    assert resolve(gazetteer, text, "Nairobi", "Garissa", "Mandera")[2].country == "KEN"


def test_the_actors_countries_decide_between_namesakes(gazetteer: Gazetteer) -> None:
    text = "The army said it had retaken Hyderabad."
    assert resolve(gazetteer, text, "Hyderabad", countries={"PAK": 2.0})[0].country == "PAK"
    assert resolve(gazetteer, text, "Hyderabad", countries={"IND": 2.0})[0].country == "IND"


def test_a_spelling_that_nobody_filed_is_guessed_where_the_report_is_about(gazetteer: Gazetteer) -> None:
    text = "A mine killed two Afghan soldiers near Mazzar-i-Shareef."
    [place] = resolve(gazetteer, text, "Mazzar-i-Shareef")
    assert (place.country, place.admin1, place.precision) == ("AFG", "Balkh", "settlement")


def test_georgia_is_a_country_or_a_state(gazetteer: Gazetteer) -> None:
    text = "Russian troops crossed into Georgia near Tskhinvali."
    assert resolve(gazetteer, text, "Georgia", "Tskhinvali")[0].country == "GEO"
    text = "Police in Atlanta, Georgia, said the man was from Alabama."
    assert resolve(gazetteer, text, "Atlanta", "Georgia", "Alabama")[1].country == "USA"


def test_a_road_lies_between_its_ends(gazetteer: Gazetteer) -> None:
    [place] = resolve(gazetteer, "the road between Homs and Hama")
    assert (place.country, place.precision) == ("SYR", "district")
    assert place.lat is not None
    assert 34.7 < place.lat < 35.15
    [place] = resolve(gazetteer, "the Raqqa-Deir al-Zor road")
    assert (place.country, place.precision) == ("SYR", "province")


def test_an_unknown_name_falls_back_to_what_is_known(gazetteer: Gazetteer) -> None:
    [place] = resolve(gazetteer, "Shells fell on Xyzzyqa.", "Xyzzyqa")
    assert place == PlaceValue("Xyzzyqa")
    [place] = resolve(gazetteer, "Shells fell on Xyzzyqa.", "Xyzzyqa", countries={"UKR": 1.0})
    assert place == PlaceValue("Xyzzyqa")  # who took part is no scene
    [place] = resolve(gazetteer, "In Ukraine shells fell on Xyzzyqa.", "Xyzzyqa", countries={"UKR": 1.0})
    assert (place.name, place.country, place.precision) == ("Xyzzyqa", "UKR", "country")


def test_a_region_without_borders_has_no_point(gazetteer: Gazetteer) -> None:
    [place] = resolve(gazetteer, "the Middle East")
    assert (place.name, place.kind, place.lat, place.precision) == ("Middle East", "region", None, None)


def test_what_names_nothing_gets_no_value(gazetteer: Gazetteer) -> None:
    text = "the Green Zone, nowhere, 5 km from here, , Kabul"
    spans = [Span(0, 14), Span(16, 23), Span(25, 39), Span(39, 40), Span(43, 48), Span(48, 48)]
    found = resolve_places(text, spans, countries={}, gazetteer=gazetteer)
    assert {span.of(text) for span in found} == {"the Green Zone", "Kabul"}
    assert resolve_places("", [], countries={}, gazetteer=gazetteer) == {}


def test_the_finest_place_is_the_events(gazetteer: Gazetteer) -> None:
    places = resolve(
        gazetteer,
        "In Afghanistan, in Kunduz province, in Kunduz city.",
        "Afghanistan",
        "Kunduz province",
        "Kunduz city",
    )
    assert finest(places).precision == "settlement"
    assert finest([PlaceValue("Xyzzyqa"), places[0]]) == places[0]


def test_a_phrase_is_taken_apart() -> None:
    text = "Maran forest area of Gaya District of Bihar"
    phrase = parse(text, Span(0, len(text)))
    assert phrase.head is not None
    assert phrase.head.readings[-1] == "Maran"
    assert phrase.wide
    assert [holder.readings[-1] for holder in phrase.holders] == ["Gaya", "Bihar"]


def test_an_owner_is_a_holder_unless_the_whole_is_a_name(gazetteer: Gazetteer) -> None:
    assert resolve(gazetteer, "Cox's Bazar")[0].country == "BGD"
    [place] = resolve(gazetteer, "Beirut's southern suburbs")
    assert (place.country, place.precision) == ("LBN", "settlement")


def test_an_unknown_building_lies_in_the_town_named(gazetteer: Gazetteer) -> None:
    [place] = resolve(gazetteer, "Xyzzyqa hospital in Gaza City")
    assert (place.country, place.precision, place.kind) == ("PSE", "settlement", "hospital")
    assert place.name.startswith("Xyzzyqa")


def test_the_province_of_a_name_that_its_capital_bears_too_is_the_province(gazetteer: Gazetteer) -> None:
    text = "Jets struck a mill in the northern rebel-held province of Idlib on Monday."
    assert [p.precision for p in resolve(gazetteer, text, "province", "Idlib")] == ["province", "province"]


def test_the_city_is_not_the_one_a_monitor_is_based_in(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Aleppo, the London-based monitor said. Six died in the south of the city."
    assert resolve(gazetteer, text, "Aleppo", "London", "city")[2].name == "Aleppo"
