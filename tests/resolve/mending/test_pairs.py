"""Two sides in one phrase are two."""

import pytest

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.mending.pairs import with_pairs
from tacitus.resolve.places.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def agents(text: str, mention: str, strike: str, gazetteer: Gazetteer) -> set[str]:
    """The words of those who strike, where the reader saw one mention."""
    at, start = text.index(strike), text.index(mention)
    trigger = Trigger(Span(at, at + len(strike)), "air_strike", "actual", 0.9, 0.9)
    party = Mention(Span(start, start + len(mention)), "actor", "military", 0.9)
    markup = Markup((Span(0, len(text)),), (party,), (), (trigger,), (Link(trigger, "agent", party, 0.9),))
    found = with_pairs(text, markup, gazetteer)
    return {x.tail.span.of(text) for x in found.links if x.role == "agent"}


@pytest.mark.parametrize(
    ("text", "mention", "who"),
    [
        ("Chadian and government planes bombed it.", "Chadian and government planes", {"Chadian", "government planes"}),
        ("French or Chadian jets bombed it.", "French or Chadian jets", {"French", "Chadian jets"}),
        ("French and Chadian jets bombed it.", "Chadian jets", {"French", "Chadian jets"}),
        ("The French and government planes bombed it.", "French", {"French", "government"}),
        ("A Chadian and French soldiers bombed it.", "French soldiers", {"French soldiers"}),
        ("The Chadian Army and Navy bombed it.", "Chadian Army and Navy", {"Chadian Army and Navy"}),
        ("In Chad and French jets bombed it.", "French jets", {"French jets"}),
    ],
)
def test_pairs(text: str, mention: str, who: set[str], gazetteer: Gazetteer) -> None:
    assert agents(text, mention, "bombed", gazetteer) == who


def test_two_sides_are_seen_as_surely_as_one(gazetteer: Gazetteer) -> None:
    text = "French or Chadian jets bombed it."
    trigger = Trigger(Span(18, 24), "air_strike", "actual", 0.9, 0.9)
    french, chadian = Mention(Span(0, 6), "actor", "military", 0.9), Mention(Span(10, 17), "actor", "military", 0.3)
    links = tuple(Link(trigger, "agent", party, 0.9) for party in (french, chadian))
    found = with_pairs(text, Markup((Span(0, len(text)),), (french, chadian), (), (trigger,), links), gazetteer)
    assert [m.score for m in found.mentions] == [0.9, 0.9] and {x.tail for x in found.links} == set(found.mentions)
