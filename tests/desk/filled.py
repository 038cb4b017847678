"""A ledger for the desk to show: the corpus' invented stories, as annotated, so that no reader's mistake moves a test.

In: names of stories, or beginnings of them. Out: a ledger. One thing to know: nothing is read by the model here, which
takes seconds instead of minutes; only a report that is dropped on the desk is.
"""

from collections.abc import Iterable
from pathlib import Path

from tacitus.casebook import Casebook
from tacitus.corpus.format import parse
from tacitus.resolve.resolve import Tables
from tacitus.store.ledger import Ledger
from training.corpus import REPORTS
from training.corpus.gold import documents


def fill(path: Path, stories: Iterable[str]) -> Path:
    """Make the ledger at that path."""
    reports = [parse(file) for story in stories for file in sorted(REPORTS.glob(f"*/{story}-*.txt"))]
    kept = [each for each in reports if "story" in each.meta]
    with Ledger.open(path) as ledger:
        *_, _ = Casebook(ledger).keep((each.document for each in documents(kept, Tables.open())), "none", "none", {})
    return path
