"""Two accounts → whether one source counts fewer dead in the later one than it did before.

In: the facts of two events of two reports. Out: log odds to be added. One thing to know: who counted 19 dead and days
later tells of 12 tells of another attack rather than of dead who live; a part of the dead, or who gives no number,
tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from tacitus.merge.accounts.facts import Facts
from tacitus.merge.accounts.wording import SHARED, VAGUE
from tacitus.merge.settled.voices import OWN, SOMEBODY, source_of
from tacitus.records.sides import anybody, young
from tacitus.records.value import TollValue

#: What it counts that one source counts fewer dead later.
FEWER = -2.0
#: Dead from which on a count is of all.
A_FEW = 2
#: How many times as many it counted before.
MORE = 1.25


def fewer(one: Facts, other: Facts) -> float:
    """What is to be added to the odds that two events are one."""
    if one.published is None or other.published is None or one.published == other.published:
        return 0.0
    first, later = sorted((one, other), key=lambda facts: facts.published or 0)
    mine = _counts(later)
    if not mine:
        return 0.0
    before = _counts(first)
    dropped = (
        count.high is not None and count.high * MORE < before[source].low and _of_the_same(count, before[source])
        for source, count in mine.items()
        if source in before
    )
    return FEWER if any(dropped) else 0.0


def _of_the_same(count: TollValue, before: TollValue) -> bool:
    """Whether a count is of the people whom the other counts, as far as it tells."""
    return anybody(count.who) or count.who == before.who


def _counts(facts: Facts) -> Mapping[str, TollValue]:
    """The highest number of dead that each source gives, of all who died."""
    marks = set(facts.account.wording)
    told = {c.id: c.value for c in facts.event.of("killed") if isinstance(c.value, TollValue)}
    found: dict[str, TollValue] = {}
    for claim in facts.event.of("killed"):
        value = told.get(claim.id)
        if value is None or value.low < A_FEW or young(value.who) or marks & {VAGUE + claim.id, SHARED + claim.id}:
            continue
        whole = told.get(value.part_of or "")
        source, _ = source_of(facts.account, claim)
        if source.startswith(SOMEBODY) or (value.part_of and (whole is None or whole.low != value.low)):
            continue
        source = f"{OWN}{facts.account.outlet or facts.account.report}" if source.startswith(OWN) else source
        if source not in found or value.low > found[source].low:
            found[source] = value
    return found
