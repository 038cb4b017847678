"""A report's "we" and "our fighters" come in; what part of the speaker's party each is goes out, and who may speak.

One thing to know: who says them is not known here, since quotations are found later (``assemble/said/ours.py``). "Our
villages" and "our leader" are no party's forces and stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tacitus.records.markup import Mention
from tacitus.records.report import Report
from tacitus.records.resolved import Ours
from tacitus.records.span import Span
from tacitus.records.value import ActorValue
from tacitus.resolve.actors.behind import behind
from tacitus.resolve.actors.issuer import issuer_of
from tacitus.resolve.actors.table import ActorTable
from tacitus.resolve.actors.words import noun

_ANY = re.compile(r"\b(?:we|us|ours?|my|communiqu[eé]|statement|declaration|release|bulletin)\b", re.I)
_WE = frozenset(("we", "us", "our", "ours", "ourselves"))
_OUR = re.compile(
    r"(?:(?:[\w-]+\s){0,2}(?:groups?|units?|some|one|all|many|most|members?|fighters|soldiers|columns?|teams?|squads?|"
    r"patrols?|detachments?|number|several|two|three)\s(?:of|from|in)\s)?(?P<whose>our|my|your)\s(?P<own>.+)",
    re.I | re.S,
)
_OUR_BEFORE = re.compile(r"\b(?P<whose>our|my)\s+(?:[a-z]+\s+)?$", re.I)
_BEHIND = re.compile(r"\s(?:in|of|from|at|on|for|to|with|near|who|which|that)\s")
#: Fighters that praise themselves; others call them by other words.
_PRAISED = re.compile(
    r"(?:[a-z]+\s)?(?:muj(?:a|aa)hid\w*|mujahed\w*|mojahed\w*|freedom\sfighters?|martyrdom[\s-]seekers?)", re.I
)
_BROTHERS = frozenset(
    "brother brothers sons men boys heroes lions comrades fighters mujahideen forces units troops soldiers side army "
    "combatants guerrillas cadres knights".split()
)
_OTHERS = frozenset(
    "allies ally enemies enemy friends neighbours neighbors partners opponents rivals supporters people peoples "
    "country nation homeland leaders leader civilians children women families villagers citizens".split()
)
_ARMED = frozenset(("rebel", "militia", "criminal", "military", "police", "gunmen", "intelligence"))


def first_person(
    report: Report, mentions: Sequence[Mention], values: Mapping[Span, ActorValue], table: ActorTable
) -> Ours:
    """What is known of the "we" of a report, before it is known who says it."""
    if not _ANY.search(report.text):
        return Ours()
    issuer = issuer_of(report, sorted(m.span for m in mentions), values, table)
    parts = {m.span: part for m in mentions if (part := _part(m, report.text, values.get(m.span))) is not None}
    if not parts:
        return Ours(issuer=issuer)
    return Ours(parts, behind(report.text, mentions, values, on=report.published, table=table), issuer)


def _part(mention: Mention, text: str, value: ActorValue | None) -> str | None:
    """The part of the speaker's party that a mention is; None where it is no part of it."""
    words = mention.span.of(text)
    if words.lower() in _WE and not words.isupper():
        return ""
    if value is None or value.actor is not None:
        return None
    if _PRAISED.fullmatch(words):
        return "praised"
    before = _OUR_BEFORE.search(text, max(0, mention.span.start - 30), mention.span.start)
    ours = _OUR.fullmatch(words)
    if not (ours or before):
        return None
    own = _BEHIND.split(ours["own"] if ours else words, maxsplit=1)[0].lower()
    if ours and ours["whose"].lower() == "your":
        return "yours" if own.split()[-1] in _BROTHERS else None
    last = own.split()[-1]
    if last in _OTHERS:
        return None
    head = noun(own) or noun(last)
    if head is not None and head.clear and head.kind is not None and head.kind not in _ARMED:
        return None
    if mention.label not in _ARMED and last not in _BROTHERS and not (head and head.kind in _ARMED):
        return None
    return "police" if head and head.kind == "police" else "military"
