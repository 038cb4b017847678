"""Cells: none is a formula, none breaks a line, whatever a report names its people."""

import csv
import io

import pytest

from tacitus.export import formats
from tacitus.export.columns import plain
from tests.export import build

DELIMITED = [name for name, made in formats.FORMATS.items() if made.media.startswith("text/")]


def table(name: str, written: str) -> list[list[str]]:
    tabs = formats.named(name).media.endswith("tab-separated-values")
    if tabs:
        return list(csv.reader(io.StringIO(written), delimiter="\t", quoting=csv.QUOTE_NONE))
    return list(csv.reader(io.StringIO(written)))


@pytest.mark.parametrize("name", DELIMITED)
def test_no_cell_is_a_formula_and_no_row_breaks(name: str) -> None:
    found = table(name, build.text(name, build.hostile(), build.shelling()))
    width = len(formats.named(name).columns)
    assert found and all(len(line) == width for line in found)
    for line in found:
        for cell in line:
            number = cell.replace(".", "", 1).lstrip("-").isdigit()
            assert number or not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")), cell
            assert "\x00" not in cell and "\ud800" not in cell


@pytest.mark.parametrize("name", sorted(formats.FORMATS))
def test_every_format_is_utf_8_and_ends_its_lines_alike(name: str) -> None:
    made = formats.named(name)
    if not made.binary and made.media.startswith("text/"):
        written = build.text(name, build.hostile(), build.shelling())
        assert "\r" not in written and written.endswith("\n")
        assert written.encode().decode() == written
    if not made.binary:
        assert build.text(name) == "" or build.text(name).endswith("\n")


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\t=1", "'\t=1"), ("  =1", "'  =1"),
        ("＝1", "'＝1"), ("\rx", "'\rx"), ("a=1", "a=1"), ("–", "–"), ("", ""),  # noqa: RUF001
    ],
)  # fmt: skip
def test_plain(words: str, cell: str) -> None:
    assert plain(words) == cell


def test_numbers_stay_numbers() -> None:
    west = build.row("bombing", place=build.PlaceValue("Lima", None, "PER", None, None, -12.04, -77.03, "settlement"))
    head, first = table("csv", build.text("csv", west))
    found = dict(zip(head, first, strict=True))
    assert (found["latitude"], found["longitude"]) == ("-12.04", "-77.03")
