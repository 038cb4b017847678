"""Whether the corpus is prose written for itself: nothing copied, no frames, sentences spread as the wire's.

In: the annotated reports, and the texts under ``shared/data``. Out: runs of 8 words that also stand there (there
may be none), and figures of repetition beside those of real articles. One thing to know: reports of one story
are set apart, since rewrites of one wire story are written on purpose.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tacitus.corpus.format import Annotated
from tacitus.reader.sentences import sentences

COPIED = 8  # words in a run that may stand nowhere else
NAMED = 4  # words of such a run that may be a party's name: "the Organisation for the Prohibition of …" is no sentence
FRAME = 5  # words in a run of which few may stand in two reports
T = TypeVar("T")
_ENDS = tuple('.!?"\u201d)')
_WORD = re.compile(r"[a-z0-9]+")
_TAG = re.compile(r"<[^<>]{1,300}>")
_READ = (".txt", ".json", ".jsonl", ".xml", ".conllu", ".iob2", ".md", ".ann", ".tsv", ".csv", ".tml", ".sgm", "")
_MOST = 60_000_000  # bytes of one file that are looked at


@dataclass(frozen=True, slots=True)
class Copied:
    """Words of a report that also stand in a file."""

    report: str
    words: str
    file: str


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without marks."""
    return _WORD.findall(text.lower())


def copied(reports: Iterable[Annotated], folder: Path) -> Iterator[Copied]:
    """Each report's first run of :data:`COPIED` words that a file below the folder holds too."""
    owners: dict[tuple[str, ...], str] = {}
    for report in reports:
        found = [(m[0], _named(report, m.start())) for m in _WORD.finditer(report.text.lower())]
        for several in _runs(found, COPIED):
            if sum(named for _, named in several) <= NAMED:
                owners.setdefault(tuple(word for word, _ in several), report.id)
    seen: set[str] = set()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in _READ):
        for run in _runs(words_of(_plain(path)), COPIED):
            if (owner := owners.get(run)) and owner not in seen:
                seen.add(owner)
                yield Copied(owner, " ".join(run), str(path.relative_to(folder)))


def _named(report: Annotated, at: int) -> bool:
    """Whether a word is part of what a party is called."""
    return any(b.id[0] == "a" and b.start <= at < b.end for b in report.brackets)


def _plain(path: Path) -> str:
    """The running text of a data file, whatever its format."""
    text = path.read_bytes()[:_MOST].decode("utf-8", "replace")
    if path.suffix in (".conllu", ".iob2"):
        return " ".join(columns[1] for line in text.splitlines() if len(columns := line.split("\t")) > 1)
    if path.suffix in (".json", ".jsonl"):
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text).replace("\\n", " ")
        return text.replace("\\", " ")
    return html.unescape(_TAG.sub(" ", text))


def _runs(words: Sequence[T], size: int) -> Iterator[tuple[T, ...]]:
    yield from zip(*(words[n:] for n in range(size)), strict=False)


@dataclass(frozen=True, slots=True)
class Spread:
    """How a set of texts repeats itself and how its sentences are spread."""

    words: int
    repeated: float  # share of the runs of FRAME words that stand in more than one text
    openings: float  # share of the sentences that begin with one of the ten commonest pairs of words
    quartiles: tuple[int, int, int]  # words in a sentence
    frame: tuple[str, int]  # the run of 8 words that stands in most texts, and in how many


def spread(texts: Sequence[tuple[str, str]]) -> Spread:
    """Figures of texts given as (what they belong to, text); texts that belong together count as one."""
    stand: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    long: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    count: Counter[tuple[str, ...]] = Counter()
    lengths: list[int] = []
    openings: Counter[tuple[str, ...]] = Counter()
    words = 0
    for owner, text in texts:
        own = words_of(text)
        words += len(own)
        for run in _runs(own, FRAME):
            stand[run].add(owner)
            count[run] += 1
        for run in _runs(own, COPIED):
            long[run].add(owner)
        for sentence in sentences(text):
            told = words_of(sentence.of(text))
            if len(told) > 2:
                lengths.append(len(told))
                openings[tuple(told[:2])] += 1
    lengths.sort()
    often = sum(n for _, n in openings.most_common(10))
    frame = max(long, key=lambda run: len(long[run]), default=())
    at = len(lengths)
    return Spread(
        words,
        sum(n for run, n in count.items() if len(stand[run]) > 1) / max(1, count.total()),
        often / max(1, openings.total()),
        (lengths[at // 4], lengths[at // 2], lengths[3 * at // 4]) if lengths else (0, 0, 0),
        (" ".join(frame), len(long[frame])) if frame else ("", 0),
    )


def body(text: str) -> str:
    """A text without its headlines and headings: the paragraphs that end as a sentence does."""
    return "\n".join(line for line in text.split("\n") if line.rstrip()[-1:] in _ENDS)


def articles(folder: Path) -> list[tuple[str, str]]:
    """The real articles of a folder of JSON lines."""
    rows = [json.loads(line) for p in sorted(folder.glob("*.jsonl")) for line in p.read_text("utf-8").splitlines()]
    return [(row["id"], row["text"]) for row in rows]


def same_size(reports: Sequence[Annotated], words: int) -> list[tuple[str, str]]:
    """Whole stories and reports, spread evenly over the corpus, of about as many words: repetition grows with size."""
    groups: dict[str, list[Annotated]] = defaultdict(list)
    for report in reports:
        groups[report.meta.get("story") or report.id].append(report)
    total = sum(len(r.text.split()) for r in reports)
    chosen: list[tuple[str, str]] = []
    taken = passed = 0
    for owner in sorted(groups):
        size = sum(len(r.text.split()) for r in groups[owner])
        passed += size
        if taken + size <= words * passed / max(1, total):
            taken += size
            chosen += [(owner, r.text) for r in groups[owner]]
    return chosen
