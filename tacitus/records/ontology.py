"""The ontology: the package's ``data/ontology.toml`` comes in, :class:`EventType` by id goes out.

One thing to know: a crosswalk that is None means that the other scheme has no such event, which is
not the same as a scheme's "other" category.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from tacitus.errors import DataError


@dataclass(frozen=True, slots=True)
class EventType:
    """A leaf type of event with its counterparts in PLOVER, CAMEO, ACLED and UCDP.

    ``symmetric``: all sides are participants (a clash, a meeting). ``verbal``: an act of speech, with
    a speaker and an addressee instead of a perpetrator and a target.
    """

    id: str
    family: str
    label: str
    definition: str
    examples: tuple[str, ...]
    plover: str | None = None
    plover_mode: str | None = None
    cameo: str | None = None
    acled_event: str | None = None
    acled_sub: str | None = None
    ucdp: str | None = None
    symmetric: bool = False
    verbal: bool = False


@dataclass(frozen=True, slots=True)
class Ontology:
    """All event types, in the order of the file."""

    types: Mapping[str, EventType]

    def __getitem__(self, type_id: str) -> EventType:
        """The type of that id; KeyError when there is none."""
        return self.types[type_id]

    def __contains__(self, type_id: object) -> bool:
        """Whether there is a type of that id."""
        return type_id in self.types

    def __iter__(self) -> Iterator[EventType]:
        """The types in the order of the file, family by family."""
        return iter(self.types.values())

    def __len__(self) -> int:
        """How many types there are."""
        return len(self.types)


@cache
def load() -> Ontology:
    """The package's ontology, read once."""
    source = files("tacitus") / "data" / "ontology.toml"
    try:
        entries = tomllib.loads(source.read_text(encoding="utf-8"))["type"]
        types = [EventType(**{**entry, "examples": tuple(entry["examples"])}) for entry in entries]
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(f"The ontology {source} cannot be read ({error}); install Tacitus again.") from error
    return Ontology(MappingProxyType({event_type.id: event_type for event_type in types}))
