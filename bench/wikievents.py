"""wikievents: triggers and arguments of whole news articles, on the event types that map to ours.

In: ``wikievents.jsonl``, one article a line with KAIROS event types. Out: trigger F1 (the words overlap and the type
maps) and argument head F1. One thing to know: an argument is right when type and role map and its head word is one of
the gold words, wherever in the article it stands, since Tacitus tells an event once and the data at every mention.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.errors import Error
from bench.figures import SHARED, Figures, f1, rows, share
from bench.heads import head
from tacitus.pipeline import Reader
from tacitus.records.event import Claim, Document
from tacitus.records.span import Span
from tacitus.records.value import TOLL_FIELDS
from tacitus.resolve.numbers.people import names_people
from tacitus.sources.layout import lay_out

DATA = SHARED / "measure/wikievents"

_BLAST = frozenset({"bombing", "suicide_bombing", "air_strike", "shelling", "accidental_explosion"})
_ATTACK = frozenset(
    {"armed_clash", "armed_attack", "assassination", "execution", "chemical_attack", "assault", "mob_violence"}
    | {"excessive_force", "sexual_violence", "territory_seized"} | _BLAST
)  # fmt: skip
#: KAIROS type, up to its last part, to the leaf types of ours that may tell of it. A death is told by what caused it.
TYPES = {
    "Conflict.Attack": _ATTACK | {"destruction"},
    "Life.Die": _ATTACK | {"judicial_execution"},
    "Life.Injure": _ATTACK,
    "Conflict.Demonstrate": frozenset({"demonstration", "violent_demonstration", "labour_strike", "roadblock"}),
    "Justice.ArrestJailDetain": frozenset({"arrest"}),
    "Justice.ChargeIndict": frozenset({"conviction"}),
    "Justice.TrialHearing": frozenset({"conviction"}),
    "Justice.Convict": frozenset({"conviction"}),
    "Justice.Sentence": frozenset({"conviction"}),
    "Justice.InvestigateCrime": frozenset({"investigation"}),
    "Justice.ReleaseParole": frozenset({"release"}),
    "Contact.ThreatenCoerce": frozenset({"threat", "ultimatum"}),
    "Contact.RequestCommand": frozenset({"demand", "ultimatum"}),
    "Contact.Contact.Meet": frozenset({"meeting", "visit"}),
    "ArtifactExistence.DamageDestroyDisableDismantle": _BLAST | {"destruction"},
}
_DOER = frozenset({"perpetrator", "participant", "speaker"})
_DONE_TO = frozenset({"target", "participant", "addressee"})
#: Role to the claim fields that may fill it.
FIELDS = {
    **dict.fromkeys(("Attacker", "Killer", "Injurer", "Jailer", "JudgeCourt", "Investigator"), _DOER),
    **dict.fromkeys(("Communicator", "Demonstrator"), _DOER),
    **dict.fromkeys(("Target", "Recipient", "Artifact", "Regulator"), _DONE_TO),
    **dict.fromkeys(("Victim", "Detainee", "Defendant"), _DONE_TO),
    "Participant": _DOER | _DONE_TO,
    "Place": frozenset({"place"}),
    **dict.fromkeys(("ExplosiveDevice", "Instrument"), frozenset({"weapon"})),
}


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what has which part in what, on either side: the types and fields that fit, and words in lower case."""

    types: frozenset[str]
    fields: frozenset[str]
    words: frozenset[str]

    def fits(self, other: Argument) -> bool:
        """Whether the two can say the same."""
        return bool(self.types & other.types and self.fields & other.fields and self.words & other.words)


@dataclass(frozen=True, slots=True)
class Telling:
    """A trigger with the types of ours that fit it."""

    span: Span
    types: frozenset[str]


