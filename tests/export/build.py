"""Invented incidents for the exports, with the words that their claims were read from."""

from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

from pyarrow import parquet

from tacitus.export import formats
from tacitus.export.rows_of import EventRow, Header, IncidentRow
from tacitus.records.event import Claim, Event, Said, Settled
from tacitus.records.incident import Dissent, Incident
from tacitus.records.report import content_id
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TimeValue, TollValue, Value, WeaponValue

SHELLING = 'Houthi rockets hit a market in Taiz on Friday, killing at least 14 people, medic Salma Absi said. "We ran."'
HOUTHIS = ActorValue("ucdp:1091", "Houthis", "rebel", "YEM")
ARMY = ActorValue("gov:YEM.military", "Yemeni armed forces", "military", "YEM")
PEOPLE = ActorValue(None, "people", "civilians", "YEM")
ABSI = ActorValue(None, "Salma Absi", "person", None)
TAIZ = PlaceValue(
    "Taiz", "settlement", "YEM", "Ta‘izz", "Al Qahirah", 13.57952, 44.02091, "settlement", "geonames:70225"
)
YEMEN = PlaceValue("Yemen", "country", "YEM", None, None, 15.5, 47.5, "country", "geonames:69543")
FRIDAY = TimeValue("2018-03-09", "2018-03-09", "day")
MARCH = TimeValue("2018-03-01", "2018-03-31", "month")
WIRE = Header("r1", "https://news.example/taiz-market", "Invented Wire", "Rockets hit market", date(2018, 3, 9))
DAILY = Header("r2", None, "The Daily Example", "Toll rises", date(2018, 3, 10))


def span(words: str, text: str = SHELLING) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claim(field: str, value: Value, words: str, by: Said | None = None, text: str = SHELLING) -> Claim:
    return Claim(content_id(field, words), field, value, span(words, text), by, "asserted", 0.75)


def fields(**settled: Value | tuple[Value, ...]) -> tuple[Settled, ...]:
    return tuple(Settled(name, v if isinstance(v, tuple) else (v,)) for name, v in settled.items())


def event(
    kind: str = "shelling", realis: str = "actual", id_: str = "e1", **settled: Value | tuple[Value, ...]
) -> Event:
    return Event(id_, kind, realis, 0.9, span("hit"), (span("hit"), span("killing")), (), fields(**settled))


def told() -> EventRow:
    """The rockets on the market, as the wire tells them."""
    medic = Said(span("medic Salma Absi"), ABSI)
    claims = (
        claim("perpetrator", HOUTHIS, "Houthi"),
        claim("weapon", WeaponValue("rockets", "rocket"), "rockets"),
        claim("place", TAIZ, "Taiz"),
        claim("time", FRIDAY, "Friday"),
        claim("killed", TollValue(14, None, "people"), "at least 14 people", medic),
        claim("target", PEOPLE, "people", medic),
    )
    settled = event(
        perpetrator=HOUTHIS, target=PEOPLE, place=TAIZ, time=FRIDAY, killed=TollValue(14, None),
        weapon=WeaponValue("rockets", "rocket"),
    ).settled  # fmt: skip
    return EventRow(replace(event(), claims=claims, settled=settled), WIRE, SHELLING)


def incident(kind: str = "shelling", realis: str = "actual", **settled: Value | tuple[Value, ...]) -> Incident:
    return Incident("i1", kind, realis, "single-source", fields(**settled), (), ("e1",), ("r1",))


def row(kind: str = "shelling", realis: str = "actual", **settled: Value | tuple[Value, ...]) -> IncidentRow:
    """An incident of which only this is settled."""
    return IncidentRow(incident(kind, realis, **settled), (EventRow(event(kind, realis, **settled), WIRE, SHELLING),))


def shelling() -> IncidentRow:
    """The rockets on the market: two reports, two tolls."""
    later = replace(told(), event=replace(told().event, id="e2"), report=DAILY)
    settled = (
        *fields(perpetrator=HOUTHIS, target=PEOPLE, place=TAIZ, time=FRIDAY, weapon=WeaponValue("rockets", "rocket")),
        *fields(killed=TollValue(14, 20), injured=TollValue(31, None)),
    )
    medic = Dissent("killed", TollValue(20, 20), "Salma Absi", ("r2",))
    wire = Dissent("killed", TollValue(14, None), "Invented Wire", ("r1",))
    whole = Incident(
        "i1", "shelling", "actual", "contested", settled, ("killed",), ("e1", "e2"), ("r1", "r2"), (medic, wire),
        ("both tell of Taiz on 9 March", "both quote Absi"), 2, fields(killed=TollValue(18, 18)),
    )  # fmt: skip
    return IncidentRow(whole, (told(), later))


def hostile() -> IncidentRow:
    """Names that a spreadsheet would run, with a tab, a line end, quotes, a null byte and half a character."""
    who = ActorValue(None, '=HYPERLINK("https://evil.example")', "rebel", "YEM")
    whom = ActorValue(None, '@SUM(1)\tand\n"others"\x00\ud800', "militia", "YEM")
    where = replace(TAIZ, name="+1-800-TAIZ", admin2="  -2+3", precision="exact")
    made = row("armed_clash", perpetrator=who, target=whom, place=where, time=FRIDAY, killed=TollValue(2, 2))
    reports = tuple(replace(each, report=replace(WIRE, outlet="=cmd|' /C calc'!A0")) for each in made.events)
    return IncidentRow(made.incident, reports)


def text(name: str, *rows: IncidentRow | EventRow, redact: bool = False) -> str:
    """What the format writes; of incidents, their events where the format takes events."""
    file = StringIO()
    formats.write(formats.named(name), fit(name, rows), file, redact_private=redact)
    return file.getvalue()


def data(name: str, *rows: IncidentRow | EventRow, redact: bool = False) -> bytes:
    file = BytesIO()
    formats.write(formats.named(name), fit(name, rows), file, redact_private=redact)
    return file.getvalue()


def fit(name: str, rows: tuple[IncidentRow | EventRow, ...]) -> list:  # type: ignore[type-arg]
    if formats.named(name).rows == "incidents":
        return list(rows)
    return [e for each in rows for e in (each.events if isinstance(each, IncidentRow) else (each,))]


def arrow(written: bytes) -> list:  # type: ignore[type-arg]
    """The rows of a Parquet file."""
    return parquet.read_table(BytesIO(written)).to_pylist()
