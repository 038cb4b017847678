"""Who speaks by the layout alone: speakers' names with a colon, headlines with one, and quotes signed with a dash.

In: a report's text and its parties and names. Out: :class:`Turn`. One thing to know: the mark (colon or dash) is the
cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tacitus.assemble.said.grammar_words import PAPERS
from tacitus.records.letters import at_lines
from tacitus.records.span import Span

#: "SMITH: Thank you.": a name in capitals, as transcripts write it, with or without a quotation mark before it.
_SPEAKER = re.compile(r"^[\"“]?((?:[A-Z][A-Z.'’-]{1,20} ){0,3}[A-Z][A-Z'’-]{2,20})(:)\s+(?=\S)", re.MULTILINE)
#: The first line, or one without a full stop: "Mayor: Talks will go on".
_HEADLINE = re.compile(r"^([^\n:.!?;\"“”]{2,60}?)(:) (?=\S)", re.MULTILINE)
#: "Raid on mill kills 30: monitor", at the end of a headline.
_TAIL = re.compile(r"^([^\n:.!?;\"“”]{12,120}?)(:| [-–—]) ([A-Za-z][^\n:.!?;,\"“”]{1,40})$", re.MULTILINE)
#: "Press Centre for [National Security]:" is one name.
_NAMED_FOR = re.compile(r"(?:[A-Z][\w’'-]* ){1,4}(?:for|of) (?:the )?")
_SIGNED = re.compile(r"[\"”»]\s{0,2}(--?|[–—―])\s?(?=[A-Z])")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Turn:
    """Words whose speaker the layout names."""

    source: Span
    cue: Span
    content: Span


def turns(text: str, begins: Mapping[int, Span], ends: Mapping[int, Span]) -> Iterator[Turn]:
    """All of a report; ``begins`` and ``ends`` have the parties and names by their first and last characters."""
    speakers = list(_SPEAKER.finditer(text))
    if len(speakers) > 1:  # one alone may be a heading
        for match in speakers:
            yield Turn(Span(*match.span(1)), Span(*match.span(2)), _line(text, match.end()))
    taken = {m.start(2) for m in speakers}
    for match in at_lines(_HEADLINE, text):
        if match.start(2) in taken or not _is_headline(text, match):
            continue
        party = ends.get(match.end(1))
        if party is not None and _NAMED_FOR.fullmatch(text, match.start(1), party.start):
            party = Span(match.start(1), party.end)
        if party is not None and party.start - match.start(1) <= 25:
            yield Turn(party, Span(*match.span(2)), _line(text, match.end()))
        elif match[1].lower().split()[-1] in PAPERS:
            yield Turn(Span(*match.span(1)), Span(*match.span(2)), _line(text, match.end()))
    for match in at_lines(_TAIL, text):
        party = begins.get(match.start(3))
        if party is not None and party.end == match.end(3) and not text[: match.start()].strip():
            yield Turn(party, Span(*match.span(2)), Span(*match.span(1)))
    for match in _SIGNED.finditer(text):
        party = begins.get(match.end())
        if party is None:
            continue
        start = max(text.rfind(mark, max(0, match.start() - _LONGEST), match.start()) for mark in '"“”«')
        if start >= 0 and "\n" not in text[start : match.start()] and match.start() - start > 1:
            yield Turn(party, Span(*match.span(1)), Span(start + 1, match.start()))


def _is_headline(text: str, match: re.Match[str]) -> bool:
    """Whether the line of the colon is a headline: the first, or short and without a full stop."""
    if not text[: match.start()].strip():
        return True
    line = _line(text, match.end())
    return line.end - match.start() <= 140 and text[line.end - 1] not in ".!?"


def _line(text: str, start: int) -> Span:
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    return Span(start, start + max(1, len(text[start:end].rstrip())))
