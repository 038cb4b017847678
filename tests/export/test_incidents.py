"""Incidents in other people's columns: what is known is there in their codes, what is not is empty."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from tacitus.export import formats, geojson, settled
from tacitus.export.acled import COLUMNS as ACLED
from tacitus.export.acled import fits as fits_acled
from tacitus.export.rows_of import IncidentRow
from tacitus.export.ucdp import COLUMNS as UCDP
from tacitus.export.ucdp import fits as fits_ucdp
from tacitus.export.ucdp import grid
from tacitus.records.value import ActorValue, PlaceValue, TimeValue, TollValue
from tests.export import build
from tests.export.build import row, shelling

REBELS = ActorValue(None, "Blue Front", "rebel", "YEM")
MILITIA = ActorValue(None, "Hill Guard", "militia", "YEM")
FOREIGN = ActorValue("gov:SAU.airforce", "Saudi air force", "military", "SAU")
CROWD = ActorValue(None, "students", "protesters", "YEM")
GUNMEN = ActorValue(None, "gunmen", "gunmen", None)
MARKET = ActorValue(None, "vegetable market", None, None)


def cells(columns: tuple, of: IncidentRow) -> dict[str, Any]:
    return {column.name: column.value(of) for column in columns}


def acled(of: IncidentRow) -> dict[str, Any]:
    return cells(ACLED, of)


def ucdp(of: IncidentRow) -> dict[str, Any]:
    return cells(UCDP, of)


def test_acled_has_the_incident_in_its_codes() -> None:
    found = acled(shelling())
    assert found["event_date"] == "2018-03-09" and found["year"] == 2018 and found["time_precision"] == 1
    assert found["disorder_type"] == "Political violence"
    assert (found["event_type"], found["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert (found["actor1"], found["inter1"]) == ("Houthis", "Rebel group")
    assert (found["actor2"], found["inter2"]) == ("Civilians (Yemen)", "Civilians")
    assert found["interaction"] == "Rebel group-Civilians" and found["civilian_targeting"] == "Civilian targeting"
    assert (found["iso"], found["region"], found["country"]) == (887, "Middle East", "Yemen")
    assert (found["admin1"], found["admin2"], found["location"]) == ("Ta‘izz", "Al Qahirah", "Taiz")
    assert (found["latitude"], found["longitude"], found["geo_precision"]) == (13.57952, 44.02091, 1)
    assert found["source"] == "Invented Wire; The Daily Example"
    assert found["fatalities"] == 18 and "14–20 killed (best figure 18)" in found["notes"]
    assert "they differ on killed" in found["notes"]
    empty = {name for name, value in found.items() if value is None}
    assert empty == {"assoc_actor_1", "assoc_actor_2", "admin3", "source_scale", "tags", "timestamp"}


def test_acled_says_nothing_of_deaths_where_no_report_does() -> None:
    assert acled(row("arrest", arrested=TollValue(3, 3)))["fatalities"] is None


@pytest.mark.parametrize(
    ("low", "high", "figure"),
    [(6, 6, 6), (20, 30, 20), (36, 44, 40), (90, 110, 100), (30, None, 30), (0, 20, 0), (3, 4, 3), (0, 0, 0)],
)
def test_one_figure_for_a_toll(low: int, high: int | None, figure: int) -> None:
    assert settled.figure(TollValue(low, high)) == figure


@pytest.mark.parametrize(
    ("first", "last", "acled_code", "ucdp_code"),
    [
        ("2018-03-09", "2018-03-09", 1, 1),
        ("2018-03-09T18:00", "2018-03-09T23:59", 1, 1),
        ("2018-03-09", "2018-03-11", 2, 2),
        ("2018-03-05", "2018-03-11", 2, 3),
        ("2018-03-01", "2018-03-31", 3, 4),
        ("2018-01-01", "2018-12-31", None, 5),
        ("2010-01-01", "2019-12-31", None, None),
        ("2018-03-09", None, None, None),
        (None, None, None, None),
    ],
)
def test_time_in_each_scheme(
    first: str | None, last: str | None, acled_code: int | None, ucdp_code: int | None
) -> None:
    found = row(time=TimeValue(first, last, "day"), killed=TollValue(1, 1))
    assert acled(found)["time_precision"] == acled_code
    assert ucdp(found)["date_prec"] == ucdp_code
    assert ucdp(found)["date_start"] == (first[:10] if first else None)


@pytest.mark.parametrize(
    ("precision", "acled_code", "ucdp_code"),
    [
        ("exact", 1, 1),
        ("settlement", 1, 1),
        ("district", 2, 3),
        ("province", 3, 4),
        ("country", None, 6),
        (None, None, None),
    ],
)
def test_place_in_each_scheme(precision: str | None, acled_code: int | None, ucdp_code: int | None) -> None:
    found = row(place=replace(build.TAIZ, precision=precision), killed=TollValue(1, 1))
    assert acled(found)["geo_precision"] == acled_code
    assert ucdp(found)["where_prec"] == ucdp_code


def test_a_whole_country_has_no_point() -> None:
    found = row(place=build.YEMEN, killed=TollValue(1, 1))
    assert acled(found)["latitude"] is None and acled(found)["country"] == "Yemen"
    assert ucdp(found)["geom_wkt"] is None and ucdp(found)["priogrid_gid"] is None and ucdp(found)["country_id"] == 678
    feature = geojson.feature(found)
    assert feature["geometry"] is None and feature["properties"]["place_precision"] == "country"


def test_acled_types_of_actor() -> None:
    clash = acled(row("armed_clash", participant=(build.ARMY, REBELS, MILITIA), place=build.TAIZ))
    assert (clash["actor1"], clash["inter1"]) == ("Yemeni armed forces", "State forces")
    assert (clash["actor2"], clash["inter2"], clash["interaction"]) == (
        "Blue Front",
        "Rebel group",
        "State forces-Rebel group",
    )
    assert clash["assoc_actor_1"] is None and "also Hill Guard" in clash["notes"]  # whose side it is on is not told
    strike = acled(row("air_strike", perpetrator=FOREIGN, target=(REBELS, MARKET), place=build.TAIZ))
    assert strike["inter1"] == "External/Other forces" and strike["assoc_actor_2"] is None
    assert strike["interaction"] == "Rebel group-External/Other forces" and strike["civilian_targeting"] is None
    both = acled(row("armed_attack", perpetrator=(REBELS, MILITIA), target=build.ARMY))
    assert both["actor1"] == "Blue Front" and both["assoc_actor_1"] == "Hill Guard"
    attack = acled(
        row("armed_attack", perpetrator=GUNMEN, target=ActorValue(None, "judge", "person", "YEM"), place=build.TAIZ)
    )
    assert attack["actor1"] == "Unidentified Armed Group (Yemen)" and attack["inter1"] == "Political militia"
    assert attack["actor2"] == "Civilians (Yemen)"


def test_acled_crowds() -> None:
    march = acled(row("demonstration", perpetrator=CROWD))
    assert (march["actor1"], march["interaction"], march["disorder_type"]) == (
        "Protesters (Yemen)",
        "Protesters only",
        "Demonstrations",
    )
    block = acled(row("roadblock", perpetrator=(ActorValue(None, "miners", "civilians", "YEM"), CROWD)))
    assert block["actor1"] == "Protesters (Yemen)" and block["assoc_actor_1"] is None
    riot = acled(row("violent_demonstration", participant=CROWD))
    assert riot["inter1"] == "Rioters" and riot["disorder_type"] == "Demonstrations"
    force = acled(row("excessive_force", perpetrator=build.ARMY, target=CROWD))
    assert force["interaction"] == "State forces-Protesters" and force["civilian_targeting"] == "Civilian targeting"
    assert force["disorder_type"] == "Political violence; Demonstrations"
    assert (
        acled(row("mob_violence", perpetrator=ActorValue(None, "mob", "civilians", None)))["disorder_type"]
        == "Political violence"
    )


def test_unknown_sides_stay_empty() -> None:
    found = acled(row("bombing", target=build.PEOPLE))
    assert found["actor1"] is found["inter1"] is found["interaction"] is None
    assert found["inter2"] == "Civilians" and found["civilian_targeting"] == "Civilian targeting"
    assert acled(row("bombing"))["interaction"] is None


def test_schemes_take_what_they_count_as_an_event() -> None:
    assert fits_acled(row("bombing")) and fits_acled(row("arrest"))
    assert not fits_acled(row("meeting")) and not fits_acled(row("bombing", "threatened"))
    assert not fits_acled(row("bombing", "historical"))
    assert fits_ucdp(row("bombing", killed=TollValue(1, None))) and fits_ucdp(row("bombing", killed=TollValue(0, 3)))
    assert not fits_ucdp(row("bombing")) and not fits_ucdp(row("bombing", killed=TollValue(0, 0)))
    assert not fits_ucdp(row("judicial_execution", killed=TollValue(1, 1)))
    file = io.StringIO()
    count = formats.write(formats.named("acled"), [row("bombing"), row("meeting"), row("visit")], file)
    assert (count.written, count.left_out) == (1, 2) and len(file.getvalue().splitlines()) == 2


def test_ucdp_has_the_incident_in_its_codes() -> None:
    found = ucdp(shelling())
    assert (found["type_of_violence"], found["dyad_name"]) == (3, "Houthis - Civilians")
    assert (found["side_a"], found["side_a_new_id"], found["side_b"]) == ("Houthis", 1091, "Civilians")
    assert (found["side_b_dset_id"], found["side_b_new_id"]) == (9999, 1)
    assert (found["best"], found["low"], found["high"]) == (18, 14, 20)
    assert found["number_of_sources"] == 2 and found["source_original"] == "Salma Absi"
    assert (
        found["source_article"]
        == '"Invented Wire,2018-03-09,Rockets hit market";"The Daily Example,2018-03-10,Toll rises"'
    )
    assert found["geom_wkt"] == "POINT (44.02091 13.57952)" and found["region"] == "Middle East"
    assert found["where_description"] == "Taiz, Ta‘izz, Yemen"
    for name in (
        "relid",
        "active_year",
        "code_status",
        "conflict_name",
        "dyad_new_id",
        "deaths_a",
        "deaths_civilians",
        "gwnoa",
    ):
        assert found[name] is None


def test_ucdp_leaves_an_open_high_empty() -> None:
    found = ucdp(row(killed=TollValue(30, None)))
    assert (found["best"], found["low"], found["high"]) == (30, 30, None)


@pytest.mark.parametrize(
    ("perpetrator", "target", "code", "side_a"),
    [
        (build.ARMY, REBELS, 1, "Government of Yemen"),
        (REBELS, build.ARMY, 1, "Government of Yemen"),
        (REBELS, MILITIA, 2, "Blue Front"),
        (build.ARMY, build.PEOPLE, 3, "Government of Yemen"),
        (FOREIGN, build.ARMY, 1, "Government of Saudi Arabia"),
        (GUNMEN, build.PEOPLE, None, "gunmen"),
        ((), build.PEOPLE, None, None),
        (REBELS, (), None, "Blue Front"),
        (ActorValue(None, "herders", "community", None), ActorValue(None, "farmers", "community", None), 2, "herders"),
    ],
)
def test_ucdp_type_of_violence(perpetrator: Any, target: Any, code: int | None, side_a: str | None) -> None:
    found = ucdp(row("armed_attack", perpetrator=perpetrator, target=target, killed=TollValue(1, 1)))
    assert (found["type_of_violence"], found["side_a"]) == (code, side_a)


def test_ucdp_numbers_states() -> None:
    found = ucdp(row("armed_clash", participant=(REBELS, build.ARMY), killed=TollValue(1, 1)))
    assert (found["side_a"], found["gwnoa"], found["gwnob"]) == ("Government of Yemen", 678, None)
    assert found["side_a_new_id"] and found["side_b_new_id"] is None


def test_the_grid_is_prios() -> None:
    assert grid(35.763369, 36.558974) == 181154 and grid(23.690225, 98.765042) == 163998  # as UCDP has them
    assert grid(-90, -180) == 1 and grid(90, 180) == 259200


def test_geojson_is_a_collection_of_features() -> None:
    nowhere = row("bombing", place=PlaceValue("market"))
    found = json.loads(build.text("geojson", shelling(), nowhere))
    assert found["type"] == "FeatureCollection" and len(found["features"]) == 2
    first, second = found["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [44.02091, 13.57952]}
    assert first["properties"]["killed_high"] == 20 and first["properties"]["injured_high"] is None
    assert second["geometry"] is None and second["properties"]["place"] == "market"
    assert json.loads(build.text("geojson"))["features"] == []


def test_hxl_has_hashtags_in_the_second_row() -> None:
    head, tags, first = csv.reader(io.StringIO(build.text("hxl", shelling())))
    assert len(head) == len(tags) == len(first) and all(tag.startswith("#") for tag in tags)
    found = dict(zip(tags, first, strict=True))
    assert found["#affected+killed+min"] == "14" and found["#affected+injured+max"] == ""
    assert found["#country+code+v_iso3"] == "YEM" and found["#geo+lat"] == "13.57952"


def test_json_lines_hold_everything() -> None:
    [line] = map(json.loads, build.text("jsonl", shelling()).splitlines())
    assert line["best"] == {"killed": {"low": 18, "high": 18}} and len(line["dissent"]) == 2
    assert len(line["claims"]) == 12 and {claim["report"] for claim in line["claims"]} == {"r1", "r2"}
    for claim in line["claims"]:
        assert build.SHELLING[claim["start"] : claim["end"]] == claim["text"]


def test_no_report_s_sentence_is_in_a_note() -> None:
    for name in ("acled", "ucdp", "csv", "hxl", "geojson", "icews", "gdelt", "polecat", "plover"):
        written = build.text(name, shelling())
        assert "We ran" not in written and "hit a market" not in written, name
