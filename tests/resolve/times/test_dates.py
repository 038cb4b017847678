"""Dates: invented sentences with one or more [expressions], and the interval each stands for."""

import re
from datetime import date

import pytest

from tacitus.records.span import Span
from tacitus.records.value import TimeValue
from tacitus.resolve.times.dates import RELATIVE, find_times, is_duration, is_relative, resolve_times

MONDAY = date(2021, 2, 15)  # the day of publication throughout


def read(marked: str, published: date | None = MONDAY) -> list[TimeValue | None]:
    """The values of the bracketed expressions, in their order; None for durations."""
    text, spans = "", []
    for piece in re.split(r"(\[[^\]]*\])", marked):
        if piece.startswith("["):
            spans.append(Span(len(text), len(text) + len(piece) - 2))
        text += piece.strip("[]")
    values = resolve_times(text, spans, published=published)
    return [values.get(span) for span in spans]


def told(value: TimeValue | None) -> str:
    """A value as the tables below write it."""
    if value is None:
        return "-"
    if value == RELATIVE:
        return "?"
    return value.earliest or "" if value.earliest == value.latest else f"{value.earliest or ''}..{value.latest or ''}"


ABSOLUTE = [
    ("It happened on [Feb. 15, 2021].", "2021-02-15"),
    ("It happened on [15 February 2020].", "2020-02-15"),
    ("On [15/02/2020] and on [2020-02-15T09:30Z].", "2020-02-15 2020-02-15T09:30Z"),
    ("On [04.07.2020] it burned.", "2020-07-04"),  # the nearer of 4 July and 7 April
    ("On [Aug 142016] and [the 3rd of May, 2019].", "2016-08-14 2019-05-03"),
    ("FROM [9 FEB 95] ON.", "1995-02-09"),
    ("From [26 June - 2 July 2018].", "2018-06-26..2018-07-02"),
    ("[3-5 June 2019] and [May 11-12, 2020].", "2019-06-03..2019-06-05 2020-05-11..2020-05-12"),
    ("In [November 2020] and in [2015].", "2020-11-01..2020-11-30 2015-01-01..2015-12-31"),
    ("In [the 1990s], [the early 1980s] and ['82].",
     "1990-01-01..1999-12-31 1980-01-01..1983-12-31 1982-01-01..1982-12-31"),
    ("[mid-2011], [late 2019], [the end of 2014].",
     "2011-04-01..2011-09-30 2019-10-01..2019-12-31 2014-12-01..2014-12-31"),
    ("In [the spring of 2015] and [the third quarter of 2009].", "2015-03-01..2015-05-31 2009-07-01..2009-09-30"),
    ("At [2 a.m. on 9 November 2011], at [11:40 p.m. on May 3, 2019].", "2011-11-09T02:00 2019-05-03T23:40"),
    ("At [14:48 GMT on 6 October 2008].", "2008-10-06T14:48Z"),
    ("[since 2015]", "2015-01-01..2021-02-15"),
    ("[2009 and 2012], [2015-16], [from Monday to Wednesday]",
     "2009-01-01..2012-12-31 2015-01-01..2016-12-31 2021-02-08..2021-02-10"),
]  # fmt: skip

WITHOUT_YEAR = [
    ("It burned on [12 February].", "2021-02-12"),
    ("It burned on [March 3].", "2020-03-03"),
    ("They vowed to attack on [March 3].", "2021-03-03"),
    ("The talks will be held on [20 February].", "2021-02-20"),
    ("They will keep the truce in place since [October 18].", "2020-10-18"),
    ("It burned on [the 12th].", "2021-02-12"),
    ("Hundreds died [between 3 and 5 June].", "2020-06-03..2020-06-05"),
    ("He was arrested in [May].", "2020-05-01..2020-05-31"),
    ("The court will rule in [May].", "2021-05-01..2021-05-31"),
    ("They must leave [by May 1].", "..2021-05-01"),
    ("It is to pull out [by the end of the year].", "..2021-12-31"),
    ("It fell in [June last year] and [last June].", "2020-06-01..2020-06-30 2020-06-01..2020-06-30"),
    ("It fell in [the last week of January].", "2021-01-25..2021-01-31"),
    ("The curfew starts at [06:00 Tuesday, February 16].", "2021-02-16T06:00"),
    ("He fled [on Christmas Day].", "2020-12-25"),
    ("They vowed to launch more attacks before the election in [May].", "2021-05-01..2021-05-31"),
    ("The army shelled two towns before the election in [March].", "2021-03-01..2021-03-31"),
    ("They rejected the deadline on [2 March].", "2021-03-02"),
    ("The army shelled two towns before the election in [January].", "2021-01-01..2021-01-31"),
    ("It rose after the election in [March].", "2020-03-01..2020-03-31"),
]  # fmt: skip