def run(data: Path) -> Figures:
    """Read every article and compare triggers and arguments."""
    count: Counter[str] = Counter()
    for item, document in _read(data):
        gold, mine = gold_triggers(item), triggers(document)
        theirs, ours = gold_arguments(item), arguments(document)
        count.update(
            {
                "articles": 1,
                "triggers": len(gold),
                "our triggers": len(mine),
                "triggers matched": matched(mine, gold),
                "arguments": len(theirs),
                "our arguments": len(ours),
                "arguments right": sum(any(o.fits(t) for t in theirs) for o in ours),
                "arguments found": sum(any(t.fits(o) for o in ours) for t in theirs),
            }
        )
    right, found = count["arguments right"], count["arguments found"]
    precision, recall = share(right, count["our arguments"]), share(found, count["arguments"])
    return {
        "trigger F1": f1(count["triggers matched"], count["our triggers"], count["triggers"]),
        "trigger precision": share(count["triggers matched"], count["our triggers"]),
        "trigger recall": share(count["triggers matched"], count["triggers"]),
        "argument head F1": round(2 * precision * recall / (precision + recall), 4) if right else 0.0,
        "argument precision": precision,
        "argument recall": recall,
        "triggers": count["triggers"],
        "arguments": count["arguments"],
        "articles": count["articles"],
    }


def errors(data: Path) -> Iterator[Error]:
    """Triggers and arguments missed or made up, by gold type and role or by our type and field."""
    for item, document in _read(data):
        if document.markup is None:
            yield Error("not read", document.report.text[:300], "", "; ".join(i.message for i in document.issues))
        yield from _trigger_errors(item, document)
        yield from _argument_errors(item, document)


def _trigger_errors(item: dict[str, Any], document: Document) -> Iterator[Error]:
    text, where = document.report.text, spans(item)
    mine, gold = triggers(document), gold_triggers(item)
    for event in item["event_mentions"]:
        span, types = _span(where, event["trigger"]), mapped(event["event_type"])
        if types and not any(o.types & types for o in mine if o.span.overlaps(span)):
            kind = f"trigger missed: {event['event_type'].removesuffix('.Unspecified')} {_as(document, span)}"
            yield Error(kind, _around(text, span), span.of(text), "")
    for our in mine:
        over = [g for g in gold if g.span.overlaps(our.span)]
        if not any(our.types & g.types for g in over):
            kind = f"trigger made up: {'/'.join(our.types)} {'on one of another type' if over else 'where none is'}"
            yield Error(kind, _around(text, our.span), "", our.span.of(text))


def _argument_errors(item: dict[str, Any], document: Document) -> Iterator[Error]:
    text, ours = document.report.text, arguments(document)
    said = "; ".join(
        f"{e.type} {e.realis} {e.trigger.of(text)!r} [{', '.join(f'{c.field} {c.span.of(text)!r}' for c in e.claims)}]"
        for e in document.events
    )[:1500]
    theirs = _gold(item)
    for argument, (type_, role) in theirs.items():
        if not any(argument.fits(o) for o in ours):
            same = [o for o in ours if o.words & argument.words]
            way = "in no event" if not same else "another field" if _shared(argument, same) else "another type"
            gold = f"{type_.removesuffix('.Unspecified')} {role} {' '.join(sorted(argument.words))}"
            yield Error(f"argument missed: {role}, {way}", text[:400], gold, said)
    for our in ours:
        if not any(our.fits(t) for t in theirs):
            way = "another role" if _shared(our, [t for t in theirs if t.words & our.words]) else "nobody’s"
            words = f"{'/'.join(our.types)} {'/'.join(our.fields)} {' '.join(our.words)}"
            yield Error(f"argument made up: {'/'.join(our.fields)}, {way}", text[:400], "", words)


def _shared(argument: Argument, others: Sequence[Argument]) -> bool:
    return any(argument.types & other.types for other in others)


