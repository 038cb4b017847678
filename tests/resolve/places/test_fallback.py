"""What the gazetteer lacks: the district named near it holds it, and no namesake at the other end of the country."""

from __future__ import annotations

import pytest

from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.mentions import resolve_places
from tacitus.resolve.places.parties import without_people
from tacitus.resolve.places.phrase import districts_of_offices, parse


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def place(gazetteer: Gazetteer, text: str, *names: str) -> PlaceValue:
    """The value of the last of the names, all of which are place mentions; the actors are of India."""
    spans = [at(text, name) for name in names]
    return resolve_places(text, spans, countries={"IND": 1.0}, gazetteer=gazetteer)[spans[-1]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shots rang in Sukma District. Two men fell near Zzorvel village.", ("Sukma District", "Zzorvel village")),
        ("Two men fell near Zzorvel village. Sukma Police said the shots came at dawn.", ("Zzorvel village",)),
        ("The Sukma District Police found a mine at Zzorvel.", ("Zzorvel",)),
        ("A mine lay in Zzorvel forests, Sukma SP Dev Tandi said.", ("Zzorvel forests",)),
        ("They were shot at village Zzorvel Pada, Sukma Superintendent of Police said.", ("village Zzorvel Pada",)),
        ("A bomb went off on the Zzorvel-Kuppzz road. Sukma Police defused another.", ("the Zzorvel-Kuppzz road",)),
        ("Four were held in Sukma Police District, at Zzorvel camp.", ("Sukma Police District", "Zzorvel camp")),
    ],
)  # fmt: skip
def test_an_unknown_place_lies_in_the_district_named_nearest(
    gazetteer: Gazetteer, text: str, names: tuple[str, ...]
) -> None:
    found = place(gazetteer, text, *names)
    assert (found.country, found.admin1, found.admin2, found.precision) == ("IND", "Chhattisgarh", "Sukma", "district")
    assert "Zzorvel" in found.name and not found.name.startswith("village")


def test_the_nearer_of_two_districts_holds_it_and_what_is_named_before_counts_more(gazetteer: Gazetteer) -> None:
    text = "Shops shut in Gaya District. In Jamui District a road was cut at Zzorvel. Nawada District was calm."
    spans = ("Gaya District", "Jamui District", "Nawada District", "Zzorvel")
    assert place(gazetteer, text, *spans).admin2 == "Jamui"


def test_a_village_is_no_city_of_that_name_elsewhere(gazetteer: Gazetteer) -> None:
    text = "Four men were held in Sheohar District. Police had raided Sultanpur village."
    found = place(gazetteer, text, "Sheohar District", "Sultanpur village")
    assert (found.name, found.admin1, found.precision) == ("Sultanpur", "Bihar", "district")


def test_the_district_named_says_which_province_a_village_by_the_border_is_in(gazetteer: Gazetteer) -> None:
    found = place(gazetteer, "He was shot by Konta village, Sukma District.", "Konta village")
    assert (found.admin1, found.admin2) == ("Chhattisgarh", "Sukma")


def test_a_mandal_far_from_the_seat_of_its_district_is_found(gazetteer: Gazetteer) -> None:
    found = place(gazetteer, "A jeep burnt at Zzorvel, Chintur mandal, Khammam District.", "Zzorvel")
    assert (found.admin2, found.precision) == ("Khammam", "district")
    assert found.lat == pytest.approx(17.77, abs=0.1)


@pytest.mark.parametrize(
    ("name", "known_as"),
    [("East Champaran District", "Pūrba Champāran"), ("Hazaribagh District", "Hazārībāg"),
     ("Kanker District", "Uttar Bastar Kanker"), ("West Singhbhum District", "Pashchim Singhbhūm")],
)  # fmt: skip
def test_districts_answer_to_their_everyday_names(gazetteer: Gazetteer, name: str, known_as: str) -> None:
    found = place(gazetteer, f"A truck burnt in {name}.", name)
    assert (found.name, found.precision) == (known_as, "district")
    assert found.lat is not None


