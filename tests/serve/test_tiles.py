"""Vector tiles: what GDAL reads in them is what is in the ledger."""

import math
from pathlib import Path
from typing import Any

import geopandas
import pytest

from tacitus.serve import mvt, tiles
from tests.serve.conftest import Browser, Json, problem


def read(path: Path, data: bytes) -> Any:
    """The tile as GDAL sees it, in the units of its grid; y from the south."""
    path.write_bytes(data)
    return geopandas.read_file(path, layer="incidents")


def at(z: int, row: Json) -> tuple[int, int]:
    """The tile that holds an incident."""
    many = 1 << z
    south = (1 - math.asinh(math.tan(math.radians(row["lat"]))) / math.pi) / 2
    return int((row["lon"] + 180) / 360 * many), int(south * many)


def test_the_whole_world_in_one_tile(client: Browser, tmp_path: Path) -> None:
    answer = client.get("/api/v1/tiles/0/0/0.mvt")
    assert answer.headers["Content-Type"] == "application/vnd.mapbox-vector-tile" and answer.headers["ETag"]
    found = read(tmp_path / "0.mvt", answer.content)
    listed = {row["id"]: row for row in client.items("incidents")}
    assert set(found["id"]) == set(listed) and found["count"].tolist() == [1] * 4
    for _, feature in found.iterrows():
        row = listed[feature["id"]]
        assert feature["killed_low"] == row["settled"]["killed"]["low"] and feature["grade"] == row["grade"]
        assert abs(feature.geometry.x / mvt.EXTENT * 360 - 180 - row["lon"]) < 360 / mvt.EXTENT


@pytest.mark.parametrize("z", [3, 9, 14])
def test_an_incident_is_in_its_tile_and_not_in_others(client: Browser, tmp_path: Path, z: int) -> None:
    for row in client.items("incidents"):
        x, y = at(z, row)
        found = read(tmp_path / "one.mvt", client.get(f"/api/v1/tiles/{z}/{x}/{y}.mvt").content)
        assert row["id"] in set(found["id"])
    assert client.get(f"/api/v1/tiles/{z}/0/0.mvt").content == b""


def test_filters_hold_in_tiles_too(client: Browser, tmp_path: Path) -> None:
    found = read(tmp_path / "a.mvt", client.get("/api/v1/tiles/0/0/0.mvt?type=meeting").content)
    assert found["family"].tolist() == ["diplomacy"]
    found = read(tmp_path / "b.mvt", client.get("/api/v1/tiles/1/1/0.mvt?box=60,30,75,40").content)
    assert len(found) == 2
    assert client.get("/api/v1/tiles/1/0/1.mvt?box=60,30,75,40").content == b""
    assert problem(client.get("/api/v1/tiles/0/0/0.mvt?type=nothing"), 422)


def test_many_that_are_near_are_one(client: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "SINGLE", 3)
    found = read(tmp_path / "many.mvt", client.get("/api/v1/tiles/0/0/0.mvt").content)
    assert sorted(found["count"]) == [1, 1, 2]
    ids = {row["id"] for row in client.items("incidents")}
    both = found[found["count"] == 2].iloc[0]
    assert (both["killed_low"], both["family"]) == (43, "violence") and both["id"] not in ids


def test_there_is_no_tile_beyond_the_world(client: Browser) -> None:
    assert "0 to 3" in problem(client.get("/api/v1/tiles/2/4/0.mvt"), 404)
    problem(client.get("/api/v1/tiles/15/0/0.mvt"), 422)
    problem(client.get("/api/v1/tiles/1/0/0.png"), 404)


def test_numbers_and_words_of_every_kind_come_back(tmp_path: Path) -> None:
    told = {
        "word": "Ta\u02bfizz \u0639\u062f\u0646",
        "small": -3,
        "large": 1 << 40,
        "share": 0.5,
        "none": None,
        "one": 1,
    }
    points = [mvt.Point(0, 0, told), mvt.Point(mvt.EXTENT, 4000, {"word": "b", "one": 1})]
    found = read(tmp_path / "kinds.mvt", mvt.tile("incidents", points))
    assert [found[name][0] for name in ("word", "small", "large", "share", "one")] == [
        told[name] for name in ("word", "small", "large", "share", "one")
    ]
    assert "none" not in found.columns
    assert [(p.x, p.y) for p in found.geometry] == [(0, mvt.EXTENT), (mvt.EXTENT, mvt.EXTENT - 4000)]