WEEKDAYS = [
    ("Police said on [Monday].", "2021-02-15"),
    ("The mayor was shot on [Wednesday].", "2021-02-10"),
    ("He said on [Saturday] that ministers will meet on [Wednesday].", "2021-02-13 2021-02-17"),
    ("Ministers agreed to meet on [Friday].", "2021-02-19"),
    ("On [Thursday] the two sides will sign.", "2021-02-18"),
    ("Unions called a strike for [Tuesday].", "2021-02-16"),
    ("Unions have called for a general strike on [Tuesday].", "2021-02-16"),
    ("Unions called for calm on [Tuesday] after the strike.", "2021-02-09"),
    ("Unions that had called for a strike on [Tuesday] thanked all.", "2021-02-09"),
    ("It followed a call for a strike on [Tuesday].", "2021-02-09"),
    ("The rebels were given until [Friday] to leave.", "2021-02-19"),
    ("It burned [last Friday]; they meet [next Monday].", "2021-02-12 2021-02-22"),
    ("It burned on [Tuesday last week].", "2021-02-09"),
    ("[Monday's] blast came after [Friday's].", "2021-02-15 2021-02-12"),
    ("It burned [on Sunday] and [late Sunday].", "2021-02-14 2021-02-14T18:00..2021-02-14T23:59"),
    ("It burned on [Wenesday].", "2021-02-10"),
]

RELATIVES = [
    ("[yesterday], [today] and [tomorrow]", "2021-02-14 2021-02-15 2021-02-16"),
    ("[the day before yesterday]", "2021-02-13"),
    ("[tonight] and [overnight]", "2021-02-15T18:00..2021-02-16T05:59 2021-02-14T18:00..2021-02-15T05:59"),
    ("[last week], [this week] and [next week]",
     "2021-02-08..2021-02-14 2021-02-15..2021-02-21 2021-02-22..2021-02-28"),
    ("It rained [earlier this month].", "2021-02-01..2021-02-15"),
    ("It is due [later this year].", "2021-02-15..2021-12-31"),
    ("[last month], [last year], [next year]", "2021-01-01..2021-01-31 2020-01-01..2020-12-31 2022-01-01..2022-12-31"),
    ("[two days ago] and [three weeks ago]", "2021-02-13 2021-01-22..2021-01-28"),
    ("[five years ago]", "2016-01-01..2016-12-31"),
    ("In [the past 24 hours] and in [the next two weeks].", "2021-02-14..2021-02-15 2021-02-15..2021-03-01"),
    ("He must leave [within 48 hours].", "2021-02-15..2021-02-17"),
    ("It burned in last [24 hours]; it fell [two days] ago.", "2021-02-14..2021-02-15 2021-02-13"),
    ("Shots were fired over [the weekend].", "2021-02-13..2021-02-14"),
    ("[the end of last year]", "2020-12-01..2020-12-31"),
    ("It began on [10 February]; [the following day] she fled, [two days later] he.",
     "2021-02-10 2021-02-11 2021-02-13"),
    ("The camp was hit on [Tuesday]. It had been hit [a day earlier] and [the same night].",
     "2021-02-09 2021-02-08 2021-02-08T18:00..2021-02-09T05:59"),
]  # fmt: skip

