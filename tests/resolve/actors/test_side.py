"""A person with a rank counts with the body; kin, informers and former members do not."""

import time
from datetime import date

import pytest

from tacitus.records.span import Span
from tacitus.resolve.actors.mentions import resolve_parties
from tests.resolve.marked import TABLE, read


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[Constable Omar Said] died.", "police"),
        ("[Omar Said], a leader of the Congress party, was shot in India.", "party"),
        ("[Omar Said] (45), the head of Pokaran village, was shot.", "person"),
        ("[Omar Said], the village head of Pokaran, was shot.", "government"),
        ("[K. Satya], a leader of the Congress party, was shot in India.", "party"),
        ("[M.K. Rao] (45), a Congress leader at Pokaran in India, was shot.", "party"),
        ("[K. Said], a Congress leader, was shot in America and not in India.", "government"),
        ("[K. Said], a Congress leader, was shot in Peru. Peru sells copper to India.", "government"),
        ("[a community leader of the Congress party] was shot in India.", "party"),
        ("[Taliban activists] were shot at dawn.", "rebel"),
        ("[Taliban supporters] were shot at dawn.", "civilians"),
        ("[Company Commander Omar Said] of the police was shot.", "person"),
        ("[A Company Commander of the Frontier Corps] died.", "military"),
        ("[Taliban commander Omar Said] died.", "rebel"),
        ("[former constable Omar Said] died.", "person"),
        ("[Omar Said], a police informer, was found dead.", "person"),
        ("[Omar Said], the wife of a constable, was found dead.", "person"),
        ("[Omar Said], who spoke to police, was found dead.", "person"),
        ("[Forces] loyal to the country's internationally recognised government took the hill.", "military"),
        ("[Fighters loyal] to the elected president took the hill.", "military"),
        ("[Fighters loyal to Debys regime] took the hill.", "military"),
        ("[Fighters] loyal to a former president took the hill.", "rebel"),
        ("[Omar Said] was also a local leader of the Congress party in India.", "party"),
        ("[Omar Said], who is said to be a member of the Taliban, was shot.", "rebel"),
        ("[Omar Said alias Lion alias Ali] (45), a Taliban commander, was shot.", "rebel"),
        ("[Omar Said], one of the Taliban commanders, was shot.", "rebel"),
        ("[Omar Said of Pokaran], a Taliban commander, was shot.", "rebel"),
        ("[Omar alias Lion of Pokaran], a Taliban commander, was shot.", "rebel"),
        ("[a village elder, Omar Said], belonging to the Congress party, was shot in India.", "party"),
        ("[Omar Said], mistaking him for a Taliban fighter, was shot.", "person"),
        ("‘[Commander’ of the Taliban] was shot.", "rebel"),
        ("[Omar Said] was a target of the Taliban.", "person"),
        ("[a former village headman] was shot.", "civilians"),
        ("[the officer in charge] was shot.", "police"),
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


def test_supporters_of_an_armed_group_stay_civilians_when_told_as_theirs() -> None:
    found = read("[The Taliban] said nothing. A court fined [their supporters].", date(2012, 5, 1))
    assert found[1].kind == "civilians"


def test_counts_that_no_mention_covers_have_a_side() -> None:
    text = "Two bodies of the Taliban and a porter were found."
    spans = [Span(0, 25), Span(30, 38)]
    values, _, _ = resolve_parties(text, [], published=date(2012, 5, 1), table=TABLE, hurt=spans)
    assert {span: value.kind for span, value in values.items()} == {spans[0]: "rebel"}


def test_a_long_run_of_spaces_in_a_count_costs_no_time() -> None:
    text = f"nine{' ' * 50_000}rebels of{' ' * 50_000}the Taliban"
    began = time.perf_counter()
    values, _, _ = resolve_parties(text, [], published=date(2012, 5, 1), table=TABLE, hurt=[Span(0, len(text))])
    assert [value.kind for value in values.values()] == ["rebel"]
    assert time.perf_counter() - began < 2


def test_militia_members_of_rebels_are_rebels_where_the_reader_saw_it() -> None:
    assert read("[Six militia members of the Lake Committee] gave up.", label="rebel")[0].kind == "rebel"
    assert read("[Six militia members of the Lake Committee] gave up.", label="militia")[0].kind == "militia"
    assert read("[The militia] gave up.", label="rebel")[0].kind == "militia"


@pytest.mark.parametrize("joint", [", ", " - ", " – "])
def test_a_dash_parts_members_from_their_names(joint: str) -> None:
    (found,) = read(f"[militia members of the Taliban{joint}Omar Said (30)] gave up.", date(2012, 5, 1), label="rebel")
    assert found.name == "Taliban"
