"""Numbers: tolls as bounds, the words of who they were, and what in a text counts people at all."""

import pytest

from tacitus.records.resolved import Counted
from tacitus.records.value import TollValue
from tacitus.resolve.numbers.counts import find_counts
from tacitus.resolve.numbers.fates import fates
from tacitus.resolve.numbers.quantities import quantities
from tacitus.resolve.numbers.tolls import Bounds, bounds, who

# The words; the bounds as low..high (an open end is left out); who they were.
TOLLS = [
    # plain numbers
    ("a family of six", "6..6", "family"),
    ("two children", "2..2", "children"),
    ("twenty-three", "23..23", None),
    ("Two hundred and seventy people", "270..270", "people"),
    ("1,200 villagers", "1200..1200", "villagers"),
    ("4.5 million", "4500000..4500000", None),
    ("1.5 lakh", "150000..150000", None),
    ("3,00,000 people", "300000..300000", "people"),
    ("2 crore voters", "20000000..20000000", "voters"),
    ("a dozen worshippers", "12..12", "worshippers"),
    ("half a dozen", "6..6", None),
    ("two dozen", "24..24", None),
    ("a hundred more", "100..100", None),
    ("the two men", "2..2", "men"),
    ("another 12", "12..12", None),
    ("five other", "5..5", None),
    ("all five attackers", "5..5", "attackers"),
    ("11 of the 14 hostages", "11..11", "hostages"),
    ("nine of them", "9..9", None),
    ("4,000 of whom", "4000..4000", None),
    ("2,000 of them", "2000..2000", None),
    ("his wife and son", "2..2", "wife and son"),
    ("her mother, uncle and sister-in-law", "3..3", "mother, uncle and sister-in-law"),
    ("his wife and two sons", "3..3", "wife and sons"),
    ("mujahideen", "2..", "mujahideen"),
    # at least, at most, about
    ("At least 30 Taliban fighters", "30..", "Taliban fighters"),
    ("at least one", "1..", None),
    ("no fewer than 240 protesters", "240..", "protesters"),
    ("six or more foreigners", "6..", "foreigners"),
    ("more than 100", "101..", None),
    ("over a hundred", "101..", None),
    ("up to 20", "0..20", None),
    ("as many as 15", "0..15", None),
    ("fewer than ten", "0..9", None),
    ("no more than two guards", "0..2", "guards"),
    ("some 40", "36..44", None),
    ("about 1,200", "1080..1320", None),
    ("about a dozen", "11..13", None),
    ("30-odd neighbours", "27..33", "neighbours"),
    ("nearly 300", "285..300", None),
    # ranges
    ("20 to 25", "20..25", None),
    ("10-15 rebels", "10..15", "rebels"),
    ("between 3 and 5", "3..5", None),
    ("two or three boys", "2..3", "boys"),
    ("two to three million", "2000000..3000000", None),
    ("an estimated 12 to 15 raiders", "12..15", "raiders"),
    # without a number
    ("dozens of people", "24..", "people"),
    ("scores", "40..", None),
    ("hundreds", "200..", None),
    ("tens of thousands", "20000..", None),
    ("several", "3..", None),
    ("several hundred farmers", "300..", "farmers"),
    ("a handful", "3..", None),
    ("a couple of soldiers", "2..2", "soldiers"),
    ("a number of officers", "2..", "officers"),
    ("an unspecified number of", "1..", None),
    ("them", "2..", None),
    ("foreigners", "2..", "foreigners"),
    ("some of the prisoners", "2..", "prisoners"),
    # one
    ("a policeman", "1..1", "policeman"),
    ("Omar Farooq", "1..1", "Omar Farooq"),
    ("A shopkeeper, Nasir Dawar", "1..1", "shopkeeper, Nasir Dawar"),
    ("a 13-year-old girl", "1..1", "13-year-old girl"),
    ("his driver", "1..1", "driver"),
    ("Captain Rashid Umarov (42)", "1..1", "Captain Rashid Umarov"),
    ("a soldier of the 44 Mountain Rifles", "1..1", "soldier of the Mountain Rifles"),
    # groups
    ("both", "2..2", None),
    ("a family of five", "5..5", "family"),
    ("a six-member family", "6..6", "six-member family"),
    ("a 12-man patrol", "12..12", "12-man patrol"),
    ("a couple", "2..2", "couple"),
    ("a group of about 20 men", "18..22", "group of men"),
    # none
    ("no one", "0..0", None),
    ("none", "0..0", None),
    ("nobody", "0..0", None),
    ("zero", "0..0", None),
    ("No casualties", "0..0", "casualties"),
    # sums, and what only looks like one
    ("a man and his son", "2..2", "man and his son"),
    ("three soldiers and a child", "4..4", "soldiers and child"),
    ("5 police and 3 civilians", "8..8", "police and civilians"),
    ("a man, a woman and at least two boys", "4..", "man, woman and boys"),
    ("Omar Farooq and Sara Noor", "2..2", "Omar Farooq and Sara Noor"),
    ("two men, a teacher and a farmer", "2..2", "men, teacher and farmer"),
    ("974 women and children", "974..974", "women and children"),
    ("two brothers, Anwar and Karim Baloch", "2..2", "brothers, Anwar and Karim Baloch"),
    ("her son, 12, and two daughters", "3..3", "son, and daughters"),
    ("dozens of soldiers, including a colonel", "24..", "soldiers"),
    ("63 villagers, 28 of them children", "63..63", "villagers"),
    # shares
    ("around half of the 40", "18..22", None),
    ("two-thirds of the 30 men", "20..20", "men"),
]


