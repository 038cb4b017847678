"""Which part of the corpus a report belongs to: train, dev or test, by its story, never changing."""

from __future__ import annotations

import hashlib

from training.corpus.format import Annotated


def part_of(report: Annotated) -> str:
    """80 % train, 10 % dev, 10 % test; reports of one story stay together."""
    story = report.meta.get("story") or report.id
    draw = int(hashlib.sha256(story.encode()).hexdigest()[:8], 16) % 10
    return "dev" if draw == 0 else "test" if draw == 1 else "train"
