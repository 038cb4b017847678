"""``python -m training.corpus [FOLDER…]``: check the annotated reports and count what they hold."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from training.corpus.format import REPORTS, Annotated, FormatError, check, parse
from training.corpus.stories import STORIES, check_story, parse_story


def main(folders: list[str]) -> int:
    """Print every problem with its file, then the counts; 1 if there was a problem."""
    problems = 0
    counts: Counter[str] = Counter()
    types: Counter[str] = Counter()
    reports: dict[str, Annotated] = {}
    for folder in map(Path, folders or [str(REPORTS)]):
        for path in sorted(folder.rglob("*.txt")) if folder.is_dir() else [folder]:
            try:
                report = parse(path)
                wrong = check(report)
            except FormatError as error:
                wrong, report = [str(error)], None
            problems += len(wrong)
            for sentence in wrong:
                sys.stdout.write(f"{path.name}: {sentence}\n")
            if report is None:
                continue
            reports[report.id] = report
            counts.update(["reports"])
            counts["words"] += len(report.text.split())
            events = [line for line in report.lines.values() if line.id[0] == "e" and line.words]
            counts["events"] += len(events)
            counts["not actual"] += sum(line.words[-1] != "actual" for line in events)
            counts["brackets"] += len(report.brackets)
            types.update(line.words[0] for line in events)
    problems += _stories(reports)
    sys.stdout.write(", ".join(f"{n} {what}" for what, n in counts.items()) + f"; {problems} problems\n")
    sys.stdout.write(" ".join(f"{t}:{n}" for t, n in types.most_common()) + "\n")
    return 1 if problems else 0


def _stories(reports: dict[str, Annotated]) -> int:
    """Check the stories that these reports tell; gives how many problems there were."""
    problems = 0
    for story in sorted({r.meta["story"] for r in reports.values() if r.meta.get("story")}):
        path = STORIES / f"{story}.toml"
        try:
            wrong = check_story(parse_story(path), reports) if path.exists() else ["there is no such file"]
        except FormatError as error:
            wrong = [str(error)]
        problems += len(wrong)
        sys.stdout.writelines(f"{path.name}: {sentence}\n" for sentence in wrong)
    return problems


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
