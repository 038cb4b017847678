"""Namesakes and unknown names: what is told in the same breath says which place is meant, or where it lies."""

from __future__ import annotations

import pytest

from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.mentions import resolve_places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def last(gazetteer: Gazetteer, text: str, *names: str, land: str) -> PlaceValue:
    """The value of the last of the names, all of which are place mentions."""
    spans = [Span(at, at + len(name)) for name in names for at in [text.index(name)]]
    return resolve_places(text, spans, countries={land: 1.0}, gazetteer=gazetteer)[spans[-1]]


def test_a_namesake_in_the_province_told_is_meant(gazetteer: Gazetteer) -> None:
    text = "The governor of the Belgorod region said that shells fell on Belgorod and on the village of Oktyabrsky."
    found = last(gazetteer, text, "Belgorod region", "Belgorod", "Oktyabrsky", land="RUS")
    assert (found.admin1, found.precision) == ("Belgorod Oblast", "settlement")
    found = last(gazetteer, "Men were held in the town of Oktyabrsky.", "Oktyabrsky", land="RUS")
    assert found.admin1 != "Belgorod Oblast"


def test_a_hamlet_spelled_alike_far_from_all_that_is_told_is_not_meant(gazetteer: Gazetteer) -> None:
    text = "Riders came to villages near Kutum in North Darfur State. They burned Abu Delek. Khartoum denied it."
    found = last(gazetteer, text, "Kutum", "North Darfur State", "Khartoum", "Abu Delek", land="SDN")
    assert (found.admin1, found.precision) == ("Northern Darfur", "province")


def test_a_guess_is_not_looked_for_abroad(gazetteer: Gazetteer) -> None:
    text = "Shots were heard in Ilidza. A sniper fired at the Dobrinja district. He flew to Zagreb in Croatia."
    found = last(gazetteer, text, "Ilidza", "Zagreb", "Dobrinja district", land="BIH")
    assert (found.country, found.precision) == ("BIH", "province")


def test_a_town_far_from_the_capital_of_the_dateline_is_found(gazetteer: Gazetteer) -> None:
    text = "LUANDA - The rebels said that they had taken the town of Munhango on the railway."
    found = last(gazetteer, text, "LUANDA", "Munhango", land="AGO")
    assert (found.admin1, found.precision) == ("B\u00ede", "settlement")


def test_a_land_that_nobody_knows_is_not_in_what_a_later_sentence_tells(gazetteer: Gazetteer) -> None:
    text = "Men were killed near Oran." + 40 * " Nobody said more."
    text += " It is blamed for the raids in the Zzitija plain. On Monday men were killed in the Ain Defla region."
    assert last(gazetteer, text, "Oran", "Ain Defla region", "Zzitija plain", land="DZA").lat is None


def test_a_zone_of_the_capital(gazetteer: Gazetteer) -> None:
    text = "Two men were shot in Nassiriya. In the capital, police fired at a crowd by the Green Zone."
    assert last(gazetteer, text, "Nassiriya", "Green Zone", land="IRQ").admin1 == "Baghdad"
    text = "Two men were shot in Nassiriya. Police fired at a crowd by the Green Zone."
    assert last(gazetteer, text, "Nassiriya", "Green Zone", land="IRQ").admin1 == "Dhi Qar"


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Men fought in Basra. Three were shot in the capital.", "Baghdad"),
        ("Men fought in Basra. Three were shot in the capital of the province.", None),
        ("Men fought in Basra, far from the capital.", None),
    ],
)
def test_the_capital_of_the_land_told(text: str, land: str | None, gazetteer: Gazetteer) -> None:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in ("Basra", "the capital")]
    found = resolve_places(text, spans, countries={"IRQ": 1.0}, gazetteer=gazetteer).get(spans[1])
    assert (found.name if found else None) == land


def test_the_words_say_which_province_a_village_by_a_border_is_in(gazetteer: Gazetteer) -> None:
    text = "They overran a post in the hamlet of San Fernando in northern Morazan province."
    found = last(gazetteer, text, "Morazan province", "San Fernando", land="SLV")
    assert (found.admin1, found.precision) == ("Moraz\u00e1n", "settlement")


@pytest.mark.parametrize(
    ("words", "land", "admin1"),
    [
        ("Kyiv region", "UKR", "Kiev"), ("Moscow region", "RUS", "Moscow Oblast"), ("Minsk region", "BLR", "Minsk"),
        ("Moscow", "RUS", "Moscow"), ("Baghdad province", "IRQ", "Baghdad"),
    ],
)  # fmt: skip
def test_the_land_around_a_city_is_not_the_city(words: str, land: str, admin1: str, gazetteer: Gazetteer) -> None:
    assert last(gazetteer, f"Drones were seen over {words}.", words, land=land).admin1 == admin1


def test_what_and_joins_behind_a_name_is_beside_it(gazetteer: Gazetteer) -> None:
    text = "Police in Nairobi shot five men in the Zzathare slum and three in Kisumu."
    assert last(gazetteer, text, "Nairobi", "Kisumu", "Zzathare slum", land="KEN").admin1 == "Nairobi County"


def test_the_quarter_of_a_people_lies_in_no_town_of_its_country(gazetteer: Gazetteer) -> None:
    assert last(gazetteer, "Men were shot in the Uzbek quarter of Osh.", "Osh", land="UZB").country == "KGZ"


