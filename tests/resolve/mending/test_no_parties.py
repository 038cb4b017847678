"""Towns that fall and what gunmen ride on are no parties."""

import pytest

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.mending.no_parties import without_no_parties
from tacitus.resolve.resolve import Tables


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables.open()


def mended(text: str, told: str, type_: str, agents: list[str], tables: Tables) -> list[tuple[str, str, str]]:
    """The role, kind and words of each link after the mend."""
    at = {words: Span(text.index(words), text.index(words) + len(words)) for words in (told, *agents)}
    trigger = Trigger(at[told], type_, "actual", 0.9, 0.9)
    mentions = tuple(sorted((Mention(at[a], "actor", "military", 0.9) for a in agents), key=lambda m: m.span))
    links = tuple(Link(trigger, "agent", m, 0.9) for m in mentions)
    markup = Markup((Span(0, len(text)),), mentions, (), (trigger,), links)
    found = without_no_parties(text, markup, tables.gazetteer, tables.actors)
    assert {link.tail for link in found.links} == set(found.mentions)
    return [(x.role, x.tail.kind, x.tail.span.of(text)) for x in found.links if isinstance(x.tail, Mention)]


@pytest.mark.parametrize(
    ("text", "told", "agents", "links"),
    [
        ("Asadabad fell this morning.", "fell", ["Asadabad"], [("place", "place", "Asadabad")]),
        ("Asadabad has now fallen.", "fallen", ["Asadabad"], [("place", "place", "Asadabad")]),
        ("The Taliban fell in weeks.", "fell", ["Taliban"], [("agent", "actor", "Taliban")]),
        ("Asadabad was taken.", "taken", ["Asadabad"], [("agent", "actor", "Asadabad")]),
        ("The garrison fell in Asadabad.", "fell", ["garrison"], [("agent", "actor", "garrison")]),
    ],
)
def test_a_town_that_fell_is_where(
    text: str, told: str, agents: list[str], links: list[tuple[str, str, str]], tables: Tables
) -> None:
    assert mended(text, told, "territory_seized", agents, tables) == links


@pytest.mark.parametrize(
    ("text", "agents", "kept"),
    [
        ("Gunmen on motorcycles killed a chief.", ["Gunmen", "motorcycles"], ["Gunmen"]),
        ("Raiders on three camels killed a chief.", ["Raiders", "camels"], ["Raiders"]),
        ("Two helicopters killed a chief.", ["helicopters"], ["helicopters"]),
        ("Gunmen stole motorcycles and killed a chief.", ["Gunmen", "motorcycles"], ["Gunmen", "motorcycles"]),
    ],
)
def test_what_they_rode_on_is_no_party(text: str, agents: list[str], kept: list[str], tables: Tables) -> None:
    assert [words for _, _, words in mended(text, "killed", "assassination", agents, tables)] == kept
