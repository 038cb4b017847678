"""What fails in one report stays in it; a measure wants to know."""

import pytest

from tacitus import Reader, pipeline
from tacitus.records.report import Report
from tacitus.sources.layout import lay_out


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """Two reports, of which the second cannot be put together."""
    whole = pipeline.assemble

    def fails(report: Report, *rest: object) -> object:
        if "Dara" in report.text:
            raise KeyError("Dara")
        return whole(report, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "assemble", fails)
    return [lay_out(f"Gunmen killed four people in {town}, the mayor said.") for town in ("Lom", "Dara")]


def test_one_bad_report_never_stops_a_batch(reader: Reader, broken: list[Report]) -> None:
    good, bad = reader.read_all(broken)
    assert good.events
    assert not bad.events and "could not be read (KeyError: 'Dara')" in bad.issues[0].message


def test_a_measure_is_told(reader: Reader, broken: list[Report], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reader, "strict", True)
    with pytest.raises(KeyError, match="Dara"):
        list(reader.read_all(broken))
