"""muc4: who did terrorist violence to what and whom with which weapon, against MUC-4's role fillers.

In: every ``*.jsonl`` of the folder, one lower-case news text a line with the entities of five roles. Out: CEAF-REE F1
as published for GRIT (Du, Rush, Cardie 2021): all roles together, each role, and each file. One thing to know: an
entity of ours is said by its first words only, since a said mention that the gold entity lacks makes it wrong.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.errors import Error
from bench.figures import SHARED, Figures, f1, rows, share
from bench.heads import head
from tacitus.pipeline import Reader
from tacitus.records.event import Claim, Document, Event
from tacitus.records.span import Span
from tacitus.records.value import ActorValue
from tacitus.resolve.numbers.people import names_people
from tacitus.sources.layout import lay_out

DATA = SHARED / "measure/muc4"

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
#: Types that MUC-4 has templates for: attack, bombing, kidnapping, arson, robbery; a clash of armed sides is none.
TYPES = frozenset(
    "armed_attack assassination execution bombing suicide_bombing air_strike shelling abduction assault destruction "
    "looting mob_violence excessive_force".split()
)
#: MUC-4 fills a template for what was done, tried or threatened, and for what a party denies.
REALIS = frozenset({"actual", "historical", "threatened", "feared", "denied"})
_PRONOUN = re.compile(
    r"he|him|his|she|hers?|they|them|theirs?|it|its|we|us|ours?|who|which|that|those|these|this|others?|some|both"
)
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)
_NO_PEOPLE = frozenset({"police", "taliban", "government"})
_PERSONS = frozenset({"person", "gunmen", "civilians", "protesters", "community"})

Entities = dict[str, list[set[str]]]


def run(data: Path) -> Figures:
    """Read every text and match the entities."""
    counts = {role: [0, 0, 0] for role in ROLES}
    by_file: dict[str, list[int]] = {}
    texts = 0
    for name, item, document in _read(data):
        texts += 1
        gold, mine = theirs(item), entities(document)
        for role in ROLES:
            found = (len(matching(mine[role], gold[role])), len(mine[role]), len(gold[role]))
            for total in (counts[role], by_file.setdefault(name, [0, 0, 0])):
                total[:] = [a + b for a, b in zip(total, found, strict=True)]
    both, ours, all_gold = (sum(counts[role][n] for role in ROLES) for n in range(3))
    figures: Figures = {"F1": f1(both, ours, all_gold), "precision": share(both, ours), "recall": share(both, all_gold)}
    figures |= {f"F1 {role}": f1(*counts[role]) for role in ROLES}
    figures |= {f"F1 {name}": f1(*by_file[name]) for name in sorted(by_file)}
    return {**figures, "entities": all_gold, "texts": texts}


def errors(data: Path) -> Iterator[Error]:
    """Each entity missed or made up, by role and by how it went wrong."""
    for _, item, document in _read(data):
        if document.markup is None:
            yield Error("not read", document.report.text[:300], "", "; ".join(i.message for i in document.issues))
        gold, mine = theirs(item), entities(document)
        text = document.report.text
        said = "; ".join(_in_words(e, text) for e in document.events if told(e))
        for role in ROLES:
            pairs = matching(mine[role], gold[role])
            missed = [g for n, g in enumerate(gold[role]) if n not in pairs.values()]
            extra = [m for n, m in enumerate(mine[role]) if n not in pairs]
            for entity in missed:
                kind = f"{role} missed: {_missed(document, entity, role, mine, extra)}"
                yield Error(kind, _around(text, entity), " / ".join(sorted(entity)), said)
            for entity in extra:
                kind = f"{role} made up: {_extra(entity, role, gold)}"
                yield Error(kind, _around(text, entity), str(gold[role]), f"{' '.join(entity)} | {said}")


def _read(data: Path) -> Iterator[tuple[str, dict[str, Any], Document]]:
    reader = Reader()
    for path in sorted(data.glob("*.jsonl")):
        items = list(rows(path))
        documents = reader.read_all(lay_out(x["doctext"]) for x in items)
        yield from ((path.stem, item, document) for item, document in zip(items, documents, strict=True))


def _in_words(event: Event, text: str) -> str:
    claims = ", ".join(f"{c.field} {c.span.of(text)!r}" for c in event.claims if c.field not in ("place", "time"))
    return f"{event.type} {event.realis} {event.confidence:.2f} {event.trigger.of(text)!r} [{claims}]"


def _near(one: set[str], other: set[str]) -> bool:
    return any(set(a.split()) & set(b.split()) for a in one for b in other)


def _around(text: str, entity: set[str]) -> str:
    at = max(0, text.lower().find(max(" ".join(entity).split(), key=len, default="")))
    return text[max(0, at - 250) : at + 250]


def _extra(entity: set[str], role: str, gold: Entities) -> str:
    if any(_near(entity, g) for g in gold[role]):
        return "other words"
    if any(entity <= g for r in ROLES if r != role for g in gold[r]):
        return "another role"
    return "nobody's" if any(gold.values()) else "a text without any"


def _missed(document: Document, entity: set[str], role: str, mine: Entities, extra: Sequence[set[str]]) -> str:
    """How far a missed entity came: into another role, into an event of another kind, into no event, or nowhere."""
    text = document.report.text
    if other := next((r for r in ROLES if r != role and any(m & entity for m in mine[r])), None):
        return f"as {other}"
    if any(_near(entity, m) for m in extra):
        return "other words"
    for event in document.events:
        if any(_near({plain(c.span.of(text))}, entity) for c in event.claims):
            return "in an event that counts, another field" if told(event) else f"in {event.type} {event.realis}"
    mentions = document.markup.mentions if document.markup else ()
    return "seen, in no event" if any(_near({plain(m.span.of(text))}, entity) for m in mentions) else "not seen"


def theirs(item: dict[str, Any]) -> Entities:
    """The gold entities of a text: for each role the sets of mention words."""
    return {role: [{plain(m[0]) for m in entity} for entity in item["extracts"][role]] for role in ROLES}


def plain(words: str) -> str:
    """Words as GRIT compares them: lower case, without punctuation and articles."""
    return " ".join(_ARTICLES.sub(" ", words.lower().translate(_PUNCTUATION)).split())


def matching(mine: Sequence[set[str]], gold: Sequence[set[str]]) -> dict[int, int]:
    """The largest matching of our entities to gold ones that hold all our mentions: index of ours → index of gold."""
    taken: dict[int, int] = {}

    def place(n: int, tried: set[int]) -> bool:
        for k, entity in enumerate(gold):
            if k not in tried and mine[n] and mine[n] <= entity:
                tried.add(k)
                if k not in taken or place(taken[k], tried):
                    taken[k] = n
                    return True
        return False

    for n in range(len(mine)):
        place(n, set())
    return {n: k for k, n in taken.items()}


def told(event: Event) -> bool:
    """Whether MUC-4 would tell of such an event."""
    return event.type in TYPES and event.realis in REALIS


def entities(document: Document) -> Entities:
    """Our entities of each role: one for each party, thing or weapon of the events that count, by its first words."""
    found: dict[str, dict[str, str | None]] = {role: {} for role in ROLES}
    fillers = {f for e in document.events if told(e) for c in e.claims for f in _fillers(document, c)}
    for span, role, actor in sorted(fillers, key=lambda f: (f[0], f[1], f[2] or "")):
        words = plain(span.of(document.report.text))
        known = any(_same(words, actor, w, a) for w, a in found[role].items())
        if words and not known and not _PRONOUN.fullmatch(words):
            found[role][words] = actor
    return {role: [{words} for words in found[role]] for role in ROLES}


def _same(words: str, actor: str | None, others: str, other: str | None) -> bool:
    """Two fillers are one entity when they are one actor of the table, or the words of one hold those of the other."""
    one, two = set(words.split()), set(others.split())
    return (actor is not None and actor == other) or one <= two or two <= one


def _fillers(document: Document, claim: Claim) -> Iterator[tuple[Span, str, str | None]]:
    """What a claim fills: the words, the role, and the actor of the table if they stand for one."""
    assert document.markup is not None
    value, text = claim.value, document.report.text
    actor = value.actor if isinstance(value, ActorValue) else None
    names = [n for n in document.markup.names if n.span.overlaps(claim.span)]
    persons = [n.span for n in names if n.kind == "person"]
    if claim.field == "perpetrator":
        people = _people(text, claim.span) or (isinstance(value, ActorValue) and value.kind in _PERSONS)
        bodies = [n.span for n in names if n.kind == "organisation" and not _people(text, n.span)]
        if people or persons:
            yield from ((span, "PerpInd", None) for span in persons or [claim.span])
            bodies = bodies or ([own] if actor and (own := _own_words(document, actor)) else [])
        yield from ((span, "PerpOrg", actor) for span in bodies or ([] if people or persons else [claim.span]))
    elif claim.field in ("target", "killed", "injured", "abducted", "missing"):
        yield from ((span, "Victim", None) for span in persons)
        if claim.field == "target" and not persons and _is_thing(document, claim):
            yield claim.span, "Target", actor
    elif claim.field == "weapon":
        yield claim.span, "Weapon", None


def _people(text: str, span: Span) -> bool:
    word = head(text, span).of(text).lower()
    return names_people(word) and word not in _NO_PEOPLE


def _own_words(document: Document, actor: str) -> Span | None:
    """The first words of a text for an actor that name it and not its people: "fmln", but not "guerrillas"."""
    actors = document.resolved.actors if document.resolved else {}
    text = document.report.text
    spans = (span for span, value in sorted(actors.items()) if value.actor == actor and not _people(text, span))
    return next(spans, None)


def _is_thing(document: Document, claim: Claim) -> bool:
    """Whether a target is a building, vehicle, line …: what the reader saw as one, or nobody that it knows."""
    assert document.markup is not None
    kinds = {m.kind for m in document.markup.mentions if m.span == claim.span}
    kind = claim.value.kind if isinstance(claim.value, ActorValue) else None
    if kind not in (None, "company", "media", "party") or kinds & {"place", "toll"}:
        return "facility" in kinds
    return "facility" in kinds or not _people(document.report.text, claim.span)
