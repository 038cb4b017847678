"""The annotated corpus: reports, stories, the guide, and what they are checked by."""

from pathlib import Path

REPORTS = Path(__file__).parent / "reports"
STORIES = Path(__file__).parent / "stories"
ROOT = Path(__file__).resolve().parents[2]
#: The second, independent annotation of some of the reports.
SECOND = Path(__file__).parent / "second"
