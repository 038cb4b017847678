"""What lies ahead is not done."""

from datetime import date

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.assemble.deeds.ahead import of_days_to_come
from tacitus.reader.sentences import sentences
from tacitus.records.event import Claim, Event
from tacitus.records.ontology import load
from tacitus.records.span import Span
from tacitus.records.value import TimeValue
from tests.assemble.build import Scene

HERE = Span(0, 5)


@pytest.mark.parametrize(
    ("asked", "realis"),
    [("a six-hour truce", "planned"), ("an immediate truce", "planned"), ("them to keep the truce", "actual")],
)
def test_a_truce_that_is_asked_for_is_not_there_yet(asked: str, realis: str) -> None:
    scene = Scene(f"The bishop asked both sides for {asked}.")
    truce = scene.event("truce", "ceasefire")
    scene.event("asked", "demand", agent=scene.actor("bishop", kind="person"), content=truce)
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [e.realis for e in events if e.type == "ceasefire"] == [realis]


@pytest.mark.parametrize(
    ("type_", "days", "realis"),
    [
        ("meeting", ["2020-05-05"], "planned"),
        ("meeting", ["2020-05-04"], "actual"),
        ("meeting", ["2020-05-04", "2020-05-05"], "actual"),
        ("meeting", [], "actual"),
        ("air_strike", ["2020-05-05"], "actual"),
    ],
)
def test_talks_of_a_day_to_come_are_planned(type_: str, days: list[str], realis: str) -> None:
    times = tuple(Claim(day, "time", TimeValue(day, day, "day"), HERE, None, "asserted", 0.9) for day in days)
    (event,) = of_days_to_come([Event("e", type_, "actual", 0.9, HERE, (HERE,), times)], date(2020, 5, 4))
    assert event.realis == realis
