"""A capital that goes by its nation's name is a place, and nothing else is."""

import pytest

from tacitus.records.markup import Markup, Mention
from tacitus.records.span import Span
from tacitus.resolve.mending.capitals import with_capitals
from tacitus.resolve.places.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A bomb went off in the Somali capital on Friday.", ["Somali capital"]),
        ("They fought near the Chadian capital, and in the Libyan capital.", ["Chadian capital", "Libyan capital"]),
        ("The bank invested in the Private capital market.", []),
        ("He came in the Somalia capital.", []),
        ("The Somali capital was calm.", []),
        ("In the capital, two men were shot.", ["the capital"]),
        ("Two men were shot in the capital on Friday.", ["the capital"]),
        ("Two were shot in the capital of the province, and in the capital, Kabul.", []),
    ],
)
def test_capitals(text: str, places: list[str], gazetteer: Gazetteer) -> None:
    found = with_capitals(text, Markup((Span(0, len(text)),), (), (), (), ()), gazetteer)
    assert [(m.kind, m.span.of(text)) for m in found.mentions] == [("place", words) for words in places]


def test_what_the_reader_saw_is_left_alone(gazetteer: Gazetteer) -> None:
    text = "A bomb went off in the Somali capital."
    seen = Mention(Span(text.index("Somali"), len(text) - 1), "actor", "state", 0.9)
    assert with_capitals(text, Markup((Span(0, len(text)),), (seen,), (), (), ()), gazetteer).mentions == (seen,)


def test_a_capital_in_what_somebody_says_is_found(gazetteer: Gazetteer) -> None:
    text = "A bomb went off in the Somali capital, and another in the capital, police said."
    told = Mention(Span(0, text.index(", police")), "content", None, 0.9)
    found = with_capitals(text, Markup((Span(0, len(text)),), (told,), (), (), ()), gazetteer).mentions
    assert [m.span.of(text) for m in found if m.kind == "place"] == ["Somali capital", "the capital"]
