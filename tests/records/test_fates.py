"""What becomes of people, in words."""

import time

import pytest

from tacitus.records.fates import of_a_war, over_days, speaks_of, unnumbered


@pytest.mark.parametrize(
    ("words", "summed"),
    [
        ("Since Easter mortars have killed 61 people.", True),
        ("Snipers shot some 30 people over the past four weeks.", True),
        ("It brought to 83 the number killed at the ford.", True),
        ("Dozens of herders are being killed each day.", True),
        ("The raids have killed 122 herders, he said.", True),
        ("Another 32 herders have been killed in fighting along the river.", True),
        ("Six herders have been killed in fighting along the river on Monday.", False),
        ("In seven days of air raids 76 herders died, he said.", True),
        ("Mortars killed 76 herders during nearly two weeks of heavy shelling.", True),
        ("After two weeks of shelling a mortar killed six herders.", False),
        ("In two weeks of shelling the worst blow killed six herders on Monday.", False),
        ("It is a conflict that has killed 28,000 people.", True),
        ("The toll includes 26 herders shot at the ford.", True),
        ("Raids have killed at least 12 herders, a nurse said.", False),
        ("The raid killed 12 herders.", False),
        ("The raids killed 79 herders over 48 hours.", True),
        ("The raid killed over 48 herders.", False),
        ("Nine herders were killed over two weeks ago.", False),
        ("A mortar killed nine herders in a siege of over two weeks.", False),
        ("The ferry burned for over two days and nine herders died.", False),
        ("Mortars killed six people at noon.", False),
        ("Twelve have died since then.", False),
        ("The toll is now 34, since three of the injured died.", False),
        ("Ten were held since the blast, in which nine cooks died.", False),
        ("Twelve have died since early morning.", False),
        ("Twelve have died since Tuesday afternoon.", False),
        ("Twelve have died since Tuesday.", True),
        ("A mortar killed six herders in the deadliest blow since the truce began.", False),
        ("Six herders were killed in the first raid on the ford since May.", False),
        ("They are the latest of 70 herders killed since the truce began.", True),
        ("Mortars have battered the valley in recent weeks.", True),
        ("A mortar hurt eight herders, one of whom has since died in Sarh.", False),
        ("Nine herders were beaten. The guards have since let two go.", False),
        ("The guards have since May killed 40 herders.", True),
        ("They have since the 9th killed 40 herders.", True),
        ("Porters unpaid since August beat two clerks on Monday.", False),
        ("Two weavers, missing since 14 April, were shot.", False),
        ("It was the third raid since May and killed nine herders.", False),
    ],
)
def test_what_counts_over_days(words: str, summed: bool) -> None:
    assert over_days(words) is summed


@pytest.mark.parametrize("words", ["dozens", "hundreds of thousands of herders", "tens of people", "a number of men"])
def test_what_gives_no_number(words: str) -> None:
    assert unnumbered(words)


@pytest.mark.parametrize("words", ["some 40 herders", "at least 200", "two dozen", "several, perhaps six", "nine"])
def test_what_gives_one(words: str) -> None:
    assert not unnumbered(words)


def test_the_dead_of_a_war_are_out_of_all_proportion_to_those_of_a_day() -> None:
    assert of_a_war(28_000, 5) and not of_a_war(900, 5) and not of_a_war(2_000, 100)


def test_hostile_words_cost_no_time() -> None:
    began = time.perf_counter()
    for words in (
        "the war ",
        "have been killed in ",
        "the a-b ",
        "a total of ",
        "brought to ",
        "conflict that has ",
        "in two days of ",
        "in a-b ",
        "the first insince ",
    ):
        over_days(words * 4000)
    assert time.perf_counter() - began < 1


def test_casualties_are_dead_or_wounded_and_tell_of_neither() -> None:
    assert not speaks_of("killed", "Dozens of casualties were brought to the clinic.")
    assert not speaks_of("injured", "Dozens of casualties were brought to the clinic.")


def test_more_words_for_killing() -> None:
    for words in ("Raiders slew nine herders.", "Two cooks drowned.", "They were butchered.", "A clerk bled to death."):
        assert speaks_of("killed", words)
    assert not speaks_of("killed", "A butcher fled from the slaughterhouse.")
