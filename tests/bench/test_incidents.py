"""Marked incidents: their offsets become words of the reports again, and the dead are compared (invented texts)."""

import json
from pathlib import Path

import pytest

from bench import incidents

FIRST = "HARL, June 3, 2014 - A car bomb killed nine people in the market of Aleppo on Tuesday, police said."
SECOND = (
    "DAMASCUS, June 4, 2014 - Nine people were killed by a car bomb in the market of Aleppo on Tuesday, medics said."
)


@pytest.mark.parametrize(("dead", "exact"), [("9", 1.0), ("9..12", 0.0)])
def test_marked_incidents_are_scored_with_their_dead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dead: str, exact: float
) -> None:
    data, marked = tmp_path / "reports.jsonl", tmp_path / "incidents.txt"
    rows = [
        {"id": "one", "source": "Harl Post", "published": "2014-06-03", "title": "Bomb", "text": FIRST},
        {"id": "two", "source": "Lom Times", "published": "2014-06-04", "title": "Dead", "text": SECOND},
    ]
    data.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    told = (f"{row['id']} {row['text'].index(' - ') + 3}-{len(row['text'])}" for row in rows)
    marked.write_text("\t".join(("market", dead, *told)), "utf-8")
    monkeypatch.setattr(incidents, "MARKED", marked)
    figures = incidents.run(data)
    assert (figures["items told"], figures["pairwise F1"], figures["settled dead exact"]) == (1.0, 1.0, exact)
