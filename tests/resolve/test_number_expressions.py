"""A list of numbers in words written before the code was looked at, as bounds, and what in a text counts people."""

import pytest

from tacitus.resolve.counts import find_counts
from tacitus.resolve.numbers import bounds

PLAIN = [
    ("one", "1..1"),
    ("seventeen", "17..17"),
    ("forty-five", "45..45"),
    ("forty five", "45..45"),
    ("one hundred and five", "105..105"),
    ("a hundred and five", "105..105"),
    ("one thousand two hundred", "1200..1200"),
    ("two thousand and six", "2006..2006"),
    ("twelve hundred", "1200..1200"),
    ("1,000", "1000..1000"),
    ("1 000", "1000..1000"),
    ("1.2 million", "1200000..1200000"),
    ("1.2m people", "1200000..1200000"),
    ("10k people", "10000..10000"),
    ("12 thousand", "12000..12000"),
    ("half a million", "500000..500000"),
    ("a quarter of a million", "250000..250000"),
    ("one and a half million", "1500000..1500000"),
    ("a million and a half", "1500000..1500000"),
    ("two and a half thousand", "2500..2500"),
    ("seventeen (17) soldiers", "17..17"),
    ("eight (8)", "8..8"),
    ("two dozen", "24..24"),
    ("a score", "20..20"),
    ("10 lakh", "1000000..1000000"),
    ("2.5 lakh people", "250000..250000"),
    ("three crore", "30000000..30000000"),
    ("1.2 crore", "12000000..12000000"),
    ("12,34,567", "1234567..1234567"),
    ("2 lakh 50 thousand", "250000..250000"),
]

RANGES = [
    ("50,000-60,000", "50000..60000"),
    ("50-60,000", "50000..60000"),
    ("four to six", "4..6"),
    ("four or five", "4..5"),
    ("four-five", "4..5"),
    ("between 40 and 50", "40..50"),
    ("from 40 to 50", "40..50"),
    ("40–50", "40..50"),
    ("one or two", "1..2"),
    ("one or more", "1.."),
    ("five or six dozen", "60..72"),
    ("two to three hundred", "200..300"),
    ("1,500 to 2,000", "1500..2000"),
    ("anywhere from 10 to 20", "10..20"),
    ("between two and three dozen", "24..36"),
]

BOUNDED = [
    ("at least a dozen", "12.."),
    ("at least three dozen", "36.."),
    ("upwards of 50", "50.."),
    ("50 or more", "50.."),
    ("50+", "50.."),
    ("50-plus", "50.."),
    ("50 at least", "50.."),
    ("a dozen or more", "12.."),
    ("not fewer than 50", "50.."),
    ("not less than 50", "50.."),
    ("no less than 50", "50.."),
    ("a minimum of 50", "50.."),
    ("more than 50", "51.."),
    ("over 50", "51.."),
    ("in excess of 50", "51.."),
    ("above 50", "51.."),
    ("well over 100", "101.."),
    ("a maximum of 50", "0..50"),
    ("up to 50", "0..50"),
    ("as many as 50", "0..50"),
    ("as high as 50", "0..50"),
    ("at most 50", "0..50"),
    ("not more than 50", "0..50"),
    ("no more than 50", "0..50"),
    ("50 or fewer", "0..50"),
    ("fewer than 50", "0..49"),
    ("less than 50", "0..49"),
    ("under 50", "0..49"),
    ("below 50", "0..49"),
    ("about 50", "45..55"),
    ("around 50", "45..55"),
    ("approximately 50", "45..55"),
    ("roughly 50", "45..55"),
    ("some 50", "45..55"),
    ("an estimated 50", "45..55"),
    ("50 or so", "45..55"),
    ("50-odd", "45..55"),
    ("a dozen or so", "11..13"),
    ("just over 50", "51..55"),
    ("just under 50", "45..49"),
]

VAGUE = [
    ("dozens", "24.."),
    ("several dozen", "36.."),
    ("a few dozen", "24.."),
    ("scores of villagers", "40.."),
    ("tens of people", "20.."),
    ("hundreds of people", "200.."),
    ("hundreds of thousands", "200000.."),
    ("thousands", "2000.."),
    ("many thousands", "2000.."),
    ("a few", "2.."),
    ("quite a few", "3.."),
    ("many", "2.."),
    ("numerous", "2.."),
    ("an unknown number of", "1.."),
    ("an undisclosed number of", "1.."),
]

