"""Rulings: kept with name and reason, undone, and never made on what has changed unseen."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.serve.conftest import AMAL, BORIS, REMOTE, Browser, Json, problem


def of(client: Browser, kind: str) -> Json:
    [found] = client.items(f"incidents?type={kind}")
    return found


def ruling(incident: Json, kind: str = "confirm", **more: Any) -> Json:
    return {
        "kind": kind,
        "events": incident["events"][:1],
        "reason": "the hospital's list",
        "seen": incident["changed"],
        **more,
    }


def correction(incident: Json, field: str, value: Any) -> Json:
    return ruling(incident, "correct", field=field, value=value)


def test_a_correction_settles_the_field_and_can_be_undone(client: Browser) -> None:
    before = of(client, "armed_clash")
    made = client.act("rulings", correction(before, "killed", {"low": 15, "high": 17}))
    assert made.status_code == 201
    after = of(client, "armed_clash")
    assert after["settled"]["killed"] == {"low": 15, "high": 17}
    whole = client.get(f"/api/v1/incidents/{after['id']}").json()
    assert [each["id"] for each in whole["rulings"]] == [made.json()["id"]]
    assert whole["rulings"][0]["reason"] == "the hospital's list"
    gone = client.delete(f"/api/v1/rulings/{made.json()['id']}", headers=client.proof())
    assert gone.status_code == 200 and gone.json()["undone"]
    assert of(client, "armed_clash")["settled"] == before["settled"]
    assert [each["undone"] is not None for each in client.items("rulings")] == [True]
    assert "already" in problem(client.delete(f"/api/v1/rulings/{made.json()['id']}", headers=client.proof()), 409)
    problem(client.delete("/api/v1/rulings/nothing", headers=client.proof()), 404)


def test_apart_same_and_reject(client: Browser) -> None:
    one = of(client, "bombing")
    told = {"kind": "apart", "events": one["events"], "reason": "two towns", "seen": one["changed"]}
    apart = client.act("rulings", told)
    assert apart.status_code == 201, apart.text
    first, second = client.items("incidents?type=bombing")
    assert apart.json()["incidents"] == {each["events"][0]: each["id"] for each in (first, second)}
    problem(client.act("rulings", told), 409)
    both = {each["id"]: each["changed"] for each in (first, second)}
    told = {
        "kind": "same",
        "events": [first["events"][0], second["events"][0]],
        "reason": "one after all",
        "seen": both,
    }
    problem(client.act("rulings", {**told, "seen": {**both, first["id"]: "2020"}}), 409)
    undone = client.delete(f"/api/v1/rulings/{apart.json()['id']}", headers=client.proof())
    one = of(client, "bombing")
    assert undone.status_code == 200 and undone.json()["incidents"] == dict.fromkeys(one["events"], one["id"])
    rejected = client.act("rulings", ruling(one, "reject"))
    assert rejected.status_code == 201
    left = of(client, "bombing")
    assert one["events"][0] not in left["events"] and rejected.json()["incidents"] == {left["events"][0]: left["id"]}
    last = client.act("rulings", ruling(left, "reject"))
    assert last.json()["incidents"] == {} and not client.items("incidents?type=bombing")


def test_of_two_reviewers_the_second_is_told(remote: Browser) -> None:
    amal, boris = (Browser(remote.app, base_url=REMOTE) for _ in range(2))
    for browser, (name, password) in ((amal, AMAL), (boris, BORIS)):
        assert browser.post("/api/v1/session", json={"name": name, "password": password}).status_code == 200
    seen = of(amal, "shelling")
    assert of(boris, "shelling") == seen
    assert amal.act("rulings", correction(seen, "killed", {"low": 41, "high": 41})).status_code == 201
    late = boris.act("rulings", correction(seen, "killed", {"low": 44, "high": 44}))
    assert "has changed" in problem(late, 409)
    now = of(boris, "shelling")
    assert late.json()["changed"] == now["changed"] and late.json()["incident"] == now["id"]
    assert boris.act("rulings", correction(now, "killed", {"low": 44, "high": 44})).status_code == 201
    assert {each["by"] for each in amal.items("rulings")} == {"amal", "boris"}
    assert of(amal, "shelling")["settled"]["killed"] == {"low": 44, "high": 44}


def test_on_loopback_a_name_can_be_given_and_elsewhere_not(client: Browser, remote: Browser) -> None:
    assert client.act("rulings", ruling(of(client, "meeting"), by="Dr. Okoro")).json()["by"] == "Dr. Okoro"
    remote.post("/api/v1/session", json=dict(zip(("name", "password"), AMAL, strict=True)))
    assert remote.act("rulings", ruling(of(remote, "shelling"), by="boris")).json()["by"] == "amal"


VALUES = [
    ("place", {"name": "Tesfa", "country": "SOM", "lat": 2.5, "lon": 45, "precision": "settlement"}),
    ("time", {"earliest": "2020-03-14", "latest": "2020-03-15T08:30", "precision": "day"}),
    ("perpetrator", {"actor": None, "name": "gunmen", "kind": "gunmen", "country": None}),
    ("weapon", {"name": "mortar", "kind": None}), ("content", {"text": "they would come"}), ("injured", None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), VALUES)
def test_each_kind_of_value_can_be_corrected(client: Browser, field: str, value: Any) -> None:
    response = client.act("rulings", correction(of(client, "armed_clash"), field, value))
    assert response.status_code == 201, response.text
    assert client.get("/api/v1/incidents").status_code == 200


WRONG: list[Json] = [
    {"field": None}, {"field": "colour"}, {"field": "killed", "value": {"low": "many"}},
    {"field": "killed", "value": {"low": 5, "high": 3}}, {"field": "killed", "value": {"low": -1}},
    {"field": "killed", "value": {"low": 10**20}}, {"field": "killed", "value": {"low": True}},
    {"field": "killed", "value": [1]},
    {"field": "place", "value": {"name": "X", "lat": 91, "lon": 0}},
    {"field": "place", "value": {"name": "X", "lat": 1}},
    {"field": "time", "value": {"earliest": "2020-02-30"}}, {"field": "time", "value": {"earliest": "soon"}},
    {"field": "perpetrator", "value": {"name": "X", "kind": "alien"}}, {"field": "content", "value": {}},
    {"field": "perpetrator", "value": {"name": "X", "more": 1}}, {"kind": "same"}, {"kind": "bless"}, {"reason": "  "},
    {"reason": "a\0b"}, {"events": []}, {"events": ["a", "a"], "kind": "apart"}, {"seen": {}}, {"colour": 1},
    {"seen": 5}, {"seen": {"a": 5}}, {"events": "a"}, {"events": ["a", "b", "c"]}, {"reason": None}, {"by": 7},
    {"field": "killed", "value": {"high": 5}}, {"field": "killed", "value": {"low": 1, "lots": 2}},
    {"field": "place", "value": {"name": "X", "country": "Mali"}}, {"field": "place", "value": {"name": "x" * 300}},
    {"field": "weapon", "value": {"name": ["x"]}}, {"field": "time", "value": {"precision": "eon"}},
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=json.dumps)
def test_what_cannot_be_ruled_is_refused_and_changes_nothing(client: Browser, wrong: Json) -> None:
    incident = of(client, "armed_clash")
    told = {**correction(incident, "killed", {"low": 1, "high": 1}), **wrong}
    said = problem(client.act("rulings", told), 422)
    assert not re.search(r"Input|Field required|String|List|Extra|pattern|_[A-Z]|constrained", said), said
    assert client.items("rulings") == [] and of(client, "armed_clash") == incident


def test_a_value_that_is_no_number_is_refused(client: Browser) -> None:
    told = json.dumps(correction(of(client, "armed_clash"), "place", {"name": "X", "lat": float("nan"), "lon": 1.0}))
    headers = {**client.proof(), "Content-Type": "application/json"}
    problem(client.post("/api/v1/rulings", content=told, headers=headers), 422)


def test_an_unknown_event_and_a_missing_stamp(client: Browser) -> None:
    incident = of(client, "armed_clash")
    assert "no event" in problem(client.act("rulings", ruling(incident, events=["nothing"])), 404)
    problem(client.act("rulings", ruling(incident, seen=None)), 409)


def test_every_act_is_in_the_list_of_acts(client: Browser, tmp_path: Path) -> None:
    made = client.act("rulings", ruling(of(client, "meeting"))).json()
    client.delete(f"/api/v1/rulings/{made['id']}", headers=client.proof())
    lines = [json.loads(line) for line in (tmp_path / "home" / "audit.jsonl").read_text().splitlines()]
    assert [(each["act"], each["ruling"]) for each in lines] == [("rule", made["id"]), ("undo", made["id"])]
