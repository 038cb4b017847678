"""Parties that the grammar gives to another deed of the sentence: "freed nine cooks and held two thieves".

In: the tellings of a report. Out: the same, without the object of the verb before an "and" for a verb that has its own
behind it, without relatives of whom "whose" tells something ("the family of Omar, whose arrest"), without a speaker
behind a quote whose verb has its "they" before it, and without those who are no party to an "attempt by" others. One
thing to know: only who stands on the wrong side is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.markup import Mention, Trigger
from tacitus.records.span import Span

_OBJECTS = ("target", "victim")
#: From the object of one verb to the next verb: "fishermen at sea and".
_AND = re.compile(r"(?:\s+(?!(?:who|which|that|was|were)\b)[\w’'-]+){0,6}?,?\s+and\s+(?:(?:then|later|also)\s+)?")
_VERB = re.compile(r"(?:(?!\w*ing\b)[a-z]+)(?: [a-z]+)?")
_THEM = re.compile(r"\b(?:them|him|her|it|those|themselves)\b", re.I)
_STOP = re.compile(r"[.;:!?]\s|,\s")
_REACH = 60  # characters from a verb to its object
#: "The family of Omar Said, whose arrest set off protests".
_RELATIVES = re.compile(
    r"(?:the\s+)?(?:[\w-]+\s+)?(?:family|families|relatives?|wife|husband|widow|mother|father|parents|sons?|daughters?|brothers?|"
    r"sisters?|lawyers?|supporters?|followers?|friends|colleagues)\s+of\s",
    re.I,
)
_WHOSE = re.compile(r",?\s+whose\s[^,.;\n]{1,120}")
#: "Ordered strikes on a base from which an attack was launched": the attack is none of who ordered the strikes.
_FROM_WHICH = re.compile(
    r"\bfrom (?:which|where) "
    r"(?:(?!(?:and|but|who|that|which)\b)[\w'’-]+ ){0,5}?$"
)
#: "Rebels repelled attempts by the army to overrun": the army was to overrun.
_ATTEMPTS_BY = re.compile(
    r"\b(?:attempts?|bids?|efforts?) by (?:(?!(?:to|and|who|that|which)\b)[\w’'-]+ ){1,8}?to (?:[a-z]+ly )?$"
)
_IS_DONE = re.compile(r"(?:was|were|been|being|is|are) (?:\w+ly )?$")
_DONE_BEHIND = re.compile(r" (?:(?:had|has|have|was|were|been|being|is|are|\w+ly) ){1,3}[a-z]+(?:ed|en|t|wn|de)\b")
_ACCUSES = re.compile(r"(?:accus|blam)(?:ed|es?|ing)", re.I)
_THEY = re.compile(r"(?:^|[\"“.,;]\s*|\s)(?:they|we|he|she|I)\s+(?:(?:had|have|has|also|then)\s+)?$", re.I)


def with_own_clauses(text: str, found: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings, each with the parties of its own clause."""
    by_sentence: dict[int, list[Telling]] = {}
    for telling in found:
        by_sentence.setdefault(telling.sentence, []).append(telling)
    for telling in found:
        others = [o for o in by_sentence[telling.sentence] if o is not telling]
        for role in (*_OBJECTS, "agent"):
            tails = telling.roles.get(role)
            if tails:
                telling.roles[role] = [p for p in tails if not _of_another(text, telling, role, p[0], others)]
    return found


def _of_another(text: str, telling: Telling, role: str, tail: Mention | Trigger, others: Sequence[Telling]) -> bool:
    deed, party = telling.trigger.span, tail.span
    if party.end <= deed.start and _is_whose(text, party, deed):
        return True
    if role == "agent" and party.end < deed.start and _is_told_of_what_it_hit(text, party, deed):
        return True
    if role == "agent" and party.end < deed.start and _ATTEMPTS_BY.search(text, party.end, deed.start):
        return True
    if role == "agent":
        accuses = telling.trigger.type == "accusation" and party.start >= deed.end and _ACCUSES.fullmatch(deed.of(text))
        return bool(accuses) and _THEY.search(text, max(0, deed.start - 20), deed.start) is not None
    if party.end > deed.start or not others or not _VERB.fullmatch(deed.of(text)):
        return False
    if not _AND.fullmatch(text, party.end, deed.start) or not _has_its_own(text, telling):
        return False
    return any(0 < party.start - o.trigger.span.end < _REACH and any(o.has(r, party) for r in _OBJECTS) for o in others)


def _is_told_of_what_it_hit(text: str, party: Span, deed: Span) -> bool:
    """Whether a deed is told in a clause on a thing that the party hit or held: "a base from which it was done"."""
    clause = _FROM_WHICH.search(text, max(party.end, deed.start - _REACH), deed.start)
    if clause is None:
        return False
    passive = _IS_DONE.search(text, max(clause.start(), deed.start - 20), deed.start)
    return bool(passive or _DONE_BEHIND.match(text, deed.end))


def _is_whose(text: str, party: Span, deed: Span) -> bool:
    """Whether "whose" behind the relatives of somebody tells of him: "the family of Omar, whose arrest"."""
    if not _RELATIVES.match(text, party.start):
        return False
    clause = _WHOSE.match(text, party.end)
    return clause is not None and deed.end <= clause.end()


def _has_its_own(text: str, telling: Telling) -> bool:
    """Whether a verb has an object behind it, and not only "them"."""
    end = telling.trigger.span.end
    behind = [s for role in ("target", "victim", "toll") for s in telling.spans(role) if s.start >= end]
    near = [s for s in behind if s.start - end < _REACH and not _STOP.search(text, end, s.start)]
    return bool(near) and not _THEM.search(text, end, max(s.end for s in near))
