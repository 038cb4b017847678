"""Text → sentences, as spans.

In: a report's text and the spans not to be read. Out: sentence spans in order, blanks trimmed off.
One thing to know: news text is badly edited, so a full stop glued to a capital ("meeting.The") ends
a sentence too, and text without any capitals ends them before small letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.records.letters import capitals, letters
from tacitus.records.span import Span

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj sgt capt cpl brig adm cmdr gov sen rep hon rev fr st ste pres det insp supt "
    "no nos vs etc eg ie cf al jr sr inc ltd co corp dept dist vill p.s ps jan feb mar apr jun jul aug sep sept oct "
    "nov dec mon tue wed thu fri sat sun u.s u.n u.k e.u a.m p.m approx est km sq ft mt lt.gen maj.gen spc pvt".split()
)
#: An end mark with its closing quotes; what follows decides whether a sentence ends there.
_END = re.compile(r"[.!?…]+[\"'”’»)\]]{0,3}")
_STARTS = re.compile(r"[ \t\u00a0]+[\"'“‘«(\[•–—-]{0,3}[A-Z0-9À-ÖØ-Þ\u0400-\u042f]")
_STARTS_SMALL = re.compile(r"[ \t\u00a0]+[\"'“‘«(\[]{0,3}\w")
_GLUED = re.compile(r"[\"“‘]?[A-Z][a-z’']|[\"“]?[A-Z]{2,} [a-z]")
_LAST_WORD = re.compile(r"[\w.]{1,12}$")


def sentences(text: str, skip: Sequence[Span] = ()) -> list[Span]:
    """Split ``text`` into sentences, leaving the spans in ``skip`` out."""
    starts = _STARTS_SMALL if capitals(text[:4000]) < 0.005 * letters(text[:4000]) else _STARTS
    found: list[Span] = []
    for block in _readable(text, skip):
        at = block.start
        for cut in _cuts(text, block, starts):
            found.append(Span(at, cut))
            at = cut
        found.append(Span(at, block.end))
    return [s for s in (_trim(text, f) for f in found) if s.end > s.start]


def _readable(text: str, skip: Sequence[Span]) -> list[Span]:
    """The stretches of text between the skipped spans."""
    blocks, at = [], 0
    for gap in sorted(skip):
        if gap.start > at:
            blocks.append(Span(at, gap.start))
        at = max(at, gap.end)
    blocks.append(Span(at, len(text)))
    return blocks


def _cuts(text: str, block: Span, starts: re.Pattern[str]) -> list[int]:
    cuts = [m.end() for m in re.compile(r"\n").finditer(text, block.start, block.end) if _breaks(text, m.start())]
    for match in _END.finditer(text, block.start, block.end):
        end = match.end()
        if starts.match(text, end):
            if match[0][0] != "." or not _abbreviated(text, match.start(), end):
                cuts.append(end)
        elif match[0][0] in ".?!" and _glued(text, match.start(), end):
            cuts.append(end)
    return sorted(set(cuts))


def _breaks(text: str, at: int) -> bool:
    """Whether the line end at ``at`` ends a sentence, or only a line of hard-wrapped text."""
    if text[at + 1 : at + 2] in ("", "\n") or text[at - 1 : at] == "\n":
        return True
    line = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    return not (len(line) > 50 and line[-1:] not in '.!?:"”' and text[at + 1].isalnum())


def _abbreviated(text: str, stop: int, end: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation or an initial."""
    if end - stop > 1:
        return False
    match = _LAST_WORD.search(text, max(0, stop - 12), stop)
    if not match:
        return False
    word = match[0]
    if len(word) == 1 and word.isupper():
        return True
    if word.lower() in ("a.m", "p.m", "u.s", "u.n", "u.k", "e.u"):  # these end sentences too
        following = text[end + 1 : end + 12].split(" ")[0]
        return following[:1].isdigit() or following not in _OPENERS
    return word.lower() in _ABBREVIATIONS or bool(re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word))


_OPENERS = frozenset(
    "The A An In On At It He She They But And We This That These Those There After Before When".split()
)


def _glued(text: str, stop: int, end: int) -> bool:
    before = text[max(0, stop - 4) : stop]
    return len(before) >= 3 and before[-3:].isalnum() and not before[-3:].isupper() and bool(_GLUED.match(text, end))


def _trim(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
