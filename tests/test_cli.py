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


@pytest.mark.parametrize("words", [["read", "{story}"], ["corpus", "show", "helmand-rival-tolls"], ["read", "-"]])
def test_a_folder_to_write_to_is_refused_in_a_sentence(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    assert main([*(word.format(story=tmp_path / "story.txt") for word in words), "-o", str(tmp_path)]) == 1
    assert "is a folder; give a file with -o" in capsys.readouterr().err


def test_who_may_read_a_file_of_ours(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "old.csv").write_text("")
    (tmp_path / "old.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to(tmp_path / "old.csv")
    for name in ("new.csv", "link.csv"):
        assert main(["read", str(tmp_path / "story.txt"), "--format", "csv", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "new.csv").stat().st_mode == (tmp_path / "story.txt").stat().st_mode
    assert (tmp_path / "link.csv").is_symlink() and (tmp_path / "old.csv").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "old.csv").read_text() == (tmp_path / "new.csv").read_text() != ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    command = [sys.executable, "-m", "tacitus", "read", str(tmp_path / "story.txt")]
    with open("/dev/full", "w") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    assert ran.returncode == 1 and "No space left" in ran.stderr and "Traceback" not in ran.stderr
    assert main([*command[3:], "-o", "/dev/null"]) == 0 and not Path("/dev/null").is_file()
