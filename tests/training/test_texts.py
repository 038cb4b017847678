"""Annotation of texts that stand elsewhere: taken, kept without a word of them, and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.corpus.format import FormatError
from training.corpus.texts import load_texts, show, take, tidy

TEXT = "Raiders killed two guards [sic] at Ordu mill, police said."
MARKED = """=== note-1
[q1 [a1 Raiders] [e1 killed] [n1 two [a2 guards]] \\[sic\\] at [p1 Ordu] [f1 mill]], [a3 police] [c1 said].
---
a1 gunmen
a2 civilians
a3 police
e1 armed_attack actual agent=a1 victim=a2 place=p1,f1 killed=n1
c1 source=a3 content=q1
"""


def test_what_is_kept_holds_no_word_of_the_text_and_reads_back_as_it_was(tmp_path: Path) -> None:
    """Only offsets, kinds, types and roles are stored; beside the text the brackets stand where they stood."""
    (tmp_path / "in.txt").write_text(MARKED, "utf-8")
    kept, wrong = take(tmp_path / "in.txt", {"note-1": TEXT})
    assert not wrong
    assert not any(word in kept[0] for word in ("Raiders", "guards", "Ordu", "sic"))
    (tmp_path / "in.txt").write_text("".join(kept), "utf-8")
    (report,) = load_texts({"note-1": TEXT}, tmp_path)
    assert [report.words(b) for b in report.of("a")] == ["Raiders", "guards", "police"]
    assert report.lines["e1"].roles["place"] == ("p1", "f1")
    assert sorted(show(report).splitlines()) == sorted(MARKED.splitlines())


def test_a_text_that_is_not_the_annotated_one_is_refused(tmp_path: Path) -> None:
    """A word more, and no offset would be right: neither taken nor read."""
    (tmp_path / "in.txt").write_text(MARKED, "utf-8")
    assert take(tmp_path / "in.txt", {"note-1": TEXT + " More."})[1]
    kept, _ = take(tmp_path / "in.txt", {"note-1": TEXT})
    (tmp_path / "in.txt").write_text("".join(kept), "utf-8")
    with pytest.raises(FormatError, match="note-1 is not the annotated one"):
        load_texts({"note-1": TEXT + " More."}, tmp_path)
    with pytest.raises(FormatError, match="note-1 is gone"):
        load_texts({}, tmp_path)


def test_what_is_wrong_with_an_annotation_is_said(tmp_path: Path) -> None:
    """An event without its line, an actor of no kind."""
    broken = MARKED.replace("a1 gunmen", "a1 raiders").replace("e1 armed_attack actual", "e2 armed_attack actual")
    (tmp_path / "in.txt").write_text(broken, "utf-8")
    told = " ".join(take(tmp_path / "in.txt", {"note-1": TEXT})[1])
    assert "unknown actor kind 'raiders'" in told
    assert "e1 has no line" in told


def test_spaces_that_tokens_left_are_gone() -> None:
    """Tokenised sets print commas and clitics apart."""
    assert tidy("They do n't say , it 's \"late\" ( again ) .") == "They don't say, it's \"late\" (again)."