@pytest.mark.parametrize(("words", "expected", "people"), TOLLS, ids=[t[0] for t in TOLLS])
def test_tolls(words: str, expected: str, people: str | None) -> None:
    low, _, high = expected.partition("..")
    found = bounds(words)
    assert found is not None
    assert (found.low, found.high) == (int(low), int(high) if high else None)
    assert who(words) == people


def test_parts_of_a_sum_are_kept() -> None:
    found = bounds("5 police and at least 3 civilians")
    assert found == Bounds(8, None, (Bounds(5, 5), Bounds(3, None)))


@pytest.mark.parametrize("words", ["a large number", "number of herders", "an unusual number of herders"])
def test_a_number_that_is_not_told_is_not_one(words: str) -> None:
    assert bounds(words) == Bounds(2, None)


@pytest.mark.parametrize("words", ["", "  ", "half of the attackers", "and", "almost", "as"])
def test_words_that_count_nobody(words: str) -> None:
    assert bounds(words) is None


@pytest.mark.parametrize(
    "text",
    ["the 209th Corps", "an AK-47", "a 12-year-old", "9:25 a.m.", "15/02/2021", "$40", "1.5", "the third man",
     "7" * 40, "9mm"],
)  # fmt: skip
def test_what_is_no_amount(text: str) -> None:
    assert not quantities(text)


