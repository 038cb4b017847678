"""The dead and the hurt of one breath are of one deed."""

import pytest

from tacitus.assemble.counts.one_breath import in_one_breath
from tacitus.records.event import Claim, Event
from tacitus.records.span import Span
from tacitus.records.value import TollValue


def event(text: str, name: str, words: tuple[str, ...], *counts: tuple[str, str, int]) -> Event:
    """An event told in some words, with counts of the killed and the injured."""
    mentions = tuple(Span(at := text.index(word), at + len(word)) for word in words)
    claims = tuple(
        Claim(
            f"{name}{n}", field, TollValue(low, low, None, "x"), Span(at := text.index(w), at + len(w)), None, "", 0.9
        )
        for n, (field, w, low) in enumerate(counts)
    )
    return Event(name, "shelling", "actual", 0.9, mentions[0], mentions, claims)


DEAD, HURT = ("killed", "nine people", 9), ("injured", "12", 12)


@pytest.mark.parametrize(
    ("told", "first", "second"),
    [
        ("Medics said nine people were killed and 12 hurt when a shell hit Dara.", [], ["nine people", "12"]),
        ("Medics said nine people were killed and at least 12 hurt by a shell.", ["nine people"], ["12"]),
        ("Raids by jets killed nine people and wounded 12. A shell hit Dara.", ["nine people", "12"], []),
        ("Medics said nine people were killed. By dusk 12 were hurt when a shell hit Dara.", ["nine people"], ["12"]),
        ("Medics said nine people were killed, 12 were hurt when a shell hit Dara.", ["nine people"], ["12"]),
    ],
)
def test_the_deed_told_beside_them_has_both(told: str, first: list[str], second: list[str]) -> None:
    words = tuple(word for word in ("Raids", "killed") if word in told)
    deed = ("hit",) if "hit" in told else ("hurt",)
    events = [event(told, "a", words, DEAD), event(told, "b", deed, HURT)]
    found = in_one_breath(events, told)
    assert [[c.span.of(told) for c in e.claims] for e in found] == [first, second]
    known = {c.id for e in events for c in e.claims}
    moved = [c.value for e in found for c in e.claims if c.id not in known]
    assert all(isinstance(value, TollValue) and value.part_of is None for value in moved)
