"""What checks the corpus: stories, splits, originality, agreement; and that augmentation keeps every span."""

import random
from pathlib import Path

import pytest

from tacitus.corpus.format import Annotated, parse
from tacitus.records.span import Span
from training.augment import pool, vary
from training.corpus import REPORTS, STORIES
from training.corpus.agreement import agreement, of_clusters
from training.corpus.examples import example
from training.corpus.originality import copied, spread
from training.corpus.stories import check_story, load_stories, parse_story
from training.examples import Example, Labelled
from training.splits import parts

STORY = """\
story = "toy"
invented = "yes"
world = "Nothing of this happened."
copies = [["toy-1", "toy-2"]]
[[incident]]
name = "the shooting"
type = "armed_attack"
realis = "actual"
grade = "single-source"
events = ["toy-1:e1", "toy-2:e1"]
[incident.settled]
killed = "2"
"""
REPORT = """\
id: {id}
invented: yes
genre: agency
region: west-africa
quality: clean
published: 2004-06-02
outlet: Toy Wire
story: {story}
---
[n1 Two [a1 herders]] were [e1 killed] near [p1 {town}] by men of [a2 {leader}], {words}.
---
a1 civilians NER
a2 person NER = {leader}
p1 settlement = {town}, Agadez, Niger
n1 2
e1 armed_attack actual victim=a1 place=p1 killed=n1
"""


def report(
    folder: Path,
    id_: str,
    story: str = "toy",
    town: str = "Tabelot",
    leader: str = "Moussa Ag Rhissa",
    words: str = "it said",
) -> Annotated:
    path = folder / f"{id_}.txt"
    path.write_text(REPORT.format(id=id_, story=story, town=town, leader=leader, words=words), "utf-8")
    return parse(path)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("toy-2:e1", "toy-2:e7", "no event e7"),
        ("toy-2:e1", "toy-3:e1", "toy-3 is no report of this story"),
        ('"2"', '"few"', "cannot read the bounds"),
        ("single-source", "certain", "grade is one of"),
        ("single-source", "contested", "no dissent"),
        ('"toy-1:e1", ', '"toy-1:e1", "toy-1:e1", ', "is in 2 incidents"),
    ],
)
def test_a_story_is_checked_against_its_reports(tmp_path: Path, old: str, new: str, told: str) -> None:
    reports = {id_: report(tmp_path, id_) for id_ in ("toy-1", "toy-2")}
    path = tmp_path / "toy.toml"
    path.write_text(STORY, "utf-8")
    assert check_story(parse_story(path), reports) == []
    path.write_text(STORY.replace(old, new), "utf-8")
    assert any(told in sentence for sentence in check_story(parse_story(path), reports))


def test_a_story_a_person_and_a_small_place_stand_in_one_part_only(tmp_path: Path) -> None:
    reports = [report(tmp_path, f"a{n}", story=f"s{n // 3}", town=f"T{n}", leader=f"Aba N{n}") for n in range(90)]
    reports += [report(tmp_path, f"b{n}", story=f"t{n}", town=f"T{n}", leader=f"Bob N{n % 9}") for n in range(30)]
    part = parts(reports)
    for n in range(0, 90, 3):
        assert part[f"a{n}"] == part[f"a{n + 1}"] == part[f"a{n + 2}"]
    for n in range(30):
        assert part[f"b{n}"] == part[f"a{n}"] == part[f"b{n % 9}"]
    assert {"train", "dev", "test"} >= set(part.values()) and len(set(part.values())) > 1


def test_eight_words_that_stand_elsewhere_are_found_and_seven_are_not(tmp_path: Path) -> None:
    told = "the column came down from the hills at first light"
    reports = [report(tmp_path, "toy-1", words=told)]
    (tmp_path / "other.conllu").write_text(
        "\n".join(f"{n}\t{word}\t_" for n, word in enumerate("Column came down from the hills at first".split())),
        "utf-8",
    )
    assert [c.report for c in copied(reports, tmp_path) if c.file == "other.conllu"] == ["toy-1"]
    (tmp_path / "other.conllu").write_text(
        "\n".join(f"{n}\t{word}\t_" for n, word in enumerate("came down from the hills at first".split())), "utf-8"
    )
    assert [c.report for c in copied(reports, tmp_path) if c.file == "other.conllu"] == []


def test_repetition_is_counted_between_texts_and_not_inside_a_story() -> None:
    sentence = "The bridge over the river was closed at dusk."
    assert spread([("a", sentence), ("b", sentence)]).repeated == 1
    assert spread([("a", sentence), ("a", sentence)]).repeated == 0


def test_agreement_is_whole_with_itself_and_less_with_another(tmp_path: Path) -> None:
    first = report(tmp_path, "toy-1")
    assert set(agreement([(first, first)]).values()) == {1.0}
    (tmp_path / "toy-1.txt").write_text(
        first.path.read_text("utf-8").replace("armed_attack", "execution").replace(" killed=n1", ""), "utf-8"
    )
    figures = agreement([(first, parse(tmp_path / "toy-1.txt"))])
    assert figures["event type, where both mark"] == 0
    assert figures["toll of an event, its bounds exact"] == 0
    assert figures["trigger span, exact"] == 1


def test_agreement_on_clusters_counts_pairs_of_two_reports() -> None:
    second = [["toy-1:e1", "toy-1:e2", "toy-2:e1"], ["toy-1:e3", "toy-2:e3"]]  # three pairs of two reports
    assert of_clusters([{"incidents": second, "disputed": []}]) == 1.0
    only_second, only_first = ["toy-1:e3", "toy-2:e3", True], ["toy-1:e4", "toy-2:e4", False]
    assert of_clusters([{"incidents": second, "disputed": [only_second]}]) == 0.8  # 2 of 2 and of 3
    assert of_clusters([{"incidents": second, "disputed": [only_second, only_first]}]) == 0.667


def test_other_names_numbers_and_styles_keep_every_span_on_its_words() -> None:
    examples = [example(parse(path)) for path in sorted((REPORTS / "b1").glob("*.txt"))[:60]]
    names = pool(examples)
    chance = random.Random(5)
    changed = 0
    for before in examples * 3:
        after = vary(before, names, chance)
        changed += after.text != before.text
        assert len(after.spans) == len(before.spans)
        for old, new in zip(before.spans, after.spans, strict=True):
            words = new.span.of(after.text)
            assert words and words == words.strip()
            assert old.layer == new.layer
            if old.layer in ("trigger", "cue"):  # never exchanged
                assert sorted(words.lower()) == sorted(old.span.of(before.text).lower())
    assert changed > 60


def test_copy_can_lose_its_commas_and_apostrophes_and_keeps_its_spans() -> None:
    text = "Syria’s army, it said, shelled the town's market."
    spans = (Labelled(Span(0, 12), "mention", "actor"), Labelled(Span(23, 30), "trigger", "shelling"))
    before = Example("one", "open set", text, frozenset(("mention", "trigger")), spans)
    varied = (vary(before, {}, random.Random(seed)) for seed in range(200))
    bare = next(after for after in varied if after.text == "Syrias army it said shelled the towns market.")
    assert [each.span.of(bare.text) for each in bare.spans] == ["Syrias army", "shelled"]


def test_the_stories_of_the_corpus_can_be_read() -> None:
    stories = load_stories(STORIES)
    assert len(stories) >= 30
    assert all(story.incidents for story in stories)
