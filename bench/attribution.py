"""attribution: who is named as the source of what, on PolNeAR's news articles.

In: ``text/*.txt`` and ``attributions/*.ann`` (brat stand-off: Source, Cue, Content). Out: precision, recall and F1
of sources, contents and cues. One thing to know: an attribution of ours is paired with one of the gold whose cue
or content it overlaps, each used once; its source, content and cue count where they overlap those of its partner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.errors import Error
from bench.figures import SHARED, Figures, f1, share
from tacitus.pipeline import Reader
from tacitus.records.event import Document
from tacitus.records.span import Span
from tacitus.sources.layout import lay_out

DATA = SHARED / "measure/polnear"
PARTS = ("source", "content", "cue")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, theirs or ours: the words of each part, none where it has no such part."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def part(self, name: str) -> tuple[Span, ...]:
        """The words of a part by its name."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


def run(data: Path) -> Figures:
    """Read every article and compare the attributions."""
    counts = {part: [0, 0, 0] for part in PARTS}
    articles = 0
    for gold, document in _read(data):
        articles += 1
        mine = attributions(document)
        pairs = paired(mine, gold)
        for part, count in counts.items():
            count[0] += sum(_overlap(mine[n].part(part), gold[k].part(part)) > 0 for n, k in pairs.items())
            count[1] += sum(bool(a.part(part)) for a in mine)
            count[2] += sum(bool(a.part(part)) for a in gold)
    figures: Figures = {f"{part} F1": f1(*counts[part]) for part in PARTS}
    for part, (both, ours, theirs) in counts.items():
        figures |= {f"{part} precision": share(both, ours), f"{part} recall": share(both, theirs)}
    return {**figures, "attributions": counts["cue"][2], "articles": articles}


def errors(data: Path) -> Iterator[Error]:
    """Each attribution missed or made up, and of those paired each part that is missing or another."""
    for gold, document in _read(data):
        if document.markup is None:
            yield Error("not read", document.report.text[:300], "", "; ".join(i.message for i in document.issues))
        text, mine = document.report.text, attributions(document)
        pairs = paired(mine, gold)
        for n, ours in enumerate(mine):
            if n not in pairs:
                kind = _form(text, ours)
                yield Error(f"made up: {kind}", _around(text, ours), "", _in_words(text, ours))
                continue
            theirs = gold[pairs[n]]
            for part in PARTS:
                if _overlap(ours.part(part), theirs.part(part)) or not (ours.part(part) or theirs.part(part)):
                    continue
                way = "none" if not ours.part(part) else "another" if theirs.part(part) else "gold has none"
                yield Error(f"{part}: {way}", _around(text, theirs), _in_words(text, theirs), _in_words(text, ours))
        for k, theirs in enumerate(gold):
            if k not in pairs.values():
                yield Error(f"missed: {_form(text, theirs)}{_seen(document, theirs)}", _around(text, theirs),
                            _in_words(text, theirs), "")  # fmt: skip


