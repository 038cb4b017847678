"""Every kind of source, good and bad: each bad one gets its sentence, and the others are read."""

import gzip
import io
import json
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tacitus.errors import FetchError
from tacitus.records.report import Report
from tacitus.sources import bounded
from tacitus.sources.fetch import Fetched
from tacitus.sources.sources import SourceProblem, open_sources

STORY = "Gunmen kill six in Harl\n\nHARL, 3 March 2019 (Agency) — Six soldiers were killed on Sunday, the army said.\n"
HTML = f"<!DOCTYPE html><html><body><article><h1>Six killed</h1><p>{STORY}</p></article></body></html>"


def opened(*sources: object, **options: object) -> tuple[list[Report], list[SourceProblem]]:
    found = list(open_sources([str(source) for source in sources], **options))  # type: ignore[arg-type]
    return [x for x in found if isinstance(x, Report)], [x for x in found if isinstance(x, SourceProblem)]


def pipe(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))


def record(number: int) -> str:
    return json.dumps({"id": f"r{number}", "title": "Killed", "text": f"{number} soldiers were killed."})


@pytest.fixture
def good(tmp_path: Path) -> Path:
    (path := tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    return path


def test_a_text_file(good: Path) -> None:
    (report,), problems = opened(good)
    assert (report.text, report.title, problems) == (STORY, "Gunmen kill six in Harl", [])
    assert (report.published, report.published_basis) == (date(2019, 3, 3), "dateline")


def test_a_given_date_goes_before_the_dateline_but_not_before_the_record(good: Path, tmp_path: Path) -> None:
    (path := tmp_path / "a.jsonl").write_text('{"text": "A bomb went off.", "date": "2020-01-02"}\n{"text": "A bomb."}')
    reports, _ = opened(good, path, published=date(2021, 1, 1))
    assert [(r.published, r.published_basis) for r in reports] == [
        (date(2021, 1, 1), "given"), (date(2020, 1, 2), "given"), (date(2021, 1, 1), "given"),
    ]  # fmt: skip


def test_json_lines_with_their_fields(tmp_path: Path) -> None:
    fields = {
        "id": 7, "title": " Six\nkilled ", "text": "A bomb.", "published": "2020-01-02T10:00:00Z", "outlet": "Shore",
        "url": "https://shore.example/a", "language": "en",
    }  # fmt: skip
    other = {"headline": "T", "body": "B.", "source": {"name": "S"}}
    (path := tmp_path / "a.jsonl").write_text(f"{json.dumps(fields)}\n\n{json.dumps(other)}")
    (first, second), problems = opened(path)
    assert (first.id, first.title, first.published, first.outlet) == ("7", "Six killed", date(2020, 1, 2), "Shore")
    assert (first.url, first.language, first.published_basis) == ("https://shore.example/a", "en", "given")
    assert (second.title, second.text, second.outlet, problems) == ("T", "B.", "S", [])


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.json.gz"])
def test_a_broken_line_leaves_the_others(name: str, tmp_path: Path) -> None:
    lines = [record(n) if n != 7 else '{"id": "r7", "text": "oh' for n in range(1, 11)]
    data = "\n".join(lines).encode()
    (path := tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    reports, (problem,) = opened(path)
    assert [r.id for r in reports] == [f"r{n}" for n in (1, 2, 3, 4, 5, 6, 8, 9, 10)]
    assert problem.line == 7
    assert str(problem).startswith(f"{path}, line 7: Is not valid JSON (Unterminated string")


def test_a_broken_first_line_leaves_the_others(tmp_path: Path) -> None:
    (path := tmp_path / "a.json").write_text("\n".join(['{"text": oh}', record(2), record(3)]))
    reports, (problem,) = opened(path)
    assert ([r.id for r in reports], problem.line) == (["r2", "r3"], 1)


def test_other_shapes_of_json(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(f"[{record(1)},\n {record(2)}]")
    (tmp_path / "one.json").write_text(json.dumps(json.loads(record(3)), indent=2))
    (tmp_path / "utf16.jsonl").write_text(f"{record(4)}\n{record(5)}\n", encoding="utf-16")
    reports, problems = opened(tmp_path)
    assert ([r.id for r in reports], problems) == (["r1", "r2", "r3", "r4", "r5"], [])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[1, 2]", "Is not a record"),
        ('{"title": "T", "txt": "x"}', "Has no text: it holds title, txt"),
        ('{"text": "  "}', "Has no text"),
        ('{"text": 1e999}', "Has no text"),
        ("{}", "it holds no field at all"),
        ("[" * 100_000, "Is not valid JSON"),
        ('{"text": "\\u0000\xff"}', "cannot be told"),
    ],
)
def test_lines_that_are_no_reports(line: str, words: str, tmp_path: Path) -> None:
    (path := tmp_path / "a.jsonl").write_bytes(line.encode("latin-1") + b"\n" + record(2).encode())
    reports, problems = opened(path)
    if "\xff" in line:  # one stray byte is Windows-1252, and said to be
        assert (len(reports), problems[0].report) == (2, reports[0].id)
        return
    assert ([r.id for r in reports], [p.line for p in problems]) == (["r2"], [1])
    assert words in problems[0].message


def test_notes_come_right_before_their_report(tmp_path: Path) -> None:
    (path := tmp_path / "a.jsonl").write_text('{"id": "x", "text": "A \\ud83d bomb.\\u0000", "date": "04/07/2017"}')
    first, second, report = open_sources([str(path)])
    assert isinstance(first, SourceProblem) and isinstance(second, SourceProblem) and isinstance(report, Report)
    assert (first.report, second.report, report.text, report.published) == ("x", "x", "A \ufffd bomb.\ufffd", None)
    assert "'04/07/2017' is not one that can be told for sure" in first.message


def zeros(size: int) -> bytes:
    packer = zlib.compressobj(wbits=31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(size)) + packer.flush()


BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("empty.txt", lambda: b"", "Is empty"),
    ("empty.jsonl", lambda: b"", "Is empty"),
    ("empty.txt.gz", lambda: gzip.compress(b""), "Is empty"),
    ("blank.txt", lambda: b" \n\t\n", "nothing but blanks"),
    ("binary.txt", lambda: bytes(range(256)) * 40, "Is binary"),
    ("binary.html", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "Is a picture"),
    ("paper.txt", lambda: b"%PDF-1.7 and more", "Is a PDF"),
    ("huge.txt", lambda: b"x" * 20_000_000, "Holds more than 12 MB"),
    ("large.txt", lambda: b"bomb " * 500_000, "Holds 2.5 million characters"),
    ("huge.jsonl", lambda: b'{"text": "' + b"x" * 20_000_000 + b'"}', "Holds more than 12 MB"),
    ("large.jsonl", lambda: b'{"text": "' + b"bomb " * 500_000 + b'"}', "Holds 2.5 million characters"),
    ("cyrillic.txt", lambda: ("Шестеро солдат погибли. " * 9).encode("cp1251"), "cannot be told"),
    ("utf16.txt", lambda: STORY.encode("utf-16-le"), "Is binary"),
    ("half.txt", lambda: "Six".encode("utf-16") + b"\x00", "Begins as UTF-16"),
    ("broken.json", lambda: b'{"text": "A bomb', "Is not valid JSON"),
    ("bomb.txt.gz", lambda: zeros(30), "Unpacks to more than 100 times"),
    ("bomb.jsonl.gz", lambda: zeros(30), "Unpacks to more than 100 times"),
    ("cut.txt.gz", lambda: gzip.compress(STORY.encode() * 50)[:-20], "Breaks off"),
    ("damaged.txt.gz", lambda: gzip.compress(STORY.encode() * 50)[:30] + b"\xff" * 60, "Is damaged"),
    ("scripts.html", lambda: b"<html><script>draw()</script></html>", "Has no main text"),
]


