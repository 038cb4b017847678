"""Incidents → a table with the 49 columns of UCDP's Georeferenced Event Dataset (GED), in its order.

In: incident rows. Out: columns. One thing to know: it is GED-like and not GED. Conflicts and dyads are UCDP's own
judgement over a year, so all that hangs on them (their ids, active_year, code_status) stays empty.
"""

from __future__ import annotations

from math import floor

from tacitus.export import settled
from tacitus.export.columns import Column, day, empty
from tacitus.export.flat import said_by
from tacitus.export.nations import nation
from tacitus.export.parties import codes, government, number
from tacitus.export.rows_of import Header, IncidentRow
from tacitus.records import ontology
from tacitus.records.acled import STATE, UNARMED
from tacitus.records.value import ActorValue, PlaceValue

#: UCDP's numbers for civilians as a side.
_CIVILIANS, _CIVILIANS_DSET = 1, 9999
#: Organised groups; of gunmen it is not known whether they are one.
_GROUPS = frozenset({"rebel", "militia", "criminal"})
_COMMUNITY = frozenset({"community"})
_WHERE = {"exact": 1, "settlement": 1, "district": 3, "province": 4, "country": 6}
_CONFLICT = "conflicts are UCDP's judgement over a year"
_BY_SIDE = "the settled toll is of the incident as a whole"


def fits(row: IncidentRow) -> bool:
    """Whether GED would count it: violence that happened and killed, or may have killed, at least one."""
    toll = settled.toll(row.incident.settled, "killed")
    deadly = toll is not None and (toll.high is None or toll.high > 0)
    return row.incident.realis == "actual" and ontology.load()[row.incident.type].family == "violence" and deadly


def _place(row: IncidentRow) -> PlaceValue:
    return settled.place(row.incident.settled)


def _spot(row: IncidentRow) -> tuple[float, float] | tuple[None, None]:
    return settled.point(_place(row)) or (None, None)


def _sides(row: IncidentRow) -> tuple[list[ActorValue], list[ActorValue]]:
    """Who fights whom; in a state's fight the state comes first, as at UCDP."""
    kind = ontology.load()[row.incident.type]
    a, b, _ = settled.sides(row.incident.settled, symmetric=kind.symmetric, distinct=True)
    return (b, a) if _all(b, STATE) and _all(a, _GROUPS) else (a, b)


def _all(side: list[ActorValue], kinds: frozenset[str]) -> bool:
    return bool(side) and all(party.kind in kinds for party in side)


def violence(row: IncidentRow) -> int | None:
    """1 a state fights, 2 nobody who fights is a state, 3 one-sided, against who bears no arms; None: not known."""
    a, b = _sides(row)
    if _all(a, _COMMUNITY):
        return 2 if _all(b, _COMMUNITY) else None
    if not (_all(a, STATE) or _all(a, _GROUPS)):
        return None
    if _all(b, UNARMED):
        return 3
    if not (_all(b, STATE) or _all(b, _GROUPS)):
        return None
    return 1 if _all(a, STATE) or _all(b, STATE) else 2


def _name(row: IncidentRow, side: int) -> str | None:
    """A state by its government, civilians as Civilians, else the name of whom is named first."""
    parties = _sides(row)[side]
    if not parties:
        return None
    first = parties[0]
    if side and violence(row) == 3:
        return "Civilians"
    return (government(first.country)[0] if first.kind in STATE else None) or first.name


def _number(row: IncidentRow, side: int) -> int | None:
    """UCDP's number of the actor, where the actors' table has it."""
    parties = _sides(row)[side]
    if not parties:
        return None
    if side and violence(row) == 3:
        return _CIVILIANS
    first = parties[0]
    found = government(first.country)[1] if first.kind in STATE else codes(first.actor).get("ucdp")
    return int(found) if found else None


def _dset(row: IncidentRow) -> int | None:
    return _CIVILIANS_DSET if violence(row) == 3 else None


def _gw(row: IncidentRow, side: int) -> int | None:
    parties = _sides(row)[side]
    return number(parties[0].country, "gw") if parties and parties[0].kind in STATE else None


def _dyad(row: IncidentRow) -> str | None:
    a, b = _name(row, 0), _name(row, 1)
    return f"{a} - {b}" if a and b else None


def _date_precision(row: IncidentRow) -> int | None:
    """1 a day, 2 up to six days, 3 a week, 4 a month, 5 up to a year."""
    days = settled.interval(row.incident.settled).days
    if days is None or days > 366:
        return None
    return next(code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366)) if days <= most)


def grid(latitude: float, longitude: float) -> int:
    """The cell of the PRIO-GRID, half a degree wide, counted from the south-west."""
    return min(floor((latitude + 90) * 2), 359) * 720 + min(floor((longitude + 180) * 2), 719) + 1


def _grid(row: IncidentRow) -> int | None:
    spot = settled.point(_place(row))
    return grid(*spot) if spot else None


def _wkt(row: IncidentRow) -> str | None:
    spot = settled.point(_place(row))
    return f"POINT ({spot[1]} {spot[0]})" if spot else None


def _bound(row: IncidentRow, which: str) -> int | None:
    return getattr(settled.toll(row.incident.settled, "killed"), which, None)


