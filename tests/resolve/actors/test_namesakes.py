"""Namesakes: who only shares a surname with a leader is not that leader; leaders stay found by theirs."""

from datetime import date

import pytest

from tacitus.export.redact import private
from tests.resolve.marked import read

IN_2016 = date(2016, 5, 5)
HADI = "person:abdrabbuh-mansur-hadi"


@pytest.mark.parametrize(
    "text",
    [
        "[Colonel Samir Hadi] was killed in Aden, Yemen, said President Hadi.",
        "Yemen's president condoled. [Samir Hadi] was a teacher.",
        "[Nasser Mansour Hadi] left Yemen.",
        "[Lt. Gen. Ahmed Hadi] of Yemen's army spoke.",
        "[Igor Putin] was arrested in Moscow.",
        "[B. Putin] was arrested in Moscow.",
        "[Maher al-Assad] left Damascus.",
        "[Saif al-Islam Gaddafi] spoke in Tripoli.",
        "[Teacher Ahmed Karzai] was killed in Kandahar, Afghanistan.",
        "[Constable Abdul Ghani] was killed in Kabul.",
        "[Corporal Assad] was killed in Homs, Syria.",
        "[Hadi], 34, was shot on his way to work.",
    ],
)
def test_a_namesake_is_no_leader(text: str) -> None:
    (value,) = read(text, IN_2016)
    assert value.actor is None
    assert value.kind in ("person", "military", "police")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("[Assad] said so.", "person:bashar-al-assad"),
        ("[Putin] said so.", "person:vladimir-putin"),
        ("[Erdogan] said so.", "person:recep-tayyip-erdogan"),
        ("[Museveni] said so.", "person:yoweri-museveni"),
        ("[R. T. Erdogan] said so.", "person:recep-tayyip-erdogan"),
        ("[Dr. Bashar al-Assad] said so.", "person:bashar-al-assad"),
        ("[Vladimir Zelensky] said so.", "person:volodymyr-zelenskyy"),
        ("[Abdo Rabbo Mansour Hadi] said so.", HADI),
        ("[President Yoweri Kaguta Museveni] said so.", "person:yoweri-museveni"),
        ("[Saudi-backed Hadi], Yemen's president, left; [Yemen's Hadi] is he.", HADI),
        ("[Embattled Assad] spoke.", "person:bashar-al-assad"),
        ("[General Sisi] spoke.", "person:abdel-fattah-el-sisi"),
        ("[Colonel Goita] seized power.", "person:assimi-goita"),
        ("[Hadi] left. The president of Yemen will return.", HADI),
        ("[President Hadi] left Yemen.", HADI),
        ("[Hillary Rodham Clinton] spoke.", "person:hillary-clinton"),
        ("[G.W. Bush] spoke.", "person:george-w-bush"),
    ],
)
def test_leaders_are_found_by_surname(text: str, actor: str) -> None:
    assert {value.actor for value in read(text, IN_2016)} == {actor}


def test_a_surname_alone_is_whose_name_the_report_gives() -> None:
    before, named = read("[Assad] was shot at work. [Colonel Samir Assad], 34, led a brigade.", IN_2016)
    assert (before.actor, before.name) == (named.actor, named.name) == (None, "Samir Assad")


def test_a_namesake_is_left_out_where_private_names_are() -> None:
    named, bare = read("[Colonel Samir Hadi] was killed in Aden, Yemen. [Hadi] led a brigade.", IN_2016)
    assert private("target", named) and private("target", bare)


def test_leader_and_namesake_in_one_report() -> None:
    told = read("[Colonel Samir Hadi] was shot in Aden. [President Hadi] was told; [Samir Hadi] died. Yemen.", IN_2016)
    assert [value.actor for value in told] == [None, HADI, None]
    told = read("[President Hadi] spoke. [Colonel Samir Hadi] was shot. [Hadi] stayed.", IN_2016)
    assert [value.actor for value in told] == [HADI, None, HADI]