@pytest.mark.parametrize(("name", "data", "words"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_files(name: str, data: Callable[[], bytes], words: str, good: Path, tmp_path: Path) -> None:
    (bad := tmp_path / name).write_bytes(data())
    (report,), (problem,) = opened(bad, good)
    assert report.text == STORY
    assert words in problem.message
    assert problem.source == str(bad)
    assert problem.message[0].isupper() and problem.message.endswith(".")


@pytest.mark.parametrize(
    ("source", "words"),
    [("gone.txt", "Does not exist"), ("nul\0l.txt", "Cannot be read"), ("http://10.1.2.3/a", "private"),
     ("file:///etc/hosts", "only http and https"), ("http://", "Names no host"), ("http://[x/", "not a valid address")],
)  # fmt: skip
def test_sources_that_are_not_there(source: str, words: str, good: Path) -> None:
    (report,), (problem,) = opened(source, good)
    assert report.text == STORY
    assert words in problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_are_sure(encoding: str, tmp_path: Path) -> None:
    (path := tmp_path / "a.txt").write_text(STORY, encoding=encoding)
    (report,), problems = opened(path)
    assert (report.text, problems) == (STORY, [])


def test_encodings_that_are_told_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The café in Harl – “a ruin” – was hit.".encode("cp1252"))
    (tmp_path / "b.txt").write_bytes("The “café” in Harl – “a ruin” – was hit.".encode() + b" \xe2\x80 More.")
    (first, second), (one, two) = opened(tmp_path)
    assert first.text == "The café in Harl – “a ruin” – was hit."
    assert "Windows-1252" in one.message and one.report == first.id
    assert second.text.endswith("was hit. \ufffd More.")
    assert "1 damaged character" in two.message and two.report == second.id


def test_a_folder_is_read_in_order_and_says_what_it_passes_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("no")
    (tmp_path / "b" / "2.txt").write_text("Second text.")
    (tmp_path / "1.htm").write_text(HTML)
    (tmp_path / "3.txt.gz").write_bytes(gzip.compress(b"Third text."))
    (tmp_path / "b" / "empty.txt").touch()
    for name in ("a.pdf", "b.docx", "c.xls", "d.png"):
        (tmp_path / name).touch()
    reports, problems = opened(tmp_path)
    assert [r.text.split()[0] for r in reports] == ["Six", "Third", "Second"]
    assert "Is empty" in problems[0].message
    assert problems[1].message.startswith("Passed over a.pdf, b.docx, c.xls and 1 more")


def test_a_file_that_lies_in_a_folder_too_is_read_once(good: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Nine soldiers were killed near Harl.")
    (tmp_path / "link.txt").symlink_to(good)
    for sources in ((good, tmp_path), (tmp_path, good), (good, good, tmp_path, tmp_path / "." / "b.txt")):
        reports, problems = opened(*sources)
        assert sorted(r.text[:4] for r in reports) == ["Gunm", "Nine"]
        assert problems == []


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    reports, (problem,) = opened(tmp_path)
    assert reports == []
    assert "Holds no file to read" in problem.message


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (STORY.encode(), "Gunmen kill six in Harl\n"),
        (HTML.encode(), "Six killed\n\nGunmen"),
        (f"{record(1)}\n{record(1)}".encode(), "1 soldiers"),
        (gzip.compress(STORY.encode()), "Gunmen"),
        (b"[The army] said six soldiers were killed.", "[The army]"),
    ],
)
def test_standard_input_is_told_by_its_beginning(data: bytes, start: str) -> None:
    reports, problems = opened("-", stdin=pipe(data))
    assert problems == []
    assert reports[0].text.startswith(start)


def test_a_saved_page_named_as_text(tmp_path: Path) -> None:
    (path := tmp_path / "a.txt").write_text(HTML)
    assert opened(path)[0][0].text.startswith("Six killed\n\nGunmen")


@pytest.mark.parametrize(
    ("kind", "body"), [("text/html", HTML), ("text/plain", STORY), ("application/json", f"[{record(1)}]")]
)
def test_urls_by_their_content_type(kind: str, body: str) -> None:
    def fetch(url: str) -> Fetched:
        return Fetched(url + "2020/05/06/", body.encode(), kind, None)

    (report,), _ = opened("https://shore.example/", fetch=fetch)
    assert "soldiers were killed" in report.text
    assert (report.url is None) == (kind == "application/json")


def test_a_url_that_fails_leaves_the_others(good: Path) -> None:
    def fetch(url: str) -> Fetched:
        raise FetchError("Cannot be reached (down); check the address.")

    (report,), (problem,) = opened("https://shore.example/", good, fetch=fetch)
    assert (report.text, problem.message) == (STORY, "Cannot be reached (down); check the address.")


def test_gzip_members_in_a_row_and_small_reads() -> None:
    data = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0"
    assert bounded.unpacked(io.BytesIO(data)).read() == b"one two"
