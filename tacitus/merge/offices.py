"""Whom a person speaks for, by the office told beside his name: "Observatory director Omar Said".

In: a report's text and the spans of who says what. Out: the person's name and the words of the body. One thing to know:
a watchdog, its head by name and "the watchdog" are one source of a toll, and only the report's words say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tacitus.records.event import Document, Said

#: Characters after a name in which his office may follow.
AFTER = 90
_OFFICE = (
    r"(?:director|head|chief|spokes(?:man|woman|person)|founder|leader|chairman|president|commissioner|coordinator|"
    r"representative)"
)
#: "Observatory director Omar Said", "the army's chief spokesman Omar Said": the body comes first.
_BEFORE = re.compile(rf"(?P<body>[^,;]{{3,60}}?)(?:['’]s?)?(?: [a-z]+)? {_OFFICE}\s*$", re.I)
#: "The director of the Observatory Omar Said", "Omar Said, who is head of the Observatory": it comes after the office.
_OF = re.compile(rf"[^,;]{{0,30}}?\b{_OFFICE} (?:of|for|at|with) (?:the )?(?P<body>[^,;]{{3,70}}?)\s*,?\s*$", re.I)
_WHO_IS = re.compile(
    rf"(?:,| who is)? ?(?:an?|the)? ?(?:[a-z]+ )?{_OFFICE} (?:of|for|at|with) (?:the )?"
    r"(?P<body>(?:[a-z-]+ )?[A-Z][\w'’-]*(?: (?:(?:of|for|and|the|in|on) )*[A-Z][\w'’-]*)*)"
)
_NO_BODY = frozenset("the its his her state party union war staff".split())
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [\w.'’-]+)+$")


def offices(document: Document) -> dict[str, str]:
    """Of each person who says something, by his name in small letters, whom he speaks for."""
    text = document.report.text
    found: dict[str, str] = {}
    for said in _sayers(document):
        name = said.actor.name if said.actor and not said.actor.actor else ""
        at = text.rfind(name, said.span.start, said.span.end) if _NAME.match(name) else -1
        if at < 0:
            continue
        before = text[said.span.start : at]
        match = _OF.fullmatch(before) or _BEFORE.fullmatch(before) or _WHO_IS.match(text, at + len(name), at + AFTER)
        if match and match["body"].lower() not in _NO_BODY:
            found.setdefault(name.lower(), match["body"].strip())
    return found


def _sayers(document: Document) -> Iterator[Said]:
    """Who says anything in a report."""
    for event in document.events:
        yield from (claim.said_by for claim in event.claims if claim.said_by)
    yield from (quote.speaker for quote in document.quotes if quote.speaker)
