"""Who was there on a day: groups with their years, offices with their holders; and the codes that they have."""

from datetime import date

import pytest

from tacitus.resolve.actors.lookup import look_up
from tacitus.resolve.actors.table import Actor
from tests.resolve.marked import TABLE, read


def found(name: str, on: str) -> str | None:
    """The id of the first that is found."""
    first = next(iter(look_up(name, date.fromisoformat(on), TABLE)), None)
    return first.id if isinstance(first, Actor) else first and first.actor


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("LTTE", "2005-06-01", "ucdp:320"),
        ("LTTE", "2015-06-01", None),
        ("Tamil Tigers", "1970-06-01", None),
        ("al-Nusra Front", "2013-06-01", "ucdp:1170"),
        ("al-Nusra Front", "2018-06-01", None),
        ("HTS", "2018-06-01", "ucdp:6815"),
        ("M23", "2005-06-01", None),
        ("M23", "2013-06-01", "ucdp:1160"),
        ("CODECO", "2019-06-01", "ucdp:7463"),  # open at both ends
    ],
)
def test_a_group_is_found_while_it_was_there(name: str, on: str, expected: str | None) -> None:
    assert found(name, on) == expected


def test_a_report_may_speak_of_who_is_no_more_but_not_of_who_is_yet_to_come() -> None:
    sentence = "The peace monitors said [LTTE] fighters had dug the trenches."
    assert read(sentence, date(2015, 6, 1))[0].actor == "ucdp:320"
    assert read("[ISKP] attacked.", date(2003, 6, 1))[0].actor is None


def test_first_events_are_no_hard_beginning() -> None:
    (late,) = (actor for actor in TABLE if actor.dated_by_events and actor.name == "MNLC")
    assert late.start == "2017" and not late.there(date(2015, 6, 1))
    assert late in TABLE.spoken_of("MNLC", date(2015, 6, 1)) and late in TABLE.spoken_of("MNLC")


def test_dates_are_in_order() -> None:
    dated = [actor for actor in TABLE if actor.id.startswith(("ucdp:", "group:")) and actor.start]
    assert len(dated) > 450
    assert all(actor.end is None or (actor.start or "") <= actor.end for actor in dated)
    terms = [(actor.id, term) for actor in TABLE for term in actor.held]
    assert [each for each in terms if each[1].end and each[1].start[: len(each[1].end)] > each[1].end] == []


@pytest.mark.parametrize(
    ("words", "on", "expected"),
    [
        ("the Israeli defence minister", "1999-05-01", "person:moshe-arens"),
        ("the Israeli defence minister", "2005-05-01", "person:shaul-mofaz"),
        ("the Israeli defence minister", "1975-05-01", "office:ISR.defence"),
        ("Germany's minister of defence", "2016-05-01", "person:ursula-von-der-leyen"),
        ("the French foreign minister", "2005-01-01", "person:michel-barnier"),
        ("the Belgian defence minister", "2005-05-01", "person:andre-flahaut"),  # out of the dictionary
        ("the Zambian foreign minister", "2015-05-01", "office:ZMB.foreign"),
        ("the Libyan foreign minister", "2005-05-01", "office:LBY.foreign"),  # and not the country's leader
        ("the Libyan leader", "2005-05-01", "person:muammar-gaddafi"),
        ("the US Secretary of Defense", "1992-05-01", "person:dick-cheney"),
        ("the British home secretary", "2012-05-01", "person:theresa-may"),
        ("the NATO chief", "1990-05-01", "person:manfred-worner"),
        ("the UN secretary-general", "1975-05-01", "person:kurt-waldheim"),
        ("the secretary-general of the Arab League", "2008-05-01", "person:amr-moussa"),
        ("the Arab League chief", "2018-05-01", "person:ahmed-aboul-gheit"),
        ("the African Union Commission chairperson", "2014-05-01", "person:nkosazana-dlamini-zuma"),
        ("the AU chief", "2010-05-01", "person:jean-ping"),
        ("the ASEAN secretary-general", "2010-05-01", "person:surin-pitsuwan"),
        ("the OSCE secretary general", "2003-05-01", "person:jan-kubis"),
    ],
)
def test_an_office_is_who_held_it_or_else_the_office(words: str, on: str, expected: str) -> None:
    assert found(words, on) == expected
    article, _, rest = words.partition(" ")
    marked = f"{article} [{rest}] arrived." if article == "the" else f"[{words}] arrived."
    assert read(marked, date.fromisoformat(on))[0].actor == expected


def test_a_secretary_general_has_no_country_though_once_a_minister() -> None:
    assert TABLE["person:ban-ki-moon"].country is None
    assert "KOR.foreign" in {term.office for term in TABLE["person:ban-ki-moon"].held}


@pytest.mark.parametrize(
    ("actor", "codes"),
    [
        ("state:DEU", "iso=DEU;cameo=DEU;gw=260;cow=255"),
        ("state:SRB", "iso=SRB;cameo=SRB;gw=340;cow=345"),
        ("state:NRU", "iso=NRU;cameo=NRU;gw=971;cow=970"),
        ("state:FSM", "iso=FSM;cameo=FSM;gw=987;cow=987"),
        ("state:PSE", "iso=PSE;cameo=PSE"),
        ("igo:NATO", "cameo=IGONAT;plover=IGO"),
        ("igo:NATO.kfor", "cameo=IGONAT;plover=IGO"),
        ("igo:UNIFIL", "cameo=IGOUNO;plover=IGO"),
        ("igo:AES", "cameo=IGO;plover=IGO"),
        ("ucdp:209", "ucdp=209;cameo=PSEREBHMS;plover=REB"),
        ("ucdp:769", "ucdp=769;cameo=IMGALQ;plover=REB"),
        ("ngo:HRW", "cameo=NGOHRW;plover=NGO"),
    ],
)
def test_codes(actor: str, codes: str) -> None:
    assert TABLE[actor].codes == codes


def test_numbers_of_states_are_unique() -> None:
    for system in ("gw", "cow"):
        numbers = [
            pair
            for actor in TABLE
            if actor.kind == "state"
            for pair in actor.codes.split(";")
            if pair.startswith(system)
        ]
        assert len(numbers) == len(set(numbers)) == 195
