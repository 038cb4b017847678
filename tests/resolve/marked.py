"""Texts with the mentions in brackets, so that the tests read like the sentences they are about."""

import re
from datetime import date

from tacitus.records.markup import Mention
from tacitus.records.span import Span
from tacitus.records.value import ActorValue
from tacitus.resolve.actors.mentions import ActorTable, resolve_actors

TABLE = ActorTable.open()


def read(marked: str, published: date | None = None, label: str | None = None) -> list[ActorValue]:
    """Resolve the bracketed mentions of a text, in their order."""
    text, mentions = "", []
    for piece in re.split(r"(\[[^\]]*\])", marked):
        if piece.startswith("["):
            mentions.append(Mention(Span(len(text), len(text) + len(piece) - 2), "actor", label, 1.0))
        text += piece.strip("[]")
    values = resolve_actors(text, mentions, published=published, table=TABLE)
    return [values[mention.span] for mention in mentions]
