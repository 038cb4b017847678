"""Draft → Report: the text is frozen, and what is not to be read twice is marked.

In: a draft. Out: a report, whose ``text`` is the draft's with line ends as "\\n" and nothing else changed, and notes.
One thing to know: the layout reads furniture (title, byline, dates, dateline) only at the head of the text;
repeats are looked for everywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from tacitus.records.letters import has_any
from tacitus.records.report import Report, content_id
from tacitus.records.span import Span
from tacitus.sources import dates
from tacitus.sources.draft import Draft
from tacitus.sources.glued import glued
from tacitus.sources.heading import Piece, labelled, masthead, piece_at
from tacitus.sources.language import language_of
from tacitus.sources.repeats import repeats
from tacitus.sources.words import Key, key, line_spans, prefix_end

#: Lines in which furniture is looked for: title, standfirst, byline, date, picture credit, dateline.
_HEAD_LINES = 8
#: Pieces on one line; real ones have at most five (title, agency, date, buttons, dateline).
_PIECES = 8
#: A record's date may be that of another edition; the text's own date is worth a note from here on.
_DAYS_APART = 3
#: Beyond so many days whoever gave the date speaks of another thing than the text.
_ONE_STORY = 60
_BULLET = re.compile(r"[•*·–—»>#-]+[ \t]+")
_SEPARATOR = re.compile(r"\s+[|»–—-]+\s+|\s*::\s*")
_DATE_LINE = re.compile(
    rf"^[ \t]*(?-i:(?:[A-ZÀ-Þ][\w'’. -]{{1,40}}(?:,|:| ?[|–—-]) ){{0,3}})({dates.DATE}):?[ \t]*$", re.I | re.M
)
_CREDITS = re.compile(
    r"(?:^|(?<=[.!?)\"”] ))(?:\(?(?:(?:additional )?reporting|writing|editing) by|\(source:|read (?:also|more)\b)"
    r"[^\n]{0,300}\s*\Z",
    re.I | re.M,
)
#: One of these stands in each of them, and in few texts.
_CREDITED = ("reporting by", "writing by", "editing by", "(source:", "read also", "read more")

#: The words under an old picture: "Rebels shell the town (archive)", but not news of Monday with its picture named.
_CAPTION = re.compile(
    r"(?:^|(?<=[.!?] ))(?![^.!?\n(]{0,160}\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)\b)"
    r"[^.!?\n]{5,160}[ \t]"
    r"\((?:archives?|file(?: photo| picture| image)?|(?:photo|picture|image):[^()\n]{1,40})\)[ \t]*",
    re.I | re.M,
)
_CAPTIONED = re.compile(r"\((?:archive|file|photo|picture|image)", re.I)  # in each of them, and in few texts


@dataclass(slots=True)
class _Head:
    """What has been found so far on the way down the head; ``at`` is where the first telling of the title ends."""

    title: str | None
    wanted: tuple[Key, ...]
    told: Key = ()
    at: int = 0
    skip: list[Span] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def first(self, *kinds: str) -> Piece | None:
        """The first piece of these kinds, in the order of the kinds."""
        return next((piece for kind in kinds for piece in self.pieces if piece.kind == kind), None)


def lay_out(text: str, *, published: date | None = None, title: str | None = None) -> Report:
    """The report that a bare text makes."""
    return freeze(Draft(text, source="text", title=title, published=published))[0]


def freeze(draft: Draft) -> tuple[Report, tuple[str, ...]]:
    """The report that a draft makes, and notes on what was doubtful."""
    text = draft.text.replace("\r\n", "\n").replace("\r", "\n")
    head = _read_head(text, draft.title)
    published, basis, notes = _published(draft, text, head)
    byline, dateline = head.first("byline"), head.first("dateline", "placed")
    tail = max(head.at, len(text) - 400)
    credited = has_any(text[tail:], _CREDITED)
    credits = [Span(*match.span()) for match in _CREDITS.finditer(text, tail)] if credited else []
    captions = [Span(*match.span()) for match in _CAPTION.finditer(text)] if _CAPTIONED.search(text) else []
    told = repeats(text, [head.told] if head.told else [], head.at)
    report = Report(
        id=draft.id or content_id(draft.url or draft.outlet, draft.title, text),
        text=text,
        url=draft.url,
        outlet=draft.outlet,
        title=head.title,
        published=published,
        published_basis=basis,
        language=language_of(text, draft.language),
        dateline=dateline.place if dateline else None,
        byline=byline.span if byline else None,
        skip=_joined([*head.skip, *told, *credits, *captions, *glued(text)]),
        raw=draft.raw,
    )
    return report, (*draft.notes, *notes)


def _read_head(text: str, title: str | None) -> _Head:
    head = _Head(title, _title_keys(title))
    dated_entries = len(set(_DATE_LINE.findall(text))) > 1  # a chronology: its dates are what it tells
    body = False
    for line in islice(line_spans(text), _HEAD_LINES):
        at = line.start
        issue = masthead(text, line) if not body and not head.told and not dated_entries else None
        for _ in range(0 if issue else _PIECES):
            end = _step(text, Span(at, line.end), head, body, dated_entries) if at < line.end else None
            if end is None:
                break
            at = end
        if head.first("dateline"):
            break
        issue = issue or (masthead(text, line) if at == line.start and not body else None)
        if issue:
            head.pieces.append(issue)
            head.skip.append(line if head.title else issue.span)
        if at == line.start and not body and head.title is None and (issue or _is_title(text, line)):
            head.title, head.told, head.at = line.of(text), key(line.of(text)), line.end
        elif issue:
            continue
        elif at < line.end:
            body = True
    if not any(piece.day for piece in head.pieces) and (piece := labelled(text)):
        head.pieces.append(piece)
        head.skip.append(piece.span)
    return head


def _step(text: str, rest: Span, head: _Head, body: bool, dated_entries: bool) -> int | None:
    """Take what stands at the beginning of the rest of a line; its end, or None when it is not furniture."""
    bullet = _BULLET.match(text, rest.start, rest.end)
    start = bullet.end() if bullet else rest.start
    if head.told:
        if (end := prefix_end(text, start, head.told)) and (end := _past_stop(text, end, rest.end)) >= rest.end:
            head.skip.append(rest)
            return rest.end
        if end and not body and piece_at(text, after := _past_blanks(text, end, rest.end)):
            head.skip.append(Span(rest.start, after))  # the title once more, and on the same line who sent it and when
            return after
    else:
        for wanted in head.wanted:
            if end := prefix_end(text, start, wanted):
                head.told, head.at = wanted, _past_stop(text, end, rest.end)
                after = _past_blanks(text, head.at, rest.end)
                if after < rest.end:  # the blank is left out, so that title and first sentence stay two
                    head.skip.append(Span(head.at, after))
                return after
    piece = piece_at(text, rest.start)
    if piece is None or (piece.kind in ("date", "placed") and dated_entries):
        return None
    if (body or (piece.kind == "date" and head.first("masthead"))) and piece.kind != "dateline":
        if piece.span.end < rest.end:
            return None  # in a digest that bears its day, it is an entry's
    if body and piece.place and text[piece.place.end] == ":":
        return None  # "PESHAWAR: Police said" begins a report, "SECURITY: Police said" a paragraph
    head.pieces.append(piece)
    head.skip.append(piece.span)
    return _past_blanks(text, piece.span.end, rest.end)


def _title_keys(title: str | None) -> tuple[Key, ...]:
    """The title, and the title without what sites hang on it: "… | World | The Courier"."""
    if not title:
        return ()
    cuts = [match.span() for match in _SEPARATOR.finditer(title)]
    wordings = [title, *(title[:start] for start, _ in reversed(cuts)), *(title[end:] for _, end in cuts[:1])]
    return tuple(words for words in map(key, wordings) if len(words) > 2)


def _is_title(text: str, line: Span) -> bool:
    """Whether a first line reads as a title: short, no final stop, and not the first line of wrapped prose."""
    words = line.of(text)
    if len(words) > 200 or not 2 <= len(words.split()) <= 25 or words[-1] in ".,;:" or words[0].islower():
        return False
    following = text[line.end :].lstrip(" \t")
    if not following.strip():
        return False
    next_line = following.lstrip().split("\n", 1)[0]
    return following.startswith("\n\n") or len(next_line) > 100 or piece_at(following.lstrip(), 0) is not None


def _published(draft: Draft, text: str, head: _Head) -> tuple[date | None, str | None, list[str]]:
    """The publication date, what it rests on, and a note where text and record differ."""
    dateline, line = head.first("dateline", "placed"), head.first("published", "date", "byline", "updated")
    issue = head.first("masthead") or (masthead(draft.title, Span(0, len(draft.title))) if draft.title else None)
    told = [
        (dateline.day or dates.with_year_of(dateline.span.of(text), draft.url or "") if dateline else None, "dateline"),
        (line.day if line else None, "byline"),
        (issue.day if issue else None, "title"),
        (dates.in_url(draft.url) if draft.url else None, "url"),
    ]
    found, basis = next(((day, basis) for day, basis in told if day), (None, None))
    if draft.published is None:
        return found, basis, []
    if found is None or found == draft.published:
        return draft.published, draft.basis or "given", []
    # The date that a text bears says from which day "on Tuesday" counts, whatever day a record gives.
    apart = (found - draft.published).days
    # No report is older than its date line, whatever a list says; a page's own metadata know of a later update.
    bears = basis == "dateline" or (basis == "byline" and line is not None and line.kind != "updated")
    own = basis != "url" and (abs(apart) <= _ONE_STORY or (apart > 0 and bears and draft.basis != "metadata"))
    where = {"dateline": "dateline", "byline": "date line", "title": "title", "url": "URL"}[basis or ""]
    given = "Its metadata say" if draft.basis == "metadata" else "The given date is"
    notes = [f"{given} {draft.published}, its {where} says {found}; the {'second' if own else 'first'} is used."]
    notes = notes if abs(apart) >= _DAYS_APART else []
    return (found, basis, notes) if own else (draft.published, draft.basis or "given", notes)


def _past_stop(text: str, at: int, end: int) -> int:
    while at < end and text[at] in ".!?\"'”’)":
        at += 1
    return at


def _past_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
