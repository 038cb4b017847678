"""Nested places of invented reports: chains of containment, spans cut badly, and what the report adds."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tacitus.records.markup import Markup, Mention
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.places.chain import Link, holders, mended, shared_kind
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.lands import main_country
from tacitus.resolve.places.mentions import resolve_places
from tacitus.resolve.places.parties import named_within
from tacitus.resolve.places.phrase import phrase_of
from tacitus.resolve.resolve import Tables, resolve


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def places(gazetteer: Gazetteer, text: str, *names: str, **countries: float) -> list[PlaceValue | None]:
    spans = [at(text, name) for name in names]
    found = resolve_places(text, spans, countries=countries, gazetteer=gazetteer)
    return [found.get(span) for span in spans]


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("Zarqabad", "Zarqabad village"),
        ("arqaba", "Zarqabad village"),
        ("Teshkan mandal (", "Teshkan mandal"),
        (", Idlib and", "Idlib"),
        ("Homs\n\nDAMASCUS", "Homs"),
        ("Al-", "Al-Bab"),
        (", ", ""),
        ("Podile", "P. Podile"),
        ("Tarqa held", "Tarqa"),
    ],
)
def test_a_span_is_mended(marked: str, whole: str) -> None:
    text = "At Zarqabad village, Teshkan mandal (unit), Idlib and Al-Bab. P. Podile, Tarqa held by, Homs\n\nDAMASCUS"
    assert mended(text, at(text, marked)).of(text) == whole


def test_a_court_is_no_district() -> None:
    text = "A judge of the Kunduz District Court and the Homs city council met."
    assert mended(text, at(text, "Kunduz")).of(text) == "Kunduz"
    assert mended(text, at(text, "Homs")).of(text) == "Homs"


def test_holders_run_from_the_nearest_to_the_widest() -> None:
    text = "at Zarqabad under Lomar Police Station limits in Teshkan mandal of Gaya District of Bihar on Monday"
    found = list(holders(text, at(text, "Zarqabad").end))
    assert [link.words for link in found][-2:] == ["Gaya District", "Bihar"]
    assert found[1:3] == [Link("Teshkan mandal", True), Link("Gaya District", True)]


def test_holders_end_with_the_sentence_and_leave_dates() -> None:
    text = "in Zarqabad in Gaya District. Four men fled. Clashes in Lomar in April."
    assert [link.words for link in holders(text, at(text, "Zarqabad").end)] == ["Gaya District"]
    assert list(holders(text, at(text, "Lomar").end)) == []


def test_what_and_joins_shares_the_kind_and_the_district() -> None:
    text = "at Zarqabad and Lomar villages under Teshkan and Podile mandals in Gaya District"
    end = at(text, "Zarqabad").end
    assert shared_kind(text, end) == "villages"
    assert [(link.words, link.certain) for link in holders(text, end)] == [("Teshkan", False), ("Gaya District", True)]


def test_an_unknown_village_lies_in_the_nearest_container_known(gazetteer: Gazetteer) -> None:
    text = "Rebels shot a man at Zzarqvad village in Qqeshkan mandal of Gaya District of Bihar."
    village, mandal, district = places(gazetteer, text, "Zzarqvad village", "Qqeshkan mandal", "Gaya District")
    assert village and mandal and district
    assert (village.name, village.country, village.admin1) == ("Zzarqvad", "IND", "Bihar")
    assert village.precision == "district"
    assert (village.lat, mandal.lat) == (district.lat, district.lat)


def test_a_namesake_outside_the_container_is_not_meant(gazetteer: Gazetteer) -> None:
    text = "Gunmen fired near Sultanpur village in Kurnool District. The Kurnool police came."
    [place] = places(gazetteer, text, "Sultanpur village")
    assert place and (place.admin1, place.precision) == ("Andhra Pradesh", "district")


def test_a_little_known_namesake_abroad_is_not_meant(gazetteer: Gazetteer) -> None:
    text = "In India the police arrested a courier near Bodu village and took two weapons."
    [place] = places(gazetteer, text, "Bodu village", IND=1.0)
    assert place and (place.name, place.country) == ("Bodu", "IND")


def test_a_capital_abroad_may_be_meant(gazetteer: Gazetteer) -> None:
    text = "The Afghan government and its rivals met in Doha."
    [place] = places(gazetteer, text, "Doha", AFG=1.0)
    assert place and place.country == "QAT"


def test_the_city_is_the_one_named_last(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Taiz in Yemen on Friday. People fled the city, and another city took them in."
    [place, again] = places(gazetteer, text, "Taiz", "city,")
    assert place == again
    start = text.index("city took")
    other = Span(start, start + 4)
    assert other not in resolve_places(text, [at(text, "Taiz"), other], countries={}, gazetteer=gazetteer)


def test_a_people_before_the_kind_word_is_not_the_place(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "A base near the Syrian city of Homs was hit.", "Syrian city of Homs")
    assert place and (place.admin1, place.precision) == ("Homs", "settlement")


@pytest.mark.parametrize(
    ("text", "marked", "admin1", "precision"),
    [
        (
            "a Druze-majority Syrian city of Suwayda",
            "Druze-majority Syrian city of Suwayda",
            "As-Suwayda",
            "settlement",
        ),
        ("the rebel-held southern town of Nawa", "-held southern town of", "Daraa", "settlement"),
        ("rebel-held Daraa province", "-held Daraa province", "Daraa", "province"),
        ("the Daraa suburb of Nasib", "Daraa suburb of", "Daraa", "settlement"),
        ("the Daraa province village of Xuqqur", "Daraa province village of Xuqqur", "Daraa", "province"),
        ("all over Syrias southern province of Daraa", "Syrias southern province of Daraa", "Daraa", "province"),
    ],
)
def test_what_describes_a_town_is_not_its_name(
    gazetteer: Gazetteer, text: str, marked: str, admin1: str, precision: str
) -> None:
    [place] = places(gazetteer, f"Shots rang out at noon in {text}.", marked, SYR=1.0)
    assert place and (place.country, place.admin1, place.precision) == ("SYR", admin1, precision)
    assert not re.search("majority|held|southern|[Ss]yria|suburb", place.name or "")


def test_a_quarter_keeps_its_name_before_that_of_its_town(gazetteer: Gazetteer) -> None:
    text = "A clinic in the Midan neighbourhood of Damascus was shelled."
    [place] = places(gazetteer, text, "Midan neighbourhood", SYR=1.0)
    assert place and (place.name, place.admin1, place.precision) == ("Midan", "Dimashq", "settlement")


def test_a_district_in_no_province_is_the_province_of_that_sound_where_one_is_told(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "Two carts burned in Hasakeh province.", "Hasakeh province", SYR=1.0)
    assert place and (place.admin1, place.precision) == ("Al-Hasakah", "province")


def test_a_district_before_of_keeps_its_name(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "A mine was found in Gaya district of Bihar.", "Gaya district of Bihar")
    assert place and (place.admin2, place.precision) == ("Gayā", "district")


def test_a_quarter_lies_in_the_city_that_is_described_behind_it(gazetteer: Gazetteer) -> None:
    text = "They were held in Xuqqur Bagh locality of the capital Lucknow. Ram is of Bhind District in Madhya Pradesh."
    [place, _] = places(gazetteer, text, "Xuqqur Bagh locality", "Bhind District", IND=1.0)
    assert place and (place.admin1, place.precision) == ("Uttar Pradesh", "settlement")


def test_a_town_is_a_holder_however_it_is_described() -> None:
    assert list(holders(" of the northern Syrian city of Aleppo, they said", 0)) == [Link("city of Aleppo", True)]


def test_a_police_station_ends_before_its_district(gazetteer: Gazetteer) -> None:
    assert [link.words for link in holders(" under Zuia Police Station of Gaya District.", 0)] == [
        "Zuia Police Station",
        "Gaya District",
    ]


def test_a_district_of_a_town_is_not_a_district_abroad_that_sounds_like_it(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "Two carts burned in Dehri District.", "Dehri District", IND=1.0)
    assert place and (place.country, place.admin1, place.precision) == ("IND", "Bihar", "district")


def test_a_district_does_not_speak_for_its_own_country(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "In Syria snow lay on the Faiha district, medics said.", "Faiha district", SYR=1.0)
    assert place and place.country == "SYR"


def test_a_village_near_a_border_is_the_one_just_named(gazetteer: Gazetteer) -> None:
    text = "Snow cut off Xoltipur village in the Bahraich District. The village near the Nepal border is cold."
    named, border = at(text, "Xoltipur village"), at(text, "Nepal border")
    again = Span(text.index("village near"), text.index(" near"))
    spans = [named, at(text, "Bahraich District"), again, border]
    found = resolve_places(text, spans, countries={"IND": 1.0}, gazetteer=gazetteer)
    assert found[again] == found[named]


def test_a_name_cut_in_two_is_whole(gazetteer: Gazetteer) -> None:
    [place] = places(gazetteer, "They came from Andhra Pradesh by night.", "Andhra")
    assert place and (place.name, place.precision) == ("Andhra Pradesh", "province")


def test_the_dateline_is_a_weak_container_and_a_place_only_if_known(gazetteer: Gazetteer) -> None:
    text = "ZZARQVAD, Kenya - Raiders burnt a shop.\n"
    found = resolve_places(text, [], countries={}, gazetteer=gazetteer, dateline=at(text, "ZZARQVAD"))
    assert found == {}
    text = "HYDERABAD - Raiders burnt a shop in Karachi.\n"
    dateline = at(text, "HYDERABAD")
    found = resolve_places(text, [at(text, "Karachi")], countries={}, gazetteer=gazetteer, dateline=dateline)
    assert {place.country for place in found.values()} == {"PAK"}


def test_places_in_the_names_of_parties(gazetteer: Gazetteer) -> None:
    text = "The Kandahar police and the Turkish army left; He of the University stayed."
    assert [span.of(text) for span in named_within(text, [Span(0, len(text))], gazetteer)] == ["Kandahar", "Turkish"]


def test_the_main_country_needs_no_rival() -> None:
    yemen, oman = PlaceValue("Taiz", country="YEM"), PlaceValue("Muscat", country="OMN")
    assert main_country([yemen, yemen, yemen, oman]) == "YEM"
    assert main_country([yemen, oman]) is None
    assert main_country([PlaceValue("nowhere")]) is None


def test_a_bare_police_is_of_the_country_of_the_places() -> None:
    text = "Police shot a man in Zzarqvad village near Kunduz, and villagers of Islamic State fled."
    mentions = [
        Mention(at(text, "Police"), "actor", "police", 0.9),
        Mention(at(text, "Kunduz"), "place", None, 0.9),
        Mention(at(text, "Zzarqvad village"), "place", None, 0.9),
        Mention(at(text, "Islamic State"), "place", None, 0.9),
    ]
    report = Report("r1", text, published=date(2020, 5, 1))
    resolved, _ = resolve(report, Markup((), tuple(mentions), (), (), ()), Tables.open())
    assert resolved.actors[at(text, "Police")].country == "AFG"
    assert at(text, "Islamic State") not in resolved.places


def test_half_a_name_is_no_place() -> None:
    text = "Men were shot near the border of East and West Timor, and in North and South Kivu."
    spans = [at(text, words) for words in ("East", "West Timor", "North and South Kivu")]
    mentions = tuple(Mention(span, "place", None, 0.9) for span in spans)
    resolved, _ = resolve(Report("r1", text), Markup((), mentions, (), (), ()), Tables.open())
    assert list(resolved.places) == spans[1:]


def test_an_unknown_village_is_not_in_the_country_of_those_who_strike_it(gazetteer: Gazetteer) -> None:
    text = "American jets struck Zzarqvad in Syria, and the war in Syria goes on. Qqeshkan was hit too."
    found = places(gazetteer, text, "Syria", "Qqeshkan", USA=3.0)
    assert found[1] is None or found[1].country != "USA"


def test_an_unknown_gate_is_not_in_a_country_that_the_report_does_not_name(gazetteer: Gazetteer) -> None:
    text = "A mortar round hit the Bab al-Nasr area of Old Homs on Monday, a baker in Syria said."
    gate, *_ = places(gazetteer, text, "Bab al-Nasr area", "Old Homs", "Syria")
    assert gate is not None and gate.country in (None, "SYR")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Homs central Syria", "Homs"), ("Damascus Aleppo", "Damascus"), ("Aleppo Homs", "Aleppo"),
        ("Deir al-Zor Syrias", "Deir ez-Zor"), ("Syrias capital", "Damascus"), ("Aleppos western outskirts", "Aleppo"),
        ("Syrias third city of Homs", "Homs"), ("Zzarqat east of Homs", "Zzarqat"), ("Kafr Zzarqat", "Kafr Zzarqat"),
    ],
)  # fmt: skip
def test_names_that_run_on_without_commas_and_apostrophes(gazetteer: Gazetteer, words: str, name: str) -> None:
    (found,) = places(gazetteer, f"In Syria shells fell on {words} on Monday.", words, SYR=1.0)
    assert found and (found.name, found.country) == (name, "SYR")


def test_what_lies_in_a_direction_from_a_town_is_only_near_it(gazetteer: Gazetteer) -> None:
    (found,) = places(gazetteer, "Shells fell on the countryside south of Idlib, Syria.", "countryside south of Idlib")
    assert found and (found.name, found.precision) == ("Idlib", "district")


def test_a_holder_that_has_lost_its_apostrophe_still_holds(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Syrias Idlib province, Nigerias Zarqabad village and Homs Zarqat."
    idlib, village, plain = places(gazetteer, text, "Syrias Idlib province", "Nigerias Zarqabad village", "Homs Zarqat")
    assert idlib and (idlib.name, idlib.precision, idlib.country) == ("Idlib", "province", "SYR")
    assert village and village.name.endswith("Zarqabad village") and village.country == "NGA"
    assert plain is None or plain.country != "NGA"
    told, lost = (
        places(gazetteer, f"Shells fell on {w} Zarqat district.", f"{w} Zarqat district") for w in ("Idlib's", "Idlibs")
    )
    assert told[0] and lost[0] and told[0].admin1 == lost[0].admin1 == "Idlib"


def test_the_head_of_an_item_holds_what_it_names(gazetteer: Gazetteer) -> None:
    text = "GHAZNI - Guards fled.\n\nNANGARHAR - A mill burned in Khogyani.\n\nKUNDUZ - Men came from Pakistan."
    village, land = places(gazetteer, text, "Khogyani", "Pakistan", AFG=1.0)
    assert village and land and (village.admin1, land.country) == ("Nangarhar", "PAK")
    (village,) = places(gazetteer, "NANGARHAR - A mill burned in Khogyani.", "Khogyani", AFG=1.0)
    assert village and village.admin1  # a lone head is a dateline


def test_a_name_that_nobody_knows_is_one_place_throughout(gazetteer: Gazetteer) -> None:
    text = "In Aleppo Zarqabad burned. Aides met near Zarqabad. In Homs nobody but a ferryman had heard of Zarqabad."
    spans = [Span(m.start(), m.end()) for m in re.finditer("Zarqabad|Aleppo|Homs", text)]
    found = resolve_places(text, spans, countries={"SYR": 1.0}, gazetteer=gazetteer)
    assert {found[s].admin1 for s in spans if s.of(text) == "Zarqabad"} == {"Aleppo"}


def test_the_gulf_is_a_sea_and_no_county(gazetteer: Gazetteer) -> None:
    (sea,) = places(gazetteer, "A drone hit an American tanker in the Gulf, the owners said.", "Gulf", USA=1.0)
    assert sea and (sea.name, sea.country) == ("Persian Gulf", None)
    other, again = "Gulf of Guinea", " Gulf,"
    text = "Pirates of the Gulf of Guinea rob ships. Two were held in the Gulf, owners said."
    spans = [at(text, other), Span(text.index(again) + 1, text.index(again) + 5)]
    found = resolve_places(text, spans, countries={}, gazetteer=gazetteer)
    assert {value.name for value in found.values()} == {other}


def test_a_land_without_people_is_not_meant_before_a_town(gazetteer: Gazetteer) -> None:
    (town,) = places(gazetteer, "Vandals wrecked a temple in Palmyra.", "Palmyra")
    assert town and town.kind == "settlement"


def test_a_direction_behind_a_name_is_no_part_of_it() -> None:
    assert phrase_of("Zaria east of").head == phrase_of("Zaria").head == phrase_of("Zaria south-east").head


@pytest.mark.parametrize(
    ("words", "name", "holders"),
    [
        ("Atlantic coastal city of Zaria", "Zaria", []),
        ("Lom Shiite suburb of Zaria", "Zaria", ["Lom"]),
        ("Lom District of Zaria", "Lom District", ["Zaria"]),
    ],
)
def test_what_a_town_is_like_is_not_its_name(words: str, name: str, holders: list[str]) -> None:
    phrase = phrase_of(words)
    assert phrase.head is not None and phrase.head.readings[0] == name
    assert [holder.readings[0] for holder in phrase.holders] == holders


def test_what_is_told_as_several_takes_up_no_single_town(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Taiz and on Ibb in Yemen. People fled the two towns, and then the town."
    spans = [Span(at, at + len(w)) for w in ("Taiz", "Ibb", "Yemen", "towns") for at in [text.index(w)]]
    found = resolve_places(text, spans, countries={"YEM": 1.0}, gazetteer=gazetteer)
    assert spans[-1] not in found
