"""``python -m training.corpus [FOLDER…]``: check the annotated reports, and show the plan filled.

Given folders, only these are checked and their events counted. Without, all is: the stories, the plan, words
that also stand in ``shared/data`` or in many reports, and how far the second annotation agrees. One thing to
know: what is wrong makes it fail; a cell of the plan that is short does not.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tacitus.corpus.format import Annotated, FormatError, check, parse
from training.corpus import REPORTS, ROOT, SECOND, STORIES
from training.corpus.agreement import agreement, of_clusters
from training.corpus.originality import Spread, articles, body, copied, same_size, spread
from training.corpus.plan import lines
from training.corpus.stories import check_story, load_stories, parse_story
from training.corpus.texts import DATA, load_texts, originals
from training.splits import parts

SHARED = ROOT.parent / "shared/data"


def main(folders: list[str]) -> int:
    """Print every problem with its file, then the figures; 1 if there was a problem."""
    reports, problems = _checked(map(Path, folders or [str(REPORTS)]))
    problems += list(_stories(reports))
    if not folders:
        problems += [f"{c.report}: {c.words!r} also stands in {c.file}" for c in copied(reports.values(), SHARED)]
        problems += list(_twice(reports.values()))
        problems += list(_parted(list(reports.values())))
    _say(problems)
    events = Counter(line.words[0] for r in reports.values() for line in r.lines.values() if line.id[0] == "e")
    words = sum(len(r.text.split()) for r in reports.values())
    if folders:
        _say([" ".join(f"{name}:{n}" for name, n in events.most_common())])
    else:
        _figures(list(reports.values()))
    _say([f"{len(reports)} reports, {words} words, {events.total()} events; {len(problems)} problems"])
    return 1 if problems else 0


def _say(sentences: Iterable[str]) -> None:
    sys.stdout.writelines(sentence + "\n" for sentence in sentences)


def _checked(folders: Iterable[Path]) -> tuple[dict[str, Annotated], list[str]]:
    """The reports that can be read, by id, and what is wrong with any."""
    reports: dict[str, Annotated] = {}
    problems: list[str] = []
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")) if folder.is_dir() else [folder]:
            try:
                report = parse(path)
            except FormatError as error:
                problems.append(f"{path.name}: {error}")
                continue
            problems += [f"{path.name}: {sentence}" for sentence in check(report)]
            if report.id in reports:
                problems.append(f"{path.name}: {reports[report.id].path} has the same id")
            reports[report.id] = report
    return reports, problems


def _stories(reports: dict[str, Annotated]) -> Iterator[str]:
    """What is wrong with the stories that these reports tell."""
    for story in sorted({r.meta["story"] for r in reports.values() if r.meta.get("story")}):
        path = STORIES / f"{story}.toml"
        try:
            wrong = check_story(parse_story(path), reports) if path.exists() else ["there is no such file"]
        except FormatError as error:
            wrong = [str(error)]
        yield from (f"{path.name}: {sentence}" for sentence in wrong)


def _twice(reports: Iterable[Annotated]) -> Iterator[str]:
    """Reports with one text."""
    seen: dict[str, str] = {}
    for report in reports:
        if (other := seen.setdefault(" ".join(report.text.split()), report.id)) != report.id:
            yield f"{report.id}: has the text of {other}"


def _parted(reports: Sequence[Annotated]) -> Iterator[str]:
    """Stories of which some reports are for training and others for measuring."""
    part = parts(reports)
    of_story: dict[str, set[str]] = {}
    for report in reports:
        if report.meta.get("story"):
            of_story.setdefault(report.meta["story"], set()).add(part[report.id])
    yield from (
        f"{story}.toml: its reports stand in several parts" for story, found in of_story.items() if len(found) > 1
    )


def _figures(reports: Sequence[Annotated]) -> None:
    _say([_texts()])
    second = [parse(path) for path in sorted(SECOND.glob("*.txt"))]
    _say(["The plan:", *lines(reports, load_stories(), len(second))])
    part = parts(reports)
    sizes = Counter(part.values())
    words = {p: sum(len(r.text.split()) for r in reports if part[r.id] == p) for p in sizes}
    _say(["Parts: " + ", ".join(f"{p} {n} reports, {words[p]} words" for p, n in sizes.most_common())])
    real = articles(SHARED / "reports")
    _say(["Repetition, stories set apart (real articles: shared/data/reports):"])
    of_real = spread(real)
    _say([_spread("real articles", of_real)])
    _say([_spread("corpus, as many words", spread(same_size(reports, of_real.words)))])
    _say([_spread("corpus, whole", spread([(r.meta.get("story") or r.id, r.text) for r in reports]))])
    _say(["Sentences of agency copy alone, headlines aside:"])
    _say([_spread("real articles", spread([(owner, body(text)) for owner, text in real]))])
    wire = [r for r in reports if r.meta["genre"] == "agency" and r.meta["quality"] == "clean"]
    _say([_spread("corpus, agency", spread([(r.meta.get("story") or r.id, body(r.text)) for r in wire]))])
    first = {r.id: r for r in reports}
    pairs = [(first[r.id], r) for r in second if r.id in first and first[r.id].text == r.text]
    _say([f"Second annotation, {len(pairs)} reports:"])
    _say(f"  {name:48} {value:.3f}" for name, value in sorted(agreement(pairs).items()))
    stories = [json.loads(line) for line in (SECOND / "clusters.jsonl").read_text("utf-8").splitlines()]
    _say(
        [f"Second annotation of {len(stories)} stories: F1 of pairs of events that are one {of_clusters(stories):.3f}"]
    )


def _texts() -> str:
    texts = load_texts(originals(DATA))
    words = sum(len(text.text.split()) for text in texts)
    events = sum(line.id[0] == "e" for text in texts for line in text.lines.values())
    return f"Texts of other hands, annotated where they stand: {len(texts)}, {words} words, {events} events"


def _spread(name: str, found: Spread) -> str:
    low, middle, high = found.quartiles
    return (
        f"  {name:24} {found.words:8,} words; 5-grams in two texts {found.repeated:.4f}; ten commonest openings "
        f"{found.openings:.3f}; sentences {low}/{middle}/{high} words; {found.frame[0]!r} in {found.frame[1]}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
