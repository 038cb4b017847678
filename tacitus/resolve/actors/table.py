"""The actors' table: ``data/actors.tsv.gz`` comes in; actors by name and date, and offices by date, go out.

One thing to know: a name may belong to several actors. :meth:`ActorTable.find` gives all that bore it on the
date, the best first; rows stand in the file in the order of their trust.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from tacitus.errors import DataError
from tacitus.resolve.actors.added import added_lines
from tacitus.resolve.names import fold, name_key, respelt

COLUMNS = ("id", "name", "also", "kind", "country", "parent", "start", "end", "codes", "held", "source", "places")


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from ``start`` to ``end``: ISO dates or years, empty where open."""

    office: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A known party: ``parent`` is what it belongs to, ``codes`` pairs (``gw=700``), ``held`` a person's offices."""

    id: str
    name: str
    also: tuple[str, ...]
    kind: str
    country: str | None
    parent: str | None
    start: str | None
    end: str | None
    codes: str
    held: tuple[Term, ...]
    source: str

    @property
    def everyday(self) -> bool:
        """Whether somebody wrote its everyday names down; UCDP's and Wikidata's bare rows have formal ones only."""
        return self.source.endswith("by hand") or self.source.endswith("by hand)")

    @property
    def dated_by_events(self) -> bool:
        """Whether its first year is that of its first event: the group may be older."""
        return self.source.endswith("first year of its events")

    @property
    def own(self) -> bool:
        """Whether the user has added it: then nothing outranks it."""
        return self.source.startswith("added from ")

    def there(self, on: date) -> bool:
        """Whether it existed on a day, as far as is known."""
        return _holds(self.start or "", self.end or "", on.isoformat())

    @property
    def is_ucdp_people(self) -> bool:
        """Whether it is a people that UCDP alone knows, for a fight with its neighbours in one country."""
        return self.kind == "community" and self.id.startswith("ucdp:")

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the canonical one first."""
        return (self.name, *self.also)


class ActorTable:
    """All known actors. Rows stay lines of text until they are asked for, so that opening is quick."""

    def __init__(self, lines: list[str]) -> None:
        """Index the lines of a table by id, name, office and place."""
        self._lines = lines
        self._row: dict[str, int] = {}
        self._names: dict[str, tuple[int, ...]] = {}
        self._terms: dict[str, list[tuple[Term, int]]] = {}
        self._places: dict[str, str] = {}
        #: The first words of the names of several words, of actors and places.
        self.beginnings: set[str] = set()
        self._actors: dict[int, Actor] = {}
        for number, line in enumerate(lines):
            actor, name, also, _, country, _, _, _, _, held, _, places = line.split("\t")
            self._row[actor] = number
            for each in (name, *also.split(";")) if also else (name,):
                key = fold(each)
                # Offices are found by their role and owner, not by a name.
                if not actor.startswith("office:"):
                    self._names[key] = (*self._names.get(key, ()), number)
            for term in held.split(";") if held else ():
                office, _, span = term.partition("=")
                start, _, end = span.partition("..")
                self._terms.setdefault(office, []).append((Term(office, start, end), number))
            if places:
                self._places.update(dict.fromkeys(places.split(";"), country))
        self.beginnings.update(key.partition(" ")[0] for names in (self._names, self._places) for key in names)

    @classmethod
    def open(cls) -> ActorTable:
        """The table that ships with the package, and before its rows those that the user has added."""
        source = files("tacitus") / "data" / "actors.tsv.gz"
        try:
            head, *lines = gzip.decompress(source.read_bytes()).decode().splitlines()
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise DataError(f"The actors' table {source} cannot be read ({error}); install Tacitus again.") from error
        if tuple(head.split("\t")) != COLUMNS:
            raise DataError(
                f"The actors' table {source} has other columns than this version reads; install Tacitus again."
            )
        return cls(_outranked([*added_lines()], lines))

    def __iter__(self) -> Iterator[Actor]:
        """All actors, in the order of the file."""
        return (self._actor(number) for number in range(len(self._lines)))

    def __contains__(self, actor: object) -> bool:
        """Whether there is an actor of that id."""
        return actor in self._row

    def __getitem__(self, actor: str) -> Actor:
        """The actor of that id; KeyError when there is none."""
        return self._actor(self._row[actor])

    def find(self, name: str, on: date | None = None) -> list[Actor]:
        """The actors that bore this name on the date, the best first; with no date, all that ever did."""
        return self.by_key(name_key(name), on)

    def by_key(self, key: str, on: date | None = None) -> list[Actor]:
        """The same, for a key that is at hand already."""
        rows = self._names.get(key)
        if rows is None:  # no state's acronym is written like a name: "Sadr" is nobody's state
            other = self._names.get(respelt(key) or "", ())
            rows = tuple(row for row in other if not (key.islower() and self._lines[row].startswith("state:")))
        if not rows:
            return []
        actors = [self._actor(number) for number in rows]
        return actors if on is None else [actor for actor in actors if actor.there(on)]

    def spoken_of(self, key: str, on: date | None = None) -> list[Actor]:
        """Whom a report of the date can mean by a name: who bore it then, or else who once did and is no more.

        Where a beginning is only the first year that UCDP has events of, the name may be older.
        """
        bearers = self.by_key(key)
        if not bearers or on is None:
            return bearers
        day = on.isoformat()
        return [actor for actor in bearers if actor.there(on)] or [
            actor for actor in bearers if actor.dated_by_events or (actor.start or "") <= day
        ]

    def holder(self, office: str, on: date | None) -> Actor | None:
        """Who held the office ("USA.president") on that date."""
        if on is None:
            return None
        day = on.isoformat()
        holders = [
            (term.start, number) for term, number in self._terms.get(office, ()) if _holds(term.start, term.end, day)
        ]
        # Years overlap at a hand-over; who came last holds it.
        return self._actor(max(holders)[1]) if holders else None

    def place(self, key: str) -> str | None:
        """The country of a province or town that one country alone has."""
        return self._places.get(key)

    def _actor(self, number: int) -> Actor:
        if (actor := self._actors.get(number)) is None:
            actor = self._actors[number] = _read(self._lines[number])
        return actor


def _outranked(own: list[str], lines: list[str]) -> list[str]:
    """The user's lines before ours; one of ours with the same id only lends its other names and what is left open."""
    if not own:
        return lines
    given = {line.partition("\t")[0]: line.split("\t") for line in own}
    for line in lines:
        if mine := given.get(line.partition("\t")[0]):
            ours = line.split("\t")
            mine[2] = ";".join(filter(None, (mine[2], ours[1], ours[2])))
            # The country, parent, dates and codes; the offices and the places.
            for at in (4, 5, 6, 7, 8, 9, 11):
                mine[at] = mine[at] or ours[at]
    rest = (line for line in lines if line.partition("\t")[0] not in given)
    return [*("\t".join(cells) for cells in given.values()), *rest]


def _read(line: str) -> Actor:
    """The actor of a line."""
    ident, name, also, kind, country, parent, start, end, codes, held, source, _ = line.split("\t")
    terms = []
    for term in held.split(";") if held else ():
        office, _, span = term.partition("=")
        first, _, last = span.partition("..")
        terms.append(Term(office, first, last))
    aliases = tuple(also.split(";")) if also else ()
    return Actor(
        ident,
        name,
        aliases,
        kind,
        country or None,
        parent or None,
        start or None,
        end or None,
        codes,
        tuple(terms),
        source,
    )


def _holds(start: str, end: str, day: str) -> bool:
    """Whether a day lies between two dates or years; ISO text sorts as time does."""
    return start <= day and (not end or day[: len(end)] <= end)
