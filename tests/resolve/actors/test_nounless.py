"""Names that are no more than a nation's or a state's: invented sentences."""

from datetime import date

from tacitus.resolve.actors.nounless import seen_as
from tacitus.resolve.actors.parts import Context, Reading
from tests.resolve.marked import TABLE, read


def kinds(marked: str, label: str | None = None) -> list[tuple[str | None, str | None, str | None]]:
    """The kind, country and id of each party."""
    return [(value.kind, value.country, value.actor) for value in read(marked, date(2009, 5, 1), label)]


def test_those_of_a_nation_are_not_the_nation() -> None:
    for words, label in (("Sudanese", "protesters"), ("Tunisian", "person"), ("Ukrainians", "gunmen")):
        assert kinds(f"A dozen [{words}] came.", label)[0][::2] == (label, None)
    assert kinds("[Masked Tunisians] came.", "protesters") == [("protesters", "TUN", None)]
    assert kinds("[Sudan] came.", "protesters") == [("state", "SDN", "state:SDN")]
    assert kinds("The [Russians] left the room.") == [("state", "RUS", "state:RUS")]


def test_a_state_that_the_table_lacks_has_people_too() -> None:
    state = Reading(None, "Lomia", "state", "TCD")
    assert seen_as(state, "Lomians", "person", Context(TABLE)) == state
    assert seen_as(state, "Lomians", "civilians", Context(TABLE)).kind == "civilians"


def test_a_radio_called_after_a_land_is_no_state_and_neither_is_a_nations_citizen() -> None:
    assert kinds("[Radio Rwanda] spoke.", "media") == [("media", "RWA", None)]
    assert kinds("[Palau's Omar Belo] spoke.", "person") == [("person", "PLW", None)]
    assert kinds("[Chad's Lake Flotilla] fired.", "military")[0][0] != "person"


def test_one_of_a_people_is_not_the_people() -> None:
    assert kinds("A [Sunni politician, Omar Said], wept.", "person")[0][::2] == ("person", None)
    assert kinds("A [Sunni politician] wept.", "civilians")[0][2] is None
    assert kinds("[Sunni tribesmen] wept.")[0][2] == "community:sunnis"


def test_its_troops_are_an_organ_of_the_state_in_whose_sentence_they_stand() -> None:
    text = "[Chad] spoke. [Eritrea] has denied that [its soldiers] are in the hills."
    assert kinds(text, "military")[2] == ("military", "ERI", "gov:ERI.military")
    text = "The [Lord's Resistance Army] hid. [The last of its troops] left."
    assert kinds(text, "military")[1][2] != "ucdp:488"


def test_serbs_in_bosnia_are_not_the_serbian_state() -> None:
    text = "In Bosnia, near Sarajevo, [Serb gunners] hit a mill; [Serbs] fled."
    assert [(value.country, value.actor) for value in read(text, label="rebel")] == [("BIH", None)] * 2
    assert read("[Serb gunners] hit a mill.")[0].actor == "gov:SRB.military"


def test_fighters_that_fly_are_no_rebels() -> None:
    for words in ("Mirage fighters", "MiG-21 fighters", "F-16 fighters"):
        assert kinds(f"Eight [{words}] struck.", "rebel")[0][0] == "military"
    assert kinds("Eight [Lake Front fighters] struck.", "rebel")[0][0] == "rebel"


def test_a_named_defence_force_is_what_the_sentence_shows() -> None:
    assert kinds("The [Lom Hills Defense Force] struck.", "rebel")[0][0] == "rebel"
    assert kinds("The [Lom Hills Defense Force] struck.", "military")[0][0] == "military"


def test_a_commander_with_a_rank_is_a_soldier_and_a_groups_negotiator_no_minister() -> None:
    assert kinds("[The hospital's commander, Lt. Col. Omar Belo], wept.", "person")[0][0] == "military"
    assert kinds("[A rebel commander, Col. Omar Belo], wept.", "person")[0][0] == "rebel"
    assert kinds("The [ICRC] came. [Its chief negotiator, Omar Belo], wept.", "person")[1][0] == "person"


def test_the_court_is_the_one_that_was_named() -> None:
    text = "Aid groups fear [court]\n\nThe [International Criminal Court] spoke. Rebels hailed the [court]."
    assert [value.actor for value in read(text)] == ["igo:ICC"] * 3
    assert read("A [court] spoke of the [International Criminal Court].")[0].actor is None
