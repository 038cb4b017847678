"""Texts that others wrote, with our annotation: ``python -m training.corpus.texts take|show FILE…``.

In: the open sets under ``shared/data/train``, and ``texts/*.txt`` beside this file. Out: annotated reports like the
invented ones. One thing to know: the texts stay where they are and are never copied into this repository. What stands
here is where each bracket begins and ends and what it is, and a text that is no longer the same is refused.

``take FILE…`` reads marked-up texts (``=== ID``, the text with its brackets as the guide has them, ``---``, a line for
each actor, event and cue), checks them against the sets and writes ``texts/NAME.txt``; ``show FILE…`` prints those
marked up again.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from tacitus.corpus.format import Annotated, Bracket, FormatError, Line, check_marks, parse_line, unbracket
from training.corpus import ROOT
from training.discourse_sets import gum, meantime
from training.open_sets import ewt, plover, re3d, redocred

TEXTS = Path(__file__).parent / "texts"
DATA = ROOT.parent / "shared/data/train"
#: A sentence that shares 12 words in a row with one of a set we measure on.
MEASURED = frozenset({"PLOVER-GSR01-AGREE-0004"})
_HEAD = re.compile(r"^=== (.+)\n", re.M)
_TORN = re.compile(r" +(n't|['’](?:s|re|ve|ll|d|m)\b|[.,;?!%)\]])")
_OPENED = re.compile(r"([(\[]) +")
_QUOTED = re.compile(r"[\"“](.{20,300}?)(?:[.\"”]|$)")


@cache
def originals(folder: Path) -> dict[str, str]:
    """The texts of the open sets that come as whole texts, by id, without the spaces that tokens left in them."""
    found = {
        e.id: tidy(e.text) for of in (re3d, plover, redocred, gum, meantime) for e in of(folder) if e.id not in MEASURED
    }
    found.update((id_, tidy(text)) for id_, text in ewt(folder))
    for words in headlines(folder):
        found[f"ucdp-{_digest(words.lower().strip(' .'))}"] = tidy(words)
    return found


def tidy(text: str) -> str:
    """A text as it was printed: no space before a comma or a clitic, none doubled."""
    return re.sub(r"[ \t]+", " ", _OPENED.sub(r"\1", _TORN.sub(r"\1", text))).strip()


def headlines(folder: Path) -> Iterator[str]:
    """The headlines of the articles that UCDP's events rest on."""
    csv.field_size_limit(10**7)
    for name in ("ged191.csv", "ucdpged_sample1000.csv"):
        with (folder / "ucdp" / name).open(encoding="utf-8-sig", newline="") as rows:
            for row in csv.DictReader(rows):
                told = row["source_headline"].split(";") if row["source_headline"] else []
                for words in told or (m[1] for m in _QUOTED.finditer(row["source_article"])):
                    yield re.sub(r"\s+", " ", words.strip().strip('"').strip())


def load_texts(texts: Mapping[str, str], folder: Path = TEXTS) -> list[Annotated]:
    """All of ``texts`` that are annotated, by file. Raises :class:`FormatError` where one is gone or has changed."""
    return [report for path in sorted(folder.glob("*.txt")) for report in stored(path, texts)]


def stored(path: Path, texts: Mapping[str, str]) -> Iterator[Annotated]:
    """The annotated texts of one file, in its order. Raises as :func:`load_texts`."""
    for head, body in _blocks(path):
        id_, digest = head.split()
        text = texts.get(id_, "")
        if _digest(text) != digest:
            raise FormatError(f"{path}: the text of {id_} is {'not the annotated one' if text else 'gone'}")
        brackets: list[Bracket] = []
        lines = []
        for row in body.splitlines():
            line, _, places = row.partition(" @ ")
            id_of, _, told = line.partition(" ")
            brackets += [Bracket(id_of, int(low), int(high)) for low, high in (p.split("-") for p in places.split())]
            lines += [line] if told else []
        yield _report(id_, path, text, brackets, lines)


def take(path: Path, texts: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The blocks to be stored of one marked-up file, and what is wrong with it."""
    kept: list[str] = []
    wrong: list[str] = []
    for id_, body in _blocks(path):
        marked, _, below = f"{body.strip()}\n".partition("\n---\n")
        try:
            text, brackets = unbracket(marked)
        except FormatError as error:
            wrong.append(f"{id_}: {error}")
            continue
        if text != texts.get(id_):
            wrong.append(f"{id_}: the text was changed, or there is none of that name")
            continue
        report = _report(id_, path, text, brackets, [row for row in below.splitlines() if row.strip()])
        wrong += [f"{id_}: {sentence}" for sentence in check_marks(report, needs_line="aec")]
        kept.append(_block(report))
    return kept, wrong


def show(report: Annotated) -> str:
    """A text with its brackets again, as ``take`` reads it."""
    edges = [(b.start, 1, -b.end, f"[{b.id} ") for b in report.brackets]
    edges += [(b.end, 0, -b.start, "]") for b in report.brackets]
    marked, done = "", 0
    for place, _, _, words in sorted(edges):
        marked += _literal(report.text[done:place]) + words
        done = place
    lines = "".join(f"{_told(line)}\n" for line in report.lines.values())
    return f"=== {report.id}\n{marked}{_literal(report.text[done:])}\n---\n{lines}"


def _blocks(path: Path) -> Iterator[tuple[str, str]]:
    parts = _HEAD.split(path.read_text("utf-8"))
    return zip(parts[1::2], parts[2::2], strict=True)


def _report(id_: str, path: Path, text: str, brackets: Sequence[Bracket], rows: Sequence[str]) -> Annotated:
    """An annotated report; actors have no country here."""
    lines = {line.id: line for line in map(parse_line, rows)}
    for line in list(lines.values()):
        if line.id[0] == "a" and len(line.words) == 1:
            lines[line.id] = replace(line, words=(*line.words, "?"))
    return Annotated(
        id_, path, {"genre": "text"}, text, tuple(sorted(brackets, key=lambda b: (b.start, -b.end))), lines
    )


def _block(report: Annotated) -> str:
    places: dict[str, list[str]] = {}
    for bracket in report.brackets:
        places.setdefault(bracket.id, []).append(f"{bracket.start}-{bracket.end}")
    told = {line.id: _told(line) for line in report.lines.values()}
    rows = (f"{told.get(id_, id_)} @ {' '.join(found)}\n" for id_, found in places.items())
    return f"=== {report.id} {_digest(report.text)}\n{''.join(rows)}"


def _told(line: Line) -> str:
    roles = (f"{role}={','.join(ids)}" for role, ids in line.roles.items())
    return " ".join((line.id, *(word for word in line.words if word != "?"), *roles))


def _literal(text: str) -> str:
    return re.sub(r"[\[\]]", r"\\\g<0>", text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def main(words: Sequence[str]) -> int:
    """Take or show files; 1 where something is wrong, and then nothing of that file is written."""
    failed = 0
    for path in map(Path, words[1:]):
        if words[0] == "show":
            sys.stdout.writelines(map(show, stored(path, originals(DATA))))
            continue
        kept, wrong = take(path, originals(DATA))
        sys.stdout.writelines(f"{path.name}: {sentence}\n" for sentence in wrong)
        failed |= bool(wrong)
        if not wrong:
            TEXTS.mkdir(exist_ok=True)
            (TEXTS / path.name).write_text("".join(kept), "utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
