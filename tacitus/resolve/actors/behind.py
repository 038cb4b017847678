"""The parties of a report come in; for whom each of its persons says "we" goes out.

One thing to know: a spokesman is told as his party already. What is left are persons by name, whose party stands beside
them ("Omar Said, a commander of the Front"), who hold an office, or whose words say for whom they speak.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from tacitus.records.markup import Mention
from tacitus.records.span import Span
from tacitus.records.value import ActorValue
from tacitus.resolve.actors.owner import GROUPS, ORGANS
from tacitus.resolve.actors.table import ActorTable

_BODIES = frozenset((*GROUPS, *ORGANS, "state")) - {"media", "company"}
_PERSONS = frozenset(
    ("person", "rebel", "militia", "criminal", "military", "police", "government", "intelligence", "party")
)
_FORCES = frozenset(("military", "police", "intelligence"))
#: "A man who said he spoke for the Front", "a caller claiming to represent the Front".
_SPEAKS_FOR = re.compile(
    r"\b(?:spoke|speaks?|speaking|call(?:ed|ing)|writing)\s(?:for|on\sbehalf\sof)\s(?:the\s)?$|\bon\sbehalf\sof\s(?:the\s)?$|"
    r"\bclaim(?:s|ed|ing)\sto\s(?:represent|belong\sto|be\s(?:(?:from|of|with)|an?\s[a-z]+\s(?:of|for|from)))\s(?:the\s)?$",
    re.I,
)
#: Who tells of a party's own: "Front commander Omar Said", "Omar Said, a spokesman for the Front".
_ROLE = re.compile(
    r"\b(?:spokes\w+|commander|leader|chief|head|official|officer|general|colonel|major|captain|representative|fighter|member|"
    r"emir|minister|president|secretary|deputy|ambassador|source|adviser|advisor|negotiator|envoy|director|"
    r"commissioner|soldier|policeman|constable|inspector|lieutenant|sergeant|brigadier|admiral)\b",
    re.I,
)
_PAPER = re.compile(
    r"\b(?:communiqu\w+|statement|note|report|letter|document|paper|message|pamphlet|movements)\b", re.I
)
_NO_LONGER = re.compile(r"\b(?:former|ex|late|then|captured|detained|defected)\b|-?elect\b", re.I)
_BESIDE = re.compile(r"(?:,\s+(?:(?:the|an?|its|their|one\sof\sthe)\s+)?(?:[a-z]+\s+)?|\s+)")


def behind(
    text: str, mentions: Sequence[Mention], values: Mapping[Span, ActorValue], *, on: date | None, table: ActorTable
) -> dict[Span, ActorValue]:
    """The party for which each person speaks, by the person's words."""
    parties = sorted(span for span, value in values.items() if _is_known(value))
    found: dict[Span, ActorValue] = {}
    named: dict[str, ActorValue] = {}
    for mention in sorted(mentions, key=lambda m: m.span):
        span, value = mention.span, values.get(mention.span)
        if value is None or _is_known(value) or value.kind not in (*_BODIES, *_PERSONS, "civilians", None):
            continue
        party = _told(text, span, value, parties, values) or named.get(value.actor or value.name)
        party = party or _by_office(value, on, table) or _in_uniform(text, mention, value, table)
        if party is None and _is_unknown_body(value):
            party = value
        if party is not None:
            found[span] = party
            if value.name[:1].isupper():
                named.setdefault(value.actor or value.name, party)
    return found


def _is_known(value: ActorValue) -> bool:
    """Whether it is a party that the table knows."""
    return value.kind in _BODIES and value.actor is not None and not value.actor.startswith(("person:", "office:"))


def _is_unknown_body(value: ActorValue) -> bool:
    """Whether it is another party or "rebels": no single man, and no paper of theirs."""
    if value.actor is not None or value.kind not in _BODIES or _ROLE.search(value.name) or _PAPER.search(value.name):
        return False
    return value.kind in GROUPS or value.name.islower()  # "Omar Said" may be of the army


def _told(
    text: str, span: Span, value: ActorValue, parties: Sequence[Span], values: Mapping[Span, ActorValue]
) -> ActorValue | None:
    """The party within or beside a person's words, where they make him its man."""
    words = span.of(text)
    for inner in parties:
        if span.holds(inner) and inner != span and _SPEAKS_FOR.search(text, span.start, inner.start):
            return values[inner]
    if value.kind not in _PERSONS or _NO_LONGER.search(words):
        return None
    for other in parties:
        if span.holds(other) and other != span and _ROLE.search(words):
            return values[other]
        first, second = sorted((span, other))
        beside = first.end < second.start and _BESIDE.fullmatch(text, first.end, second.start)
        if (
            beside
            and value.name[:1].isupper()
            and _ROLE.search(other.of(text))
            and not _NO_LONGER.search(other.of(text))
        ):
            return values[other]
    return None


def _by_office(value: ActorValue, on: date | None, table: ActorTable) -> ActorValue | None:
    """The government or group in which a known person held an office on the day."""
    if value.actor is None or value.actor not in table:
        return None
    if value.actor.startswith("office:"):
        held = [value.actor.removeprefix("office:")]
    else:
        known = table[value.actor]
        terms = (term.office for term in known.held)
        held = [o for o in terms if (holder := table.holder(o, on)) is not None and holder.id == known.id]
    for office in held:
        base = office.rpartition(".")[0]
        body = next((b for b in (base if ":" in base else f"gov:{base}",) if b in table), None)
        if body:
            actor = table[body]
            return ActorValue(actor.id, actor.name, actor.kind, actor.country)
    return None


def _in_uniform(text: str, mention: Mention, value: ActorValue, table: ActorTable) -> ActorValue | None:
    """The army or police of an officer's country."""
    kind = value.kind if value.kind in _FORCES else mention.label if value.kind == "person" else None
    body = f"gov:{value.country}.{kind}"
    if value.actor is not None or kind not in _FORCES or value.country is None or body not in table:
        return None
    if not (_ROLE.search(mention.span.of(text)) or value.name[:1].isupper()):
        return None
    actor = table[body]
    return ActorValue(actor.id, actor.name, actor.kind, actor.country)
