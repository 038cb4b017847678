"""The walk-through is run as it stands, and prints what stands below each of its pieces."""

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs/walkthrough.md").read_text("utf-8")
MADE = runpy.run_path(str(ROOT / "docs/generate.py"))


def test_every_piece_prints_what_stands_below_it() -> None:
    pieces = MADE["PIECE"].findall(PAGE)
    assert len(pieces) >= 10 and all(output.strip() for _, output in pieces)
    assert MADE["walked"](PAGE) == PAGE, "docs/walkthrough.md is stale; run .venv/bin/python docs/generate.py"
