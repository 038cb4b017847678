"""What was stopped before it happened."""

import pytest

from tacitus.assemble.deeds.prevented import prevented
from tacitus.records.span import Span


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("Norland vetoed a resolution condemning the raid.", "condemning", "accusation", True),
        ("Norland blocked a council statement calling for calm.", "calling", "demand", True),
        ("Norland vetoed a draft that would have extended the embargo.", "extended", "sanction", True),
        ("Norland rejected a statement by the union condemning the raid.", "condemning", "accusation", False),
        ("The council passed a resolution condemning the raid.", "condemning", "accusation", False),
        ("A summit due in Lom in May was cancelled.", "summit", "meeting", True),
        ("Talks in Lom were called off.", "Talks", "meeting", True),
        ("The premier scrapped a planned visit to Lom.", "visit", "visit", True),
        ("After the talks the march was called off.", "talks", "meeting", False),
        ("The ministers met in Lom and a march was called off.", "met", "meeting", False),
        ("The truce in Lom was called off.", "truce", "ceasefire", False),
    ],
)
def test_what_is_vetoed_or_called_off_did_not_happen(text: str, word: str, kind: str, expected: bool) -> None:
    start = text.index(word)
    assert prevented(text, kind, Span(start, start + len(word)), Span(0, len(text))) is expected