@pytest.mark.parametrize("words", ["border between x and y", "the road from a to b", "between one and another"])
def test_a_line_between_nothings_is_no_crash(gazetteer: Gazetteer, words: str) -> None:
    text = f"They met on the {words}."
    found = resolve_places(text, [at(text, words)], countries={}, gazetteer=gazetteer)
    assert all(value.lat is None for value in found.values())


def test_a_road_with_one_known_end_is_no_finer_than_its_district(gazetteer: Gazetteer) -> None:
    found = place(
        gazetteer, "A mine lay on the Jagdalpur-Zzorvel road in Bastar District.", "the Jagdalpur-Zzorvel road"
    )
    assert (found.kind, found.precision, found.admin1) == ("road", "district", "Chhattisgarh")
    assert found.lat == pytest.approx(19.08, abs=0.3)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Two fell in Sukma District of Chhattisgarh.", "Chhattisgarh", None),
        ("Two fell in the Syrian city of Homs.", "Homs", "city"),
        ("Two fell in the province of Kunduz.", "Kunduz", "province"),
    ],
)
def test_a_kind_word_belongs_to_one_name(text: str, words: str, kind: str | None) -> None:
    head = parse(text, at(text, words)).head
    assert head is not None and head.kind_word == kind


def test_a_highway_is_no_state_and_a_letter_no_place(gazetteer: Gazetteer) -> None:
    text = "A truck burnt on NH-75 in Ranchi District."
    found = resolve_places(text, [at(text, "NH-")], countries={"IND": 1.0}, gazetteer=gazetteer)
    assert all(value.country in (None, "IND") for value in found.values())
    assert not (parse("Zz met X.", Span(7, 8)).head or parse("a", Span(0, 1)).head)


def test_initials_belong_to_the_name_behind_them() -> None:
    text = "He was held in G.K. Gudem mandal."
    assert parse(text, at(text, "G")).text == "G.K. Gudem mandal"
    text = "The U.S. Senate met."
    assert parse(text, at(text, "U.S.")).text.startswith("U.S") and "Senate" not in parse(text, at(text, "U.S.")).text


def test_police_go_by_district_but_not_every_police() -> None:
    text = "Gaya Police and the Jamui District Police met at Nawada Police Station; Banka SP Arun Das came."
    names = [phrase.text for phrase in districts_of_offices(text).values()]
    assert names == ["Gaya", "Jamui", "Banka"]


def test_parts_of_a_persons_name_are_no_places(gazetteer: Gazetteer) -> None:
    text = "Kocha Sindri and Zzalaraju left Gaya."
    spans = [at(text, "Kocha"), at(text, "Zzalaraju"), at(text, "Gaya")]
    people = [at(text, "Kocha Sindri"), at(text, "Zzalaraju"), at(text, "Gaya")]
    assert without_people(text, spans, people, gazetteer) == [at(text, "Gaya")]


def test_an_officers_short_title_holds_no_place(gazetteer: Gazetteer) -> None:
    found = place(
        gazetteer, "In India a cache lay by Zzorvel village of the District, an SP told us.", "Zzorvel village"
    )
    assert found.country == "IND"


def test_a_hamlet_far_from_the_district_named_is_another_one(gazetteer: Gazetteer) -> None:
    text = "Men were held in Pandra under Zzukhnagar Police station limits of Ranchi District."
    found = place(gazetteer, text, "Pandra", "Ranchi District")
    assert found.admin2 == "Rānchī"
    assert place(gazetteer, text, "Ranchi District", "Pandra").admin1 == "Jharkhand"


