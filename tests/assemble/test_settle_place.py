"""The place of one event among several claims."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tacitus.assemble.setting.homes import without_origins
from tacitus.assemble.settle import settle
from tacitus.records.event import Claim
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue, TollValue, Value

COUNTRY = PlaceValue("Yemen", "country", "YEM", lat=15.5, lon=47.5, precision="country")
PROVINCE = PlaceValue("Ta'izz", "province", "YEM", "Ta'izz", lat=13.5, lon=44.0, precision="province")
TOWN = PlaceValue("Taiz", "settlement", "YEM", "Ta'izz", lat=13.6, lon=44.0, precision="settlement", gazetteer_id="g:1")
OTHER = PlaceValue("Muscat", "settlement", "OMN", lat=23.6, lon=58.5, precision="settlement", gazetteer_id="g:2")


def place_of(*claims: tuple[PlaceValue, float]) -> Value:
    made = [
        Claim(str(n), "place", value, Span(n, n + 1), None, "asserted", sure) for n, (value, sure) in enumerate(claims)
    ]
    [settled] = settle(made, "x" * len(made))
    [value] = settled.values
    return value


def test_the_finest_of_those_that_agree() -> None:
    assert place_of((COUNTRY, 0.9), (TOWN, 0.5), (PROVINCE, 0.8)) == TOWN


def test_the_surest_where_they_do_not_agree() -> None:
    assert place_of((OTHER, 0.5), (PROVINCE, 0.9)) == PROVINCE
    assert place_of((OTHER, 0.9), (TOWN, 0.5)) == OTHER


def test_a_village_known_by_its_district_goes_before_the_district() -> None:
    district = PlaceValue("Maqbanah", "district", "YEM", "Ta'izz", "Maqbanah", 13.6, 43.6, "district")
    village = PlaceValue("Zarq", "village", "YEM", "Ta'izz", "Maqbanah", 13.6, 43.6, "district")
    assert place_of((district, 0.9), (village, 0.6)) == village


def test_a_small_district_may_lie_in_a_larger_one() -> None:
    large = PlaceValue("Large", "district", "IND", "Bihar", "Large", 24.7, 84.9, "district")
    small = PlaceValue("Zarq", "settlement", "IND", "Bihar", "Small", 24.9, 84.5, "settlement", "g:3")
    far = PlaceValue("Zarq", "settlement", "IND", "Bihar", "Far", 26.9, 84.5, "settlement", "g:4")
    assert place_of((large, 0.9), (small, 0.6)) == small
    assert place_of((large, 0.9), (far, 0.6)) == large


def test_a_place_without_a_point_is_the_last_choice() -> None:
    assert place_of((PlaceValue("nowhere"), 0.9), (COUNTRY, 0.3)) == COUNTRY
    assert place_of((PlaceValue("nowhere"), 0.9)) == PlaceValue("nowhere")


def placed(text: str, *places: tuple[str, PlaceValue]) -> Value:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name, _ in places]
    made = [
        Claim(str(n), "place", value, span, None, "asserted", 0.9)
        for n, ((_, value), span) in enumerate(zip(places, spans, strict=True))
    ]
    [value] = settle(made, text)[0].values
    return value


def test_what_happened_near_a_town_is_no_finer_than_its_district() -> None:
    for words in (
        "outside Taiz",
        "northwest of Taiz",
        "near the besieged city of Taiz",
        "near the eastern Yemeni city of Taiz",
    ):
        assert placed(f"Shells fell {words}.", ("Taiz", TOWN)) == replace(TOWN, precision="district")
    assert placed("Shells fell near a mill in Taiz.", ("Taiz", TOWN)) == TOWN


def test_a_village_that_nobody_knows_lies_by_the_town_it_is_near() -> None:
    village = PlaceValue("Zarq", "village", "YEM", "Ta'izz", lat=13.5, lon=44.0, precision="province")
    for nowhere in (village, PlaceValue("Zarq", "village")):
        found = placed("Shells fell on Zarq, outside Taiz.", ("Zarq", nowhere), ("Taiz", TOWN))
        assert found == replace(TOWN, name="Zarq", kind="village", precision="district")
    assert placed("Zarq is near Taiz, where shells fell.", ("Zarq", village), ("Taiz", TOWN)) == TOWN


def test_an_area_with_a_name_goes_before_the_town_it_is_near() -> None:
    area = PlaceValue("Zarq Oasis", None, "YEM", "Lahij", "Zarq", 13.4, 44.2, "district", "g:5")
    text = "Jets struck several towns near Taiz. Six died in Zarq Oasis."
    assert placed(text, ("Taiz", TOWN), ("Zarq Oasis", area)) == area
    close = replace(area, admin1=TOWN.admin1)  # known by the middle of its district alone: the town is nearer
    by_town = replace(TOWN, name="Zarq Oasis", kind=None, precision="district")
    assert placed(text, ("Taiz", TOWN), ("Zarq Oasis", close)) == by_town


def test_the_town_it_happened_in_goes_before_the_town_it_happened_near() -> None:
    text = "It went off outside Muscat, in Taiz."
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in ("Muscat", "Taiz")]
    near, within = (
        Claim(str(n), "place", value, span, None, "asserted", 0.9 - n / 10)
        for n, (value, span) in enumerate(zip((OTHER, TOWN), spans, strict=True))
    )
    assert settle([near, within], text)[0].values == (TOWN,)
    assert settle([near], text)[0].values == (replace(OTHER, precision="district"),)


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("Guns shelled villages around Taiz.", "Taiz", "district"),
        ("Guns shelled villages north of Taiz.", "of Taiz", "district"),
        ("Guns shelled villages in and around Taiz.", "Taiz", "settlement"),
    ],
)
def test_what_happened_around_a_town_is_no_finer_than_its_district(text: str, words: str, precision: str) -> None:
    value = placed(text, (words, TOWN))
    assert isinstance(value, PlaceValue) and value.precision == precision


def test_what_happened_near_a_village_by_a_town_is_put_by_the_village() -> None:
    village = PlaceValue("Zarq", None, "YEM", "Ta'izz", lat=13.5, lon=44.0, precision="province")
    value = placed("They fought near Zarq north of Taiz.", ("Zarq", village), ("Taiz", TOWN))
    assert isinstance(value, PlaceValue) and (value.name, value.precision) == ("Zarq", "district")


def test_the_town_that_means_its_province_is_not_where_it_was() -> None:
    seat = PlaceValue("Senn", "settlement", "YEM", "Senn", lat=14.6, lon=44.0, precision="settlement", gazetteer_id="s")
    town = PlaceValue("Harl", "town", "YEM", "Senn", lat=14.1, lon=44.0, precision="settlement", gazetteer_id="h")
    value = placed("Nine died outside the town of Harl in northern Senn.", ("Harl", town), ("Senn", seat))
    assert isinstance(value, PlaceValue) and value.name == "Harl"


def test_a_bare_name_is_the_province_that_is_told_beside_it_and_not_its_town() -> None:
    province, town = replace(PROVINCE, name="Taiz", admin1="Taiz"), replace(TOWN, admin1="Taiz")

    def found(text: str) -> Value:
        at = Span(text.rindex("Taiz"), text.rindex("Taiz") + 4)
        first = Claim(
            "1", "place", province, Span(text.index("Taiz prov"), text.index("Taiz prov") + 13), None, "asserted", 0.9
        )
        [value] = settle([first, Claim("2", "place", town, at, None, "asserted", 0.9)], text)[0].values
        return value

    assert province == found("Planes bombed Taiz province. The raids in Taiz killed two.")
    for told in ("the city of Taiz", "a mill near Taiz", "the bakers of Taiz"):
        assert found(f"Planes bombed Taiz province. They hit {told}.") in (town, replace(town, precision="district"))


def test_of_two_towns_side_by_side_neither_is_the_place_but_what_holds_both() -> None:
    harl, senn = (
        PlaceValue(name, "settlement", "YEM", "Ta'izz", lat=lat, lon=44.0, precision="settlement", gazetteer_id=name)
        for name, lat in (("Harl", 13.4), ("Senn", 13.8))
    )
    text = "Jets struck the towns of Harl and Senn, among 26 raids across the Ta'izz province."
    assert placed(text, ("Harl", harl), ("Senn", senn), ("Ta'izz", PROVINCE)) == PROVINCE
    namesake = replace(TOWN, name="Ta'izz")
    assert placed(text, ("Harl", harl), ("Senn", senn), ("Ta'izz", namesake)) == namesake
    # What is told apart is one place and another, and where nothing holds both the surest is the place.
    assert placed(text.replace(" and ", ", not "), ("Harl", harl), ("Senn", senn), ("Ta'izz", PROVINCE)) == harl
    assert placed(text, ("Harl", harl), ("Senn", senn)) == harl


def test_a_town_known_by_its_district_goes_before_the_town_it_is_near() -> None:
    harl = PlaceValue("Harl", "city", "YEM", "Ta'izz", "Harl", 13.4, 43.9, "district", "g:3")
    text = "Jets hit a mill in the city of Harl near the southwest provincial capital Taiz city."
    assert placed(text, ("Harl", harl), ("Taiz city", TOWN)) == harl
    district = replace(harl, kind="district")
    assert placed(text, ("Harl", district), ("Taiz city", TOWN)) == replace(TOWN, precision="district")


def test_a_village_that_is_told_surest_lies_by_the_town_that_is_told_beside_it() -> None:
    village = PlaceValue("Zarq", "village", "YEM", "Ta'izz", lat=13.5, lon=44.0, precision="province")
    assert place_of((TOWN, 0.4), (village, 0.8)) == replace(TOWN, name="Zarq", kind="village", precision="district")
    assert place_of((TOWN, 0.8), (village, 0.4)) == TOWN
    assert place_of((TOWN, 0.4), (replace(village, kind=None), 0.8)) == TOWN


@pytest.mark.parametrize(
    ("text", "admin1", "stays"),
    [
        ("A bomb hit a bus with people from the towns of Nawa and Harl outside Taiz.", "Aden", False),
        ("Most of those killed at Taiz were residents of Harl.", "Aden", False),
        ("A bomb hit Taiz, and another one Harl.", "Aden", True),
        ("A bomb hit a bus with people from the village of Harl outside Taiz.", "Ta'izz", True),  # it may lie there
    ],
)
def test_where_those_who_were_hit_came_from_is_not_where_it_was(text: str, admin1: str, stays: bool) -> None:
    home = PlaceValue("Harl", "village", "YEM", admin1, lat=13.0, lon=45.0, precision="settlement")
    claims = [
        Claim(name, "place", value, Span(text.index(name), text.index(name) + 4), None, "asserted", 0.8)
        for name, value in (("Harl", home), ("Taiz", TOWN))
    ]
    assert [c.id for c in without_origins(claims, text)] == (["Harl", "Taiz"] if stays else ["Taiz"])
    assert without_origins(claims[:1], text) == claims[:1]
    city = replace(claims[1], value=replace(TOWN, name=TOWN.admin1))  # it bears the name of its province
    assert [c.id for c in without_origins([claims[0], city], text)] == (["Harl", "Taiz"] if stays else ["Taiz"])
    province = replace(claims[0], id="province", value=replace(PROVINCE, name=admin1, admin1=admin1), span=Span(0, 1))
    assert [c.id for c in without_origins([*claims, province], text)][: 1 + stays] == ["Harl"] * stays + ["Taiz"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Attacks in Taiz, Nawa and Muscat killed 12.", "Taiz, Nawa and Muscat"),
        ("Attacks in Taiz, Nawa and in Muscat killed 12.", "Taiz, Nawa and Muscat"),
        ("A convoy on the road between Taiz and Muscat was hit; 12 died.", "Taiz"),
        ("An attack in Taiz killed 12; its men came from Nawa; Muscat mourned.", "Taiz"),
    ],
)
def test_the_dead_of_several_towns_are_of_none_of_them(text: str, name: str) -> None:
    nawa = replace(OTHER, name="Nawa", country="YEM", gazetteer_id="g:3")
    told = [("Taiz", TOWN, 0.9), ("Nawa", nawa, 0.7), ("Muscat", OTHER, 0.7)]
    claims = [
        Claim(words, "place", value, Span(text.index(words), text.index(words) + len(words)), None, "asserted", sure)
        for words, value, sure in told
        if words in text
    ]
    dead = Claim(
        "dead", "killed", TollValue(12, 12), Span(text.index("12"), text.index("12") + 2), None, "asserted", 0.9
    )
    found = {entry.field: entry.values[0] for entry in settle([*claims, dead], text)}
    assert isinstance(found["place"], PlaceValue) and found["place"].name == name
    assert (found["place"].lat is None) is (name != "Taiz")
    (alone,) = settle(claims, text)
    assert alone.values == (TOWN,)
