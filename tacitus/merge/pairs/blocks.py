"""Facts → block keys: only events that share a key are ever compared.

In: the facts of one event. Out: short strings. One thing to know: a key joins a group of kindred types, a stretch of
days and something particular (a place, a party), so that no key grows with the number of reports but with what happens
in one place at one time.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from tacitus.merge.accounts.facts import Facts
from tacitus.merge.accounts.wording import place_keys

#: Days in a stretch; an event has the keys of each stretch that its days, one more on both sides, touch.
STRETCH = 4
#: Days from which on an event is not looked for day by day but year by year.
LONG = 40
#: Days in which the reports of one story come out.
WEEKS = 28
#: What the keys by weeks begin with, of events that have a day and a place of their own and of those that lack one.
WHOLE, LACKING = "+", "-"


def blocks(facts: Facts) -> tuple[str, ...]:
    """The keys of one event, each once."""
    if facts.war:
        return tuple(f"war|{country}" for country in sorted(facts.war))
    groups = [str(crc32(group.encode())) for group in sorted(facts.groups)]  # short, since a ledger holds many
    own = [f"{group}|{when}|{what}" for what in _what(facts) for when in _when(facts) for group in groups]
    # What lacks a day or a place of its own is looked for among what reports of those weeks tell of those places.
    mark = WHOLE if facts.dated and any(list(place_keys(place)) for place in facts.places) else LACKING
    weeks = [f"{mark}{crc32(facts.type.encode())}|{when}|{what}" for what in _around(facts) for when in _weeks(facts)]
    return tuple(dict.fromkeys(own + weeks))


def sought(block: str) -> tuple[str, ...]:
    """The blocks in which one with this key looks for others: two that lack nothing do not meet by their weeks."""
    if block.startswith(WHOLE):
        return (LACKING + block.removeprefix(WHOLE),)
    if block.startswith(LACKING):
        return (block, WHOLE + block.removeprefix(LACKING))
    return (block,)


def _when(facts: Facts) -> Iterator[str]:
    if facts.first is None or facts.last is None:
        yield "?"
    elif facts.last - facts.first > LONG:
        yield from (f"y{year}" for year in range(facts.first // 366, facts.last // 365 + 1))
    else:
        yield from map(str, range((facts.first - 1) // STRETCH, (facts.last + 1) // STRETCH + 1))


def _weeks(facts: Facts) -> Iterator[str]:
    if (published := facts.account.published) is not None:
        yield from (f"w{(published.toordinal() + shift) // WEEKS}" for shift in (0, WEEKS // 2))


def _what(facts: Facts) -> Iterator[str]:
    fine = [key for place in facts.places for key in place_keys(place)]
    yield from fine
    if not fine:
        yield from (place.country for place in facts.places if place.country)
    yield from (place.name.lower() for place in facts.places if place.lat is None)
    yield from sorted(facts.agents | facts.others)


def _around(facts: Facts) -> Iterator[str]:
    yield from sorted(facts.around)
    yield from _what(facts)
