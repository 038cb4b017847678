"""When an armed group was there: years.csv and UCDP's events come in, the first and last day of groups go into rows.

One thing to know: UCDP's list of actors has no dates, and most of the events at hand are samples, in which a first year
says nothing. Only of three countries are all events at hand, so that a group that fought nowhere else began when they
say; a last year says only that it fell silent, so that an end is written by hand or by a successor, or is open.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable

from training.actors.row import TRAIN, Row, table
from training.gazetteer_grounds import events

#: Gleditsch and Ward's numbers of Bangladesh, Myanmar and the Central African Republic, whose events are complete.
COMPLETE = frozenset((771, 775, 482))
#: The first year of UCDP's events: who is in them then may be older.
BEGINNING = 1989
BY_HAND = "years compiled by Tacitus"
BY_EVENTS = "first year of its events"


def dated(rows: Iterable[Row]) -> None:
    """Fill the dates that nobody wrote beside a group; ValueError where years.csv contradicts an event."""
    known = {record["id"]: (record["from"], record["to"]) for record in table("years.csv")}
    active = _active()
    within = _only_within(COMPLETE)
    for row in rows:
        number = row.id.removeprefix("ucdp:")
        if span := known.pop(number if row.id.startswith("ucdp:") else row.id, None):
            _check(row, *span, active[number] if number in active else None)
            row.start, row.end = row.start or span[0], row.end or span[1]
            row.source = _also(row.source, BY_HAND)
        elif not row.start and number in within and number in active and active[number][0] > BEGINNING:
            row.start = str(active[number][0])
            row.source = _also(row.source, BY_EVENTS)
    if known:
        raise ValueError(f"years.csv names groups that are not in the table: {', '.join(known)}")


def _also(source: str, what: str) -> str:
    """The source with what was added; everyday names stay last, as the table is read by them."""
    head, everyday, tail = source.partition("; everyday")
    return source if "by hand" in head else f"{head}; {what}{everyday}{tail}"


def _check(row: Row, start: str, end: str, active: tuple[int, int] | None) -> None:
    """Stop where a group fought before or after it was there."""
    if active and (active[0] < int(start[:4]) or (end and active[1] > int(end[:4]))):
        raise ValueError(f"{row.id} {row.name}: {start}..{end or ''} but fought in {active[0]} to {active[1]}")


def _active() -> dict[str, tuple[int, int]]:
    """The first and last year in which each actor is a side of an event."""
    years: dict[str, list[int]] = defaultdict(list)
    for event in events():
        for side in ("side_a_new_id", "side_b_new_id"):
            if event[side]:
                years[str(int(float(event[side])))].append(int(float(event["year"])))
    return {number: (min(each), max(each)) for number, each in years.items()}


def _only_within(countries: frozenset[int]) -> set[str]:
    """The formally organised groups that fought in no other countries."""
    with (TRAIN / "ucdp" / "ucdp-actor-221.csv").open(encoding="utf-8-sig", newline="") as lines:
        return {
            record["ActorId"]
            for record in csv.DictReader(lines)
            if record["Org"] == "1" and {int(n) for n in record["GWNOLoc"].split(",") if n.strip()} <= countries
        }
