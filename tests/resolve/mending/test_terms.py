"""Terms that are given are deadlines, counted from the day of the report."""

from datetime import date

import pytest

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.mending.terms import TERM, with_terms
from tacitus.resolve.times.dates import resolve_times

DAY = date(2021, 2, 15)


def terms(text: str, verb: str, kind: str = "ultimatum", piece: str | None = None) -> list[tuple[str, str, str]]:
    """The terms of a text: who has them, their words and their last day; ``piece`` is what the reader marked."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    giver = Trigger(at(verb), kind, "actual", 0.9, 0.9)
    leave = Trigger(at("leave"), "withdrawal", "planned", 0.9, 0.9)
    links = [Link(giver, "content", leave, 0.9)]
    mentions = [Mention(at(piece), "time", None, 0.9)] if piece else []
    links += [Link(leave, "deadline", m, 0.9) for m in mentions]
    marked = Markup((Span(0, len(text)),), tuple(mentions), (), (giver, leave), tuple(links))
    found = with_terms(text, marked)
    spans = [m.span for m in found.mentions if m.label == TERM]
    values = resolve_times(text, spans, published=DAY, terms=spans)
    due = [x for x in found.links if x.role == "deadline"]
    return [(x.head.span.of(text), x.tail.span.of(text), values[x.tail.span].latest or "") for x in due]


@pytest.mark.parametrize(
    ("text", "verb", "words", "last"),
    [
        ("The general gave the rebels 48 hours to leave.", "gave", "48 hours", "2021-02-17"),
        ("They gave him two weeks to leave the valley.", "gave", "two weeks", "2021-03-01"),
        ("The junta set a one-week deadline for them to leave.", "set", "one-week", "2021-02-22"),
    ],
)
def test_a_term_is_the_deadline_of_who_gives_it_and_of_what_is_to_be_done(
    text: str, verb: str, words: str, last: str
) -> None:
    assert terms(text, verb) == [(verb, words, last), ("leave", words, last)]


@pytest.mark.parametrize("piece", ["week", "a week", "within a week"])
def test_a_piece_of_a_term_is_made_whole(piece: str) -> None:
    text = "He warned of war if they did not leave within a week."
    assert terms(text, "warned", "threat", piece) == [("leave", "within a week", "2021-02-22")]


@pytest.mark.parametrize(
    "text",
    [
        "He gave them bread for two weeks to leave them fed.",
        "They urged calm and were given 48 hours of fire. They leave.",
        "He gave his army two weeks of rest and will leave.",
    ],
)
def test_what_only_lasts_is_no_term(text: str) -> None:
    assert terms(text, "gave" if "gave" in text else "urged") == []
