"""Units that changed: what held a place on the day of the report, and what armed groups say of where it lies."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.records.span import Span
from tacitus.records.value import PlaceValue
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.grounds import Grounds
from tacitus.resolve.places.mentions import resolve_places
from tacitus.resolve.places.times import load, times_of


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def place(gazetteer: Gazetteer, text: str, name: str, published: date | None = None, *actors: str) -> PlaceValue:
    span = Span(text.index(name), text.index(name) + len(name))
    countries = {"IND": 1.0} if actors else {}
    return resolve_places(
        text, [span], countries=countries, gazetteer=gazetteer, published=published, actors=actors
    )[span]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "day", "country", "admin1"),
    [
        ("Nizamabad district", date(2014, 6, 1), "IND", "Andhra Pradesh"),
        ("Nizamabad district", date(2014, 6, 2), "IND", "Telangana"),
        ("Nizamabad district", None, "IND", "Telangana"),
        ("Ranchi", date(1999, 5, 4), "IND", "Bihar"),
        ("Guntur", date(1999, 5, 4), "IND", "Andhra Pradesh"),
        ("Leh", date(2018, 1, 1), "IND", "Jammu and Kashmir"),
        ("Bunia", date(2003, 5, 14), "COD", "Orientale"),
        ("Juba", date(2010, 1, 1), "SDN", "Central Equatoria"),
        ("Juba", date(2012, 1, 1), "SSD", "Central Equatoria"),
        ("Dili", date(1999, 9, 1), "IDN", "Díli"),
    ],
)
def test_a_place_lies_where_it_lay_that_day(
    gazetteer: Gazetteer, name: str, day: date | None, country: str, admin1: str
) -> None:
    found = place(gazetteer, f"Shots were fired in {name}.", name, day)
    assert found.country == country
    assert found.admin1 == admin1 or name == "Dili"


def test_what_held_a_place_once_still_tells_which_is_meant(gazetteer: Gazetteer) -> None:
    text = "Rebels burnt a bus in Adilabad district of Andhra Pradesh."
    found = place(gazetteer, text, "Adilabad district")
    assert (found.admin1, found.precision) == ("Telangana", "district")
    assert found.lat == pytest.approx(19.67, abs=0.3)


def test_every_unit_of_the_table_that_stands_today_is_in_the_gazetteer(gazetteer: Gazetteer) -> None:
    times = times_of(gazetteer)
    known = {times.province(row, date(1990, 1, 1)) or times.country(row, date(1990, 1, 1)) for row in times._units}
    assert len(times._units) == len(load())
    assert {"Andhra Pradesh", "Katanga", "SDN"} <= known


def test_where_a_group_fights_tells_namesakes_apart(gazetteer: Gazetteer) -> None:
    text = "Rebels abducted a teacher in Bijapur District."
    assert place(gazetteer, text, "Bijapur District").admin1 == "Karnataka"
    assert place(gazetteer, text, "Bijapur District", None, "ucdp:195").admin1 == "Chhattisgarh"


def test_grounds_speak_for_what_is_near_and_never_against(gazetteer: Gazetteer) -> None:
    near, far = (
        next(p for p in gazetteer.lookup(name) if p.kind == "settlement" and p.country == "IND")
        for name in ("Sukma", "Mysuru")
    )
    fought = Grounds(["ucdp:195", None, "ucdp:0"])
    beside, away = fought.weights([near, far])
    assert beside > 0.5 > 0.1 > away >= 0
    assert Grounds().weights([near]) == [0]
