"""The measure over annotated articles: an invented one, read and compared with its offsets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import articles
from training.corpus.texts import take

TEXT = "Gunmen killed four soldiers in an ambush near Timbuktu on Monday, the army said."
MARKED = """=== a-1
[q1 [a1 Gunmen] [e1 killed] [n1 four [a2 soldiers]] in an [e1 ambush] near [p1 Timbuktu] on [d1 Monday]], the [a3 army] [c1 said].
---
a1 gunmen
a2 military
a3 military
n1 4
e1 armed_attack actual agent=a1 victim=a2 place=p1 time=d1 killed=n1
c1 source=a3 content=q1
"""  # noqa: E501


def test_an_article_is_read_and_compared_with_its_offsets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plain sentence is read as it is annotated; with another number annotated, its toll is wrong."""
    rows = tmp_path / "articles.jsonl"
    rows.write_text(json.dumps({"id": "a-1", "published": "2015-03-04", "text": TEXT}) + "\n", "utf-8")
    monkeypatch.setattr(articles, "ANNOTATION", tmp_path / "kept.txt")
    for bounds, right in (("n1 4", 1.0), ("n1 5", 0.0)):
        (tmp_path / "marked.txt").write_text(MARKED.replace("n1 4", bounds), "utf-8")
        kept, wrong = take(tmp_path / "marked.txt", {"a-1": TEXT})
        assert not wrong
        (tmp_path / "kept.txt").write_text("".join(kept), "utf-8")
        figures = articles.run(rows)
        assert figures["event F1"] == 1.0
        assert figures["toll F1"] == right
        assert figures["articles"] == 1
    assert any("killed" in error.kind for error in articles.errors(rows))
