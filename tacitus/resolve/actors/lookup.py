"""A name or description comes in ("TTP", "the NATO chief", "Afghan police"); the actors it can mean on a day go out.

One thing to know: a name gives everyone who bore it, the likeliest first; a description gives the one party that a
report with nothing else in it would mean. Who was not there on the day is not found, though a report may speak of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tacitus.records.value import ActorValue
from tacitus.resolve.actors.parts import Context
from tacitus.resolve.actors.phrase import read_phrase
from tacitus.resolve.actors.table import Actor, ActorTable


def look_up(name: str, on: date | None, table: ActorTable) -> list[Actor | ActorValue]:
    """All actors of that name on the day, or else what the words describe; empty where they say nothing."""
    if found := table.find(name, on):
        return [*found]
    reading = read_phrase(name, Context(table, on, definite=True))
    if reading.actor is not None:
        actor = table[reading.actor]
        return [actor] if on is None or actor.there(on) else []
    if reading.country is None and (reading.kind is None or reading.named):
        return []
    return [ActorValue(None, reading.name, reading.kind, reading.country)]


def fields(found: Actor | ActorValue) -> dict[str, object]:
    """An actor as a JSON object; a description has no id and no source."""
    if isinstance(found, ActorValue):
        return {"id": None, "name": found.name, "kind": found.kind, "country": found.country}
    return {
        "id": found.id,
        "name": found.name,
        "also": list(found.also),
        "kind": found.kind,
        "country": found.country,
        "parent": found.parent,
        "from": found.start,
        "to": found.end,
        "codes": dict(_codes(found)),
        "held": [{"office": term.office, "from": term.start or None, "to": term.end or None} for term in found.held],
        "source": found.source,
    }


def _codes(actor: Actor) -> Iterator[tuple[str, str]]:
    for pair in actor.codes.split(";"):
        system, _, code = pair.partition("=")
        if code:
            yield system, code