GROUPS = [
    ("both men", "2..2"),
    ("the pair", "2..2"),
    ("the trio", "3..3"),
    ("a pair of brothers", "2..2"),
    ("two of them", "2..2"),
    ("both of them", "2..2"),
    ("three of the dead", "3..3"),
    ("all six", "6..6"),
    ("six others", "6..6"),
    ("another six", "6..6"),
    ("six more", "6..6"),
    ("a further six", "6..6"),
    ("an additional six", "6..6"),
    ("one other", "1..1"),
    ("one more", "1..1"),
    ("another man", "1..1"),
    ("a second man", "1..1"),
    ("a lone gunman", "1..1"),
    ("a single soldier", "1..1"),
    ("his two sons", "2..2"),
    ("a family of seven", "7..7"),
    ("seven members of one family", "7..7"),
    ("a crew of three", "3..3"),
    ("a three-man crew", "3..3"),
    ("a squad of twelve soldiers", "12..12"),
    ("a thousand-strong crowd", "1000..1000"),
    ("a 40-member convoy", "40..40"),
    ("a woman and her two children", "3..3"),
    ("five men, two women and a child", "8..8"),
    ("dozens of civilians and three soldiers", "27.."),
    ("half the 40", "20..20"),
    ("a third of the 30 men", "10..10"),
    ("more than half of the 40", "21..40"),
    ("most of the 40", "21..40"),
    ("not one", "0..0"),
    ("not a single person", "0..0"),
    ("no civilians", "0..0"),
    ("neither of them", "0..0"),
]

# Texts and the counts of people in them.
TEXTS = [
    (
        "Mill blast kills four, injures 11\n\nLOM - A mill burned.",
        "four=4..4; 11=11..11",
    ),  # a headline ends with its line
    ("The mayor, 52, and two guards were killed at 9 a.m.", "two guards=2..2"),
    ("Ransoms of Rs 2 crore and $2.5 million were paid after 12 days.", ""),
    ("The 10-km march ended 30 miles from Route 66.", ""),
    ("Resolution 1701 was passed in 2006, and chapter 7 was not invoked.", ""),
    ("They burned 10 villages, three trucks and 20 tonnes of rice.", ""),
    ("He was shot twice in the first of two attacks.", ""),
    ("A T-72 and a 122mm gun of the 1st Brigade were hit.", ""),
    ("On 12 March, 200 people were killed.", "200 people=200..200"),
    ("On 7 May, 200 people were killed; 25 000 people fled.", "200 people=200..200; 25 000 people=25000..25000"),
    ("In 2014 12 soldiers died.", "12 soldiers=12..12"),
    ("Published May 3 2009 At least 17 people died.", "At least 17 people=17.."),
    ("Two of them died.", "Two of them=2..2"),
    ("In rooms 101 102 men were held, 12\u00a0500 men elsewhere.", "102 men=102..102; 12\u00a0500 men=12500..12500"),
    ("A pit 2m deep lay 50m away.", ""),
    ("Some 1.2m refugees fled.", "Some 1.2m refugees=1080000..1320000"),
    ("The toll rose from 12 to 15.", "12=12..12; 15=15..15"),
    ("The side won with a score of 3-1.", ""),
    ("Some 3 lakh people fled and 2 crore rupees were lost.", "Some 3 lakh people=270000..330000"),
    ("Nobody was hurt.", "Nobody=0..0"),
    ("Between 20 and 30 rebels were arrested.", "Between 20 and 30 rebels=20..30"),
]


@pytest.mark.parametrize(("words", "expected"), PLAIN + RANGES + BOUNDED + VAGUE + GROUPS)
def test_bounds(words: str, expected: str) -> None:
    found = bounds(words)
    assert found is not None
    assert f"{found.low}..{'' if found.high is None else found.high}" == expected


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_counted(text: str, expected: str) -> None:
    found = [(c.span.of(text), c.bounds.low, c.bounds.high) for c in find_counts(text)]
    assert "; ".join(f"{words}={low}..{'' if high is None else high}" for words, low, high in found) == expected