def _read(data: Path) -> Iterator[tuple[list[Attribution], Document]]:
    """Articles with their attributions; of an article that several people annotated the first in order of names."""
    files: dict[str, Path] = {}
    for path in sorted((data / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rpartition("_")[0], path)
    texts = [path for path in sorted((data / "text").glob("*.txt")) if path.stem in files]
    golds = (parse(files[path.stem].read_text("utf-8")) for path in texts)
    reports = (lay_out(path.read_text("utf-8")) for path in texts)
    return zip(golds, Reader().read_all(reports), strict=True)


def parse(annotations: str) -> list[Attribution]:
    """The attributions of a brat stand-off file; "T" lines are words, "E" lines join them."""
    lines = [line.split("\t") for line in annotations.split("\n")]
    words: dict[str, tuple[Span, ...]] = {}
    for name, label, *_ in (line for line in lines if line[0].startswith("T")):
        places = label.partition(" ")[2].split(";")
        words[name] = tuple(Span(*map(int, place.split())) for place in places)
    found: list[Attribution] = []
    for _, joined, *_ in (line for line in lines if line[0].startswith("E")):
        parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
        for label, _, of in (part.partition(":") for part in joined.split()):
            parts.setdefault(label.rstrip("0123456789"), []).extend(words.get(of, ()))  # a few point nowhere
        if parts["Cue"] or parts["Content"]:
            found.append(Attribution(tuple(parts["Source"]), tuple(parts["Cue"]), tuple(parts["Content"])))
    return found


def attributions(document: Document) -> list[Attribution]:
    """Our quotes, those of one cue put together."""
    found: dict[tuple[Span | None, Span | None, int], list[Span]] = {}
    for n, quote in enumerate(document.quotes):
        source = quote.speaker.span if quote.speaker else None
        found.setdefault((quote.cue, source, 0 if quote.cue else n), []).append(quote.span)
    return [
        Attribution((source,) if source else (), (cue,) if cue else (), tuple(contents))
        for (cue, source, _), contents in found.items()
    ]


def paired(mine: Sequence[Attribution], gold: Sequence[Attribution]) -> dict[int, int]:
    """Index of ours → index of gold: those that share most first, a cue before a source before words of content."""
    fits = sorted(
        (
            (-bool(_overlap(a.cue, g.cue)), -bool(_overlap(a.source, g.source)), -_overlap(a.content, g.content), n, k)
            for n, a in enumerate(mine)
            for k, g in enumerate(gold)
            if _overlap(a.cue, g.cue) or _overlap(a.content, g.content)
        )
    )
    pairs: dict[int, int] = {}
    for *_, n, k in fits:
        if n not in pairs and k not in pairs.values():
            pairs[n] = k
    return pairs


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters the two share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


_PLAIN = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:old|ell\w*)|add(?:s|ed|ing)|according|report\w*|announc\w+|stat(?:ed?|es|ing))\b"
)
_MIND = re.compile(
    r"\b(?:believ\w*|thinks?|thought|know\w*|knew|wants?|wanted|hop(?:es?|ed|ing)|fear\w*|expect\w*|fe(?:lt|els?)|sees?|saw)\b"
)
_SHORT = 40  # characters of content: a phrase ("his remarks") and no sentence


def _form(text: str, attribution: Attribution) -> str:
    """What kind of attribution it is, for the classes of errors."""
    cue = " ".join(s.of(text) for s in attribution.cue).lower()
    if not re.search(r"\w", cue):
        return "a mark as cue" if cue else "without a cue"
    if any(re.match(r'\s*["“]', text[max(0, s.start - 1) : s.start + 1]) for s in attribution.content):
        return "direct quote"
    if not attribution.source:
        return "nobody named"
    if _PLAIN.search(cue):
        return "indirect, a plain cue"
    if _MIND.search(cue):
        return "what somebody thinks or wants"
    if sum(s.end - s.start for s in attribution.content) < _SHORT:
        return "another cue with a phrase"
    return "another cue with a sentence"


def _seen(document: Document, theirs: Attribution) -> str:
    mentions = document.markup.mentions if document.markup else ()
    if any(m.kind == "cue" and any(m.span.overlaps(c) for c in theirs.cue) for m in mentions):
        return ", cue seen without content"
    return (
        ", as an event" if any(m.overlaps(c) for e in document.events for m in e.mentions for c in theirs.cue) else ""
    )


def _in_words(text: str, attribution: Attribution) -> str:
    return " | ".join(f"{part}: {' … '.join(s.of(text) for s in attribution.part(part))}" for part in PARTS)


def _around(text: str, attribution: Attribution) -> str:
    spans = (*attribution.cue, *attribution.content, *attribution.source)
    return text[max(0, min(s.start for s in spans) - 120) : max(s.end for s in spans) + 120]
