"""Which country a report is set in, and what it says of places: no nationality of those who came tells that."""

from __future__ import annotations

import re

import pytest

from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.mentions import resolve_places
from tacitus.resolve.places.phrase import phrase_of


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def places(gazetteer: Gazetteer, marked: str, **countries: float) -> list[PlaceValue]:
    """The values of the words in brackets, those in braces being the dateline."""
    text, spans, dateline = "", [], None
    for at, piece in enumerate(re.split(r"[][{}]", marked)):
        if at % 2:
            span = Span(len(text), len(text) + len(piece))
            dateline = span if f"{{{piece}}}" in marked else dateline
            spans += [] if span == dateline else [span]
        text += piece
    found = resolve_places(text, spans, countries=countries, gazetteer=gazetteer, dateline=dateline)
    return [found[span] for span in spans]


def test_a_compass_point_is_no_province_of_another_land(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "Gunmen shot four at [Zzorvel] in South Garo Hills District of Meghalaya on Monday.")
    assert (place.country, place.admin1) == ("IND", "Meghalaya")


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("Rebels killed nine in the village of [Santillana], in Peru's Huanta province, on Saturday.", "PER"),
        ("Raiders burned huts at [Zzorvel], in Kenya’s Turkana county, on Monday.", "KEN"),
    ],
)
def test_a_land_with_its_own_province_holds_a_place(gazetteer: Gazetteer, marked: str, country: str) -> None:
    [place] = places(gazetteer, marked)
    assert place.country == country and place.admin1


def test_an_owner_in_a_name_is_none(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "Two men drowned at [Zzorvel], in Cox's Bazar district, on Monday.")
    assert (place.country, place.precision) == ("BGD", "district")


def test_a_small_town_that_a_report_is_dated_from_tells_its_land(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "{WABAG} - Two clans fought at [Akom] and 13 men lost their lives, a leader said.")
    assert (place.name, place.country) == ("Akom", "PNG")
    [place] = places(gazetteer, "{GENEVA} - Gunmen looted a store at [Malakal], a relief group said.")
    assert place.country == "SSD"


def test_a_sea_between_lands_is_in_none(gazetteer: Gazetteer) -> None:
    [place, *_] = places(gazetteer, "Boats of [Iran] seized a tanker in the [Strait of Hormuz] near [Qeshm].")[1:]
    assert (place.name, place.country) == ("Strait of Hormuz", None)
    assert place.lat == pytest.approx(26.6, abs=0.3)


def test_who_came_there_does_not_tell_the_land_of_an_unknown_place(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "An Uzbek trader was seized at [Xyzzyqa] on Monday.", UZB=1.0)
    assert place == PlaceValue("Xyzzyqa")
    [place] = places(gazetteer, "In Uzbekistan a trader was seized at [Xyzzyqa] on Monday.", UZB=1.0)
    assert place.country == "UZB"
    [_, place] = places(gazetteer, "An Uzbek trader was seized near [Namangan]. Police searched [Xyzzyqa].", UZB=1.0)
    assert place.country == "UZB"


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("A curfew was extended to [Moyamba] on Monday. A Fijian aid pilot called it calm.", "SLE"),
        ("A pillion rider shot the mayor of [Puerto Wilches] in front of an American priest.", "COL"),
        ("Some Bulgarian sappers were called to [Orzysz] after a mine was found.", "POL"),
    ],
)
def test_a_name_of_one_land_is_in_it_whoever_came(gazetteer: Gazetteer, marked: str, country: str) -> None:
    [place] = places(gazetteer, marked)
    assert place.country == country


def test_a_capital_holds_no_village(gazetteer: Gazetteer) -> None:
    told = places(gazetteer, "Officials in [Islamabad] spoke of [Peshawar]. In [Quetta] and at [Zzorvel] shops shut.")
    assert told[-1].admin1 == "Balochistan"
    told = places(gazetteer, "[Pakistan] sent men. In [Islamabad] envoys met and at [Zzorvel] two died.", PAK=1.0)
    assert told[-1].admin1 is None


def test_another_paragraph_tells_no_province_where_places_lie_far_apart(gazetteer: Gazetteer) -> None:
    text = "In Kenya, raids were told from [Kisumu] and [Garissa].{}Men shot at a bus near [Zzorvel]."
    assert places(gazetteer, text.replace("{}", " "), KEN=1.0)[-1].admin1 is not None
    assert places(gazetteer, text.replace("{}", "\n\n"), KEN=1.0)[-1].admin1 is None


@pytest.mark.parametrize(
    "marked",
    [
        "People of [Baidoa] in [Somalia] buried the dead of a blast in the [Hawl Zzadaag quarter] on Monday.",
        "Clashes shook [Baidoa], a town in [Somalia], on Monday. Two died in the [Zzorvel] neighbourhood.",
    ],
)
def test_a_quarter_lies_in_the_town_told(gazetteer: Gazetteer, marked: str) -> None:
    *_, place = places(gazetteer, marked)
    assert (place.admin1, place.precision) == ("Bay", "settlement")
    assert place.lat == pytest.approx(3.11, abs=0.02)


def test_the_word_capital_alone_is_no_capital_region() -> None:
    assert phrase_of("CAPITAL").head is None


def test_what_and_joins_is_beside_a_district(gazetteer: Gazetteer) -> None:
    place, _ = places(gazetteer, "In Pakistan men were held in [Zzrangi] and [Korangi] on Monday.")
    assert (place.admin1, place.admin2) == ("Sindh", None)


def test_a_local_government_area_is_a_district(gazetteer: Gazetteer) -> None:
    place, area, _ = places(gazetteer, "Five died at [Zzcheri] in [Tsafe local government] area of [Zamfara State].")
    assert (place.admin2, area.name, area.precision) == ("Tsafe", "Tsafe", "district")
    assert phrase_of("Government").head is None


def test_a_river_is_no_town(gazetteer: Gazetteer) -> None:
    town, river = places(gazetteer, "Officials in [Nova] Kakhovka, across the [Dnipro], said two died in Ukraine.")
    assert (town.name, town.admin1) == ("Nova Kakhovka", "Kherson")
    assert (river.name, river.admin1) == ("Dnipro", "Kherson")


def test_the_capital_of_a_list_is_one_of_it(gazetteer: Gazetteer) -> None:
    capital, *_ = places(gazetteer, "A curfew was set from 8pm in the [capital], [Kindia] and [Labe], in [Guinea].")
    assert capital.name == "Conakry"
    capital, _ = places(gazetteer, "A curfew was set from 8pm in the [capital], [Conakry], on Monday.")
    assert capital.name == "Conakry"


def test_a_capital_holds_what_is_called_a_district(gazetteer: Gazetteer) -> None:
    *_, place = places(gazetteer, "In [Santiago], Chile, towers fell. The [Zzdahuel district] went dark.")
    assert place.admin1 == "Santiago Metropolitan"


def test_plains_of_a_compass_point_are_no_province(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "The [South Plains] lie far from anywhere.")
    assert place.country != "CMR"
