"""Colons and dashes that name a speaker."""

import pytest

from tacitus.assemble.said.turns import turns
from tacitus.records.span import Span


def told(text: str, *parties: str) -> list[tuple[str, str]]:
    spans = [Span(text.index(p), text.index(p) + len(p)) for p in parties]
    found = turns(text, {s.start: s for s in spans}, {s.end: s for s in spans})
    return [(t.source.of(text), t.content.of(text)) for t in found]


def test_a_transcript_has_its_speakers_by_their_names_in_capitals() -> None:
    text = "OKOYE: Was the bridge open?\nGENERAL SALLAH: It was shut at noon.\n"
    assert told(text) == [("OKOYE", "Was the bridge open?"), ("GENERAL SALLAH", "It was shut at noon.")]


@pytest.mark.parametrize(
    ("text", "parties", "expected"),
    [
        ("Mayor Deng: No toll on the new road\n\nJUBA - Traffic stood still.", ("Mayor Deng",), "Mayor Deng"),
        ("Survey: Farmers tire of the drought\n\nThe rains failed.", (), "Survey"),
    ],
)
def test_a_headline_with_a_colon_names_who_says_it(text: str, parties: tuple[str, ...], expected: str) -> None:
    assert [source for source, _ in told(text, *parties)] == [expected]


@pytest.mark.parametrize("mark", [":", " -", " –"])
def test_a_headline_names_behind_its_mark_who_says_it(mark: str) -> None:
    text = f"Raid on Kesta mill kills nine{mark} Lom Monitor\n\nKESTA, May 3. Nine died here - Lom Monitor\n"
    assert told(text, "Lom Monitor") == [("Lom Monitor", "Raid on Kesta mill kills nine")]
    assert told(text, "Monitor") == told(text.replace("Monitor\n", "Monitor man\n", 1), "Lom Monitor") == []


@pytest.mark.parametrize(
    "text", ["NOTE: This page was corrected.\n", "Ten things to know: the list is long.\n", "At 9:40 Deng left."]
)
def test_other_colons_name_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("dash", ["--", "—", "― "])
def test_a_quote_signed_with_a_dash_is_whose_name_follows(dash: str) -> None:
    text = f'"We sleep in the school." {dash}Amina Yusuf, teacher'
    assert told(text, "Amina Yusuf") == [("Amina Yusuf", "We sleep in the school.")]


def test_a_name_that_goes_on_with_another_is_one_source() -> None:
    text = "Press Centre for River Security: Troops took the ford\n\nLOM - Nine died."
    assert [source for source, _ in told(text, "River Security")] == ["Press Centre for River Security"]
