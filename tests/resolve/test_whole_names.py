"""Proper names as such: what is put together, and what is left out."""

import pytest

from tacitus.records.markup import Markup, Mention, Name
from tacitus.records.span import Span
from tacitus.resolve.whole_names import with_whole_names


def names(text: str, *found: tuple[str, str], party: str = "") -> list[tuple[str, str]]:
    """The names of a text as they are, from pairs of words and kind; ``party`` are the words of an actor's mention."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    mentions = (Mention(at(party), "actor", None, 1.0),) if party else ()
    marked = tuple(Name(at(words), kind, 1.0) for words, kind in found)
    told = with_whole_names(text, Markup((Span(0, len(text)),), mentions, marked, (), ()))
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