def _article(header: Header) -> str:
    told = ",".join(filter(None, (header.outlet, day(header.published), header.title)))
    return '"' + told.replace('"', "'") + '"'


def _original(row: IncidentRow) -> str:
    names = (said_by(event, claim) for event in row.events for claim in event.event.claims)
    return "; ".join(dict.fromkeys(name for name in names if name))


def _year(row: IncidentRow) -> int | None:
    first = settled.interval(row.incident.settled).first
    return first.year if first else None


COLUMNS: tuple[Column[IncidentRow], ...] = (
    Column("id", "our id of the incident: UCDP's numbers are UCDP's to give", lambda r: r.incident.id),
    empty("relid", "UCDP's own running number"),
    Column("year", "the year of date_start", _year, int),
    empty("active_year", "whether the conflict killed 25 in the year is counted by UCDP", int),
    empty("code_status", "nobody at UCDP has checked it"),
    Column("type_of_violence", "1 state-based, 2 non-state, 3 one-sided, by the kinds of both sides; empty where a "
           "side is not known, or is gunmen of no known group", violence, int),
    empty("conflict_dset_id", _CONFLICT, int),
    empty("conflict_new_id", _CONFLICT, int),
    empty("conflict_name", _CONFLICT),
    empty("dyad_dset_id", "dyads are numbered by UCDP", int),
    empty("dyad_new_id", "dyads are numbered by UCDP", int),
    Column("dyad_name", "both sides' names", _dyad),
    empty("side_a_dset_id", "the older number; side_a_new_id has the one in use", int),
    Column("side_a_new_id", "UCDP's number of the actor, where the actors' table has it", lambda r: _number(r, 0), int),
    Column("side_a", "who did it, or the state in a fight with one; a state's forces are “Government of …”",
           lambda r: _name(r, 0)),
    Column("side_b_dset_id", "9999 for civilians, as at UCDP; else empty", _dset, int),
    Column("side_b_new_id", "UCDP's number; 1 for civilians", lambda r: _number(r, 1), int),
    Column("side_b", "whom it was done to; “Civilians” in one-sided violence", lambda r: _name(r, 1)),
    Column("number_of_sources", "how many reports tell it", lambda r: len(r.incident.reports), int),
    Column("source_article", "outlet, date and title of each report",
           lambda r: ";".join(_article(header) for header in r.reports)),
    Column("source_office", "the outlets", lambda r: ";".join(header.outlet or "" for header in r.reports)),
    Column("source_date", "the days of publication", lambda r: ";".join(day(h.published) or "" for h in r.reports)),
    Column("source_headline", "the titles", lambda r: ";".join(header.title or "" for header in r.reports)),
    Column("source_original", "whom the reports name as their sources", _original),
    Column("where_prec", "1 settlement or finer, 3 district, 4 province, 6 country",
           lambda r: _WHERE.get(_place(r).precision or ""), int),
    Column("where_coordinates", "the name of the place that the coordinates stand for", lambda r: _place(r).name),
    Column("where_description", "the same with what holds it", lambda r: settled.in_words(_place(r))),
    Column("adm_1", "the province", lambda r: _place(r).admin1),
    Column("adm_2", "the district", lambda r: _place(r).admin2),
    Column("latitude", "of the place; empty for a whole country, which has no point", lambda r: _spot(r)[0], float),
    Column("longitude", "the same", lambda r: _spot(r)[1], float),
    Column("geom_wkt", "the same as a WKT point", _wkt),
    Column("priogrid_gid", "the cell of the PRIO-GRID, computed from the coordinates", _grid, int),
    Column("country", "the country, as GeoNames writes it", lambda r: nation(_place(r).country).name),
    Column("country_id", "its Gleditsch & Ward number", lambda r: number(_place(r).country, "gw"), int),
    Column("region", "UCDP's region of it", lambda r: nation(_place(r).country).ucdp_region),
    Column("event_clarity", "1 where the day is known; never 2: whether several events are told as one is not judged",
           lambda r: 1 if settled.interval(r.incident.settled).day else None, int),
    Column("date_prec", "1 a day, 2 up to six days, 3 a week, 4 a month, 5 up to a year, by the settled time",
           _date_precision, int),
    Column("date_start", "its first day", lambda r: day(settled.interval(r.incident.settled).first)),
    Column("date_end", "its last day", lambda r: day(settled.interval(r.incident.settled).last)),
    empty("deaths_a", _BY_SIDE, int),
    empty("deaths_b", _BY_SIDE, int),
    empty("deaths_civilians", _BY_SIDE, int),
    empty("deaths_unknown", _BY_SIDE, int),
    Column("best", "the settled best figure, the lowest where it is open or a range",
           lambda r: settled.figure(settled.best(r.incident, "killed")), int),
    Column("high", "the highest of all sources; empty where open (“at least”)", lambda r: _bound(r, "high"), int),
    Column("low", "the lowest of all sources", lambda r: _bound(r, "low"), int),
    Column("gwnoa", "Gleditsch & Ward number of side_a, if it is a state", lambda r: _gw(r, 0), int),
    Column("gwnob", "the same of side_b", lambda r: _gw(r, 1), int),
)  # fmt: skip