PARTS_OF_DAYS = [
    ("It burned on [Friday evening].", "2021-02-12T18:00..2021-02-12T23:59"),
    ("It burned [early on Friday].", "2021-02-12T00:00..2021-02-12T08:59"),
    ("It burned [yesternight].", "2021-02-14T18:00..2021-02-15T05:59"),
    ("It burned in [the night of 3 May].", "2020-05-03T18:00..2020-05-04T05:59"),
    (
        "It burned [before dawn today] and at [7.15 this morning].",
        "2021-02-15T04:00..2021-02-15T06:59 2021-02-15T07:15",
    ),
    ("On Saturday, a blast at [9:25 a.m.] local time shook it.", "2021-02-13T09:25"),
    ("On [Saturday] a blast shook it. The second came at [10 p.m.], police said.", "2021-02-13 2021-02-13T22:00"),
    ("At [9.20] on [Saturday night] he spoke.", "2021-02-13T09:20 2021-02-13T18:00..2021-02-14T05:59"),
    ("They have [until midnight on Wednesday].", "..2021-02-18T00:00"),
    ("It was quiet.\n[13:05] - Shots are heard.", "2021-02-15T13:05"),
    ("Sunday, 14 February 2021\n\n[4:05pm]\nShots are heard.", "2021-02-14T16:05"),
    (
        "It burned at [14:30+02:00 on Friday] and on [2021-02-12T06:10+0300].",
        "2021-02-12T14:30+02:00 2021-02-12T06:10+03:00",
    ),
    (
        "It burned at [0610 hrs on Friday], at [06.10 local time] on Friday, at [0610Z on Friday].",
        "2021-02-12T06:10 2021-02-12T06:10 2021-02-12T06:10Z",
    ),
    ("On Friday at [1945] hours it burned, on Friday at [14:30]+02:00 too.", "2021-02-12T19:45 2021-02-12T14:30+02:00"),
    # What is not known as a whole may name a day all the same.
    ("It burned on [Friday the] eve of the feast.", "2021-02-12"),
    ("It burned on [Friday the first day of the Feast of Lamps].", "2021-02-12"),
    ("It burned in [the hours of Friday].", "2021-02-12"),
    ("It burned [weeks before Friday the feast] or on [Friday Sunday].", "? ?"),
    ("In [2015] local elections were held.", "2015-01-01..2015-12-31"),
    ("A blast shook it at [9:25 a.m.] local time.", "?"),
]

UNKNOWN_OR_LONG = [
    ("They met during [Ramadan] and on [Independence Day].", "? ?"),
    ("It lasted [three hours] in a [15-year] war, [decades] long.", "- - -"),
    ("They held him for [several weeks] and [almost a year].", "- -"),
    ("It was on [31 June], at [25:99], in [this].", "? ? ?"),
    ("It happened [recently].", "?"),
]


@pytest.mark.parametrize(
    ("text", "expected"), ABSOLUTE + WITHOUT_YEAR + WEEKDAYS + RELATIVES + PARTS_OF_DAYS + UNKNOWN_OR_LONG
)
def test_resolved(text: str, expected: str) -> None:
    assert " ".join(told(value) for value in read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On [Feb. 15, 2021] and in [2015].", "2021-02-15 2015-01-01..2015-12-31"),
        ("[15 February], [Monday], [last week], [two days ago], [the weekend]", "? ? ? ? ?"),
        ("On [04/07/2020] it burned.", "2020-04-07..2020-07-04"),
        (
            "It began on [10 May 2019]; [the following day] it ended at [noon].",
            "2019-05-10 2019-05-11 2019-05-11T12:00",
        ),
        ("They have fought [since 2015] for [three years].", "2015-01-01.. -"),
    ],
)
def test_without_a_publication_date_only_what_is_fixed_resolves(text: str, expected: str) -> None:
    values = read(text, published=None)
    assert " ".join(told(value) for value in values) == expected
    assert [is_relative(v) for v in values if v] == [e == "?" for e in expected.split() if e != "-"]


@pytest.mark.parametrize(
    ("words", "precision"),
    [("9:25 a.m. on Friday", "minute"), ("9 a.m. on Friday", "hour"), ("Friday night", "hour"), ("Friday", "day"),
     ("last week", "week"), ("May 2019", "month"), ("last summer", "season"), ("2019", "year"), ("the 1990s", "decade"),
     ("Ramadan", "relative")],
)  # fmt: skip
def test_precision(words: str, precision: str) -> None:
    (value,) = read(f"It burned on [{words}].")
    assert value is not None
    assert value.precision == precision


