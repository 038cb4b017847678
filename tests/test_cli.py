"""The command as a person types it: results on standard output, words to people on standard error."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tacitus.cli import main

STORY = "A roadside bomb killed two soldiers near Kunduz on Monday, police said."


def test_read_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    assert main(["read", str(tmp_path / "story.txt"), "--published", "2021-02-17"]) == 0
    out = capsys.readouterr().out
    assert "bombing" in out and "2 killed" in out


def test_jsonl_and_output_file_appear_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    target = tmp_path / "events.jsonl"
    assert main(["read", str(tmp_path / "story.txt"), "--format", "jsonl", "-o", str(target)]) == 0
    (line,) = target.read_text("utf-8").splitlines()
    assert json.loads(line)["report"]["text"] == STORY
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []
    assert "1 report read" in capsys.readouterr().err


def test_a_broken_line_is_told_and_the_rest_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.dumps({"id": str(n), "text": STORY}) for n in range(10)]
    lines[6] = '{"id": "6", "text": '
    (tmp_path / "reports.jsonl").write_text("\n".join(lines))
    assert main(["read", str(tmp_path / "reports.jsonl"), "--format", "jsonl"]) == 0
    captured = capsys.readouterr()
    found = [json.loads(line) for line in captured.out.splitlines()]
    assert [f["report"]["id"] for f in found[:-1]] == ["0", "1", "2", "3", "4", "5", "7", "8", "9"]
    assert found[-1]["issues"][0]["stage"] == "source"
    assert "line 7" in captured.err and "Traceback" not in captured.err


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt"])
def test_nothing_to_read_is_an_error_in_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert main(["read", str(tmp_path / name)]) == 1
    assert name in capsys.readouterr().err


def test_a_date_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["read", "x.txt", "--published", "Monday"])
    assert stop.value.code == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err


def test_types_lists_every_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["types", "--format", "jsonl"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(found) == 64 and all(f["definition"] and len(f["examples"]) == 2 for f in found)
    assert main(["types"]) == 0


def test_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].endswith("2020-12/schema")


def test_two_processes_read_the_same_as_one(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": f"{STORY} It was attack number {n}."}) for n in range(40)]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "tacitus", "read", str(tmp_path / "reports.jsonl"), "--format", "jsonl"]
    one, two = (subprocess.run([*command, "--jobs", n], capture_output=True, check=True) for n in ("1", "2"))  # noqa: S603
    assert one.stdout == two.stdout and one.stdout.count(b"\n") == 40


def test_demo_reads_the_samples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    out = capsys.readouterr().out
    assert "killed" in out and "Next:" in out


def test_nothing_is_told_that_is_less_sure_than_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    told = {}
    for least in ("0", "0.9999"):
        assert main(["read", str(tmp_path / "story.txt"), "--format", "jsonl", "--min-confidence", least]) == 0
        told[least] = json.loads(capsys.readouterr().out)["events"]
    assert told["0"] and not told["0.9999"]
    with pytest.raises(SystemExit):
        main(["read", str(tmp_path / "story.txt"), "--min-confidence", "2"])
    assert "is not a confidence" in capsys.readouterr().err


def test_a_report_of_the_corpus_is_shown_and_an_unknown_one_gets_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "show", "helmand-rival-tolls"]) == 0
    assert "<!doctype html>" in capsys.readouterr().out
    assert main(["corpus", "show", "no-such-report"]) == 1
    assert "no report called 'no-such-report'" in capsys.readouterr().err