def test_the_land_of_a_police_station_is_in_the_chain(gazetteer: Gazetteer) -> None:
    text = "He fell at Zzorvel village under Jangla Police station area of Sukma District."
    phrase = parse(text, at(text, "Zzorvel village"))
    assert [named.readings[-1] for named in phrase.holders] == ["Jangla", "Sukma"]
    assert place(gazetteer, text, "Zzorvel village").admin2 == "Sukma"


def test_a_road_across_a_border_lies_in_the_district_named(gazetteer: Gazetteer) -> None:
    text = "A van was stopped on the Gaya-Chatra road in Gaya District."
    found = place(gazetteer, text, "the Gaya-Chatra road")
    assert (found.admin1, found.admin2, found.kind) == ("Bihar", "Gayā", "road")


def test_the_capital_of_a_people_is_their_capital(gazetteer: Gazetteer) -> None:
    text = "A bomb went off in the Somali capital at noon."
    span = at(text, "Somali capital")
    found = resolve_places(text, [span], countries={}, gazetteer=gazetteer)[span]
    assert (found.name, found.country, found.precision) == ("Mogadishu", "SOM", "settlement")


def test_a_so_called_capital_is_not_the_countrys(gazetteer: Gazetteer) -> None:
    text = "Planes hit the militia's de facto Libyan capital twice."
    span = at(text, "Libyan capital")
    assert getattr(resolve_places(text, [span], countries={}, gazetteer=gazetteer).get(span), "name", "") != "Tripoli"


def test_what_nobody_knows_does_not_lie_in_the_capital_that_spoke_of_it(gazetteer: Gazetteer) -> None:
    text = "Washington and Ankara protested. Amman kept still. The convoy stopped in the Zzorvel valley."
    spans = [at(text, name) for name in ("Washington", "Ankara", "Amman", "Zzorvel valley")]
    found = resolve_places(text, spans, countries={"USA": 1.0, "TUR": 1.0, "JOR": 1.0}, gazetteer=gazetteer)[spans[-1]]
    assert (found.lat, found.admin1) == (None, None)


def test_a_name_means_the_same_the_second_time(gazetteer: Gazetteer) -> None:
    text = "Shots rang in the Salah al-Din district of Aleppo. Salah al-Din was quiet at noon."
    first, second = at(text, "Salah al-Din district"), Span(text.rindex("Salah"), text.rindex(" was"))
    found = resolve_places(text, [first, second], countries={}, gazetteer=gazetteer)
    assert found[first].country == found[second].country == "SYR"


def test_a_bare_name_is_the_district_so_called(gazetteer: Gazetteer) -> None:
    text = "Four died in Monjane, Palma district. An officer went to Palma."
    spans = [at(text, "Monjane"), at(text, "Palma district"), Span(text.rindex("Palma"), text.rindex("Palma") + 5)]
    found = resolve_places(text, spans, countries={"MOZ": 1.0}, gazetteer=gazetteer)
    assert found[spans[-1]].country == "MOZ"


def test_a_town_far_from_the_others_is_still_that_town(gazetteer: Gazetteer) -> None:
    text = "COLOMBO. Troops took Kilinochchi. A bomb went off in Colombo. Shops in Colombo shut."
    spans = [Span(i, i + 7) for i in range(len(text)) if text.startswith("Colombo", i)]
    found = resolve_places(
        text, [at(text, "Kilinochchi"), *spans], countries={"LKA": 1.0}, gazetteer=gazetteer, dateline=Span(0, 7)
    )
    assert found[at(text, "Kilinochchi")].admin1 == "Northern Province"


def test_a_fort_is_not_what_a_town_s_name_means_first(gazetteer: Gazetteer) -> None:
    text = "Fighting went on in El Geneina."
    found = resolve_places(text, [at(text, "El Geneina")], countries={"SDN": 1.0}, gazetteer=gazetteer)
    assert found[at(text, "El Geneina")].name == "Al-Junaynah"


