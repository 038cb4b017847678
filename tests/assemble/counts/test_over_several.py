"""Totals of several happenings: on which events they are counts, and what each event's own count is."""

from collections.abc import Sequence

import pytest

from tacitus.assemble.counts.over_several import own_counts, with_totals
from tacitus.assemble.counts.tolls import Bounds, total
from tacitus.assemble.counts.wholes import with_wholes
from tacitus.records.event import Event
from tacitus.records.span import Span
from tests.assemble.counts.test_tolls import claims

Told = tuple[str, int, int | None, str | None]


def own(text: str, *events: Sequence[Told]) -> list[Bounds | None]:
    """What the dead of each event come to."""
    told = []
    for n, tolls in enumerate(events):
        counts = tuple(with_wholes(claims(text, *((*toll, None) for toll in tolls)), text))
        told.append(Event(f"e{n}", "shelling", "actual", 0.9, Span(n, n + 1), (Span(n, n + 1),), counts))
    found, totals = with_totals(told, text)
    return [total([c for c in own_counts(e, totals) if c.field == "killed"], text) for e in found]


def test_a_total_of_two_is_none_of_the_first() -> None:
    text = "Nine people died on Sunday. Shells killed six people at the mill. Three people fell by the ford."
    nine, six, three = ("Nine people", 9, 9, "people"), ("six people", 6, 6, "people"), ("Three people", 3, 3, "people")
    assert own(text, [nine, six], [three]) == [Bounds(6, 6), Bounds(3, 3)]


def test_both_have_the_total_and_their_own_as_its_part() -> None:
    text = "Nine people died on Sunday. Shells killed six people at the mill. Three people fell by the ford."
    counts = (("Nine people", 9, 9, "people"), ("six people", 6, 6, "people")), (("Three people", 3, 3, "people"),)
    told = [
        Event(f"e{n}", "shelling", "actual", 0.9, Span(n, n + 1), (Span(n, n + 1),), tuple(with_wholes(found, text)))
        for n, found in enumerate(claims(text, *((*toll, None) for toll in tolls)) for tolls in counts)
    ]
    for event in with_totals(told, text)[0]:
        whole, part = event.of("killed")
        assert whole.span.of(text) == "Nine people"
        assert part.value.part_of == whole.id  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # some of the nine, told as such
        ("Nine people died, among them six cooks. Three people fell at Lom.", "six cooks", "Three people"),
        # another sum
        ("Nine people died. Shells killed six people. Four people fell at Lom.", "six people", "Four people"),
        # no number that parts come to
        ("More than eight people died. Shells killed six people. Three people fell.", "six people", "Three people"),
        # other people
        ("Nine rebels died. Shells killed six rebels. Three soldiers fell.", "six rebels", "Three soldiers"),
    ],
)
def test_a_total_stays_where_the_others_are_not_what_is_missing(text: str, first: str, second: str) -> None:
    words = text.split(" died")[0]
    low, who = 9, words.split()[-1]
    number = {"six": 6, "Three": 3, "Four": 4}
    whole = (words, low, 9 if words.startswith("Nine") else None, who)
    parts = [(w, number[w.split()[0]], number[w.split()[0]], w.split()[-1]) for w in (first, second)]
    assert own(text, [whole, parts[0]], [parts[1]])[0] == Bounds(9, whole[2])
