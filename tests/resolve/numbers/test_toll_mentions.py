"""What a toll mention counts: people, and never the strikes or lorries beside them."""

from __future__ import annotations

import pytest

from tacitus.records.markup import Markup, Mention, Name
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.resolve.resolve import Tables, resolve


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("There were 26 barrel bombs near Lom.", None),
        ("There were 26 34 barrel bombs near Lom.", None),  # where the reader cuts off "at least" from its number
        ("The monitor reported 26 air strikes near Lom.", None),
        ("The monitor reported 26 airstrikes near Lom.", None),
        ("The monitor saw 26 Mirage F1-C warplanes over Lom.", None),
        ("The monitor says 26 Lom herders died as planes came.", 26),
        ("The monitor put the toll at 26 after air strikes near Lom.", 26),
    ],
)
def test_strikes_are_no_dead(text: str, low: int | None) -> None:
    start = text.index("26")
    span = Span(start, start + 2)
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "killed", 0.9),), (), (), ())
    resolved, _ = resolve(Report("r", text), markup, Tables.open())
    assert (resolved.tolls[span].value.low if span in resolved.tolls else None) == low


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("A herder, Omar Said, 26, died near Lom.", None),
        ("A herder, Omar al Said, 26, was shot near Lom.", None),
        ("On Monday, 26, a medic said, died near Lom.", 26),
    ],
)
def test_an_age_between_commas_counts_nobody(text: str, low: int | None) -> None:
    start = text.index("26")
    span = Span(start, start + 2)
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "killed", 0.9),), (), (), ())
    resolved, _ = resolve(Report("r", text), markup, Tables.open())
    assert (resolved.tolls[span].value.low if span in resolved.tolls else None) == low


@pytest.mark.parametrize("source", ["Chadian state TV", "state media", "Radio Lom"])
def test_a_headlines_source_is_nobody_counted(source: str) -> None:
    text = f"Lom bomb kills six {source}\nSix people were killed."
    span = Span(text.index("six"), text.index("\n"))
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "killed", 0.9),), (), (), ())
    counted = resolve(Report("r", text), markup, Tables.open())[0].tolls[span]
    assert (counted.span.of(text), counted.value.who) == (
        ("six", None) if "state" in source else (span.of(text), "Radio Lom")
    )


def test_one_figure_behind_its_verb_is_a_number() -> None:
    text = "The army killed nine rebels and captured 4 in Lom."
    span = Span(text.index("4"), text.index("4") + 1)
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "arrested", 0.9),), (), (), ())
    assert resolve(Report("r", text), markup, Tables.open())[0].tolls[span].value.low == 4


@pytest.mark.parametrize(
    ("mention", "words", "is_name"),
    [
        ("A grazier", "A grazier", False),  # a capital, since it begins the sentence
        ("identified as Omar Said (41)", "Omar Said", True),
        ("identified", None, None),
    ],
)
def test_who_is_identified_is_a_name(mention: str, words: str | None, is_name: bool | None) -> None:
    text = "A grazier, identified as Omar Said (41), was hurt by a mine near Lom."
    start = text.index(mention)
    span = Span(start, start + len(mention))
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "injured", 0.9),), (), (), ())
    counted = resolve(Report("r", text), markup, Tables.open())[0].tolls.get(span)
    assert (counted and counted.span.of(text), counted and counted.named) == (words, is_name)


def test_bodies_are_counted_with_whose_they_are() -> None:
    text = "Two bodies of the rebels lay near Lom."
    span, party = Span(0, 10), Span(18, 24)
    mentions = Mention(span, "toll", "killed", 0.9), Mention(party, "actor", "rebel", 0.9)
    resolved = resolve(Report("r", text), Markup((Span(0, len(text)),), mentions, (), (), ()), Tables.open())[0]
    assert resolved.tolls[span].span.of(text) == "Two bodies of the rebels"


def test_a_name_cut_short_is_told_whole() -> None:
    text = "A mine near Lom killed Constable Omar Said (41)."
    span, party = Span(33, 37), Span(23, 47)
    mentions = Mention(span, "toll", "killed", 0.9), Mention(party, "actor", "police", 0.9)
    resolved = resolve(Report("r", text), Markup((Span(0, len(text)),), mentions, (), (), ()), Tables.open())[0]
    assert resolved.tolls[span].span == party


