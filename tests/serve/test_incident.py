"""One incident, one report, and what there is to review."""

from jsonschema import validate

from tacitus.records import contract
from tacitus.serve.doubt import doubt, why
from tacitus.store.summaries import Doubtful
from tests.serve.conftest import Browser, problem


def test_an_incident_has_every_account_of_it(client: Browser) -> None:
    [row] = client.items("incidents?type=bombing")
    found = client.get(f"/api/v1/incidents/{row['id']}").json()
    assert found["incident"]["id"] == row["id"] and found["changed"] == row["changed"]
    assert {each["report"]["id"] for each in found["accounts"]} == set(row["reports"])
    assert {claim["report"] for claim in found["incident"]["claims"]} == set(row["reports"])
    assert {"id", "url", "outlet", "title", "published", "wire"} <= set(found["accounts"][0]["report"])
    assert found["rulings"] == []
    by_event = client.get(f"/api/v1/incidents/{row['events'][0]}").json()
    assert by_event["incident"]["id"] == row["id"]


def test_a_report_is_the_contract_s_object(client: Browser) -> None:
    [row] = client.items("incidents?type=bombing")
    found = client.get(f"/api/v1/reports/{row['reports'][0]}").json()
    assert set(found.pop("incidents").values()) == {row["id"]}
    validate(found, contract.schema())
    claim = found["events"][0]["claims"][0]
    assert found["report"]["text"][claim["start"] : claim["end"]] == claim["text"]


def test_what_is_not_there_is_a_problem(client: Browser) -> None:
    assert "no incident" in problem(client.get("/api/v1/incidents/nothing"), 404)
    assert "no report" in problem(client.get("/api/v1/reports/nothing"), 404)
    problem(client.get("/api/v1/nothing"), 404)
    problem(client.get("/api/v2"), 404)
    problem(client.put("/api/v1/incidents"), 405)
    problem(client.get("/api/v1/incidents/a%00b"), 422)


def test_the_queue_begins_with_what_is_doubtful_and_weighty(client: Browser) -> None:
    found = client.items("queue")
    assert found[0]["type"] == "shelling" and 0 < found[0]["doubt"] <= 1
    assert len(found) == 4 and len(client.items("queue?limit=2")) == 2
    assert all(each["why"] for each in found if each["sources"] < 2)


def test_accounts_that_may_be_of_another_incident_are_a_reason_to_look() -> None:
    body = {"contested": [], "sources": 2, "events": ["a", "b", "c"]}
    before, now = Doubtful(body, "", 0, 1.0), Doubtful({**body, "loose": ["c"]}, "", 0, 1.0)
    assert doubt(before) < doubt(now)
    assert why(now) == ["1 of its 3 accounts may be of another incident."]


def test_what_was_ruled_on_leaves_the_queue(client: Browser) -> None:
    first = client.items("queue")[0]
    ruling = {"kind": "confirm", "events": first["events"][:1], "reason": "checked", "seen": first["changed"]}
    assert client.act("rulings", ruling).status_code == 201
    assert first["events"][0] not in [event for each in client.items("queue") for event in each["events"]]


def test_the_types_and_the_server_s_health(client: Browser) -> None:
    assert {"bombing", "meeting"} <= {each["id"] for each in client.items("types")}
    assert client.get("/api/v1/health").json()["status"] == "ok"
