"""Which words give each place a count of its own."""

import re

import pytest

from tacitus.assemble.grouping.place_by_place import is_part, runs
from tacitus.records.span import Span


def shares(text: str) -> list[list[tuple[str, str]]]:
    """The runs of a text in which counts stand in [brackets] and places in {braces}."""
    plain, counts, places = "", [], []
    for piece in re.findall(r"\[[^\]]*\]|\{[^}]*\}|[^\[{]+", text):
        words = piece.strip("[]{}") if piece[0] in "[{" else piece
        if piece[0] in "[{":
            (counts if piece[0] == "[" else places).append(Span(len(plain), len(plain) + len(words)))
        plain += words
    return [[(s.count.of(plain), s.place.of(plain)) for s in run] for run in runs(plain, counts, places)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed [five people] in {Lom} and [three] in {Dara} on Sunday.",
        "Gunmen killed [five people] in the town of {Lom}, and [three others] near {Dara}.",
        "Shells killed [five people] in {Lom} on Sunday and wounded [three] in {Dara}.",
        "[Five people] were killed in {Lom} and [three] were shot dead in {Dara}.",
        "Bombs in {Lom} and {Dara} killed [five] and [three people].",
        "Two blasts, in {Lom} and in {Dara}, killed [five people] and [three people] respectively.",
        "Gunmen killed [five people] in {Lom} and three in {Dara} on Sunday.",
        "Shells killed [five people] in and around {Lom} and [three] in neighbouring {Dara} province.",
    ],
)
def test_counts_with_a_place_each(text: str) -> None:
    (run,) = shares(text)
    assert [place for _, place in run] == ["Lom", "Dara"]
    assert [count.split()[0].lower() for count, _ in run] == ["five", "three"]


def test_three_counts_in_three_places() -> None:
    (run,) = shares("It killed [six people] in {Lom}, [four] in {Dara} and [two] in {Wen}.")
    assert len(run) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed [five people] in {Lom} before they fled to {Dara}.",
        "A bomb killed [five soldiers] and [three civilians] in {Lom} and {Dara}.",
        "Gunmen killed [five people] in {Lom}, [three of them] in {Dara}.",
        "Blasts killed [five people] and [three guards] in {Lom} and {Dara}.",
        "Gunmen killed [five people] in {Lom}. They also killed [three] in {Dara}.",
        "A raid killed [20 people]; [two of them] died in {Lom}.",
        "[Three of the injured] died in {Lom}.",
        "A raid killed [20 people], including [three children] in {Lom}.",
    ],
)
def test_what_is_less_parallel_is_no_run(text: str) -> None:
    assert not [run for run in shares(text) if len(run) > 1 or not run[0][0].endswith("of them")]


@pytest.mark.parametrize(
    "text", ["[42 people] died, including [12] in {Lom}", "[42 people] died, [12 of them] in {Lom}"]
)
def test_a_part_may_stand_alone(text: str) -> None:
    assert [[place for _, place in run] for run in shares(text)] == [["Lom"]]


def test_some_of_those_counted_before() -> None:
    text = "including nine, among them ten boys, two of them, an officer of the guard"
    told = {
        words: is_part(text, Span(text.index(words), text.index(words) + len(words)))
        for words in ("nine", "ten boys", "two of them", "an officer of the guard")
    }
    assert told == {"nine": True, "ten boys": False, "two of them": True, "an officer of the guard": False}
