"""The corpus format: brackets out, problems told."""

from pathlib import Path

import pytest

from tacitus.corpus.format import Annotated, FormatError, check, parse
from tacitus.corpus.show import page

REPORT = """\
id: toy
invented: yes
genre: agency
region: west-africa
quality: clean
published: 2004-06-02
outlet: Toy Wire
---
[q1 [n1 Two [a1 herders]] were [e1 killed] near [p1 Tabelot]], [a2 police] [c1 said].

The [a3 <b>Band</b>] \\[sic\\] denied it.
---
a1 civilians NER
a2 police NER
a3 criminal NER
p1 settlement = Tabelot, Agadez, Niger
n1 2
e1 armed_attack actual victim=a1 place=p1 killed=n1
c1 source=a2 content=q1
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "toy.txt"
    path.write_text(text, "utf-8")
    return path


def read(folder: Path, text: str = REPORT) -> Annotated:
    return parse(written(folder, text))


def test_brackets_become_offsets_into_the_plain_text(tmp_path: Path) -> None:
    report = read(tmp_path)
    assert report.text.startswith("Two herders were killed near Tabelot, police said.")
    assert "[sic]" in report.text
    assert [report.words(b) for b in report.brackets if b.id in ("n1", "a1", "c1")] == [
        "Two herders",
        "herders",
        "said",
    ]
    assert report.lines["e1"].roles == {"victim": ("a1",), "place": ("p1",), "killed": ("n1",)}
    assert check(report) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("e1 armed_attack actual", "e1 armed_attak actual", "unknown event type"),
        ("actual victim=a1", "actual victim=a9", "points to nothing"),
        ("n1 2\n", "n1 about2\n", "cannot read the bounds"),
        ("a1 civilians NER", "a1 civilians Niger", "three capitals"),
        ("invented: yes", "invented: no", "invented: yes"),
        ("victim=a1", "victim=p1", "victim cannot be p1"),
        ("a2 police NER\n", "", "a2 has no line"),
        ("published: 2004-06-02", "published: June", "published:"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert any(told in sentence for sentence in check(read(tmp_path, REPORT.replace(old, new))))


@pytest.mark.parametrize(
    ("old", "new"), [("[p1 Tabelot]", "[p1 Tabelot"), ("[a2 police]", "a2 police]"), ("---\n", "")]
)
def test_what_cannot_be_read_says_why(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(FormatError):
        read(tmp_path, REPORT.replace(old, new))


def test_the_page_escapes_what_the_report_says_and_marks_every_layer(tmp_path: Path) -> None:
    html = page(read(tmp_path), story='world = "<script>"')
    assert "<b>Band</b>" not in html.split("<main>")[1].split("</main>")[0].replace("<b>killed</b>", "")
    assert "&lt;b&gt;Band&lt;/b&gt;" in html and "&lt;script&gt;" in html
    for id_ in ("a1", "a2", "a3", "p1", "n1", "e1", "c1", "q1"):
        assert f'data-id="{id_}"' in html
    assert html.count("<span") == html.count("</span>")
