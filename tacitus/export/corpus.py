"""Reports that a person has ruled on → the annotated form of the corpus, with the corrections in it.

In: reports with their rulings. Out: a ZIP of text files, one a report, which ``python -m training.corpus FOLDER``
checks. One thing to know: an annotation says what stands in a report. A corrected value is therefore annotated where
the report has words for it; where it has none the reader's own claim stays, and the header's ``unfounded`` names it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from tacitus.export.brackets import Brackets, fits, shortest
from tacitus.export.columns import Column
from tacitus.export.nations import nation
from tacitus.export.rows_of import ReportRow
from tacitus.export.ruled import Ruled, ruled
from tacitus.records.event import Claim, Document, Event
from tacitus.records.report import content_id
from tacitus.records.span import Span
from tacitus.records.value import (
    ACTOR_KINDS,
    TOLL_FIELDS,
    ActorValue,
    ContentValue,
    PlaceValue,
    TimeValue,
    TollValue,
    WeaponValue,
)

COLUMNS: tuple[Column[ReportRow], ...] = tuple(
    Column(name, told, lambda _: None)
    for name, told in (
        ("header", "the report's id, day and outlet; `invented: no`; `ruled`, the events that a person has corrected "
         "or confirmed; `by`, who; `unfounded`, event and field of corrections that the report has no words for"),
        ("text", "the report with a bracket around each mention, as training/corpus/GUIDE.md tells; brackets that "
         "would cross one before them are left out, and so are their roles"),
        ("lines", "what stands for each id: parties, places, days, tolls, weapons, cues, and the events with their "
         "roles; events that a person rejected are left out"),
    )
)  # fmt: skip
#: The role of a field's claims; who was hurt is a victim, whatever else is done to a target.
_ROLES = {"perpetrator": "agent", "participant": "agent", "speaker": "agent", "addressee": "target", "target": "target",
          "place": "place", "time": "time", "deadline": "deadline", "weapon": "weapon", "content": "content",
          **{name: name for name in TOLL_FIELDS}}  # fmt: skip
_HURT = ("killed", "injured")
_PRECISIONS = {"exact": "settlement", "settlement": "settlement", "district": "district", "province": "province",
               "country": "country"}  # fmt: skip
_SAFE = re.compile(r"[A-Za-z0-9][\w.-]{0,79}", re.ASCII)
_MOST, _TRIGGER = 120, 5  # letters of a mention, words of a trigger


def fill(rows: Iterable[ReportRow], file: BinaryIO) -> None:
    """Write the archive."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in rows:
            name, text = annotated(row)
            # The day on which a file was made would make two exports of the same differ.
            archive.writestr(zipfile.ZipInfo(f"{name}.txt"), text, zipfile.ZIP_DEFLATED)


def fits_format(row: ReportRow) -> bool:
    """Whether the report can be written: a line of three hyphens would end its text."""
    return not re.search(r"^---[ \t]*$", row.document.report.text, re.M)


def annotated(row: ReportRow) -> tuple[str, str]:
    """The file's name without its ending, and what is in it."""
    told = ruled(row.document, row.rulings)
    written = _Annotation(told.document, Brackets(told.document.report.text))
    lines = list(written.lines())
    report = told.document.report
    name = report.id if _SAFE.fullmatch(report.id) else content_id(report.id)
    header = {
        "id": name, "invented": "no", "genre": "report", "region": "unknown", "quality": "unknown",
        "published": report.published.isoformat() if report.published else "none",
        "outlet": _one_line(report.outlet or "unknown"), **_checked(told, written),
    }  # fmt: skip
    head = "".join(f"{key}: {value}\n" for key, value in header.items() if value)
    return name, f"{head}---\n{written.brackets.written()}\n---\n" + "".join(f"{line}\n" for line in lines)


def _checked(told: Ruled, written: _Annotation) -> dict[str, str]:
    def named(event: str) -> str:
        return written.ids.get(("e", event), "")

    events = " ".join(filter(None, (named(event) for event in told.events)))
    unfounded = " ".join(f"{named(event)}.{name}" for event, name in told.unfounded if named(event))
    return {"ruled": events or "rejections only", "by": _one_line("; ".join(told.by)), "unfounded": unfounded}


