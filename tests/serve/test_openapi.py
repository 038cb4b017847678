"""The description of the API holds: what is given is what it says."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.serve.conftest import Browser

PATHS = ("incidents", "events", "claims", "reports", "map", "timeline", "facets", "places", "actors", "commitments",
         "queue", "rulings", "formats", "types", "health", "me")  # fmt: skip
ASKED = {"places/search": "name=Taiz", "actors/search": "name=Houthi", "resolve": "field=killed&text=two people"}


@pytest.fixture
def described(client: Browser) -> Any:
    return client.get("/api/v1/openapi.json").json()


def check(described: Any, path: str, method: str, status: str, found: Any) -> None:
    schema = described["paths"][f"/api/v1/{path}"][method]["responses"][status]["content"]["application/json"]["schema"]
    # The whole schema in one piece, where its references lead.
    Draft202012Validator({"components": described["components"], **schema}).validate(found)


def test_it_is_openapi_3_1_and_names_no_other_server(described: Any) -> None:
    assert described["openapi"].startswith("3.1")
    assert "//" not in str(described["paths"])


@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_described(client: Browser, described: Any, path: str) -> None:
    check(described, path, "get", "200", client.get(f"/api/v1/{path}").json())


@pytest.mark.parametrize("path", ASKED)
def test_what_is_looked_up_is_as_described(client: Browser, described: Any, path: str) -> None:
    found = client.get(f"/api/v1/{path}?{ASKED[path]}").json()
    assert found.get("items", found.get("values"))
    check(described, path, "get", "200", found)


def test_single_things_are_as_described(client: Browser, described: Any) -> None:
    incident = client.items("incidents")[0]
    whole = client.get(f"/api/v1/incidents/{incident['id']}").json()
    check(described, "incidents/{id}", "get", "200", whole)
    report = client.get(f"/api/v1/reports/{incident['reports'][0]}").json()
    check(described, "reports/{id}", "get", "200", report)
    given = {"text": "A bomb killed 3 people in Kabul on Monday, police said.", "published": "2020-01-07"}
    check(described, "read", "post", "200", client.act("read", given).json())
    check(described, "reports", "post", "201", client.act("reports", given).json())
    told = {"kind": "confirm", "events": incident["events"][:1], "reason": "checked", "seen": incident["changed"]}
    made = client.act("rulings", told).json()
    check(described, "rulings", "post", "201", made)
    undone = client.delete(f"/api/v1/rulings/{made['id']}", headers=client.proof()).json()
    check(described, "rulings/{id}", "delete", "200", undone)
    check(described, "rulings", "get", "200", client.get("/api/v1/rulings").json())
