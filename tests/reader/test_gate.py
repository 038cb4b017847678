"""What only sounds like war counts for less, and the report says so."""

import numpy as np

import tacitus
from tacitus.reader.decode import _led
from tacitus.reader.labels import WIDTH
from tacitus.reader.model import Gate
from tacitus.records.span import Span

SPORT = (
    "The visitors bombarded the goal after the break but the defence held. In the last minute Okello shot from 20 m "
    "and killed off the match, 3-1, before a crowd of 9,000 at the Lugogo ground. The league leaders attack their next "
    "opponents on Sunday."
)


def test_a_passage_counts_by_what_it_says_and_by_what_its_report_says() -> None:
    weight = np.zeros(2 * WIDTH, np.float32)
    weight[0] = 1.0
    gate = Gate(weight, 0.0)
    war, sport = np.full((4, WIDTH), 9.0, np.float32), np.full((4, WIDTH), -9.0, np.float32)
    assert gate.open([war, war]) == [1.0, 1.0]
    assert max(gate.open([sport, sport])) < 0.01
    mixed = gate.open([war, war, sport])
    assert mixed[0] == 1.0 and 0.01 < mixed[2] < 1.0


def test_a_match_gives_no_violence() -> None:
    document = tacitus.read(SPORT)
    assert [e.type for e in document.events if e.confidence > 0.3] == []


def test_who_leads_is_not_all_who_are_meant() -> None:
    text = "It warned US-led NATO forces and the US-backed militias of it."
    assert _led(text, Span(10, 12)).of(text) == "US-led NATO forces"
    assert _led(text, Span(text.index("US-b"), text.index("US-b") + 2)).of(text) == "US-backed militias"
    assert _led(text, Span(0, 2)).of(text) == "It"
