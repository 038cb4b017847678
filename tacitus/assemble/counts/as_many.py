"""Whether two counts come to as many people, or one is a round figure for the other.

In: two tolls. Out: yes or no. One thing to know: nothing here asks where the counts stand or who gives them;
:mod:`tolls` does.
"""

from __future__ import annotations

from tacitus.records.sides import anybody, same_people
from tacitus.records.value import TollValue


def as_many(one: TollValue, other: TollValue) -> bool:
    """Whether two counts are of as many people of one sort: "5 girls", "five girls"."""
    alike = same_people(one.who, other.who) and not anybody(one.who)
    return one.low > 1 and (one.low, one.high) == (other.low, other.high) and alike


def about(one: TollValue, other: TollValue) -> bool:
    """Whether one is a round figure for the other: "around 20" for 20."""
    if one.high is None or other.high is None or max(one.low, other.low) < 10 or 0 in (one.low, other.low):
        return False
    first, second = sorted((one, other), key=lambda v: (v.high or 0) - v.low)
    return second.low <= first.low and (first.high or 0) <= (second.high or 0)
