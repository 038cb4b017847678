"""A list of date expressions written before the code was looked at: the day of the report, sentences, what they mean.

Intervals are written as in ``test_dates``; "?" is an expression that the text does not fix, "-" a duration.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from tacitus.resolve.times.dates import find_times
from tests.resolve.times.test_dates import read, told

JUNE = date(2014, 6, 4)  # a Wednesday
MARCH = date(1989, 3, 16)  # a Thursday
FEBRUARY = date(2021, 2, 15)  # a Monday
JANUARY = date(2022, 1, 3)  # a Monday

WEEKDAYS = [
    (JUNE, "Gunmen killed three on [Sunday].", "2014-06-01"),
    (JUNE, "Gunmen killed three on [Wednesday].", "2014-06-04"),
    (JUNE, "The envoy is to arrive on [Friday].", "2014-06-06"),
    (JUNE, "The envoy arrives [Friday] for talks.", "2014-06-06"),
    (JUNE, "The bodies were found on [Thursday].", "2014-05-29"),
    (JUNE, "The parade planned for [Saturday] was called off.", "2014-06-07"),
    (JUNE, "Six fell on [Monday]. A shell hit a mill [later that day].", "2014-06-02 2014-06-02"),
    (JUNE, "Tanks rolled in at [dawn on] [Sunday].", "2014-06-01T04:00..2014-06-01T06:59 2014-06-01"),
    (JUNE, "The curfew imposed on [Saturday] was lifted.", "2014-05-31"),
    (JUNE, "[This coming Friday] he will be sworn in.", "2014-06-06"),
    (JUNE, "He speaks [this Friday].", "2014-06-06"),
    (JUNE, "It burned [last Tuesday].", "2014-06-03"),
    (JUNE, "They meet [next Sunday].", "2014-06-08"),
    (JUNE, "It burned on [Sunday night].", "2014-06-01T18:00..2014-06-02T05:59"),
    (JUNE, "It burned in [the early hours of Sunday].", "2014-06-01T00:00..2014-06-01T05:59"),
    (JUNE, "It burned [early Sunday].", "2014-06-01T00:00..2014-06-01T08:59"),
    (JUNE, "[Sunday's] vote passed off quietly.", "2014-06-01"),
    (JUNE, "[Sunday's] march will go ahead.", "2014-06-08"),
    (JUNE, "It burned on [Monday last week].", "2014-05-26"),
    (JUNE, "It burned on [Thursday of last week].", "2014-05-29"),
    (JUNE, "Between [Thursday and Saturday] twelve died.", "2014-05-29..2014-05-31"),
    (JUNE, "Shots were fired [from Sunday to Tuesday].", "2014-06-01..2014-06-03"),
    (JUNE, "Fighting has raged [since Saturday].", "2014-05-31..2014-06-04"),
    (JUNE, "They must leave [by Friday].", "..2014-06-06"),
    (JUNE, "They have [until Sunday] to leave.", "..2014-06-08"),
    (JUNE, "[By Friday] all but two of the hamlets had been retaken.", "..2014-05-30"),
    (JUNE, "[By Friday] the army must be gone.", "..2014-06-06"),
    (JUNE, "The raid on the mill on [Friday] may be the worst of the year.", "2014-05-30"),
    (JUNE, "The rebels may have left on [Friday].", "2014-05-30"),
    (JUNE, "The rebels may leave on [Friday].", "2014-06-06"),
    (JUNE, "There could be a strike on [Friday].", "2014-06-06"),
    (JUNE, "It burned on [Friday, May 30].", "2014-05-30"),
    (JUNE, "It burned on [Wednesday 28 May].", "2014-05-28"),
    (JUNE, "They will meet on [Friday 6 June].", "2014-06-06"),
    (JUNE, "He said on [Tuesday] that the attack on [Monday] killed two.", "2014-06-03 2014-06-02"),
    (JUNE, "It burned on [Tues.] and on [Mon].", "2014-06-03 2014-06-02"),
    (JUNE, "He said so [late Tuesday].", "2014-06-03T18:00..2014-06-03T23:59"),
    (JUNE, "It burned at [midday Tuesday].", "2014-06-03T12:00"),
    (JUNE, "It burned [Tuesday afternoon].", "2014-06-03T12:00..2014-06-03T17:59"),
    (JUNE, "It burned [at dawn on Tuesday].", "2014-06-03T04:00..2014-06-03T06:59"),
    (JUNE, "It burned on [both Monday and Tuesday].", "2014-06-02..2014-06-03"),
    (JUNE, "Shots were fired [over the weekend].", "2014-05-31..2014-06-01"),
    (JUNE, "They will vote [this weekend].", "2014-06-07..2014-06-08"),
    (JUNE, "They voted [last weekend].", "2014-05-31..2014-06-01"),
]  # fmt: skip

RANGES = [
    (JUNE, "It rained from [29 May to 3 June].", "2014-05-29..2014-06-03"),
    (JUNE, "It rained [from 28 December to 3 January].", "2013-12-28..2014-01-03"),
    (JUNE, "It rained [28 December 2013 to 3 January 2014].", "2013-12-28..2014-01-03"),
    (JUNE, "It rained [between 28 December 2013 and 3 January 2014].", "2013-12-28..2014-01-03"),
    (JUNE, "It rained [30 May–2 June 2014].", "2014-05-30..2014-06-02"),
    (JUNE, "It rained [May 30-June 2, 2014].", "2014-05-30..2014-06-02"),
    (JUNE, "It rained [December 30-January 2].", "2013-12-30..2014-01-02"),
    (JUNE, "It rained [from November 2012 to February 2013].", "2012-11-01..2013-02-28"),
    (JUNE, "It rained [between March and May].", "2014-03-01..2014-05-31"),
    (JUNE, "It rained [between November and February].", "2013-11-01..2014-02-28"),
    (JUNE, "He ruled [from 1998 to 2003].", "1998-01-01..2003-12-31"),
    (JUNE, "In the war of [1998-2003] and in [1998/99].", "1998-01-01..2003-12-31 1998-01-01..1999-12-31"),
    (JUNE, "It burned on [3 and 4 June].", "2014-06-03..2014-06-04"),
    (JUNE, "It burned [on the night of 3–4 June].", "2014-06-03T18:00..2014-06-04T05:59"),
    (JUNE, "It burned [on the night of June 2].", "2014-06-02T18:00..2014-06-03T05:59"),
    (JUNE, "It burned [in the night of 31 May to 1 June].", "2014-05-31T18:00..2014-06-01T05:59"),
    (JUNE, "It burned [overnight from Monday to Tuesday].", "2014-06-02T18:00..2014-06-03T05:59"),
    (JUNE, "It burned [overnight].", "2014-06-03T18:00..2014-06-04T05:59"),
    (JUNE, "It rained in [April and May].", "2014-04-01..2014-05-31"),
    (JANUARY, "It rained [from Thursday to Saturday].", "2021-12-30..2022-01-01"),
    (JANUARY, "It burned [last month] and on [31 December].", "2021-12-01..2021-12-31 2021-12-31"),
    (JANUARY, "It burned [last week].", "2021-12-27..2022-01-02"),
    (JANUARY, "Nine barns burned in [the last week].", "2021-12-27..2022-01-03"),
    (JANUARY, "Nine barns burned during the [last month].", "2021-12-03..2022-01-03"),
]  # fmt: skip

RELATIVES = [
    (JUNE, "It fell [a fortnight ago].", "2014-05-18..2014-05-24"),
    (JUNE, "It fell [the week before last].", "2014-05-19..2014-05-25"),
    (JUNE, "It fell [the month before last].", "2014-04-01..2014-04-30"),
    (JUNE, "It fell [the year before last].", "2012-01-01..2012-12-31"),
    (JUNE, "It was hit on [10 May]. [Twelve days after the attack] she fled.", "2014-05-10 2014-05-22"),
    (JUNE, "It was hit on [10 May]. [The day after], troops left.", "2014-05-10 2014-05-11"),
    (JUNE, "It was hit on [10 May]. [The day before], troops had left.", "2014-05-10 2014-05-09"),
    (JUNE, "It was hit on [10 May]. [A week later] troops left.", "2014-05-10 2014-05-14..2014-05-20"),
    (JUNE, "It threatened to use force; on [1 June] it said ten had died.", "2014-06-01"),
    (JUNE, "Rebels agreed to a truce starting at [14:00 on Sunday].", "2014-06-08T14:00"),
    (JUNE, "[Earlier Tuesday] troops took a mill. [Later on Monday] it burned.", "2014-06-03 2014-06-02"),
    (JUNE, "Ten died in a fire starting on [Sunday].", "2014-06-01"),
    (JUNE, "The government accepted the plan on [Sunday].", "2014-06-01"),
    (JUNE, "The leader rejected his rival's peace plan on [Sunday].", "2014-06-01"),
    (JUNE, "The rebels plan a march on [Sunday].", "2014-06-08"),
    (JUNE, "The leader had offered a truce starting on [July 15].", "2014-07-15"),
    (JUNE, "The leader had offered a truce starting on [April 15].", "2014-04-15"),
    (JUNE, "Troops left [a day later] and the mill burned [that day].", "? ?"),
    (JUNE, "It was hit on [10 March]. [A month later] troops left.", "2014-03-10 2014-04-01..2014-04-30"),
    (JUNE, "It was hit on [10 May]. [The next morning] troops left.",
     "2014-05-10 2014-05-11T06:00..2014-05-11T11:59"),
    (JUNE, "It was hit on [10 May]. [Three days earlier] troops had left.", "2014-05-10 2014-05-07"),
    (JUNE, "It was hit on [10 May]. [The same day] troops left; [that night] they came back.",
     "2014-05-10 2014-05-10 2014-05-10T18:00..2014-05-11T05:59"),
    (JUNE, "It was hit on [Tuesday]. [Later in the day] troops left.", "2014-06-03 2014-06-03"),
    (JUNE, "It fell [two days before the vote].", "?"),
    (JUNE, "It was hit on [Tuesday]; [hours later] it fell.", "2014-06-03 ?"),
    (JUNE, "It fell [ten days ago].", "2014-05-25"),
    (JUNE, "It fell [a couple of days ago].", "2014-06-02"),
    (JUNE, "It fell [a year ago] and [a year ago today].", "2013-01-01..2013-12-31 2013-06-04"),
    (JUNE, "Twelve died [over the past three days].", "2014-06-01..2014-06-04"),
    (JUNE, "Twelve died [in the past week].", "2014-05-28..2014-06-04"),
    (JUNE, "Twelve died [in the past 24 hours].", "2014-06-03..2014-06-04"),
    (JUNE, "Twelve died [in recent days].", "?"),
    (JUNE, "They will meet [in the coming days].", "?"),
    (JUNE, "They will meet [within the next ten days].", "2014-06-04..2014-06-14"),
    (JUNE, "They will vote [in three weeks].", "2014-06-22..2014-06-28"),
    (JUNE, "They will vote in [10 days' time].", "2014-06-14"),
    (JUNE, "Forty died [so far this year].", "2014-01-01..2014-06-04"),
    (JUNE, "Forty died [earlier this month] and [earlier this week].", "2014-06-01..2014-06-04 2014-06-02..2014-06-04"),
    (JUNE, "It fell [earlier today].", "2014-06-04"),
    (JUNE, "It fell [late last month].", "2014-05-21..2014-05-31"),
    (JUNE, "It fell [late last year].", "2013-10-01..2013-12-31"),
    (JUNE, "It fell [early this year].", "2014-01-01..2014-03-31"),
    (JUNE, "It fell in [the second half of last year].", "2013-07-01..2013-12-31"),
    (JUNE, "It fell [last summer] and [last winter].", "2013-06-01..2013-08-31 2013-12-01..2014-02-28"),
    (JUNE, "They have fought [for the past decade].", "2004-06-04..2014-06-04"),
    (JUNE, "They meet later [this month].", "2014-06-01..2014-06-30"),
]  # fmt: skip

PARTS = [
    (JUNE, "It fell in [mid-2012] and in [the mid-1980s].", "2012-04-01..2012-09-30 1984-01-01..1986-12-31"),
    (JUNE, "It fell in [mid-May] and in [the middle of May].", "2014-05-11..2014-05-20 2014-05-11..2014-05-20"),
    (JUNE, "It fell at [the beginning of 2012].", "2012-01-01..2012-01-31"),
    (JUNE, "It fell in [the first half of 2012].", "2012-01-01..2012-06-30"),
    (JUNE, "It fell in [the late 1970s].", "1976-01-01..1979-12-31"),
    (JUNE, "It fell in [the winter of 2011-12].", "2011-12-01..2012-02-29"),
    (JUNE, "It fell in [the first week of May].", "2014-05-01..2014-05-07"),
    (JUNE, "It fell on [the last day of May].", "2014-05-31"),
    (JUNE, "It fell on [the first Friday in May].", "2014-05-02"),
    (JUNE, "It fell in [the 1990s].", "1990-01-01..1999-12-31"),
]

BOUNDS = [
    (JUNE, "They have fought [since 2011] and [since March 2011].", "2011-01-01..2014-06-04 2011-03-01..2014-06-04"),
    (JUNE, "Forty thousand had fled [by the end of May].", "..2014-05-31"),
    (FEBRUARY, "They must leave [by the end of May].", "..2021-05-31"),
    (FEBRUARY, "They have [until 15 March].", "..2021-03-15"),
    (JUNE, "They must disarm [before 1 July].", "..2014-06-30"),
    (JUNE, "They must disarm [no later than 30 June].", "..2014-06-30"),
    (JUNE, "They set a deadline of [30 June].", "2014-06-30"),
    (JUNE, "No visas will be issued [after 1 July].", "2014-07-01.."),
    (JUNE, "The ban will apply [from 1 July].", "2014-07-01.."),
    (JUNE, "The toll stood at forty [as of 1 June].", "2014-06-01"),
]

CLOCKS = [
    (JUNE, "It burned at [0930 GMT] on Tuesday.", "2014-06-03T09:30Z"),
    (JUNE, "It burned at [7 a.m. local time on Tuesday].", "2014-06-03T07:00"),
    (JUNE, "It burned at [1400 hours on Monday].", "2014-06-02T14:00"),
    (JUNE, "It burned at [2:30 p.m. (1130 GMT) on Monday].", "2014-06-02T14:30"),
    (JUNE, "It burned [shortly before noon on Monday].", "2014-06-02T12:00"),
    (JUNE, "It burned [shortly after midnight on Monday].", "2014-06-02T00:00"),
    (JUNE, "It burned at [half past six on Monday morning].", "2014-06-02T06:30"),
    (JUNE, "It burned at [10 o'clock on Monday night].", "2014-06-02T22:00"),
    (JUNE, "It burned [between 8 and 9 p.m. on Monday].", "2014-06-02T20:00..2014-06-02T21:00"),
    (JUNE, "It burned at [9pm on 2 June].", "2014-06-02T21:00"),
    (JUNE, "It burned at [21h30 on 2 June].", "2014-06-02T21:30"),
    (JUNE, "It burned at [10:00 UTC on 2 June].", "2014-06-02T10:00Z"),
    (
        JUNE,
        "It burned at [6:40 p.m. (GMT +8) on 2 June], at [2037 UTC+3 on 2 June].",
        "2014-06-02T18:40+08:00 2014-06-02T20:37+03:00",
    ),
    (
        JUNE,
        "It burned at [6 a.m. PKT on 2 June], at [6 a.m. IST on 2 June].",
        "2014-06-02T06:00+05:00 2014-06-02T06:00",
    ),
    (JUNE, "It burned [overnight Monday].", "2014-06-01T18:00..2014-06-03T05:59"),
    (JUNE, "It burned [before noon on Monday].", "2014-06-02T00:00..2014-06-02T12:00"),
    (JUNE, "It burned at [1715 local time] on 2 June.", "2014-06-02T17:15"),
]

NAMED = [
    (JUNE, "They met on [Eid al-Fitr 2014] and on [20 Ramadan].", "? ?"),
    (JUNE, "They met on [Ashura], on [Eid] and on [Muharram 10].", "? ? ?"),
    (JUNE, "They met on [Nowruz].", "2014-03-20..2014-03-21"),
    (JUNE, "They met on [Christmas Eve] and on [New Year's Eve].", "2013-12-24 2013-12-31"),
    (JUNE, "They met on [New Year's Day] and on [May Day].", "2014-01-01 2014-05-01"),
    (JUNE, "They met on [Good Friday] and on [Easter Sunday].", "2014-04-18 2014-04-20"),
    (date(2013, 6, 4), "They met on [Easter Sunday].", "2013-03-31..2013-05-05"),  # western and eastern
    (JUNE, "It began after the [9/11] attacks.", "2001-09-11"),
]

WIRE = [
    (MARCH, "SAN SALVADOR, [15 MAR 89].", "1989-03-15"),
    (MARCH, "They fought on [14-15 MAR 89].", "1989-03-14..1989-03-15"),
    (MARCH, "They fought at [2030 GMT on 14 MAR 89].", "1989-03-14T20:30Z"),
    (MARCH, "They fought at [1400 yesterday].", "1989-03-15T14:00"),
    (MARCH, "They fought at [0600 on 14 March].", "1989-03-14T06:00"),
    (MARCH, "They fought on [the 14th].", "1989-03-14"),
    (MARCH, "They fought [last night] and [early this morning].",
     "1989-03-15T18:00..1989-03-16T05:59 1989-03-16T00:00..1989-03-16T08:59"),
    (MARCH, "They fought [this afternoon] and in [the last 72 hours].",
     "1989-03-16T12:00..1989-03-16T17:59 1989-03-13..1989-03-16"),
    (MARCH, "They fought in [1988] and in [February].", "1988-01-01..1988-12-31 1989-02-01..1989-02-28"),
]  # fmt: skip

WRITTEN = [
    (JUNE, "On [2014-06-02] and [2014/06/02].", "2014-06-02 2014-06-02"),
    (JUNE, "At [2014-06-02T14:30:00+02:00].", "2014-06-02T14:30+02:00"),
    (JUNE, "On [20140602] it burned.", "2014-06-02"),
    (JUNE, "In [2014-05] it burned.", "2014-05-01..2014-05-31"),
    (JUNE, "On [05/13/2014] and [13/05/2014].", "2014-05-13 2014-05-13"),
    (JUNE, "On [02/06/2014] it burned.", "2014-06-02"),
    (JUNE, "It began on [25/05/2013], and on [05/06/2013] it ended.", "2013-05-25 2013-06-05"),
    (JUNE, "It began on [04/25/2013], and on [05/06/2013] it ended.", "2013-04-25 2013-05-06"),
    (JUNE, "On [05/06/2013] it ended.", "2013-05-06..2013-06-05"),
    (JUNE, "At [021430Z JUN 14] it burned.", "2014-06-02T14:30Z"),
    (JUNE, "On [2.6.2014] and on [02.06.14].", "2014-06-02 2014-06-02"),
    (JUNE, "On [June 2nd], [the 2nd of June], [2nd June 2014].", "2014-06-02 2014-06-02 2014-06-02"),
    (JUNE, "On [June 2 2014], [2-Jun-2014], [June the 2nd].", "2014-06-02 2014-06-02 2014-06-02"),
    (None, "On [05/06/2013] it ended.", "2013-05-06..2013-06-05"),
    (None, "On [25/06/2013] it ended.", "2013-06-25"),
]

DURATIONS = [
    (JUNE, "They fought for [two hours] and then for [more than six months].", "- -"),
    (JUNE, "A [three-day] visit ended a [48-hour] truce.", "- -"),
    (JUNE, "After [four decades] of war, [half an hour] of talks.", "- -"),
    (JUNE, "It was the third camp to be hit [in four days].", "-"),
    (JUNE, "They killed forty people in [three weeks].", "-"),
    (JUNE, "A [decade-long] war and a [two-month-old] siege.", "- -"),
]

LIST = WEEKDAYS + RANGES + RELATIVES + PARTS + BOUNDS + CLOCKS + NAMED + WIRE + WRITTEN + DURATIONS


@pytest.mark.parametrize(("published", "marked", "expected"), LIST, ids=[f"{r[1]}" for r in LIST])
def test_meaning(published: date | None, marked: str, expected: str) -> None:
    assert " ".join(told(value) for value in read(marked, published)) == expected


@pytest.mark.parametrize("marked", [r[1] for r in LIST])
def test_found(marked: str) -> None:
    """Every expression is also found: by a span that overlaps it and by no more than one."""
    text = re.sub(r"[\[\]]", "", marked)
    tagged = [span.of(text) for span in find_times(text)]
    expected = re.findall(r"\[([^\]]*)\]", marked)
    missing = [words for words in expected if not any(words in t or t in words for t in tagged)]
    assert not missing, tagged
