"""Sentences are found in well and badly edited text, and never lose a character that is to be read."""

import pytest

from tacitus.reader.sentences import sentences
from tacitus.records.span import Span


def split(text: str, skip: tuple[Span, ...] = ()) -> list[str]:
    return [s.of(text) for s in sentences(text, skip)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men died. Three fled.", ["Two men died.", "Three fled."]),
        ("Gen. Omar left at 9 p.m. on Monday. He spoke.", ["Gen. Omar left at 9 p.m. on Monday.", "He spoke."]),
        ("The U.S. Army moved. It fired.", ["The U.S. Army moved.", "It fired."]),
        ('"We will go," he said. "They lie."', ['"We will go," he said.', '"They lie."']),
        ("Troops left the town.The rebels came back.", ["Troops left the town.", "The rebels came back."]),
        ("the army denied it.  guerrillas attacked a farm.", ["the army denied it.", "guerrillas attacked a farm."]),
        ("Rebels attack town\n\nMORONI - Four died.", ["Rebels attack town", "MORONI - Four died."]),
        ("J. Okoth of St. Mary's said no.", ["J. Okoth of St. Mary's said no."]),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_what_is_skipped_is_not_read() -> None:
    text = "Rebels attack. Rebels attack. Four died."
    assert split(text, (Span(15, 29),)) == ["Rebels attack.", "Four died."]


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "The governor of the northern province told a crowd of several thousand\npeople that he would resign.\nHe left."
    )
    assert split(text)[0].endswith("resign.")


def test_a_long_hostile_text_takes_no_time() -> None:
    assert sentences("." * 200_000 + "\n" * 1000 + '"' * 1000) != []