def test_a_village_spelled_otherwise_is_the_one_that_sounds_so_beside_the_town_told(gazetteer: Gazetteer) -> None:
    found = last(gazetteer, "Shells fell on Idlib and on Kefraya.", "Idlib", "Kefraya", land="SYR")
    assert (found.name, found.admin1, found.precision) == ("Kafriya", "Idlib", "settlement")
    found = last(gazetteer, "Men of Talbisseh in Homs province were held.", "Talbisseh", land="SYR")
    assert (found.admin1, found.precision) == ("Homs", "settlement")


def test_a_hamlet_far_off_with_the_very_name_is_not_meant_where_one_beside_sounds_so(gazetteer: Gazetteer) -> None:
    found = last(gazetteer, "Shells fell on Idlib and on Kafraya.", "Idlib", "Kafraya", land="SYR")
    assert (found.name, found.admin1) == ("Kafriya", "Idlib")
    found = last(gazetteer, "Shells fell on Homs and on Kafraya.", "Homs", "Kafraya", land="SYR")
    assert (found.name, found.admin1) == ("Kafraya", "Homs")


def test_a_quarter_is_no_village_that_sounds_so_far_from_its_town(gazetteer: Gazetteer) -> None:
    text = "A bomb went off in the Salihiah neighbourhood of Hasakeh city."
    found = last(gazetteer, text, "Hasakeh city", "Salihiah neighbourhood", land="SYR")
    assert (found.lat, found.lon) == (36.50237, 40.74772)
    text = "A bomb went off in the Hamdaniyeh neighbourhood of Aleppo."
    assert last(gazetteer, text, "Aleppo", "Hamdaniyeh neighbourhood", land="SYR").name == "Al-Hamdaniyah"


def test_a_name_means_one_place_however_it_is_found(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Idlib and on Kefraya. " + 9 * "Nobody said more of it. " + "Talks went on. Kefraya is small."
    spans = [Span(at, at + 7) for at in (text.index("Kefraya"), text.rindex("Kefraya"))]
    where = [Span(text.index("Idlib"), text.index("Idlib") + 5)]
    found = resolve_places(text, [*where, *spans], countries={"SYR": 1.0}, gazetteer=gazetteer)
    assert found[spans[0]].gazetteer_id == found[spans[1]].gazetteer_id


def test_a_city_abroad_is_no_quarter_of_the_town_told(gazetteer: Gazetteer) -> None:
    text = "Iraqi envoys came. In Aleppo in Syria a shell fell on the al-Sulaymaniyah neighborhood."
    found = last(gazetteer, text, "Aleppo", "Syria", "al-Sulaymaniyah neighborhood", land="SYR")
    assert (found.country, found.admin1) == ("SYR", "Aleppo")
    text = "In Idlib in Syria a shell fell. Another fell on the suburbs of Damascus."
    assert last(gazetteer, text, "Idlib", "Syria", "suburbs of Damascus", land="SYR").admin1 == "Dimashq"
    text = "Shells fell on Aleppo in Syria. They hit the neighborhoods of Furqan and Harl."
    assert last(gazetteer, text, "Aleppo", "Syria", "Furqan", land="SYR").country == "SYR"


def test_a_township_may_be_a_district_and_is_no_hamlet(gazetteer: Gazetteer) -> None:
    text = "Soldiers shot villagers in Maungdaw township in Rakhine State, Myanmar."
    found = last(gazetteer, text, "Rakhine State", "Myanmar", "Maungdaw township", land="MMR")
    assert (found.admin1, found.precision) == ("Rakhine", "district")
    found = last(gazetteer, "Soldiers shot villagers in Maungdaw township.", "Maungdaw township", land="MMR")
    assert found.admin1 == "Rakhine"
    text = "Police fired at a crowd in Alexandra township near Johannesburg."
    assert last(gazetteer, text, "Johannesburg", "Alexandra township", land="ZAF").precision == "settlement"


def test_a_district_of_that_very_name_is_no_village_that_sounds_so(gazetteer: Gazetteer) -> None:
    text = "Rebels shelled Salma near Latakia on Sunday. Troops won back the town of Kasab from them."
    found = last(gazetteer, text, "Salma", "Latakia", "Kasab", land="SYR")
    assert (found.admin1, found.admin2, found.precision) == ("Latakia", "Kasab", "district")


@pytest.mark.parametrize(
    ("text", "where", "border", "side"),
    [
        ("Men raided a mill near Maiduguri in Nigeria, by the {} border.", ("Maiduguri", "Nigeria"), "Cameroon", "NGA"),
        ("In Syria shells fell near the {} border.", ("Syria",), "Turkish", "SYR"),
        ("Syrian shells fell in Turkey. Two died in Kilis near the {} border.", ("Turkey", "Kilis"), "Syrian", "TUR"),
        ("Hawaii sent a wreath to Syria for the pilot shot down at the {} border.", ("Hawaii",), "Syrian", "SYR"),
    ],
)
def test_near_the_border_of_a_land_is_on_this_side_of_it(
    gazetteer: Gazetteer, text: str, where: tuple[str, ...], border: str, side: str
) -> None:
    land = "USA" if where[0] == "Hawaii" else side
    assert last(gazetteer, text.format(border), *where, f"{border} border", land=land).country == side