def _read(data: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    items = list(rows(data / "wikievents.jsonl"))
    return zip(items, Reader().read_all(lay_out(text_of(x)) for x in items), strict=True)


def text_of(item: dict[str, Any]) -> str:
    """The article, a sentence on each line: the data's own text has lost what stood between them."""
    return "\n".join(sentence[1] for sentence in item["sentences"])


def spans(item: dict[str, Any]) -> list[Span]:
    """Where each token stands in the article."""
    text, at, found = text_of(item), 0, []
    for token in item["tokens"]:
        start = text.index(token, at)
        at = start + len(token)
        found.append(Span(start, at))
    return found


def _span(where: Sequence[Span], words: dict[str, Any]) -> Span:
    return Span(where[words["start"]].start, where[words["end"] - 1].end)


def mapped(type_: str) -> frozenset[str]:
    """The leaf types of ours for a KAIROS type; none where it has no counterpart."""
    return TYPES.get(type_) or TYPES.get(type_.rpartition(".")[0], frozenset())


def gold_triggers(item: dict[str, Any]) -> list[Telling]:
    """The article's triggers of types that map, in order."""
    where = spans(item)
    found = [Telling(_span(where, e["trigger"]), mapped(e["event_type"])) for e in item["event_mentions"]]
    return sorted((t for t in found if t.types), key=lambda t: t.span)


def triggers(document: Document) -> list[Telling]:
    """Every mention of our events of types that map, in order."""
    known = frozenset[str]().union(*TYPES.values())
    found = [Telling(m, frozenset({e.type})) for e in document.events if e.type in known for m in e.mentions]
    return sorted(found, key=lambda t: t.span)


def matched(mine: Sequence[Telling], gold: Sequence[Telling]) -> int:
    """How many of our triggers overlap a gold one of a type that fits, each used once."""
    left = list(gold)
    for telling in mine:
        fit = next((g for g in left if g.span.overlaps(telling.span) and g.types & telling.types), None)
        if fit:
            left.remove(fit)
    return len(gold) - len(left)


def gold_arguments(item: dict[str, Any]) -> list[Argument]:
    """The article's arguments, each once however often it is told."""
    return list(_gold(item))


def _gold(item: dict[str, Any]) -> dict[Argument, tuple[str, str]]:
    found: dict[Argument, tuple[str, str]] = {}
    for event in item["event_mentions"]:
        for argument in event["arguments"]:
            types, fields = mapped(event["event_type"]), FIELDS.get(argument["role"])
            if types and fields:
                key = Argument(types, fields, frozenset(argument["text"].lower().split()))
                found.setdefault(key, (event["event_type"], argument["role"]))
    return found


def arguments(document: Document) -> list[Argument]:
    """The claims of our events of types that map, by their head words, each once."""
    known, fields = frozenset[str]().union(*TYPES.values()), frozenset[str]().union(*FIELDS.values())
    found: dict[Argument, None] = {}
    for event in (e for e in document.events if e.type in known):
        for claim in event.claims:
            field = "target" if claim.field in TOLL_FIELDS else claim.field
            if field in fields:
                words = _words(document.report.text, claim)
                found[Argument(frozenset({event.type}), frozenset({field}), words)] = None
    return list(found)


def _words(text: str, claim: Claim) -> frozenset[str]:
    """The head word; of a count ("nine people dead") the words for people."""
    words = re.findall(r"[\w-]+", claim.span.of(text).lower()) if claim.field in TOLL_FIELDS else []
    return frozenset([w for w in words if names_people(w)][:1] or [head(text, claim.span).of(text).lower()])


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - 200) : span.start] + "[" + span.of(text) + "]" + text[span.end : span.end + 120]


def _as(document: Document, span: Span) -> str:
    """What stands at a missed trigger: an event of ours of a type that does not fit, a mention, or nothing."""
    over = next((e.type for e in document.events if any(m.overlaps(span) for m in e.mentions)), None)
    if over:
        return f"as {over}"
    if document.markup and any(t.span.overlaps(span) for t in document.markup.triggers):
        return "seen too weakly"
    kinds = [m.kind for m in document.markup.mentions if m.span.overlaps(span)] if document.markup else []
    return f"as a {kinds[0]}" if kinds else "not seen"