# A text and the counts of people in it, with their bounds.
TEXTS = [
    ("At least 30 Taliban fighters were killed and two children hurt.",
     "At least 30 Taliban fighters=30..; two children=2..2"),
    ("A policeman and 3 civilians died.", "A policeman=1..1; 3 civilians=3..3"),
    ("The blast killed 12 and wounded 30, police said at 9:25.", "12=12..12; 30=30..30"),
    ("Dozens were wounded; several others fled.", "Dozens=24..; several others=3.."),
    ("The toll rose from 12 to 15.", "12=12..12; 15=15..15"),
    ("No one was hurt.", "No one=0..0"),
    ("There were no casualties.", "no casualties=0..0"),
    ("No casualty was told; no causality was reported.", "No casualty=0..0; no causality=0..0"),
    ("Eleven of the 14 men were freed after 3 days.", "Eleven of the 14 men=11..11"),
    ("Troops arrested six suspected Islamic State militants, including four foreigners.",
     "six suspected Islamic State militants=6..6; four foreigners=4..4"),
    ("Twelve Palestinians and three Israelis met.", "Twelve Palestinians=12..12; three Israelis=3..3"),
    ("In the 1990s 200 people left; by 2015 none had returned.", "200 people=200..200; none=0..0"),
    ("A 13-year-old girl, aged 13, was found.", "A 13-year-old girl=1..1"),
    ("Two police officers and a school teacher were shot.", "Two police officers=2..2; a school teacher=1..1"),
    ("Two assassins were shot and nine looters held.", "Two assassins=2..2; nine looters=9..9"),
    ("Rescue of 4 Northern Towns Resumes Six people were killed.", "Six people=6..6"),  # a headline runs on
    ("The war displaced millions since it began.", "millions=2000000.."),
    # nobody is counted
    ("The 209th Corps and Brigade 47 seized two rifles, 10 kg of explosives and INR 500,000.", ""),
    ("Five police stations, 12 vehicles and 40 homes burned 20 km north of a rebel stronghold.", ""),
    ("The third attack came after a general strike on Feb. 15, 2021; prices rose 45 percent.", ""),
    ("Article 5 was invoked under resolution 2254 in a 15-year war.", ""),
    ("He fired two shots at about 10 p.m. from a suspect vehicle with $300.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[t[0] for t in TEXTS])
def test_counts_in_a_text(text: str, expected: str) -> None:
    found = [(c.span.of(text), c.bounds.low, c.bounds.high) for c in find_counts(text)]
    assert "; ".join(f"{words}={low}..{'' if high is None else high}" for words, low, high in found) == expected


@pytest.mark.parametrize(
    "text",
    ["about " * 5000, "1," * 9000, "one hundred and " * 3000, "a man and " * 2000, "hundred " * 9000, "9" * 20000],
)
def test_hostile_texts_are_read_in_passing(text: str) -> None:
    assert isinstance(find_counts(text), list)
    assert bounds(text) is None or isinstance(bounds(text), Bounds)


@pytest.mark.parametrize(
    "text",
    [
        "They pray that no one drowned.",
        "Not many people were hurt.",
        "He hoped no one was killed.",
        "They do not know exactly how many dead there are.",
        "It is not clear how many people were killed.",
    ],
)
def test_what_is_hoped_counts_nobody(text: str) -> None:
    assert [c.span.of(text) for c in find_counts(text)] == []


def test_people_killed_in_something_are_told_to_be_killed() -> None:
    text = "It left seven bandits killed and a camp razed; over 50 villagers killed in the raids were buried."
    counted = tuple(Counted(c.span, TollValue(c.bounds.low, c.bounds.high, c.who)) for c in find_counts(text))
    assert {c.span.of(text): field for c, field in fates(text, counted).items()} == {
        "seven bandits": "killed", "over 50 villagers": "killed",
    }  # fmt: skip


def test_counts_in_a_text_all_in_capitals() -> None:
    text = "TWO SOLDIERS WERE KILLED AND FOUR WOUNDED WHEN REBELS LAID A MINE."
    assert [count.span.of(text) for count in find_counts(text)] == ["TWO SOLDIERS", "FOUR WOUNDED"]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("more than a quarter of a million people", 250_001, None),
        ("a quarter million people", 250_000, 250_000),
        ("three quarters of a million people", 750_000, 750_000),
    ],
)
def test_quarters_of_a_million(words: str, low: int, high: int | None) -> None:
    found = bounds(words)
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_a_family_of_six_is_six() -> None:
    told = "A family of six died in the raid, and a family of two sons hid."
    assert [(c.span.of(told), c.bounds.low) for c in find_counts(told)][:2] == [("A family of six", 6), ("a family", 2)]


def test_half_of_an_unknown_whole_is_not_one() -> None:
    assert bounds("around half") == bounds("half") != Bounds(1, 1)