@pytest.mark.parametrize(
    ("party", "piece", "low"),
    [
        ("Irish priest Fr. Colm Rooney", "Irish", 1),
        ("Irish priest Fr. Colm Rooney", "Fr", 1),
        ("61-year-old cattle trader", "61-year", 1),
        ("government officials", "government", None),  # a plural tells no number
        ("leader of the Lom Front", "leader", 1),
    ],
)
def test_a_piece_of_the_words_for_one_person_is_that_person(party: str, piece: str, low: int | None) -> None:
    text = f"Gunmen took {party} near Lom."
    whole, cut = (Span(text.index(w), text.index(w) + len(w)) for w in (party, piece))
    mentions = Mention(cut, "toll", "abducted", 0.9), Mention(whole, "actor", "person", 0.9)
    counted = resolve(Report("r", text), Markup((Span(0, len(text)),), mentions, (), (), ()), Tables.open())[0].tolls
    assert (counted[cut].value.low if counted else None) == low
    assert all(count.span == whole for count in counted.values())


def test_who_owns_a_house_is_not_counted() -> None:
    text = "My brother's flat was hit."
    span = Span(0, len("My brother"))
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "killed", 0.9),), (), (), ())
    assert not resolve(Report("r", text), markup, Tables.open())[0].tolls


def test_a_town_in_a_persons_name_says_nothing_of_the_country() -> None:
    text = "Gunmen shot Musa Bello in Jos."
    gunmen, person, town = (Span(text.index(w), text.index(w) + len(w)) for w in ("Gunmen", "Musa Bello", "Jos"))
    mentions = Mention(gunmen, "actor", "gunmen", 0.9), Mention(town, "place", None, 0.9)
    markup = Markup((Span(0, len(text)),), mentions, (Name(person, "person", 0.9),), (), ())
    resolved, _ = resolve(Report("r", text), markup, Tables.open())
    assert resolved.actors[gunmen].country == "NGA"


def test_a_town_in_a_persons_name_does_not_tell_where_his_men_are_from() -> None:
    text = "George Belo's men fled Suva."
    men, person = Span(0, len("George Belo's men")), Span(0, len("George Belo"))
    markup = Markup(
        (Span(0, len(text)),), (Mention(men, "actor", "rebel", 0.9),), (Name(person, "person", 0.9),), (), ()
    )
    resolved, _ = resolve(Report("r", text), markup, Tables.open())
    assert resolved.actors[men].country != "ZAF"


@pytest.mark.parametrize("words", ["aged 38", "age 38", "age"])
def test_an_age_counts_nobody(words: str) -> None:
    text = "Gunmen shot a farmer, Musa Bello, age 38." if words == "age" else f"Gunmen shot Musa Bello, {words}."
    span = Span(text.index(words), text.index(words) + len(words))
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "killed", 0.9),), (), (), ())
    resolved, _ = resolve(Report("r", text), markup, Tables.open())
    assert not resolved.tolls


@pytest.mark.parametrize("words", ["Thirty-two weavers of Lom", "Thirty-one", "NINE WEAVERS"])
def test_a_number_that_begins_a_sentence_is_no_name(words: str) -> None:
    text = f"{words} died at the ford."
    span = Span(0, len(words))
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "killed", 0.9),), (), (), ())
    counted = resolve(Report("r", text), markup, Tables.open())[0].tolls[span]
    assert (counted.value.low > 1, counted.named) == (True, False)


@pytest.mark.parametrize(("words", "told"), [("Musa Bello 39", "Musa Bello"), ("39", None)])
def test_an_age_behind_a_name_counts_nobody_more(words: str, told: str | None) -> None:
    text = "Musa Bello 39 was shot."
    span = Span(text.index(words), text.index(words) + len(words))
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "killed", 0.9),), (), (), ())
    counted = resolve(Report("r", text), markup, Tables.open())[0].tolls.get(span)
    assert (counted and (counted.span.of(text), counted.value.low)) == (told and (told, 1))


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The clinic has three dead six injured.", "three dead six injured", "three"),
        ("The jets hit. Ten group targets were hit.", "Ten group targets", None),
    ],
)
def test_a_mention_counts_what_it_begins_with(text: str, words: str, told: str | None) -> None:
    span = Span(text.index(words), text.index(words) + len(words))
    markup = Markup((Span(0, len(text)),), (Mention(span, "toll", "killed", 0.9),), (), (), ())
    counted = resolve(Report("r", text), markup, Tables.open())[0].tolls.get(span)
    assert (counted and counted.span.of(text)) == told
