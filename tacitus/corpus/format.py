"""Read the corpus format: a report with brackets in its text and a line for each id below it.

In: one file as described in ``training/corpus/GUIDE.md``. Out: an :class:`Annotated` report, its brackets gone and
every mention a pair of offsets into the plain text. One thing to know: an id that comes back is the
same thing again, so coreference and repeated tellings of an event need no notation of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tacitus.records.ontology import load as load_ontology

ACTOR_KINDS = (
    "state", "government", "military", "police", "intelligence", "rebel", "militia", "criminal", "party",
    "igo", "ngo", "media", "company", "community", "person", "civilians", "protesters", "gunmen", "other",
)  # fmt: skip
REALIS = ("actual", "planned", "conditional", "threatened", "feared", "denied", "historical")
TOLLS = ("killed", "injured", "abducted", "arrested", "displaced", "missing", "surrendered")
PRECISIONS = ("settlement", "district", "province", "country", "region", "other")
#: Which letters may fill a role.
ROLES = {
    "agent": "a", "target": "afpw", "victim": "a", "place": "pf", "time": "d", "deadline": "d", "weapon": "w",
    "content": "eq", **dict.fromkeys(TOLLS, "n"),
}  # fmt: skip
LETTERS = "afpdwnecq"
NEEDS_LINE = "adnepc"  # f, w and q may go without

_OPEN = re.compile(r"\[([afpdwnecq]\d+)[ \n]")
_BOUNDS = re.compile(r"(\d+)(\.\.(\d*))?$|\.\.(\d+)$")
_TIME = r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?"
_WHEN = re.compile(rf"(\?|duration|T\d{{2}}:\d{{2}}|{_TIME}|({_TIME})?\.\.({_TIME})?)$")


@dataclass(frozen=True, slots=True)
class Bracket:
    """One bracket: the id it carries and where its words stand in the plain text."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """What stands below the text for one id: its words in order, its roles, and the name after ``=``."""

    id: str
    words: tuple[str, ...]
    roles: dict[str, tuple[str, ...]]
    name: str | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated report."""

    id: str
    path: Path
    meta: dict[str, str]
    text: str
    brackets: tuple[Bracket, ...]
    lines: dict[str, Line] = field(default_factory=dict)

    def of(self, letter: str) -> list[Bracket]:
        """The brackets whose id starts with ``letter``, in text order."""
        return [b for b in self.brackets if b.id[0] == letter]

    def words(self, bracket: Bracket) -> str:
        """The plain words inside a bracket."""
        return self.text[bracket.start : bracket.end]


class FormatError(ValueError):
    """A report that cannot be read as written; the message says where."""


@cache
def event_types() -> frozenset[str]:
    """The leaf types of the ontology."""
    return frozenset(load_ontology().types)


def unbracket(marked: str) -> tuple[str, tuple[Bracket, ...]]:
    """Take the brackets out of a text; raises :class:`FormatError` where they do not match."""
    plain: list[str] = []
    length = 0
    stack: list[tuple[str, int, int]] = []
    found: list[Bracket] = []
    at = 0
    while at < len(marked):
        char = marked[at]
        if char == "\\" and marked[at + 1 : at + 2] in ("[", "]"):
            plain.append(marked[at + 1])
            length += 1
            at += 2
        elif char == "[":
            match = _OPEN.match(marked, at)
            if not match:
                raise FormatError(f"a bracket without an id: {marked[at : at + 40]!r} (write \\[ for a literal one)")
            stack.append((match[1], length, at))
            at = match.end()
        elif char == "]":
            if not stack:
                raise FormatError(f"a closing bracket too many: …{marked[max(0, at - 40) : at + 1]!r}")
            id_, start, _ = stack.pop()
            found.append(Bracket(id_, start, length))
            at += 1
        else:
            plain.append(char)
            length += 1
            at += 1
    if stack:
        raise FormatError(f"a bracket is never closed: {marked[stack[-1][2] : stack[-1][2] + 40]!r}")
    return "".join(plain), tuple(sorted(found, key=lambda b: (b.start, -b.end)))


def parse_line(raw: str) -> Line:
    """Read what stands below the text for one id."""
    head, _, name = raw.partition(" = ")
    words = head.split()
    roles = {k: tuple(v.split(",")) for k, _, v in (w.partition("=") for w in words[1:] if "=" in w)}
    return Line(words[0], tuple(w for w in words[1:] if "=" not in w), roles, name.strip() or None)


