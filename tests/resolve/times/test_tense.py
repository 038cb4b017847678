"""The tense of a clause: invented sentences, each with one [time] and the tense in which it is told."""

import re
from datetime import date

import pytest

from tacitus.records.span import Span
from tacitus.resolve.times.dates import resolve_times
from tacitus.resolve.times.tense import tense

CASES = [
    # what is set on fire was not set to burn
    ("past", "Families left the ford after gunmen set fire to their huts on [1 May]."),
    ("past", "A bomber blew himself up, setting fire to several cars on [Friday]."),
    ("future", "The talks were set to open on [Friday]."),
    # who is due to be freed is not free yet
    ("future", "The monks are due to be freed in [November]."),
    ("future", "The monks are expected to be freed on [Friday]."),
    # a known deed has the time beside it, whatever will come of it
    ("past", "The army will look into the raid on Tamba on [4 March] in which nine died."),
    ("past", "The mayor would not comment on the attack in [December]."),
    ("past", "Police are on alert due to attacks in [December]."),
    ("near", "The report, due to be published soon, blames the army for the deaths in [December]."),
    ("near", "The council is to debate the killing of the envoy in [October]."),
    ("future", "The council is to debate the killing of the envoy on [Friday]."),
    ("future", "The army will launch the attack on the ford in [March]."),
    ("future", "They threatened to carry out attacks on the ford in [March]."),
    ("future", "The premier will visit the ford in [March]."),
    # a deed that has its day is over: it is no term
    ("past", "The jets were seen over Tamba before the [4 March] raid on the ford."),
    ("past", "The group had warned of gas before the [4 March] attack."),
    ("future", "The two sides should meet before the [4 March] election."),
    # a clause on somebody has a verb of its own
    ("past", "Norway would shelter the kin of Omar Nur, whose jailing in [December] led to riots."),
    ("future", "Norway would host the talks, which in [December] will move to Lom."),
    # what lasted until a day was over by then
    ("past", "What followed lasted until [Monday]."),
    ("past", "The garrison held out for a day and fought until [noon on Friday]."),
    ("future", "The banks have continued to stay shut until [Friday]."),
    # a wish is no plan
    ("past", "On the road of Lom the lion, may God accept him, was killed on [Friday]."),
    # a term that is given lies ahead
    ("future", "The general gave the rebels until [noon on Saturday] to leave."),
    ("future", "The rebels were given till [midnight on Friday]."),
    ("future", "The general gave the rebels until 1200 GMT on [Saturday] to leave."),
    ("past", "The fighting went on until [noon on Saturday]."),
]


@pytest.mark.parametrize(("expected", "marked"), CASES)
def test_the_clause_of_the_time_tells_its_tense(expected: str, marked: str) -> None:
    before, time, after = re.split(r"[\[\]]", marked)
    assert tense(before + time + after, Span(len(before), len(before) + len(time))) == expected


def test_an_hour_of_a_term_lies_on_the_day_to_come() -> None:
    text = "The general gave the rebels until 1200 GMT on Saturday to leave."
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("1200 GMT on", "Saturday")]
    values = resolve_times(text, spans, published=date(2023, 3, 14))
    assert [values[s].earliest for s in spans] == ["2023-03-18T12:00Z", "2023-03-18"]
