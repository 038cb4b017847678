"""The public door: filters find what they say, records come one by one, tables are typed, rulings are checked."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest

import tacitus
from tacitus import opened
from tacitus.casebook import Casebook
from tacitus.export.flat import CLAIMS, EVENTS, INCIDENTS
from tacitus.opened import Filters, Opened
from tacitus.records.report import Report
from tests.store.build import document


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Opened]:
    with tacitus.open(tmp_path / "l.db") as found:
        *_, _ = Casebook(found.ledger).keep((document(n) for n in range(8)), "none", "none", {})
        yield found


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        ({}, {"bombing", "armed_clash", "meeting", "shelling"}), ({"since": "2021-12-01"}, {"shelling"}),
        ({"until": date(2020, 3, 10)}, {"bombing"}), ({"place": "Afghanistan"}, {"bombing", "shelling"}),
        ({"box": (-180, -20, -179, 0)}, {"meeting"}), ({"country": "Somalia"}, {"armed_clash"}),
        ({"country": "SOM"}, {"armed_clash"}), ({"country": "som"}, {"armed_clash"}),
        ({"country": "so"}, {"armed_clash"}), ({"country": None}, {"bombing", "armed_clash", "meeting", "shelling"}),
        ({"since": datetime(2021, 12, 31, 23, tzinfo=UTC)}, {"shelling"}),
        ({"actor": "the army", "type": "violence"}, {"armed_clash", "shelling"}),
        ({"toll": "killed>=12"}, {"armed_clash", "shelling"}), ({"text": "Suvali"}, {"meeting"}),
        ({"grade": "contested"}, set()), ({"contested": True}, set()),
        ({"source": "Outlet 1", "country": "SOM"}, {"armed_clash"}),
    ],
)  # fmt: skip
def test_filters_are_those_of_the_command_line(ledger: Opened, asked: Filters, types: set[str]) -> None:
    assert {row.incident.type for row in ledger.incidents(**asked)} == types
    assert {row.event.type for row in ledger.events(**asked)} == types
    assert {each.row.event.type for each in ledger.claims(**asked)} == types


def test_records_come_in_order_and_as_many_as_are_wanted(ledger: Opened) -> None:
    killed = [row.event.settled[3].values[0] for row in ledger.events(sort="-killed")]
    assert [each.low for each in killed] == [40, 40, 12, 12, 3, 3, 1, 1]  # type: ignore[union-attr]
    some = ledger.incidents(limit=2, sort="time")
    assert [row.incident.type for row in some] == [row.incident.type for row in some] == ["bombing", "armed_clash"]
    first = some.first()
    assert first is not None and len(first.events) == len(first.reports) == 2
    assert ledger.incidents(type="arrest").first() is None


def test_reports_and_claims_have_their_words(ledger: Opened) -> None:
    reports = {report.id: report for report in ledger.reports(text="Mirwah")}
    assert len(reports) == 4 and all(isinstance(each, Report) and "Mirwah" in each.text for each in reports.values())
    for each in ledger.claims("killed", place="Mirwah"):
        assert each.claim is not None and each.claim.field == "killed"
        words = each.row.words(each.claim.span)
        assert words == each.claim.span.of(reports[each.row.report.id].text) and words.endswith(" people")
    assert len(list(ledger.claims(limit=3))) == 3 and len(list(ledger.claims())) == 32


def test_tables_of_pandas_are_typed(ledger: Opened) -> None:
    frame = ledger.incidents().to_pandas()
    assert list(frame.columns) == [column.name for column in INCIDENTS]
    assert str(frame["killed"].dtype) == "Int64" and frame["killed"].sum() == 56
    assert frame["injured"].isna().all() and str(frame["latitude"].dtype) == "float64"
    assert frame["earliest"].min() == pandas.Timestamp(2020, 3, 1)
    assert len(ledger.events().to_pandas()) == 8 and list(ledger.events().to_pandas().columns) == [
        c.name for c in EVENTS
    ]
    assert ledger.claims("killed").to_pandas()["text"].tolist()[0] == "40 people"
    assert ledger.reports().to_pandas()["published"].max() == pandas.Timestamp(2021, 12, 31)
    empty = ledger.incidents(type="arrest").to_pandas()
    assert len(empty) == 0 and str(empty["killed"].dtype) == "Int64"


def test_tables_of_polars_are_the_same(ledger: Opened) -> None:
    for found in (ledger.incidents(), ledger.events(), ledger.claims(), ledger.reports()):
        frame, other = found.to_pandas(), found.to_polars()
        assert list(frame.columns) == other.columns and len(frame) == len(other) > 0
    frame = ledger.incidents(sort="time").to_polars()
    assert frame.schema["killed"] == polars.Int64 and frame.schema["earliest"] == polars.Date
    assert frame["earliest"][0] == date(2020, 3, 1) and frame["killed"].sum() == 56
    assert ledger.claims().to_polars().columns == [column.name for column in CLAIMS]
    assert ledger.incidents(type="arrest").to_polars().schema["earliest"] == polars.Date


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_without_a_library_a_person_is_told_what_to_install(
    ledger: Opened, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def missing(wanted: str) -> Any:
        raise ImportError(wanted)

    monkeypatch.setattr(opened, "import_module", missing)
    with pytest.raises(tacitus.SettingError, match=f"pip install {name}"):
        getattr(ledger.incidents(), f"to_{name}")()
    assert import_module(name)


def test_a_ruling_is_checked_kept_and_undone(ledger: Opened) -> None:
    row = ledger.incidents(type="armed_clash").first()
    assert row is not None
    event = row.incident.events[0]
    for wrong in ({"low": 3, "high": 2}, {"low": "3"}, {"lots": 3}):
        with pytest.raises(tacitus.SettingError, match="value"):
            ledger.rule("correct", event, by="Amal", reason="list", field="killed", value=wrong)
    with pytest.raises(tacitus.SettingError, match="field"):
        ledger.rule("correct", event, by="Amal", reason="list", value={"low": 3})
    for kind, events, more, told in (
        ("confirm", (), {}, "two events"), ("same", (event,), {}, "two events"), ("bless", (event,), {}, "no ruling"),
        ("confirm", (event,), {"field": "killed"}, "no other ruling"), ("confirm", (event,), {"reason": " "}, "reason"),
        ("correct", (event,), {"field": "killed", "value": 5}, "must be an object"),
    ):  # fmt: skip
        with pytest.raises(tacitus.SettingError, match=told):
            ledger.rule(kind, *events, **{"by": "Amal", "reason": "list", **more})  # type: ignore[arg-type]
    assert ledger.ledger.rulings() == []
    made = ledger.rule("correct", event, by="Amal", reason="list", field="killed", value={"low": 5, "high": 5})
    assert ledger.incidents(type="armed_clash").to_pandas()["killed"].tolist() == [5]
    ledger.undo(made.id)
    assert ledger.incidents(type="armed_clash").to_pandas()["killed"].tolist() == [12]


def test_exports_are_written(ledger: Opened, tmp_path: Path) -> None:
    row = ledger.incidents(type="armed_clash").first()
    assert row is not None
    ledger.rule("confirm", row.incident.events[0], by="Amal", reason="seen")
    assert ledger.export("csv", tmp_path / "a.csv", limit=3).written == 3
    assert len(pandas.read_csv(tmp_path / "a.csv")) == 3
    assert ledger.export("gpkg", tmp_path / "a.gpkg").written == 4
    assert ledger.export("corpus", tmp_path / "a.zip", country="SOM").written == 1
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert len(archive.namelist()) == 1


def test_reports_are_read_in(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A roadside bomb killed two soldiers near Kunduz on Monday, police said.")
    with tacitus.open(tmp_path / "new.db") as ledger:
        kept = ledger.add(story, published="2021-02-17", reader="fast")
        assert (kept.new, ledger.add(story, published="2021-02-17", reader="fast").known) == (1, 1)
        row = ledger.incidents(country="Afghanistan").first()
        assert row is not None and row.incident.type == "bombing"
        with pytest.warns(UserWarning, match="none.txt"):
            ledger.add(story, tmp_path / "none.txt", reader="fast")


def test_what_is_wrong_gets_a_sentence(tmp_path: Path, ledger: Opened) -> None:
    with pytest.raises(tacitus.LedgerError, match="There is no ledger"):
        tacitus.open(tmp_path / "none.db", create=False)
    with pytest.raises(tacitus.SettingError, match="None is no ledger"):
        tacitus.open(None)  # type: ignore[arg-type]
    with pytest.raises(tacitus.SettingError, match="5 is not a date"):
        ledger.add(tmp_path / "none.txt", published=5)  # type: ignore[arg-type]
    for asked, told in (({"since": "yesterday"}, "not a date"), ({"country": "Atlantis"}, "no country"),
                        ({"toll": "many"}, "no toll"), ({"type": "nothing"}, "no type"),
                        ({"country": "ZZZ"}, "no country"), ({"country": ""}, "no country"),
                        ({"nosuch": 1}, "no filter 'nosuch'; there are since, .* limit$"),
                        ({"limit": "3"}, "whole number"), ({"limit": -1}, "below nothing"), ({"limit": True}, "whole"),
                        ({"since": 2020}, "not a date"), ({"box": "1,2,3,4"}, "four degrees"),
                        ({"box": (1, 2, 3)}, "four degrees"), ({"actor": 7}, "not words"),
                        ({"contested": "no"}, "True or False"), ({"place": " "}, "place is empty"),
                        ({"since": "2021-01-02", "until": "2021-01-01"}, "lies after until")):  # fmt: skip
        with pytest.raises(tacitus.SettingError, match=told):
            ledger.incidents(**asked)  # type: ignore[arg-type]
    with pytest.raises(tacitus.SettingError, match="no field 'deaths'"):
        ledger.claims("deaths")


def test_what_is_no_text_and_no_day_is_not_read() -> None:
    for text in (None, b"A bomb killed two soldiers.", 7):
        with pytest.raises(tacitus.SettingError, match="is no text to read"):
            tacitus.read(text)  # type: ignore[arg-type]
    with pytest.raises(tacitus.SettingError, match="published=2021 is not a date"):
        tacitus.read("A bomb killed two soldiers.", published=2021)  # type: ignore[arg-type]


def test_importing_tacitus_loads_neither_tables_nor_ledger() -> None:
    code = "import sys, tacitus; sys.exit(any(m in sys.modules for m in ('sqlalchemy', 'pandas', 'polars', 'fastapi')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own
