"""Which part of the corpus a report belongs to: train, dev or test, so that nothing is known twice.

In: all reports. Out: the part of each. One thing to know: reports that share a story, or are of one batch and share an
invented person or a small place, are kept together, so a figure on dev or test is never of something learned by heart.
Batches were written by writers who did not know of each other's: there a name in common is chance. A part once given
stays: ``corpus/parts.tsv`` holds them, and ``python -m training.splits`` adds the new reports to it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from tacitus.corpus.format import Annotated, load
from training.corpus import REPORTS

PARTS = Path(__file__).parent / "corpus" / "parts.tsv"
DEV, TEST = 0.1, 0.1
#: Chosen among the first hundred for parts nearest to 80, 10 and 10 per cent, before any model was measured.
SALT = 89
#: A place named in more reports than this is no mark of a story.
SMALL = 3


def parts(reports: Sequence[Annotated]) -> dict[str, str]:
    """Report id → "train", "dev" or "test"."""
    marks: defaultdict[str, list[str]] = defaultdict(list)
    for report in reports:
        for mark in set(_marks(report)):
            marks[mark].append(report.id)
    group = {r.id: r.id for r in reports}

    def root(id_: str) -> str:
        while group[id_] != id_:
            group[id_] = group[group[id_]]
            id_ = group[id_]
        return id_

    for mark, ids in marks.items():
        if mark.startswith("place:") and len(ids) > SMALL:
            continue
        for other in ids[1:]:
            first, second = sorted((root(ids[0]), root(other)))
            group[second] = first
    known = dict(line.split("\t") for line in PARTS.read_text("utf-8").splitlines()) if PARTS.exists() else {}
    of_group = {root(r.id): known[r.id] for r in reports if r.id in known}
    found: dict[str, str] = {}
    for report in reports:
        if part := known.get(report.id) or of_group.get(root(report.id)):
            found[report.id] = part
            continue
        draw = drawn(root(report.id))
        found[report.id] = "dev" if draw < DEV else "test" if draw < DEV + TEST else "train"
    return found


def drawn(id_: str) -> float:
    """A number from 0 to 1 that is always the same for an id."""
    return int(hashlib.sha256(f"{SALT}{id_}".encode()).hexdigest()[:8], 16) / 0x100000000


def _marks(report: Annotated) -> Iterator[str]:
    yield f"story:{report.meta.get('story') or report.id}"
    batch = report.path.parent.name
    for line in report.lines.values():
        if not line.name:
            continue
        if line.id[0] == "a" and line.words[0] == "person" and " " in line.name:
            yield f"person:{batch}:{line.name.lower()}"
        if line.id[0] == "p" and line.words[0] == "settlement":
            yield f"place:{batch}:{line.name.lower()}"


def main() -> None:
    """Write the part of every report of the corpus."""
    found = parts(load(REPORTS))
    PARTS.write_text("".join(f"{id_}\t{part}\n" for id_, part in sorted(found.items())), "utf-8")


if __name__ == "__main__":
    main()
