"""Proper names as such: what is put together, and what is left out."""

import pytest

from tacitus.records.markup import Markup, Mention, Name
from tacitus.records.span import Span
from tacitus.resolve.mending.whole_names import with_whole_names
from tacitus.resolve.places.gazetteer import Gazetteer

GAZETTEER = Gazetteer.open()


def names(text: str, *found: tuple[str, str], party: str = "", sure: float = 1.0) -> list[tuple[str, str]]:
    """The names of a text as they are, from pairs of words and kind; ``party`` are the words of an actor's mention."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    mentions = (Mention(at(party), "actor", None, 1.0),) if party else ()
    marked = tuple(Name(at(words), kind, sure) for words, kind in found)
    told = with_whole_names(text, Markup((Span(0, len(text)),), mentions, marked, (), ()), GAZETTEER)
    return [(n.span.of(text), n.kind) for n in told.names]


@pytest.mark.parametrize("words", ["Front for the Coast (FLC)", "Front for the Coast (FLC", "Front for the Coast"])
def test_a_name_ends_before_what_stands_in_brackets(words: str) -> None:
    assert names(f"The {words}) met.", (words, "organisation")) == [("Front for the Coast", "organisation")]


@pytest.mark.parametrize("title", ["Judge", "Dr.", "Msgr", "former major"])
def test_a_title_is_no_part_of_a_persons_name(title: str) -> None:
    name = f"{title.removeprefix('former ')} Ana Bey"
    assert names(f"They shot {title} Ana Bey.", (name, "person")) == [("Ana Bey", "person")]


def test_a_lone_word_and_a_bodys_title_stay() -> None:
    found = ("Baker", "person"), ("General Union", "organisation")
    assert names("Baker joined the General Union.", *found) == list(found)


def test_a_given_name_is_no_title() -> None:
    assert names("Marine Belo met him.", ("Marine Belo", "person")) == [("Marine Belo", "person")]


PIECES = ("Ana", "organisation"), ("Bey", "person"), ("Brigade", "organisation")


def test_pieces_inside_one_party_are_one_name() -> None:
    text = "The Ana Bey Brigade fled."
    assert names(text, *PIECES, party="Ana Bey Brigade") == [("Ana Bey Brigade", "organisation")]
    assert names(text, *PIECES) == list(PIECES)


def test_a_person_of_a_body_is_no_piece_of_it() -> None:
    found = ("Red Party", "organisation"), ("Ana Bey", "person")
    assert names("The Red Party Ana Bey quit.", *found, party="Red Party Ana Bey") == list(found)


@pytest.mark.parametrize(
    ("text", "piece", "whole"),
    [
        ("The R-7 Brigade fled.", "-7 Brigade", "R-7 Brigade"),
        ("The R-7 fled.", "R", "R-7"),
        ("The U.S. envoy fled.", "U", "U.S."),
        ("The pro-Ovian Red Front fled.", "-Ovian Red Front", "Red Front"),
        ("The Red Front-held town fell.", "Red Front", "Red Front"),
    ],
)
def test_a_name_has_the_whole_of_its_words(text: str, piece: str, whole: str) -> None:
    assert names(text, (piece, "organisation")) == [(whole, "organisation")]


def test_a_noun_in_small_letters_is_named_with_the_compound_that_it_is_of() -> None:
    found = [("armed forces", "organisation")]
    assert names("armed forces officers fled", ("forces", "organisation"), party="armed forces officers") == found
    assert names("our forces fled", ("forces", "organisation"), party="our forces") == [("forces", "organisation")]
    union = [("Forces", "organisation")]
    assert names("Armed Forces officers fled", *union, party="Armed Forces officers") == union


def test_a_peoples_adjective_names_no_body() -> None:
    assert names("The Yemeni air force bombed it.", ("Yemeni", "organisation")) == []
    assert names("The Yemeni Union met.", ("Yemeni Union", "organisation")) == [("Yemeni Union", "organisation")]
    assert names("Omar French left.", ("French", "person")) == [("French", "person")]


def test_a_noun_for_people_in_small_letters_is_nobodys_name() -> None:
    assert names("they shot the governor of the district.", ("governor", "person")) == []
    assert names("they shot omar in the district.", ("omar", "person")) == [("omar", "person")]


def test_a_word_before_a_noun_for_people_is_hardly_a_persons_name() -> None:
    assert names("They shot six Sufi clerics.", ("Sufi", "person"), sure=0.6) == []
    assert names("They shot six Omarov supporters.", ("Omarov", "person"), sure=0.9) == [("Omarov", "person")]
    assert names("They shot Sufi in the street.", ("Sufi", "person"), sure=0.6) == [("Sufi", "person")]
