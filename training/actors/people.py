"""Office holders: holders.csv, a dictionary's and Wikidata's come in, persons and offices go out.

One thing to know: Wikidata gives years only and is used for offices that nobody wrote down by hand, because a
year cannot say who was president in a January; the dictionary gives months and fills what the hand-written terms leave.
"""

from __future__ import annotations

import csv
import re

from tacitus.resolve.names import name_key
from training.actors.ministers import SOURCE, defence_ministers
from training.actors.row import HAND, TRAIN, Row, several, slug, table

WIKIDATA = "Wikidata, CC0"
#: Wikidata's wording of a position, up to its "of", and the role that reports give it.
ROLES = {
    "president": "president",
    "prime minister": "prime-minister",
    "chancellor": "chancellor",
    "federal chancellor": "chancellor",
    "monarch": "monarch",
    "king": "monarch",
    "emir": "monarch",
    "sultan": "monarch",
    "emperor": "monarch",
    "prince": "monarch",
    "premier": "prime-minister",
    "taoiseach": "prime-minister",
    "supreme leader": "supreme-leader",
    "minister": "prime-minister",
}
LABELS = {"foreign": "foreign minister", "defence": "defence minister", "interior": "interior minister"}
#: Offices that every state has, whether or not their holders are known.
EVERYWHERE = ("foreign", "defence", "interior")


def people(actors: dict[str, Row]) -> list[Row]:
    """Rows of persons with the offices that they held, and a row for each office."""
    persons: dict[str, Row] = {}
    offices: dict[str, Row] = {}
    for record in table("holders.csv"):
        office = _office(record["office"], actors, offices)
        _hold(persons, offices[office], record["name"], several(record["also"]), record["from"], record["to"], HAND)
    by_hand = set(offices)
    _fill(persons, actors, offices)
    states = {name_key(name): row for row in actors.values() if row.kind == "state" for name in (row.name, *row.also)}
    with (TRAIN / "leaders" / "wikidata.csv").open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines):
            country = re.sub(r"^Kingdom of (the )?|^Federated States of ", "", record["country"])
            state = states.get(name_key(country))
            role = ROLES.get(record["positionLabel"].partition(" of ")[0].lower())
            if state is None or role is None or (office := f"office:{state.country}.{role}") in by_hand:
                continue
            _office(office.removeprefix("office:"), actors, offices)
            _hold(
                persons,
                offices[office],
                record["officeholderLabel"],
                [],
                record["start_year"],
                record["end_year"],
                WIKIDATA,
            )
    for state in [row for row in actors.values() if row.kind == "state"]:
        for role in EVERYWHERE:
            _office(f"{state.country}.{role}", actors, offices)
    return [*persons.values(), *offices.values()]


def _fill(persons: dict[str, Row], actors: dict[str, Row], offices: dict[str, Row]) -> None:
    """Add the dictionary's terms that no term written by hand overlaps."""
    taken = [term.split("=", 1) for row in persons.values() for term in row.held]
    for key, name, start, end in defence_ministers():
        spans = [span.split("..") for office, span in taken if office == key]
        if not any(_overlap(start, end, first, last) for first, last in spans):
            _hold(persons, offices[_office(key, actors, offices)], name, [], start, end, SOURCE)


def _overlap(start: str, end: str, first: str, last: str) -> bool:
    """Whether two terms share more than the month in which one follows the other."""
    return start < (last or "9999")[:7] and first[:7] < end


def _office(key: str, actors: dict[str, Row], offices: dict[str, Row]) -> str:
    """The id of the office with that key ("USA.president"), its row made if it is new."""
    owner_id, _, role = key.rpartition(".")
    owner = actors[owner_id if ":" in owner_id else f"state:{owner_id}"]
    label = LABELS.get(role, role.replace("-", " "))
    row = Row(f"office:{key}", f"{label} of {owner.name}", "person", HAND, country=owner.country, parent=owner.id)
    return offices.setdefault(row.id, row).id


def _hold(persons: dict[str, Row], office: Row, name: str, also: list[str], start: str, end: str, source: str) -> None:
    """Note that the person of that name held the office from start to end."""
    known = next((row for row in persons.values() if name in row.also), None) or persons.get(f"person:{slug(name)}")
    # The first office written down gives the country and party of a person: a secretary-general has no country.
    row = known or Row(f"person:{slug(name)}", name, "person", source, [], office.country, office.parent)
    persons.setdefault(row.id, row)
    row.also.extend(alias for alias in also if alias not in row.also)
    row.held.append(f"{office.id.removeprefix('office:')}={start}..{end}")
