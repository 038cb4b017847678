"""A report: one published text, frozen at intake."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from tacitus.records.span import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One article, wire story, statement, sitrep or digest entry.

    ``text`` never changes after intake; every offset in Tacitus counts its code points. What the
    layout told is kept beside it: ``skip`` are the spans that are not read (a repeated title, a
    paragraph told twice, the dateline), ``dateline`` is the place words of "KABUL, Feb 15 (Agency) —".
    ``published_basis`` says where the date comes from: given · metadata · byline · dateline · title · url.
    ``raw`` is the source as it came, where it was more than the text (a page).
    """

    id: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: date | None = None
    published_basis: str | None = None
    language: str | None = None
    dateline: Span | None = None
    byline: Span | None = None
    skip: tuple[Span, ...] = ()
    raw: bytes | None = field(default=None, repr=False, compare=False)


def content_id(*parts: str | None) -> str:
    """An id that is a hash of content: 16 hexadecimal digits, the same for the same parts."""
    joined = "\x1f".join([part or "" for part in parts])
    return hashlib.sha256(joined.encode()).hexdigest()[:16]
