"""Names that hold another's, or that any may bear: told by the scene, or by nobody."""

from datetime import date

from tests.resolve.marked import read


def test_a_name_that_any_may_bear_is_told_by_the_scene_or_not_at_all() -> None:
    nowhere = "In Fiji, Fiji, the [Liberation Army], the [United Front] and the [Patriotic Front] spoke."
    assert [value.actor for value in read(nowhere, date(1999, 5, 1), "rebel")] == [None] * 3
    assert read("In Kabul the [United Front] spoke.", date(2000, 5, 1), "rebel")[0].actor == "ucdp:304"
    assert read("In Harare, Zimbabwe, the [Patriotic Front] spoke.", date(1978, 5, 1), "rebel")[0].actor == "ucdp:494"
    tigers = "The [Liberation Tigers of Tamil Eelam] fled. The [Tigers] spoke."
    assert [value.actor for value in read(tigers, date(2000, 5, 1), "rebel")] == ["ucdp:320"] * 2
    assert read("The [Tigers] spoke in Fiji.", date(2000, 5, 1), "rebel")[0].actor is None
    pla = "The [People's Liberation Army] entered {}."
    assert read(pla.format("Beijing"), date(1989, 5, 1), "rebel")[0].actor == "gov:CHN.military"
    assert read(pla.format("Imphal, Manipur, India"), date(2000, 5, 1), "rebel")[0].actor == "ucdp:314"


def test_an_acronym_of_another_lands_rebels_is_not_the_police_at_home() -> None:
    assert read("In Lucknow, India, the [PAC] fired.", date(1990, 5, 1), "police")[0].actor is None
    assert read("In Durban, South Africa, the [PAC] fired.", date(1990, 5, 1), "rebel")[0].actor == "ucdp:665"


def test_of_groups_of_one_acronym_the_one_at_home_is_meant() -> None:
    assert read("In La Paz, Bolivia, the [MNR] spoke.", date(1988, 5, 1), "party")[0].actor == "ucdp:720"
    assert read("In Nampula, Mozambique, the [MNR] spoke.", date(1988, 5, 1), "rebel")[0].actor == "ucdp:498"


def test_the_end_of_anothers_name_is_not_its_bearer() -> None:
    for name in ("Kurdish Labour Party", "Lom People's Congress", "Lom Liberation Tigers", "Christian Republicans"):
        assert read(f"In India, Turkey and America the [{name}] spoke.", date(2000, 5, 1), "party")[0].actor is None
    assert read("[Senate Republicans] spoke.", date(2000, 5, 1), "party")[0].actor == "party:republicans"
    assert read("The [British Labour Party] spoke.", date(2000, 5, 1), "party")[0].actor == "party:labour"


def test_the_command_of_a_movement_is_not_that_of_another_lands_army() -> None:
    value = read("[UNITA Central Command] spoke in Jamba, Angola.", date(1986, 5, 1), "rebel")[0]
    assert (value.actor, value.kind, value.country) == (None, "rebel", "AGO")
    assert read("[Central Command] spoke.", date(2017, 5, 1), "military")[0].actor == "gov:USA.centcom"


def test_a_body_with_a_states_name_in_its_own_is_not_the_states() -> None:
    for name, label, country in (
        ("Chadian Islamic Fighting Group", "rebel", "TCD"),
        ("Islamic Army in Chad", "rebel", "TCD"),
        ("Chad Support Group", "igo", None),
        ("Economic Community of Coastal States", "igo", None),
    ):
        value = read(f"The [{name}] spoke.", date(2000, 5, 1), label)[0]
        assert (value.actor, value.name, value.kind, value.country) == (None, name, label, country)
    assert read("The [Chadian National Army] fired.", date(2000, 5, 1), "rebel")[0].actor == "gov:TCD.military"
    assert read("The [Chadian Transition Council] spoke.", date(2000, 5, 1), "government")[0].actor == "gov:TCD"


def test_ethnic_tells_descent_and_no_country() -> None:
    assert read("In Riga, Latvia, [ethnic Russians] and [ethnic Russian protesters] met.", label="civilians")[
        0
    ].country == ("LVA")
    assert read("In Latvia, Latvia, [ethnic Russian protesters] met.", label="protesters")[0].country == "LVA"
