"""A person with a rank counts with the body; kin, informers and former members do not."""

from datetime import date

import pytest

from tests.resolve.marked import read


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[Constable Omar Said] died.", "police"),
        ("[Omar Said], a leader of the Congress party, was shot in India.", "party"),
        ("[Omar Said] (45), the head of Pokaran village, was shot.", "person"),
        ("[Omar Said], the village head of Pokaran, was shot.", "government"),
        ("[Taliban commander Omar Said] died.", "rebel"),
        ("[former constable Omar Said] died.", "person"),
        ("[Omar Said], a police informer, was found dead.", "person"),
        ("[Omar Said], the wife of a constable, was found dead.", "person"),
        ("[Omar Said], who spoke to police, was found dead.", "person"),
    ],
)
def test_side(marked: str, kind: str) -> None:
    assert read(marked, date(2012, 5, 1))[0].kind == kind


def test_a_list_of_names_is_of_the_party_listed() -> None:
    found = read("[Two Taliban fighters], identified as [Omar Said] and [Ali Khan], gave up.", date(2012, 5, 1))
    assert [value.kind for value in found] == ["rebel", "rebel", "rebel"]


def test_a_person_is_on_one_side_throughout() -> None:
    found = read("[Constable Omar Said] died. [Omar Said] was thirty.", date(2012, 5, 1))
    assert [value.kind for value in found] == ["police", "police"]
