"""The page docs/exports.md, made from the tables that write the files.

In: the list of formats. Out: Markdown. One thing to know: nobody edits the page; a test fails when it is stale.
``python -m tacitus.export.reference`` prints it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tacitus.export.formats import FORMATS, Format

_HEAD = """\
# Exports: what each column is filled from

*Made by `tacitus/export/reference.py` from the tables that write the files; edit those, not this page.*

Every format is written from the same incidents and events. What a scheme asks for and nobody here can know stays
**empty**, and the reason stands in its row: an empty column is honest, a guessed one is not. Formats named after other
projects have their columns, in their order, so that code written for them runs; the data are Tacitus', not theirs.

| format | holds | file | columns |
|---|---|---|---|
"""

_RULES = """
## What holds for all

- **Tolls** are kept as a range. Where one figure is wanted it is the one that most sources give, the latest of those;
  of "some 40" the middle, else the lowest that is said. An open end ("at least 30") has no high. Where no report tells
  of deaths the figure is empty and not 0.
- **Days** are ISO 8601 unless a scheme has its own form. What is known to a month has no day.
- **Places**: coordinates stand for what the precision says. A whole country has none. A place that is named and was not
  found in the gazetteer has a name only.
- **Parties** are who is settled. Where sources name rival perpetrators the perpetrator is open, and so is its column;
  the rival claims are in `csv-claims`, `jsonl` and `gpkg`.
- **Codes** of parties (CAMEO, PLOVER, UCDP, Gleditsch & Ward, Correlates of War) come from the actors' table where the
  party has an id there, else from its kind and country.
- **Pairs**: `polecat`, `icews` and `gdelt` have a row for each pair of who acts and whom it is done to. The first pair
  has the event's id, the second ends in `-2`, and so on. Of those who meet or fight each other, each pair stands once.
  What is only described ("people", "children") is one party for each kind and country.
- **Said, not done**: in `icews` and `gdelt` an intent to cooperate is 030, a threat 130, a denial 120; in `polecat` and
  `plover` AGREE, THREATEN and REJECT. What is merely feared is nobody's act and is left out.
- **Notes** are sentences put together from settled fields, never a report's own. The words that a value (or a speech)
  was read from are there where a column says so, and nothing else of its text.
- **Comma-separated** files are UTF-8 with `\\n` line ends, quoted where need be. **Tab-separated** ones quote nothing:
  white space in a cell is one space, a straight double quote is a curly one.
- **No cell is a formula**: words that a spreadsheet would take for one begin with `'`. Control characters are left out.
- **Private persons** (`--redact-private`): persons who hold no office and stand in no actors' table are "person", named
  victims are their kind ("civilians"), and who is named as a source among them is left out. All words and titles of
  reports go, and addresses that hold a name are cut to the host. Where somebody was left out, places finer than a
  district become their district (or province), with coordinates rounded to a tenth of a degree. `corpus` holds whole
  reports and cannot be written so.
- **Corrections as training data**: `corpus` is a ZIP with one annotated report a file, in the form of
  [GUIDE.md](../training/corpus/GUIDE.md); unpacked, `python -m training.corpus FOLDER` checks it. A corrected value is
  marked where the report has words for it: at the reader's own claim of that value, or else where its name or number
  stands. A correction without words in the report is knowledge from elsewhere: what was read stays, and the header has
  it under `unfounded`. Events that were rejected are left out; those nobody ruled on are as the reader had them, so
  whoever learns from the file should look at `ruled`. Rulings that two events are the same or not say nothing of one
  report and are not in it.
"""


def page() -> str:
    """The whole page."""
    return "".join(
        (_HEAD, *map(_listed, FORMATS.values()), _RULES, *(part for f in FORMATS.values() for part in _told(f)))
    )


def _listed(made: Format) -> str:
    return f"| [{made.name}](#{made.name}) | {made.holds} | `{made.ending}` | {len(made.columns)} |\n"


def _told(made: Format) -> Iterator[str]:
    """A format's part; one whose columns stood already under another name points there."""
    yield f"\n## {made.name}\n\n{made.holds[0].upper()}{made.holds[1:]}. Rows: {made.which}.\n"
    same = next(other for other in FORMATS.values() if other.columns is made.columns)
    if same is not made:
        yield f"The columns are those of [{same.name}](#{same.name}).\n"
        return
    tagged = made.name == "hxl"
    yield (
        "\n| column | hashtag | filled from |\n|---|---|---|\n" if tagged else "\n| column | filled from |\n|---|---|\n"
    )
    for column in made.columns:
        tag = f" `{column.tag}` |" if tagged else ""
        told = column.told if column.of else f"**empty**: {column.told}"
        yield f"| `{column.name}` |{tag} {told} |\n"


if __name__ == "__main__":
    sys.stdout.write(page())