def parse(path: Path) -> Annotated:
    """Read one file. Raises :class:`FormatError` if it is not in the format."""
    parts = re.split(r"^---[ \t]*\n", path.read_text("utf-8"), maxsplit=2, flags=re.M)
    if len(parts) != 3:
        raise FormatError("a report has three parts, parted by two lines that hold only ---")
    meta = {k.strip(): v.strip() for k, colon, v in (x.partition(":") for x in parts[0].splitlines()) if colon}
    text, brackets = unbracket(parts[1].strip("\n"))
    lines: dict[str, Line] = {}
    for raw in parts[2].splitlines():
        if raw.strip():
            line = parse_line(raw.strip())
            if line.id in lines:
                raise FormatError(f"{line.id} has two lines below the text")
            lines[line.id] = line
    return Annotated(meta.get("id", path.stem), path, meta, text, brackets, lines)


def check(report: Annotated) -> list[str]:
    """Everything wrong with a report, one sentence each; empty when it is sound."""
    wrong: list[str] = []
    for key in ("id", "invented", "genre", "region", "quality", "published", "outlet"):
        if not report.meta.get(key):
            wrong.append(f"the header lacks {key}:")
    # What `tacitus export --format corpus` writes is real, and says so and who has checked it.
    if report.meta.get("invented") != "yes" and not (report.meta.get("invented") == "no" and report.meta.get("ruled")):
        wrong.append("the header must say invented: yes")
    if report.meta.get("id") != report.path.stem:
        wrong.append(f"the header's id {report.meta.get('id')!r} is not the file's name")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}|none", report.meta.get("published", "")):
        wrong.append("published: must be YYYY-MM-DD or none")
    return wrong + check_marks(report)


def check_marks(report: Annotated, needs_line: str = NEEDS_LINE) -> list[str]:
    """Everything wrong with the brackets and lines of a report; ids of the letters ``needs_line`` must have a line."""
    wrong: list[str] = []
    used = {b.id for b in report.brackets}
    for bracket in report.brackets:
        words = report.words(bracket)
        if not words or words != words.strip():
            wrong.append(f"{bracket.id} is empty or starts or ends with a space: {words!r}")
        if bracket.id[0] in "afpdwne" and len(words) > 120:
            wrong.append(f"{bracket.id} is too long for its kind: {words[:60]!r}…")
        if bracket.id[0] == "e" and len(words.split()) > 5:
            wrong.append(f"{bracket.id}: a trigger is a word or short phrase: {words!r}")
    for id_ in sorted(used):
        if id_[0] in needs_line and id_ not in report.lines:
            wrong.append(f"{id_} has no line below the text")
    for line in report.lines.values():
        if line.id not in used:
            wrong.append(f"{line.id} has a line but no bracket in the text")
        wrong.extend(f"{line.id}: {problem}" for problem in _check_line(line, used))
    return wrong


def _check_line(line: Line, used: set[str]) -> list[str]:
    wrong: list[str] = []
    first = line.words[0] if line.words else ""
    match line.id[0]:
        case "a":
            country = line.words[1] if len(line.words) > 1 else ""
            if first not in ACTOR_KINDS:
                wrong.append(f"unknown actor kind {first!r}")
            if not re.fullmatch(r"[A-Z]{3}|\?", country):
                wrong.append(f"country must be three capitals or ?, not {country!r}")
        case "p":
            if first not in PRECISIONS or not line.name:
                wrong.append("a place reads: PRECISION = Name, Containing, Country")
        case "d":
            if len(line.words) != 1 or not _WHEN.match(first):
                wrong.append(f"cannot read the date {' '.join(line.words)!r}")
        case "n":
            if len(line.words) != 1 or not _BOUNDS.match(first):
                wrong.append(f"cannot read the bounds {' '.join(line.words)!r}")
            wrong.extend(f"unknown {k}=" for k in line.roles if k != "part_of")
        case "e":
            if first not in event_types():
                wrong.append(f"unknown event type {first!r}")
            if len(line.words) != 2 or line.words[1] not in REALIS:
                wrong.append(f"after the type comes one realis, not {line.words[1:]!r}")
            for role, ids in line.roles.items():
                if role not in ROLES:
                    wrong.append(f"unknown role {role!r}")
                else:
                    wrong.extend(f"{role} cannot be {i}" for i in ids if i[:1] not in ROLES[role] or not i)
        case "c":
            wrong.extend(f"unknown {k}=" for k in line.roles if k not in ("source", "content"))
    wrong.extend(
        f"{role}={i} points to nothing in the text" for role, ids in line.roles.items() for i in ids if i not in used
    )
    return wrong


def load(folder: Path) -> list[Annotated]:
    """All reports below a folder, by path. Raises :class:`FormatError` naming the first bad file."""
    reports = []
    for path in sorted(folder.rglob("*.txt")):
        try:
            reports.append(parse(path))
        except FormatError as error:
            raise FormatError(f"{path}: {error}") from None
    return reports
