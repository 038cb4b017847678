"""Incidents → a table with the 31 columns of an ACLED export, in ACLED's order.

In: incident rows. Out: columns. One thing to know: it is ACLED-like and not ACLED. Nobody at ACLED has coded it, so
what only their researchers could know (tags, the scale of a source) stays empty, and the ids are ours.
"""

from __future__ import annotations

from tacitus.export import flat, settled
from tacitus.export.columns import Column, day, empty
from tacitus.export.nations import nation
from tacitus.export.rows_of import IncidentRow
from tacitus.records import ontology
from tacitus.records.acled import STATE, sub_event
from tacitus.records.ontology import EventType
from tacitus.records.value import ActorValue, PlaceValue

#: ACLED's types of actor in the order of their codes, 1 to 8.
INTER = ("State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
         "External/Other forces")  # fmt: skip
_INTER = {
    **dict.fromkeys(("rebel",), "Rebel group"),
    **dict.fromkeys(("militia", "criminal", "gunmen"), "Political militia"),
    **dict.fromkeys(("civilians", "person"), "Civilians"),
    "protesters": "Protesters",
    "igo": "External/Other forces",
}
#: What is unarmed when it is attacked, and something else when it acts.
_VICTIMS = frozenset({"community", "media", "ngo", "company", "party"})
#: Who demonstrates or riots, where it is the act of such.
_CROWD = frozenset({"civilians", "protesters", "community", "person", "company", "party", "ngo"})
_DISORDER = {
    "Battles": "Political violence", "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence", "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}  # fmt: skip
_DISORDER_SUB = {
    "Mob violence": "Political violence", "Violent demonstration": "Demonstrations",
    "Excessive force against protesters": "Political violence; Demonstrations",
}  # fmt: skip
_GEO = {"exact": 1, "settlement": 1, "district": 2, "province": 3}
_NO_TEAM = "only ACLED's researchers can tell"


def fits(row: IncidentRow) -> bool:
    """Whether ACLED would count it: something that happened, of a type that it has."""
    return row.incident.realis == "actual" and _kind(row).acled_event is not None


def _kind(row: IncidentRow) -> EventType:
    return ontology.load()[row.incident.type]


def _types(row: IncidentRow) -> tuple[str | None, str | None]:
    """ACLED's event and sub-event type."""
    weapons = settled.of(row.incident.settled, "weapon")
    words = [told.words(told.event.trigger) for told in row.events]
    return sub_event(_kind(row), _side(row, False), _side(row, True), weapons, words)


def _place(row: IncidentRow) -> PlaceValue:
    return settled.place(row.incident.settled)


def _interval(row: IncidentRow) -> settled.Interval:
    return settled.interval(row.incident.settled)


def _time_precision(row: IncidentRow) -> int | None:
    """1 a day, 2 a week, 3 a month; ACLED has no code for less."""
    days = _interval(row).days
    return None if days is None or days > 31 else 1 if days == 1 else 2 if days <= 7 else 3


def _disorder(row: IncidentRow) -> str | None:
    event, sub = _types(row)
    return _DISORDER_SUB.get(sub or "") or _DISORDER.get(event or "")


def _side(row: IncidentRow, second: bool) -> list[ActorValue]:
    agents, targets, _ = settled.sides(row.incident.settled, symmetric=_kind(row).symmetric, distinct=True)
    return targets if second else agents


def _inter(row: IncidentRow, second: bool) -> str | None:
    """The type of the first actor of a side."""
    return next((_type(row, party, second) for party in _side(row, second)), None)


def _type(row: IncidentRow, party: ActorValue, second: bool) -> str | None:
    kind, here = party.kind or "", _place(row).country
    if kind in STATE:
        return INTER[7] if party.country and here and party.country != here else INTER[0]
    if kind in _CROWD and not second and _kind(row).acled_event in ("Riots", "Protests"):
        return INTER[4] if _kind(row).acled_event == "Riots" else INTER[5]
    if kind in _VICTIMS:
        return INTER[6] if second else INTER[3] if kind == "community" else None
    return _INTER.get(kind)


def _actor(row: IncidentRow, second: bool) -> str | None:
    return next((_name(row, party, second) for party in _side(row, second)), None)


def _others(row: IncidentRow, second: bool) -> str:
    names = [_name(row, party, second) for party in _side(row, second)]
    return "; ".join(name for name in dict.fromkeys(names) if name != names[0])


def _name(row: IncidentRow, party: ActorValue, second: bool) -> str:
    """The name; in ACLED's words for civilians, crowds and armed men of whom no more is known."""
    inter = _type(row, party, second)
    country = nation(party.country or _place(row).country).name
    within = f" ({country})" if country else ""
    if party.actor is None and inter in (INTER[4], INTER[5], INTER[6]):
        return f"{inter}{within}"
    return f"Unidentified Armed Group{within}" if party.actor is None and party.kind == "gunmen" else party.name


def _interaction(row: IncidentRow) -> str | None:
    """Both types, the lower code first; one alone is "only"."""
    types = [inter for inter in (_inter(row, False), _inter(row, True)) if inter]
    alone = len(types) == 1 and not _side(row, True)
    if len(types) == 2:
        return "-".join(sorted(types, key=INTER.index))
    return f"{types[0]} only" if alone else None


def _civilian(row: IncidentRow) -> str | None:
    at_them = _side(row, True) and _inter(row, True) in (INTER[6], INTER[5])
    return "Civilian targeting" if at_them and _disorder(row) != "Strategic developments" else None


def _spot(row: IncidentRow) -> tuple[float | None, float | None]:
    return settled.point(_place(row)) or (None, None)


def _year(row: IncidentRow) -> int | None:
    first = _interval(row).first
    return first.year if first else None


def _iso(row: IncidentRow) -> int | None:
    numeric = nation(_place(row).country).numeric
    return int(numeric) if numeric else None


COLUMNS: tuple[Column[IncidentRow], ...] = (
    Column("event_id_cnty", "our id of the incident: ACLED's ids are ACLED's to give", lambda r: r.incident.id),
    Column("event_date", "the first day of the settled time, ISO 8601", lambda r: day(_interval(r).first)),
    Column("year", "its year", _year, int),
    Column("time_precision", "1 known to the day, 2 to a week, 3 to a month; empty where less is known",
           _time_precision, int),
    Column("disorder_type", "by the event type", _disorder),
    Column("event_type", "of our type, by the ontology's crosswalk", lambda r: _types(r)[0]),
    Column("sub_event_type", "the same; an attack on armed men is a clash, and what state forces take is regained",
           lambda r: _types(r)[1]),
    Column("actor1", "who did it; of a fight, the side named first. People who bear no arms and whom no table knows "
           "are “Civilians (country)”, armed men of whom no more is known “Unidentified Armed Group (country)”",
           lambda r: _actor(r, False)),
    Column("assoc_actor_1", "who else is named on that side", lambda r: _others(r, False)),
    Column("inter1", "its type, by the party's kind; a state's forces in another country are External/Other forces",
           lambda r: _inter(r, False)),
    Column("actor2", "whom it was done to; of a fight, the side named second", lambda r: _actor(r, True)),
    Column("assoc_actor_2", "who else is named on that side", lambda r: _others(r, True)),
    Column("inter2", "its type", lambda r: _inter(r, True)),
    Column("interaction", "both types; empty where one of two is not known", _interaction),
    Column("civilian_targeting", "“Civilian targeting” where actor2 are civilians or protesters", _civilian),
    Column("iso", "the country's ISO 3166 number", _iso, int),
    Column("region", "ACLED's region of the country", lambda r: nation(_place(r).country).acled_region),
    Column("country", "its name, as GeoNames writes it", lambda r: nation(_place(r).country).name),
    Column("admin1", "the province", lambda r: _place(r).admin1),
    Column("admin2", "the district", lambda r: _place(r).admin2),
    empty("admin3", "the gazetteer has no third level"),
    Column("location", "the name of the place that the coordinates stand for", lambda r: _place(r).name),
    Column("latitude", "of the place; empty for a whole country, which has no point", lambda r: _spot(r)[0], float),
    Column("longitude", "the same", lambda r: _spot(r)[1], float),
    Column("geo_precision", "1 settlement or finer, 2 district, 3 province; empty for a country",
           lambda r: _GEO.get(_place(r).precision or ""), int),
    Column("source", "the reports' outlets, the earliest first", flat.outlets),
    empty("source_scale", f"how far an outlet reaches {_NO_TEAM}"),
    Column("notes", "a sentence put together from the settled fields, with the range of each toll; never a report's "
           "own sentence", lambda r: settled.sentence(r.incident)),
    Column("fatalities", "the settled best figure, the lowest where it is open or a range; empty, and not 0, where no "
           "report tells of deaths", lambda r: settled.figure(settled.best(r.incident, "killed")), int),
    empty("tags", _NO_TEAM),
    empty("timestamp", "the hour of ACLED's own upload"),
)  # fmt: skip