# Texts whose [expressions] are all found, and nothing else is.
FOUND = [
    "It burned on [Feb. 15, 2021], [two days ago], and again [last week].",
    "At [9:25 a.m. on Monday] the guards, who had fought for [three hours], gave up.",
    "At [14:30+02:00 on Monday] and [0610 hrs on Friday]; in [2015] local elections took 1500l of fuel.",
    "By [the end of last year] and since [2015] some 40 people had fled.",
    "In [May] he may march; in [March] they may not.",
    "KABUL, [Feb 15]: Shares fell 3.25 percent and 2000 people lost 16.03 points.",
    "[Friday, 12 February], [early June], [the 1990s] and [the third quarter].",
    "The [15-year] war began in [the spring of 2006].",
    "Brigade 47 and flight 2015 fell back a second time.",
    "On [the 15th] they sat on the sun deck.",
]


@pytest.mark.parametrize("marked", FOUND)
def test_found(marked: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    assert [s.of(text) for s in find_times(text)] == re.findall(r"\[([^\]]*)\]", marked)


@pytest.mark.parametrize("words", ["three hours", "15-year", "decades", "almost a year", "a third night", "two-week"])
def test_durations(words: str) -> None:
    assert is_duration(words)


@pytest.mark.parametrize("words", ["two days ago", "Monday", "the past 24 hours", "2015", "9 a.m.", "the 1990s"])
def test_what_is_no_duration(words: str) -> None:
    assert not is_duration(words)


@pytest.mark.parametrize(
    "text", ["Monday " * 999, "1-" * 9000, "the end of the " * 999, "12:" * 9000, "two days ago " * 500]
)
def test_hostile_texts_are_read_in_passing(text: str) -> None:
    spans = find_times(text)
    assert len(resolve_times(text, [*spans[:300], Span(0, len(text))], published=MONDAY)) <= len(spans) + 1


def test_a_day_lies_in_the_days_that_the_heading_tells() -> None:
    text = "Sitrep 10 to 16 May 2013. 12 May: two died. They fled the next day. On 20 June it rained."
    values = {span.of(text): value for span, value in resolve_times(text, find_times(text), published=None).items()}
    assert values["12 May"].earliest == "2013-05-12"
    assert values["the next day"].earliest == "2013-05-13"
    assert is_relative(values["20 June"])


@pytest.mark.parametrize(
    ("words", "published", "earliest", "latest"),
    [
        ("earlier this year", date(2031, 3, 12), "2031-01-01", "2031-03-12"),
        ("earlier this week", date(2031, 3, 13), "2031-03-10", "2031-03-13"),
        ("earlier this week", date(2031, 3, 10), "2031-03-04", "2031-03-10"),  # a Monday
    ],
)
def test_earlier_before_a_marked_span_ends_with_the_report(
    words: str, published: date, earliest: str, latest: str
) -> None:
    text = f"Two drovers were shot {words} in a gorge."
    start = text.index("this")
    span = Span(start, text.index(" in a gorge"))
    value = resolve_times(text, [span], published=published)[span]
    assert (value.earliest, value.latest) == (earliest, latest)


def test_a_day_after_another_happening_is_not_the_day_after_the_report() -> None:
    text = "The shelling comes a day after the fall of the fort."
    span = Span(text.index("a day after"), text.index(" the fall"))
    value = resolve_times(text, [span], published=date(2031, 3, 12))[span]
    assert value.earliest is None and value.precision == "relative"


def test_a_sentence_in_capitals_is_no_dateline() -> None:
    [value] = read("THE PRESIDENT TRAVELS TO LOM ON [THURSDAY] FOR TALKS WITH HIS COUNTERPART.")
    assert value is not None and value.earliest == "2021-02-18"


def test_hours_are_of_the_day_told_and_not_of_the_one_counted_from_it() -> None:
    text = "They burned houses on Thursday, after an ambush the day before. They came at 9 a.m. from a hill."
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("Thursday", "the day before", "9 a.m.")]
    values = resolve_times(text, spans, published=date(2021, 9, 17))
    assert [values[s].earliest for s in spans] == ["2021-09-16", "2021-09-15", "2021-09-16T09:00"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In [March 2014] a mill burned and [the year before] a barn.",
         "2014-03-01..2014-03-31 2013-01-01..2013-12-31"),
        ("Guns fell silent in [May 2019]. They spoke again [the following month].",
         "2019-05-01..2019-05-31 2019-06-01..2019-06-30"),
        ("The ford was lost in [2015] and won back [two years later].",
         "2015-01-01..2015-12-31 2017-01-01..2017-12-31"),
        ("In [2014] a mill burned. Nobody came. A baker had left it [the month before].",
         "2014-01-01..2014-12-31 2021-01-01..2021-01-31"),
    ],
)  # fmt: skip
def test_the_year_before_counts_from_the_date_beside_it(text: str, values: str) -> None:
    assert " ".join(map(told, read(text))) == values


