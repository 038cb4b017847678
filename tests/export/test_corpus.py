"""Corrections as training data: what is written is in the corpus' form, and says what persons ruled."""

import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from tacitus.asked import rows_of
from tacitus.casebook import Casebook
from tacitus.corpus.format import Annotated, check, parse, unbracket
from tacitus.errors import SettingError
from tacitus.export import formats
from tacitus.export.brackets import Brackets
from tacitus.export.rows_of import ReportRow
from tacitus.records.event import Document
from tacitus.records.incident import Ruling
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TollValue, Value
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query
from tests.store.build import document

CORPUS = formats.named("corpus")
DOCUMENT = document(1)  # "the Army killed 12 people in Tesfa on 2020-03-15, Dr. Nuri said. …"


def ruling(kind: str, told: Document, field: str | None = None, value: Value | None = None, at: str = "1") -> Ruling:
    return Ruling(f"{kind}{field}{at}", kind, (told.events[0].id,), "Amal Noor", at, "seen", field, value)


def written(folder: Path, *rows: ReportRow) -> list[Annotated]:
    """The reports of the archive, checked as the corpus is."""
    file = BytesIO()
    assert formats.write(CORPUS, rows, file).written == len(rows)
    zipfile.ZipFile(file).extractall(folder)
    found = [parse(path) for path in sorted(folder.glob("*.txt"))]
    for each in found:
        assert check(each) == []
    return found


def one(folder: Path, told: Document, *rulings: Ruling) -> Annotated:
    [found] = written(folder, ReportRow(told, rulings))
    assert found.text == told.report.text
    return found


def said(found: Annotated, event: str, role: str) -> list[str]:
    """The words that fill a role of an event."""
    ids = found.lines[event].roles.get(role, ())
    return [found.words(bracket) for bracket in found.brackets if bracket.id in ids]


def test_a_confirmed_report_is_annotated_as_it_was_read(tmp_path: Path) -> None:
    found = one(tmp_path, DOCUMENT, ruling("confirm", DOCUMENT))
    assert found.meta["ruled"] == "e1" and found.meta["by"] == "Amal Noor" and found.meta["invented"] == "no"
    assert "unfounded" not in found.meta
    assert found.lines["e1"].words == ("armed_clash", "actual")
    assert [said(found, "e1", role) for role in ("agent", "place", "time", "killed")] == [
        ["the Army"], ["Tesfa"], ["2020-03-15"], ["12 people"],
    ]  # fmt: skip
    assert found.lines["n1"].words == ("12",) and found.lines["d1"].words == ("2020-03-15",)
    assert found.lines["p1"].name == "Tesfa, Banda, Somalia" and found.lines["a1"].words == ("military", "AFG")
    assert found.lines["c1"].roles == {"source": ("a2",), "content": ("q1",)}
    assert found.lines["a2"].name == "Dr. Nuri"


def test_a_correction_is_where_the_report_has_words_for_it(tmp_path: Path) -> None:
    text = DOCUMENT.report.text + " The Front of Light said that 19 had died in Mirwah."
    told = replace(DOCUMENT, report=replace(DOCUMENT.report, text=text))
    found = one(
        tmp_path, told, ruling("correct", told, "killed", TollValue(19, 19)),
        ruling("correct", told, "perpetrator", ActorValue("org:fol", "Front of Light", "rebel", "AFG")),
        ruling("correct", told, "place", PlaceValue("Mirwah", "settlement", "AFG", precision="settlement")),
    )  # fmt: skip
    assert [said(found, "e1", role) for role in ("agent", "place", "killed", "time")] == [
        ["Front of Light"], ["Mirwah"], ["19"], ["2020-03-15"],
    ]  # fmt: skip
    assert "unfounded" not in found.meta


def test_a_correction_from_elsewhere_leaves_what_was_read(tmp_path: Path) -> None:
    found = one(tmp_path, DOCUMENT, ruling("correct", DOCUMENT, "killed", TollValue(77, 77)))
    assert said(found, "e1", "killed") == ["12 people"] and found.meta["unfounded"] == "e1.killed"


