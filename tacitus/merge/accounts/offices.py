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
_RANK = (
    r"(?:colonel|col|general|gen|major|maj|captain|capt|lieutenant|lt|brigadier|brig|commander|cmdr|superintendent|"
    r"supt|inspector|insp|commodore|admiral|deputy|dr|mr|mrs|ms|sheikh|mullah)"
)
#: "Observatory director Omar Said", "the army's chief spokesman Col. Omar Said": the body comes first.
_BEFORE = re.compile(rf"(?P<body>[^,;]{{3,60}}?)(?:['’]s?)?(?: [a-z]+)? {_OFFICE}(?:[ -]{_RANK}\b\.?){{0,3}}\s*$", re.I)
#: What has one voice in a place, whoever speaks for it.
_ONE_VOICE = (
    r"(?:police|army|military|navy|air force|coast guard|hospital|health|medical|ministry|fire|ambulance|rescue|"
    r"civil defen[cs]e|emergency|red cross|red crescent)"
)
#: "Police Colonel Omar Said".
_RANKED = re.compile(
    rf"(?P<body>(?:[\w'’-]+ ){{0,3}}{_ONE_VOICE})(?: [a-z]+)??"
    rf"(?:[ -](?:{_OFFICE}|{_RANK}|officer|official)\b\.?){{1,3}}\s*$",
    re.I,
)
#: "Omar Said, the state police commissioner"; "Omar Said, a spokesman for the army"; "Omar Said, a doctor at Maro".
_IS_ONE = re.compile(
    rf",? (?:who is )?(?:an?|the|its|their) (?!former|retired|ex-)(?:[a-z]+ )??(?P<body>(?:[\w'’-]+ )?{_ONE_VOICE}) "
    rf"(?:[a-z]+ )?(?:{_OFFICE}|{_RANK}|officer|official)\b(?: (?:of|for|at|in) (?:the )?(?P<of>[A-Z][\w'’-]+))?"
)
_IS_FOR = re.compile(
    rf",? (?:who is )?(?:(?:an?|the) )?(?!former)(?:[a-z]+ )?(?:{_OFFICE}|officer|official) (?:of|for|at|with|in) "
    rf"(?:the |an? )?(?P<body>(?:[A-Z][\w'’-]* |state |local |provincial |regional |district |city )?{_ONE_VOICE})\b"
)
_HEALER = re.compile(
    r",? (?:who is )?an? (?!former|retired)(?:[a-z]+ )?(?P<body>(?:doctor|surgeon|physician|nurse|medic|paramedic)\b"
    r"(?: (?:at|in|with|from) (?:the |a )?(?:[A-Z][\w'’-]*|hospital|clinic)?)?)"
)
#: "The director of the Observatory Omar Said", "Omar Said, who is head of the Observatory": it comes after the office.
_OF = re.compile(rf"[^,;]{{0,30}}?\b{_OFFICE} (?:of|for|at|with) (?:the )?(?P<body>[^,;]{{3,70}}?)\s*,?\s*$", re.I)
_WHO_IS = re.compile(
    rf"(?:,| who is)? ?(?:an?|the)? ?(?:[a-z]+ )?{_OFFICE} (?:of|for|at|with) (?:the )?"
    r"(?P<body>(?:[a-z-]+ )?[A-Z][\w'’-]*(?: (?:(?:of|for|and|the|in|on) )*[A-Z][\w'’-]*)*)"
)
_AFTER = (_IS_ONE, _IS_FOR, _HEALER, _WHO_IS)
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
        after = at + len(name), at + len(name) + AFTER
        told = _OF.fullmatch(before) or _RANKED.fullmatch(before) or _BEFORE.fullmatch(before)
        if match := told or next((m for way in _AFTER if (m := way.match(text, *after))), None):
            body = " ".join(part for part in (match["body"].strip(), match.groupdict().get("of")) if part)
            if body.lower() not in _NO_BODY:
                found.setdefault(name.lower(), body)
    return found


def _sayers(document: Document) -> Iterator[Said]:
    """Who says anything in a report."""
    for event in document.events:
        yield from (claim.said_by for claim in event.claims if claim.said_by)
    yield from (quote.speaker for quote in document.quotes if quote.speaker)