def test_what_came_after_something_did_not_come_after_the_day_told_of() -> None:
    assert told(read("A barn burned on [Sunday]. The fire came [a day after] a storm.")[1]) == "?"
    assert told(read("A barn burned on [Sunday]. The storm came [the day before].")[1]) == "2021-02-13"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The mill burned on [the 17th].", "2021-01-17"),  # two days ahead is no slip where no month is said
        ("The mill burned on [9 July]. The ford was shelled on [the 11th].", "2020-07-09 2020-07-11"),
        ("On [27 April 2019] he was held, three days after the town fell on [the 24th].", "2019-04-27 2019-04-24"),
        ("The unions call for a strike on [the 18th].", "2021-02-18"),
        ("Shops stayed shut on [Thursday the 21st].", "2021-01-21"),
        ("Shops will stay shut on [Thursday the 18th].", "2021-02-18"),
        # a date without a year goes on from the day of another year told beside it
        ("She fled on [13 April 1996]; her brother, held since [14 April], is dead.", "1996-04-13 1996-04-14"),
        ("He drove there on [24 March of last year], and on [5 December] they came.", "2020-03-24 2020-12-05"),
        # the day after several is the day after the last of them
        ("Rebels held it [between 5 and 9 January]; troops came back [the following day].",
         "2021-01-05..2021-01-09 2021-01-10"),
        # what is past was not the day after its own report
        ("A raid was told on [Monday]. The crowd took its revenge [the following day].", "2021-02-15 ?"),
        ("Having held it for [a morning], they left; soldiers came on [Sunday].", "? 2021-02-14"),
        ("It was won [on 18 January]. [Five days later], on [the Saturday], they came back on [the 24th].",
         "2021-01-18 2021-01-23 2021-01-23 2021-01-24"),
        ("It was won [on 18 January]. [Five days later], on the [Saturday], they came.",
         "2021-01-18 2021-01-23 2021-01-23"),
        # what hangs on a day that is not known is not known
        ("It burned on [Friday]. On [the Tuesday before the feast] they took Harl; [the following day] they left.",
         "2021-02-12 ? ?"),
        ("The mill burned on [Sunday]. On [Wednesday the previous week] they had left.", "2021-02-14 2021-02-03"),
        # so far, and not on that day
        ("As of [10 February], 3,900 had fled.", "..2021-02-10"),
        # an hour is of the day of the deed, and not of that on which its dead were counted
        ("A raid on [Saturday] killed many. The toll rose to 304 on [Monday]. They came at [4 a.m.].",
         "2021-02-13 2021-02-15 2021-02-13T04:00"),
        ("He was shot [YESTERDAY (14) AT ABOUT 5.30 P.M.].", "2021-02-14T17:30"),
        ("The jets came on [Sunday] [after midnight].", "2021-02-14 2021-02-14T00:00..2021-02-14T05:59"),
        # a piece of how long it took is no time
        ("In a [2]-1/2 year war a fight lasted [two] hours; 17 died within one [week].", "- - -"),
        # since when something goes on is the day of nothing else
        ("Held by rebels since [3 August 2014], the town fell. At [14:30] they fired.", "2014-08-03 ?"),
    ],
)  # fmt: skip
def test_days_that_others_tell(text: str, values: str) -> None:
    assert " ".join(map(told, read(text))) == values