def test_nothing_known_leaves_the_field_out_and_the_later_ruling_holds(tmp_path: Path) -> None:
    rulings = (
        ruling("correct", DOCUMENT, "killed", TollValue(12, 12), "1"),
        ruling("correct", DOCUMENT, "killed", None, "2"),
    )
    found = one(tmp_path, DOCUMENT, *rulings)
    assert "killed" not in found.lines["e1"].roles and "n1" not in found.lines


def test_a_rejected_event_is_left_out(tmp_path: Path) -> None:
    found = one(tmp_path, DOCUMENT, ruling("reject", DOCUMENT))
    assert not found.of("e") and found.meta["ruled"] == "rejections only"


def test_brackets_of_the_text_are_none_of_ours() -> None:
    text = "He [the mayor] said \\[so] twice."
    marked = Brackets(text)
    assert marked.place("a1", [Span(3, 14)]) and marked.place("c1", [Span(15, 19)])
    assert marked.place("q1", [Span(0, len(text))]) and not marked.place("w1", [Span(10, 17)])
    assert not marked.place("a2", [Span(2, 3)])  # a blank
    plain, found = unbracket(marked.written())
    assert plain == text
    assert [(each.id, each.start, each.end) for each in found] == [
        ("q1", 0, len(text)), ("a1", 3, 14), ("c1", 15, 19),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "spans", [[(0, 3), (0, 3), (0, 9)], [(4, 9), (0, 9), (4, 6)], [(0, 9), (0, 3), (4, 9), (1, 2)]]
)
def test_brackets_nest_in_any_order(spans: list[tuple[int, int]]) -> None:
    text = "two of us"
    marked = Brackets(text)
    for number, (start, end) in enumerate(spans):
        assert marked.place(f"a{number}", [Span(start, end)])
    plain, found = unbracket(marked.written())
    assert plain == text and sorted((b.start, b.end) for b in found) == sorted(spans)


def test_a_line_that_ends_a_text_is_left_out() -> None:
    told = replace(DOCUMENT, report=replace(DOCUMENT.report, text=DOCUMENT.report.text + "\n---\nMore."))
    count = formats.write(CORPUS, [ReportRow(told, (ruling("confirm", told),))], BytesIO())
    assert (count.written, count.left_out) == (0, 1)


def test_whole_reports_are_not_redacted() -> None:
    with pytest.raises(SettingError, match="no name can be left out"):
        formats.write(CORPUS, [], BytesIO(), redact_private=True)
    with pytest.raises(SettingError, match="no name can be left out"):
        next(formats.stream(CORPUS, [], redact_private=True))


def test_out_of_a_ledger_into_the_corpus_check(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        book = Casebook(ledger)
        *_, _ = book.keep((document(n) for n in range(6)), "none", "none", {})
        events = [row["id"] for row in ledger.events(Query(sort="added")).rows]
        book.rule("confirm", events[:1], by="Amal", reason="seen")
        undone = book.rule("confirm", events[1:2], by="Amal", reason="seen")
        book.undo(undone.id)
        book.rule("same", (events[0], events[4]), by="Amal", reason="seen")
        book.rule("correct", events[2:3], by="Boris", reason="seen", field="killed", value=TollValue(1, 1))
        book.rule("reject", events[3:4], by="Boris", reason="seen")
        rows = list(rows_of(ledger, "reports", Query(sort="time")))
        assert [row.document.events[0].id for row in rows if isinstance(row, ReportRow)] == [
            events[0], events[2], events[3],
        ]  # fmt: skip
        some = list(rows_of(ledger, "reports", Query(country="FJI")))
        assert some == rows[1:2]
    folder = tmp_path / "reports"
    assert len(written(folder, *(row for row in rows if isinstance(row, ReportRow)))) == 3
    checked = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-m", "training.corpus", str(folder)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0 and "3 reports" in checked.stdout and "0 problems" in checked.stdout
