"""Private persons are left out of every format; whom a table knows, and what happened, stay."""

import json
from dataclasses import replace

import pytest

from tacitus.export import formats, redact
from tacitus.export.rows_of import EventRow, Header, IncidentRow
from tacitus.records.event import Settled
from tacitus.records.incident import Dissent
from tacitus.records.value import ActorValue, ContentValue, PlaceValue, TollValue
from tests.export import build
from tests.export.build import claim, fields, span

TEXT = "Gunmen shot teacher Amina Noor and Omar, 12, at Noor's house in Taiz, her brother Idris Noor told the Wire."
AMINA = ActorValue(None, "Amina Noor", "person", "YEM")
OMAR = ActorValue(None, "Omar", "civilians", "YEM")
IDRIS = ActorValue(None, "Idris Noor", "person", "YEM")
MAYOR = ActorValue("office:YEM.president", "president of Yemen", "person", "YEM")
HOUSE = PlaceValue("Noor's house", "house")
NAMES = ("Amina", "Noor", "Omar", "Idris")


def shooting() -> IncidentRow:
    """Two named victims, a named witness, an address and a title with a name in them."""
    told = build.event("armed_attack", id_="e9")
    said = build.Said(span("Idris Noor", TEXT), IDRIS)
    claims = (
        claim("target", AMINA, "Amina Noor", said, TEXT),
        claim("target", OMAR, "Omar", None, TEXT),
        claim("place", HOUSE, "Noor's house", None, TEXT),
        claim("place", build.TAIZ, "Taiz", None, TEXT),
        claim("killed", TollValue(2, 2, "Amina Noor and Omar"), "Amina Noor and Omar", said, TEXT),
        claim("content", ContentValue("Amina Noor was shot"), "shot", None, TEXT),
    )
    settled = fields(
        perpetrator=ActorValue(None, "gunmen", "gunmen", None), target=(AMINA, OMAR, MAYOR), place=(HOUSE, build.TAIZ),
        time=build.FRIDAY, killed=TollValue(2, 2), content=ContentValue("Amina Noor was shot"),
    )  # fmt: skip
    event = replace(told, trigger=span("shot", TEXT), mentions=(span("shot", TEXT),), claims=claims, settled=settled)
    report = Header("r9", "https://news.example/2018/amina-noor-shot", "Invented Wire", "Amina Noor shot", None)
    whole = build.incident("armed_attack")
    dissent = (
        Dissent("target", AMINA, "Idris Noor; Invented Wire", ("r9",)),
        Dissent("killed", TollValue(1, 1, "Omar"), "Idris Noor", ("r9",)),
    )
    whole = replace(
        whole, settled=settled, best=(Settled("killed", (TollValue(2, 2, "Omar and Amina Noor"),)),), events=("e9",),
        reports=("r9",), dissent=dissent, reasons=("both name Amina Noor", "the same day"),
    )  # fmt: skip
    return IncidentRow(whole, (EventRow(event, report, TEXT),))


@pytest.mark.parametrize("name", sorted(name for name, made in formats.FORMATS.items() if made.rows != "reports"))
def test_no_format_names_a_private_person(name: str) -> None:
    make = build.data if formats.named(name).binary else build.text
    written, whole = make(name, shooting(), redact=True), make(name, shooting())
    if isinstance(written, bytes) and isinstance(whole, bytes):
        written, whole = written.decode("latin-1"), whole.decode("latin-1")
    if name.startswith("parquet"):  # compressed
        written = str(build.arrow(build.data(name, shooting(), redact=True)))
        whole = str(build.arrow(build.data(name, shooting())))
    assert any(each.lower() in whole.lower() for each in NAMES), "nothing to leave out"
    assert not [each for each in NAMES if each.lower() in written.lower()]


def test_what_happened_stays() -> None:
    [line] = map(json.loads, build.text("jsonl", shooting(), redact=True).splitlines())
    assert line["settled"]["killed"] == {"low": 2, "high": 2} and line["best"]["killed"] == {"low": 2, "high": 2}
    assert [each["name"] for each in line["settled"]["target"]] == ["person", "civilians", "president of Yemen"]
    assert line["settled"]["perpetrator"]["name"] == "gunmen"
    assert line["reasons"] == ["the same day"]
    assert [each["by"] for each in line["dissent"]] == ["person; Invented Wire", "person"]
    assert [claim["field"] for claim in line["claims"]] == ["target", "target", "place", "killed"]
    assert line["claims"][0]["said_by"]["actor"]["name"] == "person" and line["claims"][0]["text"] is None


def test_their_place_is_its_district() -> None:
    hidden = redact.incident(shooting())
    [place] = hidden.incident.of("place")
    assert place == PlaceValue("Al Qahirah", None, "YEM", "Ta‘izz", "Al Qahirah", 13.6, 44.0, "district")
    assert hidden.events[0].report == Header("r9", "https://news.example/", "Invented Wire", None, None)
    assert hidden.events[0].text is None


def test_where_nobody_is_left_out_the_place_stays() -> None:
    clash = build.row("armed_clash", participant=(build.HOUTHIS, build.ARMY), place=build.TAIZ)
    hidden = redact.incident(clash)
    assert hidden.incident == clash.incident
    assert hidden.events[0].report == replace(build.WIRE, title=None)


def test_coarse_places_stay_as_they_are() -> None:
    for place in (build.YEMEN, replace(build.TAIZ, precision="province"), PlaceValue("Ta‘izz", precision="province")):
        row = build.row("armed_attack", target=AMINA, place=place)
        assert redact.incident(row).incident.of("place") == (place,)


@pytest.mark.parametrize(
    ("field", "value", "is_private"),
    [
        ("target", AMINA, True), ("speaker", IDRIS, True),
        ("perpetrator", ActorValue(None, "a man", "person", None), True),
        ("target", OMAR, True), ("target", ActorValue(None, "عمر", "civilians", None), True),
        ("speaker", OMAR, True), ("target", ActorValue(None, "Omar", None, None), True),
        ("perpetrator", ActorValue(None, "Blue Front", None, None), False),
        ("target", build.PEOPLE, False), ("target", MAYOR, False), ("speaker", build.HOUTHIS, False),
        ("target", ActorValue(None, "Doctors Abroad", "ngo", None), False), ("killed", TollValue(1, 1), False),
    ],
)  # fmt: skip
def test_who_is_private(field: str, value: build.Value, is_private: bool) -> None:
    assert redact.private(field, value) == is_private