@dataclass(slots=True)
class _Annotation:
    """One report being written."""

    document: Document
    brackets: Brackets
    ids: dict[tuple[str, object], str] = field(default_factory=dict)
    _count: dict[str, int] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """Place the brackets and give the lines below the text: the things first, then the events that name them."""
        text = self.document.report.text
        for event in self.document.events:  # first, since all else hangs on them
            triggers = [span for span in (event.trigger, *event.mentions) if fits(span, text, most_letters=_MOST,
                                                                                  most_words=_TRIGGER)]  # fmt: skip
            self._id("e", event.id, triggers)
        below: dict[str, str] = {}  # one line for each id, however often it is named
        for event in self.document.events:
            for claim in sorted(event.claims, key=_is_part):  # a whole before its parts, which name it
                for line in self._thing(claim, event):
                    below.setdefault(line.split()[0], line)
        for line in self._sources():
            below.setdefault(line.split()[0], line)
        yield from below.values()
        for event in self.document.events:
            if ("e", event.id) in self.ids:
                yield self._event(event)

    def _thing(self, claim: Claim, event: Event) -> Iterator[str]:
        """The line of what a claim's words name, if they have a place in the text."""
        key = self._key(claim)
        letter, of = key
        if letter == "e":  # an event that is spoken of has its brackets already, or is of another report
            return
        if letter != "q" and not fits(claim.span, self.document.report.text, most_letters=_MOST):
            return
        if (id_ := self._id(letter, of, [claim.span])) is not None and (line := self._line(id_, claim, event)):
            yield line

    def _key(self, claim: Claim) -> tuple[str, object]:
        """The letter of a claim's words, and what is the same wherever it is named again."""
        value = claim.value
        if isinstance(value, ContentValue):
            return ("e", value.event) if value.event else ("q", claim.span)
        if isinstance(value, ActorValue) and value.kind is None and value.actor is None and claim.field == "target":
            return "f", value.name  # what is hit and is nobody
        if isinstance(value, ActorValue):
            return "a", value if value.actor or _named(value.name) else claim.span
        if isinstance(value, PlaceValue):
            return ("f", value.name) if _is_site(value) else ("p", value)
        return {TimeValue: "d", TollValue: "n", WeaponValue: "w"}[type(value)], claim.span

    def _line(self, id_: str, claim: Claim, event: Event) -> str | None:
        value = claim.value
        if id_.startswith("f") and isinstance(value, ActorValue | PlaceValue):
            return f"{id_} {_site(value.name)}"
        if isinstance(value, ActorValue):
            return _party(id_, value)
        if isinstance(value, PlaceValue):
            return _place(id_, value)
        if isinstance(value, TimeValue):
            return f"{id_} {_when(value)}"
        if isinstance(value, TollValue):
            whole = next((c for c in event.claims if c.id == value.part_of), None) if value.part_of else None
            part = self.ids.get(("n", whole.span)) if whole else None
            return f"{id_} {_bounds(value)}" + (f" part_of={part}" if part and part != id_ else "")
        if isinstance(value, WeaponValue):
            return f"{id_} {value.kind}" if value.kind else None
        return None

    def _sources(self) -> Iterator[str]:
        """Who is named as the source of which words."""
        for quote in self.document.quotes:
            if quote.cue is None:
                continue
            cue = self._id("c", quote.cue, [quote.cue])
            content = self._id("q", quote.span, [quote.span])
            roles = f" content={content}" if content else ""
            if quote.speaker is not None:
                who = quote.speaker.actor or ActorValue(None, quote.speaker.span.of(self.brackets.text), "other", None)
                known = who.actor or _named(who.name)
                if fits(quote.speaker.span, self.brackets.text, most_letters=_MOST) and (
                    source := self._id("a", who if known else quote.speaker.span, [quote.speaker.span])
                ):
                    yield _party(source, who)
                    roles = f" source={source}{roles}"
            if cue:
                yield f"{cue}{roles}"

    def _event(self, event: Event) -> str:
        roles: dict[str, dict[str, None]] = {}
        hurt = any(claim.field in _HURT for claim in event.claims)
        for claim in event.claims:
            key = self._key(claim)
            role = "victim" if claim.field == "target" and hurt and key[0] == "a" else _ROLES[claim.field]
            if key in self.ids:
                roles.setdefault(role, {})[self.ids[key]] = None
        told = (f"{role}={','.join(ids)}" for role, ids in roles.items())
        return " ".join((self.ids["e", event.id], event.type, event.realis, *told))

    def _id(self, letter: str, of: object, spans: Sequence[Span]) -> str | None:
        """The id of a thing, which is given when its first words find a place; None as long as they have none."""
        known = self.ids.get((letter, of))
        id_ = known or f"{letter}{self._count.get(letter, 0) + 1}"
        placed = self.brackets.place(id_, shortest(spans))
        if known is None and placed:
            self.ids[letter, of] = id_
            self._count[letter] = self._count.get(letter, 0) + 1
        return self.ids.get((letter, of))


def _is_part(claim: Claim) -> bool:
    return isinstance(claim.value, TollValue) and claim.value.part_of is not None


def _is_site(value: PlaceValue) -> bool:
    """Whether it is a market or a convoy, called by what it is, and nothing that a map names."""
    last = value.name.split()[-1].lower() if value.name.split() else ""
    return value.lat is None and value.gazetteer_id is None and value.kind is not None and value.kind == last


def _party(id_: str, value: ActorValue) -> str:
    kind = value.kind if value.kind in ACTOR_KINDS else "other"
    name = f" = {_one_line(value.name)}" if value.actor or _named(value.name) else ""
    return f"{id_} {kind} {value.country or '?'}{name}"


def _place(id_: str, value: PlaceValue) -> str:
    holders = (value.admin1 if value.admin1 != value.name else None, nation(value.country).name)
    chain = ", ".join(_one_line(each) for each in (value.name, *holders) if each and each.strip())
    return f"{id_} {_PRECISIONS.get(value.precision or '', 'other')} = {chain or '?'}"


def _site(name: str) -> str:
    """What a facility is, in one word: the last of its name."""
    return re.sub(r"[^a-z]", "", name.split()[-1].lower() if name.split() else "") or "site"


def _when(value: TimeValue) -> str:
    first, last = (each[:16] if each else "" for each in (value.earliest, value.latest))
    if not first and not last:
        return "?"
    return first if first == last else f"{first}..{last}"


def _bounds(value: TollValue) -> str:
    if value.high is None:
        return f"{value.low}.."
    return str(value.low) if value.low == value.high else f"{value.low}..{value.high}"


def _named(words: str) -> bool:
    """Whether the words are a name and no description."""
    return any(word[:1].isupper() for word in words.split())


def _one_line(words: str) -> str:
    return " ".join(words.split())