def test_a_road_called_after_a_town_abroad_is_not_there(gazetteer: Gazetteer) -> None:
    text = "Jets hit the Castello Road near Sukma. A mine had closed the road for days."
    found = place(gazetteer, text, "Sukma", "the Castello Road")
    assert found.country == "IND"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shots rang in Hasakah. A man fell in Tall Ahmar village.", ("Hasakah", "Tall Ahmar village")),
        ("Shots rang in Hasakah province. A man fell in Tall Zzorvel.", ("Hasakah province", "Tall Zzorvel")),
    ],
)
def test_a_hamlet_or_half_a_name_far_from_all_that_is_told_does_not_vouch_for_itself(
    gazetteer: Gazetteer, text: str, names: tuple[str, ...]
) -> None:
    spans = [at(text, name) for name in names]
    found = resolve_places(text, spans, countries={"SYR": 1.0}, gazetteer=gazetteer)[spans[-1]]
    assert (found.country, found.admin1, found.precision) == ("SYR", "Al-Hasakah", "province")


def test_a_town_abroad_is_not_meant_by_another_spelling(gazetteer: Gazetteer) -> None:
    text = "Shots rang in Sukma District, and two men fell near Orum."
    assert place(gazetteer, text, "Sukma District", "Orum").country == "IND"


def syrian(gazetteer: Gazetteer, text: str, *names: str) -> PlaceValue:
    """The value of the last of the names in a report from Syria."""
    spans = [at(text, name) for name in names]
    return resolve_places(text, spans, countries={"SYR": 1.0}, gazetteer=gazetteer)[spans[-1]]


def test_a_guess_at_a_spelling_is_no_desert(gazetteer: Gazetteer) -> None:
    text = "Two fell in Hama province in Syria. Jets struck Al-Sahraa at noon."
    found = syrian(gazetteer, text, "Hama province", "Syria", "Al-Sahraa")
    assert (found.name, found.country) == ("Al-Sahraa", "SYR")


def test_a_quarter_is_no_city_abroad_that_nothing_else_speaks_of(gazetteer: Gazetteer) -> None:
    text = "Rockets hit the Basra neighbourhood, police in Homs said. Three fell in Hama."
    found = syrian(gazetteer, text, "Homs", "Hama", "Basra neighbourhood")
    assert (found.name, found.country) == ("Basra", "SYR")
    spans = [at(text, name) for name in ("Homs", "Hama", "Basra neighbourhood")]  # nor where no country is named
    assert resolve_places(text, spans, countries={}, gazetteer=gazetteer)[spans[-1]].country == "SYR"
    text = "Rockets hit the Basra neighbourhood, police in Baghdad said. Three fell in Kut."
    assert syrian(gazetteer, text, "Baghdad", "Kut", "Basra neighbourhood").country == "IRQ"


def test_a_city_of_a_spelling_that_only_its_province_has_is_the_seat(gazetteer: Gazetteer) -> None:
    found = syrian(gazetteer, "A van blew up in Hassakeh city.", "Hassakeh city")
    assert (found.admin1, found.precision, found.kind) == ("Al-Hasakah", "settlement", "city")
    assert syrian(gazetteer, "A van blew up in Hassakeh province.", "Hassakeh province").precision == "province"


def test_a_letter_doubled_or_not_is_no_guess(gazetteer: Gazetteer) -> None:
    text = "Two fell in Deir ez-Zor province. The road to Raqa was shut."
    assert syrian(gazetteer, text, "Deir ez-Zor province", "Raqa").admin1 == "Ar-Raqqah"


def test_what_a_land_owns_lies_in_no_other(gazetteer: Gazetteer) -> None:
    text = "Jets bombed northern Iraq's Zorvel mountains hours after a bomb in Cizre, Turkey."
    found = resolve_places(text, [at(text, "Zorvel mountains"), at(text, "Cizre")], countries={}, gazetteer=gazetteer)
    assert found[at(text, "Zorvel mountains")].country == "IRQ"
