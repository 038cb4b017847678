"""Scores become confidences, and what is less sure than asked for is left out with all that hangs on it."""

import json
from pathlib import Path

import pytest

from tacitus.assemble.sure import Sure
from tacitus.records.event import Claim, Event
from tacitus.records.span import Span
from tacitus.records.value import ContentValue, TollValue, Value


def claim(id_: str, field: str, value: Value, confidence: float) -> Claim:
    return Claim(id_, field, value, Span(0, 1), None, "asserted", confidence)


def event(id_: str, confidence: float, *claims: Claim) -> Event:
    return Event(id_, "bombing", "actual", confidence, Span(0, 1), (Span(0, 1),), claims)


def test_without_curves_scores_stay_as_they_are() -> None:
    (same,) = Sure().weigh([event("e", 0.42, claim("c", "killed", TollValue(3, 3), 0.9))])
    assert same.confidence == pytest.approx(0.42, abs=0.001)
    assert same.claims[0].confidence == pytest.approx(0.9, abs=0.001)


def test_each_field_has_its_own_curve(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text(json.dumps({"event": [1.0, -2.0], "killed": [0.5, 0.0]}), "utf-8")
    sure = Sure.open(tmp_path / "c.json")
    assert sure.confidence("event", 0.9) < 0.6
    assert 0.5 < sure.confidence("killed", 0.9) < 0.9
    assert sure.confidence("place", 0.9) == pytest.approx(0.9, abs=0.001)
    assert sure.confidence("killed", 0.3) < sure.confidence("killed", 0.6)


def test_what_is_not_sure_goes_and_so_does_what_speaks_of_it() -> None:
    whole, part = claim("w", "killed", TollValue(9, 9), 0.3), claim("p", "killed", TollValue(2, 2, None, "w"), 0.8)
    demand = event("d", 0.9, claim("x", "content", ContentValue(event="e"), 0.9))
    kept = Sure(least=0.5).weigh([event("e", 0.4), demand, event("b", 0.7, whole, part)])
    assert [e.id for e in kept] == ["d", "b"]
    assert kept[0].claims == ()
    assert kept[1].claims == ()  # two of the nine are not "two killed"


def test_beside_a_sure_event_a_weak_one_is_told_only_if_it_counts_people() -> None:
    as_is = Sure({"event": (1.0, 0.0)})
    weak, counting = event("w", 0.2), event("c", 0.2, claim("k", "killed", TollValue(3, 3), 0.9))
    assert [e.id for e in as_is.weigh([event("s", 0.9), weak, counting])] == ["s", "c"]
    assert [e.id for e in as_is.weigh([event("d", 0.6), weak])] == ["d", "w"]  # of nothing else is the reader sure
