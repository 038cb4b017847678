"""Counts that are told as overtaken, as wrong or as grown."""

import time

import pytest

from tacitus.records.former import STOP, overtaken, refuted, risen
from tacitus.records.span import Span


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fourteen miners died, up from twelve on Monday.", "twelve"),
        ("The toll rose on Friday to 31 from 28.", "28"),
        ("The clinic now has 22 dead, against an earlier count of 17.", "17"),
        ("The clinic counts 27 dead; it was nine on Tuesday.", "nine"),
        ("The clinic puts the dead at 38, against 31 on Monday.", "31"),
        ("The month's total is 119 deaths, against 87 in January.", "87"),
        ("The guards lost nine men, compared with six last month.", "six"),
        ("The governor had earlier put the dead at eleven.", "eleven"),
        ("The river guard first spoke of eight drowned; it now says ten.", "eight drowned"),
        ("First reports of five scalded proved too low.", "five scalded"),
        ("The ministry says nine, first posts on the radio's page had four.", "four"),
        ("Seven weavers are missing, five as first told.", "five"),
        ("The league, which said forty at first, has a longer list.", "forty"),
        ("Nine weavers died (the parish's own list; initial seven).", "seven"),
        ("It killed 26 millers. The toll was given at the time as 23.", "23"),
        ("There were 28 dead; the number of twelve given in the first hours was of bodies found by then.", "twelve"),
    ],
)
def test_what_was_counted_before(text: str, count: str) -> None:
    assert overtaken(text, _span(text, count))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fourteen miners died, up from twelve on Monday.", "Fourteen miners"),
        ("The toll rose from 28 to 31.", "31"),
        ("A raid on the mill killed nine on Tuesday.", "nine"),
        ("The provisional toll stands at 16.", "16"),
        ("The first blast killed ten people.", "ten people"),
        ("Police first heard of it at noon. Six people died.", "Six people"),
        ("They pulled down from six roofs the flags of the front.", "six roofs"),
        ("Four men were shot at first light.", "Four men"),
    ],
)
def test_what_still_holds(text: str, count: str) -> None:
    assert not overtaken(text, _span(text, count))


def test_a_month_cut_short_ends_no_sentence() -> None:
    text = "It first spoke of eight on Sept. 19 and now of ten. Gen. Nur agreed. All were weavers."
    assert [m.start() for m in STOP.finditer(text)] == [text.index(". Gen"), text.index(". All")]


def test_what_is_called_wrong() -> None:
    text = (
        "Nine people, not six, died, and not the thirty of the radio; not one of them, and not more than two, was old."
    )
    assert [refuted(text, _span(text, words)) for words in ("six", "thirty", "Nine people")] == [True, True, False]
    assert not refuted(text, _span(text, "one of them"))
    assert not refuted(text, _span(text, "more than two"))


def test_hostile_words_cost_no_time() -> None:
    began = time.perf_counter()
    for words in ("earlier ", "rose ", "said earlier ", "of at as ", "first a toll of ", ", as first as "):
        text = words * 4000
        overtaken(text, Span(len(text) - 1, len(text)))
        overtaken(text, Span(0, 1))
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The death toll from the blast in Maro rose to 34 on Tuesday.", "34"),
        ("Two of the wounded died, bringing the number of dead to at least nine.", "nine"),
        ("The toll of the raid is now 34.", "34"),
        ("The count now stands at 34.", "34"),
        ("The ambush in which seven guards are now dead was filmed.", "seven guards"),
        ("Eleven men have now died of the blast.", "Eleven men"),
    ],
)
def test_what_an_earlier_count_has_grown_to_is_told(text: str, count: str) -> None:
    assert risen(text, _span(text, count))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The blast killed 34 people, who rose to pray.", "34"),
        ("Nine people died. The toll rose to 34.", "Nine"),
        ("Gunmen went to the ford and killed nine.", "nine"),
    ],
)
def test_other_counts_have_not_grown(text: str, count: str) -> None:
    assert not risen(text, _span(text, count))
